"""Words of Japanese text with their UniDic features, MeCab shielded from what it can't bear.

MeCab crashes the process at about a million characters, is quadratic in runs of one character
class, and stops at NUL. It is therefore given stretches of bounded length only.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import fugashi
import unidic_lite

from kouetsu.patterns import Pattern

LONGEST = 4000
"""The most characters that MeCab is given at once."""
LONGEST_RUN = 200
"""The longest run of one character class; words are shorter."""

FIELDS = (0, 1, 2, 5, 7, 17)
"""pos1 to pos3, cForm, lemma, kana in the feature list of UniDic 2.1.2."""
KNOWN_OF_ALL = 4
"""The first of them: what unknown words have, too."""

SEPARATOR = "\x1f"
"""Between features; no feature holds this control character."""
CLASSES = ("[぀-ゟ]", "[゠-ヿ]", "[㐀-鿿]", "[A-Za-z]", "[0-9]", r"[^\w\s]")
RUN = Pattern("|".join(f"{one}{{{LONGEST_RUN + 1},}}" for one in CLASSES))


class Feature(NamedTuple):
    """What UniDic says of a word; unknown words have only parts of speech."""

    pos1: str
    pos2: str
    pos3: str
    c_form: str
    lemma: str
    reading: str
    known: bool


class Token(NamedTuple):
    """A word; ``start`` and ``end`` are offsets in the sentence that it was read from."""

    surface: str
    start: int
    end: int
    feature: Feature


class Tokens:
    """The tokeniser of one post, which reads each distinct text once.

    Given the tokeniser of the post's last version, it reads what is new and forgets what is gone.
    """

    def __init__(self, last: Tokens | None = None) -> None:
        self._read: dict[str, tuple[Token, ...]] = {}
        # not the tokeniser itself: versions would hang on each other like a chain
        self._before = {} if last is None else last._read

    def of(self, text: str) -> tuple[Token, ...]:
        tokens = self._read.get(text)
        if tokens is None:
            tokens = self._before.get(text)
            if tokens is None:
                tokens = tuple(tokenize(text))
            self._read[text] = tokens
        return tokens


def tokenize(text: str) -> list[Token]:
    """The words of a text in order; white space between them is no word."""
    tokens: list[Token] = []
    for start, end in _stretches(text):
        at = start
        for line in _tagger().parse(text[start:end].replace("\0", " ")).split("\n"):
            surface, _, features = line.partition("\t")
            if not features:
                continue
            while at < end and text[at] != surface[0]:
                at += 1
            upto = at + len(surface)
            tokens.append(Token(surface, at, upto, _feature(features)))
            at = upto
    return tokens


@cache
def _tagger() -> fugashi.GenericTagger:
    folder = unidic_lite.DICDIR
    known = rf"%m\t1{SEPARATOR}{SEPARATOR.join(f'%f[{field}]' for field in FIELDS)}\n"
    # Asking for features that a word does not carry makes MeCab give up the sentence.
    unknown = (
        rf"%m\t0{SEPARATOR}{SEPARATOR.join(f'%f[{field}]' for field in FIELDS[:KNOWN_OF_ALL])}\n"
    )
    return fugashi.GenericTagger(
        f'-r "{folder}/mecabrc" -d "{folder}" -F "{known}" -U "{unknown}" -O ""'
    )


@cache
def _feature(line: str) -> Feature:
    known, *fields = line.split(SEPARATOR)
    fields = ["" if field == "*" else field for field in fields]
    fields += [""] * (len(FIELDS) - len(fields))
    pos1, pos2, pos3, c_form, lemma, reading = fields
    return Feature(pos1, pos2, pos3, c_form, lemma, reading, known == "1")


def _stretches(text: str) -> list[tuple[int, int]]:
    """The text cut where MeCab needs it: long runs of one class, and length as a whole."""
    if len(text) <= LONGEST_RUN:
        return [(0, len(text))]
    cuts: list[int] = []
    for run in RUN.finditer(text):
        cuts += range(run.start(), run.end(), LONGEST_RUN)
        cuts.append(run.end())
    stretches: list[tuple[int, int]] = []
    start = 0
    for cut in [*cuts, len(text)]:
        while cut - start > LONGEST:
            space = max(text.rfind(sign, start + 1, start + LONGEST) for sign in "。、\n ")
            end = space + 1 if space > start else start + LONGEST
            stretches.append((start, end))
            start = end
        if cut > start:
            stretches.append((start, cut))
            start = cut
    return stretches
