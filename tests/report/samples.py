"""Reports built by hand: what the golden files show."""

from __future__ import annotations

from io import StringIO
from typing import Any

from kouetsu.findings import Diagnostic, Edit, Mend, RelatedPlace, Safety, Severity, Text
from kouetsu.report import CheckedPost, Report, Reporter
from kouetsu.report.builtin import register_reporters
from kouetsu.rule import Rule
from kouetsu.spans import Span
from kouetsu.text.source import Source

PASSAGE = (
    "霧の朝、港の市場では鰯の競りが始まる。仲買人は指の形で値を告げ、隣の声には耳を貸さない。"
    "売れた箱から氷が足される。"
)
COPY = PASSAGE.replace("鰯", "鯖")
TIDY = "港の市場。\n"
HARBOUR = f"""---
title: 港の市場を歩く
reading_time: 12
---

# 港の市場を歩く

{PASSAGE}

競りのの後は、食堂が混む。𩸽の開きが人気ですいます。{"湯気の立つ味噌汁をすする。" * 9}

---END---

{COPY}
帰りの船は昼に出る。
"""
HARBOUR_CRLF = Source.from_text("一行目,二行目:\r\n100%の\r\n「氷」\tが溶けた\x1b[31m\r\n")


def _check(*_: object) -> list[Any]:
    return []


def rule(name: str, group: str, severity: Severity, doc: str, **more: Any) -> Rule[Any]:
    return Rule(name, group, severity, {}, doc, check=_check, **more)


RULES = (
    rule(
        "doubled-word",
        "typos",
        Severity.ERROR,
        "語が二度続く。\n\n## 何を見るか\n助詞の重なり。\n\n## English\n### What it does\n"
        "Reports particles that stand twice.\n### Why\nNobody means that.\n",
        url="https://example.org/rules/doubled-word",
    ),
    rule("generation-marker", "seams", Severity.ERROR, "生成の印が残る。\n"),
    rule("heading-level", "markdown", Severity.INFO, "見出しの段が飛ぶ。\n"),
    rule("reading-time", "reading-time", Severity.WARNING, "読了時間が合わない。\n"),
    rule("repeated-passage", "repetition", Severity.ERROR, "同じ文章が二度ある。\n"),
)
GROUPS = {each.name: each for each in RULES}


def span(text: str, part: str, nth: int = 0) -> Span:
    """The span of the nth occurrence of a part."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(part, start + 1)
    return Span(start, start + len(part))


def diagnostic(path: str, name: str, place: Span, ja: str, en: str, **more: Any) -> Diagnostic:
    of = GROUPS[name]
    severity = more.pop("severity", of.severity)
    return Diagnostic(path, name, of.group, severity, place, Text(ja, en), **more)


def mend(safety: Safety, ja: str, en: str, *edits: tuple[Span, str]) -> Mend:
    return Mend(tuple(Edit(*edit) for edit in edits), safety, Text(ja, en))


def harbour() -> CheckedPost:
    path = "posts/港 #1.md"
    first, second = span(HARBOUR, PASSAGE), span(HARBOUR, COPY)
    return CheckedPost(
        path,
        Source.from_text(HARBOUR),
        (
            diagnostic(
                path,
                "reading-time",
                span(HARBOUR, "12"),
                "読了時間は12分ではなく1分",
                "reading time is 1 minute, not 12",
                fix=mend(Safety.SAFE, "1にする", "write 1", (span(HARBOUR, "12"), "1")),
            ),
            diagnostic(
                path,
                "doubled-word",
                span(HARBOUR, "のの"),
                "「の」が二度続く",
                "“の” stands twice",
                fix=mend(Safety.SAFE, "一つ消す", "drop one", (span(HARBOUR, "のの"), "の")),
            ),
            diagnostic(
                path, "doubled-word", span(HARBOUR, "ですいます"), "語尾が重なる", "two endings"
            ),
            diagnostic(
                path, "generation-marker", span(HARBOUR, "---END---"), "生成の印", "a marker"
            ),
            diagnostic(
                path,
                "repeated-passage",
                Span(second.start, span(HARBOUR, "帰りの船").start),
                "前の段落がまたある（3文、97%）",
                "stood before (3 sentences, 97%)",
                related=(RelatedPlace(path, first, Text("はじめの段落", "the first copy")),),
                fix=mend(
                    Safety.UNSAFE,
                    "あとの写しを消す",
                    "delete the later copy",
                    (second, ""),
                    (Span(second.end, second.end), "※"),
                ),
            ),
        ),
        suppressed=1,
    )


def crlf() -> CheckedPost:
    path = "posts/crlf.md"
    return CheckedPost(
        path,
        HARBOUR_CRLF,
        (
            diagnostic(
                path,
                "heading-level",
                span(HARBOUR_CRLF.text, "100%の\n「氷」"),
                "見出し: 段が飛ぶ,\r\n100%",
                "heading: a jump,\r\n100%",
            ),
            diagnostic(
                path,
                "doubled-word",
                span(HARBOUR_CRLF.text, "溶けた\x1b"),
                "離れた写し",
                "a copy elsewhere",
                severity=Severity.WARNING,
                related=(
                    RelatedPlace("posts/tidy.md", Span(0, 5), Text("ここにも", "here too")),
                    RelatedPlace("posts/gone.md", Span(0, 2), Text("よそにも", "elsewhere")),
                ),
            ),
        ),
        baselined=2,
    )


def tidy() -> CheckedPost:
    return CheckedPost("posts/tidy.md", Source.from_text(TIDY), ())


def report(**manner: Any) -> Report:
    posts = (crlf(), tidy(), harbour())
    return Report(posts, RULES, **{"files": 3, **manner})


def nothing(**manner: Any) -> Report:
    return Report((tidy(),), RULES, **{"files": 1, **manner})


def many(**manner: Any) -> Report:
    """Thirty posts with one to thirty equal findings each."""
    posts = []
    for number in range(1, 31):
        path = f"posts/{number:02}.md"
        text = "ぬるい湯がが出る。\n" * number
        found = tuple(
            diagnostic(
                path,
                "doubled-word" if line % 2 else "heading-level",
                Span(9 * 0 + line * 10 + 3, line * 10 + 6),
                "「が」が二度続く",
                "“が” stands twice",
                fix=mend(
                    Safety.SAFE, "一つ消す", "drop one", (Span(line * 10 + 3, line * 10 + 4), "")
                ),
            )
            for line in range(number)
        )
        posts.append(CheckedPost(path, Source.from_text(text), found))
    return Report(tuple(posts), RULES, **{"files": 40, **manner})


def written(name: str, of: Report) -> str:
    reporter: Reporter = register_reporters()[name]
    out = StringIO()
    reporter(of, out)
    return out.getvalue()
