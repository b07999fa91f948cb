"""Options of ``kouetsu check`` that can't be obeyed together: refused before anything is loaded."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

from kouetsu.cli import COMMANDS
from kouetsu.errors import UsageError

STDIN = "-"

Contradiction = tuple[bool, str, str]
"""Whether it is there, and what to say of it in Japanese and in English."""


def refuse_contradictions(args: argparse.Namespace) -> None:
    """A ``UsageError`` for the first that is there: an option is obeyed or refused."""
    for is_there, ja, en in (*_of_paths(args), *_of_mending(args), *_of_the_report(args)):
        if is_there:
            raise UsageError(ja, en)


def _of_paths(args: argparse.Namespace) -> Iterator[Contradiction]:
    alone = args.paths == [STDIN]
    yield (
        STDIN in args.paths and not alone,
        "- はほかのパスと並べられません",
        "- can't stand beside other paths",
    )
    yield (
        args.stdin_filename is not None and not alone,
        "--stdin-filename にはパスとして - が要ります",
        "--stdin-filename needs - as the path",
    )

    for word in args.paths:
        yield (
            word in COMMANDS and not os.path.lexists(word),
            f"{word}: ファイルもフォルダーもありません（コマンドは先頭に書きます: kouetsu {word}）",
            f"{word}: no such file or folder (a command comes first: kouetsu {word})",
        )


def _of_mending(args: argparse.Namespace) -> Iterator[Contradiction]:
    mends, stdin, reason = args.fix or args.diff, STDIN in args.paths, args.add_suppressions
    yield (
        args.unsafe_fixes and not mends,
        "--unsafe-fixes は --fix か --diff と一緒に使います",
        "--unsafe-fixes goes with --fix or --diff",
    )
    yield (
        reason is not None and (mends or stdin),
        "--add-suppressions は --fix・--diff・標準入力と一緒には使えません",
        "--add-suppressions goes with neither --fix, --diff nor standard input",
    )
    yield (
        reason is not None and ("--" in reason or "*/" in reason or "\n" in reason),
        "理由に --、*/、改行は使えません",
        "a reason may hold neither --, */ nor a line break",
    )
    yield (
        args.since is not None and (mends or stdin or reason is not None),
        "--since は報告だけのオプションで、--fix・--diff・--add-suppressions・- とは使えません",
        "--since only reports: not with --fix, --diff, --add-suppressions or -",
    )


def _of_the_report(args: argparse.Namespace) -> Iterator[Contradiction]:
    given = {
        "--output": args.output is not None,
        "--format": args.format != "human",
        "--statistics": args.statistics,
        "--max-findings": args.max_findings is not None,
    }
    instead = _instead_of_a_report(args)
    for option, is_given in given.items():
        yield (
            instead is not None and is_given,
            f"{instead} は報告を書かないので、{option} と一緒には使えません",
            f"{instead} writes no report: not with {option}",
        )
    yield (
        args.statistics and args.format != "human",
        f"--statistics は --format human だけのもので、--format {args.format} とは使えません",
        f"--statistics goes with --format human alone, not with {args.format}",
    )
    yield (
        args.statistics and args.max_findings is not None,
        "--statistics は指摘を並べないので、--max-findings と一緒には使えません",
        "--statistics lists no findings: not with --max-findings",
    )


def _instead_of_a_report(args: argparse.Namespace) -> str | None:
    """What writes something else than a report, if anything does."""
    if args.add_suppressions is not None:
        return "--add-suppressions"
    if args.diff:
        return "--diff"
    return "- --fix" if args.fix and STDIN in args.paths else None
