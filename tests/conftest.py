"""What all tests share: the switch that writes expected files anew, and text as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

# Its tests need it installed: test_plugin_example.py does that and runs them.
collect_ignore = ["plugin_example"]

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write tests/golden/ anew, then look")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``tests/golden/NAME``; with ``--regen`` the text becomes the file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regen"):
            path.write_bytes(text.encode())
        assert path.is_file(), f"no {path.name} in tests/golden: run pytest --regen and read it"
        assert text == path.read_bytes().decode(), f"not as {path.name}: pytest --regen, git diff"

    return compare
