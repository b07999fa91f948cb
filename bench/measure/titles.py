"""Titles that a site's owner repaired by hand: which are found, which a fix restores."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from measure.command import Checker, Diagnostic
from measure.counting import Score
from measure.marks import Row
from measure.sites import MAIN
from measure.texts import Folder, Text

TITLE = re.compile(r"title\s*:\s*")
CUT_CHARACTER = "\ufffd"
MARKUP = re.compile(r"^(?:#+\s+|\*\*)|\*\*$")


@dataclass(frozen=True)
class TitleRow:
    """A repaired title. A post whose title was repaired twice has two."""

    path: str
    damaged: str
    repaired: str
    kind: str

    @property
    def lost_text(self) -> bool:
        """Whether the repair says more than the damage left."""
        return len(_bare(self.repaired)) > len(_bare(self.damaged))


def _bare(title: str) -> str:
    return MARKUP.sub("", title.rstrip(CUT_CHARACTER)).strip()


def title_line(text: Text) -> int | None:
    """The line of the title in the front matter."""
    lines = text.lines
    if not lines or lines[0].strip() != "---":
        return None
    for number, line in enumerate(lines[1:60], start=2):
        if line.strip() == "---":
            return None
        if TITLE.match(line):
            return number
    return None


def title_of(text: Text) -> str | None:
    """The title as YAML reads it (a plain or quoted scalar on one line)."""
    line = title_line(text)
    if line is None:
        return None
    value = TITLE.sub("", text.line(line), count=1).strip()
    if value.startswith('"') and value.endswith('"') and len(value) > 1:
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    if value.startswith("'") and value.endswith("'") and len(value) > 1:
        return value[1:-1].replace("''", "'")
    return value


def with_damage(folder: Folder, title_rows: Iterable[Row]) -> tuple[Folder, list[TitleRow]]:
    """The posts with the damaged title where a post does not have it, and the rows of posts."""
    texts = dict(folder.texts)
    found: list[TitleRow] = []
    for row in title_rows:
        path = f"{MAIN.below}/{row['file']}"
        text = texts.get(path)
        line = title_line(text) if text else None
        if text is None or line is None:
            continue
        if row["damaged"] not in (title_of(text) or ""):
            texts[path] = _with_title(text, line, row["damaged"])
        found.append(TitleRow(path, row["damaged"], row["repaired"], row["kind"]))
    return Folder(folder.name, texts, folder.config), found


def _with_title(text: Text, line: int, title: str) -> Text:
    span = text.line_span(line)
    changed = f"title: {json.dumps(title, ensure_ascii=False)}"
    return Text((text.text[: span.start] + changed + text.text[span.end :]).encode())


@dataclass(frozen=True)
class TitleCount:
    """Recall by kind, restored titles, and sound titles that were accused or changed."""

    by_kind: Mapping[str, Score]
    cut: Score
    """Cut titles: found, and the share of sound titles left in peace."""
    restored: Score
    restored_from_body: Score
    """Of these, where the body holds the repaired title."""
    missed: Sequence[TitleRow] = ()
    not_restored: Sequence[tuple[TitleRow, str, bool]] = ()
    """With the title after the fix, and whether the body holds the repair."""
    accused: Sequence[Diagnostic] = ()
    changed: Sequence[str] = field(default_factory=tuple)


def is_cut(row: TitleRow) -> bool:
    """Cut titles; not the owner's changes of taste, nor whole titles with markup."""
    return row.kind in {"cut", "cut-in-char"} or (row.kind == "markup" and row.lost_text)


def count(checker: Checker, folder: Folder, title_rows: Sequence[TitleRow]) -> TitleCount:
    errors = _errors_on_titles(folder, checker.check(folder))
    fixed = {path: title_of(text) for path, text in checker.mend(folder).items()}
    listed = {row.path for row in title_rows}
    # A title that still ends in half a character needs the repair that it has not had.
    sound = {
        path: title
        for path, text in folder.texts.items()
        if path not in listed and (title := title_of(text)) and CUT_CHARACTER not in title
    }
    accused = [errors[path][0] for path in sound if path in errors]
    cut = [row for row in title_rows if is_cut(row)]
    longer = [row for row in title_rows if row.lost_text]
    held = [row for row in longer if _holds(folder.texts[row.path], row.repaired)]
    return TitleCount(
        by_kind={
            kind: _found([row for row in title_rows if row.kind == kind], errors)
            for kind in sorted({row.kind for row in title_rows})
        },
        cut=_found(cut, errors) + Score(said=len(sound), right=len(sound) - len(accused)),
        restored=_restored(longer, fixed),
        restored_from_body=_restored(held, fixed),
        missed=[row for row in title_rows if row.path not in errors],
        not_restored=[
            (row, fixed[row.path] or "", row in held)
            for row in longer
            if fixed[row.path] != row.repaired
        ],
        accused=accused,
        changed=[path for path, title in sound.items() if fixed[path] != title],
    )


def _errors_on_titles(
    folder: Folder, diagnostics: Iterable[Diagnostic]
) -> dict[str, list[Diagnostic]]:
    lines = {path: title_line(text) for path, text in folder.texts.items()}
    errors: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.severity == "error" and lines[diagnostic.path] in diagnostic.lines:
            errors.setdefault(diagnostic.path, []).append(diagnostic)
    return errors


def _found(title_rows: Sequence[TitleRow], errors: Mapping[str, object]) -> Score:
    return Score(wanted=len(title_rows), found=sum(row.path in errors for row in title_rows))


def _restored(title_rows: Sequence[TitleRow], fixed: Mapping[str, str | None]) -> Score:
    done = sum(fixed[row.path] == row.repaired for row in title_rows)
    return Score(wanted=len(title_rows), found=done)


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if not c.isspace() and c not in "*#")


def _holds(text: Text, title: str) -> bool:
    """Whether the body says the title as a line of its own, or at the head of one."""
    line = title_line(text) or 0
    # The rest of the front matter (an excerpt) is not the body.
    lines = text.lines[line:]
    body = lines[lines.index("---") + 1 :] if "---" in lines else lines
    wanted = _normal(title)
    return any(_normal(line).startswith(wanted) for line in body)
