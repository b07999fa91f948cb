"""Texts that a script clipped: several of them end in dots after just as many characters.

People end a line in dots where they like. That most of those that end so do it at a length that two
more have is the work of ``text[:n] + "..."``.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from kouetsu.api import Pattern, Post, Span

DOTTED = Pattern(r"[^\W_][ ]?(?:\.{3}|…{1,2})$")
DOTS = ("...", "…")
# Who writes of such cuts shows some.
OF_CUTS = Pattern(r"途中で(?:切|終わ)|途中まで|同じところで切|省略記号|三点リーダ|text-overflow")
LEAST = 24
"""A shorter line may be as long as another by chance."""
SEVERAL = 3


class Clip(Struct, frozen=True):
    """The line, and what it shows of its end."""

    span: Span
    tail: str


def clips(post: Post) -> tuple[Clip, ...]:
    """The clipped last lines of headings, paragraphs, items and quotations, in order."""
    if post.contains(OF_CUTS):
        return ()
    lines: defaultdict[int, dict[str, list[Clip]]] = defaultdict(dict)
    for block in post.blocks:
        prose = block.prose
        # perf: the ends are compared sooner than all of the text is searched
        if prose is None or not prose.text.endswith(DOTS) or not DOTTED.search(prose.text):
            continue
        start = prose.text.rfind("\n") + 1
        text = prose.text[start:]
        if len(text) >= LEAST and not prose.opaque(len(prose.text) - 4, len(prose.text)):
            clip = Clip(prose.span(start, len(prose.text)), text[-12:].strip())
            lines[len(text)].setdefault(text, []).append(clip)
    several = [of_length for of_length in lines.values() if len(of_length) >= SEVERAL]
    # of many lines that trail off, some are as long as others by chance
    if sum(map(len, several)) < sum(map(len, lines.values())) / 2:
        return ()
    found = (clip for of_length in several for clips in of_length.values() for clip in clips)
    return tuple(sorted(found, key=lambda clip: clip.span))
