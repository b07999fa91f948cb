"""Positions as the tools of the reader count them."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import samples
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kouetsu.findings import Edit, Mend, Safety, Severity, Text
from kouetsu.report import CheckedPost, Report
from kouetsu.report.builtin import FORMATS
from kouetsu.report.differences import Difference, differences
from kouetsu.report.places import place, utf8_column
from kouetsu.spans import Span
from kouetsu.text.source import Source

lines = st.text(st.sampled_from("aあ𩸽\u0301\r\n\t\u2028"))


@given(lines, st.integers(0, 30))
def test_columns_agree_with_the_encoded_line(text: str, offset: int) -> None:
    source = Source.from_text(text)
    at = place(source, offset)
    before = source.text[: at.offset][-(at.column - 1) :] if at.column > 1 else ""
    assert utf8_column(source, at) == 1 + len(before.encode())
    assert not set(before) & {"\n"}
    assert (
        source.written[: at.in_file].count("\n")
        + source.written[: at.in_file].count("\r")
        - source.written[: at.in_file].count("\r\n")
        == at.line - 1
    )


@given(st.text(), st.text(), st.integers(-5, 60), st.integers(-5, 60))
def test_no_text_and_no_span_breaks_a_format(text: str, message: str, start: int, end: int) -> None:
    path = "posts/\udcff.md"
    found = samples.diagnostic(path, "doubled-word", Span(start, end), message, message)
    post = CheckedPost(path, Source.from_text(text), (found,))
    for name in FORMATS:
        written = samples.written(name, Report((post,), samples.RULES, files=1))
        written.encode()
        if name in ("json", "sarif", "rdjson", "gitlab"):
            json.loads(written)
        if name == "junit":
            ElementTree.fromstring(written)
        if name in ("github", "unix", "jsonl"):
            assert written.count("\n") == 1


def test_json_counts_what_it_lists() -> None:
    summary = json.loads(samples.written("json", samples.report()))["summary"]
    assert summary == {
        "files": 3,
        "errors": samples.report().count(Severity.ERROR),
        "warnings": 2,
        "infos": 1,
        "fixable": 3,
        "suppressed": 1,
        "omitted": 0,
    }


def test_differences_between_copies_are_told_shortly() -> None:
    first = "雨が上がった。坂の上の店では三人が待っていた。夜は冷える。"
    second = "雨が上がった。坂の上の店では五人が待っていた。夜は冷える。誰も来ない。"
    assert differences(first, second) == [
        Difference("坂の上の店では三人が待っていた。", "坂の上の店では五人が待っていた。"),
        Difference("", "誰も来ない。"),
    ]
    assert differences(first, first) == []
    assert differences(first, "別の話。まるで違う。似ていない。") == []


def test_paragraphs_in_one_line_are_no_difference_and_are_not_glued() -> None:
    first = "雨の朝、坂の上で\n\n三人が待っていた。夜は冷える。"
    assert differences(first, first.replace("\n\n", " ")) == []
    added = first + "\n\n## 翌朝\n\n誰もいない。"
    assert differences(first, added) == [Difference("", "## 翌朝 誰もいない。")]


@given(st.text(), st.text())
def test_differences_of_anything(first: str, second: str) -> None:
    for one, other in differences(first, second):
        assert len(one) <= len(first) + 2
        assert len(other) <= len(second) + 2


def test_edits_of_a_report_apply_to_the_file_as_it_is() -> None:
    source = Source.from_text("朝。\r\n昼。\r\n夜。\r\n")
    fix = Mend((Edit(Span(6, 7), "夕。\n夜"),), Safety.SAFE, Text("直す", "mend"))
    found = replace(samples.diagnostic("a.md", "doubled-word", Span(6, 7), "夜", "night"), fix=fix)
    report = Report((CheckedPost("a.md", source, (found,)),), samples.RULES, files=1)
    (said,) = json.loads(samples.written("json", report))["diagnostics"]
    (edit,) = said["fix"]["edits"]
    start, end = edit["start"]["offset"], edit["end"]["offset"]
    text = source.raw.decode()
    assert text[:start] + edit["text"] + text[end:] == "朝。\r\n昼。\r\n夕。\r\n夜。\r\n"
