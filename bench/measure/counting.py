"""How diagnostics are counted against marks (the data's README, "How the bars are counted")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from measure.answers import answer_of
from measure.command import SPEAKING, Diagnostic
from measure.marks import Mark
from measure.texts import Span, Text

ITEM_SLACK = 12
TYPO_SLACK = 6
TYPO_LONGEST = 80
COPIED = ("repeated-paragraph", "repeated-section")
BESIDE_COPIES = ("repeated-sentence", "repeated-heading", "flattened", "other")
HEADING = re.compile(r" {0,3}#{1,6}(\s|$)")
MARKER = re.compile(r"\s*-{2,}\s*[A-Z][A-Z _]*\s*-{2,}\s*$")


@dataclass
class Score:
    """Recall and precision of something: what was there and what was said."""

    wanted: int = 0
    found: int = 0
    said: int = 0
    right: int = 0

    @property
    def recall(self) -> float | None:
        return self.found / self.wanted if self.wanted else None

    @property
    def precision(self) -> float | None:
        return self.right / self.said if self.said else None

    def __add__(self, other: Score) -> Score:
        return Score(
            self.wanted + other.wanted,
            self.found + other.found,
            self.said + other.said,
            self.right + other.right,
        )


@dataclass(frozen=True)
class Verdicts:
    """Each mark with the rules that found it, each judged diagnostic with what it met."""

    found_by: Mapping[Mark, frozenset[str]]
    right: Sequence[Diagnostic]
    wrong: Sequence[Diagnostic]
    in_copies: frozenset[Diagnostic]
    """Wrong ones inside marked copies, where damage is mostly marked once."""

    def of_rules(self, rules: Iterable[str]) -> Score:
        """Precision of these rules."""
        names = set(rules)
        right = sum(d.rule in names for d in self.right)
        return Score(said=right + sum(d.rule in names for d in self.wrong), right=right)

    def of_kinds(self, wanted: Callable[[Mark], bool]) -> Score:
        """Recall of these marks."""
        marks = [mark for mark in self.found_by if wanted(mark)]
        return Score(wanted=len(marks), found=sum(bool(self.found_by[mark]) for mark in marks))

    def missed(self) -> list[Mark]:
        return [mark for mark, rules in self.found_by.items() if not rules]


@dataclass
class ByPath:
    """Marks and diagnostics of one post."""

    marks: list[Mark] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def by_path(marks: Iterable[Mark], diagnostics: Iterable[Diagnostic]) -> dict[str, ByPath]:
    posts: dict[str, ByPath] = {}
    for mark in marks:
        posts.setdefault(mark.path, ByPath()).marks.append(mark)
    for diagnostic in diagnostics:
        posts.setdefault(diagnostic.path, ByPath()).diagnostics.append(diagnostic)
    return posts


def overlaps(mark: Mark, span: Span, slack: int) -> bool:
    return any(place.near(span, slack) for place in mark.spans)


def judge_items(marks: Sequence[Mark], diagnostics: Sequence[Diagnostic]) -> Verdicts:
    """Items: a diagnostic that overlaps the quote of a mark that it answers for, or may mean."""
    found_by: dict[Mark, frozenset[str]] = {}
    right: list[Diagnostic] = []
    wrong: list[Diagnostic] = []
    in_copies: set[Diagnostic] = set()
    for post in by_path(marks, diagnostics).values():
        speaking = [d for d in post.diagnostics if d.severity in SPEAKING]
        damage = [mark for mark in post.marks if not mark.sound]
        copied = copied_lines(damage)
        for mark in damage:
            found_by[mark] = frozenset(d.rule for d in speaking if _finds(d, mark))
        for diagnostic in speaking:
            if not answer_of(diagnostic.rule, diagnostic.group).judged:
                continue
            if any(_means(diagnostic, mark) for mark in damage):
                right.append(diagnostic)
                continue
            wrong.append(diagnostic)
            if copied.issuperset(diagnostic.lines):
                in_copies.add(diagnostic)
    return Verdicts(found_by, right, wrong, frozenset(in_copies))


def _finds(diagnostic: Diagnostic, mark: Mark) -> bool:
    kinds = answer_of(diagnostic.rule, diagnostic.group).finds
    return mark.kind in kinds and overlaps(mark, diagnostic.span, ITEM_SLACK)


def _means(diagnostic: Diagnostic, mark: Mark) -> bool:
    if mark.kind not in answer_of(diagnostic.rule, diagnostic.group).means:
        return False
    span = diagnostic.span
    return mark.region.near(span, ITEM_SLACK) or overlaps(mark, span, ITEM_SLACK)


def accused(marks: Iterable[Mark], diagnostics: Sequence[Diagnostic]) -> list[Mark]:
    """The sound look-alikes on which a rule that answers for their class speaks."""
    return [
        mark
        for mark in marks
        if mark.sound
        and any(
            d.path == mark.path
            and d.severity in SPEAKING
            and mark.kind in answer_of(d.rule, d.group).finds
            and overlaps(mark, d.span, ITEM_SLACK)
            for d in diagnostics
        )
    ]


# Repeated lines


def copied_lines(marks: Iterable[Mark]) -> set[int]:
    """The lines of one post that marks of copies with severity error cover."""
    return _lines(mark for mark in marks if mark.kind in COPIED and mark.severity == "error")


def _lines(ranges: Iterable[Mark] | Iterable[Diagnostic]) -> set[int]:
    return {
        line
        for item in ranges
        for line in (item.covered_lines if isinstance(item, Mark) else item.lines)
    }


def counts_as_line(line: str) -> bool:
    """Whether a line counts: not blank, no heading, no bare marker."""
    bare = not any(map(str.isalnum, line))
    return not (bare or HEADING.match(line) or MARKER.match(line))


@dataclass(frozen=True)
class RepeatedLines:
    """Lines of copies in all posts, and the places where report and marks differ."""

    score: Score
    missed: Sequence[tuple[str, int]]
    false: Sequence[tuple[str, int]]


def judge_repeated_lines(
    texts: Mapping[str, Text], marks: Iterable[Mark], diagnostics: Iterable[Diagnostic]
) -> RepeatedLines:
    score = Score()
    missed: list[tuple[str, int]] = []
    false: list[tuple[str, int]] = []
    posts = by_path(marks, diagnostics)
    for path, post in sorted(posts.items()):
        text = texts[path]
        gold = {line for line in copied_lines(post.marks) if counts_as_line(text.line(line))}
        passages = (
            d for d in post.diagnostics if d.rule == "repeated-passage" and d.severity == "error"
        )
        said = {line for line in _lines(passages) if counts_as_line(text.line(line))}
        said -= _lines(mark for mark in post.marks if _neither_way(mark)) - gold
        score += Score(len(gold), len(gold & said), len(said), len(gold & said))
        missed += [(path, line) for line in sorted(gold - said)]
        false += [(path, line) for line in sorted(said - gold)]
    return RepeatedLines(score, missed, false)


def _neither_way(mark: Mark) -> bool:
    if mark.sound:
        return False
    weak_copy = mark.kind in COPIED and mark.severity == "warning"
    return weak_copy or mark.kind in BESIDE_COPIES


# Typos


def finds_slip(diagnostic: Diagnostic, mark: Mark) -> bool:
    short = diagnostic.span.end - diagnostic.span.start <= TYPO_LONGEST
    return short and diagnostic.path == mark.path and overlaps(mark, diagnostic.span, TYPO_SLACK)
