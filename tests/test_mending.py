"""``--fix`` over many posts: fixes of rules over all posts, workers, and files that resist."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from kouetsu.findings import Edit
from kouetsu.run.edits import spliced as edits_spliced

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
            messages={"twin": ("同じ行", "the same line"), "drop": ("削除する", "drop")})
'''


@pytest.fixture
def twins(kouetsu, site: Path):
    (site.parent / "twins.py").write_text(TWINS, encoding="utf-8")

    def run(*arguments: str):
        more = ["--plugin", str(site.parent / "twins.py"), "--select", "twins"]
        return kouetsu(*arguments, *more, only_cats=False)

    return run


def test_a_rule_over_all_posts_that_broke_is_told_beside_a_diff(kouetsu, site: Path) -> None:
    plugin = site.parent / "twins.py"
    plugin.write_text(TWINS.replace("seen.add", "1 / 0, seen.add"), encoding="utf-8")
    more = ("--plugin", str(plugin), "--select", "twins,internal-error", "--lang", "en")
    ran = kouetsu("--diff", "--no-cache", *more, only_cats=False)
    assert ran.code == 1
    assert "rule twins of plugin" in ran.err


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


def test_a_post_that_the_engine_fails_on_is_told_and_the_rest_is_mended(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "b.md").write_text("猫、猫。\n", encoding="utf-8")
    (site / "c.md").write_text("猫。\n", encoding="utf-8")

    def spliced(text: str, edits: Iterable[Edit]) -> str:
        if text.count("猫") == 2:
            raise RuntimeError("no such luck")
        return edits_spliced(text, edits)

    monkeypatch.setattr("kouetsu.run.fix.spliced", spliced)
    ran = kouetsu("--fix", "--jobs", "1", "--lang", "en")
    assert ran.code == 1
    assert "b.md: an internal error while mending it; left as it was" in ran.err
    assert "RuntimeError: no such luck" in ran.out
    assert (site / "b.md").read_text(encoding="utf-8") == "猫、猫。\n"
    assert (site / "c.md").read_text(encoding="utf-8") == "ねこ。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are others there")
def test_what_can_not_be_written_is_told_and_the_rest_is_mended(kouetsu, site: Path) -> None:
    (site / "c.md").write_text("猫。\n", encoding="utf-8")
    (site / "a.md").chmod(0o444)
    ran = kouetsu("--fix", "--lang", "en")
    assert ran.code == 2
    assert "a.md: can't be written (read-only file)" in ran.err
    assert (site / "c.md").read_text(encoding="utf-8") == "ねこ。\n"
    assert "猫" in (site / "a.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="links want a privilege there")
def test_a_post_and_links_to_it_are_one_file(kouetsu, site: Path) -> None:
    """Git takes no patch of a link, and a second writer would find the file changed."""
    (site / "0.md").symlink_to("a.md")
    (site / "folder").mkdir()
    (site / "folder" / "link.md").symlink_to("../b.md")
    (site / "b.md").write_text("猫。\n", encoding="utf-8")
    shown = kouetsu("--diff", "--lang", "en")
    assert [line for line in shown.out.splitlines() if line.startswith("+++")] == [
        "+++ b/a.md",
        "+++ b/b.md",
    ]
    assert "+++ b/a.md" in kouetsu("--diff", "0.md").out
    ran = kouetsu("--fix", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "othing is left" in ran.out
    assert (site / "0.md").is_symlink()
    assert (site / "b.md").read_text(encoding="utf-8") == "ねこ。\n"


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


@pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc")
def test_workers_end_with_a_command_that_was_killed(site: Path) -> None:
    for number in range(400):
        (site / f"{number:03}.md").write_text("裏山の小道は賑やかです。\n\n" * 60, encoding="utf-8")
    command = ["check", "--fix", "--no-cache", "--quiet", "--jobs", "2", str(site)]
    process = subprocess.Popen(
        [sys.executable, "-m", "kouetsu", *command], stdout=subprocess.DEVNULL
    )
    listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    workers = list[str]()
    for _ in range(200):
        time.sleep(0.05)
        workers = listed.read_text().split()
        if len(workers) == 2:
            break
    process.kill()
    process.wait()
    assert len(workers) == 2
    for _ in range(200):
        if not any(_is_running(worker) for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail("workers are left")


def _is_running(process: str) -> bool:
    """Whether it is there and no zombie that waits for its new parent to look."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_full_disk_is_told_once_and_nothing_is_lost(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "c.md").write_text("猫。\n", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = kouetsu("--fix", "--lang", "en", "--no-cache")
    assert ran.code == 2
    assert ran.err == "kouetsu: a.md: can't be written (no space left on the disk)\n"
    assert (site / "a.md").read_text(encoding="utf-8") == "縁側で猫が寝ている。\n"
    assert (site / "c.md").read_text(encoding="utf-8") == "猫。\n"
    assert sorted(path.name for path in site.iterdir()) == ["a.md", "b.md", "c.md"]
    for command in ("baseline", "init"):
        ran = kouetsu(command, "--lang", "ja", only_cats=command == "baseline")
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)
        assert "ディスクに空きがありません" in ran.err


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def busy(descriptor: int) -> None:
        (site / "a.md").write_text("だれかが猫を書いた。\n", encoding="utf-8")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", busy)
    ran = kouetsu("a.md", "--fix", "--lang", "en", "--no-cache")
    assert ran.code == 2
    assert "changed while it was checked; not overwritten" in ran.err
    assert (site / "a.md").read_text(encoding="utf-8") == "だれかが猫を書いた。\n"


