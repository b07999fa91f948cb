"""A limit of time for what a site's own patterns may cost: ``^(a+)+$`` can take years."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TooSlowError(Exception):
    """The limit is reached."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise ``TooSlowError`` in the block after that much time of the processor.

    Python's expressions listen to signals alone, and signals reach the main thread alone;
    elsewhere (an editor's server, Windows) there is no limit.
    """
    main = threading.current_thread() is threading.main_thread()
    if not main or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
