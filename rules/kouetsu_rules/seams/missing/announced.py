"""Lists that a section announces and does not have: its next heading, or the end, comes at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kouetsu.api import Block, Pattern, Post, Prose, Span
from kouetsu_rules.quoting import spoken

# What is set out in a list; a table, a figure or another post is none of these. What has a limit
# (五度以下の) is no list, and 次のステップ is the one that comes next.
ANNOUNCED = Pattern(
    r"(?:(?<![^、。\sをはがにでともの])以下の(?:ような)?(?:\d+|[二三四五六七]|いくつか)?"
    r"|次の(?:\d+|[二三四五六七]))(?:つ|点)?の?"
    r"(?P<things>点|条件|項目|手順|ステップ|方法|理由|ポイント|要素|特徴|機能|メリット|デメリット|利点|要因"
    r"|コツ|対策|強み)"
    r"(?!と同|以外|を除)[^。\n]{0,40}(?:です|ます|ました|である|あった|あげられる|ください)[。：:]?$"
)
# The sentence has the items itself, or says why they are missing.
TOLD = Pattern(r"つまり|すなわち|・|省略|割愛|同じ|次の[章節回]|次回|後述|このあと|この後|のちほど")
NUMBERED = Pattern(r"\W{0,3}(?:第?[\d①-⑨１-９一二三四五]|[Ss]tep|ステップ)")
ITEMS = 3
"""So many headings of the section's own level behind it are the items."""


def announced(post: Post) -> Iterator[Span]:
    """The last sentences of sections that end with the announcement."""
    if not post.may_hold(ANNOUNCED):
        return
    level = 0
    blocks = [block for block in post.blocks if not block.parents]
    headings = [block for block in blocks if block.kind == "heading"]
    passed = 0
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            level = block.level
            passed += 1
        elif block.kind == "paragraph" and block.prose is not None:
            last = number + 1 == len(blocks)
            if not last and blocks[number + 1].kind != "heading":
                continue
            told = _announcement(block.prose)
            if told is not None and passes_by(level, headings, passed, told[1]):
                yield told[0]


def _announcement(prose: Prose) -> tuple[Span, str] | None:
    """The sentence, and what it announces."""
    if not prose.sentences:
        return None
    last = prose.sentences[-1]
    text = last.text.strip()
    place = ANNOUNCED.search(text)
    if place is None or TOLD.search(text) or spoken(prose.text, last.start):
        return None
    return last.span, place["things"]


def passes_by(level: int, headings: Sequence[Block], at: int, things: str = "") -> bool:
    """Whether a section of a level has ended where the heading at a number comes next.

    The headings behind it may be the items that it announces.
    """
    if at == len(headings):
        return True
    following = headings[at]
    if not 0 < following.level <= level:
        return False
    title = following.prose.text if following.prose is not None else ""
    if (things and things in title) or NUMBERED.match(title):
        return False
    items = 0
    for number in range(at, len(headings)):
        heading = headings[number]
        if heading.level < level:
            break
        items += heading.level == level
        if items == ITEMS:
            return False
    return True
