"""ファイル名が Jekyll の形でない、または URL になる部分が何の記事かを示していない。

## 何を見るか
- Jekyll の `_posts` にあるファイルの名前が `2025-04-01-spring-walk.md` の形でない（エラー）。暦にな
  い日付や、日付のあとに何もない名前も同じです
- ファイル名の日付のあと、または front matter の `slug` が、`untitled`、`new-post`、`article-update`
  のように、何の記事かを示さない語だけでできている（警告）
- `i-apologize-but-…`、`here-is-the-article-…` のように、生成モデルの受け答えがそのまま名前になって
  いる（警告）

## なぜか
名前の形が違う記事を、Jekyll は黙って飛ばします。どの記事にも使える名前は URL の重複を招き、あとから
探すこともできません。

## 例
```md bad
---
title: 春の散歩道
slug: untitled
---

桜並木を歩いた。
```
```md good
---
title: 春の散歩道
slug: spring-walk
---

桜並木を歩いた。
```

## 設定
`generic-words` に、サイトの生成ツールが付ける語を加えられます。名前の語がすべてこの中にあるとき、指
摘します。

## 限界
ファイル名を見るのは、日付で始まるもの、`_posts` にあるもの、設定の `posts` に当たるものだけです。人
が書いた記事 375 本で誤報はありません。

## English
### What it does
Reports file names and slugs that name no post. Files in Jekyll's `_posts` that are not named
`YYYY-MM-DD-slug.md` are errors. Slugs, in the file name or under `slug`, that consist of words
which would fit any post (`untitled`, `article-update`) or of the model's answer
(`i-apologize-but-…`) are warnings.

### Why
Jekyll skips wrongly named posts without a word; a name that fits anything collides and can't be
found again.

### Limits
File names are judged only where they begin with a date, stand in `_posts`, or are claimed by the
configuration. No false alarm on 375 posts by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from kouetsu.api import Finding, NonEmpty, Pattern, Post, Rule, RuleOptions, Severity, option

JEKYLL_NAME = Pattern(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)")
DATED_NAME = Pattern(r"\d{4}-\d{2}-\d{2}-?(.*)")
WORK = r"(?:articles?|blog|post|draft|title|summary|translation|outline|content|report|slug)"
CHATTER = Pattern(
    r"(?:i-apologi[sz]e|i-?m-sorry-(?:but|i)\b|i-am-(?:sorry-(?:but|i)\b|unable)|sorry-but|as-an-ai(?:-(?:language|model|assistant|i)\b|$)|"
    r"i-can-?(?:no)?t-(?:access|assist|create|find|fulfill|generate|help|provide|write)|"
    r"i-?ve-(?:established|created|written|prepared|completed|drafted|outlined)|"
    rf"here-?(?:i?s|are)-(?:the|an?|your|my)-(?:[a-z]+-){{0,3}}{WORK}\b|sure-here|"
    r"certainly-(?:here|i\b|below|let)|of-course-here|"
    r"below-is-(?:the|an?)-|let-me-(?:write|create|start-(?:by|with)))"
)
GENERIC = (
    "untitled",
    "article",
    "articles",
    "post",
    "posts",
    "blog",
    "new",
    "update",
    "updates",
    "entry",
    "draft",
    "test",
    "tmp",
    "temp",
    "sample",
    "page",
    "content",
    "title",
    "no",
    "ai",
    "my",
    "copy",
    "final",
    "auto",
    "generated",
    "default",
    "slug",
    "無題",
    "記事",
    "新規",
    "下書き",
)
# Words that tell nothing beside others, but may be what a post is about.
WEAK = frozenset(
    ("ai", "blog", "no", "my", "new", "final", "test", "update", "updates", "copy", "title")
)
# The same of two together: auto-update, page-title, ai-generated-content.
COMPOUND = WEAK | {"auto", "generated", "content", "page", "default", "slug"}
MESSAGES = {
    "not-dated": (
        "ファイル名「{name}」が「YYYY-MM-DD-名前.md」の形でないため、Jekyll が記事として扱いません",
        "the file name “{name}” is not YYYY-MM-DD-slug.md, so Jekyll does not publish the post",
    ),
    "no-such-day": (
        "ファイル名「{name}」の日付は存在しません",
        "the file name “{name}” has a date that does not exist",
    ),
    "empty": (
        "ファイル名「{name}」の日付のあとに名前がありません",
        "the file name “{name}” has nothing after the date",
    ),
    "generic": (
        "スラッグ「{name}」からは何の記事か分かりません",
        "the slug “{name}” would fit any post",
    ),
    "chatter": (
        "スラッグ「{name}」が生成モデルの受け答えのままです",
        "the slug “{name}” comes from a model's answer",
    ),
}


class Options(RuleOptions, frozen=True, kw_only=True):
    """Which words tell nothing."""

    generic_words: Annotated[
        tuple[NonEmpty, ...],
        option("何の記事かを示さない語", "words that do not tell what a post is about"),
    ] = GENERIC


def check(post: Post, options: Options) -> Iterator[Finding]:
    *folders, name = post.path.replace("\\", "/").split("/")
    stem = name.rpartition(".")[0] or name
    place = post.source.line_span(1)
    dated = DATED_NAME.fullmatch(stem)
    if "_posts" in folders or (post.site.preset == "jekyll" and post.site.claimed):
        key = _not_for_jekyll(stem)
        if key is not None:
            yield Finding(place, key, {"name": name[:80]}, severity=Severity.ERROR)
            return
    if dated is not None or post.site.claimed or "_posts" in folders:
        key = _telling_nothing(dated[1] if dated else stem, options)
        if key is not None:
            yield Finding(place, key, {"name": name[:80]})
    slug = post.front_matter.scalar("slug")
    if slug is not None and (key := _telling_nothing(slug.text, options)):
        yield Finding(slug.span, key, {"name": slug.text[:80]})


def _not_for_jekyll(stem: str) -> str | None:
    found = JEKYLL_NAME.fullmatch(stem)
    if found is None:
        return "empty" if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}-?", stem) else "not-dated"
    year = int(found[1]) if len(found[1]) == 4 else 2000 + int(found[1]) % 100
    try:
        date(year, int(found[2]), int(found[3]))
    except ValueError:
        return "no-such-day"
    return None if found[4].strip("-_. ") else "empty"


def _telling_nothing(slug: str, options: Options) -> str | None:
    words = [word for word in re.split(r"[-_ .]+", slug.lower()) if word]
    while words and words[0].isdigit():
        del words[0]
    if CHATTER.match("-".join(words)):
        return "chatter"
    named = [word for word in words if not word.isdigit()]
    if not named or not set(named) <= set(options.generic_words):
        return None
    return None if set(named) <= (COMPOUND if len(set(named)) > 1 else WEAK) else "generic"


RULE = Rule(
    name="post-file-name",
    group="front-matter",
    severity=Severity.WARNING,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    options=Options,
)
