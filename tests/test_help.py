"""Help and mistakes of the command line, in the reader's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kouetsu.cli import COMMANDS
from kouetsu.report.width import width
from kouetsu.report.wrapping import wrapped


@pytest.fixture
def run(kouetsu):
    return lambda *arguments: kouetsu(*arguments, only_cats=False)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_one_language_where_it_is_known(
    run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [command] if command else []
    assert not re.search("[ぁ-んァ-ヶ]", run(*words, "--help", "--lang", "en").out)
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    told = run(*words, "--help").out
    assert told.startswith(("使い方", "kouetsu（校閲）"))
    assert " / " not in told
    assert "the " not in told


def test_help_says_what_decides_the_language(run) -> None:
    assert "LC_MESSAGES" in run("--help", "--lang", "en").out
    assert "ロケール" in run("--help", "--lang", "ja").out


@pytest.mark.parametrize(
    ("arguments", "ja", "en"),
    [
        (["--fail-on", "x"], "--fail-on: 「x」は選べません（error, warn", "one of error, warn"),
        (["--fxi"], "（「--fix」の誤りでしょうか）", "no such option; did you mean “--fix”?"),
        (["--jobs", "x"], "x は 1 以上の整数ではありません", "x is not a number from 1 on"),
        (["--since"], "--since には値が要ります", "--since needs a value"),
        (["--fix=3"], "--fix に値は付きません", "--fix takes no value"),
        (["explain"], "RULE を指定してください", "RULE is missing"),
        (["new-rule", "a", "b"], "b: 余分な引数です", "b: one argument too many"),
    ],
)
def test_a_mistake_is_told_in_one_language(run, arguments: list[str], ja: str, en: str) -> None:
    where = 1 if arguments[0] in COMMANDS else 0
    for language, told in (("ja", ja), ("en", en)):
        given = [*arguments[:where], f"--lang={language}", *arguments[where:]]
        ran = run(*given)
        assert ran.code == 2
        assert told in ran.err
        assert len(ran.err.splitlines()) == 1


def test_help_and_mistakes_are_in_the_language_of_the_configuration(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "kouetsu.yaml").write_text("lang: en  # also where the rest is broken\nrules: [\n")
    assert run("check", "--help").out.startswith("usage: kouetsu")
    assert "not YAML" in run("check").err
    (tmp_path / "kouetsu.yaml").write_text('lang: "ja"\n')
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert run("--help").out.startswith("kouetsu（校閲）")
    assert "規則もグループもありません" in run("explain", "nosuch").err


@pytest.mark.parametrize("columns", [8, 20, 41])
def test_lines_are_broken_at_spaces_and_between_characters(columns: int) -> None:
    text = "朝の「市場」へ、see the docs に従って行きます。川, 橋 (舟) や a.md です。"
    lines = wrapped(text, columns)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(width, lines)) <= columns
    assert not any(
        line.startswith(("、", "。", "」", ",", ")")) or line.endswith("「") for line in lines
    )


def test_the_usage_is_aligned_in_columns_of_the_terminal(run) -> None:
    first, second, *_ = run("check", "--help", "--lang", "ja").out.splitlines()
    assert first.startswith("使い方: kouetsu check [")
    assert second.index("[") == width("使い方: kouetsu check ")
