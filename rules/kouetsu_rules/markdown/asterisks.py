"""Which ``**`` of a block belong together, as the author meant them and as renderers see them.

kramdown pairs them almost as a reader does (its ``parser/kramdown/emphasis.rb``): one opens
before anything but white space, the next one after anything but white space closes. CommonMark
also asks for the signs outside (section 6.2, left- and right-flanking delimiter runs).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kouetsu.api import Block, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ``**`` that the author meant to stand around ``inner``."""

    opening: Span
    closing: Span

    @property
    def whole(self) -> Span:
        return Span(self.opening.start, self.closing.end)

    @property
    def inner(self) -> Span:
        return Span(self.opening.end, self.closing.start)


@dataclass(frozen=True, slots=True)
class Asterisks:
    """The pairs of a block and the ``**`` that stay alone in every renderer."""

    pairs: tuple[Pair, ...]
    alone: tuple[Span, ...]


def read_asterisks(text: str, block: Block) -> Asterisks:
    """Pair the ``**`` of a block of the source text; code, targets and tags are left out."""
    start, end = block.span
    raw = _without_opaque(text, block)
    pairs: list[Pair] = []
    alone: list[Span] = []
    opening: Span | None = None
    waiting: list[Span] = []
    for stars in re.finditer(r"(?<![\\*])\*\*(?!\*)", raw):
        span = Span(start + stars.start(), start + stars.end())
        before = raw[stars.start() - 1 : stars.start()] if stars.start() else ""
        after = raw[stars.end() : stars.end() + 1]
        if opening is None:
            if after and not after.isspace():
                opening = span
            else:
                alone.append(span)
        elif before.isspace() or span.start == opening.end:
            waiting.append(span)
        else:
            pairs.append(Pair(opening, span))
            # What could not close inside a pair stays as text within it.
            alone += waiting
            opening, waiting = None, []
    if opening is not None:
        # Nothing behind it can close, so nothing behind it can close another either.
        alone += [opening, *waiting]
    return Asterisks(tuple(pairs), tuple(sorted(alone)))


def _without_opaque(text: str, block: Block) -> str:
    """The block's source with what is no prose blanked out, character by character."""
    start, end = block.span
    raw = text[start:end]
    marks = block.prose.marks if block.prose else ()
    parts: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda mark: mark.span):
        if mark.kind not in ("code", "html", "opaque", "image", "link", "footnote"):
            continue
        low, high = mark.span.start - start, mark.span.end - start
        if mark.kind == "link":
            # The text of a link is prose; its target is not.
            low += max(0, raw.rfind("](", low, high) - low)
        low = max(low, at)
        if high > low:
            parts += (raw[at:low], "x" * (high - low))
            at = high
    parts.append(raw[at:])
    return "".join(parts)


def opens(before: str, after: str) -> bool:
    """Whether CommonMark lets ``**`` between these characters open emphasis."""
    if not after or after.isspace():
        return False
    return not _is_punctuation(after) or not before or before.isspace() or _is_punctuation(before)


def closes(before: str, after: str) -> bool:
    """Whether CommonMark lets ``**`` between these characters close emphasis."""
    return opens(after, before)


def _is_punctuation(character: str) -> bool:
    # CommonMark 0.31: Unicode categories P and S.
    return unicodedata.category(character)[0] in "PS"
