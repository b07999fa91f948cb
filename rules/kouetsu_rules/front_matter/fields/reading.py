"""What the rules on front matter share: whether it can be judged, and plain values of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time

from kouetsu.api import Entry, MappingNode, Node, Post, ProblemKey, Scalar, SequenceNode, Span
from kouetsu_rules.subject import FILED

STANDING: frozenset[ProblemKey] = frozenset(
    {
        "not-closed",
        "not-opened",
        "text-before",
        "blank-before",
        "in-code-block",
        "fence-twice",
        "fence-look-alike",
        "duplicate-key",
        "second",
    }
)
"""Problems that leave the values readable."""


def readable(post: Post) -> MappingNode | None:
    """The front matter's values, unless they are broken so that nothing sure can be said."""
    if any(problem.key not in STANDING for problem in post.front_matter.problems):
        return None
    return post.front_matter.value


def values(post: Post) -> Iterator[Scalar]:
    """Every single value of the front matter, wherever it stands there, in order."""
    yield from scalars(post.front_matter.value)


def entries(post: Post) -> Sequence[Entry]:
    """The keys of the front matter with their values; none where it has no map."""
    mapping = post.front_matter.value
    return mapping.entries if mapping is not None else ()


def filed(post: Post) -> list[Scalar]:
    """The tags and categories of a post, one by one."""
    return [
        item for entry in entries(post) if entry.key.text in FILED for item in scalars(entry.value)
    ]


def scalars(node: Node | None) -> Iterator[Scalar]:
    """Every single value of the node, in order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield from scalars(entry.value)


def instance(node: Node | None) -> object:
    """The node as JSON would have it: dates as they are written."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.text if isinstance(node.value, (date, time)) else node.value
    if isinstance(node, SequenceNode):
        return [instance(item) for item in node.items]
    values = {
        entry.key.text: instance(entry.value) for entry in node.entries if entry.key.text != "<<"
    }
    merge = node.entry("<<")
    merged = instance(merge.value) if merge is not None else None
    for source in merged if isinstance(merged, list) else [merged]:
        if isinstance(source, dict):
            values = {**source, **values}
    return values


def opening(post: Post) -> Span:
    """The first line of the front matter: where what is missing is reported."""
    source = post.source
    return source.line_span(source.line_of(post.front_matter.span.start))
