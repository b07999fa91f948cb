"""The bench makes the same posts every time, and refuses a command that fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import speed
from measure.clock import run
from measure.grammar import WORST_CASES, posts


def test_the_same_seed_gives_the_same_posts() -> None:
    assert posts(4, 3_000) == posts(4, 3_000)


def test_every_second_post_is_damaged() -> None:
    damaged = ["---END---" in text for text in posts(4, 15_000).values()]
    assert damaged == [False, True, False, True]


def test_worst_cases_have_the_size_that_their_name_says() -> None:
    line = WORST_CASES["one line of 10 MB"](0.01)
    assert line.count("\n") == 1
    assert WORST_CASES["100,000 headings"](0.001).count("##") == 100


def test_a_run_is_timed_and_ends_by_force(tmp_path: Path) -> None:
    ended = run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, timeout=0.3)
    assert ended.code == -9
    assert ended.wall < 30


def test_a_command_that_fails_is_not_timed(capsys: pytest.CaptureFixture[str]) -> None:
    fails = "python3 -c 'raise SystemExit(3)'"
    assert speed.main(["--command", fails, "--only", "cold", "--times", "1"]) == 2
    assert "exit code 3" in capsys.readouterr().err


def test_a_command_that_is_not_there_is_not_timed(capsys: pytest.CaptureFixture[str]) -> None:
    missing = f"{sys.executable} -m kouetsu_that_nobody_installed"
    assert speed.main(["--command", missing, "--only", "cold", "--times", "1"]) == 2
    assert "exit code 1" in capsys.readouterr().err


def test_the_command_may_keep_its_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in speed.environment(speed.Command(["kouetsu"]), "/tmp")
