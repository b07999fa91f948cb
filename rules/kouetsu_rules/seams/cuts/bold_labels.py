"""Labels in bold that stop before they are closed: `**The third poi`."""

from __future__ import annotations

from kouetsu.api import Mark, Pattern
from kouetsu_rules.seams.markers.segments import Segment

# A name, with nothing told behind it: of stars that point to a note one tells what they mean.
LABEL = Pattern(r"[^：:＝=、。\s][^：:＝=\n]*[：:]?\s*")
LONGEST = 40
"""A stretch in bold of more characters is no label."""


def opened(segment: Segment) -> Mark | None:
    """The stars that open bold in the last sentence, if nothing closes them."""
    marks = segment.marks.within(segment.start, segment.end + 1)
    stars = [mark for mark in marks if mark.kind == "stars"]
    if len(stars) % 2 == 0 or stars[-1].start < segment.last or stars[-1].span.size != 2:
        return None
    return stars[-1]


def stops_in_label(segment: Segment) -> bool:
    """Whether the last line is a label that was begun in bold, and no more."""
    mark = opened(segment)
    if mark is None or mark.start != segment.last or segment.closed:
        return False
    return segment.end - segment.last <= LONGEST and LABEL.fullmatch(segment.fragment) is not None


def says_less(segment: Segment) -> bool:
    """Whether the item before it has such a label, closed, and a sentence behind it."""
    before = segment.preceding
    if before is None or not (segment.block.in_list and before.block.in_list):
        return False
    bold = [mark for mark in before.marks.before(before.start + 1) if mark.kind == "strong"]
    return bool(bold) and before.closed and bold[-1].end < before.end - 1
