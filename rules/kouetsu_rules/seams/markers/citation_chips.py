"""What a chat service shows for a source behind a sentence: a name, a number or a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.shown import shows_code

# Items of the prompt's input by their numbers, and such an item outside of brackets.
ITEMS = Pattern(
    r"[（(](?:[^（）()\n]{1,12}の)?[Hh]eadlines? \d{1,3}"
    r"(?:(?:[,、] ?\d{1,3})+(?:参照)?|参照)[）)]"
)
ITEM = Pattern(r"[Hh]eadlines?[ -]?\d|見出し|書体|英字|ヘッドライン")
IN_BRACKETS = Pattern(r"[（(][^（）()\n]{1,60}[）)]")
HABIT = 2
"""One of them alone may be the author's own."""
# Below the text of a chat stand the addresses of its sources, with the titles of the pages.
DEFINITION = Pattern(r'^\[1\]: https?://\S+ "', re.MULTILINE)
BEHIND = Pattern(r"(?:[。.!?！？）)…」*][*_]{0,3}|^)[ ]?\($")
JOIN = Pattern(r"[,、，;][ ]?")
FRAGMENT = "#:~:text="
BRACKETED = Pattern(r"[(（,、 ][)）,、]")
# A chip shows the first letter of a site that has no picture: alone in its paragraph.
LETTER = Pattern(r"[A-Z](?:[ \t]*\+\d{1,2})?\s*")
LONGEST = 8


def citation_chips(post: Post) -> Iterator[tuple[Prose, int, int]]:
    yield from _lone_letters(post)
    yield from _fragments(post)
    yield from _names(post)
    yield from _input_items(post)


def _input_items(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Numbers of what the prompt held, in a post that has no such items itself."""
    if not post.may_hold(ITEMS) or post.derived(shows_code):
        return
    found = [(prose, *place.span()) for prose in post.prose for place in ITEMS.finditer(prose.text)]
    if found and not ITEM.search(IN_BRACKETS.sub("", post.wording)):
        yield from found


def _names(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Names of numbered links in round brackets behind a sentence: one, or several with commas."""
    if DEFINITION.search(post.text, post.body.start) is None:
        return
    for prose in post.prose:
        opened = joined = -1
        for mark in prose.marked("link") if "(" in prose.text else ():
            source = post.text[slice(*mark.span)]
            numbered = source.endswith("]") and source[:-1].rpartition("][")[2].isdigit()
            before = prose.text[max(0, mark.start - 6) : mark.start]
            if numbered and BEHIND.search(before):
                opened = mark.start - 1
            elif not numbered or mark.start != joined:
                opened = -1
            if opened < 0:
                continue
            if prose.text[mark.end : mark.end + 1] == ")":
                yield prose, opened, mark.end + 1
                opened = -1
            comma = JOIN.match(prose.text, mark.end)
            joined = comma.end() if comma is not None else -1


def _fragments(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Bare numbers or hosts in round brackets that lead to a sentence of their page."""
    if FRAGMENT not in post.text:
        return
    found: list[tuple[Prose, int, int]] = []
    for prose in post.prose:
        for mark in prose.marked("link"):
            around = prose.text[max(0, mark.start - 1) : mark.start]
            around += prose.text[mark.end : mark.end + 1]
            name = prose.text[mark.start : mark.end]
            bare = name.isdigit() or f"//{name}/" in mark.target.replace("//www.", "//")
            if FRAGMENT in mark.target and bare and BRACKETED.fullmatch(around):
                found.append((prose, mark.start - 1, mark.end + 1))
    if len(found) >= HABIT:
        yield from found


def _lone_letters(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Paragraphs that are one letter, where they name no parts and no keys of a list."""
    found = [
        (number, block.prose)
        for number, block in enumerate(post.blocks)
        if block.kind == "paragraph"
        and block.prose is not None
        and not block.parents
        and len(block.prose.text) <= LONGEST
        and LETTER.fullmatch(block.prose.text)
        and not block.prose.marks
        and _ends_section(post, number)
    ]
    letters = [prose.text.strip()[0] for _, prose in found]
    # letters in their order name parts
    if len(found) < HABIT or letters == sorted(set(letters)):
        return
    for _, prose in found:
        yield prose, 0, len(prose.text.rstrip())


def _ends_section(post: Post, number: int) -> bool:
    """Whether no paragraph follows: a key of a manual has what it does below it."""
    return number + 1 == len(post.blocks) or post.blocks[number + 1].kind != "paragraph"
