"""``--help``: in the reader's language where it is known, else in both."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from kouetsu.findings import Text
from kouetsu.report.width import width
from kouetsu.report.wrapping import wrapped

BETWEEN = " / "
"""What stands between the English and the Japanese of a help text."""
HEADINGS = {
    "positional arguments": "positional arguments / 引数",
    "options": "options / オプション",
}


TITLE = (
    "kouetsu: an editorial linter for machine-written posts / "
    "kouetsu（校閲）: 機械が書いた記事の校閲ツール"
)
USAGE = (
    "usage: kouetsu [COMMAND] [OPTIONS] [PATHS...] / "
    "使い方: kouetsu [コマンド] [オプション] [パス...]"
)
EXAMPLES = (
    ("", "every post of the site / サイトの全記事を調べる"),
    ("_posts/2025-04-01-hello.md", "one post / 一つの記事を調べる"),
    (
        "check --diff _posts",
        "show the safe fixes, write nothing / 安全な修正を見るだけで、書き込まない",
    ),
    ("check --fix _posts", "apply the safe fixes / 安全な修正を適用する"),
    ("explain repeated-passage", "what a rule looks at, and why / 規則が何を見るか、なぜか"),
)
NOTES = (
    "kouetsu COMMAND --help: the options of a command. / "
    "kouetsu コマンド --help: コマンドごとのオプション。",
    "A folder that has the name of a command is written ./rules. / "
    "コマンドと同じ名前のフォルダーは ./rules のように書きます。",
    "Messages are in the language of --lang, else of lang: in kouetsu.yaml, else of the locale "
    "(LC_ALL, LC_MESSAGES, LANG); where the locale is C or unset, as in CI, in that of most posts. "
    "/ 表示の言語は --lang、kouetsu.yaml の lang:、ロケール（LC_ALL、LC_MESSAGES、LANG）の順に"
    "見ます。ロケールが C か未設定のとき（CI など）は、多くの記事の言語に合わせます。",
    "Exit codes: 0 nothing at or above --fail-on (default: error), 1 something, 2 a mistake in the "
    "command line, the configuration or a plugin. / "
    "終了コード: 0 は --fail-on（既定: error）以上の指摘なし、1 は指摘あり、2 は使い方・設定・"
    "プラグインの誤り。",
)
COLUMNS = 96


def overview(commands: Mapping[str, Text], language: str | None) -> str:
    """What ``kouetsu --help`` prints."""
    told = {name: f"{en}{BETWEEN}{ja}" for name, (ja, en) in commands.items()}
    examples = {f"kouetsu {words}".rstrip(): text for words, text in EXAMPLES}
    blocks = [
        _chosen(TITLE, language),
        _chosen(USAGE, language),
        "\n".join([_chosen("commands: / コマンド:", language), *_columns(told, language)]),
        "\n".join([_chosen("examples: / 例:", language), *_columns(examples, language)]),
    ]
    said = [part for note in NOTES for part in _in_turn(note, language)]
    notes = [line for part in said for line in wrapped(part, COLUMNS)]
    return "\n\n".join([*blocks, "\n".join(notes)])


def _in_turn(text: str, language: str | None) -> list[str]:
    return text.split(BETWEEN) if language is None else [_chosen(text, language)]


def _columns(rows: Mapping[str, str], language: str | None) -> Iterator[str]:
    widest = max(map(len, rows))
    for name, told in rows.items():
        yield f"  {name:<{widest}}  {_chosen(told, language)}"


class HelpLines(argparse.HelpFormatter):
    """Wraps Japanese as well as English; argparse breaks at spaces alone."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(" ".join(text.split()), width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width))


def in_one_language(parser: argparse.ArgumentParser, language: str | None) -> str:
    """The help of a parser; in both languages where none is known."""
    formatter = HelpLines(parser.prog)
    usage = _chosen("usage: / 使い方: ", language).rstrip() + " "
    # argparse takes a character for a column, and sets a usage of its own while it parses
    columns = " " * width(usage)
    formatter.add_usage(None, parser._actions, parser._mutually_exclusive_groups, columns)
    formatter.add_text(_chosen(parser.description or "", language))
    for group in parser._action_groups:
        heading = HEADINGS.get(group.title or "", group.title or "")
        formatter.start_section(_chosen(heading, language))
        formatter.add_arguments(_translated(group._group_actions, language))
        formatter.end_section()
    return usage + formatter.format_help().removeprefix(columns)


def _translated(actions: list[argparse.Action], language: str | None) -> Iterator[argparse.Action]:
    for action in actions:
        if action.help is not None:
            action.help = _chosen(action.help, language)
        yield action


def _chosen(text: str, language: str | None) -> str:
    english, found, japanese = text.partition(BETWEEN)
    if not found or language is None:
        return text
    return japanese if language == "ja" else english
