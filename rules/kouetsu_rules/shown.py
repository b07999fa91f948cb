"""What a post shows instead of saying it: code, and what it quotes. Damage there is a sample."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

CODED = 3
"""So many pieces of inline code make a post technical."""
FOREIGN_WORDS = 12
"""A post with more lower-case English words than this writes of them."""
WORD = Pattern(r"(?<![A-Za-z0-9_./@-])[a-z]{4,}(?![A-Za-z0-9_./@-])")
IN_CELL = Pattern(r"(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]+(?P=ticks)(?!`)")
# Behind a sign that stands for itself: a particle, with which nothing else begins, or what it is.
NAMED_SIGN = (
    r"(?:[はがをにでとのも]|から|より|だけ|って)(?=[^ぁ-ん])|[を、・/,]|とは|という|見出し"
    r"|(?:マーク|記号|印|キー|ボタン)(?=[をはがとのでもに])|[Hh]eading|(?:and|or|vs)\b"
)
ENDLESS = 1 << 62


def code_spans(post: Post) -> tuple[Span, ...]:
    """The source of code blocks and inline code. A derived view: ``post.derived(code_spans)``."""
    spans = [block.span for block in post.blocks if block.kind == "code"]
    spans += [mark.span for prose in post.prose for mark in prose.marked("code")]
    for block in post.blocks:
        # the cells of a table are no prose of their own
        if block.kind == "table":
            spans += (Span(*place.span()) for place in IN_CELL.finditer(post.text, *block.span))
    return tuple(sorted(spans))


def shown_spans(post: Post) -> tuple[Span, ...]:
    """The source of code and of quotations. A derived view: ``post.derived(shown_spans)``."""
    quotations = (block.span for block in post.blocks if block.kind == "quote")
    return tuple(sorted((*post.derived(code_spans), *quotations)))


def within(offset: int, spans: tuple[Span, ...]) -> bool:
    """Whether one of the ascending spans holds the offset."""
    index = bisect_right(spans, (offset, ENDLESS)) - 1
    # A quotation may hold code: the one that begins last may be the shorter one.
    return any(span.start <= offset < span.end for span in spans[max(0, index - 1) : index + 1])


def said(post: Post, pattern: Pattern) -> Iterator[re.Match[str]]:
    """The matches in the source of the body that begin neither in code nor in a quotation."""
    for place in pattern.finditer(post.text, *post.body):
        if not within(place.start(), post.derived(shown_spans)):
            yield place


def shows_code(post: Post) -> bool:
    """Whether a block of code stands in the post."""
    return any(block.kind == "code" for block in post.blocks)


def technical(post: Post) -> bool:
    """Whether the post shows code, or writes of English words."""
    if post.derived(_shows_much):
        return True
    words = {word for prose in post.prose for word in WORD.findall(prose.text)}
    return len(words) > FOREIGN_WORDS


def coded(post: Post) -> bool:
    """Whether the post shows code, or in Japanese writes of English words."""
    return post.derived(_shows_much) or (post.is_japanese and post.derived(technical))


def _shows_much(post: Post) -> bool:
    return (
        post.derived(shows_code) or sum(len(prose.marked("code")) for prose in post.prose) >= CODED
    )
