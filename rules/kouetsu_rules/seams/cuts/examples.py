"""Items that announce an example and end there: 他の道具（例：."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.cuts.endings import trimmed
from kouetsu_rules.seams.markers.segments import Segment

# 他の道具（例： and other tools (e.g.
BRACKETED = Pattern(
    r"[（(][ ]?(?:例(?:えば)?|たとえば|具体例|e\.g\.|for example|such as)[ ]?[:：、,]?$",
    re.IGNORECASE,
)
READ = 40
"""How much of the end is read."""
CLOSES = Pattern(r"[^（(]*[）)]")
ENDS = ("end", "heading", "rule")
SHOWN = ("image", "html", "code", "opaque", "link", "footnote")
ITEMS = ("item", "paragraph")


def stops_at_example(segment: Segment) -> bool:
    """Whether an item stops before the example that it announces."""
    if not segment.block.in_list:
        return False
    begin = max(segment.start, segment.end - READ)
    text = trimmed(segment.prose.text[begin : segment.end])
    if not BRACKETED.search(text):
        return False
    # A picture or a tag behind it is the example.
    upto = begin + len(text)
    if any(mark.start >= upto and mark.kind in SHOWN for mark in segment.prose.marks):
        return False
    if segment.following in ENDS:
        return True
    following = segment.next
    if following is None or segment.following not in ITEMS:
        return False
    # What was to be set in may stand behind the list, or close the bracket.
    goes_on = following.block.in_list or "。" in following.text
    return goes_on and CLOSES.match(following.text) is None
