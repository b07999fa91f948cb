"""Clean prose by people: which files are hit, true defects aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from measure.command import Diagnostic
from measure.counting import ITEM_SLACK
from measure.marks import Row
from measure.texts import Folder

# No preset fits all of these sites, and a person's title is the person's.
ASIDE = frozenset({"front-matter", "title"})
SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True)
class CleanCount:
    """Files hit by severity, over all rules and by rule."""

    files: int
    hit: Mapping[str, int]
    by_rule: Mapping[str, Mapping[str, int]]
    """Rule, then severity, to the number of files."""
    diagnostics: Sequence[Diagnostic]
    """What counted, for reading."""

    def share(self, severity: str) -> float:
        return self.hit[severity] / self.files if self.files else 0.0

    def per_thousand(self, rule: str, severity: str) -> float:
        return 1000 * self.by_rule.get(rule, {}).get(severity, 0) / max(self.files, 1)


def count(
    folder: Folder, diagnostics: Iterable[Diagnostic], true_defects: Iterable[Row]
) -> CleanCount:
    true_places = [
        (row["file"], span)
        for row in true_defects
        if row["file"] in folder.texts
        for span in folder.texts[row["file"]].quote(row["line"], row["quote"])
    ]
    counted = [
        d
        for d in diagnostics
        if d.group not in ASIDE
        and not any(d.path == path and d.span.near(span, ITEM_SLACK) for path, span in true_places)
    ]
    return CleanCount(
        files=len(folder.texts),
        hit={level: _files(counted, level) for level in SEVERITIES},
        by_rule={rule: _by_severity(counted, rule) for rule in sorted({d.rule for d in counted})},
        diagnostics=counted,
    )


def _by_severity(counted: Sequence[Diagnostic], rule: str) -> dict[str, int]:
    own = [d for d in counted if d.rule == rule]
    return {level: _files(own, level) for level in SEVERITIES}


def _files(diagnostics: Iterable[Diagnostic], severity: str) -> int:
    return len({d.path for d in diagnostics if d.severity == severity})
