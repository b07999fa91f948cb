"""制御文字が混じっている。

## 何を見るか
改行とタブを除く C0・C1 制御文字と、書字方向を変える文字（U+202A〜202E、U+2066〜2069 など）。コード
の中も見ます。

## なぜか
目に見えないまま検索や変換を狂わせます。方向を変える文字は、読者に別の文字列を見せることもできます。

## 例
```md bad
海を\u202e見に行く。
```
```md fixed
海を見に行く。
```
```md good
海を見に行く。
```

## 限界
右から左へ書く言語の文字がある行では、方向を定める文字（U+200F など）を見ません。人が書いた記事 375
本のうち 1 本で指摘があり、本物（U+0008）でした。

## English
### What it does
Reports C0 and C1 control characters other than line breaks and tabs, and bidirectional overrides
and isolates. Code is read, too.

### Why
They are invisible and break search and conversion; bidirectional ones can show readers another text
than the one that is there.

### Limits
In a line with letters that run from right to left, marks and isolates are left alone. It reports
one of 375 posts by people, rightly (U+0008).
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Edit, Finding, Fix, Pattern, Post, Rule, RuleOptions, Safety, Severity, Span

CONTROL = Pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
# The ends of lines and pages in old files: vertical tab, form feed, next line.
PARTING = Pattern("[\x0b\x0c\x85]")
# They put the punctuation of Hebrew, Arabic … in its place.
DIRECTION = Pattern("[\u061c\u200e\u200f\u2066-\u2069]+")
RIGHT_TO_LEFT = Pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for found in CONTROL.finditer(post.text):
        span = Span(*found.span())
        if DIRECTION.fullmatch(found.group()):
            line = post.source.line_span(post.source.line_of(span.start))
            if RIGHT_TO_LEFT.search(post.text, *line):
                continue
        codes = " ".join(f"U+{ord(sign):04X}" for sign in found.group()[:4])
        yield Finding(span, "control", {"codes": codes}, fix=_mended(post.text, span))


def _mended(text: str, span: Span) -> Fix:
    """Delete it; where it parts words or lines, only a person knows what belongs there."""
    around = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if PARTING.search(text, *span) and not any(each == "" or each.isspace() for each in around):
        return Fix((Edit(span, " "),), Safety.UNSAFE, "space")
    return Fix((Edit(span, ""),), Safety.SAFE, "drop")


RULE = Rule(
    name="control-character",
    group="characters",
    severity=Severity.ERROR,
    messages={
        "control": (
            "制御文字 {codes} が混じっています",
            "the text holds the control character {codes}",
        ),
        "drop": ("削除する", "delete it"),
        "space": ("空白に置き換える", "replace it with a space"),
    },
    doc=__doc__,
    check=check,
)
