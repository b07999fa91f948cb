"""Where a remark stands apart from the text: in brackets or behind a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.quoting import unquoted


class Note(Struct, frozen=True):
    """A remark: ``inner`` is its text without brackets or sign, what it quotes hidden.

    ``form`` is ``bracket`` or ``sign`` (a line that begins with ※ or the like);
    ``alone`` says that nothing else stands on its line, ``apart`` that it stands between
    sentences.
    """

    span: Span
    inner: str
    form: str
    alone: bool
    apart: bool


# One level of brackets within, as in （※不安（「…」）に共感する）.
BRACKET = Pattern(
    r"（(?P<round>[^（）\n]{4,240}(?:（[^（）\n]{0,80}）[^（）\n]{0,160})*)）"
    r"|(?<![A-Za-z0-9_\]])\((?P<latin>[^()\n]{4,240})\)|［(?P<wide>[^［］\n]{4,240})］"
    r"|(?<!\])\[(?P<square>[^\[\]\n]{4,240})\](?![(\[:])|【(?P<lens>[^【】\n]{4,240})】"
    r"|〔(?P<shell>[^〔〕\n]{4,240})〕|(?<![{\w$])\{(?P<brace>[^{}\n]{4,160})\}(?!\})"
)
SIGN = Pattern(r"^[ \t]*(?:[※＊†‡☆★▼→←]|\*(?![*\s]))[ \t]*(?P<inner>[^\n]{4,300})$", re.MULTILINE)
NEAR = 20
"""How far around a note is looked: a hostile line may hold a hundred thousand of them."""
BEGUN = Pattern(r"(?:^|\n)[ \t]*\Z")
ENDED = Pattern(r"(?:^|[\n。！？!?.」）)])\s*\Z")


def notes(post: Post) -> tuple[Note, ...]:
    """The remarks in the prose of a post, in its order."""
    return tuple(note for prose in post.prose for note in _in_prose(prose))


def _in_prose(prose: Prose) -> Iterator[Note]:
    text = prose.text
    if not SIGN.may_match(text) and not BRACKET.may_match(text):
        return
    hidden = unquoted(text)
    upto = 0
    for place in SIGN.finditer(text):
        if not prose.opaque(*place.span()):
            start = place.start() + len(place.group()) - len(place.group().lstrip())
            yield _note(prose, start, place.end(), place["inner"], "sign")
    for place in BRACKET.finditer(text):
        start, end = place.span()
        # quoted with its brackets, it is spoken of
        if start < upto or hidden[start] != text[start] or prose.opaque(start, start + 1):
            continue
        inner = next(group for group in place.groups() if group is not None)
        yield _note(prose, start, end, inner, "bracket")
        upto = end


def _note(prose: Prose, start: int, end: int, inner: str, form: str) -> Note:
    before = prose.text[max(0, start - NEAR) : start]
    after = prose.text[end : end + NEAR].split("\n")[0]
    alone = BEGUN.search(before) is not None and not after.strip(" \t。")
    apart = alone or ENDED.search(before) is not None
    return Note(prose.span(start, end), unquoted(inner), form, alone, apart)
