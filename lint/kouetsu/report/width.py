"""How wide text stands in a terminal, and how it is shown there without harm."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

TAB = 4
ZERO_WIDTH_JOINER = "\u200d"
EMOJI_PRESENTATION = "\ufe0f"
SKIN_TONES = range(0x1F3FB, 0x1F400)
# Vowels and final consonants of conjoining Hangul stand in the cell of the first consonant.
HANGUL_TAILS = (range(0x1160, 0x1200), range(0xD7B0, 0xD800))
PLAIN = re.compile(r"[ -~]*")


class Cell(NamedTuple):
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
    column = 0
    before = ""  # the last code point that takes columns, "" where the next starts afresh
    joined = False
    for character in line:
        if character == "\t":
            cell = Cell(" " * (TAB - column % TAB), TAB - column % TAB)
        elif (joined and _is_emoji(character)) or (character == ZERO_WIDTH_JOINER and _is_emoji(before)):
            cell = Cell(character, 0)
        elif character == EMOJI_PRESENTATION:
            cell = Cell(character, 1 if _grows(before) else 0)
        elif ord(character) in SKIN_TONES and _is_emoji(before):
            cell = Cell(character, 0)
        else:
            cell = _alone(character)
        joined = character == ZERO_WIDTH_JOINER and cell.width == 0
        if character == EMOJI_PRESENTATION:
            before = "\U0001f600" if cell.width else before
        elif cell.width:
            before = character
        column += cell.width
        yield cell


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


def _is_emoji(character: str) -> bool:
    return bool(character) and (
        unicodedata.category(character) in ("So", "Sk")
        or ord(character) in SKIN_TONES
        # Signs such as ♂ and ♀ that follow a joiner are So; the rest is assigned later.
        or (unicodedata.category(character) == "Cn" and ord(character) >= 0x1F000)
    )


def _grows(before: str) -> bool:
    """Whether the emoji selector makes the sign before it two columns wide."""
    if not before or unicodedata.east_asian_width(before) in "WF":
        return False
    return before in "0123456789#*" or unicodedata.category(before) in ("So", "Sm", "Po", "Pd")
