"""Typos: one small post for each distinct text of the typo rows, sound ones beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from measure.answers import SLIP_CLAIMS, SLIP_RULES
from measure.command import SPEAKING, Diagnostic
from measure.counting import TYPO_LONGEST, Score, finds_slip
from measure.marks import Mark, Row
from measure.sites import MAIN
from measure.texts import Folder, Span, Text

FRONT_MATTER = {
    "title": 'title: "道具の手入れについて"',
    "date": "date: 2025-04-01 09:00:00 +0900",
}
BODY = "古い道具の手入れのしかたを書く。油は少なめがよい。\n"
FIELD = re.compile(r"(title|excerpt|description|tags|categories):")

# How a slip came to be (data/TYPOS.md), by what its row says of the process; the first that fits.
KINDS = (
    ("B", re.compile(r"template|^title built|^byte-limited|^vendor")),
    ("C", re.compile(r"^segment|^missing sentence end|^closing bracket|^opening bracket")),
    ("A", re.compile(r"^sed|^citation")),
    ("D", re.compile("")),
)
CLOSED = frozenset({"A", "B", "script"})


def kind_of(row: Row) -> str:
    if row["kind"] == "foreign-script":
        return "script"
    return next(kind for kind, process in KINDS if process.search(row["process"]))


@dataclass(frozen=True)
class Slips:
    """Slips (or sound places) in posts of their own; ``kinds`` says which kind each is."""

    folder: Folder
    marks: Sequence[Mark]
    kinds: Mapping[Mark, str]


def slips(name: str, typo_rows: Iterable[Row], *, sound: bool = False) -> Slips:
    """One post for each distinct text, with every slip that its rows mark."""
    by_text: dict[str, list[Row]] = {}
    for row in typo_rows:
        by_text.setdefault(row["text"], []).append(row)
    texts: dict[str, Text] = {}
    kinds: dict[Mark, str] = {}
    for number, (text, own) in enumerate(by_text.items(), start=1):
        path = f"{MAIN.below}/2025-04-01-{name}-{number:03}.md"
        texts[path], line, shift = _post(text)
        for row in own:
            mark = _mark(row, path, texts[path], line, shift)
            mark = replace(mark, sound=sound)
            kinds[mark] = "sound" if sound else kind_of(row)
    return Slips(Folder(name, texts, MAIN.config), tuple(kinds), kinds)


def _post(text: str) -> tuple[Text, int, int]:
    """The post, the line of the text in it, and how far it moved to the left."""
    fields = dict(FRONT_MATTER)
    body = BODY
    stripped = text.lstrip()
    # Indented text comes from a list: alone it would be a code block.
    shift = len(text) - len(stripped)
    key = FIELD.match(text)
    if key:
        fields[key[1]] = text
    else:
        body = stripped + "\n"
    lines = ["---", *fields.values(), "---", ""]
    line = lines.index(text) + 1 if key else len(lines) + 1
    return Text("\n".join([*lines, body]).encode()), line, 0 if key else shift


def _mark(row: Row, path: str, text: Text, line: int, shift: int) -> Mark:
    start = text.offset(line, row["col_in_text"] - shift)
    span = Span(start, start + len(row["quote"]))
    return Mark(path, line, line, row.get("kind", ""), "", row["quote"], (span,), span)


@dataclass(frozen=True)
class SlipCount:
    """What the typo bars ask for, and the places behind it."""

    by_kind: Mapping[str, Score]
    errors: Score
    """Closed classes by errors; precision of all errors."""
    tokens: Score
    """Kind D by errors and warnings; precision of both."""
    negatives: Score
    """``wanted``: sound places, ``found``: those accused."""
    rules: Mapping[str, Score] = field(default_factory=dict)
    missed: Sequence[tuple[Mark, str]] = ()
    false: Sequence[Diagnostic] = ()
    accused: Sequence[Mark] = ()


def count(
    found: Slips, said: Sequence[Diagnostic], sound: Slips, said_of_sound: Sequence[Diagnostic]
) -> SlipCount:
    heard = [d for d in said if d.severity in SPEAKING and speaks_of_slips(d)]
    errors = [d for d in heard if d.severity == "error"]
    closed = [mark for mark in found.marks if found.kinds[mark] in CLOSED]
    tokens = [mark for mark in found.marks if found.kinds[mark] == "D"]
    heard_of_sound = [d for d in said_of_sound if d.severity in SPEAKING and speaks_of_slips(d)]
    accused = [m for m in sound.marks if any(finds_slip(d, m) for d in heard_of_sound)]
    claims = [d for d in heard if _claims(d) or _right(d, found.marks)]
    wrong = [d for d in claims if not _right(d, found.marks) and not _too_wide(d, found.marks)]
    return SlipCount(
        by_kind={
            kind: _recall([m for m in found.marks if found.kinds[m] == kind], heard)
            for kind in sorted(set(found.kinds.values()))
        },
        errors=_recall(closed, errors) + _precision(claims, wrong, "error"),
        tokens=_recall(tokens, heard) + _precision(claims, wrong, "error", "warning"),
        negatives=Score(wanted=len(sound.marks), found=len(accused)),
        rules={rule: _of_rule(rule, claims, wrong) for rule in sorted({d.rule for d in claims})},
        missed=[(m, found.kinds[m]) for m in found.marks if not _found(m, heard)],
        false=wrong,
        accused=accused,
    )


def speaks_of_slips(diagnostic: Diagnostic) -> bool:
    return diagnostic.group == "typos" or diagnostic.rule in SLIP_RULES


def _claims(diagnostic: Diagnostic) -> bool:
    return diagnostic.group == "typos" or diagnostic.rule in SLIP_CLAIMS


def _found(mark: Mark, diagnostics: Iterable[Diagnostic]) -> bool:
    return any(finds_slip(d, mark) for d in diagnostics)


def _right(diagnostic: Diagnostic, marks: Iterable[Mark]) -> bool:
    return any(finds_slip(diagnostic, mark) for mark in marks)


def _too_wide(diagnostic: Diagnostic, marks: Iterable[Mark]) -> bool:
    """Over a slip, but too long to say where it is: neither right nor wrong."""
    span = diagnostic.span
    return span.end - span.start > TYPO_LONGEST and any(
        mark.path == diagnostic.path and mark.region.near(span, 0) for mark in marks
    )


def _recall(marks: Sequence[Mark], diagnostics: Sequence[Diagnostic]) -> Score:
    return Score(wanted=len(marks), found=sum(_found(mark, diagnostics) for mark in marks))


def _precision(claims: Sequence[Diagnostic], wrong: Sequence[Diagnostic], *levels: str) -> Score:
    said = [d for d in claims if d.severity in levels]
    return Score(said=len(said), right=len(said) - sum(d.severity in levels for d in wrong))


def _of_rule(rule: str, claims: Sequence[Diagnostic], wrong: Sequence[Diagnostic]) -> Score:
    said = sum(d.rule == rule for d in claims)
    return Score(said=said, right=said - sum(d.rule == rule for d in wrong))
