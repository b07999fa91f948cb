"""リンクの記法が壊れていて、文字のまま表示される。

## 何を見るか
- 角かっこのかわりに別のかっこがある（`「手順」(../setup.md)`）
- 丸かっこが全角（`[手順]（../setup/）`）、または始まりと終わりで違う。`[手順]（https://…）` は
  dummy-link が警告にします
- `[ ]` と `( )` が入れ替わった `(手順)[https://…]`
- 行き先の途中に、引用符に入った語や `#` のあとの覚え書きが入り込んだ
  `[手順](/posts/"setup" # slug)`
- 行き先のあとの丸かっこが閉じていない `[手順](https://port.test/log`
- リンクの中にもう一つのリンクがある `[手順]([https://…](https://…))`
- 感嘆符が全角の画像 `！[地図](map.png)`
- サーバー名の記号が全角のアドレス（`https://port。test/log`）。機械翻訳の跡です。リンクの中ではエ
  ラーです。地の文では、`com` や `jp` などで終わるものだけを警告にします
- 見出しの記号が失われ、見出しへのリンクだけが残った行（`[](#準備) 準備`）
- 文字の途中に空行が入ったリンク。改行の多い見出しを集めた一覧で、`[` と `](https://…)` が別の段落に
  分かれます。`](/images/a.png)` のように後半だけが残った段落も指摘します
- 文字のないリンク `[](https://…)`、箇条書きの、リンク先のない出典 `- [潮の表 - tide.example.jp]`
  （警告）

## なぜか
翻訳や置換、雛形への差し込みは、記号の一つだけを変えてしまうことがあります。リンクにならず、アドレス
がそのまま本文に出ます。

## 例
```md bad
くわしくは「準備の手順」(../setup.md)にあります。
```
```md bad
入港の時刻は[船の記録](https://log。harbour.test/)にあります。
```
```md fixed
入港の時刻は[船の記録](https://log.harbour.test/)にあります。
```
```md good
くわしくは[準備の手順](../setup.md)にあります。一覧は「港の記録」(https://harbour.test/list)で見られます。
```

## 限界
アドレスのすぐ後ろで終わる文の句点、行き先がこのサイトの中にある文字のないリンク（題名を補う道具がありま
す）は見ません。題名の前の空白を忘れただけのリンク（`(https://…"題名 一")`）は警告です。題名をかぎか
っこに入れてアドレスを添える書き方は、人がふつうにするので見ません。ファイルの名だけを添えたもの
（`「はじめに」(README.md)`）は、同じ形のリンクがほかにある記事でだけ警告にします。コードと引用の中
も見ません。人が書いた記事 375 本では警告が 1 本にあり、空白の忘れでした。

## English
### What it does
Reports links whose signs are broken, so that they are printed as text: another bracket in place of
`[ ]` before a page beside this one, full-width parentheses, brackets swapped, a quoted word or a
note behind `#` within the target, a parenthesis that never closes, a link within a link's target,
and a picture with a full-width exclamation mark. It also reports a full-width sign in the host of
an address (`https://port。test/log`, as translators leave it; outside links a warning, and only
before endings such as `com` and `jp`), a heading that lost its `#` but kept the empty link to
itself (`[](#setup) Setup`), a link whose text is torn by a blank line, as scrapers leave it, the
end of a link or picture (`](/images/a.png)`) in a paragraph without its beginning, and, as a
warning, a link without text or a source in square brackets without an address. A whole address in
full-width parentheses (`[手順]（https://…）`) is a warning of dummy-link.

### Why
Translations, replacements and templates change one sign of the notation, and readers see addresses.

### Limits
The full stop of a sentence that ends right behind an address is left alone, and so is a link
without text to a page of this site, since tools put its title there. A title in corner brackets
with its full address is how people cite, and is left alone, as are code and quotations. One with a
bare file name (`「はじめに」(README.md)`) is a warning where the post has links of that form. A
forgotten blank before the title of a link is a warning. One of 375 posts by people gets a warning,
rightly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.apart import apart
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import said

PATH = r"(?:\.{1,2}/|/[\w-]|#[^\W\d])"
# A page beside this one: behind a name in brackets, 「設定」(/settings) only says where it is.
PAGE = r"\.(?:mdx?|html?)(?:#[^()\s]*)?"
BESIDE = rf"\.{{1,2}}/[^()\s、。]*|[\w./-]+{PAGE}"
TARGET = rf"(?:https?://|{PATH})"
WORDS = r"[^\[\]()（）\n]{2,80}"
OTHER_BRACKET = Pattern(
    rf"(?:「[^「」\n]{{2,80}}」|『[^『』\n]{{2,80}}』|【[^【】\n]{{2,80}}】"
    rf"|［[^［］\n]{{2,80}}］|〔[^〔〕\n]{{2,80}}〕"
    rf"|“[^“”\n]{{2,80}}”|《[^《》\n]{{2,80}}》|〈[^〈〉\n]{{2,80}}〉|＜[^＜＞\n]{{2,80}}＞)\((?:{BESIDE})\)"
)
WIDE = Pattern(
    rf"\[(?!\d+\]|\^){WORDS}\](?:（{TARGET}[^()（）\s、。]*[）)]|\({TARGET}[^()（）\s、。]*）)"
)
SWAPPED = Pattern(rf"(?<![A-Za-z0-9_\]）)])\({WORDS}\)\[{TARGET}[^\[\]\s]+\](?![(\[:])")
# A quoted word belongs behind the target, and a blank before it.
QUOTED = Pattern(
    r"\]\((?:/|https?://)[^()\s\"']*\"[^()\s\n]{0,120}\s[^()\n]{0,160}\)"
    r"|\]\((?:/|https?://)[^()\s\"']+ +#[^()\n]{1,60}\)"
)
NESTED = Pattern(r"(?<!!)\[[^\[\]\n]{1,200}\]\(\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)\)")
# A title may stand behind the target, and the bracket on the next line.
UNCLOSED = Pattern(
    rf"(?<![A-Za-z0-9_])!?\[{WORDS}\]\({TARGET}[^\s()（）<>、。」]*"
    r"(?=[ \t]*(?:\n|\Z))(?!\s*[)\"'(])"
)
# Behind a sentence the sign is its own: できました！[写真](…).
PICTURE = Pattern(
    r"(?:^|(?<=[\s|>]))！\[[^\[\]\n]{0,120}\]\([^()\s]+\.(?:png|jpe?g|webp|gif|svg)\)", re.MULTILINE
)
# A translator takes a point for the end of a sentence; a sentence's own 。 stands before a word.
STOP = r"[.。．｡]"
HOST = Pattern(
    rf"(?P<lead>\]\(<?|=[\"']|<)?https?[:：][/／]{{2}}(?P<host>[A-Za-z0-9-]{{1,60}}(?:{STOP}[A-Za-z0-9-]{{1,60}}){{1,6}})"
    r"(?![A-Za-z0-9_@])(?::\d{2,5})?(?:(?:[/／][A-Za-z0-9._~%+,@/-]*(?:。[A-Za-z0-9][A-Za-z0-9._~%+,@/-]*)?)?)"
)
WIDE_SIGN = str.maketrans("：／。．｡", ":/...")
WIDE_STOPS = "。．｡"
TOP_LEVEL = ("com", "net", "org", "jp", "io", "dev", "info", "app", "ai", "co", "me", "edu", "gov")
# What a platform sets beside its headings; without the heading's sign it stands before words.
SIGN = r"\[(?:[#¶§🔗\u200b \t]{0,3})\]"
ANCHOR = r"\((?:https?://[^()\s#]{1,300})?#(?P<%s>[^()\s\"]{1,900})(?:[ ]\"[^\"\n]{0,200}\")?\)"
HEADED = Pattern(
    rf"^(?:[ ]{{0,3}}(?P<link>{SIGN}{ANCHOR % 'before'})[ \t]*(?P<words>\S[^\n]{{0,200}}?)"
    rf"|(?![#>|\-*+])(?P<title>\S(?:[^\n\[\]]{{0,199}}[^\s\[\]])?)[ \t]*"
    rf"(?P<last>{SIGN}{ANCHOR % 'behind'}))[ \t]*$(?!\n[=-]+)",
    re.MULTILINE,
)
TEXTLESS = Pattern(r"(?<![!A-Za-z0-9_\])])\[[ \u200b]{0,2}\]\(https?://[^()\s]{1,600}\)(?!\{)")
EMPTY = Pattern(SIGN + r"\(")
# From the opening bracket, over lines without any other, to the target.
TORN = Pattern(
    r"(?<![\w\]\\])!?\[(?P<words>[^\[\]\n]{2,200}\n(?:[^\[\]\n]{0,200}\n){1,12}[^\[\]\n]{0,200})"
    r"\]\(https?://[^()\s]{1,600}\)"
)
# The end of a link or picture whose beginning is in another paragraph, or nowhere.
TAIL = Pattern(r"\]\((?:https?://|/[\w-])[^()\s「」『』、。]{1,600}\)")
SPEAKS_OF_SIGNS = Pattern(
    r"角?[括かカ](?:弧|っこ|ッコ)|[Mm]arkdown|マークダウン|記[法号]|正規表現|置[きい]?換|検索"
)
NAMED = Pattern(
    r"[」』）)]?[ ]?(?:のよう|という|と(?:書|打|なっ|出)|で始|で終|に(?:なっ|変)|が(?:出|見え|残))"
)
# An item that is a page's title and its site, and had an address behind it.
LOST = Pattern(
    r"^[ \t]*[-*+] (?P<link>\[[^\[\]\n]{3,100} [-–—|] (?:[a-z0-9-]+\.)+(?:com|org|net|io|dev"
    r"|info|jp|(?:co|ne|or|go|ac)\.jp)\])[ \t]*$",
    re.MULTILINE,
)
DEFINED = Pattern(r"^[ ]{0,3}\[[^\[\]\n]{3,160}\]:", re.MULTILINE)
BLANK_LINE = Pattern(r"\n[ \t]*\n")
BREAKS = Pattern(r"\s*\n\s*")
# A page's file name behind its title, as people say what they wrote: 「はじめに」(README.md).
FILE_NAME = Pattern(rf"\([\w.-]+{PAGE}\)$")
# Where links lead to such files, a bracket is what differs.
LINKED_FILE = Pattern(rf"\]\([\w.-]+{PAGE}\)")
KINDS = (
    ("bracket", OTHER_BRACKET),
    ("wide", WIDE),
    ("swapped", SWAPPED),
    ("target", QUOTED),
    ("nested", NESTED),
    ("picture", PICTURE),
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = [*_signs(post), *_hosts(post), *_torn(post), *_tails(post), *_lost(post)]
    found += _unclosed(post)
    # perf: few posts have such a link, and every line could begin with one
    if post.contains(EMPTY):
        found += (*_headings(post), *_textless(post))
    yield from apart(found)


def _signs(post: Post) -> Iterator[Finding]:
    for kind, shape in KINDS:
        for place in said(post, shape):
            named = shape is OTHER_BRACKET and FILE_NAME.search(place.group()) is not None
            if not named or post.contains(LINKED_FILE):
                severity = Severity.WARNING if named else _severity(place.group())
                yield Finding(Span(*place.span()), kind, severity=severity)


def _hosts(post: Post) -> Iterator[Finding]:
    """Addresses with a full-width sign where only a narrow one can be."""
    if not post.signs.isdisjoint(WIDE_STOPS + "：／"):
        for place in said(post, HOST):
            at = place.end("lead") if place["lead"] else place.start()
            address = post.text[at : place.end()]
            mended = address.translate(WIDE_SIGN)
            if mended != address and (place["lead"] or _is_host(place["host"])):
                span = Span(at, place.end())
                # without a link around it, the sentence may be about the address
                safety = Safety.SAFE if place["lead"] else Safety.UNSAFE
                fix = Fix((Edit(span, mended),), safety, "narrow")
                severity = None if place["lead"] else Severity.WARNING
                yield Finding(span, "host", {"address": mended}, fix=fix, severity=severity)


def _is_host(host: str) -> bool:
    """Whether a full stop within a bare address ends no sentence: 。 comes before the host does."""
    at = next((at for at, sign in enumerate(host) if sign in WIDE_STOPS), -1)
    labels = host[:at].split(".")
    closed = (len(labels) > 1 and labels[0] != "www") or labels == ["localhost"]
    return at > 0 and not closed and re.split(STOP, host)[-1] in TOP_LEVEL


def _headings(post: Post) -> Iterator[Finding]:
    """Paragraphs that a link leads to by their own words: they were headings."""
    for place in said(post, HEADED):
        behind = place["link"] is None
        words, anchor = (
            place["title" if behind else "words"],
            place["behind" if behind else "before"],
        )
        if _same(words, unquote(anchor)):
            link = Span(*place.span("last" if behind else "link"))
            edge = place.end("title") if behind else place.start("words")
            cut = Span(min(link.start, edge), max(link.end, edge))
            fix = Fix((Edit(cut, ""),), Safety.UNSAFE, "unlink")
            end = place.end("last" if behind else "words")
            yield Finding(Span(place.start(), end), "heading", fix=fix)


def _same(words: str, anchor: str) -> bool:
    """Whether an anchor was made of those words; a second one of that name has a number."""
    told = _letters(words)
    made = _letters(anchor)
    return told != "" and told in (made, made.rstrip("0123456789"))


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _torn(post: Post) -> Iterator[Finding]:
    """Links whose text a blank line parts into paragraphs."""
    for place in said(post, TORN):
        if BLANK_LINE.search(place["words"]):
            words = Span(*place.span("words"))
            joined = BREAKS.sub(" ", place["words"].strip())
            fix = Fix((Edit(words, joined),), Safety.UNSAFE, "join")
            yield Finding(Span(*place.span()), "torn", fix=fix)


def _tails(post: Post) -> Iterator[Finding]:
    """Ends of links before which their paragraph has no bracket."""
    for prose in post.prose:
        first = prose.text.find("[")
        tails = [*TAIL.finditer(prose.text, 0, first if first >= 0 else len(prose.text))]
        # several are what the paragraph is about
        for place in tails if len(tails) == 1 else ():
            if not (prose.opaque(*place.span()) or _is_told(prose.text, place)):
                yield Finding(prose.span(*place.span()), "tail")


def _unclosed(post: Post) -> Iterator[Finding]:
    """Links whose parenthesis never closes."""
    places = [(prose, place) for prose in post.prose for place in UNCLOSED.finditer(prose.text)]
    # several are a way to write, or what the post shows
    if len(places) != 1 or SPEAKS_OF_SIGNS.search(post.wording):
        return
    (prose, place) = places[0]
    span = prose.span(*place.span())
    # a sign behind a backslash is meant
    if span.size == len(place.group()) and not prose.opaque(place.start(), place.start() + 1):
        yield Finding(span, "unclosed")


def _is_told(text: str, place: re.Match[str]) -> bool:
    """Whether the sentence speaks of the signs."""
    told = SPEAKS_OF_SIGNS.search(text) or NAMED.match(text, place.end())
    return told is not None or spoken(text, place.start())


def _lost(post: Post) -> Iterator[Finding]:
    """Sources in square brackets without an address."""
    defined = {place.group().strip() for place in DEFINED.finditer(post.text)}
    for place in said(post, LOST):
        if f"{place['link']}:" not in defined:
            yield Finding(Span(*place.span("link")), "lost", severity=Severity.WARNING)


def _textless(post: Post) -> Iterator[Finding]:
    for place in said(post, TEXTLESS):
        yield Finding(Span(*place.span()), "textless", severity=Severity.WARNING)


def _severity(link: str) -> Severity | None:
    """A warning where people forget the blank before a link's own title."""
    return Severity.WARNING if link.endswith('")') else None


