"""Display width, and carets that stand under what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.report.snippet import snippet
from kouetsu.report.width import cells, clipped, padded, safe, width
from kouetsu.spans import Span
from kouetsu.text.source import Source

# Characters whose width everybody agrees on, with that width.
KNOWN = {
    **dict.fromkeys("aZ0 ~é", 1),
    **dict.fromkeys("あ漢「。ｗ𩸽🐟", 2),
    "\u3099": 0,
    "\u0301": 0,
}
known = st.text(st.sampled_from(list(KNOWN)))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("か\u3099", 2),
        ("ｶﾞ", 2),
        ("葛\U000e0100", 2),
        ("①…—", 3),
        ("👨‍👩‍👧", 2),
        ("👍🏽", 2),
        ("👩🏽‍🚀です", 6),
        ("❤️", 2),
        ("1️⃣", 2),
        ("🇯🇵", 2),
        ("ㅎ한", 4),
        ("a\tb\tc", 9),
        ("あ\tb", 5),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("二\r\n行", "二␍␊行"),
        ("\x7f\x85", "␡<U+0085>"),
        ("a\u202eb", "a<U+202E>b"),
        ("零\u200b幅", "零<U+200B>幅"),
        ("\ud83d", "<U+D83D>"),
        ("字\u200d字", "字<U+200D>字"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(known)
def test_width_is_the_sum_of_known_widths(text: str) -> None:
    assert width(text) == sum(KNOWN[character] for character in text)


@given(st.text(), st.integers(1, 40))
def test_any_text_is_clipped_and_padded_to_its_columns(text: str, columns: int) -> None:
    assert len(cells(text)) == len(text)
    short = clipped(text, columns)
    assert width(short) <= columns
    assert width(padded(short, columns)) == columns


@given(known, known, known, st.integers(20, 60))
def test_carets_stand_under_the_span(before: str, part: str, after: str, room: int) -> None:
    text = before + part + after
    span = Span(len(before), len(before) + len(part))
    shown = snippet(Source.from_text(text), span, room)
    assert width(shown.text) <= room
    assert shown.indent + shown.length <= max(width(shown.text), shown.indent + 1)
    if width(text) <= room and part and KNOWN[part[0]]:
        assert shown.text == text
        assert shown.indent == width(before)
        assert shown.length == width(part)


def test_a_line_that_fits_is_shown_whole_though_its_span_fills_it() -> None:
    text = "00000" + "。" * 7
    assert snippet(Source.from_text(text), Span(0, len(text)), 20).text == text


@given(st.text(st.sampled_from("あa"), max_size=200), st.text(st.sampled_from("あa"), max_size=200))
def test_a_cut_line_still_shows_what_is_meant(before: str, after: str) -> None:
    text = f"{before}魚Z{after}"
    shown = snippet(Source.from_text(text), Span(len(before), len(before) + 2), 40)
    at, column = 0, 0
    while column < shown.indent:
        column += width(shown.text[at])
        at += 1
    assert column == shown.indent
    assert shown.text[at : at + 2] == "魚Z"
    assert shown.length == 3
    assert shown.text.removeprefix("…").removesuffix("…") in text
    assert ("…" in shown.text) == (width(text) > 40)


@given(st.text(), st.integers(0, 60), st.integers(0, 60), st.integers(20, 60))
def test_any_span_can_be_shown(text: str, start: int, size: int, room: int) -> None:
    source = Source.from_text(text)
    shown = snippet(source, Span(start, start + size), room)
    assert width(shown.text) <= max(room, 12)
    assert shown.length >= 1
    assert "\n" not in shown.text
    assert 1 <= shown.line <= shown.last_line <= source.line_count


def test_a_line_of_megabytes_is_cut_at_once() -> None:
    source = Source.from_text("魚が跳ねる。" * 500_000)
    for start in range(0, 2_000_000, 1000):
        assert width(snippet(source, Span(start, start + 2), 80).text) <= 80


@pytest.mark.parametrize("before", ["", "前の文がここにあります。"])
@pytest.mark.parametrize("after", ["", "後の文。"])
def test_a_span_wider_than_the_terminal_shows_both_its_ends(before: str, after: str) -> None:
    part = "はじまりの言葉から" + "長い" * 40 + "おわりの言葉まで"
    text = before + part + after
    shown = snippet(Source.from_text(text), Span(len(before), len(before + part)), 60)
    assert width(shown.text) <= 60
    meant = shown.text[len(shown.text) - len(shown.text.lstrip("…")) :]
    assert "はじまりの言葉" in shown.text
    assert "言葉まで" in shown.text
    assert "…" in meant
    assert shown.indent + shown.length == width(shown.text.removesuffix("…" if after else ""))


def test_a_cut_at_the_end_of_a_span_is_seen_though_much_stands_before_it() -> None:
    text = "前の文がここにあります。" * 5 + "切れた文のなかほどにある言葉の途中"
    start = text.index("切れた")
    shown = snippet(Source.from_text(text), Span(start, len(text)), 60)
    assert shown.text.endswith("言葉の途中")
