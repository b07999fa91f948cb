"""What was meant as a suppression and silences nothing: misspelt, misplaced, of the wrong shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from kouetsu.findings import NO_VALUES, Values
from kouetsu.patterns import Pattern
from kouetsu.run.nearest import LONGEST_SHOWN, did_you_mean
from kouetsu.run.suppression.directives import CLOSES, DISABLE, DISABLE_NEXT, ENABLE, KEY, OPENS
from kouetsu.spans import Span
from kouetsu.text.front_matter import Entry, MappingNode, Scalar, SequenceNode
from kouetsu.text.markdown import Block
from kouetsu.text.post import Post

# The name, and what is near enough to it to have been meant: Kouetsu-disable, koetsu_enable.
WORD = Pattern(
    rf"{OPENS}\s*((?:kouetsu-|(?i:k[ou]{{1,3}}etsu[-_ ](?=(?:dis|en)able)))[^\s<>]*?)"
    rf"(?=\s|{CLOSES}|$)"
)
HINTS = ("etsu-", "etsu_", "etsu ", "ETSU")
"""perf: a post without any of these speaks to nobody."""
COMMENTS = (DISABLE_NEXT, DISABLE, ENABLE)
INNER_KEY = "disable"


class Mistake(Struct, frozen=True):
    """A message of ``unknown-suppression`` and its place."""

    span: Span
    message: str
    values: Values = NO_VALUES


def mistakes(post: Post) -> Iterator[Mistake]:
    """The mistakes of a post in comments and under the ``kouetsu`` key, unknown rules aside."""
    entry = post.front_matter.entry(KEY)
    if entry is not None:
        yield from _under_the_key(entry)
    if any(hint in post.text for hint in HINTS):
        yield from _in_comments(post)


def _under_the_key(entry: Entry) -> Iterator[Mistake]:
    value = entry.value
    if value is None or (isinstance(value, Scalar) and value.value is None):
        return  # empty: it silences nothing, and nobody meant it to
    if not isinstance(value, MappingNode):
        yield Mistake(value.span, "shape")
        return
    for inner in value.entries:
        name = inner.key.text
        if name != INNER_KEY:
            yield _misspelt(inner.key.span, "key", name, (INNER_KEY,))
            continue
        listed = inner.value
        items = listed.items if isinstance(listed, SequenceNode) else (listed,)
        for item in items:
            if item is not None and not (isinstance(item, Scalar) and isinstance(item.value, str)):
                yield Mistake(item.span, "shape")


def _in_comments(post: Post) -> Iterator[Mistake]:
    for block in post.directive_blocks:
        yield from _in_block(post, block)
    for block in post.blocks:
        # comments of MDX stand in paragraphs
        if block.kind == "html" or (post.is_mdx and post.text.startswith("{/*", block.span.start)):
            yield from _in_block(post, block)
        elif block.prose is not None:
            for mark in block.prose.marked("html"):
                inline = WORD.match(post.text, *mark.span)
                if inline:
                    yield Mistake(Span(*inline.span(1)), "misplaced")


def _in_block(post: Post, block: Block) -> Iterator[Mistake]:
    for match in WORD.finditer(post.text, *block.span):
        if match[1] not in COMMENTS:
            yield _misspelt(Span(*match.span(1)), "comment", match[1], COMMENTS)
        elif block.parents:
            yield Mistake(Span(*match.span(1)), "misplaced")


def _misspelt(span: Span, message: str, word: str, choices: Sequence[str]) -> Mistake:
    hint = did_you_mean(word, choices)
    return Mistake(span, message, {"key": word[:LONGEST_SHOWN], "hint": hint})
