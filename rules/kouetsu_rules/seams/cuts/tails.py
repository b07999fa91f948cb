"""Where prose was cut: segments whose last sentence stops before its end, with the evidence."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import MarkKind, Pattern, Post
from kouetsu_rules.letters import has_japanese
from kouetsu_rules.seams.cuts.bold_labels import says_less, stops_in_label
from kouetsu_rules.seams.cuts.connections import LATIN_WORD, joined, restart
from kouetsu_rules.seams.cuts.endings import (
    Ending,
    beginning,
    crosses,
    ending,
    trimmed,
)
from kouetsu_rules.seams.cuts.examples import stops_at_example
from kouetsu_rules.seams.cuts.undamaged import (
    CONSUMERS,
    KEY,
    LAST,
    LEADING,
    LONG,
    WEAK,
    before_display,
    without_damage,
)
from kouetsu_rules.seams.markers.segments import (
    CLOSED,
    Index,
    Segment,
    Segments,
    segments,
)

LINKED: tuple[MarkKind, ...] = ("link", "image", "code", "opaque", "html", "footnote")
SILENT_END = Pattern(
    r"[:：♪☆★→↓⇒wｗ〜～~✨;；]$|[\U0001F000-\U0001FAFF☀-➿️]$|(?:\(笑\)|（笑）|笑)$"
)
SURE = frozenset(("marker", "continued", "resumed", "end", "comma", "open", "example", "label"))
"""Evidence that needs no other cut beside it."""
SCRAP = 6
"""A line of so few characters that ends in an adverb or a particle is no headline."""
LEAST_KEY = 9
CLAUSE = 16
"""A last clause of so many characters stands nowhere else by chance."""
TITLE_START = 24
LONGEST_TITLE = 90
BRACKETED = Pattern(r"[（(【\[〔].*[）)】\]〕]", re.DOTALL)
COMMAS = ("、", "，", ",")
# Copies make a post damaged from this share and length on: 2 of 339 clean posts have so many.
FAMILY_SHARE = 0.05
FAMILY_CHARACTERS = 250
# No post by people repeats so much of itself: the largest of 375 is 900 characters.
MOSTLY = 0.1
MOST_CHARACTERS = 1000


class Cut(Struct, frozen=True):
    """A cut tail: where its fragment begins in the prose, and how we know."""

    segment: Segment
    start: int
    evidence: str


def cuts(post: Post) -> tuple[Cut, ...]:
    """The cut tails of a post, in order."""
    known = post.derived(segments)
    items = known.items
    if not items:
        return ()
    damaged = known.marked or post.derived(copied)
    titles = Titles(post, items[0])
    found: list[Cut] = []
    for segment in items:
        evidence = _evidence(segment, known, damaged, titles)
        if evidence:
            found.append(Cut(segment, segment.last, evidence))
    # Cuts come in families: what a noun or a particle at the end may be is decided by the others.
    again, total = post.derived(repeated)
    proofs = SURE - {"open", "example", "label"}
    sure = known.marked or any(cut.evidence in proofs for cut in found)
    sure = sure or (again >= MOST_CHARACTERS and again >= MOSTLY * total)
    return tuple(
        replace(cut, evidence="unfinished") if sure and cut.evidence in (WEAK, LAST) else cut
        for cut in found
        if sure or cut.evidence in SURE or cut.evidence == LAST
    )


class Titles:
    """The headlines of the whole post, which stand in it as plain lines and again in copies."""

    def __init__(self, post: Post, first: Segment) -> None:
        title = post.title_text
        self._starts = {text[:TITLE_START] for text in (first.flat, title) if len(text) >= 6}
        self._first = first

    def has(self, segment: Segment) -> bool:
        flat = segment.flat
        if len(flat) > LONGEST_TITLE or segment.next is None:
            return False
        return segment is self._first or flat[:TITLE_START] in self._starts


def copied(post: Post) -> bool:
    """Whether enough of the post stands in it twice: cuts and copies come together."""
    again, total = post.derived(repeated)
    return again >= FAMILY_CHARACTERS and again >= FAMILY_SHARE * total


def repeated(post: Post) -> tuple[int, int]:
    """How many characters of sentences stand in the post again, and how many it has in all.

    Each sentence counts once: people repeat one warning ten times, generators ten paragraphs once.
    """
    items = post.derived(segments).items
    counts = Counter(
        sentence for item in items for sentence in item.flat.split("。") if len(sentence) >= 25
    )
    again = sum(len(text) for text, count in counts.items() if count > 1)
    return again, sum(len(item.flat) for item in items)


def _evidence(segment: Segment, known: Segments, damaged: bool, titles: Titles) -> str:
    """How we know that the last sentence was cut; empty where we don't."""
    said = _by_words(segment, known, damaged, titles)
    # who writes by hand may forget the second half of the stars
    if not said and stops_in_label(segment) and (damaged or says_less(segment)):
        return "label"
    return said


