"""Sentences with a hole where a link stood: its particle, its brackets or its blanks are left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded

LOOK = r"(?:ご覧|ご確認|ご参照|ご一読|お読み|参考に|参照|チェックして|読んでみて|ご利用)"
# A topic and then a particle that needs a noun before it.
HANGING = (
    r"から(?=どうぞ|お申し?込|ご[予注応購登確]|ダウンロード|予約でき|購入でき|申し込)"
    r"|まで(?=お?(?:願い|問い合わせ|問合せ|申し?込み|寄せ)|ご(?:連絡|応募|相談|一報))"
    r"|で(?=(?:読め|見られ|買え|入手でき|購入でき|確認でき|紹介|解説|説明|公開|配布|まとめ|くわしく|詳しく|ご(?:覧|確認|紹介))(?!き))"
    r"|の(?:サイト|ページ|記事|動画|リンク|投稿|公式サイト)(?=[をでにもから])"
    r"|に(?=まとめ(?:て(?:い|お|あ)|ました)|掲載して(?:い|お|あ))"
    r"|の(?:前半|後半|中盤|冒頭|最後|末尾|章|項|回)(?=で(?:取り上げ|触れ|紹介|解説|説明|述べ|書))"
    rf"|を(?=(?:あわせて|併せて|ぜひ)?{LOOK})"
)
WROTE = (
    r"(?:書いた|書いている|紹介した|紹介している|まとめた|まとめている|取り上げた|解説した|解説している|説明した"
    r"|公開した|投稿した|触れた)"
)
JAPANESE: tuple[Pattern, ...] = (
    Pattern(
        # of two things the other one may be こちらの; it is not read
        rf"こちらの(?P<hole>[もをでに])(?=(?:あわせて|併せて|ぜひ)?(?:{LOOK}|参考|解説|触れ))",
    ),
    Pattern(
        rf"(?<=[^\W\d_a-zA-Z])(?<![にでとへかもは])は[、 ]{{0,2}}(?P<hole>(?:{HANGING}))",
    ),
    Pattern(
        r"(?:(?<=[にで])|(?<=から)|(?<=まで))は[、 \n]{0,2}(?P<hole>も)"
        rf"(?={LOOK}|役立[ちつ]|お?役に立|参考に)",
    ),
    # the rest of a sentence as a line of its own
    Pattern(
        r"(?:(?<=あわせて)|(?<=併せて)|(?<=合わせて)|(?<=または)|(?<=[にで]は)|(?<=[ては]、))"
        r"[ ]{0,2}\n(?P<hole>[もを])"
        rf"(?=(?:あわせて|併せて|合わせて|ぜひ)?、?{LOOK})",
    ),
    Pattern(
        rf"{WROTE}(?P<hole>[もを])(?=(?:あわせて|併せて|合わせて|ぜひ)?、?(?:{LOOK}|どうぞ))",
    ),
    Pattern(
        rf"(?P<hole>「」|『』)(?=[もをでに][^。\n]{{0,12}}(?:{LOOK}|触れ|紹介|書[いき]|まとめ|取り上げ))"
        rf"|(?:記事|ページ|投稿|シリーズ|あわせて|本の|書籍|過去の|以前の|前回の)(?P<hole_b>「」|『』)",
    ),
    Pattern(
        r"(?:(?:こちら|記事|ページ|サイト|案内|公式)(?P<hole>（）|\(\))"
        r"|[はも、](?P<hole_b>（）)(?=から|で(?:ご|確認|紹介)|を(?:ご|参)|に))",
    ),
)
# English words that something has to follow; before a sign it was taken away.
CALLING = (
    r"(?:at|from|via|through|to|on|into|with|by|in|of|see|visit|read|using|called|named|including|my|our|your"
    r"|the|a|an|according to|such as)"
)
SIGNED = Pattern(
    rf"(?:(?<=[\s(])|^)(?i:{CALLING})(?P<hole>[ ]+(?:[,;.](?=\s|$)|\)|\(\)|\"\"|“”|''))",
    re.MULTILINE,
)
CALLED = Pattern(rf"\b{CALLING}$")
# A place where one goes, and at once what one does there.
JOINED = Pattern(
    r"\b(?:over to|head to|available (?:at|on|from)|sign up (?:at|on)|published (?:on|by|in)"
    r"|bought (?:at|from)"
    r"|found (?:at|on)|hosted (?:at|on)|go to|log in to|visit"
    r"|(?:guide|page|site|article|post|video|list|shop|store|form|docs|report|instructions|tutorial)"
    r" (?:at|from|on))(?P<hole> )(?:and|or|to|for|but)\b(?! fro)"
    r"|(?:^|(?<=[.!?] ))(?:See|Visit|Follow)(?P<hole_b> )(?:for (?!yourself)|to (?!it))",
    re.MULTILINE,
)
# A label whose address is gone, at the end of its block.
LABEL = Pattern(
    r"^(?:参考(?:文献|リンク|記事|サイト)?|出典|引用元|関連(?:記事|リンク)|(?:あわせて|合わせて|併せて)読みたい(?:記事)?|おすすめ(?:の)?記事|公式(?:サイト|ページ)?|リンク|URL|ダウンロード|購入(?:先|はこちら)"
    r"|Sources?|References?|Links?|Website|Buy (?:it )?here|More info(?:rmation)?|Download"
    r"|Read more)"
    r"[ ]?(?P<hole>[:：→⇒])[ ]*$|(?:こちら|コチラ|here)[ ]?(?P<hole_b>[→⇒▶👉])[ ]*$"
    r"|^(?P<hole_c>[👉🔗]+)[ ]*$"
    # what one is to follow, and nothing that could be followed
    r"|(?:詳細|詳しく|くわしく|申し?込み|購入|予約|サイト|ページ|ダウンロード|資料請求|問い合わせ|問合せ|前回の記事|関連記事|登録|応募"
    r"|レビュー|動画)(?:について)?は、?(?P<hole_d>(?:こちら|コチラ)(?:から(?:どうぞ)?|です"
    r"|をクリック|をご覧ください)?)[。！!:：👇↓⬇▼\ufe0f]*[ ]*$"
    r"|^(?:👉 ?)?(?:Click|Sign up|Download(?: it)?|Buy(?: it)?|Register|Book(?: now)?|Get it"
    r"|Check it out|Learn more|Read more)"
    r" (?P<hole_e>here)[.!:]?[ ]*$"
)
# A source in print has no link: a book's title, or its publisher and year.
PRINTED = Pattern(
    r"『|(?:昭和|平成|令和|大正|明治)[\d一二三四五六七八九十元]|(?:18|19|20)\d\d(?:年|\)|）|\.)|(?:書店|新聞|出版|文庫|新書|図書館)"
)
# A number to call, or the address of a house.
CONTACT = Pattern(
    r"電話|[Tt][Ee][Ll]|☎|📞|[Ff][Aa][Xx]|ファックス|\d{2,4}[-−ー]\d{2,4}[-−ー]\d{3,4}|〒|@|メール|窓口|受付"
)
# A sentence that leads to a list of links.
LEADING = Pattern(
    # 次の記事も: that is the one to come
    rf"(?:以下|下記|次(?!の(?:記事|投稿|動画)も))の(?:関連)?(?:記事|ページ|リンク|投稿|動画)(?:も|を|から|が)[^。\n]{{0,16}}(?:{LOOK}|おすすめ|参考|役立ち)"
    r"[^。\n]{0,12}[。：:]?$"
)
NEXT = Pattern(r"\s*(?:\Z|#{1,6}[ ]|(?:-{3,}|\*{3,})\s)")
LINKING = Pattern(r"https?://|\]\(|^[ \t]*(?:[-*+>|<\d`{:]|\[)", re.MULTILINE)
WIDE = Pattern(r"(?<=[a-z,])(?P<hole>[ ]{2})(?=[a-z])")
# A sentence that leads somewhere.
LEADS = Pattern(
    r"\b(?:read|see|visit|check|download|book|buy|bought|find|found|click|available|sold|order|view|watch"
    r"|listen|subscribe|learn|contact|email|guide|website|site|page|article|post|blog|list|video|code"
    r"|report|map|shop|store|link|here|more)\b",
    re.IGNORECASE,
)
# What is left of a sentence, as a paragraph of its own.
BEGUN = Pattern(
    rf"[をもに](?:あわせて|併せて|合わせて|ぜひ|一緒に)、?{LOOK}|を{LOOK}(?=[くしにい])"
)
HABIT = 3
LABELLED = 60


def dropped_links(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """The place of each hole."""
    yield from _labels(post)
    yield from _beginnings(post)
    if post.is_japanese:
        patterns = [pattern for pattern in JAPANESE if post.may_hold(pattern)]
        for prose in post.prose if patterns else ():
            yield from _japanese(prose, patterns)
    else:
        yield from _english(post)


def _labels(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Labels and arrows at the end of a block after which no link comes."""
    for prose in post.prose:
        place = LABEL.search(prose.text) if len(prose.text) <= LABELLED else None
        block = prose.block
        if place is None or block is None or block.kind != "paragraph":
            continue
        following = post.text[block.span.end : block.span.end + 200].lstrip().split("\n", 1)[0]
        leads = (LINKING, PRINTED, CONTACT)
        if not prose.marks and not any(each.search(following) for each in leads):
            yield prose, place.start(), place.end()
    yield from _announced(post)


