"""From outcomes to a report: sources read again, known findings left out, the report written."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from kouetsu.errors import UsageError
from kouetsu.findings import Diagnostic, Severity
from kouetsu.report import CheckedPost, Report
from kouetsu.run.check import Checked
from kouetsu.run.plan import Outfit
from kouetsu.run.reading import read_bytes
from kouetsu.run.writing import write_atomically
from kouetsu.text.source import Source

if TYPE_CHECKING:
    from kouetsu.run.baseline import Baseline


def warn(spoken: str, ja: str, en: str) -> None:
    """One line on standard error."""
    print(f"kouetsu: {en if spoken == 'en' else ja}", file=sys.stderr)


def checked_posts(outcomes: Sequence[Checked], sources: Mapping[str, Source]) -> list[CheckedPost]:
    """The posts that a report has something to tell of, with their sources."""
    return [
        CheckedPost(
            outcome.path,
            # read again: keeping every source of a large site would cost its size in memory
            sources.get(outcome.path) or source_of(outcome.path),
            outcome.diagnostics,
            outcome.suppressed,
        )
        for outcome in outcomes
        if outcome.diagnostics or outcome.suppressed
    ]


def exit_code(diagnostics: Iterable[Diagnostic], fail_on: str) -> int:
    """1 when one of them is as grave as that or graver."""
    if fail_on == "never":
        return 0
    limit = Severity.of(fail_on)
    return int(any(found.severity >= limit for found in diagnostics))


def source_of(path: str) -> Source:
    """The source of a file; empty when it can't be read (which was already told)."""
    try:
        return Source.from_bytes(read_bytes(path))
    except OSError:
        return Source.from_bytes(b"")


def without_known(
    posts: Sequence[CheckedPost], known: Baseline, checked: Iterable[str]
) -> list[CheckedPost]:
    """The posts without the diagnostics of the baseline."""
    from kouetsu.run import baseline

    found = [
        (post.path, baseline.key_of(diagnostic, post.source.text))
        for post in posts
        for diagnostic in post.diagnostics
    ]
    is_known = iter(baseline.known(known.without(known.unchecked(checked)), found))
    left = []
    for post in posts:
        new = tuple(found for found in post.diagnostics if not next(is_known))
        left.append(replace(post, diagnostics=new, baselined=len(post.diagnostics) - len(new)))
    return left


def tell(
    args: argparse.Namespace,
    outfit: Outfit,
    posts: Sequence[CheckedPost],
    spoken: str,
    *,
    files: int,
    mended: Sequence[Diagnostic] = (),
) -> Report:
    """Write the report where it is wanted."""
    report = Report(
        posts=posts,
        rules=tuple(outfit.registry.rules.values()),
        language=spoken,
        color=_color(args),
        quiet=args.quiet,
        statistics=args.statistics,
        max_findings=args.max_findings,
        files=files,
        mended=mended,
    )
    reporter = outfit.plugins.reporters()[args.format]
    if args.output is None:
        if args.format != "human" and not sys.stdout.isatty():
            as_utf8(sys.stdout)
        reporter(report, sys.stdout)
    else:
        out = io.StringIO()
        reporter(report, out)
        _write(Path(args.output), out.getvalue())
    return report


def as_utf8(stream: TextIO) -> None:
    """What programs read is UTF-8, whatever the console of the machine speaks (cp932)."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")


def _write(path: Path, content: str) -> None:
    raw = content.encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():  # /dev/stderr, a named pipe
            path.write_bytes(raw)
        else:
            write_atomically(path, raw)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(f"{path}: 書けません（{reason}）", f"{path}: {reason}") from None


def _color(args: argparse.Namespace) -> bool:
    if args.color != "auto":
        return bool(args.color == "always")
    if args.output or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
