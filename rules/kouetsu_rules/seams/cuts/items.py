"""Items that are no more than their number or dots, and notes that the source broke off there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.old_texts import OLD_TEXT
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
# What somebody wrote for a few: who copies it says where it breaks off.
WRITTEN = Pattern(r"原稿|日記|手紙|便り|掲示板|書き込み|記録(?!的|を?更新)")
# The next paragraph speaks of the end of what it copied.
ENDED = Pattern(r"終わって|見つか[りっる]|続き[はがも]")
# The text goes on to tell of the item: that it is forgotten, or was never more than dots.
TOLD = Pattern(
    r"(?:[二三四五六七八九十\d２-９]{1,2}(?:つ|番|個|枚|人|行|条)(?:め|目)(?:の[^、。\n]{1,6})?"
    r"|第[二三四五六七八九十\d]|最後の(?:一|ひと|項|欄|名|行|もの|条|掟|決まり)[^、。\n]{0,3}?)"
    r"[がはもをだ、]|点(?:だけ|ばかり|しか)|[二三四五六\d]つの点|空欄|空白|欠け|思い出せ|思いつか|出てこな"
)


def dotted_items(post: Post) -> Iterator[tuple[Span, bool]]:
    """Last items of numbered lists that are dots in bold, below items that say something.

    Dots without bold are 'and so on', and with it they may be. Stars that nothing closes show that
    a label was to come: where no sentence follows that could tell of it, that is certain.
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
        if not numbered or not _says(blocks[number - 1], block):
            continue
        below = _below(blocks[number + 1 :], block.top)
        if not below or TOLD.search(below[0]) is None:
            yield block.span, not below and not block.prose.marked("strong")


def _below(blocks: Sequence[Block], top: int) -> list[str]:
    """The paragraphs of sentences behind a list, up to the end of its section."""
    texts: list[str] = []
    for block in blocks:
        if block.top == top:
            continue
        if block.kind in ("heading", "rule"):
            break
        if block.prose is not None and CLOSED.search(block.prose.text):
            texts.append(block.prose.text)
    return texts


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
    old = (OLD_TEXT, WRITTEN)
    if not post.may_hold(NOTE) or any(words.search(post.text) for words in old):
        return
    for prose, after in zip_longest(post.prose, post.prose[1:]):
        for note in NOTE.finditer(prose.text):
            told = after is not None and not after.in_heading and ENDED.search(after.text)
            if not told and not spoken(prose.text, note.start()):
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
