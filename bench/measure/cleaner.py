"""The marked posts as they are after a cleaner has taken every marker away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from measure.marks import Mark, mark_at
from measure.texts import Folder, Text

# What a cleaner takes for a marker wherever it stands, beside the markers that are marked.
EVERY_MARKER = re.compile(r"-{2,}[ \t]*(?:END|CONTINUE|CONT|BEGIN|START)[ \t]*-{2,}")
MARKER_QUOTE = re.compile(r"-{2,}.*-{2,}$|\[[A-Z ]+\]$")


def clean(folder: Folder, marks: Iterable[Mark]) -> tuple[Folder, list[Mark]]:
    """The posts without markers, and the marks that are left, on their new lines."""
    marks = list(marks)
    texts: dict[str, Text] = {}
    left: list[Mark] = []
    for path, text in folder.texts.items():
        own = [mark for mark in marks if mark.path == path]
        texts[path], moves = _without_markers(text, _quotes(own))
        left += [_moved(m, texts[path], moves) for m in own if not _is_marker(m)]
    return Folder("cleaned", texts, folder.config), left


def _is_marker(mark: Mark) -> bool:
    return bool(MARKER_QUOTE.match(mark.quote))


def _quotes(marks: Iterable[Mark]) -> dict[int, list[str]]:
    quotes: dict[int, list[str]] = {}
    for mark in marks:
        if _is_marker(mark):
            quotes.setdefault(mark.line, []).append(mark.quote)
    return quotes


@dataclass
class Moves:
    """Where an old line begins and ends now; one that is gone covers nothing."""

    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)


def _without_markers(text: Text, quotes: Mapping[int, list[str]]) -> tuple[Text, Moves]:
    """The text without markers; a line of nothing but a marker goes."""
    kept: list[str] = []
    moves = Moves()
    for number, line in enumerate(text.lines, start=1):
        rest = line
        for quote in quotes.get(number, ()):
            rest = rest.replace(quote, "")
        rest = EVERY_MARKER.sub("", rest)
        moves.first[number] = len(kept) + 1
        if rest == line or rest.strip():
            kept.append(rest)
        moves.last[number] = len(kept)
    return Text("\n".join(kept).encode()), moves


def _moved(mark: Mark, text: Text, moves: Moves) -> Mark:
    first = moves.first[mark.line]
    row = {
        "line": first,
        "end_line": max(first, moves.last[mark.end_line]),
        "class": mark.kind,
        "severity": mark.severity,
        "quote": mark.quote,
        "by": mark.by,
        "sound": mark.sound,
    }
    return mark_at(row, mark.path, text)
