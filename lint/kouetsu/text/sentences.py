"""Sentences of a prose, brackets, quotations and line labels minded."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from kouetsu.patterns import Pattern
from kouetsu.spans import Span

if TYPE_CHECKING:
    from kouetsu.text.prose import Prose
    from kouetsu.text.tokens import Token

CLOSERS = "」』）)】〉》”’\"'〕］]"
PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "〈": "〉", "《": "》", "“": "”"}
DEEPEST = 8
"""How many brackets may stand open for another to be closed behind them."""
# Ends of Japanese and Latin sentences. A full stop ends one only before white space and what can
# begin another; `!` and `?` between Latin letters belong to a name (Yahoo!ニュース).
SIGNS = r"[。！？]|(?<![A-Za-z])[!?]|(?<=[A-Za-z])[!?](?=\s|$)"
FULL_STOP = r"(?<=[A-Za-z0-9)\]\"'”’])\.(?=\s+[A-Z0-9\"'“(\[぀-ヿ㐀-鿿]|\s*$)"
AND_CLOSERS = r"[。！？!?]*[" + re.escape(CLOSERS) + r"]*|\n"
END = Pattern(f"(?:{SIGNS}){AND_CLOSERS}")
LATIN_END = Pattern(f"(?:{SIGNS}|{FULL_STOP}){AND_CLOSERS}")
CLOSED = Pattern(r"[。！？!?.．…][" + re.escape(CLOSERS) + r"]*\s*$")


class Sentence(Struct, frozen=True, eq=False, dict=True):
    """A sentence: ``start`` to ``end`` in its prose, white space around it left out."""

    prose: Prose
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    @cached_property
    def span(self) -> Span:
        return self.prose.span(self.start, self.end)

    def span_of(self, start: int, end: int) -> Span:
        """The source span of ``text[start:end]``."""
        return self.prose.span(self.start + start, self.start + end)

    @cached_property
    def normal(self) -> str:
        """For comparison: NFKC without white space."""
        return normal_form(self.text)

    @property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return CLOSED.search(self.text) is not None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words, with offsets in the sentence; each distinct sentence is read once a post."""
        tokens = self.prose._tokens
        if tokens is None:
            raise ValueError("this prose belongs to no post")
        return tokens.of(self.text)


def normal_form(text: str) -> str:
    """Text as it is compared: NFKC, white space left out."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def split_sentences(prose: Prose) -> tuple[Sentence, ...]:
    text = prose.text
    quoted = _quoted(text)
    labels = {mark.end: mark.start for mark in prose.marks if mark.kind == "strong"}
    sentences: list[Sentence] = []
    start = 0
    for end in (LATIN_END if "." in text else END).finditer(text):
        if end.group() == "\n":
            if not _ends_line(text, start, end.start(), labels):
                continue
        elif _within(end.start(), quoted):
            continue
        _add(sentences, prose, start, end.end())
        start = end.end()
    _add(sentences, prose, start, len(text))
    return tuple(sentences)


def _add(sentences: list[Sentence], prose: Prose, start: int, end: int) -> None:
    text = prose.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append(Sentence(prose, start, end))


def _ends_line(text: str, start: int, newline: int, labels: dict[int, int]) -> bool:
    """Whether a line break ends a sentence: after a colon and after a line that is all bold.

    Elsewhere a line break is only where an author wrapped the text.
    """
    label = labels.get(newline)
    if label is not None and not text[start:label].strip():
        return True
    end = newline
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end > start and text[end - 1] in ":："


def _quoted(text: str) -> list[tuple[int, int]]:
    """The outermost balanced brackets. One that is never closed quotes nothing."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for found in re.finditer(r"[「」『』（）()【】〈〉《》“”]", text):
        sign = found.group()
        if sign in PAIRS:
            stack.append((PAIRS[sign], found.start()))
            continue
        for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - DEEPEST), -1):
            if stack[depth][0] == sign:
                opened = stack[depth][1]
                del stack[depth:]
                while spans and spans[-1][0] > opened:
                    spans.pop()
                spans.append((opened, found.start()))
                break
    return spans


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_left(spans, (offset, 0)) - 1
    return index >= 0 and offset < spans[index][1]
