"""The sites of a workspace: which settings apply to a document, read anew when they change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from kouetsu.errors import ConfigError
from kouetsu.run import baseline, config_reading
from kouetsu.run.config import Config, find, read_text
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.plugins import Plugins
from kouetsu.run.registry import Registry
from kouetsu.run.settings import ConfigMistake, parse

State = tuple[tuple[str, int, int], ...]
"""Files of a site's settings with their times and sizes."""


class SiteSettings(Struct, frozen=True):
    """What applies to the posts of one configuration."""

    outfit: Outfit
    known: baseline.Baseline | None


class _Known(Struct):
    state: State = ()
    site: SiteSettings | None = None
    trouble: ConfigError | None = None
    files: tuple[Path, ...] = ()


class Sites(Struct):
    """Settings by document. Each document obeys the nearest configuration above it."""

    plugins: Plugins
    registry: Registry
    choices: Choices = field(default_factory=Choices)
    plugin_files: tuple[str, ...] = ()
    given: Path | None = None
    """The configuration that the command line names, for all documents."""
    baseline: str | None = None
    folders: tuple[str, ...] = ()
    """The folders of the workspace."""
    _known: dict[str, _Known] = field(default_factory=dict)

    def site(self, path: str) -> tuple[SiteSettings | None, ConfigError | None]:
        """The site of that post, the last good one beside the mistake where there is one."""
        config, root = self._place(path)
        known = self._known.setdefault(str(config or root), _Known())
        state = _state(known.files or _files(config))
        if state != known.state or (known.site is None and known.trouble is None):
            self._read(known, config, root)
        return known.site, known.trouble

    def state(self, path: str) -> State:
        """The files that settle what applies to that post, as they are now."""
        config, root = self._place(path)
        known = self._known.get(str(config or root))
        return _state(known.files if known else _files(config))

    def _read(self, known: _Known, config: Path | None, root: str) -> None:
        known.files = _files(config)
        known.trouble = None
        try:
            read = Config(root=root)
            if config is not None:
                read = config_reading.read(config, self.registry, self.plugins.presets())
            name = self.baseline or (str(Path(read.root, read.baseline)) if read.baseline else None)
            known.files = _files(config, name)
            known.site = SiteSettings(
                Outfit(Plan(read, self.choices, self.plugin_files), self.plugins, self.registry),
                baseline.read(Path(name)) if name else None,
            )
        except ConfigError as error:
            known.trouble = error
        known.state = _state(known.files)

    def _place(self, path: str) -> tuple[Path | None, str]:
        """The configuration of that post and, where there is none, the folder it belongs to."""
        if self.given is not None:
            return self.given, str(self.given.parent)
        folder = os.path.dirname(path)
        if not os.path.isabs(folder):  # a document without a file
            folder = self.folders[0] if self.folders else os.getcwd()
        config = find(Path(folder))
        above = [
            place for place in self.folders if Path(place) in (Path(path), *Path(path).parents)
        ]
        return config, max(above, key=len, default=folder)


def _files(config: Path | None, known: str | None = None) -> tuple[Path, ...]:
    files = [] if config is None else [config, *_schema(config)]
    return (*files, Path(known)) if known else tuple(files)


def _schema(config: Path) -> Iterator[Path]:
    """The file of the front matter's schema, if the configuration names one."""
    with suppress(ConfigError, ConfigMistake):
        root = parse(read_text(config, str(config)))
        node = root.data.get("front-matter") if root and isinstance(root.data, dict) else None
        if node is not None and isinstance(node.data, str):
            yield config.parent / node.data


def _state(files: tuple[Path, ...]) -> State:
    found = []
    for file in files:
        try:
            status = os.stat(file)
        except (OSError, ValueError):  # ValueError: no file has a name with NUL
            found.append((str(file), 0, -1))
        else:
            found.append((str(file), status.st_mtime_ns, status.st_size))
    return tuple(found)
