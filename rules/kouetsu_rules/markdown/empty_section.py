"""見出しの下に何もない、または記事に本文がない。

## 何を見るか
- 記事の最後にあり、下に何も書かれていない見出し（「おわり」のように結ぶだけのものを除く）。
- すぐ次に上のレベルの見出しが来て、中身のない見出し。
- `#` だけがあって文字のない見出し。
- front matter だけで本文のない記事。サイトの記事とされたファイル（`posts` かプリセット）で見ます。
- すぐ次に同じレベルの見出しが来るもの（参考）。日程や休憩を見出しだけで並べる人もいます。

`##` の次に `###` が来るのは、まとめの見出しとしてふつうの書き方です。

## なぜか
生成が途中で止まったり、節の中身だけが消されたりすると、見出しが残ります。

## 例
```md bad
## まとめ

春の市場は朝が早い。

## 参考になる店
```
```md good
## 市場の歩き方

### 朝

魚から見て回ります。
```

## 限界
人が書いた記事375本で警告は0件、参考は8本に14件です。機械が書いた記事569本では、
警告が2件でした。区切り線は中身に数えません。修正は、同じ見出しがほかにあって中身を持つときだけ
提案します（見直しが要ります）。

## English
### What it does
Reports a heading with nothing under it: at the end of the post, before a heading of a higher level,
without any text, and (as info) before a heading of its own level; and a post of the site with front
matter and no body, unless it only lists (`_index.md`) or links elsewhere.
### Why
Headings remain where a generator stopped or where the section's text was deleted.
### Limits
People write programmes as bare headings of one level: that case is info. 0 warnings in 375 posts,
14 infos in 8. The fix (unsafe) is offered only where the same heading stands elsewhere with text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from kouetsu.api import (
    Block,
    Finding,
    Fix,
    Pattern,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
    normal_form,
)
from kouetsu_rules.repetition.lines import Lines

CLOSING = Pattern(
    r"\W*(?:おしまい|おわり|終わり|終り|以上(?:です)?|完|了|終|the end|end|fin|eof)\W*",
    re.IGNORECASE,
)
"""With such a heading a post closes."""
TELLING = 10
"""Letters of a heading that nobody gives two sections of a programme."""
LISTS = ("_index", "index")
LEADS_ELSEWHERE = (
    "redirect_to",
    "redirect",
    "link",
    "external_url",
    "external",
    "url",
    "canonical",
)
"""Pages that list others and posts that lead elsewhere have no text of their own."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if _is_bare(post):
        yield Finding(Span(0, post.source.line_span(1).end), "body")
    headings = [block for block in post.blocks if _is_written(post, block)]
    found = list(_empty(post))
    empty = {finding.span for finding in found}
    told = {_key(block) for block in headings if block.span not in empty}
    again = {
        block.span: block
        for block in headings
        if block.span in empty and len(_key(block)) >= TELLING and _key(block) in told
    }
    for finding in found:
        block = again.get(finding.span)  # its text went to where the heading stands again
        edits = tuple(post.derived(Lines).without([block])) if block is not None else ()
        yield replace(finding, fix=Fix(edits, Safety.UNSAFE, "delete")) if edits else finding


def _empty(post: Post) -> Iterator[Finding]:
    heading: Block | None = None
    for block in post.blocks:
        if block.kind == "rule":
            continue
        if not _is_written(post, block):
            heading = None
            continue
        if block.prose is not None and not block.prose.text.strip() and not block.prose.marks:
            yield Finding(block.span, "blank")
            continue
        if heading is not None and block.level <= heading.level:
            severity = Severity.INFO if block.level == heading.level else None
            related = (Related(block.span, "next"),)
            yield Finding(heading.span, "empty", related=related, severity=severity)
        heading = block
    if heading is not None and (not heading.prose or not CLOSING.fullmatch(heading.prose.text)):
        yield Finding(heading.span, "last")


def _is_bare(post: Post) -> bool:
    """Whether a post of the site ends where its text should begin."""
    if not post.site.claimed or not post.body.start or post.text[post.body.start :].strip():
        return False
    if PurePosixPath(post.path).stem in LISTS:
        return False
    return not any(post.front_matter.entry(name) for name in LEADS_ELSEWHERE)


def _is_written(post: Post, block: Block) -> bool:
    # Dashes below make a heading of a paragraph too: that is heading-spacing's business.
    return block.kind == "heading" and not block.parents and post.text[block.span.start] == "#"


def _key(block: Block) -> str:
    return normal_form(block.prose.text) if block.prose is not None else ""


RULE = Rule(
    name="empty-section",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "empty": ("この見出しの下に何もありません", "there is nothing under this heading"),
        "last": (
            "記事がこの見出しで終わっていて、下に何もありません",
            "the post ends with this heading, with nothing under it",
        ),
        "blank": ("文字のない見出しです", "this heading has no text"),
        "body": ("記事に本文がありません", "the post has no text"),
        "next": ("次の見出し", "the next heading"),
        "delete": ("見出しを削除する", "delete the heading"),
    },
    doc=__doc__,
    check=check,
)
