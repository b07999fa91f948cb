"""The next turn of a dialogue, which a program glued to the answer before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Finding, Pattern, Post, Span
from kouetsu_rules.shown import said

# Behind a sentence or a word that it cuts, or as a line: what is asked of the one who writes.
ORDER = (
    r"(?:(?i:(?:please|now|ok(?:ay)?|can you|could you)[, ]+(?=\w))*+"
    r"(?i:continue|go on|keep (?:going|writing|translating)|translate|rewrite|summari[sz]e"
    r"|finish|write|proceed)\b|続き?(?:を|けて)|(?:次|残り)(?:を|の)[^\n。]{0,12}(?:書|訳|翻訳|お願い))"
)
TURN = Pattern(
    r"(?:(?<=[ぁ-んァ-ヶー一-鿿々。、！？])|(?<=\n\n))"
    rf"(?:Human|User|Assistant|ユーザー)[:：][ ]?{ORDER}[^\n]*"
)
SPEAKER = Pattern(r"(?<![A-Za-z])(?:Human|User|Assistant|ユーザー)[ ]?[:：]")
SEVERAL = 2


def glued_turns(post: Post) -> Iterator[Finding]:
    if not post.is_japanese or not post.may_hold(TURN):
        return
    # a post that shows a dialogue, or how one is written, names the speakers again
    if len([*islice(SPEAKER.finditer(post.text), SEVERAL)]) < SEVERAL:
        for place in said(post, TURN):
            yield Finding(Span(place.start(), place.start() + len(place.group().rstrip())), "turn")
