"""Names that stand once, one character off a name that the post writes often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.places import matches
from kouetsu_rules.typos.words.katakana import listed, spelt_alike

LATIN = Pattern(r"(?<![A-Za-z0-9_./@#&-])[A-Z][A-Za-z]{5,}(?![A-Za-z0-9_./@-])")
KATAKANA = Pattern(r"[ァ-ヺー]{6,}")
OFTEN = 4
"""How many times the post must write the name meant."""


def misspelt(post: Post) -> Iterator[tuple[Prose, int, int, str]]:
    for pattern, within in ((LATIN, 1), (KATAKANA, 0)):
        places = [place for place in matches(post, pattern) if place[0].field is None]
        counts = Counter(found.group() for _, found in places)
        often = {word for word, count in counts.items() if count >= OFTEN}
        once = [place for place in places if counts[place[1].group()] == 1]
        if not often or not once:
            continue
        shortened: dict[str, str] = {}
        for word in often:
            for at in range(within, len(word) - 1):
                shortened.setdefault(word[:at] + word[at + 1 :], word)
        for prose, found in once:
            meant = _meant(found.group(), often, shortened, within)
            if meant and _slip(prose, found, meant):
                yield prose, *found.span(), meant


def _meant(word: str, often: set[str], shortened: dict[str, str], within: int) -> str:
    """The frequent name from which the word differs by one character, its last one aside."""
    if word in shortened and within:
        return shortened[word]
    for at in range(len(word) - 1):
        less = word[:at] + word[at + 1 :]
        if within and less in often and (at > 0 or word[0] == word[1]):
            return less
        meant = shortened.get(less, "")
        if at >= within and len(meant) == len(word) and meant[:at] == word[:at]:
            return meant
    return ""


def _slip(prose: Prose, found: re.Match[str], meant: str) -> bool:
    word = found.group()
    for mark in prose.marks:
        if mark.kind in ("link", "image") and mark.start < found.end() and found.start() < mark.end:
            return False
    if word[0].isascii():
        return word.lower() != meant.lower()
    return not listed(word) and not spelt_alike(word, meant)
