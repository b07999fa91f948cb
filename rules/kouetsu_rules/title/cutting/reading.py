"""A title as it stands, and what the body says of it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kouetsu.api import Prose, Span, Token
from kouetsu_rules.quoting import tail_start
from kouetsu_rules.title.cutting import endings
from kouetsu_rules.title.cutting.headline import Headline

LIMIT = 40
"""Scripts cut titles at 40 bytes: 38 to 40 are left, two less where markup was taken off."""
SHOWN = 8
"""The characters at the end of a cut title that are pointed at, at most: its last words."""
PUNCTUATION = "。．.！？!?…」』）)】”\"'：:、， 　"

Kind = Literal[
    "broken",
    "cut",
    "comma",
    "length",
    "open",
    "abridged",
    "glued",
    "template",
    "suffix-lost",
    "opening",
]


class Reading(Struct, frozen=True):
    """What the body says of a title.

    ``sure`` tells damage that no title has from what merely looks like it. ``restored`` is the
    title as the body has it; ``extends`` says that it begins with all of the present one, ``mild``
    that a title may be meant so.
    """

    kind: Kind
    sure: bool
    place: Span
    headline: Headline | None = None
    restored: str | None = None
    extends: bool = False
    mild: bool = False


class Title(Struct, frozen=True):
    """The part of a title that is its own, without signs and white space around it."""

    prose: Prose
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    def last_words(self, upto: int) -> int:
        """Where the last words before ``upto`` begin."""
        return tail_start(self.text, 0, upto, SHOWN)

    def place(self, start: int = 0) -> Span:
        return self.prose.span(self.start + start, self.end)

    def words(self, upto: int) -> tuple[Token, ...]:
        return endings.words_between(self.prose, self.start, self.start + upto)

    def is_cut_to(self, least: int) -> bool:
        """Whether it has the length that cut titles have, from ``least`` bytes on."""
        return least <= len(self.text.encode("utf-8", "replace")) <= LIMIT

    @property
    def at_limit(self) -> bool:
        return self.is_cut_to(LIMIT - 4)
