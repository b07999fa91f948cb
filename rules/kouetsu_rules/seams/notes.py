"""Where a remark stands apart from the text: in brackets, behind a sign, in a comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.seams.marker_places import code_spans, within
from kouetsu_rules.seams.voices import unquoted


class Note(NamedTuple):
    """A remark: ``inner`` is its text without brackets or sign, what it quotes hidden.

    ``form`` is ``bracket``, ``sign`` (a line that begins with ※ or the like) or ``comment``;
    ``alone`` says that nothing else stands on its line, ``end`` where it ends in its prose;
    ``apart`` that it stands between sentences.
    """

    span: Span
    inner: str
    form: str
    alone: bool
    prose: Prose | None = None
    end: int = 0
    apart: bool = False


# One level of brackets within, as in （※不安（「…」）に共感する）.
BRACKET = Pattern(
    r"（(?P<round>[^（）\n]{4,240}(?:（[^（）\n]{0,80}）[^（）\n]{0,160})*)）"
    r"|(?<![A-Za-z0-9_\]])\((?P<latin>[^()\n]{4,240})\)|［(?P<wide>[^［］\n]{4,240})］"
    r"|(?<!\])\[(?P<square>[^\[\]\n]{4,240})\](?![(\[:])|【(?P<lens>[^【】\n]{4,240})】"
    r"|〔(?P<shell>[^〔〕\n]{4,240})〕|(?<![{\w$])\{(?P<brace>[^{}\n]{4,160})\}(?!\})",
    needs=("（", "(", "［", "[", "【", "〔", "{"),
)
SIGN = Pattern(
    r"^[ \t]*(?:[※＊†‡☆★▼→←]|\*(?![*\s]))[ \t]*(?P<inner>[^\n]{4,300})$",
    8,
    needs=tuple("※＊†‡☆★▼→←*"),
)
COMMENT = Pattern(
    r"<!--(?P<inner>.{0,2000}?)-->|\{/\*(?P<mdx>.{0,2000}?)\*/\}", 16, needs=("<!--", "{/*")
)


def notes(post: Post) -> tuple[Note, ...]:
    """The remarks in the prose of a post, in its order."""
    return tuple(note for prose in post.prose for note in _in_prose(prose))


def _in_prose(prose: Prose) -> Iterator[Note]:
    text = prose.text
    upto = 0
    for place in SIGN.finditer(text):
        if not prose.opaque(*place.span()):
            start = place.start() + len(place.group()) - len(place.group().lstrip())
            yield _note(prose, start, place.end(), place["inner"], "sign")
    for place in BRACKET.finditer(text):
        start, end = place.span()
        if start < upto or _shown(prose, start, end):
            continue
        inner = next(group for group in place.groups() if group is not None)
        yield _note(prose, start, end, inner, "bracket")
        upto = end


def _note(prose: Prose, start: int, end: int, inner: str, form: str) -> Note:
    alone = _alone(prose.text, start, end)
    apart = alone or ENDED.search(prose.text, 0, start) is not None
    return Note(prose.span(start, end), unquoted(inner), form, alone, prose, end, apart)


ENDED = Pattern(r"(?:^|[\n。！？!?.」）)])\s*\Z")


def _shown(prose: Prose, start: int, end: int) -> bool:
    """Whether a bracket is code, a link's text, or quoted with the brackets themselves."""
    if any(
        mark.kind in ("code", "opaque") and mark.start <= start < mark.end for mark in prose.marks
    ):
        return True
    return unquoted(prose.text)[start] != prose.text[start]


def _alone(text: str, start: int, end: int) -> bool:
    before = text[text.rfind("\n", 0, start) + 1 : start]
    newline = text.find("\n", end)
    after = text[end : newline if newline >= 0 else len(text)]
    return not before.strip() and not after.strip(" \t。")


def comments(post: Post) -> tuple[Note, ...]:
    """The comments of HTML and MDX outside code."""
    text = post.text
    if "<!--" not in text and "{/*" not in text:
        return ()
    shown = post.derived(code_spans)
    return tuple(
        Note(Span(*place.span()), place["inner"] or place["mdx"] or "", "comment", True)
        for place in COMMENT.finditer(text, post.body.start, post.body.end)
        if not within(place.start(), shown)
    )
