"""INTERIM reader, replaced by branch `front` (same names)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from kouetsu.spans import Span


@dataclass(frozen=True)
class Scalar:
    span: Span
    content: Span
    text: str
    style: str = "plain"
    value: object = None


@dataclass(frozen=True)
class SequenceNode:
    span: Span
    items: tuple[Any, ...]
    flow: bool = False


@dataclass(frozen=True)
class Entry:
    key: Scalar
    value: Any
    span: Span


@dataclass(frozen=True)
class MappingNode:
    span: Span
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Problem:
    span: Span
    key: str
    values: dict[str, Any] = field(default_factory=dict)
    related: Span | None = None


@dataclass(frozen=True)
class FrontMatter:
    kind: Literal["yaml", "toml", "json"] | None
    span: Span
    inner: Span
    value: MappingNode | None = None
    data: dict[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def entry(self, name: str) -> Entry | None:
        for entry in self.value.entries if self.value else ():
            if entry.key.text == name:
                return entry
        return None

    def scalar(self, name: str) -> Scalar | None:
        entry = self.entry(name)
        return entry.value if entry and isinstance(entry.value, Scalar) else None


def read_front_matter(text: str) -> FrontMatter:
    found = re.match(r"---[ \t]*(?:\r\n|\n|\r)(.*?)^---[ \t]*(?:\r\n|\n|\r|$)", text, re.S | re.M)
    if not found:
        return FrontMatter(None, Span(0, 0), Span(0, 0))
    entries = []
    data: dict[str, object] = {}
    for line in re.finditer(r"^([\w-]+):[ \t]*(\"?)(.*?)\2[ \t]*$", found[1], re.M):
        at = found.start(1)
        key = Scalar(
            Span(at + line.start(1), at + line.end(1)),
            Span(at + line.start(1), at + line.end(1)),
            line[1],
        )
        content = Span(at + line.start(3), at + line.end(3))
        quote = len(line[2])
        value = Scalar(
            Span(content.start - quote, content.end + quote), content, line[3], value=line[3]
        )
        entries.append(Entry(key, value, Span(key.span.start, value.span.end)))
        data[line[1]] = line[3]
    return FrontMatter(
        "yaml",
        Span(0, found.end()),
        Span(*found.span(1)),
        MappingNode(Span(*found.span(1)), tuple(entries)),
        data,
    )
