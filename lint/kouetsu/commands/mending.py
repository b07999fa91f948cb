"""``--fix`` and ``--diff``: mend files, or show how."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kouetsu.commands.telling import exit_code, warn
from kouetsu.errors import UsageError
from kouetsu.findings import Diagnostic, Safety
from kouetsu.language import language
from kouetsu.run.check import Checked
from kouetsu.run.diff import unified
from kouetsu.run.fix import Mended, mend
from kouetsu.run.plan import Outfit
from kouetsu.run.reading import read_bytes
from kouetsu.run.session import check_source, over_all
from kouetsu.run.silencing import silenced
from kouetsu.run.writing import Changed, write_atomically
from kouetsu.text.post import Post
from kouetsu.text.source import Source


@dataclass(slots=True)
class Mends:
    """What mending came to."""

    left: list[Checked] = field(default_factory=list)
    mended: list[Diagnostic] = field(default_factory=list)
    failed: bool = False


def mended_files(
    outcomes: Sequence[Checked], outfit: Outfit, args: argparse.Namespace, spoken: str
) -> Mends:
    """Mend the posts on the disk, each at once or not at all."""
    mends = Mends()
    for outcome, result in _mended(outcomes, outfit, args):
        if result is None:
            mends.left.append(outcome)
        elif result.refusal:
            _note(spoken, outcome.path, *result.refusal)
            mends.left.append(result.left)
        elif result.changed and not _written(result, outcome.path, spoken):
            mends.failed = True
            mends.left.append(outcome)
        else:
            mends.left.append(result.left)
            mends.mended += result.mended
    return mends


def show_diffs(
    outcomes: Sequence[Checked], outfit: Outfit, args: argparse.Namespace, spoken: str
) -> int:
    """Print what ``--fix`` would write; 1 when it would write anything."""
    count = 0
    for outcome, result in _mended(outcomes, outfit, args):
        if result is not None and result.refusal:
            _note(spoken, outcome.path, *result.refusal)
        elif result is not None and result.changed:
            count += 1
            _print_diff(result, outcome.path)
    if not args.quiet:
        warn(spoken, f"{count} 個の記事が変わります", f"{count} post(s) would change")
    return int(count > 0 and args.fail_on != "never")


def mended_stdin(source: Source, path: str, outfit: Outfit, args: argparse.Namespace) -> int:
    """Write the mended text (or the diff) of standard input to standard output."""
    result = mend(source, path, outfit, unsafe=args.unsafe_fixes)
    spoken = language(args.lang, outfit.plan.config.lang, posts_are_japanese=result.left.japanese)
    if result.refusal:
        _note(spoken, path, *result.refusal)
    if args.diff:
        if result.changed:
            _print_diff(result, path)
        return int(result.changed and args.fail_on != "never")
    _print_bytes(result.after.raw)
    return exit_code(result.left.diagnostics, args.fail_on)


def suppress_all(outcomes: Sequence[Checked], outfit: Outfit, reason: str, spoken: str) -> int:
    """Write suppressions for what was found; 2 when a file could not be written."""
    if "--" in reason or "\n" in reason:
        raise UsageError(
            "理由に -- と改行は使えません", "a reason may hold neither -- nor a line break"
        )
    count, failed = 0, False
    for outcome in over_all(list(outcomes), outfit):
        source = _source(outcome.path) if outcome.diagnostics else None
        if source is None or source.undecodable:
            continue
        post = Post(source, outcome.path, outfit.profile(outcome.path).site)
        after = Source.from_bytes(source.encode(silenced(post, outcome.diagnostics, reason)))
        if after.raw != source.raw:
            left = check_source(after, outcome.path, outfit)
            done = Mended(source, after, (), left)
            if _written(done, outcome.path, spoken):
                count += left.suppressed - outcome.suppressed
            else:
                failed = True
    warn(spoken, f"{count} 件の指摘を抑えました", f"{count} finding(s) suppressed")
    return 2 if failed else 0


def _mended(
    outcomes: Sequence[Checked], outfit: Outfit, args: argparse.Namespace
) -> Iterator[tuple[Checked, Mended | None]]:
    for outcome in outcomes:
        wanted = any(
            found.fix and (args.unsafe_fixes or found.fix.safety is Safety.SAFE)
            for found in outcome.diagnostics
        )
        source = _source(outcome.path) if wanted else None
        if source is None:
            yield outcome, None
        else:
            yield outcome, mend(source, outcome.path, outfit, unsafe=args.unsafe_fixes)


def _source(path: str) -> Source | None:
    try:
        return Source.from_bytes(read_bytes(path))
    except OSError:  # gone since it was checked: nothing to mend
        return None


def _written(result: Mended, path: str, spoken: str) -> bool:
    try:
        write_atomically(Path(path), result.after.raw, expected=result.before.raw)
    except Changed:
        _note(
            spoken,
            path,
            "検査中に書き換えられたため、上書きしません",
            "changed while it was checked; not overwritten",
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _note(spoken, path, f"書けません（{reason}）", f"can't be written ({reason})")
    else:
        return True
    return False


def _note(spoken: str, path: str, ja: str, en: str) -> None:
    warn(spoken, f"{path}: {ja}", f"{path}: {en}")


def _print_diff(result: Mended, path: str) -> None:
    # a BOM is a part of the first line for git
    before, after = (s.raw.decode("utf-8") for s in (result.before, result.after))
    _print_bytes(unified(before, after, path).encode("utf-8", "surrogateescape"))


def _print_bytes(raw: bytes) -> None:
    """Bytes as they are: text streams would translate the newlines of a post on Windows."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(raw.decode("utf-8", "surrogateescape"))
    else:
        buffer.write(raw)
        buffer.flush()
