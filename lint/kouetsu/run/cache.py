"""The cache: what the check of unchanged posts yielded, in one file of the user's cache folder."""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kouetsu.folders import cache_folder
from kouetsu.run.check import Checked
from kouetsu.run.plan import Outfit, Plan
from kouetsu.run.reading import read_bytes
from kouetsu.run.writing import write_atomically

FORMAT = 1
MOST = 20_000
"""Posts that one file remembers."""
LIBRARIES = (
    "kouetsu",
    "fugashi",
    "unidic-lite",
    "pyromark",
    "ruamel.yaml",
    "jsonschema",
    "rapidfuzz",
)


class Cache:
    """Outcomes by the digest of plan, path and bytes.

    It is pickled: it lies in a folder that is the user's own, as Python's compiled files do.
    """

    def __init__(self, path: Path, plan_key: bytes) -> None:
        self.path, self._plan_key = path, plan_key
        self._old: dict[bytes, bytes] = _read(path)
        self._used: dict[bytes, bytes] = {}
        self._fresh = False

    def get(self, path: str, raw: bytes) -> Checked | None:
        """The outcome for these bytes at that path, if it is remembered whole."""
        key = self._key(path, digest_of(raw))
        packed = self._old.get(key)
        if packed is None:
            return None
        try:
            outcome = pickle.loads(packed)
        except Exception:  # a broken cache is no cache
            return None
        if not isinstance(outcome, Checked):
            return None
        self._used[key] = packed
        return outcome

    def put(self, outcome: Checked) -> None:
        """Remember an outcome; one that can't be packed is forgotten."""
        with suppress(Exception):
            key = self._key(outcome.path, outcome.digest)
            self._used[key] = pickle.dumps(outcome, protocol=5)
            self._fresh = True

    def save(self) -> None:
        """Write it out, those used last at the end; a cache that can't be written is let go."""
        if not self._fresh:
            return
        entries = {k: v for k, v in self._old.items() if k not in self._used} | self._used
        kept = dict(list(entries.items())[-MOST:])
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_atomically(self.path, pickle.dumps((FORMAT, kept), protocol=5))

    def _key(self, path: str, digest: bytes) -> bytes:
        """What the outcome for the bytes of that digest at that path is kept under."""
        key = blake2b(self._plan_key, digest_size=20)
        key.update(path.encode("utf-8", "surrogateescape") + b"\0")
        key.update(digest)
        return key.digest()


def digest_of(raw: bytes) -> bytes:
    """What the bytes of a post are known again by."""
    return blake2b(raw, digest_size=20).digest()


def cache_of(outfit: Outfit) -> Cache:
    """The cache of this working directory, plan and version of everything."""
    name = blake2b(os.getcwdb(), digest_size=8).hexdigest()
    return Cache(Path(cache_folder(), f"{name}.cache"), _plan_key(outfit))


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        version, entries = pickle.loads(read_bytes(path))
        return entries if version == FORMAT and isinstance(entries, dict) else {}
    except Exception:  # missing, cut, of another version: begin anew
        return {}


def _plan_key(outfit: Outfit) -> bytes:
    plan: Plan = outfit.plan
    digest = blake2b(digest_size=20)
    # rules may compare with today
    for part in (FORMAT, sys.version, date.today(), plan, outfit.preset, *_sources(outfit)):
        digest.update(repr(part).encode("utf-8", "surrogateescape") + b"\0")
    return digest.digest()


def _sources(outfit: Outfit) -> Iterable[Any]:
    """Versions of what is installed, and the files of the plugins for those who edit them."""
    from importlib.metadata import PackageNotFoundError, version

    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            yield library, version(library)
    folders = {str(Path(__file__).parent.parent)}
    for plugin in outfit.plugins.loaded:
        yield plugin.name, plugin.origin
        file = getattr(plugin.module, "__file__", None)
        top = sys.modules.get(plugin.module.__name__.partition(".")[0], plugin.module)
        if paths := getattr(top, "__path__", None):
            folders.update(paths)
        elif file:
            yield file, os.stat(file).st_mtime_ns
    for folder in sorted(folders):
        yield from _states(folder)


def _states(folder: str) -> Iterable[tuple[str, int, int]]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _states(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_mtime_ns, status.st_size
