"""Which sentences of a post stood before in it, word for word, nearly or in part.

Sentences are compared without markup, white space and width. Equal ones meet in a table; for
the others, earlier sentences that share several short strings are aligned. The strings are
taken behind particles and punctuation only, so that both sides sample the same places, and an
edit elsewhere in the sentence does not matter: the work stays linear in the length of the post.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from itertools import chain, pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from kouetsu.api import Block, Pattern, Post, Prose, Sentence, normal_form
from kouetsu_rules.seams.markers.places import markers

JAPANESE = Pattern(r"[々-〆぀-鿿]+")
GRAM = Pattern(r"(?=([がをはにのと、。:「].{6}))")
# Sentences that share a string are looked up among the first of them only: a string that
# stands in many is a phrase of the language, and hostile input has the same one everywhere.
SHARING = 4
CANDIDATES = 3
LONGEST_ALIGNED = 1200
SHORTEST_ALIGNED = 10
SHORTEST_PIECE = 4
LONG_PIECE = 15
SHORTEST_TELLING = 60
LONGEST_LABEL = 60
NAMES = Pattern(r"[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[゠-ヿ]{2,}|[㐀-鿿々〆]{2,}")
CONTENT = Pattern("[㐀-鿿ァ-ヺー]+")
SAME = 0.95
"""The share from which on only a word differs, as in a template that is filled twice."""
NEARLY = 0.8
"""The share of a sentence from which on it is the same sentence with a change."""


class Unit(Struct, frozen=True):
    """A sentence as it is compared. ``weight`` counts its Japanese letters."""

    sentence: Sentence
    key: str
    weight: int
    place: int
    """Which of the post's places it stands in."""


class Match(Struct, frozen=True):
    """That a unit stood before: ``first`` is the unit in which, ``share`` how much of it.

    ``pieces`` are the ranges of the unit's key that stood before.
    """

    first: int
    share: float
    exact: bool
    pieces: tuple[tuple[int, int], ...]
    sources: tuple[int, ...]
    """All units that hold a piece; the nearest first."""

    @property
    def whole(self) -> bool:
        """Whether it is the same sentence, perhaps with a change."""
        return self.share >= NEARLY


class Place(Struct, eq=False):
    """A leaf block of the body as repetition sees it; ``units`` are of prose only.

    ``key`` is the whole text for comparison.
    """

    block: Block
    units: range
    key: str
    part: bool = False
    """Whether it is a part of its block: one that repeats itself is seen as several places."""

    @property
    def is_prose(self) -> bool:
        return bool(self.units)


class Comparison(Struct, eq=False):
    """The sentences of a post and, by index, what stood before."""

    places: list[Place] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    matches: dict[int, Match] = field(default_factory=dict)


def compare(post: Post) -> Comparison:
    """The body's sentences compared. Ask for it through ``post.derived``."""
    comparison = Comparison()
    _read_places(post, comparison)
    _Matcher(comparison).run()
    _part_places(comparison)
    return comparison


def _read_places(post: Post, comparison: Comparison) -> None:
    units = comparison.units
    weights: dict[str, int] = {}
    lines = _marker_lines(post)
    for block in post.blocks:
        # What no reader sees parts nothing: a passage is copied around a comment, too.
        if block.kind == "html" and post.text.startswith("<!--", block.span.start):
            continue
        if "quote" in block.parents or "footnote" in block.parents or "table" in block.parents:
            continue
        if block.kind in ("list", "footnote"):
            continue
        start = len(units)
        keys: list[str] = []
        if block.prose is not None and not _only_link(block):
            marked = lines.get(block.prose, [])
            for sentence in _without(block.prose, marked) if marked else block.prose.sentences:
                key = sentence.normal
                if key not in weights:
                    weights[key] = sum(map(len, JAPANESE.findall(key)))
                units.append(Unit(sentence, key, weights[key], len(comparison.places)))
                keys.append(key)
        whole = "".join(keys) or "".join(post.text[block.span.start : block.span.end].split())
        comparison.places.append(Place(block, range(start, len(units)), whole))


