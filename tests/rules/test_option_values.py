"""Values of options that are texts: what the configuration lets pass, no rule breaks on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import stock
from kouetsu.errors import ConfigError
from kouetsu.options import options_from
from kouetsu.rule import AnyRule
from kouetsu.run import config_reading
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry
from kouetsu.testing import found

POST = """---
title: 朝の市場
date: 2025-02-03 10:00:00
reading_time: 3
excerpt: 朝の市場を歩いて、魚と野菜の値段を一軒ずつ書きとめました。
---

朝の市場を歩いた。魚が安い。
"""
NONSENSE = ("", "x", "2025-13-45", "+99:00", "[", "\\", "０")


def _texts() -> Iterator[object]:
    for rule in stock.rules().values():
        for field in msgspec.structs.fields(rule.options):
            if not isinstance(field.default, int | float):
                yield pytest.param(rule, field.name, id=f"{rule.name}-{field.encode_name}")


@pytest.mark.parametrize(("rule", "name"), [*_texts()])
@pytest.mark.parametrize("nonsense", NONSENSE)
def test_no_rule_breaks_on_a_value_that_its_options_let_pass(
    rule: AnyRule, name: str, nonsense: str
) -> None:
    switched = {
        field.name: not field.default
        for field in msgspec.structs.fields(rule.options)
        if isinstance(field.default, bool)
    }
    path = "_posts/2025-02-03-market.md"
    for value in (nonsense, [nonsense]):
        try:
            options_from(rule.options, {name.replace("_", "-"): value})
        except msgspec.ValidationError:
            continue
        assert len(found(rule, POST, path=path, **switched, **{name: value})) < 3


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("front-matter-date: {today: 2025-13-45}", "today of front-matter-date is no date"),
        ("front-matter-date: {today: 45}", "should be a date (2025-04-01) or nothing"),
        ('front-matter-date: {fields: [""]}', "should have at least 1 characters"),
        ('replacement-artefact: {words: [""]}', "should have at least 1 characters"),
        ('excerpt-quality: {templates: [""]}', "should have at least 1 characters"),
        ('post-file-name: {generic-words: [""]}', "should have at least 1 characters"),
        ('reading-time: {keys: [""]}', "should have at least 1 characters"),
        ('stated-length: {keys: [""]}', "should have at least 1 characters"),
    ],
)
def test_a_value_that_means_nothing_is_a_located_mistake(
    tmp_path: Path, written: str, told: str
) -> None:
    path = tmp_path / "kouetsu.yaml"
    path.write_text(f"rules:\n  {written}\n", encoding="utf-8")
    plugins = load()
    with pytest.raises(ConfigError, match=r"kouetsu\.yaml:2:") as wrong:
        config_reading.read(path, Registry.of(plugins), plugins.presets())
    assert told in wrong.value.text.en
