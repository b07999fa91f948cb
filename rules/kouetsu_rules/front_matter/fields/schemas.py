"""Judging values by JSON Schema: where they fail and by which keyword."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from msgspec import Struct

Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

AT_MOST = 50
"""Failures of one post and schema; a hostile front matter could have ten thousands."""

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
_SIZES: dict[str, tuple[type, bool]] = {
    "minLength": (str, False),
    "maxLength": (str, True),
    "minItems": (list, False),
    "maxItems": (list, True),
}
_NOTES = frozenset(("title", "description", "default", "examples", "$schema", "$id", "$comment"))


class Failure(Struct, frozen=True):
    """A value at ``path`` that breaks ``keyword``; ``limit`` is what the schema says there.

    ``others`` tries other readings of the value: whether the schema takes one.
    """

    path: Path
    keyword: str
    limit: Any
    value: Any
    schema: Schema
    validator: Any

    def takes(self, other: object) -> bool:
        return bool(self.validator.evolve(schema=self.schema).is_valid(other))


def failures(schema: Schema, value: object) -> Iterator[Failure]:
    """Where the value fails the schema, in the order of the schema."""
    if surely_valid(schema, value):
        return
    from jsonschema import Draft202012Validator  # perf: 80 ms, and most posts are well

    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    missing: set[Path] = set()
    for error in islice(validator.iter_errors(value), AT_MOST):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            # One error for each missing key: the first tells all.
            if path in missing:
                continue
            missing.add(path)
        inner = error.schema if isinstance(error.schema, Mapping) else {}
        keyword, limit = str(error.validator), error.validator_value
        if keyword in ("anyOf", "oneOf"):
            keyword, limit = _alternatives(keyword, limit)
        yield Failure(path, keyword, limit, error.instance, inner, validator)


def _alternatives(keyword: str, branches: Any) -> tuple[str, Any]:
    """Alternatives that are told apart by their type fail as a type does."""
    kinds: list[str] = []
    for branch in branches if isinstance(branches, list) else ():
        kind = branch.get("type") if isinstance(branch, Mapping) else None
        if kind is None:
            return keyword, branches
        kinds.extend([kind] if isinstance(kind, str) else kind)
    return "type", kinds


def surely_valid(schema: Any, value: object) -> bool:
    """Whether the value is valid, told without the library; ``False`` also where unsure."""
    if not isinstance(schema, Mapping):
        return schema is True
    return all(_holds(keyword, schema, value) for keyword in schema)


def _holds(keyword: str, schema: Schema, value: object) -> bool:
    limit = schema[keyword]
    match keyword:
        case "type":
            kinds = [limit] if isinstance(limit, str) else limit
            return any(_is(kind, value) for kind in kinds)
        case "enum":
            return not isinstance(value, (bool, list, dict)) and value in limit
        case "pattern":
            return not isinstance(value, str) or re.search(limit, value) is not None
        case "required":
            return not isinstance(value, dict) or all(name in value for name in limit)
        case "properties":
            if not isinstance(value, dict):
                return True
            return all(surely_valid(limit[name], value[name]) for name in limit if name in value)
        case "items":
            return not isinstance(value, list) or all(surely_valid(limit, each) for each in value)
        case "anyOf":
            return any(surely_valid(branch, value) for branch in limit)
        case "additionalProperties":
            known = schema.get("properties", {})
            return (
                limit is True or not isinstance(value, dict) or all(key in known for key in value)
            )
    if keyword in _SIZES:
        kind, is_most = _SIZES[keyword]
        if not isinstance(value, kind):
            return True
        size = len(value)  # type: ignore[arg-type]
        return bool(size <= limit if is_most else size >= limit)
    return keyword in _NOTES


def _is(kind: str, value: object) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES.get(kind, ()))
