"""Which posts the arguments of a command line stand for."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from word_rules import MakeOutfit

from kouetsu.errors import UsageError
from kouetsu.run.config import Config
from kouetsu.run.discover import discover
from kouetsu.run.plan import LeftOut


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in (
        "README.md",
        "_posts/b.md",
        "_posts/a.markdown",
        "_posts/deep/c.mdx",
        "_posts/notes.txt",
        "_drafts/d.md",
        ".github/hidden.md",
        "node_modules/other.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("朝。\n", encoding="utf-8")
    return tmp_path


EVERYTHING = ["README.md", "_drafts/d.md", "_posts/a.markdown", "_posts/b.md", "_posts/deep/c.mdx"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], EVERYTHING),
        (["."], EVERYTHING),
        (["_posts/b.md", "./_posts/b.md"], ["_posts/b.md"]),
        (["_posts"], ["_posts/a.markdown", "_posts/b.md", "_posts/deep/c.mdx"]),
        (["_posts/*.md"], ["_posts/b.md"]),
        (["**/*.md"], ["README.md", "_drafts/d.md", "_posts/b.md"]),
        (["_posts/notes.txt"], ["_posts/notes.txt"]),
        ([".github"], [".github/hidden.md"]),
    ],
)
def test_arguments_are_files_folders_and_patterns(
    site: Path, outfit: MakeOutfit, arguments: list[str], expected: list[str]
) -> None:
    assert discover(arguments, outfit()).posts == expected


def config(site: Path, **more: object) -> Config:
    return Config(root=str(site), **more)  # type: ignore[arg-type]


def test_posts_and_exclude_hold_for_files_given_by_hand(site: Path, outfit: MakeOutfit) -> None:
    made = outfit(config=config(site, posts=("_posts/**",), exclude=("_posts/deep/",)))
    found = discover(["README.md", "_posts/b.md", "_posts/deep/c.mdx"], made)
    assert found.posts == ["_posts/b.md"]
    assert found.left_out == {"README.md": LeftOut.POSTS, "_posts/deep/c.mdx": LeftOut.EXCLUDE}
    assert found.by_hand == ["README.md", "_posts/deep/c.mdx"]
    assert discover(["README.md"], made, no_exclude=True).posts == ["README.md"]
    assert discover([], made).posts == ["_posts/a.markdown", "_posts/b.md"]


def test_without_paths_the_site_is_found_from_a_folder_within(
    site: Path, outfit: MakeOutfit, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = outfit(config=config(site, posts=("_posts/*.md",)))
    monkeypatch.chdir(site / "_drafts")
    assert discover([], made).posts == ["../_posts/b.md"]


def test_a_post_is_one_post_by_whichever_way_it_is_named(
    site: Path, outfit: MakeOutfit, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site / "_posts"
    monkeypatch.chdir(folder)
    names = ["b.md", "./b.md", "../_posts/b.md", str(folder / "b.md"), "../../" + site.name]
    found = discover(names, outfit(config=config(site, posts=("_posts/b.md",))))
    assert found.posts == ["b.md"]


@pytest.mark.parametrize("argument", ["nowhere.md", "nowhere/", "_posts/*.html", "none/*.md"])
def test_what_is_not_there_is_a_usage_error(site: Path, outfit: MakeOutfit, argument: str) -> None:
    with pytest.raises(UsageError):
        discover([argument], outfit())


def test_links_that_lead_round_in_circles_end(site: Path, outfit: MakeOutfit) -> None:
    for name in ("one", "two"):
        (site / "_posts" / name).symlink_to(site, target_is_directory=True)
    (site / "_posts" / "self.md").symlink_to("self.md")
    found = discover(["_posts"], outfit())
    assert "_posts/b.md" in found.posts
    assert len(found.posts) < 15


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("link/../b.md", ["_posts/b.md"]),
        ("./link//.././b.md", ["_posts/b.md"]),
        ("link/../*.md", ["_posts/b.md"]),
        ("link/..", ["_posts/a.markdown", "_posts/b.md", "_posts/deep/c.mdx"]),
        ("link/../../README.md", ["README.md"]),
        ("_posts/deep/../b.md", ["_posts/b.md"]),
        ("link/c.mdx", ["link/c.mdx"]),
    ],
)
def test_the_folder_above_a_link_is_that_of_its_target(
    site: Path, outfit: MakeOutfit, argument: str, expected: list[str]
) -> None:
    (site / "link").symlink_to("_posts/deep", target_is_directory=True)
    (site / "b.md").write_text("別の記事。\n", encoding="utf-8")
    assert discover([argument], outfit()).posts == expected
    assert discover([str(site / "_posts" / ".." / argument)], outfit()).posts == expected


def test_an_unreadable_folder_is_told(
    site: Path, outfit: MakeOutfit, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = discover(["_posts"], outfit())
    assert [(path, why.en) for path, why in found.unreadable] == [
        ("_posts/deep", "permission denied")
    ]


def test_composed_and_decomposed_names_are_one(site: Path, outfit: MakeOutfit) -> None:
    composed = unicodedata.normalize("NFC", "_posts/ガイド.md")
    decomposed = unicodedata.normalize("NFD", composed)
    (site / decomposed).write_text("朝。\n", encoding="utf-8")
    made = outfit(config=config(site, posts=(composed,)))
    assert discover([composed], made).posts == [decomposed]
    assert discover([], made).posts == [decomposed]
