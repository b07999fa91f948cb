"""Keys of a front matter between the paragraphs: a script put them where segments meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

KEYS = (
    r"(?:title|subtitle|description|excerpt|summary|date|pubDate|publishDate|updatedDate|lastmod|tags|categor(?:y|ies)"
    r"|draft|slug|layout|image|heroImage|thumbnail|eyecatch|author|emoji|type|topics|published|permalink|keywords)"
)
RUN = Pattern(
    rf"^(?P<keys>(?:{KEYS}:[ \t]*[^\n]*\n"
    rf"(?:[ \t]+-?[ \t]*\S[^\n]*\n){{0,20}}){{3,40}})[ \t]*---[ \t]*$",
    re.MULTILINE,
    needs=("---",),
)


def stray_keys(post: Post) -> Iterator[Span]:
    """Runs of three keys or more that a closing fence ends, in the body and outside code."""
    text = post.text
    told = [problem.span for problem in post.front_matter.problems]
    code = [block.span for block in post.blocks if block.kind == "code"]
    for place in RUN.finditer(text, post.body.start):
        span = Span(place.start(), place.end("keys") - 1)
        if not any(span.overlaps(other) for other in (*told, *code)):
            yield span
