"""What framed a structured answer: JSON, escaped line breaks, escaped signs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Scalar, Span
from kouetsu_rules.shown import said, shows_code

VALUE = (
    r"(?:['][^'\n]{0,200}'|\"[^\"\n]{0,200}\"?|-?\d[\d.]*|true|false|null"
    r"|\[[^\]\n]{0,200}\]|\{[^}\n]{0,200}\})"
)
FIELDS = (
    r"(?:title|body|content|article|role|text|markdown|post|output|response|html|message|result"
    r"|data"
    r"|answer|article_body|post_body|blog_post|draft|summary)"
)
# A whole line: the end of an object whose string was the article, or its beginning.
STRUCTURE = Pattern(
    rf"^[ \t]*(?:[\"”']?[ \]}}]*,[ ]*[\"']\w{{1,30}}[\"'][ ]*:[ ]*{VALUE}.{{0,400}}"
    rf"|[\"”][ ]*[}}\]][ }}\],;]*"
    rf"|[}}\]][ ]*[}}\]][ }}\],;]*|\{{[ ]*\"{FIELDS}\"[ ]*:[ ]*(?!.*\}}[ \t]*$).{{0,400}}"
    rf"|\{{[ ]*\"role\"[ ]*:.{{0,400}}|\"{{3}}|'{{3}})[ \t]*$",
    re.MULTILINE,
)
# The string that was the article ends in mid-line, and the next key stands below it.
NEXT_KEY = Pattern(
    rf"(?<=[。.！!？?）)])[\"”],?[ \t]*\n[ \t]*[\"']\w{{1,30}}[\"'][ ]*:[ ]*{VALUE}[^\n]{{0,400}}"
)
ESCAPE = Pattern(r"(?:\\n){2,}|(?:^|(?<=[。.!！？?]))\\n(?=[ #\w*-])", re.MULTILINE)
# The signs of Markdown, made harmless by a converter that took them for text.
SIGNS = Pattern(
    r"^[ \t]*(?P<heading>\\#(?:\\?#){1,5}[ ])(?=\S)"
    r"|(?P<bold>\\\*\\\*(?=\S)[^\n*]{1,80}?\\\*\\\*)",
    re.MULTILINE,
)
ABOUT = Pattern(r"マークダウン|エスケープ|記法|(?i:\bmarkdown\b|\bescap)")
SEVERAL = 2
BODIES = ("content", "body", "article", "markdown", "text", "html", "post", "answer", "response")
LEAST = 40
"""So much text under such a key is the post itself."""


def envelopes(post: Post) -> Iterator[tuple[Span, str]]:
    """The places, with the message for each."""
    for prose in post.prose if not post.derived(shows_code) else ():
        for pattern, key in (
            (STRUCTURE, "structure"),
            (NEXT_KEY, "structure"),
            (ESCAPE, "escape"),
        ):
            for place in pattern.finditer(prose.text):
                if not prose.opaque(*place.span()):
                    yield prose.span(*place.span()), key
    yield from _whole(post)


def escaped_signs(post: Post) -> Iterator[Span]:
    if not post.may_contain(SIGNS) or any(ABOUT.search(prose.text) for prose in post.texts):
        return
    found = [Span(*place.span(place.lastgroup or 0)) for place in said(post, SIGNS)]
    if len(found) >= SEVERAL:
        yield from found


def _whole(post: Post) -> Iterator[tuple[Span, str]]:
    """A file that is one object, the text of the post under a key of it."""
    if post.front_matter.kind != "json" or post.text[post.body.start :].strip():
        return
    for name in BODIES:
        entry = post.front_matter.entry(name)
        if entry is not None and isinstance(entry.value, Scalar) and len(entry.value.text) >= LEAST:
            yield entry.key.span, "json"
