from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kouetsu.patterns import Pattern, pairs_of

MARKER = Pattern(r"-{3}END-{3}")


def test_a_text_without_the_word_of_a_pattern_is_not_searched_nor_the_pattern_compiled() -> None:
    pattern = Pattern(r"-{3}END-{3}")
    assert pattern.search("春はあけぼの。") is None
    assert list(pattern.finditer("春はあけぼの。")) == []
    assert pattern.sub("", "春") == "春"
    assert "compiled" not in vars(pattern)


def test_it_finds_what_the_expression_finds() -> None:
    text = "春。\n---END---\n夏。---END---"
    assert [found.start() for found in MARKER.finditer(text)] == [3, 15]
    assert MARKER.sub("", text) == "春。\n\n夏。"
    assert MARKER.match(text, 3) is not None
    assert MARKER.fullmatch("---END---") is not None


def test_without_a_literal_every_text_is_searched() -> None:
    assert Pattern("[春夏]").search("夏") is not None


def test_the_literals_of_a_group_in_ascii_are_known() -> None:
    pattern = Pattern(r"春|(?a:\bLLM\b)")
    assert pattern.guards == (("春", "LLM"),)
    assert pattern.search("それはLLMの話です。") is not None


@given(
    st.text("春夏あa\0\U0001f338", max_size=6),
    st.text("春夏あa\0\U0001f338", min_size=1, max_size=4),
)
def test_what_a_text_holds_its_pairs_do_not_deny(around: str, literal: str) -> None:
    pattern = Pattern(re.escape(literal))
    assert pattern.may_match_pairs(pairs_of(around + literal + around))


def test_pairs_deny_what_is_not_there() -> None:
    pairs = pairs_of("春の川")
    assert Pattern("春の").may_match_pairs(pairs)
    assert not Pattern("の春").may_match_pairs(pairs)
    assert not Pattern("夏").may_match_pairs(pairs)
    assert not Pattern("夏").may_match_pairs(pairs_of(""))
