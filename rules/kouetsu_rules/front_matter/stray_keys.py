"""Keys of a front matter between the paragraphs: a script put them where segments meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

KEYS = (
    r"(?:title|subtitle|description|excerpt|summary|date|pubDate|publishDate|updatedDate|lastmod|tags|categor(?:y|ies)"
    r"|draft|slug|layout|image|heroImage|thumbnail|eyecatch|author|emoji|type|topics|published|permalink|keywords)"
)
ANSWER = Pattern(
    rf"(?P<fence>`{{3,}})ya?ml[ \t]*\n(?P<inner>(?:---[ \t]*\n)?(?:{KEYS}:[ \t]*[^\n]*\n"
    rf"(?:[ \t]+-?[ \t]*\S[^\n]*\n){{0,20}}){{3,40}}(?:---[ \t]*\n)?)(?P=fence)"
)
LINE = rf"{KEYS}:[ \t]*[^\n]*\n(?:[ \t]+-?[ \t]*\S[^\n]*\n){{0,20}}"
# Three keys and a closing fence, or two between fences.
RUN = Pattern(
    rf"^---[ \t]*\n(?P<fenced>(?:{LINE}){{2,40}})---[ \t]*$"
    rf"|^(?P<keys>(?:{LINE}){{3,40}})[ \t]*---[ \t]*$",
    re.MULTILINE,
    needs=("---",),
)


def stray_keys(post: Post) -> Iterator[Span]:
    """Runs of three keys or more that a closing fence ends, in the body and outside code."""
    yield from _shown(post)
    text = post.text
    told = [problem.span for problem in post.front_matter.problems]
    code = [block.span for block in post.blocks if block.kind == "code"]
    for place in RUN.finditer(text, post.body.start):
        start, end = place.span("keys" if place["keys"] else "fenced")
        span = Span(start, end - 1)
        if not any(span.overlaps(other) for other in (*told, *code)):
            yield span


def _shown(post: Post) -> Iterator[Span]:
    """The answer's front matter as code at the top of the body, with the post's own title."""
    start = post.body.start
    while start < len(post.text) and post.text[start].isspace():
        start += 1
    place = ANSWER.match(post.text, start)
    if place and post.title is not None and post.title.text and post.title.text in place["inner"]:
        yield Span(*place.span())
