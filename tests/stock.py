"""The stock rules as the tests take them: straight from the package, without an installation."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import kouetsu_rules
from kouetsu.rule import AnyRule


@cache
def modules() -> dict[str, ModuleType]:
    """Every module below ``kouetsu_rules`` by its name, packages left out."""
    folders = [Path(folder) for folder in kouetsu_rules.__path__]
    names = {
        ".".join(("kouetsu_rules", *path.relative_to(folder).with_suffix("").parts))
        for folder in folders
        for path in folder.rglob("*.py")
        if path.stem != "__init__"
    }
    return {name: import_module(name) for name in sorted(names)}


@cache
def rules() -> dict[str, AnyRule]:
    """The stock rules by name."""
    values = (getattr(module, "RULE", None) for module in modules().values())
    return {rule.name: rule for rule in values if rule is not None}
