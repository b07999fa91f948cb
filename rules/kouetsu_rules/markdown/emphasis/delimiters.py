"""Emphasis as CommonMark reads it, and as the amendment for Chinese, Japanese and Korean does.

CommonMark 0.31, section 6.2: a run of asterisks opens or closes by the characters on its two
sides. The amendment (markdown-cjk-friendly) treats Japanese letters and punctuation as a
boundary, so that ``**「語」**と`` renders.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from kouetsu_rules.markdown.emphasis.readings import RUN, Pair, Reading

Flanking = Callable[[str, str], bool]


def read_commonmark(text: str, opens: Flanking | None = None) -> Reading:
    """The emphasis of a text whose code, addresses and tags hold no asterisks any more."""
    opens = opens or opens_commonmark
    runs = []
    for found in RUN.finditer(text):
        start, end = found.span()
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        runs.append(_Run(start, end, end - start, opens(before, after), opens(after, before)))
    return Reading(text, _pairs(runs))


def opens_commonmark(before: str, after: str) -> bool:
    """Whether a run between these characters can open; mirrored, whether it can close."""
    return _opens(before, after, is_punctuation)


def opens_newer(before: str, after: str) -> bool:
    """The same since version 0.31, where symbols such as ``±`` and ``→`` are punctuation too."""
    return _opens(before, after, is_punctuation_or_symbol)


def opens_friendly(before: str, after: str) -> bool:
    """The same with the amendment for Chinese, Japanese and Korean."""
    return (
        _opens(before, after, is_punctuation_or_symbol)
        or is_cjk(after)
        or (is_cjk(before) and bool(after.strip()))
    )


def _opens(before: str, after: str, is_sign: Callable[[str], bool]) -> bool:
    if not after or after.isspace():
        return False
    return not is_sign(after) or not before or before.isspace() or is_sign(before)


@lru_cache(maxsize=4096)
def is_punctuation(character: str) -> bool:
    """Unicode's category P and all signs of ASCII."""
    return unicodedata.category(character)[0] == "P" or character in "$+<=>^`|~"


def is_punctuation_or_symbol(character: str) -> bool:
    return is_punctuation(character) or unicodedata.category(character)[0] == "S"


@lru_cache(maxsize=4096)
def is_cjk(character: str) -> bool:
    """Whether the amendment takes a character for Chinese, Japanese or Korean: wide, no emoji."""
    if (
        not character
        or character.isspace()
        or unicodedata.east_asian_width(character) not in ("W", "F", "H")
    ):
        return False
    return unicodedata.category(character) != "So" or "\u3000" <= character < "\U0001f000"


class _Run(Struct):
    """Asterisks of a run that wait for their partner: ``text[start:end]``."""

    start: int
    end: int
    length: int
    opens: bool
    closes: bool


def _pairs(runs: list[_Run]) -> list[Pair]:
    """Process the runs as the appendix of CommonMark does, in linear time."""
    pairs: list[Pair] = []
    waiting: list[_Run] = []
    # Below these depths no opener fits a closer of the same kind.
    bottoms: dict[tuple[bool, int], int] = {}
    for run in runs:
        kind = (run.opens, run.length % 3)
        while run.closes and run.end > run.start:
            at = len(waiting) - 1
            bottom = bottoms.get(kind, 0)
            while at >= bottom and not _fit(waiting[at], run):
                at -= 1
            if at < bottom:
                bottoms[kind] = len(waiting)
                break
            opener = waiting[at]
            width = 2 if opener.end - opener.start >= 2 and run.end - run.start >= 2 else 1
            pairs.append(Pair(opener.end - width, run.start, width))
            opener.end -= width
            run.start += width
            del waiting[at + 1 if opener.end > opener.start else at :]
            bottoms = {key: min(depth, len(waiting)) for key, depth in bottoms.items()}
        if run.opens and run.end > run.start:
            waiting.append(run)
    return pairs


def _fit(opener: _Run, closer: _Run) -> bool:
    """The rule of three: it keeps ``*a**b*`` from being read as two pairs."""
    if not (opener.closes or closer.opens) or (opener.length + closer.length) % 3:
        return True
    return opener.length % 3 == 0 and closer.length % 3 == 0
