"""Suppressions as they stand in a post: comments between top-level blocks, front matter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.front_matter import MappingNode, Scalar, SequenceNode
from kouetsu.text.post import Post

Kind = Literal["disable-next-line", "disable", "enable", "front-matter"]

COMMENT = Pattern(
    r"<!--\s*kouetsu-(?P<kind>disable-next-line|disable|enable)(?=\s|-->)"
    # One that is not closed ends at the next: reading each to the end would be quadratic.
    r"(?P<names>(?:(?!-->|<!--|\s--\s).)*)(?P<reason>\s--\s(?:(?!-->|<!--).)*)?-->",
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
    following = _following(tops, {top for _, top in comments})
    closers = _Closers(comments)
    used: set[int] = set()
    for number, (comment, top) in enumerate(comments):
        if comment.kind == "disable-next-line":
            reach = following.get(top) or Span(comment.span.end, comment.span.end)
            yield Directive(comment.kind, comment.names, comment.span, reach)
        elif comment.kind == "disable":
            closer = closers.of(number)
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


def _following(tops: Mapping[int, Span], own: Container[int]) -> dict[int, Span]:
    """For each top-level block the next one that holds no suppression."""
    found: dict[int, Span] = {}
    following: Span | None = None
    for top in sorted(tops, reverse=True):
        if following is not None:
            found[top] = following
        if top not in own:
            following = tops[top]
    return found


class _Closers:
    """The ``enable`` comments, by what they enable."""

    def __init__(self, comments: Sequence[tuple[Directive, int]]) -> None:
        self._comments = comments
        self._of_all: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for number, (comment, _) in enumerate(comments):
            if comment.kind == "enable":
                for word in {name.word for name in comment.names}:
                    self._by_word.setdefault(word, []).append(number)
                if not comment.names:
                    self._of_all.append(number)

    def of(self, opener: int) -> int | None:
        """The first after ``opener`` that enables all that it disables."""
        words = {name.word for name in self._comments[opener][0].names}
        whole = _from(self._of_all, opener)
        named = self._enabling(words, opener) if words else None
        if whole is None or named is None:
            return named if whole is None else whole
        return min(whole, named)

    def _enabling(self, words: Iterable[str], least: int) -> int | None:
        """The first from ``least`` on that names all of these words."""
        while True:
            nearest = {_from(self._by_word.get(word, ()), least) for word in words}
            places = [place for place in nearest if place is not None]
            if len(places) < len(nearest):
                return None
            if len(places) == 1:
                return places[0]
            least = max(places)


def _from(numbers: Sequence[int], least: int) -> int | None:
    index = bisect_left(numbers, least)
    return numbers[index] if index < len(numbers) else None


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
