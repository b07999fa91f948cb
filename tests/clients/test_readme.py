"""The README shows each way in, briefly; the tests of each client run what it shows."""

from __future__ import annotations

import re

import pytest
from documents import ROOT, snippet

WAYS = ("pre-commit", "workflow", "vim-quickfix", "neovim-enable", "formats")


@pytest.mark.parametrize("document", ["README.md", "README.ja.md"])
def test_each_way_in_takes_ten_lines_at_most(document: str) -> None:
    for way in WAYS:
        assert len(snippet(document, way).splitlines()) <= 10, way


def test_both_languages_show_the_same() -> None:
    for way in WAYS:
        english, japanese = (_code(snippet(f"README{end}", way)) for end in (".md", ".ja.md"))
        assert english == japanese


def test_each_example_of_the_documents_is_one_that_a_test_runs() -> None:
    tests = "".join(path.read_text("utf-8") for path in (ROOT / "tests/clients").glob("test_*.py"))
    for path in [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("*.md")]:
        named = re.findall(r"<!-- snippet: ([\w-]+) -->", path.read_text(encoding="utf-8"))
        for name in named:
            assert f'"{name}"' in tests, f"{path.name}: {name}"


def _code(text: str) -> list[str]:
    """Without comments, which are in the language of the reader."""
    lines = (
        re.sub(r'^["#-]\S* .*| (?:"|#|--) .*', "", line).rstrip() for line in text.splitlines()
    )
    return [line for line in lines if line]
