"""What a word of a selection stands for."""

from __future__ import annotations

from types import ModuleType

import pytest

from kouetsu.api import Rule, Severity
from kouetsu.errors import PluginError
from kouetsu.run.plugins import Plugin
from kouetsu.run.registry import Registry

PLUGIN = Plugin("test", ModuleType("test"), "test 1.0")


def rule(name: str, group: str) -> Rule:  # type: ignore[type-arg]
    return Rule(
        name=name,
        group=group,
        severity=Severity.INFO,
        messages={},
        doc="見本。",
        check=lambda post, options: (),
    )


def test_a_rule_may_bear_the_name_of_its_group_and_the_word_means_the_rule() -> None:
    registry = Registry([(rule("tone", "tone"), PLUGIN), (rule("voice", "tone"), PLUGIN)])
    assert registry.named("tone") == {"tone"}


def test_a_rule_may_not_bear_the_name_of_another_group() -> None:
    with pytest.raises(PluginError):
        Registry([(rule("tone", "style"), PLUGIN), (rule("voice", "tone"), PLUGIN)])
