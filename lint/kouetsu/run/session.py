"""A session: many posts to many outcomes, over processes where that pays, by a cache."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kouetsu.findings import Diagnostic
from kouetsu.run.cache import Cache
from kouetsu.run.check import (
    Checked,
    broken,
    check_post,
    diagnosed,
    died,
    failure,
    finished,
    unreadable,
)
from kouetsu.run.engine_rules import INTERNAL
from kouetsu.run.plan import Outfit, Plan
from kouetsu.run.reading import read_bytes
from kouetsu.text.post import Post
from kouetsu.text.source import Source

if TYPE_CHECKING:  # perf: workers are for many posts, and their libraries cost 20 ms
    from concurrent.futures import ProcessPoolExecutor

WORTH_A_POOL = 400_000
"""Bytes: below, starting workers takes longer than the check."""
CHUNK = 8
MOST_WORKERS = 61
"""Windows waits for no more, and no machine of an editor has more cores."""


def check_files(
    paths: Sequence[str], outfit: Outfit, jobs: int | None = None, cache: Cache | None = None
) -> list[Checked]:
    """The outcome of every path, in the order of the paths; rules over all posts come after."""
    outcomes: dict[str, Checked] = {}
    todo: list[str] = []
    keys: dict[str, bytes] = {}
    size = 0
    for path in paths:
        raw = _read(path, outfit)
        if isinstance(raw, Checked):
            outcomes[path] = raw
            continue
        if cache is not None:
            keys[path] = cache.key(path, raw)
            remembered = cache.get(keys[path])
            if remembered is not None:
                outcomes[path] = remembered
                continue
        todo.append(path)
        size += len(raw)
    workers = min(_cores() if jobs is None else max(jobs, 1), len(todo), MOST_WORKERS)
    pooled = workers > 1 and (size >= WORTH_A_POOL or jobs is not None)
    for outcome in _pooled(todo, outfit, workers) if pooled else _alone(todo, outfit):
        outcomes[outcome.path] = outcome
        if cache is not None and not _accident(outcome):
            cache.put(keys[outcome.path], outcome)
    if cache is not None:
        cache.save()
    return [outcomes[path] for path in paths]


def check_source(source: Source, path: str, outfit: Outfit) -> Checked:
    """The outcome for a source at hand: standard input, an editor's buffer."""
    try:
        return check_post(Post(source, path, outfit.profile(path).site), outfit)
    except Exception as error:  # outside of the rules: a view that all of them share
        return broken(path, error, outfit)


def over_all(outcomes: list[Checked], outfit: Outfit) -> list[Checked]:
    """The outcomes with what rules over all posts find in the facts that they collected."""
    facts: dict[str, dict[str, Any]] = {}
    for outcome in outcomes:
        for rule, fact in outcome.facts.items():
            facts.setdefault(rule, {})[outcome.path] = fact
    added: dict[str, list[Diagnostic]] = {}
    for name in sorted(facts):
        for path, diagnostic in _corpus(name, facts[name], outfit):
            added.setdefault(path, []).append(diagnostic)
    return [
        _with(outcome, added[outcome.path], outfit) if outcome.path in added else outcome
        for outcome in outcomes
    ]


def _corpus(
    name: str, facts: Mapping[str, Any], outfit: Outfit
) -> Iterator[tuple[str, Diagnostic]]:
    rule = outfit.registry.rules[name]
    anywhere = min(facts)
    chosen = outfit.profile(anywhere).chosen[name]
    if rule.corpus is None:
        return
    try:
        for path, finding in rule.corpus.check(facts, chosen.options):
            yield path, diagnosed(path, rule, finding)
    except Exception as error:
        yield anywhere, diagnosed(anywhere, INTERNAL, failure(rule, outfit, error))


def _with(outcome: Checked, added: Iterable[Diagnostic], outfit: Outfit) -> Checked:
    added = list(added)
    standing = [
        found for found in added if not any(silence.covers(found) for silence in outcome.silences)
    ]
    return replace(
        outcome,
        diagnostics=finished([*outcome.diagnostics, *standing], outfit.profile(outcome.path)),
        suppressed=outcome.suppressed + len(added) - len(standing),
    )


def _read(path: str, outfit: Outfit) -> bytes | Checked:
    try:
        return read_bytes(path)
    except OSError as error:
        return unreadable(path, error.strerror or type(error).__name__, outfit)


def _check_file(path: str, outfit: Outfit) -> Checked:
    raw = _read(path, outfit)
    return raw if isinstance(raw, Checked) else check_source(Source.from_bytes(raw), path, outfit)


def _alone(paths: Iterable[str], outfit: Outfit) -> Iterator[Checked]:
    for path in paths:
        yield _check_file(path, outfit)


def _accident(outcome: Checked) -> bool:
    """Whether trying again may end otherwise."""
    return any(found.rule == INTERNAL.name for found in outcome.diagnostics)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# ---- workers: only paths and the plan cross the border, and outcomes back

_outfit: Outfit | None = None


def _pooled(paths: Sequence[str], outfit: Outfit, workers: int) -> Iterator[Checked]:
    from concurrent.futures.process import BrokenProcessPool

    done: set[str] = set()
    try:
        with _pool(outfit, workers) as pool:
            for outcome in pool.map(_work, paths, chunksize=CHUNK):
                done.add(outcome.path)
                yield outcome
    except BrokenProcessPool:
        # a native library crashed: go on one post at a time, to know which one it was
        yield from _one_by_one([path for path in paths if path not in done], outfit)


def _one_by_one(paths: Iterable[str], outfit: Outfit) -> Iterator[Checked]:
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(outfit, 1)
    try:
        for path in paths:
            try:
                yield pool.submit(_work, path).result()
            except BrokenProcessPool:
                yield died(path, outfit)
                pool = _pool(outfit, 1)
    finally:
        pool.shutdown()


def _pool(outfit: Outfit, workers: int) -> ProcessPoolExecutor:
    global _outfit
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    if sys.platform == "linux":
        # workers inherit what is loaded; elsewhere forking is not safe and they load anew
        _outfit = outfit
        context = multiprocessing.get_context("fork")
    else:
        context = multiprocessing.get_context("spawn")  # type: ignore[assignment]
    return ProcessPoolExecutor(workers, context, _start, (outfit.plan,))


def _start(plan: Plan) -> None:
    global _outfit
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    if _outfit is None:
        _outfit = Outfit.loaded(plan)


def _work(path: str) -> Checked:
    assert _outfit is not None
    return _check_file(path, _outfit)
