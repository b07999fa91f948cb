"""The gold marks: what an editor saw in a post, and where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measure.texts import Span, Text

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Mark:
    """One mark. ``spans``: each place of the quote in its line; ``region``: all that it covers."""

    path: str
    line: int
    end_line: int
    kind: str
    severity: str
    quote: str
    spans: tuple[Span, ...]
    region: Span
    by: str = ""
    sound: bool = False

    @property
    def required(self) -> bool:
        """Whether a miss counts: matters of style and sound look-alikes need not be found."""
        return not self.sound and self.severity != "style"

    @property
    def covered_lines(self) -> range:
        return range(self.line, self.end_line + 1)


def mark_at(row: Row, path: str, text: Text) -> Mark:
    """The mark of a gold row in the post that it was made on."""
    line, end_line = int(row["line"]), int(row.get("end_line", row["line"]))
    spans = text.quote(line, row["quote"])
    kind = str(row.get("class", row.get("kind", "")))
    return Mark(
        path=path,
        line=line,
        end_line=end_line,
        kind=kind,
        severity=str(row.get("severity", "")),
        quote=row["quote"],
        spans=spans,
        region=_region(kind, spans, line, end_line, text),
        by=str(row.get("by", "")),
        sound=bool(row.get("sound", False)),
    )


def _region(kind: str, spans: tuple[Span, ...], line: int, end_line: int, text: Text) -> Span:
    # The quote of a repeat is only how it begins: the mark means the whole of its lines.
    if kind.startswith("repeated-p") or kind == "repeated-section" or kind == "flattened":
        return Span(text.line_span(line).start, text.line_span(end_line).end)
    end = text.line_span(end_line).end if end_line > line else spans[-1].end
    return Span(spans[0].start, end)


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file; none where the file is not there."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def gold_rows(folder: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(folder.glob("*.jsonl")) for row in rows(path)]


def place_marks(gold: Iterable[Row], texts: Mapping[str, Text], below: str) -> list[Mark]:
    """The marks whose posts are there; ``below`` is where the site keeps its posts."""
    placed = ((row, f"{below}/{row['file']}") for row in gold)
    return [mark_at(row, path, texts[path]) for row, path in placed if path in texts]
