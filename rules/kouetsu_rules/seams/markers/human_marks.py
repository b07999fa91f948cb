"""Signs that look like a generator's and are a person's: the end of a story, a count of letters."""

from __future__ import annotations

import re
from bisect import bisect_left

from kouetsu.api import Block, Pattern, Post, Prose
from kouetsu_rules.subject import CALL, mentions

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
# What the author of a long work writes of it; a post on it is shorter.
WRITING = Pattern(
    r"小説|長編|短編|連作|連載|脱稿|推敲|初稿|第[一二三四五]稿|物語|戯曲|脚本|翻訳|卒論"
    r"|(?:卒業|修士|博士)論文|同人誌|自費出版"
)
DIGITS = Pattern(r"\d[\d,，]{0,12}")
# What is told of it where writers are wanted, or a prize is offered.
OF_A_CALL = Pattern(
    r"^[ \t]*(?:締め?切り?日?|期限|提出(?:先|方法|期限)|原稿料|報酬|稿料|単価|賞金?|応募\w{0,4}"
    r"|(?:応募|参加)資格|参加費|Deadline|Payment|Fee|Prizes?|Eligibility)[ ]?[:：]",
    re.MULTILINE,
)
WANTED = Pattern(rf"{CALL}|(?i:call for|contest|submissions?)")
COUNT_ALONE = Pattern(
    r"[（(\[【]?(?:約|全|計)?\d[\d,，]*[ ]?(?:文字|字|words?)[）)\]】]?", re.IGNORECASE
)
"""Below an essay people write how long it is."""
OPENERS = "（([【〔＜<《"
LONGER = 2
"""A count that is so many times the post's length is that of another text."""
# What the count of a bracket belongs to: a work, its paper, or what readers are to send.
OF_A_FORM = Pattern(
    # 小説風に is an order
    r"(?:小説|掌編|短編|ショートショート|随筆|エッセイ|童話|物語|脚本|戯曲|詩(?=[）】、])|短歌|俳句|作文"
    r"|感想)(?![風調])|原稿用紙|[字枚]詰|縦書き|横書き"
)
# What only an order for a text, or the report on one, says beside the count.
ORDERED = Pattern(
    r"^\W*以上|ここまで|word count"
    r"|文字数|題は|タイトル|見出し|導入|結論|結び|要約|概要|記事|本文|文章|完全版|省略|同様|執筆|出力|生成|程度|目安|想定|トークン|残り|以降|続"
    r"|\d[ ]?[-~～〜–—][ ]?\d|tokens?",
    re.IGNORECASE,
)
# Authors tell readers so, too.
TOLD_LENGTH = Pattern(r"\W*(?:この|本)\w{1,5}は")
CLOSING = "ここまで"
OPENED = Pattern(
    r"^[ \t]*(?P<frame>[-=—–―*_#~])(?P=frame)+[ ]*(?:本文|記事|原稿)?(?:は|、)?ここから",
    re.MULTILINE,
)
# A serial breaks off so, and goes on another day.
TO_COME = Pattern(r"\W*(?:続く|(?:TO BE )?CONTINUED)\W*")
# A generator's sign is one piece; these words people set between dashes as well.
ONE_PIECE = Pattern(r"(?<!-)-{3,}+END(?:-{2,}|$|\*)")
TYPED = Pattern(r"\W*(?:(?:THE )?END|(?:TO BE )?CONTINUED|START|BEGIN|続く|ここまで|終了)\W*")
SETS_OUT = Pattern(r"\W*(?:START|BEGIN)\W*")
# Another word between dashes: then they are what the author sets his headings in.
FRAMED = Pattern(
    r"^[ \t]*(?P<frame>[-=—–―*_~])(?P=frame)+[ ]*(?P<word>[^\W_][^\n]{0,18}[^\W_])[ ]*"
    r"(?P=frame){2,}[ \t]*$",
    re.MULTILINE,
)
OUR_WORDS = Pattern(
    r"(?:END|EOF|CONTINUED?|TO BE|START|BEGIN)\b.*|(?:記事|本文|出力|原稿).*"
    r"|.*(?:終了|ここまで)|続く"
)
# What stands below the end of a story: words of its author.
AFTERWORD = Pattern(
    r"あとがき|後書き|お読み|読んで|ありがとう|ご愛読|次回|次の(?:話|作品)|作者|筆者|感想|追記|初出"
    r"|P\.?S\b|[Tt]hank|[Aa]fterword"
)


