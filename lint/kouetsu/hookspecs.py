"""The hooks of a plugin; register an implementation with ``kouetsu.api.hookimpl``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from kouetsu.preset import Preset
    from kouetsu.report import Reporter
    from kouetsu.rule import AnyRule

PROJECT = "kouetsu"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def register_rules() -> Iterable[AnyRule]:  # type: ignore[empty-body]
    """The rules of this plugin. Import them inside the hook: it is called when needed only."""


@hookspec
def register_reporters() -> Mapping[str, Reporter]:  # type: ignore[empty-body]
    """Reporters by the name that ``--format`` takes."""


@hookspec
def register_presets() -> Iterable[Preset]:  # type: ignore[empty-body]
    """Presets: what a publishing platform expects of its posts."""
