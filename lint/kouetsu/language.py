"""Which language messages are in: the command line, the configuration, the locale, the posts."""

from __future__ import annotations

import os
from collections.abc import Sequence


def spoken(*wishes: str | None) -> str | None:
    """The first wish for a language, else the locale's; ``None`` where that says nothing (CI)."""
    for wish in wishes:
        if wish in ("ja", "en"):
            return wish
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            if value.partition(".")[0] in ("C", "POSIX"):
                return None
            return "ja" if value.startswith("ja") else "en"
    return None


def language(*wishes: str | None, posts_are_japanese: bool = True) -> str:
    """The language of the messages; Japanese where nothing else is known, as our readers are."""
    return spoken(*wishes) or ("ja" if posts_are_japanese else "en")


def counted(count: int, noun: str) -> str:
    """English: one post, two posts."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def option_in(arguments: Sequence[str], name: str) -> str | None:
    """The value of an option before anything is parsed: ``--lang`` may stand anywhere."""
    for number, argument in enumerate(arguments):
        if argument == name and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return None