def _announced(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Sentences that lead to links, where a section or the post ends."""
    if not post.may_hold(LEADING):
        return
    for prose in post.prose:
        place = LEADING.search(prose.text)
        block = prose.block
        if place is None or block is None or block.kind != "paragraph" or prose.marks:
            continue
        if NEXT.match(post.text, block.span.end):
            yield prose, place.start(), place.end()


def headless(post: Post) -> Iterator[tuple[Prose, Prose, re.Match[str]]]:
    """Paragraphs that begin with the particle of a link, each behind the one before it."""
    for before, prose in pairwise(post.prose):
        place = BEGUN.match(prose.text)
        above, block = before.block, prose.block
        if place is None or above is None or block is None:
            continue
        # A card, a picture or an address in between is what the particle belongs to.
        between = post.text[above.span.end : block.span.start].strip()
        if above.kind == block.kind == "paragraph" and not between and not before.marks:
            yield before, prose, place


def _beginnings(post: Post) -> Iterator[tuple[Prose, int, int]]:
    for before, prose, place in headless(post):
        if not LINKING.search(before.text):
            yield prose, place.start(), place.end()


def _japanese(prose: Prose, patterns: list[Pattern]) -> Iterator[tuple[Prose, int, int]]:
    text = prose.text
    ends = {end for mark in prose.marks for end in (mark.start, mark.end)}
    for pattern in patterns:
        for place in pattern.finditer(text):
            name = place.lastgroup or "hole"
            at = place.start(name)
            linked = any(end in ends for end in range(max(0, at - 2), at + 1))
            if not linked and not spoken(text, place.start()):
                yield prose, max(0, place.start() - 1), place.end()


def _english(post: Post) -> Iterator[tuple[Prose, int, int]]:
    found: list[tuple[Prose, re.Match[str], bool]] = []
    wide = 0
    for prose in post.prose:
        if " " not in prose.text:
            continue
        for pattern in (SIGNED, JOINED):
            found += ((prose, place, True) for place in pattern.finditer(prose.text))
        for place in WIDE.finditer(prose.text):
            wide += 1
            if CALLED.search(
                prose.text[max(0, place.start() - 12) : place.start()]
            ) or LEADS.search(_sentence(prose.text, place.start())):
                found.append((prose, place, False))
    for prose, place, sure in found if len(found) <= HABIT else ():
        at, end = next(place.span(name) for name, hole in place.groupdict().items() if hole)
        marked = any(
            mark.start - 1 <= at <= mark.end or at <= mark.start <= end for mark in prose.marks
        )
        if place.group()[-1] in ")\"”'" and post.derived(coded):
            continue
        if marked or prose.opaque(at, end) or spoken(prose.text, at) or (wide > HABIT and not sure):
            continue
        yield prose, at, end


def _sentence(text: str, at: int) -> str:
    begin = max(text.rfind(sign, 0, at) for sign in (". ", "\n", "! ", "? ")) + 1
    return text[begin : at + 40]
