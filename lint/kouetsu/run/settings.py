"""A YAML file of ours as plain values that know where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from kouetsu.errors import ConfigError
from kouetsu.findings import Text
from kouetsu.text.nodes import Node, Problem, Scalar, SequenceNode, duplicates
from kouetsu.text.source import starts_of_lines
from kouetsu.text.yaml_errors import UNREADABLE
from kouetsu.text.yaml_nodes import read_yaml

WORDS = {
    "too-large": Text("大きすぎます（{limit} KiB まで）", "too large ({limit} KiB at most)"),
    "too-deep": Text("入れ子が深すぎます", "nested too deeply"),
    "too-many-aliases": Text("エイリアスの展開が大きすぎます", "aliases (*) expand too far"),
    "unknown-alias": Text(
        "「*{name}」が参照する名前がありません（パターンなら引用符で囲んでください）",
        "“*{name}” refers to no name before it; put a pattern in quotes",
    ),
    "second-document": Text(
        "「---」で区切られた文書が二つ以上あります", "“---” begins a second document"
    ),
    "key-not-text": Text("キーが文字列ではありません", "a key that is not a string"),
    "duplicate-key": Text("キー「{name}」が重複しています", "the key “{name}” stands twice"),
}
"""What a configuration's YAML is refused for, beside what no parser reads."""


class Setting(Struct, frozen=True):
    """A scalar, a list of settings or a dict of settings, with its offset in the text."""

    data: Any
    offset: int
    keys: dict[str, int] | None = None
    """Offsets of the keys of a mapping."""

    @property
    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.data, dict):
            return {key: node.plain for key, node in self.data.items()}
        if isinstance(self.data, list):
            return [node.plain for node in self.data]
        return self.data

    def items(self) -> Iterator[tuple[str, int, Setting]]:
        """Key, offset of the key and value of each entry."""
        for key, node in self.data.items():
            yield key, (self.keys or {})[key], node


class ConfigMistake(Exception):  # noqa: N818 - what it is, which `located` turns into a ConfigError
    """Something wrong at an offset."""

    def __init__(self, offset: int, ja: str, en: str) -> None:
        super().__init__(en)
        self.offset, self.ja, self.en = offset, ja, en


def located(mistake: ConfigMistake, text: str, path: str) -> ConfigError:
    """The mistake as one line that begins with its place."""
    starts = starts_of_lines(text)
    line = bisect_right(starts, mistake.offset)
    column = mistake.offset - starts[line - 1] + 1
    place = f"{path}:{line}:{column}: "
    return ConfigError(place + mistake.ja, place + mistake.en)


def parse(text: str) -> Setting | None:
    """The document as settings, ``None`` when it is empty; raises ``ConfigMistake``."""
    reading = read_yaml(text)
    for problem in reading.problems:
        raise _mistake(problem)
    for _, key in duplicates(reading.node):
        raise _mistake(Problem(key.span, "duplicate-key", {"name": key.text[:80]}))
    return None if reading.node is None else _setting(reading.node)


def _mistake(problem: Problem) -> ConfigMistake:
    if problem.key == "yaml-error":
        ja, en = "YAML として読めません", "not YAML"
        detail = problem.values["detail"]
        if isinstance(detail, Text) and detail is not UNREADABLE:
            ja, en = f"{ja}（{detail.ja}）", f"{en} ({detail.en})"
        return ConfigMistake(problem.span.start, ja, en)
    ja, en = (each.format(**problem.values) for each in WORDS[problem.key])
    return ConfigMistake(problem.span.start, ja, en)


def _setting(node: Node) -> Setting:
    start = node.span.start
    if isinstance(node, Scalar):
        # a date is text to JSON Schema, and msgspec makes one of it where an option is one
        return Setting(node.text if isinstance(node.value, date) else node.value, start)
    if isinstance(node, SequenceNode):
        return Setting([_setting(item) for item in node.items], start)
    data = {
        entry.key.text: Setting(None, entry.span.end)
        if entry.value is None
        else _setting(entry.value)
        for entry in node.entries
    }
    return Setting(data, start, {entry.key.text: entry.key.span.start for entry in node.entries})
