"""The stock rules and presets: a plugin like any other."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from kouetsu.api import AnyRule, Preset, hookimpl


@hookimpl
def register_rules() -> Iterator[AnyRule]:
    """The ``RULE`` of every module in a group's folder: a new rule is a new file, no list."""
    # perf: a plain walk over the files; pkgutil.walk_packages imports and asks finders
    for path in sorted(Path(__file__).parent.glob("*/*.py")):
        if path.stem != "__init__":
            yield import_module(f"{__name__}.{path.parent.name}.{path.stem}").RULE


@hookimpl
def register_presets() -> Iterator[Preset]:
    """The platforms that Japanese posts are mostly written for."""
    from kouetsu_rules.presets import PRESETS

    yield from PRESETS
