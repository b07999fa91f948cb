"""Diagnostics as the language server protocol says them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol import types
from msgspec import Struct
from pygls.uris import from_fs_path

from kouetsu import NAME
from kouetsu.findings import Diagnostic, Edit, Mend, Severity
from kouetsu.lsp.documents import Document, Linted
from kouetsu.lsp.pages import Pages
from kouetsu.lsp.positions import Positions
from kouetsu.surrogates import encodable
from kouetsu.text.source import Source, with_newline

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


class Abilities(Struct, frozen=True):
    """What the client understands."""

    encoding: str = "utf-16"
    related: bool = False
    links: bool = False
    document_changes: bool = False
    resolves_edits: bool = False
    markdown: bool = False

    @classmethod
    def of(cls, capabilities: types.ClientCapabilities, encoding: str) -> Abilities:
        """Read it off the capabilities, none of which needs to be there."""
        text, workspace = capabilities.text_document, capabilities.workspace
        published = text.publish_diagnostics if text else None
        actions = text.code_action if text else None
        edits = workspace.workspace_edit if workspace else None
        hover = text.hover if text else None
        resolve = actions.resolve_support if actions else None
        formats = (hover.content_format if hover else None) or ()
        return cls(
            encoding=encoding,
            related=bool(published and published.related_information),
            links=bool(published and published.code_description_support),
            document_changes=bool(edits and edits.document_changes),
            resolves_edits=bool(resolve and "edit" in resolve.properties),
            markdown=types.MarkupKind.Markdown in formats,
        )


class Terms:
    """Puts diagnostics and edits into the terms of one client."""

    def __init__(self, abilities: Abilities, source_at: Callable[[str], Source | None]) -> None:
        self.abilities = abilities
        self._source_at = source_at
        self._pages = Pages()

    def positions(self, source: Source) -> Positions:
        return Positions(source, self.abilities.encoding)

    def diagnostics(self, document: Document, linted: Linted) -> list[types.Diagnostic]:
        """All diagnostics of a document."""
        return [self.diagnostic(document, linted, found) for found in linted.diagnostics]

    def diagnostic(self, document: Document, linted: Linted, found: Diagnostic) -> types.Diagnostic:
        assert linted.post is not None
        related = list(self._related(document, linted, found)) if self.abilities.related else []
        return types.Diagnostic(
            range=self.positions(linted.post.source).range(found.span),
            message=encodable(found.message.in_(linted.language)),
            severity=SEVERITIES[found.severity],
            code=found.rule,
            code_description=self._link(linted, found.rule),
            source=NAME,
            related_information=related or None,
        )

    def workspace_edit(
        self, document: Document, edits: list[types.TextEdit], version: int | None
    ) -> types.WorkspaceEdit:
        """The edits of one document, bound to its version where the client can do that."""
        if not self.abilities.document_changes:
            return types.WorkspaceEdit(changes={document.uri: edits})
        identifier = types.OptionalVersionedTextDocumentIdentifier(document.uri, version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(identifier, [*edits])])

    def mend_edits(self, source: Source, mend: Mend) -> list[types.TextEdit]:
        """The edits of a fix."""
        return self.edits(source, mend.edits)

    def edits(self, source: Source, edits: tuple[Edit, ...]) -> list[types.TextEdit]:
        """Edits in the line breaks of the document."""
        positions = self.positions(source)
        return [
            types.TextEdit(positions.range(edit.span), with_newline(edit.text, source.newline))
            for edit in edits
        ]

    def _link(self, linted: Linted, name: str) -> types.CodeDescription | None:
        rule = linted.outfit.registry.rules.get(name) if linted.outfit else None
        if rule is None or not self.abilities.links:
            return None
        address = self._pages.address(rule, linted.language)
        return types.CodeDescription(address) if address else None

    def _related(
        self, document: Document, linted: Linted, found: Diagnostic
    ) -> Iterator[types.DiagnosticRelatedInformation]:
        assert linted.post is not None
        for place in found.related:
            own = place.path == document.path
            source = linted.post.source if own else self._source_at(place.path)
            uri = document.uri if own else from_fs_path(str(Path(place.path).absolute()))
            if source is not None and uri is not None:
                location = types.Location(uri, self.positions(source).range(place.span))
                said = encodable(place.message.in_(linted.language))
                yield types.DiagnosticRelatedInformation(location, said)
