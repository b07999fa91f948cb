"""Writing suppressions for what a post has now, where they can stand without harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from kouetsu.findings import Diagnostic, Edit
from kouetsu.run.check import Checked, check_post
from kouetsu.run.edits import edited
from kouetsu.run.engine_rules import ENGINE, UNUSED_SUPPRESSION
from kouetsu.run.plan import Outfit
from kouetsu.run.suppression.comments import Comments
from kouetsu.run.suppression.directives import DISABLE, comment
from kouetsu.run.suppression.front_matter import disabled
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import Source


def silence(
    post: Post, own: Checked, found: Iterable[Diagnostic], reason: str, outfit: Outfit
) -> tuple[Source, Checked]:
    """The post with suppressions for these diagnostics, tried: each is of use, nothing is new.

    ``own`` is the outcome of the post as it is now; returned with the outcome that it has then.

    A rule that comments do not silence, because it looks at what they stand between, is disabled
    for the whole post; one that can't be silenced so either is left alone.
    """
    found = [each for each in found if each.group != ENGINE]
    before = _counted(post, own.diagnostics)
    whole: set[str] = set()
    hopeless: set[str] = set()
    while True:
        todo = [each for each in found if each.rule not in hopeless]
        after = edited(post.source, silenced(post, todo, reason, whole))
        changed = post.changed(after)
        expected = before - Counter(each.rule for each in todo)
        rules = {each.rule for each in todo}
        left = check_post(changed, outfit)
        restless = _counted(changed, left.diagnostics) - expected
        if not restless or not rules:
            break
        among = rules.intersection(restless)
        if among - whole:
            whole |= among
        elif not rules <= whole:
            whole |= rules  # comments for other rules are in its way, or make another one speak
        else:
            hopeless |= among or rules
    # A comment that stands now may have made room for another.
    wanted = Counter(each.rule for each in found)
    again = [each for each in left.diagnostics if each.rule in hopeless]
    if after.raw == post.source.raw or any(before[rule] != wanted[rule] for rule in hopeless):
        return after, left
    return silence(changed, left, again, reason, outfit) if again else (after, left)


def _counted(post: Post, found: Iterable[Diagnostic]) -> Counter[str]:
    """How often each rule speaks; an idle suppression counts for the rule that it names."""
    return Counter(
        post.text[slice(*each.span)] if each.rule == UNUSED_SUPPRESSION.name else each.rule
        for each in found
        if each.group != ENGINE or each.rule == UNUSED_SUPPRESSION.name
    )


def silenced(
    post: Post, found: Iterable[Diagnostic], reason: str, whole: Collection[str] = ()
) -> Iterator[Edit]:
    """Edits that put a comment before each top-level block that has a finding.

    Findings of the front matter, and the rules ``whole``, go into its ``kouetsu`` key; where there
    is no front matter, a comment before all else silences those rules.
    """
    found = list(found)
    rules = {each.rule for each in found}
    front = rules.intersection(whole)
    front |= {each.rule for each in found if each.span.start < post.body.start}
    inner = [each for each in found if each.rule not in front]
    tail = f" -- {reason}" if reason else ""
    if front and post.front_matter.kind is None:
        silence = comment(post, f"{DISABLE} {', '.join(sorted(front))}{tail}")
        yield Edit(Span(0, 0), f"{silence}\n\n")
    elif front:
        yield from filter(None, (disabled(post, sorted(front), reason),))
    yield from Comments(post, tail).edits(inner)
