"""Katakana words that are unknown and one edit away from a common one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from kouetsu_rules.typos.words.lexicon import Lexicon, lexicon

SIGNS = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
    + ("ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴァィゥェォッャュョー")
)
SMALL = "ァィゥェォャュョー"
# Long vowels and stops are spelt differently by different writers: メール, メイル.
SPELLINGS = str.maketrans(
    {**dict.fromkeys("アイウエオァィゥェォーッ"), "ヴ": "ブ", "ヂ": "ジ", "ヅ": "ズ"}
)
# Single morae that begin words of their own before a word: re-, de-, co-, a-, pro- …
PREFIXES = "リデコアイドオトプミマメモ"

# What each kind of edit costs, against the gain in the likelihood of the words; tuned on held-out
# prose, as are THRESHOLD and CLOSE.
COST = {"doubled": 3.0, "deleted": 8.0, "replaced": 9.0, "inserted": 9.0}
THRESHOLD = 15.0
"""The least gain for which an edit is believed."""
CLOSE = 4.0
"""What it adds that the post itself has the word meant."""
SHORT = 2.5
LONGEST = 40
UNKNOWN = 16.0
"""What a run costs that is no chain of known words, and more the longer it is."""


class Slip(Struct, frozen=True):
    """``start`` to ``end`` in the run, what was meant there, and how much likelier it is."""

    start: int
    end: int
    meant: str
    kind: str
    gain: float
    initial: bool


@lru_cache(maxsize=4096)
def slips(run: str) -> tuple[Slip, ...]:
    """The edits that make the unknown part of a katakana run a common word, likeliest first."""
    words = lexicon()
    if len(run) < 4 or len(run) > LONGEST or words.common.level(run) or run in words.katakana:
        return ()
    costs = _costs(run, words)
    whole = _chain(run, costs)
    spelt = whole if whole is not None else UNKNOWN + 8 * len(run) ** 0.5
    if spelt < THRESHOLD - CLOSE + COST["doubled"] + 2:
        return ()
    before, after = _common_chains(run, words)
    found: list[Slip] = []
    for start in range(len(run) - 2):
        for end in range(start + 4, len(run) + 1):
            if before[start] is None or after[end] is None:
                continue
            rest = (before[start] or 0.0) + (after[end] or 0.0)
            for kind, meant in _edits(run[start:end], words):
                initial = run[start + 1 : end] == meant
                # メンテナスクリプト: it ends a word before it that the dictionaries lack.
                if initial and start > 0 and kind == "deleted":
                    continue
                gain = spelt - rest - _price(meant, words) - COST[kind]
                if gain > 0:
                    found.append(Slip(start, end, meant, kind, gain, initial))
    return tuple(sorted(found, key=lambda slip: -slip.gain))


def _price(word: str, words: Lexicon) -> float:
    """What a word costs: little where many files have it."""
    level = words.common.level(word)
    if not level:
        return 12.0
    return max(2.0, 10 - 0.42 * level)


def _costs(run: str, words: Lexicon) -> dict[tuple[int, int], float]:
    """The words within a run that are known, with what they cost."""
    costs: dict[tuple[int, int], float] = {}
    for start in range(len(run) - 1):
        for end in range(start + 2, min(len(run), start + 16) + 1):
            part = run[start:end]
            size = end - start
            if words.common.level(part):
                costs[start, end] = _price(part, words) + (3 if size < 3 else 0)
            elif part in words.katakana:
                plain = size > 2 and part in words.plain
                costs[start, end] = 10 if plain else 12 + (5 if size < 3 else 2 if size == 3 else 0)
    return costs


def _chain(run: str, costs: dict[tuple[int, int], float]) -> float | None:
    """The cost of the cheapest chain of known words that makes up the run."""
    best: list[float | None] = [0.0] + [None] * len(run)
    for (start, end), cost in sorted(costs.items()):
        reached = best[start]
        if reached is None:
            continue
        known = best[end]
        if known is None or reached + cost < known:
            best[end] = reached + cost
    return best[-1]


def _common_chains(run: str, words: Lexicon) -> tuple[list[float | None], list[float | None]]:
    """What chains of common words up to each offset cost, and from each offset on."""
    size = len(run)
    before: list[float | None] = [0.0] + [None] * size
    after: list[float | None] = [None] * size + [0.0]
    common = {
        (start, end): _price(run[start:end], words)
        for start in range(size - 2)
        for end in range(start + 3, size + 1)
        if words.common.level(run[start:end])
    }
    for (start, end), price in sorted(common.items()):
        reached = before[start]
        if reached is not None:
            before[end] = min(before[end] or 1e9, reached + price)
    for (start, end), price in sorted(common.items(), reverse=True):
        reached = after[end]
        if reached is not None:
            after[start] = min(after[start] or 1e9, reached + price)
    return before, after


def _edits(word: str, words: Lexicon) -> Iterator[tuple[str, str]]:
    size = len(word)
    for length in range(1, 6):
        for at in range(size - length + 1):
            meant = word[:at] + word[at + length :]
            if len(meant) < 4:
                continue
            common = words.common.level(meant) > 0
            if at >= length and word[at - length : at] == word[at : at + length]:
                if common or (len(meant) > 4 and meant in words.katakana):
                    yield "doubled", meant
            elif not common or spelt_alike(word, meant):
                continue
            elif _deletable(word, at, length, len(meant)):
                yield "deleted", meant
    for at in range(1, size - 1):
        if size >= 5 and word[:at] + word[at + 1 :] in words.shortened:
            for sign in SIGNS:
                meant = word[:at] + sign + word[at + 1 :]
                if words.common.level(meant) and not spelt_alike(word, meant):
                    yield "replaced", meant
    if size >= 4 and word in words.shortened:
        for at in range(1, size + 1):
            for sign in SIGNS:
                meant = word[:at] + sign + word[at:]
                if words.common.level(meant) and not spelt_alike(word, meant):
                    yield "inserted", meant


def spelt_alike(word: str, other: str) -> bool:
    """Whether two words are spellings of one: they differ in long vowels and stops only."""
    return word[1:].translate(SPELLINGS) == other[1:].translate(SPELLINGS)


def _deletable(word: str, at: int, length: int, left: int) -> bool:
    """Whether what is deleted can be a slip: within a word, or a mora before it, not an ending."""
    if at + length == len(word):
        return False
    if at == 0:
        return length == 1 and word[0] not in PREFIXES and word[1] not in SMALL
    return length == 1 or (length == 2 and word[at + 1] in SMALL) or (length <= 3 and left >= 6)


def composed(run: str) -> bool:
    """Whether the run is a chain of common words."""
    return _common_chains(run, lexicon())[0][-1] is not None


def listed(run: str) -> bool:
    """Whether the run is a word, or a chain of words, that the dictionaries or many files have."""
    words = lexicon()
    return run in words.katakana or _chain(run, _costs(run, words)) is not None


def believed(slip: Slip, in_post: bool) -> bool:
    """Whether the evidence suffices; ``in_post``: the post has the word meant elsewhere."""
    # One mora more within a word of four is often another word (サブミット, サミット).
    short = slip.kind == "deleted" and len(slip.meant) == 4 and not slip.initial
    gain = slip.gain + (CLOSE if in_post else 0.0)
    return gain >= THRESHOLD + (SHORT if short else 0.0)
