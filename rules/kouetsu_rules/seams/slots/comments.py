"""Comments that a generator left to be filled: what they ask for is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.notes import FILL
from kouetsu_rules.shown import said

COMMENT = Pattern(
    r"<!--(?P<html>(?:(?!-->)[^\n]){1,300})-->|\{/\*(?P<mdx>(?:(?!\*/)[^\n]){1,300})\*/\}"
    r"|\{%-?\s*comment\s*-?%\}(?P<liquid>(?:(?!\{%)[^\n]){1,300})\{%-?\s*endcomment"
)
THINGS = (
    r"(?:AD|ADS|ADSENSE|AFFILIATE|BANNER|BOX|CTA|EMBED|IMAGE|IMG|LINK|LINKS|MAP|PHOTO|PRODUCT"
    r"|RELATED|SLOT|TABLE|TOC|VIDEO|WIDGET|FORM|CARD|CHART|FIGURE)"
)
# The key of a template: <!-- AD_SLOT_HERE -->. Another key is the site's own, and it is filled.
KEY = Pattern(
    rf"(?:INSERT|PLACEHOLDER|SLOT|ADD)(?:[_:-]|\b)(?:[A-Z]+_?)*{THINGS}\w*"
    rf"|(?:[A-Z]+[_-]){{0,3}}{THINGS}(?:[_-][A-Z]+)*[_-](?:HERE|SLOT|PLACEHOLDER)(?:[_-]?\d+)?"
    r"|[A-Z]+(?:[_-][A-Z]+)*[_-](?:HERE|PLACEHOLDER)"
)
PICTURES = (
    r"(?:画像|図解?|アイキャッチ|写真|イラスト|動画|スクリーンショット|スクショ|キャプチャ(?:画像)?"
    r"|グラフ|GIF)"
)
# A picture that stands beside its comment was put in.
PICTURED = Pattern(rf"[【\[]?{PICTURES}[ ]?[:：]")
BELOW = Pattern(r"\s{0,8}(?:!\[|<(?:img|figure|picture|Image)\b|\{\{[<%]|\{%)")
# Words that people also write for themselves.
NOTE = Pattern(
    rf"(?:ここに|こちらに).{{1,60}}"
    rf"|.{{1,40}}(?:を|に|、){FILL}(?:する|して|予定)?.{{0,12}}"
    r"|(?:TODO\W*)?(?:insert|embed)\b.{3,80}"
    r"|.{3,60}\bgoes here\b.{0,20}|.{0,30}\bplaceholder\b.{0,30}"
    # a bare key is the site's own, and its build puts something there
    r"|(?:内部リンク|関連記事(?:リンク)?|アフィリエイトリンク|商品リンク|CTA)"
    r"[ ]?[:：](?![ ]?[A-Z0-9_-]+$).{1,60}"
    rf"|[【\[]?{PICTURES}[ ]?[:：].{{1,80}}"
    rf"|{PICTURES}(?:の|を)?(?:挿入|配置|差し込み|貼り?付け|設置)"
    r"(?:ポイント|位置|箇所|個所|場所|予定地?)?(?:[ ]?[:：].{1,80})?",
    re.IGNORECASE,
)


def hidden_slots(post: Post) -> Iterator[Slot]:
    for place in said(post, COMMENT):
        words = (place["html"] or place["mdx"] or place["liquid"]).strip()
        if words.startswith("kouetsu-"):  # a suppression may name this very rule
            continue
        key = KEY.fullmatch(words) is not None
        if not key and PICTURED.match(words) and BELOW.match(post.text, place.end()):
            continue
        if key or NOTE.fullmatch(words):
            yield Slot(Span(*place.span()), "comment", key)
