"""The JSON Schema that a site gives for its front matter: read it and see that it is one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kouetsu.errors import ConfigError
from kouetsu.run.config import read_text, shown_path
from kouetsu.run.nearest import LONGEST_SHOWN
from kouetsu.run.schema_references import ReferenceMistake, References
from kouetsu.run.settings import ConfigMistake, Setting, located, parse


def schema_file(path: Path, node: Setting) -> Mapping[str, Any]:
    """The schema of a JSON or YAML file that the configuration names."""
    if not path.is_file():
        shown = shown_path(path)
        raise ConfigMistake(node.offset, f"{shown} がありません", f"{shown}: no such file")
    shown = shown_path(path)
    text = read_text(path, shown)
    if path.suffix == ".json":
        try:
            data: object = json.loads(text)
        except (ValueError, RecursionError) as error:  # ValueError: a number of 5,000 digits
            line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
            place = f"{shown}:{line}:{column}: "
            raise ConfigError(f"{place}JSON として読めません", f"{place}not JSON") from None
    else:
        try:
            root = parse(text)
        except ConfigMistake as mistake:
            raise located(mistake, text, shown) from None
        data = None if root is None else root.plain
    if not isinstance(data, Mapping):
        raise ConfigError(
            f"{shown}:1:1: JSON Schema ではありません", f"{shown}:1:1: not a JSON Schema"
        )
    return verified(data, node)


def verified(schema: Mapping[str, Any], node: Setting) -> Mapping[str, Any]:
    """The schema, if it is a valid one that fetches nothing from elsewhere."""
    from jsonschema import Draft202012Validator, SchemaError  # perf: 80 ms

    try:
        Draft202012Validator.check_schema(schema)
        References(schema).verify()
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "."
        value = " ".join(f"{error.instance!r:.200}".split())[:LONGEST_SHOWN]
        raise ConfigMistake(
            node.offset,
            f"JSON Schema として正しくありません（{where} に {value} は指定できません）",
            f"not a valid JSON Schema ({where} can't be {value})",
        ) from None
    except RecursionError:
        raise ConfigMistake(
            node.offset, "JSON Schema の入れ子が深すぎます", "the JSON Schema is nested too deeply"
        ) from None
    except ReferenceMistake as mistake:
        raise ConfigMistake(node.offset, mistake.text.ja, mistake.text.en) from None
    return schema
