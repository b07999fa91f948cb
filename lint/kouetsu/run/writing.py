"""Writing files so that a kill at any moment leaves the old or the new one whole."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from kouetsu.errors import READ_ONLY


class Changed(OSError):  # noqa: N818 - what happened, not what went wrong
    """The file is not what was read: someone else wrote it meanwhile."""


def write_atomically(path: Path, content: bytes, expected: bytes | None = None) -> None:
    """Replace the file at once; raises ``Changed`` when it no longer holds ``expected``.

    A link stays a link (its target is replaced), mode and owner are kept, a read-only file refused.
    Hard links part: the other names keep the old content.
    """
    import tempfile  # perf: few runs write

    target = Path(os.path.realpath(path))
    before = _status(target)
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent
    )
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if before is None:
            os.chmod(name, 0o666 & ~_umask())
        else:
            _give_back(name, before)  # first: it may clear bits of the mode
            os.chmod(name, stat.S_IMODE(before.st_mode))
        # as late as can be: what is left is the moment of the rename itself
        if expected is not None and target.read_bytes() != expected:
            raise Changed
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not status.st_mode & 0o222:
        raise PermissionError(errno.EACCES, READ_ONLY.en, str(target))
    return status


def _give_back(name: str, before: os.stat_result) -> None:
    """To its owner, if this user may; else to its group at least, which may share the site."""
    if not hasattr(os, "chown"):  # Windows
        return
    for owner in (before.st_uid, -1):
        with suppress(OSError):  # containers and some file systems refuse it in ways of their own
            os.chown(name, owner, before.st_gid)
            return


def _umask() -> int:
    value = os.umask(0)
    os.umask(value)
    return value


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):  # not every system opens folders; the rename itself is done
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
