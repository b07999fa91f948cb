"""``--fix`` and ``--diff``: mend files, or show how."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from kouetsu.commands.progress import Progress
from kouetsu.commands.telling import exit_code, fails, reported, warn
from kouetsu.errors import DISK, reason_of
from kouetsu.findings import Diagnostic, Text
from kouetsu.language import counted, language
from kouetsu.run.check import Checked
from kouetsu.run.diff import unified
from kouetsu.run.engine_rules import NOT_CHECKED
from kouetsu.run.fix import ROUNDS, Mended, Task, lost, mend, mend_file, tasks
from kouetsu.run.plan import Outfit
from kouetsu.run.session import check_file, over_all
from kouetsu.run.workers import each
from kouetsu.run.writing import Changed, write_atomically
from kouetsu.text.source import Source

if TYPE_CHECKING:
    from kouetsu.run.baseline import Baseline

CHANGED = Text(
    "検査中に書き換えられたため、上書きしません", "changed while it was checked; not overwritten"
)


class Mends(Struct):
    """What mending came to."""

    left: dict[str, Checked]
    mended: list[Diagnostic] = field(default_factory=list)
    failed: bool = False
    is_full: bool = False
    """The disk takes nothing more: the next file would fare no better."""

    def take(self, result: Mended, path: str, spoken: str) -> bool:
        """Write a mended post if there is anything to write; whether it was written."""
        if result.refusal:
            note(spoken, path, *result.refusal)
        elif result.changed:
            if self.is_full:
                return False
            failure = written(result.before, result.after, path, spoken)
            if failure is not None:
                self.failed, self.is_full = True, failure.errno in DISK
                return False
        self.left[path] = result.left
        self.mended += result.mended
        return result.changed


def mended_files(
    outcomes: Sequence[Checked], outfit: Outfit, args: argparse.Namespace, spoken: str
) -> Mends:
    """Mend the posts on the disk, each at once or not at all."""
    mends = Mends(left={outcome.path: outcome for outcome in outcomes})
    wholes = over_all(list(outcomes), outfit)
    todo = _once(tasks(outcomes, wholes, unsafe=args.unsafe_fixes))
    for _ in range(ROUNDS):
        written = [
            task.path
            for task, result in _mended(todo, outfit, args, spoken)
            if result is not None and mends.take(result, task.path, spoken)
        ]
        _look_again(mends, written, outfit)
        # what is mended in one post may be news for rules over all of them
        left = list(mends.left.values())
        found = tasks(left, over_all(left, outfit), unsafe=args.unsafe_fixes)
        todo = _once(task for task in found if task.more)
        if not written or not todo:
            break
    return mends


def _once(todo: Iterable[Task]) -> list[Task]:
    """The tasks without those of links to a file that has one itself."""
    files = {os.path.realpath(task.path): task for task in sorted(todo, key=_is_own_file)}
    return sorted(files.values(), key=lambda task: task.path)


def _is_own_file(task: Task) -> bool:
    return os.path.realpath(task.path) == os.path.abspath(task.path)


def _look_again(mends: Mends, written: Sequence[str], outfit: Outfit) -> None:
    """Other names of a file that was written show what is left in it, too."""
    real = {os.path.realpath(path) for path in written}
    names = [path for path in mends.left if os.path.realpath(path) in real]
    for path in sorted(set(names).difference(written)):
        mends.left[path] = check_file(path, outfit)


def show_diffs(
    outcomes: Sequence[Checked], outfit: Outfit, args: argparse.Namespace, spoken: str
) -> int:
    """Print what ``--fix`` would write; 1 when it would write or a post could not be checked."""
    wholes = over_all(list(outcomes), outfit)
    count, failed = 0, _tell_of_unchecked(wholes, args, spoken)
    todo = _once(tasks(outcomes, wholes, unsafe=args.unsafe_fixes))
    for task, result in _mended(todo, outfit, args, spoken):
        if result is not None and result.refusal:
            note(spoken, task.path, *result.refusal)
        elif result is not None and result.changed:
            count += 1
            _print_diff(result, task.path)
    if not args.quiet:
        warn(
            spoken,
            f"{count} 本の記事が変わります",
            f"{counted(count, 'post')} would change",
        )
    return int(failed or (count > 0 and args.fail_on != "never"))


def mended_stdin(
    source: Source, path: str, outfit: Outfit, args: argparse.Namespace, known: Baseline | None
) -> int:
    """Write the mended text (or the diff) of standard input to standard output."""
    result = mend(source, path, outfit, unsafe=args.unsafe_fixes)
    spoken = language(args.lang, outfit.plan.config.lang, posts_are_japanese=result.left.japanese)
    if result.refusal:
        note(spoken, path, *result.refusal)
    if args.diff:
        failed = _tell_of_unchecked([result.left], args, spoken)
        if result.changed:
            _print_diff(result, path)
        return int(failed or (result.changed and args.fail_on != "never"))
    _print_bytes(result.after.raw)
    left = reported([result.left], outfit, known, sources={path: result.after})
    return exit_code(left, args.fail_on)


def _tell_of_unchecked(outcomes: Iterable[Checked], args: argparse.Namespace, spoken: str) -> bool:
    """A line for each reason why a post was not checked; whether one of them fails the run."""
    every = (found for outcome in outcomes for found in outcome.diagnostics)
    reasons = [found for found in every if found.rule in NOT_CHECKED]
    for found in reasons:
        note(spoken, found.path, *found.message)
    return fails(reasons, args.fail_on)


def handed_on(source: Source, args: argparse.Namespace) -> int:
    """Standard input that is not to be checked: its writer wants it back."""
    if not args.diff:
        _print_bytes(source.raw)
    return 0


def _mended(
    todo: Sequence[Task], outfit: Outfit, args: argparse.Namespace, spoken: str
) -> Iterator[tuple[Task, Mended | None]]:
    size = sum(os.path.getsize(task.path) for task in todo if os.path.exists(task.path))
    results = each(todo, mend_file, lost, outfit, jobs=args.jobs, size=size)
    with Progress("修正しています", "mending", spoken, quiet=args.quiet) as progress:
        for number, pair in enumerate(zip(todo, results, strict=True)):
            progress(number, len(todo))
            yield pair


def written(before: Source, after: Source, path: str, spoken: str) -> OSError | None:
    """Write the post; why it could not be, which is told here."""
    try:
        write_atomically(Path(path), after.raw, expected=before.raw)
    except Changed as changed:
        note(spoken, path, *CHANGED)
        return changed
    except OSError as error:
        reason = reason_of(error)
        note(spoken, path, f"書き込めません（{reason.ja}）", f"can't be written ({reason.en})")
        return error
    return None


def note(spoken: str, path: str, ja: str, en: str) -> None:
    """One line about one post."""
    warn(spoken, f"{path}: {ja}", f"{path}: {en}")


def _print_diff(result: Mended, path: str) -> None:
    # git takes no patch of a link or behind one
    own = os.path.relpath(os.path.realpath(path), os.path.realpath("."))
    path = path if own.startswith(os.pardir) else own.replace(os.sep, "/")
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
