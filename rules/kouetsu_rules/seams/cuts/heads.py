"""Where prose begins in the middle of a sentence, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post
from kouetsu_rules.letters import has_japanese, is_katakana
from kouetsu_rules.seams.cuts.connections import (
    STOP,
    Head,
    closes_bracket,
    connection,
    joined,
    restart,
)
from kouetsu_rules.seams.cuts.endings import DOTS, beginning, crosses
from kouetsu_rules.seams.cuts.tails import Cut, copied, cuts
from kouetsu_rules.seams.cuts.undamaged import CONSUMERS
from kouetsu_rules.seams.markers.segments import (
    CLOSED,
    Index,
    Segment,
    Segments,
    segments,
)

KEY = 16
LEAST_COPY = 6
LEAST_REST = 10
"""A shorter sentence ends another by chance."""
LONG = 30
"""So much of the sentence before is not said again by chance."""
LED = 12
"""So much before a comma is more than a conjunction."""
SHOWN = 24
"""How much of the head is reported."""
COMMAS = frozenset("、，")
WHOLE = frozenset("\n 。！？!?「『（(：:」』）)・…——―")
"""Before a whole sentence one of these stands."""
BOUNDARY = WHOLE | COMMAS
# A compound cut in two: both halves are of kanji or katakana.
FIRST_WORD = Pattern(r"[^\W\d_a-zA-Zぁ-ヿ]{2,6}(?=[ぁ-ん])|[ァ-ヺー]{3,12}")
TAIL_COMPOUND = Pattern(r"[^\W\d_a-zA-Zぁ-ゟ]{3,8}$")
KATAKANA = Pattern(r"[ァ-ヺー]+")
KATAKANA_END = Pattern(r"[ァ-ヺー]$")
# A short topic, with no other part of a sentence before it.
TOPIC = Pattern(r"[^。、，はがをにへとでも\n]{0,15}[^\W\d_ぁ-ゟ]は(?![あな])")
OBJECT = Pattern(r"を(?![、。」』])")
# Talk begins so: と、いうわけで. ん？
TALK = Pattern(r"[とでんてー、]")


class _Place(Struct, frozen=True):
    """A segment with what is known of the text around it."""

    segment: Segment
    before: Segment | None
    cut: Cut | None
    index: Index
    damaged: bool

    @property
    def sure(self) -> bool:
        """Whether a cut or a marker stands right before it."""
        return self.cut is not None or self.segment.marked


class Orphan(Struct, frozen=True):
    """A head that belongs to a sentence begun elsewhere."""

    segment: Segment
    end: int
    evidence: str
    cut: Cut | None


def orphans(post: Post) -> tuple[Orphan, ...]:
    """The orphaned heads of a post, in order."""
    known = post.derived(segments)
    damaged = known.marked or post.derived(copied)
    tails = {cut.segment: cut for cut in post.derived(cuts)}
    found: list[Orphan] = []
    for segment in known.items:
        before = segment.preceding
        cut = tails.get(before) if before is not None else None
        evidence = _evidence(_Place(segment, before, cut, known.index, damaged))
        if evidence:
            found.append(Orphan(segment, _shown(segment), evidence, cut))
    found += _mended(known, found)
    return tuple(sorted((*found, *_copies(known, found)), key=lambda orphan: orphan.segment.at))


def _copies(known: Segments, found: list[Orphan]) -> Iterator[Orphan]:
    """The blocks that begin with the same words as an orphan, wherever they stand."""
    taken = {orphan.segment for orphan in found}
    heads = {_sentence(orphan.segment) for orphan in found if _by_itself(orphan)}
    heads = {head for head in heads if len(head) >= LEAST_COPY}
    for segment in known.items if heads else ():
        if segment in taken or segment.headline or _sentence(segment) not in heads:
            continue
        # What goes on behind code or a list is no copy of it.
        if segment.preceding is None or segment.preceding.following not in CONSUMERS:
            yield Orphan(segment, _shown(segment), "copy", None)


def _mended(known: Segments, found: list[Orphan]) -> Iterator[Orphan]:
    """The heads after a marker that stand in the middle of a sentence which a cut parted in two."""
    taken = {orphan.segment for orphan in found}
    whole = Index(
        "\n".join(
            "".join(orphan.cut.segment.fragment.split()) + _sentence(orphan.segment)
            for orphan in found
            if orphan.cut is not None and orphan.evidence == "joined"
        )
    )
    for segment in known.items if whole.text else ():
        if not segment.marked or segment in taken or segment.headline:
            continue
        if _in_mid_sentence(segment, whole, BOUNDARY):
            yield Orphan(segment, _shown(segment), "elsewhere", None)


def _by_itself(orphan: Orphan) -> bool:
    """Whether the head lacks its beginning wherever it stands.

    What begins a phrase again may be a whole sentence elsewhere.
    """
    head = Head(orphan.segment)
    if orphan.evidence == "restart":
        return head.subjectless and not head.fresh
    return head.subjectless or not head.fresh


def _sentence(segment: Segment) -> str:
    """The first sentence with its end."""
    stop = STOP.search(segment.flat)
    return segment.flat[: stop.end() if stop else len(segment.flat)]


def _evidence(place: _Place) -> str:
    """How we know that the beginning is missing; empty where we don't."""
    segment, before = place.segment, place.before
    if segment.headline or not has_japanese(segment.text[:40]):
        return ""
    evidence = _hanging(place) or _continuing(place)
    if evidence:
        return evidence
    grammar = connection(before, segment, place.index) if place.cut and before else ""
    if grammar and grammar != "follows":
        return grammar
    if segment.marked and closes_bracket(segment):
        return "bracket"
    return _elsewhere(place) or grammar


