"""Checks of open documents: after a pause, one at a time, never a stale outcome."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from kouetsu.errors import story
from kouetsu.findings import Diagnostic
from kouetsu.language import language
from kouetsu.lsp.documents import Document, Linted
from kouetsu.lsp.sites import Sites, SiteSettings, State
from kouetsu.run import baseline
from kouetsu.run.check import check_post
from kouetsu.run.session import over_all
from kouetsu.text.post import Post
from kouetsu.text.source import Source
from kouetsu.text.tokens import Tokens

Result = TypeVar("Result")


class Linting:
    """Lints documents in one thread of its own: MeCab and the rules are not made for two."""

    def __init__(
        self,
        sites: Sites,
        publish: Callable[[Document, Linted], None],
        *,
        wish: Callable[[], tuple[str | None, str | None]],
        pause: float,
    ) -> None:
        self.sites = sites
        self._publish = publish
        self._wish = wish
        self._pause = pause
        self._thread = ThreadPoolExecutor(1, "kouetsu-lint")

    def soon(self, document: Document, *, at_once: bool = False) -> None:
        """Check the document when its author pauses."""
        if document.pause is not None:
            document.pause.cancel()
        pause = 0.0 if at_once else self._pause
        document.pause = asyncio.get_running_loop().create_task(self._after(pause, document))

    def look_again(self, document: Document) -> None:
        """Check the document again if its settings are not those of its last check."""
        linted = document.linted
        if linted is not None and linted.state != self.sites.state(document.path):
            document.edition += 1
            self.soon(document, at_once=True)

    async def current(self, document: Document) -> Linted | None:
        """The outcome for the text as it is now; ``None`` once the document is closed."""
        while not document.closed:
            edition = document.edition
            if document.linted is not None and document.linted.edition == edition:
                return document.linted
            if document.work is None or document.work[0] != edition:
                loop = asyncio.get_running_loop()
                document.work = edition, loop.create_task(self._lint(document, edition))
            # several requests may wait for one check: to cancel one must not stop it
            await asyncio.shield(document.work[1])
        return None

    async def in_thread(self, function: Callable[[], Result]) -> Result:
        """Do something in the thread of the checks, after those before it."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)

    def forget(self, document: Document) -> None:
        """The document is closed: whatever is under way for it is of no use."""
        document.closed = True
        if document.pause is not None:
            document.pause.cancel()

    def close(self) -> None:
        """Let the check under way end, begin no other."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _after(self, pause: float, document: Document) -> None:
        await asyncio.sleep(pause)
        await self.current(document)

    async def _lint(self, document: Document, edition: int) -> None:
        source, version, tokens = document.source, document.version, Tokens(document.tokens)

        def work() -> Linted | None:
            if document.edition != edition or document.closed:
                return None  # overtaken while it waited for the thread
            return self._linted(document, edition, version, source, tokens)

        try:
            linted = await self.in_thread(work)
        except RuntimeError:  # the thread is closed: the server is going down
            document.closed = True
            return
        if linted is None:
            return
        document.tokens = tokens
        if document.shows(linted):
            document.linted = linted
            self._publish(document, linted)
            self.look_again(document)  # the settings may have changed during the check

    def _linted(
        self,
        document: Document,
        edition: int,
        version: int | None,
        source: Source,
        tokens: Tokens,
    ) -> Linted:
        path = document.path
        given, local = self._wish()
        state: State = ()
        try:
            state = self.sites.state(path)
            site, trouble = self.sites.site(path)
            state = self.sites.state(path)
            lang = site.outfit.plan.config.lang if site else None
            spoken = partial(language, given, lang, local)
            wrong = trouble.text.in_(spoken()) if trouble else ""
            # what is not saved yet is no file of the site that could be left out
            saved = os.path.isabs(path)
            if site is None or (saved and site.outfit.left_out(path) is not None):
                return Linted(edition, version, (), spoken(), state=state, trouble=wrong)
            outfit = site.outfit
            post = Post(source, path, outfit.profile(path).site, tokens)
            outcome = over_all([check_post(post, outfit)], outfit)[0]
            found = _unknown(outcome.diagnostics, path, source.text, site)
        except Exception as error:  # of the engine: the server must outlive it
            lang, said = language(given, local), story(error)
            return Linted(edition, version, (), lang, state=state, trouble=said)
        told = spoken(posts_are_japanese=outcome.japanese)
        return Linted(edition, version, found, told, post, outfit, state, wrong)


def _unknown(
    found: tuple[Diagnostic, ...], path: str, text: str, site: SiteSettings
) -> tuple[Diagnostic, ...]:
    """The diagnostics that the site's baseline does not have."""
    if site.known is None:
        return found
    root = site.outfit.plan.config.root
    own = site.outfit.from_root(path)
    keys = [(own, baseline.key_of(each, text)) for each in found]
    is_known = baseline.known(site.known.without(site.known.unchecked([own], root)), keys)
    return tuple(each for each, known in zip(found, is_known, strict=True) if not known)
