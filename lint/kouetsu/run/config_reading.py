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
from kouetsu.run.yaml_nodes import Mistake, Node, located, parse

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
    except Mistake as mistake:
        raise located(mistake, text, shown) from None


class _Reader:
    def __init__(self, path: Path, registry: Registry, presets: Mapping[str, Preset]) -> None:
        self.path, self.registry, self.presets = path, registry, presets

    def config(self, root: Node | None) -> Config:
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

    def _override(self, node: Node) -> Manner:
        keys = _known_keys(node, OVERRIDE_KEYS)
        if "paths" not in keys:
            raise Mistake(node.offset, "paths がありません", "no “paths” here")
        return self._manner(keys)

    def _manner(self, keys: Mapping[str, Node]) -> Manner:
        flavor: Any = _one_of(keys["flavor"], FLAVORS) if "flavor" in keys else None
        return Manner(
            paths=_patterns(keys["paths"]) if "paths" in keys else (),
            select=self._selection(keys["select"]) if "select" in keys else None,
            ignore=self._selection(keys["ignore"]) if "ignore" in keys else (),
            severity=self._severities(keys["severity"]) if "severity" in keys else {},
            rules=self._options(keys["rules"]) if "rules" in keys else {},
            flavor=flavor,
        )

    def _selection(self, node: Node) -> tuple[str, ...]:
        return tuple(self._known(word, place) for word, place in _strings(node))

    def _known(self, word: str, offset: int) -> str:
        try:
            self.registry.named(word)
        except UnknownRule as unknown:
            raise Mistake(offset, unknown.text.ja, unknown.text.en) from None
        return word

    def _severities(self, node: Node) -> Mapping[str, Severity]:
        return {
            self._known(word, place): Severity.of(_one_of(value, LEVELS))
            for word, place, value in _mapping(node).items()
        }

    def _options(self, node: Node) -> Mapping[str, Mapping[str, Any]]:
        options: dict[str, Mapping[str, Any]] = {}
        for word, place, value in _mapping(node).items():
            name = self.registry.rule_name(word)
            if name is None and word in self.registry.groups:
                raise Mistake(
                    place,
                    f"「{word}」は規則のグループです。オプションは規則ごとに書きます",
                    f"“{word}” is a group; options belong to a rule",
                )
            if name is None:
                unknown = UnknownRule(word, self.registry.rules)
                raise Mistake(place, unknown.text.ja, unknown.text.en)
            options[name] = self._options_of(name, value)
        return options

    def _options_of(self, name: str, node: Node) -> Mapping[str, Any]:
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
                    raise Mistake(
                        value.offset, f"{name} の {key}: {ja}", f"{key} of {name} {en}"
                    ) from None
            values[key] = value.plain
        return values

    def _schema(self, node: Node) -> Mapping[str, Any]:
        from kouetsu.run.site_schema import schema_file, verified

        if isinstance(node.data, str):
            return schema_file(self.path.parent / node.data, node)
        return verified(_mapping(node).plain, node)


def _known_keys(node: Node, known: Iterable[str]) -> dict[str, Node]:
    for key, offset, _ in _mapping(node).items():
        if key not in known:
            raise _unknown_key(key, offset, known)
    # a key with nothing under it yet says nothing yet
    return {key: value for key, _, value in _mapping(node).items() if value.data is not None}


def _unknown_key(key: str, offset: int, known: Iterable[str]) -> Mistake:
    hint = did_you_mean(key, known)
    if not hint.en:
        version = kouetsu.__version__
        hint = Text(
            f"（この kouetsu は {version}。新しい版の設定かもしれません）",
            f" (this is kouetsu {version}: it may be of a newer one)",
        )
    return Mistake(
        offset, f"「{key}」というキーはありません{hint.ja}", f"unknown key “{key}”{hint.en}"
    )


def _mapping(node: Node) -> Node:
    if isinstance(node.data, dict):
        return node
    if node.data is None:  # a key with nothing under it yet
        return Node({}, node.offset, {})
    raise Mistake(
        node.offset, "「キー: 値」の形で書いてください", "a mapping (key: value) is expected here"
    )


def _list(node: Node | None) -> list[Node]:
    if node is None or node.data is None:
        return []
    if isinstance(node.data, list):
        return node.data
    raise Mistake(node.offset, "リスト（- …）で書いてください", "a list is expected here")


def _string(node: Node) -> str:
    if isinstance(node.data, str):
        return node.data
    raise Mistake(node.offset, "文字列で書いてください", "a string is expected here")


def _strings(node: Node) -> list[tuple[str, int]]:
    """A list of strings; a lone string is a list of one."""
    nodes = [node] if isinstance(node.data, str) else _list(node)
    return [(_string(item), item.offset) for item in nodes]


def _file_name(node: Node) -> str:
    name = _string(node)
    if not name.strip():
        raise Mistake(node.offset, "ファイル名を書いてください", "a file name is expected here")
    return name


def _patterns(node: Node) -> tuple[str, ...]:
    from kouetsu.run.patterns import Patterns

    found = []
    for pattern, offset in _strings(node):
        try:
            Patterns((pattern,))
        except ValueError:
            raise Mistake(
                offset, f"パターン「{pattern}」が読めません", f"not a pattern: “{pattern}”"
            ) from None
        found.append(pattern)
    return tuple(found)


def _one_of(node: Node, choices: Iterable[str]) -> str:
    names = list(choices)
    word = _string(node)
    if word not in names:
        hint, known = did_you_mean(word, names), " | ".join(names)
        raise Mistake(
            node.offset,
            f"「{word}」は選べません（{known}）{hint.ja}",
            f"“{word}” is none of {known}{hint.en}",
        )
    return word
