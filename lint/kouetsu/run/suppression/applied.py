"""Suppression: what a post asks to be silent about, and whether there was anything to silence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

from kouetsu.findings import Diagnostic, Edit, Mend, Safety, Text, Values
from kouetsu.rule import AnyRule
from kouetsu.run.engine_rules import UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION
from kouetsu.run.nearest import LONGEST_SHOWN, did_you_mean
from kouetsu.run.plan import Profile
from kouetsu.run.registry import Registry, UnknownRule
from kouetsu.run.suppression.directives import Directive, Named, directives
from kouetsu.run.suppression.mistakes import mistakes
from kouetsu.run.suppression.removed import gone, shortened
from kouetsu.spans import Span
from kouetsu.text.post import Post


class Silence(Struct, frozen=True):
    """Rules that are silenced in a part of a post; ``None``: all."""

    rules: frozenset[str] | None
    reach: Span

    def covers(self, found: Diagnostic) -> bool:
        """Whether the diagnostic begins there."""
        named = self.rules is None or found.rule in self.rules
        return named and self.reach.start <= found.span.start <= self.reach.end


class Outcome(Struct, frozen=True):
    """The diagnostics that stand, and how many do not."""

    diagnostics: list[Diagnostic]
    count: int = 0
    silences: tuple[Silence, ...] = ()


class _Term(Struct):
    """One name of one directive (or a directive without names) and whether it was of use."""

    directive: Directive
    named: Named | None
    silence: Silence
    used: bool = False


def suppressed(
    post: Post, diagnostics: Iterable[Diagnostic], profile: Profile, registry: Registry
) -> Outcome:
    """Drop what the post silences; tell of suppressions that are idle or misspelt."""
    found = list(diagnostics)
    terms: list[_Term] = []
    reports = [
        _report(post, UNKNOWN_SUPPRESSION, each.span, each.message, each.values, None)
        for each in mistakes(post)
    ]
    for directive in directives(post):
        if directive.kind == "enable":
            reports.append(
                _report(
                    post, UNUSED_SUPPRESSION, directive.span, "not-open", {}, gone(post, directive)
                )
            )
            continue
        for named in directive.names or (None,):
            try:
                rules = registry.named(named.word) if named else None
            except UnknownRule:
                if named:
                    reports.append(_unknown(post, named, registry))
                continue
            terms.append(_Term(directive, named, Silence(rules, directive.reach)))
    if not terms and not reports:
        return Outcome(found)
    standing = _standing(found, terms)
    reports += _idle(post, terms, profile, registry)
    told = [item for item in reports if item.rule in profile.chosen]
    told = _standing(told, [_behind(term) for term in terms])
    silences = tuple(term.silence for term in terms)
    return Outcome(standing + told, len(found) - len(standing), silences)


def _standing(found: Sequence[Diagnostic], terms: Iterable[_Term]) -> list[Diagnostic]:
    """What no term silences; marks the terms that were of use.

    By bisection, for a hostile post may hold ten thousand of both.
    """
    starts: dict[str | None, list[int]] = {None: sorted(item.span.start for item in found)}
    for item in sorted(found, key=lambda item: item.span.start):
        starts.setdefault(item.rule, []).append(item.span.start)
    reaches: dict[str | None, list[Span]] = {}
    for term in terms:
        reach = term.silence.reach
        for name in _names(term.silence, starts):
            reaches.setdefault(name, []).append(reach)
            places = starts[name]
            first = bisect_left(places, reach.start)
            if first < len(places) and places[first] <= reach.end:
                term.used = True
    silent = {name: _Reaches(spans) for name, spans in reaches.items()}
    return [
        item
        for item in found
        if not any(
            name in silent and silent[name].include(item.span.start) for name in (item.rule, None)
        )
    ]


def _behind(term: _Term) -> _Term:
    """The term as it reaches over suppressions: a comment does not silence what is told of it."""
    own, reach = term.directive, term.silence.reach
    if own.kind == "front-matter":
        return term
    after = Span(max(reach.start, own.span.end), reach.end)
    return _Term(own, term.named, Silence(term.silence.rules, after))


def _names(silence: Silence, found: Iterable[str | None]) -> Iterable[str | None]:
    return (None,) if silence.rules is None else (name for name in found if name in silence.rules)


class _Reaches:
    """Many spans, which may overlap, as one question: is this offset in any of them?"""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._ends = list(accumulate((span.end for span in ordered), max))

    def include(self, offset: int) -> bool:
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset <= self._ends[index]


def _idle(
    post: Post, terms: Sequence[_Term], profile: Profile, registry: Registry
) -> list[Diagnostic]:
    idle: dict[int, list[_Term]] = {}
    for term in terms:
        if not term.used and _could_be_used(term, profile, registry):
            idle.setdefault(id(term.directive), []).append(term)
    return [report for own in idle.values() for report in _idle_in(post, own)]


def _idle_in(post: Post, idle: Sequence[_Term]) -> Iterable[Diagnostic]:
    """The idle terms of one directive."""
    directive = idle[0].directive
    whole = len(idle) == max(len(directive.names), 1)
    mend = gone(post, directive) if whole else None
    going = {id(term.named) for term in idle}
    left = False  # whether a name before it stays
    for place, named in enumerate(directive.names):
        if id(named) not in going:
            left = True
            continue
        values: Values = {"rule": named.word}
        edits = mend if whole else shortened(post, directive, place, left=left)
        yield _report(post, UNUSED_SUPPRESSION, named.span, "unused", values, edits)
    if not directive.names:
        yield _report(post, UNUSED_SUPPRESSION, directive.span, "unused-all", {}, mend)


def _could_be_used(term: _Term, profile: Profile, registry: Registry) -> bool:
    """Whether the rule runs here; of a part of the rules nothing follows."""
    rules = term.silence.rules
    if rules is None:
        return not profile.narrowed
    if UNUSED_SUPPRESSION.name in rules:
        return False
    if any(registry.rules[name].corpus for name in rules):
        return False  # what is found over all posts comes later
    return bool(rules & profile.chosen.keys()) if len(rules) == 1 else not profile.narrowed


def _unknown(post: Post, named: Named, registry: Registry) -> Diagnostic:
    hint: Text = did_you_mean(named.word, registry.words)
    values: Values = {"rule": named.word[:LONGEST_SHOWN], "hint": hint}
    return _report(post, UNKNOWN_SUPPRESSION, named.span, "unknown", values, None)


def _report(
    post: Post,
    rule: AnyRule,
    span: Span,
    message: str,
    values: Values,
    edits: tuple[Edit, ...] | None,
) -> Diagnostic:
    mend = Mend(edits, Safety.SAFE, rule.text("remove", {})) if edits else None
    return Diagnostic(
        path=post.path,
        rule=rule.name,
        group=rule.group,
        severity=rule.severity,
        span=span,
        message=rule.text(message, values),
        fix=mend,
    )
