"""The stretches of a post in which asterisks can be emphasis, with everything else hidden.

A paragraph, a heading, the prose of a list item, a cell of a table, the text of a link: signs
pair only within one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile

from msgspec import Struct

from kouetsu.api import Block, Mark, MarkKind, Pattern, Post, Span

FILLER = "\ue000"
"""Stands for what is no prose: neither punctuation nor white space nor a letter."""
OPAQUE: tuple[MarkKind, ...] = ("code", "html", "opaque", "image", "link", "footnote")
# In a table, which has no prose: code, addresses, targets of links, tags.
CELL_OPAQUE = Pattern(
    r"(?<!`)(`{1,9})(?!`)[^\n]{1,2000}?(?<!`)\1(?!`)|https?://[^\s|*]+|(?<=\])\([^()\n|]{0,500}\)"
    r"|</?[A-Za-z][^<>\n]{0,500}>"
)
ENTITY = Pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
CELL = Pattern(r"(?:[^|\\\n]|\\.)+")


class Stretch(Struct, frozen=True):
    """Text of the source from ``start``; what is no prose in it is filled up.

    The first and last character of what is filled stand, for they decide whether the signs
    beside them open or close.
    """

    start: int
    text: str

    def span(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)


def stretches(post: Post) -> tuple[Stretch, ...]:
    """The stretches of a post that hold asterisks."""
    return tuple(_stretches(post))


def _stretches(post: Post) -> Iterator[Stretch]:
    for block in post.blocks:
        if post.text.find("*", *block.span) < 0:
            continue
        if block.kind == "table":
            yield from _cells(post.text, block.span)
        elif block.prose is not None:
            yield from _of_block(post.text, block)


def _cells(text: str, table: Span) -> Iterator[Stretch]:
    raw = CELL_OPAQUE.sub(lambda found: _filled(found.group()), text[table.start : table.end])
    for cell in CELL.finditer(raw):
        if "*" in cell.group():
            content = cell.group().strip()
            start = table.start + cell.start() + cell.group().index(content)
            yield Stretch(start, _escaped(content))


def _of_block(text: str, block: Block) -> Iterator[Stretch]:
    assert block.prose is not None
    opaque = [mark for mark in block.prose.marks if mark.kind in OPAQUE]
    opaque.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    start, end = block.span
    outside: list[str] = []
    at = start
    for index, mark in enumerate(opaque):
        if mark.span.start < at:
            continue
        outside += (text[at : mark.span.start], _filled(text[slice(*mark.span)]))
        at = mark.span.end
        if mark.kind == "link" and (inner := _link_text(text, mark)):
            within = takewhile(
                lambda each: inner.covers(each.span), islice(opaque, index + 1, None)
            )
            yield Stretch(inner.start, _escaped(_hidden(text, inner, within)))
    outside.append(text[at:end])
    yield Stretch(start, _escaped("".join(outside)))


def _link_text(text: str, link: Mark) -> Span | None:
    """The place of a link's text, where it holds asterisks; an address alone has none."""
    start, end = link.span
    if text[start : start + 1] != "[" or text.find("*", start, end) < 0:
        return None
    close = max(text.rfind("](", start, end), text.rfind("][", start, end))
    inner = Span(start + 1, close if close > start else end - 1)
    return inner if text.find("*", *inner) >= 0 else None


def _hidden(text: str, place: Span, marks: Iterable[Mark]) -> str:
    parts: list[str] = []
    at = place.start
    for mark in marks:
        if mark.span.start >= at:
            parts += (text[at : mark.span.start], _filled(text[slice(*mark.span)]))
            at = mark.span.end
    return "".join((*parts, text[at : place.end]))


def _filled(text: str) -> str:
    inside = FILLER * (len(text) - 2)
    return f"{text[0]}{inside}{text[-1]}".replace("*", FILLER) if len(text) > 1 else FILLER


def _escaped(text: str) -> str:
    """Hide escaped asterisks, which remain punctuation to their neighbours, and entities."""
    if "&" in text:
        text = ENTITY.sub(lambda found: _filled(found.group()), text)
    return re.sub(r"\\[\\*]", r"\\!", text) if "\\" in text else text
