"""Cuts of posts without other damage: only what the next words, or the end of all, prove."""

from __future__ import annotations

from kouetsu.api import Pattern
from kouetsu_rules.letters import has_japanese
from kouetsu_rules.seams.cuts.connections import begun_again, joined, restart
from kouetsu_rules.seams.cuts.endings import Ending, beginning, ending
from kouetsu_rules.seams.cuts.salutes import is_salute, may_be_wish
from kouetsu_rules.seams.markers.segments import Segment, Segments

CONSUMERS = frozenset(("list", "code", "table", "quote", "html", "image"))
"""What an open sentence may lead in."""
WEAK = "weak"
CLOSED_SHARE = 0.8
LAST = "last"
"""The end of the post in a noun or a bracket: people's do not end so, but nothing proves it."""
LONG = 40
"""A single sentence of this length is no title and no label."""
KEY = 12
# A verb, noun or particle of Japanese at the very end: no list of names or numbers.
NATIVE = Pattern(r"[^\W\d_a-zA-Zァ-ヿ][^A-Za-z0-9）)]?$")
# Letters that are the end of no name, behind a clause that leads on to what becomes of it.
MID_NAME = Pattern(r"(?:[てでばと]|から|ので|ため)、[^、。A-Za-z]{0,8}[一-鿿][A-Z]{2,6}$")
BULLET = Pattern(r"(?:\S.*\n)*[ \u3000]*[・•‣◦●○■□◆◇▪▼▽▶▷※−–]")
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


def without_damage(segment: Segment, known: Segments) -> str:
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
    if following.block.in_list or before_display(segment) or not NATIVE.search(segment.text):
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
        and (NATIVE.search(line) is not None or (inside and MID_NAME.search(line) is not None))
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
        if segment.text.endswith("、") and _after_sentence(segment):
            return "end"
        return _in_bracket(segment.text)
    if not NATIVE.search(segment.text) or LEFT_ASIDE.search(segment.text):
        return ""
    whole = segment.text.endswith(("こと", "もの", "よう", "ため", "場合", "とき"))
    begun = LEADING.match(segment.fragment) is not None and not whole
    return "end" if begun or ending(segment) == "open" else ""


def _after_sentence(segment: Segment) -> bool:
    """Whether the item before it ends as a sentence does."""
    before = segment.preceding
    return before is not None and before.block.in_list and before.closed


def _in_bracket(text: str) -> str:
    """How we know of an item that ends in an open bracket: it has nothing, or much, in it."""
    opened = LEFT_OPEN.search(text)
    if opened is None or len(text) < LONG / 2:
        return ""
    words = opened["words"]
    return LAST if len(words) > ASIDE else "" if words else "end"


def before_display(segment: Segment) -> bool:
    """Whether a line without Japanese follows: a formula, or a command not marked as code."""
    following = segment.next
    return following is not None and (
        following.text.startswith(("$", "\\"))
        or not (following.headline or following.block.in_list or has_japanese(following.text))
    )
