"""A small site of its own for every test: rules from here, posts in a fresh folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from word_rules import MakeOutfit, plugins_of

from kouetsu.api import AnyRule
from kouetsu.run.config import Config
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.registry import Registry


@pytest.fixture
def outfit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeOutfit:
    """Make an outfit of rules in an empty folder, which is the working directory."""
    monkeypatch.chdir(tmp_path)

    def make(*rules: AnyRule, config: Config | None = None, **choices: Any) -> Outfit:
        found = plugins_of(*rules)
        plan = Plan(config or Config(root=str(tmp_path)), Choices(**choices))
        return Outfit(plan, found, Registry.of(found))

    return make
