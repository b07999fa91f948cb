"""What was copied with the text: formulas in three forms, and the line behind which readers pay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span

# A page shows a formula, and holds it once more for readers of the screen, with its source between.
FORMULA = Pattern(r"[!-~ \u0370-\u03ff\u200b\u2061-\u2064⁰-₟×÷±−∑∏∫√∞≤≥≠≈∈→⋅…]{6,300}")
SIGN = Pattern(r"\^|_(?=[\w{])|\\[a-zA-Z]")
# A letter of the next form may stand right behind a command; of these the end is known.
COMMAND = Pattern(
    r"\\(?:alpha|beta|gamma|delta|(?:var)?epsilon|eta|(?:var)?theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau"
    r"|(?:var)?phi|chi|psi|omega|Delta|Gamma|Omega|Sigma|Phi|Psi|Lambda|infty|partial|nabla|hbar|times|cdot"
    r"|[a-zA-Z]+)"
)
# The minus of a page is another sign than that of the source.
LEFT_OUT = frozenset("{}^_\\ \t-")
MOST = 12
"""A formula has no more words than this before or behind its first sign of TeX."""
LEAST = 2

PAID = Pattern(
    r"^[ \t]*(?:[^\w\s「『“\"※。、！？!?]{1,24})[ ]?"
    r"(?:(?:ここから|この先|以下|続き)(?:先)?[はが]?、?"
    r"有料(?:ライン|エリア|部分|パート|ゾーン|コンテンツ|記事)?"
    r"(?:です|になります|となります)?|有料(?:ライン|エリア開始)"
    r"|(?i:paywall(?: starts)?(?: here)?"
    r"|paid (?:content|section|part) (?:starts|begins)(?: here)?))"
    r"[ ]?[^\w\s」』”\"。、！？!?]{1,24}[ \t]*$"
    r"|^[ \t]*ここまでが?、?無料(?:パート|部分|エリア|公開(?:部分)?)"
    r"(?:だ|です|になります|となります)?[。！]?[ \t]*$",
    re.MULTILINE,
)
# Who explains how such a line is drawn shows one.
OF_PAYING = Pattern(
    r"有料(?:ライン|エリア|部分|パート)(?:を|の(?:位置|設定|引|前|手前)|は|に|が)|ペイウォール|(?i:\bpaywalls?\b[^\n]{0,40}[.,])"
)


def pasted_formulas(post: Post) -> Iterator[Span]:
    """A formula as text, in TeX and as text again, without a blank between."""
    if post.signs.isdisjoint("^_\\"):
        return
    for prose in post.prose:
        for run in FORMULA.finditer(prose.text) if SIGN.search(prose.text) else ():
            sign = SIGN.search(run.group())
            at = run.start() + sign.start() if sign is not None else -1
            if sign is not None and not prose.opaque(at, at + 1):
                place = _thrice(run.group(), sign.start())
                if place is not None:
                    yield prose.span(run.start() + place[0], run.start() + place[1])


def _thrice(run: str, sign: int) -> tuple[int, int] | None:
    """Where in a run of signs a formula stands three times, its source in the middle."""
    blank = COMMAND.sub(lambda place: " " * len(place.group()), run)
    kept = [at for at, each in enumerate(blank) if each.isascii() and each not in LEFT_OUT]
    signs = [place.start() for place in SIGN.finditer(run)]
    padded = f" {run} "
    begins = [at for at in range(sign + 1) if padded[at] == " " and run[at] != " "]
    ends = [at for at in range(sign + 1, len(run) + 1) if padded[at + 1] == " " != run[at - 1]]
    for begin in reversed(begins[-MOST:]):
        low = bisect_left(kept, begin)
        for end in ends[:MOST]:
            size, rest = divmod(bisect_left(kept, end) - low, 3)
            if rest or size < LEAST:
                continue
            first, last = kept[low + size - 1] + 1, kept[low + 2 * size]
            within = first <= sign and signs[bisect_left(signs, end) - 1] < last
            if within and run[first] != " " != run[last - 1]:
                # a fraction's parts may change places
                parts = {
                    "".join(sorted(blank[at] for at in kept[low + size * n : low + size * (n + 1)]))
                    for n in range(3)
                }
                if len(parts) == 1:
                    return begin, end
    return None


def pay_lines(post: Post) -> Iterator[Span]:
    """The line behind which readers pay, in a frame of signs."""
    if not post.may_hold(PAID) or post.contains(OF_PAYING):
        return
    for prose in post.prose:
        for place in PAID.finditer(prose.text):
            yield prose.span(*place.span())
