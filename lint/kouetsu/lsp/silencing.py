"""Edits that make a post silence a rule: before one block, or in the front matter for all."""

from __future__ import annotations

from kouetsu.findings import Edit
from kouetsu.run.directives import KEY, directives, top_spans
from kouetsu.spans import Span
from kouetsu.text.front_matter import Entry, MappingNode, Scalar, SequenceNode
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
        if directive.kind == "disable-next-line" and directive.reach == block and directive.names:
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
    matter = post.front_matter
    if matter.kind not in ("yaml", "toml"):
        return None
    entry = matter.entry(KEY)
    newline = post.source.newline
    quoted = f'"{rule}"' if matter.kind == "toml" else rule
    if entry is not None:
        return _in_entry(post, entry, quoted) if matter.kind == "yaml" else _in_toml(entry, quoted)
    lines = ["[kouetsu]", f"disable = [{quoted}]"]
    if matter.kind == "yaml":
        lines = [f"{KEY}:", f"  disable: [{rule}]"]
    end = matter.inner.end
    before = "" if post.text[:end].endswith(("\n", "\r")) else newline
    after = "" if post.text[end:].startswith(("\n", "\r")) else newline
    return _inserted(end, before + newline.join(lines) + after)


def _in_toml(entry: Entry, quoted: str) -> Edit | None:
    if not isinstance(entry.value, MappingNode):
        return None
    for inner in entry.value.entries:
        if inner.key.text == "disable" and isinstance(inner.value, SequenceNode):
            return _in_brackets(inner.value, quoted)
    return None


def _in_entry(post: Post, entry: Entry, rule: str) -> Edit | None:
    value, text = entry.value, post.text
    if not isinstance(value, MappingNode):
        colon = text.find(":", entry.key.span.end)
        empty = value is None or (isinstance(value, Scalar) and not value.text)
        return _inserted(colon + 1, f" {{disable: [{rule}]}}") if empty and colon >= 0 else None
    for inner in value.entries:
        if inner.key.text == "disable":
            return _in_list(post, inner, rule)
    if text[value.span.start] == "{":
        comma = ", " if value.entries else ""
        return _inserted(value.span.start + 1, f"disable: [{rule}]{comma}")
    first = value.entries[0].key.span.start
    indent = text[post.source.line_span(post.source.line_of(first)).start : first]
    return _inserted(first, f"disable: [{rule}]{post.source.newline}{indent}")


def _in_list(post: Post, inner: Entry, rule: str) -> Edit | None:
    value, text = inner.value, post.text
    if isinstance(value, Scalar) and value.text:
        return Edit(value.span, f"[{text[slice(*value.span)]}, {rule}]")
    if not isinstance(value, SequenceNode) or not value.items:
        return _in_brackets(value, rule) if isinstance(value, SequenceNode) else None
    if text[value.span.start] == "[":
        return _in_brackets(value, rule)
    last = post.source.line_span(post.source.line_of(value.items[-1].span.start))
    dash = text.find("-", last.start)
    indent = text[last.start : dash]
    return _inserted(last.end, f"{post.source.newline}{indent}- {rule}")


def _in_brackets(value: SequenceNode, rule: str) -> Edit:
    if value.items:
        return _inserted(value.items[-1].span.end, f", {rule}")
    return _inserted(value.span.start + 1, rule)


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)
