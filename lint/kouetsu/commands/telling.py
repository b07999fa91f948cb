"""From outcomes to a report: sources read again, known findings left out, the report written."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec.structs import replace

from kouetsu.errors import unwritable
from kouetsu.findings import Diagnostic, Severity
from kouetsu.report import CheckedPost, Report
from kouetsu.report.wording import omission
from kouetsu.run.check import Checked
from kouetsu.run.plan import Outfit
from kouetsu.run.plugins import REPORTERS
from kouetsu.run.reading import read_bytes
from kouetsu.run.writing import write_atomically
from kouetsu.text.source import Source

if TYPE_CHECKING:
    from kouetsu.run.baseline import Baseline
    from kouetsu.run.since import Changes


TOLD_WITHIN = ("human", "markdown")
"""Formats that tell themselves how much ``--max-findings`` leaves out, or list nothing."""


def warn(spoken: str, ja: str, en: str) -> None:
    """One line on standard error."""
    print(f"kouetsu: {en if spoken == 'en' else ja}", file=sys.stderr)


def checked_posts(
    outcomes: Sequence[Checked], sources: Mapping[str, Source] | None = None
) -> list[CheckedPost]:
    """The posts that a report has something to tell of, with their sources."""
    at_hand = sources or {}
    return [
        CheckedPost(
            outcome.path,
            # read again: keeping every source of a large site would cost its size in memory
            at_hand.get(outcome.path) or source_of(outcome.path),
            outcome.diagnostics,
            outcome.suppressed,
        )
        for outcome in outcomes
        if outcome.diagnostics or outcome.suppressed
    ]


def exit_code(posts: Iterable[CheckedPost], fail_on: str) -> int:
    """1 when a finding in them is as grave as that or graver."""
    return int(fails((found for post in posts for found in post.diagnostics), fail_on))


def fails(findings: Iterable[Diagnostic], fail_on: str) -> bool:
    """Whether one of them is as grave as that or graver."""
    if fail_on == "never":
        return False
    limit = Severity.of(fail_on)
    return any(found.severity >= limit for found in findings)


def source_of(path: str) -> Source:
    """The source of a file; empty when it can't be read (which was already told)."""
    try:
        return Source.from_bytes(read_bytes(path))
    except OSError:
        return Source.from_bytes(b"")


def reported(
    outcomes: Sequence[Checked],
    outfit: Outfit,
    known: Baseline | None,
    changes: Changes | None = None,
    sources: Mapping[str, Source] | None = None,
) -> list[CheckedPost]:
    """The posts with what is neither in the baseline nor on unchanged lines."""
    posts = checked_posts(outcomes, sources)
    is_new = [_on_changed_lines(post, changes) for post in posts]
    is_known = None
    if known:
        checked = [outfit.from_root(outcome.path) for outcome in outcomes]
        others = known.unchecked(checked, outfit.plan.config.root)
        is_known = _known(posts, outfit, known.without(others), is_new)
    left = []
    for number, post in enumerate(posts):
        known_here = is_known[number] if is_known else [False] * len(post.diagnostics)
        rows = list(zip(post.diagnostics, known_here, is_new[number], strict=True))
        left.append(
            replace(
                post,
                diagnostics=tuple(found for found, known, new in rows if new and not known),
                baselined=sum(known_here),
                unchanged=sum(not new and not known for _, known, new in rows),
            )
        )
    return left


def _on_changed_lines(post: CheckedPost, changes: Changes | None) -> list[bool]:
    if changes is None:
        return [True] * len(post.diagnostics)
    touched = changes.of(post.path, post.source)
    return [touched.reports(found) for found in post.diagnostics]


def _known(
    posts: Sequence[CheckedPost],
    outfit: Outfit,
    known: Baseline,
    is_new: Sequence[Sequence[bool]],
) -> list[list[bool]]:
    from kouetsu.run import baseline

    places = [(p, d) for p, post in enumerate(posts) for d in range(len(post.diagnostics))]
    # of equal findings those on unchanged lines are the old ones
    places.sort(key=lambda place: is_new[place[0]][place[1]])
    names = [outfit.from_root(post.path) for post in posts]
    found = [
        (names[p], baseline.key_of(posts[p].diagnostics[d], posts[p].source.text))
        for p, d in places
    ]
    result = [[False] * len(post.diagnostics) for post in posts]
    for (p, d), verdict in zip(places, baseline.known(known, found), strict=True):
        result[p][d] = verdict
    return result


def shortened(posts: Sequence[CheckedPost], most: int | None) -> Sequence[CheckedPost]:
    """The posts with so many findings to list; the others are counted only."""
    if most is None:
        return posts
    cut = []
    for post in posts:
        listed = post.diagnostics[:most]
        cut.append(replace(post, diagnostics=listed, omitted=post.diagnostics[most:]))
        most -= len(listed)
    return cut


def tell(
    args: argparse.Namespace,
    outfit: Outfit,
    posts: Sequence[CheckedPost],
    spoken: str,
    *,
    files: int,
    mended: Sequence[Diagnostic] = (),
) -> None:
    """Write the report where it is wanted."""
    report = Report(
        posts=shortened(posts, args.max_findings),
        rules=tuple(outfit.registry.rules.values()),
        language=spoken,
        color=_color(args),
        quiet=args.quiet,
        statistics=args.statistics,
        files=files,
        mended=mended,
    )
    reporter = outfit.plugins.reporters()[args.format]
    file = None if args.output is None else io.StringIO()
    if file is None and args.format != "human" and not sys.stdout.isatty():
        as_utf8(sys.stdout)
    # the stream's own errors: a full disk, a reader that went away
    with outfit.plugins.owner(REPORTERS, args.format).blaming(OSError):
        reporter(report, sys.stdout if file is None else file)
    if file is not None:
        _write(Path(args.output), file.getvalue())
    if report.omitted and args.format not in TOLD_WITHIN:
        warn(spoken, *omission(report))


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
        raise unwritable(path, error) from None


def _color(args: argparse.Namespace) -> bool:
    if args.color != "auto":
        return bool(args.color == "always")
    if args.output or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
