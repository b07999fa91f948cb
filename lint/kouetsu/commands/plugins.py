"""``kouetsu plugins``: where rules, formats and presets come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kouetsu.commands.options import Parser, add_language, add_plugins
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry


def run(arguments: Sequence[str]) -> int:
    """Print each plugin with its distribution, version and number of rules."""
    parser = Parser("plugins", "List plugins and their versions / プラグインの一覧")
    add_plugins(parser)
    add_language(parser)
    args = parser.parse_args(arguments)
    plugins = load(tuple(args.plugin))
    registry = Registry.of(plugins)
    counts = Counter(plugin.name for plugin in registry.origin.values())
    width = max(len(plugin.name) for plugin in plugins.loaded)
    for plugin in plugins.loaded:
        print(f"{plugin.name:<{width}}  {plugin.origin}  rules: {counts[plugin.name]}")
    print(f"formats: {', '.join(plugins.reporters())}")
    print(f"presets: {', '.join(plugins.presets())}")
    return 0
