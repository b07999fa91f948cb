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
    fits = near == line and sum(cell.width for cell in shown) <= room
    wide = end.line == start.line and _width(shown, near, start.offset, end.offset) > room - 2
    if wide and not fits:
        return _both_ends(source.text, Span(start.offset, end.offset), line, start.line, room)
    first = _base(shown, min(start.offset, near.end) - near.start)
    last = min(max(end.offset - near.start, first), len(shown))
    before, after = near.start > line.start, near.end < line.end
    text, indent, length = _window(shown, first, last, room, (before, after))
    # A span that ends with the newline of a line does not reach into the next.
    reaches_into = end.line - (end.line > start.line and end.column == 1)
    return Snippet(start.line, reaches_into, text, indent, length)


def _width(shown: Sequence[Cell], near: Span, start: int, end: int) -> int:
    """The columns of a span, as far as the cells around its start go."""
    return sum(cell.width for cell in shown[start - near.start : max(end - near.start, 0)])


def _both_ends(text: str, span: Span, line: Span, number: int, room: int) -> Snippet:
    """A span wider than the terminal: how it begins, and how it ends, which is often the point."""
    room -= 3 * ELLIPSIS.width
    before = _last(cells(text[max(line.start, span.start - room) : span.start]), room // 8)
    cut_before = span.start - len(before) > line.start
    room -= sum(cell.width for cell in before)
    half = span.start + span.size // 2
    tail = _last(cells(text[max(half, span.end - room) : span.end]), room // 3)
    room -= sum(cell.width for cell in tail)
    head = _first(cells(text[span.start : min(half, span.start + room)]), room)
    whole = len(head) + len(tail) == span.size
    cells_shown = [
        *([ELLIPSIS] if cut_before else []),
        *before,
        *head,
        *([] if whole else [ELLIPSIS]),
        *tail,
        *([ELLIPSIS] if span.end < line.end else []),
    ]
    indent = sum(cell.width for cell in before) + cut_before * ELLIPSIS.width
    length = sum(cell.width for cell in (*head, *tail)) + (not whole) * ELLIPSIS.width
    return Snippet(number, number, "".join(cell.text for cell in cells_shown), indent, length)


def _first(shown: Sequence[Cell], room: int) -> Sequence[Cell]:
    used = 0
    for count, cell in enumerate(shown):
        used += cell.width
        if used > room:
            return shown[:count]
    return shown


def _last(shown: Sequence[Cell], room: int) -> Sequence[Cell]:
    kept = len(_first(shown[::-1], room))
    left = shown[len(shown) - kept :]
    while left and left[0].width == 0:  # no combining mark without its letter
        left = left[1:]
    return left


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
    # what is meant comes before what stands around it
    before = sum(widths[:first])
    lead = min(max((room - need) // 2, min(room // 4, before)), room - need)
    if need == room:  # the end can't be seen in any case
        lead = min(room // 8, before)
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
