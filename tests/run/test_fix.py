"""Mending: rounds, newlines, what is refused, and how files are written."""

from __future__ import annotations

import os
import stat
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_rules import MakeOutfit, word_rule

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Source,
)
from kouetsu.run.diff import unified
from kouetsu.run.fix import Task, mend, tasks
from kouetsu.run.session import check_source
from kouetsu.run.writing import Changed, write_atomically

CAT = word_rule("cat", "猫", instead="ねこ")

needs_owners = pytest.mark.skipif(not hasattr(os, "chown"), reason="files have no owner there")


def counted(post: Post, options: RuleOptions) -> Iterator[Finding]:
    """The number of あ, if it is off by two: a reading time in small."""
    declared = post.front_matter.scalar("letters")
    count = post.text.count("あ")
    if declared is not None and abs(int(declared.text) - count) >= 2:
        fix = Fix((Edit(declared.span, str(count)),), Safety.SAFE, "mend")
        yield Finding(declared.span, "off", fix=fix)


COUNT = Rule(
    name="count",
    group="words",
    severity=Severity.WARNING,
    check=counted,
    messages={"off": ("ちがう", "off"), "mend": ("直す", "mend")},
    doc="数。",
)


def test_safe_fixes_are_applied_and_unsafe_ones_when_asked(outfit: MakeOutfit) -> None:
    made = outfit(CAT, word_rule("dog", "犬", instead="いぬ", safety=Safety.UNSAFE))
    source = Source.from_text("猫と犬。\n")
    safe = mend(source, "a.md", made)
    assert safe.after.text == "ねこと犬。\n"
    assert [found.rule for found in safe.mended] == ["cat"]
    assert [found.rule for found in safe.left.diagnostics] == ["dog"]
    assert mend(source, "a.md", made, unsafe=True).after.text == "ねこといぬ。\n"


def test_fixes_that_bare_others_go_on_in_rounds(outfit: MakeOutfit) -> None:
    made = outfit(word_rule("pair", "ああ", instead="あ"))
    assert mend(Source.from_text("ああああああ。\n"), "a.md", made).after.text == "あ。\n"


def test_fixes_that_chase_each_other_leave_the_post_alone(outfit: MakeOutfit) -> None:
    made = outfit(CAT, word_rule("kana", "ねこ", instead="猫"))
    result = mend(Source.from_text("猫。\n"), "a.md", made)
    assert result.refusal is not None
    assert not result.changed
    assert not result.mended


def test_the_front_matter_is_mended_when_the_body_has_settled(outfit: MakeOutfit) -> None:
    made = outfit(word_rule("pair", "ああ", instead="あ"), COUNT)
    text = "---\nletters: 8\n---\nああああああ。\n"
    result = mend(Source.from_text(text), "a.md", made)
    assert result.after.text == "---\nletters: 1\n---\nあ。\n"
    assert [found.rule for found in result.mended].count("count") == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("written", ["\n\n", "\r\n\r\n", "\r\r"])
def test_bytes_outside_the_edits_stay(outfit: MakeOutfit, newline: str, written: str) -> None:
    made = outfit(word_rule("split", "／", instead=written))
    raw = b"\xef\xbb\xbf" + f"朝{newline}{newline}昼／夜 \x0b\u2028。".encode()
    expected = raw.replace("／".encode(), (newline * 2).encode())
    assert mend(Source.from_bytes(raw), "a.md", made).after.raw == expected


def test_what_is_to_mend_in_a_post_of_many_findings_is_known_at_once(outfit: MakeOutfit) -> None:
    made = outfit(CAT)
    outcome = check_source(Source.from_text("猫。\n" * 20_000), "a.md", made)
    began = time.process_time()
    assert list(tasks([outcome], [outcome], unsafe=False)) == [Task("a.md", unsafe=False)]
    assert time.process_time() - began < 1


def test_a_post_that_is_not_utf8_is_not_rewritten(outfit: MakeOutfit) -> None:
    result = mend(Source.from_bytes("猫".encode() + b"\xff\n"), "a.md", outfit(CAT))
    assert result.refusal is not None
    assert not result.changed


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("a.md")
    write_atomically(link, b"new", expected=b"old")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may")
def test_a_file_keeps_its_owner_and_the_mode_with_it(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    os.chown(file, 1000, 1001)
    file.chmod(0o4640)
    write_atomically(file, b"new")
    after = file.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1000, 1001, 0o4640)
    write_atomically(tmp_path / "new.md", b"new")
    assert (tmp_path / "new.md").stat().st_uid == os.geteuid()


@needs_owners
def test_who_may_not_give_a_file_away_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refused)
    (tmp_path / "a.md").write_bytes(b"old")
    write_atomically(tmp_path / "a.md", b"new")
    assert (tmp_path / "a.md").read_bytes() == b"new"


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"someone else")
    with pytest.raises(Changed):
        write_atomically(file, b"new", expected=b"old")
    assert file.read_bytes() == b"someone else"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_a_read_only_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        write_atomically(file, b"new")


@pytest.mark.parametrize(
    "step", ["fsync", pytest.param("chown", marks=needs_owners), "chmod", "replace"]
)
def test_a_kill_at_any_step_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, killed)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


TEXTS = st.text(st.sampled_from("朝猫\n\r \u2028a"), max_size=30)


@given(before=TEXTS, after=TEXTS)
def test_git_takes_the_diff(
    tmp_path_factory: pytest.TempPathFactory, before: str, after: str
) -> None:
    folder = tmp_path_factory.mktemp("repo")
    name = "朝 の散歩.md"
    (folder / name).write_bytes(before.encode())
    patch = unified(before, after, name)
    if before == after:
        assert patch == ""
    else:
        subprocess.run(
            ["git", "apply", "--whitespace=nowarn", "-"],
            cwd=folder,
            input=patch.encode(),
            check=True,
        )
        assert (folder / name).read_bytes() == after.encode()
