"""Rules for tests of the engine: each finds a word, and may put another in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType
from typing import Any

from kouetsu.api import (
    AnyRule,
    Edit,
    Finding,
    Fix,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
    hookimpl,
)
from kouetsu.run.plan import Outfit
from kouetsu.run.plugins import Plugin, Plugins, load

MakeOutfit = Callable[..., Outfit]


class WordOptions(RuleOptions, frozen=True, kw_only=True):
    at_most: int = 0


def word_rule(
    name: str,
    word: str,
    *,
    instead: str | None = None,
    safety: Safety = Safety.SAFE,
    severity: Severity = Severity.ERROR,
    group: str = "words",
    **more: Any,
) -> AnyRule:
    """A rule that finds the word from its ``at-most``-th place on."""

    def check(post: Post, options: WordOptions) -> Iterator[Finding]:
        for place in list(re.finditer(re.escape(word), post.text))[options.at_most :]:
            span = Span(*place.span())
            fix = None if instead is None else Fix((Edit(span, instead),), safety, "mend")
            yield Finding(span, "found", {"word": word}, fix=fix)

    return Rule(
        name=name,
        group=group,
        severity=severity,
        options=WordOptions,
        check=check,
        messages={"found": ("「{word}」がある", "{word} stands here"), "mend": ("直す", "mend")},
        doc="語がある。",
        **more,
    )


def plugins_of(*rules: AnyRule) -> Plugins:
    """The engine's own plugins, and one named ``test`` with these rules."""

    def register_rules() -> Iterable[AnyRule]:
        return rules

    module = ModuleType("test_plugin")
    module.register_rules = hookimpl(register_rules)  # type: ignore[attr-defined]
    found = load(installed=())
    found.add(Plugin("test", module, "test 1.0"))
    return found
