"""Talk outside of the paragraphs: in the front matter, headings, quotations and cells of tables.

A script puts each answer where the template wants it, and an answer may be that there was nothing
to answer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from kouetsu.api import Finding, Pattern, Post, Prose, Span
from kouetsu_rules.front_matter.fields.reading import entries, scalars
from kouetsu_rules.seams.chatter.brief_talk import BRIEF_TALK
from kouetsu_rules.seams.chatter.heard import SHOWN_TALK, of_the_trade
from kouetsu_rules.seams.chatter.unread import UNREAD
from kouetsu_rules.seams.chatter.voices import WINDOW, Chorus, stretches
from kouetsu_rules.shown import shows_code

CANNOT = Pattern(
    r"でき(?:ません|ない|ず|な|か)|不可能|困難|されて(?:い|お)|申し訳(?:あり|ござい)ません"
)
ENDS = Pattern(r"(?:ません|できない|できず|不可能|困難)[。）)]?$")
# What a line break within a cell parts stands by itself.
CELL = Pattern(r"(?:<br ?/?>)*(?P<said>(?:(?!<br)[^|\n]){8,})", re.IGNORECASE)
STOP = Pattern(r"(?<=[。！？])\s*")
LONGEST = 400


def label_talk(post: Post) -> Iterator[Finding]:
    """What is said where no paragraph is: of the source anywhere, of the brief in a summary."""
    if post.contains(CANNOT) and not post.derived(shows_code):
        yield from _unread(post)
    if not of_the_trade(post):
        for prose in post.texts:
            if prose.field is not None and prose.field != "title":
                yield from _in_sentences(BRIEF_TALK, prose)


def _unread(post: Post) -> Iterator[Finding]:
    """What says that there was nothing to write from."""
    shown = SHOWN_TALK.search(post.title_text) is not None
    for prose in post.texts:
        if prose.field is not None or prose.in_heading:
            for finding in _in_sentences(UNREAD, prose):
                if prose.field != "title":
                    yield finding
                elif ENDS.search(prose.text):
                    # a guide to such a trouble is called so, too, but its title goes on
                    yield replace(finding, severity=None)
    told = {prose.field for prose in post.texts}
    for entry in entries(post):
        if entry.key.text not in told:
            for scalar in scalars(entry.value):
                yield from _whole(UNREAD, scalar.text, scalar.content)
    for block in post.blocks:
        # a digest sets its summaries as quotations
        if block.in_quote and block.prose is not None and not shown:
            yield from _in_sentences(UNREAD, block.prose)
        for cell in CELL.finditer(post.text, *block.span) if block.kind == "table" else ():
            text = cell["said"].strip()
            start = cell.start("said") + cell["said"].index(text)
            yield from _in_cell(UNREAD, text, Span(start, start + len(text)))


def _whole(chorus: Chorus, text: str, span: Span) -> Iterator[Finding]:
    voice = chorus.speaker(text) if len(text) <= LONGEST else None
    if voice is not None:
        yield Finding(span, voice.key, severity=voice.severity)


def _in_cell(chorus: Chorus, text: str, span: Span) -> Iterator[Finding]:
    """The whole cell; where it is long, by one of its sentences or two that follow each other."""
    sentences = [text] if len(text) <= LONGEST else STOP.split(text)
    spoken = (finding for said in stretches(sentences) for finding in _whole(chorus, said, span))
    yield from islice(spoken, 1)


def _in_sentences(chorus: Chorus, prose: Prose) -> Iterator[Finding]:
    """One that says it all, or else two that follow each other."""
    sentences = prose.sentences
    for length in range(1, WINDOW + 1):
        found = [
            finding
            for at in range(len(sentences) - length + 1)
            for finding in _whole(
                chorus,
                prose.text[sentences[at].start : sentences[at + length - 1].end],
                sentences[at].span.joined(sentences[at + length - 1].span),
            )
        ]
        if found:
            yield from found
            return
