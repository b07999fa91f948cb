"""Titles as search engines shorten them: cut at a width, a blank and three dots behind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.letters import has_letter

DOTS = Pattern(r"(?<=[^\s.…・])[ \u00a0　](?:\.{3}|…)$")
LEAST = 18
"""Characters of a Japanese title that a page of results has no room for."""
LEAST_LATIN = 36
END = 6
TOP = 2
MOST = 12
"""The body is searched for each of them."""
TALKING = Pattern(r"[？！?!。、…]|[ねよなかわ]$")


class Snippet(Struct, frozen=True):
    """Where a shortened title ends, and whether the body has the rest of it."""

    span: Span
    text: str
    certain: bool


def snippets(post: Post) -> Iterator[Snippet]:
    """The title and headings of the first two levels that a search engine has shortened."""
    yield from islice(_snippets(post), MOST)


def _snippets(post: Post) -> Iterator[Snippet]:
    headings = (
        block.prose
        for block in post.blocks
        if block.kind == "heading" and block.level <= TOP and block.prose is not None
    )
    for prose in (post.title, *headings):
        found = None if prose is None else DOTS.search(prose.text.rstrip())
        if prose is None or found is None:
            continue
        words = prose.text[: found.start()].strip()
        if len(words) < (LEAST if has_letter(words) else LEAST_LATIN) or TALKING.search(words[-1]):
            continue
        start = max(found.start() - END, 0)
        span = prose.span(start, found.end())
        yield Snippet(span, prose.text[start : found.end()], _goes_on(post, words))


def _goes_on(post: Post, words: str) -> bool:
    """Whether the body has the same words and goes on with them."""
    for prose in post.prose:
        at = prose.text.find(words)
        after = prose.text[at + len(words) : at + len(words) + 1] if at >= 0 else ""
        if after and not after.isspace() and after not in "。.…":
            return True
    return False
