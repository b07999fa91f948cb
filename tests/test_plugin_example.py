"""A third party's plugin, installed as its user would do it, and a broken one beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("kouetsu.cli", reason="the command line has not landed yet")

HERE = Path(__file__).parent
EXAMPLES = HERE / "plugin_example"
SOURCES = (HERE.parent / "lint", HERE.parent / "rules")

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def _python(*arguments: object, target: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join(map(str, (target, *SOURCES)))
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def _installed(name: str, target: Path) -> Path:
    pytest.importorskip("hatchling")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    # A copy: building must not leave anything in the checkout.
    source = target.with_name(f"{target.name}-source")
    subprocess.run(["cp", "-r", str(EXAMPLES / name), str(source)], check=True)
    subprocess.run([*pip, "--target", str(target), str(source)], check=True, timeout=120)
    return target


@pytest.fixture(scope="module")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _installed("kouetsu-tone", tmp_path_factory.mktemp("plugins") / "tone")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _installed("kouetsu-broken", tmp_path_factory.mktemp("plugins") / "broken")


@pytest.fixture
def kouetsu(tone: Path, tmp_path: Path) -> Run:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return _python("-m", "kouetsu", *arguments, target=tone, cwd=tmp_path)

    return run


def test_its_rule_and_its_format_are_used(kouetsu: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("橋が開く！！！\n", encoding="utf-8")
    command = ("check", "--select", "piled-exclamation", "--format", "csv", "--lang", "en")
    done = kouetsu(*command, "--fail-on", "warning", "post.md")
    assert done.stderr == ""
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "path,line,column,severity,rule,message",
        "post.md,1,5,warning,piled-exclamation,3 exclamation marks in a row",
    ]


EXCERPT = "---\ntitle: {0}の橋\n{1}excerpt: 船を待つ朝。\n---\n\n橋が開いた。\n"
SHARED = "warning: other posts have this excerpt (1) [borrowed-excerpt]"


def test_its_rule_over_all_posts_is_used(kouetsu: Run, tmp_path: Path) -> None:
    for name in ("朝", "昼"):
        (tmp_path / f"{name}.md").write_text(EXCERPT.format(name, ""), encoding="utf-8")
    command = ("check", "--select", "borrowed-excerpt,unused-suppression", "--lang", "en")
    told = [f"昼.md:3:10: {SHARED}", f"朝.md:3:10: {SHARED}"]
    for way in (("--no-cache",), ("--jobs", "2"), ()):  # the last from the cache
        done = kouetsu(*command, "--format", "unix", *way)
        assert done.stdout.splitlines() == told, done.stderr
    related = json.loads(kouetsu(*command, "--format", "jsonl").stdout.splitlines()[0])["related"]
    assert [each["path"] for each in related] == ["朝.md"]

    silent = EXCERPT.format("昼", "kouetsu: {disable: [borrowed-excerpt]}\n")
    (tmp_path / "昼.md").write_text(silent, encoding="utf-8")
    assert kouetsu(*command, "--format", "unix").stdout.splitlines() == told[1:]
    assert kouetsu(*command, "--add-suppressions", "").returncode == 0
    assert kouetsu(*command, "--format", "unix").stdout == ""


def test_its_preset_is_used(kouetsu: Run, tmp_path: Path) -> None:
    post = tmp_path / "issues" / "1.md"
    post.parent.mkdir()
    post.write_text("---\ntitle: 橋\nissue: 1\n---\n開く！！待つ！！！\n", encoding="utf-8")
    (tmp_path / "kouetsu.yaml").write_text("preset: zine\n", encoding="utf-8")
    done = kouetsu("check", "--select", "piled-exclamation", "--format", "unix", "--lang", "ja")
    assert done.stdout == (
        "issues/1.md:5:7: warning: 感嘆符が 3 個続いています [piled-exclamation]\n"
    ), done.stderr
    assert done.returncode == 0


def test_it_is_listed_and_explained(kouetsu: Run) -> None:
    assert "piled-exclamation" in kouetsu("rules").stdout
    assert "感嘆符がいくつも続いている" in kouetsu("explain", "piled-exclamation").stdout
    listed = kouetsu("plugins").stdout
    assert "kouetsu-tone" in listed
    assert "1.4.0" in listed


def test_its_page_is_where_the_rule_says_and_a_stock_rule_has_none(
    kouetsu: Run, tmp_path: Path
) -> None:
    text = "---\ntitle: 橋\n---\n\n橋が開く！！！\n\n```\n---END---\n```\n\n---END---\n"
    (tmp_path / "post.md").write_text(text, encoding="utf-8")
    select = ("check", "--select", "piled-exclamation,generation-marker")
    lines = kouetsu(*select, "--format", "jsonl", "post.md").stdout.splitlines()
    urls = {found["rule"]: found["url"] for found in map(json.loads, lines)}
    page = "https://example.org/kouetsu-tone/piled-exclamation"
    assert urls == {"piled-exclamation": page, "generation-marker": None}
    sarif = json.loads(kouetsu(*select, "--format", "sarif", "post.md").stdout)
    rules = {rule["id"]: rule for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["piled-exclamation"]["helpUri"] == page
    assert page in kouetsu("explain", "piled-exclamation").stdout
    assert "helpUri" not in rules["generation-marker"]
    assert "---END---" in rules["generation-marker"]["help"]["markdown"]


def test_its_own_tests_pass(tone: Path, tmp_path: Path) -> None:
    tests = EXAMPLES / "kouetsu-tone" / "tests"
    command = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, tests)
    done = _python(*command, target=tone, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_a_broken_plugin_is_named_with_package_and_version(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("橋が開く。\n", encoding="utf-8")
    done = _python("-m", "kouetsu", "check", "post.md", target=broken, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "kouetsu-broken 0.0.7" in done.stderr
    assert "a_module_that_nobody_has" in done.stderr
    assert "Traceback" not in done.stderr
