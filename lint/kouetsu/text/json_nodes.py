"""Front matter in JSON, as Hugo reads it: an object that begins the file."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]

from kouetsu.findings import Text
from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.surrogates import encodable
from kouetsu.text.nodes import MAX_DEPTH, Entry, MappingNode, Node, Problem, Scalar, SequenceNode
from kouetsu.text.yaml_nodes import Reading

_SPACE = Pattern(r"[ \t\r\n]*")
_BARE = Pattern(r"[^\s,\]}\"]+")
_BRACKET = Pattern(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)

_CLOSING = {"{": "}", "[": "]"}


class _BrokenError(Exception):
    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def object_end(text: str, start: int) -> int | None:
    """Where the object that begins at ``start`` ends, by its brackets; ``None``: nowhere."""
    depth = 0
    for found in _BRACKET.finditer(text[start : start + 64 * 1024]):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return start + found.end()
    return None


def closed(text: str) -> str:
    """The text of an object with the brackets that it left open."""
    awaited: list[str] = []
    for found in _BRACKET.finditer(text):
        if found[0] in _CLOSING:
            awaited.append(_CLOSING[found[0]])
        elif awaited and found[0] == awaited[-1]:
            awaited.pop()
    return f"{text.rstrip().rstrip(',')}{''.join(reversed(awaited))}"


def read_json(text: str, offset: int = 0) -> Reading:
    """The JSON object as nodes, their spans moved by ``offset``."""
    try:
        node, end = _node(text, _past(text, 0), offset, 0)
        if text[end:].strip():
            raise _BrokenError(_past(text, end))
        return Reading(node)
    except _BrokenError as broken:
        start = min(broken.at, max(0, len(text) - 1))
        detail = Text("JSON として読めない", "this is not JSON")
        span = Span(offset + start, offset + min(start + 1, len(text)))
        return Reading(None, (Problem(span, "json-error", {"detail": detail}),))


def _past(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _node(text: str, at: int, offset: int, depth: int) -> tuple[Node, int]:
    if depth > MAX_DEPTH:
        raise _BrokenError(at)
    match text[at : at + 1]:
        case "{":
            return _object(text, at, offset, depth)
        case "[":
            return _array(text, at, offset, depth)
        case '"':
            return _string(text, at, offset)
    return _bare(text, at, offset)


def _string(text: str, at: int, offset: int) -> tuple[Scalar, int]:
    try:
        value, end = scanstring(text, at + 1, True)
    except json.JSONDecodeError as error:
        raise _BrokenError(error.pos) from None
    words = encodable(value)
    span = Span(offset + at, offset + end)
    return Scalar(span, Span(span.start + 1, span.end - 1), words, "double", words), end


def _bare(text: str, at: int, offset: int) -> tuple[Scalar, int]:
    found = _BARE.match(text, at)
    if found is None or found.end() - at > 40:
        raise _BrokenError(at)
    try:
        value = json.loads(found[0])
    except ValueError:
        raise _BrokenError(at) from None
    span = Span(offset + at, offset + found.end())
    return Scalar(span, span, found[0], "plain", value), found.end()


def _array(text: str, at: int, offset: int, depth: int) -> tuple[SequenceNode, int]:
    items: list[Node] = []
    place = _past(text, at + 1)
    while text[place : place + 1] != "]":
        item, place = _node(text, place, offset, depth + 1)
        items.append(item)
        place = _after_value(text, place, "]")
    return SequenceNode(Span(offset + at, offset + place + 1), tuple(items)), place + 1


def _object(text: str, at: int, offset: int, depth: int) -> tuple[MappingNode, int]:
    entries: list[Entry] = []
    place = _past(text, at + 1)
    while text[place : place + 1] != "}":
        if text[place : place + 1] != '"':
            raise _BrokenError(place)
        key, place = _string(text, place, offset)
        place = _past(text, place)
        if text[place : place + 1] != ":":
            raise _BrokenError(place)
        value, place = _node(text, _past(text, place + 1), offset, depth + 1)
        entries.append(Entry(key, value, key.span.joined(value.span)))
        place = _after_value(text, place, "}")
    return MappingNode(Span(offset + at, offset + place + 1), tuple(entries)), place + 1


def _after_value(text: str, at: int, closing: str) -> int:
    at = _past(text, at)
    if text[at : at + 1] == closing:
        return at
    if text[at : at + 1] != ",":
        raise _BrokenError(at)
    at = _past(text, at + 1)
    if text[at : at + 1] == closing:
        raise _BrokenError(at)
    return at
