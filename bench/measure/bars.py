"""The bars, each with what was measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from measure.counting import Score, Verdicts
from measure.marks import Mark
from measure.parts import Judged, Results, certain_score, sound_score
from measure.slips import SlipCount

MARKER_RULES = ("generation-marker", "assistant-chatter")
FIELD_KINDS = frozenset({"fm-excerpt", "reading-time", "title-markup", "mojibake"})
FIELD_RULES = ("excerpt-quality", "reading-time", "title-markup", "mojibake")


@dataclass(frozen=True)
class Bar:
    """One row of the table: measured (None: not measured) beside what is asked."""

    what: str
    side: str
    measured: float | None
    asked: float
    below: bool = False
    of: int = 0
    """How many it was measured on."""

    @property
    def held(self) -> bool | None:
        if self.measured is None:
            return None
        return self.measured < self.asked if self.below else self.measured >= self.asked


def _both(what: str, score: Score | None, recall: float, precision: float) -> Iterator[Bar]:
    score = score or Score()
    yield Bar(what, "recall", score.recall, recall, of=score.wanted)
    yield Bar(what, "precision", score.precision, precision, of=score.said)


def _share(what: str, score: Score | None, asked: float) -> Bar:
    """A share of wrong things, which has to stay below what is asked."""
    score = score or Score()
    return Bar(what, "share", score.recall, asked, below=True, of=score.wanted)


def _kind(*kinds: str) -> Callable[[Mark], bool]:
    return lambda mark: mark.kind in kinds and mark.required


def _score(judged: Judged | None, kinds: tuple[str, ...], rules: tuple[str, ...]) -> Score | None:
    if judged is None:
        return None
    return judged.verdicts.of_kinds(_kind(*kinds)) + judged.verdicts.of_rules(rules)


def bars(results: Results) -> list[Bar]:
    return [*_copies_and_seams(results), *_fields(results), *_words(results), *_elsewhere(results)]


def _copies_and_seams(results: Results) -> Iterator[Bar]:
    marked, cleaned = results.marked, results.cleaned
    lines = marked.repeated.score if marked else None
    yield from _both("repeated lines, as error", lines, 0.98, 0.99)
    markers = _score(marked, ("marker-leak",), MARKER_RULES)
    yield from _both("generation markers and chatter", markers, 0.99, 0.99)
    cut = ("truncated-text",)
    yield from _both("truncated text, markers standing", _score(marked, cut, cut), 0.97, 0.95)
    yield from _both("truncated text, markers cleaned", _score(cleaned, cut, cut), 0.85, 0.90)
    orphan = ("orphan-start",)
    yield from _both("orphan starts", _score(marked, orphan, orphan), 0.80, 0.95)


def _fields(results: Results) -> Iterator[Bar]:
    titles = results.titles
    yield from _both("cut titles, as error", titles.cut if titles else None, 0.97, 0.99)
    held = (titles.restored_from_body if titles else None) or Score()
    yield Bar("cut titles restored where the body holds them", "recall", held.recall, 0.95,
              of=held.wanted)  # fmt: skip
    fields = _score(results.marked, tuple(FIELD_KINDS), FIELD_RULES)
    if fields and titles:
        fields += titles.by_kind.get("markup", Score())
    yield from _both("excerpt, reading time, title markup, mojibake", fields, 0.99, 0.99)


def _words(results: Results) -> Iterator[Bar]:
    slips = results.slips or SlipCount({}, Score(), Score(), Score())
    yield from _both("typos of closed classes, as error", slips.errors, 0.95, 0.98)
    yield from _both("slips of tokens (D)", slips.tokens, 0.45, 0.60)
    yield _share("sound places accused (typo negatives)", slips.negatives, 1 / 20)
    yield from _both("emphasis that does not render", _emphasis(results), 0.99, 0.99)


def _emphasis(results: Results) -> Score | None:
    """On the other sites, whose marks a script made by what their renderers do."""
    if not results.sites:
        return None
    parts: list[Verdicts] = [judged.verdicts for judged in results.sites.values()]
    score = Score()
    for verdicts in parts:
        score += verdicts.of_kinds(lambda m: m.kind == "markup-broken" and m.by == "script")
        score += verdicts.of_rules(["broken-emphasis"])
    return score


def _elsewhere(results: Results) -> Iterator[Bar]:
    sites = results.sites
    certain = certain_score(results) if sites else Score()
    yield Bar("certain defects of other generators", "recall", certain.recall, 0.85,
              of=certain.wanted)  # fmt: skip
    yield _share("sound look-alikes of other sites accused", sound_score(results), 1 / 20)
    clean = results.clean
    for severity, asked in (("error", 1 / 200), ("warning", 1 / 20)):
        score = Score(wanted=clean.files, found=clean.hit[severity]) if clean else None
        yield _share(f"clean prose: files with any {severity}", score, asked)
