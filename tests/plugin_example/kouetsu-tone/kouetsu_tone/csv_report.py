"""``--format csv``: one row a finding, for a spreadsheet."""

from __future__ import annotations

import csv
from typing import TextIO

from kouetsu.api import Report


def write(report: Report, out: TextIO) -> None:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["path", "line", "column", "severity", "rule", "message"])
    for post in report.posts:
        for found in post.diagnostics:
            place = post.source.position(found.span.start)
            message = found.message.in_(report.language)
            rows.writerow([found.path, *place, found.severity.label, found.rule, message])
