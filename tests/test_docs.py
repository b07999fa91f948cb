"""The written pages say what the rules say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"


def test_the_rule_pages_are_those_of_the_rules() -> None:
    spec = importlib.util.spec_from_file_location("write_pages", DOCS / "write_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = {path.name: path.read_text("utf-8") for path in (DOCS / "rules").glob("*.md")}
    assert written == module.pages(), "run: make docs"
