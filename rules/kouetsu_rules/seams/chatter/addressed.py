"""Words to the readers or customers of a post: who uses them speaks to them, not to a model."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kouetsu.api import Finding, Pattern, Post, Severity, Span
from kouetsu_rules.shown import code_spans, within

READERS = (
    r"コメント|フォーム|メール|DM|フォロー|読者の(?:皆|み)|皆(?:様|さん|さま)"
    r"|みなさ[んま]|問い?合わせ"
    r"|電話|店頭|店舗|窓口|スタッフ|受付|講座|教室|料金|有料|お見積|円|注文|申し?込|会員"
    r"|弊社|当社|当店"
    r"|SNS|Twitter|LINE|インスタ|講師|担当"
)
REACHED = (
    r"コメント|(?:フォーム|メール|LINE|DM|SNS|Twitter|電話|窓口|店頭"
    r"|掲示板)(?:欄)?(?:など)?(?:で|から|にて|まで|へ|より|でも|に)"
    r"|読者の(?:皆|み)|皆(?:様|さん|さま)|みなさ[んま]|問い?合わせ|料金|有料|お見積|会員|申し?込"
    r"|弊社|当社|当店|講座|教室|担当|次回|来週|来月"
)
"""The same where the words may be the topic: an example with a form is none for readers."""
ENGLISH_READERS = (
    r"\bcomments?\b|\bsubscribe\b|\be-?mail\b|\bnewsletter\b|\bcontact\b|\bDM\b"
    r"|\btwitter\b|\bmastodon\b"
    r"|\bbelow\b|\bbugs?\b|\bmailing list\b|\bIRC\b|\bforum\b|\bdiscord\b|\bhttps?:"
)
# The page of somebody who writes to order.
ORDERS = Pattern(
    r"^(?:お?申し?込み|ご?(?:注文|予約|依頼)|納品)(?:の?(?:流れ|方法|手順)|について|から|$)"
)
SERVES = frozenset(("offer", "handed"))
# A box that readers open, with a caption that says whose words it holds; it ends as it began.
BOX = Pattern(
    r"^(?:(?P<colons>:{3,})[ ]?details"
    r"|(?P<tag><details\b))(?P<caption>[^\n]{0,200}(?:\n[ \t]*<summary>[^\n]{0,200})?)",
    re.MULTILINE,
)
SPEAKER = Pattern(
    r"ChatGPT|Claude|Gemini|Copilot|GPT|プロンプト|会話"
    r"|(?<![A-Za-z])(?:AI|LLM)[^\n]{0,8}(?:回答|返|答|出力|言)"
)


def meant(post: Post, place: Finding) -> Finding | None:
    """The finding, unless the words are the title's or shown in a box; a shop's are doubtful."""
    if within(place.span.start, post.derived(_captioned_boxes)):
        return None
    if place.message == "assent":
        words = post.text[slice(*place.span)].strip("。！!… 　")
        return None if words in post.title_text else place
    if place.message in SERVES and place.severity is None and post.derived(_takes_orders):
        return replace(place, severity=Severity.WARNING)
    return place


def _captioned_boxes(post: Post) -> tuple[Span, ...]:
    """The boxes whose caption says that they show a talk with a model."""
    text, code = post.text, post.derived(code_spans)
    boxes: list[Span] = []
    for box in BOX.finditer(text, post.body.start):
        inner = boxes and box.start() < boxes[-1].end
        if inner or within(box.start(), code) or not SPEAKER.search(box["caption"]):
            continue
        closing = r"</details>" if box["tag"] else rf"^{box['colons']}[ \t]*$"
        end = re.compile(closing, re.MULTILINE).search(text, box.end())
        boxes.append(Span(box.start(), end.start() if end is not None else len(text)))
    return tuple(boxes)


def _takes_orders(post: Post) -> bool:
    headings = (block.prose for block in post.blocks if block.kind == "heading")
    return any(prose is not None and ORDERS.search(prose.text) for prose in headings)
