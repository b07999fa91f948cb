"""Where in a post chatter may stand, and in which posts its words are the topic."""

from __future__ import annotations

from kouetsu.api import Pattern, Post
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.chatter.patterns import TEXT
from kouetsu_rules.seams.markers.segments import Segment, segments

EDGE = 2
"""So many paragraphs from either end are the edge of a post; headings and items are none."""
TOOL = Pattern(
    r"クリック|タップ|ボタン|画面|メニュー|ダッシュボード|プレビュー|ログイン|プラグイン|インストール|WordPress|利用者"
)
# What was done to the file, and what else could be: as the first or last words of a post.
FIELD_SET = Pattern(
    r"^(?:[Ff]ront ?matter|フロントマター)の.{1,30}を"
    r"(?:追加|修正|削除|設定|更新|変更)しました[。！!]?$"
)
REWORKED = Pattern(
    rf"^(?:必要|ご?要望)に応じて、?(?:{TEXT}の)?(?:見出し(?:の(?:構成|順序?|文言|表現|数))?|構成|文体|口調"
    r"|トーン|文字数)を(?:変更|調整|修正)(?:する)?ことも(?:可能|でき)"
)
TEACHES = 3
"""A post that says so many of these teaches how to use a program."""


def edges(post: Post) -> frozenset[int]:
    """The numbers of the segments at the ends of the post and beside its seams."""
    items = post.derived(segments).items
    plain = [
        number
        for number, segment in enumerate(items)
        if not segment.headline and not segment.block.in_list
    ]
    ends = {*plain[:EDGE], *plain[-EDGE:]}
    return frozenset(ends | {number for number in plain if _beside_seam(items[number])})


def _beside_seam(segment: Segment) -> bool:
    return segment.marked or segment.following in ("marker", "end")


def teaches_tool(post: Post) -> bool:
    """Whether a post tells how something is done in a program: there its words are a manual's."""
    return post.derived(_tools) >= TEACHES


def _tools(post: Post) -> int:
    return sum(1 for _ in TOOL.finditer(post.text, post.body.start))


def says(text: str, pattern: Pattern) -> bool:
    """Whether a text matches outside of brackets of speech."""
    return any(not spoken(text, place.start()) for place in pattern.finditer(text))


def at_ends(text: str, *, opens: bool, closes: bool) -> str:
    """The key of what only the first or the last paragraph gives away."""
    if (opens or closes) and says(text, FIELD_SET):
        return "done"
    return "more" if closes and says(text, REWORKED) else ""
