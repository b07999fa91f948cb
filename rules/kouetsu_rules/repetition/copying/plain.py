"""How much of what stood before is running prose, which nobody tells twice on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kouetsu.api import MarkKind, Pattern
from kouetsu_rules.repetition.copying.comparison import SAME, Comparison, Place, says_other
from kouetsu_rules.repetition.copying.runs import LABEL, block_share

# Manuals say in few words what a key or an option does, and the same words of the next one.
ENTRY = 30
LIKE = 0.9
"""How much of a list item must stand before; fields are told apart by their first words only."""
QUOTED = Pattern(r"[「『“\"].*[」』”\"][。.]?", re.DOTALL)
NOT_PROSE: tuple[MarkKind, ...] = ("code", "link", "image", "opaque", "html")


def plain_and_other(comparison: Comparison, numbers: Sequence[int]) -> tuple[int, int]:
    """How many Japanese letters of some places stood before as running prose, and how many as what
    people repeat on purpose: instructions beside code, templates."""
    places = comparison.places
    plain = other = 0.0
    for number in numbers:
        if _is_entry(comparison, places[number]):
            continue
        filled = len(numbers) == 1 and _is_template(comparison, places[number])
        prose = in_prose(places, number) and not filled
        for index in places[number].units:
            verdict = _is_plain(comparison, index)
            if verdict is not None:
                told = comparison.matches[index].share * comparison.units[index].weight
                plain += told if verdict and prose else 0
                other += 0 if verdict and prose else told
    return round(plain), round(other)


def _is_entry(comparison: Comparison, place: Place) -> bool:
    """Whether it says what a key, option or field of a manual does: in the words of the next."""
    if sum(comparison.units[index].weight for index in place.units) < ENTRY:
        return True
    return place.block.in_list and block_share(comparison, place) < LIKE


def in_prose(places: Sequence[Place], number: int) -> bool:
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


def _is_plain(comparison: Comparison, index: int) -> bool | None:
    """Whether a copied sentence is running prose; ``None`` where that says nothing."""
    match, unit = comparison.matches.get(index), comparison.units[index]
    if match is None or len(unit.key) < LABEL:
        return None
    earlier = comparison.units[match.first]
    if match.exact and not unit.sentence.closed:
        # Verse and lists have no sentence ends.
        return None
    if QUOTED.fullmatch(unit.key):
        # What is quoted twice is quoted on purpose.
        return False
    if match.exact or (not earlier.sentence.closed and unit.key.startswith(earlier.key)):
        return True
    if match.share == 1 and not SAME <= len(unit.key) / len(earlier.key) <= 1 / SAME:
        return True
    # A template filled twice, such as the steps of a manual, differs in figures and words.
    return match.share >= SAME and not says_other(unit.key, earlier.key)


def _is_template(comparison: Comparison, place: Place) -> bool:
    """Whether its first sentence is an earlier one about another thing: option I, option O."""
    match = comparison.matches.get(place.units[0])
    if match is None or match.share == 1:
        return False
    key, earlier = comparison.units[place.units[0]].key, comparison.units[match.first].key
    return match.whole and len(key) <= 1.2 * len(earlier) and says_other(key, earlier)
