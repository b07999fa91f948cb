"""Halves of surrogate pairs: Python keeps them in a text, but no encoding can write them."""

from __future__ import annotations

from kouetsu.patterns import Pattern

SURROGATE = Pattern("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """The text with U+FFFD for what no encoding holds (undecodable paths, escaped surrogates)."""
    return SURROGATE.sub("\ufffd", text)
