"""A slot, a way to write one, and what is around a place that may be one."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from kouetsu.api import Pattern, Post, Span

# 電話/[URL] is this or that.
IN_PATH = Pattern(r"[A-Za-z0-9._:/-]/$")
PATH_ON = Pattern(r"/(?:[A-Za-z0-9._-]|[ ]|$)")


class Slot(Struct, frozen=True):
    """A slot in the source; ``certain``: nothing else is written so."""

    span: Span
    key: str
    certain: bool


class Context(Struct, frozen=True):
    """What is around a slot in its line, and what post that is."""

    post: Post
    before: str
    after: str
    technical: bool
    templates: bool
    """Whether code of the post shows the notation of templates."""
    heading: bool
    top: bool
    """Whether the text has just begun."""

    @property
    def line(self) -> str:
        return self.before + self.after

    @property
    def in_path(self) -> bool:
        """Whether readers are told a path of theirs: ``web/[URL]/index.html``."""
        return IN_PATH.search(self.before) is not None or PATH_ON.match(self.after) is not None


Judge = Callable[[re.Match[str], Context], bool | None]
"""Whether a place is certainly a slot; ``None`` where it is none."""


class Notation(Struct, frozen=True):
    """A way to write a slot, and what tells a slot from a text about slots.

    ``key`` is the message. ``readers``: readers may be told to fill it. ``anywhere``: written for
    nothing else, so neither a quotation, a table nor a word of the line tells of a sample.
    """

    key: str
    pattern: Pattern
    judge: Judge
    readers: bool = False
    anywhere: bool = False


def sure(place: re.Match[str], context: Context) -> bool | None:
    return True


def doubtful(place: re.Match[str], context: Context) -> bool | None:
    return False


def plain(place: re.Match[str], context: Context) -> bool | None:
    """Certain, but a post with code may explain it."""
    return None if context.technical else True


def perhaps(place: re.Match[str], context: Context) -> bool | None:
    """Likely, but in a post with code a program's."""
    return None if context.technical else False
