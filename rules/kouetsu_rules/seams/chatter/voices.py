"""A small grammar of talk about the making of a text, in words that stand for signs.

No single word gives such talk away: people write about articles, models and drafts. What gives
it away is a combination, such as a condition, a kind of text, an act of making and a servant's
phrase in one sentence. A ``Vocabulary`` names the signs, and a ``Voice`` says which of them must
meet: ``"condition text|part make servant -reader"`` asks for a condition and a text or a part of
one, and an act, and the phrase, and for nothing that addresses readers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from kouetsu.api import Pattern, Post, Severity, Span
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.seams.markers.segments import Segment

WINDOW = 2
"""So many sentences may share the signs."""
LONG = 600
"""No remark is longer: a hostile file may have a sentence of a million letters."""


class Vocabulary:
    """Named alternations, compiled when first asked for."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._patterns = {name: Pattern(words[name]) for name in words}
        self._anchored = {name for name in words if _anchored(words[name])}

    def __iter__(self) -> Iterator[str]:
        return iter(self._patterns)

    def may_be_in(self, post: Post, name: str) -> bool:
        return post.may_hold(self._patterns[name])

    def stands_in(self, post: Post, name: str) -> bool:
        """The same, by the words themselves and not by their letters."""
        # perf: one search for a post, in place of one for each of its paragraphs
        return self.within(name, post.derived(_wording))

    def found(self, name: str, text: str) -> bool:
        return self._patterns[name].search(text) is not None

    def within(self, name: str, text: str) -> bool:
        """Whether a part of the text may have the sign; what is anchored may be in any."""
        if name in self._anchored:
            return self._patterns[name].may_match(text)
        return self.found(name, text)


def _wording(post: Post) -> str:
    """All that is said, with what is quoted and without."""
    hidden = unquoted(post.wording)
    return post.wording if hidden == post.wording else f"{post.wording}\n{hidden}"


def _anchored(expression: str) -> bool:
    """Whether an expression asks for an end of the text; ``[^`` does not."""
    return "$" in expression or "^" in expression.replace("[^", "")


class Said:
    """A stretch of text and the signs that are in it, each looked for once.

    What the text quotes is hidden.
    """

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self._vocabulary = vocabulary
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._holds(name)
        return known

    def _holds(self, name: str) -> bool:
        return self._vocabulary.found(name, self.text)


class Around(Said):
    """A whole segment: what none of its sentences can have is not looked for in each."""

    def __init__(self, segment: Segment, vocabulary: Vocabulary) -> None:
        super().__init__(segment.unquoted, vocabulary)
        if segment.unquoted != segment.text:
            # a sentence may hold one half of a quotation
            self.text += "\n" + segment.text

    def _holds(self, name: str) -> bool:
        return self._vocabulary.within(name, self.text)


def stretches(sentences: Sequence[str]) -> Iterator[str]:
    """One sentence after the other, then each two that follow each other."""
    yield from sentences
    yield from map("".join, pairwise(sentences))


class Voice(Struct, frozen=True, dict=True):
    """A kind of talk: the key of its message, the signs that make it up and where it may stand.

    ``where`` is one of the places that ``heard`` tells apart.
    """

    key: str
    signs: str
    where: str = "alone"
    severity: Severity | None = None

    @cached_property
    def wanted(self) -> tuple[tuple[str, ...], ...]:
        terms = self.signs.split()
        return tuple(tuple(term.split("|")) for term in terms if not term.startswith("-"))

    @cached_property
    def _barred(self) -> tuple[str, ...]:
        return tuple(term[1:] for term in self.signs.split() if term.startswith("-"))

    def speaks(self, said: Said) -> bool:
        return self.may_speak(said) and not any(said.has(name) for name in self._barred)

    def may_speak(self, said: Said) -> bool:
        """Whether all the signs are there, whatever bars them."""
        # perf: the first sign is the rarest; most sentences fail there
        for term in self.wanted:
            for name in term:
                if said.has(name):
                    break
            else:
                return False
        return True


class Heard(Struct, frozen=True):
    """A place at which a voice speaks."""

    voice: Voice
    span: Span


class Chorus(Struct, frozen=True):
    """Voices and the words that their signs stand for."""

    voices: tuple[Voice, ...]
    words: Vocabulary

    def of(self, post: Post) -> Chorus:
        """Those whose signs may all stand somewhere in the post: few of them."""
        possible = (
            voice
            for voice in self.voices
            if all(any(self.words.may_be_in(post, name) for name in term) for term in voice.wanted)
            # perf: then few are left, and the first sign is the rarest
            if any(self.words.stands_in(post, name) for name in voice.wanted[0])
        )
        return Chorus(tuple(possible), self.words)

    def speaker(self, text: str) -> Voice | None:
        """The first voice that speaks in a text."""
        said = Said(unquoted(text), self.words)
        return next((voice for voice in self.voices if voice.speaks(said)), None)

    def heard(self, segment: Segment, places: frozenset[str]) -> Iterator[Heard]:
        """The voices in a segment: in a sentence, or else in two that follow each other."""
        candidates = tuple(voice for voice in self.voices if voice.where in places)
        if not candidates:
            return
        sentences = segment.sentences
        if len(sentences) > 1 and len(segment.text) <= LONG * WINDOW:
            # perf: most segments have the signs of no voice, and most have many sentences
            around = Around(segment, self.words)
            candidates = tuple(voice for voice in candidates if voice.may_speak(around))
            if not candidates:
                return
        speaking = Chorus(candidates, self.words)
        at = 0
        while at < len(sentences):
            for length in range(1, min(WINDOW, len(sentences) - at) + 1):
                start, end = sentences[at].start, sentences[at + length - 1].end
                short = end - start <= LONG
                voice = speaking.speaker(segment.prose.text[start:end]) if short else None
                if voice is not None:
                    last = sentences[at + length - 1].start
                    # of two sentences the second may say it all
                    if speaking.speaker(segment.prose.text[last:end]) is not None:
                        start = last
                    yield Heard(voice, segment.span(start, end))
                    at += length - 1
                    break
            at += 1


class Choruses:
    """The voices of a post in both languages, each looked up when it is first needed."""

    def __init__(
        self, post: Post, japanese: tuple[Chorus, ...], english: tuple[Chorus, ...]
    ) -> None:
        self._post = post
        self._voices = {True: japanese, False: english}
        self._possible: dict[bool, tuple[Chorus, ...]] = {}

    def of(self, language: bool) -> tuple[Chorus, ...]:
        """Those of the language that may speak in the post: Japanese, or else English."""
        if language not in self._possible:
            possible = (chorus.of(self._post) for chorus in self._voices[language])
            self._possible[language] = tuple(chorus for chorus in possible if chorus.voices)
        return self._possible[language]

    def heard(self, segment: Segment, places: frozenset[str]) -> Iterator[Heard]:
        """The voices in a segment."""
        for chorus in self.of(segment.japanese):
            yield from chorus.heard(segment, places)
