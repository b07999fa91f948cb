"""Code whose fence was lost: the language's name is left as a line of its own before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

NAME = Pattern(
    r"(?P<name>python|javascript|typescript|bash|shell|json|yaml|html|css|sql|java|php|ruby|rust"
    r"|kotlin|swift|powershell|dockerfile|cpp|csharp|jsx|tsx|toml)[ \t]*(?:\n|$)",
    re.IGNORECASE,
)
CODE = Pattern(
    r"[\w.]+(?:\[[^\]\n]*\])? [-+*/]?= ?\S|[\w.]+\([^\n]*\)[;:]?[ \t]*$"
    r"|(?:import|from|def|class|const|let|var|func|fn|package|using|public|private|return|if|for"
    r"|while|SELECT|INSERT|UPDATE|CREATE|export|sudo|apt|brew|npm|npx|yarn|pnpm|pip3?|python3?|node"
    r"|cargo|go|git|curl|wget|docker|cd|mkdir|echo|ls|cat)\b[^\n。]*$"
    r"|[{}\[\];]|\$ \w|#!|//|/\*|<[a-z!/]|\"\w+\":",
    re.MULTILINE,
)


def lost_fences(post: Post) -> Iterator[Span]:
    """The line with the name, where code follows in the same paragraph or the next one is code."""
    if not post.may_hold(NAME):
        return
    blocks = post.blocks
    for number, block in enumerate(blocks):
        prose = block.prose
        if prose is None or block.kind != "paragraph" or block.in_list or block.in_quote:
            continue
        place = NAME.match(prose.text)
        if place is None:
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        rest = prose.text[place.end() :]
        # above a fence that names its language, or in capitals, it is a heading of the author's
        code = following if following is not None and following.kind == "code" else None
        nameless = code is not None and not code.language and place["name"].islower()
        fenced = not rest and nameless
        if fenced or CODE.match(rest):
            yield prose.span(0, place.end("name"))
