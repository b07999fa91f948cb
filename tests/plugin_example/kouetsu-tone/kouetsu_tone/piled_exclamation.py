"""感嘆符がいくつも続いている。

## 何を見るか
本文と題名で、「！」が決めた数を超えて続くところ。

## なぜか
感嘆符を重ねると広告のように聞こえ、読者を急かします。

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
### What it does
Reports runs of exclamation marks in the body and the title.

### Why
They make an article sound like an advertisement.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

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
    option,
)

SIGNS = Pattern("[！!]{2,}")


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
        "piled": ("感嘆符が {count} 個続いています", "{count} exclamation marks in a row"),
        "shorten": ("{most} 個にする", "keep {most}"),
    },
    doc=__doc__,
    check=check,
    options=Options,
    url="https://example.org/kouetsu-tone/piled-exclamation",  # if there is such a page
)
