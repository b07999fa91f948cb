"""``--since``: findings on lines that changed since a git revision, and nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

CALM = "縁側に日が差す。\n\n風が止む。\n\n雲が切れる。\n"


def git(*arguments: str, cwd: Path | str = ".") -> str:
    return subprocess.run(
        ["git", *arguments],
        cwd=cwd,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ
        | {f"GIT_{who}_{what}": "a@b.c" for who in ("AUTHOR", "COMMITTER") for what in NAMES}
        | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
    ).stdout


NAMES = ("NAME", "EMAIL")


@pytest.fixture
def repo(site: Path) -> Path:
    """A site whose one commit has an old finding in ``a.md`` and none in ``b.md``."""
    (site / "b.md").write_text(CALM, encoding="utf-8")
    git("init", "--quiet", "--initial-branch=main")
    commit()
    return site


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message=posts")


def places(ran) -> list[str]:
    return [line.split(" ")[0] for line in ran.out.splitlines() if " error " in line]


def test_nothing_changed_is_nothing_found(kouetsu, repo: Path) -> None:
    ran = kouetsu("--since", "HEAD")
    assert ran.code == 0
    assert not places(ran)


def test_that_nothing_changed_is_told(kouetsu, repo: Path) -> None:
    ran = kouetsu("--since", "HEAD", "--lang", "en")
    assert ran.err == "kouetsu: no post has changed since HEAD (2 posts)\n"
    assert not kouetsu("--since", "HEAD", "--quiet").err


def test_only_changed_lines_count(kouetsu, repo: Path) -> None:
    (repo / "a.md").write_text("縁側で猫が寝ている。\n\n庭に猫。\n", encoding="utf-8")
    ran = kouetsu("--since", "HEAD", "--lang", "en")
    assert places(ran) == ["a.md:3:3"]
    assert "besides 1 on unchanged lines" in ran.out


def test_a_new_post_counts_whole_tracked_or_not(kouetsu, repo: Path) -> None:
    (repo / "c.md").write_text("猫。\n", encoding="utf-8")
    (repo / "d.md").write_text("猫。\n", encoding="utf-8")
    git("add", "d.md")
    assert places(kouetsu("--since", "HEAD")) == ["c.md:1:1", "d.md:1:1"]


@pytest.mark.parametrize(
    "name", ["朝 の 散歩.md", 'a "b".md', "tab\there.md", "+++ b.md", "ねこ\\.md"]
)
def test_names_may_hold_anything(kouetsu, repo: Path, name: str) -> None:
    (repo / name).write_text("猫。\n\n夜。\n", encoding="utf-8")
    commit()
    (repo / name).write_text("猫。\n\n夜の猫。\n", encoding="utf-8")
    ran = kouetsu("--since", "HEAD", "--format", "unix")
    assert ran.out.count(":3:3:") == 1
    assert ":1:1:" not in ran.out


def test_a_renamed_post_is_not_new(kouetsu, repo: Path) -> None:
    text = "猫。\n\n" + CALM
    (repo / "b.md").write_text(text, encoding="utf-8")
    commit()
    git("mv", "b.md", "朝.md")
    (repo / "朝.md").write_text(text + "\n犬と猫。\n", encoding="utf-8")
    assert places(kouetsu("--since", "HEAD")) == ["朝.md:9:3"]


def test_a_post_that_went_says_nothing_of_the_one_before(kouetsu, repo: Path) -> None:
    rule = repo.parent / "rule.py"
    rule.write_text(rule.read_text("utf-8").replace('"猫"', '"(?s)始.*終"'), "utf-8")
    (repo / "a.md").write_text("始。\n\n猫。\n\n終。\n", encoding="utf-8")
    commit()
    (repo / "a.md").write_text("始。\n\n終。\n", encoding="utf-8")
    (repo / "b.md").unlink()
    assert places(kouetsu("--since", "HEAD")) == ["a.md:1:1"]


def test_lines_between_two_changes_are_unchanged_whatever_git_shows(kouetsu, repo: Path) -> None:
    git("config", "diff.interHunkContext", "9")
    (repo / "b.md").write_text("朝。\n\n猫。\n\n夜。\n", encoding="utf-8")
    commit()
    (repo / "b.md").write_text("昼。\n\n猫。\n\n雪。\n\n庭の猫。\n", encoding="utf-8")
    assert places(kouetsu("--since", "HEAD")) == ["b.md:7:3"]


def test_lines_that_look_like_headers_do_not_mislead(kouetsu, repo: Path) -> None:
    lines = ["++ b/a.md", "-- a/a.md", "@@ -1 +1 @@", "猫"]
    (repo / "b.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    assert places(kouetsu("--since", "HEAD")) == ["b.md:7:1"]


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_newlines_of_any_kind_and_a_bom(kouetsu, repo: Path, newline: str) -> None:
    post = repo / "b.md"
    before = f"猫。{newline}{newline}夜。{newline}"
    post.write_bytes(b"\xef\xbb\xbf" + before.encode())
    commit()
    post.write_bytes(b"\xef\xbb\xbf" + (before + f"{newline}庭の猫").encode())
    assert places(kouetsu("--since", "HEAD")) == ["b.md:5:3"]


def test_from_a_folder_below_and_on_a_branch(kouetsu, repo: Path, monkeypatch) -> None:
    posts = repo / "posts"
    posts.mkdir()
    (posts / "c.md").write_text("夜。\n", encoding="utf-8")
    commit()
    git("switch", "--quiet", "--create", "draft")
    (posts / "c.md").write_text("夜。\n\n猫。\n", encoding="utf-8")
    commit()
    git("switch", "--quiet", "main")
    (repo / "b.md").write_text("猫。\n", encoding="utf-8")
    commit()
    git("switch", "--quiet", "draft")
    monkeypatch.chdir(posts)
    assert places(kouetsu("--since", "main")) == ["c.md:3:1"]
    monkeypatch.chdir(repo)
    assert places(kouetsu("--since", "main...")) == ["posts/c.md:3:1"]


def test_a_baseline_forgives_the_old_one_of_two_equal_findings(kouetsu, repo: Path) -> None:
    kouetsu("baseline")
    (repo / "a.md").write_text("猫。\n\n縁側で猫が寝ている。\n", encoding="utf-8")
    ran = kouetsu("--since", "HEAD", "--baseline", "kouetsu-baseline.json", "--lang", "en")
    assert places(ran) == ["a.md:1:1"]
    assert "1 in the baseline" in ran.out


def test_a_shallow_clone_works_or_says_why_not(
    kouetsu, repo: Path, tmp_path: Path, monkeypatch
) -> None:
    (repo / "b.md").write_text(CALM + "\n猫。\n", encoding="utf-8")
    commit()
    first = git("rev-parse", "HEAD~1").strip()
    git("clone", "--quiet", "--depth=1", repo.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert places(kouetsu("--since", "HEAD")) == []
    for revision in (first, "HEAD~1", f"{first}..."):
        ran = kouetsu("--since", revision, "--lang", "en")
        assert ran.code == 2
        assert "this is a shallow clone: git fetch --unshallow" in ran.err
        assert len(ran.err.splitlines()) == 1


def test_outside_of_git_is_a_mistake(kouetsu, site: Path, monkeypatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    ran = kouetsu("--since", "HEAD", "--lang", "en")
    assert ran.code == 2
    assert ran.err == "kouetsu: --since: not in a git working tree\n"
    monkeypatch.setenv("PATH", str(site))
    assert "can't run git" in kouetsu("--since", "HEAD", "--lang", "en").err


@pytest.mark.parametrize("revision", ["nowhere", "", "--output=x", "HEAD:a.md"])
def test_an_unknown_revision_is_a_mistake(kouetsu, repo: Path, revision: str) -> None:
    ran = kouetsu(f"--since={revision}", "--lang", "en")
    assert ran.code == 2
    assert "no such revision" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_branch_without_commits_says_so(kouetsu, site: Path) -> None:
    git("init", "--quiet")
    ran = kouetsu("--since", "HEAD", "--lang", "en")
    assert ran.code == 2
    assert ran.err == "kouetsu: --since HEAD: no such revision (there are no commits yet)\n"


@pytest.mark.parametrize("other", ["--fix", "--diff", "-"])
def test_it_only_reports(kouetsu, repo: Path, other: str) -> None:
    ran = kouetsu("--since", "HEAD", other, "--lang", "en")
    assert ran.code == 2
    assert "only reports" in ran.err
