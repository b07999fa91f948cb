"""計算の途中の長い小数がそのまま出ている。

## 何を見るか
本文の中の、小数点以下が八桁以上で単位か助詞が続く数、および `0.30000000000000004` のような二進小
数の
誤差の見える数。コードのある技術記事では誤差の見える数だけを、
表・数式・コードの中ではどちらも見ません。

## なぜか
集計の結果を型に流し込むと、丸めていない数が文に入ります。読者には桁の意味が分かりません。

## 例
```md bad
来場者は前の年より 12.499999999999998%増えました。
```
```md good
来場者は前の年より 12.5%増えました。
```

## 限界
人の書いた 375 記事では 0 件でした。桁の少ない丸め忘れ（`33.3333%`）は見ません。

## English

### What it does
Reports a number with eight decimals or more before a unit or particle, and one that shows the
error of binary fractions. In posts with code only the latter counts; tables, formulas and code
are silent.

### Why
Results poured into a template come unrounded; nobody can read meaning into such digits.

### Limits
None on 375 files by people. Fewer digits (`33.3333%`) are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.seams.leaked_outline import technical

LONG = Pattern(
    r"(?<![\d.])\d{1,9}\.\d{8,20}"
    r"(?=[ ]?(?:[%％円人件倍個点位年月日時分秒gk]|ポイント|ドル|[ぁ-ん]))"
)
BINARY = Pattern(r"(?<![\d.])\d{1,9}\.\d{0,8}(?:0{8,}[1-9]{1,2}|9{8,}\d{1,2})(?!\d)")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    candidates = [
        prose for prose in post.prose if "." in prose.text and BINARY_OR_LONG.search(prose.text)
    ]
    for prose in candidates:
        pattern = BINARY if post.derived(technical) else BINARY_OR_LONG
        for place in pattern.finditer(prose.text):
            if not prose.opaque(*place.span()):
                yield Finding(prose.span(*place.span()), "float")


BINARY_OR_LONG = Pattern(f"{BINARY.expression}|{LONG.expression}")

RULE = Rule(
    name="raw-float",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "float": ("小数が丸められていません", "this number was not rounded"),
    },
    doc=__doc__,
    check=check,
)
