"""Emphasis as kramdown reads it (its ``parser/kramdown/emphasis.rb``).

A sign opens before anything but white space, and the next one after anything but white space
closes; what stays open is tried again as the narrower kind, then printed. This is also how a
reader pairs asterisks, and so it tells what was meant where other renderers fail.
"""

from __future__ import annotations

from itertools import product

from kouetsu.api import Pattern
from kouetsu_rules.markdown.emphasis.readings import Pair, Reading

SIGN = Pattern(r"[*_]")
RUN = Pattern(r"\*+|_+")
# Ruby's \s: the ideographic space is no white space to kramdown.
BLANK = " \t\n\f\v"
STEPS, FEWEST_STEPS, MOST_STEPS = 8, 4_000, 200_000
"""Signs looked at for each sign there is, at least and at most, before backtracking is given up."""


def read_kramdown(text: str) -> Reading:
    """The emphasis of a text whose code, addresses and tags hold no asterisks any more."""
    return Reading(text, _Reader(text).read())


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        # Where the last sign stands that can close: behind it nothing needs to be tried.
        self._last = dict.fromkeys(("*", "**", "_", "__"), -1)
        count = 0
        for run in RUN.finditer(text):
            count += len(run.group())
            # Two signs are read as one delimiter: neither of them closes alone.
            delimiters = [run.group()[:2]] if len(run.group()) == 2 else ["*", "**", "_", "__"]
            for delimiter, at in product(delimiters, range(*run.span())):
                if text.startswith(delimiter, at) and self._may_close(delimiter, at):
                    self._last[delimiter] = at
        self._left = min(STEPS * count + FEWEST_STEPS, MOST_STEPS)

    def read(self) -> list[Pair]:
        found, _ = self._spans(0, "", frozenset())
        return found

    def _spans(self, start: int, delimiter: str, around: frozenset[int]) -> tuple[list[Pair], int]:
        """The pairs from ``start`` up to where ``delimiter`` closes, and that place or -1."""
        text, pairs, at = self._text, list[Pair](), start
        while self._left > 0:
            self._left -= 1
            sign = SIGN.search(text, at)
            if sign is None:
                break
            at = sign.start()
            if (
                delimiter
                and at > start
                and text.startswith(delimiter, at)
                and self._may_close(delimiter, at)
            ):
                return pairs, at
            inner, at = self._emphasis(at, around)
            pairs += inner
        return pairs, -1

    def _may_close(self, delimiter: str, at: int) -> bool:
        text, sign, end = self._text, delimiter[0], at + len(delimiter)
        if at and text[at - 1] in BLANK:
            return False
        if len(delimiter) == 1 and text.startswith(sign * 2, at):
            return text.startswith(sign * 3, at)
        return sign != "_" or not text[end : end + 1].isalnum()

    def _emphasis(self, at: int, around: frozenset[int]) -> tuple[list[Pair], int]:
        """What the signs at a place begin, and where the text goes on behind it."""
        text, sign = self._text, self._text[at]
        width = 2 if text.startswith(sign * 2, at) else 1
        end = at + width
        if width in around or text[end : end + 1] in tuple(BLANK) or self._in_word(at):
            return [], end
        for tried in (2, 1) if width == 2 and 1 not in around else (width,):
            delimiter = sign * tried
            if self._last[delimiter] <= at + tried:
                continue
            inner, closing = self._spans(at + tried, delimiter, around | {tried})
            if closing >= 0:
                pair = [Pair(at, closing, tried)] if sign == "*" else []
                return pair + inner, closing + tried
        return [], end

    def _in_word(self, at: int) -> bool:
        """Whether an underscore stands within a word, as in ``file_name`` or ``a-b_c``."""
        if self._text[at] != "_" or not at:
            return False
        before = self._text[at - 1]
        return before.isalpha() or (before == "-" and self._text[at - 2 : at - 1].isalpha())
