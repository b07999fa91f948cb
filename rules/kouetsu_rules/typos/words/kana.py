"""Hiragana said twice where once is common and twice never seen."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Sentence
from kouetsu_rules.places import word_at
from kouetsu_rules.typos.words.lexicon import lexicon

# てて is ていて in speech.
DOUBLED = Pattern(r"([ぁ-づで-ん])\1(?<=[ぁ-ん]{3})(?=[ぁ-ん])")
# など and a question: 分析などどの分野でも. Few write it without a comma.
QUESTION = Pattern("などど[のれこうんち]")


def doubled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The second of two equal morae: never seen with both, common with one."""
    words = lexicon()
    text = sentence.text
    for found in DOUBLED.finditer(text):
        start = found.start()
        twice = text[start - 1 : start + 2], text[start : start + 3]
        once = text[start - 1] + text[start] + text[start + 2]
        if once not in words.common_kana or QUESTION.match(text, start - 1):
            continue
        if twice[0] in words.kana or twice[1] in words.kana:
            continue
        # くくる, くるくる: a word of its own.
        if not any(_long_word(sentence, at) for at in range(start - 2, start + 2)):
            yield start + 1, start + 2


def _long_word(sentence: Sentence, offset: int) -> bool:
    """Whether a known word of three characters or more begins there and reaches the place."""
    index = word_at(sentence, offset) if offset >= 0 else None
    if index is None:
        return False
    word = sentence.tokens[index]
    return word.feature.known and len(word.surface) > 2
