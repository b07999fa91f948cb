"""What a model says behind its answer, where the fence that closed the answer opens a new block.

A script took the text out of its fence and left the end of it: what follows shows as code.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Span
from kouetsu_rules.seams.chatter.deliveries import DELIVERIES
from kouetsu_rules.seams.chatter.edges import says
from kouetsu_rules.seams.chatter.patterns import DONE, HANDED, OFFER, PREFACE
from kouetsu_rules.seams.chatter.voices import stretches
from kouetsu_rules.seams.wrapping.fences import FENCE, closed

# A bare fence, a blank line or a rule below it, and the first paragraph behind them.
BEHIND = Pattern(
    r"(?:`{3,}|~{3,})[ \t]*\n(?:[ \t]*\n)+(?:---+[ \t]*\n\s*)?"
    r"(?P<told>[^\s`#>|*-][^\n]*(?:\n[^\n]+)*)"
)
STOP = Pattern(r"(?<=[。！？：:])[ ]?")
FAR = 600
"""So much of the first paragraph is read."""
SAID = ((HANDED, "handed"), (OFFER, "offer"), (DONE, "report"), (PREFACE, "preface"))


def talk_behind_fence(post: Post) -> Iterator[Finding]:
    """The talk in a last block of code that has no language."""
    last = post.blocks[-1] if post.blocks else None
    if last is None or last.kind != "code" or last.parents:
        return
    told = BEHIND.match(post.text, *last.span)
    opening = FENCE.match(post.text, *last.span)
    if told is None or opening is None or closed(post, last, opening):
        return
    key = _key(told["told"][:FAR])
    if key:
        yield Finding(Span(*told.span("told")), key)


def _key(text: str) -> str:
    """What kind of talk a paragraph is, by a sentence or two that follow each other."""
    for said in stretches([*filter(None, STOP.split(text))]):
        voice = DELIVERIES.speaker(said)
        if voice is not None:
            return voice.key
        for pattern, key in SAID:
            if says(said, pattern):
                return key
    return ""
