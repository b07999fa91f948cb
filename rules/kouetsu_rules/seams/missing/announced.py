"""Lists that a section announces and does not have: its next heading, or the end, comes at once."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.quoting import spoken

# What is set out in a list; a table, a figure or another post is none of these.
ANNOUNCED = Pattern(
    # 次のステップ alone is the one that comes next
    r"(?:以下の(?:ような)?(?:\d+|[二三四五六七]|いくつか)?|次の(?:\d+|[二三四五六七]))(?:つ|点)?の?"
    r"(?:点|条件|項目|手順|ステップ|方法|理由|ポイント|要素|特徴|機能|メリット|デメリット|利点|要因|コツ|対策|強み)"
    r"(?!と同|以外|を除)[^。\n]{0,40}(?:です|ます|ました|である|あった|あげられる|ください)[。：:]?$"
)


def announced(post: Post) -> Iterator[Span]:
    """The last sentences of sections that end with the announcement."""
    if not post.may_hold(ANNOUNCED):
        return
    level = 0
    blocks = [block for block in post.blocks if not block.parents]
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if block.kind == "heading":
            level = block.level
        elif block.kind == "paragraph" and block.prose is not None and _ends(level, following):
            prose = block.prose
            last = prose.sentences[-1] if prose.sentences else None
            place = ANNOUNCED.search(last.text.strip()) if last is not None else None
            if last is not None and place is not None and not spoken(prose.text, last.start):
                yield last.span


def _ends(level: int, following: Block | None) -> bool:
    """Whether the section has nothing more; a heading below its own may be the first item."""
    if following is None:
        return True
    return following.kind == "heading" and 0 < following.level <= level
