"""Fixes that change the type of a value: one value into a list, a number into text."""

from __future__ import annotations

import re

from kouetsu.api import Edit, Fix, Pattern, Post, Safety, Scalar

_PLAIN_IN_FLOW = Pattern(r"""[^\s\-?:,\[\]{}#&*!|>'"%@`<=][^,\[\]{}#:'"\n\t]*""")
_WORD_LISTS = ("tags", "categories")


def as_list(post: Post, scalar: Scalar, name: str) -> Fix | None:
    """The value as a list; safe unless commas in it may part several."""
    raw = post.text[slice(*scalar.span)]
    if scalar.style in ("literal", "folded") or "\n" in raw:
        return None
    parts = [part.strip() for part in re.split("[,，、]", scalar.text)]
    if len(parts) > 1:
        items = ", ".join(_quoted(part) for part in parts if part)
        return Fix((Edit(scalar.span, f"[{items}]"),), Safety.UNSAFE, "into-list")
    if post.site.preset == "jekyll" and name in _WORD_LISTS and scalar.style == "plain":
        # Jekyll itself parts these at white space.
        words = ", ".join(_in_flow(word) for word in scalar.text.split())
        return Fix((Edit(scalar.span, f"[{words}]"),), Safety.SAFE, "into-list")
    item = raw if scalar.style != "plain" else _in_flow(scalar.text)
    return Fix((Edit(scalar.span, f"[{item}]"),), Safety.SAFE, "into-list")


def as_text(scalar: Scalar) -> Fix:
    """The value in quotes."""
    return Fix((Edit(scalar.span, _quoted(scalar.text)),), Safety.SAFE, "into-text")


def _in_flow(text: str) -> str:
    return text if _PLAIN_IN_FLOW.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    import json  # perf: for fixes only

    return json.dumps(text, ensure_ascii=False)
