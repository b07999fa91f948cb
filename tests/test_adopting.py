"""docs/adopting.md shows what the commands really print; ``pytest --regen`` writes it anew."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import old_site
from kouetsu.cli import main

PAGE = Path(__file__).parent.parent / "docs" / "adopting.md"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PARTS = {"en": "# Adopting", "ja": "# 記事のあるサイト"}


@pytest.mark.parametrize("language", PARTS)
def test_the_page_shows_what_is_printed(
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "a")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@b.c")
    site = tmp_path / "site"
    site.mkdir()
    old_site.write(site)
    monkeypatch.chdir(site)
    subprocess.run(["git", "init", "--quiet"], check=True)

    def printed(command: str) -> str:
        program, *arguments = command.split()
        if program == "kouetsu":
            main(arguments)
        else:
            subprocess.run(command, shell=True, check=True)
        told = capfd.readouterr()
        return told.out + told.err

    page = PAGE.read_text(encoding="utf-8")
    start = page.index(PARTS[language])
    end = next((page.index(head) for head in PARTS.values() if page.index(head) > start), len(page))
    part = BLOCK.sub(lambda block: _replayed(block.group(), printed), page[start:end])
    if request.config.getoption("--regen"):
        PAGE.write_text(page[:start] + part + page[end:], encoding="utf-8")
    assert part == page[start:end]


def _replayed(block: str, printed) -> str:
    """The commands of a block with what they print now."""
    commands = re.findall(r"^\$ (.+)$", block, re.MULTILINE)
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)
