"""A session: many posts to many outcomes, over processes where that pays, by a cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from kouetsu.errors import reason_of
from kouetsu.findings import Diagnostic
from kouetsu.options import RuleOptions
from kouetsu.run.check import (
    Checked,
    broken,
    check_post,
    diagnosed,
    died,
    failure,
    finished,
    unreadable,
)
from kouetsu.run.engine_rules import INTERNAL
from kouetsu.run.plan import Outfit
from kouetsu.run.reading import read_bytes
from kouetsu.run.soundness import expect_sound
from kouetsu.run.workers import each
from kouetsu.text.post import Post
from kouetsu.text.source import Source

if TYPE_CHECKING:  # perf: few posts need no cache
    from kouetsu.run.cache import Cache

Told = Callable[[int, int], None]
"""Hears how much is done of how much."""


def check_files(
    paths: Sequence[str],
    outfit: Outfit,
    jobs: int | None = None,
    cache: Cache | None = None,
    told: Told = lambda done, total: None,
) -> list[Checked]:
    """The outcome of every path, in the order of the paths; rules over all posts come after."""
    outcomes: dict[str, Checked] = {}
    todo: list[str] = []
    size = 0
    for path in paths:
        raw = _read(path, outfit)
        if isinstance(raw, Checked):
            outcomes[path] = raw
            continue
        if cache is not None:
            remembered = cache.get(path, raw)
            if remembered is not None:
                outcomes[path] = remembered
                continue
        todo.append(path)
        size += len(raw)
    work = check_file if cache is None else check_file_to_keep
    for outcome in each(todo, work, died, outfit, jobs=jobs, size=size):
        outcomes[outcome.path] = outcome
        told(len(outcomes), len(paths))
        if cache is not None and outcome.digest and not _accident(outcome):
            cache.put(outcome)
    if cache is not None:
        cache.save()
    return [outcomes[path] for path in paths]


def check_source(source: Source, path: str, outfit: Outfit) -> Checked:
    """The outcome for a source at hand: standard input, an editor's buffer."""
    try:
        return check_post(Post(source, path, outfit.profile(path).site), outfit)
    except Exception as error:  # outside of the rules: a view that all of them share
        return broken(path, error, outfit)


def over_all(outcomes: list[Checked], outfit: Outfit) -> list[Checked]:
    """The outcomes with what rules over all posts find in the facts that they collected."""
    facts: dict[str, dict[str, Any]] = {}
    lengths = {outcome.path: outcome.length for outcome in outcomes}
    for outcome in outcomes:
        for rule, fact in outcome.facts.items():
            facts.setdefault(rule, {})[outcome.path] = fact
    added: dict[str, list[Diagnostic]] = {}
    for name in sorted(facts):
        for path, diagnostic in _corpus(name, facts[name], lengths, outfit):
            added.setdefault(path, []).append(diagnostic)
    return [
        _with(outcome, added[outcome.path], outfit) if outcome.path in added else outcome
        for outcome in outcomes
    ]


def _corpus(
    name: str, facts: Mapping[str, Any], lengths: Mapping[str, int], outfit: Outfit
) -> Iterator[tuple[str, Diagnostic]]:
    rule = outfit.registry.rules[name]
    assert rule.corpus is not None  # the facts came of it
    for options, own in _by_options(name, facts, outfit):
        try:
            for path, finding in rule.corpus.check(facts, options):
                if path not in facts:
                    raise ValueError(f"it took no fact from {path!r:.80}")
                expect_sound(rule, finding, lengths[path])
                if path in own:
                    yield path, diagnosed(path, rule, finding)
        except (Exception, SystemExit) as error:
            anywhere = min(own)
            yield anywhere, diagnosed(anywhere, INTERNAL, failure(rule, outfit, error))


def _by_options(
    name: str, paths: Iterable[str], outfit: Outfit
) -> list[tuple[RuleOptions, set[str]]]:
    """The options that apply to some of the posts, and to which: each is judged by its own."""
    found: list[tuple[RuleOptions, set[str]]] = []
    for path in paths:
        options = outfit.profile(path).chosen[name].options
        own = next((own for other, own in found if other == options), None)
        if own is None:
            found.append((options, own := set()))
        own.add(path)
    return found


def _with(outcome: Checked, added: Iterable[Diagnostic], outfit: Outfit) -> Checked:
    added = list(added)
    standing = [
        found for found in added if not any(silence.covers(found) for silence in outcome.silences)
    ]
    return replace(
        outcome,
        diagnostics=finished([*outcome.diagnostics, *standing], outfit.profile(outcome.path)),
        suppressed=outcome.suppressed + len(added) - len(standing),
    )


def _read(path: str, outfit: Outfit) -> bytes | Checked:
    try:
        return read_bytes(path)
    except OSError as error:
        return unreadable(path, reason_of(error), outfit)


def check_file(path: str, outfit: Outfit) -> Checked:
    """The outcome for a file."""
    raw = _read(path, outfit)
    return raw if isinstance(raw, Checked) else check_source(Source.from_bytes(raw), path, outfit)


def check_file_to_keep(path: str, outfit: Outfit) -> Checked:
    """The same for a cache: the post may have been saved since its bytes were looked up there."""
    from kouetsu.run.cache import digest_of

    raw = _read(path, outfit)
    if isinstance(raw, Checked):
        return raw
    outcome = check_source(Source.from_bytes(raw), path, outfit)
    return replace(outcome, digest=digest_of(raw))


def _accident(outcome: Checked) -> bool:
    """Whether trying again may end otherwise."""
    return any(found.rule == INTERNAL.name for found in outcome.diagnostics)
