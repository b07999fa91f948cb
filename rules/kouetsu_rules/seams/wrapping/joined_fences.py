"""Fences whose line break was lost: they open behind a text, or close behind a line of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.seams.wrapping.fences import FENCE, MARKDOWN, PROGRAMS, closed, opened_within
from kouetsu_rules.shown import within

LANGUAGES = PROGRAMS | frozenset(
    """
    html markdown md css scss xml text plaintext mermaid graphql dockerfile zsh powershell console
    ini diff vue svelte
    """.split()  # noqa: SIM905
)
OPENS = Pattern(
    r"[^\s`>|~\\](?P<gap>[ \t]*)(?P<fence>`{3,}(?P<name>[A-Za-z][\w+#.\-]{0,20}))[ \t]*$",
    re.MULTILINE,
)
# The words behind the name are attributes of the block: none of them ends as a line of code.
FIRST = Pattern(
    r"[ ]{0,3}`{3,}[ ]?[A-Za-z][\w+#.\-]*[ \t]+(?P<code>\S[^\n`]*[;({\[])[ \t]*$", re.MULTILINE
)
CLOSES = Pattern(r"(?<=[^\s`>|~\\])[ \t]*(?P<fence>`{3,})[ \t]*$", re.MULTILINE)


def joined_fences(post: Post) -> Iterator[tuple[Span, str]]:
    """Their places, and what became of each: the keys of messages."""
    if "```" not in post.text:
        return
    blocks = [block for block in post.blocks if block.kind == "code"]
    spans = tuple(block.span for block in blocks)
    for place in OPENS.finditer(post.text, *post.body):
        # of a language that nobody knows only code that follows is a proof
        known = place["name"].lower() in LANGUAGES
        follows = not place["gap"] and spans[-1:] > (Span(place.end(), place.end()),)
        alone = _is_alone(post.text, place.end("fence"))
        if (known or follows) and alone and not within(place.start("fence"), spans):
            yield Span(*place.span("fence")), "glued"
    for block in blocks:
        first = FIRST.match(post.text, *block.span)
        if first is not None:
            yield Span(*first.span("code")), "first"
        last = _closing(post, block)
        if last is not None:
            yield last, "behind"


def _closing(post: Post, block: Block) -> Span | None:
    """The fence at the end of a line of code, where the block then goes on to somewhere else."""
    opening = FENCE.match(post.text, *block.span)
    if opening is None or opening["name"] in MARKDOWN:
        return None
    if closed(post, block, opening) and opened_within(post, block, opening["fence"]) is None:
        return None
    for place in CLOSES.finditer(post.text, opening.end(), block.span.end):
        if place["fence"].startswith(opening["fence"]) and _is_alone(post.text, place.end("fence")):
            return Span(*place.span("fence"))
    return None


def _is_alone(text: str, end: int) -> bool:
    """Whether a fence is the only one of its line."""
    return text.count("```", text.rfind("\n", 0, end) + 1, end) == 1
