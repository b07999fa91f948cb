"""Tests for rules, for plugin authors too: case files and the examples of the documentation.

A case file is a list of cases, bad and good ones. ``⟦ ⟧`` marks what the rule must find (nothing
between them: a place between characters), ``⟪ ⟫``, where given, the related places; both are
taken out before the rule sees the text::

    - name: 三つ目から
      bad: |
        春は——あけぼの——がよい⟦——⟧と思う。
      fixed: |
        春は——あけぼの——がよい、と思う。
    - name: 上限をゆるめる
      options: {limit: 3}
      good: |
        春は——あけぼの——がよい——と思う。

``fixed`` is what all fixes make of the text, repeated until nothing changes; marks in it name
what is still found then. A case may also state ``path``, ``preset``, ``flavor``, ``claimed``,
``schema`` (of the site's front matter), ``front-matter`` (YAML put before the text), and of its
findings ``message`` (a key, or a list of keys), ``severity`` and ``safety``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec
from msgspec import Struct

from kouetsu.case_files import Case, load_cases
from kouetsu.findings import Finding, Text
from kouetsu.options import RuleOptions, options_from
from kouetsu.patterns import Pattern
from kouetsu.preset import Flavor, Preset, Site
from kouetsu.rule import AnyRule
from kouetsu.run.edits import applied
from kouetsu.run.fix import ROUNDS
from kouetsu.run.nearest import did_you_mean
from kouetsu.run.plugins import load
from kouetsu.run.soundness import Unsound, expect_sound
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import Source, with_newline

__all__ = [
    "Case",
    "Example",
    "Unexpected",
    "doc_examples",
    "found",
    "load_cases",
    "marked",
    "run_case",
    "run_example",
]

FOUND_IN_GOOD = Text("good の文章で指摘が出ました", "found in good text")
NOT_FOUND_IN_BAD = Text("bad の文章で指摘が出ません", "not found in bad text")
NO_FIXED = Text(
    "用例に fixed がありません。修正後の文章は次のとおりです",
    "the case states no fixed text; what is mended reads",
)
PLACES = Text("指摘の場所", "the places")
RELATED_PLACES = Text("関連箇所", "the related places")
FIXED_TEXT = Text("修正後の文章", "the fixed texts")

FENCE = Pattern(
    r"^(?P<fence>`{3,}|~{3,})md +(?P<kind>bad|good|fixed)(?P<flavor> +[a-z-]+)?[ ]*\n"
    r"(?P<text>.*?)^(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


class Unexpected(AssertionError):  # noqa: N818 - what pytest shows is no error of ours
    """A rule does other than its cases or its documentation say; told in both languages."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ja, en)


class Marked(Struct, frozen=True):
    """A text and the places that were marked in it."""

    text: str
    expected: tuple[Span, ...]
    related: tuple[Span, ...]


def marked(text: str) -> Marked:
    """Take the marks out of a text; their spans are those that a rule sees."""
    spans: dict[str, list[Span]] = {"⟧": [], "⟫": []}
    opened: dict[str, list[int]] = {"⟧": [], "⟫": []}
    plain: list[str] = []
    offset = 0
    for part in re.split("([⟦⟧⟪⟫])", text.removeprefix("\ufeff")):
        if part in ("⟦", "⟪"):
            opened[{"⟦": "⟧", "⟪": "⟫"}[part]].append(offset)
        elif part in ("⟧", "⟫"):
            if not opened[part]:
                raise ValueError(f"{part} closes nothing in {text!r}")
            spans[part].append(Span(opened[part].pop(), offset))
        else:
            plain.append(part)
            offset += len(with_newline(part, "\n"))
    if any(opened.values()):
        raise ValueError(f"a mark is not closed in {text!r}")
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    expected, related = (tuple(sorted(spans[kind])) for kind in "⟧⟫")
    return Marked(bom + "".join(plain), expected, related)


def found(
    rule: AnyRule,
    text: str,
    *,
    path: str = "post.md",
    site: Site | None = None,
    **options: object,
) -> list[tuple[str, str]]:
    """What a rule finds in a text: the text of each span, and the key of its message.

    Options are given as keywords, with ``_`` for ``-``.
    """
    kebab: dict[str, object] = {name.replace("_", "-"): each for name, each in options.items()}
    post = Post.from_text(text, path, site)
    findings = _findings(rule, post, options_from(rule.options, kebab))
    return [(post.text[slice(*finding.span)], finding.message) for finding in findings]


