"""Lead-ins that lead to nothing: the next item or section comes at once.

A lead-in says by a word that points (以下の通り), and mostly a colon, that something is shown right
behind it. Whatever stands there may be it, even a remark in HTML: only white space is nothing.
What comes farther below, or what a layout shows, may be it, too: then it is reported only where
another lead-in of the post surely leads nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise, zip_longest

from msgspec import Struct

from kouetsu.api import (
    Block,
    MappingNode,
    Pattern,
    Post,
    Prose,
    Sentence,
    SequenceNode,
    Span,
)
from kouetsu_rules.places import begins_bold
from kouetsu_rules.presets import PRESETS
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.missing.announced import TOLD, passes_by
from kouetsu_rules.seams.missing.heroes import HERO

POINTS = r"(?<![^ぁ-ん、。，\s])(?:以下|下記|次)"
COLON = r"(?<=[ぁ-んァ-ヶー一-鿿）)」])[:：]$"
LEAD = Pattern(
    rf"{POINTS}[のにをはで][^。！？\n]{{0,40}}{COLON}"
    rf"|(?<!の){POINTS}の?(?:通り|とおり)(?:です|だ|である|でした|に?なります|となります)?[。:：]?$"
    r"|[。！？][ ]?(?:具体例|例(?:えば)?|たとえば)[:：]$"
)
# What a line of its own may be the label of; only where other lead-ins of the post lead nowhere.
LABEL = Pattern(r"^[^。、\n]{2,40}(?:方法|手順|例|コード|構成|設定|流れ|出力|結果)[:：]$")
# Themes set a form, buttons and related posts below the text: there it points at these.
CERTAIN = Pattern(r"よう|通り|とおり|例")
# What it is about may be the next heading: 次の比較表で, ## 比較表.
NAMED = Pattern(
    r"(?:以下|下記|次)の(?P<behind>[一-鿿ァ-ヶー]{2,})"
    r"|(?<![一-鿿ァ-ヶー])(?P<before>[一-鿿ァ-ヶー]{2,})[はをの、]+(?:以下|下記|次)"
)
ELSEWHERE = Pattern(r"(?:以下|下記|次)の(?:[章節項回]|記事|見出し|ページ|セクション)")
# A blank is left to write in, or it is the reader who is to go on.
FORM = Pattern(
    r"(?:以下|下記|次)に[^。\n]{0,40}(?:書|記入|入力|答)|記入|空欄|余白"
    r"|(?:書|考え|答え|話し|挙げ|まとめ)[^。\n]{0,6}(?:くだ|下)さい|なさい"
)
ENDS = (":", "：", "。", "り", "す", "だ", "る", "た")
SHOWN = ("image", "html", "code", "opaque", "link", "footnote")
# The usual form of a notice: 下記のとおり, and below it what is noted.
NOTED = Pattern(r"\W*(?:記|別記|記載事項|明細|内訳)\W*")
CLOSING = Pattern(
    r"\W*(?:(?:まとめ|おわり|終わり|さいごに|最後に|結論|結び|むすび|あとがき|参考|関連|よくある"
    r"|次のステップ)|(?:FAQ|Q&A|conclusion|summary)\b)",
    re.IGNORECASE,
)
NUMBER = Pattern(r"\s*\d{1,3}[.)][ \t]+")
MARKER = Pattern(r"\s*(?:\d{1,3}[.)]|[-*+])[ \t]+")
RULED = 3
"""So many headings below a line show that lines part the sections."""
FAMILY = 2
"""So many lead-ins that lead nowhere show that something took away what they led to."""
MATTER = 2
"""So many headings of the section's own level behind a lead-in may be what it leads to."""
BELOW = ("table", "code", "list", "html", "quote")
COMMON = frozenset(
    (*HERO, *(name for preset in PRESETS for name in preset.front_matter["properties"]))
)
"""What a front matter tells of the post itself, and no layout shows as its matter."""


class Lost(IntEnum):
    """Whether a lead-in leads nowhere."""

    NO = 0
    MAYBE = 1
    SURELY = 2


class _Sections(Struct, frozen=True):
    """The headings of a post, where they begin, and whether lines part them."""

    headings: Sequence[Block]
    starts: Sequence[int]
    ruled: bool


def lead_ins(post: Post) -> Iterator[Span]:
    """Their sentences, in order."""
    if not post.may_hold(LEAD):
        return
    sections = _sections(post)
    found: list[Span] = []
    possible: list[Span] = []
    labels: list[Span] = []
    for block, following in zip_longest(post.blocks, post.blocks[1:]):
        prose = block.prose
        if block.kind not in ("paragraph", "item") or prose is None or block.in_quote:
            continue
        text = prose.text.rstrip()
        # perf: few paragraphs end so that a search is needed
        if not text.endswith(ENDS):
            continue
        if any(mark.kind in SHOWN and mark.end >= len(text) for mark in prose.marks):
            continue
        last = prose.sentences[-1]
        if LEAD.search(text):
            held = FORM.search(text) or any(told.search(last.text) for told in (TOLD, ELSEWHERE))
            if held or spoken(text, last.start):
                continue
            lost = _lost(post, sections, block, following, last.text)
            if lost is not Lost.NO:
                (found if lost is Lost.SURELY else possible).append(_sentence(prose, last))
        elif (
            not block.parents
            and LABEL.search(text)
            and (_labels(following) or _section_ends(post, sections, block, following, last.text))
        ):
            labels.append(last.span)
    if found:
        found += possible
    yield from sorted(found + labels if len(found) >= FAMILY else found)


