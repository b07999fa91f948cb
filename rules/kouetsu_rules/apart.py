"""Of what overlaps, the first that is told counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from kouetsu.api import Span


class Placed(Protocol):
    @property
    def span(self) -> Span: ...


Told = TypeVar("Told", bound=Placed)


class Taken:
    """Spans of which none overlaps another, in their order: a hostile post has thousands."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        for span in spans:
            self.take(span)

    def overlap(self, span: Span) -> bool:
        """Whether one of them overlaps the span: only its neighbours can."""
        at = bisect_left(self._spans, span)
        return any(span.overlaps(other) for other in self._spans[max(at - 1, 0) : at + 1])

    def take(self, span: Span) -> bool:
        """Take a span that overlaps none; whether it was taken."""
        if self.overlap(span):
            return False
        self._spans.insert(bisect_left(self._spans, span), span)
        return True


def apart(found: Iterable[Told]) -> Iterator[Told]:
    """What overlaps nothing that comes before it."""
    taken = Taken()
    return (each for each in found if taken.take(each.span))
