"""``--format markdown``: tables by post and by rule, worst first, for a step summary of GitHub."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from kouetsu import NAME
from kouetsu.findings import Diagnostic, Severity
from kouetsu.patterns import Pattern
from kouetsu.report import Report
from kouetsu.report.summary import total
from kouetsu.report.tables import is_safe
from kouetsu.report.width import safe
from kouetsu.report.wording import Words
from kouetsu.surrogates import encodable

ROOM = 450_000
"""Bytes of one table: GitHub drops a step's summary above 1 MiB as a whole."""
MOST = 500
"""Rows of one table; nobody reads on."""
MARKUP = Pattern(r"[|*_`\[\]~\\:@]")
LEVELS = sorted(Severity, reverse=True)


def write(report: Report, out: TextIO) -> None:
    words = Words(report.language, color=False)
    out.write(f"## {NAME}\n\n{total(report, words)}\n")
    by_post: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    by_rule: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for found in report.found:
        by_post[found.path].append(found)
        by_rule[found.rule].append(found)
    if not by_post:
        return
    for groups, head in (
        (by_post, words.say("記事", "post")),
        (by_rule, words.say("規則", "rule")),
    ):
        out.write("\n")
        out.writelines(f"{encodable(line)}\n" for line in _table(groups, head, words))


def _table(groups: Mapping[str, Sequence[Diagnostic]], head: str, words: Words) -> Iterator[str]:
    heads = words.say("エラー、警告、情報、安全に修正可", "error、warning、info、safe fixes")
    numbers = heads.split("、")
    yield f"| {head} | " + " | ".join(numbers) + " |"
    yield "|---" + "|--:" * len(numbers) + "|"
    room = ROOM
    ordered = sorted(groups.items(), key=lambda item: (_weight(item[1]), item[0]))
    for place, (name, found) in enumerate(ordered):
        cells = [*map(str, _counts(found)), str(sum(map(is_safe, found)))]
        line = f"| {_code(name)} | {' | '.join(cells)} |"
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0 or place == MOST:
            left = len(ordered) - place
            yield ""
            yield words.say(f"ほか {left} 行は省略しました", f"{left} more rows are not shown")
            return
        yield line


def _weight(found: Iterable[Diagnostic]) -> tuple[int, ...]:
    return tuple(-count for count in _counts(list(found)))


def _counts(found: Sequence[Diagnostic]) -> list[int]:
    return [sum(each.severity is level for each in found) for level in LEVELS]


def _code(name: str) -> str:
    """A name as it is: nothing in it may end the cell or become markup."""
    escaped = html.escape(safe(" ".join(name.split())), quote=False)
    return "<code>" + MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", escaped) + "</code>"
