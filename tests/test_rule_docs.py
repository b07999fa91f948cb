"""The examples in the documentation of the rules do what they say."""

from __future__ import annotations

import pytest

import stock
from kouetsu.testing import Example, doc_examples, run_example


def _examples() -> list[object]:
    return [
        pytest.param(name, example, id=f"{name}-{index}-{example.kind}")
        for name, rule in stock.rules().items()
        for index, example in enumerate(doc_examples(rule), 1)
    ]


@pytest.mark.parametrize(("name", "example"), _examples())
def test_example(name: str, example: Example) -> None:
    run_example(stock.rules()[name], example)
