"""``--format sarif``: SARIF 2.1.0, for code scanning and its viewers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

import kouetsu
from kouetsu import NAME
from kouetsu.documentation import lead, page, summary
from kouetsu.findings import Diagnostic, Mend, Severity
from kouetsu.report import CheckedPost, Report
from kouetsu.report.documents import write_document
from kouetsu.report.fingerprints import fingerprints
from kouetsu.report.places import Range, Sources, range_of
from kouetsu.rule import AnyRule
from kouetsu.spans import Span
from kouetsu.text.source import Source, with_newline

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

Json = dict[str, Any]


def write(report: Report, out: TextIO) -> None:
    rules = [_rule(rule, report.language) for rule in report.rules]
    known = {rule["id"]: index for index, rule in enumerate(rules)}
    for name in sorted({found.rule for found in report.diagnostics} - set(known)):
        known[name] = len(rules)
        rules.append({"id": name})
    driver = {"name": NAME, "semanticVersion": _semantic(kouetsu.__version__), "rules": rules}
    sources = Sources(report)
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "The working directory."}}},
        "results": [
            result for post in report.posts for result in _results(post, report, known, sources)
        ],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    write_document(document, out)


def _rule(rule: AnyRule, language: str) -> Json:
    text = page(rule, language)
    result: Json = {
        "id": rule.name,
        "shortDescription": {"text": summary(rule, language)},
        "fullDescription": {"text": lead(rule, language)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }
    if rule.url is not None:
        result["helpUri"] = rule.url
    return result


def _results(
    post: CheckedPost, report: Report, known: Mapping[str, int], sources: Sources
) -> Iterator[Json]:
    for found, fingerprint in fingerprints(post):
        result: Json = {
            "ruleId": found.rule,
            "ruleIndex": known[found.rule],
            "level": LEVELS[found.severity],
            "message": {"text": found.message.in_(report.language)},
            "locations": [_location(found.path, range_of(post.source, found.span))],
            "partialFingerprints": {f"{NAME}/v1": fingerprint},
        }
        if related := _related(found, report.language, sources):
            result["relatedLocations"] = related
        if found.fix is not None and found.fix.edits:
            result["fixes"] = [_fix(found.path, found.fix, post.source, report.language)]
        yield result


def _related(found: Diagnostic, language: str, sources: Sources) -> list[Json]:
    return [
        {
            "id": index,
            **_location(related.path, at),
            "message": {"text": related.message.in_(language)},
        }
        for index, (related, at) in enumerate(sources.related(found), 1)
    ]


def _fix(path: str, fix: Mend, source: Source, language: str) -> Json:
    replacements = [
        {
            "deletedRegion": _region(range_of(source, Span(*edit.span))),
            "insertedContent": {"text": with_newline(edit.text, source.newline)},
        }
        for edit in sorted(fix.edits, key=lambda edit: edit.span)
    ]
    change = {"artifactLocation": _artifact(path), "replacements": replacements}
    return {"description": {"text": fix.message.in_(language)}, "artifactChanges": [change]}


def _location(path: str, at: Range) -> Json:
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": _region(at)}}


def _artifact(path: str) -> Json:
    uri = quote(path.encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=@")
    return {"uri": f"file://{uri}"} if path.startswith("/") else {"uri": uri, "uriBaseId": ROOT}


def _region(at: Range) -> Json:
    return {
        "startLine": at.start.line,
        "startColumn": at.start.column,
        "endLine": at.end.line,
        "endColumn": at.end.column,
    }


def _semantic(version: str) -> str:
    return version if version.count(".") == 2 else "0.0.0"
