"""Edits that take an idle suppression out again, or one name out of it."""

from __future__ import annotations

from itertools import pairwise

from kouetsu.findings import Edit
from kouetsu.run.suppression.directives import KEY, Directive
from kouetsu.spans import Span
from kouetsu.text.front_matter import MappingNode
from kouetsu.text.post import Post

Edits = tuple[Edit, ...]


def gone(post: Post, directive: Directive) -> Edits | None:
    """Edits that take the whole suppression out with the lines that it stood on."""
    if directive.kind == "front-matter":
        return _key_gone(post)
    closer = directive.closer
    comments = [directive] if closer is None else [directive, closer]
    spans = sorted({_lines_of(post, comment.span) for comment in comments})
    if any(left.end > right.start for left, right in pairwise(spans)):
        return None
    return tuple(Edit(span, "") for span in spans)


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


def _lines_of(post: Post, span: Span) -> Span:
    source, text = post.source, post.text
    first, last = source.line_of(span.start), source.line_of(span.end)
    line = source.line_span(first).joined(source.line_span(last))
    if text[line.start : span.start].strip() or text[span.end : line.end].strip():
        return span
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
    return Span(start, end)
