"""Posts that are an answer from end to end: JSON, a page, in quotation marks, with a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Scalar, Severity, Span
from kouetsu_rules.letters import has_letter
from kouetsu_rules.shown import said
from kouetsu_rules.subject import mentions

BODIES = ("content", "body", "article", "markdown", "text", "html", "post", "answer", "response")
LEAST = 40
"""So much text under such a key is the post itself."""
PAGE = Pattern(
    r"^[ \t]*(?:<!DOCTYPE html[^>\n]*>|<html(?:[ ][^>\n]*)?>|</html>"
    r"|<body(?:[ ][^>\n]*)?>)",
    re.IGNORECASE | re.MULTILINE,
)
NAMES = (
    r"Assistant|ASSISTANT|アシスタント|AI|ChatGPT|Claude|Gemini|Copilot"
    r"|User|Human|USER|HUMAN|ユーザー"
)
SPEAKER = Pattern(rf"(?P<name>{NAMES})[ ]?[:：][ ]?(?=\S)")
ANY_SPEAKER = Pattern(rf"^(?:{NAMES}|[A-Z])[ ]?[:：]", re.MULTILINE)
ASKING = frozenset(("User", "Human", "USER", "HUMAN", "ユーザー"))
OTHER = Pattern(rf"^(?!(?:{NAMES})[ ]?[:：])[^\W\d_]{{2,10}}[ ]?：", re.MULTILINE)
"""Who answers a user and is no machine; the colon is that of Japanese talk."""
NEAR = 4
TALK = 2
"""More lines with a speaker are a talk that the author shows."""
# The signs of Markdown, made harmless by a converter that took them for text.
ESCAPED = Pattern(
    r"^[ \t]*(?P<heading>\\#(?:\\?#){1,5}[ ])(?=\S)"
    r"|(?P<bold>\\\*\\\*(?=\S)[^\n*]{1,80}?\\\*\\\*)"
    r"|^[ \t]*(?P<rule>\\(?:-{3,}|\*{3,}|_{3,}))[ \t]*$",
    re.MULTILINE,
)
SEVERAL = 2
BOLD = Pattern(r"(?<!\\)\*\*[^\W\d]")
ABOUT = Pattern(r"マークダウン|エスケープ|記法|(?ai:\bmarkdown\b|\bescap)")
OPENING, CLOSING = '"“', '"”'
Place = tuple[Span, str, Severity | None]


def whole_answers(post: Post) -> Iterator[Place]:
    yield from _json(post)
    yield from _page(post)
    yield from _quoted(post)
    yield from _speaker(post)
    yield from _escaped(post)


def _json(post: Post) -> Iterator[Place]:
    """A file that is one object, the text of the post under a key of it."""
    if post.front_matter.kind != "json" or post.text[post.body.start :].strip():
        return
    for name in BODIES:
        entry = post.front_matter.entry(name)
        if entry is not None and isinstance(entry.value, Scalar) and len(entry.value.text) >= LEAST:
            yield entry.key.span, "json", None


def _page(post: Post) -> Iterator[Place]:
    """The tags of a whole page in a post, which stands in a page of the site."""
    layout = post.front_matter.scalar("layout")
    if layout is not None and layout.text in ("null", "none", "", "false"):
        return
    place = next(said(post, PAGE), None)
    if place is not None:
        start = place.start() + len(place.group()) - len(place.group().lstrip())
        yield Span(start, place.end()), "whole", Severity.WARNING


def _quoted(post: Post) -> Iterator[Place]:
    """A body between two quotation marks, paragraphs and headings and all."""
    body = post.text[post.body.start :].strip()
    start = len(post.text) - len(post.text[post.body.start :].lstrip())
    if len(body) < LEAST or body[0] not in OPENING or body[-1] not in CLOSING or "\n\n" not in body:
        return
    if sum(map(body.count, {*OPENING, *CLOSING})) == len("“”"):
        yield Span(start, start + 1), "quotes", None


def _speaker(post: Post) -> Iterator[Place]:
    first = next((prose for prose in post.prose if prose.block is not None), None)
    if first is None or first.block is None or first.block.kind != "paragraph":
        return
    place = SPEAKER.match(first.text)
    if place is None or first.opaque(*place.span()):
        return
    if place["name"] in ASKING and any(
        OTHER.search(prose.text) for prose in post.prose[:NEAR] if prose.block is not None
    ):
        return
    speakers = sum(1 for prose in post.prose for _ in ANY_SPEAKER.finditer(prose.text))
    # AI: … may head a definition; nobody but a model is called an assistant with a colon
    certain = place["name"].lower() in ("assistant", "アシスタント", "human", "user", "ユーザー")
    if speakers <= TALK:
        severity = None if certain and has_letter(first.text[place.end() :]) else Severity.WARNING
        yield first.span(place.start(), place.end()), "speaker", severity


def _escaped(post: Post) -> Iterator[Place]:
    if not post.may_contain(ESCAPED) or mentions(post, ABOUT):
        return
    found = [*said(post, ESCAPED)]
    # a pair of asterisks alone may be meant where the post has no other bold words
    bold = BOLD.search(post.text, post.body.start) is not None
    if len(found) >= SEVERAL or any(place["rule"] or (bold and place["bold"]) for place in found):
        for place in found:
            yield Span(*place.span(place.lastgroup or 0)), "signs", Severity.WARNING
