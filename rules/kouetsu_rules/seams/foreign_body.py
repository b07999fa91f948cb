"""題名は日本語なのに、本文がほかの言葉で書かれている。

## 何を見るか
題名か概要に仮名があり、本文に文が三百字以上あるのに、その字のうち仮名が百に二つもない記事。
コード、表、
引用は数えません。

## なぜか
翻訳の工程が抜けたまま、または別の言語の版と取り違えて公開されたものです。

## 例
```md bad
---
title: 朝の散歩のすすめ
---

Walking in the early morning is one of the simplest habits a person can take up, and one of the
easiest to keep. The streets are quiet, the air is cool, and nobody expects an answer from you. A
short round through the neighbourhood wakes the body gently, long before the first cup of coffee
has any effect. After two weeks most people find that they sleep better and that the first hour
of work has become the best one of the day.
```
```md good
---
title: 朝の散歩のすすめ
---

朝の散歩は、始めやすく続けやすい習慣です。
```

## 限界
手元の 569 記事に例はなく、人の書いた 375 記事では 0 件でした。途中の段落だけが別の言葉のものは、
ここでは
見ません。

## English

### What it does
Reports a post whose title or description has kana while its body, of three hundred letters or
more, has hardly any. Code, tables and quotations don't count.

### Why
The translation was skipped, or another language's version was published in its place.

### Limits
No example in 569 posts at hand, none on 375 files by people. A single foreign paragraph is not
looked for here.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.seams.foreign_passages import passages

KANA = Pattern(r"[぀-ヿ]")
LETTER = Pattern(r"[^\W\d_]")
LEAST = 300
SHARE = 0.02
SAMPLE = 2000


def _begins_japanese(post: Post) -> bool:
    """Whether the beginning of the body has kana enough: that is all most posts need."""
    sample = post.text[post.body.start : post.body.start + SAMPLE]
    return len(KANA.findall(sample)) >= SAMPLE * SHARE


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    whole = _whole(post)
    if whole is not None:
        yield whole
        return
    for passage in passages(post):
        yield Finding(passage.prose.span(passage.start, passage.end), "passage")


def _whole(post: Post) -> Finding | None:
    """A body in another language than its title."""
    if _begins_japanese(post):
        return None
    fields = (post.field("title"), post.field("description"), post.field("excerpt"))
    if not any(field is not None and KANA.search(field.text) for field in fields):
        return None
    letters = kana = 0
    first = None
    for prose in post.prose:
        if prose.block is not None and prose.block.kind in ("paragraph", "item"):
            letters += len(LETTER.findall(prose.text))
            kana += len(KANA.findall(prose.text))
            first = first or prose
    if first is not None and letters >= LEAST and kana < SHARE * letters:
        return Finding(first.whole, "foreign")
    return None


RULE = Rule(
    name="foreign-body",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "foreign": (
            "題名は日本語ですが、本文はほかの言語で書かれています",
            "the title is Japanese, but the body is written in another language",
        ),
        "passage": (
            "ほかの言語の文がまじっています",
            "this sentence is in another language than the post",
        ),
    },
    doc=__doc__,
    check=check,
)
