"""Regular expressions that cost nothing until a text may match them.

Half of a cold run would be spent on compiling the patterns of all rules, most of which have
nothing to find in a given post. Most damage cannot be there without a certain word, and to look
for a word takes microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regular expression, compiled on first use.

    ``needs`` are literals, one of which stands in every match: a text without any of them is
    not searched, and the expression not even compiled. The methods are those of ``re.Pattern``.
    """

    def __init__(self, expression: str, flags: int = 0, needs: tuple[str, ...] = ()) -> None:
        self.expression = expression
        self.flags = flags
        self.needs = needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.expression, self.flags)

    def may_match(self, text: str) -> bool:
        """Whether the text holds one of the needed literals."""
        return not self.needs or any(literal in text for literal in self.needs)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        if not self.may_match(text):
            return iter(())
        return self.compiled.finditer(text, start, len(text) if end is None else end)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        if not self.may_match(text):
            return None
        return self.compiled.search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        if not self.may_match(text):
            return None
        return self.compiled.match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        return self.compiled.fullmatch(text) if self.may_match(text) else None

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self.compiled.sub(replacement, text) if self.may_match(text) else text
