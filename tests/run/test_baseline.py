"""The baseline: what it forgives, what it outlives, how it shrinks."""

from __future__ import annotations

from pathlib import Path

import pytest

from kouetsu.errors import ConfigError
from kouetsu.findings import Diagnostic, Severity, Text
from kouetsu.run.baseline import Baseline, key_of, known, of, read, updated, write
from kouetsu.spans import Span

A, B, C = ("a.md", ("cat", "猫")), ("b.md", ("cat", "猫")), ("c.md", ("cat", "猫"))
DOG = ("a.md", ("dog", "犬"))


@pytest.mark.parametrize(
    ("entries", "found", "expected"),
    [
        ([A, DOG], [DOG, A], [True, True]),
        ([A], [A, A], [True, False]),
        ([A, A], [A, A, A], [True, True, False]),
        ([A], [C], [True]),  # renamed
        ([A, B], [A, A, C], [True, False, True]),  # b.md was renamed, a.md has a new one
        ([A, B], [C, B, A], [False, True, True]),  # the path decides between equals
        ([A, B], [C, B], [True, True]),
        ([], [A], [False]),
    ],
)
def test_entries_serve_once_their_own_path_first(entries, found, expected) -> None:
    assert known(of(entries), found) == expected


LONG = (
    "裏山の小道は、三月の終わりにいちばん賑やかになります。"
    "朝は鳥の声がよく通り、道の両側に花が咲きます。"
)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        (LONG.replace("道の両側に", "道の両がわにに"), True),  # a typo within a long passage
        (LONG + "夜は冷えます。", True),
        (LONG.replace("、三月", "、\n三月"), True),
        (LONG.replace("裏山", "里山"), False),
        ("里の小道です。", False),
    ],
)
def test_a_passage_is_known_by_its_beginning(text: str, same: bool) -> None:
    assert (key(text) == key(LONG)) is same


def test_the_text_of_an_entry_is_readable() -> None:
    assert key("駅の 前の。") == ("cat", "駅の前の。")
    assert key(LONG) == ("cat", LONG[:40] + "…")


def key(text: str) -> tuple[str, str]:
    found = Diagnostic(
        path="a.md",
        rule="cat",
        group="words",
        severity=Severity.ERROR,
        span=Span(0, len(text)),
        message=Text("", ""),
    )
    return key_of(found, text)


def test_it_is_written_one_entry_a_line_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    baseline = of([B, A, DOG])
    write(baseline, file)
    assert read(file) == baseline
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[3] == '    {"rule": "cat", "text": "猫", "paths": {"a.md": 1, "b.md": 1}},'
    assert len(lines) == 7


def test_it_shrinks_and_grows_only_when_told() -> None:
    old = of([A, DOG])
    update = updated(old, [A, C], (), grow=False)
    assert (update.gone, update.new) == (1, 1)
    assert update.baseline == of([A])
    assert updated(old, [A, C], (), grow=True).baseline == of([A, C])


def test_posts_that_were_not_checked_keep_their_entries() -> None:
    update = updated(of([A, B]), [], ["b.md"], grow=False)
    assert update.baseline == of([B])
    assert update.gone == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"version": 99, "entries": []}', "newer kouetsu"),
        ('{"version": 1, "entries": [}', ":1:28: the baseline is not JSON"),
        ("<<<<<<< HEAD\n", ":1:1: the baseline is not JSON"),
        ("[]", "not a baseline"),
        ('{"version": 1, "entries": [{"rule": "cat"}]}', "not a baseline"),
        ('{"version": 1, "entries": [{"rule": "a", "text": "", "paths": 3}]}', "not a baseline"),
        pytest.param("[" * 100_000, "not a baseline", id="deep"),
    ],
)
def test_a_file_that_is_none_is_one_line(tmp_path: Path, content: str, expected: str) -> None:
    file = tmp_path / "known.json"
    file.write_text(content)
    with pytest.raises(ConfigError) as caught:
        read(file)
    assert expected in caught.value.text.en
    assert "\n" not in caught.value.text.en


def test_an_empty_one_is_written_readably(tmp_path: Path) -> None:
    write(Baseline(), tmp_path / "known.json")
    assert read(tmp_path / "known.json") == Baseline()
