"""The number of things that a title promises: 5つのステップ, 活用事例5選."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Span

KINDS = (
    ("ステップ", "手順", "段階", "フェーズ", "step", "phase"),
    ("事例", "実例", "具体例", "ケース", "case"),
    ("方法", "手法", "やり方", "method"),
    ("ポイント", "要点", "point"),
    ("コツ", "ヒント", "tip"),
    ("秘訣", "秘策", "秘密"),
    ("理由", "reason"),
    ("戦略", "strategy"),
    ("テクニック", "technique"),
    ("失敗", "間違い", "落とし穴", "mistake"),
    ("原則", "法則", "ルール", "rule"),
    ("対策", "施策", "解決策", "solution"),
    ("トレンド", "trend"),
    ("習慣",),
    ("パターン", "pattern"),
    ("教訓", "lesson"),
    ("アイデア", "idea"),
    ("ロードマップ",),
)
"""What posts are made of, and promise by number; the words of one line tell of the same things."""
KIND_OF = {word: number for number, words in enumerate(KINDS) for word in words}
WORD = rf"(?i:{'|'.join(sorted(KIND_OF, key=len, reverse=True))})"
NUMBER = r"(?P<number>\d{1,2}|[二三四五六七八九十])"
OF_A_NAME = "".join(f"(?<![A-Za-z]{gap})" for gap in (r"\d", r"\d\d", r" \d", r" \d\d"))
# A range, an ordinal, a version and a date are no promises: 3〜5つ, 第5ステップ, GPT-4の方法,
# iPhone 15ケース.
PROMISE = Pattern(
    rf"(?<![\d.．,，第全~〜～/／–-]){NUMBER}"
    rf"(?:(?:つ|個)の[^\s、。，！!?？｜|：:・をがはにでとの]{{0,12}}(?P<word>{WORD})"
    # of others a bare number may be a mark or a grade: 3ポイント, 5段階
    rf"|{OF_A_NAME}(?P<bare>ステップ|事例))(?!目|のうち|の中|中の)"
    rf"|(?P<things>{WORD})?[ 　]?(?<![第\d])(?P<picked>\d{{1,2}})[ 　]?"
    r"選(?![択手挙考定出者びぶばべ])"
)
COUNTED = Pattern(rf"(?<![\d.第]){NUMBER}(?:(?:つ|個)の|大|選|{WORD})")
"""The number of things that a heading names, whatever they are."""
# 『7つの習慣』を読んで: the number is that of a book, of which the post may tell a part.
OF_A_BOOK = Pattern(r"読書|書評|感想|を読|7つの習慣|『[^』]*\d[^』]*』")
# What the title itself cuts down, or tells a part of: 7つのルールを3つに減らした.
IN_PART = Pattern(r"減ら|絞|半分|途中|つ目|だけ|いま|ルールから|を[^、]{0,4}(?:つ|個)に")
LEAST, MOST = 3, 30


class Promise(Struct, frozen=True):
    """``kind`` is the line of the things promised; ``None`` where the title does not name them."""

    span: Span
    text: str
    number: int
    kind: int | None


def promises(post: Post) -> tuple[Promise, ...]:
    """Those of the title, or of the headline where the title has none."""
    for prose in _titles(post):
        found = tuple(promised(prose))
        if found and not (OF_A_BOOK.search(prose.text) or IN_PART.search(prose.text)):
            # 5ステップを3ステップに: which of them the post is about, it alone knows
            kinds = [promise.kind for promise in found]
            return found if len(set(kinds)) == len(kinds) else ()
    return ()


def _titles(post: Post) -> Iterator[Prose]:
    if post.title is not None:
        yield post.title
    first = next((block for block in post.blocks if block.kind == "heading"), None)
    if first is not None and first.level == 1 and first.prose is not None:
        yield first.prose


def promised(prose: Prose) -> Iterator[Promise]:
    """What one title or heading promises."""
    for match in PROMISE.finditer(prose.text):
        number = value(match["number"] or match["picked"])
        word = match["word"] or match["bare"] or match["things"]
        kind = kind_of(word) if word else None
        if LEAST <= number <= MOST:
            yield Promise(prose.span(*match.span()), match.group(), number, kind)


def numbers(prose: Prose) -> set[int]:
    """How many things a heading names."""
    return {value(match["number"]) for match in COUNTED.finditer(prose.text)}


def kind_of(word: str) -> int:
    return KIND_OF[word.casefold()]


def value(written: str) -> int:
    """The number that is written in digits or as one sign."""
    return int(written) if written.isdecimal() else int(unicodedata.numeric(written))
