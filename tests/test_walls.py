"""The walls: the engine knows no rule, and rules see only ``kouetsu.api``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent


def imported(folder: str) -> Iterator[tuple[str, str]]:
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file.name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield file.name, node.module or "."


def test_the_engine_imports_no_rule() -> None:
    assert not [pair for pair in imported("lint") if pair[1].split(".")[0] == "kouetsu_rules"]


def test_rules_import_nothing_of_the_engine_but_its_api() -> None:
    seen = [pair for pair in imported("rules") if pair[1].split(".")[0] in ("kouetsu", ".")]
    assert {module for _, module in seen} == {"kouetsu.api"}, seen
