"""Keys of a front matter between the paragraphs: a script put them where segments meet."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

LINE = Pattern(
    r"(?P<key>title|subtitle|description|excerpt|summary|date|pubDate|publishDate|updatedDate|lastmod"
    r"|tags|category|categories|draft|slug|layout|image|heroImage|thumbnail|eyecatch|author|emoji|type"
    r"|topics|published|permalink|keywords):"
)
FENCE = "---"
LEAST = 3
"""So many keys before a closing fence; between two fences one less is enough."""


def stray_keys(post: Post) -> Iterator[Span]:
    """Runs of keys that a closing fence ends, in the body, or as code at the top of it."""
    text = post.text
    if not LINE.may_match(text) or FENCE not in text[post.body.start :]:
        yield from _shown(post)
        return
    told = [problem.span for problem in post.front_matter.problems]
    told += [block.span for block in post.blocks if block.kind == "code"]
    for span in _runs(text, post.body.start):
        if not any(span.overlaps(other) for other in told):
            yield span
    yield from _shown(post)


def _runs(text: str, at: int) -> Iterator[Span]:
    """Lines of keys, and the indented ones that belong to them, up to a fence."""
    keys, first, fenced, opened = 0, at, False, False
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        line = text[at:end].rstrip()
        if LINE.match(line):
            if not keys:
                first, opened = at, fenced
            keys += 1
        elif not (keys and line[:1] in " \t" and line.strip()):
            if line == FENCE and keys >= LEAST - opened:
                yield Span(first, at - 1)
            keys = 0
        fenced = line == FENCE
        at = end + 1


def _shown(post: Post) -> Iterator[Span]:
    """The answer's front matter as code at the top of the body, with the post's own title."""
    block = post.blocks[0] if post.blocks else None
    if block is None or block.kind != "code" or block.language not in ("yaml", "yml"):
        return
    lines = post.text[slice(*block.span)].splitlines()
    keys = sum(LINE.match(line) is not None for line in lines)
    title = post.title.text if post.title is not None else ""
    if keys >= LEAST and title and any(title in line for line in lines):
        yield block.span
