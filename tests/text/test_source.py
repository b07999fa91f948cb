from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.spans import Span
from kouetsu.text.source import Position, Source


def test_a_bom_is_remembered_and_is_no_text() -> None:
    source = Source.from_bytes("\ufeff春".encode())
    assert source.text == "春"
    assert source.has_bom
    assert source.encode("夏") == "\ufeff夏".encode()


@pytest.mark.parametrize(
    ("text", "newline"), [("a\nb", "\n"), ("a\r\nb\n", "\r\n"), ("a\rb", "\r"), ("a", "\n")]
)
def test_the_newline_style_is_that_of_the_first_line(text: str, newline: str) -> None:
    assert Source.from_text(text).newline == newline


def test_only_lf_crlf_and_cr_end_a_line() -> None:
    source = Source.from_text("一\u2028一\u0085一\x0c一\r\n二\r三\n四")
    assert source.line_count == 4
    assert source.position(source.text.index("三")) == Position(3, 1)


def test_a_line_span_leaves_the_newline_out() -> None:
    source = Source.from_text("春は\r\n夏は")
    assert source.line_span(1) == Span(0, 2)
    assert source.line_span(2) == Span(3, 5)


def test_rules_read_lines_that_end_in_lf() -> None:
    source = Source.from_text("春は\r\nあけぼの\r夏は\n夜")
    assert source.text == "春は\nあけぼの\n夏は\n夜"
    assert source.written == "春は\r\nあけぼの\r夏は\n夜"
    assert source.newlines == ("\r\n", "\r", "\n")


@given(st.text(alphabet="a春\r\n\u2028🍣", max_size=40))
def test_an_offset_in_the_file_has_the_same_text_before_it(text: str) -> None:
    source = Source.from_text(text)
    for offset in range(len(source.text) + 1):
        before = source.written[: source.in_file(offset)]
        assert Source.from_text(before).text == source.text[:offset]
        assert not (before.endswith("\r") and source.written[len(before) :].startswith("\n"))


def test_undecodable_bytes_are_replaced_and_named() -> None:
    source = Source.from_bytes("春".encode() + b"\xff\xfe" + "夏".encode() + b"\x80")
    assert source.text == "春\ufffd\ufffd夏\ufffd"
    assert source.undecodable == (Span(1, 3), Span(4, 5))


def test_a_cut_character_is_undecodable() -> None:
    source = Source.from_bytes("春夏".encode()[:-1])
    assert [source.text[span.start : span.end] for span in source.undecodable] == ["\ufffd\ufffd"]


@given(st.text())
def test_sound_bytes_come_back_unchanged(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    source = Source.from_bytes(raw)
    assert source.encode(source.written) == raw


@given(st.text(alphabet="a春\r\n\u2028🍣", max_size=40))
def test_every_offset_has_one_position_and_lines_cover_the_text(text: str) -> None:
    source = Source.from_text(text)
    for offset in range(len(source.text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
    assert (
        "".join(
            source.text[start : (*source.line_starts, len(source.text))[number + 1]]
            for number, start in enumerate(source.line_starts)
        )
        == source.text
    )


@given(st.binary(max_size=60))
def test_arbitrary_bytes_never_raise(raw: bytes) -> None:
    source = Source.from_bytes(raw)
    assert all(set(source.text[start:end]) == {"\ufffd"} for start, end in source.undecodable)


def test_another_encoding_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[bytes] = []
    monkeypatch.setattr("kouetsu.text.source._encoding_of", looked.append)
    sound, bad = Source.from_text("春"), Source.from_bytes(b"spring\xff")
    for _ in range(3):
        assert sound.other_encoding is bad.other_encoding is None
        assert not sound.is_binary
        assert not bad.is_binary
    assert looked == [bad.raw]


@given(st.text(alphabet="a春🍣\ud800\n", max_size=40), st.integers(1, 5))
def test_units_are_counted_from_any_step(text: str, step: int) -> None:
    def units(part: str) -> int:
        return len(part.encode("utf-16-le", "surrogatepass")) // 2

    source = Source(b"", text, False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kouetsu.text.source.STEP", step)
        for offset in range(len(text) + 1):
            assert source.units_before(offset, units) == units(text[:offset])
