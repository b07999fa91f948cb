"""From the text of ``kouetsu.yaml`` to a ``Config``: one function a key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import kouetsu
from kouetsu.findings import Severity, Text
from kouetsu.preset import Flavor, Preset
from kouetsu.run.config import Config, Manner, read_text, shown_path
from kouetsu.run.nearest import did_you_mean
from kouetsu.run.registry import Registry, UnknownRule
from kouetsu.run.settings import ConfigMistake, Setting, located, parse

FLAVORS: tuple[str, ...] = get_args(Flavor)
LANGUAGES = ("ja", "en")
LEVELS = tuple(level.label for level in Severity)
MANNERS = ("select", "ignore", "severity", "rules", "flavor")
SITE_KEYS = (
    *("preset", "posts", "exclude", "lang", "front-matter", "baseline", "overrides"),
    *MANNERS,
)
OVERRIDE_KEYS = ("paths", *MANNERS)


def read(path: Path, registry: Registry, presets: Mapping[str, Preset]) -> Config:
    """The configuration of that file; a ``ConfigError`` in one line where it is wrong."""
    shown = shown_path(path)
    text = read_text(path, shown)
    try:
        return _Reader(path, registry, presets).config(parse(text))
    except ConfigMistake as mistake:
        raise located(mistake, text, shown) from None


class _Reader:
    def __init__(self, path: Path, registry: Registry, presets: Mapping[str, Preset]) -> None:
        self.path, self.registry, self.presets = path, registry, presets

    def config(self, root: Setting | None) -> Config:
        if root is None or root.data is None:
            return Config(path=str(self.path), root=str(self.path.parent))
        keys = _known_keys(root, SITE_KEYS)

        def one_of(key: str, choices: Iterable[str]) -> str | None:
            return _one_of(keys[key], choices) if key in keys else None

        return Config(
            path=str(self.path),
            root=str(self.path.parent),
            preset=one_of("preset", self.presets),
            posts=_patterns(keys["posts"]) if "posts" in keys else None,
            exclude=_patterns(keys["exclude"]) if "exclude" in keys else (),
            lang=one_of("lang", LANGUAGES),
            schema=self._schema(keys["front-matter"]) if "front-matter" in keys else None,
            baseline=_file_name(keys["baseline"]) if "baseline" in keys else None,
            site=self._manner(keys),
            overrides=tuple(map(self._override, _list(keys.get("overrides")))),
        )

    def _override(self, node: Setting) -> Manner:
        keys = _known_keys(node, OVERRIDE_KEYS)
        if "paths" not in keys:
            raise ConfigMistake(node.offset, "paths がありません", "no “paths” here")
        return self._manner(keys)

    def _manner(self, keys: Mapping[str, Setting]) -> Manner:
        flavor: Any = _one_of(keys["flavor"], FLAVORS) if "flavor" in keys else None
        return Manner(
            paths=_patterns(keys["paths"]) if "paths" in keys else (),
            select=self._selection(keys["select"]) if "select" in keys else None,
            ignore=self._selection(keys["ignore"]) if "ignore" in keys else (),
            severity=self._severities(keys["severity"]) if "severity" in keys else {},
            rules=self._options(keys["rules"]) if "rules" in keys else {},
            flavor=flavor,
        )

    def _selection(self, node: Setting) -> tuple[str, ...]:
        return tuple(self._known(word, place) for word, place in _strings(node))

    def _known(self, word: str, offset: int) -> str:
        try:
            self.registry.named(word)
        except UnknownRule as unknown:
            raise ConfigMistake(offset, unknown.text.ja, unknown.text.en) from None
        return word

    def _severities(self, node: Setting) -> Mapping[str, Severity]:
        return {
            self._known(word, place): Severity.of(_one_of(value, LEVELS))
            for word, place, value in _mapping(node).items()
        }

    def _options(self, node: Setting) -> Mapping[str, Mapping[str, Any]]:
        options: dict[str, Mapping[str, Any]] = {}
        for word, place, value in _mapping(node).items():
            name = self.registry.rule_name(word)
            if name is None and word in self.registry.groups:
                raise ConfigMistake(
                    place,
                    f"「{word}」は規則のグループです。オプションは規則ごとに書きます",
                    f"“{word}” is a group; options belong to a rule",
                )
            if name is None:
                unknown = UnknownRule(word, self.registry.rules)
                raise ConfigMistake(place, unknown.text.ja, unknown.text.en)
            options[name] = self._options_of(name, value)
        return options

    def _options_of(self, name: str, node: Setting) -> Mapping[str, Any]:
        import msgspec

        from kouetsu.options import option_names
        from kouetsu.run.type_words import type_words

        kind = self.registry.rules[name].options
        values: dict[str, Any] = {}
        for key, offset, value in _mapping(node).items():
            if key not in option_names(kind):
                raise _unknown_key(key, offset, option_names(kind))
            try:
                msgspec.convert({key: value.plain}, kind)
            except msgspec.ValidationError as error:
                if not str(error).startswith("Object missing"):  # of another key
                    ja, en = type_words(str(error))
                    raise ConfigMistake(
                        value.offset, f"{name} の {key}: {ja}", f"{key} of {name} {en}"
                    ) from None
            values[key] = value.plain
        return values

    def _schema(self, node: Setting) -> Mapping[str, Any]:
        from kouetsu.run.site_schema import schema_file, verified

        if isinstance(node.data, str):
            return schema_file(self.path.parent / node.data, node)
        return verified(_mapping(node).plain, node)


PLUGIN_KEYS = ("plugin", "plugins")
PLUGIN_HINT = Text(
    "（プラグインは --plugin FILE.py で、パッケージならインストールするだけで使えます）",
    " (a plugin is used with --plugin FILE.py; one that is a package, once it is installed)",
)


def _known_keys(node: Setting, known: Iterable[str]) -> dict[str, Setting]:
    for key, offset, _ in _mapping(node).items():
        if key not in known:
            raise _unknown_key(key, offset, known)
    # a key with nothing under it yet says nothing yet
    return {key: value for key, _, value in _mapping(node).items() if value.data is not None}


def _unknown_key(key: str, offset: int, known: Iterable[str]) -> ConfigMistake:
    hint = PLUGIN_HINT if key in PLUGIN_KEYS else did_you_mean(key, known)
    if not hint.en:
        version = kouetsu.__version__
        hint = Text(
            f"（この kouetsu は {version}。新しい版の設定かもしれません）",
            f" (this is kouetsu {version}: it may be of a newer one)",
        )
    return ConfigMistake(
        offset, f"「{key}」というキーはありません{hint.ja}", f"unknown key “{key}”{hint.en}"
    )


def _mapping(node: Setting) -> Setting:
    if isinstance(node.data, dict):
        return node
    if node.data is None:  # a key with nothing under it yet
        return Setting({}, node.offset, {})
    raise ConfigMistake(
        node.offset, "「キー: 値」の形で書いてください", "a mapping (key: value) is expected here"
    )


def _list(node: Setting | None) -> list[Setting]:
    if node is None or node.data is None:
        return []
    if isinstance(node.data, list):
        return node.data
    raise ConfigMistake(node.offset, "リスト（- …）で書いてください", "a list is expected here")


def _string(node: Setting) -> str:
    if isinstance(node.data, str):
        return node.data
    raise ConfigMistake(node.offset, "文字列で書いてください", "a string is expected here")


def _strings(node: Setting) -> list[tuple[str, int]]:
    """A list of strings; a lone string is a list of one."""
    nodes = [node] if isinstance(node.data, str) else _list(node)
    return [(_string(item), item.offset) for item in nodes]


def _file_name(node: Setting) -> str:
    name = _string(node)
    if not name.strip():
        raise ConfigMistake(
            node.offset, "ファイル名を書いてください", "a file name is expected here"
        )
    return name


def _patterns(node: Setting) -> tuple[str, ...]:
    from kouetsu.run.globs import Globs

    found = []
    for pattern, offset in _strings(node):
        try:
            Globs((pattern,))
        except ValueError:
            raise ConfigMistake(
                offset, f"パターン「{pattern}」が読めません", f"not a pattern: “{pattern}”"
            ) from None
        found.append(pattern)
    return tuple(found)


def _one_of(node: Setting, choices: Iterable[str]) -> str:
    names = list(choices)
    word = _string(node)
    if word not in names:
        hint, known = did_you_mean(word, names), " | ".join(names)
        raise ConfigMistake(
            node.offset,
            f"「{word}」は選べません（{known}）{hint.ja}",
            f"“{word}” is none of {known}{hint.en}",
        )
    return word
