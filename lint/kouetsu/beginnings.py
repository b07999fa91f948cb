"""Which characters a match begins with, told to the matcher of ``re``.

It passes over all others at once where it knows them, but CPython's compiler reads them off only
where an expression begins with a letter or a class: behind a group or a lookbehind, and where one
branch of several begins with a class, the whole expression is tried at every character. Most of
the rules' expressions are such, and a check of a post took a fifth longer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

SKIP, MASK, LEAST, SETTINGS = 1, 2, 3, 5
"""Where a program says how long its head is, what it tells, how short a match can be; its end."""
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
WIDTHLESS = ("AT", "ASSERT", "ASSERT_NOT")

Item = tuple[Any, Any]
Beginnings = tuple[list[Item], bool] | None
"""Members of a class, and whether it may be left out; ``None``: anything may stand there."""


def with_beginnings(program: list[int], parsed: Any, flags: int) -> list[int]:
    """The compiler's program with a head that tells the first characters, where it has none."""
    if program[MASK] or not program[LEAST] or flags & re.IGNORECASE:
        return program
    found = _of_sequence(parsed.data)
    if found is None or found[1]:
        return program
    constants, compiler = import_module("re._constants"), import_module("re._compiler")
    members, _ = compiler._optimize_charset([*dict.fromkeys(found[0])])
    head = [*program[:SETTINGS]]
    head[MASK] = constants.SRE_INFO_CHARSET
    compiler._compile_charset(members, flags, head)
    head[SKIP] = len(head) - SKIP
    return head + program[SKIP + program[SKIP] :]


def _of_sequence(parts: Iterable[Item]) -> Beginnings:
    members: list[Item] = []
    for part in parts:
        found = _of_part(part)
        if found is None:
            return None
        members += found[0]
        if not found[1]:
            return members, False
    return members, True


def _of_part(part: Item) -> Beginnings:
    kind, value = part[0].name, part[1]
    if kind == "LITERAL":
        return [part], False
    if kind == "IN":
        # one that excludes can't be joined with others
        return None if value[0][0].name == "NEGATE" else (value, False)
    if kind in WIDTHLESS:
        return [], True
    if kind == "SUBPATTERN":
        _, added, removed, inner = value
        return None if added or removed else _of_sequence(inner)
    if kind == "ATOMIC_GROUP":
        return _of_sequence(value)
    if kind in REPEATS:
        least, _, inner = value
        found = _of_sequence(inner)
        return None if found is None else (found[0], found[1] or not least)
    return _of_branches(value[1]) if kind == "BRANCH" else None


def _of_branches(branches: Iterable[Iterable[Item]]) -> Beginnings:
    members: list[Item] = []
    optional = False
    for branch in branches:
        found = _of_sequence(branch)
        if found is None:
            return None
        members += found[0]
        optional = optional or found[1]
    return members, optional
