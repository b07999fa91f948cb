"""Remembered expressions match as freshly compiled ones do, and nothing breaks without them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kouetsu.compiled import Memory

COMPILER = re._compiler  # type: ignore[attr-defined]
EXPRESSIONS = [
    (r"-{2,}\s*(?P<word>[A-Z]+)\s*-{2,}", 0),
    (r"[ぁ-んァ-ヴ一-龠]+?(?:です|ます)(?=。)", re.MULTILINE),
    (r"(?i:end)|(?<!猫)[^\W\d_]{3,}+", re.DOTALL),
    (r"(a)(b)?(?(2)c|d)", re.ASCII | re.IGNORECASE),
]
TEXT = "春です。--- END ---\n猫がいます。ABc abd ABC 2025年\n"


def memory(path: Path) -> Memory:
    return Memory(str(path), COMPILER._sre, COMPILER)


def spans(pattern: re.Pattern[str]) -> list[object]:
    return [(found.span(), found.groupdict(), found.groups()) for found in pattern.finditer(TEXT)]


@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_what_is_remembered_matches_alike(tmp_path: Path, expression: str, flags: int) -> None:
    fresh = re.compile(expression, flags)
    first = memory(tmp_path / "a" / "expressions")
    assert spans(first.compile(expression, flags)) == spans(fresh)
    first.save()
    again = memory(tmp_path / "a" / "expressions")
    again._data = None  # type: ignore[assignment] - nothing is compiled any more
    made = again.compile(expression, flags)
    assert spans(made) == spans(fresh)
    assert (made.flags, made.groups, made.groupindex) == (
        fresh.flags,
        fresh.groups,
        fresh.groupindex,
    )


@pytest.mark.parametrize("junk", [b"", b"\x80", b"not marshalled", b"(\x02\x00\x00\x00N"])
def test_a_broken_memory_is_none(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "expressions"
    path.write_bytes(junk)
    assert memory(path).compile("朝", 0).search("朝") is not None


def test_wrong_expressions_are_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        memory(tmp_path / "expressions").compile("(", 0)


def test_a_folder_that_can_not_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = memory(tmp_path / "file" / "expressions")
    kept.compile("朝", 0)
    kept.save()
