"""The parts of the measure: each runs the command over one kind of data and counts."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from measure import clean, cleaner, counting, sites, slips, titles
from measure.answers import answer_of
from measure.command import SPEAKING, Checker, Diagnostic
from measure.counting import ITEM_SLACK, RepeatedLines, Score, Verdicts
from measure.marks import Mark, rows
from measure.sites import Checked
from measure.texts import Folder, Text

PARTS = ("marked", "cleaned", "typos", "titles", "sites", "people")

# The classes whose marks are certain on sites of other generators; a slip is so only where a
# script marked it, a matter of warning too.
CERTAIN = frozenset(
    {
        "marker-leak",
        "placeholder",
        "fm-excerpt",
        "title-markup",
        "orphan-start",
        "truncated-text",
        "foreign-script",
        "stray-typo",
    }
)


@dataclass(frozen=True)
class Judged:
    """Posts with marks, counted."""

    checked: Checked
    verdicts: Verdicts
    accused: list[Mark]

    @classmethod
    def of(cls, checked: Checked) -> Judged:
        return cls(
            checked,
            counting.judge_items(checked.marks, checked.diagnostics),
            counting.accused(checked.marks, checked.diagnostics),
        )

    @property
    def repeated(self) -> RepeatedLines:
        checked = self.checked
        return counting.judge_repeated_lines(
            checked.folder.texts, checked.marks, checked.diagnostics
        )


@dataclass
class Results:
    """What was measured; a part that was not run is absent."""

    marked: Judged | None = None
    cleaned: Judged | None = None
    sites: dict[str, Judged] = field(default_factory=dict)
    slips: slips.SlipCount | None = None
    titles: titles.TitleCount | None = None
    clean: clean.CleanCount | None = None
    texts: dict[str, Mapping[str, Text]] = field(default_factory=dict)
    """Of each part, for quotes on the terminal."""

    @property
    def judged(self) -> dict[str, Judged]:
        named = {"marked": self.marked, "cleaned": self.cleaned, **self.sites}
        return {name: part for name, part in named.items() if part is not None}


@dataclass(frozen=True)
class Reading:
    """A checker without the diagnostics that reading has shown to be true (``judged.tsv``).

    A place there is a line, or a line and a column (``24:118``) where the line has others too.
    """

    checker: Checker
    true: frozenset[tuple[str, str, str, str]]

    @classmethod
    def of(cls, checker: Checker, table: Path) -> Reading:
        if not table.exists():
            return cls(checker, frozenset())
        with table.open(encoding="utf-8", newline="") as lines:
            places = csv.DictReader(lines, delimiter="\t")
            return cls(
                checker,
                frozenset((p["part"], p["path"], p["line"], p["rule"]) for p in places),
            )

    def check(self, folder: Folder) -> list[Diagnostic]:
        return [d for d in self.checker.check(folder) if not self._is_true(folder.name, d)]

    def _is_true(self, part: str, said: Diagnostic) -> bool:
        places = (str(said.line), f"{said.line}:{said.column}")
        return any((part, said.path, place, said.rule) in self.true for place in places)

    def mend(self, folder: Folder) -> dict[str, Text]:
        return self.checker.mend(folder)


def measure(data: Path, checker: Checker, parts: Iterable[str]) -> Results:
    results = Results()
    for part in parts:
        RUN[part](data, checker, results)
    return results


def _marked(data: Path, checker: Checker, results: Results) -> None:
    folder, marks = sites.main_posts(data)
    results.marked = Judged.of(sites.check(checker, folder, marks))
    results.texts["marked"] = folder.texts


def _cleaned(data: Path, checker: Checker, results: Results) -> None:
    folder, marks = cleaner.clean(*sites.main_posts(data))
    results.cleaned = Judged.of(sites.check(checker, folder, marks))
    results.texts["cleaned"] = folder.texts


def _sites(data: Path, checker: Checker, results: Results) -> None:
    for name in sites.OTHER_SITES:
        folder, marks = sites.other_site(data, name)
        results.sites[name] = Judged.of(sites.check(checker, folder, marks))
        results.texts[name] = folder.texts


def _typos(data: Path, checker: Checker, results: Results) -> None:
    found = slips.slips("typos", rows(data / "typos.jsonl"))
    sound = slips.slips("negatives", rows(data / "typo-negatives.jsonl"), sound=True)
    results.slips = slips.count(
        found, checker.check(found.folder), sound, checker.check(sound.folder)
    )
    results.texts["typos"] = found.folder.texts
    results.texts["negatives"] = sound.folder.texts


def _titles(data: Path, checker: Checker, results: Results) -> None:
    folder, found = titles.with_damage(sites.more_posts(data), rows(data / "titles.jsonl"))
    results.titles = titles.count(checker, folder, found)
    results.texts["titles"] = folder.texts


def _people(data: Path, checker: Checker, results: Results) -> None:
    folder = sites.clean_prose(data)
    true_defects = rows(data / "people" / "true-defects.jsonl")
    results.clean = clean.count(folder, checker.check(folder), true_defects)
    results.texts["people"] = folder.texts


RUN: Mapping[str, Callable[[Path, Checker, Results], None]] = {
    "marked": _marked,
    "cleaned": _cleaned,
    "typos": _typos,
    "titles": _titles,
    "sites": _sites,
    "people": _people,
}


def certain_marks(judged: Judged) -> dict[Mark, bool]:
    """The certain defects of another generator's site, and whether each is found.

    Found by any rule that may mean the class: what one site's editor calls a leak is another
    rule's placeholder.
    """
    said = [d for d in judged.checked.diagnostics if d.severity in SPEAKING]
    return {
        mark: any(_may_mean(d, mark) for d in said)
        for mark in judged.checked.marks
        if _certain(mark)
    }


def _certain(mark: Mark) -> bool:
    if not mark.required or mark.kind not in CERTAIN:
        return False
    return mark.by == "script" or (mark.severity == "error" and mark.kind != "stray-typo")


def _may_mean(diagnostic: Diagnostic, mark: Mark) -> bool:
    answer = answer_of(diagnostic.rule, diagnostic.group)
    return (
        diagnostic.path == mark.path
        and mark.kind in answer.means
        and counting.overlaps(mark, diagnostic.span, ITEM_SLACK)
    )


def certain_score(results: Results) -> Score:
    found = [hit for judged in results.sites.values() for hit in certain_marks(judged).values()]
    return Score(wanted=len(found), found=sum(found))


def sound_score(results: Results) -> Score:
    """``wanted``: sound look-alikes of other sites, ``found``: those accused."""
    sound = sum(m.sound for j in results.sites.values() for m in j.checked.marks)
    return Score(wanted=sound, found=sum(len(j.accused) for j in results.sites.values()))
