"""題名が長すぎる、または短すぎる。

## 何を見るか
題名の表示幅（全角を 2、半角を 1 と数える）が、設定した範囲にあるかどうか。Markdown の記号は数えませ
ん。

## なぜか
検索結果や一覧では、長い題名は途中までしか表示されません。短すぎる題名では、何の記事なのか伝わりませ
ん。

## 例
```md bad
---
title: "雨"
---

傘を忘れました。
```
```md good
---
title: "計測器の校正でつまずきやすいところ"
---

本文です。
```

## 設定
`minimum` と `maximum` は、表示幅の下限と上限です。

## 限界
長さの好みはサイトによるので、情報にとどめています。既定の範囲は広く、人が書いた記事 375 本で外れる
のは 2 本です。

## English
The display width of the title is outside the configured range.

### What it does
Reports titles that are very long or very short. It counts the columns of the title without markup;
full-width characters are two.

### Why
Search results and lists cut long titles; very short ones say nothing.

### Limits
Length is a matter of taste, hence an info. By default 2 of 375 posts by people are reported.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import Finding, Post, Rule, RuleOptions, Severity, option
from kouetsu_rules.title.dressing.dressing import undressed


class Options(RuleOptions, frozen=True, kw_only=True):
    """The range of display widths."""

    minimum: Annotated[int, option("表示幅の下限", "least display width", ge=0)] = 4
    maximum: Annotated[int, option("表示幅の上限", "greatest display width", ge=1)] = 120


MESSAGES = {
    "long": (
        "題名の表示幅が {width} で、上限の {limit} を超えています",
        "the title is {width} wide (at most {limit} columns)",
    ),
    "short": (
        "題名の表示幅が {width} で、下限の {limit} に足りません",
        "the title is {width} wide (at least {limit} columns)",
    ),
}


def check(post: Post, options: Options) -> Iterator[Finding]:
    title = post.title
    if title is None:
        return
    width = columns(undressed(title.text))
    if width > options.maximum:
        yield Finding(title.whole, "long", {"width": width, "limit": options.maximum})
    elif width < options.minimum:
        yield Finding(title.whole, "short", {"width": width, "limit": options.minimum})


def columns(text: str) -> int:
    """Columns on a screen, combining marks having none."""
    wide = sum(unicodedata.east_asian_width(sign) in "WFA" for sign in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


RULE = Rule(
    name="title-length",
    group="title",
    severity=Severity.INFO,
    messages=MESSAGES,
    check=check,
    yields_to=("front-matter-syntax", "title-leak"),
    options=Options,
    doc=__doc__,
)
