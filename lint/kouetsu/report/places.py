"""Spans as the reader's tools count: lines and columns in code points, UTF-16 or UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kouetsu.findings import Diagnostic, Edit, RelatedPlace
from kouetsu.report import CheckedPost, Report
from kouetsu.run.edits import spliced
from kouetsu.spans import Span
from kouetsu.text.source import Source, with_newline


class Place(NamedTuple):
    """A 1-based line and column, both in code points, and the offset that they stand for.

    ``in_file`` is the offset in the file, where a line may end in two characters.
    """

    line: int
    column: int
    offset: int
    in_file: int


class Range(NamedTuple):
    """Where a span begins and, exclusively, ends."""

    start: Place
    end: Place


class Located(NamedTuple):
    """A diagnostic with its place and the post that it stands in."""

    post: CheckedPost
    diagnostic: Diagnostic
    range: Range


def place(source: Source, offset: int) -> Place:
    # Clamped: a plugin's wrong span must not take down the report that would show it.
    offset = min(max(offset, 0), len(source.text))
    return Place(*source.position(offset), offset, source.in_file(offset))


def range_of(source: Source, span: Span) -> Range:
    return Range(place(source, span.start), place(source, max(span)))


def utf8_column(source: Source, at: Place) -> int:
    """The 1-based column in bytes, as reviewdog counts."""
    start = at.offset - at.column + 1
    return 1 + source.units_before(at.offset, utf8_size) - source.units_before(start, utf8_size)


def utf8_size(text: str) -> int:
    """Its bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def located(report: Report) -> Iterator[Located]:
    """Every diagnostic with its place, in the order of the report."""
    for post in report.posts:
        for diagnostic in post.diagnostics:
            yield Located(post, diagnostic, range_of(post.source, diagnostic.span))


class Sources:
    """The sources of a report by path, for related places in other posts."""

    def __init__(self, report: Report) -> None:
        self._by_path = {post.path: post.source for post in report.posts}

    def of(self, path: str) -> Source | None:
        return self._by_path.get(path)

    def related(self, diagnostic: Diagnostic) -> Iterator[tuple[RelatedPlace, Range]]:
        """The related places that can be located; a post outside the report can't be."""
        for related in diagnostic.related:
            source = self.of(related.path)
            if source is not None:
                yield related, range_of(source, related.span)


def one_edit(source: Source, edits: Sequence[Edit]) -> Edit:
    """The edits as a single one over all that lies between them, in the file's line breaks."""
    whole = Span(min(edit.span.start for edit in edits), max(edit.span.end for edit in edits))
    return Edit(whole, with_newline(spliced(source.text, edits, whole), source.newline))
