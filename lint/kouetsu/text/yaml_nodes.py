"""Front matter in YAML: from text to nodes with spans, bounded against hostile input."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.nodes import (
    MAX_DEPTH,
    MAX_EXPANDED,
    MAX_SIZE,
    Entry,
    MappingNode,
    Node,
    Problem,
    ProblemKey,
    Scalar,
    SequenceNode,
    Style,
)
from kouetsu.text.yaml_errors import UNREADABLE, located
from kouetsu.text.yaml_lines import read_lines
from kouetsu.text.yaml_scalars import meaning

Event = Any
"""ruamel's events, whose own annotations are all ``Any``; imported only when needed."""

_STYLES: dict[str | None, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_PROPERTIES = Pattern(r"(?:[&!]\S*(?:\s+|$))+")
_BLOCK_HEADER = Pattern(r"[|>][^\r\n]*(?:\r\n|\r|\n|$)")
_TAB_AFTER_COLON = Pattern(r"(?m)^( *(?:- +)*[\w-]+:)([ ]*\t[ \t]*)")
# ruamel breaks lines at these, as YAML 1.1 did; no publisher does. Private characters stand in.
_NO_BREAKS = {0x85: 0xF8F1, 0x2028: 0xF8F2, 0x2029: 0xF8F3}
_BREAKS_BACK = {stand_in: char for char, stand_in in _NO_BREAKS.items()}
_SURROGATE_ESCAPE = Pattern(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|\\U0000[dD][89a-fA-F][0-9a-fA-F]{2}")


class Reading(Struct, frozen=True):
    """A tree (``None`` where there is none) and what was wrong."""

    node: Node | None
    problems: tuple[Problem, ...] = ()


class _TroubleError(Exception):
    """Carries the problem that ends the reading."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.key)
        self.problem = problem


def read_yaml(text: str, offset: int = 0) -> Reading:
    """The YAML document as nodes, their spans moved by ``offset``."""
    if len(text) > MAX_SIZE:
        limit = {"limit": MAX_SIZE // 1024}
        return Reading(None, (Problem(Span(offset, offset + len(text)), "too-large", limit),))
    quick = read_lines(text, offset)
    return Reading(quick) if quick is not None else read_with_ruamel(text, offset)


def read_with_ruamel(text: str, offset: int = 0) -> Reading:
    """The same by a complete YAML parser, some ten times slower."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    prepared = _prepared(text)
    reader = _Reader(text, offset)
    parser = YAML(typ="safe", pure=True)
    try:
        return Reading(reader.document(iter(parser.parse(prepared))))
    except _TroubleError as trouble:
        return Reading(None, (trouble.problem,))
    except YAMLError as error:
        return Reading(None, (located(error, text, offset),))
    except Exception:
        # What ruamel lets through for hostile input, such as numbers beyond Unicode in escapes
        # (ValueError, OverflowError), is of every kind.
        whole = Span(offset, offset + len(text))
        return Reading(None, (Problem(whole, "yaml-error", {"detail": UNREADABLE}),))


def _prepared(text: str) -> str:
    """The text with what publishers read and ruamel refuses replaced, each place of equal length.

    A tab after the colon is white space to psych, go-yaml and js-yaml. A lone surrogate in an
    escape can't be encoded, so that U+FFFD stands for it, as it would on the page.
    """
    if "\t" in text:
        text = _TAB_AFTER_COLON.sub(lambda m: m[1] + " " * len(m[2]), text)
    if "\\" in text:
        text = _SURROGATE_ESCAPE.sub(lambda m: m[0][:2] + "FFFD".zfill(len(m[0]) - 2), text)
    return text.translate(_NO_BREAKS)


class _Reader:
    """Composes events into nodes: spans trimmed, limits kept, aliases put in."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.anchors: dict[str, tuple[Node | None, int]] = {}
        self.open_anchors: set[str] = set()
        self.expanded = 0

    def document(self, events: Iterator[Event]) -> Node | None:
        node: Node | None = None
        count = 0
        for event in events:
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                count += 1
                if count > 1:
                    raise self.trouble(event, "second-document")
            elif kind not in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                node = self.node(event, events, 0)
        return node

    def node(self, event: Event, events: Iterator[Event], depth: int) -> Node | None:
        if depth > MAX_DEPTH:
            raise self.trouble(event, "too-deep", limit=MAX_DEPTH)
        if type(event).__name__ == "AliasEvent":
            return self.alias(event)
        before = self.expanded
        self.grow(event, 1)
        anchor: str | None = event.anchor
        if anchor is not None:
            self.open_anchors.add(anchor)
        node: Node | None
        match type(event).__name__:
            case "ScalarEvent":
                node = self.scalar(event)
            case "SequenceStartEvent":
                node = self.sequence(event, events, depth)
            case _:
                node = self.mapping(event, events, depth)
        if anchor is not None:
            self.open_anchors.discard(anchor)
            self.anchors[anchor] = (node, self.expanded - before)
        return node

    def grow(self, event: Event, by: int) -> None:
        self.expanded += by
        if self.expanded > MAX_EXPANDED:
            raise self.trouble(event, "too-many-aliases", limit=MAX_EXPANDED)

    def alias(self, event: Event) -> Node | None:
        name: str = event.anchor
        if name in self.open_anchors or name not in self.anchors:
            raise self.trouble(event, "unknown-alias", name=name[:40])
        node, size = self.anchors[name]
        self.grow(event, size)
        span = self.span(event)
        if node is None:
            return None
        if isinstance(node, Scalar):
            return replace(node, span=span, content=span)
        return replace(node, span=span)

    def scalar(self, event: Event) -> Scalar | None:
        start, end = event.start_mark.index, event.end_mark.index
        start = self.past_properties(event, start, end)
        style = _STYLES.get(event.style, "plain")
        text: str = event.value.translate(_BREAKS_BACK)
        inner = start
        if style in ("single", "double"):
            inner, inner_end = start + 1, end - 1
        else:
            if style != "plain" and (header := _BLOCK_HEADER.match(self.text, start, end)):
                inner = header.end()
            end = inner_end = max(start, start + len(self.text[start:end].rstrip(" \t\r\n")))
            inner = min(inner, inner_end)
        if style == "plain" and not text and start == end and event.tag is None:
            return None
        is_plain = style == "plain" and event.tag is None
        value = meaning(text) if is_plain else text
        return Scalar(self.at(start, end), self.at(inner, inner_end), text, style, value)

    def sequence(self, event: Event, events: Iterator[Event], depth: int) -> SequenceNode:
        items: list[Node] = []
        start = self.past_properties(event, event.start_mark.index, len(self.text))
        end = event.end_mark.index
        for inner in events:
            if type(inner).__name__ == "SequenceEndEvent":
                if event.flow_style:
                    end = inner.end_mark.index
                break
            item = self.node(inner, events, depth + 1)
            place = inner.start_mark.index
            items.append(item if item is not None else _null(self.at(place, place)))
            end = max(end, items[-1].span.end - self.offset)
        return SequenceNode(self.at(start, end), tuple(items))

    def mapping(self, event: Event, events: Iterator[Event], depth: int) -> MappingNode:
        entries: list[Entry] = []
        start = self.past_properties(event, event.start_mark.index, len(self.text))
        end = max(start, event.end_mark.index)
        for inner in events:
            if type(inner).__name__ == "MappingEndEvent":
                if event.flow_style:
                    end = inner.end_mark.index
                break
            key = self.node(inner, events, depth + 1)
            place = inner.start_mark.index
            if key is None:
                key = _null(self.at(place, place))
            if not isinstance(key, Scalar):
                raise self.trouble(inner, "key-not-text")
            entry = self.entry(key, events, depth)
            entries.append(entry)
            end = max(end, entry.span.end - self.offset)
        if entries and not event.flow_style:
            start = entries[0].span.start - self.offset
        return MappingNode(self.at(start, end), tuple(entries))

    def entry(self, key: Scalar, events: Iterator[Event], depth: int) -> Entry:
        value = self.node(next(events), events, depth + 1)
        if value is not None:
            return Entry(key, value, key.span.joined(value.span))
        colon = self.text.find(":", key.span.end - self.offset)
        end = max(key.span.end, self.offset + colon + 1)
        return Entry(key, None, Span(key.span.start, end))

    def past_properties(self, event: Event, start: int, end: int) -> int:
        if event.anchor is None and event.tag is None:
            return start
        found = _PROPERTIES.match(self.text, start, end)
        return found.end() if found else start

    def at(self, start: int, end: int) -> Span:
        return Span(self.offset + start, self.offset + end)

    def span(self, event: Event) -> Span:
        return self.at(event.start_mark.index, event.end_mark.index)

    def trouble(self, event: Event, key: ProblemKey, **values: str | int) -> _TroubleError:
        start = event.start_mark.index
        end = max(start, event.end_mark.index)
        return _TroubleError(Problem(self.at(start, end), key, values))


def _null(span: Span) -> Scalar:
    return Scalar(span, span, "", "plain", None)
