"""The end of the human report: how much was found, where most, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kouetsu.findings import Severity
from kouetsu.language import counted
from kouetsu.report import Report
from kouetsu.report.tables import columns_beside, is_safe, most_frequent
from kouetsu.report.width import safe
from kouetsu.report.wording import Color, Words

MANY = 20  # from here on the reader needs to know where to begin
WORST_SHOWN = 5
MENDED_POSTS_SHOWN = 20


def summary_lines(report: Report, words: Words) -> Iterator[str]:
    if report.mended:
        yield from _mended(report, words)
    if not report.found:
        yield words.paint(_nothing(report, words), Color.GOOD)
        return
    if len(report.found) > MANY:
        yield from _worst(report, words)
    yield words.paint(total(report, words), Color.STRONG)
    yield from _ways_to_mend(report, words)


def total(report: Report, words: Words) -> str:
    """One line: how many findings in how many posts."""
    if not report.found:
        return _nothing(report, words)
    counts = {each: report.count(each) for each in sorted(Severity, reverse=True)}
    number, files = len(report.found), report.files or len(report.posts)
    hit = len({found.path for found in report.found})
    severities = words.severities(counts)
    left = words.say("残り: ", "left: ") if report.mended else ""
    text = words.say(
        f"{left}記事 {words.posts(files)}中 {words.posts(hit)}に"
        f"指摘 {words.findings(number)}（{severities}）",
        f"{left}{words.findings(number)} ({severities}) in {hit} of {words.posts(files)}",
    )
    return text + _silenced(report, words)


def _nothing(report: Report, words: Words) -> str:
    if not report.files and not report.posts:
        return words.say("調べた記事はありません", "No posts were checked")
    posts = words.posts(report.files or len(report.posts))
    if report.mended:
        text = words.say(f"残った指摘はありません（記事 {posts}）", f"Nothing is left ({posts})")
    else:
        text = words.say(f"指摘はありません（記事 {posts}）", f"Nothing found ({posts})")
    return text + _silenced(report, words)


def _silenced(report: Report, words: Words) -> str:
    suppressed = sum(post.suppressed for post in report.posts)
    baselined = sum(post.baselined for post in report.posts)
    unchanged = sum(post.unchanged for post in report.posts)
    parts = []
    if suppressed:
        parts.append(words.say(f"抑制された {suppressed} 件", f"{suppressed} suppressed"))
    if baselined:
        parts.append(
            words.say(f"ベースラインにある {baselined} 件", f"{baselined} in the baseline")
        )
    if unchanged:
        parts.append(words.say(f"変更のない行の {unchanged} 件", f"{unchanged} on unchanged lines"))
    listed = words.listed(parts)
    return words.say(f"。ほかに{listed}は報告していません", f", besides {listed}") if parts else ""


def _worst(report: Report, words: Words) -> Iterator[str]:
    found = report.found
    rules = list(most_frequent((each.rule for each in found), WORST_SHOWN))
    posts = list(most_frequent((each.path for each in found), WORST_SHOWN))
    lists = [(words.say("指摘の多い規則", "most frequent rules"), rules)]
    if len(posts) > 1:
        lists.append((words.say("指摘の多い記事", "worst posts"), posts))
    yield from columns_beside(lists)
    yield ""


def _ways_to_mend(report: Report, words: Words) -> Iterator[str]:
    fixable = [
        found
        for post in report.posts
        if not post.source.undecodable  # their bytes can't be written back
        for found in (*post.diagnostics, *post.omitted)
        if found.fix is not None
    ]
    safe_ones, total = sum(map(is_safe, fixable)), len(report.found)
    if safe_ones:
        yield words.say(
            f"{total} 件のうち {safe_ones} 件は安全に修正できます: kouetsu check --fix",
            f"{safe_ones} of {total} can be mended safely: kouetsu check --fix",
        )
    if unsafe := len(fixable) - safe_ones:
        yield words.say(
            f"{total} 件のうち {unsafe} 件の修正には確認が要ります: "
            "kouetsu check --unsafe-fixes --diff",
            f"{unsafe} of {total} can be mended but need a look: "
            "kouetsu check --unsafe-fixes --diff",
        )


def _mended(report: Report, words: Words) -> Iterator[str]:
    by_post: dict[str, Counter[str]] = {}
    for found in report.mended:
        by_post.setdefault(found.path, Counter())[found.rule] += 1
    count = len(report.mended)
    yield words.paint(
        words.say(f"{count} か所を修正しました", f"Mended {counted(count, 'place')}"),
        Color.GOOD,
    )
    for path, rules in list(by_post.items())[:MENDED_POSTS_SHOWN]:
        listed = words.listed([f"{rule} {n}" for rule, n in sorted(rules.items())])
        yield f"  {safe(path)}: {listed}"
    if (more := len(by_post) - MENDED_POSTS_SHOWN) > 0:
        yield "  " + words.say(f"ほか {words.posts(more)}", f"{words.posts(more)} more")
    yield ""
