"""The command line as a careless user or an attacker would call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kouetsu.cli import main

POST = "祖母は「急がば回れと言った。\n"
COMMAND = (sys.executable, "-m", "kouetsu")

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and files of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    inside = tmp_path / "posts"
    inside.mkdir()
    monkeypatch.chdir(inside)
    (inside / "a.md").write_text(POST, encoding="utf-8")
    return inside


@pytest.fixture
def kouetsu(folder: Path, capsys: pytest.CaptureFixture[str]):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--lang", "en"])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out, captured.err

    return run


@pytest.mark.parametrize("output", ["a.md", "./a.md", "../posts/a.md"])
def test_a_report_is_written_over_no_post(kouetsu, folder: Path, output: str) -> None:
    code, _, err = kouetsu("check", "a.md", "-o", output)
    assert (code, err.count("\n")) == (2, 1)
    assert "the report is not written over it" in err
    assert (folder / "a.md").read_text(encoding="utf-8") == POST
    assert kouetsu("check", "a.md", "-o", "report.txt")[0] == 0


@posix
@pytest.mark.parametrize("given", ["pipe.md", "."])
def test_a_pipe_is_no_post(kouetsu, given: str) -> None:
    os.mkfifo("pipe.md")
    code, out, _ = kouetsu("check", given)
    assert code == 1
    assert "pipe.md:1:1 error unreadable-file" in out
    assert "(not a regular file)" in out


@posix
@pytest.mark.parametrize("format", ["human", "json", "jsonl", "github", "unix", "junit", "gitlab"])
def test_names_of_every_kind_stand_in_every_format(kouetsu, format: str) -> None:
    names = ["n\nl.md", "e\x1b[31m.md", "c:o,l%25.md", "-dash.md", " s .md", "q'\"<&.md"]
    names += ["b\udcff.md", "b\udcfe.md", unicodedata.normalize("NFD", "が.md")]
    for name in names:
        Path(name).write_text(POST, encoding="utf-8")
    code, out, _ = kouetsu("check", "--format", format, ".")
    assert code == 0
    out.encode()
    if format in ("unix", "jsonl"):
        assert len(out.splitlines()) == len(names) + 1
    elif format == "junit":
        ElementTree.fromstring(out)
    elif format in ("json", "gitlab"):
        json.loads(out)
    assert ("\x1b" in out) == (format == "github")


@posix
def test_a_baseline_knows_names_that_are_not_utf8(kouetsu) -> None:
    for name in ("b\udcff.md", "b\udcfe.md"):
        Path(name).write_text(POST, encoding="utf-8")
    kouetsu("baseline", ".")
    _, out, _ = kouetsu("check", "--baseline", "kouetsu-baseline.json", "--format", "unix", ".")
    assert out == ""


def test_behind_two_dashes_there_are_only_paths(
    kouetsu, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("-x.md").write_text(POST, encoding="utf-8")
    assert main(["check", "--format", "unix", "a.md", "--", "-x.md"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "-x.md",
        "a.md",
    ]
    assert kouetsu("check", "a.md", "--", "--quiet")[0] == 2


def test_folders_in_folders_without_end(kouetsu, tmp_path: Path) -> None:
    here = os.getcwd()
    for _ in range(1_200):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(here)
    code, out, _ = kouetsu("check", "--format", "unix", ".")
    assert code == 0
    assert out.startswith("a.md:1:4: warning")
    unnest(here)


def unnest(here: str) -> None:
    """Take the folders away again: those who clean up recurse."""
    depth = 0
    while os.path.isdir("d"):
        os.chdir("d")
        depth += 1
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")
    os.chdir(here)


def test_hidden_files_and_pictures_are_no_posts(kouetsu) -> None:
    Path(".#a.md").write_text(POST, encoding="utf-8")
    Path("a.png").write_bytes(bytes(range(256)))
    for given in (".", "**"):
        code, out, _ = kouetsu("check", "--format", "json", given)
        assert code == 0
        assert json.loads(out)["summary"]["files"] == 1 + (given == "**")


@posix
@pytest.mark.parametrize("command", ["check", "check a.md", "rules", "config", "baseline"])
def test_a_working_directory_that_is_gone(folder: Path, command: str) -> None:
    gone = folder / "gone"
    script = f'mkdir "{gone}" && cd "{gone}" && rmdir "{gone}" && exec "$@"'
    ran = subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND, *command.split()], capture_output=True, text=True
    )
    assert ran.returncode == 2
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_told_in_one_line(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [*COMMAND, "check", "--lang", "en"], stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert ran.returncode == 2
    assert ran.stderr == "kouetsu: no space left on the disk\n"


@posix
@pytest.mark.parametrize("command", ["check", "check --format json", "rules", "--help"])
def test_closed_streams_are_no_accident(folder: Path, command: str) -> None:
    script = 'exec "$@" >&- <&-'
    ran = subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND, *command.split()], stderr=subprocess.PIPE, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")


@posix
def test_standard_input_that_is_closed(folder: Path) -> None:
    script = 'exec "$@" <&-'
    ran = subprocess.run(
        ["sh", "-c", script, "sh", *COMMAND, "check", "-", "--lang", "en"],
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stderr) == (2, "kouetsu: standard input is closed\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp932", "utf-16"])
@pytest.mark.parametrize(
    "command", ["check --format json", "check --format jsonl", "rules --json", "config --schema"]
)
def test_what_programs_read_is_utf8(folder: Path, command: str, encoding: str) -> None:
    (folder / "a.md").write_text(POST + "🍣「\n", encoding="utf-8")
    ran = subprocess.run(
        [*COMMAND, *command.split()],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    text = ran.stdout.decode("utf-8")
    for document in text.splitlines() if "jsonl" in command else [text]:
        assert "\\u" not in json.dumps(json.loads(document), ensure_ascii=False)


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "utf-16"])
def test_a_file_in_another_encoding_is_told_once(kouetsu, codec: str) -> None:
    Path("a.md").write_bytes((POST * 30).encode(codec))
    code, out, _ = kouetsu("check", "--select", "undecodable-file,mojibake", "--format", "unix")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "not UTF-8 [undecodable-file]" in out


def test_a_picture_is_told_once(kouetsu) -> None:
    Path("a.md").write_bytes(bytes(range(256)) * 500)
    _, out, _ = kouetsu("check", "--select", "undecodable-file,mojibake", "--format", "unix")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", ""], "--select: names no rule"),
        (["--select", ","], "--select: names no rule"),
        (["--jobs", "²"], "² is not a number from 1 on"),
        (["--max-findings", "9" * 5_000], "is not a number from 1 on"),
        (["--fix", "--add-suppressions", "x"], "--add-suppressions goes with neither"),
        (["--diff", "--add-suppressions", "x"], "--add-suppressions goes with neither"),
        (["--stdin-filename", "x.md"], "--stdin-filename needs - as the path"),
    ],
)
def test_what_can_not_be_meant_is_refused(kouetsu, arguments: list[str], told: str) -> None:
    code, out, err = kouetsu("check", *arguments, "a.md")
    assert (code, out) == (2, "")
    assert told in err
    assert len(err) < 300


def test_a_group_can_not_be_explained_but_its_rules_can(kouetsu) -> None:
    code, _, err = kouetsu("explain", "typos")
    assert code == 2
    assert "“typos” is a group of rules: broken-inflection, " in err


def test_what_nobody_foresaw_is_one_line(kouetsu, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("no\nwonder")

    monkeypatch.setattr("kouetsu.text.post.read_front_matter", fail)
    code, out, _ = kouetsu("check", "--format", "unix")
    assert code == 1
    assert "ZeroDivisionError: no wonder" in out
    monkeypatch.setattr("kouetsu.commands.check.discover", fail)
    code, _, err = kouetsu("check")
    assert code == 2
    assert err.startswith("kouetsu: internal error (ZeroDivisionError: no wonder (")
