"""Workflow commands, read back by a parser that follows the runner."""

from __future__ import annotations

import json

import samples
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.report.github import SHOWN, command

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


def test_one_notice_says_how_many_are_not_shown() -> None:
    commands = [parsed(line) for line in samples.written("github", samples.many()).splitlines()]
    names = [name for name, _, _ in commands]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    notices = [each for each in commands if each[0] == "notice"]
    assert notices[0][1] == {"title": "kouetsu"}
    visible = min(names.count("error"), SHOWN) + SHOWN - 1
    assert f"{len(commands) - 1 - visible} 件" in notices[0][2]
    assert all(each[1] != {"title": "kouetsu"} for each in notices[1:])
