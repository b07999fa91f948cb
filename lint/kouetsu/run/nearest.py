"""Did you mean: the nearest of the words that would have been right."""

from __future__ import annotations

from collections.abc import Iterable

from kouetsu.findings import Text

ALIKE = 0.6
"""Below this share of equal letters a suggestion puzzles more than it helps."""

LONGEST_SHOWN = 80
"""Characters of a wrong word that a message quotes; a longer one is like none of ours."""


def alike(word: str, choices: Iterable[str], least: float = ALIKE) -> str | None:
    """The choice most like ``word``, or ``None`` when none is much like it."""
    if len(word) > LONGEST_SHOWN:
        return None
    from rapidfuzz.distance import DamerauLevenshtein  # perf: wanted for mistakes only

    scored = [
        (DamerauLevenshtein.normalized_similarity(word.lower(), choice.lower()), choice)
        for choice in sorted(choices)
    ]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best if score >= least else None


def did_you_mean(word: str, choices: Iterable[str]) -> Text:
    """A tail for a message, empty when nothing is near."""
    best = alike(word, choices)
    if best is None:
        return Text("", "")
    return Text(f"（「{best}」の誤りでしょうか）", f"; did you mean “{best}”?")
