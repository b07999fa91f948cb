"""``kouetsu lsp`` as a command: what it says where it can't serve."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kouetsu.cli import main

WITHOUT_PYGLS = (
    "import sys; sys.modules['pygls'] = None; from kouetsu.cli import main; exit(main({}))"
)


def test_without_the_extra_it_says_what_to_install() -> None:
    code = WITHOUT_PYGLS.format(["lsp", "--lang", "en"])
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'kouetsu[lsp]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_configuration_that_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pygls")
    assert main(["lsp", "--config", str(tmp_path / "none.yaml"), "--lang", "en"]) == 2
    assert "no such configuration" in capsys.readouterr().err


def test_a_client_that_goes_away_ends_the_server() -> None:
    pytest.importorskip("pygls")
    done = subprocess.run(
        [sys.executable, "-m", "kouetsu", "lsp"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (1, b"")
