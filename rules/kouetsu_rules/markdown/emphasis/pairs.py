"""What the author meant as emphasis, what each renderer shows of it, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from kouetsu.api import Flavor, Pattern
from kouetsu_rules.markdown.emphasis.delimiters import (
    Flanking,
    is_punctuation_or_symbol,
    opens_commonmark,
    opens_friendly,
    opens_newer,
    read_commonmark,
)
from kouetsu_rules.markdown.emphasis.kramdown import read_kramdown
from kouetsu_rules.markdown.emphasis.readings import Pair, Reading
from kouetsu_rules.markdown.emphasis.stretches import FILLER

READERS: dict[Flavor, Callable[[str], Reading]] = {
    "gfm": read_commonmark,
    "kramdown": read_kramdown,
    "cjk-friendly": partial(read_commonmark, opens=opens_friendly),
}
FLANKING: dict[Flavor | None, Flanking] = {"gfm": opens_commonmark, "cjk-friendly": opens_friendly}
read_newer: Callable[[str], Reading] = partial(read_commonmark, opens=opens_newer)
EVERY_READER = (*READERS.values(), read_newer)
# A gloss may be left out of the emphasis, a quotation not.
GLOSSES = {"）": "（", ")": "(", "］": "［", "]": "[", "〉": "〈"}
LONGEST_MENDED, MOST_MENDED = 20_000, 240
"""Characters and asterisks of a text in which a mend is tried: every reader reads it again."""


NEAR = 24
# A number, a variable, a call: a word of a sentence is longer, or begins large.
OPERAND_BEFORE = Pattern(
    r"(?<![A-Za-z])(?:[0-9.]+|[A-Za-z]|[a-z]\w*[_.\d]\w*|[a-z]{1,3})[)\]]?[ ]$|[)\]] $"
)
OPERAND_AFTER = Pattern(r"[ ][-(\[]?(?:[0-9.]+|[A-Za-z]|[a-z]\w*[_.\d(]\w*|[a-z]{1,3})(?![A-Za-z])")


class Meant(Struct, frozen=True):
    """The pairs of a text as a reader takes them, and the runs that have no partner."""

    pairs: tuple[Pair, ...]
    alone: tuple[int, ...]
    runs: dict[int, int]


def read_meant(text: str) -> Meant:
    """Pair the asterisks as a reader does: as kramdown, and across white space inside."""
    reading = read_kramdown(text)
    spaced = tuple(_spaced_pairs(text, reading))
    taken = {at for pair in spaced for at in (pair.opening, pair.closing)}
    pairs = tuple(sorted((*reading.pairs, *spaced)))
    return Meant(pairs, tuple(at for at in reading.literal if at not in taken), reading.runs)


def _spaced_pairs(text: str, reading: Reading) -> Iterator[Pair]:
    """Pairs that kramdown prints because of white space on the inner side of the signs."""
    opening = -1
    for at, count in reading.literal.items():
        if count != 2 or reading.runs[at] != at + 2 or is_operator(text, at, at + 2):
            continue
        inner = text[opening + 2 : at]
        one_line = opening >= 0 and not re.search(r"[\n*]", inner) and inner.strip()
        if one_line and len(inner.strip()) < len(inner):
            yield Pair(opening, at, 2)
            opening = -1
        else:
            opening = at


def is_operator(text: str, start: int, end: int) -> bool:
    """Whether blanks and operands stand on both sides: 2 ** 10, a ** b."""
    before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    operands = OPERAND_BEFORE.search(before), OPERAND_AFTER.match(after)
    return all(operands)


def fails_alone(text: str, pair: Pair, opens: Flanking | None) -> bool:
    """Whether a pair breaks by what stands around its own signs, not by its neighbours."""
    first, last = pair.opening + pair.width, pair.closing - 1
    if text[first].isspace() or text[last].isspace():
        return True
    after = pair.closing + pair.width
    before = text[pair.opening - 1 : pair.opening]
    return opens is not None and not (
        opens(before, text[first]) and opens(text[after : after + 1], text[last])
    )


def moved_inwards(text: str, pair: Pair) -> tuple[int, int] | None:
    """The part of a pair's inside that every renderer would show as emphasis.

    What stands on either side of it then stands outside the signs: brackets, punctuation,
    white space, never letters but those of a gloss in brackets.
    """
    low, high = pair.opening + pair.width, pair.closing
    inner = text[low:high]
    if len(text) > LONGEST_MENDED or text.count("*") > MOST_MENDED:
        return None
    if "*" in inner or "\n" in inner or not inner.strip():
        return None
    signs = "*" * pair.width
    for start, end in _narrower(text, low, high):
        inside = f"{text[low:start]}{signs}{text[start:end]}{signs}{text[end:high]}"
        mended = f"{text[: pair.opening]}{inside}{text[high + pair.width :]}"
        moved = Pair(pair.opening + start - low, pair.closing - (high - end), pair.width)
        if all(_mends(read, text, mended, pair, moved) for read in EVERY_READER):
            return start, end
    return None


def _narrower(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Ways to move the signs inwards, the one that a reader sees least first."""
    inner = text[low:high]
    left, right = high - len(inner.lstrip()), low + len(inner.rstrip())
    first, last = left, right
    while first < right and _is_outer(text[first]) and text[first + 1] != FILLER:
        first += 1
    while last > first and _is_outer(text[last - 1]) and text[last - 2] != FILLER:
        last -= 1
    ways = [(left, right)]
    if first > left and last < right:
        # 「語」 as a whole: both signs move, so that the brackets stay alike.
        ways.append((first, last))
    bracket = GLOSSES.get(text[right - 1], "\0")
    if inner.count(bracket) == 1 and text.index(bracket, low) > first + 1:
        ways.append((left, text.index(bracket, low)))
    ways += [(left, last), (first, right), (first, last)]
    return [(start, end) for start, end in ways if start < end]


def _is_outer(character: str) -> bool:
    return character.isspace() or is_punctuation_or_symbol(character)


def _mends(
    read: Callable[[str], Reading], before: str, after: str, pair: Pair, moved: Pair
) -> bool:
    """Whether the moved pair is shown, and nothing else is shown worse than before."""
    old, new = read(before), read(after)
    if not new.shows(moved):
        return False
    # The others keep their places: only what lies between old and new signs has moved.
    others = [each for each in old.pairs if not _touches(each, pair)]
    return len(new.literal) <= len(old.literal) and all(new.shows(each) for each in others)


def _touches(one: Pair, other: Pair) -> bool:
    return one.opening <= other.closing + 1 and other.opening <= one.closing + 1
