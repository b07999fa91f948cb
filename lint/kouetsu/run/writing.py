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

    A link stays a link (its target is replaced), the mode is kept, a read-only file refused.
    """
    import tempfile  # perf: few runs write

    target = Path(os.path.realpath(path))
    mode = _mode(target)
    descriptor, name = tempfile.mkstemp(
        prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent
    )
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        # as late as can be: what is left is the moment of the rename itself
        if expected is not None and target.read_bytes() != expected:
            raise Changed
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return 0o666 & ~_umask()
    if not mode & 0o222:
        raise PermissionError(errno.EACCES, READ_ONLY.en, str(target))
    return mode


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
