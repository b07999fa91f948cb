"""The references of a JSON Schema: all within it, to something, and none that runs in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from kouetsu.findings import Text

KEYWORDS = ("$ref", "$dynamicRef")
# What judges the same value: a circle of these would never end.
ALTERNATIVES = ("allOf", "anyOf", "oneOf")
CONDITIONS = ("not", "if", "then", "else")


class ReferenceMistake(Exception):  # noqa: N818 - what it is, which the caller locates
    """A reference that can't be followed."""

    def __init__(self, ja: str, en: str, target: str) -> None:
        super().__init__(en)
        self.text = Text(f"{ja}: {target[:80]}", f"{en}: {target[:80]}")


class References:
    """The references of one schema."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema
        self.parts = list(_mappings(schema))
        self.anchors = {
            name: part
            for part in self.parts
            for keyword in ("$anchor", "$dynamicAnchor")
            if isinstance(name := part.get(keyword), str)
        }

    def verify(self) -> None:
        """Raise ``ReferenceMistake`` at the first that can't be followed."""
        done: set[int] = set()
        for part in self.parts:
            self._follow(part, done, set())

    def _follow(self, part: Mapping[str, Any], done: set[int], around: set[int]) -> None:
        if id(part) in done:
            return
        around.add(id(part))
        for target, following in self._same_value(part):
            if id(following) in around:
                raise ReferenceMistake("$ref が循環しています", "a $ref in a circle", target)
            self._follow(following, done, around)
        around.discard(id(part))
        done.add(id(part))

    def _same_value(self, part: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for keyword in KEYWORDS:
            target = part.get(keyword)
            if isinstance(target, str):
                following = self._target(target)
                if isinstance(following, Mapping):
                    yield target, following
        inner = [part.get(keyword) for keyword in CONDITIONS]
        for keyword in ALTERNATIVES:
            inner += part.get(keyword) or ()
        yield from (("…", each) for each in inner if isinstance(each, Mapping))

    def _target(self, target: str) -> object:
        if not target.startswith("#"):
            raise ReferenceMistake(
                "ファイルの外への $ref は使えません",
                "a $ref out of the file is not followed",
                target,
            )
        pointer = unquote(target[1:])
        if pointer and not pointer.startswith("/"):
            if pointer in self.anchors:
                return self.anchors[pointer]
            raise _nowhere(target)
        place: Any = self.schema
        for step in pointer.split("/")[1:]:
            step = step.replace("~1", "/").replace("~0", "~")
            try:
                place = place[int(step) if isinstance(place, list) else step]
            except (KeyError, IndexError, ValueError, TypeError):
                raise _nowhere(target) from None
        return place


def _nowhere(target: str) -> ReferenceMistake:
    return ReferenceMistake("$ref の先がありません", "a $ref to nowhere", target)


def _mappings(value: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _mappings(item)
