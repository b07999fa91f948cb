"""Numbered headings that stop at the subject of their sentence: 1. 米の値が."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

# Who leaves a heading open on purpose doesn't number it.
SUBJECT = Pattern(r"^\d{1,2}[.．、)）][ ]?\S.*が\s*$")
NOUNS = ("名詞", "接尾辞", "代名詞")
LEAST = 3
"""A heading of fewer words may call something by a name that ends so."""


def cut_headings(post: Post) -> Iterator[tuple[Span, str]]:
    """Their places with their last words."""
    for prose in post.prose:
        if prose.in_heading and SUBJECT.match(prose.text):
            words = [word for word in prose.sentences[-1].tokens if word.surface.strip()]
            if len(words) < LEAST or words[-1].surface != "が":
                continue
            if words[-1].feature.pos2 == "格助詞" and words[-2].feature.pos1 in NOUNS:
                yield prose.whole, prose.text.strip()[-12:]
