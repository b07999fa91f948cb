"""Workflow commands, read back by a parser that follows the runner."""

from __future__ import annotations

import json
import re

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.report import CheckedPost, Report
from kouetsu.report.github import SHOWN, command
from kouetsu.spans import Span
from kouetsu.text.source import Source

ESCAPES = {"%0D": "\r", "%0A": "\n", "%25": "%"}
PROPERTY_ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    for code, character in escapes.items():  # % comes last, as the runner does it
        text = text.replace(code, character)
    return text


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    assert line.startswith("::")
    head, data = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    pairs = (pair.split("=", 1) for pair in rest.split(","))
    properties = {key: _unescaped(value, PROPERTY_ESCAPES) for key, value in pairs}
    return name, properties, _unescaped(data, ESCAPES)


values = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(values, values)
def test_what_is_escaped_reads_back(title: str, message: str) -> None:
    text = command("error", {"file": title, "title": title}, message)
    line = text.removesuffix("\n")
    assert "\n" not in line
    assert "\r" not in line
    assert parsed(line) == ("error", {"file": title, "title": title}, message)


def test_every_finding_is_annotated_at_its_place() -> None:
    commands = [parsed(line) for line in samples.written("github", samples.report()).splitlines()]
    document = json.loads(samples.written("json", samples.report()))
    names = {"error": "error", "warning": "warning", "info": "notice"}
    order = ["error", "warning", "info"]
    wanted = sorted(document["diagnostics"], key=lambda each: order.index(each["severity"]))
    assert len(commands) == len(wanted)
    for (name, properties, message), each in zip(commands, wanted, strict=True):
        start, end = each["start"], each["end"]
        place = {"line": str(start["line"]), "endLine": str(end["line"])}
        if start["line"] == end["line"]:
            place |= {"col": str(start["column"]), "endColumn": str(end["column"])}
        assert name == names[each["severity"]]
        assert properties == {"file": each["path"], **place, "title": each["rule"]}
        assert message == each["message"]


def test_what_github_would_not_show_is_told_in_the_log_with_its_place() -> None:
    lines = samples.written("github", samples.many()).splitlines()
    commands = [parsed(line) for line in lines if line.startswith("::")]
    names = [name for name, _, _ in commands]
    assert names == ["error"] * SHOWN + ["notice"] * SHOWN
    notices = [each for each in commands if each[0] == "notice"]
    assert [each[1] == {"title": "kouetsu"} for each in notices] == [True] + [False] * 9
    rest = lines[len(commands) :]
    assert f"{len(rest)} 件" in notices[0][2]
    unix = samples.written("unix", samples.many()).splitlines()
    shown = [f"{each[1]['file']}:{each[1]['line']}:{each[1]['col']}: " for each in commands[:10]]
    assert [line for line in unix if line.startswith(tuple(shown))]
    assert len(unix) == len(rest) + 2 * SHOWN - 1
    assert {line.removeprefix("- ") for line in rest} < set(unix)


@pytest.mark.parametrize(
    "name", ["##[add-mask]a.md", "::error::a.md", " \n::set-output name=errors::0.md", "\r\n::a::"]
)
def test_the_name_of_a_post_is_never_a_command(name: str) -> None:
    source = Source.from_text("朝。\n" * 30)
    found = tuple(
        samples.diagnostic(name, "doubled-word", Span(3 * n, 3 * n + 1), name, name)
        for n in range(30)
    )
    report = Report((CheckedPost(name, source, found),), samples.RULES)
    for line in re.split(r"[\r\n]+", samples.written("github", report).rstrip("\n")):
        if line.startswith("::"):
            assert parsed(line)[0] in {"error", "notice"}
        else:
            assert line.startswith("- ")
            assert "##[" not in line
