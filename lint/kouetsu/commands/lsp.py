"""``kouetsu lsp``: the language server, over standard input and output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kouetsu.commands.options import Parser, add_selection, add_site, choices_of, count_of
from kouetsu.errors import UsageError
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

PAUSE = 150


def parser() -> Parser:
    """The options of ``kouetsu lsp``."""
    made = Parser(
        "lsp",
        "Serve an editor over standard input and output "
        "/ 標準入出力でエディターとやり取りする（言語サーバー）",
    )
    add_site(made)
    add_selection(made)
    made.add_argument(
        "--baseline", metavar="FILE", help="known findings to leave out / 既知の指摘の記録"
    )
    made.add_argument(
        "--pause",
        type=count_of,
        default=PAUSE,
        metavar="MS",
        help=f"milliseconds without a keystroke before a check (default: {PAUSE}) "
        f"/ 入力が止まってから調べるまでのミリ秒（既定: {PAUSE}）",
    )
    made.add_argument(
        "--stdio",
        action="store_true",
        help="changes nothing; some clients pass it "
        "/ 指定しても変わらない（付けて起動するクライアントのため）",
    )
    return made


def run(arguments: Sequence[str]) -> int:
    """Serve until the editor ends the session."""
    args = parser().parse_args(arguments)
    try:
        from kouetsu.lsp.server import Server, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError(
            "言語サーバーには pygls が要ります: pip install 'kouetsu[lsp]'",
            "the language server needs pygls: pip install 'kouetsu[lsp]'",
        ) from None
    from kouetsu.lsp.sites import Sites

    if args.config and not Path(args.config).is_file():
        raise UsageError(
            f"{args.config}: 設定ファイルがありません", f"{args.config}: no such configuration"
        )
    plugins = load(tuple(args.plugin))
    registry = Registry.of(plugins)
    sites = Sites(
        plugins,
        registry,
        choices_of(args, registry),
        tuple(args.plugin),
        given=Path(args.config).absolute() if args.config else None,
        baseline=args.baseline,
    )
    return serve(Server(sites, wish=args.lang, pause=args.pause / 1000))
