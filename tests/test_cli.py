"""The command line from outside: what it prints, what it writes, how it ends."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest


def test_without_a_command_it_checks(kouetsu) -> None:
    ran = kouetsu()
    assert ran.code == 1
    assert "a.md:1:4" in ran.out
    assert "猫がいる" in ran.out
    assert "b.md:" not in ran.out


def test_options_may_stand_between_paths(kouetsu) -> None:
    assert kouetsu("b.md", "--quiet", "a.md").code == 1


def test_a_clean_post_ends_with_0(kouetsu) -> None:
    assert kouetsu("b.md").code == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--severity", "cat=warning"], 0),
        (["--severity", "cat=warning", "--fail-on", "warning"], 1),
        (["--ignore", "cat"], 0),
    ],
)
def test_the_exit_code_follows_severity_and_fail_on(kouetsu, options, code: int) -> None:
    assert kouetsu("check", *options).code == code


def test_json_is_the_contract(kouetsu) -> None:
    found = json.loads(kouetsu("--format", "json", "--lang", "en").out)
    (diagnostic,) = found["diagnostics"]
    assert diagnostic["path"] == "a.md"
    assert diagnostic["start"] == {"line": 1, "column": 4, "offset": 3}
    assert diagnostic["message"] == "a cat"
    assert diagnostic["fix"]["edits"][0]["text"] == "ねこ"
    assert found["summary"]["files"] == 2


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--no-such-option"], "--no-such-option"),
        (["nowhere.md"], "nowhere.md: no such file or folder"),
        (["--select", "cta"], "--select: there is no rule or group “cta”; did you mean “cat”?"),
        (["--severity", "cat=grave"], "write RULE=error|warning|info"),
        (["--format", "xml"], "no such format"),
        (["--config", "nowhere.yaml"], "no such configuration"),
        (["--baseline", "nowhere.json"], "nowhere.json"),
        (["--plugin", "nowhere.py"], "no such plugin file"),
        (["--jobs", "0"], "0 is not a number from 1 on"),
        (["--output", "no/such/folder/report"], "no/such/folder/report"),
        (["explain", "cta"], "did you mean “cat”?"),
        (["explain"], "RULE"),
        (["-", "a.md"], "can't stand beside other paths"),
        (["--quiet", "rules"], "rules: no such file or folder (a command comes first: kouetsu r"),
    ],
)
def test_a_mistake_is_one_line_and_2(kouetsu, arguments: list[str], expected: str) -> None:
    ran = kouetsu(*arguments, "--lang", "en")
    assert ran.code == 2
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_mistake_in_the_configuration_is_located(kouetsu, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("lang: ja\nslect: [cat]\n")
    ran = kouetsu("--lang", "en")
    assert ran.code == 2
    assert ran.err == "kouetsu: kouetsu.yaml:2:1: unknown key “slect”; did you mean “select”?\n"
    assert "「select」の誤りでしょうか" in kouetsu("--lang", "ja").err


def test_the_language_is_the_options_the_configurations_the_locales_the_posts(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "猫がいる" in kouetsu().out
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert "猫がいる" in kouetsu().out
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "a cat" in kouetsu().out
    (site / "kouetsu.yaml").write_text("lang: ja\n")
    assert "猫がいる" in kouetsu().out
    assert "a cat" in kouetsu("--lang", "en").out


def test_fix_mends_tells_and_then_has_nothing_to_do(kouetsu, site: Path) -> None:
    ran = kouetsu("--fix")
    assert ran.code == 0
    assert (site / "a.md").read_text(encoding="utf-8") == "縁側でねこが寝ている。\n"
    before = (site / "a.md").stat()
    assert kouetsu("--fix").code == 0
    after = (site / "a.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_paths_that_the_configuration_leaves_out_are_named(kouetsu, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("exclude: [a.md]\n", encoding="utf-8")
    reason = "(in exclude “a.md” of kouetsu.yaml); --no-exclude checks anyway"
    said = f"kouetsu: a.md: not checked {reason}\n"
    for more in ((), ("b.md",)):
        ran = kouetsu("a.md", *more, "--lang", "en")
        assert (ran.code, ran.err) == (0, said)
    assert kouetsu("a.md", "b.md", "--quiet").err == ""
    assert kouetsu(".").err == ""


def test_a_rule_of_a_plugin_that_is_not_loaded_is_told_with_the_way(kouetsu, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("severity:\n  cat: warning\n", encoding="utf-8")
    assert kouetsu("--lang", "en").code == 0
    ran = kouetsu("--lang", "en", only_cats=False)
    assert ran.code == 2
    assert ran.err == (
        "kouetsu: kouetsu.yaml:2:3: there is no rule or group “cat”"
        " (a rule of your own needs --plugin FILE.py)\n"
    )


def test_diff_shows_and_writes_nothing(kouetsu, site: Path) -> None:
    ran = kouetsu("--diff")
    assert ran.code == 1
    assert "-縁側で猫が寝ている。\n+縁側でねこが寝ている。\n" in ran.out
    assert "猫" in (site / "a.md").read_text(encoding="utf-8")
    assert kouetsu("--diff", "b.md").code == 0


def test_a_file_that_can_not_be_written_is_one_line_and_2(kouetsu, site: Path) -> None:
    (site / "a.md").chmod(0o444)
    ran = kouetsu("--fix", "--lang", "en")
    assert ran.code == 2
    assert "a.md: can't be written" in ran.err
    assert "猫" in (site / "a.md").read_text(encoding="utf-8")


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input_has_a_name(kouetsu, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "猫\n")
    assert "x/y.md:1:1" in kouetsu("-", "--stdin-filename", "x/y.md").out
    stdin(monkeypatch, "猫\n")
    assert kouetsu("-", "--fix").out == "ねこ\n"
    stdin(monkeypatch, "猫\n")
    assert "+ねこ\n" in kouetsu("-", "--diff").out


def test_a_baseline_leaves_only_what_is_new(kouetsu, site: Path) -> None:
    assert kouetsu("baseline").code == 0
    known = ("--baseline", "kouetsu-baseline.json")
    assert kouetsu(*known).code == 0
    clean = (site / "b.md").read_bytes()
    (site / "b.md").write_text("猫。\n", encoding="utf-8")
    assert kouetsu("b.md", *known).code == 1  # the entry of the other post does not serve it
    (site / "b.md").write_bytes(clean)
    (site / "a.md").rename(site / "renamed.md")
    (site / "renamed.md").write_text("# 朝\n\n縁側で猫が寝ている。\n", encoding="utf-8")
    assert kouetsu(*known).code == 0
    (site / "b.md").write_text("猫。\n", encoding="utf-8")
    assert kouetsu(*known).code == 1
    ran = kouetsu("baseline", "--lang", "en")
    assert ran.code == 1
    assert "1 new finding not taken in" in ran.err
    assert kouetsu("baseline", "--allow-growth").code == 0
    assert kouetsu(*known).code == 0
    (site / "b.md").unlink()
    assert "1 gone" in kouetsu("baseline", "--lang", "en").err


def test_files_outside_of_posts_are_left_out_with_a_word(kouetsu, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("posts: ['_posts/*.md']\n")
    ran = kouetsu("a.md", "--lang", "en")
    assert ran.code == 0
    assert "a.md: not checked (not in posts" in ran.err
    assert "2 files: not checked" in kouetsu(".", "--lang", "en").err
    assert kouetsu("a.md", "--no-exclude").code == 1


def test_a_folder_named_like_a_command_is_reached_by_its_path(kouetsu, site: Path) -> None:
    (site / "rules").mkdir()
    (site / "rules" / "c.md").write_text("猫\n", encoding="utf-8")
    assert "rules/c.md:1:1" in kouetsu("./rules").out
    assert "rules/c.md:1:1" in kouetsu("--quiet", "rules").out
    assert "words" in kouetsu("rules").out


def test_the_report_can_go_to_a_file(kouetsu, site: Path) -> None:
    assert kouetsu("--format", "json", "--output", "report.json").out == ""
    assert json.loads((site / "report.json").read_text(encoding="utf-8"))["diagnostics"]


def test_explain_speaks_both_languages(kouetsu) -> None:
    assert "猫がいる。" in kouetsu("explain", "cat", "--lang", "ja").out
    english = kouetsu("explain", "cat", "--lang", "en").out
    assert "Finds cats." in english
    assert "猫がいる" not in english


def test_config_shows_what_holds(kouetsu, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("preset: zenn\nseverity: {cat: info}\n")
    shown = kouetsu("config").out
    assert "# kouetsu.yaml: kouetsu.yaml" in shown
    assert 'posts: ["articles/*.md"]' in shown
    assert '"cat": "info"' in shown
    assert json.loads(kouetsu("config", "--schema").out)["properties"]["preset"]


def test_plugins_are_listed_with_their_versions(kouetsu) -> None:
    shown = kouetsu("plugins", only_cats=False).out
    assert re.search(r"^stock +kouetsu \d", shown, re.MULTILINE)
    assert "zenn" in shown


def test_a_new_rule_works_as_it_is(kouetsu, site: Path) -> None:
    assert kouetsu("new-rule", "my-word", only_cats=False).code == 0
    (site / "c.md").write_text("風がすごく強い。\n", encoding="utf-8")
    ran = kouetsu("c.md", "--plugin", "my_word.py", "--select", "my-word", only_cats=False)
    assert "c.md:1:3" in ran.out
    assert "my-word" in ran.out
    for name in ("my-word", "NotKebab"):  # nothing is overwritten
        again = kouetsu("new-rule", name, only_cats=False)
        assert again.code == 2
        assert len(again.err.splitlines()) == 1


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("command", ["", "check", "explain", "baseline", "config", "new-rule"])
def test_help_is_there_in_both_languages(kouetsu, command: str, option: str) -> None:
    ran = kouetsu(*filter(None, [command]), option, only_cats=False)
    assert ran.code == 0
    assert re.search("[ぁ-ん]", ran.out)


def test_the_version_is_told(kouetsu) -> None:
    assert re.match(r"kouetsu \d", kouetsu("--version", only_cats=False).out)


BAD = {
    "empty": b"",
    "only front matter": "---\ntitle: 朝\n---\n".encode(),
    "not closed": "---\ntitle: 朝\n\n本文。\n".encode(),
    "tabs": b"---\ntitle:\tx\n\ttags: [a]\n---\n",
    "duplicate keys": b"---\ntitle: a\ntitle: b\n---\n",
    "bomb": b"---\na: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(
        b"%c: &%c [%s]\n" % (c + 1, c + 1, b",".join([b"*%c" % c] * 9)) for c in range(97, 104)
    )
    + b"---\n",
    "recursion": b"---\na: &a [*a]\n---\n",
    "nul": "---\ntitle: 朝\x00\n---\n\n夜\x00。\n".encode(),
    "surrogates": b'---\ntitle: "\\ud800"\n---\n\n&#xD800;\n',
    "shift-jis": "朝の散歩。\n".encode("shift-jis"),
    "utf-16": "朝の散歩。\n".encode("utf-16"),
    "one long line": ("朝の空気は冷たい。" * 60_000).encode(),
    "equal letters": b"a" * 100_000,
    "equal kana": ("あ" * 100_000).encode(),
    "brackets": b"[" * 50_000 + b"(" * 50_000,
    "quotes": b"> " * 5_000 + b"x\n",
    "nested lists": b"".join(b" " * n + b"* x\n" for n in range(0, 1_000, 2)),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_told_and_ends(kouetsu, site: Path, name: str) -> None:
    (site / "bad.md").write_bytes(BAD[name])
    ran = kouetsu("bad.md", "--format", "json", only_cats=False)
    assert ran.code in (0, 1)
    rules = {found["rule"] for found in json.loads(ran.out)["diagnostics"]}
    assert "internal-error" not in rules
    if name in ("shift-jis", "utf-16"):
        assert "undecodable-file" in rules


def start(*arguments: str, **more: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kouetsu", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def test_a_reader_that_goes_away_is_no_trouble(site: Path) -> None:
    process = start("config", "--schema")
    assert process.stdout is not None
    process.stdout.close()
    _, error = process.communicate(timeout=60)
    assert error == b""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for children")
def test_ctrl_c_is_quiet(site: Path) -> None:
    # a shell's job in the background ignores the key, and so do its children
    heeds = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = start("-", stdin=subprocess.PIPE, preexec_fn=heeds)
    try:
        process.wait(5)  # it waits for its input; what interrupts an import is Python's to answer
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGINT)
    _, error = process.communicate(timeout=60)
    assert error == b""
    assert process.returncode == 130


def test_a_python_that_drops_docstrings_is_told(site: Path) -> None:
    optimised = subprocess.run(
        [sys.executable, "-OO", "-m", "kouetsu", "rules", "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert optimised.returncode == 2
    assert optimised.stderr.startswith("kouetsu: python -OO")
    assert optimised.stderr.count("\n") == 1
