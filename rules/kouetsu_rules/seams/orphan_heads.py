"""Where prose begins in the middle of a sentence, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kouetsu.api import Pattern, Post
from kouetsu_rules.seams.connections import Head, closes_bracket, connection
from kouetsu_rules.seams.cut_tails import CONSUMERS, Cut, copied, cuts, joined, restart
from kouetsu_rules.seams.endings import DOTS, beginning, crosses
from kouetsu_rules.seams.segments import CLOSED, Index, Segment, Segments, has_japanese, segments

KEY = 16
LEAST_COPY = 6
LEAST_REST = 10
"""A shorter sentence ends another by chance."""
LED = 12
"""So much before a comma is more than a conjunction."""
SHOWN = 24
"""How much of the head is reported."""
STOP = Pattern(r"[。！？!?\n]")
BOUNDARY = frozenset("\n 。！？!?、，「『（(：:」』）)・…——―")
# A compound cut in two: both halves are of kanji or katakana.
FIRST_WORD = Pattern(r"[㐀-鿿]{2,6}(?=[ぁ-ん])|[ァ-ヺー]{3,12}")
TAIL_COMPOUND = Pattern(r"[㐀-鿿ァ-ヺー]{3,8}$")
# Talk begins so: と、いうわけで. ん？
TALK = Pattern(r"[とでんてー、]")


class Orphan(NamedTuple):
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
        evidence = _evidence(segment, before, cut, known.index, damaged)
        if evidence:
            found.append(Orphan(segment, _shown(segment), evidence, cut))
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


def _by_itself(orphan: Orphan) -> bool:
    """Whether the head lacks its beginning wherever it stands.

    What begins a phrase again may be a whole sentence elsewhere.
    """
    head = Head(orphan.segment)
    return not head.fresh and (orphan.evidence != "restart" or head.subjectless)


def _sentence(segment: Segment) -> str:
    """The first sentence with its end."""
    stop = STOP.search(segment.flat)
    return segment.flat[: stop.end() if stop else len(segment.flat)]


def _evidence(
    segment: Segment, before: Segment | None, cut: Cut | None, index: Index, damaged: bool
) -> str:
    if segment.headline or not has_japanese(segment.text[:40]):
        return ""
    head = beginning(segment)
    near = cut is not None and before is not None
    if head == "dots" and (near or segment.marked or (damaged and _again(segment, index))):
        return "dots"
    if head == "open" and (near or segment.marked):
        return "particle"
    if head == "open" and damaged and _parted(before) and not TALK.match(segment.text):
        return "particle"
    if near and before is not None:
        again = restart(before, segment)
        if again and again < len(_flat_fragment(before)):
            return "restart"
        if not again and (joined(before, segment, index) or crosses(before, segment)):
            return "joined"
        if not again and _word_joined(before, segment, index):
            return "joined"
    grammar = connection(before, segment, index) if near and before is not None else ""
    if grammar and grammar != "follows":
        return grammar
    if segment.marked and closes_bracket(segment):
        return "bracket"
    if damaged and _rest(segment, before, index, near or segment.marked):
        return "elsewhere"
    if damaged and not segment.block.in_list:
        sure = near or segment.marked
        if _in_mid_sentence(segment, index, BOUNDARY if sure else None):
            return "elsewhere"
    return grammar


def _rest(segment: Segment, before: Segment | None, index: Index, sure: bool) -> bool:
    """Whether all of the first sentence is the end of a longer one elsewhere."""
    sentence = _sentence(segment)
    if len(sentence) < LEAST_REST or not CLOSED.search(sentence):
        return False
    places = [at for at in index.places(sentence) if at != segment.at]
    head = Head(segment) if places else None
    if head is None or not head.statement or head.fresh:
        return False
    for at in places:
        prior = index.before(at)
        if prior not in BOUNDARY:
            if sure:
                return True
        elif prior in "、，":
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
