"""Which fixes apply together, and the text after them."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.findings import Edit
from kouetsu.run.edits import applied, compatible, edited, in_turn, is_sound, spliced
from kouetsu.spans import Span
from kouetsu.text.source import Source, with_newline

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
    assert applied(Source.from_text(TEXT), fixes).text == text


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


@given(anything, anything)
def test_rounds_of_fixes_are_one_set_of_edits(one: list[Fixed], other: list[Fixed]) -> None:
    first = [edit for each in compatible(one) for edit in each.edits if edit.span.end <= 10]
    between = spliced(TEXT, first)
    then = [edit for each in compatible(other) for edit in each.edits]
    second = [edit for edit in then if edit.span.end <= len(between)]
    both = in_turn(first, between, second)
    assert is_sound(both)
    assert spliced(TEXT, both) == spliced(between, second)


def test_edits_apart_from_each_other_stay_apart() -> None:
    first = fix((0, 1, "ab"), (9, 10, "")).edits
    both = in_turn(first, spliced(TEXT, first), fix((1, 2, "c"), (5, 6, "d")).edits)
    assert both == list(fix((0, 1, "ac"), (4, 5, "d"), (9, 10, "")).edits)


def test_twenty_thousand_edits_take_a_moment() -> None:
    text = "0123456789" * 20_000
    edits = [Edit(Span(at, at + 1), "ab") for at in range(0, len(text), 10)]
    began = time.process_time()
    after = spliced(text, edits)
    both = in_turn(edits, after, [Edit(Span(at, at), "c") for at in range(5, len(after), 11)])
    assert time.process_time() - began < 3
    assert len(both) == 40_000


lines = st.lists(st.tuples(st.text("a春", max_size=3), st.sampled_from(["\n", "\r\n"])), max_size=6)


@given(lines, anything)
def test_what_no_edit_touches_keeps_its_bytes(written: list[tuple[str, str]], fixes: list) -> None:
    source = Source.from_text("".join(text + newline for text, newline in written))
    size = len(source.text)
    fit = [fix for fix in compatible(fixes) if all(edit.span.end <= size for edit in fix.edits)]
    edits = sorted((edit for fix in fit for edit in fix.edits), key=lambda edit: edit.span)
    after = edited(source, edits)
    in_lines = [Edit(edit.span, with_newline(edit.text, "\n")) for edit in edits]
    assert after.text == spliced(source.text, in_lines)
    first, last = (edits[0].span.start, edits[-1].span.end) if edits else (size, size)
    assert after.written.startswith(source.written[: source.in_file(first)])
    assert after.written.endswith(source.written[source.in_file(last) :])


def test_what_is_new_ends_as_the_first_line_of_the_file_does() -> None:
    source = Source.from_text("朝\r\n昼\n夜\r\n")
    after = edited(source, [Edit(Span(2, 3), "昼\n夕"), Edit(Span(4, 6), "")])
    assert after.raw == "朝\r\n昼\r\n夕\n".encode()
