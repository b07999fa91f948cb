"""Arguments that name no post: what a user is told, in one line on standard error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def run(kouetsu):
    return lambda *arguments: kouetsu(*arguments, "--lang", "en", only_cats=False)


@pytest.fixture
def folder(site: Path) -> Path:
    (site / "kouetsu.yaml").write_text(
        'posts: ["_posts/**"]\nexclude: ["_posts/old/"]\n', encoding="utf-8"
    )
    (site / "_posts/old").mkdir(parents=True)
    for name in ("README.md", "LICENSE.md", "_posts/old/a.md"):
        (site / name).write_text("朝。\n", encoding="utf-8")
    (site / "pictures").mkdir()
    return site


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["README.md"], "README.md: not checked (not in posts “_posts/**” of kouetsu.yaml); "),
        (["README.md", "LICENSE.md"], "2 files: not checked (not in posts "),
        (["_posts/old/a.md"], "(in exclude “_posts/old/” of kouetsu.yaml); --no-exclude checks"),
        (["README.md", "_posts/old/a.md"], "(1 not in posts “_posts/**” of kouetsu.yaml, 1 in ex"),
        (["pictures"], "pictures: no posts (.md, .markdown, .mdx) in there"),
    ],
)
def test_the_reason_is_told(run, folder: Path, arguments: list[str], told: str) -> None:
    ran = run(*arguments)
    assert ran.code == 0
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1


def test_without_paths_the_patterns_are_named(run, folder: Path) -> None:
    (folder / "kouetsu.yaml").write_text("preset: zenn\n", encoding="utf-8")
    assert "no file matches posts “articles/*.md" in run().err


@pytest.mark.parametrize("name", ["_config.yml", "picture.PNG"])
def test_settings_and_pictures_are_no_posts(run, site: Path, name: str) -> None:
    (site / name).write_bytes(b"title: x\n")
    ran = run(name)
    assert f"{name}: not checked (not Markdown); --no-exclude checks anyway" in ran.err
    assert "1 post" in run(name, "--no-exclude").out


def test_a_binary_file_is_one_finding(run, site: Path) -> None:
    (site / "x.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4)
    ran = run("x.md")
    assert ran.out.splitlines() == [
        "x.md:1:1 error undecodable-file this is a binary file, such as a picture, not text",
        "",
        "1 finding (1 error) in 1 of 1 post",
    ]


def test_a_text_in_another_encoding_is_one_finding(run, site: Path) -> None:
    text = "朝の空気がが冷たい。\n\n---END---\n\nですいます。\n"
    (site / "x.md").write_bytes(text.encode("cp932"))
    ran = run("x.md", "--format", "unix")
    assert "Shift_JIS" in ran.out
    assert len(ran.out.splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(run, site: Path) -> None:
    os.mkfifo(site / "pipe.md")
    assert "can't be read (not a regular file)" in run("pipe.md").out


def test_a_misspelt_command_is_no_missing_path(run, kouetsu, site: Path) -> None:
    assert "did you mean “check”?" in kouetsu("chekc", "--lang", "en", only_cats=False).err
    assert kouetsu("nowhere", "--lang", "en", only_cats=False).err == (
        "kouetsu: nowhere: no such file or folder\n"
    )
