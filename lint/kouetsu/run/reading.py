"""Reading files that may be anything: a pipe would make the run wait for ever."""

from __future__ import annotations

import errno
import os
import stat

from kouetsu.errors import NOT_REGULAR


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file; raises ``OSError`` for all else, without opening it."""
    if not stat.S_ISREG(os.stat(path).st_mode) and not os.path.isdir(path):
        raise OSError(errno.EINVAL, NOT_REGULAR.en, os.fspath(path))
    with open(path, "rb") as file:
        return file.read()
