"""The plugin: what it registers. Each hook imports what it needs when it is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kouetsu.api import AnyRule, Preset, Reporter, hookimpl


@hookimpl
def register_rules() -> Iterable[AnyRule]:
    from kouetsu_tone import borrowed_excerpt, piled_exclamation

    return [borrowed_excerpt.RULE, piled_exclamation.RULE]


@hookimpl
def register_reporters() -> Mapping[str, Reporter]:
    from kouetsu_tone.csv_report import write

    return {"csv": write}


@hookimpl
def register_presets() -> Iterable[Preset]:
    from kouetsu_tone.zine import ZINE

    return [ZINE]
