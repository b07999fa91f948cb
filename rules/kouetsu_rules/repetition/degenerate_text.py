"""記事のかなりの部分が、同じ記事の中の繰り返しでできている。

## 何を見るか
前に述べた文の繰り返しが、記事の文の 4 分の 1 以上を占めるとき、記事ごとに一件だけ指摘します。割合
は、repeated-passage が見つけたまとまりの文から数えます。

## なぜか
繰り返しが一つ二つなら削れば済みますが、ここまで多い記事は、構成から見直すか書き直すほうが早く済みま
す。

## 例
```md bad
朝の市場には、近くの島から運ばれた魚が並びます。威勢のよい声が通りまで響いています。

朝の市場には、近くの島から運ばれた魚が並びます。威勢のよい声が通りまで響いています。

朝の市場には、近くの島から運ばれた魚が並びます。威勢のよい声が通りまで響いています。

朝の市場には、近くの島から運ばれた魚が並びます。威勢のよい声が通りまで響いています。
```

```md good
朝の市場には、近くの島から運ばれた魚が並びます。威勢のよい声が通りまで響いています。

昼を過ぎると通りは静かになり、猫が日なたで眠っています。
```

## 設定
`share`：指摘する割合（％）。

## 限界
語をすべて言い換えた繰り返しは数えません。人が書いた記事 375 本では指摘がありません。

## English
### What it does
Reports, once for a post, that at least a quarter of its sentences are copies. The share is counted
from the passages that repeated-passage finds.

### Why
One copy can be deleted; a post that is mostly copies is better written anew.

### Limits
What is said again in other words is not counted. No finding on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import Finding, Post, Rule, RuleOptions, Severity, option
from kouetsu_rules.repetition.copying.comparison import compare
from kouetsu_rules.repetition.copying.copies import find_copies


class Options(RuleOptions, frozen=True, kw_only=True):
    """How much is too much."""

    share: Annotated[
        int, option("報告する割合（％）", "share of copied sentences, percent", ge=1, le=100)
    ] = 25


def check(post: Post, options: Options) -> Iterator[Finding]:
    copies = post.derived(find_copies)
    units = [unit for unit in post.derived(compare).units if unit.weight]
    if not copies.evident or not units:
        return
    copied = sum(pair.whole for passage in copies.passages for pair in passage.pairs)
    share = 100 * copied // len(units)
    if share >= options.share:
        # The whole post is meant; its first sentence stands for it.
        values = {"share": share, "copied": copied, "total": len(units)}
        yield Finding(units[0].sentence.span, "share", values)


RULE = Rule(
    name="degenerate-text",
    group="repetition",
    severity=Severity.WARNING,
    messages={
        "share": (
            "この記事の {share} % は記事内の繰り返しです（{total} 文のうち {copied} 文）",
            "{share} % of this post is copies ({copied} of {total} sentences)",
        )
    },
    doc=__doc__,
    check=check,
    options=Options,
)
