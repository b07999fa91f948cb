"""Slots in addresses and in the attributes of tags and shortcodes: nobody reads them, all follow.

Outside code an address is followed, so what stands in it for a name or a number is a dead link.
Posts that speak of the slot, or show it in code, tell readers what to put there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.lines_with import places
from kouetsu_rules.places import FAR, line_around
from kouetsu_rules.seams.slots.about import ABOUT, teaches
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.shown import code_spans, coded, within

# Names in capitals that only a template has, and those that need a place to be one.
ORDERED = (
    r"(?:[A-Z0-9]{1,20}[_-]){0,5}(?:YOURS?[_-]?(?=[A-Z])|REPLACE[_-]|INSERT[_-]|CHANGE[_-]?ME"
    r"|PLACEHOLDER|(?<=[_-])HERE|AFFILIATE[_-])(?:[A-Z0-9]{1,20}[_-]){0,5}[A-Z0-9]{0,20}"
)
NAMED = (
    r"(?:[A-Z][A-Z0-9]{0,20}_){1,6}(?:ID|LINK|URL|TAG|CODE|ASIN|SLUG|USERNAME|HANDLE)"
    # before the number of an article it is a part of the shop's own address
    r"|ASIN(?!/[0-9A-Z]{10}(?![0-9A-Za-z]))|EXAMPLE[_-]?ID"
)
OWN = (
    r"@?(?:your|insert|replace)[-_]?(?:own[-_]?)?(?:profile|user|username|user[-_]name|name|handle"
    r"|account|page|channel|company|brand|blog|site|shop|store|repo|repository|org|organization"
    r"|links?|urls?|ids?|tag|code|affiliate|partner|associate|tracking|video|project|newsletter|form)"
    r"(?:[-_][a-z]{1,20}){0,4}(?:-\d\d)?"
)
CROSSES = r"(?:B0|B|[A-Z]?\d)?(?:x{3,20}|X{3,20}|EXAMPLE)[0-9]{0,6}(?:[-_](?:\d\d|[xX]{2,}))?"
# Where profiles and goods have a name or number of their own in the address.
HOSTS = (
    r"(?:(?:twitter|x|github|facebook|instagram|linkedin|youtube|tiktok|medium|threads|note"
    r"|pinterest|substack|ko-fi|buymeacoffee)\.com|amzn\.to|bit\.ly|youtu\.be|a\.r10\.to|px\.a8\.net"
    r"|t\.me|lin\.ee|forms\.gle|discord\.gg|zenn\.dev|qiita\.com|dev\.to|dp|gp/product|embed|watch)"
)
PARAMETER = (
    r"[?&;](?:\w*(?:tag|aid|affid|affiliate\w*|aff|asin|ref|pid|sid|mid|a8mat|a_id|p_id|partner|uid)"
    r"|id)="
)
# Names of one's own account with a shop, which nobody has.
MADE = (
    r"your[-_][a-z0-9]{1,20}(?:[-_][a-z0-9]{1,20}){0,4}"
    r"|(?:my[-_])?(?:affiliate|associates?|amazon|partner)[-_]?(?:id|tag|code)(?:[-_]\d\d)?"
)
END = r"(?=[/?&#\"')\s>;]|$)"
IN_CAPITALS = Pattern(
    rf"(?<![A-Za-z0-9_-])(?:(?P<ordered>{ORDERED})(?![A-Za-z0-9_])"
    rf"|(?<=[/=(\"' ])(?P<named>{NAMED})(?=[/?&\"')\s]|$))"
)
IN_ADDRESS = Pattern(
    rf"{HOSTS}/(?:(?:in|c|u|user|channel|company|dp|watch)[/?])?"
    rf"(?:\w+=)?(?P<profile>{OWN}|{CROSSES}){END}"
    rf"|{PARAMETER}(?P<value>{OWN}|{CROSSES}|{MADE}){END}"
    rf"|(?<=/)(?P<crossed>[xX]{{6,20}}(?:\.[xX]{{6,20}})?){END}"
    rf"|\b(?:asin|id|link|url|href|tag)=[\"'](?P<whole>{OWN}|{CROSSES})[\"']"
)
# What ends an address, seen from within it.
BOUND = Pattern(r"[\s\"'()<>\[\]「」（）、。]")
ATTRIBUTE = Pattern(r"(?:[\w:-]+=|[\w-]+:[ \t]*)[\"']?$")


# What tells readers how an address of theirs will look.
SHAPED = Pattern(
    r"のよう[なに]|という(?:形|URL|アドレス)|例[：:えとで]|たとえば|になります|となります"
    r"|\b(?:like|such as|e\.g\.)"
)
LATIN = Pattern(r"\S*(?:://|=[\"'])\S*")


def link_slots(post: Post) -> Iterator[Slot]:
    text = post.text
    begin = post.front_matter.span.start
    for pattern in (IN_CAPITALS, IN_ADDRESS):
        for place in places(pattern, post, begin, len(text), post.signs):
            name = next(name for name, value in place.groupdict().items() if value is not None)
            span = Span(*place.span(name))
            certain = _judged(post, span, name)
            if certain is not None:
                yield Slot(span, "address", certain)


def _judged(post: Post, span: Span, name: str) -> bool | None:
    """Whether a slot is certain; ``None`` where readers are shown one, or nothing is."""
    text = post.text
    followed = _is_followed(post, span)
    if followed is None or within(span.start, post.derived(code_spans)) or post.derived(teaches):
        return None
    around = line_around(text, *span)
    line = text[around.start : span.start] + text[span.end : around.end]
    if ABOUT.search(_words(line)) or post.derived(_Spoken).has(text[slice(*span)]):
        return None
    if not followed and (name == "crossed" or SHAPED.search(line)):
        return None
    if post.derived(coded):
        return False if followed and name in ("ordered", "profile", "value") else None
    if name == "named" and not followed:
        return None
    return True


def _is_followed(post: Post, span: Span) -> bool | None:
    """Whether the address around a place is a link's or an attribute's; ``None`` without one."""
    text = post.text
    start, end = span
    lowest = max(0, start - FAR)
    while start > lowest and not BOUND.match(text, start - 1):
        start -= 1
    stop = BOUND.search(text, end, end + FAR)
    words = text[start : stop.start() if stop else min(len(text), end + FAR)]
    before = text[max(0, start - 80) : start]
    linked = before.endswith("](")
    followed = linked or _is_value(before, span.start < post.body.start)
    whole = followed and words == text[slice(*span)]
    if "://" in words or words.startswith("//") or whole:
        # A fragment names a place in a page, and may be in capitals there.
        before = text[start : span.start]
        return None if "#" in before or "utm_" in before[-20:] else followed
    return True if linked and "/" in words else None


def _is_value(before: str, field: bool) -> bool:
    """Whether an attribute, or a key of the front matter, leads to what follows."""
    return ATTRIBUTE.search(before) is not None and (field or before[-1:] in ("'", '"'))


def _words(line: str) -> str:
    """A line without its addresses and attributes: those may hold any word."""
    return LATIN.sub(" ", line)


class _Spoken:
    """Which slots the post speaks of: equal ones are asked for once."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._known: dict[str, bool] = {}

    def has(self, slot: str) -> bool:
        if slot not in self._known:
            self._known[slot] = _spoken_of(self._post, slot)
        return self._known[slot]


def _spoken_of(post: Post, slot: str) -> bool:
    """Whether code shows the slot, or a sentence names it."""
    text = post.text
    if any(slot in text[slice(*span)] for span in post.derived(code_spans)):
        return True
    for prose in post.prose:
        at = prose.text.find(slot)
        while at >= 0:
            if not _joined(prose.text[max(0, at - 1) : at]) and not prose.opaque(at, at + 1):
                return True
            at = prose.text.find(slot, at + 1)
    return False


def _joined(sign: str) -> bool:
    """Whether a sign joins what follows to an address or an attribute."""
    return re.match(r"[/=?&\"'_@.-]", sign) is not None
