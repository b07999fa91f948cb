"""Mend a copy of real posts and look at what became of them (`make mending DATA=folder`).

What is looked at is read here from the texts alone, not by the engine that mended them: copies
that are left, sentences, figures and names that are lost, structure, front matter, brackets, and
whether a second run changes anything.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from measure import whole
from measure.command import Command
from measure.whole import Place

ENDINGS = (".md", ".markdown", ".mdx")


@dataclass
class Result:
    """What was counted, and the places of what should not be."""

    posts: int = 0
    changed: int = 0
    changed_again: list[str] = field(default_factory=list)
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)
    places: dict[str, list[Place]] = field(default_factory=dict)

    def add(self, kind: str, places: Iterable[Place]) -> None:
        self.places.setdefault(kind, []).extend(places)


def measure(posts: Path, command: Command, options: Sequence[str]) -> Result:
    """Mend a copy twice and compare."""
    result = Result()
    with tempfile.TemporaryDirectory(prefix="kouetsu-mending-") as temporary:
        folder = Path(temporary, "posts")
        before = _copied(posts, folder)
        result.before = _counted(folder, command, options)
        _run(folder, command, ["--fix", "--unsafe-fixes", "--quiet", *options])
        after = _read(folder)
        result.after = _counted(folder, command, options)
        _run(folder, command, ["--fix", "--unsafe-fixes", "--quiet", *options])
        again = _read(folder)
    result.posts = len(before)
    for name in sorted(before):
        old, new = before[name], after[name]
        result.changed += old != new
        if again[name] != new:
            result.changed_again.append(name)
        for kind, check in whole.CHECKS.items():
            result.add(kind, check(name, old, new))
    return result


def _copied(posts: Path, folder: Path) -> dict[str, str]:
    shutil.copytree(posts, folder, copy_function=shutil.copyfile)
    return _read(folder)


def _read(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.name.endswith(ENDINGS))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in files
    }


def _counted(folder: Path, command: Command, options: Sequence[str]) -> Counter[str]:
    report = json.loads(_run(folder, command, ["--format", "json", *options]))
    found = report["diagnostics"]
    return Counter(each["severity"] for each in found) + Counter(
        f"{each['severity']} {each['rule']}" for each in found
    )


def _run(folder: Path, command: Command, options: Sequence[str]) -> bytes:
    argv = [*command.argv, "check", "--no-cache", *options, "."]
    done = subprocess.run(
        argv, cwd=folder, env=os.environ | command.environment, capture_output=True, check=False
    )
    if done.returncode not in (0, 1):
        said = done.stderr.decode(errors="replace").strip()[-300:]
        raise RuntimeError(f"exit code {done.returncode}: {shlex.join(argv)[:200]}: {said}")
    return done.stdout


def report(result: Result, most: int, *, quotes: bool) -> list[str]:
    """The counts, then the places."""
    lines = [f"{result.posts} posts, {result.changed} changed"]
    lines += [
        f"  {severity}: {result.before[severity]} before, {result.after[severity]} after"
        for severity in ("error", "warning", "info")
    ]
    left = [
        f"{rule.removeprefix('error ')} {count}"
        for rule, count in result.after.most_common()
        if rule.startswith("error ")
    ]
    lines.append("  errors that are left: " + (", ".join(left) or "none"))
    lines.append(f"  changed by a second run: {len(result.changed_again)}")
    lines += [f"    {name}" for name in result.changed_again[:most]]
    for kind, places in result.places.items():
        lines.append(f"  {kind}: {len(places)}")
        for place in places[:most]:
            said = place.text if quotes else f"{len(place.text)} characters"
            lines.append(f"    {place.path}:{place.line}: {said}")
    return lines


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="mending.py", description=__doc__)
    parser.add_argument("posts", type=Path, help="a folder of posts; a copy of it is mended")
    parser.add_argument("--command", default=f"{shlex.quote(sys.executable)} -m kouetsu")
    parser.add_argument("--places", type=int, default=10, metavar="N", help="of each kind")
    parser.add_argument("--quotes", action="store_true", help="show the text of each place")
    parser.add_argument("options", nargs="*", help="more options of the command, after --")
    options = parser.parse_args(argv)
    if not options.posts.is_dir():
        print(f"mending.py: no folder {options.posts}", file=sys.stderr)
        return 2
    try:
        result = measure(options.posts, Command.parse(options.command), options.options)
    except RuntimeError as failure:
        print(f"mending.py: {failure}", file=sys.stderr)
        return 2
    print("\n".join(report(result, options.places, quotes=options.quotes)))
    return int(bool(result.changed_again) or any(result.places.values()))


if __name__ == "__main__":
    sys.exit(main())
