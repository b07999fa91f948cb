"""What can't be read is told and fails the run, whatever is done with the rest."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links want a privilege there")

GONE = "gone.md: can't be read (no such file or folder)\n"
SHUT = "shut: can't be read (permission denied)\n"
MANNERS = [("--diff",), ("--add-suppressions", "why"), ("--fix",), ()]


@pytest.fixture
def folder(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a link that leads nowhere and a folder that can't be opened."""
    (site / "a.md").unlink()
    (site / "gone.md").symlink_to("nowhere")
    (site / "shut").mkdir()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    return site


def run(kouetsu, *arguments: str):
    return kouetsu(*arguments, "--no-cache", "--lang", "en", "--select", "unreadable-file")


@pytest.mark.parametrize("manner", MANNERS)
def test_it_fails_the_run_unless_nothing_is_to(kouetsu, folder: Path, manner) -> None:
    assert run(kouetsu, *manner).code == 1
    assert run(kouetsu, "gone.md", *manner).code == 1
    assert run(kouetsu, "shut", *manner).code == 1
    assert run(kouetsu, "b.md", *manner).code == 0
    assert run(kouetsu, *manner, "--fail-on", "never").code == 0
    assert run(kouetsu, *manner, "--severity", "unreadable-file=warning").code == 0
    assert run(kouetsu, *manner, "--ignore", "unreadable-file").code == 0


def test_a_diff_tells_it_beside_the_changes(kouetsu, folder: Path) -> None:
    (folder / "b.md").write_text("猫。\n", encoding="utf-8")
    ran = run(kouetsu, "--diff")
    assert "+ねこ。" in ran.out
    assert ran.err == f"kouetsu: {GONE}kouetsu: {SHUT}kouetsu: 1 post would change\n"
    assert run(kouetsu, "--diff", "--quiet").err == f"kouetsu: {GONE}kouetsu: {SHUT}"
    assert run(kouetsu, "--diff", "--ignore", "unreadable-file").err.count("\n") == 1


def test_what_can_not_be_read_can_not_be_suppressed(kouetsu, folder: Path) -> None:
    assert run(kouetsu, "--add-suppressions", "why").err == (
        "kouetsu: 0 findings suppressed\n"
        "kouetsu: 2 findings can't be suppressed within a post (unreadable-file 2)\n"
    )


def test_a_rule_that_broke_is_told_beside_a_diff(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = site.parent / "rule.py"
    rule.write_text(rule.read_text("utf-8").replace("for found", "1 / 0\n    for found"), "utf-8")
    more = ("--diff", "--lang", "en", "--select", "internal-error")
    ran = kouetsu("a.md", *more)
    assert ran.code == 1
    assert ran.err.startswith("kouetsu: a.md: rule cat of plugin")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("猫\n".encode())))
    ran = kouetsu("-", *more)
    assert ran.code == 1
    assert ran.err.startswith("kouetsu: stdin.md: rule cat of plugin")


def test_no_fix_is_promised_where_none_can_be_written(kouetsu, site: Path) -> None:
    (site / "a.md").write_bytes("猫\n".encode() + b"\xff\n")
    (site / "b.md").write_text("猫\n", encoding="utf-8")
    assert "1 of 3 can be mended safely" in kouetsu("--no-cache", "--lang", "en").out
