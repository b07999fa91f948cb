"""The grammar of talk: every sign has a voice, and every voice its signs."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from types import ModuleType

from kouetsu_rules.seams import chatter
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary


def _modules() -> Iterator[ModuleType]:
    for module in pkgutil.iter_modules(chatter.__path__):
        yield importlib.import_module(f"{chatter.__name__}.{module.name}")


def _values(kind: type) -> list[object]:
    found = {id(value): value for module in _modules() for value in vars(module).values()}
    return [value for value in found.values() if isinstance(value, kind)]


def test_a_vocabulary_holds_the_signs_that_its_voices_name_and_no_others() -> None:
    named: dict[int, set[str]] = defaultdict(set)
    for chorus in _values(Chorus):
        assert isinstance(chorus, Chorus)
        for voice in chorus.voices:
            named[id(chorus.words)] |= {
                name for term in voice.signs.split() for name in term.lstrip("-").split("|")
            }
    vocabularies = _values(Vocabulary)
    assert vocabularies
    for words in vocabularies:
        assert isinstance(words, Vocabulary)
        assert set(words) == named[id(words)]
