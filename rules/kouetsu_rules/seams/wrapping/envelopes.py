"""What framed a structured answer: pieces of JSON, escaped line breaks, tags without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity, Span
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
ESCAPE = Pattern(r"(?:\\n){2,}|(?:^|(?<=[。.!！?？]))\\n(?=[ #\w*-])", re.MULTILINE)
# Two of them where a paragraph begins, before its words or its heading: no program is quoted so.
BROKEN_OFF = Pattern(
    r"(?:^|(?<=[。！？]))(?:\\n){2}(?=#{1,4} |[*-] |(?![はがをのにでともや])[^\W\da-zA-Z_])",
    re.MULTILINE,
)
TAG = Pattern(
    r"</?(?:[a-z]+(?:_[a-z]+)+|content|blog|post|markdown|response|answer|result|document|draft"
    r"|final|output|article_text)>"
)


SURE = ((BROKEN_OFF, "escape"),)
"""What counts in a post that shows code as well."""
FRAMES = ((STRUCTURE, "structure"), (NEXT_KEY, "structure"), (ESCAPE, "escape"))


# The article as a value whose string goes on below: no sample of JSON is written so.
HELD = Pattern(
    r"^(?:[ \t]*\{[ \t]*\n(?:[ \t]*\"\w{1,30}\"[ ]*:[^\n]{0,400}\n){0,8})?"
    r"[ \t]*\"(?:content|body|article|markdown|post|text)\"[ ]*:[ ]*\"[^\"\n]{80,}$",
    re.MULTILINE,
)


def envelopes(post: Post) -> Iterator[tuple[Span, str, Severity | None]]:
    text = post.text
    for block in post.blocks:
        if block.kind == "code" and block.language == "json":
            for place in HELD.finditer(text, *block.span):
                yield Span(*place.span()), "structure", Severity.WARNING
    technical = post.derived(shows_code)
    for prose in post.prose:
        for pattern, key in SURE if technical else FRAMES:
            for place in pattern.finditer(prose.text):
                if not prose.opaque(*place.span()):
                    yield prose.span(*place.span()), key, None
    tags = [place for place in said(post, TAG) if _alone(text, place)]
    unpaired = {
        name
        for name in {place.group().strip("</>") for place in tags}
        if text.count(f"<{name}") != text.count(f"</{name}")
    }
    for place in tags:
        if place.group().strip("</>") in unpaired:
            yield Span(*place.span()), "tag", None


def _alone(text: str, place: re.Match[str]) -> bool:
    """Whether a tag stands at the begin or the end of its line."""
    return text[place.start() - 1 : place.start()] in ("\n", "") or text[
        place.end() : place.end() + 1
    ] in ("\n", "")
