"""Lead-ins that lead to nothing: the next item or section comes at once.

A lead-in says by a word that points (以下の通り), and mostly a colon, that something is shown right
behind it. Whatever stands there may be it, even a remark in HTML: only white space is nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Prose, Sentence, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.missing.announced import TOLD, passes_by

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
NUMBER = Pattern(r"\s*\d{1,3}[.)][ \t]+")
MARKER = Pattern(r"\s*(?:\d{1,3}[.)]|[-*+])[ \t]+")
RULED = 3
"""So many headings below a line show that lines part the sections."""
FAMILY = 2
"""So many lead-ins that lead nowhere show that something took away what they led to."""


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
            held = any(other.search(last.text) for other in (TOLD, FORM, ELSEWHERE))
            if (
                not held
                and not spoken(text, last.start)
                and _lost(post, sections, block, following, last.text)
            ):
                found.append(_sentence(prose, last))
        elif (
            not block.parents
            and LABEL.search(text)
            and (_labels(following) or _section_ends(post, sections, block, following, last.text))
        ):
            labels.append(last.span)
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
) -> bool:
    """Whether nothing stands between the lead-in and the next item or section."""
    if following is not None and following.in_list:
        return block.in_list and _item_ends(post, block, following)
    return _section_ends(post, sections, block, following, told)


def _item_ends(post: Post, block: Block, following: Block) -> bool:
    """Whether the next item begins, and is none of those that the lead-in announces.

    A list whose inner items have lost their indent shows them as the next ones. None is such
    a one where the lead-in is a paragraph below the item's own, or the items have labels.
    """
    if following.prose is None or following.depth > block.depth:
        return False
    gap = Span(block.span.end, following.span.start)
    if MARKER.fullmatch(post.text, *gap) is None:
        return False
    line = post.text.rfind("\n", 0, block.span.start) + 1
    if MARKER.fullmatch(post.text, line, block.span.start) is None:
        return True
    return NUMBER.fullmatch(post.text, *gap) is not None and _bold(block) and _bold(following)


def _bold(block: Block) -> bool:
    """Whether it begins in bold."""
    return block.prose is not None and any(
        mark.kind == "strong" and mark.start == 0 for mark in block.prose.marks
    )


def _section_ends(
    post: Post, sections: _Sections, block: Block, following: Block | None, told: str
) -> bool:
    """Whether the post ends, or a section begins that is none of those that are announced."""
    headings = sections.headings
    at = bisect_left(sections.starts, block.span.end)
    end = sections.starts[at] if at < len(headings) else len(post.text)
    if following is not None and (following.kind not in ("heading", "rule") or following.parents):
        return False
    gap = post.text[block.span.end : end].strip()
    # a line may begin what is shown, as well as end the section
    if gap and not (sections.ruled and not gap.strip("-*_ \r\n")):
        return False
    if at == len(headings):
        return CERTAIN.search(told) is not None
    title = headings[at].prose
    words = (place[place.lastgroup or 0] for place in NAMED.finditer(told))
    if title is None or any(word in title.text for word in words):
        return False
    return _has_elder(headings, at - 1) and passes_by(headings[at - 1].level, headings, at)


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
