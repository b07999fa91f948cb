"""A source line cut to the terminal, and where the carets under it stand."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kouetsu.report.places import range_of
from kouetsu.report.width import Cell, cells
from kouetsu.spans import Span
from kouetsu.text.source import Source

ELLIPSIS = Cell("…", 1)


class Snippet(Struct, frozen=True):
    """The first line of a span as shown, with ``length`` carets after ``indent`` columns."""

    line: int
    last_line: int
    text: str
    indent: int
    length: int


def snippet(source: Source, span: Span, room: int) -> Snippet:
    """The line that a span begins in, cut to ``room`` columns around the span."""
    start, end = range_of(source, span)
    line = source.line_span(start.line)
    # Nothing further away can be shown: a line of megabytes costs no more than a short one.
    near = Span(
        max(line.start, min(start.offset, line.end) - 2 * room),
        min(line.end, start.offset + 2 * room),
    )
    shown = cells(source.text[slice(*near)])
    first = _base(shown, min(start.offset, near.end) - near.start)
    last = min(max(end.offset - near.start, first), len(shown))
    before, after = near.start > line.start, near.end < line.end
    text, indent, length = _window(shown, first, last, room, (before, after))
    # A span that ends with the newline of a line does not reach into the next.
    reaches_into = end.line - (end.line > start.line and end.column == 1)
    return Snippet(start.line, reaches_into, text, indent, length)


def _base(shown: Sequence[Cell], index: int) -> int:
    """The cell that a combining character stands in."""
    while 0 < index < len(shown) and shown[index].width == 0:
        index -= 1
    return index


def _window(
    shown: Sequence[Cell], first: int, last: int, room: int, more: tuple[bool, bool]
) -> tuple[str, int, int]:
    """Text, indent and length of the carets of what fits in ``room`` columns."""
    widths = [cell.width for cell in shown]
    if not any(more) and sum(widths) <= room:
        left, right = 0, len(shown)
    else:
        left, right = _bounds(widths, first, last, room)
    text = "".join(cell.text for cell in shown[left:right])
    indent = sum(widths[left:first])
    length = sum(widths[first : min(last, right)])
    if left or more[0]:
        text, indent = ELLIPSIS.text + text, indent + ELLIPSIS.width
    if right < len(shown) or more[1]:
        text += ELLIPSIS.text
    return text, indent, max(length, 1)


def _bounds(widths: Sequence[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Which cells are shown: the span from its start, with some of the line on both sides."""
    room -= 2 * ELLIPSIS.width
    need = min(sum(widths[first:last]), room)
    lead = max((room - need) // 2, min(room // 4, sum(widths[:first])))
    left = first
    while left > 0 and (lead := lead - widths[left - 1]) >= 0:
        left -= 1
        room -= widths[left]
    while left < first and widths[left] == 0:  # no combining mark without its letter
        left += 1
    right = first
    while right < len(widths) and widths[right] <= room:
        room -= widths[right]
        right += 1
    return left, right
