"""Japanese words that go on in small Latin letters: 群雄割 all, 匹 + Latin + する, katakana."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kouetsu.api import Pattern, Post, Prose, Sentence
from kouetsu_rules.letters import is_han
from kouetsu_rules.places import glossed, matches, sentence_matches
from kouetsu_rules.shown import coded
from kouetsu_rules.typos.words.katakana import composed
from kouetsu_rules.typos.words.lexicon import lexicon
from kouetsu_rules.typos.words.phrases import IDIOMS

# A word broken off after its first kanji. The kanji named begin sound ones.
VERB = Pattern(r"[a-z]{3,}+(?=する|し[たてまな]|さ[れせ])")
HEAD = Pattern(
    r"[をにがはでと、](?![再未非全各超半反新旧別逆双両同他毎即自手初仮生要可不無空直強朝昼晩夜夕])[^\W\d_a-zA-Zぁ-ヿ]$"
)
# perf: both kinds of stems in one search
HALF = Pattern(r"(?<=[^\W\d_a-zA-Zぁ-ゟ]) ?(?P<word>[a-z][a-z'-]+)(?= ?(?:[^\W\d_a-zA-Z]|[、。]))")
STEM = Pattern(r"(?<![ァ-ヺー])[ァ-ヺー]{2,}$")
IDIOM = Pattern(r"(?<![^\W\d_a-zA-Zぁ-ヿ])[^\W\d_a-zA-Zぁ-ヿ]{3}$")
LEAST = 3
"""The least Latin letters behind a katakana stem: less is a unit or an abbreviation."""
LONGEST = 24
SOUNDS = {
    **dict.fromkeys("カキクケコ", "[kcqx]{1,2}+h?+"),
    **dict.fromkeys("ガギグゲゴ", "[gx]{1,2}+h?+"),
    **dict.fromkeys("サシスセソ", "[scxz]{1,2}+h?+"),
    **dict.fromkeys("ザジズゼゾ", "[zsjgd]{1,2}+"),
    **dict.fromkeys("タテト", "t{1,2}+h?+"),
    **dict.fromkeys("チツ", "[ct]{1,2}+h?+"),
    **dict.fromkeys("ダヂヅデド", "d{1,2}+"),
    **dict.fromkeys("ナニヌネノン", "[nm]{1,2}+"),
    **dict.fromkeys("ハヒフヘホ", "(?:[hf]{1,2}+|ph)"),
    **dict.fromkeys("バビブベボヴ", "[bv]{1,2}+"),
    **dict.fromkeys("パピプペポ", "p{1,2}+"),
    **dict.fromkeys("マミムメモ", "m{1,2}+"),
    **dict.fromkeys("ラリルレロ", "[lr]{1,2}+"),
    "ー": "r?+",
}
"""The letters from which a loan may have its katakana; vowels are any."""
VOWELS = "[aeiouyw]*+"
GOES_ON = Pattern("[^aeiouywrsh]")
"""What a whole loan leaves unsaid is a vowel or the r of a long one: allocator, アロケータ.

A verb's noun ends otherwise than the verb: デバウンス debouncing, クオンタイズ quantization.
"""


def half_words(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """The place of the Latin half."""
    for prose, start, end in dict.fromkeys((*_verbs(post), *_halves(post))):
        if not glossed(prose.text, start, end):
            yield prose, start, end


def _verbs(post: Post) -> Iterator[tuple[Prose, int, int]]:
    # where code is shown, commands go on as verbs, with any kanji before them
    for prose, found in () if post.derived(coded) else matches(post, VERB):
        if HEAD.search(prose.text[max(0, found.start() - 2) : found.start()]):
            yield prose, *found.span()


def _halves(post: Post) -> Iterator[tuple[Prose, int, int]]:
    for sentence, found in sentence_matches(post, HALF):
        if is_han(sentence.text[found.start() - 1]):
            broken = _breaks_kanji(sentence, found.start())
        else:
            broken = _breaks_katakana(sentence.text, found.start(), found["word"])
        if broken:
            start, end = (sentence.start + at for at in found.span("word"))
            yield sentence.prose, start, end


def _breaks_kanji(sentence: Sentence, end: int) -> bool:
    """Whether a kanji ends there that never stands alone, or three quarters of a set phrase."""
    run = IDIOM.search(sentence.text, max(0, end - 4), end)
    if run is not None and run.group() in _beginnings():
        return True
    if sentence.text[end - 1] not in lexicon().bound:
        return False
    return any(token.end == end and len(token.surface) == 1 for token in sentence.tokens)


def _breaks_katakana(text: str, end: int, word: str) -> bool:
    """Whether katakana that are no word end there, and the loan that they begin follows whole.

    What a manual speaks of is an unknown word, too, with a name behind it: ブートローダ grub.
    """
    run = STEM.search(text, max(0, end - LONGEST), end)
    if run is None or len(word) < LEAST:
        return False
    words, stem = lexicon(), run.group()
    if words.common.level(stem) or stem in words.katakana or composed(stem):
        return False
    if stem.endswith("イズ"):
        return False
    said = re.match(VOWELS + "".join(SOUNDS.get(sign, "") + VOWELS for sign in stem), word)
    return said is not None and GOES_ON.search(word.removesuffix("ng"), said.end()) is not None


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(idiom[:3] for idiom in IDIOMS)
