"""The stretches of prose between blocks and markers, and what stands elsewhere in a post."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import Block, Pattern, Post, Prose, Sentence, Span, Token
from kouetsu_rules.letters import has_letter
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.seams.markers.places import Marker, Marks, markers

# White space that parts nothing: after the end of a sentence, a bracket or a colon.
SPACE_AFTER_END = Pattern(r"(?<=[。！？!?」』）)】:：、])\s+")
SPACE = Pattern(r"\s+")
CLOSERS = "」』）)】〉》”’\"'〕］]*_"
CLOSED = Pattern(r"(?:[。！？!?.．…‥]|・・)[" + re.escape(CLOSERS) + r"\s]*$")
# Speech needs no 。 before its bracket, however many sentences it has.
SPOKEN = Pattern(r"(?:「[^「」\n]+」|『[^『』\n]+』)$")
FRAGMENT = 12
"""A paragraph of no more letters is a remnant."""
SHORT, FEW = 220, 3
"""A paragraph of so many letters and sentences at most stands alone, as a remark does."""
SENTENCE_END = Pattern(r"[。！？!?][" + re.escape(CLOSERS) + r"]*")


class Segment(Struct, eq=False, dict=True):
    """Prose without a marker in it: ``start`` to ``end`` of a block's prose, trimmed.

    ``following`` is the kind of what comes next: ``marker``, ``end``, or that of a block.
    ``preceding`` is the segment before, a marker between them left out; ``marked`` whether
    a marker stands between. ``at`` is where it begins in the text of the index.
    """

    prose: Prose
    block: Block
    start: int
    end: int
    marks: Marks
    following: str = "end"
    next: Segment | None = None
    preceding: Segment | None = None
    marked: bool = False
    at: int = 0

    @cached_property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @cached_property
    def flat(self) -> str:
        """The text as the index has it."""
        return flattened(self.text)

    @cached_property
    def unquoted(self) -> str:
        """The text with what it quotes hidden."""
        return unquoted(self.text)

    @cached_property
    def japanese(self) -> bool:
        """Whether the text holds a Japanese letter."""
        return has_letter(self.text)

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """The sentences that lie in it."""
        sentences = self.prose.sentences
        first = bisect_left(sentences, self.start, key=_start)
        return sentences[first : bisect_right(sentences, self.end, first, key=_end)]

    @cached_property
    def alone(self) -> bool:
        """Whether it is a short paragraph of its own."""
        if self.block.in_list or self.block.kind not in ("paragraph", "item"):
            return False
        return self.end - self.start <= SHORT and len(self.sentences) <= FEW

    @cached_property
    def last(self) -> int:
        """Where in the prose its last sentence begins."""
        begin = self.start
        for end in SENTENCE_END.finditer(self.prose.text, self.start, self.end):
            if end.end() < self.end:
                begin = end.end()
        newline = self.prose.text.rfind("\n", begin, self.end)
        begin = max(begin, newline + 1)
        while begin < self.end and self.prose.text[begin].isspace():
            begin += 1
        return begin

    @property
    def fragment(self) -> str:
        return self.prose.text[self.last : self.end]

    @cached_property
    def closed(self) -> bool:
        return CLOSED.search(self.text) is not None or SPOKEN.match(self.text) is not None

    @property
    def grown(self) -> bool:
        """Whether it is a paragraph of more than a few words."""
        return not self.headline and not self.block.in_list and self.end - self.start > FRAGMENT

    @cached_property
    def headline(self) -> bool:
        """Whether it is a heading or a line that is all bold and so stands for one."""
        if self.block.kind == "heading":
            return True
        return any(
            mark.kind == "strong" and mark.end >= self.end - 1
            for mark in self.marks.before(self.start + 1)
        )

    @property
    def underlined(self) -> bool:
        """Whether it became a heading only because a line of dashes follows it."""
        if self.block.kind != "heading":
            return False
        return self.prose.whole.start <= self.block.span.start

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """The words of a range of the prose, with offsets from its start."""
        return Sentence(self.prose, start, end).tokens

    def span(self, start: int, end: int) -> Span:
        return self.prose.span(start, end)


def read_joined(segment: Segment, text: str) -> tuple[Token, ...]:
    """The words of a text that stands nowhere as it is."""
    return Sentence(replace(segment.prose, text=text, pieces=(), marks=()), 0, len(text)).tokens


class Segments(Struct, frozen=True, dict=True):
    """The segments of a post in order, and the index over their text."""

    items: tuple[Segment, ...]
    index: Index
    marked: bool
    """Whether the post has markers at which text is cut."""
    headlines: int

    @cached_property
    def ends(self) -> tuple[int, int]:
        """How many paragraphs there are, and how many of them end as sentences do."""
        grown = [segment for segment in self.items if segment.grown]
        return len(grown), sum(segment.closed for segment in grown)


class Index:
    """Where a string stands in the flat text of the post's segments.

    Segments are parted by newlines. The cost of look-ups is bounded: in a hostile file the
    last ones find nothing.
    """

    BUDGET = 3_000_000_000
    MOST = 12

    def __init__(self, text: str) -> None:
        self.text = text
        self._spent = 0
        self._known: dict[str, tuple[int, ...]] = {}

    def places(self, key: str) -> tuple[int, ...]:
        known = self._known.get(key)
        if known is not None:
            return known
        found: list[int] = []
        at = -1
        while self._spent < self.BUDGET and len(found) < self.MOST:
            begin = at
            at = self.text.find(key, at + 1)
            self._spent += (at if at >= 0 else len(self.text)) - begin
            if at < 0:
                break
            found.append(at)
        result = tuple(found)
        self._known[key] = result
        return result

    def before(self, at: int) -> str:
        return self.text[at - 1] if at > 0 else "\n"

    def after(self, at: int) -> str:
        return self.text[at] if at < len(self.text) else "\n"


def flattened(text: str) -> str:
    """The text in one line.

    White space that parts two phrases is one space: there a flattened line was joined.
    """
    if SPACE.search(text) is None:  # perf: most Japanese paragraphs have none
        return text
    return SPACE.sub(" ", SPACE_AFTER_END.sub("", text))


def segments(post: Post) -> Segments:
    """The prose of the body in stretches between blocks and markers."""
    places: dict[Prose, list[Marker]] = {}
    cutting = False
    for marker in post.derived(markers):
        if marker.prose is not None and marker.cuts:
            places.setdefault(marker.prose, []).append(marker)
            cutting = True
    items: list[Segment] = []
    pending = ""
    for block in post.blocks:
        if block.kind in ("list", "quote", "table", "footnote") and block.prose is None:
            pending = pending or block.kind
        if block.in_quote:
            continue
        prose = block.prose
        if prose is None:
            if block.kind in ("code", "html", "rule"):
                pending = pending or block.kind
                _tell(items, pending)
            continue
        if not prose.text.strip():
            # A picture alone: what stands before may lead it in, what follows may name it.
            pending = pending or "image"
            _tell(items, pending)
            continue
        for part in _parts(block, prose, places.get(prose, [])):
            if part is None:
                _tell(items, "marker")
                pending = "marker"
                continue
            _link(items, part, pending)
            pending = ""
    _tell(items, pending)
    at = 0
    for segment in items:
        segment.at = at
        at += len(segment.flat) + 1
    index = Index("\n".join(segment.flat for segment in items))
    return Segments(tuple(items), index, cutting, sum(segment.headline for segment in items))


def _tell(items: list[Segment], kind: str) -> None:
    if items and kind and items[-1].following == "end":
        items[-1].following = kind


def _link(items: list[Segment], part: Segment, pending: str) -> None:
    if items:
        before = items[-1]
        if before.following == "end":
            before.following = pending if pending == "list" else (pending or part.block.kind)
            if before.following == "list" and before.block.in_list:
                deeper = part.block.depth > before.block.depth
                before.following = "list" if deeper else part.block.kind
        before.next = part
        part.preceding = before
        part.marked = before.following == "marker"
    items.append(part)


def _parts(block: Block, prose: Prose, marks: list[Marker]) -> Iterator[Segment | None]:
    """The stretches of a prose between its markers, ``None`` for each marker."""
    start = 0
    known = Marks(prose)
    for marker in marks:
        yield from _trimmed(block, prose, start, marker.start, known)
        yield None
        start = marker.end
    yield from _trimmed(block, prose, start, len(prose.text), known)


def _trimmed(block: Block, prose: Prose, start: int, end: int, marks: Marks) -> Iterator[Segment]:
    text = prose.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Segment(prose, block, start, end, marks)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _end(sentence: Sentence) -> int:
    return sentence.end
