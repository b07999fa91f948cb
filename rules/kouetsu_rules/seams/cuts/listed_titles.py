"""Titles of other posts that were cut in the list of links to them: 港の夜の可能, 船宿「みな."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kouetsu.api import Pattern, Post, Span, Token
from kouetsu_rules.quoting import tail_start
from kouetsu_rules.related import related_links
from kouetsu_rules.seams.cuts.undamaged import LEFT_ASIDE
from kouetsu_rules.title.cutting import endings
from kouetsu_rules.title.cutting.cut import LONGEST
from kouetsu_rules.title.cutting.reading import LIMIT, SHOWN

LEAST = LIMIT - 2
"""So many bytes are left at least where a script cuts titles."""
LEAST_HALF = LIMIT - 4
"""So many where markup was taken off: enough where a bracket is left open as well."""
# In the text it was taken from, it led in a list. 「:fish:」 is an emoji.
COLON = Pattern(r"[^A-Za-z0-9_+\-][:：]$")
# Brackets that are named.
NAMED = Pattern(r"[「『（(【][とや・、]?[「『（(【]$")
# An object, and the first sign of a verb: 市場を席.
BEGUN = Pattern(r"を[㐀-鿿]$")
SAD = Pattern(r"[:;=]-?[（(]")
TALKING = "。．.！？!?…"
"""A sentence that ends in a bracket, and dots, were written so."""
ELSEWHERE = ("http://", "https://", "//")


def cut_titles(post: Post) -> Iterator[tuple[Span, str, bool]]:
    """Their last words, and whether nothing but a cut leaves a title so."""
    for prose, mark in related_links(post):
        if len(prose.text) > LONGEST:
            continue
        text = prose.text[mark.start : mark.end].rstrip()
        end = mark.start + len(text)
        words = endings.words_between(prose, mark.start, end)
        # A bracket may close behind the link.
        sure = _is_cut(text, words, endings.unclosed(prose.text))
        alone = not prose.text[mark.end :].strip()
        if LEFT_ASIDE.search(text) is None and (sure or (alone and _hangs(text, words))):
            start = tail_start(prose.text, mark.start, end, SHOWN)
            # The title of another site's page may be wrong there.
            meant = mark.target.startswith(ELSEWHERE)
            yield prose.span(start, end), prose.text[start:end], sure and not meant


def _is_cut(text: str, words: Sequence[Token], unclosed: bool) -> bool:
    """Whether it ends in half a word, or in a bracket that it does not close."""
    if endings.HALF.search(text) or (endings.KANA.search(text) and endings.breaks_off(words)):
        return True
    size = _size(text)
    if size < LEAST_HALF:
        return False
    if (
        unclosed
        and not SAD.search(text)
        and not NAMED.search(text)
        and (endings.OPEN.search(text) or endings.begins_bracket(text))
    ):
        return text[-1] not in TALKING
    if LEAST <= size <= LIMIT and BEGUN.search(text):
        return True
    return size >= LEAST and endings.half_word(text, words)


def _hangs(text: str, words: Sequence[Token]) -> bool:
    """Whether it ends in a colon, or where a script cuts and openly (の, が, は)."""
    size = _size(text)
    if size >= LEAST and COLON.search(text):
        return True
    open_end = endings.COMMA.search(text) is not None or endings.hangs_openly(words)
    # あたたかい一杯を is a wish
    return LEAST <= size <= LIMIT and open_end and not text.endswith(("のは", "を"))


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
