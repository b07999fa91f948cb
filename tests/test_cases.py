"""Every case of ``tests/cases/<rule>.yaml``."""

from __future__ import annotations

from pathlib import Path

import pytest

import kouetsu_rules
import stock
from kouetsu.preset import Preset
from kouetsu.testing import Case, load_cases, run_case

CASES = Path(__file__).parent / "cases"


def _cases() -> list[object]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case.name}")
        for path in sorted(CASES.glob("*.yaml"))
        for case in load_cases(path)
    ]


@pytest.fixture(scope="session")
def presets() -> dict[str, Preset]:
    """The presets of the stock rules, by the hook through which the engine has them."""
    return {preset.name: preset for preset in kouetsu_rules.register_presets()}


@pytest.mark.parametrize(("name", "case"), _cases())
def test_case(name: str, case: Case, presets: dict[str, Preset]) -> None:
    rules = stock.rules()
    assert name in rules, f"tests/cases/{name}.yaml belongs to no rule"
    run_case(rules[name], case, presets)
