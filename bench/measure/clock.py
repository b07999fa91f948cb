"""Running commands with their time and memory."""

from __future__ import annotations

import os
import shlex
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of the wall clock and of the processor, and how it ended."""

    wall: float
    cpu: float
    code: int
    anonymous: int = 0
    """Most anonymous memory of one of its processes at a time, in bytes (0: not known)."""


def run(
    argv: Sequence[str],
    cwd: Path,
    env: Mapping[str, str] | None = None,
    *,
    memory: bool = False,
    timeout: float = 600,
) -> Run:
    """Run it with its output thrown away; ended by force after ``timeout`` (code -9)."""
    began = time.perf_counter()
    process = subprocess.Popen(
        argv,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    killer = threading.Timer(timeout, _end, [process.pid])
    killer.start()
    watch = MemoryWatch(process.pid) if memory else None
    # wait4 counts the time of this process and of the workers that it waited for.
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    killer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = watch.stop() if watch else 0
    return Run(wall, usage.ru_utime + usage.ru_stime, process.returncode, peak)


def _end(pid: int) -> None:
    """End the run and its workers: they are a session of their own."""
    os.killpg(pid, signal.SIGKILL)


class MemoryWatch:
    """Watches the anonymous memory of a process and its workers (Linux: /proc)."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._done.wait(0.02):
            for pid in [self._pid, *_children(self._pid)]:
                self._peak = max(self._peak, _anonymous(pid))

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self._peak


def _children(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    own = [int(child) for child in text.split()]
    return own + [grandchild for child in own for grandchild in _children(child)]


def _anonymous(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return 0


def alternate(
    first: Sequence[str], second: Sequence[str], cwd: Path, times: int, **options: Mapping[str, str]
) -> tuple[list[Run], list[Run]]:
    """Runs of both by turns, so that a busy machine slows both; one unmeasured run first."""
    runs: tuple[list[Run], list[Run]] = ([], [])
    env = options.get("env")
    for argv in (first, second):
        proved(run(argv, cwd, env), argv)
    for _ in range(times):
        runs[0].append(run(first, cwd, env))
        runs[1].append(run(second, cwd, env))
    return runs


def proved(outcome: Run, argv: Sequence[str]) -> Run:
    """The run, if it did its work: the time of a command that fails says nothing."""
    if outcome.code not in (0, 1):
        raise RuntimeError(f"exit code {outcome.code}: {shlex.join(argv)[:300]}")
    return outcome


def median_cpu(runs: Sequence[Run]) -> float:
    return statistics.median(r.cpu for r in runs)


def median_wall(runs: Sequence[Run]) -> float:
    return statistics.median(r.wall for r in runs)
