"""A site's notice that a script set into the middle of a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.quoting import spoken

NOTICE = Pattern(
    r"(?:(?:本|この|当)(?:記事|ページ|サイト|ブログ)(?:に|で)?は、?|[※＊])"
    r"[^。\n]{0,24}(?:アフィリエイト|広告|プロモーション|ＰＲ|PR)"
    r"[^。\n]{0,24}(?:含|利用|使用|参加|掲載|得て|あり|表示)[^。\n]{0,16}(?:。|$)"
    r"|\b[Tt]his (?:post|article|page|site) (?:may )?(?:contains?|uses?|includes?)"
    r" affiliate links?\b"
    r"[^.\n]{0,80}\."
)
# Sentences beside it that speak of the same.
KIN = Pattern(
    r"アフィリエイト|広告|報酬|収益|紹介料|手数料|リンク|購入|経由|スポンサー|プロモーション|当サイト"
    r"|本記事|この記事|※|(?i:affiliate|commission|sponsor|purchase|\blinks?\b|disclos|earn)"
)
BEFORE, AFTER = 40, 12
"""So many letters of the paragraph stand before it, and so many behind it."""
NEAR = 80


def pushed_notices(post: Post) -> Iterator[Span]:
    """The notices with the paragraph on both sides that have nothing to do with it."""
    if not post.may_hold(NOTICE) or KIN.search(post.title_text):
        return
    for prose in post.prose:
        if prose.block is not None and prose.block.kind == "paragraph":
            yield from _within(prose)


def _within(prose: Prose) -> Iterator[Span]:
    text = prose.text
    for place in NOTICE.finditer(text):
        before, after = text[: place.start()].rstrip(), text[place.end() :].strip()
        if len(before) < BEFORE or len(after) < AFTER or spoken(text, place.start()):
            continue
        if not KIN.search(before[-NEAR:]) and not KIN.search(after[:NEAR]):
            yield prose.span(*place.span())
