"""The written pages say what the rules say."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

from kouetsu.cli import main
from kouetsu.run.config_reading import SITE_KEYS

DOCS = Path(__file__).parent.parent / "docs"


def test_the_rule_pages_are_those_of_the_rules() -> None:
    spec = importlib.util.spec_from_file_location("write_pages", DOCS / "write_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = {path.name: path.read_text("utf-8") for path in (DOCS / "rules").glob("*.md")}
    assert written == module.pages(), "run: make docs"


def test_the_example_of_json_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(DOCS.parent)
    (shown,) = re.findall(r"```json\n(.*?)```", (DOCS / "formats.md").read_text("utf-8"), re.DOTALL)
    wanted = json.loads(shown)
    (found,) = wanted["diagnostics"]
    given = ("--select", found["rule"], "--format", "json", "--lang", "en", "--no-cache")
    main(["check", found["path"], "--config", "examples/kouetsu.yaml", *given])
    printed = json.loads(capsys.readouterr().out)
    assert {**printed, "tool": None} == {**wanted, "tool": None}


def test_the_page_on_the_configuration_names_every_key_and_shows_a_sound_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (DOCS / "configuration.md").read_text("utf-8")
    named = re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE)
    assert named[: len(named) // 2] == named[len(named) // 2 :]
    assert set(named) == set(SITE_KEYS)
    (shown,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "kouetsu.yaml").write_text(shown, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0, capsys.readouterr().err
    assert all(f"\n{key}:" in f"\n{shown}" for key in SITE_KEYS if key not in ("posts", "flavor"))


def _anchors(page: Path) -> set[str]:
    """The anchors of headings, as GitHub makes them."""
    text = re.sub(r"^(`{3,}).*?^\1", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    heads = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize(
    "page",
    [*DOCS.parent.glob("*.md"), *DOCS.glob("*.md"), *DOCS.parent.glob("bench/*.md")],
    ids=lambda page: page.name,
)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^(`{3,}).*?^\1", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link
