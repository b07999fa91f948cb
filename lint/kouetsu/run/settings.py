"""A YAML file of ours as plain values that know where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from kouetsu.errors import ConfigError
from kouetsu.findings import Text
from kouetsu.text.nodes import MAX_DEPTH, MAX_EXPANDED, MAX_SIZE
from kouetsu.text.source import starts_of_lines
from kouetsu.text.yaml_errors import UNREADABLE, words_of


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
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    if len(text) > MAX_SIZE:
        raise ConfigMistake(
            0,
            f"大きすぎます（{MAX_SIZE // 1024} KiB まで）",
            f"too large ({MAX_SIZE // 1024} KiB at most)",
        )
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index, len(text)) if mark else 0
        raise _broken(offset, words_of(error)) from None
    except YAMLError as error:  # a ReaderError has no mark
        raise _broken(getattr(error, "position", 0) or 0, words_of(error)) from None
    except RecursionError:
        raise _too_deep(0) from None
    except Exception as error:  # ruamel raises bare errors for odd documents
        name = type(error).__name__
        raise _broken(0, Text(name, name)) from None
    return None if root is None else _Reading().setting(root, 0)


def _broken(offset: int, problem: Text) -> ConfigMistake:
    if problem is UNREADABLE:
        return ConfigMistake(offset, "YAML として読めません", "not YAML")
    return ConfigMistake(
        offset, f"YAML として読めません（{problem.ja}）", f"not YAML ({problem.en})"
    )


def _too_deep(offset: int) -> ConfigMistake:
    return ConfigMistake(offset, "入れ子が深すぎます", "nested too deeply")


class _Reading:
    def __init__(self) -> None:
        self.seen = 0

    def setting(self, node: Any, depth: int) -> Setting:
        self.seen += 1
        offset = node.start_mark.index
        if self.seen > MAX_EXPANDED:
            raise ConfigMistake(
                offset, "エイリアスの展開が大きすぎます", "aliases (*) expand too far"
            )
        if depth > MAX_DEPTH:
            raise _too_deep(offset)
        if node.id == "mapping":
            return self._mapping(node, offset, depth)
        if node.id == "sequence":
            return Setting([self.setting(item, depth + 1) for item in node.value], offset)
        return Setting(_scalar(str(node.tag), node.value), offset)

    def _mapping(self, node: Any, offset: int, depth: int) -> Setting:
        data: dict[str, Setting] = {}
        keys: dict[str, int] = {}
        for key, value in node.value:
            place = key.start_mark.index
            if key.id != "scalar":
                raise ConfigMistake(
                    place, "キーが文字列ではありません", "a key that is not a string"
                )
            name = str(key.value)
            if name in data:
                raise ConfigMistake(
                    place, f"キー「{name}」が重複しています", f"the key “{name}” stands twice"
                )
            data[name], keys[name] = self.setting(value, depth + 1), place
        return Setting(data, offset, keys)


def _scalar(tag: str, text: str) -> object:
    kind = tag.rpartition(":")[2]
    try:
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() in {"true", "yes", "on"}
        if kind == "int":
            return int(text.replace("_", ""), 0)
        if kind == "float":
            return float(text.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        pass
    return text
