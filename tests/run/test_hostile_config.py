"""Configurations made to break the reader: each mistake is located and told in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from word_rules import plugins_of, word_rule

from kouetsu.errors import ConfigError
from kouetsu.run.baseline import read as read_baseline
from kouetsu.run.config import Config
from kouetsu.run.config_reading import read
from kouetsu.run.globs import Globs
from kouetsu.run.registry import Registry

ReadConfig = Callable[[str], Config]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadConfig:
    monkeypatch.chdir(tmp_path)
    registry = Registry.of(plugins_of(word_rule("cat", "猫")))

    def of(text: str) -> Config:
        (tmp_path / "kouetsu.yaml").write_bytes(text.encode())
        return read(tmp_path / "kouetsu.yaml", registry, {})

    return of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lang: ja\rselect:\r- dgo\r", "kouetsu.yaml:3:3: there is no rule or group “dgo”"),
        ("overrides:\n-\n", "no “paths” here"),
        ("overrides:\n- paths:\n", "no “paths” here"),
        ("posts: ['[z-a].md']\n", "kouetsu.yaml:1:9: not a pattern"),
        (f"posts: ['{'*a' * 40}']\n", "kouetsu.yaml:1:9: not a pattern"),
        ("rules: {words: {at-most: 1}}\n", "“words” is a group; options belong to a rule"),
        ('preset: "\\UFFFFFFFF"\n', "kouetsu.yaml:1:1: not YAML"),
        ("front-matter: {$ref: '#/nowhere'}\n", "a $ref to nowhere: #/nowhere"),
        ("front-matter: {$dynamicRef: '#nowhere'}\n", "a $ref to nowhere: #nowhere"),
        ("front-matter: {$ref: 'other.json'}\n", "a $ref out of the file is not followed"),
        ("front-matter: {$ref: '#'}\n", "a $ref in a circle: #"),
        ("front-matter: {properties: {a: {not: {$ref: '#/properties/a'}}}}\n", "in a circle"),
        ("front-matter: {allOf: [{$ref: '#'}]}\n", "a $ref in a circle: #"),
    ],
)
def test_a_mistake_is_one_located_line(config: ReadConfig, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config(text)
    assert told in caught.value.text.en
    assert caught.value.text.en.startswith("kouetsu.yaml:")
    assert "\n" not in caught.value.text.en


def test_references_that_go_down_may_come_back(config: ReadConfig) -> None:
    items, again = "{items: {$ref: '#tree'}}", "{$ref: '#/properties/a~1b'}"
    tree = f"{{$anchor: tree, properties: {{a/b: {items}, c: {again}}}}}"
    assert config(f"front-matter: {tree}\n").schema


@pytest.mark.parametrize(
    "content",
    [
        "[" * 100_000,
        '{"properties": {"a": ' * 400 + "{}" + "}}" * 400,
        '{"a": ' + "9" * 5_000 + "}",
    ],
)
def test_a_schema_file_without_end(config: ReadConfig, tmp_path: Path, content: str) -> None:
    (tmp_path / "schema.json").write_text(content)
    with pytest.raises(ConfigError):
        config("front-matter: schema.json\n")


@pytest.mark.parametrize("key", ["lang", "posts", "exclude", "front-matter", "baseline", "select"])
def test_a_key_with_nothing_under_it_says_nothing(config: ReadConfig, key: str) -> None:
    found, empty = config(f"{key}:\n"), config("# \n")
    assert (found.posts, found.site) == (empty.posts, empty.site)


def test_names_that_no_system_has(config: ReadConfig) -> None:
    found = config('baseline: "a\\0b"\n')
    with pytest.raises(ConfigError, match="embedded null"):
        read_baseline(Path(found.root, str(found.baseline)))


def test_a_baseline_with_a_number_without_end(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text('{"version": 1, "entries": [' + "9" * 5_000 + "]}")
    with pytest.raises(ConfigError, match="not a baseline"):
        read_baseline(file)


def test_many_stars_in_many_names_are_well() -> None:
    assert Globs(["**/*a*b*/**/*c*d*/**/*.md"]).match("x/1a2b3/y/c4d/z.md")
