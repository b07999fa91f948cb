"""One post: findings of the chosen rules, and what becomes of them on the way to the user."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout

from msgspec import Struct, field
from msgspec.structs import replace

from kouetsu.errors import show_trace, story
from kouetsu.findings import (
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Mend,
    Related,
    RelatedPlace,
    Text,
    Value,
    Values,
)
from kouetsu.rule import AnyRule
from kouetsu.run.engine_rules import ENGINE, INTERNAL, START, UNREADABLE, is_illegible
from kouetsu.run.plan import Chosen, Outfit, Profile
from kouetsu.run.precedence import yielded
from kouetsu.run.soundness import Unsound, expect_sound
from kouetsu.run.suppression import applied
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import with_newline


class Checked(Struct, frozen=True):
    """What the check of one post yields; plain data that crosses the process border."""

    path: str
    diagnostics: tuple[Diagnostic, ...]
    suppressed: int = 0
    japanese: bool = False
    silences: tuple[applied.Silence, ...] = ()
    """Where rules over all posts must be silent in this one."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What rules over all posts took from this one."""
    length: int = 0
    """Its characters, within which they find something."""
    digest: bytes = b""
    """Of the bytes that were checked, where the cache is to keep the outcome."""


def check_post(post: Post, outfit: Outfit) -> Checked:
    """Run the rules that apply to this post."""
    profile = outfit.profile(post.path)
    found: dict[str, list[Finding]] = {}
    facts: dict[str, object] = {}
    failed: list[Finding] = []
    illegible = is_illegible(post)
    with redirect_stdout(sys.stderr):  # what a rule prints is no part of a report
        for name, chosen in profile.chosen.items():
            found[name] = []
            if illegible and chosen.rule.group != ENGINE:
                continue
            try:
                _run(chosen, post, found[name], facts)
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # a rule may raise what it likes: the others go on
                failed.append(failure(chosen.rule, outfit, error))
    if INTERNAL.name in profile.chosen:
        found[INTERNAL.name] = failed
    rules = {name: chosen.rule for name, chosen in profile.chosen.items()}
    diagnostics = [
        diagnosed(post.path, rules[name], finding)
        for name, findings in yielded(found, rules).items()
        for finding in findings
    ]
    outcome = applied.suppressed(post, diagnostics, profile, outfit.registry)
    return Checked(
        post.path,
        finished(outcome.diagnostics, profile),
        suppressed=outcome.count,
        japanese=post.is_japanese,
        silences=outcome.silences if facts else (),
        facts=facts,
        length=len(post.text),
    )


def finished(diagnostics: Iterable[Diagnostic], profile: Profile) -> tuple[Diagnostic, ...]:
    """The last links of the chain: severity, unique, sort."""
    return tuple(in_order(unique(with_severity(diagnostics, profile))))


def with_severity(diagnostics: Iterable[Diagnostic], profile: Profile) -> Iterable[Diagnostic]:
    """The levels that the configuration sets."""
    for found in diagnostics:
        level = profile.chosen[found.rule].severity if found.rule in profile.chosen else None
        yield found if level is None else replace(found, severity=level)


def unique(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """One of those that say the same of the same place."""
    seen = set()
    for found in diagnostics:
        if said_of(found) not in seen:
            seen.add(said_of(found))
            yield found


def said_of(found: Diagnostic) -> tuple[str, Span, Text]:
    """What is said of which place: no two diagnostics of a post share it."""
    return found.rule, found.span, found.message


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By place, then by name."""
    return sorted(diagnostics, key=lambda found: (found.path, found.span, found.rule))


def diagnosed(path: str, rule: AnyRule, finding: Finding) -> Diagnostic:
    """The finding as the user sees it, its messages in both languages."""
    return Diagnostic(
        path=path,
        rule=rule.name,
        group=rule.group,
        severity=rule.severity if finding.severity is None else finding.severity,
        span=finding.span,
        message=rule.text(finding.message, finding.values),
        related=tuple(_related(path, rule, place) for place in finding.related),
        fix=_mend(rule, finding.fix) if finding.fix else None,
    )


def unreadable(path: str, reason: Text, outfit: Outfit) -> Checked:
    """The outcome for a file or folder that can't be opened."""
    return _unchecked(path, UNREADABLE, Finding(START, "unreadable", {"reason": reason}), outfit)


def died(path: str, outfit: Outfit) -> Checked:
    """The outcome for a post whose check took the process with it."""
    return _unchecked(path, INTERNAL, Finding(START, "died"), outfit)


def broken(path: str, error: Exception, outfit: Outfit) -> Checked:
    """The outcome for a post that the engine itself fails on."""
    values: Values = {"error": _story(error)}
    return _unchecked(path, INTERNAL, Finding(START, "broken", values), outfit)


def _unchecked(path: str, rule: AnyRule, finding: Finding, outfit: Outfit) -> Checked:
    profile = outfit.profile(path)
    wanted = [diagnosed(path, rule, finding)] if rule.name in profile.chosen else []
    return Checked(path, finished(wanted, profile))


def _run(chosen: Chosen, post: Post, found: list[Finding], facts: dict[str, object]) -> None:
    rule, length = chosen.rule, len(post.text)
    if rule.check is not None:
        for finding in rule.check(post, chosen.options):
            expect_sound(rule, finding, length)
            found.append(finding)
    if rule.corpus is not None:
        fact = rule.corpus.collect(post, chosen.options)
        if fact is not None:
            facts[rule.name] = fact


def failure(rule: AnyRule, outfit: Outfit, error: BaseException) -> Finding:
    """What to tell of a rule that raised."""
    values: Values = {
        "rule": rule.name,
        "plugin": str(outfit.registry.origin[rule.name]),
        "error": _story(error),
    }
    return Finding(START, "raised", values)


def _story(error: BaseException) -> Value:
    show_trace(error)
    if isinstance(error, Unsound):
        return error.text
    return story(error)


def _related(path: str, rule: AnyRule, place: Related) -> RelatedPlace:
    return RelatedPlace(
        path if place.path is None else place.path,
        place.span,
        rule.text(place.message, place.values),
    )


def _mend(rule: AnyRule, fix: Fix) -> Mend:
    # as the text is that they are edits of
    edits = tuple(Edit(edit.span, with_newline(edit.text, "\n")) for edit in fix.edits)
    return Mend(edits, fix.safety, rule.text(fix.message, fix.values))
