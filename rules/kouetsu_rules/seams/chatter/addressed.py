"""Words that address the readers of a post: who uses them speaks to them, not to a model."""

from __future__ import annotations

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