def _by_words(segment: Segment, known: Segments, damaged: bool, titles: Titles) -> str:
    if segment.following != "marker" and stops_at_example(segment):
        return "example"
    if _sound_end(segment):
        return ""
    several = segment.last > segment.start
    if segment.following == "marker":
        return "marker" if _cut_at_marker(segment, ending(segment), several) else ""
    if segment.headline and not (several and segment.underlined):
        return ""
    if titles.has(segment) or BRACKETED.fullmatch(segment.text):
        return ""
    if not damaged:
        return without_damage(segment, known)
    kind = ending(segment)
    grown = several or len(segment.fragment) >= LONG
    led = segment.following in CONSUMERS or before_display(segment)
    if led and (kind in ("open", "soft") or not grown):
        return ""
    if segment.block.in_list and not grown and kind != "open":
        return ""
    if _continued(segment, known.index, several):
        return "continued"
    if led:
        return ""
    if _resumed(segment, known.index, kind):
        return "resumed"
    if segment.block.in_list:
        return "" if _among_its_like(segment) else _in_list(segment, kind, several)
    return _in_paragraph(segment, known, kind, grown)


def _among_its_like(segment: Segment) -> bool:
    """Whether an item beside it ends in a comma, too: so this list is written."""
    neighbours = (segment.preceding, segment.next)
    return segment.text.endswith(COMMAS) and any(
        item is not None and item.block.in_list and item.text.endswith(COMMAS)
        for item in neighbours
    )


def _in_list(segment: Segment, kind: Ending, several: bool) -> str:
    """Items are often no sentences: a short one is cut only where nothing ends so."""
    if not several:
        return "open" if kind == "open" and len(segment.text) >= LONG / 2 else ""
    if kind in ("open", "soft"):
        return "open"
    return WEAK if kind == "final" or not segment.text.endswith(("）", ")")) else ""


def _in_paragraph(segment: Segment, known: Segments, kind: Ending, grown: bool) -> str:
    """A line that ends in a noun is a headline that nobody marked; a long one is none."""
    if kind == "open" or (kind == "soft" and grown):
        return "open"
    if kind != "final" and segment.text.endswith(("）", ")")):
        return ""
    if grown:
        return "unfinished"
    if kind == "noun" and LEADING.match(segment.text):
        return "unfinished"
    if kind == "soft" and len(segment.text) <= SCRAP:
        return "short"
    return "short" if kind != "noun" and _plain_among_headlines(segment, known) else ""


def _plain_among_headlines(segment: Segment, known: Segments) -> bool:
    """Whether the post marks its headlines, so that a short plain line is none."""
    return known.headlines >= 3 and segment.following == "paragraph" and "、" in segment.text


def _sound_end(segment: Segment) -> bool:
    """Whether it ends as a sentence, a lead-in, a link, a smile or a word of another script."""
    if segment.closed:
        return True
    text = trimmed(segment.text)
    if CLOSED.search(text):
        return True
    if not has_japanese(segment.text):
        # The first word of a sentence may be all that is left before a marker.
        return segment.following != "marker" or LATIN_WORD.fullmatch(text) is None
    if SILENT_END.search(text) and segment.following != "marker":
        return True
    at = segment.start + len(text)
    for mark in segment.marks.before(at):
        if mark.kind in LINKED and mark.start < at <= mark.end + 1 and mark.end > mark.start:
            return True
    if segment.following == "marker":
        return False
    return not has_japanese(segment.fragment)


def _cut_at_marker(segment: Segment, kind: Ending, several: bool) -> bool:
    if segment.headline:
        return (
            (several and segment.underlined)
            or kind == "open"
            or (kind == "soft" and segment.text.endswith("の"))
        )
    before = segment.preceding
    listed = segment.block.in_list and before is not None and before.block.in_list
    if listed and before is not None and kind in ("noun", "soft", "final") and not several:
        return before.closed
    return True


def _continued(segment: Segment, index: Index, several: bool) -> bool:
    """Whether the end of the text stands elsewhere with more of its sentence after it."""
    tail = trimmed(segment.flat)
    if len(tail) < LEAST_KEY:
        return False
    key = tail[-KEY:] if several or len(tail) < LONG else tail[-2 * KEY :]
    if not several:
        # A short line that is all there is may be a title: all of it has to stand elsewhere.
        clause = tail.rpartition("、")[2]
        key = tail if len(tail) < LONG else clause if CLAUSE <= len(clause) < len(key) else key
    own = segment.at + len(tail) - len(key)
    for at in index.places(key):
        after = index.after(at + len(key))
        if at != own and after not in "\n。！？!?」』）)":
            return True
    return False


def _resumed(segment: Segment, index: Index, kind: Ending) -> bool:
    """Whether the next segment goes on with the sentence, or begins it again."""
    following = segment.next
    if following is None or following.headline:
        return False
    if restart(segment, following) or joined(segment, following, index):
        return True
    if segment.block.in_list or following.block.in_list:
        return False
    if beginning(following) != "fresh":
        return True
    return kind in ("noun", "none") and crosses(segment, following)
