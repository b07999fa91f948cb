"""Which fixes apply together, and the text after them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.findings import Edit
from kouetsu.run.edits import applied, compatible, is_sound
from kouetsu.spans import Span

TEXT = "0123456789"


@dataclass(frozen=True)
class Fixed:
    edits: tuple[Edit, ...]


def fix(*edits: tuple[int, int, str]) -> Fixed:
    return Fixed(tuple(Edit(Span(start, end), text) for start, end, text in edits))


@pytest.mark.parametrize(
    ("fixes", "text"),
    [
        ([], TEXT),
        ([fix((8, 10, "")), fix((0, 2, "あ"))], "あ234567"),
        ([fix((2, 4, "b")), fix((2, 6, "a"))], "01a6789"),
        ([fix((3, 5, "b")), fix((2, 4, "a"))], "01a456789"),
        ([fix((2, 4, "a")), fix((4, 6, "b"))], "01ab6789"),
        ([fix((4, 4, "a")), fix((4, 4, "b"))], "0123a456789"),
        ([fix((2, 4, "")), fix((4, 4, "a"))], "01456789"),
        ([fix((0, 1, ""), (9, 10, "")), fix((9, 10, "x"), (5, 6, "x"))], "12345678"),
        ([fix((2, 4, "a"), (4, 4, "b"), (4, 6, "c"))], "01abc6789"),
        ([fix((2, 4, "a"), (3, 5, "b"))], TEXT),
        ([fix()], TEXT),
    ],
)
def test_fixes_apply_by_position_whole_or_not_at_all(fixes: list[Fixed], text: str) -> None:
    assert applied(TEXT, fixes) == text


spans = st.tuples(st.integers(0, 10), st.integers(0, 4)).map(lambda at: Span(at[0], sum(at)))
edits = st.builds(Edit, spans, st.text(max_size=2))
anything = st.lists(st.lists(edits, max_size=3).map(lambda each: Fixed(tuple(each))), max_size=8)


@given(anything)
def test_chosen_fixes_never_overlap_and_a_left_one_does(fixes: list[Fixed]) -> None:
    chosen = compatible(fixes)
    taken = [(each, edit.span) for each in chosen for edit in each.edits]
    for one, span in taken:
        assert not any(span.overlaps(other) for each, other in taken if each is not one)
    for each in fixes:
        if each not in chosen and each.edits and is_sound(each.edits):
            assert any(edit.span.overlaps(span) for edit in each.edits for _, span in taken)
