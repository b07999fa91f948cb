"""The list in which an agent ticks off its work on the post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post

BOX = Pattern(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[(?P<ticked>[ xX✓])\]")
STAGE = Pattern(
    r"構成|アウトライン|見出し|下書き|ドラフト|初稿|執筆|本文|校正|校閲|推敲|レビュー(?!ワー)"
    r"|ファクトチェック|リンク(?:確認|チェック)|アイキャッチ"
    r"|メタ(?:情報|ディスクリプション)|記事|公開|リサーチ|調査|画像|\b(?:draft|outline|introduction|conclusion"
    r"|section|proof-?read|link check(?:er)?|hero image|ask (?:the )?user"
    r"|front ?matter|meta description|publish|fact[- ]check|headline|edit(?:ing)?|word count"
    r"|SEO|research|images?|alt text)s?\b",
    re.IGNORECASE,
)
# Who makes a book or a magazine tells readers how far it is.
BOOK = Pattern(
    r"即売会|同人|入稿|印刷所|新刊|単行本|冊子|会誌|\b(?:novel|zine|manuscript|printers?)\b"
)
LEAST = 2
SHARE = 0.6


def progress_lists(post: Post) -> Iterator[Finding]:
    """Lists with a ticked box whose items are mostly stages of writing."""
    if "[x]" not in post.text and "[X]" not in post.text:
        return
    items: list[Block] = []
    for block in (*post.blocks, None):
        if block is not None and block.in_list and not block.in_quote and block.prose is not None:
            if items and block.top != items[-1].top:
                yield from _judged(post, items)
                items = []
            items.append(block)
    yield from _judged(post, items)


def _judged(post: Post, items: list[Block]) -> Iterator[Finding]:
    boxes = [BOX.match(post.text[_line(post, item) : item.span.end]) for item in items]
    stages = sum(1 for item in items if item.prose and STAGE.search(item.prose.text))
    ticked = any(box and box["ticked"] != " " for box in boxes)
    if BOOK.search(post.text, post.body.start):
        return
    if ticked and all(boxes) and stages >= LEAST and stages >= SHARE * len(items):
        span = items[0].span.joined(items[-1].span)
        yield Finding(span, "report")


def _line(post: Post, item: Block) -> int:
    """Where the line of an item begins."""
    return max(post.text.rfind("\n", 0, item.span.start) + 1, post.body.start)