@pytest.mark.skipif(sys.platform == "win32", reason="files in use can't be replaced there")
def test_two_runs_at_once_leave_whole_posts(site: Path) -> None:
    old, new = "猫が一匹。\n" * 200, "ねこが一匹。\n" * 200
    for number in range(60):
        (site / f"{number:03}.md").write_text(old, encoding="utf-8")
    argv = [sys.executable, "-m", "kouetsu", "check", "--fix", "--no-cache", "--quiet"]
    argv += ["--plugin", str(site.parent / "rule.py"), "--select", "cat"]
    runs = [
        subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)
    ]
    for run in runs:
        _, error = run.communicate(timeout=120)
        assert b"Traceback" not in error
    names = sorted(path.name for path in site.iterdir())
    assert len(names) == 62, "no temporary file is left"
    assert {(site / name).read_text(encoding="utf-8") for name in names[:60]} == {new}


BAD_FILES = [
    ("new.json", '{"version": 99, "entries": []}', "written by a newer kouetsu"),
    ("new.json", '{"version": 1, "entries": [', "the baseline is not JSON"),
    ("new.json", '{"version": 1, "entries": [{"rule": 1}]}', "not a baseline of kouetsu"),
    ("new.json", "[" * 100_000, "not a baseline of kouetsu"),
    (
        "new.json",
        '{"version": 1, "entries": [{"rule": "a", "text": "b", "paths": {"c": -1}}]}',
        "not a baseline of kouetsu",
    ),
    ("new.yaml", "shiny: 1\n", "it may be of a newer one"),
    ("new.yaml", "posts: [a.md\n", "not YAML"),
    ("new.yaml", "front-matter: {type: 1}\n", "not a valid JSON Schema"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD_FILES)
def test_files_of_ours_that_are_broken_or_newer_are_one_line(
    kouetsu, site: Path, name: str, content: str, said: str
) -> None:
    (site / name).write_text(content, encoding="utf-8")
    option = "--baseline" if name.endswith(".json") else "--config"
    ran = kouetsu("--fix", option, name, "--lang", "en")
    assert ran.code == 2
    assert said in ran.err
    assert len(ran.err.splitlines()) == 1
    assert "猫" in (site / "a.md").read_text(encoding="utf-8"), "nothing is written before"
    japanese = kouetsu("--fix", option, name, "--lang", "ja").err
    assert len(japanese.splitlines()) == 1
    assert japanese != ran.err
