"""Progress of long work: one line on a terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
import time
from types import TracebackType

PATIENCE = 1.0
"""Seconds: shorter work shows nothing."""
EVERY = 0.1


class Progress:
    """Call it with what is done and what there is; the line goes when the work ends."""

    def __init__(self, ja: str, en: str, spoken: str, *, quiet: bool = False) -> None:
        self._label = en if spoken == "en" else ja
        self._wanted = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._shown = False

    def __enter__(self) -> Progress:
        return self

    def __call__(self, done: int, total: int) -> None:
        if not self._wanted or (now := time.monotonic()) < self._next:
            return
        self._next, self._shown = now + EVERY, True
        sys.stderr.write(f"\r\x1b[K{self._label} {done}/{total}")
        sys.stderr.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
