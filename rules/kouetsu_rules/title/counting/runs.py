"""Numbered headings: a run counts from one on without a gap."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Prose
from kouetsu_rules.title.counting.promises import WORD, kind_of, value

HEADING = Pattern(
    rf"[^\w①-⑳]{{0,4}}(?:(?P<label>{WORD})[ 　]?(?:#|No\.)?"
    r"(?P<counted>\d{1,2}(?![.．]?\d|[^\W_])|[①-⑳])"
    r"|(?P<bare>\d{1,2}(?=[.．](?!\d)|[:：)）】\]、 　]|\ufe0f?\u20e3)|[①-⑳]))"
)


class Heading(Struct, frozen=True):
    """A heading, and the one that it stands under."""

    block: Block
    prose: Prose
    parent: Heading | None


class Run(Struct):
    """Headings that are numbered alike.

    ``kind`` is the line of the word that is counted, ``None`` where it is a number alone.
    """

    kind: int | None
    label: str
    members: list[Heading]

    @property
    def level(self) -> int:
        return self.members[0].block.level

    @property
    def parent(self) -> Heading | None:
        """What all of them stand under."""
        first = self.members[0].parent
        return first if all(each.parent is first for each in self.members) else None


def headings(post: Post) -> tuple[Heading, ...]:
    return tuple(_headings(post))


def _headings(post: Post) -> Iterator[Heading]:
    over: list[Heading] = []
    for block in post.blocks:
        if block.kind == "heading" and block.prose is not None and not block.in_quote:
            while over and over[-1].block.level >= block.level:
                over.pop()
            heading = Heading(block, block.prose, over[-1] if over else None)
            yield heading
            over.append(heading)


def runs(post: Post) -> list[Run]:
    """All runs of the post; where the numbers of a label jump, it has none."""
    found: list[Run] = []
    last: dict[tuple[int, str], Run] = {}
    broken: set[tuple[int, str]] = set()
    for heading in post.derived(headings):
        match = HEADING.match(heading.prose.text)
        if match is None:
            continue
        number = value(match["counted"] or match["bare"])
        label = match["label"] or ""
        key = (heading.block.level, label)
        run = last.get(key)
        if number == 1:
            last[key] = Run(kind_of(label) if label else None, label, [heading])
            found.append(last[key])
        elif run is not None and number == len(run.members) + 1:
            run.members.append(heading)
        else:
            broken.add(key)
    return [run for run in found if (run.level, run.label) not in broken]
