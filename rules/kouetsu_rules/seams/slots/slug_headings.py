"""Headings that begin with the name of a file or a category where its Japanese name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.shown import coded

GLUED = Pattern(r"(?:[\d０-９]+[.．、][ ]?)?(?P<word>[a-z]{4,20})(?=[のをにでと一-鿿ァ-ヶ])")
PARTS = Pattern(r"[a-z]{4,}")


def slug_headings(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """A word of the file's name, in small letters, that the post has in one heading only.

    Who writes of a program or a site by its name in small letters does so in the text as well.
    """
    if not post.is_japanese:
        return
    for prose in post.prose:
        if prose.block is None or prose.block.kind != "heading" or prose.marks:
            continue
        place = GLUED.match(prose.text)
        if place is None:
            continue
        word = place["word"]
        parts = PARTS.findall(post.path.replace("\\", "/").rsplit("/", 1)[-1])
        body = post.text[post.body.start :]
        alone = len(re.findall(rf"\b{word}(?![a-z])", body, re.IGNORECASE | re.ASCII)) == 1
        if (
            word in parts
            and alone
            and word not in post.title_text.lower()
            and not post.derived(coded)
        ):
            yield prose, *place.span("word")
