"""Where prose was cut: segments whose last sentence stops before its end, with the evidence."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import MarkKind, Pattern, Post
from kouetsu_rules.letters import has_japanese
from kouetsu_rules.seams.cuts.connections import LATIN_WORD, begun_again, joined, restart
from kouetsu_rules.seams.cuts.endings import (
    Ending,
    beginning,
    crosses,
    ending,
    trimmed,
)
from kouetsu_rules.seams.cuts.examples import stops_at_example
from kouetsu_rules.seams.cuts.salutes import is_salute, may_be_wish
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
CONSUMERS = frozenset(("list", "code", "table", "quote", "html", "image"))
"""What an open sentence may lead in."""
WEAK = "weak"
CLOSED_SHARE = 0.8
LAST = "last"
"""The end of the post in a noun or a bracket: people's do not end so, but nothing proves it."""
SURE = frozenset(("marker", "continued", "resumed", "end", "comma", "open", "example"))
"""Evidence that needs no other cut beside it."""
SCRAP = 6
"""A line of so few characters that ends in an adverb or a particle is no headline."""
LONG = 40
"""A single sentence of this length is no title and no label."""
KEY = 12
LEAST_KEY = 9
TITLE_START = 24
LONGEST_TITLE = 90
BRACKETED = Pattern(r"[（(【\[〔].*[）)】\]〕]", re.DOTALL)
# A verb, noun or particle of Japanese at the very end: no list of names or numbers.
NATIVE = Pattern(r"[^\W\d_a-zA-Zァ-ヿ][^A-Za-z0-9）)]?$")
BULLET = Pattern(r"(?:\S.*\n)*[ \u3000]*[・•‣◦●○■□◆◇▪▼▽▶▷※−–]")
COMMAS = ("、", "，", ",")
COMMA = Pattern(r"[ぁ-ん一-鿿][、，]$")
SPOKEN = Pattern(r"[をがはにで、]")
# Credits, dates and tags end a post without a full stop.
LABELLED = Pattern(r"^[^。、]{0,20}[:：]|[#＃©]|^[※＊\U0001F000-\U0001FAFF☀-➿]")
# With these a sentence begins that says more than a noun.
LEADING = Pattern(
    r"(?:特に|また|さらに|そのため|例えば|たとえば|しかし|ただし|なお|つまり|そして|一方)、"
)
HANGING = Pattern(r"(?:の|には|では|とは|への|との)$")
LEANING = Pattern(r"(?:には|への|との|[一-鿿ァ-ヶー]の)$")
PAUSE = Pattern(r"[、，,・」』）)\]】]$|[（(「『][^（()）「」『』]{0,20}$|[─—―]$")
LEFT_OPEN = Pattern(r"(?<![:;=])[（(「『](?P<words>[^（()）「」『』]*)$")
ASIDE = 8
"""So few letters people add at the end behind a bracket that they don't close: （たぶん."""
LEFT_ASIDE = Pattern(rf"[（(][^（()）「」『』]{{1,{ASIDE}}}(?<![をがにはのへと、])$")
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
    proofs = SURE - {"open", "example"}
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
        return _without_copies(segment, known)
    kind = ending(segment)
    grown = several or len(segment.fragment) >= LONG
    led = segment.following in CONSUMERS or _before_display(segment)
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
    if kind == "soft" and len(segment.text) <= SCRAP:
        return "short"
    return "short" if kind != "noun" and _plain_among_headlines(segment, known) else ""


def _without_copies(segment: Segment, known: Segments) -> str:
    """In a post without other damage: only what the next words, or the end of all, prove."""
    grown = segment.last > segment.start or len(segment.fragment) >= LONG
    following = segment.next
    if segment.block.in_list and following is None and segment.following == "end":
        return _last_item(segment)
    if segment.block.in_list or segment.following in CONSUMERS:
        return ""
    kind = ending(segment)
    if following is not None and kind == "open" and begun_again(segment, following):
        return "resumed"
    if not grown or kind == "final":
        return ""
    if following is not None:
        return _before(following, segment, known, kind)
    return _at_the_end(segment, known, kind) if segment.following == "end" else ""


