"""What a question or an announcement of work means is told by what follows it."""

from __future__ import annotations

from kouetsu.api import Pattern
from kouetsu_rules.seams.chatter.patterns import PUBLISHING, REPORT, WORKS
from kouetsu_rules.seams.markers.segments import Segment

QUESTION = Pattern(r"^(?:[QＱ問](?:\d{1,2}|[一二三四五六七八九十]{1,2})?[.．:：、。　 ]|質問[:：])")
ANSWER = Pattern(r"^(?:はい|いいえ|いえ|ええ|構いません|[AＡ答][.．:：、。　 ]|回答[:：])")
ITEMS = 12
"""So many items of a list of work are read."""


def answered(segment: Segment, following: str) -> bool:
    """Whether a question is one that the post answers: readers ask it."""
    after = following or (segment.next.text if segment.next is not None else "")
    return QUESTION.match(segment.text) is not None or ANSWER.match(after) is not None


def reports(segment: Segment, text: str) -> bool:
    """Whether a sentence reports on the making of the post: the work, or a list of it, is that."""
    if segment.block.in_list:
        return False
    return REPORT.search(text) is not None or (
        WORKS.search(text) is not None and _lists_publishing(segment.next)
    )


def _lists_publishing(item: Segment | None) -> bool:
    for _ in range(ITEMS):
        if item is None or not item.block.in_list:
            return False
        if PUBLISHING.search(item.text):
            return True
        item = item.next
    return False
