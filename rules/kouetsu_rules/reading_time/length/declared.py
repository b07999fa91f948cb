"""Declared reading times, and the speed that explains those of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kouetsu.api import Fitted, Pattern, Post, Scalar
from kouetsu_rules.reading_time.length.measure import Amount, amount
from kouetsu_rules.reading_time.length.speeds import Speeds, minutes

KEYS = ("reading_time", "readingTime", "reading-time", "readingtime", "read_time", "readTime")
DECLARED = Pattern(
    r"\D{0,12}?(?P<number>\d{1,4}(?:\.\d{1,2})?)\s*(?:(?:分|mins?\b|minutes?\b|m\b)\D{0,12})?",
    re.IGNORECASE,
)
"""A number of minutes with what may stand around it: 8, 約8分, "8 min read"."""
ENOUGH = 5
EXPLAINED = 0.8
"""Of the posts: one speed for all of them is no accident."""
CANDIDATES = sorted(range(300, 1001, 50), key=lambda speed: abs(speed - 500))


class Declared(NamedTuple):
    """A value that says how many minutes a post takes, and the number in it as it is written."""

    scalar: Scalar
    number: str


class Fact(NamedTuple):
    """What a post says that it takes, and what it holds."""

    declared: float
    held: Amount


def declared(post: Post, keys: Sequence[str]) -> Iterator[Declared]:
    """The declared times of a post."""
    for key in keys:
        scalar = post.front_matter.scalar(key)
        found = DECLARED.fullmatch(scalar.text.strip()) if scalar is not None else None
        if scalar is not None and found is not None:
            yield Declared(scalar, found["number"])


def collect(post: Post) -> Fact | None:
    """The fact of a post for ``speed``."""
    first = next(declared(post, KEYS), None)
    return None if first is None else Fact(float(first.number), post.derived(amount))


def speed(facts: Sequence[Fact]) -> Fitted | None:
    """The characters a minute by which most declared times came about, up to rounding."""
    if len(facts) < ENOUGH:
        return None
    counts = {each: sum(_explains(each, fact) for fact in facts) for each in CANDIDATES}
    best = max(counts, key=lambda each: counts[each])
    # a constant of a template is explained by nothing, even where it happens to fit
    is_constant = len({fact.declared for fact in facts}) == 1
    if is_constant or counts[best] < EXPLAINED * len(facts):
        return Fitted({}, counts[best], len(facts))
    return Fitted({"characters-per-minute": best}, counts[best], len(facts))


def _explains(speed: int, fact: Fact) -> bool:
    measured = minutes(fact.held, Speeds(characters_per_minute=speed))
    return abs(fact.declared - max(measured, 1)) < 1  # rounded down, up or to the nearest
