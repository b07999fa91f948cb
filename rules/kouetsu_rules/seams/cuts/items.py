"""Items that are no more than their number or dots, and notes that the source broke off there."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.markers.segments import CLOSED

NUMBER = Pattern(r"(?P<margin>[ \t]*)(?P<number>\d{1,3})(?P<sign>[.)])")
ORDERED = Pattern(r"[ \t]*\d{1,3}[.)][ \t]+")
DOTS = Pattern(r"\.{3,}|…+")
NOTE = Pattern(
    r"(?<=[^。！？\s])(?:…+|\.{3,})?(?:（※?|\(※?|※)[ ]?"
    r"(?:原文|入力|ソース|(?:元の?|提供され?た?)(?:記事|文章?|テキスト|ツイート|投稿))[^（）()。\n]{0,12}"
    r"(?:途切れ|途中で切れ)て(?:い|おり)ま[^（）()。\n]{0,6}[）)]"
)
# Who copies an old hand says where it breaks off.
OLD = Pattern(r"手稿|写本|草稿|原稿|遺稿|日記|書簡|古文書|手紙|便り|翻刻|底本|断簡|碑文|巻物")


def dotted_items(post: Post) -> Iterator[tuple[Span, bool]]:
    """Last items of numbered lists that are dots in bold, below items that say something.

    Dots without bold are 'and so on', and with it they may be. Stars that nothing closes show that
    a label was to come: there it is certain.
    """
    blocks = post.blocks
    for number, block in enumerate(blocks):
        if block.prose is None or not block.in_list or block.in_quote:
            continue
        if not DOTS.fullmatch(block.prose.text.strip()) or not _in_bold(block):
            continue
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        if after is not None and (after.top, after.parents) == (block.top, block.parents):
            continue
        line = post.text.rfind("\n", 0, block.span.start) + 1
        numbered = ORDERED.fullmatch(post.text, line, block.span.start) is not None
        if numbered and _says(blocks[number - 1], block):
            yield block.span, not block.prose.marked("strong")


def _in_bold(block: Block) -> bool:
    """Whether it begins in bold, or with stars that nothing closes."""
    return block.prose is not None and any(
        mark.kind in ("strong", "stars") and mark.start == 0 for mark in block.prose.marks
    )


def _says(before: Block, block: Block) -> bool:
    """Whether the item before is one of the list's, with a label and a sentence."""
    if before.prose is None or before.parents != block.parents or not _in_bold(before):
        return False
    return CLOSED.search(before.prose.text) is not None


def noted_cuts(post: Post) -> Iterator[Span]:
    """Notes within a sentence that its source breaks off there."""
    if not post.may_hold(NOTE) or OLD.search(post.text):
        return
    for prose in post.prose:
        for note in NOTE.finditer(prose.text):
            if not spoken(prose.text, note.start()):
                yield prose.span(*note.span())


def cut_item(post: Post) -> Span | None:
    """The number that ends the post, where the item before it in the list has text."""
    text = post.text
    end = len(text.rstrip())
    start = text.rfind("\n", post.body.start, end) + 1
    last = NUMBER.fullmatch(text, start, end)
    if last is None or not post.blocks or post.blocks[-1].kind == "code":
        return None
    before = f"{last['margin']}{int(last['number']) - 1}{last['sign']} "
    found = text.rfind(f"\n{before}", post.body.start, start)
    lines = text[found + len(before) + 1 : start].split("\n") if found >= 0 else [""]
    # what belongs to that item is set in
    listed = lines[0].strip() and not any(line[:1].strip() for line in lines[1:])
    return Span(last.start("number"), end) if listed else None
