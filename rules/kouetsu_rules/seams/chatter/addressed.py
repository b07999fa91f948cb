"""Words to the readers or customers of a post: who uses them speaks to them, not to a model."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kouetsu.api import Finding, Pattern, Post, Severity, Span

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
    r"|弊社|当社|当店|講座|教室|担当"
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
# A box that readers open, and a caption that says whose words it holds.
BOX = Pattern(r"^(?::{3,}[ ]?details|<details\b)[^\n]*(?:\n[ \t]*<summary>[^\n]*)?", re.MULTILINE)
BOX_ENDS = Pattern(r"^:{3,}[ \t]*$|</details>", re.MULTILINE)
SPEAKER = Pattern(
    r"ChatGPT|Claude|Gemini|Copilot|GPT|プロンプト|会話|(?<![A-Za-z])(?:AI|LLM)[^\n]{0,8}(?:回答|返|答|出力|言)"
)


def meant(post: Post, place: Finding) -> Finding | None:
    """The finding, unless the words are the title's, a shop's or shown in a box."""
    if _in_captioned_box(post, place.span.start):
        return None
    if place.message == "assent":
        words = post.text[slice(*place.span)].strip("。！!… 　")
        return None if words in post.title_text else place
    if place.message in SERVES and place.severity is None and post.derived(_takes_orders):
        return replace(place, severity=Severity.WARNING)
    return place


def _in_captioned_box(post: Post, at: int) -> bool:
    """Whether a box holds the place whose caption says that it shows a talk with a model."""
    opened = None
    for box in post.derived(_boxes):
        if box.start > at:
            break
        opened = box
    if opened is None or BOX_ENDS.search(post.text, opened.end, at) is not None:
        return False
    return SPEAKER.search(post.text, *opened) is not None


def _boxes(post: Post) -> tuple[Span, ...]:
    return tuple(Span(*place.span()) for place in BOX.finditer(post.text, post.body.start))


def _takes_orders(post: Post) -> bool:
    headings = (block.prose for block in post.blocks if block.kind == "heading")
    return any(prose is not None and ORDERS.search(prose.text) for prose in headings)
