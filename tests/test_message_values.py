"""Values in messages: on one line, of sensible length, their brackets inner ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kouetsu.api import Finding, Post, Rule, RuleOptions, Severity, Text
from kouetsu.rule import LONGEST_QUOTED


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from ()


RULE = Rule(
    name="quoting",
    group="local",
    severity=Severity.INFO,
    messages={"said": ("「{value}」です", "it is “{value}”")},
    check=check,
    doc="x",
)


@pytest.mark.parametrize(
    ("value", "ja", "en"),
    [
        ("朝\n  の市", "「朝 の市」です", "it is “朝 の市”"),
        ("「朝」の市", "「『朝』の市」です", "it is “「朝」の市”"),
        ("「", "「「」です", "it is “「”"),
        (3, "「3」です", "it is “3”"),
        (Text("朝", "morning"), "「朝」です", "it is “morning”"),
    ],
)
def test_a_value_is_quoted_in_one_line(value: str | int | Text, ja: str, en: str) -> None:
    assert RULE.text("said", {"value": value}) == Text(ja, en)


def test_a_long_value_is_cut() -> None:
    told = RULE.text("said", {"value": "朝" * 500})
    assert told.ja == f"「{'朝' * (LONGEST_QUOTED - 1)}…」です"
