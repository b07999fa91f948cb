"""The language server itself: which message of the protocol leads where."""

from __future__ import annotations

import asyncio
import os
import sys
from functools import partial
from typing import BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

import kouetsu
from kouetsu import NAME
from kouetsu.lsp import actions, hovering
from kouetsu.lsp.documents import Document, Linted, is_post, opened, path_of
from kouetsu.lsp.linting import Linting
from kouetsu.lsp.protocol import Protocol, log, log_briefly
from kouetsu.lsp.sites import Sites
from kouetsu.lsp.terms import Abilities, Terms
from kouetsu.run.fix import mend
from kouetsu.spans import Span
from kouetsu.text.source import Source

WATCH = 1.0
"""Seconds between looks at the settings, for clients that can't tell of changed files."""


class Server(LanguageServer):
    """One editor's session. Posts are sent whole: editors and Python differ on where lines end."""

    def __init__(self, sites: Sites, *, wish: str | None, pause: float) -> None:
        super().__init__(
            NAME,
            kouetsu.__version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self.sites = sites
        self.documents: dict[str, Document] = {}
        self.linting = Linting(
            sites, self.publish, wish=lambda: (wish, self.client_language), pause=pause
        )
        self.terms = Terms(Abilities(), self.source_at)
        self.client_language: str | None = None
        self.ended = False
        self.watch: asyncio.Task[None] | None = None
        self.told: dict[str, str] = {}
        """The trouble with the settings of each open document that the author knows of."""
        _register(self)

    def begin(self, params: types.InitializeParams) -> None:
        """Learn what the client is and which folders it has open."""
        agreed = self.workspace.position_encoding
        encoding = agreed.value if isinstance(agreed, types.PositionEncodingKind) else agreed
        self.terms = Terms(Abilities.of(params.capabilities, encoding or "utf-16"), self.source_at)
        self.client_language = (params.locale or "").partition("-")[0].partition("_")[0] or None
        self.look_at_folders()

    def look_at_folders(self) -> None:
        folders = [path_of(uri) for uri in self.workspace.folders]
        if not folders and self.workspace.root_path:
            folders = [self.workspace.root_path]
        self.sites.folders = tuple(os.path.abspath(folder) for folder in folders)

    def publish(self, document: Document, linted: Linted) -> None:
        """Tell what was found in a document, and once what is wrong with its settings."""
        found = self.terms.diagnostics(document, linted)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, found, linted.version)
        )
        if linted.trouble != self.told.get(document.uri, ""):
            self.told[document.uri] = linted.trouble
            if linted.trouble and list(self.told.values()).count(linted.trouble) == 1:
                self.say(types.MessageType.Error, linted.trouble)

    def say(self, kind: types.MessageType, text: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, f"{NAME}: {text}"))

    def report_server_error(self, error: Exception, source: object) -> None:
        """For the log that the client keeps: its mistakes are not the author's business."""
        log.warning("%.500s", " ".join(str(error).split()))
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, f"{NAME}: {error}"))

    def check_all(self) -> None:
        """Check every open post again: what applies to it may have changed."""
        for document in self.documents.values():
            document.edition += 1
            self.linting.soon(document)

    def look_at_settings(self) -> None:
        """Check the open posts again whose settings have changed."""
        for document in self.documents.values():
            self.linting.look_again(document)

    def source_at(self, path: str) -> Source | None:
        """The text of another post: the editor's, else the disk's."""
        for document in self.documents.values():
            if os.path.abspath(document.path) == os.path.abspath(path):
                return document.source
        try:
            with open(path, "rb") as file:
                return Source.from_bytes(file.read())
        except OSError:
            return None

    async def mended(self, document: Document) -> types.WorkspaceEdit | None:
        """The edit that applies all safe fixes, as ``kouetsu check --fix`` would."""
        while True:
            linted = await self.linting.current(document)
            if linted is None or linted.post is None or linted.outfit is None:
                return None
            source = linted.post.source
            work = partial(mend, source, document.path, linted.outfit)
            result = await self.linting.in_thread(work)
            if document.shows(linted):  # else its author has typed on
                break
        if result.refusal:
            self.say(types.MessageType.Warning, result.refusal.in_(linted.language))
            return None
        edits = self.terms.edits(source, result.edits)
        return self.terms.workspace_edit(document, edits, linted.version)

    async def keep_watch(self) -> None:
        """Look at the settings of open posts from time to time."""
        while True:
            await asyncio.sleep(WATCH)
            self.look_at_settings()

    def end(self) -> None:
        """Leave nothing running."""
        self.ended = True
        if self.watch is not None:
            self.watch.cancel()
        for document in self.documents.values():
            self.linting.forget(document)
        self.linting.close()


