"""Options that can't be obeyed together are refused; those that can, every format obeys."""

from __future__ import annotations

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kouetsu.report.builtin import FORMATS


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("--diff --output f", "--diff writes no report: not with --output"),
        ("--diff --format json", "--diff writes no report: not with --format"),
        ("--diff --statistics", "--diff writes no report: not with --statistics"),
        ("--fix --diff --max-findings 1", "--diff writes no report: not with --max-findings"),
        ("--add-suppressions x -o f", "--add-suppressions writes no report: not with --output"),
        ("--add-suppressions x -f unix", "--add-suppressions writes no report: not with --format"),
        ("- --fix --output f", "- --fix writes no report: not with --output"),
        ("- --fix --format json", "- --fix writes no report: not with --format"),
        ("- --diff --statistics", "--diff writes no report: not with --statistics"),
        ("- --add-suppressions x", "goes with neither --fix, --diff nor standard input"),
        ("--add-suppressions x--y", "a reason may hold neither --, */ nor a line break"),
        ("--statistics --format json", "--statistics goes with --format human alone"),
        ("--statistics --max-findings 2", "--statistics lists no findings"),
        ("--unsafe-fixes", "--unsafe-fixes goes with --fix or --diff"),
        ("--since HEAD --fix", "--since only reports"),
        ("- --since HEAD", "--since only reports"),
    ],
)
def test_what_could_not_be_obeyed_is_refused_before_anything_is_loaded(
    kouetsu, site: Path, arguments: str, told: str
) -> None:
    (site / "kouetsu.yaml").write_text("nonsense: true\n", encoding="utf-8")
    before = (site / "a.md").read_bytes()
    ran = kouetsu("check", *arguments.split(), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert not (site / "f").exists()
    assert (site / "a.md").read_bytes() == before


CATS = "猫と猫と猫。\n"


def _listed(name: str, out: str) -> int:
    """How many findings a report lists."""
    if name in ("json", "rdjson"):
        return len(json.loads(out)["diagnostics"])
    if name == "sarif":
        return len(json.loads(out)["runs"][0]["results"])
    if name == "gitlab":
        return len(json.loads(out))
    if name == "junit":
        return len(ElementTree.fromstring(out).findall(".//failure"))
    return out.count("a cat")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_lists_so_many_findings_at_most(kouetsu, site: Path, name: str) -> None:
    for post in ("a.md", "b.md"):
        (site / post).write_text(CATS, encoding="utf-8")
    ran = kouetsu("--format", name, "--max-findings", "2", "--lang", "en")
    assert _listed(name, ran.out) == (0 if name == "markdown" else 2)
    assert ran.code == 1
    word = "4 more findings not shown (--max-findings 2)"
    assert word in (ran.out if name == "human" else ran.err) or name == "markdown"
    assert _listed(name, kouetsu("--format", name, "--lang", "en").out) in (0, 6)


def test_a_cut_list_changes_neither_the_figures_nor_the_exit_code(kouetsu, site: Path) -> None:
    (site / "b.md").write_text(CATS, encoding="utf-8")
    cut = ("--max-findings", "1", "--lang", "en")
    assert "4 findings (4 errors) in 2 of 2 posts" in kouetsu(*cut).out
    summary = json.loads(kouetsu("--format", "json", *cut).out)["summary"]
    assert (summary["errors"], summary["fixable"], summary["omitted"]) == (4, 4, 3)
    tables = kouetsu("--format", "markdown", *cut)
    assert tables.out == kouetsu("--format", "markdown", "--lang", "en").out
    assert not tables.err
    (site / "a.md").write_text("猫\n", encoding="utf-8")
    mixed = kouetsu("--severity", "cat=info", "--fail-on", "info", *cut)
    assert mixed.code == 1


def test_a_post_whose_findings_are_not_listed_has_not_passed(kouetsu, site: Path) -> None:
    (site / "b.md").write_text(CATS, encoding="utf-8")
    out = kouetsu("--format", "junit", "--max-findings", "1", "--lang", "en").out
    _, suite = ElementTree.fromstring(out)
    (case,) = suite
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("b.md", "1", "0")
    assert [each.tag for each in case] == ["skipped"]


def test_what_the_baseline_knows_does_not_fail_standard_input_either(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = (site.parent / "rule.py").read_text(encoding="utf-8")
    (site.parent / "rule.py").write_text(rule.replace("Safety.SAFE", "Safety.UNSAFE"), "utf-8")
    kouetsu("baseline")
    for known, code in ((("--baseline", "kouetsu-baseline.json"), 0), ((), 1)):
        text = (site / "a.md").read_bytes()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert kouetsu("-", "--stdin-filename", "a.md", "--fix", *known).code == code
