"""Edits of the front matter's ``kouetsu`` key that silence rules in a whole post."""

from __future__ import annotations

from collections.abc import Sequence

from kouetsu.findings import Edit
from kouetsu.run.edits import spliced
from kouetsu.run.suppression.directives import KEY
from kouetsu.spans import Span
from kouetsu.text.front_matter import (
    Entry,
    MappingNode,
    Scalar,
    SequenceNode,
    read_front_matter,
)
from kouetsu.text.post import Post


def disabled(post: Post, rules: Sequence[str], reason: str = "") -> Edit | None:
    """The rules under the ``kouetsu`` key; ``None`` where there is no place to write them.

    The reason stands behind a new key as a comment, where the front matter can hold one.
    """
    matter = post.front_matter
    if matter.kind is None or not rules:
        return None
    entry = matter.entry(KEY)
    quoted = [rule if matter.kind == "yaml" else f'"{rule}"' for rule in rules]
    if entry is None:
        edit = _new_key(post, quoted, f" # {reason}" if reason else "")
    else:
        edit = _in_entry(post, entry, quoted) if matter.kind == "yaml" else _in_table(entry, quoted)
    return edit if edit is not None and _is_understood(post, edit, rules) else None


def _is_understood(post: Post, edit: Edit, rules: Sequence[str]) -> bool:
    """Whether the front matter says so after the edit, and is not broken by it.

    YAML can be written in more ways than anyone foresees.
    """
    after = read_front_matter(spliced(post.text, [edit]))
    key = after.data.get(KEY)
    disabled = key.get("disable") if isinstance(key, dict) else None
    if not isinstance(disabled, list) or len(after.problems) > len(post.front_matter.problems):
        return False
    return all(rule in disabled for rule in rules)


def _new_key(post: Post, rules: Sequence[str], comment: str) -> Edit | None:
    matter = post.front_matter
    listed = ", ".join(rules)
    comma = ", " if matter.value is not None and matter.value.entries else ""
    if matter.kind == "json":
        brace = post.text.find("{", *matter.span)
        return _inserted(brace + 1, f'"{KEY}": {{"disable": [{listed}]}}{comma}')
    if matter.value is not None and post.text.startswith("{", matter.value.span.start):
        return _inserted(matter.value.span.start + 1, f"{KEY}: {{disable: [{listed}]}}{comma}")
    lines = [f"[{KEY}]", f"disable = [{listed}]{comment}"]
    if matter.kind == "yaml":
        indent = _indent(post, matter.value)
        lines = [f"{indent}{KEY}:", f"{indent}  disable: [{listed}]{comment}"]
    end = matter.inner.end
    before = "" if post.text[:end].endswith("\n") else "\n"
    after = "" if post.text[end:].startswith("\n") else "\n"
    return _inserted(end, before + "\n".join(lines) + after)


def _indent(post: Post, value: MappingNode | None) -> str:
    """The white space before the first key."""
    if value is None or not value.entries:
        return ""
    first = value.entries[0].key.span.start
    return post.text[post.source.line_span(post.source.line_of(first)).start : first]


def _in_table(entry: Entry, rules: Sequence[str]) -> Edit | None:
    if not isinstance(entry.value, MappingNode):
        return None
    for inner in entry.value.entries:
        if inner.key.text == "disable" and isinstance(inner.value, SequenceNode):
            return _in_brackets(inner.value, rules)
    return None


def _in_entry(post: Post, entry: Entry, rules: Sequence[str]) -> Edit | None:
    value, text = entry.value, post.text
    listed = ", ".join(rules)
    if not isinstance(value, MappingNode):
        colon = text.find(":", entry.key.span.end)
        empty = value is None or (isinstance(value, Scalar) and not value.text)
        return _inserted(colon + 1, f" {{disable: [{listed}]}}") if empty and colon >= 0 else None
    for inner in value.entries:
        if inner.key.text == "disable":
            return _in_list(post, inner, rules)
    if text[value.span.start] == "{":
        comma = ", " if value.entries else ""
        return _inserted(value.span.start + 1, f"disable: [{listed}]{comma}")
    first, indent = value.entries[0].key.span.start, _indent(post, value)
    return _inserted(first, f"disable: [{listed}]\n{indent}")


def _in_list(post: Post, inner: Entry, rules: Sequence[str]) -> Edit | None:
    value, text = inner.value, post.text
    if isinstance(value, Scalar) and value.text:
        return Edit(value.span, f"[{', '.join((text[slice(*value.span)], *rules))}]")
    if not isinstance(value, SequenceNode):
        return None
    if not value.items or text[value.span.start] == "[":
        return _in_brackets(value, rules)
    last = post.source.line_span(post.source.line_of(value.items[-1].span.start))
    dash = text.find("-", last.start)
    indent = text[last.start : dash]
    return _inserted(last.end, "".join(f"\n{indent}- {rule}" for rule in rules))


def _in_brackets(value: SequenceNode, rules: Sequence[str]) -> Edit:
    listed = ", ".join(rules)
    if value.items:
        return _inserted(value.items[-1].span.end, f", {listed}")
    return _inserted(value.span.start + 1, listed)


def _inserted(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)
