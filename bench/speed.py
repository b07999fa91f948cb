"""Measure the command's time and memory as ratios in one run (`make bench`).

The posts are made here (measure/grammar.py); nothing is read but what this writes.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from measure.clock import Run, alternate, median_cpu, median_wall, proved, run
from measure.command import Command
from measure.grammar import WORST_CASES, Writer, posts

HERE = Path(__file__).parent
REFERENCE = "import fugashi, ruamel.yaml, pluggy, importlib.metadata; fugashi.Tagger()"
BARE_FUGASHI = """
import pathlib, fugashi
tagger = fugashi.Tagger()
for path in sorted(pathlib.Path('.').glob('*.md')):
    for line in path.read_text(encoding='utf-8').split('\\n'):
        for word in tagger(line):
            feature = word.feature
            (word.surface, feature.pos1, feature.pos2, feature.cType, feature.cForm)
"""
READ_AND_HASH = """
import hashlib, pathlib
for path in sorted(pathlib.Path('.').glob('*.md')):
    hashlib.sha256(path.read_bytes()).hexdigest()
"""


@dataclass(frozen=True)
class Bench:
    """The command to measure, and how much of everything."""

    command: Sequence[str]
    env: Mapping[str, str]
    times: int
    posts: int
    characters: int
    warm_posts: int

    def check(self, *options: str) -> list[str]:
        return [*self.command, "check", *options, "."]

    def python(self, code: str) -> list[str]:
        return [sys.executable, "-c", code]

    def alternate(
        self, first: Sequence[str], second: Sequence[str], cwd: Path, times: int
    ) -> tuple[list[Run], list[Run]]:
        return alternate(first, second, cwd, times, env=self.env)


def _write(folder: Path, files: Mapping[str, str]) -> int:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sum(map(len, files.values()))


def _row(what: str, value: str, budget: str = "") -> str:
    return f"{what:58}{value:>14}  {budget}"


def cold(bench: Bench, folder: Path) -> Iterator[str]:
    size = _write(folder, {"post.md": Writer(7).post(13_800, damaged=True)})
    ours, reference = bench.alternate(
        bench.check("--no-cache"), bench.python(REFERENCE), folder, bench.times
    )
    yield f"One post of {size:,} characters, cold process ({bench.times} pairs, medians)"
    for name, median in (("processor", median_cpu), ("wall", median_wall)):
        yield _row(f"  {name}: kouetsu", f"{median(ours):.3f} s")
        yield _row(f"  {name}: imports and dictionary alone", f"{median(reference):.3f} s")
        yield _row(f"  {name}: ratio", f"{median(ours) / median(reference):.2f}", "at most 2.5")


def many(bench: Bench, folder: Path) -> Iterator[str]:
    size = _write(folder, posts(bench.posts, bench.characters))
    times = max(1, bench.times // 5)
    one, bare = bench.alternate(
        bench.check("--no-cache", "--jobs", "1"), bench.python(BARE_FUGASHI), folder, times
    )
    yield f"{bench.posts} posts, {size:,} characters, no cache ({times} pairs, medians)"
    yield _row("  processor: kouetsu, one process", f"{median_cpu(one):.2f} s")
    yield _row("  processor: bare fugashi on the same lines", f"{median_cpu(bare):.2f} s")
    ratio = median_cpu(one) / median_cpu(bare)
    yield _row("  processor: ratio", f"{ratio:.2f}", "at most 1.5")
    yield _row("  characters a second", f"{size / median_cpu(one):,.0f}")
    two, alone = bench.alternate(
        bench.check("--no-cache", "--jobs", "2"),
        bench.check("--no-cache", "--jobs", "1"),
        folder,
        times,
    )
    speedup = median_wall(alone) / median_wall(two)
    yield _row("  wall: one process / two processes", f"{speedup:.2f}", "at least 1.8")
    for jobs in (1, 2):
        argv = bench.check("--no-cache", "--jobs", str(jobs))
        peak = run(argv, folder, bench.env, memory=True).anonymous
        what = f"  anonymous memory of the largest process, {jobs} job(s)"
        yield _row(what, f"{peak / 1e6:.0f} MB" if peak else "unknown", "at most 150 MB")


def warm(bench: Bench, folder: Path) -> Iterator[str]:
    characters = max(1_000, bench.characters // 5)
    size = _write(folder, posts(bench.warm_posts, characters))
    nothing = folder / "nothing"
    nothing.mkdir()
    filled = proved(run(bench.check(), folder, bench.env), bench.check())
    again, hashed = bench.alternate(
        bench.check(), bench.python(READ_AND_HASH), folder, max(3, bench.times // 3)
    )
    _write(nothing, {"empty.md": ""})
    start, bare = bench.alternate(
        bench.check("--no-cache"), bench.python("pass"), nothing, max(3, bench.times // 3)
    )
    allowed = median_wall(hashed) - median_wall(bare) + median_wall(start)
    yield f"{bench.warm_posts} posts, {size:,} characters, warm cache, nothing changed"
    yield _row("  wall: first run", f"{filled.wall:.2f} s")
    yield _row("  wall: with the cache", f"{median_wall(again):.3f} s")
    yield _row("  wall: start-up, and reading and hashing the posts", f"{allowed:.3f} s")
    yield _row("  ratio", f"{median_wall(again) / allowed:.2f}", "at most 1")


def worst(bench: Bench, folder: Path) -> Iterator[str]:
    yield "Worst cases (growth: the power of the length that doubling the input shows)"
    for name, text in WORST_CASES.items():
        runs = []
        for scale in (0.5, 1.0):
            _write(folder, {"post.md": text(scale)})
            runs.append(run(bench.check("--no-cache"), folder, bench.env, memory=True, timeout=120))
        half, full = runs
        growth = math.log2(max(full.cpu, 1e-3) / max(half.cpu, 1e-3))
        ended = "" if full.code in (0, 1) else f"  ENDED WITH {full.code}"
        memory = f"{full.anonymous / 1e6:.0f} MB"
        yield _row(f"  {name}", f"{full.wall:.2f} s", f"growth {growth:.2f}, {memory}{ended}")


BENCHES: Mapping[str, Callable[[Bench, Path], Iterator[str]]] = {
    "cold": cold,
    "many": many,
    "warm": warm,
    "worst": worst,
}


def lines(bench: Bench, chosen: Sequence[str]) -> Iterator[str]:
    python = platform.python_version()
    yield f"kouetsu, {date.today():%Y-%m-%d}; Python {python}, {os.cpu_count()} cores"
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="kouetsu-speed-") as folder:
            yield ""
            yield from BENCHES[name](bench, Path(folder))


def arguments(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="speed.py", description=__doc__)
    parser.add_argument("--command", default=f"{shlex.quote(sys.executable)} -m kouetsu")
    parser.add_argument("--only", choices=list(BENCHES), action="append")
    parser.add_argument("--times", type=int, default=15, help="pairs of cold runs")
    parser.add_argument("--posts", type=int, default=100)
    parser.add_argument("--characters", type=int, default=15_000, help="of a post")
    parser.add_argument("--warm-posts", type=int, default=2_000)
    parser.add_argument("--save", action="store_true", help="write bench/results/speed-DATE.txt")
    return parser.parse_args(argv)


def environment(command: Command, cache: str) -> dict[str, str]:
    """The command's own, with a cache to itself; users' Pythons keep their compiled modules."""
    own = command.environment | {"XDG_CACHE_HOME": cache}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    return own


def answers(bench: Bench) -> None:
    """Raise where there is no such command: Python ends with 1 then, as if it had findings."""
    version = [*bench.command, "--version"]
    code = run(version, HERE, bench.env).code
    if code:
        raise RuntimeError(f"exit code {code}: {shlex.join(version)[:300]}")


def main(argv: Sequence[str] | None = None) -> int:
    options = arguments(argv)
    command = Command.parse(options.command)
    said: list[str] = []
    with tempfile.TemporaryDirectory(prefix="kouetsu-cache-") as cache:
        bench = Bench(
            command.argv,
            environment(command, cache),
            options.times,
            options.posts,
            options.characters,
            options.warm_posts,
        )
        try:
            answers(bench)
            for line in lines(bench, options.only or list(BENCHES)):
                print(line, flush=True)
                said.append(line)
        except RuntimeError as failure:
            print(f"speed.py: {failure}", file=sys.stderr)
            return 2
    if options.save:
        target = HERE / "results" / f"speed-{date.today():%Y-%m-%d}.txt"
        target.parent.mkdir(exist_ok=True)
        target.write_text("\n".join(said) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
