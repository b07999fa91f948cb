"""The measure measures: an oracle scores 1.0, silence scores 0, and the counting is exact."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from marked_posts import COPY, GOLD, ORACLE, POST, SLIP, TITLE, rows
from measure import cleaner, counting, sites, slips, titles
from measure.command import Diagnostic, read_report
from measure.marks import Mark, mark_at
from measure.parts import PARTS, Reading, Results, measure
from measure.tables import Style, report
from measure.texts import Folder, Span, Text


def said(path: str, text: Text, rule: str, span: Span, level: str = "error") -> dict[str, Any]:
    """A diagnostic as the JSON report has it."""
    start, end = text.position(span.start), text.position(span.end)
    return {
        "path": path,
        "rule": rule,
        "group": "typos" if rule == "doubled-word" else "",
        "severity": level,
        "message": "",
        "start": {"line": start[0], "column": start[1], "offset": span.start},
        "end": {"line": end[0], "column": end[1], "offset": span.end},
    }


Say = Callable[[Folder], list[dict[str, Any]]]


class Fake:
    """A command that says what a function says of a folder."""

    def __init__(self, say: Say, fixed: str | None = None) -> None:
        self.say = say
        self.fixed = fixed

    def check(self, folder: Folder) -> list[Diagnostic]:
        return read_report({"version": 1, "diagnostics": self.say(folder)}, folder.texts)

    def mend(self, folder: Folder) -> dict[str, Text]:
        texts = dict(folder.texts)
        if self.fixed:
            old = texts["_posts/t.md"].text
            texts["_posts/t.md"] = Text(old.replace(TITLE, self.fixed).encode())
        return texts


def find(folder: Folder, path: str, rule: str, quote: str) -> dict[str, Any]:
    text = folder.texts[path]
    at = text.text.rindex(quote)
    return said(path, text, rule, Span(at, at + len(quote)))


def oracle(folder: Folder) -> list[dict[str, Any]]:
    """Everything that is marked, and nothing else."""
    if folder.name in {"marked", "cleaned"}:
        return [
            find(folder, "_posts/a.md", ORACLE[kind], COPY if "repeated" in kind else quote)
            for _, kind, _, quote in GOLD
            if quote in folder.texts["_posts/a.md"].text
        ]
    if folder.name == "typos":
        return [find(folder, next(iter(folder.texts)), "doubled-word", "バババ")]
    if folder.name == "titles":
        return [find(folder, "_posts/t.md", "title-truncated", TITLE[8:-1])]
    if folder.name == "people":
        return [find(folder, "x/two.md", "doubled-word", "なくきました")]
    if folder.name == "leadfive":
        return [find(folder, "_posts/b.md", "placeholder", "{{ 店名 }}")]
    return []


def bar_values(results: Results) -> dict[tuple[str, str], float | None]:
    from measure.bars import bars

    return {(bar.what, bar.side): bar.measured for bar in bars(results)}


def test_an_oracle_scores_one(data: Path) -> None:
    fake = Fake(oracle, fixed='title: "雨の日のための長靴の選び方"')
    values = bar_values(measure(data, fake, PARTS))
    measured = {bar: value for bar, value in values.items() if value is not None}
    assert all(value == 1.0 for (_, side), value in measured.items() if side != "share")
    assert {bar: value for bar, value in measured.items() if bar[1] == "share" and value} == {}
    # What this small data has nothing of.
    absent = {what for (what, _), value in values.items() if value is None}
    assert absent == {"typos of closed classes, as error", "emphasis that does not render"}


def test_silence_finds_nothing_and_accuses_no_one(data: Path) -> None:
    values = bar_values(measure(data, Fake(lambda folder: []), PARTS))
    assert {v for (_, side), v in values.items() if side == "recall"} <= {0.0, None}
    assert {v for (_, side), v in values.items() if side == "share"} == {0.0}


def shout(folder: Folder) -> list[dict[str, Any]]:
    """Everything is everything."""
    rules = ("truncated-text", "doubled-word", "placeholder", "title-truncated")
    return [
        said(path, text, rule, text.line_span(line))
        for path, text in folder.texts.items()
        for line in range(1, text.line_count)
        for rule in rules
    ]


def test_shouting_is_no_precision(data: Path) -> None:
    results = measure(data, Fake(shout), PARTS)
    values = bar_values(results)
    assert values["truncated text, markers standing", "recall"] == 1.0
    precision = values["truncated text, markers standing", "precision"]
    assert precision is not None
    assert precision <= 0.5
    assert values["sound places accused (typo negatives)", "share"] == 1.0
    assert values["sound look-alikes of other sites accused", "share"] == 1.0
    assert values["cut titles, as error", "precision"] == 0.0
    # The true defect of the second file is left out, the rest of its lines are not hit.
    assert results.clean is not None
    assert results.clean.hit["error"] == 1


def test_a_cleaner_takes_marker_lines_and_the_marks_move_up() -> None:
    folder = Folder("marked", {"a.md": Text(POST.encode())})
    marks = [mark_at(row, "a.md", folder.texts["a.md"]) for row in rows(GOLD, "a.md")]
    cleaned, left = cleaner.clean(folder, marks)
    text = cleaned.texts["a.md"]
    assert "END" not in text.text
    assert [mark.line for mark in left] == [3, 8, 13, 15]
    assert all(text.text[slice(*mark.spans[0])] == mark.quote for mark in left)


def test_a_marker_within_a_line_goes_and_the_line_stays() -> None:
    text = Text("前の文。---END--- 後の文。\n次の行。\n".encode())
    cleaned, _ = cleaner.clean(Folder("x", {"a.md": text}), [])
    assert cleaned.texts["a.md"].text == "前の文。 後の文。\n次の行。\n"


def repeated(gold: list[tuple[int, str, str, str]], *lines: tuple[int, int]) -> counting.Score:
    text = Text("一の行。\n\n## 題\n二の行。\n---END---\n三の行。\n".encode())
    texts = {"a.md": text}
    marks = [mark_at(row, "a.md", text) for row in rows(gold, "a.md")]
    said_of = [
        said("a.md", text, "repeated-passage", Span(text.line_span(a).start, text.line_span(b).end))
        for a, b in lines
    ]
    diagnostics = read_report({"version": 1, "diagnostics": said_of}, texts)
    return counting.judge_repeated_lines(texts, marks, diagnostics).score


def test_blank_lines_headings_and_markers_are_no_repeated_lines() -> None:
    gold = [(n, "repeated-paragraph", "error", "") for n in (1, 4, 6)]
    assert repeated(gold, (1, 6)) == counting.Score(3, 3, 3, 3)


@pytest.mark.parametrize(
    ("kind", "level", "false"),
    [
        ("repeated-paragraph", "warning", 0),
        ("repeated-sentence", "error", 0),
        ("flattened", "style", 0),
        ("other", "style", 0),
        ("stray-typo", "error", 1),
    ],
)
def test_a_line_of_weaker_marks_counts_neither_way(kind: str, level: str, false: int) -> None:
    gold = [(1, "repeated-paragraph", "error", ""), (4, kind, level, "")]
    score = repeated(gold, (1, 1), (4, 4))
    assert (score.wanted, score.found, score.said - score.right) == (1, 1, false)


@pytest.mark.parametrize(("gap", "found"), [(11, True), (12, False)])
def test_an_item_has_twelve_characters_of_slack(gap: int, found: bool) -> None:
    text = Text(("あ" * 100).encode())
    quote = Span(50, 55)
    mark = Mark("a.md", 1, 1, "truncated-text", "error", "", (quote,), quote)
    start = quote.end + gap
    one = said("a.md", text, "truncated-text", Span(start, start + 3))
    diagnostics = read_report({"version": 1, "diagnostics": [one]}, {"a.md": text})
    verdicts = counting.judge_items([mark], diagnostics)
    assert (not verdicts.missed(), bool(verdicts.right)) == (found, found)


def test_a_cut_may_be_marked_as_an_orphan_but_does_not_find_it() -> None:
    text = Text("切な仕事になるのです。".encode())
    gold = [(1, "orphan-start", "error", "切な")]
    marks = [mark_at(row, "a.md", text) for row in rows(gold, "a.md")]
    one = said("a.md", text, "truncated-text", Span(0, 4))
    diagnostics = read_report({"version": 1, "diagnostics": [one]}, {"a.md": text})
    verdicts = counting.judge_items(marks, diagnostics)
    assert len(verdicts.right) == 1
    assert len(verdicts.missed()) == 1


def test_a_slip_needs_a_short_span() -> None:
    found = slips.slips("typos", [SLIP | {"text": "古いバババケツを洗う。" + "長い文。" * 30}])
    path, text = next(iter(found.folder.texts.items()))
    wide = said(path, text, "doubled-word", text.line_span(6))
    sound = slips.slips("negatives", [], sound=True)
    diagnostics = read_report({"version": 1, "diagnostics": [wide]}, found.folder.texts)
    result = slips.count(found, diagnostics, sound, [])
    assert result.tokens.recall == 0.0
    assert not result.false


@pytest.mark.parametrize(
    ("process", "kind"),
    [
        ("sed: になる→です, tail left", "A"),
        ("excerpt template", "B"),
        ("segment cut: text ends in mid-sentence", "C"),
        ("mora doubling", "D"),
    ],
)
def test_slips_have_kinds(process: str, kind: str) -> None:
    assert slips.kind_of({"kind": "other", "process": process}) == kind


def test_a_slip_of_the_front_matter_stands_in_the_front_matter() -> None:
    row = SLIP | {"text": 'title: "にに"', "quote": "にに", "col_in_text": 9}
    found = slips.slips("typos", [row])
    text = next(iter(found.folder.texts.values()))
    assert titles.title_of(text) == "にに"
    (mark,) = found.marks
    assert text.text[slice(*mark.spans[0])] == "にに"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ('title: "二つの \\"話\\""', '二つの "話"'),
        ("title: '二つの ''話'''", "二つの '話'"),
        ("title: 二つの話", "二つの話"),
    ],
)
def test_titles_are_read_as_yaml_reads_them(line: str, title: str) -> None:
    assert titles.title_of(Text(f"---\n{line}\n---\n".encode())) == title


def test_a_restored_title_has_to_be_the_repair(data: Path) -> None:
    wrong = Fake(oracle, fixed='title: "雨の日のための長靴"')
    results = measure(data, wrong, ["titles"])
    assert results.titles is not None
    assert results.titles.restored_from_body == counting.Score(wanted=1)
    assert len(results.titles.not_restored) == 1


def test_what_reading_showed_to_be_true_is_left_out(data: Path, tmp_path: Path) -> None:
    table = tmp_path / "judged.tsv"
    table.write_text("part\tpath\tline\trule\twhy\npeople\tx/two.md\t1\tdoubled-word\ttrue\n")
    reading = Reading.of(Fake(oracle), table)
    assert reading.check(sites.clean_prose(data)) == []


def test_one_of_several_places_of_a_line_is_left_out_by_its_column(
    data: Path, tmp_path: Path
) -> None:
    said = Reading.of(Fake(oracle), tmp_path / "none.tsv").check(sites.clean_prose(data))
    table = tmp_path / "judged.tsv"
    for column, left in ((said[0].column, []), (said[0].column + 1, said)):
        place = f"people\tx/two.md\t1:{column}\tdoubled-word\ttrue\n"
        table.write_text("part\tpath\tline\trule\twhy\n" + place)
        assert Reading.of(Fake(oracle), table).check(sites.clean_prose(data)) == left


def test_a_saved_report_holds_no_text(data: Path) -> None:
    results = measure(data, Fake(shout), PARTS)
    kept = "\n".join(report(results, Style(misses=-1)))
    shown = "\n".join(report(results, Style(misses=-1, quotes=True)))
    for text in ("庭の水やり", "長靴", "ケツを洗う", "静かな文"):
        assert text not in kept
    assert "静かな文" in shown
