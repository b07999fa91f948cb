"""Whether as many things as were promised stand somewhere in the body, in whatever form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kouetsu.api import Block, Pattern, Post
from kouetsu_rules.title.counting.promises import Promise
from kouetsu_rules.title.counting.runs import Run, headings

STOCK = Pattern(
    r"まとめ|(?:は|始)じめに|(?:お|終)わりに|さいごに|最後に|結論|結び|関連|よくある質問|FAQ|参考|目次"
    r"|次のアクション|出典|導入|概要"
)
"""Headings that any post has; they are none of the things that it tells of."""
ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]")
SERIES = Pattern(
    r"前回|連載|シリーズ|第[\d一二三四五六七八九十]+[回部話章弾]|その[\d一二三]|[（(]\d+[）)]|(?ai:\b(?:part|vol)\b)"
)
NUMBERED = Pattern(r"[#＃]\d|[①-⑳]|[上中下]$")
"""A title that is one of several."""
ELSEWHERE = Pattern(
    r"次回(?:は|に|、|の記事)|前編|中編|後編|続編|続きは|つづく|別の?記事|残り[のは]|(?:から先|以降)は"
)
LASTLY = Pattern(r"そして|あとは|そのほか|最後[はに]")
OPENING = 600
"""Characters of the body in which a post says that it is one of several."""
MOST_RUNS = 10
DEEPEST = 4
"""Runs and lists in lists that are looked into: a hostile post has thousands."""
KANJI = "〇一二三四五六七八九十"


def stands(post: Post, promise: Promise, every: Sequence[Run], telling: Sequence[Run]) -> bool:
    """Whether anything that can be counted comes to the number, or the rest is elsewhere.

    ``every`` are the runs of the post, ``telling`` those that count what was promised.
    """
    number = promise.number
    named = [run for run in telling if run.kind == promise.kind]
    others = [run for run in telling if run.kind != promise.kind]
    return (
        any(total >= number for total in map(_length, every))
        or number in _sums(map(_length, every), number)
        or _goes_on(post)
        or _is_named(post, number, telling)
        or _is_listed(post, number, named)
        or _is_headed(post, number, every)
        or any(_goes_on_bare(post, run, number - _length(run)) for run in telling[:MOST_RUNS])
        or any(number in _parts(post, run) for run in others[:MOST_RUNS])
    )


def _length(run: Run) -> int:
    return len(run.members)


def _sums(lengths: Iterable[int], most: int) -> set[int]:
    """What some of several runs come to: three for beginners, two for the others."""
    reached = {0}
    for length in lengths:
        reached |= {total + length for total in reached if total + length <= most}
    return reached


def _goes_on(post: Post) -> bool:
    opening = post.text[post.body.start : post.body.start + OPENING]
    return (
        NUMBERED.search(post.title_text) is not None
        or SERIES.search(post.title_text) is not None
        or SERIES.search(opening) is not None
        or ELSEWHERE.search(post.wording) is not None
    )


def _is_named(post: Post, number: int, telling: Sequence[Run]) -> bool:
    """Whether the body has the last number: 5つ目, 第五に, ステップ4・5, 最終ステップ, ⑤."""
    body = unicodedata.normalize("NFKC", post.text[post.body.start :])
    written = rf"(?:(?<!\d){number}{'|' + KANJI[number] if number < len(KANJI) else ''})"
    patterns = [
        rf"{written}(?:つ|番|個|件|本|社|点|ステップ)?(?:目|め|位)|第{written}",
        rf"(?m:^[^\w\n]{{0,8}}{number}(?:[.)\]】:、]|\ufe0f?\u20e3)(?!\d))",
    ]
    for label in {re.escape(run.label) for run in telling if run.label}:
        patterns.append(rf"{label}\s?(?:#|No\.)?(?:\d+(?:[~〜–,、・と-]|から))?{number}(?!\d)")
        patterns.append(rf"(?:最終|最後の|ラスト)\s?(?:\d{{1,2}}(?:つの)?)?{label}")
    return any(re.search(pattern, body) for pattern in patterns) or (
        number <= 20 and chr(ord("①") + number - 1) in post.text
    )


def _is_listed(post: Post, number: int, named: Sequence[Run]) -> bool:
    """Whether a list or a table has so many items, rows or columns.

    What stands under ステップ1 is what that step is made of.
    """
    for block, within in _placed(post, named):
        if not within and (
            (block.kind == "list" and block.depth < DEEPEST and _items(post, block) == number)
            or (block.kind == "table" and number in _measures(post, block))
        ):
            return True
    return False


def _placed(post: Post, counted: Sequence[Run]) -> Iterator[tuple[Block, bool]]:
    """The blocks below headings, and whether they stand under a number of these runs."""
    levels = {id(each.block): run.level for run in counted for each in run.members}
    inside = 0
    for block in post.blocks:
        if block.kind == "heading" and (not inside or block.level <= inside):
            inside = levels.get(id(block), 0)
        else:
            yield block, inside > 0


def _items(post: Post, block: Block) -> int:
    """The items of a list, those of lists in it left out."""
    start = post.text.rfind("\n", 0, block.span.start) + 1
    indent = block.span.start - start
    lines = post.text[start : block.span.end].split("\n")
    return sum(ITEM.match(line, indent) is not None and not line[:indent].strip() for line in lines)


def _measures(post: Post, block: Block) -> tuple[int, ...]:
    """The rows of a table, and its columns with and without the one that names the rows."""
    lines = post.text[block.span.start : block.span.end].split("\n")
    columns = sum(1 for cell in lines[0].split("|") if cell.strip())
    return len(lines) - 2, columns, columns - 1


def _is_headed(post: Post, number: int, every: Sequence[Run]) -> bool:
    """Whether so many headings stand side by side."""
    numbered = {id(each) for run in every for each in run.members}
    beside = Counter(
        id(heading.parent)
        for heading in post.derived(headings)
        if id(heading) not in numbered and not STOCK.search(heading.prose.text)
    )
    return any(count >= number for count in beside.values())


def _goes_on_bare(post: Post, run: Run, missing: int) -> bool:
    """Whether what is missing stands behind the last number without one: 仕上げ; そして、…"""
    parent = run.parent
    beside = [each for each in post.derived(headings) if each.parent is parent]
    at = next((n for n, each in enumerate(beside) if each is run.members[-1]), len(beside))
    bare = sum(not STOCK.search(each.prose.text) for each in beside[at + 1 :])
    if bare == missing or (missing == 1 and bare):
        return True
    end = run.members[-1].prose.whole.end
    return missing == 1 and any(
        prose.whole.start > end and LASTLY.match(prose.text) for prose in post.prose
    )


def _parts(post: Post, run: Run) -> set[int]:
    """What all that stands under the run comes to, and each of its headings: three under two."""
    totals: Counter[str] = Counter()
    for block, within in _placed(post, [run]):
        if within and block.kind == "heading":
            totals[f"heading {block.level}"] += 1
        elif within and not block.parents:
            totals["label"] += block.kind == "paragraph" and _is_labelled(block)
            totals["item"] += _items(post, block) if block.kind == "list" else 0
    return set(totals.values())


def _is_labelled(block: Block) -> bool:
    """Whether a paragraph begins in bold."""
    marks = block.prose.marks if block.prose is not None else ()
    return bool(marks) and marks[0].kind == "strong" and marks[0].start == 0
