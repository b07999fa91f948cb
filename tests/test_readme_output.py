"""What README shows is what the command prints; ``pytest --regen`` writes it anew."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from kouetsu.cli import main

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(
    r"(?<=^```console\n)\$ (?P<command>(?:[^\n]*\\\n)*[^\n]*)\n(?P<shown>.*?)(?=^```$)",
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_readme_shows_what_is_printed(
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.chdir(ROOT)
    page = (ROOT / name).read_text(encoding="utf-8")
    block = BLOCK.search(page)
    assert block is not None
    main(shlex.split(block["command"].replace("\\\n", " "))[1:])
    printed = capsys.readouterr().out
    if request.config.getoption("--regen"):
        new = page[: block.start("shown")] + printed + page[block.end("shown") :]
        (ROOT / name).write_text(new, encoding="utf-8")
    assert block["shown"] == printed
