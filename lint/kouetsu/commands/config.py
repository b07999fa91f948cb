"""``kouetsu config``: what holds here and where it comes from; or the schema for editors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

import msgspec

from kouetsu.commands.options import Parser, add_selection, add_site, outfit_of
from kouetsu.commands.telling import as_utf8
from kouetsu.run.config import shown_path
from kouetsu.run.config_schema import schema
from kouetsu.run.plan import Outfit


def run(arguments: Sequence[str]) -> int:
    """Print the effective configuration as YAML, or the JSON Schema of ``kouetsu.yaml``."""
    parser = Parser("config", "Show the effective configuration / 有効な設定を示す")
    add_site(parser)
    add_selection(parser)
    parser.add_argument(
        "--schema",
        action="store_true",
        help="show the JSON Schema of kouetsu.yaml / kouetsu.yaml の JSON Schema を示す",
    )
    parser.add_argument(
        "--for",
        dest="path",
        metavar="PATH",
        help="what holds for that post / その記事に効く設定を示す",
    )
    args = parser.parse_args(arguments)
    outfit = outfit_of(args)
    if args.schema:
        found = schema(outfit.registry, outfit.plugins.presets())
        as_utf8(sys.stdout)
        print(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_effective(outfit, args.path or None)))
    return 0


def _effective(outfit: Outfit, path: str | None) -> Iterator[str]:
    from pathlib import Path

    config = outfit.plan.config
    source = shown_path(Path(config.path)) if config.path else "none: defaults / なし（既定値）"
    yield f"# kouetsu.yaml: {source}"
    profile = outfit.profile(path)
    if path:
        yield f"# for / 対象: {path}" + (
            "" if profile.site.claimed else " (not among posts / posts の対象外)"
        )
    yield f"preset: {_value(config.preset)}"
    yield f"posts: {_value(outfit.posts)}"
    yield f"exclude: {_value(config.exclude)}"
    yield f"lang: {_value(config.lang)}"
    yield f"flavor: {_value(profile.site.flavor)}"
    yield f"baseline: {_value(config.baseline)}"
    yield f"front-matter: {_value(config.schema)}"
    yield f"select: {_value(list(profile.chosen))}"
    levels = {name: c.severity.label for name, c in profile.chosen.items() if c.severity}
    yield f"severity: {_value(levels)}"
    yield "rules:"
    for name, chosen in profile.chosen.items():
        options = msgspec.to_builtins(chosen.options)
        if options:
            yield f"  {name}: {_value(options)}"


def _value(value: object) -> str:
    """JSON, which is YAML."""
    return json.dumps(value, ensure_ascii=False, default=list)
