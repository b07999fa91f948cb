"""What YAML and msgspec say of a configuration, in both languages and by kind."""

from __future__ import annotations

import re

import pytest

from kouetsu.run.settings import ConfigMistake, parse
from kouetsu.run.type_words import type_words


@pytest.mark.parametrize(
    ("message", "ja", "en"),
    [
        ("Expected `int`, got `str` - at `$.a`", "整数であるはずが、文字列です", "a whole number"),
        ("Expected `int | null`, got `array`", "整数か空であるはずが、リストです", "or nothing"),
        ("Expected `int` >= 20", "20 以上であるはずです", "should be at least 20"),
        ("Expected `float` <= 1.0", "1 以下であるはずです", "should be at most 1"),
        ("Expected `str` of length >= 1", "1 字以上であるはずです", "at least 1 characters"),
        ("Expected `date | null`, got `int`", "日付（2025-04-01）か空", "a date (2025-04-01)"),
        ("Invalid RFC3339 encoded date - at `$.a`", "日付（2025-04-01）ではありません", "no date"),
        ("Expected `str` matching regex '^a'", "形（^a）に合いません", "does not match ^a"),
        ("Invalid enum value 'c'", "'c' は選べません", "can't be 'c'"),
        ("Object contains unknown field `x`", "「x」というキー", "unknown key “x”"),
        ("Object missing required field `x`", "「x」がありません", "no “x”"),
        ("something new", "something new", "something new"),
    ],
)
def test_types_are_named_in_words(message: str, ja: str, en: str) -> None:
    told = type_words(message)
    assert ja in told.ja
    assert en in told.en


@pytest.mark.parametrize(
    "text",
    ["a: b: c", 'a: "x', "a: [", "a: *b", "--- a\n--- b", "\ta: b", 'a: "\\z"', "a: @b", "a: \x01"],
)
def test_broken_yaml_is_told_without_the_words_of_the_library(text: str) -> None:
    with pytest.raises(ConfigMistake) as told:
        parse(text)
    assert re.search("[ぁ-ん]", told.value.ja)
    assert not re.search("[a-z]{4}", told.value.ja)
    assert not re.search("[ぁ-ん]", told.value.en)
