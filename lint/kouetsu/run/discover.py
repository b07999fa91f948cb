"""From the arguments of the command line to a sorted list of posts."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from kouetsu.errors import UsageError, reason_of
from kouetsu.findings import Text
from kouetsu.run.globs import Globs
from kouetsu.run.plan import LeftOut, Outfit

ENDINGS = (".md", ".markdown", ".mdx")
NEVER = frozenset({"node_modules"})
"""Folders that hold other people's Markdown; hidden ones are left out, too."""
WILD = frozenset("*?[")


class Discovered(Struct):
    """The posts to check, the files that are not among the site's, and what can't be read."""

    posts: list[str] = field(default_factory=list)
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    by_hand: list[str] = field(default_factory=list)
    """Those of them that were given by hand."""
    empty: list[str] = field(default_factory=list)
    """Folders that were named and hold no post."""
    untouched: int = 0
    """Posts found before those that did not change were left out."""
    unreadable: list[tuple[str, Text]] = field(default_factory=list)


def discover(arguments: Sequence[str], outfit: Outfit, *, no_exclude: bool = False) -> Discovered:
    """The posts that these arguments stand for: files, folders and patterns.

    Files given by hand obey ``posts`` and ``exclude``, too, or pre-commit would send README.md.
    """
    search = _Search(outfit, no_exclude)
    if not arguments:
        search.folder(os.path.relpath(outfit.plan.config.root) if outfit.posts else ".")
    for argument in arguments:
        search.argument(argument)
    search.found.posts = sorted(search.chosen)
    search.found.unreadable.sort()
    return search.found


class _Search:
    def __init__(self, outfit: Outfit, no_exclude: bool) -> None:
        self.outfit = outfit
        self.no_exclude = no_exclude
        self.found = Discovered()
        self.chosen: set[str] = set()
        self.seen: set[tuple[int, int]] = set()

    def argument(self, argument: str) -> None:
        path = _existing(argument)
        if path is None and WILD & set(argument):
            self.pattern(argument)
        elif path is None:
            raise UsageError(
                f"{argument}: ファイルもフォルダーもありません",
                f"{argument}: no such file or folder",
            )
        elif os.path.isdir(path):
            before = len(self.chosen) + len(self.found.left_out) + len(self.found.unreadable)
            self.folder(path)
            if len(self.chosen) + len(self.found.left_out) + len(self.found.unreadable) == before:
                self.found.empty.append(_shown(path))
        elif not self.take(path):
            self.found.by_hand.append(_shown(path))

    def folder(self, path: str) -> None:
        self.seen.clear()  # overlapping arguments are well; only loops within one are not
        for file in self.files(path):
            # editors leave hidden ones beside the posts, some of which lead nowhere
            if file.lower().endswith(ENDINGS) and not os.path.basename(file).startswith("."):
                self.take(file)

    def pattern(self, argument: str) -> None:
        parts = argument.replace(os.sep, "/").split("/")
        fixed = next(n for n, part in enumerate(parts) if WILD & set(part))
        folder = "/".join(parts[:fixed]) or ("/" if argument.startswith("/") else ".")
        try:
            wanted = Globs(("/" + "/".join(parts[fixed:]),))
        except ValueError:
            raise UsageError(
                f"{argument}: パターンとして読めません", f"{argument}: not a pattern"
            ) from None
        self.seen.clear()
        matching = [
            file
            for file in (self.files(folder) if os.path.isdir(folder) else ())
            if wanted.match(os.path.relpath(file, folder).replace(os.sep, "/"))
            # `posts/**` means the posts there, not the pictures beside them
            and (not argument.endswith("*") or file.lower().endswith(ENDINGS))
        ]
        if not matching:
            raise UsageError(
                f"{argument}: 当てはまるファイルがありません", f"{argument}: no file matches"
            )
        for file in matching:
            self.take(file)

    def take(self, file: str) -> bool:
        """Whether the file is one of the posts to check."""
        path = _shown(file)
        if path in self.chosen:
            return True
        reason = None if self.no_exclude else self.outfit.left_out(path)
        if reason is not None:
            self.found.left_out[path] = reason
            return False
        self.chosen.add(path)
        return True

    def files(self, folder: str) -> Iterator[str]:
        """All files below; a folder that links lead to again is entered once."""
        waiting = [folder]
        while waiting:
            folder = waiting.pop()
            inner: list[str] = []
            for entry in self.entries(folder):
                try:
                    is_folder = entry.is_dir()
                except OSError:  # a link that leads nowhere or to itself
                    is_folder = False
                if not is_folder:
                    yield entry.path
                elif not entry.name.startswith(".") and entry.name not in NEVER:
                    inner.append(entry.path)
            waiting += reversed(inner)

    def entries(self, folder: str) -> Sequence[os.DirEntry[str]]:
        """What a folder holds; nothing when it was entered before."""
        try:
            status = os.stat(folder)
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            reason = reason_of(error)
            self.found.unreadable.append((_shown(folder), reason))
            return ()
        if (status.st_dev, status.st_ino) in self.seen:
            return ()
        self.seen.add((status.st_dev, status.st_ino))
        return entries


def _existing(argument: str) -> str | None:
    """The path as it is spelt on the disk: composed or decomposed Unicode."""
    for form in (argument, *(unicodedata.normalize(f, argument) for f in ("NFC", "NFD"))):
        if os.path.lexists(form):
            return form
    return None


def _shown(path: str) -> str:
    """The path as diagnostics name it: relative to the working directory, with ``/``."""
    if _turns_back(path) and os.path.realpath(os.path.normpath(path)) != os.path.realpath(path):
        # behind a link `..` is the folder above its target
        folder, name = os.path.split(path)
        path = os.path.join(os.path.realpath(folder), name)
    path = os.path.normpath(path)
    if os.path.isabs(path) or path.startswith(os.pardir):
        relative = os.path.relpath(path)
        if relative.split(os.sep)[0] != os.pardir:  # `../here/post.md`, said in `here`
            path = relative
    return path.replace(os.sep, "/")


def _turns_back(path: str) -> bool:
    """Whether ``..`` follows the name of a folder."""
    parts = path.replace(os.sep, "/").split("/")
    down = next((n for n, part in enumerate(parts) if part not in ("", ".", "..")), 0)
    return ".." in parts[down:]
