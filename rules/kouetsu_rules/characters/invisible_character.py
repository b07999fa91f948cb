"""目に見えない文字が混じっている。

## 何を見るか
絵文字や異体字の外にあるゼロ幅の文字（U+200B、U+200C、U+200D、U+2060）、文中の BOM、ソフトハイフン、
二つ以上続くノーブレークスペース（情報）。コードの中と、かっこに一つだけ入れて示したものは見ません。

## なぜか
ほかの画面から貼り付けた文や生成された文に残り、検索、字数、改行の位置を狂わせます。

## 例
```md bad
雨の日は\u200b本を読む。
```
```md fixed
雨の日は本を読む。
```
```md good
雨の日は本を読む。家族👨\u200d👩\u200d👧で出かける。
```

## 限界
タイ語、クメール語、ビルマ語など、語を空白で分けない文字の間の U+200B は、改行のできる所を示すので見
ません。続くノーブレークスペースは字下げにも使われるので、情報にとどめます。強調の `*` の隣と欧文の
語の中にあるものも、わざと入れた文字かもしれないので情報です。人が書いた記事 375 本のうち警告は 1 本
で、貼り付けの跡でした。

## English
### What it does
Reports zero-width characters outside emoji and variants of kanji, a byte order mark within the
text, soft hyphens, and runs of no-break spaces (info). Code is not read, nor is what
stands alone in brackets to be shown.

### Why
They come with pasted or generated text and disturb search, character counts and line breaks.

### Limits
U+200B between letters of Thai, Khmer, Burmese and their like tells where a line may break and is
left alone. People indent with no-break spaces, so a run of them is only an info, as is what stands
beside an asterisk or within a Latin word: it may be meant. One of 375 posts by people gets a
warning: it was left by pasting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Edit, Finding, Fix, Pattern, Post, Rule, RuleOptions, Safety, Severity, Span
from kouetsu_rules.places import cited
from kouetsu_rules.shown import code_spans, within

INVISIBLE = Pattern("[\u200b\u2060\ufeff\u00ad]+|[\u200c\u200d]+|\u00a0{2,}")
EMOJI = Pattern("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
HYPHENATED = Pattern(r"[A-Za-z\u00c0-\u024f]{2}")
# A post that speaks of these characters may show one.
NAMED = Pattern(
    r"ゼロ幅|見えない文字|不可視|ノーブレーク|ソフトハイフン|zero[- ]width"
    r"|U\+(?:200[BCD]|2060|FEFF|00AD|00A0)|ZW(?:SP|J|NJ)"
    r"|no-break space|soft hyphen|invisible character",
    re.IGNORECASE,
)
JOINING = Pattern("[\u0600-\u06ff\u0900-\u0dff\u1780-\u17ff]")
# Scripts that leave no space between words and say with U+200B where a line may break.
UNSPACED = Pattern("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1980-\u19df]")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    text = post.text
    for found in INVISIBLE.finditer(text):
        span = Span(*found.span())
        around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
        if found.group()[0] in "\u200c\u200d" and (EMOJI.search(around) or JOINING.search(around)):
            continue
        if found.group()[0] == "\u200b" and UNSPACED.search(around):
            continue
        if within(span.start, post.derived(code_spans)):
            continue
        if cited(text, *found.span()):
            continue
        values = {"code": f"U+{ord(found.group()[0]):04X}"}
        put = " " if found.group()[0] == "\u00a0" else ""
        # People put a zero width space beside asterisks so that they render, and a soft hyphen
        # into a long word of another language.
        meant = "*" in around or HYPHENATED.fullmatch(around) is not None
        spoken_of = post.contains(NAMED)
        # A row of no-break spaces may be the indentation of a poem.
        safety = Safety.UNSAFE if put or meant or spoken_of else Safety.SAFE
        fix = Fix((Edit(span, put),), safety, "space" if put else "drop")
        # Rows of no-break spaces are how people indent; the others come with pasted text.
        severity = Severity.INFO if put or meant else None
        yield Finding(span, "invisible", values, fix=fix, severity=severity)


RULE = Rule(
    name="invisible-character",
    group="characters",
    severity=Severity.WARNING,
    messages={
        "invisible": (
            "目に見えない文字 {code} が混じっています",
            "the text holds the invisible character {code}",
        ),
        "drop": ("削除する", "delete it"),
        "space": ("空白一つにする", "make it one space"),
    },
    doc=__doc__,
    check=check,
)
