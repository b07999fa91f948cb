"""Spans that are taken, looked up by their neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kouetsu.api import Finding, Span
from kouetsu_rules.apart import Taken, apart

SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 4)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=12,
)


@given(SPANS)
def test_what_overlaps_nothing_before_it_is_kept(spans: list[Span]) -> None:
    kept: list[Span] = []
    for span in spans:
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    assert [each.span for each in apart(Finding(span, "told") for span in spans)] == kept


def test_what_is_taken_is_known() -> None:
    taken = Taken([Span(0, 3), Span(2, 5), Span(8, 9)])
    assert taken.overlap(Span(2, 4))
    assert not taken.overlap(Span(3, 8))
    assert taken.take(Span(4, 6))
    assert taken.overlap(Span(5, 7))
