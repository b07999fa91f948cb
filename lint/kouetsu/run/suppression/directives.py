"""Suppressions as they stand in a post: comments between top-level blocks, front matter."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.front_matter import MappingNode, Scalar, SequenceNode
from kouetsu.text.post import DIRECTIVE, Post

Kind = Literal["disable-next-line", "disable", "enable", "front-matter"]

OPENS, CLOSES = r"(?:<!--|\{/\*)", r"(?:-->|\*/\})"
COMMENT = Pattern(
    rf"{OPENS}\s*kouetsu-(?P<kind>disable-next-line|disable|enable)(?=\s|{CLOSES})"
    # One that is not closed ends at the next: reading each to the end would be quadratic.
    rf"(?P<names>(?:(?!{CLOSES}|{OPENS}|\s--\s).)*)"
    rf"(?P<reason>\s--\s(?:(?!{CLOSES}|{OPENS}).)*)?{CLOSES}",
    re.DOTALL,
)
DISABLE_NEXT, DISABLE, ENABLE = "kouetsu-disable-next-line", "kouetsu-disable", "kouetsu-enable"
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


def comment(post: Post, words: str) -> str:
    """A comment with these words, as the post can have one: MDX has none of HTML."""
    return f"{{/* {words} */}}" if post.is_mdx else f"<!-- {words} -->"


def directives(post: Post) -> list[Directive]:
    """The suppressions of a post in their order, each with its reach."""
    found = list(_front_matter(post))
    if DIRECTIVE in post.text:  # perf: most posts have none, and need no blocks for this
        found += _with_reach(post, list(_comments(post)))
    return found


def _comments(post: Post) -> Iterator[Directive]:
    for match in _own_comments(post, COMMENT):
        names = _named(post, *match.span("names"))
        span = Span(*match.span())
        kind: Kind = match["kind"]  # type: ignore[assignment]
        yield Directive(kind, names, span, span)


def _own_comments(post: Post, pattern: Pattern) -> Iterator[re.Match[str]]:
    others = [block for block in post.blocks if block.kind == "html" and not block.parents]
    for block in sorted((*post.directive_blocks, *others), key=lambda block: block.span):
        yield from pattern.finditer(post.text, *block.span)


def _named(post: Post, start: int, end: int) -> tuple[Named, ...]:
    return tuple(
        Named(name.group(), Span(*name.span())) for name in NAME.finditer(post.text, start, end)
    )


def _with_reach(post: Post, comments: Sequence[Directive]) -> Iterator[Directive]:
    tops = sorted(span.start for span in top_spans(post).values())
    ends = sorted((*tops, *(comment.span.start for comment in comments), len(post.text) + 1))
    first = -1 if post.front_matter.span.size else (tops or [len(post.text)])[0]
    closers = _Closers(comments)
    used: set[int] = set()
    for number, comment in enumerate(comments):
        if comment.kind == "disable-next-line":
            yield replace(comment, reach=_next(tops, ends, comment.span.end))
        elif comment.kind == "disable":
            closer = closers.of(number)
            end = len(post.text)
            if closer is not None:
                used.add(closer)
                end = comments[closer].span.start
            # what is told of a post without front matter as a whole stands at its very start
            start = 0 if comment.span.start < first else comment.span.end
            ending = None if closer is None else comments[closer]
            yield replace(comment, reach=Span(start, end), closer=ending)
    for number, comment in enumerate(comments):
        if comment.kind == "enable" and number not in used:
            yield comment


def _next(tops: Sequence[int], ends: Sequence[int], at: int) -> Span:
    """The next top-level block, with what is no block behind it."""
    number = bisect_left(tops, at)
    if number == len(tops):
        return Span(at, at)
    return Span(tops[number], ends[bisect_right(ends, tops[number])] - 1)


class _Closers:
    """The ``enable`` comments, by what they enable."""

    def __init__(self, comments: Sequence[Directive]) -> None:
        self._comments = comments
        self._of_all: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._last: dict[frozenset[str], int | None] = {}
        for number, comment in enumerate(comments):
            if comment.kind == "enable":
                for word in {name.word for name in comment.names}:
                    self._by_word.setdefault(word, []).append(number)
                if not comment.names:
                    self._of_all.append(number)

    def of(self, opener: int) -> int | None:
        """The first after ``opener`` that enables all that it disables."""
        words = frozenset(name.word for name in self._comments[opener].names)
        whole = _from(self._of_all, opener)
        named = self._enabling(words, opener) if words else None
        if whole is None or named is None:
            return named if whole is None else whole
        return min(whole, named)

    def _enabling(self, words: frozenset[str], least: int) -> int | None:
        """The first from ``least`` on, which never goes back, that names all of these words."""
        last = self._last.get(words, -1)
        if last is None or last >= least:  # perf: else each of many openers would look anew
            return last
        self._last[words] = found = self._first_enabling(words, least)
        return found

    def _first_enabling(self, words: Iterable[str], least: int) -> int | None:
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
            names = tuple(
                Named(item.text, item.span)
                for item in items
                if isinstance(item, Scalar) and isinstance(item.value, str)
            )
            # without names it would silence everything by accident
            if names:
                yield Directive("front-matter", names, entry.span, Span(0, len(post.text)))
