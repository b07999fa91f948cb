"""The button of a chat service above its code, copied along with the code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Span

BUTTON = r"(?:Copy code|CopyEdit(?!able|or|ed|ing)|コードをコピーする|コピーする編集する|复制代码)"
# The name of the language and the button, glued to each other and to the code.
GLUED = Pattern(
    rf"^[ \t]*(?P<glued>[a-zA-Z][a-zA-Z0-9+#]{{0,14}}{BUTTON}"
    rf"|[a-z][a-z0-9+#]{{0,14}}\n[ \t]*{BUTTON}[ \t]*$)",
    re.MULTILINE,
)


def chat_page(post: Post) -> Iterator[Span]:
    """The button in prose, and on the first line of a block of code."""
    for block in post.blocks if post.may_contain(GLUED) else ():
        if block.in_quote:
            continue
        if block.kind == "code":
            place = GLUED.match(post.text, _first_line(post, block), block.span.end)
            if place:
                yield Span(*place.span("glued"))
        elif block.prose is not None and block.kind == "paragraph":
            place = GLUED.match(block.prose.text)
            if place and not block.prose.opaque(*place.span()):
                yield block.prose.span(*place.span("glued"))


def _first_line(post: Post, block: Block) -> int:
    fenced = post.text.startswith(("```", "~~~"), block.span.start)
    return (post.text.find("\n", *block.span) + 1 if fenced else 0) or block.span.start
