"""``kouetsu baseline``: accept what is there now, so that only what is new is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kouetsu.commands.options import Parser, add_files, add_selection, add_site, outfit_of
from kouetsu.commands.progress import Progress
from kouetsu.commands.telling import checked_posts, warn
from kouetsu.errors import unwritable
from kouetsu.language import counted, language
from kouetsu.run import baseline
from kouetsu.run.cache import cache_of
from kouetsu.run.config import Config, shown_path
from kouetsu.run.discover import discover
from kouetsu.run.plan import Outfit
from kouetsu.run.session import check_files, over_all

NAME = "kouetsu-baseline.json"


def run(arguments: Sequence[str]) -> int:
    """Write the baseline, or let it shrink; 1 when there is something new that it may not take."""
    args = _parser().parse_posts(arguments)
    outfit = outfit_of(args)
    config = outfit.plan.config
    file = Path(args.baseline) if args.baseline else Path(config.root, config.baseline or NAME)
    posts = discover(args.paths, outfit, no_exclude=args.no_exclude).posts
    cache = None if args.no_cache else cache_of(outfit)
    spoken = language(args.lang, config.lang)
    with Progress("調べています", "checking", spoken) as progress:
        outcomes = over_all(check_files(posts, outfit, args.jobs, cache, progress), outfit)
    found = [
        (outfit.from_root(post.path), baseline.key_of(diagnostic, post.source.text))
        for post in checked_posts(outcomes)
        for diagnostic in post.diagnostics
    ]
    first = not file.exists()
    old = baseline.Baseline() if first else baseline.read(file)
    unchecked = old.unchecked(map(outfit.from_root, posts), config.root)
    silent = _silent(old, posts, outfit)
    update = baseline.updated(old, found, unchecked, silent, grow=first or args.allow_growth)
    try:
        if first or update.baseline != old:
            baseline.write(update.baseline, file)
    except OSError as error:
        raise unwritable(file, error) from None
    if first:
        _tell_first(file, update, config, spoken)
        return 0
    refused = 0 if args.allow_growth else update.new
    _tell_change(file, update, refused, spoken)
    return int(refused > 0)


def _silent(old: baseline.Baseline, posts: Sequence[str], outfit: Outfit) -> set[str]:
    """The rules of the baseline that the command line left out, or whose plugin is not here."""
    rules = {rule for rule, _ in old.entries}
    silent = rules - outfit.registry.rules.keys()
    if outfit.profile(None).narrowed:
        silent |= rules - {name for path in posts for name in outfit.profile(path).chosen}
    return silent


def _parser() -> Parser:
    parser = Parser(
        "baseline",
        "Write or update the baseline: what was mended leaves it, "
        "what is new enters only with --allow-growth "
        "/ ベースラインを書く、または更新する（直ったものは外れ、新しいものは --allow-growth を"
        "付けたときだけ加わる）",
    )
    add_files(parser)
    add_site(parser)
    add_selection(parser)
    parser.add_argument(
        "--baseline",
        metavar="FILE",
        help=f"the file to write (default: {NAME}) / 書き込むファイル（既定: {NAME}）",
    )
    parser.add_argument(
        "--allow-growth", action="store_true", help="accept new findings, too / 新しい指摘も加える"
    )
    return parser


def _tell_first(file: Path, update: baseline.Update, config: Config, spoken: str) -> None:
    shown, total = shown_path(file.absolute()), update.baseline.total
    warn(
        spoken,
        f"{shown}: {total} 件を記録しました",
        f"{shown}: {counted(total, 'finding')} recorded",
    )
    if config.baseline is None:
        warn(
            spoken,
            f"使うには、--baseline {shown} を付けるか、"
            f"kouetsu.yaml に baseline: {shown} と書きます",
            f"to use it: --baseline {shown}, or baseline: {shown} in kouetsu.yaml",
        )


def _tell_change(file: Path, update: baseline.Update, refused: int, spoken: str) -> None:
    shown, added = shown_path(file.absolute()), update.new - refused
    total = update.baseline.total
    warn(
        spoken,
        f"{shown}: {update.gone} 件が消え、{added} 件が加わり、{total} 件になりました",
        f"{shown}: {update.gone} gone, {added} added, {total} in all",
    )
    if update.silent:
        warn(
            spoken,
            f"実行しなかった規則の指摘 {update.silent} 件は、そのまま残しました",
            f"{counted(update.silent, 'finding')} of rules that did not run stay",
        )
    if refused:
        warn(
            spoken,
            f"新しい指摘 {refused} 件は加えていません（--allow-growth で加えます）",
            f"{counted(refused, 'new finding')} not taken in (--allow-growth takes them)",
        )
