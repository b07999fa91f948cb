"""Edits that make a post silence a rule: before one block, or in the front matter for all."""

from __future__ import annotations

from kouetsu.findings import Edit
from kouetsu.run.suppression.directives import directives, top_spans
from kouetsu.run.suppression.front_matter import disabled
from kouetsu.spans import Span
from kouetsu.text.post import Post

KEYWORD = "kouetsu-disable-next-line"


def before_block(post: Post, rule: str, at: int) -> Edit | None:
    """A comment before the top-level block that holds the offset; never within a paragraph."""
    block = min(
        (span for span in top_spans(post).values() if span.start <= at <= span.end),
        # of two blocks that touch there the later one begins with it
        key=lambda span: (at == span.end, span),
        default=None,
    )
    if block is None or at < post.body.start:
        return None
    for directive in directives(post):
        is_next = directive.kind == "disable-next-line" and directive.reach.start == block.start
        if is_next and directive.names:
            return _inserted(directive.names[-1].span.end, f", {rule}")
    source, newline = post.source, post.source.newline
    line = source.line_of(block.start)
    start = source.line_span(line).start
    above = source.line_span(line - 1) if line > 1 else Span(0, 0)
    # kramdown takes a comment right below a paragraph for a part of it
    apart = newline if start > post.body.start and post.text[slice(*above)].strip() else ""
    return _inserted(start, f"{apart}<!-- {KEYWORD} {rule} -->{newline}{newline}")


def whole_post(post: Post, rule: str) -> Edit | None:
    """The ``kouetsu`` key of the front matter; ``None`` where there is none to write in."""
    return disabled(post, [rule])


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)
