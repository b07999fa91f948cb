"""Suppressions as they stand in a post: comments between top-level blocks, front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.front_matter import MappingNode, Scalar, SequenceNode
from kouetsu.text.post import Post

Kind = Literal["disable-next-line", "disable", "enable", "front-matter"]

COMMENT = Pattern(
    r"<!--\s*kouetsu-(?P<kind>disable-next-line|disable|enable)(?=\s|-->)"
    r"(?P<names>(?:(?!-->|\s--\s).)*)(?P<reason>\s--\s(?:(?!-->).)*)?-->",
    re.DOTALL,
)
NAME = Pattern(r"[^\s,]+")
KEY = "kouetsu"


class Named(Struct, frozen=True):
    """A rule or group that a suppression names, and where."""

    word: str
    span: Span


class Directive(Struct, frozen=True):
    """One comment, or the ``kouetsu`` key of the front matter. No names: all rules."""

    kind: Kind
    names: tuple[Named, ...]
    span: Span
    reach: Span
    """Where what it silences begins."""
    closer: Directive | None = None
    """The comment that ends a ``disable``."""


def directives(post: Post) -> list[Directive]:
    """The suppressions of a post in their order, each with its reach."""
    found = list(_front_matter(post))
    if "kouetsu-" in post.text:  # perf: most posts have none, and need no blocks for this
        found += _with_reach(post, list(_comments(post)))
    return found


def _comments(post: Post) -> Iterator[tuple[Directive, int]]:
    for block in post.blocks:
        if block.kind == "html" and not block.parents:
            for match in COMMENT.finditer(post.text, *block.span):
                start, end = match.span("names")
                names = tuple(
                    Named(name.group(), Span(*name.span()))
                    for name in NAME.finditer(post.text, start, end)
                )
                span = Span(*match.span())
                kind: Kind = match["kind"]  # type: ignore[assignment]
                yield Directive(kind, names, span, span), block.top


def _with_reach(post: Post, comments: Sequence[tuple[Directive, int]]) -> Iterator[Directive]:
    tops = top_spans(post)
    own = {top for _, top in comments}
    used: set[int] = set()
    for number, (comment, top) in enumerate(comments):
        if comment.kind == "disable-next-line":
            following = next((t for t in sorted(tops) if t > top and t not in own), None)
            reach = (
                Span(comment.span.end, comment.span.end) if following is None else tops[following]
            )
            yield Directive(comment.kind, comment.names, comment.span, reach)
        elif comment.kind == "disable":
            closer = _closer(comments, number)
            end = len(post.text)
            if closer is not None:
                used.add(closer)
                end = comments[closer][0].span.start
            yield Directive(
                comment.kind,
                comment.names,
                comment.span,
                Span(comment.span.end, end),
                None if closer is None else comments[closer][0],
            )
    for number, (comment, _) in enumerate(comments):
        if comment.kind == "enable" and number not in used:
            yield comment


def _closer(comments: Sequence[tuple[Directive, int]], opener: int) -> int | None:
    words = {name.word for name in comments[opener][0].names}
    for number in range(opener + 1, len(comments)):
        comment = comments[number][0]
        if comment.kind == "enable":
            enabled = {name.word for name in comment.names}
            if not enabled or (words and words <= enabled):
                return number
    return None


def top_spans(post: Post) -> dict[int, Span]:
    """The span of each top-level block by its number."""
    tops: dict[int, Span] = {}
    for block in post.blocks:
        tops[block.top] = tops[block.top].joined(block.span) if block.top in tops else block.span
    return tops


def _front_matter(post: Post) -> Iterator[Directive]:
    entry = post.front_matter.entry(KEY)
    if entry is None or not isinstance(entry.value, MappingNode):
        return
    for inner in entry.value.entries:
        if inner.key.text == "disable":
            value = inner.value
            items = value.items if isinstance(value, SequenceNode) else (value,)
            names = tuple(Named(item.text, item.span) for item in items if isinstance(item, Scalar))
            # without names it would silence everything by accident
            if names:
                yield Directive("front-matter", names, entry.span, Span(0, len(post.text)))
