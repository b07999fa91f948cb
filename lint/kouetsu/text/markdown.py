"""Blocks: the Markdown of a body, each block and each inline stretch with its exact place.

Read with pyromark (pulldown-cmark: CommonMark with GFM), whose ranges are UTF-8 byte offsets.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

import pyromark
from msgspec import Struct

from kouetsu.spans import Span
from kouetsu.text.masks import Masked
from kouetsu.text.prose import MarkKind, Prose, ProseBuilder
from kouetsu.text.tokens import Tokens

BlockKind = Literal[
    "paragraph", "heading", "item", "code", "html", "table", "rule", "quote", "list", "footnote"
]

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
CONTAINERS: dict[str, BlockKind] = {
    "BlockQuote": "quote",
    "List": "list",
    "FootnoteDefinition": "footnote",
    "Table": "table",
}
LEAVES: dict[str, BlockKind] = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "CodeBlock": "code",
    "HtmlBlock": "html",
}
INLINE_MARKS: dict[str, MarkKind] = {
    "Strong": "strong",
    "Emphasis": "emphasis",
    "Strikethrough": "strike",
    "Link": "link",
    "Image": "image",
}
DEEPEST = 100
"""Containers that a block names: each of a hundred thousand lists in lists can't name them all."""


class Block(Struct, eq=False, dict=True):
    """A block of the body. ``span`` leaves the trailing newline out.

    ``item`` is prose that stands in a tight list item without a paragraph of its own.
    ``parents`` are the kinds of the containers around it (a hundred at most), outermost first;
    ``top`` counts the top-level blocks, so that neighbours differ by one; ``info`` is the info
    string of fenced code; ``level`` that of a heading.
    """

    kind: BlockKind
    span: Span
    parents: tuple[BlockKind, ...]
    top: int
    level: int = 0
    info: str = ""
    prose: Prose | None = None

    @property
    def in_list(self) -> bool:
        return "list" in self.parents

    @property
    def in_quote(self) -> bool:
        return "quote" in self.parents

    @property
    def depth(self) -> int:
        """How many lists stand around it."""
        return self.parents.count("list")

    @cached_property
    def language(self) -> str:
        return self.info.split()[0].split(":")[0].lower() if self.info.split() else ""


def read_blocks(
    source: str, body: Span, tokens: Tokens | None = None, mdx: bool = False
) -> tuple[Block, ...]:
    """The blocks of ``source[body]`` in document order, containers before what they hold."""
    text = source[body.start : body.end]
    if not text:
        return ()
    masked = Masked(text, mdx)
    # The parser replaces NUL by a longer character, which would shift its own text.
    parsed = masked.text.replace("\0", "\1")
    events: list[tuple[Any, Any]] = list(
        pyromark.events_with_range(parsed, options=OPTIONS, merge_text=False)
    )
    wanted = sorted({offset for _, place in events for offset in (place["start"], place["end"])})
    # A mask has as many bytes as what it hides, but for Japanese tags more characters.
    local = _code_points(parsed, wanted)
    offsets = local if masked.text is text else _code_points(text, wanted)
    reader = _Reader(source, body.start, masked, parsed, tokens)
    for event, place in events:
        start, end = place["start"], place["end"]
        span = Span(body.start + offsets[start], body.start + offsets[end])
        reader.read(event, span, local[start], local[end])
    return tuple(reader.blocks)


CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""


def _code_points(text: str, wanted: list[int]) -> dict[int, int]:
    """Code points for ascending byte offsets, in one sweep over the text."""
    raw = text.encode("utf-8")
    if len(raw) == len(text):
        return {offset: offset for offset in wanted}
    table: dict[int, int] = {}
    last = points = 0
    for offset in wanted:
        points += len(raw[last:offset].translate(None, CONTINUATION))
        table[offset] = points
        last = offset
    return table