def _hanging(place: _Place) -> str:
    """Dots or a particle at the very beginning."""
    segment = place.segment
    head = beginning(segment)
    if head == "dots" and (place.sure or (place.damaged and _again(segment, place.index))):
        return "dots"
    if head != "open":
        return ""
    talk = TALK.match(segment.text) is not None
    if place.sure or (place.damaged and _parted(place.before) and not talk):
        return "particle"
    return "object" if _lost_object(place) else ""


def _lost_object(place: _Place) -> bool:
    """Whether a paragraph begins with を behind one that is whole: nothing there can be taken up.

    Behind code, a formula, a heading or a link the author means what stands above.
    """
    segment, before = place.segment, place.before
    own = (
        segment.block.kind == "paragraph"
        and OBJECT.match(segment.text) is not None
        and segment.text[1:2] not in COMMAS
    )
    whole = before is not None and before.following == "paragraph" and before.closed
    return own and whole and not segment.block.in_list and not _around_list(segment)


def _around_list(segment: Segment) -> bool:
    """Whether a sentence that a list stands in goes on: 必要なのは、 / - 塩 / を混ぜたもの。"""
    before = segment.preceding
    if before is None or not before.block.in_list:
        return False
    while before is not None and before.block.in_list:
        before = before.preceding
    return before is not None and before.text[-1:] in COMMAS


def _continuing(place: _Place) -> str:
    """The cut end before it begun again from its middle, or going on."""
    segment, before, index = place.segment, place.before, place.index
    if place.cut is None or before is None:
        return ""
    again = restart(before, segment)
    if again:
        left_out = _flat_fragment(before)[:-again]
        return "restart" if left_out and not _told_whole(segment, left_out) else ""
    whole = joined(before, segment, index) or crosses(before, segment)
    parted = _word_joined(before, segment, index) or _half_word(before, segment, index)
    if whole or parted:
        return "joined"
    return "elsewhere" if _told_before(before, segment, index) else ""


def _told_before(before: Segment, segment: Segment, index: Index) -> bool:
    """Whether a long sentence of the cut block stands here again without what led it in."""
    sentence = _sentence(segment)
    if len(sentence) < LONG or not Head(segment).subjectless:
        return False
    at = before.flat.find(sentence)
    return at > 0 and before.flat[at - 1] in COMMAS and _led(index, before.at + at)


def _told_whole(segment: Segment, left_out: str) -> bool:
    """Whether what is said again has its own topic, and only a clause before it is left out."""
    if not left_out.endswith(tuple(COMMAS)) or TOPIC.match(segment.flat) is None:
        return False
    return Head(segment).statement


