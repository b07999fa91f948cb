"""Compiled expressions are kept between runs, and nobody can tell but by the clock."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu import compiled
from kouetsu.api import Pattern
from kouetsu.compiled import Store
from kouetsu.patterns import read_needs
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

NAMED = r"(?P<year>\d{4})年(?:(?P<month>\d\d?)月)?"
CASES = Path(__file__).parent / "cases"


def _store(folder: Path) -> Store:
    return Store(str(folder / "deep" / "expressions.bin"))


def _stock() -> list[Pattern]:
    assert Registry.of(load()).rules
    modules = [vars(module) for name, module in sys.modules.items() if "kouetsu_rules" in name]
    return [each for names in modules for each in names.values() if isinstance(each, Pattern)]


def test_what_one_run_compiled_the_next_one_reads(tmp_path: Path) -> None:
    first = _store(tmp_path)
    first.compile(NAMED, re.MULTILINE)
    first.needs_of(NAMED, 0, read_needs)
    first.save()

    second = _store(tmp_path)
    found = second.compile(NAMED, re.MULTILINE).search("記録は1987年4月から。")
    assert found is not None
    assert found.groupdict() == {"year": "1987", "month": "4"}
    assert second.needs_of(NAMED, 0, read_needs)[0] == (("年",),)
    assert not second.fresh


def test_processes_that_end_together_keep_what_each_compiled(tmp_path: Path) -> None:
    first, second = _store(tmp_path), _store(tmp_path)
    first.compile("春", 0)
    second.compile("秋", 0)
    first.save()
    second.save()
    assert {expression for expression, _ in _store(tmp_path).parts} == {"春", "秋"}


def test_a_kept_pattern_is_what_the_compiler_makes(tmp_path: Path) -> None:
    first = _store(tmp_path)
    lines = {line for file in CASES.glob("*.yaml") for line in file.read_text("utf-8").split("\n")}
    text = "\n".join(sorted(lines)[::9])
    patterns = _stock()
    assert len(patterns) > 200
    for pattern in patterns:
        first.compile(pattern.expression, pattern.flags)
    first.save()

    second = _store(tmp_path)
    for pattern in patterns:
        kept = second.compile(pattern.expression, pattern.flags)
        made = re.compile(pattern.expression, pattern.flags)
        assert (kept.pattern, kept.flags, kept.groups) == (made.pattern, made.flags, made.groups)
        assert dict(kept.groupindex) == dict(made.groupindex)
        assert [m.regs for m in kept.finditer(text)] == [m.regs for m in made.finditer(text)]
    assert not second.fresh


def test_a_wrong_expression_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        _store(tmp_path).compile("(春", 0)


def test_without_the_way_in_expressions_are_compiled_as_always(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "_parser", None)
    store = _store(tmp_path)
    assert store.compile(NAMED, 0).search("2003年") is not None
    assert not store.parts


def test_this_python_was_tried() -> None:
    assert compiled._sre.MAGIC in compiled.TRIED, "see what else fails here, then add it"


def test_with_a_matcher_that_nobody_tried_expressions_are_compiled_as_always(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _store(tmp_path)
    kept.compile(NAMED, 0)
    kept.save()
    monkeypatch.setattr(compiled, "TRIED", frozenset({1}))
    store = _store(tmp_path)
    assert store.compile(NAMED, 0).search("2003年") is not None
    assert store.compile("春", 0).search("早春") is not None
    assert ("春", 0) not in store.parts
    assert not store.fresh


def test_numbers_that_the_matcher_refuses_are_not_used(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.parts[(NAMED, 0)] = (0, b"\xff\xff\xff\xff" * 4, 2, (("year", 1), ("month", 2)))
    assert store.compile(NAMED, 0).search("2003年") is not None


def test_a_damaged_file_is_read_as_none(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.compile(NAMED, 0)
    store.save()
    content = bytearray(Path(store.path).read_bytes())
    content[40] ^= 1
    Path(store.path).write_bytes(content)
    assert not _store(tmp_path).parts


@given(st.binary(max_size=80))
def test_no_file_stops_a_run(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("store") / "expressions.bin"
    path.write_bytes(content)
    assert Store(str(path)).compile("春", 0).search("早春") is not None


def test_a_folder_that_cannot_be_written_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "deep").write_text("a file where the folder should be")
    store = _store(tmp_path)
    store.compile(NAMED, 0)
    store.save()


def test_what_cannot_be_kept_stops_no_run(tmp_path: Path) -> None:
    class Own(str):
        """An author's own kind of text."""

    store = _store(tmp_path)
    assert store.compile(Own("春"), 0).search("早春") is not None
    store.save()
    assert _store(tmp_path).compile("秋", 0).search("晩秋") is not None


@pytest.mark.parametrize(("name", "value"), [("FORMAT", 0), ("MAKERS", ("patterns.py",))])
def test_what_another_version_kept_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: object
) -> None:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path))
    path = compiled._path()
    monkeypatch.setattr(compiled, name, value)
    assert compiled._path() != path


def test_files_that_no_version_adds_to_any_more_are_deleted(tmp_path: Path) -> None:
    store = _store(tmp_path)
    folder = Path(store.path).parent
    folder.mkdir()
    old, young, other = (folder / name for name in ("expressions-1.bin", "expressions-2.bin", "a"))
    for file in (old, young, other):
        file.write_bytes(b"")
    for file in (old, other):
        os.utime(file, (0, 0))
    store.compile(NAMED, 0)
    store.save()
    assert {file.name for file in folder.iterdir()} == {"a", "expressions-2.bin", "expressions.bin"}


def test_an_old_file_that_cannot_be_deleted_stops_no_save(tmp_path: Path) -> None:
    store = _store(tmp_path)
    folder = Path(store.path).parent
    locked = folder / "expressions-1.bin"
    locked.mkdir(parents=True)
    old = folder / "expressions-2.bin"
    old.write_bytes(b"")
    for file in (locked, old):
        os.utime(file, (0, 0))
    store.compile(NAMED, 0)
    store.save()
    assert _store(tmp_path).parts
    assert not old.exists()


def test_beyond_its_bound_the_file_begins_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "MOST", 2)
    store = _store(tmp_path)
    for expression in "春夏秋":
        store.compile(expression, 0)
    store.save()
    assert not _store(tmp_path).parts