def _marker_lines(post: Post) -> dict[Prose, list[tuple[int, int]]]:
    """The lines within prose that only say where an answer goes on: no copy has or lacks them."""
    lines: dict[Prose, list[tuple[int, int]]] = {}
    for marker in post.derived(markers):
        if marker.prose is not None and marker.alone and marker.kind == "continuation":
            whole = marker.end - marker.start >= len(marker.prose.text.strip())
            if not whole:  # a block of its own is a place of its own
                lines.setdefault(marker.prose, []).append((marker.start, marker.end))
    return lines


def _without(prose: Prose, lines: list[tuple[int, int]]) -> list[Sentence]:
    """The sentences of a prose without such a line at their head, and those that are one."""
    kept: list[Sentence] = []
    for sentence in prose.sentences:
        start = sentence.start
        for begin, end in lines:
            if begin <= start < end:
                start = min(end, sentence.end)
        rest = prose.text[start : sentence.end]
        start += len(rest) - len(rest.lstrip())
        if start == sentence.start:
            kept.append(sentence)
        elif rest.strip():
            kept.append(Sentence(prose, start, sentence.end))
    return kept


def _only_link(block: Block) -> bool:
    """Whether the block is a link, as in a list of links or a table of contents."""
    assert block.prose is not None
    linked = sum(mark.end - mark.start for mark in block.prose.marks if mark.kind == "link")
    linked += sum(mark.end - mark.start for mark in block.prose.marks if mark.kind == "opaque")
    return linked > 0 and linked >= 0.7 * len(block.prose.text)


def _part_places(comparison: Comparison) -> None:
    """Part the blocks that tell a passage again within themselves, as a flattened line may."""
    units = comparison.units
    places: list[Place] = []
    for place in comparison.places:
        tellings = _tellings(comparison, place.units)
        bounds = sorted({place.units.start, place.units.stop, *(at for t in tellings for at in t)})
        if not tellings or len(bounds) < 3:
            bounds = [place.units.start, place.units.stop]
        for start, stop in pairwise(bounds):
            part = len(bounds) > 2
            key = "".join(unit.key for unit in units[start:stop]) if part else place.key
            if start < stop and units[start].place != len(places):
                for index in range(start, stop):
                    units[index] = replace(units[index], place=len(places))
            places.append(Place(place.block, range(start, stop), key, part))
    comparison.places[:] = places


def _tellings(comparison: Comparison, place: range) -> list[tuple[int, int]]:
    """The runs of sentences in one place that stood before in it, stutters aside."""
    units, matches = comparison.units, comparison.matches
    tellings: list[tuple[int, int]] = []
    start = previous = -1
    for index in (*place, place.stop):
        match = matches.get(index) if index < place.stop else None
        first = match.first if match and match.whole and match.first in place else -1
        again = first >= 0 and start >= 0 and first == matches[start].first
        if start >= 0 and first <= previous and not again:
            size = sum(len(unit.key) for unit in units[start:index])
            if size >= SHORTEST_TELLING and matches[start].first < start - 1:
                tellings.append((start, index))
            start = -1
        if first >= 0 and start < 0:
            start = index
        previous = first
    return tellings