def _elsewhere(place: _Place) -> str:
    """The same words within a sentence elsewhere in a damaged post."""
    segment, index = place.segment, place.index
    if not place.damaged:
        return ""
    if _rest(segment, place.before, index, place.sure):
        return "elsewhere"
    if segment.block.in_list:
        return ""
    return "elsewhere" if _in_mid_sentence(segment, index, BOUNDARY if place.sure else None) else ""


def _rest(segment: Segment, before: Segment | None, index: Index, sure: bool) -> bool:
    """Whether all of the first sentence is the end of a longer one elsewhere."""
    sentence = _sentence(segment)
    if len(sentence) < LEAST_REST or not CLOSED.search(sentence):
        return False
    places = [at for at in index.places(sentence) if at != segment.at]
    # Most are whole sentences there, too.
    places = [at for at in places if index.before(at) not in WHOLE]
    head = Head(segment) if places else None
    if head is None or not head.statement or head.fresh:
        return False
    for at in places:
        if index.before(at) not in COMMAS:
            if sure:
                return True
        else:
            if before is not None and before.at + len(before.flat) == at + len(sentence):
                return head.subjectless
            if sure and head.topicless and _led(index, at):
                return True
    return False


def _led(index: Index, at: int) -> bool:
    """Whether more than a conjunction stands before the comma."""
    return len(STOP.split(index.text[max(0, at - 80) : at])[-1]) >= LED


def _again(segment: Segment, index: Index) -> bool:
    """Whether what follows the dots stands elsewhere: dots alone are a way to talk."""
    dots = DOTS.match(segment.flat)
    start = dots.end() if dots else 0
    key = segment.flat[start : start + KEY]
    return any(at != segment.at + start for at in index.places(key))


def _flat_fragment(segment: Segment) -> str:
    return "".join(segment.fragment.split()).lstrip("「『（(…")


def _word_joined(before: Segment, segment: Segment, index: Index) -> bool:
    """Whether the last words and the next one make a compound that stands elsewhere."""
    word = FIRST_WORD.match(segment.text)
    tail = TAIL_COMPOUND.search(before.text)
    if word is None or tail is None:
        return False
    return bool(index.places(tail.group() + word.group()))


def _half_word(before: Segment, segment: Segment, index: Index) -> bool:
    """Whether both stop within katakana, and the second is but the end of words elsewhere."""
    word = KATAKANA.match(segment.text)
    if word is None or KATAKANA_END.search(before.text) is None:
        return False
    places = [at for at in index.places(word.group()) if at != segment.at]
    return bool(places) and all(is_katakana(index.before(at)) for at in places)


def _parted(before: Segment | None) -> bool:
    """Whether what stands before is prose; after code or a picture a particle is well."""
    if before is None or before.block.in_list or not before.closed:
        return False
    return before.following in ("paragraph", "heading", "rule")


def _in_mid_sentence(segment: Segment, index: Index, boundary: frozenset[str] | None) -> bool:
    """Whether the head stands elsewhere in the middle of a sentence.

    Without a cut or marker before it, only where a verb follows its particle there: a sentence
    may well begin with a noun phrase that stands within another.
    """
    if boundary is None and not _predicate(segment.text):
        return False
    stop = STOP.search(segment.flat)
    sentence = segment.flat[: stop.start() if stop else len(segment.flat)]
    if len(sentence) < KEY:
        return False
    befores = [index.before(at) for at in index.places(sentence[: KEY + 8]) if at != segment.at]
    if boundary is None:
        return any(before in "をにが" for before in befores)
    return any(before not in boundary for before in befores) and not Head(segment).fresh


def _predicate(text: str) -> bool:
    """Whether it begins with one or two kanji and a hiragana, as verbs do."""
    if not "㐀" <= text[:1] <= "鿿":
        return False
    return "ぁ" <= text[1:2] <= "ん" or ("㐀" <= text[1:2] <= "鿿" and "ぁ" <= text[2:3] <= "ん")


def _shown(segment: Segment) -> int:
    """The end of the first clause, at most so far."""
    text = segment.prose.text
    end = min(segment.end, segment.start + SHOWN)
    newline = text.find("\n", segment.start, end)
    return newline if newline > segment.start else end
