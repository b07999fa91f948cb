"""Positions as language clients count them: lines from 0, columns in the agreed code units."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types

from kouetsu.spans import Span
from kouetsu.text.source import Source

BOM = "\ufeff"
UNITS: dict[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class Positions:
    """The way between the offsets of a source and the positions of a client.

    Lines are those of the source. A byte-order mark, which the client may count and the source
    does not, stands before the first.
    """

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._units = UNITS.get(encoding, UNITS["utf-16"])
        self._lead = self._units(BOM) if source.has_bom else 0

    def position(self, offset: int) -> types.Position:
        """Where that offset is; beyond the text it is the end."""
        offset = min(max(offset, 0), len(self._source.text))
        line = self._source.line_of(offset)
        start = self._source.line_starts[line - 1]
        lead = self._lead if line == 1 else 0
        return types.Position(line - 1, lead + self._before(offset) - self._before(start))

    def _before(self, offset: int) -> int:
        return self._source.units_before(offset, self._units)

    def range(self, span: Span) -> types.Range:
        return types.Range(self.position(span.start), self.position(span.end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; beyond a line it is the line's end."""
        if position.line >= self._source.line_count:
            return len(self._source.text)
        line = self._source.line_span(position.line + 1)
        left = position.character - (self._lead if position.line == 0 else 0)
        text = self._source.text[line.start : line.end]
        for index, character in enumerate(text):
            if left <= 0:
                return line.start + index
            left -= self._units(character)
        return line.end
