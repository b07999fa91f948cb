"""Lists and records as a program prints them, and a tag that is no value."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Scalar, SequenceNode
from kouetsu_rules.places import matches
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.shown import coded

QUOTED = r"(?:'[^'\n]{1,60}'|\"[^\"\n]{1,60}\")"
# In an attribute, an expression or behind a name it is code that a converter let through.
LISTED = Pattern(
    rf"(?<![A-Za-z0-9_\])!{{=:(,])(?<![={{:(,] )\[(?:{QUOTED}, ?){{1,20}}{QUOTED}\](?![(\[:.;}}])"
)
PROGRAMS = Pattern(
    r"プログラ|変数|関数|コード|データベース|スクリプト|JavaScript|TypeScript|Python|SQL|JSON|API"
    r"|配列"
    r"|프로그래|변수|함수|编程|变量|函数|<[A-Z]\w+|\{\{[<%]|^(?:import|export) ",
)
LISTS = ("tags", "tag", "keywords", "categories", "category", "topics")
NO_WORD = ("undefined", "NaN", "nan", "null", "None", "[object Object]")


def printed_lists(post: Post) -> Iterator[Slot]:
    """The places, those in tags certain."""
    for name in LISTS:
        entry = post.front_matter.value.entry(name) if post.front_matter.value else None
        if entry is None or not isinstance(entry.value, SequenceNode):
            continue
        for item in entry.value.items:
            if isinstance(item, Scalar) and item.text.strip() in NO_WORD:
                yield Slot(item.content, "value", True)
    if post.derived(coded) or PROGRAMS.search(post.text, post.body.start):
        return
    for prose, place in matches(post, LISTED):
        start, end = place.span()
        if not spoken(prose.text, start):
            yield Slot(prose.span(start, end), "listed", False)
