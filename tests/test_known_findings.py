"""``kouetsu baseline`` and ``--baseline``: what is known, is so in every folder of a site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

NAME = "kouetsu-baseline.json"


@pytest.fixture
def folders(site: Path) -> Path:
    """A site with a baseline, and an old finding in ``a/x.md`` and ``b/y.md``."""
    (site / "kouetsu.yaml").write_text(f"baseline: {NAME}\n", encoding="utf-8")
    (site / "a.md").unlink()
    (site / "b.md").unlink()
    for name, text in (("a/x.md", "猫が鳴く。\n"), ("b/y.md", "猫が来る。\n")):
        (site / name).parent.mkdir()
        (site / name).write_text(text, encoding="utf-8")
    entry = {"rule": "cat", "text": "猫", "paths": {"a/x.md": 1, "b/y.md": 1}}
    (site / NAME).write_text(json.dumps({"version": 1, "entries": [entry]}), encoding="utf-8")
    return site


def entries(site: Path) -> object:
    return json.loads((site / NAME).read_text(encoding="utf-8"))["entries"]


@pytest.mark.parametrize("folder", ["a", "."])
def test_an_update_from_a_folder_within_takes_nothing_of_the_others(
    kouetsu, folders: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    before = entries(folders)
    monkeypatch.chdir(folders / folder)
    ran = kouetsu("baseline", "--lang", "en")
    assert (ran.code, ran.err.rpartition(": ")[2]) == (0, "0 gone, 0 added, 2 in all\n")
    assert entries(folders) == before
    (folders / "a" / "x.md").write_text("朝。\n", encoding="utf-8")
    assert "1 gone, 0 added, 1 in all" in kouetsu("baseline", "--lang", "en").err
    assert entries(folders) == [{"rule": "cat", "text": "猫", "paths": {"b/y.md": 1}}]


def test_it_is_written_alike_from_every_folder(
    kouetsu, folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries(folders)
    (folders / NAME).unlink()
    monkeypatch.chdir(folders / "a")
    kouetsu("baseline", "..")
    assert entries(folders) == before


@pytest.mark.parametrize(("folder", "path"), [(".", "a/x.md"), ("a", "x.md"), ("b", "../a/x.md")])
def test_an_entry_forgives_no_other_post_that_is_there(
    kouetsu, folders: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str
) -> None:
    monkeypatch.chdir(folders / folder)
    assert kouetsu(path).code == 0
    (folders / "a" / "x.md").write_text("猫と猫。\n", encoding="utf-8")
    ran = kouetsu(path, "--lang", "en")
    assert ran.code == 1
    assert "1 finding (1 error) in 1 of 1 post, besides 1 in the baseline" in ran.out
    (folders / "b" / "y.md").unlink()
    assert kouetsu(path).code == 0


@pytest.mark.parametrize("narrowing", [("--select", "typos"), ("--ignore", "all")])
def test_rules_that_did_not_run_keep_their_entries(
    kouetsu, folders: Path, narrowing: tuple[str, str]
) -> None:
    before = entries(folders)
    ran = kouetsu("baseline", *narrowing, "--lang", "en", only_cats=False)
    assert "0 gone, 0 added, 2 in all\n" in ran.err
    assert ran.err.endswith("2 findings of rules that did not run stay\n")
    assert entries(folders) == before


def test_the_entries_of_a_plugin_that_is_not_loaded_stay(kouetsu, folders: Path) -> None:
    known = json.loads((folders / NAME).read_text(encoding="utf-8"))
    known["entries"][0]["rule"] = "dog"
    (folders / NAME).write_text(json.dumps(known), encoding="utf-8")
    ran = kouetsu("baseline", "--lang", "en", "--allow-growth")
    assert "0 gone, 2 added, 4 in all\n" in ran.err
