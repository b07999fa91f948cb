"""Sections that are filled alike on purpose: a notice for each venue, shop or course.

Who reads one of them reads no other, so each says all. Their headings have one form, they have at
least one sentence with other figures or names, and what they share stands at the same place.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from kouetsu.api import Pattern
from kouetsu_rules.repetition.copying.comparison import Comparison
from kouetsu_rules.repetition.copying.runs import heads_section

SHARE = 0.9
"""Of a notice at most so much is common to all: a section that is all the same was told again."""
MOST = 60
"""Sentences: a notice has fewer."""
# What a form is filled with.
FILLED = Pattern(r"[0-9][0-9.,:/-]*|[一二三四五六七八九十百千]+|「[^「」]*」|[A-Z](?![A-Za-z])")
NAME = Pattern(r"[:(（「 　]")
KIND = Pattern(r"[^\W\d_a-zA-Zぁ-ん]$")
FILLING = "\0"


def heads_of(comparison: Comparison) -> list[int]:
    """For each place which heading or label stands above it, itself among them; -1 before all."""
    heads: list[int] = []
    for number, place in enumerate(comparison.places):
        above = heads[-1] if heads else -1
        heads.append(number if heads_section(comparison, place) else above)
    return heads


def parallel(comparison: Comparison, heads: Sequence[int], copies: Sequence[int]) -> bool:
    """Whether places that stood before are what two such sections share."""
    units, matches = comparison.units, comparison.matches
    pairs = [
        (number, units[matches[index].first].place)
        for number in copies
        for index in comparison.places[number].units
        if index in matches
    ]
    own, first = ({heads[pair[side]] for pair in pairs} for side in (0, 1))
    if len(own) != 1 or len(first) != 1:
        return False
    here, there = own.pop(), first.pop()
    if here == there or min(here, there) < 0:
        return False
    again = [index for number in copies for index in comparison.places[number].units]
    shared = sum(len(units[index].key) for index in again if index in matches)
    section = takewhile(lambda number: heads[number] == here, range(here + 1, len(heads)))
    if shared > SHARE * sum(_size(comparison, number) for number in islice(section, MOST)):
        return False
    in_step = all(abs((at - here) - (source - there)) <= 1 for at, source in pairs)
    return (
        in_step and _alike(comparison, here, there) and _same_form(comparison, heads, here, there)
    )


def _size(comparison: Comparison, number: int) -> int:
    """The letters of a place."""
    return sum(len(comparison.units[index].key) for index in comparison.places[number].units)


def _alike(comparison: Comparison, one: int, other: int) -> bool:
    """Whether two headings name things of one kind: 第一会場, 第二会場; 本店, 駅前店."""
    places = comparison.places
    if places[one].block.level != places[other].block.level:
        return False
    keys = [places[number].key for number in (one, other)]
    if keys[0] == keys[1]:
        return False
    names = [NAME.split(key, 1)[0] for key in keys]
    forms = [FILLED.sub(FILLING, name) for name in names]
    if forms[0] == forms[1]:
        return forms[0].strip(f"{FILLING}.,、") != ""
    return names[0][-1:] == names[1][-1:] and KIND.search(names[0]) is not None


def _same_form(comparison: Comparison, heads: Sequence[int], one: int, other: int) -> bool:
    """Whether a sentence of one section is one of the other with other figures or names."""
    here, there = (_filled(comparison, heads, number) for number in (one, other))
    return any(here[form] - there[form] for form in here.keys() & there.keys())


def _filled(comparison: Comparison, heads: Sequence[int], head: int) -> dict[str, set[str]]:
    """The sentences of a section by their form, where anything was filled in."""
    found: dict[str, set[str]] = {}
    number = head + 1
    seen = 0
    while number < len(heads) and heads[number] == head and seen < MOST:
        for index in comparison.places[number].units:
            key = comparison.units[index].key
            form = FILLED.sub(FILLING, key)
            if form != key:
                found.setdefault(form, set()).add(key)
            seen += 1
        number += 1
    return found
