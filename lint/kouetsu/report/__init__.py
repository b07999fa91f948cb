"""Reporters: how diagnostics reach the reader, one file a format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TextIO

from msgspec import Struct

from kouetsu.findings import Diagnostic, Severity

if TYPE_CHECKING:
    from kouetsu.rule import AnyRule
    from kouetsu.text.source import Source


class CheckedPost(Struct, frozen=True):
    """One file after the check: what stands in it, and what was found."""

    path: str
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    suppressed: int = 0
    baselined: int = 0
    unchanged: int = 0
    """Findings on lines that did not change, which ``--since`` leaves out."""
    omitted: tuple[Diagnostic, ...] = ()
    """What ``--max-findings`` leaves out of ``diagnostics``: to be counted, not listed."""


class Report(Struct, frozen=True):
    """All that a reporter may tell: checked posts sorted by path, rules by name, the manner."""

    posts: Sequence[CheckedPost]
    rules: Sequence[AnyRule]
    language: str = "ja"
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    files: int = 0
    """How many files were checked, those without a diagnostic included."""
    mended: Sequence[Diagnostic] = ()
    """What ``--fix`` mended in this run."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What is to be listed."""
        return [found for post in self.posts for found in post.diagnostics]

    @property
    def found(self) -> list[Diagnostic]:
        """What figures are about: all that was found, listed or omitted."""
        return [found for post in self.posts for found in (*post.diagnostics, *post.omitted)]

    @property
    def omitted(self) -> int:
        """How many findings are not listed."""
        return sum(len(post.omitted) for post in self.posts)

    def url(self, rule: str) -> str | None:
        """Where the page of a rule is published; ``None`` where its author names no place."""
        return next((each.url for each in self.rules if each.name == rule), None)

    def count(self, severity: Severity) -> int:
        return sum(found.severity is severity for found in self.found)


class Reporter(Protocol):
    """Writes a report; the engine opens and closes the stream."""

    def __call__(self, report: Report, out: TextIO) -> None: ...