class _Reader:
    """Folds the parser's events into blocks."""

    def __init__(
        self, source: str, base: int, masked: Masked, parsed: str, tokens: Tokens | None
    ) -> None:
        self._source = source
        self._base = base
        self._lone = masked.lone
        self._parsed = parsed
        self._tokens = tokens
        self._opaque = [(span, False) for span in masked.opaque]
        self._opaque += [(span, True) for span in masked.hidden]
        self._opaque.sort()
        self._next_opaque = 0
        self._containers: list[BlockKind] = []
        self._leaf: Block | None = None
        self._builder: ProseBuilder | None = None
        self._open_marks: list[tuple[MarkKind, int, str]] = []
        self._image = 0
        self._top = -1
        self.blocks: list[Block] = []

    def read(self, event: Any, span: Span, start: int, end: int) -> None:
        """Take in one event; ``start`` and ``end`` are its place in the masked text."""
        if event == "Rule":
            kind: BlockKind = "html" if span.start - self._base in self._lone else "rule"
            self._close_item()
            self._append(kind, span)
        elif event in ("SoftBreak", "HardBreak"):
            self._inline(span)
            if self._builder and not self._image:
                self._builder.add("\n", span)
        else:
            name, value = next(iter(event.items()))
            if name == "Start":
                self._start(value, span)
            elif name == "End":
                self._end(value if isinstance(value, str) else next(iter(value)), span)
            else:
                self._text(name, value, span, self._parsed[start:end])

    # Blocks

    def _append(self, kind: BlockKind, span: Span) -> Block:
        if not self._containers:
            self._top += 1
        end = span.end
        while end > span.start and self._source[end - 1] == "\n":
            end -= 1
        block = Block(kind, Span(span.start, end), tuple(self._containers[:DEEPEST]), self._top)
        self.blocks.append(block)
        return block

    def _start(self, value: Any, span: Span) -> None:
        detail: Any = None
        if isinstance(value, str):
            name = value
        else:
            name, detail = next(iter(value.items()))
        if name in INLINE_MARKS:
            self._inline(span)
            target = detail["dest_url"] if isinstance(detail, dict) else ""
            self._open_marks.append((INLINE_MARKS[name], self._length, target))
            self._image += name == "Image"
        elif name in CONTAINERS:
            self._close_item()
            self._append(CONTAINERS[name], span)
            self._containers.append(CONTAINERS[name])
        elif name in LEAVES:
            self._close_item()
            self._leaf = self._append(LEAVES[name], span)
            if name == "Heading":
                self._leaf.level = int(detail["level"][1:])
            if name == "CodeBlock" and isinstance(detail, dict):
                self._leaf.info = detail["Fenced"]
            if name in ("Heading", "Paragraph"):
                self._builder = ProseBuilder(self._source)

    def _end(self, name: str, span: Span) -> None:
        if name in INLINE_MARKS and self._open_marks:
            kind, start, target = self._open_marks.pop()
            self._image -= name == "Image"
            if self._builder:
                self._builder.mark(kind, start, span, target)
        elif name in CONTAINERS:
            self._close_item()
            self._containers.pop()
        elif name == "Item":
            self._close_item()
        elif name in LEAVES:
            self._close_leaf()

    def _close_leaf(self) -> None:
        leaf, builder = self._leaf, self._builder
        self._leaf = self._builder = None
        self._open_marks.clear()
        if leaf and builder:
            leaf.prose = builder.build(self._tokens, leaf)
            if leaf.kind in ("paragraph", "item") and builder.only_tags:
                leaf.kind, leaf.prose = "html", None

    def _close_item(self) -> None:
        if self._leaf and self._leaf.kind == "item":
            self._close_leaf()

    def _inline(self, span: Span) -> None:
        """Make sure that there is a leaf for inline content: a tight item has none of its own."""
        if self._leaf is None and self._containers[-1:] != ["table"]:
            self._leaf = self._append("item", span)
            self._builder = ProseBuilder(self._source)
        if self._leaf and self._leaf.kind == "item":
            end = max(self._leaf.span.end, span.end)
            self._leaf.span = Span(self._leaf.span.start, end)

    # Inline content

    @property
    def _length(self) -> int:
        return self._builder.length if self._builder else 0

    def _text(self, name: str, value: Any, span: Span, parsed: str) -> None:
        if name == "TaskListMarker" or (self._leaf and self._leaf.kind in ("code", "html")):
            return
        self._inline(span)
        builder = self._builder
        if builder is None or self._image:
            return
        if name == "Text":
            if parsed == value:
                self._plain(span)
            else:
                builder.add(value, span)
        elif name == "Code":
            start = builder.length
            builder.add(value, _inside_code(self._source, span, value))
            builder.mark("code", start, span)
        elif name == "InlineHtml":
            if value.lower().startswith("<br"):
                builder.add("\n", span)
            builder.mark("html", builder.length, span)
        elif name == "FootnoteReference":
            builder.mark("footnote", builder.length, span)

    def _plain(self, span: Span) -> None:
        """Text of the source, with addresses and formulas as opaque pieces and tags left out."""
        builder = self._builder
        assert builder is not None
        at = span.start
        for place, hidden in self._opaque_within(span):
            if place.start > at:
                builder.add_source(Span(at, place.start))
            start = builder.length
            if not hidden:
                builder.add(self._source[place.start : place.end], place)
            builder.mark("html" if hidden else "opaque", start, place)
            at = place.end
        if at < span.end:
            builder.add_source(Span(at, span.end))

    def _opaque_within(self, span: Span) -> Iterator[tuple[Span, bool]]:
        while self._next_opaque < len(self._opaque):
            place, hidden = self._opaque[self._next_opaque]
            start, end = self._base + place.start, self._base + place.end
            if start >= span.end:
                return
            if end > span.start:
                yield Span(max(start, span.start), min(end, span.end)), hidden
            if end > span.end:
                return
            self._next_opaque += 1


def _inside_code(source: str, span: Span, value: str) -> Span:
    """The span of the code between its backticks."""
    at = source.find(value, span.start, span.end) if value else -1
    return Span(at, at + len(value)) if at >= 0 else span
