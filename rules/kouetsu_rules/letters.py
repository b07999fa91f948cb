"""Letters of Japanese, told by comparison.

A regular expression with a class of twenty thousand letters takes a millisecond to compile. Those
of the rules therefore tell kanji by what they are not: `[^\\W\\d_a-zA-Zぁ-ヿ]` is a kanji,
`[^\\W\\d_a-zA-Zぁ-ゟ]` a kanji or katakana, `[^\\W\\d_a-zA-Z]` any of them. Letters of scripts that
Japanese prose does not have pass as well.

For `\\b` all of them are letters: between `note` and `の` it sees no border. Words in Latin letters
that Japanese may touch therefore stand in `(?a:…)`.
"""

from __future__ import annotations

from kouetsu.api import Pattern

KANA_LETTER = Pattern("[ぁ-んァ-ヶ]")
"""What Japanese has and no other language."""


def is_han(sign: str) -> bool:
    """Whether it is one of the kanji 一 to 龥, which Japanese uses."""
    return "一" <= sign <= "龥"


def is_katakana(sign: str) -> bool:
    return "ァ" <= sign <= "ヺ" or sign == "ー"


def is_letter(sign: str) -> bool:
    """Whether it is a hiragana, katakana or kanji, rare ones among them."""
    return "぀" <= sign <= "ヿ" or "㐀" <= sign <= "鿿"


def has_japanese(text: str) -> bool:
    """Whether the text holds a Japanese letter or the sign that repeats a kanji."""
    return has_letter(text, "々")


def has_letter(text: str, more: str = "") -> bool:
    """Whether the text holds a Japanese letter, or one of those signs."""
    return any("぀" <= sign <= "ヿ" or "㐀" <= sign <= "鿿" or sign in more for sign in text)
