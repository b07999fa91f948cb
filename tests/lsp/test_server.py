"""The language server, spoken to over the protocol with the capabilities of real editors."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

pytest.importorskip("pytest_lsp", reason="pytest-lsp is not installed")
pytest.importorskip("pytest_asyncio")

from editor import SETTINGS, TEXT, Start, applied, edits_of
from lsprotocol import types
from pygls.uris import to_fs_path

from kouetsu.lsp.hovering import plain

pytestmark = pytest.mark.asyncio


def _whole(text: str) -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(text.count("\n"), 0))


def _by_rule(found: list[types.Diagnostic]) -> dict[str, types.Diagnostic]:
    return {str(each.code): each for each in found}


def _columns(diagnostic: types.Diagnostic) -> tuple[int, int, int, int]:
    start, end = diagnostic.range.start, diagnostic.range.end
    return start.line, start.character, end.line, end.character


COLUMNS = {
    # the line: 𠮷田さんは絶対に早起きだ。😀😀朝の港は静か！！！
    "utf-8": {"blunt-word": (6, 16, 6, 22), "piled-marks": (6, 66, 6, 75)},
    "utf-16": {"blunt-word": (6, 6, 6, 8), "piled-marks": (6, 24, 6, 27)},
    "utf-32": {"blunt-word": (6, 5, 6, 7), "piled-marks": (6, 21, 6, 24)},
}


@pytest.mark.parametrize("encoding", COLUMNS)
async def test_columns_are_in_the_agreed_units(start: Start, site: Path, encoding: str) -> None:
    editor = await start([site], encodings=[encoding])
    uri = editor.open(site / "post.md")
    found = [each for each in await editor.told(uri) if each.range.start.line == 6]
    assert {rule: _columns(each) for rule, each in _by_rule(found).items()} == COLUMNS[encoding]
    everything = await editor.actions(uri, _whole(TEXT), ["source.fixAll"])
    resolved = await editor.client.code_action_resolve_async(everything[0])
    assert applied(TEXT, edits_of(resolved), encoding) == TEXT.replace("！！！", "！").replace(
        "！！", "！"
    )


async def test_utf_16_is_spoken_where_nothing_is_agreed(start: Start, site: Path) -> None:
    editor = await start([site], like="neovim@v0.7.0")
    found = await editor.told(editor.open(site / "post.md"))
    marks = [each for each in found if each.code == "piled-marks"]
    assert [_columns(each) for each in marks] == [(1, 13, 1, 15), COLUMNS["utf-16"]["piled-marks"]]


async def test_a_diagnostic_has_all_that_editors_show(start: Start, site: Path) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md")
    found = _by_rule(await editor.told(uri, 1))
    assert found["piled-marks"].severity == types.DiagnosticSeverity.Error
    assert found["blunt-word"].severity == types.DiagnosticSeverity.Warning
    copied = found["copied-sentence"]
    assert copied.severity == types.DiagnosticSeverity.Information
    assert copied.message == "前にもある文"
    assert copied.source == "kouetsu"
    assert copied.related_information is not None
    (related,) = copied.related_information
    assert (related.location.uri, related.message) == (uri, "初出")
    assert related.location.range == types.Range(types.Position(8, 0), types.Position(8, 8))
    assert copied.code_description is not None
    page = to_fs_path(copied.code_description.href)
    assert "copied-sentence を見る" in Path(page).read_text(encoding="utf-8")


async def test_a_diagnostic_links_to_the_page_that_its_rule_names(start: Start, site: Path) -> None:
    editor = await start([site])
    found = _by_rule(await editor.told(editor.open(site / "post.md", "とろとろ煮る。\n")))
    link = found["slow-rule"].code_description
    assert link is not None
    assert link.href == "https://example.org/slow-rule"


async def test_what_a_client_does_not_know_is_not_sent(start: Start, site: Path) -> None:
    editor = await start([site], like="neovim@v0.7.0")
    found = await editor.told(editor.open(site / "post.md"))
    assert all(each.code_description is None for each in found)


async def test_unsaved_text_is_what_is_checked(start: Start, site: Path) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md", "静かな朝。\n")
    assert await editor.told(uri, 1) == []
    version = editor.type(uri, "静かな朝！！\n")
    (found,) = await editor.told(uri, version)
    assert _columns(found) == (0, 4, 0, 6)
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
    )
    count = len(editor.published)
    assert await editor.told(uri, after=count) == []


async def test_separators_that_only_python_takes_for_line_ends(start: Start, site: Path) -> None:
    text = "朝\u2028の\u0085港\x0cは静か！！\r\n次の行！！\rその次！！\n"
    editor = await start([site])
    found = await editor.told(editor.open(site / "post.md", text))
    assert [_columns(each) for each in found] == [(0, 9, 0, 11), (1, 3, 1, 5), (2, 3, 2, 5)]


async def test_a_byte_order_mark_and_lone_surrogates_keep_their_columns(
    start: Start, site: Path
) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md", "\ufeff朝！！\n")
    (found,) = await editor.told(uri)
    assert _columns(found) == (0, 2, 0, 4)
    assert "！！" not in applied(
        "\ufeff朝！！\n",
        edits_of((await editor.actions(uri, found.range, ["quickfix"]))[0]),
    )


async def test_keystrokes_in_a_row_are_checked_once_and_stale_outcomes_never_told(
    start: Start, site: Path
) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md", "のろのろ。\n")
    await editor.told(uri, 1)
    first = editor.type(uri, "のろのろ朝！！\n")
    await asyncio.sleep(0.25)  # its check, which takes 0.6 s, is under way
    for length in range(3, 8):
        editor.type(uri, f"のろのろ朝{'！' * length}\n")
        await asyncio.sleep(0.005)
    last = editor.type(uri, "のろのろ朝！！！！！！！！！\n")
    (found,) = await editor.told(uri, last)
    assert found.message.startswith("感嘆符が9個")
    await asyncio.sleep(0.7)
    versions = [each.version for each in editor.published if each.uri == uri]
    assert versions == [1, last]
    assert first not in versions


async def test_each_fix_is_offered_and_applies(start: Start, site: Path) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md")
    found = _by_rule(await editor.told(uri))
    offered = await editor.actions(uri, found["blunt-word"].range, ["quickfix"])
    fix = offered[0]
    assert (fix.title, fix.is_preferred) == ("和らげる（要確認） [blunt-word]", False)
    assert applied(TEXT, edits_of(fix)) == TEXT.replace("絶対", "たぶん")
    assert list(fix.diagnostics or ()) == [found["blunt-word"]]
    safe = (await editor.actions(uri, found["piled-marks"].range, ["quickfix"]))[0]
    assert (safe.title, safe.is_preferred) == ("余りを消す [piled-marks]", True)
    assert safe.edit is not None
    assert safe.edit.document_changes is not None
    change = safe.edit.document_changes[0]
    assert isinstance(change, types.TextDocumentEdit)
    assert change.text_document.version == 1


async def test_all_safe_fixes_at_once_as_the_command_does_it(start: Start, site: Path) -> None:
    for like in ("visual-studio-code", "neovim@v0.7.0", "emacs"):
        editor = await start([site], like=like, encodings=["utf-16"])
        uri = editor.open(site / "post.md")
        await editor.told(uri)
        offered = await editor.actions(uri, _whole(TEXT), ["source.fixAll"])
        assert [each.kind for each in offered] == ["source.fixAll.kouetsu"]
        action = offered[0]
        assert (action.edit is None) == (like != "emacs")  # others ask for it when it is chosen
        if action.edit is None:
            action = await editor.client.code_action_resolve_async(action)
        wanted = TEXT.replace("！！！", "！").replace("！！", "！")
        assert applied(TEXT, edits_of(action)) == wanted
        assert "絶対" in wanted


async def test_actions_are_for_the_text_as_it_is_now(start: Start, site: Path) -> None:
    editor = await start([site], "--pause", "60000")
    uri = editor.open(site / "post.md", "朝。\n")
    await editor.told(uri, 1)
    version = editor.type(uri, "朝は絶対だ。\n")
    whole = _whole("朝は絶対だ。\n")
    offered = await editor.actions(uri, whole, ["quickfix"])
    assert applied("朝は絶対だ。\n", edits_of(offered[0])) == "朝はたぶんだ。\n"
    assert await editor.told(uri, version)


@pytest.mark.parametrize("name", ["piled-marks", "blunt-word", "copied-sentence"])
async def test_a_rule_is_silenced_here_or_in_the_whole_post(
    start: Start, site: Path, name: str
) -> None:
    editor = await start([site])
    uri = editor.open(site / "post.md")
    found = await editor.told(uri)
    each = [diagnostic for diagnostic in found if diagnostic.code == name][-1]
    offered = await editor.actions(uri, each.range, ["quickfix"])
    here = next(a for a in offered if a.title == f"ここでは {name} を抑制する")
    text = applied(TEXT, edits_of(here))
    assert f"\n\n<!-- kouetsu-disable-next-line {name} -->\n\n" in text
    left = await editor.told(uri, editor.type(uri, text))
    before = sum(one.code == name for one in found)
    assert sum(one.code == name for one in left) == before - 1
    assert not [one for one in left if one.code == "unused-suppression"]
    everywhere = next(a for a in offered if a.title == f"この記事では {name} を抑制する")
    whole = applied(TEXT, edits_of(everywhere))
    assert f"kouetsu:\n  disable: [{name}]\n---\n" in whole


async def test_hover_shows_the_page_of_the_rule(start: Start, site: Path) -> None:
    editor = await start([site])
    uri = editor.open(
        site / "post.md", "朝！！\n\n<!-- kouetsu-disable-next-line blunt-word -->\n\n夜。\n"
    )
    await editor.told(uri)
    assert "piled-marks を見る" in await editor.hover(uri, 0, 2)
    assert "blunt-word を見る" in await editor.hover(uri, 2, 36)
    assert await editor.hover(uri, 4, 0) == ""


async def test_messages_are_in_the_language_of_the_command_the_settings_the_client(
    start: Start, site: Path
) -> None:
    post = site / "post.md"
    editor = await start([site], locale="en-US")
    found = _by_rule(await editor.told(editor.open(post)))
    assert found["blunt-word"].message == "too blunt"
    editor = await start([site], "--lang", "ja", locale="en")
    found = _by_rule(await editor.told(editor.open(post)))
    assert found["blunt-word"].message == "言い切りすぎ"
    (site / "kouetsu.yaml").write_text(SETTINGS + "lang: en\n", encoding="utf-8")
    editor = await start([site], locale="ja")
    uri = editor.open(post)
    found = _by_rule(await editor.told(uri))
    assert found["blunt-word"].message == "too blunt"
    assert "Looks at blunt-word." in await editor.hover(uri, 6, 6)


@pytest.mark.parametrize("like", ["visual-studio-code", "emacs"])
async def test_what_is_typed_during_the_mending_stays(start: Start, site: Path, like: str) -> None:
    """Emacs has the edit at once, and can't bind it to a version."""
    editor = await start([site], like=like)
    before, after = "朝！！\nのろのろ。\n", "今打った行\n朝！！\n絶対。\n"
    uri = editor.open(site / "post.md", before)
    await editor.told(uri, 1)

    async def all_safe_fixes() -> types.CodeAction:
        offered = await editor.actions(uri, _whole(before), ["source.fixAll"])
        if offered[0].edit is not None:
            return offered[0]
        return await editor.client.code_action_resolve_async(offered[0])

    request = asyncio.ensure_future(all_safe_fixes())
    await asyncio.sleep(0.3)
    editor.type(uri, after)
    assert applied(after, edits_of(await request)) == after.replace("！！", "！")


