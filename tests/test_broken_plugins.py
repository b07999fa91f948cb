"""Plugins that break where they are used: one line that names them, whatever the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from kouetsu.cli import main

REPORTER = """
from kouetsu.api import hookimpl
def write(report, out):
    {how}
@hookimpl
def register_reporters():
    return {{"odd": write}}
"""
PRESET = """
from kouetsu.api import Preset, hookimpl
@hookimpl
def register_presets():
    return [Preset("odd", {posts}, None, {{}}, {rules})]
"""
RULE = """
from kouetsu.api import Rule, RuleOptions, Severity
class Options(RuleOptions, frozen=True, kw_only=True):
    words: list[str]
RULE = Rule("odd-words", "tone", Severity.INFO, {}, "x", lambda post, options: (), Options)
"""


@pytest.mark.parametrize(
    ("code", "arguments", "told"),
    [
        (REPORTER.format(how="raise KeyError('boo')"), ["--format", "odd"], "KeyError: 'boo'"),
        (REPORTER.format(how="raise SystemExit(0)"), ["--format", "odd"], "SystemExit"),
        (PRESET.format(posts=["*.md"], rules={"cat": {"x": 1}}), ["check"], "field `x`"),
        (PRESET.format(posts=["*.md"], rules={"cat": {"x": 1}}), ["rules"], "field `x`"),
        (PRESET.format(posts=["*.md"], rules={"cat": {"x": 1}}), ["config"], "field `x`"),
        (PRESET.format(posts=["[z-a]"], rules={}), ["check"], "bad character range"),
        (PRESET.format(posts=["[z-a]"], rules={}), ["init"], "bad character range"),
        (RULE, ["check"], "field `words`"),
        (RULE, ["explain", "odd-words"], "field `words`"),
    ],
)
def test_a_plugin_that_breaks_is_named(
    kouetsu, site: Path, code: str, arguments: list[str], told: str
) -> None:
    (site / "odd_plugin.py").write_text(code, encoding="utf-8")
    fresh = arguments == ["init"]
    if "preset" in code and not fresh:
        (site / "kouetsu.yaml").write_text("preset: odd\n", encoding="utf-8")
    more = ("--plugin", "odd_plugin.py", "--lang", "en")
    ran = kouetsu(*arguments, *more, only_cats=not fresh)
    assert ran.code == 2
    assert ran.err.startswith("kouetsu: plugin odd_plugin (odd_plugin.py) is broken: ")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_where_it_broke_is_shown_to_those_who_ask(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOUETSU_TRACE", "1")
    code = REPORTER.format(how="raise KeyError('boo')")
    (site / "odd_plugin.py").write_text(code, encoding="utf-8")
    assert main(["--plugin", "odd_plugin.py", "--format", "odd"]) == 2
    assert 'odd_plugin.py", line 4, in write' in capsys.readouterr().err


def test_a_reader_that_goes_away_is_not_the_fault_of_the_format(kouetsu, site: Path) -> None:
    code = REPORTER.format(how="raise BrokenPipeError")
    (site / "odd_plugin.py").write_text(code, encoding="utf-8")
    ran = kouetsu("--plugin", "odd_plugin.py", "--format", "odd")
    assert (ran.code, ran.err) == (1, "")


def test_a_rule_that_ends_the_run_does_not(kouetsu, site: Path) -> None:
    code = RULE.replace("words: list[str]", "pass").replace("(), Options", "exit(0), Options")
    (site / "odd_plugin.py").write_text(code, encoding="utf-8")
    ran = kouetsu("check", "--plugin", "odd_plugin.py", "--select", "odd-words", "--lang", "en")
    assert ran.code == 1
    assert "rule odd-words of plugin odd_plugin (odd_plugin.py) failed: SystemExit: 0" in ran.out


def test_what_a_rule_prints_is_no_part_of_the_report(kouetsu, site: Path) -> None:
    code = RULE.replace("words: list[str]", "pass").replace("(), Options", "print('X'), Options")
    (site / "odd_plugin.py").write_text(code, encoding="utf-8")
    ran = kouetsu("check", "--plugin", "odd_plugin.py", "--select", "odd-words", "-f", "json")
    assert ran.out.startswith("{")
