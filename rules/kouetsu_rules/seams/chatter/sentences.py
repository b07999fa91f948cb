"""What a stretch of prose says to the other side of a talk, by its words and its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from kouetsu.api import Finding, Sentence, Severity
from kouetsu_rules.quoting import REPORTED, unquoted
from kouetsu_rules.seams.chatter import english_talk
from kouetsu_rules.seams.chatter.edges import at_ends, says
from kouetsu_rules.seams.chatter.following import answered, reports
from kouetsu_rules.seams.chatter.patterns import (
    APOLOGY,
    ASSENT,
    AT_EDGE,
    DECLINED,
    GLADLY,
    GOES_ON,
    HANDOVER,
    LEAVE,
    MANUSCRIPT,
    NOT_FOUND,
    OFFER,
    PREFACE,
    REFUSAL,
    SAID_SO,
    UNFOUND,
)
from kouetsu_rules.seams.chatter.remarks import material_in
from kouetsu_rules.seams.markers.segments import Segment

WEAK = {
    "wished": "handed",
    "begins": "preface",
    "done": "report",
    "being": "self",
    "unfound": "refusal",
    "more": "offer",
}
"""What authors, or lessons in publishing, say as well, and what it is called."""
GRAVEST = (
    *("refusal", "self", "handed", "preface", "report", "leave", "offer", "assent"),
    *("wished", "being", "unfound", "more", "begins", "done"),
)
"""What a run of such sentences is named for."""
CERTAIN = 2
"""So many sentences of that kind together are no lesson."""
SHOWN = ("quote", "code")
"""What holds a text that is shown."""


class Place(Struct, frozen=True):
    """Where a stretch of prose stands: near an end or a seam, at the very beginning or end."""

    edge: bool
    opens: bool
    closes: bool
    japanese: bool
    manual: bool


def talk_in(segment: Segment, place: Place) -> Iterator[Finding]:
    """What is said in one go is one finding, by its gravest sentence."""
    run: list[tuple[Sentence, str]] = []
    sentences = segment.prose.sentences
    first = bisect_left(sentences, segment.start, key=lambda sentence: sentence.start)
    for number in range(first, len(sentences)):
        sentence = sentences[number]
        if sentence.end > segment.end:
            break
        following = sentences[number + 1].text if number + 1 < len(sentences) else ""
        key = _key(segment, sentence, following, place)
        if not key and place.opens and (run or number == first) and HANDOVER.search(sentence.text):
            # a manuscript is shown in a quotation, an example in code
            shown = segment.following in SHOWN
            key = "" if shown else "begins" if MANUSCRIPT.search(sentence.text) else "preface"
        if not key and run and run[-1][1] == "assent" and english_talk.GOES_ON.match(sentence.text):
            key = "assent"
        if key:
            run.append((sentence, key))
            continue
        yield from _joined(run)
        run = []
        yield from material_in(sentence)
    yield from _joined(run)


def _joined(run: Sequence[tuple[Sentence, str]]) -> Iterator[Finding]:
    if run:
        key = min((key for _, key in run), key=GRAVEST.index)
        severity = Severity.WARNING if key in WEAK and len(run) < CERTAIN else None
        yield Finding(run[0][0].span.joined(run[-1][0].span), WEAK.get(key, key), severity=severity)


def _key(segment: Segment, sentence: Sentence, following: str, place: Place) -> str:
    text = unquoted(sentence.text) if REPORTED.search(sentence.text) else sentence.text
    if place.edge and sentence.start == segment.start and _assents(text, following, place):
        return "assent"
    if place.edge and not segment.headline and says(text, LEAVE):
        return "" if answered(segment, following) else "leave"
    if reports(segment, text):
        return "report"
    return _at_edge(text, place) if place.edge else ""


def _assents(text: str, following: str, place: Place) -> bool:
    if english_talk.assents(text, following, place.japanese):
        return True
    if GLADLY.match(text):
        return GOES_ON.match(following) is not None
    return ASSENT.match(text) is not None and not SAID_SO.match(following)


def _at_edge(text: str, place: Place) -> str:
    if PREFACE.search(text):
        return "preface"
    if APOLOGY.match(text) and any(
        each.search(text) for each in (REFUSAL, NOT_FOUND, UNFOUND, OFFER, DECLINED)
    ):
        return "refusal"
    for pattern, key in AT_EDGE:
        if place.manual and key in WEAK:
            continue
        if says(text, pattern):
            return key
    outermost = "" if place.manual else at_ends(text, opens=place.opens, closes=place.closes)
    return outermost or english_talk.key_of(text, place.japanese)
