"""文字化けがある。

## 何を見るか
U+FFFD（�）、UTF-8 として読めないバイト、UTF-8 の文を別の文字コードで読んだ跡（`ã‚¢ã‚¤`、
`縺ｮ縺ｫ縺ｯ`、`â€™`）、front matter の値に残った文字の番号（Unicode エスケープ）。コードの中では、日
本語の語の途中の U+FFFD だけを見ます。

## なぜか
題名を文字でなくバイトの数で切ると、最後の字が壊れて「�」になります。検索結果にも一覧にも、そのまま
出ます。

## 例
```md bad
秋の山は色づき、人が多い�
```
```md good
秋の山は色づき、人が多い。「縺れる」は「もつれる」と読む。
```

## 限界
題名の終わりの「�」は、title-truncated が先に指摘します。文字化けを説明する文では、かぎかっこや引用
符の中なら指摘しません。文字化けを題名に掲げるか何度も語る記事では、本文の「�」を指摘しません。人が
書いた記事 375 本では指摘がありません。

## English
### What it does
Reports U+FFFD, bytes that are not UTF-8, UTF-8 that was read as Windows-1252 or Shift_JIS, and
characters left as their numbers in the front matter. Of code only Japanese words that hold a U+FFFD
are read.

### Why
A title cut by bytes ends in a broken character, which every list and search result shows.

### Limits
At the end of a title, title-truncated speaks first. Quoted samples are left alone, and so
are broken characters in posts whose matter they are. No finding on
375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.front_matter.fields.reading import values
from kouetsu_rules.places import cited
from kouetsu_rules.shown import code_spans, within

# The bytes 0x80 to 0xBF as Windows-1252 shows them.
HIGH = r"[\x80-\xbf\u0152-\u02dc‚-⁰€™œ]"
LATIN = f"(?:[ãäåæçèé]{HIGH}{{1,2}}){{2,}}|â€{HIGH}|(?:Ã{HIGH}){{2,}}"
SHIFTED = r"(?:[縺繧繝][\uff61-\uff9f一-龥ぁ-んァ-ヶ\u3000-\u303f･]?){2,}"
GARBLED = Pattern(LATIN + "|" + SHIFTED)
TRACE = Pattern("[ãäåæçèéâÃ縺繧繝]")
# Where the backslash was escaped itself, or stands in quotes in which it escapes nothing.
ESCAPED = Pattern(r"(?:\\u[0-9A-Fa-f]{4}){2,}")
BROKEN = Pattern("[\ufffd\ud800-\udfff]+")
# What a post on broken characters speaks of: it shows them.
ABOUT = Pattern(
    r"文字化け|文字コード|置換文字|U\+FFFD|(?i:\bmojibake\b|\breplacement character)|乱码|깨진"
)
OFTEN = 3


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    shown = BROKEN.search(post.text) is not None and post.derived(_shows_broken)
    for found in BROKEN.finditer(post.text):
        span = Span(*found.span())
        if shown and span.start >= post.body.start:
            continue
        if not _in_code(post, span) and not cited(post.text, *span):
            yield Finding(span, "broken")
    yield from _escaped(post)
    if not TRACE.search("".join(post.signs)):
        return
    for prose in post.texts:
        for found in GARBLED.finditer(prose.text):
            if prose.opaque(*found.span()) or cited(prose.text, *found.span()):
                continue
            if len(set(found.group()) & set("縺繧繝")) != 1 or len(found.group()) > 4:
                span = prose.span(*found.span())
                yield Finding(span, "garbled", {"text": found.group()[:20]})


# A word of Japanese that broke: code has those only in what it says to people.
WORD = Pattern(r"[ぁ-んァ-ヶー一-龥]\ufffd{1,6}[ぁ-んァ-ヶー一-龥]")


def _in_code(post: Post, span: Span) -> bool:
    """Whether code shows it: a broken word within a comment is none that is shown."""
    if not within(span.start, post.derived(code_spans)):
        return False
    return WORD.match(post.text, max(span.start - 1, 0)) is None


def _shows_broken(post: Post) -> bool:
    """Whether broken characters are the matter of the post."""
    title = post.title_text
    spoken = sum(len([*ABOUT.finditer(prose.text)]) for prose in post.prose)
    return ABOUT.search(title) is not None or spoken >= OFTEN


def _escaped(post: Post) -> Iterator[Finding]:
    """Characters by their numbers in the values of the front matter, as a program writes them."""
    if "\\u" in post.text[slice(*post.front_matter.span)]:
        for scalar in values(post):
            if ESCAPED.search(scalar.text):
                yield Finding(scalar.content, "escaped")


RULE = Rule(
    name="mojibake",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "broken": ("壊れた文字「�」があります", "the text holds a broken character “�”"),
        "escaped": (
            "文字の番号（\\uXXXX）がそのまま残っています",
            "characters were left as their numbers (\\uXXXX)",
        ),
        "garbled": (
            "「{text}」は別の文字コードで読んだ文字化けです",
            "“{text}” is garbled: it was read in the wrong encoding",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("title-truncated", "excerpt-quality", "undecodable-file"),
)
