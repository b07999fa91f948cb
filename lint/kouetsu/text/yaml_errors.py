"""What ruamel says of broken YAML, in our words and at the place where the writer looks."""

from __future__ import annotations

import re
from typing import Any

from kouetsu.findings import Text
from kouetsu.spans import Span
from kouetsu.text.nodes import Problem

UNREADABLE = Text("YAML として読めない", "this is not YAML")
_DETAILS: tuple[tuple[str, Text], ...] = (
    (
        r"mapping values are not allowed",
        Text(
            "値の中に「: 」がある（引用符で囲む必要がある）か、字下げが揃っていない",
            "a “: ” within a value, or uneven indentation; put the value in quotes",
        ),
    ),
    (
        r"found character '\\t'|found '\\t'|tab",
        Text("字下げにタブは使えない", "a tab can't indent"),
    ),
    (
        r"cannot start any token|expected alphabetic or numeric",
        Text(
            "この記号で値を始めることはできず、引用符で囲む必要がある",
            "a value can't begin with this sign; put it in quotes",
        ),
    ),
    (
        r"unexpected end of stream|document separator",
        Text("引用符が閉じていない", "a quotation mark is not closed"),
    ),
    (
        r"expected ',' or|but found '<stream end>'",
        Text("かっこが閉じていない", "a bracket is not closed"),
    ),
    (
        r"unknown escape|hexadecimal",
        Text(
            "二重引用符の中の「\\」の使い方が正しくない（一重引用符を使うか「\\\\」と書く）",
            "a wrong escape in double quotes; use single quotes or write “\\\\”",
        ),
    ),
    (
        r"could not find expected ':'",
        Text("「キー: 値」の形になっていない", "this is not of the form “key: value”"),
    ),
    (
        r"expected <block end>|expected the node content|document start",
        Text(
            "閉じ引用符のあとに文字が続いているか、字下げが揃っていない",
            "something follows a closing quotation mark, or the indentation is uneven",
        ),
    ),
    (
        r"found undefined alias",
        Text("「*」で参照した名前の定義がない", "“*” refers to a name that is not defined"),
    ),
    (
        r"another document",
        Text("「---」で区切られた文書が二つ以上ある", "“---” begins a second document"),
    ),
    (
        r"special characters",
        Text("制御文字が混じっている", "there is a control character"),
    ),
)


def words_of(error: Any) -> Text:
    """What ruamel says, by kind, in both languages."""
    story = f"{getattr(error, 'problem', None) or getattr(error, 'reason', None) or ''}"
    return _worded(story)


def _worded(story: str) -> Text:
    return next((text for pattern, text in _DETAILS if re.search(pattern, story)), UNREADABLE)


# A quotation that its line does not close, and a key on the next line.
_OPENED = re.compile(
    r"^[ \t]*[\w-]+:[ \t]+(?P<sign>[\"'])(?:(?!(?P=sign))[^\n])*\n(?=[\w-]+:(?:[ \t]|\n))",
    re.MULTILINE,
)
_UNCLOSED = "unexpected end of stream"


def located(error: Any, text: str, offset: int) -> Problem:
    """The error of ruamel as a problem of one character, or of the quotation left open."""
    place = getattr(error, "position", None)
    if not isinstance(place, int):
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        place = mark.index if mark is not None else 0
    story = f"{getattr(error, 'problem', None) or getattr(error, 'reason', None) or ''}"
    opened = getattr(error, "context_mark", None)
    if opened is not None and re.search("end of stream|expected ',' or|document sep", story):
        place = opened.index
    detail = words_of(error)
    left_open = _OPENED.search(text, 0, place) if "<block end>" in story else None
    if left_open is not None:
        place, detail = left_open.start("sign"), _worded(_UNCLOSED)
    place = min(place, len(text))
    while place and (place == len(text) or text[place] in "\r\n"):
        place -= 1
    end = place + 1 if place < len(text) else place
    return Problem(Span(offset + place, offset + end), "yaml-error", {"detail": detail})
