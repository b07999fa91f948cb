"""Prose: the text of a block without its markup, with the way back to the source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from kouetsu.patterns import Pattern
from kouetsu.spans import Span

if TYPE_CHECKING:
    from kouetsu.text.front_matter import Scalar
    from kouetsu.text.markdown import Block
    from kouetsu.text.sentences import Sentence
    from kouetsu.text.tokens import Tokens

MarkKind = Literal[
    "strong", "emphasis", "strike", "link", "image", "code", "html", "footnote", "stars", "opaque"
]


class Piece(Struct, frozen=True):
    """A stretch of prose and where it stands in the source.

    Where ``identical``, both have the same characters; else the prose stands for the whole
    source stretch (an entity, inline code, a line break) and cannot be cut.
    """

    start: int
    end: int
    source: Span
    identical: bool


class Mark(Struct, frozen=True):
    """Markup in prose: ``start`` to ``end`` in the prose, ``span`` in the source, signs included.

    ``stars`` are asterisks that CommonMark leaves as text; ``opaque`` is what no rule should
    read as language (an address, a formula); ``target`` is where a link or image leads.
    """

    kind: MarkKind
    start: int
    end: int
    span: Span
    target: str = ""


class Prose(Struct, frozen=True, eq=False, dict=True):
    """Text without markup. Inline code is one opaque piece, a line break one newline.

    ``field`` names the front matter key that the text stands in; ``block`` the block.
    """

    text: str
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()
    block: Block | None = None
    field: str | None = None
    _tokens: Tokens | None = None

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def span(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``, from its first piece to its last.

        Markup between two pieces is covered, markup around them is not. An empty range gives
        an empty span. ``ValueError`` where the range does not lie in the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"no range of this prose: {start}, {end}")
        if start == end:
            at = self._offset(start) if start < len(self.text) else self.whole.end
            return Span(at, at)
        last = self.pieces[bisect_right(self._starts, end - 1) - 1]
        stop = last.source.start + end - last.start if last.identical else last.source.end
        return Span(self._offset(start), stop)

    def _offset(self, start: int) -> int:
        piece = self.pieces[bisect_right(self._starts, start) - 1]
        return piece.source.start + (start - piece.start if piece.identical else 0)

    @property
    def in_heading(self) -> bool:
        """Whether it is the text of a heading."""
        return self.block is not None and self.block.kind == "heading"

    @cached_property
    def whole(self) -> Span:
        """The source span of all the text; the block's start, empty, where there is none."""
        if not self.pieces:
            at = self.block.span.start if self.block else 0
            return Span(at, at)
        return Span(self.pieces[0].source.start, self.pieces[-1].source.end)

    def marked(self, kind: MarkKind) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def opaque(self, start: int, end: int) -> bool:
        """Whether the range touches code, an address or a formula."""
        index = bisect_left(self._opaque, (end, 0)) - 1
        return index >= 0 and start < self._opaque[index][1]

    @cached_property
    def _opaque(self) -> list[tuple[int, int]]:
        return [(mark.start, mark.end) for mark in self.marks if mark.kind in ("code", "opaque")]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        from kouetsu.text.sentences import split_sentences

        return split_sentences(self)


