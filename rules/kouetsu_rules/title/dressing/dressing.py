"""What a title wears that is no part of it: heading signs, stars, labels, whole brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from kouetsu.api import Pattern
from kouetsu_rules.shown import NAMED_SIGN

# What a title speaks of: `# と ## の違い`, `# は何と読む？`, `**kwargs`, `__init__`, `__dirname`.
HASHES = Pattern(rf"\s*(#{{1,6}}[ 　]+)(?=\S)(?!{NAMED_SIGN})(?!.*(?<!\S)#{{1,6}}[ 　])")
STARS = Pattern(
    # with a blank behind them they are half of a pair, and not spoken of
    r"\s*(\*{2}[ 　]+(?=[^\s*])(?![のとはがをで])(?!.*\*)"
    r"|\*{2,3}(?![a-z][a-z_]*(?![A-Za-z0-9*]))|__(?!\w+__)(?![A-Za-z](?!.*__)))(?!演算子|記号|印)(?=\S)"
)
# A label of an answer: what it is, which of several, and the sign that sets it off.
OF_TITLES = (
    r"(?:(?:記事|ブログ)?(?:SEO|メイン|最終|推奨|修正|改訂|提案)?(?:タイトル|題名|見出し|表題)"
    r"(?:の?(?:案|候補|例)|[(（](?:案|候補|仮)[)）])?)"
)
OF_VERSIONS = r"(?:案|候補|提案|修正版|改訂版|最終版|改善版|リライト版)"
# People publish drafts, revised editions and numbered plans, and say so; they write of headings.
MILD = Pattern(
    r"[ 　]*(?:(?:提案|修正版|改訂版|最終版|改善版|リライト版|案|候補)[^：:]{0,6}[:：]"
    r"|(?i:draft|idea|option|suggestion|variant|alternative)\b|H1[ 　]*[:：]"
    r"|[【\[［(（](?:下書き|草稿|ドラフト|初稿|校正前|確認用|仮題|(?i:draft|wip))"
    r"|(?:見出し|題名|表題)[ 　]*[：:])"
)
OF_TITLE = Pattern(r"(?:SEO|メイン|メタ)?(?:タイトル|(?i:title))[ 　]*[：:]")
"""The label that is also a topic: `タイトル：その役割を考える`."""
TITLES = Pattern(r"タイトル(?![^\n]{0,6}[：:])")
WHICH = r"[ 　#＃No.]{0,3}(?:\d{1,2}|[０-９]|[①-⑳]|[一二三四五]|[A-EＡ-Ｅ])"
OF_TITLES_EN = (
    r"(?:(?:SEO|Blog(?: Post)?|Post|Article|Page|Suggested|Proposed|Final|Working|Optimi[sz]ed"
    r"|Meta|Main)[ -])?"
    r"(?:[Tt]itle(?: [Tt]ag)?|TITLE|[Hh]eadline|[Hh]eading)"
)
COLON = r"[ 　]*[:：][ 　]*"
LABEL = Pattern(
    rf"\s*((?:【|\[|［)?{OF_TITLES}(?:{WHICH})?(?:】|\]|］)?{COLON}"
    rf"|[【\[［](?:{OF_TITLES}(?:{WHICH})?|{OF_VERSIONS}{WHICH})[】\]］](?!{NAMED_SIGN})"
    r"[ 　]*(?:[:：][ 　]*)?"
    rf"|(?:{OF_VERSIONS}{WHICH}|修正版|改訂版|改善版|リライト版){COLON}"
    rf"|(?:【|\[)?{OF_TITLES_EN}(?: (?:[Oo]ption|[Ii]dea|[Ss]uggestion))?(?:[ #]+(?:\d{{1,2}}"
    rf"|[A-E]))?(?:】|\])?{COLON}"
    rf"|(?:[Oo]ption|[Dd]raft|[Ss]uggestion|[Vv]ariant|[Ii]dea"
    rf"|[Aa]lternative)[ #]+(?:\d{{1,2}}|[A-E])(?:{COLON}|[ ][–—-][ ])"
    r"|[【\[［(（](?:下書き|草稿|ドラフト|初稿|校正前|確認用|仮題|DRAFT|Draft|WIP)[】\]］)）][ 　]*"
    rf"|H1(?: [Tt]ag)?{COLON})(?=\S)"
)
# A remark of the answer on its title, at the end. A bare noun in brackets is a gloss.
AIMS = r"(?:SEO|キーワード|検索意図|クリック率|CTR|訴求)"
REMARK = Pattern(
    r"(?<=\S)([ 　]*(?:[（(【\[［](?:(?:約|全角|合計|計|現在)?[ ]?(?P<count>[2-6]\d)[ ]?(?:文字|字"
    r"|characters?|chars?)(?:以内|程度|前後|ちょうど)?"
    r"|(?:文字数|word count)[ ]?[:：][^）)】\]］]{1,12}"
    rf"|[^（()）【】\[\]］\n]{{0,8}}{AIMS}(?:[:：][^（()）【】\[\]］\n]{{1,20}}"
    r"|を?(?:重視|強化|意識|含む|入り|(?:対策|対応|最適化|最大化|向上)(?=[型版済]))[型版済]?み?"
    r"|[型版]|(?:向け|用)(?:版|タイトル))"
    r"|SEO ?タイトル|仮タイトル"
    r"|(?P<mild>SEO(?:対策|最適化|対応|向け|用)|(?:クリック率|CTR|訴求)を?(?:向上|最適化|最大化)"
    r"|仮題|下書き|working title)"
    r"|(?:alternative|suggested|SEO|final) title)[）)】\]］]"
    rf"|[／/｜|][ 　]*(?:タイトル)?(?:案|候補|候補案)[ ]?[2-5２-５②-⑤]{COLON}.{{2,60}}"
    r"|[ 　]?※[ ]?(?:メイン)?(?:キーワード|KW|ターゲット|検索意図|想定読者|文字数)[:：].{1,60}"
    r"|[｜|][ 　]*(?:サイト名|ブログ名|Site Name|Blog Name|Your Site|Your Blog)))$",
    re.IGNORECASE,
)
ORDERED = Pattern(r"全角|以内")
"""How lengths are ordered, not told."""
NEAR_COUNT = 0.4
"""How far a count of characters may be from the title that it is said of."""
# perf: a label begins with one of these, and a remark has one of those signs
LABELLED = (
    *(
        "【",
        "[",
        "［",
        "(",
        "（",
        "記事",
        "ブログ",
        "SEO",
        "メイン",
        "最終",
        "推奨",
        "修正",
        "改訂",
    ),
    *("提案", "タイトル", "題名", "見出し", "表題", "案", "候補", "改善", "リライト", "H1"),
    *("Blog", "Post", "Article", "Page", "Suggested", "Proposed", "Final", "Working", "Optimi"),
    *("Meta", "Main", "Title", "title", "TITLE", "Headline", "headline", "Heading", "heading"),
    *("Option", "option", "Draft", "draft", "Suggestion", "suggestion", "Variant", "variant"),
    *("Idea", "idea", "Alternative", "alternative"),
)
REMARKED = ("）", ")", "】", "]", "］", "※", "|", "｜", "／", "/")
LEADING = (("heading", HASHES), ("stars", STARS), ("label", LABEL))
# Three stars alone are a mark of the price or the pleasure; and of a sign behind が one speaks.
TRAILING = Pattern(r"(?<=[^\s*])(\*{2,3}|__)\s*$|(?<![はがをとの])[ 　](#{1,6})\s*$")
WRAPS = {"「": "」", "『": "』", "“": "”", '"': '"', "【": "】"}


class Garment(NamedTuple):
    """A stretch of a text that is no part of the title; ``kind`` says what.

    ``mild``: people write the like.
    """

    kind: str
    start: int
    end: int
    mild: bool = False


def garments(text: str) -> list[Garment]:
    """What stands before and behind the title itself, from the outside in."""
    found: list[Garment] = []
    start = 0
    while True:
        for kind, pattern in LEADING:
            if kind == "label" and not text[start:].lstrip().startswith(LABELLED):
                continue
            sign = pattern.match(text, start)
            if sign:
                # stars and a blank may be an ornament
                apart = kind == "stars" and sign.group().endswith((" ", "　"))
                mild = apart or (kind == "label" and MILD.match(sign.group()) is not None)
                found.append(Garment(kind, start, sign.end(), mild))
                start = sign.end()
                break
        else:
            break
    remark = REMARK.search(text, start) if any(each in text for each in REMARKED) else None
    if remark and _is_of(text[start : remark.start()], remark["count"]):
        # the length may be that of a work: 短い手紙（20字）
        mild = remark["mild"] is not None or (
            remark["count"] is not None and ORDERED.search(remark.group()) is None
        )
        found.append(Garment("remark", remark.start(), len(text), mild))
        return found
    opened = any(garment.kind == "stars" for garment in found)
    closing = TRAILING.search(text, start)
    if closing and (
        closing[2] is None if opened else _is_lone(text[start : closing.start()], closing[1])
    ):
        kind = "heading" if closing[2] else "stars"
        mild = kind == "heading" and all(garment.kind != kind for garment in found)
        found.append(Garment(kind, closing.start(), len(text), mild))
    return found


def _is_of(title: str, count: str | None) -> bool:
    """Whether a count is near the title's own: a post may be about haiku of 17 characters."""
    return count is None or abs(len(title) - int(count)) <= NEAR_COUNT * int(count)


def _is_lone(before: str, sign: str | None) -> bool:
    """Whether closing stars at the end have no opening ones before them."""
    return "**" not in before and "__" not in before and sign != "***"


def undressed(text: str) -> str:
    """The title itself."""
    start, end = title_range(text)
    return text[start:end].strip()


def title_range(text: str) -> tuple[int, int]:
    """Where the title itself stands in the text."""
    start, end = 0, len(text)
    for garment in garments(text):
        if garment.end == len(text) and garment.start > start:
            end = garment.start
        else:
            start = garment.end
    return start, end


def wrapping(text: str) -> bool:
    """Whether one pair of brackets holds the whole text."""
    text = text.strip()
    if len(text) < 3 or WRAPS.get(text[0]) != text[-1]:
        return False
    if text[0] == text[-1]:
        return text.count(text[0]) == 2
    depth = 0
    for index, sign in enumerate(text):
        depth += (sign == text[0]) - (sign == text[-1])
        if depth == 0:
            return index == len(text) - 1
    return False


def unwrapped(text: str) -> str:
    """The text without brackets that hold all of it."""
    text = text.strip()
    return text[1:-1].strip() if wrapping(text) else text
