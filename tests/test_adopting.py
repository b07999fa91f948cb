"""What docs/adopting.md and both READMEs show of a site with old debt is what is really printed.

``pytest --regen`` writes it anew.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

import old_site
from kouetsu.cli import main

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PARTS = {
    "page en": ("docs/adopting.md", "# Adopting", "# 記事がたくさんあるサイト"),
    "page ja": ("docs/adopting.md", "# 記事がたくさんあるサイト", None),
    "readme en": ("README.md", "## Adopting", "\n## "),
    "readme ja": ("README.ja.md", "## 記事がたくさん", "\n## "),
}


@pytest.mark.parametrize("part", PARTS)
def test_the_page_shows_what_is_printed(
    part: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", f"{part[-2:]}.UTF-8")
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

    name, head, following = PARTS[part]
    page = (ROOT / name).read_text(encoding="utf-8")
    start = page.index(head)
    end = page.find(following, start + 1) if following else len(page)
    told = page[start:end]
    assert BLOCK.search(told)
    replayed = BLOCK.sub(lambda block: _replayed(block.group(), printed), told)
    if request.config.getoption("--regen"):
        (ROOT / name).write_text(page[:start] + replayed + page[end:], encoding="utf-8")
    assert replayed == told


def _replayed(block: str, printed) -> str:
    """The commands of a block with what they print now."""
    commands = re.findall(r"^\$ (.+)$", block, re.MULTILINE)
    return "".join(f"$ {command}\n{printed(command)}" for command in commands)
