"""``--format csv``: one row a finding, for a spreadsheet."""

from __future__ import annotations

import csv
from typing import TextIO

from kouetsu.api import CheckedPost, Diagnostic, Report


def write(report: Report, out: TextIO) -> None:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["path", "line", "column", "severity", "rule", "message"])
    for post in report.posts:
        rows.writerows(_row(post, found, report.language) for found in post.diagnostics)


def _row(post: CheckedPost, found: Diagnostic, language: str) -> list[object]:
    place = post.source.position(found.span.start)
    return [found.path, *place, found.severity.label, found.rule, found.message.in_(language)]
