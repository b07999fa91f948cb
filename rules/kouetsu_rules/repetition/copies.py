"""The copied passages of a post: runs of blocks that stood before, with their first telling.

Shared by the rules of repetition and by others that ask what is told twice::

    copies = post.derived(find_copies)
    copies.passages                # the copied runs, in the order of the post
    copies.share                   # how much of the post's prose is copies, 0 to 1
    copies.of(sentence)            # that sentence's pair, wherever it stood before, or None
    copies.passage_at(span)        # the passage that overlaps the span, or None
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from kouetsu.api import Block, Post, Sentence, Span
from kouetsu_rules.repetition.comparison import Comparison, Match, Place, Unit, compare

# A block is a copy when most of it stood before, or when it holds all of an earlier block.
COPIED = 0.6
GROWN = 0.4
PART = 0.45
HELD = 0.85
# Less than this many Japanese letters is a label: it goes with a passage and makes none.
LABEL = 10
SHORT_MARKER = 24
# From 375 files of prose by people none has more than 120 such characters or 5 % of the post.
MUCH = 180
MUCH_OF_POST = 0.06
LEAST_PASSAGE = 50
ECHO = 30
PLAIN = 0.7
NOT_PROSE = ("code", "link", "image", "opaque", "html")
FIGURES = re.compile(r"[0-9]+|[A-Za-z]+")


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A sentence and where it stood first. ``pieces`` are the ranges of ``copy.normal``."""

    copy: Sentence
    first: Sentence
    share: float
    exact: bool
    pieces: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> bool:
        """Whether the whole sentence stood before, perhaps with a change."""
        return self.share >= 0.8

    @property
    def span(self) -> Span:
        """What stood before, in the source: the sentence, or the part from the first piece on."""
        if self.whole:
            return self.copy.span
        start, end = self.pieces[0][0], self.pieces[-1][1]
        return self.copy.span_of(*text_range(self.copy.text, start, end))


@dataclass(frozen=True, slots=True, eq=False)
class CopiedBlock:
    """A block of a passage; ``share`` of its text stood before."""

    block: Block
    share: float
    pairs: tuple[Pair, ...]
    label: bool
    """Whether it is a heading or label, which alone would be no copy."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A run of copied blocks. ``characters`` counts the Japanese letters that stood before."""

    span: Span
    first: Span
    blocks: tuple[CopiedBlock, ...]
    contained: float
    characters: int
    plain: int
    """How many of the characters are running prose, away from code, links and tables."""
    adjacent: bool
    """Whether it follows right on its first telling."""

    @property
    def pairs(self) -> Iterator[Pair]:
        return (pair for block in self.blocks for pair in block.pairs)

    @property
    def size(self) -> int:
        """The characters that stood before, white space aside."""
        return round(sum(pair.share * len(pair.copy.normal) for pair in self.pairs))

    @property
    def is_plain(self) -> bool:
        return self.plain >= PLAIN * self.characters

    @property
    def exact(self) -> bool:
        return self.contained == 1 and all(pair.exact for pair in self.pairs)


@dataclass(frozen=True, eq=False)
class Copies:
    """What a post tells again. ``characters`` of ``total`` Japanese letters are in passages."""

    passages: tuple[Passage, ...]
    characters: int
    total: int
    _pairs: dict[Sentence, Pair] = field(default_factory=dict)

    @cached_property
    def evident(self) -> bool:
        """Whether the post as a whole shows that it repeats itself by accident.

        People repeat instructions, captions and warnings, mostly beside code; they do not tell
        running prose twice.
        """
        plain = [passage for passage in self.passages if passage.is_plain]
        if any(passage.adjacent and passage.plain >= ECHO for passage in plain):
            return True
        told = sum(passage.plain for passage in plain if passage.plain >= LEAST_PASSAGE)
        return told > 0 and (told >= MUCH or told >= MUCH_OF_POST * self.total)

    @property
    def share(self) -> float:
        return self.characters / self.total if self.total else 0.0

    def of(self, sentence: Sentence) -> Pair | None:
        return self._pairs.get(sentence)

    @property
    def pairs(self) -> Iterable[Pair]:
        """All sentences that stood before, in passages or not, in the order of the post."""
        return self._pairs.values()

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.span.start for passage in self.passages]

    def passage_at(self, span: Span) -> Passage | None:
        return next((passage for passage in self.passages if passage.span.overlaps(span)), None)


def find_copies(post: Post) -> Copies:
    """Every copied passage of the post. Ask for it through ``post.derived``."""
    comparison = post.derived(compare)
    passages = tuple(_passage(comparison, run) for run in _Runs(comparison).all())
    pairs = {
        comparison.units[index].sentence: _pair(comparison, index)
        for index in comparison.matches
    }
    total = sum(unit.weight for unit in comparison.units)
    return Copies(passages, sum(passage.characters for passage in passages), total, pairs)


