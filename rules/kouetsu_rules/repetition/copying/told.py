"""Whether a sentence stands before with all that it says, so that it can go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import accumulate

from kouetsu.api import Pattern, Post
from kouetsu_rules.repetition.copying.comparison import (
    NAMES,
    Comparison,
    Match,
    Place,
    aligned,
    compare,
    normal_title,
)
from kouetsu_rules.repetition.copying.runs import is_label

# How much of a changed sentence must stand before, if it is to go.
NEAR_ENOUGH = 0.9
# What a seam leaves within a flattened line says nothing.
SEAM = Pattern(
    r"-{2,}[A-Z]+-{2,}|[【\[(][^】\])]{0,8}(?:記事|既存|続き|中略|省略)[^】\])]{0,12}[】\])]"
    r"|#{2,}|\.{3,}|\*+|:$"
)
ITEM_NUMBER = Pattern(r"(?:\d{1,2}[.)])?")
# Searching all that stands before costs as much as the post is long.
SEARCHES = 500
LONGEST_LABEL = 80
OWN_NAMES = Pattern(r"[0-9A-Za-z]+(?:[.,-][0-9A-Za-z]+)*|[ァ-ヴー]{3,}|[㐀-鿿々]{2,}")
FRAGMENT = 12
"""Letters: no sentence that says anything is as short."""
SOME = 8
"""Characters by which a sentence is known to begin or end."""


class Told:
    """What a post has told, place by place. Ask for it through ``post.derived``."""

    def __init__(self, post: Post) -> None:
        self._comparison = comparison = post.derived(compare)
        keys = [place.key for place in comparison.places]
        self._text = "\n".join(keys)
        self._ends = [0, *accumulate(len(key) + 1 for key in keys)]
        self._labels, self._label_ends = _labels(comparison, normal_title(post))
        self._searches = SEARCHES

    def has(self, index: int) -> bool:
        """Whether the unit stands before with all its figures and names."""
        match = self._comparison.matches.get(index)
        if match is None:
            return False
        unit = self._comparison.units[index]
        earlier = self._comparison.units[match.first].key
        if match.exact or unit.key in earlier:
            return True
        if unit.key.endswith(earlier) and self._is_label(unit.key[: -len(earlier)], unit.place):
            return True
        return match.share > 0.5 and not self._says_more(unit.key, match, unit.place)

    def has_fragment(self, index: int) -> bool:
        """Whether the unit is a few letters that a cut left of a sentence told before, or a seam
        with the number of an item that it swallowed."""
        unit = self._comparison.units[index]
        if ITEM_NUMBER.fullmatch(SEAM.sub("", unit.key)):
            return True
        return len(unit.key) <= FRAGMENT and self._stands(unit.key, unit.place)

    def names_stand(self, number: int) -> bool:
        """Whether all figures and names of a place stand in others, too."""
        key = self._comparison.places[number].key
        return all(
            self._words[word] > count
            # a name in kana may be a part of a longer one; the 4 of 45 is no 4
            or (not word.isascii() and self._text.count(word) > key.count(word))
            for word, count in Counter(OWN_NAMES.findall(key)).items()
        )

    @cached_property
    def _words(self) -> Counter[str]:
        return Counter(OWN_NAMES.findall(self._text))

    def _says_more(self, key: str, match: Match, place: int) -> bool:
        # One earlier sentence must hold it: of a sentence that was broken in two the two halves
        # are no better place to keep it.
        earlier = self._comparison.units[match.first].key
        pieces = aligned(key, earlier)
        gaps = [gap for gap in _gaps(key, pieces) if not self._is_beside(gap, key, earlier, place)]
        missing = sum(end - start for start, end in gaps)
        if missing > (1 - NEAR_ENOUGH) * len(key):
            return True
        known = set(NAMES.findall(earlier))
        if any(name.isascii() for name in known.difference(NAMES.findall(key))):
            return True  # with other figures it is another sentence, whichever has more of them
        for name in NAMES.finditer(key):
            start, end = name.span()
            if name.group() in known or not any(a < end and start < b for a, b in gaps):
                continue
            if name.group().isascii() or not self._stands(name.group(), place):
                return True
        return False

    def _is_beside(self, gap: tuple[int, int], key: str, earlier: str, place: int) -> bool:
        """Whether a piece that is missing is a seam, or a label before or behind the sentence.

        Within a sentence the words of a label are what it says.
        """
        start, end = gap
        text = key[start:end]
        if not SEAM.sub("", text):
            return True
        before = start == 0 and earlier.startswith(key[end : end + SOME])
        behind = end == len(key) and earlier.endswith(key[max(0, start - SOME) : start])
        return (before or behind) and self._is_label(text, place)

    def _is_label(self, gap: str, place: int) -> bool:
        """Whether what stands between two pieces is an earlier label, as in a flattened line, or
        a seam."""
        text = SEAM.sub("", gap)
        if not text:
            return True
        return len(text) >= 4 and self._labels.find(text, 0, self._label_ends[place]) >= 0

    def _stands(self, word: str, place: int) -> bool:
        self._searches -= 1
        return self._searches > 0 and self._text.find(word, 0, self._ends[place]) >= 0


def _labels(comparison: Comparison, title: str) -> tuple[str, list[int]]:
    """All labels that a post has, one a line, and for each place where those before it end."""
    parts, ends, size = [title], [], len(title)
    headline = next((place for place in comparison.places if place.is_prose), None)
    told = {unit.key for unit in comparison.units}
    for number, place in enumerate(comparison.places):
        ends.append(size)
        short = place is headline and len(place.key) <= LONGEST_LABEL
        whole = short or titles(comparison, place)
        whole = whole and not _goes_on(comparison, number, told)
        units = (comparison.units[at].key for at in place.units)
        labels = [place.key] if whole else [key for key in units if key.endswith(":")]
        parts += labels
        size += sum(len(key) + 1 for key in labels)
    return "\n".join(parts), ends


def _goes_on(comparison: Comparison, number: int, told: Set[str]) -> bool:
    """Whether a few letters of plain text are no label, but a sentence that broke off: with the
    next block they are one that the post has."""
    places = comparison.places
    place = places[number]
    prose = place.block.prose
    if place.block.kind != "paragraph" or prose is None or prose.marked("strong"):
        return False
    heads = (other.units[0] for other in places[number + 1 : number + 3] if other.is_prose)
    return any(place.key + comparison.units[head].key in told for head in heads)


def titles(comparison: Comparison, place: Place) -> bool:
    """Whether a place names what follows: a heading, a short line, a line all in bold."""
    if is_label(comparison, place):
        return True
    prose = place.block.prose
    if prose is None or len(place.units) > 2 or len(prose.text) > LONGEST_LABEL:
        return False
    return any(mark.end - mark.start >= 0.9 * len(prose.text) for mark in prose.marked("strong"))


def _gaps(key: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    bounds = [0, *(at for piece in pieces for at in piece), len(key)]
    return [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True) if a < b]
