"""The configuration: what it may hold, and where each mistake in it stands."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from word_rules import plugins_of, word_rule

from kouetsu.api import Preset, Severity
from kouetsu.errors import ConfigError
from kouetsu.run.config import Config, find
from kouetsu.run.config_reading import read
from kouetsu.run.config_schema import schema
from kouetsu.run.registry import Registry

PRESETS = {"jekyll": Preset("jekyll", ("_posts/**/*.md",), "kramdown", {})}


@pytest.fixture
def registry() -> Registry:
    return Registry.of(plugins_of(word_rule("cat", "猫"), word_rule("dog", "犬")))


@pytest.fixture
def config(tmp_path: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def of(text: str | bytes) -> Config:
        raw = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "kouetsu.yaml").write_bytes(raw)
        return read(tmp_path / "kouetsu.yaml", registry, PRESETS)

    return of


@pytest.mark.parametrize("broken", ["link", "folder"])
def test_what_was_meant_as_one_is_found(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "kouetsu.yaml"
    path.mkdir() if broken == "folder" else path.symlink_to("nowhere.yaml")
    assert find(tmp_path) == path
    with pytest.raises(ConfigError):
        read(path, Registry.of(plugins_of()), PRESETS)


FULL = """\
preset: jekyll
posts: ["_posts/**/*.md"]
exclude: _drafts/
lang: ja
select: [default]
ignore: [cat]
severity: {dog: warning, words: info}
front-matter:
  required: [title]
rules:
  dog: {at-most: 2}
overrides:
  - paths: "_posts/2025-*"
    ignore: [dog]
baseline: known.json
"""


def test_a_full_configuration_is_read(config, registry: Registry) -> None:
    found = config(FULL)
    assert found.posts == ("_posts/**/*.md",)
    assert found.exclude == ("_drafts/",)
    assert found.site.severity == {"dog": Severity.WARNING, "words": Severity.INFO}
    assert found.site.rules == {"dog": {"at-most": 2}}
    assert found.schema == {"required": ["title"]}
    assert found.overrides[0].paths == ("_posts/2025-*",)
    assert found.baseline == "known.json"


def test_an_empty_configuration_is_well(config) -> None:
    assert config("").posts is None
    assert config("# まだ何もない\nrules:\n").site.rules == {}


def test_yaml_is_read_as_in_posts(config) -> None:
    found = config("lang:\ten\nposts: [2025-04-01]\nfront-matter:\n  const: 2025-04-01\n")
    assert (found.lang, found.posts) == ("en", ("2025-04-01",))
    assert found.schema == {"const": "2025-04-01"}


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    for before, name in zip("abcdef", "bcdefg", strict=True)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lang: ja\n\nselct: [cat]\n", "3:1: unknown key “selct”; did you mean “select”?"),
        (
            "plugins: [a.py]\n",
            "1:1: unknown key “plugins” (a plugin is used with --plugin FILE.py;",
        ),
        ("select: [cat, dgo]\n", "1:15: there is no rule or group “dgo”; did you mean “dog”?"),
        ("rules:\n  dgo: {}\n", "2:3: there is no rule or group “dgo”; did you mean “dog”?"),
        ("rules:\n  dog: {at-mots: 1}\n", "2:9: unknown key “at-mots”; did you mean “at-most”?"),
        (
            "rules:\n  dog: {at-most: many}\n",
            "2:18: at-most of dog should be a whole ",
        ),
        ("preset: jekyl\n", "1:9: “jekyl” is none of jekyll; did you mean “jekyll”?"),
        ("severity: {dog: fatal}\n", "1:17: “fatal” is none of info | warning | error"),
        ("lang: [ja]\n", "1:7: a string is expected here"),
        ("- cat\n", "1:1: a mapping (key: value) is expected here"),
        ("overrides:\n  - ignore: [cat]\n", "2:5: no “paths” here"),
        ("lang: ja\nlang: en\n", "2:1: the key “lang” stands twice"),
        ("lang: 'ja\n", "not YAML"),
        ("lang:\tja\n\tposts: []\n", "not YAML"),
        ("lang: ja\x00\n", "not YAML"),
        ("front-matter: schema.json\n", "1:15: schema.json: no such file"),
        ("front-matter: {type: nothing}\n", "not a valid JSON Schema"),
        ("front-matter: {$ref: 'https://example.com/s'}\n", "a $ref out of the file"),
        ("posts: ['!']\n", "1:9: not a pattern"),
        ("posts: *.md\n", "1:8: “*.md” refers to no name before it; put a pattern in quotes"),
        pytest.param("[" * 3000, "nested too deeply", id="deep"),
        pytest.param("# " + "あ" * 70_000, "too large", id="large"),
        pytest.param(BOMB, "expand too far", id="bomb"),
        ("a: &a [*a]\n", "1:8: “*a” refers to no name before it"),
        (b"lang: ja\nposts: [\x82\xa0]\n", "2:1: not UTF-8"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(config, text: str | bytes, expected: str) -> None:
    with pytest.raises(ConfigError) as caught:
        config(text)
    for told in caught.value.text:
        assert told.startswith("kouetsu.yaml:")
        assert "\n" not in told
        assert len(told) < 400
    assert expected in caught.value.text.en


def test_a_schema_may_stand_in_a_file(config, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"required": ["title"]}')
    assert config("front-matter: s.json\n").schema == {"required": ["title"]}
    (tmp_path / "s.json").write_text('{"required": ["title"}')
    with pytest.raises(ConfigError, match=r"s\.json:1:22: not JSON"):
        config("front-matter: s.json\n")


def test_the_nearest_configuration_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "kouetsu.yaml").touch()
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find(tmp_path / "a" / "b") == tmp_path / "kouetsu.yaml"


def test_the_json_schema_takes_what_the_reader_takes(registry: Registry) -> None:
    found = json.loads(json.dumps(schema(registry, PRESETS)))
    jsonschema.Draft202012Validator.check_schema(found)
    judge = jsonschema.Draft202012Validator(found)
    assert judge.is_valid(
        {"preset": "jekyll", "select": ["words"], "rules": {"dog": {"at-most": 1}}, "posts": "*.md"}
    )
    assert not judge.is_valid({"selct": []})
    assert not judge.is_valid({"rules": {"dog": {"at-most": "x"}}})
