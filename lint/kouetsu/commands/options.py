"""Options that several commands share, and what they come to."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from kouetsu.commands.help import HelpLines, in_one_language
from kouetsu.errors import UsageError
from kouetsu.findings import Severity
from kouetsu.language import option_in, spoken
from kouetsu.rule import AnyRule
from kouetsu.run import config_reading
from kouetsu.run.config import Config, find, stated_language
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.plugins import Plugins, load
from kouetsu.run.registry import Registry, UnknownRule


class Parser(argparse.ArgumentParser):
    """A parser whose mistakes are one line, as all of ours.

    Descriptions and help are "English / 日本語"; where the language is known, one is shown.
    """

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"kouetsu {command}",
            description=description,
            formatter_class=HelpLines,
            allow_abbrev=False,
            add_help=False,
        )
        self.add_argument("-h", "--help", action="help", help="show this help / この説明を表示する")
        self._given: Sequence[str] = ()

    def parse_posts(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Options and paths in any order; behind ``--`` there are only paths."""
        given = list(arguments)
        end = given.index("--") if "--" in given else len(given)
        self._given = given
        args = self.parse_intermixed_args(given[:end])
        args.paths += given[end + 1 :]
        return args

    def parse_args(self, args: Sequence[str], namespace: Any = None) -> Any:  # type: ignore[override]
        self._given = args
        return super().parse_args(args, namespace)

    def format_help(self) -> str:
        stated = stated_language(option_in(self._given, "--config"))
        return in_one_language(self, spoken(option_in(self._given, "--lang"), stated))

    def error(self, message: str) -> NoReturn:
        from kouetsu.commands.usage import mistake  # perf: wanted for mistakes only

        said = mistake(message, self._option_string_actions)
        raise UsageError(
            f"{said.ja}（{self.prog} --help を見てください）", f"{said.en} (see {self.prog} --help)"
        )


def add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lang",
        choices=("ja", "en"),
        help="language of messages (else the configuration's, the locale's, the posts') "
        "/ 表示の言語（省略時は設定、ロケール、記事の順）",
    )


def add_site(parser: argparse.ArgumentParser) -> None:
    """The options that say which site and which plugins."""
    parser.add_argument(
        "--config", metavar="FILE", help="use this kouetsu.yaml / 使う設定ファイル（kouetsu.yaml）"
    )
    add_plugins(parser)
    add_language(parser)


def add_plugins(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--plugin",
        metavar="FILE.py",
        action="append",
        default=[],
        help="a file with rules of your own, may be repeated / 自作の規則のファイル（複数可）",
    )


def add_selection(parser: argparse.ArgumentParser) -> None:
    """The options that choose rules."""
    group = parser.add_argument_group("rules / 規則")
    group.add_argument(
        "--select",
        metavar="NAMES",
        action="append",
        help="only these rules or groups, comma-separated "
        "/ これらの規則・グループだけを使う（コンマ区切り）",
    )
    group.add_argument(
        "--ignore",
        metavar="NAMES",
        action="append",
        help="not these rules or groups / これらの規則・グループを使わない",
    )
    group.add_argument(
        "--severity",
        metavar="RULE=LEVEL",
        action="append",
        help="error, warning or info for a rule / 規則の重大度を変える（error、warning、info）",
    )


def add_files(parser: argparse.ArgumentParser) -> None:
    """The arguments that name posts."""
    parser.add_argument(
        "paths",
        metavar="PATHS",
        nargs="*",
        help="files, folders, patterns; none: the posts of the configuration, else all Markdown "
        "here (.md, .markdown, .mdx) / ファイル・フォルダー・パターン。省略時は設定の posts、"
        "なければここから下の Markdown（.md、.markdown、.mdx）",
    )
    parser.add_argument(
        "--no-exclude",
        action="store_true",
        help="check given files even if posts or exclude say otherwise "
        "/ 設定の posts・exclude の対象外でも調べる",
    )
    parser.add_argument(
        "--jobs",
        "-j",
        type=count_of,
        metavar="N",
        help="worker processes / 並列に動かすプロセスの数",
    )
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="check every post anew, unchanged ones too / キャッシュを使わず、すべて調べ直す",
    )


def outfit_of(args: argparse.Namespace) -> Outfit:
    """Plugins, rules, configuration and choices of a command line."""
    plugins = load(tuple(args.plugin))
    registry = Registry.of(plugins)
    config = config_of(args.config, registry, plugins)
    plan = Plan(config, choices_of(args, registry), tuple(args.plugin))
    return Outfit(plan, plugins, registry)


def config_of(given: str | None, registry: Registry, plugins: Plugins) -> Config:
    """The configuration that the command line names, or the nearest one."""
    path = Path(given) if given else find(Path.cwd())
    if path is None:
        return Config(root=os.getcwd())
    if given and not path.is_file():
        raise UsageError(f"{given}: 設定ファイルがありません", f"{given}: no such configuration")
    return config_reading.read(path.absolute(), registry, plugins.presets())


def choices_of(args: argparse.Namespace, registry: Registry) -> Choices:
    """``--select``, ``--ignore`` and ``--severity``, their names known."""
    select = _words(getattr(args, "select", None))
    severity: dict[str, Severity] = {}
    for item in _words(getattr(args, "severity", None)) or ():
        word, _, level = item.partition("=")
        try:
            severity[_known(word, registry, "--severity")] = Severity.of(level)
        except ValueError:
            raise UsageError(
                f"--severity {item}: RULE=error|warning|info の形で書いてください",
                f"--severity {item}: write RULE=error|warning|info",
            ) from None
    if select == ():
        raise UsageError("--select: 規則の名前がありません", "--select: names no rule")
    for word in select or ():
        _known(word, registry, "--select")
    ignore = _words(getattr(args, "ignore", None)) or ()
    for word in ignore:
        _known(word, registry, "--ignore")
    return Choices(select, ignore, severity)


def rule_named(word: str, registry: Registry) -> AnyRule:
    """The rule of that name or alias; a ``UsageError`` with the nearest one otherwise."""
    name = registry.rule_name(word)
    if name is None and word in registry.groups:
        members = ", ".join(sorted(registry.groups[word]))
        raise UsageError(
            f"「{word}」は規則のグループです: {members}", f"“{word}” is a group of rules: {members}"
        )
    if name is None:
        text = UnknownRule(word, registry.rules).text
        raise UsageError(text.ja, text.en)
    return registry.rules[name]


def _known(word: str, registry: Registry, option: str) -> str:
    try:
        registry.named(word)
    except UnknownRule as unknown:
        ja, en = unknown.text
        raise UsageError(f"{option}: {ja}", f"{option}: {en}") from None
    return word


def _words(given: Sequence[str] | None) -> tuple[str, ...] | None:
    if given is None:
        return None
    return tuple(word.strip() for item in given for word in item.split(",") if word.strip())


def count_of(text: str) -> int:
    """A number from 1 on."""
    if not re.fullmatch("0*[1-9][0-9]{0,8}", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"{text[:40]} is not a number from 1 on")
    return int(text)
