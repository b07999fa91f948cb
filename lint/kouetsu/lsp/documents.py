"""Documents that are open in the editor, and what the last check of each yielded."""

from __future__ import annotations

import asyncio

from msgspec import Struct, field
from pygls.uris import to_fs_path

from kouetsu.findings import Diagnostic
from kouetsu.lsp.sites import State
from kouetsu.run.discover import ENDINGS
from kouetsu.run.plan import Outfit
from kouetsu.surrogates import encodable
from kouetsu.text.post import Post
from kouetsu.text.source import Source
from kouetsu.text.tokens import Tokens

LANGUAGES = ("markdown", "mdx")


class Linted(Struct, frozen=True):
    """The outcome of checking one edition of a document."""

    edition: int
    version: int | None
    """The client's number of the text that was checked."""
    diagnostics: tuple[Diagnostic, ...]
    language: str
    post: Post | None = None
    outfit: Outfit | None = None
    state: State = ()
    """The files of the site's settings as they were."""
    trouble: str = ""
    """What is wrong with the settings, so that the post could not be checked by them."""


class Document(Struct, eq=False):
    """A post in the editor. ``edition`` counts its texts and the settings that it met."""

    uri: str
    path: str
    source: Source
    version: int | None
    edition: int = 0
    closed: bool = False
    tokens: Tokens = field(default_factory=Tokens)
    """The words of the last edition, so that a keystroke reads one sentence and not all."""
    linted: Linted | None = None
    pause: asyncio.Task[None] | None = None
    work: tuple[int, asyncio.Task[None]] | None = None
    """The check under way and the edition that it is of."""

    def change(self, text: str, version: int | None) -> None:
        self.source = source_of(text)
        self.version = version
        self.edition += 1

    def shows(self, linted: Linted) -> bool:
        """Whether that is the outcome for what stands in the editor now."""
        return self.edition == linted.edition and not self.closed


def opened(uri: str, text: str, version: int | None) -> Document:
    return Document(uri, path_of(uri), source_of(text), version)


def source_of(text: str) -> Source:
    """The text of an editor; a lone surrogate stays one character, as the client counts it."""
    return Source.from_text(encodable(text))


def path_of(uri: str) -> str:
    """The file that a URI names; of what is not saved yet, its name."""
    return to_fs_path(uri) or f"{uri.rpartition(':')[2] or 'untitled'}.md"


def is_post(uri: str, language: str | None) -> bool:
    """Whether the document is Markdown, by what the editor calls it or by its name."""
    return (language or "").lower() in LANGUAGES or path_of(uri).lower().endswith(ENDINGS)
