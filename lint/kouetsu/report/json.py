"""``--format json``: one document, the contract for programs (version 1)."""

from __future__ import annotations

from typing import Any, TextIO

import kouetsu
from kouetsu import NAME
from kouetsu.findings import Mend, Severity
from kouetsu.report import Report
from kouetsu.report.documents import write_document
from kouetsu.report.places import Located, Place, Range, Sources, located, range_of
from kouetsu.text.source import Source, with_newline

VERSION = 1


def write(report: Report, out: TextIO) -> None:
    sources = Sources(report)
    document = {
        "version": VERSION,
        "tool": {"name": NAME, "version": kouetsu.__version__},
        "diagnostics": [diagnostic_object(each, sources, report) for each in located(report)],
        "summary": _summary(report),
    }
    write_document(document, out)


def diagnostic_object(each: Located, sources: Sources, report: Report) -> dict[str, Any]:
    """One diagnostic as the contract has it; a line of ``jsonl`` is the same."""
    found, language = each.diagnostic, report.language
    return {
        "path": found.path,
        "rule": found.rule,
        "group": found.group,
        "severity": found.severity.label,
        "message": found.message.in_(language),
        "url": report.url(found.rule),
        **_range(each.range),
        "related": [
            {"path": related.path, **_range(at), "message": related.message.in_(language)}
            for related, at in sources.related(found)
        ],
        "fix": found.fix and _fix(found.fix, each.post.source, language),
    }


def _fix(fix: Mend, source: Source, language: str) -> dict[str, Any]:
    return {
        "safety": fix.safety.value,
        "message": fix.message.in_(language),
        "edits": [
            {
                **_range(range_of(source, edit.span)),
                "text": with_newline(edit.text, source.newline),
            }
            for edit in fix.edits
        ],
    }


def _range(at: Range) -> dict[str, dict[str, int]]:
    return {"start": _place(at.start), "end": _place(at.end)}


def _place(at: Place) -> dict[str, int]:
    return {"line": at.line, "column": at.column, "offset": at.in_file}


def _summary(report: Report) -> dict[str, int]:
    return {
        "files": report.files or len(report.posts),
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "infos": report.count(Severity.INFO),
        "fixable": sum(found.fix is not None for found in report.found),
        "suppressed": sum(post.suppressed for post in report.posts),
        "omitted": report.omitted,
    }
