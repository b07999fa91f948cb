"""Lines of a paragraph, broken as Japanese and English are: anywhere, and at spaces."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.patterns import Pattern
from kouetsu.report.width import width

OPENING, CLOSING = "（「『【〈《〔“‘", "、。，．！？）」』】〉》〕”’ー…・々っゃゅょッャュョ"
# a run of Latin or one other character, with the marks that stick to it and the space behind
PIECE = Pattern(rf"[{OPENING}]*(?:[!-~]+|[^!-~{OPENING}](?:[,.;:!?)\]]+(?![!-~]))?)[{CLOSING} ]*|.")


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most that many columns, as far as its words allow."""
    lines, line, used = [], "", 0
    for piece in _pieces(text):
        size = width(piece.rstrip(" "))
        if line and used + size > columns:
            lines.append(line.rstrip(" "))
            line, used = "", 0
        line += piece
        used += width(piece)
    return [*lines, line.rstrip(" ")] if line.strip(" ") or not lines else lines


def _pieces(text: str) -> Iterator[str]:
    for found in PIECE.finditer(text):
        yield found.group()
