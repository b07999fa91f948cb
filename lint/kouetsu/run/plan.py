"""The plan of a run: plain data that crosses the process border, and what it means for a path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import Enum
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from kouetsu.findings import Severity
from kouetsu.options import RuleOptions, options_from
from kouetsu.preset import Preset, Site
from kouetsu.rule import AnyRule
from kouetsu.run.config import Config, Manner
from kouetsu.run.globs import Globs
from kouetsu.run.plugins import PRESETS, Plugins, load
from kouetsu.run.registry import Layer, Registry

NO_POSTS = frozenset(
    [
        *(".yml", ".yaml", ".toml", ".json", ".xml", ".csv", ".lock", ".py", ".rb", ".sh", ".js"),
        *(".mjs", ".ts", ".css", ".scss", ".woff", ".woff2", ".pdf", ".zip", ".gz", ".mp3", ".mp4"),
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".svg"),
    ]
)
"""What is no prose under any name: a glob of the shell hands over settings and pictures, too."""


class LeftOut(Enum):
    """Why a file is not checked."""

    POSTS = "posts"
    EXCLUDE = "exclude"
    ENDING = "ending"


class Choices(Struct, frozen=True):
    """What the command line says over the configuration."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


class Plan(Struct, frozen=True):
    """All that a worker needs to know."""

    config: Config
    choices: Choices = field(default_factory=Choices)
    plugin_files: tuple[str, ...] = ()


class Chosen(Struct, frozen=True):
    """A rule as it applies to a post."""

    rule: AnyRule
    options: RuleOptions
    severity: Severity | None
    """What the configuration sets for all its findings."""


class Profile(Struct, frozen=True):
    """What applies to one post."""

    chosen: Mapping[str, Chosen]
    site: Site
    narrowed: bool
    """Whether the command line chose the rules: then an idle suppression means nothing."""


class Outfit:
    """Plugins, registry and plan together: what applies to each path."""

    def __init__(self, plan: Plan, plugins: Plugins, registry: Registry) -> None:
        self.plan, self.plugins, self.registry = plan, plugins, registry
        name = plan.config.preset
        self.preset: Preset | None = self.plugins.presets()[name] if name else None
        if self.preset:
            with plugins.owner(PRESETS, self.preset.name).blaming():
                self._try(self.preset)
        posts = self.posts
        self._claims = Globs(posts) if posts else None
        self._overrides = [(Globs(part.paths), part) for part in plan.config.overrides]
        self._profiles: dict[tuple[bool, tuple[int, ...]], Profile] = {}

    @classmethod
    def loaded(cls, plan: Plan) -> Outfit:
        """The outfit of a process that begins with the plan alone."""
        plugins = load(plan.plugin_files)
        return cls(plan, plugins, Registry.of(plugins))

    @property
    def posts(self) -> tuple[str, ...] | None:
        """The patterns of the site's posts: the configuration's, else the preset's."""
        if self.plan.config.posts is not None:
            return self.plan.config.posts
        return tuple(self.preset.posts) if self.preset else None

    def from_root(self, path: str) -> str:
        """The path from the folder of the configuration: the same in every working directory."""
        try:
            return os.path.relpath(path, self.plan.config.root).replace(os.sep, "/")
        except ValueError:  # another drive on Windows
            return path

    def within(self, path: str) -> str | None:
        """The path relative to the folder of the configuration; ``None`` outside of it."""
        relative = self.from_root(path)
        outside = relative == ".." or relative.startswith("../") or os.path.isabs(relative)
        return None if outside else relative

    def claims(self, path: str) -> bool:
        """Whether the site's posts are said to include this file."""
        relative = self.within(path)
        return relative is not None and self._claims is not None and self._claims.match(relative)

    @cached_property
    def _excluded(self) -> Globs:
        return Globs(self.plan.config.exclude)

    def excludes(self, path: str) -> bool:
        """Whether the configuration leaves this file out."""
        relative = self.within(path)
        return relative is not None and self._excluded.match(relative)

    def left_out(self, path: str) -> LeftOut | None:
        """Why this file is not among the posts; ``None``: it is."""
        claimed = self.claims(path)
        if self.posts is not None and not claimed:
            return LeftOut.POSTS
        if self.excludes(path):
            return LeftOut.EXCLUDE
        ending = os.path.splitext(path)[1].lower()
        return LeftOut.ENDING if ending in NO_POSTS and not claimed else None

    def profile(self, path: str | None) -> Profile:
        """What applies to the post of that path; ``None``: to posts that nothing names."""
        relative = None if path is None else self.within(path)
        fitting = tuple(
            number
            for number, (patterns, _) in enumerate(self._overrides)
            if relative is not None and patterns.match(relative)
        )
        key = (path is not None and self.claims(path), fitting)
        if key not in self._profiles:
            parts = [self._overrides[number][1] for number in fitting]
            self._profiles[key] = self._made(key[0], parts)
        return self._profiles[key]

    def _made(self, claimed: bool, overrides: list[Manner]) -> Profile:
        config, choices = self.plan.config, self.plan.choices
        manners = [config.site, *overrides]
        layers = [
            Layer(select=("default",)),
            *(Layer(manner.select, manner.ignore) for manner in manners),
            Layer(choices.select, choices.ignore),
        ]
        severity = _Severities(self.registry, [m.severity for m in manners] + [choices.severity])
        flavors = [manner.flavor for manner in manners if manner.flavor]
        preset = self.preset
        return Profile(
            chosen={
                name: Chosen(
                    self.registry.rules[name], self._options(name, manners), severity.of(name)
                )
                for name in sorted(self.registry.chosen(layers))
            },
            site=Site(
                preset=config.preset,
                flavor=flavors[-1] if flavors else preset.flavor if preset else None,
                claimed=claimed,
                preset_schema=preset.front_matter if preset else None,
                schema=config.schema,
            ),
            narrowed=choices.select is not None or bool(choices.ignore),
        )

    def _try(self, preset: Preset) -> None:
        """Raise what is wrong with its patterns and options; rules may be of an absent plugin."""
        Globs(tuple(preset.posts))
        for name, options in preset.rules.items():
            if name in self.registry.rules:
                options_from(self.registry.rules[name].options, dict(options))

    def _options(self, name: str, manners: list[Manner]) -> RuleOptions:
        layers: list[Mapping[str, Any]] = [self.preset.rules.get(name, {})] if self.preset else []
        layers += [manner.rules.get(name, {}) for manner in manners]
        return options_from(self.registry.rules[name].options, *map(dict, layers))


class _Severities:
    """The level that the last layer sets for a rule; in one layer a rule's name beats a group."""

    def __init__(self, registry: Registry, layers: list[Mapping[str, Severity]]) -> None:
        self._levels: dict[str, Severity] = {}
        for layer in layers:
            for word in sorted(layer, key=lambda word: registry.rule_name(word) is not None):
                self._levels.update(dict.fromkeys(registry.named(word), layer[word]))

    def of(self, name: str) -> Severity | None:
        return self._levels.get(name)
