"""Sentences of another language than the post's, that nothing quotes, names or explains."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.letters import KANA_LETTER
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.foreign.on_purpose import at_home
from kouetsu_rules.seams.foreign.scripts import script_of
from kouetsu_rules.seams.foreign.simplified import simplified_only


class Passage(Struct, frozen=True):
    """A stretch of prose in another language."""

    prose: Prose
    start: int
    end: int


Verdict = Callable[[str], bool]

HAN = "一-鿿㐀-䶿"
KANA = "ぁ-んァ-ヶー"
HANGUL = "가-힣"
OTHER = "Ѐ-ӿ؀-ۿ฀-๿ऀ-ॿ֐-׿"
ENDS = r"[.!?。！？؟]"
# Words that hold a sentence together; names and titles have few.
ENGLISH = Pattern(
    r"(?<![A-Za-z@#/])[A-Z][A-Za-z'’]*(?:,? [A-Za-z0-9'’-]+){5,60}[.!?](?![A-Za-z0-9])"
)
ENGLISH_WORDS = frozenset(
    word
    for line in (
        "the a is are be been was to of you your that this it its in on for and or if when while",
        "always can should must not with we our they their will may has have before after as by",
        "from even also",
    )
    for word in line.split()
)
CHINESE = Pattern(rf"[{HAN}][{HAN}0-9A-Za-z，、“”：；]{{5,200}}[。！？]?")
# Function words of Chinese; Japanese compounds use few of them, and never two in eight signs.
CHINESE_SIGNS = Pattern("[的了是就也都在着很和吧呢把被]")
JAPANESE = Pattern(rf"[{KANA}{HAN}][{KANA}{HAN}0-9、・「」（）]{{9,300}}[。！？]?")
ALIEN = Pattern(rf"[{HANGUL}{OTHER}][{HANGUL}{OTHER} ,，]{{7,300}}{ENDS}?")
LEAST_KANA = 5
LEAST_HAN = 6
GREETING = 40
FAREWELL = Pattern(
    r"(?:Have an? (?:\w+ )?\w+|See you|Thanks?(?: you)?|Take care|Good(?:bye| night))\b"
)
LEAVE = 80
"""A farewell has no more letters."""

# What says that the words are another language's, or whose they are.
TOLD_JA = Pattern(
    r"英語|英文|原文|訳|中国語|韓国語|ハングル|ロシア語|フランス語|ドイツ語|という|と書|書いてあ|書かれ|引用|歌詞|名言|言葉|メッセージ"
    r"|エラー|出力|表示|次のとおり|次の通り|以下|例文|文章|一文|コメント|ライセンス|[:：]$"
)
# What a paragraph is about that holds several of them.
TRANSLATED = Pattern(r"訳(?:す|し|せ|文)|英文|英語|例文")
INTRODUCED = Pattern(r"[:：—–-]\s*$")
GLOSS = Pattern(r"\s*(?:[（(「“\"*–—=]|と(?:いう|書|言)|means|:)")
# A paragraph that is English throughout was put there on purpose.
LATIN_WORD = Pattern(r"[A-Za-z]{2,}")
JAPANESE_SIGN = Pattern("[ぁ-んァ-ヶ一-鿿]")
ALIEN_SIGN = Pattern(f"[{HANGUL}{OTHER}]")
NEXT = Pattern(r"\s*(?:[（(=]|と(?:いう|書|言))")
# The paragraph below a line that the author found somewhere, or sets his words on.
FOUND = Pattern(
    r"看板|掲示|[貼張]り紙|落書き|碑|(?:この|その)(?:一?[行文節]|言葉|歌|歌詞|詩|せりふ)|添削|訳す|訳せ|直訳"
)
FEW = 3
"""More passages than these are there on purpose."""
LETTERS = Pattern(r"[^\W\d_]")


def _is_latin(blocks: list[Prose]) -> bool:
    """Whether paragraphs are mostly in Latin letters; another script's language is not known.

    Comments and lists of links don't tell in which language a post is.
    """
    letters = [letter for prose in blocks for letter in LETTERS.findall(prose.text)]
    latin = [letter for letter in letters if letter < "\u0250"]
    return 2 * len(latin) >= len(letters)


def passages(post: Post) -> Iterator[Passage]:
    """The passages of a post in another language than its own."""
    blocks = [
        prose for prose in post.prose if prose.block is not None and prose.block.kind == "paragraph"
    ]
    patterns = _other_languages(post, blocks)
    told = TOLD_JA if post.is_japanese else INTRODUCED
    found = _joined(
        Passage(prose, *place.span())
        for number, prose in enumerate(blocks)
        for pattern, is_it in patterns
        for place in pattern.finditer(prose.text)
        if is_it(place.group()) and _unexplained(blocks, number, place, told)
    )
    if post.is_japanese:
        found = [
            passage
            for passage in found
            if _among_own(post, passage)
            and not _says_farewell(blocks, passage)
            and not _beside_third(blocks, passage)
        ]
    if len({passage.prose for passage in found}) <= FEW:
        yield from found


def _other_languages(post: Post, blocks: list[Prose]) -> list[tuple[Pattern, Verdict]]:
    """How a sentence of each language looks that the post may hold, and what makes sure of it."""
    if post.is_japanese:
        patterns: list[tuple[Pattern, Verdict]] = [(ENGLISH, _is_english)]
        every = "".join(post.signs)
        if any(map(_is_alien, every)):
            patterns.append((ALIEN, partial(_is_no_greeting, post)))
        return patterns
    if (
        not _titled_japanese(post)
        and _is_latin(blocks)
        and (post.contains(JAPANESE_SIGN) or post.contains(ALIEN_SIGN))
    ):
        return [(JAPANESE, _is_japanese), (CHINESE, _is_chinese), (ALIEN, _is_any)]
    return []


def _titled_japanese(post: Post) -> bool:
    """Whether its title or first heading is Japanese: then English is what it quotes."""
    first = next((prose.text for prose in post.prose if prose.in_heading), "")
    return KANA_LETTER.search(f"{post.title_text}\n{first}") is not None


def _joined(found: Iterable[Passage]) -> list[Passage]:
    """The passages; those that nothing but a sign parts are one."""
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if last and last.prose is passage.prose and passage.start - last.end <= 1:
            joined[-1] = Passage(passage.prose, last.start, passage.end)
        else:
            joined.append(passage)
    return joined


def _says_farewell(blocks: list[Prose], passage: Passage) -> bool:
    """Whether the post ends in it, and it takes leave."""
    words = passage.prose.text[passage.start : passage.end]
    return passage.prose is blocks[-1] and len(words) <= LEAVE and FAREWELL.match(words) is not None


def _beside_third(blocks: list[Prose], passage: Passage) -> bool:
    """Whether a paragraph in a third language stands beside it, as in notices for guests."""
    own, number = _tongue(passage.prose), blocks.index(passage.prose)
    beside = {_tongue(prose) for prose in blocks[max(0, number - 1) : number + 2]}
    return bool(own and beside - {own, ""})


def _tongue(prose: Prose) -> str:
    """What a paragraph that is not Japanese is written in; nothing where that can't be told."""
    text = prose.text
    if KANA_LETTER.search(text):
        return ""
    if ALIEN_SIGN.search(text):
        return "alien"
    if len(JAPANESE_SIGN.findall(text)) > LEAST_HAN and ("，" in text or simplified_only(text)):
        return "chinese"
    return "latin" if len(LATIN_WORD.findall(text)) > LEAST_KANA else ""


