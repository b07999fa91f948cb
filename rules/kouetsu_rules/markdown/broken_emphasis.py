"""強調の記号 `**` が、そのまま文字として表示される。

## 何を見るか
サイトのレンダラーが強調と認めない `**`。どのレンダラーかは設定の `flavor`（または `preset`）で決まり、
指定がなければ、どのレンダラーでも壊れるものだけを指摘します。

- GFM・CommonMark（Hugo、Astro、GitHub など）では、`**` の内側がかっこや句読点で、外側が文字だと強調になりません。
- kramdown（Jekyll）では、閉じていない `**` と、直前に空白のある閉じの `**` が文字のまま残ります。

## なぜか
日本語では「**「語」**という」のように、かっこごと太字にして助詞を続ける書き方が多く、
生成された記事ではこれが大量にそのまま公開されています。

## 例
```md bad gfm
春の野菜では**「菜の花」**がよく売れた。
```
```md fixed gfm
春の野菜では「**菜の花**」がよく売れた。
```
```md bad
**値段の話をしよう。市場では今朝も競りが続いている。
```
```md good kramdown
春の野菜では**「菜の花」**がよく売れた。
```
```md good
べき乗は 2**3 と書き、すべての階層は `**/*.md` で表す。
```

## 限界
表の中は見ません。Jekyll（kramdown）と Hugo（goldmark）で実際に描画した結果との突き合わせは
`bench/flavors.py` で行います。

## English
### What it does
Reports `**` that the site's renderer prints as text. `flavor` (or `preset`) names the renderer;
where neither does, only what breaks in all of them is reported.
### Why
`**「word」**と` is common in Japanese and does not render in CommonMark, because punctuation
stands inside the marks and a letter outside.
### Limits
Tables are not read. `bench/flavors.py` compares the rule with kramdown and goldmark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import (
    Block,
    Edit,
    Finding,
    Fix,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.markdown.asterisks import Pair, closes, opens, read_asterisks

JAPANESE = r"[぀-ヿ㐀-鿿、。「」『』（）【】：！？…ー]"
BRACKETS = {"」": "「", "』": "『", "）": "（", ")": "(", "】": "【", "”": "“", "》": "《"}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for block in post.blocks:
        if block.prose is None or "**" not in post.text[block.span.start : block.span.end]:
            continue
        asterisks = read_asterisks(post.text, block)
        if post.site.flavor == "gfm":
            yield from _unrendered_pairs(post.text, block, asterisks.pairs)
        left = {mark.span.start for mark in block.prose.marked("stars")}
        for span in asterisks.alone:
            renders = post.site.flavor != "kramdown" and span.start not in left
            if not renders and _is_in_prose(post.text, span, block):
                yield Finding(span, "alone")


def _unrendered_pairs(text: str, block: Block, pairs: tuple[Pair, ...]) -> Iterator[Finding]:
    assert block.prose is not None
    left = {mark.span.start for mark in block.prose.marked("stars")}
    for pair in pairs:
        if pair.opening.start in left or pair.closing.start in left:
            yield Finding(pair.whole, "unrendered", fix=_moved_inwards(text, pair))


def _is_in_prose(text: str, span: Span, block: Block) -> bool:
    """Whether the asterisks belong to language, not to a pattern, a power or a keyword."""
    before = text[span.start - 1] if span.start > block.span.start else ""
    after = text[span.end] if span.end < block.span.end else ""
    if re.match(r"[A-Za-z0-9/.=(_*]", after) or re.match(r"[A-Za-z0-9/.=_*]", before):
        return False
    return bool(re.match(JAPANESE, after) or (not after.strip() and re.match(JAPANESE, before)))


def _moved_inwards(text: str, pair: Pair) -> Fix | None:
    """Move the marks past the punctuation that keeps them from being read as marks."""
    start, end = pair.inner
    if not opens(text[pair.opening.start - 1 : pair.opening.start], text[start : start + 1]):
        while start < end and not text[start].isalnum():
            start += 1
    if not closes(text[end - 1 : end], text[pair.closing.end : pair.closing.end + 1]):
        end = _before_bracket(text, start, end)
    inside = text[start:end]
    if not inside.strip() or "\n" in inside or "*" in text[pair.inner.start : pair.inner.end]:
        return None
    if not (
        opens(text[start - 1 : start] or " ", inside[0])
        and closes(inside[-1], text[end : end + 1] or " ")
    ):
        return None
    outside = text[pair.inner.start : start], text[end : pair.inner.end]
    moved = f"{outside[0]}**{inside}**{outside[1]}"
    return Fix((Edit(pair.whole, moved),), Safety.SAFE, "move")


def _before_bracket(text: str, start: int, end: int) -> int:
    """Where the closing mark can stand: before a closing bracket, or before its whole pair."""
    while end > start and not text[end - 1].isalnum():
        opening = BRACKETS.get(text[end - 1])
        at = text.rfind(opening, start, end) if opening else -1
        end = at if at > start else end - 1
    return end


RULE = Rule(
    name="broken-emphasis",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "unrendered": (
            "この強調はサイトのレンダラーでは効かず、`**` がそのまま表示されます",
            "this emphasis does not render on this site: the asterisks are printed",
        ),
        "alone": (
            "対になる相手のない `**` がそのまま表示されます",
            "these asterisks have no partner and are printed as they are",
        ),
        "move": ("`**` をかっこや句読点の内側へ移す", "move the asterisks past the punctuation"),
    },
    doc=__doc__,
    check=check,
)
