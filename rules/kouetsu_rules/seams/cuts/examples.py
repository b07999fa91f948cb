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
BARE = Pattern(r"例[:：]$")
"""The author may have left it for later, or shows it in what comes behind the list."""
READ = 40
"""How much of the end is read."""
CLOSES = Pattern(r"[^（(]*[）)]")
ENDS = ("end", "heading", "rule")
SHOWN = ("image", "html", "code", "opaque", "link", "footnote")
ITEMS = ("item", "paragraph")


def example_cut(segment: Segment) -> str:
    """The key of how an item stops before its example; empty where it does not."""
    if not segment.block.in_list:
        return ""
    begin = max(segment.start, segment.end - READ)
    text = trimmed(segment.prose.text[begin : segment.end])
    key = "example" if BRACKETED.search(text) else "bare" if BARE.search(text) else ""
    # A picture or a tag behind it is the example.
    upto = begin + len(text)
    if not key or any(mark.start >= upto and mark.kind in SHOWN for mark in segment.prose.marks):
        return ""
    if segment.following in ENDS:
        return key
    following = segment.next
    if key == "bare" or following is None or segment.following not in ITEMS:
        return ""
    # What was to be set in may stand behind the list, or close the bracket.
    goes_on = following.block.in_list or "。" in following.text
    return key if goes_on and not CLOSES.match(following.text) else ""
