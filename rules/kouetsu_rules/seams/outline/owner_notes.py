"""Notes of the plan that speak to its maker: how a post is to earn, and which part is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Severity
from kouetsu_rules.places import matches

EARNING = Pattern(
    r"^(?:収益化|マネタイズ|アフィリエイト)(?:の?ポイント|案|導線|の?方法)[ ]?[:：][^\n]*"
    r"(?:アフィリエイト|リンク|導線)[^\n]*$",
    re.MULTILINE,
)
# Who writes on earning tells readers how it is done.
OF_EARNING = Pattern(r"収益|収入|アフィリエイト|マネタイズ|副業|稼|ブログ運営|ビジネス")
# The outline's number of a section, to which readers are led: （H2-7で詳述）.
CODE = Pattern(
    r"[（(](?:[^（）()\n]{0,12}[ 、])?H[2-4]-\d{1,2}(?:[・、,][ ]?H[2-4]-\d{1,2}){0,4}"
    r"(?P<led>(?:[でにを]?(?:後述|詳述|解説|説明|参照)))?[）)]"
)
SEVERAL = 2


def owner_notes(post: Post) -> Iterator[Finding]:
    if not OF_EARNING.search(post.title_text):
        notes = [prose.span(*place.span()) for prose, place in matches(post, EARNING)]
        if len(notes) >= SEVERAL:
            yield from (Finding(span, "owner") for span in notes)
    codes = list(matches(post, CODE))
    if len(codes) >= SEVERAL and any(place["led"] for _, place in codes):
        for prose, place in codes:
            yield Finding(prose.span(*place.span()), "code", severity=Severity.WARNING)
