"""Kanji that stand where they cannot: half a word beside an alien half."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from operator import add

from kouetsu.api import Pattern, Post, Sentence, Token
from kouetsu_rules.letters import is_han
from kouetsu_rules.places import word_at
from kouetsu_rules.typos.words.lexicon import Lexicon, lexicon

# 2025年年末, N回回して
BEFORE_SUFFIX = Pattern(r"[0-9０-９A-Za-z]")
NUMBER = Pattern(r"[0-9０-９A-Za-z一二三四五六七八九十百千万億兆]")
RUN = Pattern(r"[一-龥々]{2,}")
# 友の会|会長: a body and its office.
OFFICE = Pattern(r"[会社店校部班課局院党隊園館村町市区県国][長員首主則費務]")
TWICE = Pattern(r"(\w)\1")


def unheard_runs(post: Post) -> frozenset[str]:
    """The stretches of kanji of a post in which two stand together that were never seen so."""
    runs = set(RUN.findall(post.wording))
    return frozenset(run for run in runs if not all(map(_heard, map(add, run, run[1:]))))


def has_any(runs: frozenset[str], text: str) -> bool:
    """Whether one of those stretches stands in the text."""
    return bool(runs) and not runs.isdisjoint(RUN.findall(text))


@cache
def _heard(pair: str) -> bool:
    return "々" in pair or pair in lexicon().pairs


def broken_pairs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Two kanji that UniDic reads as two words, never seen together, one of them bound.

    A bound kanji (提, 模, 曖) is half of a word nearly everywhere it stands.
    """
    words = lexicon()
    tokens = sentence.tokens
    for index, first in enumerate(tokens):
        if not first.feature.known and len(first.surface) == 2 and _unheard(first.surface, words):
            if not index or tokens[index - 1].feature.pos2 != "固有名詞":
                yield first.start, first.end
            continue
        if index + 1 == len(tokens):
            return
        second = tokens[index + 1]
        if first.end != second.start or len(first.surface) > 1 or len(second.surface) > 1:
            continue
        if not is_han(first.surface) or not is_han(second.surface):
            continue
        # Numbers and counters go with any kanji.
        if NUMBER.search(sentence.text, max(0, first.start - 1), first.end):
            continue
        pair = first.surface + second.surface
        if pair in words.pairs or _outside(tokens, index):
            continue
        if first.surface in words.bound or second.surface in words.bound:
            yield first.start, second.end


def doubled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A kanji said twice before a word that begins with it."""
    words = lexicon()
    for at in twice(sentence.text):
        if sentence.text[at : at + 2] in words.compounds:
            continue
        tokens = sentence.tokens
        pair = word_at(sentence, at)
        if pair is None or pair + 1 >= len(tokens):
            continue
        first, second = tokens[pair], tokens[pair + 1]
        if len(first.surface) == 1 and second.start == at + 1 and len(second.surface) > 1:
            # 冗長である|分|分かりやすい, その|後|後続の: a noun with what qualifies it.
            if pair > 0 and _qualifies(tokens[pair - 1]):
                continue
            # 会社|社|社長: a suffix and the word for its head.
            suffix = pair > 0 and _before_suffix(tokens[pair - 1].surface[-1])
            if suffix and tokens[pair - 1].feature.pos1 != "副詞":
                continue
            office = OFFICE.fullmatch(second.surface) and pair > 0
            if second.feature.known and not office:
                yield at, at + 1


def _qualifies(token: Token) -> bool:
    return token.feature.pos1 == "連体詞" or token.feature.c_form.startswith("連体形")


def twice(text: str) -> Iterator[int]:
    """Where a kanji stands twice."""
    return (found.start() for found in TWICE.finditer(text) if is_han(found[1]))


def _before_suffix(sign: str) -> bool:
    return is_han(sign) or BEFORE_SUFFIX.match(sign) is not None


def _unheard(word: str, words: Lexicon) -> bool:
    """Whether UniDic could only guess at two kanji, the first of them bound."""
    both = is_han(word[0]) and is_han(word[1])
    return both and word not in words.pairs and word[0] in words.bound


def _outside(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a neighbouring kanji makes it part of a longer name or formula."""
    # With a space between, it is a person's name.
    if index and is_han(tokens[index - 1].surface[-1]):
        return tokens[index].start - tokens[index - 1].end <= 1
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    return after is not None and is_han(after.surface[0]) and after.start == tokens[index + 1].end
