"""文字化けがある。

## 何を見るか
U+FFFD（�）、UTF-8 として読めないバイト、UTF-8 の文を別の文字コードで読んだ跡（`ã‚¢ã‚¤`、
`縺ｮ縺ｫ縺ｯ`、`â€™`、`Ã©`）、数字のあいだで「〜」が「?」に化けたもの（`10時??12時`。
警告）、名前の文字がどれも「?」になったもの（`??? ?? ??`。警告）、front matter の値に残った文字の番
号（Unicode エスケープ）。コードの中では、日本語の語の途中の U+FFFD だけを見ます。

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
符の中なら指摘しません。文字化けを題名に掲げるか何度も語る記事では、本文の文字化けを指摘しません。人が
書いた記事 375 本では指摘がありません。

## English
### What it does
Reports U+FFFD, bytes that are not UTF-8, UTF-8 that was read as Windows-1252 or Shift_JIS, question
marks that a lost dash left between figures (10時??12時; a warning) or that every letter of a name
became (??? ?? ??; a warning), and characters left as their numbers in the front matter. Of code
only Japanese words that hold a U+FFFD are read.

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
from kouetsu_rules.places import cited, in_brackets, matches
from kouetsu_rules.seams.markers.encodings import garbled
from kouetsu_rules.shown import code_spans, within

TRACE = Pattern("[à-ïÃÂ縲縺繧繝\uff61-\uff9f?]")
# A wave dash or a dash that the other encoding lacks: 10時??12時, 2019?2021年.
LOST_DASH = Pattern(
    r"(?<=[0-9０-９時分半頃日月年回歳人％%])\?\?(?=[0-9０-９])"
    r"|(?<=[0-9])\?(?=[0-9]{1,6}(?:年|か?月|日|時|分|歳|円|人|回|個|本|枚|度|[ck]?m\b|kg|%|％))"
)
# A name whose every letter the encoding lacks.
LOST_WORDS = Pattern(r"(?<!\?)\?{2,}+(?:[ ]\?++){2,}|(?<!\?)\?{6,}+[ ]\?{6,}")
# Where the backslash was escaped itself, or stands in quotes in which it escapes nothing.
ESCAPED = Pattern(r"(?:\\u[0-9A-Fa-f]{4}){2,}")
BROKEN = Pattern("[\ufffd\ud800-\udfff]+")
# What a post on broken characters speaks of: it shows them.
ABOUT = Pattern(
    r"文字化け|文字コード|置換文字|U\+FFFD|(?ai:\bmojibake\b|\breplacement character)|乱码|깨진"
)
OFTEN = 3
# A word of Japanese that broke: code has those only in what it says to people.
WORD = Pattern(r"[ぁ-んァ-ヶー一-龥]\ufffd{1,6}[ぁ-んァ-ヶー一-龥]")
SHOWN = 20
NEAR = 6
PAIR = 2
# Who explains encodings shows what two bytes look like.
ENCODINGS = Pattern(
    r"文字コード|(?i:utf-?8|latin-?1|iso-8859|unicode)|エンコード|エンコーディング|バイト列"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for found in BROKEN.finditer(post.text):
        span = Span(*found.span())
        if post.derived(_shows_broken) and span.start >= post.body.start:
            continue
        if not _in_code(post, span) and not cited(post.text, *span):
            yield Finding(span, "broken")
    yield from _escaped(post)
    for prose, found in matches(post, LOST_DASH) if post.is_japanese else ():
        if not in_brackets(prose.text, *found.span()):
            # who is astonished writes so, too: 100円??
            yield Finding(prose.span(*found.span()), "dash", severity=Severity.WARNING)
    for prose, found in matches(post, LOST_WORDS):
        # the name of what is sold; whoever hides a word for a game does so in the text
        if any(mark.start <= found.start() < mark.end for mark in prose.marked("link")):
            yield Finding(prose.span(*found.span()), "lost", severity=Severity.WARNING)
    if not TRACE.search("".join(post.signs)):
        return
    for prose in post.texts:
        if post.derived(_shows_broken) and prose.field is None:
            continue
        for start, end in _joined(garbled(prose.text)):
            if prose.opaque(start, end) or cited(prose.text, start, end):
                continue
            if end - start == PAIR and post.contains(ENCODINGS):
                continue
            text = prose.text[start : min(end, start + SHOWN)]
            yield Finding(prose.span(start, end), "garbled", {"text": text})


def _in_code(post: Post, span: Span) -> bool:
    """Whether code shows it: a broken word within a comment is none that is shown."""
    if not within(span.start, post.derived(code_spans)):
        return False
    return WORD.match(post.text, max(span.start - 1, 0)) is None


def _joined(places: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places, those that lie near each other as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(places):
        if last is not None and start <= last[1] + NEAR:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


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
            "文字コードの表記（\\uXXXX）がそのまま残っています",
            "characters were left as their numbers (\\uXXXX)",
        ),
        "dash": (
            "「?」は別の文字コードで失われた「〜」などの跡です",
            "this “?” stands for a dash that was lost in another encoding",
        ),
        "lost": (
            "別の文字コードで失われた文字が「?」になって並んでいます",
            "these question marks stand for letters that were lost in another encoding",
        ),
        "garbled": (
            "「{text}」は、別の文字コードとして読まれて文字化けしています",
            "“{text}” is garbled: it was read in the wrong encoding",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("title-truncated", "excerpt-quality", "undecodable-file"),
)
