"""The cases of a rule as a YAML file states them; ``kouetsu.testing`` runs them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import msgspec

from kouetsu.preset import Flavor


class CaseError(ValueError):
    """What is wrong with a case file, and with which of its cases."""

    def __init__(self, path: str | Path, story: str, number: int | None = None) -> None:
        super().__init__(f"{path}: {story}" if number is None else f"{path}: {number}: {story}")
        self.story = story
        self.number = number


class Case(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """One case of a case file: a text with marks, and what the rule makes of it."""

    name: str
    bad: str | None = None
    good: str | None = None
    fixed: str | None = None
    options: dict[str, Any] = {}
    path: str = "post.md"
    preset: str | None = None
    flavor: Flavor | None = None
    claimed: bool | None = None
    schema: dict[str, Any] | None = None
    front_matter: str | None = None
    message: str | list[str] | None = None
    severity: Literal["error", "warning", "info"] | None = None
    safety: Literal["safe", "unsafe"] | None = None

    def __post_init__(self) -> None:
        if (self.bad is None) == (self.good is None):
            raise ValueError(f"case {self.name!r} needs either bad or good")
        of_findings = (self.fixed, self.message, self.severity, self.safety)
        if self.good is not None and any(stated is not None for stated in of_findings):
            raise ValueError(f"case {self.name!r}: good text has no findings to describe")

    def __str__(self) -> str:
        return self.name


def load_cases(path: str | Path) -> list[Case]:
    """The cases of a YAML file; a ``CaseError`` where it does not hold cases."""
    from ruamel.yaml import YAML

    data = YAML(typ="safe", pure=True).load(Path(path).read_text(encoding="utf-8"))
    cases = [_case(path, number, item) for number, item in enumerate(_items(path, data), 1)]
    names = [case.name for case in cases]
    if twice := {name for name in names if names.count(name) > 1}:
        raise CaseError(path, f"two cases are named {sorted(twice)[0]!r}")
    if not cases:
        raise CaseError(path, "neither a bad nor a good case")
    for kind in ("bad", "good"):
        if all(getattr(case, kind) is None for case in cases):
            raise CaseError(path, f"no {kind} case")
    return cases


def _items(path: str | Path, data: object) -> list[object]:
    try:
        return msgspec.convert(data, list[object])
    except msgspec.ValidationError as error:
        raise CaseError(path, str(error)) from None


def _case(path: str | Path, number: int, item: object) -> Case:
    try:
        return msgspec.convert(item, Case)
    except msgspec.ValidationError as error:
        raise CaseError(path, str(error), number) from None