def _register(server: Server) -> None:
    """The messages of the protocol."""
    _register_session(server)
    _register_documents(server)
    _register_requests(server)


def _register_session(server: Server) -> None:
    feature = server.feature

    @feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)

    @feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        if not await _watched_by_client(server):
            server.watch = asyncio.get_running_loop().create_task(server.keep_watch())

    @feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        server.end()

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_files(params: types.DidChangeWatchedFilesParams) -> None:
        server.look_at_settings()  # most of the YAML and JSON that changes is none of ours

    @feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        """Settings are the site's, not the editor's."""

    @feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        server.look_at_folders()
        server.check_all()


def _register_documents(server: Server) -> None:
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        if is_post(item.uri, item.language_id):
            if before := server.documents.get(item.uri):  # opened again without a close
                server.linting.forget(before)
            document = opened(item.uri, item.text, item.version)
            server.documents[item.uri] = document
            server.linting.soon(document, at_once=True)

    @feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        document = server.documents.get(params.text_document.uri)
        if document is not None:
            text = server.workspace.get_text_document(document.uri).source
            document.change(text, params.text_document.version)
            server.linting.soon(document)

    @feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        document = server.documents.pop(params.text_document.uri, None)
        if document is not None:
            server.linting.forget(document)
            server.told.pop(document.uri, None)
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(document.uri, [])
            )


def _register_requests(server: Server) -> None:
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        linted = await _current(server, params.text_document.uri)
        return hovering.hover(linted, params.position, server.terms) if linted else None

    @feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[*actions.KINDS], resolve_provider=True),
    )
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await _actions(server, params)

    @feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        data = action.data if isinstance(action.data, dict) else {}
        document = server.documents.get(str(data.get("uri")))
        if document is not None and action.kind == actions.FIX_ALL:
            action.edit = await server.mended(document)
        return action


async def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    document = server.documents.get(params.text_document.uri)
    linted = await server.linting.current(document) if document else None
    if document is None or linted is None or linted.post is None:
        return []
    terms, only = server.terms, params.context.only
    positions = terms.positions(linted.post.source)
    start, end = map(positions.offset, (params.range.start, params.range.end))
    found = list(actions.at(linted, Span(start, max(start, end))))
    offered: list[types.CodeAction] = []
    if actions.wanted(actions.QUICK_FIX, only):
        offered += actions.quick_fixes(document, linted, found, terms)
        offered += actions.silencers(document, linted, found, terms)
    if actions.wanted(actions.FIX_ALL, only):
        everything = actions.fix_all(document, linted)
        if everything is not None:
            if not terms.abilities.resolves_edits:
                everything.edit = await server.mended(document)
                if not document.shows(linted):  # typed on: the other edits are of an older text
                    return await _actions(server, params)
            offered.append(everything)
    return offered


async def _current(server: Server, uri: str) -> Linted | None:
    document = server.documents.get(uri)
    return None if document is None else await server.linting.current(document)


async def _watched_by_client(server: Server) -> bool:
    """Ask the client to tell of changed settings, where it can."""
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if not (watching and watching.dynamic_registration):
        return False
    watchers = [types.FileSystemWatcher(f"**/*.{ending}") for ending in ("yaml", "yml", "json")]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    registration = types.Registration(NAME, types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    try:
        await server.client_register_capability_async(types.RegistrationParams([registration]))
    except Exception:  # a client that says it can, and can't
        return False
    return True


def serve(server: Server) -> int:
    """Speak over standard input and output until the client says to end; the exit code."""
    log_briefly()
    server.start_io(sys.stdin.buffer, _own_stdout())
    code = 0 if server.ended else 1  # as the protocol has it: an end without `shutdown`
    server.end()
    return code


def _own_stdout() -> BinaryIO:
    """Standard output for the protocol alone: what a plugin prints goes to standard error."""
    sys.stdout.flush()
    own = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return own