def run_case(rule: AnyRule, case: Case, presets: Mapping[str, Preset] | None = None) -> None:
    """Run a rule on a case; ``AssertionError`` tells what is other than expected.

    A preset that the case names is one of ``presets``, or else of those that are installed.
    """
    preset = None if case.preset is None else _preset(case, presets)
    site, options = _surroundings(rule, case, preset)
    before = f"---\n{case.front_matter.rstrip()}\n---\n" if case.front_matter is not None else ""
    text = marked(before + (case.bad if case.bad is not None else case.good or ""))
    bench = _Bench(rule, options, case.path, site)
    findings = bench.check(text.text)
    if case.good is not None:
        if text.expected or text.related:
            raise ValueError(f"case {case.name!r}: good text has no marks")
        _expect(not findings, FOUND_IN_GOOD, text.text, findings)
        return
    if not text.expected:
        raise ValueError(f"case {case.name!r}: no ⟦ ⟧ in the bad text")
    _expect_places(text, findings)
    _expect_properties(rule, case, text.text, findings)
    fixed = None if case.fixed is None else marked(before + case.fixed)
    _expect_fixed(bench, text.text, findings, fixed)


class Example(Struct, frozen=True):
    """An example of a rule's documentation; ``fixed`` is the text after the fix, where shown."""

    kind: Literal["bad", "good"]
    text: str
    flavor: Flavor | None = None
    fixed: str | None = None

    def __str__(self) -> str:
        return f"{self.kind}: {self.text.strip()[:30]}"


def doc_examples(rule: AnyRule) -> list[Example]:
    """The fenced examples (``md bad``, ``md good``, ``md fixed``) of a rule's documentation."""
    examples: list[Example] = []
    for fence in FENCE.finditer(rule.doc):
        kind, text = fence["kind"], fence["text"]
        flavor = msgspec.convert((fence["flavor"] or "").strip() or None, Flavor | None)
        if kind != "fixed":
            examples.append(Example("bad" if kind == "bad" else "good", text, flavor))
        elif not examples or examples[-1].kind != "bad" or examples[-1].fixed is not None:
            raise ValueError(f"{rule.name}: `md fixed` must follow the `md bad` that it mends")
        else:
            examples[-1] = Example("bad", examples[-1].text, examples[-1].flavor, text)
    return examples


def run_example(rule: AnyRule, example: Example) -> None:
    """A bad example must be found and mended as shown, a good one must not be found."""
    bench = _Bench(rule, options_from(rule.options), "post.md", Site(flavor=example.flavor))
    findings = bench.check(example.text)
    if example.kind == "good":
        _expect(not findings, FOUND_IN_GOOD, example.text, findings)
        return
    _expect(bool(findings), NOT_FOUND_IN_BAD, example.text, ())
    if example.fixed is not None:
        fixed = bench.fixed(example.text)
        if fixed != example.fixed:
            raise _compared(FIXED_TEXT, fixed, example.fixed)


class _Bench(Struct, frozen=True):
    """A rule with its options and surroundings, ready to check texts."""

    rule: AnyRule
    options: RuleOptions
    path: str
    site: Site

    def check(self, text: str) -> list[Finding]:
        return _findings(self.rule, Post.from_text(text, self.path, self.site), self.options)

    def fixed(self, text: str) -> str:
        """The text after its fixes, repeated to a fixed point."""
        for _ in range(ROUNDS):
            fixes = [each.fix for each in self.check(text) if each.fix is not None]
            after = applied(Source.from_text(text), fixes).raw.decode("utf-8", "surrogatepass")
            if after == text:
                return text
            text = after
        raise Unexpected(
            f"{self.rule.name} の修正が {ROUNDS} 回でも終わりません:\n{text}",
            f"the fixes of {self.rule.name} come to no end in {ROUNDS} rounds:\n{text}",
        )


def _findings(rule: AnyRule, post: Post, options: RuleOptions) -> list[Finding]:
    findings = list(rule.check(post, options)) if rule.check is not None else []
    if rule.corpus is not None:
        fact = rule.corpus.collect(post, options)
        if fact is not None:
            of_posts = rule.corpus.check({post.path: fact}, options)
            findings += [finding for _, finding in of_posts]
    for finding in findings:
        try:
            expect_sound(rule, finding, len(post.text))
        except Unsound as unsound:
            ja, en = unsound.text
            raise Unexpected(f"{rule.name}: {ja}", f"{rule.name}: {en}") from None
    return sorted(findings, key=lambda finding: (finding.span, finding.message))


