"""The editor is told what the command says, post by post, with the stock rules."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pytest_lsp", reason="pytest-lsp is not installed")

from editor import LIVELY, Editor, applied, edits_of, started
from lsprotocol import types

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LEVELS = {1: "error", 2: "warning", 3: "info"}


def _command(folder: Path, *arguments: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "kouetsu", "check", "--no-cache", "--lang", "ja", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def _place(diagnostic: types.Diagnostic) -> tuple[int, ...]:
    start, end = diagnostic.range.start, diagnostic.range.end
    return start.line + 1, start.character + 1, end.line + 1, end.character + 1


async def _mended(editor: Editor, uri: str, text: str) -> str:
    whole = types.Range(types.Position(0, 0), types.Position(text.count("\n"), 0))
    offered = await editor.actions(uri, whole, ["source.fixAll"])
    if not offered:
        return text
    action = await editor.client.code_action_resolve_async(offered[0])
    return applied(text, edits_of(action), "utf-32") if action.edit else text


@pytest.mark.asyncio
async def test_the_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    site = tmp_path / "site"
    shutil.copytree(EXAMPLES, site)
    report = json.loads(_command(site, "--format", "json"))
    posts = sorted((site / "posts").glob("*.md"))
    assert posts
    editor = await started([site], "--lang", "ja", encodings=["utf-32"], plugin=None)
    mended = {}
    for post in posts:
        uri = editor.open(post)
        told = [
            (each.code, *_place(each), LEVELS[int(each.severity or 0)], each.message)
            for each in await editor.told(uri)
        ]
        wanted = [
            (
                each["rule"],
                *(each[side][part] for side in ("start", "end") for part in ("line", "column")),
                each["severity"],
                each["message"],
            )
            for each in report["diagnostics"]
            if each["path"] == f"posts/{post.name}"
        ]
        assert told == wanted
        mended[post] = await _mended(editor, uri, post.read_text(encoding="utf-8"))
    await editor.client.shutdown_session()
    await editor.client.stop()
    _command(site, "--fix")
    assert {post: post.read_text(encoding="utf-8") for post in posts} == mended


SILENCED = {
    "a block": "朝！！\n\n絶対だ。\n\n夜。\n",
    # kramdown reads both as one: no comment may stand between them
    "a list right below a paragraph": "朝！！\n- 絶対だ\n\n夜。\n",
    "a list at the end": "朝！！\n- 絶対だ\n",
}


@pytest.mark.asyncio
@pytest.mark.parametrize("text", SILENCED.values(), ids=SILENCED)
async def test_silencing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("KOUETSU_CACHE_DIR", str(tmp_path / "cache"))
    site = tmp_path / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text("select: [blunt-word]\n", encoding="utf-8")
    post = site / "post.md"
    post.write_text(text, encoding="utf-8")
    editor = await started([site], "--lang", "en", encodings=["utf-32"])
    uri = editor.open(post)
    (told,) = await editor.told(uri)
    offered = await editor.actions(uri, told.range, ["quickfix"])
    await editor.client.shutdown_session()
    await editor.client.stop()
    (here,) = [each for each in offered if each.title == "Silence blunt-word here"]
    _command(site, "--plugin", str(LIVELY), "--add-suppressions", "")
    assert applied(text, edits_of(here), "utf-32") == post.read_text(encoding="utf-8")
