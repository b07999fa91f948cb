"""Talk outside of the paragraphs: in the front matter, headings, quotations and cells of tables.

A script puts each answer where the template wants it, and an answer may be that there was nothing
to answer to.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Span
from kouetsu_rules.front_matter.fields.reading import values
from kouetsu_rules.seams.chatter.brief_talk import BRIEF_TALK
from kouetsu_rules.seams.chatter.heard import SHOWN_TALK, of_the_trade
from kouetsu_rules.seams.chatter.unread import UNREAD
from kouetsu_rules.seams.chatter.voices import Chorus
from kouetsu_rules.shown import shows_code

CANNOT = Pattern(r"でき(?:ません|ない|ず|な|か)|不可能|困難|されて(?:い|お)")
CELL = Pattern(r"[^|\n]{8,200}")
LONGEST = 400
TOLD = ("description", "excerpt", "summary", "subtitle", "lead")


def label_talk(post: Post) -> Iterator[Finding]:
    if CANNOT.search(post.text) and not post.derived(shows_code):
        title = post.front_matter.scalar("title")
        for text, span in _labels(post):
            certain = title is not None and span == title.content
            yield from _spoken(UNREAD, text, span, certain=certain)
    if not of_the_trade(post):
        for scalar in filter(None, map(post.front_matter.scalar, TOLD)):
            yield from _spoken(BRIEF_TALK, scalar.text, scalar.content)


def _spoken(chorus: Chorus, text: str, span: Span, *, certain: bool = False) -> Iterator[Finding]:
    voice = chorus.speaker(text) if len(text) <= LONGEST else None
    if voice is not None:
        yield Finding(span, voice.key, severity=None if certain else voice.severity)


def _labels(post: Post) -> Iterator[tuple[str, Span]]:
    for scalar in values(post):
        yield scalar.text, scalar.content
    shown = SHOWN_TALK.search(post.title_text) is not None
    for block in post.blocks:
        prose = block.prose
        # a digest sets its summaries as quotations
        if prose is not None and (prose.in_heading or (block.in_quote and not shown)):
            yield prose.text, prose.whole
        for place in CELL.finditer(post.text, *block.span) if block.kind == "table" else ():
            text = place.group()
            start = place.start() + len(text) - len(text.lstrip())
            yield text.strip(), Span(start, start + len(text.strip()))
