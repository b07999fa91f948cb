"""The tree of a front matter: every key, value and list item with its span."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct

from kouetsu.findings import NO_VALUES, Values
from kouetsu.patterns import Pattern
from kouetsu.spans import Span

_OLD_WORDS: dict[str, object] = {
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), False),
}
_OLD_NUMBER = Pattern(r"[-+]?[0-9][0-9_,]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?")
MAX_SIZE = 64 * 1024
MAX_DEPTH = 50
MAX_EXPANDED = 10_000
"""How many nodes may stand in the tree once every alias is put in: a bomb has ten million."""
Style = Literal["plain", "single", "double", "literal", "folded"]


class Scalar(Struct, frozen=True):
    """One value: ``span`` with its quotes, ``content`` inside them, ``text`` decoded.

    ``value`` is what the text means (number, truth value, date …); an impossible date stays text.
    """

    span: Span
    content: Span
    text: str
    style: Style
    value: object

    @property
    def other_values(self) -> tuple[object, ...]:
        """What other readers of YAML in use make of it where they differ.

        Jekyll's psych takes ``yes`` for true and ``1:30`` for a number, where others see text.
        """
        if self.style != "plain":
            return ()
        if self.text in _OLD_WORDS:
            return (_OLD_WORDS[self.text],)
        if isinstance(self.value, str) and _OLD_NUMBER.fullmatch(self.text):
            return (0,)
        if isinstance(self.value, int) and re.fullmatch(r"[-+]?0[0-9]+", self.text):
            return (self.text,)
        return ()


class SequenceNode(Struct, frozen=True):
    """A list."""

    span: Span
    items: tuple[Node, ...]


class Entry(Struct, frozen=True):
    """A key with its value, ``None`` where nothing stands after the colon."""

    key: Scalar
    value: Node | None
    span: Span


class MappingNode(Struct, frozen=True):
    """Keys and values in the order of the source, duplicates included."""

    span: Span
    entries: tuple[Entry, ...]

    def entry(self, name: str) -> Entry | None:
        """The entry of that key; the last of duplicates, which is the one that publishers read."""
        for entry in reversed(self.entries):
            if entry.key.text == name:
                return entry
        return None


Node = Scalar | SequenceNode | MappingNode


ProblemKey = Literal[
    # its fences, and where it stands
    "not-closed",
    "not-opened",
    "lone-fence",
    "text-before",
    "blank-before",
    "in-code-block",
    "fence-twice",
    "fence-look-alike",
    "indented",
    "second",
    # its keys
    "bold-keys",
    "wide-colon",
    "duplicate-key",
    "key-not-text",
    "not-a-mapping",
    # what no parser reads
    "yaml-error",
    "toml-error",
    "json-error",
    "second-document",
    "unknown-alias",
    # what ours reads no further
    "too-large",
    "too-deep",
    "too-many-aliases",
]
"""What can be wrong with a front matter."""


class Problem(Struct, frozen=True):
    """What is wrong with a front matter, and where."""

    span: Span
    key: ProblemKey
    values: Values = NO_VALUES
    related: Span | None = None


def plain(node: Node | None) -> object:
    """The node as plain Python values, merge keys resolved."""
    if node is None:
        return None
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.items]
    return plain_mapping(node)


def plain_mapping(node: MappingNode) -> dict[str, object]:
    """The mapping as plain Python values; ``<<`` adds keys that do not stand there themselves."""
    values: dict[str, object] = {}
    for entry in node.entries:
        if entry.key.text != "<<":
            values[entry.key.text] = plain(entry.value)
            continue
        merged = plain(entry.value)
        for source in merged if isinstance(merged, list) else [merged]:
            if isinstance(source, Mapping):
                for name, value in source.items():
                    values.setdefault(name, value)
    return values


def duplicates(node: Node | None) -> Iterator[tuple[Scalar, Scalar]]:
    """Every key that stood before in its mapping, with the first of them, at any depth."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from duplicates(item)
    elif isinstance(node, MappingNode):
        first: dict[str, Scalar] = {}
        for entry in node.entries:
            earlier = first.setdefault(entry.key.text, entry.key)
            if earlier is not entry.key and entry.key.text != "<<":
                yield earlier, entry.key
            yield from duplicates(entry.value)
