"""Paragraphs that are told again in other words, as by a model that forgot what it had written.

Notices and refrains come back word for word, and templates differ in figures and names. A paragraph
that keeps most of the words, and all figures and names, of an earlier one says nothing new.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kouetsu.api import Pattern
from kouetsu_rules.repetition.copying.comparison import SAME, Comparison, new_names, says_other
from kouetsu_rules.repetition.copying.plain import in_prose

LEAST = 60
"""Characters that stood before."""
SENTENCES = 2
FIGURE = Pattern(r"[0-9A-Za-z一二三四五六七八九十百千]")


def is_retold(comparison: Comparison, copies: Sequence[int], sources: Collection[int]) -> bool:
    """Whether places that stood before are a second telling of ``sources``, with changes."""
    units, matches = comparison.units, comparison.matches
    places = comparison.places
    again = [index for number in copies for index in places[number].units]
    known = [index for index in again if index in matches]
    told = sum(matches[index].share * len(units[index].key) for index in known)
    word_for_word = len(known) == len(again) and all(matches[index].exact for index in known)
    # one paragraph in the very words may be a notice, and verse has no full stops
    told_again = len(copies) > 1 and all(in_prose(places, number) for number in copies)
    told_again = told_again and all(units[index].sentence.closed for index in known)
    notice = word_for_word and not told_again
    if len(again) < SENTENCES or told < LEAST or notice:
        return False
    if any(places[number].block.kind != "paragraph" for number in (*copies, *sources)):
        return False
    if any(_fills(comparison, index) for index in known):
        return False
    keys = "".join(units[index].key for index in again)
    earlier = "".join(units[index].key for number in sources for index in places[number].units)
    return not any(FIGURE.search(name) for name in new_names(keys, earlier))


def _fills(comparison: Comparison, index: int) -> bool:
    """Whether a sentence is an earlier one with another word in it: 有効にする, 無効にする."""
    units, match = comparison.units, comparison.matches[index]
    nearly = match.share >= SAME and not match.exact
    return nearly and says_other(units[index].key, units[match.first].key)
