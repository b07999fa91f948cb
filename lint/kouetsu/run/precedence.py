"""One finding for one place: a rule gives way where a rule that it yields to speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from kouetsu.findings import Finding, Severity
from kouetsu.rule import AnyRule
from kouetsu.spans import Span

Found = Mapping[str, Sequence[Finding]]


def yielded(found: Found, rules: Mapping[str, AnyRule]) -> dict[str, list[Finding]]:
    """The findings that stand, by rule: those on characters of a superior's are dropped.

    An ``info`` silences nothing graver: damage must not hide behind a matter of taste.
    """
    standing: dict[str, list[Finding]] = {}

    def settle(name: str, below: frozenset[str]) -> None:
        # superiors first: a finding that itself gave way silences nothing
        if name in standing or name in below:
            return
        superiors = [other for other in rules[name].yields_to if other in found]
        for superior in superiors:
            settle(superior, below | {name})
        above = [(each, rules[other]) for other in superiors for each in standing.get(other, ())]
        every = Cover(finding.span for finding, _ in above)
        grave = Cover(each.span for each, rule in above if _is_grave(each, rule))
        standing[name] = [
            finding
            for finding in found[name]
            if not (grave if _is_grave(finding, rules[name]) else every).touches(finding.span)
        ]

    for name in sorted(found):
        settle(name, frozenset())
    return standing


def _is_grave(finding: Finding, rule: AnyRule) -> bool:
    severity = rule.severity if finding.severity is None else finding.severity
    return severity > Severity.INFO


class Cover:
    """Spans merged, to ask quickly whether one of them overlaps another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._merged: list[Span] = []
        for span in sorted(spans):
            if self._merged and span.overlaps(self._merged[-1]):
                self._merged[-1] = self._merged[-1].joined(span)
            else:
                self._merged.append(span)

    def touches(self, span: Span) -> bool:
        place = bisect_right(self._merged, span)
        near = self._merged[max(place - 1, 0) : place + 1]
        return any(span.overlaps(other) for other in near)
