"""Offers in brackets beside what they offer, in a sentence or in the head of a table."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Severity, Span
from kouetsu_rules.shown import said

# What can be added if need be belongs to the matter: what is shown or explained is a talk's.
OFFERED = Pattern(
    r"[（(［\[](?:必要(?:であれば|でしたら|なら)|ご?(?:希望|要望)(?:が)?(?:であれば|でしたら"
    r"|なら|あれば|に応じて))、?"
    r"[^。（(\n]{0,16}(?:共有|提示|ご?提供|お見せ|お渡し|詳述|深掘り|ご?案内|ご?紹介|解説"
    r"|説明)(?:する(?:こと)?)?(?:も|が|は)?"
    r"(?:可能?(?:です)?|でき(?:ます)?|します|いたします)[。！]?[）)］\]]"
)


def bracket_offers(post: Post) -> Iterator[Finding]:
    if post.may_hold(OFFERED):
        for place in said(post, OFFERED):
            yield Finding(Span(*place.span()), "offer", severity=Severity.WARNING)
