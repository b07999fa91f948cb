"""Suppression: what a post asks to be silent about, and whether there was anything to silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from kouetsu.findings import Diagnostic, Edit, Mend, Safety, Text, Values
from kouetsu.rule import AnyRule
from kouetsu.run.directives import Directive, Named, directives
from kouetsu.run.engine_rules import UNKNOWN_SUPPRESSION, UNUSED_SUPPRESSION
from kouetsu.run.nearest import did_you_mean
from kouetsu.run.plan import Profile
from kouetsu.run.registry import Registry, UnknownRule
from kouetsu.run.unsuppressing import gone, shortened
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
    reports: list[Diagnostic] = []
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
    standing = [item for item in found if not _silenced(item, terms)]
    reports += _idle(post, terms, profile, registry)
    told = [item for item in reports if item.rule in profile.chosen and not _silenced(item, terms)]
    silences = tuple(term.silence for term in terms)
    return Outcome(standing + told, len(found) - len(standing), silences)


def _silenced(found: Diagnostic, terms: Iterable[_Term]) -> bool:
    hit = False
    for term in terms:
        if term.silence.covers(found):
            term.used = hit = True
    return hit


def _idle(
    post: Post, terms: Sequence[_Term], profile: Profile, registry: Registry
) -> list[Diagnostic]:
    idle = [term for term in terms if not term.used and _could_be_used(term, profile, registry)]
    reports = []
    for term in idle:
        own = [other for other in idle if other.directive is term.directive]
        whole = len(own) == max(len(term.directive.names), 1)
        if term.named is None:
            mend = gone(post, term.directive)
            reports.append(
                _report(post, UNUSED_SUPPRESSION, term.directive.span, "unused-all", {}, mend)
            )
        else:
            names = {id(other.named) for other in own}
            mend = (
                gone(post, term.directive)
                if whole
                else shortened(post, term.directive, term.named, names)
            )
            values: Values = {"rule": term.named.word}
            reports.append(
                _report(post, UNUSED_SUPPRESSION, term.named.span, "unused", values, mend)
            )
    return reports


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
    values: Values = {"rule": named.word, "hint": hint}
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
