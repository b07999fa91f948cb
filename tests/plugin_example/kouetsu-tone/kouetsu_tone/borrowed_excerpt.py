"""抜粋が、その記事のものになっていない。

## 何を見るか
front matter の抜粋（`excerpt`、なければ `description`）。ほかの記事の抜粋か題名と
同じなら指摘します。

## なぜか
一覧に同じ抜粋が並ぶと、どの記事を開けばよいか分かりません。

## 例
```md bad
---
title: 橋の開く朝
excerpt: 橋の開く朝
---

橋が開いた。
```
```md good
---
title: 橋の開く朝
excerpt: 七時に橋が開き、待っていた船が動き出します。
---

橋が開いた。
```

## English
### What it does
Reports an excerpt (or description) that another post has, too, or that is the title once more.

### Why
Where a list shows one excerpt many times, nobody can tell which post to open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, NamedTuple

from kouetsu.api import (
    CorpusCheck,
    Finding,
    Post,
    Prose,
    Related,
    Rule,
    RuleOptions,
    Severity,
    Span,
    normal_form,
    option,
)


class Options(RuleOptions, frozen=True, kw_only=True):
    most: Annotated[int, option("同じでよい記事の数", "how many posts may share one", ge=1)] = 1


class Excerpt(NamedTuple):
    """What one post tells the others: the text as it is compared, and where it stands."""

    text: str
    span: Span


def check(post: Post, options: Options) -> Iterator[Finding]:
    excerpt = _excerpt(post)
    if excerpt and post.title and normal_form(excerpt.text) == normal_form(post.title.text):
        yield Finding(excerpt.whole, "title")


def collect(post: Post, options: Options) -> Excerpt | None:
    excerpt = _excerpt(post)
    return Excerpt(normal_form(excerpt.text), excerpt.whole) if excerpt else None


def check_posts(facts: Mapping[str, Excerpt], options: Options) -> Iterator[tuple[str, Finding]]:
    paths: dict[str, list[str]] = {}
    for path in sorted(facts):
        paths.setdefault(facts[path].text, []).append(path)
    for sharing in paths.values():
        if len(sharing) <= options.most:
            continue
        for path in sharing:
            other = next(each for each in sharing if each != path)
            related = Related(facts[other].span, "other", path=other)
            count = {"count": len(sharing) - 1}
            yield path, Finding(facts[path].span, "shared", count, (related,))


def _excerpt(post: Post) -> Prose | None:
    return post.field("excerpt") or post.field("description")


RULE = Rule(
    name="borrowed-excerpt",
    group="tone",
    severity=Severity.WARNING,
    messages={
        "title": ("抜粋が題名と同じです", "the excerpt is the title"),
        "shared": (
            "同じ抜粋の記事がほかにあります（{count} 本）",
            "other posts have this excerpt ({count})",
        ),
        "other": ("同じ抜粋の記事", "a post with this excerpt"),
    },
    doc=__doc__,
    check=check,
    corpus=CorpusCheck(collect, check_posts),
    options=Options,
)
