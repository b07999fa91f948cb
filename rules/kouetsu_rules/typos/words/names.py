"""Names in hiragana that end in what reads as a particle: はると, ひなの, ゆずは."""

from __future__ import annotations

import re

from kouetsu.api import Post, Sentence, Token
from kouetsu_rules.places import occurrences, particle_ends

KANA = re.compile(r"[ぁ-ゖー]+")
OF_GRAMMAR = frozenset(
    """
    こと もの ため ところ よう とき うち ほう はず わけ つもり ほか たび まま あいだ あと まえ
    とおり くらい ぐらい たくさん ひと これ それ あれ どれ ここ そこ あそこ どこ だれ なに みんな
    わたし あなた する ある いる なる いう できる
    """.split()  # noqa: SIM905
)
"""Words that sentences are made with and that nobody is called by."""
TITLES = ("さん", "ちゃん", "くん", "たち")
AFTER_NAME = re.compile("[はがをにでへとものや]|" + "|".join(TITLES))
# Another particle may well follow と and の (彼との, 赤いのが): these follow a name alone.
AFTER_NAME_ALONE = {"と": ("が", "を", "で", *TITLES), "の": ("へ", *TITLES)}
LONG = 3
OFTEN = 2
"""The pair of particles that is judged, and one more by chance."""


def name_before(sentence: Sentence, index: int) -> str:
    """What may be the head of a name, before the particle with that index.

    UniDic splits a name that it does not know into short words (はる|と). A word with kanji or
    katakana, what is inflected behind it, and a word of grammar are the head of none.
    """
    tokens = sentence.tokens
    start = index
    while start and _leans(tokens[start - 1]):
        start -= 1
    before = tokens[start - 1] if start else None
    if before is not None and before.feature.pos1 not in ("助詞", "補助記号"):
        if not KANA.fullmatch(before.surface) or _of_grammar(before):
            return ""
        start -= 1
    # With no word before it to lean on, what looks like an ending is a word.
    return sentence.text[tokens[start].start : tokens[index].start]


def is_named(post: Post, name: str) -> bool:
    """Whether particles follow all of it elsewhere, as they follow a noun."""
    known = post.derived(_named)
    if name not in known:
        known[name] = _is_named(post.wording, name)
    return known[name]


def _named(post: Post) -> dict[str, bool]:
    """What was found of each name, so that a text full of it is read through once."""
    return {}


def _is_named(text: str, name: str) -> bool:
    followers = [
        found.group()
        for at in occurrences(text, name)
        if (found := AFTER_NAME.match(text, at + len(name))) and particle_ends(text, found.end())
    ]
    alone = AFTER_NAME_ALONE.get(name[-1])
    if alone is None:
        return len(followers) > 1
    return len(followers) > OFTEN or any(each in alone for each in followers)


def _of_grammar(token: Token) -> bool:
    # すべて, ほとんど, それぞれ; the seasons are names, too.
    amount = token.feature.pos3 == "副詞可能" and len(token.surface) >= LONG
    return amount or token.surface in OF_GRAMMAR


def _leans(token: Token) -> bool:
    """Whether it goes with the word before it."""
    feature = token.feature
    leans = feature.pos1 == "助動詞" or feature.pos2 in ("接続助詞", "準体助詞", "副助詞")
    return (leans or token.surface in TITLES) and KANA.fullmatch(token.surface) is not None
