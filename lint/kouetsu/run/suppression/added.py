"""Writing suppressions for what a post has now, where they can stand without harm."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from kouetsu.findings import Diagnostic, Edit
from kouetsu.run.check import Checked, check_post
from kouetsu.run.engine_rules import GROUP, UNUSED_SUPPRESSION
from kouetsu.run.plan import Outfit
from kouetsu.run.suppression.directives import directives, top_spans
from kouetsu.run.suppression.front_matter import disabled
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import Source

NEXT = "kouetsu-disable-next-line"


def silence(
    post: Post, own: Checked, found: Iterable[Diagnostic], reason: str, outfit: Outfit
) -> tuple[Source, Checked]:
    """The post with suppressions for these diagnostics, tried: each is of use, nothing is new.

    ``own`` is the outcome of the post as it is now; returned with the outcome that it has then.

    A rule that comments do not silence, because it looks at what they stand between, is disabled
    for the whole post; one that can't be silenced so either is left alone.
    """
    found = [each for each in found if each.group != GROUP]
    before = _counted(post, own.diagnostics)
    whole: set[str] = set()
    hopeless: set[str] = set()
    while True:
        todo = [each for each in found if each.rule not in hopeless]
        after = Source.from_bytes(post.source.encode(silenced(post, todo, reason, whole)))
        changed = Post(after, post.path, post.site)
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
        if each.group != GROUP or each.rule == UNUSED_SUPPRESSION.name
    )


def silenced(
    post: Post, found: Iterable[Diagnostic], reason: str, whole: Collection[str] = ()
) -> str:
    """The text with a comment before each top-level block that has a finding.

    Findings of the front matter, and the rules ``whole``, go into its ``kouetsu`` key; where there
    is no front matter, a comment before all else silences those rules.
    """
    found = list(found)
    rules = {each.rule for each in found}
    front = rules.intersection(whole)
    front |= {each.rule for each in found if each.span.start < post.body.start}
    inner = [each for each in found if each.rule not in front]
    tail = f" -- {reason}" if reason else ""
    edits = list(_Comments(post, tail).edits(inner))
    if front and post.front_matter.kind is None:
        newline = post.source.newline
        comment = f"<!-- kouetsu-disable {', '.join(sorted(front))}{tail} -->"
        edits.append(Edit(Span(0, 0), f"{comment}{newline}{newline}"))
    elif front:
        edits += filter(None, (disabled(post, sorted(front), reason),))
    text = post.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


class _Comments:
    """Comments between top-level blocks, with blank lines around them.

    Blocks that stand together without a blank line are silenced together: one between them would
    part what kramdown reads as one.
    """

    def __init__(self, post: Post, tail: str) -> None:
        self._post, self._tail = post, tail
        self._tops = sorted(top_spans(post).values())
        self._own_ends = {post.source.line_of(block.span.end) for block in post.directive_blocks}
        self._named = {
            each.reach.start: each.names[-1].span.end
            for each in directives(post)
            if each.kind == "disable-next-line" and each.names
        }

    def edits(self, found: Iterable[Diagnostic]) -> Iterator[Edit]:
        starts = [span.start for span in self._tops]
        rules: dict[int, set[str]] = {}
        for each in found:
            number = max(bisect_right(starts, each.span.start) - 1, 0)
            rules.setdefault(number, set()).add(each.rule)
        for first, last in self._groups():
            own = set().union(*(rules.get(number, ()) for number in range(first, last + 1)))
            if own - rules.get(first, set()):
                yield from self._around(first, last, ", ".join(sorted(own)))
            elif own:
                yield self._before(first, ", ".join(sorted(own)))

    def _groups(self) -> Iterator[tuple[int, int]]:
        """First and last of the blocks that stand together."""
        first = 0
        for number in range(1, len(self._tops) + 1):
            if number == len(self._tops) or self._stands_apart(number):
                yield first, number - 1
                first = number

    def _stands_apart(self, number: int) -> bool:
        above = self._line(number) - 1
        if not self._post.text[slice(*self._post.source.line_span(above))].strip():
            return True
        before = self._tops[number - 1]
        is_heading = self._post.text.startswith("#", before.start)
        return above in self._own_ends or (
            is_heading and above == self._post.source.line_of(before.start)
        )

    def _before(self, number: int, rules: str) -> Edit:
        named = self._named.get(self._tops[number].start)
        if named is not None:
            return Edit(Span(named, named), f", {rules}")
        return self._above(number, f"<!-- {NEXT} {rules}{self._tail} -->")

    def _around(self, first: int, last: int, rules: str) -> Iterator[Edit]:
        yield self._above(first, f"<!-- kouetsu-disable {rules}{self._tail} -->")
        if last + 1 < len(self._tops):  # what follows nothing may be a fence that nobody closed
            source, newline = self._post.source, self._post.source.newline
            line = source.line_of(self._tops[last].end)
            end = source.line_span(line).end
            below = self._post.text[slice(*source.line_span(line + 1))].strip()
            comment = f"<!-- kouetsu-enable {rules} -->"
            after = newline if below else ""
            yield Edit(Span(end, end), f"{newline}{newline}{comment}{after}")

    def _above(self, number: int, comment: str) -> Edit:
        post, newline = self._post, self._post.source.newline
        line = self._line(number)
        start = post.source.line_span(line).start
        above = post.source.line_span(line - 1) if line > 1 else Span(0, 0)
        apart = start > post.body.start and post.text[slice(*above)].strip()
        return Edit(Span(start, start), f"{newline if apart else ''}{comment}{newline}{newline}")

    def _line(self, number: int) -> int:
        return self._post.source.line_of(self._tops[number].start)
