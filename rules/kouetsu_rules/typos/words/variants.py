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
# English words of which two or more differ in one letter; a slip makes none of them.
WORDS = frozenset(
    """adapter adaptor advice advise affect batter battle better bottle branch brunch butter
    command commend comment complement compliment consent contact content contents contest context
    contexts contract contrast convent convert country county decease decrease desert dessert
    device devise effect expand expect expend expert export falter filter formal format gender
    getting grader header infection injection insert invert leader lender lessen lesson letter
    letting loader marker market massage master matter message messages mister motion notion
    parser passer patter pattern picker player pointer prayer precess preserve printer process
    project protect reader readers render renders report reserve resort sample scanner sender
    server servers service services session sessions setting simple sitting spanner spring stable
    staple static statin station stationary stationery statue status stitch string strong switch
    tested tester though thought thread threat through ticker trader update updates vender vendor
    version versions waiter wander wonder writer""".split()  # noqa: SIM905
)
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
        return word.lower() != meant.lower() and word.lower() not in WORDS
    return not listed(word) and not spelt_alike(word, meant)
