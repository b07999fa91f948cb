"""Compiled regular expressions, remembered between runs as Python remembers compiled modules.

The rules hold some four hundred expressions, and compiling them takes longer than checking a
post. What the compiler of ``re`` hands to the matching machine is plain data: it is kept in the
user's cache folder for this version of Python. Where any of that is not as expected, ``re``
compiles as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

FORMAT = 1
MOST = 5_000
"""Expressions: more are not ours."""

Key = tuple[str, int]
Data = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, their names, and the names in their order."""


class Memory:
    """The expressions of a file, and those compiled anew."""

    def __init__(self, path: str, engine: Any, compiler: Any) -> None:
        self._path, self._engine, self._compiler = path, engine, compiler
        self._compile: Callable[..., re.Pattern[Any]] = compiler.compile
        self._stamp = (FORMAT, sys.version, int(engine.MAGIC))
        self._known: dict[Key, Data] = {}
        self._is_new = False
        with suppress(Exception):  # missing, cut, of another version: begin anew
            with open(path, "rb") as file:
                stamp, known = marshal.load(file)
            if stamp == self._stamp:
                self._known = known

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """What ``re._compiler.compile`` returns."""
        if type(pattern) is not str:
            return self._compile(pattern, flags)
        key = (pattern, int(flags))
        if key in self._known:
            with suppress(Exception):
                return self._made(pattern, self._known[key])
        try:
            data = self._data(pattern, key[1])
            made = self._made(pattern, data)
        except (AttributeError, TypeError, struct.error):  # another Python than those that we know
            return self._compile(pattern, flags)
        self._known[key], self._is_new = data, True
        return made

    def _made(self, pattern: str, data: Data) -> re.Pattern[Any]:
        flags, code, *groups = data
        made: re.Pattern[Any] = self._engine.compile(pattern, flags, _numbers(code), *groups)
        return made

    def _data(self, pattern: str, flags: int) -> Data:
        tree = self._compiler._parser.parse(pattern, flags)
        code = self._compiler._code(tree, flags)
        names: dict[str, int] = tree.state.groupdict
        by_number: list[str | None] = [None] * tree.state.groups
        for name, number in names.items():
            by_number[number] = name
        all_flags = int(flags | tree.state.flags)
        return all_flags, _packed(code), tree.state.groups - 1, names, tuple(by_number)

    def save(self) -> None:
        """Write it out if there is anything new; whole or not at all."""
        if not self._is_new or len(self._known) > MOST:
            return
        with suppress(OSError, ValueError):
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            content = marshal.dumps((self._stamp, self._known))
            temporary = f"{self._path}.{os.getpid()}"
            with open(temporary, "wb") as file:
                file.write(content)
            os.replace(temporary, self._path)


def _packed(code: Sequence[int]) -> bytes:
    return struct.pack(f"={len(code)}I", *code)


def _numbers(code: bytes) -> list[int]:
    return list(struct.unpack(f"={len(code) // 4}I", code))


def remember(folder: str) -> Memory | None:
    """Let ``re`` compile by what is remembered in that folder, for this process."""
    try:
        compiler: Any = re._compiler  # type: ignore[attr-defined]
        engine = compiler._sre
        name = f"expressions.{sys.implementation.cache_tag}"
        memory = Memory(os.path.join(folder, name), engine, compiler)
        compiler.compile = memory.compile
    except AttributeError:
        return None
    return memory
