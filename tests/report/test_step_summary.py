"""The tables of a step summary: worst first, nothing breaks out of a cell, never too large."""

from __future__ import annotations

import re

import samples

from kouetsu.report import CheckedPost, Report
from kouetsu.text.source import Source

GITHUB_TAKES = 1024 * 1024


def _posts(paths: list[str]) -> list[CheckedPost]:
    source = Source.from_text("朝。\n")
    return [
        CheckedPost(
            path,
            source,
            (samples.diagnostic(path, "doubled-word", samples.span("朝。", "朝"), "朝", "a"),),
        )
        for path in paths
    ]


def _written(paths: list[str]) -> str:
    posts = _posts(paths)
    return samples.written("markdown", Report(posts, samples.RULES, files=len(posts)))


def test_the_worst_post_and_rule_come_first() -> None:
    text = samples.written("markdown", samples.many())
    posts = re.findall(r"<code>posts/(\d+)\.md</code>", text)
    assert posts == sorted(posts, reverse=True)  # the thirtieth has thirty findings


def test_a_large_site_stays_below_what_github_takes() -> None:
    text = _written([f"posts/{'とても長い名前' * 30}-{number:05}.md" for number in range(9000)])
    assert len(text.encode()) < GITHUB_TAKES
    assert "行は省略しました" in text


def test_no_name_breaks_out_of_its_cell() -> None:
    text = _written(["a|b`c<img src=x>*d*\n|@team.md"])
    (row,) = [line for line in text.splitlines() if "team" in line]
    assert row.count("|") == 6
    assert "<img" not in row
    assert "@" not in row
