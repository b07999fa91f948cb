"""A unified diff that ``git apply`` takes."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

NO_NEWLINE = "\\ No newline at end of file\n"


def unified(before: str, after: str, path: str) -> str:
    """The diff of one file; empty when nothing changed."""
    return "".join(_lines(before, after, path))


def _lines(before: str, after: str, path: str) -> Iterator[str]:
    old, new = _split(before), _split(after)
    a, b = _name(f"a/{path}"), _name(f"b/{path}")
    for number, line in enumerate(difflib.unified_diff(old, new, a, b)):
        if number < 2:  # the names; git wants a tab after one with a space
            yield line.rstrip("\n") + ("\t\n" if " " in path else "\n")
        elif line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n{NO_NEWLINE}"


def _split(text: str) -> list[str]:
    """Lines as git counts them: by LF alone, a CR being part of the line."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _name(name: str) -> str:
    if not re.search(r'[\x00-\x1f"\\\x7f]', name):
        return name
    escaped = re.sub(
        r'[\x00-\x1f"\\\x7f]',
        lambda m: f"\\{m[0]}" if m[0] in '"\\' else f"\\{ord(m[0]):03o}",
        name,
    )
    return f'"{escaped}"'
