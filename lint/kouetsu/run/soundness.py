"""Whether a finding can be shown and mended: what the engine and the harness for rules ask."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.findings import Finding, Fix, Safety, Severity, Text, Values
from kouetsu.rule import AnyRule
from kouetsu.run.edits import is_sound
from kouetsu.spans import Span
from kouetsu.surrogates import encodable


class Unsound(ValueError):  # noqa: N818 - a verdict, which its caller tells in its own way
    """A finding that can't be shown, and why."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(ja, en)


def expect_sound(rule: AnyRule, finding: Finding, length: int) -> None:
    """``Unsound`` for what nobody could show or mend in a post of that many characters."""
    if not isinstance(finding, Finding):
        raise Unsound(f"Finding ではありません: {finding!r:.80}", f"no Finding: {finding!r:.80}")
    _expect_message(rule, finding.message, finding.values)
    for place in finding.related:
        _expect_message(rule, place.message, place.values)
    if not isinstance(finding.severity, Severity | None):
        raise Unsound(
            f"severity が Severity ではありません: {finding.severity!r:.80}",
            f"its severity is no Severity: {finding.severity!r:.80}",
        )
    if finding.fix is not None:
        _expect_fix(rule, finding.fix)
    for span, end in _spans(finding, length):
        if not isinstance(span, Span):
            raise Unsound(f"Span ではありません: {span!r:.80}", f"no Span: {span!r:.80}")
        if not 0 <= span.start <= span.end <= end:
            raise Unsound(
                f"{span} は {length} 字の文章の範囲を外れています",
                f"{span} is no span of a text of {length}",
            )


def _expect_message(rule: AnyRule, key: str, values: Values) -> None:
    if key not in rule.messages:
        raise Unsound(f"文面「{key}」がありません", f"there is no message “{key}”")
    try:
        rule.text(key, values)
    except (KeyError, IndexError) as lacking:
        raise Unsound(
            f"文面「{key}」に値 {lacking} がありません", f"message “{key}” lacks {lacking}"
        ) from None


def _expect_fix(rule: AnyRule, fix: Fix) -> None:
    _expect_message(rule, fix.message, fix.values)
    if not fix.edits or not is_sound(fix.edits):
        raise Unsound(
            "修正に編集がないか、編集どうしが重なっています",
            "a fix without edits, or with edits that overlap",
        )
    for edit in fix.edits:
        if not isinstance(edit.text, str):
            raise Unsound(
                f"編集後の文字列が str ではありません: {edit.text!r:.80}",
                f"the text of an edit is no str: {edit.text!r:.80}",
            )
        if edit.text != encodable(edit.text):
            raise Unsound(
                f"編集後の文字列が UTF-8 で表せません: {edit.text!a:.80}",
                f"the text of an edit can't be written as UTF-8: {edit.text!a:.80}",
            )
    if not isinstance(fix.safety, Safety):
        raise Unsound(
            f"safety が Safety ではありません: {fix.safety!r:.80}",
            f"its safety is no Safety: {fix.safety!r:.80}",
        )


def _spans(finding: Finding, length: int) -> Iterator[tuple[Span, float]]:
    """The spans with the end of the text that each lies in; that of another post is not known."""
    yield finding.span, length
    for place in finding.related:
        yield place.span, length if place.path is None else float("inf")
    for edit in finding.fix.edits if finding.fix else ():
        yield edit.span, length
