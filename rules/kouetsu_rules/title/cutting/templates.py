"""Suffixes that generators glue to the first words of a headline to make a title of it."""

from __future__ import annotations

from kouetsu.api import Pattern

QUESTION = "の可能性とは"
SUFFIXES = (
    QUESTION,
    "の真意とは",
    "の未来とは",
    "の衝撃とは",
    "その真意とは",
    "その真意は",
    "その可能性とは",
    "がもたらす",
    "が変える",
    "による",
)
"""Without the question mark."""
WHOLE = Pattern(r"(?:の可能性|の真意|の未来|の衝撃|その真意|その可能性)(?:とは|は)[？?]")
NOUN = Pattern(r"の(?:未来|衝撃|真意)|が変える")
"""Suffixes without which many a title ends: 水素社会の未来."""
ALONE = Pattern(r"(?:の可能性|の真意|その真意|その可能性)(?:とは|は)?[？?]?$")
"""A title that is a suffix and nothing else."""
HEAD = Pattern(r"(?P<head>.{1,24}?)(?P<tail>の可能性?(?:とは?)?[？?]?)$")
"""A title that ends in the commonest suffix, whole or cut."""


def glued(rest: str) -> bool:
    """Whether the rest of a title is a suffix, whole or cut."""
    bare = rest.strip(" 　：:、").rstrip("？?")
    return bool(bare) and any(suffix.startswith(bare) for suffix in SUFFIXES)


def begins(rest: str) -> bool:
    """Whether the rest of a title is a suffix, or begins with a whole one."""
    return glued(rest) or rest.startswith(SUFFIXES) or WHOLE.match(rest) is not None


def is_whole(rest: str) -> bool:
    return WHOLE.fullmatch(rest.strip(" 　：:、")) is not None
