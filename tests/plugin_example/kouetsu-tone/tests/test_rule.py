"""How a plugin tests its rule: case files and the examples of its documentation."""

from __future__ import annotations

from pathlib import Path

import pytest
from kouetsu_tone.piled_exclamation import RULE

from kouetsu.testing import Case, Example, doc_examples, load_cases, run_case, run_example

CASES = load_cases(Path(__file__).with_name("piled-exclamation.yaml"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    run_case(RULE, case)


@pytest.mark.parametrize("example", doc_examples(RULE), ids=str)
def test_example(example: Example) -> None:
    run_example(RULE, example)
