"""An editor as the tests have it: pytest-lsp's client that keeps every publication."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.client import JsonRPCClient
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

HERE = Path(__file__).parent
LIVELY = HERE / "lively.py"
SETTINGS = "select: [piled-marks, blunt-word, copied-sentence, slow-rule]\n"
TEXT = """---
title: 𠮷野家の朝！！
---

# 𩸽を焼く

𠮷田さんは絶対に早起きだ。😀😀朝の港は静か！！！

朝の港は静かだ。

- 波の音
- 朝の港は静かだ。
"""
PATIENCE = 30.0


@dataclass
class Editor:
    """What a test does with the server."""

    client: LanguageClient
    published: list[types.PublishDiagnosticsParams] = field(default_factory=list)
    watchers: list[types.Registration] = field(default_factory=list)
    version: int = 1

    def open(self, path: Path, text: str | None = None, language: str = "markdown") -> str:
        """Open a post; of text that is not the disk's, it is not saved."""
        uri = path.as_uri()
        if text is None:
            text = path.read_bytes().decode("utf-8")
        item = types.TextDocumentItem(uri, language, self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, text: str) -> int:
        """The whole text after a keystroke; the number of this version."""
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        params = types.DidChangeTextDocumentParams(identifier, [change])
        self.client.text_document_did_change(params)
        return self.version

    async def told(
        self, uri: str, version: int | None = None, *, after: int = 0
    ) -> list[types.Diagnostic]:
        """The diagnostics published for that version of a document."""
        found = await self.until(
            lambda: [
                each
                for each in self.published[after:]
                if each.uri == uri and (version is None or each.version == version)
            ]
        )
        return list(found[-1].diagnostics)

    async def until(self, look: Callable[[], Any]) -> Any:
        """What ``look`` sees as soon as it sees something."""
        end = time.monotonic() + PATIENCE
        while not (seen := look()):
            assert time.monotonic() < end, "the server does not answer"
            await asyncio.sleep(0.01)
        return seen

    async def actions(
        self, uri: str, at: types.Range, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=only)  # type: ignore[arg-type]
        identifier = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(identifier, at, context)
        found = await self.client.text_document_code_action_async(params)
        return [each for each in found or () if isinstance(each, types.CodeAction)]

    async def hover(self, uri: str, line: int, character: int) -> str:
        position = types.Position(line, character)
        params = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        found = await self.client.text_document_hover_async(params)
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value


Start = Callable[..., Awaitable[Editor]]


async def started(
    folders: Iterable[Path],
    *arguments: str,
    like: str = "visual-studio-code",
    encodings: list[str] | None = None,
    locale: str | None = None,
    plugin: Path | None = LIVELY,
) -> Editor:
    """A server with a client that can do what that editor can."""
    editors: list[Editor] = []

    def client() -> JsonRPCClient:
        made = LanguageClient()
        features = dict(DEFAULT_CLIENT_FEATURES)
        editor = Editor(made)
        editors.append(editor)

        def publish(params: types.PublishDiagnosticsParams) -> None:
            editor.published.append(params)

        def register(params: types.RegistrationParams) -> None:
            editor.watchers.extend(params.registrations)

        features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = publish
        features[types.CLIENT_REGISTER_CAPABILITY] = register
        register_lsp_features(made, features)
        return made

    command = [sys.executable, "-m", "kouetsu", "lsp", "--pause", "20"]
    if plugin is not None:
        command += ["--plugin", str(plugin)]
    config = ClientServerConfig([*command, *arguments], client)
    await config.start()
    editor = editors[0]
    capabilities = client_capabilities(like)
    if encodings is not None:
        capabilities.general = types.GeneralClientCapabilities(
            position_encodings=encodings  # type: ignore[arg-type]
        )
    opened = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders]
    params = types.InitializeParams(
        capabilities=capabilities, workspace_folders=opened, locale=locale
    )
    await editor.client.initialize_session(params)
    return editor


def applied(text: str, edits: Iterable[types.TextEdit], encoding: str = "utf-16") -> str:
    """The text after the edits, by the tests' own counting: units of the encoding, from 0."""
    starts = [0]
    for index, character in enumerate(text):
        crlf = character == "\r" and text[index + 1 : index + 2] == "\n"
        if character in "\n\r" and not crlf:
            starts.append(index + 1)

    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]

    def offset(position: types.Position) -> int:
        start = starts[position.line] if position.line < len(starts) else len(text)
        units = text[start:].encode(codec)
        return start + len(units[: position.character * width].decode(codec))

    for edit in sorted(edits, key=lambda each: offset(each.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


def edits_of(action: types.CodeAction) -> list[types.TextEdit]:
    """The edits of an action on its one document."""
    assert action.edit is not None
    if action.edit.changes is not None:
        (edits,) = action.edit.changes.values()
        return list(edits)
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    assert isinstance(change, types.TextDocumentEdit)
    return [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
