"""Texts that a script clipped: several of them end in dots after just as many characters.

People end a line in dots where they like. That most of those that end so do it at a length that two
more have is the work of ``text[:n] + "..."``; that long texts stop in a particle again and again,
each with the address of an article, is the work of a feed.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Span

DOTTED = Pattern(r"[^\W_][、）)]?[ ]?(?:\.{3}|…{1,2})$")
# Behind a verb が and に are where people break off: 行ったのですが..., 晴れると聞いたのに....
STOPPED = Pattern(r"(?:(?<!が)(?<!けど)(?<!のに)、|[はを]|(?<![ぁ-ん])[がに])[ ]?\.{3}$")
ADDRESS = "://"
DOTS = ("...", "…")
# Who writes of such cuts shows some.
OF_CUTS = Pattern(r"途中で(?:切|終わ)|途中まで|同じところで切|省略記号|三点リーダ|text-overflow")
LEAST = 24
"""A shorter line may be as long as another by chance."""
LONG = 100
"""An excerpt tells something before it stops."""
SEVERAL = 3
TAIL = 12
"""So much of the end is quoted."""
SHOWN = 24
"""So much of an excerpt is reported."""


class Clip(Struct, frozen=True):
    """The line, and what it shows of its end."""

    span: Span
    tail: str


class _Line(Struct, frozen=True):
    """From ``start`` to the end of the prose."""

    prose: Prose
    start: int

    @property
    def text(self) -> str:
        return self.prose.text[self.start :]

    def clip(self, start: int | None = None) -> Clip:
        """The line, or what of it is to be reported."""
        span = self.prose.span(self.start if start is None else start, len(self.prose.text))
        return Clip(span, self.text[-TAIL:].strip())


def clips(post: Post) -> tuple[Clip, ...]:
    """The lines that were clipped at one length, in order."""
    of_length: defaultdict[int, list[_Line]] = defaultdict(list)
    for line in post.derived(_dotted):
        of_length[len(line.text)].append(line)
    several = [same for same in of_length.values() if _different(same) >= SEVERAL]
    # of many lines that trail off, some are as long as others by chance
    if sum(map(_different, several)) < sum(map(_different, of_length.values())) / 2:
        return ()
    found = (line.clip() for same in several for line in same)
    return tuple(sorted(found, key=lambda clip: clip.span))


def excerpts(post: Post) -> tuple[Clip, ...]:
    """The texts that stop in a comma or a particle, as what a feed tells of an article does."""
    lines = [line for line in post.derived(_dotted) if len(line.text) >= LONG]
    stopped = [line for line in lines if STOPPED.search(line.text)]
    several = _different(stopped) >= SEVERAL and len(stopped) >= len(lines) / 2
    if not several or post.derived(clips) or post.text.count(ADDRESS) < len(stopped):
        return ()
    return tuple(line.clip(len(line.prose.text) - SHOWN) for line in stopped)


def _dotted(post: Post) -> tuple[_Line, ...]:
    """The last lines of headings, paragraphs, items and quotations that end in dots, in order."""
    if post.contains(OF_CUTS):
        return ()
    lines = []
    for block in post.blocks:
        prose = block.prose
        # perf: the ends are compared sooner than all of the text is searched
        if prose is None or not prose.text.endswith(DOTS) or not DOTTED.search(prose.text):
            continue
        start, end = prose.text.rfind("\n") + 1, len(prose.text)
        if end - start >= LEAST and not prose.opaque(end - 4, end):
            lines.append(_Line(prose, start))
    return tuple(lines)


def _different(lines: list[_Line]) -> int:
    return len({line.text for line in lines})
