"""太字だけの行が見出しの代わりに使われている。

## 何を見るか
太字だけでできた一行の段落で、文として終わっておらず、すぐあとに本文が続くもの。

既定では無効です。`select: [default, bold-heading]` と書くと有効になります。

## なぜか
太字の行は見出しのように見えても、目次に載らず、読み上げソフトの見出し移動でも飛ばされます。

## 例
```md bad
**仕入れの手順**

市場へは朝の四時に着きます。
```
```md good
### 仕入れの手順

市場へは朝の四時に着きます。**急いではいけません。**
```

## 限界
短い標語を太字で置く書き方とは区別できないので、情報にとどめています。人が書いた記事 375 本のうち 13
本に当てはまります。本文との間に空行のないものは heading-spacing が扱います。

## English
### What it does
Reports a paragraph that is one bold line, not a sentence, with prose below it. The rule is off by
default; `select: [default, bold-heading]` switches it on.

### Why
Such a line is in no table of contents, and screen readers skip it when they move from heading to
heading.

### Limits
It can't be told from a motto in bold, so it is only an info: 13 of 375 posts by people have one.
Where no blank line stands below it, heading-spacing speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kouetsu.api import Block, Finding, Post, Rule, RuleOptions, Severity
from kouetsu_rules.places import is_bold

LONGEST = 60
CLOSED = ("。", "！", "!", "、", "…", ".", ",")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for block, following in pairwise(post.blocks):
        if _is_bold_line(block) and following.kind in ("paragraph", "list", "table"):
            yield Finding(block.span, "bold")


def _is_bold_line(block: Block) -> bool:
    prose = block.prose
    if block.kind != "paragraph" or block.parents or prose is None:
        return False
    text = prose.text.strip()
    if not text or len(text) > LONGEST or "\n" in text or text.endswith(CLOSED):
        return False
    return is_bold(prose)


RULE = Rule(
    name="bold-heading",
    group="markdown",
    severity=Severity.INFO,
    messages={
        "bold": (
            "太字の行が見出しの代わりに使われています",
            "a bold line is used as a heading",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("leaked-outline", "assistant-chatter"),
    default=False,
)
