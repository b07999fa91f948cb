"""The examples in the documentation of the rules do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

import stock
from kouetsu.documentation import has_fix
from kouetsu.testing import Example, doc_examples, load_cases, run_example

CASES = Path(__file__).parent / "cases"


def _examples() -> list[object]:
    return [
        pytest.param(name, example, id=f"{name}-{index}-{example.kind}")
        for name, rule in stock.rules().items()
        for index, example in enumerate(doc_examples(rule), 1)
    ]


@pytest.mark.parametrize(("name", "example"), _examples())
def test_example(name: str, example: Example) -> None:
    run_example(stock.rules()[name], example)


@pytest.mark.parametrize("name", stock.rules())
def test_a_rule_that_mends_says_so(name: str) -> None:
    mends = any(case.fixed is not None for case in load_cases(CASES / f"{name}.yaml"))
    assert has_fix(stock.rules()[name]) == mends, "show `md fixed`, or write a part 修正"