class _Matcher:
    """Finds for each unit the earlier units that it repeats."""

    def __init__(self, comparison: Comparison) -> None:
        self._units = comparison.units
        self._matches = comparison.matches
        self._first: dict[str, int] = {}
        self._sharing: dict[str, list[int]] = {}
        self._labels: dict[str, int] = {}
        self._label_sizes: set[int] = set()

    def run(self) -> None:
        for index, unit in enumerate(self._units):
            first = self._first.setdefault(unit.key, index)
            if first != index:
                self._matches[index] = Match(first, 1.0, True, ((0, len(unit.key)),), (first,))
                continue
            self._learn_label(unit, index)
            if unit.weight < SHORTEST_ALIGNED or len(unit.key) > LONGEST_ALIGNED:
                continue
            grams = set(GRAM.findall(unit.key))
            match = self._behind_label(unit.key) or self._nearest(unit.key, grams)
            if match:
                self._matches[index] = match
            for gram in grams:
                sharing = self._sharing.setdefault(gram, [])
                if len(sharing) < SHARING:
                    sharing.append(index)

    def _learn_label(self, unit: Unit, index: int) -> None:
        """Headings and the like: a flattened line glues them to what follows."""
        heading = unit.sentence.prose.in_heading
        if len(unit.key) <= LONGEST_LABEL and (heading or not unit.sentence.closed):
            self._labels.setdefault(unit.key, index)
            self._label_sizes.add(len(unit.key))

    def _behind_label(self, key: str) -> Match | None:
        """The match of a sentence that stood before, and a label that did, run together."""
        for size in self._label_sizes:
            label = self._labels.get(key[:size])
            first = self._first.get(key[size:]) if label is not None else None
            if label is not None and first is not None:
                pieces = ((0, size), (size, len(key)))
                return Match(first, 1.0, False, pieces, (first, label))
        return None

    def _nearest(self, key: str, grams: set[str]) -> Match | None:
        shared = map(self._sharing.__getitem__, self._sharing.keys() & grams)
        votes = Counter(chain.from_iterable(shared))
        least = 2 if len(grams) > 4 else 1
        best = -1
        most = 0
        covered: list[tuple[int, int]] = []
        sources: list[int] = []
        # Most votes first; of equals the earlier one.
        ranked = sorted([(-count, unit) for unit, count in votes.items() if count >= least])
        for _, candidate in ranked[:CANDIDATES]:
            pieces = aligned(key, self._units[candidate].key)
            size = sum(end - start for start, end in pieces)
            if size > most:
                best, most = candidate, size
            if size >= LONG_PIECE:
                covered = _united(covered, pieces)
                sources.append(candidate)
            if most >= 0.97 * len(key):
                break
        if best < 0 or not covered:
            return None
        share = sum(end - start for start, end in covered) / len(key)
        if share < NEARLY:
            # What a different sentence shares by chance is short.
            covered = [piece for piece in covered if piece[1] - piece[0] >= LONG_PIECE]
            share = sum(end - start for start, end in covered) / len(key)
        sources.sort(key=lambda source: source != best)
        return Match(best, share, False, tuple(covered), tuple(sources)) if covered else None


def aligned(key: str, earlier: str) -> tuple[tuple[int, int], ...]:
    """The ranges of ``key`` that stand in ``earlier`` in the same order."""
    from rapidfuzz.distance import LCSseq  # perf: wanted for changed copies only

    blocks = LCSseq.opcodes(key, earlier).as_matching_blocks()
    return tuple((at, at + size) for at, _, size in blocks if size >= SHORTEST_PIECE)


def _united(
    first: list[tuple[int, int]], second: tuple[tuple[int, int], ...]
) -> list[tuple[int, int]]:
    united: list[tuple[int, int]] = []
    for start, end in sorted([*first, *second]):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def new_names(key: str, earlier: str) -> list[str]:
    """The figures and words of ``key``, kana aside, that do not stand in ``earlier``."""
    words = set(NAMES.findall(earlier))
    return [
        name
        for name in NAMES.findall(key)
        if name not in words and (name.isascii() or name not in earlier)
    ]


def says_other(key: str, earlier: str) -> bool:
    """Whether a sentence speaks of another thing: other names, or other words in kanji."""
    return bool(new_names(key, earlier)) or CONTENT.findall(key) != CONTENT.findall(earlier)


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


def normal_title(post: Post) -> str:
    """The title as it is compared; nothing where there is none."""
    return normal_form(post.title_text)
