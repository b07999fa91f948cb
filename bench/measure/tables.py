"""What was measured, as text: tables, and lists of places."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from measure.answers import ANSWERS, answer_of, rules_for
from measure.bars import bars
from measure.clean import SEVERITIES, CleanCount
from measure.command import SPEAKING, Diagnostic
from measure.counting import Score
from measure.marks import Mark
from measure.parts import Judged, Results, certain_marks
from measure.texts import Span


@dataclass(frozen=True)
class Style:
    """What to show, and how."""

    rules: frozenset[str] = frozenset()
    """Only these; empty: all."""
    misses: int = 20
    """How many places of each list; -1: all."""
    quotes: bool = False
    """Text beside places: for the terminal only, never for a file that is kept."""
    kept: bool = False
    """Whether it is written to a file of the project: names of posts then stay ASCII."""

    def wants(self, rule: str) -> bool:
        return not self.rules or rule in self.rules

    def name(self, path: str) -> str:
        """The file; names of posts hold their titles, which are not ours to keep."""
        if path.isascii() or not self.kept:
            return path
        head = re.split(r"[^\x00-\x7f]", path, maxsplit=1)[0]
        folded = unicodedata.normalize("NFC", path).encode()
        return f"{head}~{hashlib.sha256(folded).hexdigest()[:6]}"

    def place(self, path: str, line: int, column: int | None = None) -> str:
        return f"{self.name(path)}:{line}" + (f":{column}" if column else "")

    def wants_kind(self, kind: str) -> bool:
        return not self.rules or any(
            kind in ANSWERS[rule].finds for rule in self.rules if rule in ANSWERS
        )


def report(results: Results, style: Style) -> Iterator[str]:
    yield from _rule_tables(results, style)
    yield from _class_tables(results, style)
    yield from _slip_table(results, style)
    yield from _title_table(results, style)
    if results.clean:
        yield from _clean_table(results.clean, style)
    yield from _bar_table(results)
    if style.misses:
        yield from _lists(results, style)


def ratio(value: float | None) -> str:
    return "    –" if value is None else f"{value:.3f}"


def _head(title: str) -> Iterator[str]:
    yield ""
    yield title
    yield "─" * len(title)


def _rule_tables(results: Results, style: Style) -> Iterator[str]:
    for name, judged in results.judged.items():
        yield from _head(f"Rules against the marks: {name}")
        yield (
            f"{'rule':24}{'said':>6}{'right':>7}{'wrong':>7}{'(in copies)':>12}{'precision':>11}"
            f"{'marks':>7}{'found':>7}{'recall':>8}"
        )
        heard = {d.rule for d in judged.checked.diagnostics if d.severity in SPEAKING}
        order = {rule: number for number, rule in enumerate(ANSWERS)}
        for rule in sorted(heard, key=lambda name: (order.get(name, len(order)), name)):
            if style.wants(rule):
                yield _rule_row(rule, judged)
        kinds = {mark.kind for mark in judged.checked.marks if mark.required}
        silent = [
            rule
            for rule, answer in ANSWERS.items()
            if answer.finds & kinds and rule not in heard and style.wants(rule)
        ]
        if silent:
            yield f"silent: {', '.join(silent)}"


def _rule_row(rule: str, judged: Judged) -> str:
    verdicts, checked = judged.verdicts, judged.checked
    said = [d for d in checked.diagnostics if d.rule == rule and d.severity in SPEAKING]
    group = said[0].group if said else ""
    answer = answer_of(rule, group)
    if not answer.judged:
        return f"{rule:24}{len(said):6}  not judged: no class of marks speaks of it"
    score = verdicts.of_rules([rule])
    marks = [m for m in verdicts.found_by if m.required and m.kind in answer.finds]
    score += Score(len(marks), sum(rule in verdicts.found_by[mark] for mark in marks))
    in_copies = sum(d.rule == rule for d in verdicts.in_copies)
    return (
        f"{rule:24}{score.said:6}{score.right:7}{score.said - score.right:7}{in_copies:12}"
        f"{ratio(score.precision):>11}{score.wanted:7}{score.found:7}{ratio(score.recall):>8}"
    )


def _class_tables(results: Results, style: Style) -> Iterator[str]:
    for name, judged in results.judged.items():
        yield from _head(f"Classes of marks, found by any rule that answers: {name}")
        yield f"{'class':24}{'marks':>7}{'found':>7}{'recall':>8}  by"
        found_by = judged.verdicts.found_by
        kinds = Counter(mark.kind for mark in found_by if mark.required)
        for kind, count in sorted(kinds.items()):
            if not style.wants_kind(kind):
                continue
            hits = [found_by[m] for m in found_by if m.kind == kind and m.required]
            rules = Counter(rule for hit in hits for rule in hit)
            found = sum(bool(hit) for hit in hits)
            by = ", ".join(f"{rule} {times}" for rule, times in rules.most_common())
            by = by if rules_for(kind) else "no rule answers for it"
            yield f"{kind:24}{count:7}{found:7}{ratio(found / count):>8}  {by}"
        if sound := sum(mark.sound for mark in judged.checked.marks):
            yield f"{'(sound rows accused)':24}{sound:7}{len(judged.accused):7}"


def _slip_table(results: Results, style: Style) -> Iterator[str]:
    slips = results.slips
    if slips is None:
        return
    yield from _head("Slips of typos.jsonl, by kind (found as error or warning) and by rule")
    for kind, score in slips.by_kind.items():
        yield f"{kind:24}{score.wanted:7}{score.found:7}{ratio(score.recall):>8}"
    for rule, score in slips.rules.items():
        if style.wants(rule):
            yield f"{rule:24}{score.said:7} said{score.right:7} right{ratio(score.precision):>8}"


def _title_table(results: Results, style: Style) -> Iterator[str]:
    titles = results.titles
    if titles is None:
        return
    yield from _head("Titles that the owner repaired: found as error, by kind")
    for kind, score in titles.by_kind.items():
        yield f"{kind:24}{score.wanted:7}{score.found:7}{ratio(score.recall):>8}"
    for name, score in (
        ("restored (longer repairs)", titles.restored),
        ("  where the body holds it", titles.restored_from_body),
    ):
        yield f"{name:26}{score.wanted:5}{score.found:7}{ratio(score.recall):>8}"
    yield f"titles that needed no repair: {titles.cut.said}, accused {len(titles.accused)}, " + (
        f"changed by --fix --unsafe-fixes {len(titles.changed)}"
    )


def _clean_table(clean: CleanCount, style: Style) -> Iterator[str]:
    yield from _head(f"Clean prose: hits per 1,000 files ({clean.files} files)")
    yield f"{'rule':24}{'error':>8}{'warning':>9}{'info':>8}"
    for rule in clean.by_rule:
        if style.wants(rule):
            values = [clean.per_thousand(rule, level) for level in SEVERITIES]
            yield f"{rule:24}{values[0]:8.1f}{values[1]:9.1f}{values[2]:8.1f}"
    every = ", ".join(f"{clean.hit[level]} with {level}" for level in SEVERITIES)
    yield f"files hit by any rule: {every}"


def _bar_table(results: Results) -> Iterator[str]:
    yield from _head("The bars")
    yield f"{'what':52}{'':11}{'measured':>9}{'bar':>8}{'of':>7}"
    for bar in bars(results):
        asked = f"{'<' if bar.below else '≥'}{bar.asked:.3f}"
        verdict = {True: "held", False: "MISSED", None: "not measured"}[bar.held]
        measured = ratio(bar.measured)
        yield f"{bar.what:52}{bar.side:11}{measured:>9}{asked:>8}{bar.of:7}  {verdict}"


# Places


def _lists(results: Results, style: Style) -> Iterator[str]:
    for name, judged in results.judged.items():
        yield from _judged_lists(name, judged, results, style)
    yield from _slip_lists(results, style)
    yield from _title_lists(results, style)
    if results.clean:
        said = [d for d in results.clean.diagnostics if d.severity in SPEAKING]
        said.sort(key=lambda d: (d.severity, d.rule, d.path, d.line))
        yield from _diagnostics("Clean prose: what was said", "people", said, results, style)


def _judged_lists(name: str, judged: Judged, results: Results, style: Style) -> Iterator[str]:
    missed = [m for m in judged.verdicts.missed() if m.required and style.wants_kind(m.kind)]
    missed = [m for m in missed if rules_for(m.kind)]
    yield from _marks(f"Missed: {name}", missed, style)
    wrong = sorted(judged.verdicts.wrong, key=lambda d: (d.rule, d.path, d.line))
    copies = judged.verdicts.in_copies
    yield from _diagnostics(f"False alarms: {name}", name, wrong, results, style, copies)
    if name == "marked":
        lines = judged.repeated
        for title, places in (
            ("Copied lines missed", lines.missed),
            ("Lines said to be copies that are not marked", lines.false),
        ):
            if style.wants("repeated-passage"):
                yield from _clipped(title, [style.place(p, n) for p, n in places], style)
    if name in results.sites:
        certain = [mark for mark, found in certain_marks(judged).items() if not found]
        yield from _marks(f"Certain defects missed: {name}", certain, style)
        yield from _marks(f"Sound look-alikes accused: {name}", judged.accused, style)


def _slip_lists(results: Results, style: Style) -> Iterator[str]:
    slips = results.slips
    if slips is None:
        return
    # The posts of the slips are made by the measure: the quote alone says which slip it is.
    yield from _clipped(
        "Slips missed",
        [f"{kind:7}{_mark_line(m, style)}" for m, kind in sorted(slips.missed, key=_kind_first)],
        style,
    )
    yield from _diagnostics("Slips: false alarms", "typos", slips.false, results, style)
    yield from _marks("Sound places accused", slips.accused, style)


def _kind_first(missed: tuple[Mark, str]) -> tuple[str, str]:
    return missed[1], missed[0].path


def _title_lists(results: Results, style: Style) -> Iterator[str]:
    titles = results.titles
    if titles is None:
        return
    yield from _clipped(
        "Titles missed",
        [
            f"{row.kind:12} {style.name(row.path)}" + (f"  {row.damaged}" if style.quotes else "")
            for row in titles.missed
        ],
        style,
    )
    yield from _clipped(
        "Titles not restored (* the body holds the repair)",
        [
            f"{'*' if held else ' '} {style.name(row.path)}"
            + (f"  {row.damaged} → {after} ≠ {row.repaired}" if style.quotes else "")
            for row, after, held in titles.not_restored
        ],
        style,
    )
    yield from _diagnostics("Sound titles accused", "titles", titles.accused, results, style)
    changed = [style.name(path) for path in titles.changed]
    yield from _clipped("Sound titles changed by the fix", changed, style)


def _marks(title: str, marks: Iterable[Mark], style: Style) -> Iterator[str]:
    yield from _clipped(title, [_mark_line(mark, style) for mark in marks], style)


def _mark_line(mark: Mark, style: Style) -> str:
    quote = f"  {_short(mark.quote)}" if style.quotes else ""
    return f"{mark.kind:20} {mark.severity or '-':8}{style.place(mark.path, mark.line)}{quote}"


def _diagnostics(
    title: str,
    part: str,
    diagnostics: Iterable[Diagnostic],
    results: Results,
    style: Style,
    in_copies: Iterable[Diagnostic] = (),
) -> Iterator[str]:
    copies = set(in_copies)
    lines: list[str] = []
    for said in diagnostics:
        if not style.wants(said.rule):
            continue
        place = style.place(said.path, said.line, said.column)
        beside = "  (in a copy)" if said in copies else ""
        quote = f"  {_around(results, part, said)}" if style.quotes else ""
        lines.append(f"{said.rule:24}{said.severity:8} {place}{beside}{quote}")
    yield from _clipped(title, lines, style)


def _clipped(title: str, lines: Sequence[str], style: Style) -> Iterator[str]:
    if not lines:
        return
    yield from _head(f"{title}: {len(lines)}")
    shown = lines if style.misses < 0 else lines[: style.misses]
    yield from shown
    if len(shown) < len(lines):
        yield f"… {len(lines) - len(shown)} more (--misses -1 shows all)"


def _around(results: Results, part: str, said: Diagnostic) -> str:
    text = results.texts[part][said.path].text
    start, end = said.span
    end = min(end, start + 40)
    before, after = Span(max(0, start - 12), start), Span(end, end + 12)
    quoted = f"{text[slice(*before)]}⟦{text[start:end]}⟧{text[slice(*after)]}"
    return quoted.replace("\n", "⏎")


def _short(quote: str) -> str:
    return quote if len(quote) <= 50 else quote[:49] + "…"
