"""``--format junit``: a test suite a post, for build servers."""

from __future__ import annotations

from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from kouetsu import NAME
from kouetsu.patterns import Pattern
from kouetsu.report import CheckedPost, Report
from kouetsu.report.places import range_of

# What XML 1.0 can't hold, not even escaped.
NOT_XML = Pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, out: TextIO) -> None:
    count = len(report.diagnostics)
    tests = sum(map(_cases, report.posts))
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(f'<testsuites name="{NAME}" tests="{tests}" failures="{count}" errors="0">\n')
    for post in report.posts:
        _write_suite(post, report.language, out)
    out.write("</testsuites>\n")


def _write_suite(post: CheckedPost, language: str, out: TextIO) -> None:
    path, found = _attribute(post.path), post.diagnostics
    out.write(
        f'  <testsuite name={path} tests="{_cases(post)}" failures="{len(found)}" errors="0">\n'
    )
    if post.omitted:  # or a post that was not listed would have passed
        name = _attribute(f"--max-findings: +{len(post.omitted)}")
        out.write(f"    <testcase name={name} classname={path}><skipped/></testcase>\n")
    elif not found:
        out.write(f"    <testcase name={path} classname={path}/>\n")
    for diagnostic in found:
        start = range_of(post.source, diagnostic.span).start
        where = f"{post.path}:{start.line}:{start.column}"
        message = diagnostic.message.in_(language)
        name = _attribute(f"{diagnostic.rule} ({start.line}:{start.column})")
        out.write(f"    <testcase name={name} classname={path}>\n")
        out.write(
            f"      <failure type={_attribute(diagnostic.severity.label)}"
            f" message={_attribute(message)}>{_content(f'{where}: {message}')}</failure>\n"
        )
        out.write("    </testcase>\n")
    out.write("  </testsuite>\n")


def _cases(post: CheckedPost) -> int:
    return max(len(post.diagnostics) + bool(post.omitted), 1)


def _content(text: str) -> str:
    return escape(NOT_XML.sub("\ufffd", text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(NOT_XML.sub("\ufffd", text))
