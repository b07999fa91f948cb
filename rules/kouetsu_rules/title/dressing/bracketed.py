"""Headings that stand wholly in the square brackets of a pattern such as `# [title]`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Edit, Pattern, Post, Span
from kouetsu_rules.letters import has_letter

WHOLE = Pattern(r"\[(?P<inner>[^\[\]\n]{8,200})\]")
# Lists of changes name their versions so.
VERSION = Pattern(
    r"^v?\d+(?:\.\d+)+|^(?i:unreleased|draft|wip|optional|deprecated)\b|^\d{4}[-/.]\d"
)
# What a writer calls to the reader: [ここから先は結末に触れます].
NOTICE = Pattern(r"(?:ここから|この先|これより|以下は|以降は)")
LEAST_WORDS = 3
"""Fewer words of English may be a label."""


class Bracketed(Struct, frozen=True):
    """A heading and the edits that take its brackets away."""

    span: Span
    edits: tuple[Edit, ...]


def bracketed_headings(post: Post) -> Iterator[Bracketed]:
    if "# [" not in post.text:
        return
    for prose in post.prose:
        block = prose.block
        if block is None or block.kind != "heading" or prose.marked("link"):
            continue
        text = prose.text.strip()
        place = WHOLE.fullmatch(text)
        if place is None or VERSION.match(place["inner"]) or NOTICE.match(place["inner"]):
            continue
        if has_letter(place["inner"]) or len(place["inner"].split()) >= LEAST_WORDS:
            span = prose.whole
            ends = (Span(span.start, span.start + 1), Span(span.end - 1, span.end))
            if post.text[slice(*ends[0])] + post.text[slice(*ends[1])] == "[]":
                yield Bracketed(span, tuple(Edit(end, "") for end in ends))
