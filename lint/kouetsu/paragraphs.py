"""Documentation as it flows: lines of source joined, and broken again to fit a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.report.wrapping import wrapped

STARTS = re.compile(r"(?:[-*]|\d+\.)[ ]|#|\||>")
ITEM = re.compile(r"[ ]*(?:[-*]|\d+\.)[ ]+")
ASCII_SIGN = re.compile(r"[!-~]")


def flowing(text: str) -> str:
    """Each paragraph and item on one line; a break within Japanese leaves no space."""
    lines: list[str] = []
    open_before = False
    for line, is_code in _lines(text):
        is_open = not is_code and bool(line.strip()) and not line.startswith(("#", "|"))
        if is_open and open_before and not STARTS.match(line.strip()):
            lines[-1] += _between(lines[-1], line.strip()) + line.strip()
        else:
            lines.append(line)
        open_before = is_open
    return "\n".join(lines)


def fitted(text: str, columns: int) -> str:
    """Flowing text broken to so many columns; code, tables and headings stay as they are."""
    lines: list[str] = []
    for line, is_code in _lines(text):
        if is_code or line.startswith(("#", "|")) or not line.strip():
            lines.append(line)
            continue
        item = ITEM.match(line)
        indent = " " * len(item.group()) if item else ""
        rest = wrapped(line[len(indent) :], columns - len(indent))
        lines += [(item.group() if item else "") + rest[0], *(indent + each for each in rest[1:])]
    return "\n".join(lines)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, and whether each belongs to a code block."""
    fence = ""
    for line in text.split("\n"):
        mark = re.match("`{3,}|~{3,}", line)
        inside = bool(fence)
        if not fence and mark:
            fence = mark.group()
        elif fence and line.rstrip() == fence:
            fence = ""
        yield line, inside or bool(mark)


def _between(before: str, after: str) -> str:
    if before.endswith(("、", "。", "，", "．")):
        return ""
    return " " if ASCII_SIGN.match(before[-1]) or ASCII_SIGN.match(after) else ""
