"""What a title wears that is no part of it: heading signs, stars, labels, whole brackets."""

from __future__ import annotations

from typing import NamedTuple

from kouetsu.api import Pattern

HASHES = Pattern(r"\s*(#{1,6}[ 　]+)(?=\S)")
STARS = Pattern(r"\s*(\*{2,3}|__)(?=\S)")
LABEL = Pattern(
    r"\s*((?:【|\[)?(?:記事)?(?:タイトル|題名|見出し|Title|TITLE|Headline)(?:案)?(?:】|\])?"
    r"[ 　]*[:：][ 　]*|【(?:記事)?タイトル】[ 　]*)(?=\S)"
)
LEADING = (("heading", HASHES), ("stars", STARS), ("label", LABEL))
TRAILING = Pattern(r"(?<=\S)(\*{2,3}|__)\s*$|[ 　](#{1,6})\s*$")
WRAPS = {"「": "」", "『": "』", "“": "”", '"': '"', "【": "】"}


class Garment(NamedTuple):
    """A stretch of a text that is no part of the title; ``kind`` says what."""

    kind: str
    start: int
    end: int


def garments(text: str) -> list[Garment]:
    """What stands before and behind the title itself, from the outside in."""
    found: list[Garment] = []
    start = 0
    while True:
        for kind, pattern in LEADING:
            sign = pattern.match(text, start)
            if sign:
                found.append(Garment(kind, start, sign.end()))
                start = sign.end()
                break
        else:
            break
    opened = any(garment.kind == "stars" for garment in found)
    closing = TRAILING.search(text, start)
    if closing and (closing[2] is None if opened else _is_lone(text[start : closing.start()])):
        found.append(Garment("heading" if closing[2] else "stars", closing.start(), len(text)))
    return found


def _is_lone(before: str) -> bool:
    """Whether closing stars at the end have no opening ones before them."""
    return "**" not in before and "__" not in before


def undressed(text: str) -> str:
    """The title itself."""
    start, end = title_range(text)
    return text[start:end].strip()


def title_range(text: str) -> tuple[int, int]:
    """Where the title itself stands in the text."""
    start, end = 0, len(text)
    for garment in garments(text):
        if garment.end == len(text) and garment.start > start:
            end = garment.start
        else:
            start = garment.end
    return start, end


def wrapping(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    text = text.strip()
    if len(text) < 3 or WRAPS.get(text[0]) != text[-1]:
        return False
    if text[0] == text[-1]:
        return text.count(text[0]) == 2
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign == text[0]) - (sign == text[-1])
        if depth == 0:
            return index == len(text) - 1
    return False


def unwrapped(text: str) -> str:
    """The text without brackets that hold all of it."""
    text = text.strip()
    return text[1:-1].strip() if wrapping(text) else text
