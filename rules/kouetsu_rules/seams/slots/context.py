"""A slot, and what is around a place that may be one."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from kouetsu.api import Span

TOP = 600
"""Who introduces himself does so within so many letters."""


class Slot(Struct, frozen=True):
    """A slot in the source; ``certain``: nothing else is written so."""

    span: Span
    key: str
    certain: bool


class Context(Struct, frozen=True):
    """What is around a slot in its line, and what post that is."""

    before: str
    after: str
    technical: bool
    templates: bool
    """Whether code of the post shows the notation of templates."""
    heading: bool
    top: bool
    """Whether the place is where the text begins."""

    @property
    def line(self) -> str:
        return self.before + self.after


Judge = Callable[[re.Match[str], Context], bool | None]
"""Whether a place is certainly a slot; ``None`` where it is none."""
