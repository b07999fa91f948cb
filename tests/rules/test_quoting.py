"""What a message quotes: whole words, and a sign where something is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu_rules.quoting import ELLIPSIS, MOST, head_of, tail_of


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("短い文の終わ", "短い文の終わ"),
        ("川沿いの道を歩きながら、昔の写真館の話を聞き", "…歩きながら、昔の写真館の話を聞き"),
        ("港町「夕凪」の朝市が開かれていて、魚が", "…朝市が開かれていて、魚が"),
        ("この町では「朝の市場」が開かれていて、魚が", "…「朝の市場」が開かれていて、魚が"),
        ("倉庫の壁に\n残された古い地図を指でなぞり", "…残された古い地図を指でなぞり"),
        ("とてもながいひらがなのならびがつづいていてき", "…ひらがなのならびがつづいていてき"),
    ],
)
def test_a_tail_begins_with_a_word(text: str, tail: str) -> None:
    assert tail_of(text, 0, len(text)) == tail


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("を運ぶ舟。", "を運ぶ舟。"),
        ("を運ぶ小さな舟が、岸から岸へと渡っていく。", "を運ぶ小さな舟が、岸から岸へと…"),
        ("的な値段だけでなく、\n味わいも考えてほしい。", "的な値段だけでなく、味わいも…"),
    ],
)
def test_a_head_ends_with_a_word(text: str, head: str) -> None:
    assert head_of(text, 0, len(text)) == head


@given(st.text("あ漢カa、「」\n "), st.integers(0, 40), st.integers(0, 40))
def test_quotations_are_short_and_stand_in_the_text(text: str, start: int, size: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    for quoted in (tail_of(text, start, end), head_of(text, start, end)):
        assert len(quoted) <= MOST + 1
        assert "\n" not in quoted
        assert (ELLIPSIS in quoted) or len(quoted) <= end - start