RULE = Rule(
    name="broken-link",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "bracket": (
            "リンクの角かっこが別のかっこになっていて、リンクになりません",
            "another bracket stands where a link has square ones, so this is no link",
        ),
        "wide": (
            "リンクの丸かっこが全角なので、リンクになりません",
            "full-width parentheses make no link",
        ),
        "swapped": (
            "リンクの角かっこと丸かっこが入れ替わっています",
            "the square and the round brackets of this link are swapped",
        ),
        "target": (
            "リンク先に引用符やコメントが入り込んでいて、リンクになりません",
            "a quoted word or a comment within the target breaks this link",
        ),
        "nested": (
            "リンク先の中にもう一つのリンクがあり、記号がそのまま表示されます",
            "a link within the target of a link prints its signs",
        ),
        "unclosed": (
            "リンクの丸かっこが閉じていないので、リンクになりません",
            "the parenthesis of this link is never closed, so it is no link",
        ),
        "picture": (
            "画像の感嘆符が全角なので、画像が表示されません",
            "a full-width exclamation mark shows no picture",
        ),
        "host": (
            "アドレスの記号が全角になっています（正しくは {address}）",
            "a sign of this address is full-width; it should be {address}",
        ),
        "heading": (
            "見出しの記号が失われ、見出しへの空のリンクが残っています",
            "this was a heading: its sign is lost, and the empty link to it was left",
        ),
        "torn": (
            "リンクの文字の途中に空行があるため、リンクになりません",
            "a blank line within the text of this link tears it apart",
        ),
        "tail": (
            "リンクや画像の記号の後半だけが残っていて、そのまま表示されます",
            "the end of a link or picture without its beginning is printed as it is",
        ),
        "lost": (
            "リンク先がなく、角かっこがそのまま表示されます",
            "this link has no target, and its brackets are printed",
        ),
        "textless": (
            "文字のないリンクなので、読者には見えません",
            "a link without text does not show",
        ),
        "narrow": ("半角に直す", "make the sign narrow"),
        "join": ("一行にまとめる", "put the text on one line"),
        "unlink": ("空のリンクを削除する", "delete the empty link"),
    },
    doc=__doc__,
    check=check,
    yields_to=("dummy-link",),
)
