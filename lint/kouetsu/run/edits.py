"""Edits on a text: which fixes can apply together, and the text after them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from msgspec import Struct, field

from kouetsu.findings import Edit
from kouetsu.spans import Span
from kouetsu.text.source import Source, with_newline


class Edits(Protocol):
    """A fix of any kind: edits that apply together or not at all."""

    @property
    def edits(self) -> tuple[Edit, ...]: ...


Fixes = TypeVar("Fixes", bound=Edits)


def compatible(fixes: Iterable[Fixes]) -> list[Fixes]:
    """The fixes that can be applied at once, by position.

    The one that starts earlier goes first, of two that start together the longer; a fix that
    overlaps or touches an insertion of an earlier one is left for the next round.
    """
    taken: list[Span] = []
    chosen: list[Fixes] = []
    for fix in sorted(fixes, key=_by_position):
        spans = [edit.span for edit in fix.edits]
        if not spans or not is_sound(fix.edits):
            continue
        if any(_is_taken(span, taken) for span in spans):
            continue
        for span in spans:
            insort(taken, span)
        chosen.append(fix)
    return chosen


def applied(source: Source, fixes: Iterable[Edits]) -> Source:
    """The source after all of the fixes that can be applied at once."""
    return edited(source, (edit for fix in compatible(fixes) for edit in fix.edits))


def spliced(text: str, edits: Iterable[Edit], within: Span | None = None) -> str:
    """The text, or what is within that span of it, after edits that do not overlap."""
    end, last = within or (0, len(text))
    parts: list[str] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    parts.append(text[end:last])
    return "".join(parts)


def edited(source: Source, edits: Iterable[Edit]) -> Source:
    """The source after edits of its text that do not overlap.

    Every line that no edit touches keeps its line break; what is new takes that of the file.
    """
    own = (
        Edit(
            Span(source.in_file(edit.span.start), source.in_file(edit.span.end)),
            with_newline(edit.text, source.newline),
        )
        for edit in edits
    )
    return Source.from_bytes(source.encode(spliced(source.written, own)))


def in_turn(first: Iterable[Edit], between: str, second: Iterable[Edit]) -> list[Edit]:
    """Edits of a text, and edits of the text ``between`` that they make of it, as one set.

    Those that touch each other become one; the others stay what they are.
    """
    changes: list[_Change] = []
    shift = 0
    for edit in sorted(first, key=lambda edit: edit.span):
        start = edit.span.start + shift
        growth = len(edit.text) - edit.span.size
        changes.append(_Change(Span(start, start + len(edit.text)), growth))
        shift += growth
    changes += (_Change(edit.span, edits=[edit]) for edit in second)
    edits: list[Edit] = []
    shift = 0
    for change in _merged(changes):
        span = Span(change.place.start - shift, change.place.end - shift - change.growth)
        edits.append(Edit(span, spliced(between, change.edits, change.place)))
        shift += change.growth
    return edits


class _Change(Struct):
    """A place of a text: how much longer it has become, and what is still to be done there."""

    place: Span
    growth: int = 0
    edits: list[Edit] = field(default_factory=list)


def _merged(changes: Iterable[_Change]) -> Iterator[_Change]:
    """The changes in order, those that touch each other as one."""
    last: _Change | None = None
    for change in sorted(changes, key=lambda change: change.place):
        if last is not None and change.place.start <= last.place.end:
            last.place = last.place.joined(change.place)
            last.growth += change.growth
            last.edits += change.edits
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def is_sound(edits: Sequence[Edit]) -> bool:
    """Whether no character is edited twice within one fix."""
    spans = sorted(edit.span for edit in edits)
    return all(left.end <= right.start for left, right in pairwise(spans))


def _by_position(fix: Edits) -> tuple[int, int]:
    start = min((edit.span.start for edit in fix.edits), default=0)
    return start, -max((edit.span.end for edit in fix.edits), default=0)


def _is_taken(span: Span, taken: Sequence[Span]) -> bool:
    # The taken spans do not overlap each other: only the nearest on each side can overlap this.
    place = bisect_left(taken, span)
    return any(span.overlaps(near) for near in taken[max(place - 1, 0) : place + 1])
