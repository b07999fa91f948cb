"""Edits on a text: which fixes can apply together, and the text after them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from kouetsu.findings import Edit
from kouetsu.spans import Span


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


def applied(text: str, fixes: Iterable[Edits]) -> str:
    """The text after all of the fixes that can be applied at once."""
    edits = [edit for fix in compatible(fixes) for edit in fix.edits]
    parts: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    parts.append(text[end:])
    return "".join(parts)


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
