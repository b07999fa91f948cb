"""``--format gitlab``: GitLab's code quality report."""

from __future__ import annotations

import hashlib
from typing import Any, TextIO

from kouetsu.findings import Severity
from kouetsu.report import CheckedPost, Report
from kouetsu.report.documents import write_document
from kouetsu.report.fingerprints import fingerprints
from kouetsu.report.places import range_of

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(report: Report, out: TextIO) -> None:
    issues = [issue for post in report.posts for issue in _issues(post, report.language)]
    write_document(issues, out)


def _issues(post: CheckedPost, language: str) -> list[dict[str, Any]]:
    # GitLab shows only one of two issues with the same fingerprint: the path makes them differ.
    seed = post.path.encode("utf-8", "replace")
    issues = []
    for found, fingerprint in fingerprints(post):
        at = range_of(post.source, found.span)
        issues.append(
            {
                "description": found.message.in_(language),
                "check_name": found.rule,
                "fingerprint": hashlib.sha256(seed + fingerprint.encode()).hexdigest()[:32],
                "severity": SEVERITIES[found.severity],
                "location": {
                    "path": post.path,
                    "lines": {"begin": at.start.line, "end": at.end.line},
                },
            }
        )
    return issues
