"""Searching only the lines that hold what a pattern needs, or only where lines begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post


def at_lines(pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins a line; none of them goes over its end.

    perf: the engine would try such a pattern at every character.
    """
    at = 0
    while at >= 0:
        place = pattern.compiled.match(text, at)
        if place is not None:
            yield place
        at = text.find("\n", at) + 1 or -1


def places(
    pattern: Pattern, post: Post, start: int, end: int, signs: frozenset[str]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern in the source that never goes over the end of a line.

    ``signs`` are the characters of the text that count. perf: a literal is looked for only where
    each of its signs occurs, and the expression is tried only on lines with one of its literals,
    where it has any that stand in the text as they are.
    """
    if not post.may_contain(pattern):
        return
    text = post.text
    if not pattern.guards or pattern.ignores_case:
        if pattern.may_match(text):
            yield from pattern.compiled.finditer(text, start, end)
        return
    lines: set[tuple[int, int]] = set()
    for literal in pattern.guards[0]:
        if not signs.issuperset(literal):
            continue
        at = text.find(literal, start, end)
        while at >= 0:
            begin = max(start, text.rfind("\n", start, at) + 1)
            stop = text.find("\n", at, end)
            stop = stop if stop >= 0 else end
            lines.add((begin, stop))
            at = text.find(literal, stop, end)
    for begin, stop in sorted(lines):
        yield from pattern.compiled.finditer(text, begin, stop)