async def test_a_cancelled_request_is_answered_and_the_next_one_too(
    start: Start, site: Path
) -> None:
    editor = await start([site])
    text = "のろのろ朝！！\n"
    uri = editor.open(site / "post.md", text)
    request = asyncio.ensure_future(editor.actions(uri, _whole(text), ["quickfix"]))
    await asyncio.sleep(0.2)
    pending = [key for key, f in editor.client.protocol._request_futures.items() if not f.done()]
    editor.client.cancel_request(types.CancelParams(pending[-1]))
    with pytest.raises(Exception, match="cancel"):
        await request
    assert len(await editor.actions(uri, _whole(text), ["quickfix"])) >= 1


async def test_shutdown_in_the_midst_of_a_check_is_clean(start: Start, site: Path) -> None:
    editor = await start([site])
    editor.open(site / "post.md", "のろのろ朝！！\n")
    await asyncio.sleep(0.1)
    server = editor.client._server
    assert server is not None
    await asyncio.wait_for(editor.client.shutdown_session(), 10)
    assert server.returncode == 0
    assert editor.published == []


async def test_an_exit_without_shutdown_is_a_failure(start: Start, site: Path) -> None:
    editor = await start([site])
    server = editor.client._server
    assert server is not None
    editor.client.exit(None)
    assert await asyncio.wait_for(server.wait(), 10) == 1


