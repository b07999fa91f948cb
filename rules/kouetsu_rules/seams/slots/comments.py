"""Slots that do not show: comments, directives and embeds that a generator left to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.words import FILL
from kouetsu_rules.shown import said

COMMENT = Pattern(
    r"<!--(?P<html>(?:(?!-->)[^\n]){1,300})-->|\{/\*(?P<mdx>(?:(?!\*/)[^\n]){1,300})\*/\}"
    r"|\{%-?\s*comment\s*-?%\}(?P<liquid>(?:(?!\{%)[^\n]){1,300})\{%-?\s*endcomment"
)
THINGS = (
    r"(?:AD|ADS|ADSENSE|AFFILIATE|BANNER|BOX|CTA|EMBED|IMAGE|IMG|LINK|LINKS|MAP|PHOTO|PRODUCT"
    r"|RELATED|SLOT|TABLE|TOC|VIDEO|WIDGET|FORM|CARD|GALLERY|AUDIO|PLAYER|CHART|FIGURE|QUOTE)"
)
PICTURES = (
    r"(?:画像|図解?|アイキャッチ|写真|イラスト|動画|スクリーンショット|スクショ|キャプチャ(?:画像)?"
    r"|グラフ|GIF)"
)
# What a comment of a generator says, and whether people write comments so too.
SAYS: tuple[tuple[Pattern, str, bool], ...] = (
    (
        Pattern(
            rf"(?:INSERT|PLACEHOLDER|SLOT|ADD)(?:[_:-]|\b)(?:[A-Z]+_?)*{THINGS}\w*"
            rf"|(?:[A-Z]+[_-]){{0,3}}{THINGS}(?:[_-][A-Z]+)*[_-](?:HERE|SLOT|PLACEHOLDER)(?:[_-]?\d+)?"
            r"|[A-Z]+(?:[_-][A-Z]+)*[_-](?:HERE|PLACEHOLDER)"
        ),
        "comment",
        True,
    ),
    (
        Pattern(
            r"(?:TODO|FIXME|NOTE)\s*\((?:agent|ai|llm|claude|gpt|gemini|model|writer)\b.*", re.I
        ),
        "comment",
        True,
    ),
    (
        Pattern(
            r"(?:SYSTEM|PROMPT|INSTRUCTIONS?|PERSONA|TONE|ROLE|LLM|GPT|CLAUDE|GEMINI|MODEL|AGENT|TARGET"
            r"|KEYWORDS?|OUTLINE|WORD[_ ]?COUNT)\s*[:：=]\s*\S.*"
            r"|(?:[a-z_]{3,}\s*[=:]\s*[\w./-]+\s*[,;]\s*){2,}[a-z_]{3,}\s*[=:]\s*[\w./-]+",
        ),
        "prompt",
        True,
    ),
    (
        Pattern(
            rf"(?:ここに|こちらに).{{1,60}}|.{{1,40}}(?:を|に|、){FILL}(?:する|して|予定)?.{{0,12}}"
            r"|(?:TODO\W*)?(?:insert|embed)\b.{3,80}"
            r"|TODO\W*add\b.{0,30}\b(?:links?|images?|photos?|embed|map|table|video|chart|screenshots?|form)\b.{0,20}"
            r"|(?:広告|アフィリエイト(?:リンク)?|バナー|CTA|商品リンク|内部リンク)挿入"
            # a bare key is the site's own, and its build puts something there
            r"|(?:内部リンク|関連記事(?:リンク)?|アフィリエイトリンク|商品リンク"
            r"|CTA)[ ]?[:：](?![ ]?[A-Z0-9_-]+$).{1,60}"
            rf"|[【\[]?{PICTURES}[ ]?[:：].{{1,80}}"
            rf"|{PICTURES}(?:の|を)?(?:挿入|配置|差し込み|貼り?付け|設置)"
            r"(?:ポイント|位置|箇所|個所|場所|予定地?)?(?:[ ]?[:：].{1,80})?"
            r"|.{3,60}\b(?:goes|go) here\b.{0,20}|.{0,30}\bplaceholder\b.{0,30}",
            re.IGNORECASE,
        ),
        "comment",
        False,
    ),
)
DIRECTIVE = Pattern(
    r"^[ \t]*:{2,}[ ]?[A-Z]+(?:_[A-Z]+)+\b[^\n]*"
    r"|^[ \t]*(?::{1,4}[\w-]+|\{\{[<%]\s*[\w/-]+|\{%\s*\w+|<[A-Za-z]\w*|\[[a-z_-]+\b)[^\n]*?"
    r"[=:\"' ](?:TBD|TODO|TBC|XXX+|PLACEHOLDER|REPLACE_ME|FIXME)\b[^\n]*"
    r"|^[ \t]*\{\{[<%]\s*(?:TBD|TODO|PLACEHOLDER|FIXME)\b[^\n]*",
    re.MULTILINE,
)


def hidden_slots(post: Post) -> Iterator[Slot]:
    for place in said(post, COMMENT):
        words = (place["html"] or place["mdx"] or place["liquid"]).strip()
        for pattern, key, certain in SAYS:
            if pattern.fullmatch(words):
                yield Slot(Span(*place.span()), key, certain)
                break
    for place in said(post, DIRECTIVE):
        yield Slot(Span(*place.span()), "embed", True)
