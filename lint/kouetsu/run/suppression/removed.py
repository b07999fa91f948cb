"""Edits that take an idle suppression out again, or one name out of it."""

from __future__ import annotations

from bisect import bisect_left

from kouetsu.findings import Edit
from kouetsu.run.edits import is_sound
from kouetsu.run.suppression.directives import KEY, Directive
from kouetsu.spans import Span
from kouetsu.text.front_matter import MappingNode
from kouetsu.text.markdown import Block
from kouetsu.text.post import DIRECTIVE, Post

Edits = tuple[Edit, ...]
JOINING = ("list", "quote", "footnote")
"""Blocks that become one where only blank lines part them, for some reader of Markdown."""


def gone(post: Post, directive: Directive) -> Edits | None:
    """Edits that take the whole suppression out with the lines that it stood on."""
    if directive.kind == "front-matter":
        return _key_gone(post)
    closer = directive.closer
    comments = [directive] if closer is None else [directive, closer]
    if any(_parts_what_would_join(post, comment.span) for comment in comments):
        return None
    edits = sorted((_without(post, each.span) for each in comments), key=lambda edit: edit.span)
    return tuple(edits) if is_sound(edits) else None


def shortened(post: Post, directive: Directive, place: int, *, left: bool) -> Edits:
    """Edits that take one name out of a list; ``left``: whether a name before it stays."""
    names = directive.names
    span = names[place].span
    if directive.kind == "front-matter":
        line = _whole_lines(post, span)
        if post.text[line.start : span.start].strip() == "-":
            return (Edit(line, ""),)
    if left:  # eat backwards, with the comma before it
        return (Edit(Span(names[place - 1].span.end, span.end), ""),)
    return (Edit(Span(span.start, names[place + 1].span.start), ""),)


def _key_gone(post: Post) -> Edits | None:
    """The ``kouetsu`` key, where it holds nothing else and stands on lines of its own."""
    front = post.front_matter
    entry = front.entry(KEY)
    if front.kind != "yaml" or front.problems or entry is None or front.value is None:
        return None
    others = [other for other in front.value.entries if other is not entry]
    if not others or not isinstance(entry.value, MappingNode) or len(entry.value.entries) > 1:
        return None
    lines = _whole_lines(post, entry.span)
    if any(lines.overlaps(other.span) for other in others):
        return None
    return (Edit(lines, ""),)


def _whole_lines(post: Post, span: Span) -> Span:
    source = post.source
    last = source.line_of(max(span.start, span.end - 1))
    starts = source.line_starts
    end = starts[last] if last < len(starts) else len(post.text)
    return Span(starts[source.line_of(span.start) - 1], end)


def _without(post: Post, span: Span) -> Edit:
    """The edit that takes a comment out, with its lines where it is alone on them."""
    source, text = post.source, post.text
    first, last = source.line_of(span.start), source.line_of(span.end)
    line = source.line_span(first).joined(source.line_span(last))
    if text[line.start : span.start].strip() or text[span.end : line.end].strip():
        return Edit(span, "")
    following = last + 1
    starts = source.line_starts
    # one of the blank lines around it goes too, or two would stay
    above = first == 1 or source.line_span(first - 1).size == 0
    if above and following <= len(starts) and source.line_span(following).size == 0:
        following += 1
    end = starts[following - 1] if following <= len(starts) else len(text)
    start = line.start
    if end == len(text) and first > 2 and source.line_span(first - 1).size == 0:
        start = starts[first - 2]  # at the end of the post the one before it
    return Edit(Span(start, end), "\n" if _is_the_only_gap(post, first, last) else "")


def _is_the_only_gap(post: Post, first: int, last: int) -> bool:
    """Whether a comment on these lines parts what has no blank line between it."""
    source, text = post.source, post.text
    if source.line_of(post.body.start) == first or last == source.line_count:
        return False
    above, below = (text[slice(*source.line_span(line))].strip() for line in (first - 1, last + 1))
    if not above or not below or below.startswith((f"<!-- {DIRECTIVE}", f"{{/* {DIRECTIVE}")):
        return False
    around = _around(post, source.line_span(first).start)
    return around[0] is None or around[0].span.end <= source.line_span(first).start


def _parts_what_would_join(post: Post, span: Span) -> bool:
    """Whether nothing but the comment keeps two lists, say, from being one."""
    before, after = _around(post, span.start)
    if before is None or after is None:
        return False
    start = post.source.line_span(post.source.line_of(after.span.start)).start
    return post.text.startswith((" ", "\t"), start) or (
        before.kind == after.kind and before.kind in JOINING
    )


def _around(post: Post, at: int) -> tuple[Block | None, Block | None]:
    """The top-level blocks around a comment; other comments to kouetsu are none."""
    tops = post.derived(_tops)
    number = bisect_left(tops, at, key=lambda block: block.span.start)
    return (tops[number - 1] if number else None), (tops[number] if number < len(tops) else None)


def _tops(post: Post) -> list[Block]:
    return [block for block in post.blocks if not block.parents]
