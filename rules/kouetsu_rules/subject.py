"""What a post is about, in the words of its author: its title, and what it is filed under."""

from __future__ import annotations

from itertools import islice

from kouetsu.api import Pattern, Post

FILED = ("tags", "tag", "categories", "category", "topics", "keywords")

SUMMARIES = ("excerpt", "description", "summary")
"""The keys of the front matter that tell readers what a post is about."""
CALL = r"募集|応募|公募|寄稿|要項|コンクール|コンテスト"
"""Who asks readers for texts or pictures says so, and what these are to be."""
OFTEN = 3
"""A leaked brief or answer names its trade once or twice, too."""


def subject(post: Post) -> str:
    """The title and the tags. Ask for it through ``post.derived``."""
    data = post.front_matter.data
    return " ".join((post.title_text, *(str(data[key]) for key in FILED if data.get(key))))


def speaks_of(post: Post, pattern: Pattern) -> bool:
    """Whether a post is about something: its title or tags name it, or several paragraphs do."""
    known = post.derived(_topics)
    if pattern not in known:
        known[pattern] = _is_about(post, pattern)
    return known[pattern]


def mentions(post: Post, pattern: Pattern) -> bool:
    """Whether its title or any paragraph says it, looked for once, however often it is asked."""
    known = post.derived(_mentioned)
    if pattern not in known:
        known[pattern] = any(pattern.search(prose.text) for prose in post.texts)
    return known[pattern]


def _mentioned(post: Post) -> dict[Pattern, bool]:
    return {}


def _topics(post: Post) -> dict[Pattern, bool]:
    """What was found of each topic, so that a post full of places to weigh is read once."""
    return {}


def _is_about(post: Post, pattern: Pattern) -> bool:
    if pattern.search(post.derived(subject)):
        return True
    if not post.may_hold(pattern):
        return False
    naming = (prose for prose in post.prose if pattern.search(prose.text))
    return len(tuple(islice(naming, OFTEN))) == OFTEN
