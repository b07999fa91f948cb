"""Front matter in TOML: tomllib judges it, our own scan of the keys gives the spans."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

from kouetsu.findings import Text
from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.nodes import (
    MAX_DEPTH,
    MAX_SIZE,
    Entry,
    MappingNode,
    Node,
    Problem,
    Scalar,
    SequenceNode,
    Style,
    duplicates,
)
from kouetsu.text.source import starts_of_lines
from kouetsu.text.yaml_nodes import Reading

_KEY_PART = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*')"""
_KEY = Pattern(rf"[ \t]*({_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART})*)[ \t]*=[ \t]*")
_TABLE = Pattern(rf"[ \t]*(\[\[?)[ \t]*({_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART})*)[ \t]*\]\]?")
_STRING = Pattern(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'', re.S
)
_BARE = Pattern(r"[^\s,\[\]{}#\"'][^,\[\]{}#\r\n\"']*")
_SKIP = Pattern(r"(?:[ \t\r\n]|#[^\r\n]*)*")
_LINE_END = Pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_PLACE = Pattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DOTTED = Pattern(rf"{_KEY_PART}(?:[ \t]*\.[ \t]*{_KEY_PART}){{{MAX_DEPTH}}}")


def read_toml(text: str, offset: int = 0) -> Reading:
    """The TOML document as nodes, their spans moved by ``offset``."""
    if len(text) > MAX_SIZE:
        whole = Span(offset, offset + len(text))
        return Reading(None, (Problem(whole, "too-large", {"limit": MAX_SIZE // 1024}),))
    try:
        node = _Scan(text, offset).document()
    except _TooDeepError as deep:
        place = Span(offset + deep.at, offset + deep.at + 1)
        return Reading(None, (Problem(place, "too-deep", {"limit": MAX_DEPTH}),))
    try:
        _loaded(text)
    except (ValueError, RecursionError) as error:  # ValueError: an integer of 5,000 digits, too
        if any(duplicates(node)):
            return Reading(node)
        return Reading(node, (_problem(str(error), text, offset),))
    return Reading(node)


def _loaded(text: str) -> dict[str, object]:
    # tomllib knows no lone CR; as a line feed it keeps every place.
    return tomllib.loads(re.sub(r"\r(?!\n)", "\n", text))


def _problem(story: str, text: str, offset: int) -> Problem:
    place = _PLACE.search(story)
    at = len(text)
    if place and place[1]:
        starts = starts_of_lines(text)
        at = starts[min(int(place[1]), len(starts)) - 1] + int(place[2]) - 1
    at = min(at, len(text))
    while at and (at == len(text) or text[at] in "\r\n"):
        at -= 1
    detail = Text("TOML として読めない", "this is not TOML")
    span = Span(offset + at, offset + min(at + 1, len(text)))
    return Problem(span, "toml-error", {"detail": detail})


class _TooDeepError(Exception):
    """Tables or arrays in one another further than any front matter is; tomllib recurses, too."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class _Scan:
    """Keys, values and tables with their places; whatever it can't read it steps over."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.depth = 0

    def document(self) -> MappingNode:
        """All entries; a table is an entry whose value is a mapping, ``[[x]]`` a list of these."""
        found: list[tuple[Entry, bool]] = []
        at = 0
        while (at := self.skip(at)) < len(self.text):
            table = _TABLE.match(self.text, at)
            if table is None:
                entry, at = self.entry(at)
                if entry is not None:
                    found.append((entry, False))
                continue
            entries, end = self.table(self.line_end(at))
            span = self.at(table.start(1), end)
            value = MappingNode(span, tuple(entries))
            found.append((self.nested(table, 2, value, span), table[1] == "[["))
            at = end
        merged = tuple(_with_lists(found))
        return MappingNode(self.at(0, len(self.text)), merged)

    def table(self, at: int) -> tuple[list[Entry], int]:
        entries: list[Entry] = []
        end = at
        while (at := self.skip(at)) < len(self.text) and not _TABLE.match(self.text, at):
            entry, at = self.entry(at)
            end = at
            if entry is not None:
                entries.append(entry)
        return entries, end

    def entry(self, at: int) -> tuple[Entry | None, int]:
        key = _KEY.match(self.text, at)
        if key is None:
            return None, self.line_end(at)
        value, end = self.value(key.end())
        if value is None:
            return None, self.line_end(max(at, end))
        return self.nested(key, 1, value, self.at(key.start(1), end)), self.line_end(end)

    def nested(self, found: re.Match[str], group: int, value: Node, span: Span) -> Entry:
        """The entry; a dotted key is a mapping within a mapping."""
        if _DOTTED.match(found[group]):
            raise _TooDeepError(found.start(group))
        parts = [self.key(part) for part in re.finditer(_KEY_PART, found[group])]
        start = found.start(group)
        keys = [_moved(key, self.offset + start) for key in parts]
        entry = Entry(keys[-1], value, span)
        for key in reversed(keys[:-1]):
            entry = Entry(key, MappingNode(entry.span, (entry,)), span)
        return entry

    def key(self, part: re.Match[str]) -> Scalar:
        quoted = part[0][0] in "\"'"
        inner = part[0][1:-1] if quoted else part[0]
        start, end = part.span()
        content = Span(start + quoted, end - quoted)
        return Scalar(Span(start, end), content, inner, "double" if quoted else "plain", inner)

    def value(self, at: int) -> tuple[Node | None, int]:
        if string := _STRING.match(self.text, at):
            return self.scalar(string), string.end()
        if self.text[at : at + 1] in ("[", "{"):
            return self.container(at)
        bare = _BARE.match(self.text, at)
        return (self.scalar(bare), bare.end()) if bare else (None, at)

    def container(self, at: int) -> tuple[Node | None, int]:
        if self.depth == MAX_DEPTH:
            raise _TooDeepError(at)
        self.depth += 1
        try:
            return self.array(at) if self.text[at] == "[" else self.inline_table(at)
        finally:
            self.depth -= 1

    def scalar(self, found: re.Match[str]) -> Scalar:
        raw = found[0].rstrip()
        start = found.start()
        quote = 3 if raw[:3] in ('"""', "'''") and len(raw) > 5 else int(raw[0] in "\"'")
        style: Style = {"'": "single", '"': "double"}.get(raw[0], "plain")  # type: ignore[assignment]
        span = self.at(start, start + len(raw))
        content = Span(span.start + quote, span.end - quote)
        try:
            value: object = _loaded(f"v = {raw}")["v"]
        except ValueError:
            value = raw[quote : len(raw) - quote]
        text = value if isinstance(value, str) else raw
        return Scalar(span, content, text, style, value)

    def array(self, at: int) -> tuple[SequenceNode | None, int]:
        items: list[Node] = []
        place = self.skip(at + 1)
        while place < len(self.text) and self.text[place] != "]":
            item, place = self.value(place)
            if item is None:
                return None, place
            items.append(item)
            place = self.skip(place)
            if self.text[place : place + 1] == ",":
                place = self.skip(place + 1)
        end = min(place + 1, len(self.text))
        return SequenceNode(self.at(at, end), tuple(items)), end

    def inline_table(self, at: int) -> tuple[MappingNode | None, int]:
        entries: list[Entry] = []
        place = self.skip(at + 1)
        while place < len(self.text) and self.text[place] != "}":
            key = _KEY.match(self.text, place)
            value, end = self.value(key.end()) if key else (None, place)
            if key is None or value is None:
                return None, end
            entries.append(self.nested(key, 1, value, self.at(key.start(1), end)))
            place = self.skip(end)
            if self.text[place : place + 1] == ",":
                place = self.skip(place + 1)
        end = min(place + 1, len(self.text))
        return MappingNode(self.at(at, end), tuple(entries)), end

    def skip(self, at: int) -> int:
        found = _SKIP.match(self.text, at)
        return found.end() if found else at

    def line_end(self, at: int) -> int:
        found = _LINE_END.match(self.text, at)
        return max(found.end() if found else 0, at + 1)

    def at(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + min(end, len(self.text)))


def _moved(key: Scalar, by: int) -> Scalar:
    span, content = (Span(start + by, end + by) for start, end in (key.span, key.content))
    return Scalar(span, content, key.text, key.style, key.value)


def _with_lists(found: Iterable[tuple[Entry, bool]]) -> list[Entry]:
    """The entries with each run of ``[[x]]`` tables as one list."""
    entries: list[Entry] = []
    lists: dict[str, int] = {}
    for entry, repeats in found:
        if not repeats or entry.value is None:
            entries.append(entry)
            continue
        place = lists.setdefault(entry.key.text, len(entries))
        if place == len(entries):
            value = SequenceNode(entry.value.span, (entry.value,))
            entries.append(Entry(entry.key, value, entry.span))
            continue
        first = entries[place]
        assert isinstance(first.value, SequenceNode)
        span = first.value.span.joined(entry.value.span)
        value = SequenceNode(span, (*first.value.items, entry.value))
        entries[place] = Entry(first.key, value, first.span.joined(entry.span))
    return entries
