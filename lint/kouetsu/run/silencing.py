"""Writing suppressions for what a post has now, where they can stand without harm."""

from __future__ import annotations

from collections.abc import Iterable

from kouetsu.findings import Diagnostic, Edit
from kouetsu.run.directives import KEY
from kouetsu.run.engine_rules import GROUP
from kouetsu.spans import Span
from kouetsu.text.post import Post


def silenced(post: Post, diagnostics: Iterable[Diagnostic], reason: str) -> str:
    """The text with a suppression before each top-level block that has a finding.

    Findings of the front matter go into its ``kouetsu`` key, where it has none yet.
    """
    blocks: dict[int, set[str]] = {}
    front: set[str] = set()
    tops = _top_lines(post)
    for found in diagnostics:
        if found.group == GROUP:  # these are about the file or about suppressions themselves
            continue
        if found.span.start < post.body.start:
            front.add(found.rule)
        elif tops:
            before = [start for start in tops if start <= found.span.start]
            blocks.setdefault(before[-1] if before else tops[0], set()).add(found.rule)
    tail = f" -- {reason}" if reason else ""
    edits = [
        Edit(
            Span(start, start),
            f"<!-- kouetsu-disable-next-line {', '.join(sorted(rules))}{tail} -->"
            + post.source.newline,
        )
        for start, rules in blocks.items()
    ]
    edits += _in_front_matter(post, front)
    text = post.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _top_lines(post: Post) -> list[int]:
    """Where the lines begin on which top-level blocks begin."""
    starts: dict[int, int] = {}
    for block in post.blocks:
        line = post.source.line_of(block.span.start)
        starts.setdefault(block.top, post.source.line_starts[line - 1])
    return sorted(set(starts.values()))


def _in_front_matter(post: Post, rules: set[str]) -> list[Edit]:
    front = post.front_matter
    if not rules or front.kind != "yaml" or front.problems or front.entry(KEY) is not None:
        return []
    end, newline = front.inner.end, post.source.newline
    start = "" if post.text[:end].endswith(("\n", "\r")) else newline
    line = f"{start}{KEY}: {{disable: [{', '.join(sorted(rules))}]}}"
    closed = post.text[end:].startswith(("\n", "\r"))
    return [Edit(Span(end, end), line + ("" if closed else newline))]
