"""Regular expressions that cost nothing until a text may match them.

Half of a cold run would be spent on compiling the patterns of all rules, most of which have
nothing to find in a given post. Most damage cannot be there without a certain word, and to look
for a word takes microseconds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Set
from functools import cached_property
from typing import Any

from kouetsu.compiled import Needs, store
from kouetsu.literals import folded, literals

METHODS = ("finditer", "findall", "search", "match", "fullmatch", "split", "sub", "subn")
FAR = sys.maxsize
UNITS = f"utf-16-{sys.byteorder[0]}e"
"""Units of sixteen bits, in the order of this machine: two of them are a number."""


class Pattern:
    """A regular expression, compiled on first use.

    Literals that stand in every match are read off the expression: until it is compiled, a text
    without them is not searched. The methods are those of ``re.Pattern``.
    """

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.expression = expression
        self.flags = flags
        self.ignores_case = bool(flags & re.IGNORECASE)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        compiled = store().compile(self.expression, self.flags)
        # perf: from now on our methods are those of the compiled pattern itself
        self.__dict__.update({name: getattr(compiled, name) for name in METHODS})
        return compiled

    @cached_property
    def guards(self) -> tuple[tuple[str, ...], ...]:
        """The literals that are looked for, one of each group; none where anything may match.

        Where case is ignored they are those of the casefolded text.
        """
        return self._needs[0]

    @cached_property
    def _needs(self) -> Needs:
        return store().needs_of(self.expression, self.flags, read_needs)

    def may_match(self, text: str) -> bool:
        """Whether the text holds the needed literals."""
        if self.ignores_case and self.guards:
            text = folded(text)
        for group in self.guards:
            for literal in group:
                if literal in text:
                    break
            else:
                return False
        return True

    def _denies(self, text: str, start: int, end: int) -> bool:
        """Whether the whole text has not what is needed; a part of one is searched at once.

        To look through all of it for each part would take time by the square.
        """
        return not start and end == FAR and not self.may_match(text)

    def may_match_pairs(self, pairs: Set[int]) -> bool:
        """Whether a text may hold the needed literals, by its ``pairs_of`` alone."""
        for group in self._needs[1]:
            for first, last in group:
                if first in pairs and last in pairs:
                    break
            else:
                return False
        return True

    def finditer(self, text: str, start: int = 0, end: int = FAR) -> Iterator[re.Match[str]]:
        if self._denies(text, start, end):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = FAR) -> list[Any]:
        return [] if self._denies(text, start, end) else self.compiled.findall(text, start, end)

    def search(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        return None if self._denies(text, start, end) else self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        # one place is tried sooner than the text is looked through for literals
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = FAR) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, start, end)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        return self.compiled.split(text, maxsplit) if self.may_match(text) else [text]

    def sub(
        self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0
    ) -> str:
        return self.compiled.sub(replacement, text, count) if self.may_match(text) else text

    def subn(
        self, replacement: str | Callable[[re.Match[str]], str], text: str, count: int = 0
    ) -> tuple[str, int]:
        return self.compiled.subn(replacement, text, count) if self.may_match(text) else (text, 0)


def pairs_of(text: str) -> frozenset[int]:
    """The units of a text, each alone and with the next one, as numbers."""
    # two more, for there is no view of nothing
    raw = memoryview(f"{text}\n\n".encode(UNITS, "surrogatepass"))
    pairs = (raw[start : start + (len(raw) - start) // 4 * 4].cast("I") for start in (0, 2))
    return frozenset(raw.cast("H")).union(*pairs)


def read_needs(expression: str, flags: int) -> Needs:
    """The needed literals, and the first and the last pair of each."""
    groups = told = literals(expression, flags)
    if flags & re.IGNORECASE:
        # The pairs of a text are those of its own case.
        told = tuple(group for group in groups if not any(map(_has_case, group)))
    return groups, tuple(tuple(map(_ends, group)) for group in told)


def _ends(literal: str) -> tuple[int, int]:
    raw = literal.encode(UNITS, "surrogatepass")
    return int.from_bytes(raw[:4], sys.byteorder), int.from_bytes(raw[-4:], sys.byteorder)


def _has_case(literal: str) -> bool:
    return literal.lower() != literal.upper()
