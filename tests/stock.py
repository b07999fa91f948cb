"""The stock rules as the tests take them: straight from the package, without an installation."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

import kouetsu_rules
from kouetsu.rule import AnyRule


@cache
def modules() -> dict[str, ModuleType]:
    """Every module below ``kouetsu_rules`` by its name."""
    found = pkgutil.walk_packages(kouetsu_rules.__path__, "kouetsu_rules.")
    return {info.name: import_module(info.name) for info in found if not info.ispkg}


@cache
def rules() -> dict[str, AnyRule]:
    """The stock rules by name."""
    values = (getattr(module, "RULE", None) for module in modules().values())
    return {rule.name: rule for rule in values if rule is not None}
