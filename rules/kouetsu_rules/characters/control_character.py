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
右から左へ書く言語の文には必要な文字もあります。その場合は設定で外してください。人が書いた記事 375
本のうち 1 本で指摘があり、本物（U+0008）でした。

## English
### What it does
Reports C0 and C1 control characters other than line breaks and tabs, and bidirectional overrides
and isolates. Code is read, too.

### Why
They are invisible and break search and conversion; bidirectional ones can show readers another text
than the one that is there.

### Limits
Text that runs from right to left may need some of them: switch the rule off there. It reports one
of 375 posts by people, rightly (U+0008).
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Edit, Finding, Fix, Pattern, Post, Rule, RuleOptions, Safety, Severity, Span

CONTROL = Pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for found in CONTROL.finditer(post.text):
        span = Span(*found.span())
        codes = " ".join(f"U+{ord(sign):04X}" for sign in found.group()[:4])
        fix = Fix((Edit(span, ""),), Safety.SAFE, "drop")
        yield Finding(span, "control", {"codes": codes}, fix=fix)


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
    },
    doc=__doc__,
    check=check,
)
