"""Numbers of citations in a post that has no notes: the list of sources stayed with the service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.shown import shows_code

# Numbers in brackets right after what they support: a run of them, or one within two brackets.
SOURCE = r"(?:出典|引用|検索結果|ソース|[Ss]ource|[Rr]ef(?:erence)?|[Cc]itation|[Ss]earch result)"
NUMBERS = Pattern(
    r"(?<=[ぁ-んァ-ヶ一-鿿。、．.,）)a-z0-9])[ ]?(?:(?:\[\d{1,2}\]){2,12}|(?:【\d{1,2}】){2,12}"
    r"|\[\[\d{1,2}\]\](?:\[\[\d{1,2}\]\])*|\[\d{1,2}(?:[,、][ ]?\d{1,2}){1,8}\](?=[。、.,]|$)"
    # （ソース1） is the first of two sauces
    rf"|(?![(（]ソース)[\[(（【](?:{SOURCE}[ ]?[:：]?[ ]?){{1,2}}\d{{1,2}}"
    r"(?:[,、][ ]?\d{1,2})*[\])）】])(?![(\[:\w])",
    re.MULTILINE,
)
SINGLE = Pattern(
    r"(?:(?<=[。．.）)])[ ]?(?:\[\d{1,2}\]|【\d{1,2}】)"
    r"|(?<=[ぁ-んァ-ヶ一-鿿a-z0-9])[ ]?(?:\[\d{1,2}\]|【\d{1,2}】)(?=[。、.,]))(?![(\[:\w])"
)
NOTES = Pattern(
    r"^[ \t>*-]*(?:\[\^?\d{1,2}\]|\(\d{1,2}\)|※?注?\d{1,2}[)）:：])"
    r"|^(?:#{1,6}[ ]|\*\*)?[ ]*(?:参考|出典|引用|脚注|文献|注釈?|References?|Notes?|Sources?"
    r"|Footnotes?"
    r"|Bibliography|Works cited|Further reading)",
    re.MULTILINE | re.IGNORECASE,
)
# The list at the end of a post, whatever is above it.
ITEM = Pattern(r"^[ \t]*\d{1,2}[.．)][ ]?[^\s\d]", re.MULTILINE)
LAST_PART = Pattern(r"^(?:#{1,6}[ ]|[-*_]{3,}[ \t]*$|\*\*[^*\n]+\*\*[ \t]*$)", re.MULTILINE)
# What brackets index: an array or a matrix, by its name or by a letter.
INDEXED = Pattern(
    r"(?:配列|行列|リスト|要素|成分|区間|範囲|手順|座標|出目|さいころ|サイコロ|押[しすせさ]|ボタン|キー[をは]"
    r"|アクセント|頭高|平板|中高|尾高"
    r"|interval|range|between|number|steps?|array|index|matrix|element)",
    re.IGNORECASE,
)
# 正解は【3】。 The number is what is told: a citation stands behind what it supports.
TOLD_BEFORE = Pattern(r"(?:は|答え|正解)[:：]?[ ]?$")
ENDS = Pattern(r"[。.]|[ \t]*(?:\n|$)")
# Accents are written so: 雨はあめ[1]、飴はあめ[0]
ZERO = Pattern(r"[\[【]0[\]】]")
# Told by name, or by two readings of the same letters.
ACCENT = Pattern(
    r"アクセント|高低|頭高|平板|中高|尾高"
    r"|(?P<reading>[ぁ-ん]{2})[\[【]\d[\]】]、[^。\n]{0,12}(?P=reading)[\[【]\d[\]】]"
)
LETTER = Pattern(r"(?:[ (]|^)[a-zA-Z]$")
HABIT = 2
SIGNS = ("[", "【", "検索結果", "出典", "引用", "ソース", "ource")


def bare_numbers(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Citation numbers in a post that has no notes and no code that might index with them."""
    if not any(sign in post.text for sign in SIGNS):
        return
    if post.derived(_annotated):
        return
    numbered = [prose for prose in post.prose if any(sign in prose.text for sign in SIGNS)]
    runs = [(prose, place) for prose in numbered for place in NUMBERS.finditer(prose.text)]
    lone = [(prose, place) for prose in numbered for place in SINGLE.finditer(prose.text)]
    zeros = any(ZERO.fullmatch(place.group().strip()) for _, place in lone)
    if zeros and post.contains(ACCENT):
        lone = []
    told = (*runs, *(lone if len(lone) >= HABIT or runs else ()))
    indexing = {prose for prose in {prose for prose, _ in told} if INDEXED.search(prose.text)}
    for prose, place in told:
        start = place.start() + place.group().startswith(" ")
        indexed = prose in indexing or LETTER.match(prose.text, max(start - 2, 0), start)
        answer = TOLD_BEFORE.search(prose.text[max(start - 6, 0) : start])
        if indexed or (answer and ENDS.match(prose.text, place.end())):
            continue
        if not prose.opaque(start, place.end()):
            yield prose, start, place.end()


def _annotated(post: Post) -> bool:
    """Whether the post has notes, or code: a list at its end may be notes under any heading."""
    if post.derived(shows_code) or NOTES.search(post.text, post.body.start):
        return True
    last = post.body.start
    for place in LAST_PART.finditer(post.text, *post.body):
        last = place.end()
    return sum(1 for _ in ITEM.finditer(post.text, last)) >= HABIT
