"""Compiled expressions, kept between runs as Python keeps compiled modules.

A quarter of a cold run went into compiling the expressions of the rules and reading their
literals. What CPython's compiler makes of an expression is a list of numbers for its matcher, which
takes such a list back and checks it (``_sre.compile``, called so by ``re/_compiler.py`` from 3.11
on). That way in is not documented: where it is missing or odd, or numbers mean what nobody has
tried, an expression is compiled as always.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any
from zlib import crc32

from kouetsu import __version__
from kouetsu.beginnings import with_beginnings
from kouetsu.folders import cache_folder

try:
    _sre: Any = import_module("_sre")
    _compiler: Any = import_module("re._compiler")
    _parser: Any = import_module("re._parser")
except ImportError:  # another Python
    _sre = _compiler = _parser = None

TRIED = frozenset({20220615, 20221023, 20230612})
"""``_sre.MAGIC`` of Python 3.11, 3.12 and 3.13: with another one the numbers may mean something
else, and rules would quietly find nothing. Before one is added, `tests/test_compiled.py` and
`tests/test_beginnings.py` must pass with it."""
MAKERS = ("patterns.py", "literals.py", "beginnings.py")
FORMAT = 3
NAME = "expressions-"
KEPT = 30 * 24 * 3600
"""Seconds after which a file that no run adds to is deleted; what is used still is made anew."""
MOST = 4_000
"""Expressions that the file remembers; beyond them it begins anew."""
Key = tuple[str, int]
Parts = tuple[int, bytes, int, tuple[tuple[str, int], ...]]
"""Flags, numbers, how many groups and which have names."""
Needs = tuple[tuple[tuple[str, ...], ...], tuple[tuple[tuple[int, int], ...], ...]]
"""What a text must hold for a match: literals, and pairs of their units (kouetsu/patterns.py)."""


class Store:
    """What earlier runs made of expressions, and what this one adds."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.fresh = False
        self.parts: dict[Key, Parts] = {}
        self.needs: dict[Key, Needs] = {}
        with suppress(OSError, ValueError, EOFError, TypeError):
            with open(path, "rb") as file:
                content = file.read()
            if crc32(content[4:]) == int.from_bytes(content[:4], "big"):
                self.parts, self.needs = marshal.loads(content[4:])

    def compile(self, expression: str, flags: int) -> re.Pattern[str]:
        """As ``re.compile``; raises ``re.error`` where the expression is wrong."""
        if getattr(_sre, "MAGIC", None) not in TRIED:
            return re.compile(expression, flags)
        key = expression, int(flags)
        with suppress(Exception):
            if key not in self.parts:
                self.parts[key] = _parts(expression, flags)
                self.fresh = True
            return _assembled(expression, self.parts[key])
        self.parts.pop(key, None)
        return re.compile(expression, flags)

    def needs_of(self, expression: str, flags: int, read: Callable[[str, int], Needs]) -> Needs:
        """As ``read(expression, flags)``."""
        key = expression, int(flags)
        if key not in self.needs:
            self.needs[key] = read(expression, flags)
            self.fresh = True
        return self.needs[key]

    def save(self) -> None:
        """Write what is new beside what other processes wrote; what can't be written is let go.

        Of two processes that write at the same moment one compiles again in its next run.
        """
        if not self.fresh:
            return
        written = Store(self.path)
        self.parts, self.needs = written.parts | self.parts, written.needs | self.needs
        if len(self.parts) > MOST or len(self.needs) > MOST:
            self.parts, self.needs = {}, {}
        new = f"{self.path}.{os.getpid()}"
        with suppress(OSError, ValueError):
            content = marshal.dumps((self.parts, self.needs))
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(new, "wb") as file:
                file.write(crc32(content).to_bytes(4, "big") + content)
            # not forced to the disk: a file that was cut is read as none
            os.replace(new, self.path)
            _forget_others(self.path)
        with suppress(OSError):
            os.unlink(new)  # there only where the disk is full


def _version() -> str:
    """By what expressions are read: what another reader made of them may be wrong."""
    return f"{__version__} {FORMAT} {' '.join(map(_state, MAKERS))}"


def _state(name: str) -> str:
    try:
        with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:
            return str(crc32(file.read()))
    except OSError:  # in an archive; the version of the package has to do
        return ""


def _parts(expression: str, flags: int) -> Parts:
    parsed = _parser.parse(expression, flags)
    program = with_beginnings(_compiler._code(parsed, flags), parsed, parsed.state.flags | flags)
    numbers = array("I", map(int, program))
    state = parsed.state
    return (
        int(flags | state.flags),
        numbers.tobytes(),
        state.groups - 1,
        (*state.groupdict.items(),),
    )


def _assembled(expression: str, parts: Parts) -> re.Pattern[str]:
    flags, numbers, groups, names = parts
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names:
        by_number[number] = name
    code = array("I", numbers).tolist()
    compiled: re.Pattern[str] = _sre.compile(
        expression, flags, code, groups, dict(names), tuple(by_number)
    )
    return compiled


def _path() -> str:
    # numbers are for one version of the matcher, and for one order of bytes
    matcher = f"{sys.implementation.cache_tag}-{getattr(_sre, 'MAGIC', 0)}-{sys.byteorder}"
    name = f"{NAME}{matcher}-{crc32(_version().encode()):08x}.bin"
    return os.path.join(cache_folder(), name)


def _forget_others(path: str) -> None:
    """Delete what versions that are no longer used have kept."""
    folder, own = os.path.split(path)
    for name in os.listdir(folder):
        file = os.path.join(folder, name)
        if not name.startswith(NAME) or name == own:
            continue
        with suppress(OSError):  # another process may have deleted it
            if time.time() - os.lstat(file).st_mtime > KEPT:
                os.unlink(file)


_store: Store | None = None


def store() -> Store:
    """The store of this process, read when it is first asked for."""
    global _store
    if _store is None:
        _store = Store(_path())
    return _store
