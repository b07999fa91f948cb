"""Hiragana said twice where once is common and twice never seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Sentence
from kouetsu_rules.typos.lexicon import lexicon

# てて is ていて in speech.
DOUBLED = re.compile(r"([ぁ-づで-ん])\1(?<=[ぁ-ん]{3})(?=[ぁ-ん])")


def doubled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The second of two equal morae: never seen with both, common with one."""
    words = lexicon()
    text = sentence.text
    for found in DOUBLED.finditer(text):
        start = found.start()
        twice = text[start - 1 : start + 2], text[start : start + 3]
        once = text[start - 1] + text[start] + text[start + 2]
        if once not in words.common_kana:
            continue
        if twice[0] in words.kana or twice[1] in words.kana:
            continue
        # くくる, くるくる: a word of its own.
        around = (
            token for token in sentence.tokens if token.start < start + 2 and start < token.end
        )
        if not any(token.feature.known and len(token.surface) > 2 for token in around):
            yield start + 1, start + 2
