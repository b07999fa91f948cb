"""Deleting whole blocks: the lines that go with them, so that what stays parses as before."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from kouetsu.api import Block, Edit, Mark, Pattern, Post, Sentence, Span

ITEM_MARK = Pattern(r"[ \t]*(?:[-*+]|(?P<number>\d+[.)]))[ \t]+(?:\[[ xX]\][ \t]+)?")

BLOCK_START = Pattern(r"#|[-*+>|]|\d+[.)]\s|```|~~~|=")


class _Item(Struct, frozen=True):
    """An item of a list: its blocks from ``start`` up to those of the next one."""

    start: int
    upto: int
    mark: re.Match[str]
    gone: bool
    """Whether it goes with all that it holds."""


class Lines:
    """Edits that delete blocks of a post with the blank lines that they leave."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._source = post.source
        self._tops: dict[int, list[Block]] = {}
        for block in post.blocks:
            self._tops.setdefault(block.top, []).append(block)

    def without(self, gone: Iterable[Block], others: Container[int] = ()) -> list[Edit]:
        """One edit for each block that can go, a list as a whole being one.

        ``others`` are the top-level blocks that go by other edits.
        """
        edits: list[Edit] = []
        group: list[int] = []
        wanted: dict[int, list[Block]] = {}
        for block in gone:
            wanted.setdefault(block.top, []).append(block)
        for top in sorted(wanted):
            if not self._complete(top, wanted[top]):
                edits += self._items(top, wanted[top])
                continue
            if group and group[-1] + 1 != top:
                edits += self._tops_without(group, others)
                group = []
            group.append(top)
        return edits + self._tops_without(group, others)

    def _complete(self, top: int, gone: list[Block]) -> bool:
        leaves = {id(block) for block in self._tops[top] if not _is_container(block)}
        return leaves <= {id(block) for block in gone}

    def _tops_without(self, group: list[int], others: Container[int]) -> list[Edit]:
        while group and not self._may_meet(group[0] - 1, group[-1] + 1):
            group = group[:-1]
        if not group:
            return []
        count = self._source.line_count
        first = self._line(self._tops[group[0]][0].span.start)
        starts = [self._line(self._tops[top][0].span.start) for top in group]
        end = self._last_line(self._tops[group[-1]][0].span) + 1
        following = end
        while following <= count and not self._text(following).strip():
            following += 1
        if following > count:
            # At the end of the post the blank lines before go instead, if no other edit has them.
            while group[0] - 1 not in others and first > 1 and not self._text(first - 1).strip():
                first -= 1
            starts[0] = first
        elif first > 1 and self._text(first - 1).strip():
            following = end
        bounds = [*starts, following]
        return [
            Edit(Span(self._offset(bounds[at]), self._offset(bounds[at + 1])), "")
            for at in range(len(starts))
        ]

    def _may_meet(self, before: int, after: int) -> bool:
        """Whether two blocks stay two when nothing is left between them."""
        left, right = self._tops.get(before), self._tops.get(after)
        if left is None or right is None or left[0].kind not in ("list", "footnote"):
            return True
        start = self._source.line_span(self._line(right[0].span.start)).start
        indented = self._post.text[start : start + 1] in (" ", "\t")
        return right[0].kind not in ("list", "code") and not indented

    def _items(self, top: int, gone: list[Block]) -> Iterator[Edit]:
        """Single items of a list with all that they hold."""
        blocks = [block for block in self._tops[top] if not _is_container(block)]
        spans: list[tuple[int, int]] = []
        marks: dict[int, int] = {}
        for siblings in self._lists(blocks, {id(block) for block in gone}):
            heir = next((item for item in siblings if not item.gone), None)
            for item in siblings:
                if not item.gone:
                    continue
                start = self._line_start(blocks[item.start])
                if item is siblings[0] and heir is not None and item.mark["number"]:
                    # The others take their numbers from it: the next one gets its mark.
                    if not heir.mark["number"] or len(heir.mark[0]) != len(item.mark[0]):
                        continue
                    marks[self._line_start(blocks[heir.start])] = len(heir.mark[0])
                    start += len(item.mark[0])
                spans.append((start, self._end_of_item(blocks, item)))
        for start, end in sorted(spans):
            yield Edit(Span(start, end + marks.get(end, 0)), "")

    def _lists(self, blocks: list[Block], gone: set[int]) -> list[list[_Item]]:
        """The items of a list and of those within it, each list by itself."""
        marks = [self._item_mark(block) for block in blocks]
        bounds = [at for at, mark in enumerate(marks) if mark]
        if bounds[:1] != [0]:
            return []
        lists: list[list[_Item]] = []
        under_way: dict[int, list[_Item]] = {}
        for start, upto in pairwise([*bounds, len(blocks)]):
            depth, mark = blocks[start].depth, marks[start]
            end = start + 1
            while end < len(blocks) and (end < upto or blocks[end].depth > depth):
                end += 1
            whole = all(id(block) in gone for block in blocks[start:end])
            under_way = {d: items for d, items in under_way.items() if d <= depth}
            if depth not in under_way:
                under_way[depth] = []
                lists.append(under_way[depth])
            assert mark is not None
            under_way[depth].append(_Item(start, upto, mark, whole))
        return lists

    def _end_of_item(self, blocks: list[Block], item: _Item) -> int:
        if item.upto < len(blocks):
            return self._line_start(blocks[item.upto])
        first = self._line(blocks[item.start].span.start)
        last = self._last_line(blocks[-1].span) + 1
        blank = first > 1 and not self._text(first - 1).strip()
        while blank and last < self._source.line_count and not self._text(last).strip():
            last += 1
        return self._offset(last)

    def _item_mark(self, block: Block) -> re.Match[str] | None:
        """The bullet or number before a block that begins an item."""
        return ITEM_MARK.fullmatch(self._post.text[self._line_start(block) : block.span.start])

    def _line_start(self, block: Block) -> int:
        return self._source.line_span(self._line(block.span.start)).start

    def _line(self, offset: int) -> int:
        return self._source.line_of(offset)

    def _last_line(self, span: Span) -> int:
        return self._source.line_of(max(span.end - 1, span.start))

    def _text(self, line: int) -> str:
        span = self._source.line_span(line)
        return self._post.text[span.start : span.end]

    def _offset(self, line: int) -> int:
        """Where a line begins; the end of the text after the last."""
        if line > self._source.line_count:
            return len(self._post.text)
        return self._source.line_span(line).start


def _is_container(block: Block) -> bool:
    return block.kind in ("list", "quote", "footnote")


def without_sentences(post: Post, sentences: Sequence[Sentence], at_end: bool) -> Edit | None:
    """The edit that takes neighbouring sentences out of their block, if markup stays whole.

    The white space before them goes where they stand ``at_end``, else that behind them.
    """
    prose = sentences[0].prose
    start, end = sentences[0].start, sentences[-1].end
    span = prose.span(start, end)
    for mark in prose.marks:
        if _is_cut(mark, start, end):
            return None
        if start <= mark.start and mark.end <= end and mark.start < mark.end:
            span = span.joined(mark.span)
    text = post.text
    left, right = span
    if at_end:
        while left > prose.whole.start and text[left - 1] in " \t　\\\n":
            left -= 1
    else:
        while right < prose.whole.end and text[right] in " \t　\n":
            right += 1
        if BLOCK_START.match(text, right):
            return None
    return Edit(Span(left, right), "")


def _is_cut(mark: Mark, start: int, end: int) -> bool:
    inside = start <= mark.start and mark.end <= end
    return mark.start < end and start < mark.end and not inside
