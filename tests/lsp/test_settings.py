"""Settings that change while posts are open, and whose they are."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp", reason="pytest-lsp is not installed")
pytest.importorskip("pytest_asyncio")

from editor import SETTINGS, Editor, Start
from lsprotocol import types

pytestmark = pytest.mark.asyncio


async def _say_changed(editor: Editor, path: Path) -> None:
    await editor.until(lambda: editor.watchers)
    change = types.FileEvent(path.as_uri(), types.FileChangeType.Changed)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))


@pytest.mark.parametrize("like", ["visual-studio-code", "neovim@v0.7.0"])
async def test_changed_settings_apply_at_once(start: Start, site: Path, like: str) -> None:
    editor = await start([site], like=like)
    settings = site / "kouetsu.yaml"
    uri = editor.open(site / "post.md", "朝！！\n")
    assert [each.code for each in await editor.told(uri)] == ["piled-marks"]

    async def write(text: str) -> list[types.Diagnostic]:
        count = len(editor.published)
        settings.write_text(text, encoding="utf-8")
        if like.startswith("visual"):
            await _say_changed(editor, settings)
        return await editor.told(uri, after=count)

    assert await write(SETTINGS + "rules: {piled-marks: {limit: 2}}\n") == []
    # a mistake in them: told once, and the last good ones stay
    assert await write(SETTINGS + "rules: {piled-marks: {limits: 2}}\n") == []
    await editor.until(lambda: editor.client.messages)
    (message,) = editor.client.messages
    assert message.type == types.MessageType.Error
    assert "kouetsu.yaml:2:23" in message.message
    assert "limit" in message.message
    (found,) = await write(SETTINGS + "severity: {piled-marks: info}\n")
    assert found.severity == types.DiagnosticSeverity.Information


async def test_files_that_are_no_settings_change_nothing(start: Start, site: Path) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md", "朝！！\n")
    await editor.told(uri)
    for number in range(3):
        (site / "manifest.json").write_text(str(number), encoding="utf-8")
        await _say_changed(editor, site / "manifest.json")
    await asyncio.sleep(0.3)
    assert await editor.told(uri, editor.type(uri, "朝。\n")) == []
    assert len(editor.published) == 2


async def test_settings_that_change_during_a_check_apply(start: Start, site: Path) -> None:
    editor = await start([site])
    editor.open(site / "post.md", "朝！！\nのろのろ\n")
    await asyncio.sleep(0.3)
    settings = SETTINGS + "severity: {piled-marks: info}\n"
    (site / "kouetsu.yaml").write_text(settings, encoding="utf-8")
    await _say_changed(editor, site / "kouetsu.yaml")
    mild = types.DiagnosticSeverity.Information
    await editor.until(
        lambda: editor.published and editor.published[-1].diagnostics[0].severity == mild
    )


async def test_a_name_that_no_file_has_is_told_and_mended(start: Start, site: Path) -> None:
    settings = site / "kouetsu.yaml"
    settings.write_text(SETTINGS + 'baseline: "a\\0b"\n', encoding="utf-8")
    editor = await start([site])
    uri = editor.open(site / "post.md", "朝！！\n")
    assert await editor.told(uri) == []
    await editor.until(lambda: editor.client.messages)
    settings.write_text(SETTINGS, encoding="utf-8")
    await _say_changed(editor, settings)
    await editor.until(lambda: editor.published[-1].diagnostics)


async def test_trouble_is_told_again_when_a_post_is_opened_again(start: Start, site: Path) -> None:
    (site / "kouetsu.yaml").write_text("selects: [default]\n", encoding="utf-8")
    editor = await start([site])
    uri = editor.open(site / "post.md", "朝。\n")
    await editor.until(lambda: len(editor.client.messages) == 1)
    closed = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    editor.client.text_document_did_close(closed)
    editor.open(site / "post.md", "朝。\n")
    await editor.until(lambda: len(editor.client.messages) == 2)


async def test_each_folder_of_the_workspace_has_its_own_settings(
    start: Start, tmp_path: Path
) -> None:
    strict, loose, plain = (tmp_path / name for name in ("strict", "loose", "ふつう"))
    for folder in (strict, loose, plain):
        folder.mkdir()
        (folder / "post.md").write_text("朝！！！\n絶対。\n", encoding="utf-8")
        (folder / "README.md").write_text("朝！！！\n", encoding="utf-8")
    (strict / "kouetsu.yaml").write_text("select: [piled-marks]\nposts: [post.md]\n")
    (loose / "kouetsu.yaml").write_text("select: [blunt-word]\nexclude: [README.md]\n")
    editor = await start([strict, loose])
    codes = {}
    for folder in (strict, loose):
        uri = editor.open(folder / "post.md")
        codes[folder.name] = [each.code for each in await editor.told(uri)]
        assert await editor.told(editor.open(folder / "README.md")) == []
    assert codes == {"strict": ["piled-marks"], "loose": ["blunt-word"]}
    added = types.WorkspaceFoldersChangeEvent([types.WorkspaceFolder(plain.as_uri(), "")], [])
    editor.client.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(added)
    )
    found = await editor.told(editor.open(plain / "post.md"))
    assert {"piled-marks", "blunt-word"} <= {str(each.code) for each in found}