def _sentence(prose: Prose, last: Sentence) -> Span:
    """Where the lead-in stands, without a label in bold before it."""
    label = max(
        (mark.end for mark in prose.marked("strong") if mark.start == last.start), default=0
    )
    start = max(last.start, label)
    while start < last.end and prose.text[start] in ":： 　":
        start += 1
    return prose.span(start, last.end) if start < last.end else last.span


def _sections(post: Post) -> _Sections:
    tops = [block for block in post.blocks if not block.parents]
    headings = [block for block in tops if block.kind == "heading"]
    ruled = sum(block.kind == "rule" and after.kind == "heading" for block, after in pairwise(tops))
    return _Sections(headings, [block.span.start for block in headings], ruled >= RULED)


def _lost(
    post: Post, sections: _Sections, block: Block, following: Block | None, told: str
) -> Lost:
    """Whether nothing stands between the lead-in and the next item or section."""
    if following is not None and following.in_list:
        return _item_ends(post, block, following, told) if block.in_list else Lost.NO
    return _section_ends(post, sections, block, following, told)


def _item_ends(post: Post, block: Block, following: Block, told: str) -> Lost:
    """Whether the next item begins, and is none of those that the lead-in announces.

    A list whose inner items have lost their indent shows them as the next ones. None is such
    a one where the lead-in is a paragraph below the item's own, or the items have labels.
    """
    if following.prose is None or following.depth > block.depth or _shown_below(post, block, told):
        return Lost.NO
    gap = Span(block.span.end, following.span.start)
    if MARKER.fullmatch(post.text, *gap) is None:
        return Lost.NO
    line = post.text.rfind("\n", 0, block.span.start) + 1
    if MARKER.fullmatch(post.text, line, block.span.start) is None:
        return Lost.SURELY
    if NUMBER.fullmatch(post.text, *gap) is None or not (_bold(block) and _bold(following)):
        return Lost.NO
    first = next(other for other in post.blocks if other.top == block.top and other.prose)
    # it may announce the items behind it
    return Lost.MAYBE if first is block else Lost.SURELY


def _shown_below(post: Post, block: Block, told: str) -> bool:
    """Whether a table or the like below the list may be what the items point at.

    A colon says that it comes at once: then nothing may stand between.
    """
    for other in post.blocks:
        if other.top <= block.top or other.parents:
            continue
        if other.kind in ("heading", "rule"):
            return False
        shown = other.prose is not None and any(m.kind in SHOWN for m in other.prose.marks)
        if other.kind in BELOW or shown:
            return other.top == block.top + 1 or not told.endswith((":", "："))
    return False


def _bold(block: Block) -> bool:
    return block.prose is not None and begins_bold(block.prose)


def _section_ends(
    post: Post, sections: _Sections, block: Block, following: Block | None, told: str
) -> Lost:
    """Whether the post ends, or a section begins that is none of those that are announced."""
    headings = sections.headings
    at = bisect_left(sections.starts, block.span.end)
    end = sections.starts[at] if at < len(headings) else len(post.text)
    if following is not None and (following.kind not in ("heading", "rule") or following.parents):
        return Lost.NO
    gap = post.text[block.span.end : end].strip()
    # a line may begin what is shown, as well as end the section
    if gap and not (sections.ruled and not gap.strip("-*_ \n")):
        return Lost.NO
    if at == len(headings):
        if CERTAIN.search(told) is None:
            return Lost.NO
        return Lost.MAYBE if _has_matter(post) else Lost.SURELY
    title = headings[at].prose
    words = (place[place.lastgroup or 0] for place in NAMED.finditer(told))
    if title is None or NOTED.fullmatch(title.text) or any(word in title.text for word in words):
        return Lost.NO
    level = headings[at - 1].level
    if not _has_elder(headings, at - 1) or not passes_by(level, headings, at):
        return Lost.NO
    # a slide or a section of its own may be it
    return Lost.MAYBE if gap or _siblings(headings, at) >= MATTER else Lost.SURELY


def _siblings(headings: Sequence[Block], at: int) -> int:
    """How many sections beside the one before a number come behind it, but for those that close."""
    level = headings[at - 1].level
    count = 0
    for heading in headings[at:]:
        if heading.level < level:
            break
        title = heading.prose.text if heading.prose is not None else ""
        count += heading.level == level and CLOSING.match(title) is None
    return count


def _has_matter(post: Post) -> bool:
    """Whether the front matter has what a layout may show below the text: 出演者, a download."""
    root = post.front_matter.value
    return root is not None and any(
        entry.key.text not in COMMON
        or (
            isinstance(entry.value, SequenceNode)
            and any(isinstance(item, MappingNode) for item in entry.value.items)
        )
        for entry in root.entries
    )


def _has_elder(headings: Sequence[Block], at: int) -> bool:
    """Whether a section stands beside it before: the first announces those that come."""
    for number in range(at - 1, -1, -1):
        if headings[number].level <= headings[at].level:
            return headings[number].level == headings[at].level
    return False


def _labels(following: Block | None) -> bool:
    """Whether another label comes at once, in bold."""
    if following is None or following.kind != "paragraph" or following.prose is None:
        return False
    text = following.prose.text.rstrip()
    return text.endswith((":", "：")) and any(
        mark.kind == "strong" and mark.start == 0 and mark.end >= len(text) - 1
        for mark in following.prose.marks
    )
