"""What changed since a git revision: new posts, and the lines of the others.

The working tree is compared with the revision. A post that git does not track, or did not have
then, is new; a renamed one keeps its history.
"""

from __future__ import annotations

import os
import re
import subprocess
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from kouetsu.errors import UsageError, reason_of
from kouetsu.findings import Diagnostic
from kouetsu.run.engine_rules import NOT_CHECKED
from kouetsu.spans import Span
from kouetsu.text.front_matter import read_front_matter
from kouetsu.text.source import Source

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
DIFF = ("diff", "--no-color", "--no-ext-diff", "--find-renames", "--ignore-submodules")
PATCH = (
    *("--text", "--no-textconv", "--unified=0", "--inter-hunk-context=0"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)
ADDED = ("--name-only", "-z", "--diff-filter=A")


class Lines(Struct):
    """Changed lines of one post, numbered from 1 as git counts them: by LF alone."""

    changed: list[tuple[int, int]] = field(default_factory=list)
    """First and last."""
    gone_after: list[int] = field(default_factory=list)
    """Lines after which others were deleted."""

    def touch(self, first: int, last: int) -> bool:
        """Whether one of these lines changed, or one between two of them went."""
        place = bisect_left(self.changed, first, key=lambda lines: lines[1])
        if place < len(self.changed) and self.changed[place][0] <= last:
            return True
        place = bisect_left(self.gone_after, first)
        return place < len(self.gone_after) and self.gone_after[place] < last


class Changes(Struct, frozen=True):
    """The files that changed, by their real path; new ones are those that are not ``tracked``."""

    tracked: frozenset[str]
    lines: Mapping[str, Lines]

    def is_new(self, path: str) -> bool:
        return os.path.realpath(path) not in self.tracked

    def touches(self, path: str) -> bool:
        """Whether anything about this post changed."""
        real = os.path.realpath(path)
        return real not in self.tracked or real in self.lines

    def of(self, path: str, source: Source) -> Touched:
        """What changed in one post."""
        return Touched(source, None if self.is_new(path) else self._lines(path))

    def _lines(self, path: str) -> Lines:
        return self.lines.get(os.path.realpath(path)) or Lines()


class Touched:
    """Which places of a post are on changed lines; without ``lines`` the whole post is new."""

    def __init__(self, source: Source, lines: Lines | None) -> None:
        self._source, self._lines = source, lines

    @cached_property
    def _starts(self) -> list[int]:
        # git counts by LF alone
        ends = zip(self._source.line_starts[1:], self._source.newlines, strict=True)
        return [0, *(end for end, newline in ends if newline != "\r")]

    @cached_property
    def _front(self) -> Span:
        return read_front_matter(self._source.text).span

    def reports(self, found: Diagnostic) -> bool:
        """Whether the finding touches changed lines; on the whole post only if that is new."""
        if self._lines is None or found.rule in NOT_CHECKED:
            return True
        own = (place.span for place in found.related if place.path == found.path)
        return any(self._touch(span) for span in (found.span, *own))

    def _touch(self, span: Span) -> bool:
        assert self._lines is not None
        front = self._front
        if front.size and "\n" not in self._source.text[: span.end]:
            span = front  # a key that is missing is told at the fence, wherever it went from
        elif span == (0, 0) or self._is_whole(span):
            return False
        return self._lines.touch(self._line(span.start), self._line(max(span.start, span.end - 1)))

    def _is_whole(self, span: Span) -> bool:
        text = self._source.text
        around = text[self._front.end : span.start] + text[span.end :]
        return not around.strip() and re.search(r"\n\s*\n", text[slice(*span)]) is not None

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


def changes_since(revision: str) -> Changes:
    """What changed in the working tree since the revision (``REV...``: since leaving REV)."""
    top = os.path.realpath(_top())
    commit = _commit(revision)
    lines = _read(_git(*DIFF, *PATCH, commit, "--", cwd=top))
    added = _git(*DIFF, *ADDED, commit, "--", cwd=top)
    tracked = _names(_git("ls-files", "-z", cwd=top)) - _names(added)

    def real(name: str) -> str:
        return os.path.realpath(os.path.join(top, name))

    return Changes(
        frozenset(map(real, tracked)), {real(name): found for name, found in lines.items()}
    )


def _top() -> str:
    done = _run(("rev-parse", "--show-toplevel"))
    top = os.fsdecode(done.stdout).rstrip("\n")
    if done.returncode or not top:
        raise UsageError(
            f"--since: ここは git の作業ツリーではありません{_said(done, '（', '）')}",
            f"--since: not in a git working tree{_said(done, ' (', ')')}",
        )
    return top


def _commit(revision: str) -> str:
    name = revision.removesuffix("...")
    found = _resolved(name)
    if found is None:
        raise _not_there(name)
    if name == revision:
        return found
    head = _resolved("HEAD") or found
    done = _run(("merge-base", found, head))
    if done.returncode:
        hint_ja, hint_en = _hint()
        raise UsageError(
            f"--since {revision}: {name} と HEAD の分岐点が見つかりません{hint_ja}",
            f"--since {revision}: {name} and HEAD have no common commit here{hint_en}",
        )
    return done.stdout.decode().strip()


def _resolved(name: str) -> str | None:
    if not name or name.startswith("-"):
        return None
    done = _run(("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"))
    return None if done.returncode else done.stdout.decode().strip()


def _not_there(name: str) -> UsageError:
    hint_ja, hint_en = _hint()
    return UsageError(
        f"--since {name}: そのリビジョンはありません{hint_ja}",
        f"--since {name}: no such revision{hint_en}",
    )


def _hint() -> tuple[str, str]:
    """Why a revision may not be there: a clone without its history is the usual reason in CI."""
    if _resolved("HEAD") is None:
        return "（まだコミットがありません）", " (there are no commits yet)"
    if _run(("rev-parse", "--is-shallow-repository")).stdout.strip() != b"true":
        return "", ""
    return (
        "（浅いクローンです。git fetch --unshallow で履歴を取ってください）",
        " (this is a shallow clone: git fetch --unshallow gets the history)",
    )


def _git(*arguments: str, cwd: str) -> bytes:
    done = _run(arguments, cwd)
    if done.returncode:
        raise UsageError(
            f"--since: git {arguments[0]} が失敗しました{_said(done, '（', '）')}",
            f"--since: git {arguments[0]} failed{_said(done, ' (', ')')}",
        )
    return done.stdout


def _run(arguments: Sequence[str], cwd: str | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            capture_output=True,
            cwd=cwd,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            check=False,
        )
    except OSError as error:
        reason = reason_of(error)
        raise UsageError(
            f"--since: git を起動できません（{reason.ja}）", f"--since: can't run git ({reason.en})"
        ) from None


def _said(done: subprocess.CompletedProcess[bytes], before: str, after: str) -> str:
    """What git itself said, in one line; its usual words about no repository say nothing new."""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if not lines or "not a git repository" in lines[0]:
        return ""
    return f"{before}{lines[0].removeprefix('fatal: ')[:200]}{after}"


def _names(listed: bytes) -> set[str]:
    return {os.fsdecode(name) for name in listed.split(b"\0") if name}


def _read(diff: bytes) -> dict[str, Lines]:
    """Changed lines by name."""
    files: dict[str, Lines] = {}
    now = Lines()
    # a line of a hunk may look like a header: hunks are read by their lengths
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line == b"+++ /dev/null":
            now = Lines()  # of a file that went
        elif line.startswith(b"+++ "):
            now = files.setdefault(_name(line[4:]), Lines())
        elif hunk := HUNK.match(line):
            old, start, new = (1 if number is None else int(number) for number in hunk.groups())
            _skip(lines, old + new)
            if new:
                now.changed.append((start, start + new - 1))
            else:
                now.gone_after.append(start)
    return files


def _skip(lines: Iterator[bytes], count: int) -> None:
    for _ in range(count):
        next(lines, b"")


def _name(quoted: bytes) -> str:
    """The name of a header, which is quoted where it holds quotes or control characters."""
    name = quoted.rstrip(b"\t")
    if name.startswith(b'"'):
        name = re.sub(rb"\\([0-7]{3}|.)", _unescaped, name[1:-1])
    return os.fsdecode(name.removeprefix(b"b/"))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if len(code) == 3:
        return bytes([int(code, 8)])
    letters = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t"}
    return letters.get(code, b"\v" if code == b"v" else code)
