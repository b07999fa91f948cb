"""見出しのレベルが飛んでいる、または一番上の見出し（H1）が重なっている。

## 何を見るか
- `##` の次に `####` が来るなど、間のレベルを飛ばした見出し
- 本文に二つ以上ある `#`（H1）の見出し
- front matter に `title` があるのに、本文にもある `#` の見出し。多くのサイトは題名を H1 として表示
  します

既定では無効です。`select: [default, heading-level]` と書くと有効になります。

## なぜか
見出しのレベルは、目次や読み上げソフトが文章の組み立てを知る手がかりです。

## 例
```md bad
## 朝の市場

#### 魚を選ぶ
```
```md good
## 朝の市場

### 魚を選ぶ

## 夜の屋台
```

## 限界
好みや慣習の違いが大きく、人が書いた記事 375 本のうち 68 本が当てはまるので、情報にとどめています。
最初の見出しがどのレベルから始まるかは見ません。

## English
### What it does
Reports a heading that skips a level, a second H1, and an H1 beside the title of the front matter.
The rule is off by default; `select: [default, heading-level]` switches it on.

### Why
Tables of contents and screen readers take the structure of a text from the levels.

### Limits
It is a matter of house style: 68 of 375 posts by people are hit. The level of the first heading is
not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Related, Rule, RuleOptions, Severity


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    title = post.front_matter.scalar("title")
    last, first = 0, None
    for block in post.blocks:
        if block.kind != "heading" or block.parents:
            continue
        if block.level == 1 and first is not None:
            yield Finding(block.span, "several", related=(Related(first, "first"),))
        elif block.level == 1 and title is not None and title.text:
            yield Finding(block.span, "beside-title", related=(Related(title.span, "title"),))
        elif last and block.level > last + 1:
            yield Finding(block.span, "jump", {"before": last, "level": block.level})
        if block.level == 1 and first is None:
            first = block.span
        last = block.level


RULE = Rule(
    name="heading-level",
    group="markdown",
    severity=Severity.INFO,
    messages={
        "jump": (
            "見出しのレベルが H{before} から H{level} へ飛んでいます",
            "the headings jump from H{before} to H{level}",
        ),
        "several": ("H1 の見出しが二つ以上あります", "there is more than one H1"),
        "beside-title": (
            "題名のほかに H1 の見出しがあります",
            "there is an H1 beside the title of the front matter",
        ),
        "first": ("最初の H1", "the first H1"),
        "title": ("題名", "the title"),
    },
    doc=__doc__,
    check=check,
    default=False,
)
