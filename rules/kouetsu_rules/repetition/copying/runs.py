"""Runs of copied blocks: where a post tells again, in order, what it told before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from itertools import accumulate

from msgspec import Struct

from kouetsu_rules.repetition.copying.comparison import Comparison, Place

# A block is a copy when most of it stood before, or when it holds all of an earlier block.
COPIED = 0.6
GROWN = 0.4
HELD = 0.85
# Within a passage half of a block is enough: a later telling often grows.
PART = 0.45
# Less than this many Japanese letters is a label: it goes with a passage and makes none.
LABEL = 10
PARAGRAPH = 40
SHORT_MARKER = 24


class Status(Enum):
    COPY = "copy"
    LABEL = "label"
    """A heading or label that stood before."""
    NEUTRAL = "neutral"
    """Neither tells anything nor parts a passage: a marker, a rule, a heading of its own."""
    PART = "part"
    """A block of which about half stood before: a copy only where a passage goes on."""
    PLAIN = "plain"


class Run(Struct):
    """Places of a passage under way; ``source`` is the unit in which it began the first time."""

    places: list[int]
    source: int
    last: int
    """The unit in which its last block began the first time."""
    told: set[int]
    """The places whose first telling it has told again."""


def copied_runs(comparison: Comparison) -> list[Run]:
    """The runs of copied blocks, in the order of the post."""
    return _Runs(comparison).all()


class _Runs:
    """Chains copied places. A passage ends where the post tells something new, and where it
    goes back to what stood before the passage's own beginning: there another telling starts."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._solid: set[str] = set()
        self._runs: list[Run] = []

    def all(self) -> list[Run]:
        run: Run | None = None
        waiting: list[int] = []
        for number, place in enumerate(self._comparison.places):
            status = self._status(place)
            source = self._source(place) if status in (Status.COPY, Status.PART) else -1
            if status is Status.PLAIN or (
                status is Status.PART and (run is None or source <= run.last)
            ):
                run, waiting = None, []
            elif source < 0:
                waiting.append(number)
            else:
                first = self._comparison.units[source].place
                if run is not None and self._goes_on(run, source, first):
                    run.places += [*waiting, number]
                else:
                    run = Run([*self._lead(waiting), number], source, source, set())
                    self._runs.append(run)
                run.last = source
                run.told.add(first)
                waiting = []
        return self._runs

    def _goes_on(self, run: Run, source: int, first: int) -> bool:
        """Whether a block told first at ``source`` belongs to the same telling."""
        if first == self._comparison.units[run.last].place:
            # A block parted in two, or the same one over and over: one finding.
            return True
        forward = source > run.last
        return forward or (source > run.source and first not in run.told)

    def _lead(self, waiting: Sequence[int]) -> list[int]:
        """The headings and labels right before the first copied block that stood before too."""
        places = self._comparison.places
        lead = list(waiting)
        while lead and self._status(places[lead[0]]) is not Status.LABEL:
            del lead[0]
        return lead

    def _source(self, place: Place) -> int:
        matches = self._comparison.matches
        return next(
            matches[index].first
            for index in place.units
            if index in matches and matches[index].first not in place.units
        )

    def _status(self, place: Place) -> Status:
        comparison = self._comparison
        if not place.is_prose:
            seen = place.key in self._solid or place.block.kind in ("rule", "html")
            self._solid.add(place.key)
            return Status.NEUTRAL if seen or not place.key else Status.PLAIN
        share = block_share(comparison, place)
        if is_label(comparison, place):
            marker = not any(comparison.units[i].weight for i in place.units)
            if marker and len(place.key) <= SHORT_MARKER:
                return Status.NEUTRAL
            if share >= 0.9:
                return Status.LABEL
            return Status.NEUTRAL if place.block.kind == "heading" else Status.PLAIN
        if share >= COPIED or (share >= GROWN and _holds_earlier(comparison, place)):
            return Status.COPY
        return Status.PART if share >= PART else Status.PLAIN


def is_label(comparison: Comparison, place: Place) -> bool:
    """Whether it is a heading, or too short to tell anything."""
    weight = sum(comparison.units[index].weight for index in place.units)
    if weight < LABEL:
        return True
    # a rule right under a paragraph makes a heading of it, which nobody meant
    said = weight >= PARAGRAPH and comparison.units[place.units[-1]].sentence.closed
    return place.block.kind == "heading" and not said


def block_share(comparison: Comparison, place: Place) -> float:
    """How much of a place stood before."""
    size = covered = 0.0
    for index in place.units:
        length = len(comparison.units[index].key)
        size += length
        match = comparison.matches.get(index)
        # What stands twice in one block is a stutter.
        if match and match.first not in place.units:
            covered += match.share * length
    return covered / size if size else 0.0


def _holds_earlier(comparison: Comparison, place: Place) -> bool:
    """Whether an earlier block stands in this one with nothing of note left out."""
    held: dict[int, int] = {}
    for index in place.units:
        match = comparison.matches.get(index)
        if match and match.whole:
            first = comparison.units[match.first]
            held[first.place] = held.get(first.place, 0) + len(first.key)
    return any(
        size >= HELD * len(comparison.places[number].key) and size >= 40
        for number, size in held.items()
        if comparison.places[number].block.kind != "heading"
    )


def levels_of(comparison: Comparison) -> list[int]:
    """For each place the level of the heading above it, itself among them; 0 before the first."""
    levels: list[int] = []
    for place in comparison.places:
        above = levels[-1] if levels else 0
        levels.append(place.block.level if place.block.kind == "heading" else above)
    return levels


def sections_of(comparison: Comparison) -> list[int]:
    """For each place how many headings and labels stand above it, itself among them."""
    return list(accumulate(heads_section(comparison, place) for place in comparison.places))


def in_section(
    comparison: Comparison, sections: Sequence[int], run: Run, sources: Collection[int]
) -> bool:
    """Whether no heading or label stands between the run and the places that it tells again."""
    start = run.places[0]
    again = comparison.places[start].block.kind == "heading"
    return again or (bool(sources) and sections[min(sources)] == sections[start])


def heads_section(comparison: Comparison, place: Place) -> bool:
    """Whether a notice below it is told for another thing than one above it."""
    if not place.is_prose or not is_label(comparison, place):
        return False
    return not comparison.units[place.units[-1]].sentence.closed
