"""The JSON Schema of ``kouetsu.yaml``, so that editors complete and check it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from kouetsu.preset import Preset
from kouetsu.run.config_reading import FLAVORS, LANGUAGES, LEVELS, OVERRIDE_KEYS, SITE_KEYS
from kouetsu.run.registry import Registry

Schema = dict[str, Any]

PATTERNS: Schema = {"type": ["string", "array"], "items": {"type": "string"}}


def schema(registry: Registry, presets: Mapping[str, Preset]) -> Schema:
    """The schema for the rules and presets that are installed."""
    kinds = {name: rule.options for name, rule in registry.rules.items()}
    shapes, components = msgspec.json.schema_components(
        kinds.values(), ref_template="#/$defs/{name}"
    )
    rules = dict(zip(kinds, shapes, strict=True))
    values = _values(registry, presets, rules)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kouetsu.yaml",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: values[key] for key in SITE_KEYS},
        "$defs": components,
    }


def _values(
    registry: Registry, presets: Mapping[str, Preset], rules: Mapping[str, Schema]
) -> dict[str, Schema]:
    words = {"enum": registry.words}
    selection = {"oneOf": [words, {"type": "array", "items": words}]}
    values: dict[str, Schema] = {
        "preset": {
            "enum": sorted(presets),
            "description": "The platform: front matter keys, where posts live, the renderer.",
        },
        "posts": {**PATTERNS, "description": "Patterns of the posts, as in .gitignore."},
        "paths": {**PATTERNS, "description": "Patterns of the posts that this is for."},
        "exclude": {**PATTERNS, "description": "Patterns of what is never checked."},
        "lang": {"enum": list(LANGUAGES), "description": "The language of messages."},
        "front-matter": {
            "type": ["object", "string"],
            "description": "A JSON Schema for the front matter, or the file that holds it.",
        },
        "baseline": {"type": "string", "description": "A file of findings not told again."},
        "select": {**selection, "description": "Rules and groups that run."},
        "ignore": {**selection, "description": "Rules and groups that do not."},
        "severity": {
            "type": "object",
            "propertyNames": words,
            "additionalProperties": {"enum": list(LEVELS)},
            "description": "How grave the findings of a rule or group are.",
        },
        "rules": {
            "type": "object",
            "additionalProperties": False,
            "properties": dict(rules),
            "description": "Options of rules.",
        },
        "flavor": {"enum": list(FLAVORS), "description": "The renderer of the site."},
    }
    values["overrides"] = {
        "type": "array",
        "description": "What differs for some of the posts; later ones win.",
        "items": {
            "type": "object",
            "required": ["paths"],
            "additionalProperties": False,
            "properties": {key: values[key] for key in OVERRIDE_KEYS},
        },
    }
    return values
