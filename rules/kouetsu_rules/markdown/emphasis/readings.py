"""What a renderer makes of the asterisks of one stretch of text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kouetsu.api import Pattern

RUN = Pattern(r"\*+")


class Pair(NamedTuple):
    """Two groups of ``width`` asterisks around text that is shown as emphasis."""

    opening: int
    closing: int
    width: int


class Reading:
    """The pairs that a renderer sees in a text, and the asterisks that it prints."""

    def __init__(self, text: str, pairs: Iterable[Pair]) -> None:
        self.pairs = tuple(sorted(pairs))
        self.runs = {found.start(): found.end() for found in RUN.finditer(text)}
        self._starts = list(self.runs)
        used: Counter[int] = Counter()
        self._links: set[tuple[int, int]] = set()
        for pair in self.pairs:
            opening, closing = self.run_of(pair.opening), self.run_of(pair.closing)
            self._links.add((opening, closing))
            used[opening] += pair.width
            used[closing] += pair.width
        self.literal = {
            start: end - start - used[start]
            for start, end in self.runs.items()
            if end - start > used[start]
        }
        """How many asterisks are printed, by the start of their run."""

    def run_of(self, offset: int) -> int:
        """The start of the run that an asterisk belongs to."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def shows(self, pair: Pair) -> bool:
        """Whether these two runs are read as a pair here too, whatever their nesting."""
        return (self.run_of(pair.opening), self.run_of(pair.closing)) in self._links
