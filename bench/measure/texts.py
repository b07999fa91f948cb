"""Posts as the measure reads them: lines and columns to offsets, and temporary folders of posts."""

from __future__ import annotations

import re
import tempfile
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

NEWLINE = re.compile(r"\r\n|\n|\r")
POST_SUFFIXES = {".md", ".markdown", ".mdx"}


class Span(NamedTuple):
    """Half-open range of code points."""

    start: int
    end: int

    def near(self, other: Span, slack: int) -> bool:
        """Whether both overlap, or stand at most ``slack`` code points apart."""
        return self.start < other.end + slack and other.start < self.end + slack


class Text:
    """One post: its text without the byte-order mark, and where its lines begin."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.text = raw.decode("utf-8", errors="replace").removeprefix("\ufeff")
        ends = [match.span() for match in NEWLINE.finditer(self.text)]
        self._starts = [0, *(end for _, end in ends)]
        self._ends = [*(start for start, _ in ends), len(self.text)]

    @property
    def line_count(self) -> int:
        return len(self._starts)

    def line_span(self, line: int) -> Span:
        """The line (1-based, the nearest that there is) without its newline."""
        index = min(max(line, 1), self.line_count) - 1
        return Span(self._starts[index], self._ends[index])

    def line(self, line: int) -> str:
        span = self.line_span(line)
        return self.text[span.start : span.end]

    @property
    def lines(self) -> list[str]:
        return [self.text[a:b] for a, b in zip(self._starts, self._ends, strict=True)]

    def offset(self, line: int, column: int) -> int:
        span = self.line_span(line)
        return min(span.start + column - 1, span.end + 1)

    def position(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self._starts, offset) - 1
        return index + 1, offset - self._starts[index] + 1

    def quote(self, line: int, quote: str) -> tuple[Span, ...]:
        """Every place of the quote in the line; the whole line where it does not stand there."""
        whole = self.line_span(line)
        found: list[Span] = []
        at = self.text.find(quote, whole.start, whole.end) if quote else -1
        while at >= 0:
            found.append(Span(at, at + len(quote)))
            at = self.text.find(quote, at + 1, whole.end)
        return tuple(found) or (whole,)


@dataclass(frozen=True)
class Folder:
    """Posts by their path in a site, with the configuration of that site (None: without one)."""

    name: str
    texts: Mapping[str, Text]
    config: str | None = None

    @contextmanager
    def on_disk(self) -> Iterator[Path]:
        """A temporary copy; gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="kouetsu-quality-") as place:
            root = Path(place)
            for path, text in self.texts.items():
                target = root / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.raw)
            if self.config is not None:
                (root / "kouetsu.yaml").write_text(self.config, encoding="utf-8")
            yield root


def posts_below(folder: Path) -> dict[str, Text]:
    """Every post below a folder by its path in it; what no one has put there is no error."""
    files = sorted(p for p in folder.rglob("*") if p.suffix in POST_SUFFIXES and p.is_file())
    return {p.relative_to(folder).as_posix(): Text(p.read_bytes()) for p in files}
