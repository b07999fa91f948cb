"""Fences of code where none can stand: within another, glued to a sentence, in a field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Span
from kouetsu_rules.front_matter.fields.reading import values
from kouetsu_rules.letters import has_letter
from kouetsu_rules.subject import mentions

# What closes a block has no name behind it: with one it opens another block, which can't be here.
NAMED = Pattern(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[ ]?(?P<name>[A-Za-z][\w+#.\-]{0,20})(?::[^\s`]{1,60})?[ \t]*$",
    re.MULTILINE,
)
FENCES = Pattern(r"`{3}|~{3}")
FENCE = Pattern(r"[ ]{0,3}(?P<fence>`{3,}|~{3,})[ ]?(?P<name>[\w+#.\-]*)")
# A closing line that is set in too far and closes nothing.
TOO_FAR = Pattern(r"^(?: {4,}|\t+)(?:`{3,}|~{3,})[ \t]*$", re.MULTILINE)
MARKDOWN = ("markdown", "md", "mdx")
# A whole answer on one line: with its closing fence on the same line it is inline code.
INLINE = Pattern(r"```(?:html|markdown|md)[ ](?=[^`]{120})")
ENDED = Pattern(r"[。！？]|[.!?] ")
# A post that says such a word may show its readers how something is written in Markdown.
SHOWS = Pattern(
    r"マークダウン|記法|雛形|ひな形|テンプレート|プロンプト|書式|(?i:markdown|readme|\.mdx?\b"
    r"|\.mdc\b|claude"
    r"|cursor|copilot|obsidian|template|prompt|zenn|qiita|notion|hugo|jekyll|astro|changelog|wiki)"
)
# What a list of an answer has and a sample does not need: marks that are to be seen as such.
MARKED = Pattern(r"\*\*[^*\n]{1,60}\*\*")
SENTENCES = 3


def nested(post: Post) -> Iterator[Span]:
    """Blocks that another one opens in, so that both end where neither should."""
    for number, block in enumerate(post.blocks if post.may_contain(FENCES) else ()):
        if block.kind != "code":
            continue
        opening = FENCE.match(post.text, block.span.start, block.span.end)
        if opening is None:
            continue
        first = Span(opening.start("fence"), opening.end())
        inner = opened_within(post, block, opening["fence"])
        if inner is not None:
            # where a closing line came before it, set in too far, the later block is the good one
            shut = TOO_FAR.search(post.text, opening.end(), inner.start)
            yield inner if shut is not None else first
        elif opening["name"] in MARKDOWN and _breaks_off(post, number):
            yield first


def closed(post: Post, block: Block, opening: re.Match[str]) -> bool:
    """Whether the last line of a block is a fence that closes it."""
    source = post.text[opening.end() : block.span.end].rstrip()
    last = source.rsplit("\n", 1)[-1].strip() if "\n" in source else ""
    return last.startswith(opening["fence"]) and not last.strip(opening["fence"][0])


def opened_within(post: Post, block: Block, fence: str) -> Span | None:
    """Where another block opens in a block with such a fence, if one does."""
    end = post.text.find("\n", *block.span)
    for place in NAMED.finditer(post.text, end + 1, block.span.end) if end >= 0 else ():
        if place["fence"].startswith(fence):
            return Span(place.start("fence"), place.end("name"))
    return None


def _breaks_off(post: Post, number: int) -> bool:
    """Whether text is glued to the end of a sample, and to the next block, which has no name."""
    following = post.blocks[number + 1 : number + 3]
    if [block.kind for block in following] != ["paragraph", "code"]:
        return False
    sample, glued, after = post.blocks[number], *following
    name = FENCE.match(post.text, *after.span)
    between = (post.text[a.span.end : b.span.start] for a, b in ((sample, glued), (glued, after)))
    return name is not None and not name["name"] and all(gap.count("\n") <= 1 for gap in between)


def inlined(post: Post) -> Iterator[Span]:
    """Opening fences of a whole answer in one line, and in the fields of the front matter."""
    if "```" not in post.text:
        return
    for prose in post.prose:
        for mark in prose.marked("code"):
            opening = INLINE.match(post.text, *mark.span)
            if opening and len(ENDED.findall(post.text[slice(*mark.span)])) >= SENTENCES:
                yield Span(opening.start(), opening.end() - 1)
    for scalar in values(post):
        text = scalar.text.lstrip()
        if text.startswith("```"):
            at = post.text.find("```", scalar.content.start)
            sign = FENCE.match(post.text, at)
            if sign is not None:
                yield Span(at, sign.end())


def pictures_in_code(post: Post) -> Iterator[Span]:
    """Pictures that a script set between the lines of a program."""
    if not post.may_contain(PICTURE):
        return
    for block in post.blocks:
        if block.kind == "code" and block.language in PROGRAMS and not block.in_quote:
            for place in PICTURE.finditer(post.text, *block.span):
                yield Span(*place.span("picture"))


PROGRAMS = frozenset(
    """
    python py javascript js typescript ts jsx tsx java go rust rs c cpp csharp cs ruby rb php swift
    kotlin scala r sql bash sh shell yaml yml json toml dart lua
    """.split()  # noqa: SIM905
)
PICTURE = Pattern(
    r"^[ \t]*(?P<picture>!\[[^\]\n]{0,200}\]\([^()\s\n]{1,300}\.(?:jpe?g|png|webp|gif"
    r"|avif)[^)\n]{0,400}\))[ \t]*$",
    re.MULTILINE,
)


def answered_lists(post: Post) -> Iterator[Span]:
    """Text of the post in a fence for Markdown, in a post that shows no Markdown."""
    samples = [
        (number, block)
        for number, block in enumerate(post.blocks)
        if block.kind == "code" and block.language in MARKDOWN and not block.parents
    ]
    if not samples or mentions(post, SHOWS):
        return
    for number, block in samples:
        before = post.blocks[number - 1].kind if number else "heading"
        source = post.text[slice(*block.span)]
        marks = sum(1 for _ in MARKED.finditer(source))
        if before == "heading" and marks >= SENTENCES and has_letter(source):
            line = post.text.find("\n", *block.span)
            yield Span(block.span.start, line if line >= 0 else block.span.end)
