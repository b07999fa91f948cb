"""Plugins: where rules, reporters and presets come from.

Code comes only from installed packages and from ``--plugin`` on the command line, never because
the configuration of a linted repository says so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import pluggy
from msgspec import Struct

from kouetsu import hookspecs
from kouetsu.errors import PluginError, show_trace, story
from kouetsu.preset import Preset
from kouetsu.report import Reporter
from kouetsu.rule import AnyRule, Rule

GROUP = "kouetsu"
REPORTERS, PRESETS = "register_reporters", "register_presets"
ENGINE = {"engine": "kouetsu.run.engine_rules", "formats": "kouetsu.report.builtin"}
"""The engine's own plugins: its diagnostics and its formats enter by the same door."""


class Plugin(Struct, frozen=True):
    """Where something was registered, as messages name it."""

    name: str
    module: ModuleType
    source: str | EntryPoint
    """The file or package that it was loaded from, or the entry point of a distribution."""

    @property
    def origin(self) -> str:
        """The distribution and its version, or the file."""
        return self.source if isinstance(self.source, str) else _origin(self.source)

    def __str__(self) -> str:
        return f"{self.name} ({self.origin})"

    def blaming(self, *spared: type[Exception]) -> AbstractContextManager[None]:
        """A block in which whatever is raised is the plugin's fault, but for those spared."""
        return _blaming(self.name, self.source, *spared)


class Plugins:
    """The plugins of one run and what they register, each call guarded and named."""

    def __init__(self) -> None:
        self.manager = pluggy.PluginManager(hookspecs.PROJECT)
        self.manager.add_hookspecs(hookspecs)
        self.loaded: list[Plugin] = []
        self._lone: list[tuple[Plugin, AnyRule]] = []
        self._owners: dict[tuple[str, str], Plugin] = {}

    def add(self, plugin: Plugin) -> None:
        """Register a plugin's hooks; refuses those that the engine does not know."""
        with plugin.blaming():
            self.manager.register(plugin.module, plugin.name)
            self.manager.check_pending()
        self.loaded.append(plugin)

    def add_file(self, path: str) -> None:
        """Load one's own rule from a file that defines ``RULE`` or implements hooks."""
        plugin = Plugin(Path(path).stem, _module_of_file(path), path)
        self.add(plugin)
        rule = getattr(plugin.module, "RULE", None)
        if isinstance(rule, Rule):
            self._lone.append((plugin, rule))
        elif not self.manager.get_hookcallers(plugin.module):
            raise PluginError(
                f"{path}: RULE もフック（@hookimpl）も定義されていません",
                f"{path}: defines neither RULE nor a hook (@hookimpl)",
            )

    def rules(self) -> Iterator[tuple[AnyRule, Plugin]]:
        """Every rule with the plugin that it comes from."""
        for plugin, registered in self._answers("register_rules"):
            for rule in registered:
                if not isinstance(rule, Rule):
                    raise PluginError(
                        f"プラグイン {plugin}: 規則ではないものを登録しています: {rule!r:.80}",
                        f"plugin {plugin}: registers what is not a Rule: {rule!r:.80}",
                    )
                yield rule, plugin
        for plugin, rule in self._lone:
            yield rule, plugin

    def reporters(self) -> dict[str, Reporter]:
        """Reporters by format; two plugins may not give the same format."""
        return self._named(REPORTERS, lambda registered: registered.items())

    def presets(self) -> dict[str, Preset]:
        """Presets by name."""
        return self._named(PRESETS, lambda presets: ((p.name, p) for p in presets))

    def owner(self, hook: str, name: str) -> Plugin:
        """Who registered the reporter or preset of that name, which was asked for before."""
        return self._owners[hook, name]

    def _named(
        self, hook: str, pairs: Callable[[Any], Iterable[tuple[str, Any]]]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for plugin, registered in self._answers(hook):
            with plugin.blaming():
                named = dict(pairs(registered))
            for name, value in named.items():
                if name in found:
                    raise duplicate(name, self.owner(hook, name), plugin)
                found[name], self._owners[hook, name] = value, plugin
        return dict(sorted(found.items()))

    def _answers(self, hook: str) -> Iterator[tuple[Plugin, Any]]:
        implementations = {
            found.plugin_name: found.function
            for found in getattr(self.manager.hook, hook).get_hookimpls()
        }
        for plugin in self.loaded:  # in our order: pluggy's own is last come, first called
            if plugin.name in implementations:
                with plugin.blaming():
                    answer = implementations[plugin.name]()
                    yield_ = answer if isinstance(answer, Mapping) else tuple(answer or ())
                yield plugin, yield_


def load(files: Sequence[str] = (), installed: Iterable[EntryPoint] | None = None) -> Plugins:
    """The engine's own plugins, the installed ones sorted by name, then files of ``--plugin``."""
    from importlib import import_module

    plugins = Plugins()
    for name, module in ENGINE.items():
        plugins.add(Plugin(name, import_module(module), "kouetsu"))
    found = entry_points(group=GROUP) if installed is None else installed
    points = sorted(found, key=lambda point: (point.name, point.value))
    if not points and installed is None:
        raise PluginError(
            "規則がありません: kouetsu がインストールされていません（pip install -e . など）",
            "no rules: kouetsu is not installed (run pip install -e . in a checkout)",
        )
    for point in points:
        with _blaming(point.name, point):
            module = point.load()
        plugins.add(Plugin(point.name, module, point))
    for path in files:
        plugins.add_file(path)
    return plugins


def duplicate(name: str, first: Plugin, second: Plugin) -> PluginError:
    """Two plugins want the same name."""
    return PluginError(
        f"「{name}」が二重に登録されています: {first} と {second}",
        f"“{name}” is registered twice: by {first} and by {second}",
    )


def _origin(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.value


def _module_of_file(path: str) -> ModuleType:
    from hashlib import blake2b
    from importlib.util import module_from_spec, spec_from_file_location

    where = Path(path)
    if not where.is_file():
        raise PluginError(
            f"{path}: プラグインのファイルがありません", f"{path}: no such plugin file"
        )
    digest = blake2b(str(where.resolve()).encode("utf-8", "replace"), digest_size=4).hexdigest()
    name = f"kouetsu_plugin_{digest}_{where.stem}"
    with _blaming(where.stem, path):
        spec = spec_from_file_location(name, where)
        if spec is None or spec.loader is None:
            raise ImportError("not a Python file (.py)")
        module = module_from_spec(spec)
        sys.modules[name] = module  # msgspec looks annotations up there
        spec.loader.exec_module(module)
    return module


@contextmanager
def _blaming(name: str, source: str | EntryPoint, *spared: type[Exception]) -> Iterator[None]:
    """Turn whatever a plugin raises into a PluginError that names it."""
    try:
        yield
    except BaseException as error:
        if isinstance(error, (PluginError, KeyboardInterrupt, MemoryError, *spared)):
            raise
        show_trace(error)
        # perf: the version is asked for only now; reading it parses the distribution's metadata
        whose = f"{name} ({source if isinstance(source, str) else _origin(source)})"
        what = story(error)
        raise PluginError(
            f"プラグイン {whose} に誤りがあります: {what}", f"plugin {whose} is broken: {what}"
        ) from error
