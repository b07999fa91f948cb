"""The measure runs the released command, and says so when it fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import quality
from measure import sites
from measure.command import Command, CommandError, read_report
from measure.tables import Style

FAKE_COMMAND = """
import json, sys
assert sys.argv[1:4] == ["check", "--format", "json"], sys.argv
print(json.dumps({"version": 1, "diagnostics": [], "summary": {}}))
sys.exit(CODE)
"""


def command(tmp_path: Path, code: int) -> str:
    script = tmp_path / "fake.py"
    script.write_text(FAKE_COMMAND.replace("CODE", str(code)))
    return f"python3 {script}"


def test_the_command_runs_in_a_copy_of_its_own(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.md")}
    assert quality.main([str(data), "--command", command(tmp_path, 1), "--misses", "0"]) == 0
    assert "The bars" in capsys.readouterr().out
    assert {path: path.read_bytes() for path in data.rglob("*.md")} == before


def test_a_command_that_fails_is_an_error(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quality.main([str(data), "--command", command(tmp_path, 2)]) == 2
    assert "exit code 2" in capsys.readouterr().err


def test_a_report_of_another_version_is_refused() -> None:
    with pytest.raises(CommandError):
        read_report({"version": 2, "diagnostics": []}, {})


def test_reports_are_kept_and_read_again(data: Path, tmp_path: Path) -> None:
    keep = tmp_path / "kept"
    folder = sites.clean_prose(data)
    Command.parse(command(tmp_path, 0), keep=keep).check(folder)
    nowhere = Command.parse("/nowhere/kouetsu", keep=keep, again=True)
    assert nowhere.check(folder) == []


def test_a_kept_report_names_posts_in_ascii() -> None:
    path = "_posts/2025-04-01-雨の日.md"
    assert Style().name(path) == path
    assert Style(kept=True).name(path).startswith("_posts/2025-04-01-~")
    assert Style(kept=True).name(path).isascii()
