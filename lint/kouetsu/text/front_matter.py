"""The front matter of a post: value and span of every key, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field
from msgspec.structs import replace

from kouetsu.spans import Span
from kouetsu.text.fences import (
    Kind,
    Place,
    deep_front_matters,
    ends_early,
    find_front_matter,
    following_front_matter,
    misspelt_key,
    not_closed,
)
from kouetsu.text.nodes import (
    Entry,
    MappingNode,
    Node,
    Problem,
    ProblemKey,
    Scalar,
    SequenceNode,
    duplicates,
    plain_mapping,
)
from kouetsu.text.yaml_lines import salvage
from kouetsu.text.yaml_nodes import Reading, read_yaml

__all__ = [
    "Entry",
    "FrontMatter",
    "MappingNode",
    "Node",
    "ProblemKey",
    "Scalar",
    "SequenceNode",
    "read_front_matter",
]


class FrontMatter(Struct, frozen=True):
    """What stands before the body; ``kind`` is ``None`` where nothing does.

    ``span`` covers the fences, the line break after the last one and a second front matter that
    follows at once: the body begins at its end. It begins after a preface or blank lines. What is
    broken is still read as far as that goes, and ``problems`` tells.
    """

    kind: Kind | None
    span: Span
    inner: Span
    value: MappingNode | None = None
    data: dict[str, object] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def entry(self, name: str) -> Entry | None:
        """The entry of that key; the last of duplicates."""
        return self.value.entry(name) if self.value is not None else None

    def scalar(self, name: str) -> Scalar | None:
        """The value of that key where it is a single one."""
        entry = self.entry(name)
        return entry.value if entry is not None and isinstance(entry.value, Scalar) else None


NOTHING = Span(0, 0)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a post's text, which has no byte-order mark any more."""
    place = find_front_matter(text)
    if place is None:
        return FrontMatter(None, NOTHING, NOTHING, problems=_lone_fence(text))
    reading = _READERS[place.kind](text[place.inner.start : place.inner.end], place.inner.start)
    if place.kind == "json" and place.problems:
        reading = _read_open_json(text[: place.inner.end])
    elif place.kind == "yaml" and (reading.problems or not _is_mapping(reading)):
        place, reading = _mended(text, place, reading)
    second = following_front_matter(text, place.span.end)
    problems = [*place.problems, *reading.problems]
    span = place.span
    if second is not None:
        problems.append(_repeated(second, place))
        span = Span(span.start, second.span.end)
    problems.extend(_repeated(again, place) for again in deep_front_matters(text, span.end))
    node = reading.node
    for first, key in duplicates(node):
        problems.append(Problem(key.span, "duplicate-key", {"name": key.text[:80]}, first.span))
    value = node if isinstance(node, MappingNode) else None
    data = plain_mapping(value) if value is not None else {}
    ordered = tuple(sorted(problems, key=lambda problem: problem.span))
    return FrontMatter(place.kind, span, place.inner, value, data, ordered)


def _lone_fence(text: str) -> tuple[Problem, ...]:
    opened = text.startswith(("---\n", "---\r", "+++\n", "+++\r"))
    return (Problem(Span(0, 3), "lone-fence", {"fence": text[:3]}),) if opened else ()


def _is_mapping(reading: Reading) -> bool:
    return reading.node is None or isinstance(reading.node, MappingNode)


def _mended(text: str, place: Place, reading: Reading) -> tuple[Place, Reading]:
    """Broken YAML, read on: up to the prose where the closing fence was lost, else by lines."""
    start, end = place.inner
    early = ends_early(text, place.inner)
    if early is not None:
        fence = Span(place.span.start, place.span.start + 3)
        problem = not_closed(fence, early, "yaml")
        shorter = read_yaml(text[start:early], start)
        node = shorter.node if not shorter.problems else salvage(text[start:early], start)
        mended = Place("yaml", Span(place.span.start, early), Span(start, early))
        problems = (*place.problems, problem)
        return replace(mended, problems=problems), Reading(node, shorter.problems)
    problems = reading.problems
    if any(problem.key == "bold-keys" for problem in place.problems):
        problems = ()
    elif misspelt := misspelt_key(text, place.inner):
        problems = (misspelt,)
    elif not problems:
        words = text[start:end].rstrip()
        problems = (Problem(Span(start, start + len(words)), "not-a-mapping"),)
    return place, Reading(salvage(text[start:end], start), problems)


def _repeated(second: Place, first: Place) -> Problem:
    return Problem(second.span, "second", related=first.span)


def _read_toml(text: str, offset: int) -> Reading:
    from kouetsu.text.toml_nodes import read_toml

    return read_toml(text, offset)


def _read_json(text: str, offset: int) -> Reading:
    from kouetsu.text.json_nodes import read_json

    return read_json(text, offset)


def _read_open_json(text: str) -> Reading:
    """The keys that are there; that the object is not closed is all that is told of it."""
    from kouetsu.text.json_nodes import closed, read_json

    return Reading(read_json(closed(text)).node)


_READERS: dict[Kind, Callable[[str, int], Reading]] = {
    "yaml": read_yaml,
    "toml": _read_toml,
    "json": _read_json,
}
