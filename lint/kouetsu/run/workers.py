"""Work on many posts over processes: only items and the plan cross the border, and results back."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeVar

from kouetsu.compiled import store
from kouetsu.run.plan import Outfit, Plan

if TYPE_CHECKING:  # perf: workers are for many posts, and their libraries cost 20 ms
    from concurrent.futures import ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

WORTH_A_POOL = 400_000
"""Bytes: below, starting workers takes longer than the work."""
CHUNK = 8
"""Items that a worker is given at once, at most: of few items fewer, or some workers would wait."""
MOST_WORKERS = 61
"""Windows waits for no more, and no machine of an editor has more cores."""


def each(
    items: Sequence[Item],
    work: Callable[[Item, Outfit], Result],
    lost: Callable[[Item, Outfit], Result],
    outfit: Outfit,
    *,
    jobs: int | None,
    size: int,
) -> Iterator[Result]:
    """``work`` for each item in order, over processes where that pays for ``size`` bytes.

    ``lost`` tells of an item whose work took the process with it. Both are named functions.
    """
    workers = min(_cores() if jobs is None else max(jobs, 1), len(items), MOST_WORKERS)
    if workers > 1 and (size >= WORTH_A_POOL or jobs is not None):
        yield from _pooled(items, work, lost, outfit, workers)
    else:
        for item in items:
            yield work(item, outfit)


def _pooled(
    items: Sequence[Item],
    work: Callable[[Item, Outfit], Result],
    lost: Callable[[Item, Outfit], Result],
    outfit: Outfit,
    workers: int,
) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with _pool(outfit, workers) as pool:
            chunk = max(1, min(CHUNK, len(items) // (CHUNK * workers)))
            for result in pool.map(_work, repeat(work), items, chunksize=chunk):
                done += 1
                yield result
    except BrokenProcessPool:
        # a native library crashed: go on one at a time, to know which one it was
        yield from _one_by_one(items[done:], work, lost, outfit)


def _one_by_one(
    items: Sequence[Item],
    work: Callable[[Item, Outfit], Result],
    lost: Callable[[Item, Outfit], Result],
    outfit: Outfit,
) -> Iterator[Result]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(outfit, 1)
    try:
        for item in items:
            try:
                yield pool.submit(_work, work, item).result()
            except BrokenProcessPool:
                yield lost(item, outfit)
                pool = _pool(outfit, 1)
    finally:
        pool.shutdown()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_outfit: Outfit | None = None


def _pool(outfit: Outfit, workers: int) -> ProcessPoolExecutor:
    global _outfit
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    if sys.platform == "linux":
        # workers inherit what is loaded; elsewhere forking is not safe and they load anew
        _outfit = outfit
        gc.freeze()  # or the collector would touch, and so copy, every page that they inherit
        context = multiprocessing.get_context("fork")
    else:
        context = multiprocessing.get_context("spawn")  # type: ignore[assignment]
    return ProcessPoolExecutor(workers, context, _start, (outfit.plan,))


def _start(plan: Plan) -> None:
    global _outfit
    import signal
    import threading
    from multiprocessing.util import Finalize

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    # the next run reads what this worker compiled; what its parent compiled is the parent's to keep
    store().fresh = False
    Finalize(None, store().save, exitpriority=0)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if _outfit is None:
        _outfit = Outfit.loaded(plan)


def _end_with_parent() -> None:
    """A parent that was killed tells nobody, and the pool would wait for work for ever."""
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(work: Callable[[Any, Outfit], Any], item: object) -> Any:
    assert _outfit is not None
    return work(item, _outfit)