async def test_other_documents_are_left_alone(start: Start, site: Path) -> None:
    editor = await start([site])
    settings = editor.open(site / "kouetsu.yaml", "title: 朝！！\n", "yaml")
    assert await editor.actions(settings, _whole("朝\n")) == []
    untitled = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, "朝！！\n")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(untitled))
    found = await editor.told("untitled:Untitled-1")
    assert [each.code for each in found] == ["piled-marks"]
    assert not [each for each in editor.published if each.uri == settings]
    assert os.listdir(site)


async def test_what_is_not_saved_yet_is_checked_where_the_site_names_its_posts(
    start: Start, site: Path
) -> None:
    (site / "kouetsu.yaml").write_text("posts: [_posts/**/*.md]\n", encoding="utf-8")
    editor = await start([site])
    untitled = types.TextDocumentItem("untitled:Untitled-2", "markdown", 1, "朝！！\n")
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(untitled))
    assert [each.code for each in await editor.told("untitled:Untitled-2")]


async def test_a_page_in_plain_text_has_no_signs_of_markup_but_those_it_shows() -> None:
    page = "**piled-marks** (marks)\n\n## 例\n\n```md bad\n## 朝！！\n```\n\n`**！！**` を見る。\n"
    assert plain(page) == "piled-marks (marks)\n\n例\n\n## 朝！！\n\n**！！** を見る。\n"
