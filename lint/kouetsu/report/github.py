"""``--format github``: workflow commands that GitHub Actions shows as annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from kouetsu import NAME
from kouetsu.findings import Severity, Text
from kouetsu.report import Report
from kouetsu.report.places import Located, located
from kouetsu.report.unix import line
from kouetsu.surrogates import encodable

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub shows so many annotations of each kind a step. Of one more, its log has the message alone.
SHOWN = 10
POSTS_NAMED = 5


def write(report: Report, out: TextIO) -> None:
    of: dict[Severity, list[Located]] = {severity: [] for severity in COMMANDS}
    for each in located(report):
        of[each.diagnostic.severity].append(each)
    errors, warnings, infos = of.values()
    hidden = errors[SHOWN:] + warnings[SHOWN:]
    # the notice that says how many are hidden is one of the ten
    notices = SHOWN - 1 if hidden or len(infos) > SHOWN else SHOWN
    hidden += infos[notices:]
    for each in errors[:SHOWN] + warnings[:SHOWN]:
        _annotate(each, report.language, out)
    if hidden:
        message = _hidden_message(hidden).in_(report.language)
        out.write(command("notice", {"title": NAME}, message))
    for each in infos[:notices]:
        _annotate(each, report.language, out)
    for each in hidden:
        out.write(f"- {_inert(line(each, report.language))}\n")


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


def _hidden_message(hidden: Sequence[Located]) -> Text:
    posts = Counter(each.diagnostic.path for each in hidden).most_common()
    named = "、".join(f"{path} {count}" for path, count in posts[:POSTS_NAMED])
    more = len(posts) - POSTS_NAMED
    ja = f"ほかに {len(hidden)} 件あり、ここには表示されません。場所はこのステップのログにあります"
    en = f"{len(hidden)} more are not shown here; this step's log has them with their places"
    return Text(
        f"{ja}（{named}{f'、ほか {more} 本' if more > 0 else ''}）",
        f"{en} ({named.replace('、', ', ')}{f', {more} more posts' if more > 0 else ''})",
    )


def _inert(text: str) -> str:
    """A line of the log in which the runner sees no command, not even in its older syntax."""
    return text.replace("##[", "## [")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
