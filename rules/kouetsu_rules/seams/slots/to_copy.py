"""Slots that are no damage: readers are to fill them in, or the sentence speaks of the note."""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post
from kouetsu_rules.subject import subject

SLOT = r"[\[［【{][^\[\]［］【】{}\n]{1,30}[\]］】}]"
# Notes to whoever publishes the post ask for the same.
UNPUBLISHED = r"(?![^。\n]{0,200}(?:公開|投稿|掲載|入稿))"
TOLD = Pattern(
    r"\b(?i:replace|fill(?: in)?|change|swap|substitute|edit|adapt|personali[sz]e)\b"
    r"(?![^.\n]{0,200}(?i:publish|\bpost))[^.\n]{0,40}"
    r"\b(?i:in (?:the )?(?:square |curly )?(?:brackets|braces)|bracketed"
    r"|(?:the|all|every) (?:square )?brackets?)\b"
    rf"|[\]］】}}][ ]?(?:[とや、・][ ]?{SLOT}[ ]?)*"
    r"(?:を|には?|の(?:部分|ところ|箇所|中身?)[をには]{1,2})、?"
    rf"{UNPUBLISHED}[^。\n]{{0,24}}?(?:[入置差取言書][れきしりい]?(?:替え|換え|かえ)|おきかえ|[当あ]て?はめ"
    r"|(?:自分|あなた|相手)の[^。\n]{0,12}(?:入れ|書|変え|直))"
    rf"|(?:かっこ|カッコ|括弧)の(?:中身?|部分)[をにはだけ]{{1,3}}{UNPUBLISHED}[^。\n]{{0,24}}"
    r"(?:替え|換え|かえ|変え|入れ|はめ)"
)
# Texts to be copied, by what the post is called and filed under.
LETTERS = Pattern(
    r"\b(?:copy[- ](?:and|&)[- ]paste|can (?:just )?(?:copy|steal|send)|cover letters?|templates?"
    r"|(?:e-?mail|letter|message|reply|phone) (?:examples?|samples?|scripts?))\b",
    re.IGNORECASE,
)
# A post has one salutation of its own at most.
SALUTED = Pattern(
    r"^[ ]*(?:(?:Hi|Hello|Hey|Dear)[ ][\[{][^\[\]{}\n]{2,30}[\]}],?"
    r"|[\[［【][^\[\]［］【】\n]{1,12}[\]］】][ ]?(?:様|さま|さん)、?)[ ]*$",
    re.MULTILINE,
)
SEVERAL = 2

NOTE = r"[*_]{0,3}[（(\[【［][^（）()\[\]【】\n]{1,30}[）)\]】］][*_]{0,3}"
BEHIND_NOTE = Pattern(
    rf"[*_]{{0,3}}[ ]?(?:[やと、・][ ]?{NOTE}[ ]?)*"
    r"(?:[がは]、?[^。、\n]{0,8}(?:残[っるり]|消え(?:ず|な)|そのまま)|のまま|と(?:だけ|のみ)"
    r"|という(?:一?[行文句]|注|印|メモ|指示|文字|言葉|表示|コメント|覚え書き|指定)|などと(?:書|い)"
    r"|といった(?:一?[行文句]|注|印|メモ|指示|文字|言葉|コメント|覚え書き)|を(?:見つけ|検索|消し忘))"
)
# Where such a note is to be put.
BEFORE_NOTE = Pattern(r"(?:ところ|箇所)に(?:は|だけ)?、?[*_]{0,3}$")
# Behind a note on figures: they are an example, which readers follow.
RECKONED = Pattern(
    r"[ ]?(?:を(?:例|使[いっう]|用い|もとに|題材)|で(?:考え|計算|練習|比べ|試し|見て))"
)


def for_readers(post: Post) -> bool:
    """Whether the fields of a post are its readers' to fill. Ask through ``post.derived``."""
    return (
        TOLD.search(post.text) is not None
        or LETTERS.search(post.derived(subject)) is not None
        or len(SALUTED.findall(post.text)) >= SEVERAL
    )


def spoken_of(before: str, after: str) -> bool:
    """Whether a sentence has the note between its parts for its subject."""
    return BEHIND_NOTE.match(after) is not None or BEFORE_NOTE.search(before) is not None
