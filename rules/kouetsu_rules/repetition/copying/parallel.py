"""Sections that are filled alike on purpose: a notice for each venue, shop or course.

Who reads one of them reads no other, so each says all. Their headings have one form, they have at
least one sentence with other figures or names, and what they share stands at the same place.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import islice, takewhile
from typing import Literal

from kouetsu.api import Pattern
from kouetsu_rules.repetition.copying.comparison import Comparison
from kouetsu_rules.repetition.copying.runs import heads_section

Shared = Literal["", "notice", "doubtful"]
SHARE = 0.9
"""Of a notice at most so much is common to all: a section that is all the same was told again."""
CLAUSES = 3
"""Paragraphs that people set under several headings word for word."""
LONGEST = 240
"""Letters of them all: what goes on longer is a section told again."""
BRIEF = 100
"""The same where three sections or more share them: a clause for all is brief."""
HALF = 0.5
"""Of a section that asks nothing of its readers the less is what another one says, too."""
MOST = 60
"""Sentences: a notice has fewer."""
# What a form is filled with.
FILLED = Pattern(r"[0-9][0-9.,:/-]*|[一二三四五六七八九十百千]+|「[^「」]*」|[A-Z](?![A-Za-z])")
NAME = Pattern(r"[:(（「 　]")
KIND = Pattern(r"[^\W\d_a-zA-Zぁ-ん]$")
WORDS = Pattern(r"[^\W\d_a-zA-Zぁ-ゟ]{2,}")
ASKS = Pattern(r"ください|下さい|お願いします|お知らせします")
"""What a notice says to its readers, and no essay that comes back."""
FILLING = "\0"
WORD = 2
"""Letters of headings that say which of two it is: 朝, 夕."""
ENDING = 3
"""Letters in which headings of one form agree: 朝の測り方, 夜の測り方."""


def heads_of(comparison: Comparison) -> list[int]:
    """For each place which heading or label stands above it, itself among them; -1 before all."""
    heads: list[int] = []
    for number, place in enumerate(comparison.places):
        above = heads[-1] if heads else -1
        heads.append(number if heads_section(comparison, place) else above)
    return heads


def parallel(
    comparison: Comparison, heads: Sequence[int], copies: Sequence[int], *, marked: bool
) -> Shared:
    """Whether places that stood before are what two such sections share, and how surely.

    ``marked``: the post shows other damage, and its sections may be anything.
    """
    units, matches = comparison.units, comparison.matches
    pairs = [
        (number, units[matches[index].first].place)
        for number in copies
        for index in comparison.places[number].units
        if index in matches
    ]
    own, first = ({heads[pair[side]] for pair in pairs} for side in (0, 1))
    if len(own) != 1 or len(first) != 1:
        return ""
    here, there = own.pop(), first.pop()
    if here == there or min(here, there) < 0:
        return ""
    again = [index for number in copies for index in comparison.places[number].units]
    shared = sum(len(units[index].key) for index in again if index in matches)
    if shared > SHARE * _section_size(comparison, heads, here):
        return ""
    in_step = all(abs((at - here) - (source - there)) <= 1 for at, source in pairs)
    if not in_step:
        return ""
    if _alike(comparison, here, there) and _same_form(comparison, heads, here, there):
        return "notice"
    if marked or not _pasted(comparison, heads, again, pairs):
        return ""
    if not _siblings(comparison, heads, pairs, here, there):
        return ""
    asks = any(ASKS.search(comparison.places[number].key) for number in copies)
    least = min(_section_size(comparison, heads, head) for head in (here, there))
    return "doubtful" if asks or shared <= HALF * least else ""


def _pasted(
    comparison: Comparison,
    heads: Sequence[int],
    again: Sequence[int],
    pairs: Sequence[tuple[int, int]],
) -> bool:
    """Whether all of it is in the very words, and brief where a third section has it, too.

    Who sets a clause under several headings pastes it; what comes back changed was told again.
    """
    units, matches = comparison.units, comparison.matches
    for index in again:
        match = matches.get(index)
        if units[index].weight and (match is None or not match.exact):
            return False
    sources = {source for _, source in pairs}
    tellers = {
        heads[units[index].place]
        for index, match in matches.items()
        if units[match.first].place in sources
    }
    return len(tellers) == 1 or sum(len(units[index].key) for index in again) <= BRIEF


def _siblings(
    comparison: Comparison,
    heads: Sequence[int],
    pairs: Sequence[tuple[int, int]],
    here: int,
    there: int,
) -> bool:
    """Whether two neighbours of one level say what is their own, and share a few paragraphs.

    Each event of a town's news says how to apply, each leaflet what to do when one forgot. Either
    the headings differ in a word or two, or both sections open with what is their own.
    """
    places = comparison.places
    levels = {places[head].block.level for head in set(heads[there : here + 1])}
    one, other = places[there].key, places[here].key
    copied, sources = ({pair[side] for pair in pairs} for side in (0, 1))
    if len(levels) != 1 or one == other:
        return False
    if len(copied) > CLAUSES or sum(_size(comparison, number) for number in copied) > LONGEST:
        return False
    letters = zip(reversed(one), reversed(other), strict=False)
    ends = len(list(takewhile(lambda pair: pair[0] == pair[1], letters)))
    alike = KIND.search(one) is not None and one[-1:] == other[-1:]
    opened = here + 1 not in copied and there + 1 not in sources
    short = max(len(one), len(other)) <= WORD
    filled = opened or _same_form(comparison, heads, here, there)
    # What is about the subject of a heading is no clause for all.
    words = WORDS.findall(f"{one}\n{other}")
    filled = filled and not any(word in places[number].key for number in sources for word in words)
    if not (filled or alike or short or ends >= ENDING):
        return False
    matches = [comparison.matches.get(i) for n in copied for i in places[n].units]
    told = {match.first for match in matches if match is not None}
    return _says_more(comparison, heads, here, told=frozenset(comparison.matches)) and _says_more(
        comparison, heads, there, told=told
    )


def _says_more(comparison: Comparison, heads: Sequence[int], head: int, told: Set[int]) -> bool:
    """Whether a sentence of the section is none of those."""
    section = takewhile(lambda number: heads[number] == head, range(head + 1, len(heads)))
    return any(
        index not in told and comparison.units[index].weight
        for number in islice(section, MOST)
        for index in comparison.places[number].units
    )


def _section_size(comparison: Comparison, heads: Sequence[int], head: int) -> int:
    """The letters that stand below a heading."""
    section = takewhile(lambda number: heads[number] == head, range(head + 1, len(heads)))
    return sum(_size(comparison, number) for number in islice(section, MOST))


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