def _at_the_end(segment: Segment, known: Segments, kind: Ending) -> str:
    """What proves that the last words of the post are not its end."""
    if is_salute(segment):
        return ""
    open_end = kind == "open" or HANGING.search(segment.text) is not None
    if open_end:
        wish = may_be_wish(segment) or LEFT_ASIDE.search(segment.text)
        return LAST if wish else "end"
    left_off = kind == "noun" and _left_off(segment) and _closes(known, segment)
    return LAST if left_off else WEAK


def _before(following: Segment, segment: Segment, known: Segments, kind: Ending) -> str:
    """What the next words prove of a segment."""
    if following.block.in_list or _before_display(segment) or not NATIVE.search(segment.text):
        return ""
    # It leads in what somebody says.
    if following.text.startswith(("「", "『")):
        return ""
    # A list that nobody marked as one: a sentence goes on behind it.
    if BULLET.match(segment.text) or BULLET.match(following.text):
        return ""
    if _hangs(segment, kind) and _closes(known, segment):
        return "open"
    if following.headline:
        told = following.block.kind == "heading" and segment.last > segment.start
        if told and COMMA.search(segment.text):
            return "comma"
        return WEAK if _unlabelled(segment) else ""
    if restart(segment, following) > KEY / 2 or joined(segment, following, known.index):
        return "resumed"
    if kind in ("open", "noun") and beginning(following) != "fresh":
        return "resumed"
    return WEAK


def _unlabelled(segment: Segment) -> bool:
    """Whether its last line is neither a label with its value nor what somebody says."""
    line = segment.text.rpartition("\n")[2]
    return LABELLED.search(line) is None and not line.endswith(("」", "』"))


def _hangs(segment: Segment, kind: Ending) -> bool:
    """Whether a paragraph goes on from a whole sentence and ends in a word that nothing ends in.

    A comma or an open bracket may be the author's way to pause.
    """
    several = segment.last > segment.start
    return several and (
        (kind == "open" and PAUSE.search(segment.text) is None)
        or LEANING.search(segment.text) is not None
    )


def _left_off(segment: Segment) -> bool:
    """Whether the last line of the post goes on from a whole sentence, or is long, and stops."""
    line = segment.text.rpartition("\n")[2]
    inside = len(segment.fragment) < len(line)
    return (
        (inside or len(line) >= LONG)
        and NATIVE.search(line) is not None
        and SPOKEN.search(segment.fragment) is not None
        and LABELLED.search(line) is None
    )


def _closes(known: Segments, cut: Segment) -> bool:
    """Whether the other paragraphs end as sentences do: some people set no full stop."""
    told, closed = known.ends
    if cut.grown:
        told, closed = told - 1, closed - cut.closed
    return closed > 0 and closed >= CLOSED_SHARE * told


def _last_item(segment: Segment) -> str:
    """The last item of a list, and of the post: a sentence that was begun behind a whole one."""
    if segment.last == segment.start:
        return _in_bracket(segment.text)
    if not NATIVE.search(segment.text) or LEFT_ASIDE.search(segment.text):
        return ""
    whole = segment.text.endswith(("こと", "もの", "よう", "ため", "場合", "とき"))
    begun = LEADING.match(segment.fragment) is not None and not whole
    return "end" if begun or ending(segment) == "open" else ""


def _in_bracket(text: str) -> str:
    """How we know of an item that ends in an open bracket: it has nothing, or much, in it."""
    opened = LEFT_OPEN.search(text)
    if opened is None or len(text) < LONG / 2:
        return ""
    words = opened["words"]
    return LAST if len(words) > ASIDE else "" if words else "end"


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


def _before_display(segment: Segment) -> bool:
    """Whether a line without Japanese follows: a formula, or a command not marked as code."""
    following = segment.next
    return following is not None and (
        following.text.startswith(("$", "\\"))
        or not (following.headline or following.block.in_list or has_japanese(following.text))
    )


def _continued(segment: Segment, index: Index, several: bool) -> bool:
    """Whether the end of the text stands elsewhere with more of its sentence after it."""
    tail = trimmed(segment.flat)
    if len(tail) < LEAST_KEY:
        return False
    key = tail[-KEY:] if several or len(tail) < LONG else tail[-2 * KEY :]
    if not several and len(tail) < LONG:
        # A short line that is all there is may be a title: all of it has to stand elsewhere.
        key = tail
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
