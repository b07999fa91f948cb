"""Slots that are no damage: readers are to fill them in, or the sentence speaks of the note."""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post
from kouetsu_rules.subject import subject

SLOT = r"[\[［【{][^\[\]［］【】{}\n]{1,30}[\]］】}]"
# Notes to whoever publishes the post ask for the same.
UNPUBLISHED = r"(?![^。\n]{0,200}(?:公開|投稿|掲載|入稿))"
TOLD = Pattern(
    r"\b(?i:replace|fill(?: in)?|change)\b(?![^.\n]{0,200}(?i:publish|\bpost))[^.\n]{0,40}"
    r"\b(?i:in (?:the )?(?:square |curly )?(?:brackets|braces)|(?:the|all|every) brackets?)\b"
    rf"|[\]］】}}][ ]?(?:[とや、・][ ]?{SLOT}[ ]?)*"
    r"(?:を|には?|の(?:部分|ところ|箇所|中身?)[をには]{1,2})、?"
    rf"{UNPUBLISHED}[^。\n]{{0,24}}?(?:[入置差書][れきし]?(?:替え|換え|かえ)|[当あ]て?はめ)"
)
# Texts to be copied, by what the post is called and filed under.
LETTERS = Pattern(
    r"\b(?:copy[- ](?:and|&)[- ]paste|can (?:just )?copy|cover letters?|templates?"
    r"|(?:e-?mail|letter|message) (?:examples?|samples?))\b",
    re.IGNORECASE,
)
# A post has one salutation of its own at most.
SALUTED = Pattern(
    r"^[ ]*(?:(?:Hi|Hello|Hey|Dear)[ ][\[{][^\[\]{}\n]{2,30}[\]}],?"
    r"|[\[［【][^\[\]［］【】\n]{1,12}[\]］】][ ]?(?:様|さま|さん)、?)[ ]*$",
    re.MULTILINE,
)
SEVERAL = 2
# Behind a note: the line tells of it.
BEHIND_NOTE = Pattern(
    r"[*_]{0,3}[ ]?(?:[がは]、?[^。、\n]{0,8}(?:残[っるり]|そのまま)|のまま|と(?:だけ|のみ)"
    r"|(?:という|といった)(?:一?[行文句]|注|印|メモ|指示|文字|言葉|表示|コメント|覚え書き)"
    r"|や[*_]{0,3}[（(【［\[])"
)
# Behind a note on figures: they are an example, which readers follow.
RECKONED = Pattern(
    r"[ ]?(?:を(?:例|使[いっう]|用い|もとに|題材)|で(?:考え|計算|練習|比べ|試し|見て))"
)


def for_readers(post: Post) -> bool:
    """Whether the fields of a post are its readers' to fill. Ask through ``post.derived``."""
    return (
        post.contains(TOLD)
        or LETTERS.search(post.derived(subject)) is not None
        or len(SALUTED.findall(post.text)) >= SEVERAL
    )


def spoken_of(after: str) -> bool:
    """Whether the sentence goes on to speak of the note before it."""
    return BEHIND_NOTE.match(after) is not None
