"""The body's own headline: what stands at its head as a title would."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Prose
from kouetsu_rules.places import is_bold
from kouetsu_rules.title.dressing.dressing import garments, undressed, unwrapped

LONGEST = 160
"""Longer lines at the head of a body are prose."""
HEAD = 4
"""A headline stands among the first blocks that have text."""
TALK = Pattern(
    r"(?:です|ます|ません|ました|でした|でしょう|ください)(?:か|ね|よ|よね)?[。！？!?][」』）)]*\s*$"
)
"""How prose ends and headlines do not: with a polite predicate and a full stop."""
ENDS = Pattern(r"[。！？!?]+(?![。！？!?」』）)])")
"""Ends of sentences, those within brackets left out."""


class Headline(Struct, frozen=True):
    """A line that may be the post's title as the body has it; ``text`` wears no markup."""

    text: str
    kind: Literal["heading", "bold", "line"]
    block: Block
    prose: Prose
    offset: int
    """Where ``text`` begins in the prose."""

    @property
    def is_prose(self) -> bool:
        """Whether it is rather the first sentence of a text: verse, or with a full stop."""
        written = self.prose.text.strip()
        return self.kind == "line" and ("\n" in written or written.endswith(("。", "」")))

    def title(self, beyond: int = 0) -> str:
        """The headline as a title that has at least the first ``beyond`` characters.

        A heading or a bold line says by its markup how far it goes. Of a plain line the first
        sentence is the title and what follows the subtitle.
        """
        text = self.text
        if self.kind == "line":
            end = next((end for end in ENDS.finditer(text) if end.end() > beyond), None)
            if end is not None:
                text = text[: end.end()]
        return unwrapped(text)


def headlines(post: Post) -> tuple[Headline, ...]:
    """What may be the headline: from the head of the body in order, then the first H1."""
    found = list(_at_the_head(post))
    for block in post.blocks:
        if block.kind == "heading" and block.level == 1 and block.prose is not None:
            if all(block is not headline.block for headline in found):
                found += _headline(block, block.prose, "heading")
            break
    return tuple(found)


def _at_the_head(post: Post) -> Iterator[Headline]:
    seen = 0
    for block in post.blocks:
        prose = block.prose
        if prose is None or not prose.text.strip() or _is_picture(prose):
            continue
        if block.in_quote or block.in_list:
            seen += 1
        elif block.kind == "heading":
            yield from _headline(block, prose, "heading")
            seen += 1
        elif block.kind == "paragraph":
            if is_bold(prose):
                yield from _headline(block, prose, "bold")
            elif seen == 0 and not _is_talk(prose):
                yield from _headline(block, prose, "line")
            seen += 1
        if seen >= HEAD:
            return


def opening(post: Post) -> Prose | None:
    """The first paragraph of the body, where the body does not begin with a headline."""
    for block in post.blocks:
        if block.prose is None or not block.prose.text.strip() or _is_picture(block.prose):
            continue
        if block.kind != "paragraph" or is_bold(block.prose) or block.in_quote:
            return None
        return block.prose if _is_talk(block.prose) else None
    return None


def _is_talk(prose: Prose) -> bool:
    """Whether a paragraph is prose rather than a line that heads the post."""
    line = prose.text.split("\n", 1)[0]
    if len(line) > LONGEST:
        return True
    if TALK.search(line) and len(prose.sentences) > 1:
        return True
    first = prose.sentences[0].tokens[:1] if prose.sentences else ()
    return any(token.feature.pos1 == "感動詞" for token in first)


def _headline(
    block: Block, prose: Prose, kind: Literal["heading", "bold", "line"]
) -> Iterator[Headline]:
    line = prose.text.split("\n", 1)[0] if kind == "line" else prose.text
    text = undressed(line)
    if text and len(text) <= LONGEST and "\n" not in text:
        dressed = [garment.kind for garment in garments(line)]
        if "heading" in dressed and kind == "line":
            kind = "heading"
        yield Headline(text, kind, block, prose, prose.text.find(text))


def _is_picture(prose: Prose) -> bool:
    """Whether a block shows nothing but images."""
    rest = prose.text
    for mark in reversed(prose.marked("image")):
        rest = rest[: mark.start] + rest[mark.end :]
    return not rest.strip()


def shared_head(left: str, right: str) -> tuple[int, int]:
    """How far two texts say the same, width, case and white space aside: an offset in each.

    An opening bracket that only one of them begins with is passed over.
    """
    folded = _folded(left), _folded(right)
    a, b = (_without_bracket(*pair) for pair in zip(folded, reversed(folded), strict=True))
    common = 0
    while common < len(a) and common < len(b) and a[common][0] == b[common][0]:
        common += 1
    if common == 0:
        return 0, 0
    return a[common - 1][1], b[common - 1][1]


Folded = list[tuple[str, int]]


def _folded(text: str) -> Folded:
    return [
        (sign, index + 1)
        for index, letter in enumerate(text)
        for sign in unicodedata.normalize("NFKC", letter).casefold()
        if not sign.isspace()
    ]


def _without_bracket(text: Folded, other: Folded) -> Folded:
    if text and text[0][0] in "「『" and other and other[0][0] != text[0][0]:
        return text[1:]
    return text
