"""``--fix`` over many posts: fixes of rules over all posts, workers, and files that resist."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TWINS = '''
from kouetsu.api import (
    CorpusCheck, Edit, Finding, Fix, Rule, RuleOptions, Safety, Severity, Span, normal_form)

class Options(RuleOptions, frozen=True, kw_only=True):
    pass

def twins(facts, options):
    """All but the first of posts with the same first line lose it."""
    seen = set()
    for path, line in sorted(facts.items()):
        if line and line in seen:
            fix = Fix((Edit(Span(0, len(line) + 1), ""),), Safety.SAFE, "drop")
            yield path, Finding(Span(0, len(line)), "twin", fix=fix)
        seen.add(line)

RULE = Rule(name="twins", group="words", severity=Severity.ERROR, options=Options,
            corpus=CorpusCheck(lambda post, options: post.text.partition("\\n")[0], twins),
            doc="同じ行。",
            messages={"twin": ("同じ行", "the same line"), "drop": ("消す", "drop")})
'''


@pytest.fixture
def twins(kouetsu, site: Path):
    (site.parent / "twins.py").write_text(TWINS, encoding="utf-8")

    def run(*arguments: str):
        more = ["--plugin", str(site.parent / "twins.py"), "--select", "twins"]
        return kouetsu(*arguments, *more, only_cats=False)

    return run


def test_fixes_of_rules_over_all_posts_are_applied(twins, site: Path) -> None:
    for name in "cde":
        (site / f"{name}.md").write_text("一。\n二。\n三。\n", encoding="utf-8")
    assert "-一。" in twins("--diff", "--no-cache").out
    assert twins("--fix").code == 0
    texts = [(site / f"{name}.md").read_text(encoding="utf-8") for name in "cde"]
    assert texts == ["一。\n二。\n三。\n", "二。\n三。\n", "三。\n"]
    assert "+++" not in twins("--diff").out


def test_workers_mend_as_one_process_does(kouetsu, site: Path) -> None:
    for number in range(40):
        (site / f"{number:02}.md").write_text(f"猫{number}匹。\n" * 3, encoding="utf-8")
    one = kouetsu("--diff", "--jobs", "1").out
    assert kouetsu("--diff", "--jobs", "2").out == one
    assert one.count("+++") == 41
    assert kouetsu("--fix", "--jobs", "2").code == 0
    assert (site / "07.md").read_text(encoding="utf-8") == "ねこ7匹。\n" * 3
    assert not kouetsu("--diff").out


@pytest.mark.skipif(sys.platform == "win32", reason="modes are others there")
def test_what_can_not_be_written_is_told_and_the_rest_is_mended(kouetsu, site: Path) -> None:
    (site / "c.md").write_text("猫。\n", encoding="utf-8")
    (site / "a.md").chmod(0o444)
    ran = kouetsu("--fix", "--lang", "en")
    assert ran.code == 2
    assert "a.md: can't be written (read-only file)" in ran.err
    assert (site / "c.md").read_text(encoding="utf-8") == "ねこ。\n"
    assert "猫" in (site / "a.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("after", [0.25, 0.4, 0.5, 0.6, 0.8])
def test_a_kill_at_any_moment_leaves_old_or_new_posts(site: Path, after: float) -> None:
    old, new = "猫が一匹。\n" * 400, "ねこが一匹。\n" * 400
    names = [site / f"{number:03}.md" for number in range(120)]
    for name in names:
        name.write_text(old, encoding="utf-8")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "kouetsu", "check", "--fix", "--no-cache", "--quiet"),
            *("--plugin", str(site.parent / "rule.py"), "--select", "cat", *map(str, names)),
        ],
        stdout=subprocess.DEVNULL,
        env=os.environ | {"KOUETSU_CACHE_DIR": str(site.parent / "cache")},
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    texts = {name.read_text(encoding="utf-8") for name in names}
    assert texts <= {old, new}
