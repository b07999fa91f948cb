"""Links to other posts in lists under headings that name them: 関連記事, あわせて読みたい."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Mark, Pattern, Post, Prose

RELATED = Pattern(
    r"関連(?:記事|する記事|リンク|ページ|投稿)|あわせて読|合わせて読|併せて読"
    r"|おすすめ(?:の)?記事|こちらの記事も|次に読|ほかの記事"
    r"|他の記事|(?i:\brelated\b|\bread next\b|\bfurther reading\b|you may also like"
    r"|\bmore (?:posts|articles)\b)"
)
SHARE = 0.6
"""So much of an item's text is the link that it holds."""


def related_links(post: Post) -> Iterator[tuple[Prose, Mark]]:
    """The items of such lists that are links, each with its link."""
    related = False
    for block in post.blocks:
        if block.kind == "heading" and block.prose is not None:
            related = RELATED.search(block.prose.text) is not None
        elif related and block.in_list and block.prose is not None:
            mark = main_link(block)
            if mark is not None:
                yield block.prose, mark


def main_link(block: Block) -> Mark | None:
    """The link that is most of a block's text."""
    prose = block.prose
    links = prose.marked("link") if prose is not None else ()
    if prose is None or not links:
        return None
    linked = sum(mark.end - mark.start for mark in links)
    return links[0] if linked >= SHARE * len(prose.text.strip()) else None
