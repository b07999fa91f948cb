"""``--format human``: what a person reads in a terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TextIO

from kouetsu.findings import Diagnostic, RelatedPlace
from kouetsu.report import Report
from kouetsu.report.differences import differences
from kouetsu.report.places import Located, Sources, located, range_of
from kouetsu.report.snippet import snippet
from kouetsu.report.summary import summary_lines
from kouetsu.report.tables import statistics_lines
from kouetsu.report.width import clipped, safe, width
from kouetsu.report.wording import SEVERITY_COLORS, Color, Words, omission
from kouetsu.spans import Span
from kouetsu.text.source import Source

COLUMNS = 100  # where there is no terminal to ask
NARROWEST = 40
RELATED_SHOWN = 3
DIFFERENCES_SHOWN = 3


def write(report: Report, out: TextIO) -> None:
    words = Words(report.language, report.color)
    for line in _lines(report, words, _columns(out)):
        out.write(line + "\n")


def _lines(report: Report, words: Words, columns: int) -> Iterator[str]:
    if report.statistics:
        yield from statistics_lines(report, words)
    else:
        yield from _findings(report, words, columns)
    if not report.quiet:
        yield from summary_lines(report, words)


def _findings(report: Report, words: Words, columns: int) -> Iterator[str]:
    listing = Listing(report, words, columns)
    for each in located(report):
        yield from listing.finding(each)
        yield ""
    if report.omitted:
        yield words.say(*omission(report))
        yield ""


class Listing:
    """Writes findings one by one, each with its lines of the source."""

    def __init__(self, report: Report, words: Words, columns: int) -> None:
        self._words = words
        self._columns = columns
        self._sources = Sources(report)

    def finding(self, each: Located) -> Iterator[str]:
        found, source, words = each.diagnostic, each.post.source, self._words
        start = each.range.start
        yield " ".join(
            (
                words.paint(f"{safe(found.path)}:{start.line}:{start.column}", Color.STRONG),
                words.paint(found.severity.label, SEVERITY_COLORS[found.severity]),
                words.paint(found.rule, Color.FAINT),
                safe(found.message.in_(words.language)),
            )
        )
        gutter = self._gutter(found, start.line)
        yield from self._excerpt(source, found.span, gutter, "^", SEVERITY_COLORS[found.severity])
        for related in found.related[:RELATED_SHOWN]:
            yield from self._related(found, source, related, gutter)
        if (more := len(found.related) - RELATED_SHOWN) > 0:
            yield self._note(
                gutter, words.say(f"関連箇所がほかに {more} か所", f"{more} more places")
            )
        if found.fix is not None:
            message = words.fix(found.fix.safety, found.fix.message.in_(words.language))
            yield self._note(gutter, message)

    def _gutter(self, found: Diagnostic, line: int) -> int:
        lines = [line]
        for related, at in self._sources.related(found):
            if related in found.related[:RELATED_SHOWN]:
                lines.append(at.start.line)
        return max(len(str(line)) for line in lines) + 2

    def _excerpt(
        self, source: Source, span: Span, gutter: int, caret: str, color: Color, note: str = ""
    ) -> Iterator[str]:
        words = self._words
        if not source.text or source.is_binary:  # nothing that a person could read
            return
        part = snippet(source, span, self._columns - gutter - 3)
        rule = words.paint("|", Color.FAINT)
        yield f"{words.paint(f'{part.line:>{gutter}}', Color.FAINT)} {rule} {part.text}".rstrip()
        notes = [note] if note else []
        if part.last_line > part.line:
            notes.insert(0, words.until_line(part.last_line))
        text, indent = " ".join(notes), " " * part.indent
        under = f"{' ' * gutter} {rule} {indent}{words.paint(caret * part.length, color)}"
        if part.indent + part.length + 1 + width(text) <= self._columns - gutter - 3:
            yield f"{under} {text}".rstrip()
        else:
            yield under
            yield self._note(gutter, text)

    def _related(
        self, found: Diagnostic, source: Source, related: RelatedPlace, gutter: int
    ) -> Iterator[str]:
        words, message = self._words, safe(related.message.in_(self._words.language))
        other = source if related.path == found.path else self._sources.of(related.path)
        if other is None:
            yield self._note(gutter, f"{safe(related.path)}: {message}")
            return
        if related.path != found.path:
            start = range_of(other, related.span).start
            yield self._note(gutter, f"{safe(related.path)}:{start.line}:{start.column}")
        yield from self._excerpt(other, related.span, gutter, "-", Color.INFO, message)
        texts = other.text[slice(*related.span)], source.text[slice(*found.span)]
        found_differences = differences(*texts) if min(map(len, texts)) > self._columns // 2 else []
        for first, second in found_differences[:DIFFERENCES_SHOWN]:
            if first:
                yield self._note(
                    gutter, words.paint(self._clipped(first, gutter), Color.ERROR), "-"
                )
            if second:
                yield self._note(
                    gutter, words.paint(self._clipped(second, gutter), Color.GOOD), "+"
                )
        if (more := len(found_differences) - DIFFERENCES_SHOWN) > 0:
            yield self._note(
                gutter, words.say(f"違いがほかに {more} か所", f"{more} more differences")
            )

    def _clipped(self, text: str, gutter: int) -> str:
        return clipped(text, self._columns - gutter - 3)

    def _note(self, gutter: int, text: str, sign: str = "=") -> str:
        return f"{' ' * gutter} {self._words.paint(sign, Color.FAINT)} {text}"


def _columns(out: TextIO) -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdecimal() and int(columns) > 0:
        return max(int(columns), NARROWEST)
    try:
        return max(os.get_terminal_size(out.fileno()).columns, NARROWEST)
    except (OSError, ValueError):  # no file, or not a terminal
        return COLUMNS