def text_range(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of a text whose normal form is ``normal_form(text)[start:end]``."""
    first, last, at = 0, len(text), 0
    found = False
    for offset, character in enumerate(text):
        size = len("".join(unicodedata.normalize("NFKC", character).split()))
        if not found and at + size > start:
            first, found = offset, True
        at += size
        if at >= end:
            last = offset + 1
            break
    return first, max(first, last)


class Status(Enum):
    COPY = "copy"
    LABEL = "label"
    """A heading or label that stood before."""
    NEUTRAL = "neutral"
    """Neither tells anything nor parts a passage: a marker, a rule, a heading of its own."""
    PART = "part"
    """A block of which about half stood before: a copy only where a passage goes on."""
    PLAIN = "plain"


@dataclass(slots=True)
class Run:
    """Places of a passage under way; ``source`` is the unit in which it began the first time."""

    places: list[int]
    source: int
    last: int
    """The unit in which its last block began the first time."""
    told: set[int]
    """The places whose first telling it has told again."""


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
        return next(matches[index].first for index in place.units if index in matches)

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
    return place.block.kind == "heading" or weight < LABEL


def block_share(comparison: Comparison, place: Place) -> float:
    """How much of a place stood before."""
    size = covered = 0.0
    for index in place.units:
        length = len(comparison.units[index].key)
        size += length
        match = comparison.matches.get(index)
        covered += match.share * length if match else 0
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


def _pair(comparison: Comparison, index: int) -> Pair:
    unit, match = comparison.units[index], comparison.matches[index]
    first = comparison.units[match.first].sentence
    return Pair(unit.sentence, first, match.share, match.exact, match.pieces)


def _passage(comparison: Comparison, run: Run) -> Passage:
    places = comparison.places
    blocks = [_copied_block(comparison, places[number]) for number in run.places]
    blocks = [block for block in blocks if block.pairs]
    pairs = [pair for block in blocks for pair in block.pairs]
    units = [index for n in run.places for index in places[n].units]
    size = sum(len(comparison.units[index].key) for index in units) or 1
    known = [(comparison.units[i], comparison.matches[i]) for i in units if i in comparison.matches]
    covered = sum(match.share * len(unit.key) for unit, match in known)
    plain = (
        comparison.matches[index].share * comparison.units[index].weight
        for number in run.places
        if _in_prose(places, number)
        for index in places[number].units
        if _is_plain(comparison, index)
    )
    return Passage(
        Span(pairs[0].span.start, pairs[-1].span.end),
        _first_telling(comparison, [match for _, match in known]),
        tuple(blocks),
        min(1.0, covered / size),
        round(sum(match.share * unit.weight for unit, match in known)),
        round(sum(plain)),
        _follows_first(comparison, run),
    )


def _in_prose(places: Sequence[Place], number: int) -> bool:
    """Whether a place is prose away from code, tables, figures and links."""
    block = places[number].block
    if block.prose is None or any(mark.kind in NOT_PROSE for mark in block.prose.marks):
        return False
    around = (places[at].block for at in (number - 1, number + 1) if 0 <= at < len(places))
    return all(
        other.kind not in ("code", "html")
        and not (other.prose is not None and other.prose.marked("image"))
        for other in around
    )


def _is_plain(comparison: Comparison, index: int) -> bool:
    match = comparison.matches.get(index)
    key = comparison.units[index].key
    if match is None or len(key) < LABEL:
        return False
    if match.exact or not match.whole:
        return True
    # A template filled twice, such as the steps of a manual, differs in figures and names.
    earlier = comparison.units[match.first].key
    return len(key) > 1.25 * len(earlier) or set(FIGURES.findall(key)) <= set(
        FIGURES.findall(earlier)
    )


def _follows_first(comparison: Comparison, run: Run) -> bool:
    places, units = comparison.places, comparison.units
    told = [number for number in run.places if not is_label(comparison, places[number])]
    start = places[told[0]].units[0] if told else 0
    match = comparison.matches.get(start)
    if match is None or not match.whole:
        return False
    before = told[0] - 1
    while before >= 0 and not places[before].is_prose:
        before -= 1
    return before >= 0 and units[match.first].place == before


def _copied_block(comparison: Comparison, place: Place) -> CopiedBlock:
    pairs = tuple(
        _pair(comparison, index) for index in place.units if index in comparison.matches
    )
    label = is_label(comparison, place)
    return CopiedBlock(place.block, block_share(comparison, place), pairs, label)


def _first_telling(comparison: Comparison, matches: Sequence[Match]) -> Span:
    """Where the passage stood first, as far as it stood there in one piece."""
    units = comparison.units
    known = [match.first for match in matches if match.whole] or [matches[0].first]
    start = last = known[0]
    for first in known[1:]:
        # A label may have stood first far away: look on for what goes on here.
        if last <= first and units[first].place - units[last].place <= 3:
            last = first
    return Span(units[start].sentence.span.start, units[last].sentence.span.end)
