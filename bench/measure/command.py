"""The released command as a subprocess, and what it says."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from measure.texts import Folder, Span, Text

SPEAKING = ("error", "warning")
TROUBLES = ("internal-error", "unreadable-file")


class CommandError(Exception):
    """The command could not be run, or did not end as its contract says."""


@dataclass(frozen=True)
class Diagnostic:
    """One line of the report, with its span in the post as the measure reads it."""

    path: str
    rule: str
    group: str
    severity: str
    line: int
    column: int
    last_line: int
    span: Span
    message: str = field(default="", compare=False)

    @property
    def lines(self) -> range:
        return range(self.line, self.last_line + 1)


def read_report(report: Mapping[str, Any], texts: Mapping[str, Text]) -> list[Diagnostic]:
    """The diagnostics of version 1 of the JSON report that stand in these posts."""
    if report.get("version") != 1:
        raise CommandError(f"report of an unknown version: {report.get('version')!r}")
    return [_read(item, texts[item["path"]]) for item in report["diagnostics"]
            if item["path"] in texts]  # fmt: skip


def _read(item: Mapping[str, Any], text: Text) -> Diagnostic:
    start, end = item["start"], item["end"]
    # An end at column 1 of the next line covers nothing of that line.
    last = end["line"] - 1 if end["column"] == 1 and end["line"] > start["line"] else end["line"]
    first_offset = text.offset(start["line"], start["column"])
    return Diagnostic(
        path=item["path"],
        rule=item["rule"],
        group=item.get("group") or "",
        severity=item["severity"],
        line=start["line"],
        column=start["column"],
        last_line=last,
        span=Span(first_offset, max(first_offset, text.offset(end["line"], end["column"]))),
        message=item.get("message", ""),
    )


class Checker(Protocol):
    """What the parts of the measure need of the command."""

    def check(self, folder: Folder) -> list[Diagnostic]: ...

    def mend(self, folder: Folder) -> dict[str, Text]:
        """The posts after ``--fix --unsafe-fixes``."""
        ...


@dataclass
class Command:
    """The command line that is measured; its reports may be kept and read again."""

    argv: Sequence[str]
    extra: Sequence[str] = ()
    keep: Path | None = None
    again: bool = False
    """Read what ``keep`` holds instead of running."""
    seconds: dict[str, float] = field(default_factory=dict)
    troubles: list[Diagnostic] = field(default_factory=list)
    """What the engine says of its own failures: the numbers are worth less by these."""

    @classmethod
    def parse(cls, line: str, **options: Any) -> Command:
        argv = shlex.split(line)
        # A word such as `python3` may mean another interpreter than the one that measures.
        if argv[0] in {"python", "python3"}:
            argv[0] = sys.executable
        elif found := shutil.which(argv[0]):
            argv[0] = str(Path(found).absolute())
        return cls(argv, **options)

    def check(self, folder: Folder) -> list[Diagnostic]:
        stored = self.keep / f"{folder.name}.json" if self.keep else None
        if self.again and stored and stored.exists():
            return self._read(stored.read_bytes(), folder)
        with folder.on_disk() as root:
            output = self._run(folder.name, root, "--format", "json")
        if stored:
            stored.parent.mkdir(parents=True, exist_ok=True)
            stored.write_bytes(output)
        return self._read(output, folder)

    def _read(self, output: bytes, folder: Folder) -> list[Diagnostic]:
        try:
            said = read_report(json.loads(output), folder.texts)
        except (ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{folder.name}: not the JSON report: {error!r}") from error
        self.troubles += [d for d in said if d.rule in TROUBLES]
        return said

    def mend(self, folder: Folder) -> dict[str, Text]:
        with folder.on_disk() as root:
            name = f"{folder.name} --fix"
            self._run(name, root, "--format", "json", "--fix", "--unsafe-fixes")
            return {path: Text((root / path).read_bytes()) for path in folder.texts}

    def _run(self, name: str, root: Path, *options: str) -> bytes:
        argv = [*self.argv, "check", *options, "--no-cache", *self.extra, "."]
        began = time.monotonic()
        try:
            done = subprocess.run(
                argv, cwd=root, env=self.environment, capture_output=True, check=False
            )
        except OSError as error:
            raise CommandError(f"{self.argv[0]}: {error.strerror}") from error
        self.seconds[name] = time.monotonic() - began
        if done.returncode not in (0, 1):
            tail = done.stderr.decode(errors="replace")[-2000:]
            raise CommandError(f"{name}: exit code {done.returncode}\n{tail}")
        return done.stdout

    @property
    def environment(self) -> dict[str, str]:
        """Ours, with the search path made absolute: the command runs in another folder."""
        environment = dict(os.environ)
        if paths := environment.get("PYTHONPATH"):
            absolute = (str(Path(path).absolute()) for path in paths.split(os.pathsep) if path)
            environment["PYTHONPATH"] = os.pathsep.join(absolute)
        return environment
