"""The YAML that most posts hold, read line by line: ``key: value``, one-line and block lists.

ruamel takes about a millisecond for ten lines. What is plain to see is read here; anything else
is left to ruamel (``None``), and a property test holds both to the same nodes. ``salvage`` reads
what can be read of YAML that is broken, so that the other rules have a title to judge.
"""

from __future__ import annotations

import re

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.nodes import Entry, MappingNode, Scalar, SequenceNode
from kouetsu.text.yaml_scalars import meaning

_LINE = Pattern(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_KEY = Pattern(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +|(?=[\r\n]|\Z))")
_ITEM = Pattern(r"( *)- +(?=[^\s-])")
_SKIPPED = Pattern(r"[ ]*(?:#[^\r\n]*)?")
_AFTER = Pattern(r" *(?: #[^\r\n]*)?")
_DOUBLE = Pattern(r'"([^"\\\r\n\t]*)"')
_SINGLE = Pattern(r"'([^'\r\n\t]*)'")
# Up to a comment; never with what makes a mapping or ends in a colon.
_PLAIN = Pattern(r"""(?![-?:,\[\]{}\#&*!|>'"%@`\s=<])(?:[^\r\n\t:\#]|:(?=[^\s])|(?<=[^\s])\#)+""")
_FLOW_PLAIN = Pattern(r"""(?![-?&*!|>'"%@`\s=<])[^\r\n\t:\#,\[\]{}"'?]+""")
_STRANGE = Pattern(
    # perf: alternatives, for one class of so many ranges takes milliseconds to compile
    "[\x00-\x08\x0b\x0c\x0e-\x1f]|[\x7f-\x9f]|[\u2028\u2029]|[\ud800-\udfff]|[\ufeff\ufffe\uffff]"
)


def read_lines(text: str, offset: int = 0) -> MappingNode | None:
    """The nodes of plain YAML; ``None`` for what only a complete parser can tell."""
    if _STRANGE.search(text):
        return None
    entries: list[Entry] = []
    position = 0
    while position < len(text):
        skipped = _SKIPPED.match(text, position)
        end_of_line = _line_end(text, position)
        if skipped is not None and skipped.end() == end_of_line:
            position = _next_line(text, end_of_line)
            continue
        found = _entry(text, position, offset)
        if found is None:
            return None
        entry, position = found
        entries.append(entry)
    if not entries:
        return None
    return MappingNode(Span(entries[0].span.start, entries[-1].span.end), tuple(entries))


def _entry(text: str, position: int, offset: int) -> tuple[Entry, int] | None:
    key_found = _KEY.match(text, position)
    if key_found is None:
        return None
    key_span = Span(offset + position, offset + key_found.end(1))
    key = Scalar(key_span, key_span, key_found[1], "plain", meaning(key_found[1]))
    end_of_line = _line_end(text, position)
    following = _next_line(text, end_of_line)
    at = key_found.end()
    value: Scalar | SequenceNode | None
    if _blank(text, at, end_of_line):
        value, following = _block_list(text, following, offset)
        colon = key_span.end + 1
        end = value.span.end if value is not None else colon
    else:
        value, stop = _value(text, at, offset)
        if value is None or not _blank(text, stop, end_of_line):
            return None
        end = value.span.end
    if _continued(text, following):
        return None
    return Entry(key, value, Span(key_span.start, end)), following


def _block_list(text: str, position: int, offset: int) -> tuple[SequenceNode | None, int]:
    """The items of a block list, each one scalar, from this line on."""
    items: list[Scalar] = []
    start = indent = -1
    while position < len(text):
        dash = _ITEM.match(text, position)
        if dash is None or (items and dash.end(1) - position != indent):
            break
        end_of_line = _line_end(text, position)
        item, stop = _scalar(text, dash.end(), offset, _PLAIN)
        if item is None or not _blank(text, stop, end_of_line):
            break
        if not items:
            start, indent = dash.end(1), dash.end(1) - position
        items.append(item)
        position = _next_line(text, end_of_line)
    if not items:
        return None, position
    span = Span(offset + start, items[-1].span.end)
    return SequenceNode(span, tuple(items)), position


def _continued(text: str, position: int) -> bool:
    """Whether the line belongs to the value before it in a way that is not read here."""
    while position < len(text):
        end_of_line = _line_end(text, position)
        if not _blank(text, position, end_of_line):
            return text[position] in " \t-"
        position = _next_line(text, end_of_line)
    return False


def _value(text: str, at: int, offset: int) -> tuple[Scalar | SequenceNode | None, int]:
    if text[at : at + 1] == "[":
        return _flow_list(text, at, offset)
    return _scalar(text, at, offset, _PLAIN)


def _flow_list(text: str, at: int, offset: int) -> tuple[SequenceNode | None, int]:
    items: list[Scalar] = []
    position = _past_spaces(text, at + 1)
    while text[position : position + 1] != "]":
        item, position = _scalar(text, position, offset, _FLOW_PLAIN)
        if item is None:
            return None, position
        items.append(item)
        position = _past_spaces(text, position)
        mark = text[position : position + 1]
        if mark == ",":
            position = _past_spaces(text, position + 1)
        elif mark != "]":
            return None, position
    span = Span(offset + at, offset + position + 1)
    return SequenceNode(span, tuple(items)), position + 1


def _scalar(text: str, at: int, offset: int, plain: Pattern) -> tuple[Scalar | None, int]:
    if (quoted := _DOUBLE.match(text, at)) or (quoted := _SINGLE.match(text, at)):
        span = Span(offset + at, offset + quoted.end())
        inner = Span(span.start + 1, span.end - 1)
        style = "double" if text[at] == '"' else "single"
        return Scalar(span, inner, quoted[1], style, quoted[1]), quoted.end()  # type: ignore[arg-type]
    found = plain.match(text, at)
    if found is None:
        return None, at
    words = found[0].rstrip(" ")
    span = Span(offset + at, offset + at + len(words))
    return Scalar(span, span, words, "plain", meaning(words)), at + len(words)


def _blank(text: str, start: int, end: int) -> bool:
    """Whether nothing but a comment stands there."""
    return _AFTER.fullmatch(text, start, end) is not None


def _past_spaces(text: str, at: int) -> int:
    while text[at : at + 1] == " ":
        at += 1
    return at


def _line_end(text: str, position: int) -> int:
    found = _LINE.match(text, position)
    return found.end(1) if found else len(text)


def _next_line(text: str, end_of_line: int) -> int:
    return end_of_line + (2 if text.startswith("\r\n", end_of_line) else 1)


_LOOSE_KEY = Pattern(r"(?:\*\*|__)?([A-Za-z_][A-Za-z0-9_-]*)(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]*")


def salvage(text: str, offset: int = 0) -> MappingNode | None:
    """The one-line entries of broken YAML, each value as it stands; ``None`` without any."""
    entries: list[Entry] = []
    position = 0
    while position < len(text):
        end_of_line = _line_end(text, position)
        found = _LOOSE_KEY.match(text, position, end_of_line)
        if found is not None:
            entries.append(_loose_entry(text, found, end_of_line, offset))
        position = _next_line(text, end_of_line)
    if not entries:
        return None
    return MappingNode(Span(entries[0].span.start, entries[-1].span.end), tuple(entries))


def _loose_entry(text: str, found: re.Match[str], end_of_line: int, offset: int) -> Entry:
    key_span = Span(offset + found.start(1), offset + found.end(1))
    key = Scalar(key_span, key_span, found[1], "plain", found[1])
    value, stop = _value(text, found.end(), offset)
    if value is None or not _blank(text, stop, end_of_line):
        words = text[found.end() : end_of_line].rstrip()
        span = Span(offset + found.end(), offset + found.end() + len(words))
        value = Scalar(span, span, words, "plain", meaning(words)) if words else None
    end = value.span.end if value is not None else offset + found.end()
    return Entry(key, value, Span(key_span.start, end))
