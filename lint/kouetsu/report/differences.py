"""Where two nearly equal passages differ, shortly told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kouetsu.patterns import Pattern
from kouetsu.text.sentences import normal_form

# with the line break behind it, which stands for a space where sentences are shown together
SENTENCE = Pattern(r"[^。！？\n\r]+[。！？]*[\n\r]*")
# difflib is quadratic at worst; longer passages are shown without their differences.
LONGEST = 20_000
# Below this share of equal sentences the two are no copies of each other.
LEAST_SHARED = 0.5
CONTEXT = 8


class Difference(NamedTuple):
    """What stands in the first passage and what in the second; empty where nothing does."""

    first: str
    second: str


def differences(first: str, second: str) -> list[Difference]:
    """The sentences that differ between two passages; none where they are not alike."""
    if max(len(first), len(second)) > LONGEST:
        return []
    from difflib import SequenceMatcher  # perf: wanted for long copies only

    left, right = SENTENCE.findall(first), SENTENCE.findall(second)
    one, other = ([normal_form(each) for each in side] for side in (left, right))
    matcher = SequenceMatcher(None, one, other)
    if min(len(left), len(right)) > 1 and matcher.ratio() < LEAST_SHARED:
        return []
    found: list[Difference] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "replace" and j - i == m - k:
            pairs = zip(left[i:j], right[k:m], strict=True)
            found += (_narrowed(one.strip(), other.strip()) for one, other in pairs)
        elif kind != "equal":
            found += _whole("".join(left[i:j]), "".join(right[k:m]))
    return found


def _whole(first: str, second: str) -> Iterator[Difference]:
    one, other = (" ".join(each.split()) for each in (first, second))
    if normal_form(one) != normal_form(other):  # two paragraphs in one line are no difference
        yield Difference(one, other)


def _narrowed(first: str, second: str) -> Difference:
    """Both sentences without what they share at the ends, save for some context."""
    shorter = min(len(first), len(second))
    head = next((i for i in range(shorter) if first[i] != second[i]), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if first[-1 - i] != second[-1 - i]), rest)
    start = max(head - CONTEXT, 0)
    return Difference(
        *(_cut(each, start, len(each) - max(tail - CONTEXT, 0)) for each in (first, second))
    )


def _cut(text: str, start: int, end: int) -> str:
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
