"""Mending posts: fixes applied round by round until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from kouetsu.findings import Diagnostic, Edit, Mend, Safety, Text
from kouetsu.run.check import Checked, broken, check_post, died, said_of
from kouetsu.run.edits import compatible, edited, in_turn, spliced
from kouetsu.run.plan import Outfit
from kouetsu.run.reading import read_bytes
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import Source

ROUNDS = 10
"""Fixes that have not settled by then chase each other."""


class Mended(Struct, frozen=True):
    """A post after mending: what was mended, what is left, and why nothing was where so."""

    before: Source
    after: Source
    mended: tuple[Diagnostic, ...]
    left: Checked
    refusal: Text | None = None
    edits: tuple[Edit, ...] = ()
    """What makes ``after`` of ``before``, over all rounds."""

    @property
    def changed(self) -> bool:
        return self.before.raw != self.after.raw


def mend(
    source: Source,
    path: str,
    outfit: Outfit,
    *,
    unsafe: bool = False,
    more: Sequence[Diagnostic] = (),
) -> Mended:
    """The post with all fixes of the allowed safety applied.

    ``more`` is what rules over all posts found in this source.
    """
    try:
        return _settled(source, path, outfit, unsafe, more)
    except Exception as error:  # outside of the rules, as for a check: other posts are mended still
        return _refused(source, broken(path, error, outfit), FAILED)


def _settled(
    source: Source, path: str, outfit: Outfit, unsafe: bool, more: Sequence[Diagnostic]
) -> Mended:
    unmended = post = _post(source, path, outfit)
    first = left = check_post(post, outfit)
    mended: list[Diagnostic] = []
    edits: list[Edit] = []
    for number in range(ROUNDS):
        found = (*left.diagnostics, *more) if number == 0 else left.diagnostics
        chosen = _body_first(compatible(_Owned.of(found, unsafe)), post)
        own = [edit for owned in chosen for edit in owned.edits]
        fixed = spliced(post.text, own)
        own = in_turn(own, fixed, _ending_kept(post.text, fixed))
        after = edited(post.source, own)
        if after.text == post.text:
            return Mended(source, post.source, tuple(mended), left, edits=tuple(edits))
        if source.undecodable:  # their bytes can't be written back
            return _refused(source, first, UNDECODABLE)
        changed = post.changed(after, unmended)
        if changed.front_matter.problems and not post.front_matter.problems:
            return _refused(source, first, BREAKS)
        mended += [owned.diagnostic for owned in chosen]
        edits = in_turn(edits, post.text, own)
        post, left = changed, check_post(changed, outfit)
    return _refused(source, first, RESTLESS)


class Task(Struct, frozen=True):
    """A file to mend, and what rules over all posts found in it."""

    path: str
    unsafe: bool
    more: tuple[Diagnostic, ...] = ()


def tasks(
    outcomes: Sequence[Checked], wholes: Sequence[Checked], *, unsafe: bool
) -> Iterator[Task]:
    """The posts that have a fix of the allowed safety; ``wholes`` as ``over_all`` leaves them."""
    for own, whole in zip(outcomes, wholes, strict=True):
        known = {said_of(found) for found in own.diagnostics}
        more = tuple(found for found in whole.diagnostics if said_of(found) not in known)
        if any(is_allowed(found.fix, unsafe=unsafe) for found in whole.diagnostics):
            yield Task(own.path, unsafe, more)


def mend_file(task: Task, outfit: Outfit) -> Mended | None:
    """The mended post, not yet written; ``None`` where the file is gone."""
    source = _read(task.path)
    if source is None:
        return None
    return mend(source, task.path, outfit, unsafe=task.unsafe, more=task.more)


def lost(task: Task, outfit: Outfit) -> Mended | None:
    """What is left of a post whose mending took the process with it."""
    source = _read(task.path)
    return None if source is None else _refused(source, died(task.path, outfit), DIED)


def _read(path: str) -> Source | None:
    try:
        return Source.from_bytes(read_bytes(path))
    except OSError:
        return None


FAILED = Text(
    "修正の途中で内部エラーが起きたため、書き換えません",
    "an internal error while mending it; left as it was",
)
DIED = Text("修正の途中でプロセスが落ちました", "the process died while mending it")
RESTLESS = Text(
    f"修正を {ROUNDS} 回繰り返しても収まらないため、書き換えません",
    f"its fixes did not settle in {ROUNDS} rounds; left as it was",
)
UNDECODABLE = Text(
    "UTF-8 として読めないバイトがあるため、書き換えません",
    "it has bytes that are not UTF-8; left as it was",
)
BREAKS = Text(
    "修正すると front matter が壊れるため、書き換えません",
    "a fix would break its front matter; left as it was",
)


class _Owned(Struct, frozen=True):
    """The edits of a diagnostic's fix."""

    diagnostic: Diagnostic
    edits: tuple[Edit, ...]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic], unsafe: bool) -> Sequence[_Owned]:
        return [
            cls(found, found.fix.edits)
            for found in diagnostics
            if found.fix and is_allowed(found.fix, unsafe=unsafe)
        ]


def _body_first(fixes: list[_Owned], post: Post) -> list[_Owned]:
    """The fixes of the body while there are any: values of the front matter tell of it.

    A reading time that was counted before the copies went would be wrong at once.
    """
    start = post.body.start
    inside = [each for each in fixes if any(edit.span.start >= start for edit in each.edits)]
    return inside or fixes


def is_allowed(fix: Mend | None, *, unsafe: bool) -> bool:
    """Whether there is a fix that may be applied."""
    return fix is not None and (unsafe or fix.safety is Safety.SAFE)


def _post(source: Source, path: str, outfit: Outfit) -> Post:
    return Post(source, path, outfit.profile(path).site)


def _ending_kept(before: str, after: str) -> tuple[Edit, ...]:
    """What gives a text the newlines at its end that it had: a fix of the last block may take them.

    A text of which nothing else is left has no need of them.
    """
    body = after.rstrip("\n")
    newlines = before[len(before.rstrip("\n")) :]
    if not body or after == body + newlines:
        return ()
    return (Edit(Span(len(body), len(after)), newlines),)


def _refused(source: Source, first: Checked, why: Text) -> Mended:
    return Mended(source, source, (), first, why)
