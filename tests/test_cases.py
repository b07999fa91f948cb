"""Every case of ``tests/cases/<rule>.yaml``."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import kouetsu_rules
import stock
from kouetsu.preset import Preset
from kouetsu.testing import Case, load_cases, run_case
from kouetsu.text.source import with_newline

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


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.yaml")))
def test_the_cases_of_a_rule_hold_with_the_line_breaks_of_windows(
    name: str, presets: dict[str, Preset]
) -> None:
    for case in load_cases(CASES / f"{name}.yaml"):
        run_case(stock.rules()[name], replace(case, **_with_crlf(case)), presets)


def _with_crlf(case: Case) -> dict[str, str]:
    texts = {kind: getattr(case, kind) for kind in ("bad", "good", "fixed")}
    return {kind: with_newline(text, "\r\n") for kind, text in texts.items() if text is not None}
