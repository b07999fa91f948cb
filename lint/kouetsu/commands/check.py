"""``kouetsu check``: lint posts, mend them, tell what was found."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kouetsu.commands.contradictions import STDIN, refuse_contradictions
from kouetsu.commands.left_out import warn_of_left_out
from kouetsu.commands.options import (
    Parser,
    add_files,
    add_selection,
    add_site,
    count_of,
    outfit_of,
)
from kouetsu.commands.progress import Progress
from kouetsu.commands.telling import exit_code, reported, tell
from kouetsu.errors import UsageError
from kouetsu.findings import Diagnostic
from kouetsu.language import language
from kouetsu.run.check import Checked, unreadable
from kouetsu.run.discover import Discovered, discover
from kouetsu.run.plan import Outfit
from kouetsu.run.session import check_files, check_source, over_all
from kouetsu.text.source import Source

if TYPE_CHECKING:
    from kouetsu.run.baseline import Baseline
    from kouetsu.run.since import Changes

WORTH_A_CACHE = 8
"""Posts: below, knowing whether the cache is right takes longer than the check."""


def parser() -> Parser:
    """The options of ``kouetsu check``."""
    made = Parser("check", "Lint posts: path:line:column and what is wrong / 記事を調べる")
    add_files(made)
    add_site(made)
    add_selection(made)
    _add_mending(made)
    _add_telling(made)
    made.add_argument(
        "--baseline",
        metavar="FILE",
        help="known findings to leave out of the report; --fix mends them, too "
        "/ 既知の指摘の記録。載っている指摘は報告しない（--fix では修正する）",
    )
    made.add_argument(
        "--since",
        metavar="REV",
        help="only what touches lines changed since a git revision (REV...: since its branch "
        "point) / git のリビジョン以降に変わった行の指摘だけを報告する（REV... なら分岐点から）",
    )
    made.add_argument(
        "--stdin-filename",
        metavar="PATH",
        help="with - as PATH: what standard input is called "
        "/ パスが - のとき、標準入力の記事の名前",
    )
    return made


def _add_mending(parser: Parser) -> None:
    mending = parser.add_argument_group("mending / 修正")
    mending.add_argument(
        "--fix", action="store_true", help="apply the safe fixes / 安全な修正を適用する"
    )
    mending.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help="with --fix or --diff: fixes that need a look, too "
        "/ --fix・--diff で、確認の要る修正も含める",
    )
    mending.add_argument(
        "--diff",
        action="store_true",
        help="show the fixes, write nothing; 1 where there are any "
        "/ 修正を差分で示し、書き込まない。修正があれば終了コードは 1",
    )
    mending.add_argument(
        "--add-suppressions",
        metavar="REASON",
        help="write suppressions with this reason for all that is found now "
        "/ 今ある指摘すべてに、この理由を付けた抑制を書き込む",
    )


def _add_telling(parser: Parser) -> None:
    telling = parser.add_argument_group("report / 表示")
    telling.add_argument("--format", "-f", default="human", metavar="FORMAT", help=_formats())
    telling.add_argument(
        "--output", "-o", metavar="FILE", help="write the report there / 報告の出力先"
    )
    telling.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="exit 1 from this severity on (default: error) "
        "/ この重大度以上で終了コードを 1 にする（既定: error）",
    )
    telling.add_argument(
        "--exit-zero",
        action="store_const",
        const="never",
        dest="fail_on",
        help="the same as --fail-on never / --fail-on never と同じ",
    )
    telling.add_argument(
        "--max-findings",
        type=count_of,
        metavar="N",
        help="list at most N findings, count all / 並べる指摘の上限（件数はすべて数える）",
    )
    telling.add_argument(
        "--statistics",
        action="store_true",
        help="count by rule, list nothing / 指摘を並べず、規則ごとの件数を示す",
    )
    telling.add_argument(
        "--quiet", "-q", action="store_true", help="findings only / 指摘だけを示す"
    )
    telling.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="colours; NO_COLOR and FORCE_COLOR count, too "
        "/ 色付け（NO_COLOR・FORCE_COLOR も有効）",
    )


def run(arguments: Sequence[str]) -> int:
    """Check, mend if asked, tell; the exit code."""
    args = parser().parse_posts(arguments)
    refuse_contradictions(args)
    outfit = outfit_of(args)
    reporters = outfit.plugins.reporters()
    if args.format not in reporters:
        known = ", ".join(reporters)
        raise UsageError(
            f"--format {args.format}: そのような形式はありません（{known}）",
            f"--format {args.format}: no such format ({known})",
        )
    if STDIN in args.paths:
        return _run_stdin(args, outfit)
    return _run_files(args, outfit)


def _run_files(args: argparse.Namespace, outfit: Outfit) -> int:
    known = _baseline(args, outfit)
    found = discover(args.paths, outfit, no_exclude=args.no_exclude)
    _refuse_overwriting(args.output, found.posts)
    changes = _changes(args, outfit, found)
    cache = None
    if not args.no_cache and len(found.posts) >= WORTH_A_CACHE:
        from kouetsu.run.cache import cache_of

        cache = cache_of(outfit)
    early = language(args.lang, outfit.plan.config.lang)  # the posts are not read yet
    with Progress("調べています", "checking", early, quiet=args.quiet) as progress:
        outcomes = check_files(found.posts, outfit, args.jobs, cache, progress)
    spoken = _language(args, outfit, outcomes)
    warn_of_left_out(found, args, outfit, spoken)
    outcomes += [unreadable(path, reason, outfit) for path, reason in found.unreadable]
    outcomes.sort(key=lambda outcome: outcome.path)
    if args.add_suppressions is not None:
        from kouetsu.commands.suppressing import suppress_all

        return suppress_all(outcomes, outfit, args, spoken, known)
    if args.diff or args.fix:  # perf: few runs mend
        from kouetsu.commands.mending import mended_files, show_diffs
    if args.diff:
        return show_diffs(outcomes, outfit, args, spoken)
    mends = mended_files(outcomes, outfit, args, spoken) if args.fix else None
    left = over_all(list(mends.left.values()) if mends else outcomes, outfit)
    mended = mends.mended if mends else ()
    code = _report(args, outfit, left, spoken, known, changes=changes, mended=mended)
    return 2 if mends and mends.failed else code


def _refuse_overwriting(output: str | None, posts: Sequence[str]) -> None:
    """A report is written over no post: ``-o *.md`` names one."""
    if output is None or not os.path.isfile(output):
        return
    if any(os.path.samefile(output, post) for post in posts if os.path.exists(post)):
        raise UsageError(
            f"--output {output}: 調べる記事なので、報告を書き込みません",
            f"--output {output}: this is a post to check; the report is not written over it",
        )


def _run_stdin(args: argparse.Namespace, outfit: Outfit) -> int:
    known = _baseline(args, outfit)
    path = (args.stdin_filename or "stdin.md").replace(os.sep, "/")
    if sys.stdin is None:
        raise UsageError("標準入力が閉じています", "standard input is closed")
    source = Source.from_bytes(sys.stdin.buffer.read())
    mends = args.fix or args.diff
    if mends:
        from kouetsu.commands.mending import handed_on, mended_stdin
    named = args.stdin_filename is not None and not args.no_exclude
    reason = outfit.left_out(path) if named else None
    if reason is not None:
        spoken = _language(args, outfit, ())
        warn_of_left_out(Discovered(left_out={path: reason}), args, outfit, spoken)
        return handed_on(source, args) if mends else _report(args, outfit, (), spoken, known)
    if mends:
        return mended_stdin(source, path, outfit, args, known)
    outcome = over_all([check_source(source, path, outfit)], outfit)
    spoken = _language(args, outfit, outcome)
    return _report(args, outfit, outcome, spoken, known, sources={path: source})


def _report(
    args: argparse.Namespace,
    outfit: Outfit,
    outcomes: Sequence[Checked],
    spoken: str,
    known: Baseline | None,
    *,
    changes: Changes | None = None,
    sources: Mapping[str, Source] | None = None,
    mended: Sequence[Diagnostic] = (),
) -> int:
    posts = reported(outcomes, outfit, known, changes, sources)
    tell(args, outfit, posts, spoken, files=len(outcomes), mended=mended)
    return exit_code(posts, args.fail_on)


def _changes(args: argparse.Namespace, outfit: Outfit, found: Discovered) -> Changes | None:
    if args.since is None:
        return None
    from kouetsu.run.since import changes_since

    changes = changes_since(args.since)
    # rules over all posts need them all
    if not any(rule.corpus for rule in outfit.registry.rules.values()):
        found.untouched = len(found.posts)
        found.posts = [path for path in found.posts if changes.touches(path)]
    return changes


def _baseline(args: argparse.Namespace, outfit: Outfit) -> Baseline | None:
    config = outfit.plan.config
    given = args.baseline or (config.baseline and Path(config.root, config.baseline))
    if not given:
        return None
    from kouetsu.run import baseline

    return baseline.read(Path(given))


def _language(args: argparse.Namespace, outfit: Outfit, outcomes: Sequence[Checked]) -> str:
    japanese = sum(outcome.japanese for outcome in outcomes)
    return language(
        args.lang, outfit.plan.config.lang, posts_are_japanese=japanese * 2 >= len(outcomes)
    )


def _formats() -> str:
    with suppress(ImportError):
        from kouetsu.report.builtin import FORMATS

        return " | ".join(FORMATS)
    return "human | json | …"
