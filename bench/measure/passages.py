"""Clean prose to damage: paragraphs and headlines of posts in which hardly anything is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from measure.texts import Text, posts_below

CLEAN = ("people", "other-sites/garyohosu-ainews", "other-sites/jangwook-ja")
FENCE = re.compile(r"\s*(?:```|~~~)")
FRONT_MATTER = re.compile(r"(?:---|\+\+\+)\s*$")
HEADING = re.compile(r"#{1,6}\s+(.+?)\s*#*$")
TITLE = re.compile(r"title:\s*[\"']?(.+?)[\"']?\s*$")
MARKUP = re.compile(r"[\[\]{}<>|`*_#~\\$^]|https?:|^\s|^[-+>:0-9]|^[^\w「『（]")
SENTENCE = re.compile(r"[^。]+。")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")
SHORTEST, LONGEST = 30, 400
HEADLINE_SHORTEST, HEADLINE_LONGEST = 8, 40

Passage = tuple[str, ...]
"""The sentences of one paragraph."""


def clean_posts(data: Path) -> list[Text]:
    """Every post of the folders that are clean, in a fixed order."""
    return [text for name in CLEAN for text in posts_below(data / name).values()]


def passages(posts: Iterable[Text]) -> list[Passage]:
    """Paragraphs of plain sentences, each distinct one once, in the order of the posts."""
    found: dict[Passage, None] = {}
    for post in posts:
        for line in _body(post):
            if SHORTEST <= len(line) <= LONGEST and not MARKUP.search(line):
                sentences = tuple(SENTENCE.findall(line))
                if "".join(sentences) == line and len(JAPANESE.findall(line)) * 2 > len(line):
                    found.setdefault(sentences)
    return list(found)


def headlines(posts: Iterable[Text]) -> list[str]:
    """Titles and headings in Japanese without markup, each distinct one once."""
    found: dict[str, None] = {}
    for post in posts:
        for line in post.lines:
            match = HEADING.match(line) or TITLE.match(line)
            words = match[1] if match else ""
            whole = HEADLINE_SHORTEST <= len(words) <= HEADLINE_LONGEST
            if whole and not re.search(r"[\[\]{}<>|`*_#\\\"':]", words) and JAPANESE.search(words):
                found.setdefault(words)
    return list(found)


def _body(post: Text) -> Iterator[str]:
    """The lines outside the front matter and fences."""
    lines = post.lines
    start = 0
    if lines and FRONT_MATTER.match(lines[0]):
        start = next((n for n, line in enumerate(lines[1:], 2) if FRONT_MATTER.match(line)), 0)
    fenced = False
    for line in lines[start:]:
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield line