def of_a_person(post: Post, prose: Prose, start: int, end: int, kind: str) -> bool:
    """Whether what stands there has its place in a text by a person."""
    sign = prose.text[start:end]
    if kind == "sentinel":
        if CLOSING in sign:
            # what is shown stands between two lines in the same signs
            return _opened(post, prose, sign)
        if not _closes(post, prose):
            return False
        if prose is post.prose[-1] and TO_COME.fullmatch(sign) and not sign.startswith("["):
            return True
        if SETS_OUT.fullmatch(sign) and post.derived(_frames_headings):
            return True
        return STORY_END.fullmatch(sign) is not None and ends_story(post, prose)
    if kind == "length":
        return _of_a_work(post, prose, sign)
    return False


def doubtful_sentinel(sign: str) -> bool:
    """Whether people set such a sign, too, where nothing else shows a generator."""
    return TYPED.fullmatch(sign) is not None and ONE_PIECE.search(sign) is None


def doubtful_length(sign: str) -> bool:
    """Whether a count in brackets may be that of a text which people wrote."""
    if COUNT_ALONE.fullmatch(sign.strip("*_ ")) or TOLD_LENGTH.match(sign):
        return True
    return sign.lstrip("*_ ")[:1] in OPENERS and ORDERED.search(sign) is None


def _opened(post: Post, prose: Prose, sign: str) -> bool:
    """Whether a line above opens what this one closes, whatever it calls it."""
    at = post.derived(_openings).get(sign.strip("* ")[:1])
    return at is not None and at < prose.whole.start


def _openings(post: Post) -> dict[str, int]:
    """Where a line first opens what is shown, by the sign that frames it."""
    found: dict[str, int] = {}
    for opening in OPENED.finditer(post.text, *post.body):
        found.setdefault(opening["frame"], opening.start())
    return found


def _frames_headings(post: Post) -> bool:
    return any(not OUR_WORDS.fullmatch(place["word"]) for place in FRAMED.finditer(post.text))


def _closes(post: Post, prose: Prose) -> bool:
    """Whether the paragraph above is no sentence that was cut."""
    at = bisect_left(post.blocks, prose.whole.start, key=_start) - 1
    above = post.blocks[at].prose if at >= 0 and post.blocks[at].kind == "paragraph" else None
    if above is None or above.whole == prose.whole or "。" not in above.text:
        return True
    return not above.text.rstrip()[-1:].isalnum()


def ends_story(post: Post, prose: Prose) -> bool:
    """Whether nothing stands below but words of the author."""
    at = bisect_left(post.blocks, prose.whole.end, key=_start)
    below = next((block for block in post.blocks[at:] if block.kind != "rule"), None)
    if below is None:
        return True
    return below.prose is not None and AFTERWORD.search(below.prose.text) is not None


def _start(block: Block) -> int:
    return block.span.start


def _of_a_work(post: Post, prose: Prose, sign: str) -> bool:
    """Whether letters of another text are counted than of the post that stands there."""
    if ":" not in sign and "：" not in sign:
        return OF_A_FORM.search(sign) is not None or post.derived(calls_for_texts)
    listed = prose.block is not None and prose.block.in_list
    if listed or OF_A_WORK.search(prose.text) or post.derived(calls_for_texts):
        return True
    number = DIGITS.search(sign)
    counted = int(number.group().replace(",", "").replace("，", "")) if number else 0
    longer = counted > LONGER * (len(post.text) - post.body.start)
    return longer and mentions(post, WRITING)


def calls_for_texts(post: Post) -> bool:
    """Whether the post asks its readers for texts: there it says how long they are to be."""
    titled = WANTED.search(post.title_text) is not None
    return titled or any(OF_A_CALL.search(prose.text) for prose in post.prose)
