"""Signs that a text names, counts or calculates with, beside those that it was to be dressed in."""

from __future__ import annotations

import re

from kouetsu.api import Pattern

STARS = Pattern(r"(?<!\*)\*{2}(?!\*)")
# 2**10 and src/**/index.ts: no emphasis stands between two figures or in a path.
CALCULATED = Pattern(r"(?<=\d)\*{2}(?=\d)|(?<=/)\*{2}(?=[/\s]|$)|(?<![^\s/「（(])\*{2}(?=/)")
# x**2, and the same wherever the text has stars: GPT**4** alone is dressed.
BETWEEN = Pattern(r"(?<=[A-Za-z0-9)\]])\*{2}(?=[A-Za-z0-9(])")
# Of a lone tag that a sentence goes on with, the sentence speaks; and nobody breaks before a comma.
NAMED_TAG = Pattern(
    r"<[a-z0-9]{1,10} ?/?>(?:[ ]?(?:を|[はがにでとの](?![ぁ-ん])|も[ 、]|より|から|だけ|って|とい)"
    r"|[、，・：:）)」』])",
    re.IGNORECASE,
)
# 「<b>と<strong>」: two different tags side by side are compared.
COMPARED_TAGS = Pattern(
    r"</?(?P<tag>[a-z0-9]{1,10})(?:\s[^<>]{0,200})?>"
    r"[ ]?(?:と|や|、|・|か|から|より|,|/|／|vs\.?)[ ]?<(?!(?P=tag)\b)[a-z]",
    re.IGNORECASE,
)
BLANK = "\ue000"
"""What stands in the place of a sign that is none: a letter of no text, for every character one."""


def without_operators(text: str) -> str:
    """The text as long as it was, with blanks for the stars that are no emphasis."""
    if "**" not in text:
        return text
    stars = [found.start() for found in STARS.finditer(text)]
    between = [found.start() for found in BETWEEN.finditer(text)]
    plain = stars == between
    return (BETWEEN if plain else CALCULATED).sub(BLANK * 2, text)
