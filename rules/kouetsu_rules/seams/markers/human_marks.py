"""Signs that look like a generator's and are a person's: the end of a story, a count of letters."""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post, Prose

# Stories end so, in the signs of print; a generator's are those of a keyboard.
STORY_END = Pattern(
    r"[ \t]*(?:[―—–～]+[ ]*(?:THE )?END[ ]*[―—–～]*|[（【][ ]*(?:THE END|END"
    r"|(?:TO BE )?CONTINUED)[ ]*[）】])"
    r"[ \t]*"
)
# What is told of a work beside how long it is.
OF_A_WORK = Pattern(
    r"^[ \t]*(?:題名?|作品名?|書名|話数|部数|区分|ジャンル|掲載|連載|状態|完結|著者|作者"
    r"|執筆期間|枚数)[ ]?[:：]",
    re.MULTILINE,
)
# What is told of it where writers are wanted, or a prize is offered.
OF_A_CALL = Pattern(
    r"^[ \t]*(?:締め?切り?日?|期限|提出(?:先|方法|期限)|原稿料|報酬|稿料|単価|賞金?|応募\w{0,4}"
    r"|(?:応募|参加)資格|参加費|Deadline|Payment|Fee|Prizes?|Eligibility)[ ]?[:：]",
    re.MULTILINE,
)
WANTED = Pattern(
    r"募集|応募|公募|寄稿|コンクール|コンテスト|要項|(?i:call for|contest|submissions?)"
)
COUNT_ALONE = Pattern(r"[（(\[【]?(?:約|全|計)?\d[\d,，]*[ ]?(?:文字|字)[）)\]】]?")
"""Below an essay people write how long it is."""
CLOSING = "ここまで"
OPENING = "ここから"


def of_a_person(post: Post, prose: Prose, start: int, end: int, kind: str) -> bool:
    """Whether what stands there has its place in a text by a person."""
    sign = prose.text[start:end]
    if kind == "sentinel":
        if CLOSING in sign:
            # what is shown stands between two lines in the same signs
            return sign.replace(CLOSING, OPENING) in post.text
        return prose is post.prose[-1] and STORY_END.fullmatch(sign) is not None
    if kind == "length" and (":" in sign or "：" in sign):
        listed = prose.block is not None and prose.block.in_list
        told = OF_A_WORK.search(prose.text) is not None
        return listed or told or post.derived(calls_for_texts)
    return False


def calls_for_texts(post: Post) -> bool:
    """Whether the post asks its readers for texts: there it says how long they are to be."""
    titled = WANTED.search(post.title_text) is not None
    return titled or any(OF_A_CALL.search(prose.text) for prose in post.prose)
