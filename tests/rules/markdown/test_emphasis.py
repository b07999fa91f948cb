"""The readers of emphasis: against the parser, against themselves, and on hostile input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kouetsu.api import Post, RuleOptions, Site, Source, Span
from kouetsu.preset import Flavor
from kouetsu.run.edits import applied
from kouetsu_rules.markdown.broken_emphasis import RULE
from kouetsu_rules.markdown.emphasis.delimiters import opens_friendly, opens_newer, read_commonmark
from kouetsu_rules.markdown.emphasis.kramdown import read_kramdown
from kouetsu_rules.markdown.emphasis.pairs import EVERY_READER, READERS, read_meant
from kouetsu_rules.markdown.emphasis.readings import Reading
from kouetsu_rules.markdown.emphasis.stretches import stretches

SIGNS = ["*", "**", "***", "あ", "語", "「", "」", "。", "（", "）", "a", "1", "%", " ", "、", "→"]
TEXTS = st.lists(st.sampled_from(SIGNS), min_size=3, max_size=18).map(
    lambda parts: f"語{''.join(parts)}終"
)


def _shown(text: str, reading: Reading) -> list[str]:
    return [text[pair.opening : pair.closing + pair.width] for pair in reading.pairs]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**「朝」**と", []),
        ("**「朝」**と**「昼」**で", ["**と**"]),
        ("**「朝」** と", ["**「朝」**"]),
        ("は**±3**で", []),
        ("***朝***と", ["***朝***", "**朝**"]),
        ("*朝**昼*", ["*朝**昼*"]),
    ],
)
def test_commonmark_reads_the_signs_by_what_stands_around_them(text: str, shown: list[str]) -> None:
    assert _shown(text, read_commonmark(text, opens_newer)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**「朝」**と", ["**「朝」**"]),
        ("朝**(a)**と", ["**(a)**"]),
        ("a**(b)**c", []),
        ("朝**😀**と", ["**😀**"]),
    ],
)
def test_the_amendment_takes_japanese_for_a_boundary(text: str, shown: list[str]) -> None:
    assert _shown(text, read_commonmark(text, opens_friendly)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**「朝」**と**「昼」**で", ["**「朝」**", "**「昼」**"]),
        ("**朝 **と", []),
        ("**朝\u3000**と", ["**朝\u3000**"]),
        ("**朝*と", ["**朝*"]),
        ("***朝***と", ["***朝***", "*朝*"]),
        ("_朝 **昼** 夜_", ["**昼**"]),
        ("a_b **c_d** e", ["**c_d**"]),
    ],
)
def test_kramdown_reads_the_signs_as_a_reader_does(text: str, shown: list[str]) -> None:
    assert _shown(text, read_kramdown(text)) == shown


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_commonmark_is_read_as_the_parser_reads_it(text: str) -> None:
    blocks = [block for block in Post.from_text(text).blocks if block.prose is not None]
    marks = blocks[0].prose.marks if blocks[0].prose else ()
    expected = sorted(mark.span for mark in marks if mark.kind in ("strong", "emphasis"))
    reading = read_commonmark(text, opens_newer)
    assert [Span(pair.opening, pair.closing + pair.width) for pair in reading.pairs] == expected


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(list(READERS)))
def test_a_fix_shows_its_pair_everywhere_and_keeps_the_text(text: str, flavor: Flavor) -> None:
    post = Post.from_text(text, site=Site(flavor=flavor))
    for finding in RULE.check(post, RuleOptions()):
        if finding.fix is None:
            continue
        fixed = applied(Source.from_text(text), [finding.fix]).written
        assert fixed.replace("*", "") == text.replace("*", "")
        inside = text[slice(*finding.span)].strip("*")
        start = finding.span.start
        pairs = [p for p in read_meant(fixed).pairs if start <= p.opening < finding.span.end]
        assert any(fixed[p.opening : p.closing].strip("*") in inside for p in pairs)
        assert any(all(read(fixed).shows(pair) for read in EVERY_READER) for pair in pairs)


@pytest.mark.parametrize(
    "text", ["**あ ", "**「あ」**は", "あ** *い", "*あ _い **う ", "*", "[**「あ」**は](u) "]
)
@pytest.mark.parametrize("flavor", READERS)
def test_a_hostile_line_ends_in_time(text: str, flavor: Flavor) -> None:
    post = Post.from_text(text * 5_000, site=Site(flavor=flavor))
    assert post.blocks
    start = time.process_time()
    list(RULE.check(post, RuleOptions()))
    assert time.process_time() - start < 3


def test_what_is_no_prose_keeps_its_edges_alone() -> None:
    post = Post.from_text("**`a*b`**と[**「朝」**](u*v)と&amp;*\n\n| a |\n|---|\n| **語** `*` |\n")
    filled = [stretch.text.replace("\ue000", "■") for stretch in stretches(post)]
    assert filled == ["**「朝」**", "**`■■■`**と[■■■■■■■■■■■■)と&■■■;*", "**語** `■`"]
