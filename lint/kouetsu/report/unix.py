"""``--format unix``: one line a diagnostic, as compilers write it; editors read it as it is."""

from __future__ import annotations

import re
from typing import TextIO

from kouetsu.report import Report
from kouetsu.report.places import Located, located
from kouetsu.report.width import safe
from kouetsu.surrogates import encodable


def write(report: Report, out: TextIO) -> None:
    for each in located(report):
        out.write(line(each, report.language) + "\n")


def line(each: Located, language: str) -> str:
    """Where a diagnostic is and what it says, without a newline."""
    _, found, at = each
    message = safe(" ".join(found.message.in_(language).split()))
    return encodable(
        f"{_on_one_line(found.path)}:{at.start.line}:{at.start.column}: "
        f"{found.severity.label}: {message} [{found.rule}]"
    )


def _on_one_line(path: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\x{ord(found[0]):02x}", path)