def _preset(case: Case, presets: Mapping[str, Preset] | None) -> Preset:
    choices = _installed_presets() if presets is None else presets
    name = case.preset or ""
    if name not in choices:
        hint = did_you_mean(name, choices).en
        raise ValueError(f"case {case.name!r}: there is no preset {name!r}{hint}")
    return choices[name]


@cache
def _installed_presets() -> Mapping[str, Preset]:
    return load().presets()


def _surroundings(rule: AnyRule, case: Case, preset: Preset | None) -> tuple[Site, RuleOptions]:
    site = Site(
        preset=case.preset,
        flavor=case.flavor or (preset.flavor if preset else None),
        claimed=preset is not None if case.claimed is None else case.claimed,
        preset_schema=preset.front_matter if preset else None,
        schema=case.schema,
    )
    of_preset = dict(preset.rules.get(rule.name, {})) if preset else {}
    return site, options_from(rule.options, of_preset, case.options)


def _expect_places(text: Marked, findings: Sequence[Finding]) -> None:
    spans = tuple(finding.span for finding in findings)
    if spans != text.expected:
        shown, wanted = _shown(text.text, spans), _shown(text.text, text.expected)
        raise _compared(PLACES, shown, wanted, findings)
    if not text.related:
        return
    related = tuple(sorted({place.span for each in findings for place in each.related}))
    if related != text.related:
        shown, wanted = (_shown(text.text, each, "⟪⟫") for each in (related, text.related))
        raise _compared(RELATED_PLACES, shown, wanted)


def _expect_properties(rule: AnyRule, case: Case, text: str, findings: Sequence[Finding]) -> None:
    if case.message is not None:
        keys = [finding.message for finding in findings]
        wanted = [case.message] * len(keys) if isinstance(case.message, str) else case.message
        _expect(keys == wanted, _instead("message", keys, wanted), text, findings)
    if case.severity is not None:
        levels = {(finding.severity or rule.severity).label for finding in findings}
        wrong = sorted(levels - {case.severity})
        _expect(not wrong, _instead("severity", wrong, case.severity), text, findings)
    if case.safety is not None:
        safeties = {finding.fix.safety.value if finding.fix else "-" for finding in findings}
        wrong = sorted(safeties - {case.safety})
        _expect(not wrong, _instead("safety", wrong, case.safety), text, findings)


def _expect_fixed(
    bench: _Bench, text: str, findings: Sequence[Finding], wanted: Marked | None
) -> None:
    if wanted is None:
        mendable = [finding for finding in findings if finding.fix is not None]
        # what the author may copy into the case
        _expect(not mendable, NO_FIXED, bench.fixed(text) if mendable else text, ())
        return
    fixed = bench.fixed(text)
    if fixed != wanted.text:
        raise _compared(FIXED_TEXT, fixed, wanted.text)
    _expect_places(Marked(wanted.text, wanted.expected, ()), bench.check(fixed))


def _expect(holds: bool, what: Text, text: str, findings: Sequence[Finding]) -> None:
    if not holds:
        shown = _shown(text, tuple(finding.span for finding in findings))
        rest = f":\n{shown}{_listed(findings)}"
        raise Unexpected(what.ja + rest, what.en + rest)


def _instead(what: str, got: object, wanted: object) -> Text:
    return Text(f"{what} が {wanted} ではなく {got} です", f"{what} {got} instead of {wanted}")


def _compared(what: Text, got: str, wanted: str, findings: Sequence[Finding] = ()) -> Unexpected:
    listed = _listed(findings)
    return Unexpected(
        f"{what.ja}が違います。\n--- 期待した結果\n{wanted}\n--- 実際の結果\n{got}{listed}",
        f"{what.en} differ.\n--- expected\n{wanted}\n--- found\n{got}{listed}",
    )


def _listed(findings: Sequence[Finding]) -> str:
    return "".join(
        f"\n  {finding.message} {dict(finding.values)} at {tuple(finding.span)}"
        for finding in findings
    )


def _shown(text: str, spans: Sequence[Span], marks: str = "⟦⟧") -> str:
    """The text with marks around spans, as a case file has them."""
    text = with_newline(text, "\n")
    marked_places = sorted(_mark_places(spans, marks))
    parts, end = [], 0
    for offset, _, mark in marked_places:
        parts += [text[end:offset], mark]
        end = offset
    return "".join([*parts, text[end:]])


def _mark_places(spans: Sequence[Span], marks: str) -> Iterator[tuple[int, int, str]]:
    for span in spans:
        # At one offset: first what ends there, then what is empty, then what begins there.
        empty = span.start == span.end
        yield span.start, 1 if empty else 2, marks[0]
        yield span.end, 1 if empty else 0, marks[1]
