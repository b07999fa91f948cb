"""The source of a post: its bytes, its text, and where its lines are."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from kouetsu.spans import Span

MOST_BAD, FEW_PLACES = 10, 20
"""Where one character in ten can't be decoded, nobody wrote the text; a few bytes prove nothing."""
STEP = 1_000
"""Characters between places of which it is remembered how many code units stand before them."""
NEWLINE = r"\r\n|\n|\r"


class Position(NamedTuple):
    """A 1-based line and a 1-based column in code points."""

    line: int
    column: int


class Source(Struct, frozen=True, dict=True):
    """Bytes and text of one file; offsets are code points of ``text``.

    ``text`` has no BOM, and each of its lines ends in ``\\n``: no rule has to think of CRLF.
    ``written`` is the text with the line breaks that the file has. ``undecodable`` names the
    U+FFFD of ``text`` that stand for bytes that are not UTF-8.
    """

    raw: bytes
    written: str
    has_bom: bool
    undecodable: tuple[Span, ...] = ()

    @classmethod
    def from_bytes(cls, raw: bytes) -> Source:
        has_bom = raw.startswith(codecs.BOM_UTF8)
        body = raw[len(codecs.BOM_UTF8) :] if has_bom else raw
        try:
            return cls(raw, body.decode("utf-8"), has_bom)
        except UnicodeDecodeError:
            written, undecodable = _decode_with_replacements(body)
            return cls(raw, written, has_bom, undecodable)

    @classmethod
    def from_text(cls, text: str) -> Source:
        """The source of a text; lone surrogates in it become undecodable bytes."""
        return cls.from_bytes(text.encode("utf-8", "surrogatepass"))

    @cached_property
    def text(self) -> str:
        return with_newline(self.written, "\n")

    def in_file(self, offset: int) -> int:
        """An offset of ``text`` as one of ``written``, where CRLF counts as two."""
        return offset + bisect_left(self._longer, offset)

    @cached_property
    def _longer(self) -> tuple[int, ...]:
        """The line breaks of ``text`` that are CRLF in the file."""
        if "\r\n" not in self.written:  # perf: most files have none
            return ()
        found = re.finditer("\r\n", self.written)
        return tuple(place.start() - number for number, place in enumerate(found))

    def encode(self, written: str) -> bytes:
        """The bytes of a changed text, with this file's BOM."""
        return (codecs.BOM_UTF8 if self.has_bom else b"") + written.encode("utf-8")

    @cached_property
    def other_encoding(self) -> str | None:
        """The other encoding that a Japanese text is in, where its bytes leave no doubt."""
        return _encoding_of(self.raw) if self.undecodable else None

    @cached_property
    def is_binary(self) -> bool:
        """Whether these bytes are no text in any encoding: a picture, an archive."""
        if not self.undecodable or self.other_encoding is not None:
            return False
        places = len(self.undecodable)
        return b"\0" in self.raw or places > max(len(self.text) // MOST_BAD, FEW_PLACES)

    @cached_property
    def newline(self) -> str:
        """The newline of the first line; ``\\n`` where there is only one line."""
        first = re.search(NEWLINE, self.written)
        return first.group() if first else "\n"

    @cached_property
    def newlines(self) -> tuple[str, ...]:
        """What ends each line in the file, the last one aside."""
        return tuple(re.findall(NEWLINE, self.written))

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        return starts_of_lines(self.text)

    @property
    def line_count(self) -> int:
        return len(self.line_starts)

    def line_of(self, offset: int) -> int:
        return bisect_right(self.line_starts, offset)

    def position(self, offset: int) -> Position:
        line = self.line_of(offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def units_before(self, offset: int, units: Callable[[str], int]) -> int:
        """How many code units stand before the offset, ``units`` being their number in a text."""
        if units not in self._units:
            steps = range(0, len(self.text), STEP)
            counts = (units(self.text[start : start + STEP]) for start in steps)
            self._units[units] = [0, *accumulate(counts)]
        step = offset // STEP
        return self._units[units][step] + units(self.text[step * STEP : offset])

    @cached_property
    def _units(self) -> dict[Callable[[str], int], list[int]]:
        """The units before every step, for a line may be long and full of findings."""
        return {}

    def line_span(self, line: int) -> Span:
        """The span of that 1-based line without its newline."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < self.line_count else len(self.text)
        return Span(start, end - 1 if line < self.line_count else end)


def with_newline(text: str, newline: str) -> str:
    """The text with that line break at the end of each line."""
    if newline == "\n" and "\r" not in text:  # perf: most texts are so already
        return text
    return re.sub(NEWLINE, newline, text)


def starts_of_lines(text: str) -> tuple[int, ...]:
    """The offset of each line of a text.

    LF, CRLF and lone CR end a line, nothing else does: str.splitlines would also split at U+0085,
    U+2028 and form feeds, which no editor counts.
    """
    return (0, *(found.end() for found in re.finditer(NEWLINE, text)))


def _encoding_of(raw: bytes) -> str | None:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    # EUC-JP first: as Shift_JIS its bytes are half-width katakana.
    for name, codec in (("EUC-JP", "euc_jp"), ("Shift_JIS", "cp932")):
        try:
            text = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if len(re.findall("[ぁ-ヿ]", text)) * 10 > len(re.findall(r"[^\x00-\x7f]", text)):
            return name
    return None


def _decode_with_replacements(body: bytes) -> tuple[str, tuple[Span, ...]]:
    """Decode with U+FFFD for what is not UTF-8, and say where those are."""
    # surrogateescape marks each bad byte with a character that decoding never yields
    # otherwise; one pass, so that a file of nothing but bad bytes stays linear.
    marked = body.decode("utf-8", "surrogateescape")
    found = re.finditer("[\udc80-\udcff]+", with_newline(marked, "\n"))
    spans = tuple(Span(*place.span()) for place in found)
    return re.sub("[\udc80-\udcff]", "\ufffd", marked), spans
