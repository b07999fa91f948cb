"""Checks of open documents: what is read again, what a baseline leaves out, what goes wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="pygls is not installed")

from editor import LIVELY, SETTINGS

from kouetsu.findings import Diagnostic
from kouetsu.lsp.documents import Document, Linted, opened
from kouetsu.lsp.linting import Linting
from kouetsu.lsp.sites import Sites
from kouetsu.run import baseline, plugins
from kouetsu.run.registry import Registry
from kouetsu.text import tokens
from kouetsu.text.tokens import Token


@pytest.fixture
def told() -> list[Linted]:
    return []


@pytest.fixture
def linting(told: list[Linted]) -> Linting:
    loaded = plugins.load((str(LIVELY),))
    sites = Sites(loaded, Registry.of(loaded))

    def publish(_: Document, linted: Linted) -> None:
        told.append(linted)

    return Linting(sites, publish, wish=lambda: ("en", None), pause=0.0)


def _document(folder: Path, text: str) -> Document:
    return opened((folder / "post.md").as_uri(), text, 1)


def _rules(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.rule for each in found]


def test_a_keystroke_reads_the_words_of_one_sentence(
    linting: Linting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    read: list[str] = []
    tokenize = tokens.tokenize

    def noted(text: str) -> list[Token]:
        read.append(text)
        return tokenize(text)

    monkeypatch.setattr(tokens, "tokenize", noted)
    sentences = [f"{number}番の舟が沖に出る。" for number in range(50)]
    document = _document(tmp_path, "\n".join(sentences))

    async def type_() -> None:
        await linting.current(document)
        assert read == sentences
        for text in ("これは絶対の舟。", "これは絶対に舟。"):
            read.clear()
            document.change("\n".join([*sentences[:25], text, *sentences[25:]]), 2)
            linted = await linting.current(document)
            assert linted is not None
            assert read == [text]
            assert _rules(linted.diagnostics) == ["blunt-word"]

    asyncio.run(type_())


def test_the_baseline_of_the_site_is_left_out(
    linting: Linting, tmp_path: Path, told: list[Linted]
) -> None:
    (tmp_path / "kouetsu.yaml").write_text(SETTINGS + "baseline: known.json\n", encoding="utf-8")
    (tmp_path / "other.md").write_text("昼！！！！\n", encoding="utf-8")
    key = ("piled-marks", "!!")
    entries = [("post.md", key), ("other.md", ("piled-marks", "!!!!"))]
    baseline.write(baseline.of(entries), tmp_path / "known.json")
    document = _document(tmp_path, "朝！！\n絶対。\n昼！！！！\n")

    async def look() -> list[str]:
        linted = await linting.current(document)
        assert linted is not None
        return _rules(linted.diagnostics)

    async def check() -> None:
        assert await look() == ["blunt-word", "piled-marks"]
        (tmp_path / "other.md").unlink()  # its entry may serve a renamed post now
        document.edition += 1
        assert await look() == ["blunt-word"]
        baseline.write(baseline.of([]), tmp_path / "known.json")
        document.edition += 1
        assert await look() == ["piled-marks", "blunt-word", "piled-marks"]

    asyncio.run(check())
    assert len(told) == 3


def test_a_fault_of_the_engine_does_not_end_the_server(
    linting: Linting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no such luck")

    document = _document(tmp_path, "朝。\n")
    monkeypatch.setattr("kouetsu.lsp.linting.check_post", broken)

    async def check() -> None:
        linted = await linting.current(document)
        assert linted is not None
        assert linted.trouble.startswith("RuntimeError: no such luck (test_linting.py, line ")
        monkeypatch.undo()
        document.edition += 1
        linted = await linting.current(document)
        assert linted is not None
        assert linted.trouble == ""

    asyncio.run(check())
