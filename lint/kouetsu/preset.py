"""What a publishing platform or a site expects of its posts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct, field

Flavor = Literal["gfm", "kramdown", "cjk-friendly"]


class Preset(Struct, frozen=True):
    """A platform: where its posts live, which renderer it has, which front matter it documents.

    ``front_matter`` is a JSON Schema. ``rules`` holds options of rules by name, which the
    site's own configuration overrides. ``markers`` are files whose presence tells the platform
    (``_config.yml``), for ``kouetsu init``.
    """

    name: str
    posts: Sequence[str]
    flavor: Flavor | None
    front_matter: Mapping[str, Any]
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    markers: Sequence[str] = ()


class Site(Struct, frozen=True):
    """What the configuration says of the site that a post belongs to, as rules see it.

    ``claimed`` tells that ``posts`` of the configuration or a preset names this file, so that a
    missing front matter is a fault. ``schema`` is the JSON Schema of the site itself and
    ``preset_schema`` that of its preset.
    """

    preset: str | None = None
    flavor: Flavor | None = None
    claimed: bool = False
    preset_schema: Mapping[str, Any] | None = None
    schema: Mapping[str, Any] | None = None
