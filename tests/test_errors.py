"""What an unforeseen exception tells."""

from __future__ import annotations

from pathlib import Path

import pytest

import kouetsu
from kouetsu.errors import story

BESIDE = Path(kouetsu.__file__).parent.with_name("kouetsu_tone")


@pytest.mark.parametrize(
    ("file", "place"),
    [
        (BESIDE / "tired.py", " (tired.py, line 1)"),  # a plugin installed beside the engine
        (BESIDE.with_name("kouetsu") / "cli.py", ""),
        ("<string>", ""),
    ],
)
def test_the_place_is_told_where_the_code_is_not_ours(file: str | Path, place: str) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile("1 / 0", file, "exec"))
    error = raised.value
    assert error.__traceback__ is not None
    error.__traceback__ = error.__traceback__.tb_next  # without this test
    assert story(error) == f"ZeroDivisionError: division by zero{place}"
