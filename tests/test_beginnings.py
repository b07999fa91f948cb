"""Told its first characters, an expression finds what it found, and sooner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.beginnings import MASK, with_beginnings
from kouetsu.compiled import Store, _compiler, _parser

TEXT = "春の川、夏の山。\n秋の空 winter\tspring 1987年\n"
SIGNS = "春夏のa1\n"

PIECES = st.sampled_from(
    [
        *"春夏のa",
        r"[春夏]",
        r"[^春]",
        r"[a-z]",
        r"\d",
        r"\w",
        ".",
        "^",
        "$",
        r"\b",
        "(?<=の)",
        "(?!夏)",
    ]
)
EXPRESSIONS = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"(?:{pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "??", "?+"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"(?>{one})"),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?i:{one})"),
    ),
    max_leaves=6,
)


def _told(expression: str, flags: int = 0) -> bool:
    parsed = _parser.parse(expression, flags)
    program = _compiler._code(parsed, flags)
    return with_beginnings(program, parsed, parsed.state.flags | flags) != program


@pytest.mark.parametrize(
    "expression",
    [
        r"(?:春|[夏秋]日)の",
        r"(?<=の)山",
        r"(?:の)?川",
        r"\b(?:win|spr)",
        r"(?!夏).?秋|空",
        r"(?>春|夏)の",
        r"(?m)^[春秋]",
    ],
)
def test_what_is_found_stays(expression: str, tmp_path: Path) -> None:
    kept = Store(str(tmp_path / "store")).compile(expression, 0)
    made = re.compile(expression)
    assert [found.regs for found in kept.finditer(TEXT)] == [
        found.regs for found in made.finditer(TEXT)
    ]


@pytest.mark.parametrize(
    "expression", [r"(?:春|[夏秋]日)の", r"(?<=の)山", r"(?:の)?川", r"\b(?:w|s)"]
)
def test_the_first_characters_are_told(expression: str) -> None:
    assert _told(expression)


@pytest.mark.parametrize(
    ("expression", "flags"),
    [("春", 0), ("(?:春|夏)?", 0), ("(?:.|夏)", 0), ("(?:[^春]|夏)の", 0), ("(?:a|[bc])d", re.I)],
)
def test_nothing_is_told_where_it_is_known_or_may_be_anything(expression: str, flags: int) -> None:
    assert not _told(expression, flags)


def test_the_head_is_where_it_is_said_to_be() -> None:
    parsed = _parser.parse("春", 0)
    assert _compiler._code(parsed, 0)[MASK] == 3  # a literal and nothing else


@given(EXPRESSIONS, st.text(SIGNS, max_size=8))
def test_any_expression_finds_what_it_found(expression: str, text: str) -> None:
    kept = Store("").compile(expression, 0)
    made = re.compile(expression)
    assert [found.regs for found in kept.finditer(text)] == [
        found.regs for found in made.finditer(text)
    ]
