"""How much a post holds to read."""

from __future__ import annotations

import re

from msgspec import Struct

from kouetsu.api import Pattern, Post

# A run of Latin words is read as a sentence of that language; a name within Japanese is not.
# It starts where a word starts and gives nothing back, or a line of 10 MB would take for ever.
LATIN_RUN = Pattern(r"(?<![!-~’])[A-Za-z][!-~’]*+(?:[ \t]++[A-Za-z0-9][!-~’]*+){4,}+")
LATIN_WORD = Pattern(r"[A-Za-z0-9][\w'’.-]*", re.ASCII)
TABLE_SIGNS = Pattern(r"\||:?-{2,}:?")


class Amount(Struct, frozen=True):
    """Letters without white space, the words of Latin sentences apart, and what else is seen."""

    characters: int
    words: int
    table_characters: int
    table_words: int
    code_lines: int
    images: int


def amount(post: Post) -> Amount:
    """What is published: copies and quotations too, no markup, no front matter.

    Blocks of HTML are mostly buttons, cards and scripts: nobody counts them.
    """
    text = post.text
    prose: list[str] = []
    tables: list[str] = []
    code = images = 0
    for block in post.blocks:
        source = text[block.span.start : block.span.end]
        if block.prose is not None:
            prose.append(block.prose.text)
            images += len(block.prose.marked("image"))
        elif block.kind == "table":
            tables.append(TABLE_SIGNS.sub(" ", source))
        elif block.kind == "code":
            lines = (line.strip() for line in source.split("\n"))
            code += sum(bool(line) and not line.startswith(("```", "~~~")) for line in lines)
    characters, words = _counted(prose, post.is_japanese)
    in_tables, table_words = _counted(tables, post.is_japanese)
    return Amount(characters, words, in_tables, table_words, code, images)


def _counted(parts: list[str], japanese: bool) -> tuple[int, int]:
    """Characters, and words of Latin sentences; in a post not in Japanese all Latin is words."""
    letters = words = 0
    pattern = LATIN_RUN if japanese else LATIN_WORD
    for part in parts:
        left = part
        if not japanese or part.count(" ") >= 4:
            words += sum(len(LATIN_WORD.findall(run)) for run in pattern.findall(part))
            left = pattern.sub("", part)
            if not japanese:
                left = "".join(sign for sign in left if sign.isalnum())
        letters += len("".join(left.split()))
    return letters, words
