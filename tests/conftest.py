"""What all tests share: the switch that writes expected files anew, and text as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

CLIENTS = "client: runs a real client (editor, pre-commit, node), skipped where it is missing"

# Its tests need it installed: test_plugin_example.py does that and runs them.
collect_ignore = ["plugin_example"]

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write tests/golden/ anew, then look")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", CLIENTS)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many tests had no client: `make test-clients` installs them and skips none."""
    skipped = [
        each for each in terminalreporter.stats.get("skipped", ()) if "client" in getattr(each, "keywords", ())
    ]
    ran = sum(
        "client" in each.keywords and each.when == "call"
        for outcome in ("passed", "failed")
        for each in terminalreporter.stats.get(outcome, ())
    )
    if ran or skipped:
        terminalreporter.write_line(
            f"tests with clients: {ran} ran, {len(skipped)} skipped because a client is missing"
            + (" (make test-clients)" if skipped else "")
        )


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
