"""Faults that a text shows on purpose: behind ×, called a mistake, or announced above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Span
from kouetsu_rules.shown import within
from kouetsu_rules.subject import subject

# × before a line, or a word that says what it is.
WRONG = Pattern(
    r"[-*・ 　]*(?:[×✕✖✗✘❌❎]"
    r"|[（(【\[「]?(?:NG|誤用?|悪い|だめな|間違い|まちがい|Bad|Wrong|Incorrect)例?"
    r"[）)】\]」]?[ 　]*[:：→])"
)
FAULT = (
    r"誤[りっ用植字記]|間違|まちが|ミス|書き損|崩れ|壊れ|化け|効か|効き|悪い例|NG|おかし|不自然"
    r"|非文|二重|重な|変換|禁|[」』][にへ](?:直|改|訂正|修正|置き換)|でなく|ではなく"
)
# Behind what is quoted, in its sentence.
CALLED = Pattern(
    r"[^「」\n]{0,80}[」』”\"][^。\n]{0,12}?(?:"
    + FAULT
    + r"|のよう[にな]|といった|という(?:文|書|並|例|形)|と(?:書|打|入力|並))"
)
# What stands above announces it.
SHOWN = Pattern(
    r"わざと[^。\n]{0,14}(?:書|入れ|残|置|並べ|間違|壊)|実演|(?:間違い|まちがい|誤り|誤用|だめ|ダメ|悪い|NG)の?(?:ほう|方|例|パターン|一覧|文)"
    r"|(?:mistakes?|errors?|wrong|bad examples?)\b[^\n]{0,20}:$"
)
# Who collects slips names them in the title or the tags, and lists them or quotes them.
COLLECTED = Pattern(
    r"[打書言聞見読押][ちいきみし]?(?:間違|まちが)|誤[字植変記]|タイプミス|タイポ|入力ミス|(?i:(?<![a-z])typos?(?![a-z]))"
)
CITED = Pattern(r"「[^「」\n]*」|『[^『』\n]*』")
FAR = 160
"""Characters before a sample in which it is announced."""
QUOTES = (("「", "」"), ("『", "』"), ("“", "”"))


def sample_of_fault(post: Post, prose: Prose, start: int, end: int) -> bool:
    """Whether the text says that what stands there is wrong, or shows it for a demonstration."""
    at = prose.span(start, end).start
    if within(at, post.derived(_collected)):
        return True
    text = prose.text
    line = max(text.rfind("\n", max(0, start - FAR), start) + 1, start - FAR, 0)
    if WRONG.match(text, line):
        return True
    opened = any(text.rfind(a, line, start) > text.rfind(b, line, start) for a, b in QUOTES)
    if opened and CALLED.match(text, end):
        return True
    return SHOWN.search(post.text[max(post.body.start, at - FAR) : at]) is not None


def outside_collections(post: Post, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that are none of the slips which a post collects."""
    for finding in findings:
        if not within(finding.span.start, post.derived(_collected)):
            yield finding


def _collected(post: Post) -> tuple[Span, ...]:
    """The items and the quoted words of a post, or of a section, on slips."""
    of_slips = COLLECTED.search(post.derived(subject)) is not None
    if not of_slips and not post.may_hold(COLLECTED):
        return ()
    spans: list[Span] = []
    level = 0
    for block in post.blocks:
        if (
            block.kind == "heading"
            and block.prose is not None
            and (not level or block.level <= level)
        ):
            level = block.level if COLLECTED.search(block.prose.text) else 0
        if not (of_slips or level):
            continue
        if block.kind == "item":
            spans.append(block.span)
        elif block.prose is not None and not block.in_list:
            spans += (block.prose.span(*place.span()) for place in CITED.finditer(block.prose.text))
    if of_slips:
        fields = (prose for prose in post.texts if prose.block is None)
        spans += (
            prose.span(*place.span()) for prose in fields for place in CITED.finditer(prose.text)
        )
    return tuple(sorted(spans))
