"""``--format github``: workflow commands that GitHub Actions shows as annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from kouetsu.findings import Severity, Text
from kouetsu.report import Report
from kouetsu.report.places import Located, located
from kouetsu.report.tool import NAME, encodable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub shows so many annotations of each kind a step; the rest stands in the log only.
SHOWN = 10
POSTS_NAMED = 5


def write(report: Report, out: TextIO) -> None:
    by_severity = sorted(located(report), key=lambda each: -each.diagnostic.severity)
    infos = [each for each in by_severity if each.diagnostic.severity is Severity.INFO]
    others = by_severity[: len(by_severity) - len(infos)]
    for each in others:
        _annotate(each, report.language, out)
    # Before the other notices: GitHub would drop the eleventh, which says that it did.
    if hidden := _hidden(others, infos):
        message = _hidden_message(hidden).in_(report.language)
        out.write(command("notice", {"title": NAME}, message))
    for each in infos:
        _annotate(each, report.language, out)


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command with its newline."""
    pairs = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return encodable(f"::{name} {pairs}::{_data(message)}\n")


def _annotate(each: Located, language: str, out: TextIO) -> None:
    found, (start, end) = each.diagnostic, each.range
    properties = {"file": found.path, "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # the runner refuses columns of a range over several lines
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = found.rule
    message = found.message.in_(language)
    out.write(command(COMMANDS[found.severity], properties, message))


def _hidden(others: Sequence[Located], infos: Sequence[Located]) -> list[Located]:
    hidden: list[Located] = []
    for severity in (Severity.ERROR, Severity.WARNING):
        hidden += [each for each in others if each.diagnostic.severity is severity][SHOWN:]
    notices = SHOWN - 1 if hidden or len(infos) > SHOWN else SHOWN
    return hidden + list(infos[notices:])


def _hidden_message(hidden: Sequence[Located]) -> Text:
    posts = Counter(each.diagnostic.path for each in hidden).most_common()
    named = "、".join(f"{path} {count}" for path, count in posts[:POSTS_NAMED])
    more = len(posts) - POSTS_NAMED
    ja = f"ほかに {len(hidden)} 件あり、ここには表示されません。全件はこのステップのログにあります"
    en = f"{len(hidden)} more are not shown here; all stand in this step's log"
    return Text(
        f"{ja}（{named}{f'、ほか {more} 本' if more > 0 else ''}）",
        f"{en} ({named.replace('、', ', ')}{f', {more} more posts' if more > 0 else ''})",
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
