"""見出しの下に何もない、または記事に本文がない。

## 何を見るか
- 記事の最後にあり、下に何も書かれていない見出し。
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
警告が2件でした。区切り線は中身に数えません。

## English
### What it does
Reports a heading with nothing under it: at the end of the post, before a heading of a higher level,
without any text, and (as info) before a heading of its own level; and a post of the site with front
matter and no body, unless it only lists (`_index.md`) or links elsewhere.
### Why
Headings remain where a generator stopped or where the section's text was deleted.
### Limits
People write programmes as bare headings of one level: that case is info. 0 warnings in 375 posts,
14 infos in 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kouetsu.api import Block, Finding, Post, Related, Rule, RuleOptions, Severity, Span

# Pages that list others and posts that lead elsewhere have no text of their own.
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


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if _is_bare(post):
        yield Finding(Span(0, post.source.line_span(1).end), "body")
    heading: Block | None = None
    for block in post.blocks:
        if block.kind == "rule":
            continue
        # Dashes below make a heading of a paragraph too: that is heading-spacing's business.
        if block.kind != "heading" or block.parents or post.text[block.span.start] != "#":
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
    if heading is not None:
        yield Finding(heading.span, "last")


def _is_bare(post: Post) -> bool:
    """Whether a post of the site ends where its text should begin."""
    if not post.site.claimed or not post.body.start or post.text[post.body.start :].strip():
        return False
    if PurePosixPath(post.path).stem in LISTS:
        return False
    return not any(post.front_matter.entry(name) for name in LEADS_ELSEWHERE)


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
    },
    doc=__doc__,
    check=check,
)
