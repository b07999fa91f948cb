"""Text folded for comparison, with the way back to the prose that it came from."""

from __future__ import annotations

import unicodedata

from msgspec import Struct

EDGES = "。．.、，,!?！？…・「」『』【】()（）[]\"'“”‘’ -–—|｜:~〜～*#"
"""What stands around a headline without being of it."""
_LEFT_OUT = frozenset("*`_#")


class Folded(Struct, frozen=True):
    """NFKC, lower case, without white space and signs of markup; a prose offset each character."""

    text: str
    places: tuple[int, ...]

    def place(self, index: int) -> int:
        """Where in the prose the folded character stands; past the last one: its end."""
        if index < len(self.places):
            return self.places[index]
        return self.places[-1] + 1 if self.places else 0

    @property
    def core(self) -> str:
        return self.text.strip(EDGES)


def folded(text: str) -> Folded:
    """The text as it is compared, folded character by character."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character.isspace() or character in _LEFT_OUT:
            continue
        for each in unicodedata.normalize("NFKC", character).lower():
            if not each.isspace():
                characters.append(each)
                places.append(place)
    return Folded("".join(characters), tuple(places))