class ProseBuilder:
    """Collects the pieces and marks of one prose in document order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._length = 0
        # The parser splits text at every sign that might have been markup, between the two
        # stars of `**` too: neighbours are joined before they are read.
        self._pending: Span | None = None

    @property
    def length(self) -> int:
        """How much prose there is so far."""
        self._flush()
        return self._length

    def add(self, text: str, span: Span) -> None:
        """Text that stands for the whole source span, such as an entity or inline code."""
        self._flush()
        self._append(text, span, identical=self._source[span.start : span.end] == text)

    def add_source(self, span: Span) -> None:
        """Text as it stands in the source, less the asterisks that are markup gone wrong."""
        if self._pending and self._pending.end == span.start:
            self._pending = Span(self._pending.start, span.end)
        else:
            self._flush()
            self._pending = span

    def _flush(self) -> None:
        if self._pending is None:
            return
        start, end = self._pending
        self._pending = None
        text = self._source[start:end]
        last = 0
        for stars in re.finditer(r"\*{2,}", text):
            upto = stars.start()
            self._append(text[last:upto], Span(start + last, start + upto), identical=True)
            span = Span(start + upto, start + stars.end())
            self._marks.append(Mark("stars", self._length, self._length, span))
            last = stars.end()
        self._append(text[last:], Span(start + last, end), identical=True)

    def _append(self, text: str, span: Span, *, identical: bool) -> None:
        if not text:
            return
        end = self._length + len(text)
        last = self._pieces[-1] if self._pieces else None
        if identical and last and last.identical and last.source.end == span.start:
            span = Span(last.source.start, span.end)
            self._pieces[-1] = Piece(last.start, end, span, True)
        else:
            self._pieces.append(Piece(self._length, end, span, identical))
        self._parts.append(text)
        self._length = end

    def mark(self, kind: MarkKind, start: int, span: Span, target: str = "") -> None:
        """Mark the prose from ``start`` to what has been added last."""
        end = self.length
        self._marks.append(Mark(kind, start, end, span, target))

    @property
    def only_tags(self) -> bool:
        """Whether there is nothing but HTML or template tags."""
        tags = any(mark.kind == "html" for mark in self._marks)
        return tags and not "".join(self._parts).strip()

    def build(self, tokens: Tokens | None, block: Block | None = None) -> Prose:
        self._flush()
        marks = sorted(self._marks, key=lambda mark: (mark.start, -mark.end))
        return Prose("".join(self._parts), tuple(self._pieces), tuple(marks), block, _tokens=tokens)


ESCAPE = Pattern(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)"
    r"|''|[ \t]*\n\s*",
    re.DOTALL,
)


def prose_of_scalar(scalar: Scalar, source: str, name: str, tokens: Tokens | None) -> Prose:
    """The prose of a front matter value; what its YAML style escapes or folds is one piece."""
    pieces = tuple(_aligned(scalar.text, source, scalar.content))
    return Prose(scalar.text, pieces, field=name, _tokens=tokens)


def _aligned(text: str, source: str, content: Span) -> Iterable[Piece]:
    raw = source[content.start : content.end]
    if raw == text:
        return [Piece(0, len(text), content, True)] if text else []
    pieces: list[Piece] = []
    at = last = 0
    for escape in ESCAPE.finditer(raw):
        plain = raw[last : escape.start()]
        if not text.startswith(plain, at):
            break
        if plain:
            span = Span(content.start + last, content.start + escape.start())
            pieces.append(Piece(at, at + len(plain), span, True))
            at += len(plain)
        upto = _resumed(text, at, raw, escape)
        if upto > at:
            span = Span(content.start + escape.start(), content.start + escape.end())
            pieces.append(Piece(at, upto, span, False))
        at, last = upto, escape.end()
    rest = raw[last:]
    if text[at:] == rest:
        if rest:
            pieces.append(Piece(at, len(text), Span(content.start + last, content.end), True))
        return pieces
    # A style that we do not follow: the value is one piece, right as a whole.
    return [Piece(0, len(text), content, False)] if text else []


def _resumed(text: str, at: int, raw: str, escape: re.Match[str]) -> int:
    """Where in the text the source goes on after an escape, which stands for 0 to n characters."""
    following = raw[escape.end() : escape.end() + 1]
    if escape.group().startswith("\\") and not escape.group()[1:2].isspace():
        # A pair of escaped surrogates is one character; the second half then stands for none.
        return min(at + 1, len(text)) if not re.match(r"\\u[dD][c-fC-F]", escape.group()) else at
    upto = at
    while upto < len(text) and text[upto].isspace() and text[upto] != following:
        upto += 1
    if escape.group() == "''":
        return at + 1
    return upto