def _among_own(post: Post, passage: Passage) -> bool:
    """Whether Japanese stands beside the passage, or in what stands right before and after it.

    A part with a heading of its own in another language was written, or left, so on purpose.
    """
    text = passage.prose.text
    if JAPANESE_SIGN.search(text[: passage.start] + text[passage.end :]):
        return True
    own = post.prose.index(passage.prose)
    beside = (*post.prose[max(0, own - 1) : own], *post.prose[own + 1 : own + 2])
    return bool(beside) and all(JAPANESE_SIGN.search(prose.text) for prose in beside)


def _is_chinese(words: str) -> bool:
    han = sum(1 for sign in words if "一" <= sign <= "鿿")
    simplified = len(simplified_only(words))
    return (
        han >= LEAST_HAN and simplified + len(CHINESE_SIGNS.findall(words)) >= 2 and simplified > 0
    )


def _is_japanese(words: str) -> bool:
    return len(re.findall(f"[{KANA}]", words)) >= LEAST_KANA


def _is_alien(sign: str) -> bool:
    return "\u0400" <= sign <= "\u07ff" or "\u0900" <= sign <= "\u0eff" or "가" <= sign <= "힣"


def _is_any(words: str) -> bool:
    return True


def _is_no_greeting(post: Post, words: str) -> bool:
    """Whether it is more than a farewell in the language of the land that the post is about."""
    return len(words) > GREETING or not at_home(post, script_of(words[0]))


def _is_english(words: str) -> bool:
    each = words.rstrip(".!?").split()
    small = sum(word[0].islower() for word in each)
    known = len({word.lower().strip(",") for word in each} & ENGLISH_WORDS)
    return known >= 3 and small >= 0.75 * (len(each) - 1)


def _unexplained(blocks: list[Prose], number: int, place: re.Match[str], told: Pattern) -> bool:
    """Whether it stands as a sentence of its own that nothing introduces, quotes or translates."""
    prose = blocks[number]
    text, (start, end) = prose.text, place.span()
    if any(mark.start < end and start < mark.end for mark in prose.marks if mark.kind != "stars"):
        return False
    rest = text[:start] + text[end:]
    if told is TOLD_JA and TRANSLATED.search(rest):
        return False
    if told is TOLD_JA and len(LATIN_WORD.findall(rest)) > 5 and not KANA_LETTER.search(rest):
        return False
    if spoken(text, start) or GLOSS.match(text, end) or not _at_boundary(text, start, end):
        return False
    before = blocks[number - 1].text[-60:] if number else ""
    after = blocks[number + 1].text[:40] if number + 1 < len(blocks) else ""
    around = text[end : end + 60] + " " + text[max(0, start - 80) : start]
    # What introduces it ends the block before; what explains it begins the next.
    alone = not text[:start].strip()
    if told.search(around) or (alone and told.search(before[-30:].rstrip())):
        return False
    if text[end:].strip():
        return True
    return not (NEXT.match(after) or (alone and told is TOLD_JA and FOUND.search(after)))


def _at_boundary(text: str, start: int, end: int) -> bool:
    before, after = text[:start].rstrip(" "), text[end:]
    closed = text[end - 1] in "。！？.!?"
    begins = not before or before[-1] in "。！？.!?\n"
    return begins and (closed or not after.strip())
