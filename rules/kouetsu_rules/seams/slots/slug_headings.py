"""Headings that begin with the name of a field or a file where its Japanese name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Pattern, Post
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.shown import coded

GLUED = Pattern(
    r"(?:[\d０-９]+[.．、][ ]?)?"
    r"(?:(?P<field>[a-z]{3,}(?:_[a-z0-9]{2,}){1,5})(?=[ ]?[ぁ-ん]|$)"
    r"|(?P<word>[a-z]{4,20})(?=[のをにでと一-鿿ァ-ヶ]))"
)
PARTS = Pattern(r"[a-z]{4,}")
TWICE = 2


def slug_headings(post: Post) -> Iterator[Slot]:
    if not post.is_japanese:
        return
    for prose in post.prose:
        if prose.block is None or prose.block.kind != "heading" or prose.marks:
            continue
        place = GLUED.match(prose.text)
        if place is None or post.derived(coded):
            continue
        if place["field"]:
            yield Slot(prose.span(*place.span("field")), "slug", certain=False)
        elif _is_of_the_file(post, place["word"]):
            yield Slot(prose.span(*place.span("word")), "slug", certain=False)


def _is_of_the_file(post: Post, word: str) -> bool:
    """Whether a word is of the file's name, and the post has it in this heading only.

    Who writes of a program or a site by its name in small letters does so in the text as well.
    """
    if word not in PARTS.findall(post.path.replace("\\", "/").rsplit("/", 1)[-1]):
        return False
    said = re.finditer(rf"\b{word}(?![a-z])", post.text[post.body.start :], re.I | re.A)
    return len([*islice(said, TWICE)]) < TWICE and word not in post.title_text.lower()
