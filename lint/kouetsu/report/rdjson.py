"""``--format rdjson``: the Reviewdog Diagnostic Format, whose columns count UTF-8 bytes."""

from __future__ import annotations

from typing import Any, TextIO

from kouetsu import NAME
from kouetsu.findings import Severity
from kouetsu.report import Report
from kouetsu.report.documents import write_document
from kouetsu.report.places import (
    Located,
    Place,
    Range,
    Sources,
    located,
    one_edit,
    range_of,
    utf8_column,
)
from kouetsu.text.source import Source

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def write(report: Report, out: TextIO) -> None:
    sources = Sources(report)
    worst = max((found.severity for found in report.found), default=Severity.INFO)
    document = {
        "source": {"name": NAME},
        "severity": SEVERITIES[worst],
        "diagnostics": [_diagnostic(each, sources, report) for each in located(report)],
    }
    write_document(document, out)


def _diagnostic(each: Located, sources: Sources, report: Report) -> dict[str, Any]:
    found, source, language = each.diagnostic, each.post.source, report.language
    code = {"value": found.rule}
    if (url := report.url(found.rule)) is not None:
        code["url"] = url
    result: dict[str, Any] = {
        "message": found.message.in_(language),
        "location": {"path": found.path, "range": _range(source, each.range)},
        "severity": SEVERITIES[found.severity],
        "source": {"name": NAME},
        "code": code,
    }
    if related := list(_related(each, sources, language)):
        result["related_locations"] = related
    if found.fix is not None and found.fix.edits:
        # Several suggestions would be alternatives; edits that belong together are one.
        edit = one_edit(source, found.fix.edits)
        at = range_of(source, edit.span)
        result["suggestions"] = [{"range": _range(source, at), "text": edit.text}]
    return result


def _related(each: Located, sources: Sources, language: str) -> list[dict[str, Any]]:
    places = []
    for related, at in sources.related(each.diagnostic):
        source = sources.of(related.path)
        if source is not None:
            location = {"path": related.path, "range": _range(source, at)}
            places.append({"message": related.message.in_(language), "location": location})
    return places


def _range(source: Source, at: Range) -> dict[str, dict[str, int]]:
    return {"start": _position(source, at.start), "end": _position(source, at.end)}


def _position(source: Source, at: Place) -> dict[str, int]:
    return {"line": at.line, "column": utf8_column(source, at)}
