"""How wide text stands in a terminal, and how it is shown there without harm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from kouetsu.patterns import Pattern

TAB = 4
ZERO_WIDTH_JOINER = "\u200d"
EMOJI_PRESENTATION = "\ufe0f"
SKIN_TONES = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of conjoining Hangul stand in the cell of the first consonant.
HANGUL_TAILS = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
PLAIN = Pattern(r"[ -~]*")
DEPENDENT = Pattern("[\t\u200d\ufe0f\U0001f3fb-\U0001f3ff]")
"""What takes its width from where it stands, or changes that of its neighbours."""


class Cell(Struct, frozen=True):
    """One code point as the terminal shows it, with the columns that it takes."""

    text: str
    width: int


def cells(line: str) -> list[Cell]:
    """The cells of a line, one for each code point."""
    if PLAIN.fullmatch(line):
        return [Cell(character, 1) for character in line]
    return list(_cells(line))


def width(text: str) -> int:
    """The columns that a text takes when it is shown by :func:`safe`."""
    return len(text) if PLAIN.fullmatch(text) else sum(cell.width for cell in _cells(text))


def safe(text: str) -> str:
    """The text on one line, without anything that steers a terminal."""
    return text if PLAIN.fullmatch(text) else "".join(cell.text for cell in _cells(text))


def padded(text: str, columns: int) -> str:
    """The text made that wide with spaces after it."""
    return text + " " * (columns - width(text))


def clipped(text: str, columns: int) -> str:
    """The text cut with ``…`` where it is wider than that."""
    if width(text) <= columns:
        return safe(text)
    kept, room = "", columns - 1
    for cell in _cells(text):
        room -= cell.width
        if room < 0:
            break
        kept += cell.text
    return kept + "…"


def _cells(line: str) -> Iterator[Cell]:
    return _in_order(line) if DEPENDENT.search(line) else map(_alone, line)


def _in_order(line: str) -> Iterator[Cell]:
    column = 0
    before = ""  # the last code point that takes columns
    joined = False
    for character in line:
        if character == "\t":
            cell = Cell(" " * (TAB - column % TAB), TAB - column % TAB)
        else:
            cell = _in_sequence(character, before, joined) or _alone(character)
        joined = character == ZERO_WIDTH_JOINER and cell.width == 0
        if cell.width:
            before = character
        column += cell.width
        yield cell


def _in_sequence(character: str, before: str, joined: bool) -> Cell | None:
    """The cell of what belongs to the emoji before it; ``None`` for what stands alone."""
    if character == EMOJI_PRESENTATION:
        return Cell(character, 1 if _grows(before) else 0)
    if not _is_emoji(before):
        return None
    if character == ZERO_WIDTH_JOINER or ord(character) in SKIN_TONES:
        return Cell(character, 0)
    return Cell(character, 0) if joined and _is_emoji(character) else None


@cache
def _alone(character: str) -> Cell:
    code = ord(character)
    category = unicodedata.category(character)
    if category == "Cc":
        return Cell(_control_picture(code), 1) if code < 0x20 or code == 0x7F else _named(code)
    if category in ("Cf", "Cs", "Zl", "Zp"):
        # What can't be seen is often what is reported; a soft hyphen may or may not show.
        return _named(code)
    if category in ("Mn", "Me") or any(code in tails for tails in HANGUL_TAILS):
        return Cell(character, 0)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)


def _control_picture(code: int) -> str:
    return "\u2421" if code == 0x7F else chr(0x2400 + code)


def _named(code: int) -> Cell:
    name = f"<U+{code:04X}>"
    return Cell(name, len(name))


@cache
def _is_emoji(character: str) -> bool:
    # Pictures are "symbol, other"; those of a later Unicode than Python's are unassigned.
    return character == EMOJI_PRESENTATION or (
        unicodedata.category(character or " ") in ("So", "Cn") and character > "\u203b"
    )


def _grows(before: str) -> bool:
    """Whether the emoji selector makes the sign before it two columns wide."""
    if not before or unicodedata.east_asian_width(before) in "WF":
        return False
    return before in "0123456789#*" or unicodedata.category(before) in ("So", "Sm", "Po", "Pd")
