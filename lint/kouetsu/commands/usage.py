"""What argparse says of a wrong command line, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kouetsu.findings import Text
from kouetsu.run.nearest import LONGEST_SHOWN, did_you_mean

Found = re.Match[str]

# argparse has no keys for its messages, only their English; what is not here stays as it is
SENTENCES: tuple[tuple[str, Callable[[Found], Text]], ...] = (
    (
        "the following arguments are required: (?P<names>.+)",
        lambda found: Text(f"{found['names']} を指定してください", f"{found['names']} is missing"),
    ),
    (
        "argument (?P<name>.+?): expected (?:one|at least one) argument",
        lambda found: Text(f"{found['name']} には値が要ります", f"{found['name']} needs a value"),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: '(?P<given>.*)' \(choose from (?P<choices>.+)\)",
        lambda found: Text(
            f"{found['name']}: 「{_short(found['given'])}」は選べません"
            f"（{_unquoted(found['choices'])} のいずれか）",
            f"{found['name']}: not “{_short(found['given'])}” "
            f"but one of {_unquoted(found['choices'])}",
        ),
    ),
    (
        "argument (?P<name>.+?): ignored explicit argument .*",
        lambda found: Text(f"{found['name']} に値は付きません", f"{found['name']} takes no value"),
    ),
    (
        "argument (?P<name>.+?): (?P<given>.*) is not a number from 1 on",
        lambda found: Text(
            f"{found['name']}: {_short(found['given'])} は 1 以上の整数ではありません",
            f"{found['name']}: {_short(found['given'])} is not a number from 1 on",
        ),
    ),
)
UNKNOWN = "unrecognized arguments: "


def mistake(message: str, options: Iterable[str]) -> Text:
    """The message of argparse as we say it; ``options`` are those that there are."""
    if message.startswith(UNKNOWN):
        return _unknown(message.removeprefix(UNKNOWN), options)
    for expression, said in SENTENCES:
        if found := re.fullmatch(expression, message, re.DOTALL):
            return said(found)
    return Text(message, message)


def _unknown(words: str, options: Iterable[str]) -> Text:
    first = words.split()[0] if words.split() else words
    kind = (
        Text("そのようなオプションはありません", "no such option")
        if first.startswith("-")
        else Text("余分な引数です", "one argument too many")
    )
    name = first.partition("=")[0]
    hint = did_you_mean(name, options) if first.startswith("-") else Text("", "")
    return Text(f"{_short(first)}: {kind.ja}{hint.ja}", f"{_short(first)}: {kind.en}{hint.en}")


def _short(word: str) -> str:
    return word[:LONGEST_SHOWN]


def _unquoted(choices: str) -> str:
    return choices.replace("'", "")
