"""感嘆符がいくつも続く。

## 何を見るか
本文と題で、「！」が決めた数を超えて続くところ。

## なぜか
重ねた感嘆符は広告の声になり、読者を急かす。

## 例
```md bad
ついに開店！！！
```
```md fixed
ついに開店！
```
```md good
ついに開店！
```

## English
Runs of exclamation marks, which make an article sound like an advertisement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import Edit, Finding, Fix, Post, Rule, RuleOptions, Safety, Severity, option

SIGNS = re.compile("[！!]{2,}")


class Options(RuleOptions, frozen=True, kw_only=True):
    most: Annotated[int, option("続けてよい数", "how many may stand together", ge=1)] = 1


def check(post: Post, options: Options) -> Iterator[Finding]:
    for prose in post.texts:
        for signs in SIGNS.finditer(prose.text):
            count = signs.end() - signs.start()
            if count <= options.most:
                continue
            span = prose.span(*signs.span())
            kept = signs.group()[: options.most]
            fix = Fix((Edit(span, kept),), Safety.SAFE, "shorten", {"most": options.most})
            yield Finding(span, "piled", {"count": count}, fix=fix)


RULE = Rule(
    name="piled-exclamation",
    group="tone",
    severity=Severity.WARNING,
    messages={
        "piled": ("感嘆符が{count}個続く", "{count} exclamation marks in a row"),
        "shorten": ("{most}個にする", "keep {most}"),
    },
    doc=__doc__,
    check=check,
    options=Options,
    url="https://example.org/kouetsu-tone/piled-exclamation",  # if there is such a page
)
