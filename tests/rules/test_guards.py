"""The literals of a pattern stand in every text that it matches: the guard may hide nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kouetsu.api import Pattern
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

CASES = Path(__file__).parents[1] / "cases"


def _patterns() -> Iterator[tuple[str, Pattern]]:
    rules = Registry.of(load()).rules.values()
    assert rules
    for name, module in sorted(sys.modules.items()):
        if name.startswith(("kouetsu.", "kouetsu_rules.")):
            for word, value in vars(module).items():
                for pattern in _within(value):
                    if pattern.guards:
                        yield f"{name}.{word}", pattern


def _within(value: object) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(item)


GUARDED = [pytest.param(pattern, id=name) for name, pattern in _patterns()]
LINES = sorted(
    {line for file in CASES.glob("*.yaml") for line in file.read_text("utf-8").split("\n")}
)


def test_there_are_guarded_patterns() -> None:
    assert len(GUARDED) > 20


@pytest.mark.parametrize("pattern", GUARDED)
def test_the_guard_lets_every_line_of_the_cases_pass_that_matches(pattern: Pattern) -> None:
    for line in LINES:
        text = line.strip(" |-")
        if pattern.compiled.search(text):
            assert pattern.may_match(text), text


@pytest.mark.parametrize("pattern", GUARDED)
def test_the_guard_lets_every_text_pass_that_the_expression_makes(pattern: Pattern) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern.compiled))
    def passes(text: str) -> None:
        assert pattern.may_match(text)

    passes()
