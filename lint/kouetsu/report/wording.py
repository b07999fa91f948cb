"""The words of the human report in both languages, and the paint on them."""

from __future__ import annotations

from enum import Enum

from kouetsu.findings import Safety, Severity, Text
from kouetsu.language import counted
from kouetsu.report import Report


class Color(Enum):
    """What stands out in a terminal, as SGR parameters."""

    ERROR = "1;31"
    WARNING = "33"
    INFO = "36"
    GOOD = "32"
    STRONG = "1"
    FAINT = "2"


SEVERITY_COLORS = {
    Severity.ERROR: Color.ERROR,
    Severity.WARNING: Color.WARNING,
    Severity.INFO: Color.INFO,
}


def omission(report: Report) -> Text:
    """How much ``--max-findings`` leaves out."""
    shown, rest = len(report.diagnostics), report.omitted
    return Text(
        f"ほか {rest} 件は省略しました（--max-findings {shown}）",
        f"{counted(rest, 'more finding')} not shown (--max-findings {shown})",
    )


class Words:
    """Says things in one language, coloured or not."""

    def __init__(self, language: str, color: bool) -> None:
        self.language = language
        self._color = color

    def paint(self, text: str, color: Color) -> str:
        return f"\x1b[{color.value}m{text}\x1b[0m" if self._color and text else text

    def say(self, ja: str, en: str) -> str:
        return Text(ja, en).in_(self.language)

    def listed(self, items: list[str]) -> str:
        return self.say("、", ", ").join(items)

    def posts(self, count: int) -> str:
        return self.say(f"{count} 本", counted(count, "post"))

    def findings(self, count: int) -> str:
        return self.say(f"{count} 件", counted(count, "finding"))

    def severities(self, counts: dict[Severity, int]) -> str:
        """How many of each severity there are; those without any are left out."""
        names = {
            Severity.ERROR: ("エラー", "error"),
            Severity.WARNING: ("警告", "warning"),
            Severity.INFO: ("情報", "info"),
        }
        return self.listed(
            [
                self.say(f"{names[each][0]} {count}", counted(count, names[each][1]))
                for each, count in counts.items()
                if count
            ]
        )

    def fix(self, safety: Safety, message: str) -> str:
        if safety is Safety.SAFE:
            return self.say(f"修正: {message}", f"fix: {message}")
        return self.say(f"修正（要確認）: {message}", f"fix (needs a look): {message}")

    def until_line(self, line: int) -> str:
        return self.say(f"…〜{line} 行目", f"… to line {line}")
