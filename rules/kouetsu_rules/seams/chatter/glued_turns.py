"""The next turn of a dialogue, which a program glued to the answer before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Finding, Pattern, Post, Severity, Span
from kouetsu_rules.shown import said

# Behind a sentence or a word that it cuts, or as a line: what is asked of the one who writes. An
# order in Japanese ends the line as one: of a user, people tell what he does.
ORDER = (
    r"(?:(?i:(?:please|now|ok(?:ay)?|can you|could you)[, ]+(?=\w))*+"
    r"(?i:continue|go on|keep (?:going|writing|translating)|translate|rewrite|summari[sz]e"
    r"|finish|write|proceed)\b[^\n]*"
    r"|(?:続き?(?:を|けて)|(?:次|残り)(?:を|の)[^\n。]{0,12}(?:書|訳|翻訳|お願い))"
    r"(?:[^\n]*(?:(?<=[てで])|ください|下さい|お願いします)|(?<=[てを]))[。！]?[ \t]*$)"
)
TURN = Pattern(
    r"(?m:(?:(?P<glued>(?<=[ぁ-んァ-ヶー一-鿿々]))|(?<=[。、！？])|(?<=\n\n))"
    rf"(?:Human|User|Assistant|ユーザー)[:：][ ]?{ORDER})"
)
SPEAKER = Pattern(r"(?<![A-Za-z])(?:Human|User|Assistant|ユーザー)[ ]?[:：]")
SEVERAL = 2
# Another who speaks, or another part, beside it.
LABEL = Pattern(r"\W{0,3}[^\s:：。]{1,12}[:：]")
# The sentence before leads in what somebody asked.
LEADS = Pattern(
    r"(?:次の(?:よう|通り|とおり|言葉|一言|一文)|こう|載せ|残って|残し|頼[みんむ]|打[ちっつ]|入力|尋ね"
    r"|送[りっる])[^。]*[。：:]?\s*$"
)
FAR = 300


def glued_turns(post: Post) -> Iterator[Finding]:
    if not post.is_japanese or not post.may_hold(TURN):
        return
    # a post that shows a dialogue, or how one is written, names the speakers again
    if len([*islice(SPEAKER.finditer(post.text), SEVERAL)]) < SEVERAL:
        for place in said(post, TURN):
            span = Span(place.start(), place.start() + len(place.group().rstrip()))
            if place["glued"] is not None:
                yield Finding(span, "turn")
            elif not _shown(post, span):
                yield Finding(span, "turn", severity=Severity.WARNING)


def _shown(post: Post, span: Span) -> bool:
    """Whether the text leads to it, or the paragraph beside it has a label, too."""
    before = post.text[max(post.body.start, span.start - FAR) : span.start].rstrip()
    after = post.text[span.end : span.end + FAR].lstrip()
    above = before[before.rfind("\n\n") + 1 :].lstrip()
    beside = LABEL.match(above) or LABEL.match(after)
    return beside is not None or LEADS.search(before) is not None
