"""Japanese words whose second half is in small Latin letters: 群雄割 all, 匹 + Latin + する."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.typos.katakana import composed
from kouetsu_rules.typos.lexicon import lexicon
from kouetsu_rules.typos.phrases import IDIOMS
from kouetsu_rules.typos.places import glossed, matches, sentence_matches, words_around

AFTER = r"[a-z][a-z'-]+(?= ?[ぁ-んァ-ヶ一-龥、。])"
# A word broken off after its first kanji: 匹 + Latin + する. The kanji named begin sound ones.
VERB = Pattern(r"[a-z]{3,}+(?=する|し[たてまな]|さ[れせ])")
HEAD = Pattern(
    r"[をにがはでと、](?![再未非全各超半反新旧別逆双両同他毎即自手初仮生要可不無])[一-龥]$"
)
KANJI = Pattern(r"(?<=[一-龥]) ?" + AFTER)
KATAKANA = Pattern(r"(?<![ァ-ヺー])(?P<stem>[ァ-ヺー]{2,}) ?(?P<word>" + AFTER + ")")
IDIOM = Pattern(r"(?<![一-龥々])[一-龥]{3}$")
LEAST = 3
"""The least Latin letters behind a katakana stem: less is a unit or an abbreviation."""


def half_words(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """The place of the Latin half."""
    seen: set[tuple[int, int]] = set()
    for prose, start, end in (*_verbs(post), *_kanji(post), *_katakana(post)):
        place = (id(prose), end)
        if place not in seen and not glossed(prose.text, start, end):
            seen.add(place)
            yield prose, start, end


def _verbs(post: Post) -> Iterator[tuple[Prose, int, int]]:
    for prose, found in matches(post, VERB):
        if HEAD.search(prose.text[max(0, found.start() - 2) : found.start()]):
            yield prose, *found.span()


def _kanji(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """After a kanji that never stands alone, or three quarters of a set phrase."""
    for prose, found in matches(post, KANJI):
        start = found.end() - len(found.group().lstrip())
        if _begun_idiom(prose.text, found.start()):
            yield prose, start, found.end()
    bound = lexicon().bound
    for sentence, found in sentence_matches(post, KANJI):
        if sentence.text[found.start() - 1] not in bound:
            continue
        met = words_around(sentence, found.end() - len(found.group().lstrip()))
        last = sentence.tokens[met[0]] if met else None
        if last is not None and len(last.surface) == 1 and last.end == found.start():
            prose = sentence.prose
            start = found.end() - len(found.group().lstrip())
            yield prose, sentence.start + start, sentence.start + found.end()


def _katakana(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """After katakana that are no word and no chain of words."""
    words = lexicon()
    for prose, found in matches(post, KATAKANA):
        stem = found["stem"]
        known = words.common.level(stem) or stem in words.katakana or composed(stem)
        if not known and len(found["word"]) >= LEAST:
            yield prose, *found.span("word")


def _begun_idiom(text: str, end: int) -> bool:
    run = IDIOM.search(text, max(0, end - 4), end)
    return run is not None and run.group() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(idiom[:3] for idiom in IDIOMS)
