"""Edits that silence rules in some blocks of a post: comments before and around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from kouetsu.findings import Diagnostic, Edit
from kouetsu.run.suppression.directives import (
    DISABLE,
    DISABLE_NEXT,
    ENABLE,
    comment,
    directives,
    top_spans,
)
from kouetsu.spans import Span
from kouetsu.text.post import Post


class Comments:
    """Comments between top-level blocks, with blank lines around them.

    Blocks that stand together without a blank line are silenced together: one between them would
    part what kramdown reads as one.
    """

    def __init__(self, post: Post, tail: str = "") -> None:
        self._post, self._tail = post, tail
        self._tops = sorted(top_spans(post).values())
        self._own_ends = {post.source.line_of(block.span.end) for block in post.directive_blocks}
        self._named = {
            each.reach.start: each.names[-1].span.end
            for each in directives(post)
            if each.kind == "disable-next-line" and each.names
        }

    def edits(self, found: Iterable[Diagnostic]) -> Iterator[Edit]:
        """What writes them for these diagnostics of the body, as far as comments can."""
        starts = [span.start for span in self._tops]
        rules: dict[int, set[str]] = {}
        for each in found:
            number = bisect_right(starts, each.span.start) - 1
            rules.setdefault(number, set()).add(each.rule)
        for first, last in self._groups():
            own = set().union(*(rules.get(number, ()) for number in range(first, last + 1)))
            if own - rules.get(first, set()):
                yield from self._around(first, last, ", ".join(sorted(own)))
            elif own:
                yield self._before(first, ", ".join(sorted(own)))

    def _groups(self) -> Iterator[tuple[int, int]]:
        """First and last of the blocks that stand together."""
        first = 0
        for number in range(1, len(self._tops) + 1):
            if number == len(self._tops) or self._stands_apart(number):
                yield first, number - 1
                first = number

    def _stands_apart(self, number: int) -> bool:
        above = self._line(number) - 1
        if not self._post.text[slice(*self._post.source.line_span(above))].strip():
            return True
        before = self._tops[number - 1]
        is_heading = self._post.text.startswith("#", before.start)
        return above in self._own_ends or (
            is_heading and above == self._post.source.line_of(before.start)
        )

    def _before(self, number: int, rules: str) -> Edit:
        named = self._named.get(self._tops[number].start)
        if named is not None:
            return Edit(Span(named, named), f", {rules}")
        return self._above(number, f"{DISABLE_NEXT} {rules}{self._tail}")

    def _around(self, first: int, last: int, rules: str) -> Iterator[Edit]:
        yield self._above(first, f"{DISABLE} {rules}{self._tail}")
        if last + 1 < len(self._tops):  # what follows nothing may be a fence that nobody closed
            source = self._post.source
            line = source.line_of(self._tops[last].end)
            end = source.line_span(line).end
            below = self._post.text[slice(*source.line_span(line + 1))].strip()
            closing = comment(self._post, f"{ENABLE} {rules}")
            after = "\n" if below else ""
            yield Edit(Span(end, end), f"\n\n{closing}{after}")

    def _above(self, number: int, words: str) -> Edit:
        post = self._post
        line = self._line(number)
        start = post.source.line_span(line).start
        above = post.source.line_span(line - 1) if line > 1 else Span(0, 0)
        apart = start > post.body.start and post.text[slice(*above)].strip()
        lead = "\n" if apart else ""
        return Edit(Span(start, start), f"{lead}{comment(post, words)}\n\n")

    def _line(self, number: int) -> int:
        return self._post.source.line_of(self._tops[number].start)
