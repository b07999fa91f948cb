"""The stock rules and presets: a plugin like any other."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from kouetsu.api import AnyRule, Preset, hookimpl


@hookimpl
def register_rules() -> Iterator[AnyRule]:
    """Every ``RULE`` of the groups: a new rule is a new file, no list.

    A rule is a module of its group, or a package there that holds its helpers, too.
    """
    here = Path(__file__).parent
    # perf: a plain walk over the files; pkgutil.walk_packages imports and asks finders, and what
    # lies deeper is no rule: whoever needs it imports it
    for path in sorted((*here.glob("*/*.py"), *here.glob("*/*/__init__.py"))):
        module = path.parent if path.stem == "__init__" else path.with_suffix("")
        name = ".".join((__name__, *module.relative_to(here).parts))
        rule = getattr(import_module(name), "RULE", None)
        if rule is not None:
            yield rule


@hookimpl
def register_presets() -> Iterator[Preset]:
    """The platforms that Japanese posts are mostly written for."""
    from kouetsu_rules.presets import PRESETS

    yield from PRESETS
