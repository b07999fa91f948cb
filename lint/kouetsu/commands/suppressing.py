"""``--add-suppressions``: write suppressions for what is there now."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from kouetsu.commands.mending import CHANGED, note, written
from kouetsu.commands.telling import exit_code, reported, warn
from kouetsu.errors import DISK
from kouetsu.language import counted
from kouetsu.report import CheckedPost
from kouetsu.run.baseline import Baseline
from kouetsu.run.check import Checked
from kouetsu.run.engine_rules import UNREADABLE
from kouetsu.run.plan import Outfit
from kouetsu.run.session import check_source, over_all
from kouetsu.run.suppression.added import silence
from kouetsu.text.post import Post

MOST_NAMED = 5


def suppress_all(
    outcomes: Sequence[Checked],
    outfit: Outfit,
    args: argparse.Namespace,
    spoken: str,
    known: Baseline | None,
) -> int:
    """Write suppressions for what was found and is not in the baseline.

    2 when a file could not be written, else as after ``--fix``: what is left decides, for not all
    can be suppressed (bytes that are not UTF-8, say).
    """
    before = reported(over_all(list(outcomes), outfit), outfit, known)
    after = {outcome.path: outcome for outcome in outcomes}
    failed = False
    for told in before:
        unread = any(found.rule == UNREADABLE.name for found in told.diagnostics)
        if not told.diagnostics or told.source.undecodable or unread:
            continue
        own = check_source(told.source, told.path, outfit)
        if own.diagnostics != after[told.path].diagnostics:
            note(spoken, told.path, *CHANGED)
            failed = True
            continue
        post = Post(told.source, told.path, outfit.profile(told.path).site)
        source, then = silence(post, own, told.diagnostics, args.add_suppressions, outfit)
        if source.raw == told.source.raw:
            continue
        failure = written(told.source, source, told.path, spoken)
        if failure is None:
            after[told.path] = then
        failed = failed or failure is not None
        if failure is not None and failure.errno in DISK:
            break
    left = reported(over_all(list(after.values()), outfit), outfit, known)
    count = _count(before) - _count(left)
    warn(spoken, f"{count} 件の指摘を抑制しました", f"{counted(count, 'finding')} suppressed")
    if not failed:
        _tell_of_the_rest(left, spoken)
    return 2 if failed else exit_code(left, args.fail_on)


def _count(posts: Sequence[CheckedPost]) -> int:
    return sum(len(post.diagnostics) for post in posts)


def _tell_of_the_rest(left: Sequence[CheckedPost], spoken: str) -> None:
    rules = Counter(found.rule for each in left for found in each.diagnostics)
    if rules:
        named = ", ".join(f"{rule} {count}" for rule, count in rules.most_common(MOST_NAMED))
        warn(
            spoken,
            f"{rules.total()} 件は、記事内の抑制コメントでは抑制できません（{named}）",
            f"{counted(rules.total(), 'finding')} can't be suppressed within a post ({named})",
        )
