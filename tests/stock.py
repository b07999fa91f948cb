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
    """Every module and package below ``kouetsu_rules`` by its name."""
    names = {
        ".".join(("kouetsu_rules", *path.relative_to(folder).with_suffix("").parts))
        for folder in map(Path, kouetsu_rules.__path__)
        for path in folder.rglob("*.py")
    }
    names = {name.removesuffix(".__init__") for name in names}
    return {name: import_module(name) for name in sorted(names)}


@cache
def rules() -> dict[str, AnyRule]:
    """The stock rules by name, by the hook through which the engine has them."""
    return {rule.name: rule for rule in kouetsu_rules.register_rules()}
