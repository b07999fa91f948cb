"""Tables of the human report: findings by rule and by post."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from kouetsu.findings import Diagnostic, Safety, Severity
from kouetsu.report import Report
from kouetsu.report.width import padded, safe, width
from kouetsu.report.wording import Color, Words


def statistics_lines(report: Report, words: Words) -> Iterator[str]:
    """A table of rules, the most frequent first; nothing where nothing was found."""
    by_rule: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for found in report.found:
        by_rule[found.rule].append(found)
    if not by_rule:
        return
    head = words.say(
        "件数 エラー 警告 情報 記事 安全に修正可 規則", "all error warning info posts safe rule"
    )
    rows = [
        [*map(str, _counts(found)), rule]
        for rule, found in sorted(by_rule.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    first, *rest = table([head.split(), *rows])
    yield words.paint(first, Color.FAINT)
    yield from rest
    yield ""


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their numbers to the right; the last column is text."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for *numbers, last in rows:
        aligned = [
            " " * (columns - width(number)) + number
            for number, columns in zip(numbers, widths, strict=False)
        ]
        yield "  ".join([*aligned, last])


def most_frequent(names: Iterable[str], limit: int) -> Iterator[tuple[str, int]]:
    """The most frequent names with their counts, equal ones by name."""
    counts = Counter(names)
    yield from sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]


def columns_beside(lists: Sequence[tuple[str, Sequence[tuple[str, int]]]]) -> Iterator[str]:
    """Lists of counts, each under its heading, side by side."""
    blocks = [
        [title, *(f"{count:>5} {safe(name)}" for name, count in rows)] for title, rows in lists
    ]
    rooms = [max(map(width, block)) + 3 for block in blocks]
    for row in zip_longest(*blocks, fillvalue=""):
        yield "".join(map(padded, row, rooms)).rstrip()


def is_safe(found: Diagnostic) -> bool:
    return found.fix is not None and found.fix.safety is Safety.SAFE


def _counts(found: Sequence[Diagnostic]) -> Iterator[int]:
    yield len(found)
    for severity in sorted(Severity, reverse=True):
        yield sum(each.severity is severity for each in found)
    yield len({each.path for each in found})
    yield sum(map(is_safe, found))
