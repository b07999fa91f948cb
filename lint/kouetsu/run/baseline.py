"""The baseline: old diagnostics that a site lives with, so that only new ones are told.

An entry is a rule, the text of the place and how often; never a line number, so that it outlives
edits above, moved paragraphs and renamed files. Of a long text only the beginning counts, so that
a typo mended within a copied passage does not make another one of it. The path only decides
between equals.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from kouetsu.errors import ConfigError
from kouetsu.findings import Diagnostic
from kouetsu.run.config import read_text, shown_path
from kouetsu.run.writing import write_atomically
from kouetsu.text.sentences import normal_form

VERSION = 1
BEGINNING = 40
"""Characters by which a place is known again."""

Key = tuple[str, str]
"""Rule and text."""


class Baseline(Struct, frozen=True):
    """How often each rule may speak of each text, by the path that it was found in.

    Paths are those from the root of the site, so that they mean the same in every folder of it.
    """

    entries: Mapping[Key, Counter[str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(paths.total() for paths in self.entries.values())

    def without(self, paths: Iterable[str], rules: Collection[str] = ()) -> Baseline:
        """The entries of other posts and other rules."""
        apart = set(paths)
        return Baseline(
            {
                key: left
                for key, counts in self.entries.items()
                if key[0] not in rules
                and (left := Counter({p: n for p, n in counts.items() if p not in apart}))
            }
        )

    def unchecked(self, checked: Iterable[str], root: str) -> list[str]:
        """Its posts that are there but were not checked: their entries forgive nobody else.

        All paths are those from the root of the site.
        """
        paths = {path for counts in self.entries.values() for path in counts}
        return [
            path
            for path in sorted(paths - set(checked))
            if os.path.exists(os.path.join(root, path))
        ]


def key_of(diagnostic: Diagnostic, text: str) -> Key:
    """What a diagnostic is known by: its rule and the text of its place."""
    place = normal_form(text[slice(*diagnostic.span)])
    if not place:
        return diagnostic.rule, normal_form(diagnostic.message.en)
    return diagnostic.rule, place if len(place) <= BEGINNING else f"{place[:BEGINNING]}…"


def of(found: Iterable[tuple[str, Key]]) -> Baseline:
    """The baseline of these paths and keys."""
    entries: dict[Key, Counter[str]] = {}
    for path, key in found:
        entries.setdefault(key, Counter())[path] += 1
    return Baseline(entries)


def known(baseline: Baseline, found: Sequence[tuple[str, Key]]) -> list[bool]:
    """For each diagnostic whether the baseline has it; each entry serves once.

    Those in the path of the entry go first. What is left serves those elsewhere: first posts that
    the baseline does not know (renamed files), then the others.
    """
    left = {key: Counter(paths) for key, paths in baseline.entries.items()}
    result = [False] * len(found)
    for number, (path, key) in enumerate(found):
        if key in left and left[key][path] > 0:
            left[key][path] -= 1
            result[number] = True
    spare = {key: paths.total() for key, paths in left.items()}
    paths = {path for counts in baseline.entries.values() for path in counts}
    for number in sorted(range(len(found)), key=lambda number: found[number][0] in paths):
        key = found[number][1]
        if not result[number] and spare.get(key, 0) > 0:
            spare[key] -= 1
            result[number] = True
    return result


class Update(Struct, frozen=True):
    """A new baseline and how it differs from the old one."""

    baseline: Baseline
    gone: int
    new: int
    silent: int = 0
    """How many of its entries are of rules that did not run."""


def updated(
    old: Baseline,
    found: Sequence[tuple[str, Key]],
    unchecked: Iterable[str],
    silent: Collection[str] = (),
    *,
    grow: bool,
) -> Update:
    """What is left of the old one; what is new enters only with ``grow``.

    Entries of posts that exist and were not checked this time stay as they are, and so do those of
    ``silent`` rules, which did not run.
    """
    unchecked = tuple(unchecked)
    old_rest = old.without(unchecked, silent)
    kept = [
        (path, key)
        for key, paths in old.entries.items()
        for path in (paths if key[0] in silent else unchecked)
        for _ in range(paths[path])
    ]
    is_known = known(old_rest, found)
    still = [item for item, old_one in zip(found, is_known, strict=True) if old_one or grow]
    new = is_known.count(False)
    of_silent = sum(key[0] in silent for _, key in kept)
    gone = old_rest.total - is_known.count(True)
    return Update(of(kept + still), gone=gone, new=new, silent=of_silent)


def read(path: Path) -> Baseline:
    """The baseline of that file; a ``ConfigError`` in one line where it is none of ours."""
    shown = shown_path(path)
    text = read_text(path, shown)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{shown}:{error.lineno}:{error.colno}: "
        raise ConfigError(
            f"{place}ベースラインが JSON として読めません", f"{place}the baseline is not JSON"
        ) from None
    except (ValueError, RecursionError):  # ValueError: a number of 5,000 digits
        data = None
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and version > VERSION:
        raise ConfigError(
            f"{shown}: 新しい kouetsu の形式 {version} です（読めるのは {VERSION} まで）",
            f"{shown}: written by a newer kouetsu (format {version}, this one reads {VERSION})",
        )
    try:
        if version != VERSION:
            raise ValueError
        return Baseline({_key(entry): _paths(entry) for entry in data["entries"]})
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ConfigError(
            f"{shown}: ベースラインの形をしていません", f"{shown}: not a baseline of kouetsu"
        ) from None


def _key(entry: Mapping[str, object]) -> Key:
    return str(entry["rule"]), str(entry["text"])


def _paths(entry: Mapping[str, Mapping[str, object]]) -> Counter[str]:
    counts = Counter({str(path): int(str(count)) for path, count in entry["paths"].items()})
    if min(counts.values(), default=1) < 1:
        raise ValueError
    return counts


def write(baseline: Baseline, path: Path) -> None:
    """One entry a line, sorted, so that a person can read a diff of it."""
    lines = [
        json.dumps(
            {"rule": rule, "text": text, "paths": dict(sorted(paths.items()))}, ensure_ascii=False
        )
        for (rule, text), paths in sorted(baseline.entries.items())
    ]
    body = ",\n".join(f"    {line}" for line in lines)
    entries = f"[\n{body}\n  ]" if lines else "[]"
    content = f'{{\n  "version": {VERSION},\n  "entries": {entries}\n}}\n'
    # bytes of a path that are not UTF-8 become the escapes that JSON has for them
    write_atomically(path, content.encode("utf-8", "backslashreplace"))
