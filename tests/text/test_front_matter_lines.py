"""The quick reading of plain YAML line by line agrees with a complete parser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kouetsu.text.yaml_lines import read_lines, salvage
from kouetsu.text.yaml_nodes import Reading, read_with_ruamel, read_yaml

ATOMS = st.sampled_from(
    [
        *("a", "b_c", "題", "𠮷", "が", "1", "2025-01-02", "true", "null", "-", "- ", ":", ": "),
        *("#", " #", " # c", '"', "'", '"x"', "'y'", "''", "[", "]", ", ", ",", "{", "}", "&", "*"),
        *("!", "|", ">", "%", "@", "`", "?", "? ", "=", "<<", "~", "\\", "\t", " ", "\n", "\r\n"),
        *("\r", "\n- ", "\n  - ", "\nkey: ", "\nkey:", "\n  ", "\n\n", "…", "。", "\x85", "\u2028"),
        *("\x00", "\ufeff", "http://x.y/#z", "a:b", "é", "---", "..."),
    ]
)
YAML = st.lists(ATOMS, max_size=14).map(lambda parts: "key: " + "".join(parts))


@given(YAML | st.lists(ATOMS, max_size=14).map("".join), st.integers(0, 9))
def test_what_both_can_read_is_read_alike(text: str, offset: int) -> None:
    quick = read_lines(text, offset)
    if quick is not None:
        assert read_with_ruamel(text, offset) == Reading(quick)


def test_common_front_matter_is_read_quickly() -> None:
    text = """layout: post
title: "川べりの一日: 春"   # 注
date: 2025-05-01 10:00:00 +0900
tags: [川, "魚, 鮎", 'x']
categories:
  - 散歩
  - "記録"
url: https://example.org/#a
empty:

# 注
draft: false
"""
    quick = read_lines(text)
    assert quick is not None
    assert read_yaml(text).node == quick
    assert [entry.key.text for entry in quick.entries][-1] == "draft"


def test_broken_yaml_still_gives_its_lines() -> None:
    text = 'title: 春: 夏\n**date:** 2025-05-01\ntags：[a]\nbad: "x\n'
    node = salvage(text, 4)
    assert node is not None
    values = {entry.key.text: entry.value for entry in node.entries}
    title = values["title"]
    assert title is not None
    assert text[title.span.start - 4 : title.span.end - 4] == "春: 夏"
    assert list(values) == ["title", "date", "tags", "bad"]
