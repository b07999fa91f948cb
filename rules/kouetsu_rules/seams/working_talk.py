"""What a model says to itself in English while it works on a post in Japanese."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.segments import Segment, has_japanese

LEAST = 20
# Two signs make it certain: the work is told of, and by whoever does it.
WORK = Pattern(
    r"\b(?:web|initial|my|your|refined) search(?:es|ing)?\b|\bsearch (?:query|results?)\b"
    r"|\byielded no\b|\btool(?: call)?s?\b|\barticle (?:structure|content|outline)\b"
    r"|\b(?:requested|specified) (?:range|length|format|tone)\b|\byour request\b"
    r"|\bword count\b|\bquota\b"
    r"|\bthe (?:provided|requested|given|existing) (?:topic|text|article)\b"
    r"|\b[a-z]+(?:_[a-z]+)+\b|\bfront ?matter\b|\bthe (?:draft|outline|article|post) (?:is|has)\b",
    re.IGNORECASE,
)
WORKER = Pattern(
    r"\bI(?:'ll|’ll|'ve|’ve|'m|’m| will| have| am| was| used| need| cannot| keep| apologi[sz]e)\b"
    r"|\b[Mm]y (?:\w+ )?(?:apolog|search|next step)|\b[Ll]et me\b|\bHere(?:'s|’s| is)\b"
    r"|\bassist you\b|\bwithin the (?:requested|specified)\b"
)


def working_talk(segment: Segment) -> bool:
    """Whether a stretch of prose is all in English and tells of the work on the text."""
    text = segment.text
    if len(text) < LEAST or segment.headline or segment.block.in_list or has_japanese(text):
        return False
    return WORKER.search(text) is not None and WORK.search(text) is not None
