"""Stretches of a Japanese post that are written in Chinese: sentences, paragraphs, items."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.letters import KANA_LETTER, is_han
from kouetsu_rules.quoting import QUOTED, spoken
from kouetsu_rules.seams.foreign.chinese import (
    about_the_land,
    simplified,
    writes_in_chinese,
)


class Stretch(Struct, frozen=True):
    """A stretch of Chinese; ``meant`` where the post quotes, names or translates it."""

    prose: Prose
    start: int
    end: int
    certain: bool
    meant: bool


# Only Chinese of today says so; verses and classics do not.
MODERN = Pattern("[的们这么吗呢吧很您你她它]|那[个些样是]|个(?!人)")
# Each of these stands in older texts, too.
COMMON = Pattern("[了在是着被会能对]")
COMMA = "，"
TITLE = Pattern("《[^《》]{0,80}》|〈[^〈〉]{0,80}〉")
CLAUSE = Pattern("[^，。！？；、\n]+")
LETTERS = Pattern("[A-Za-z0-9]")
VERSE = (4, 5, 7)
"""All clauses of a verse have so many characters."""
LONGEST = 9
"""No clause of older poems and of the classics has more."""
PIECE = Pattern("[^。！？\n]+[。！？\n]?")
LEAST_HAN, SURE_HAN = 8, 12
LEAST, SURE = 2, 3
"""Different characters that Chinese alone is written with."""
BESIDE_HAN = 4
# Who sets a text in another language on purpose says before or behind it what it is,
NAMED = Pattern(
    r"中国|中文|簡体|繁体|漢詩|漢文|書き下し|原文|訳|意味|という|引用|歌詞|詩|名言|格言|例文|看板|掲示|[貼張]り紙|碑"
    r"|一節|サビ|口ずさ|(?:この|その)(?:[行文]|言葉|歌)|(?:そう|こう|と)(?:書|言|話|記|叫|残)|書いてあ|書かれ"
)
# or ends in what leads to it.
LED_TO = Pattern(
    r"(?:文章|言葉|歌|メッセージ|メール|返[事信答]|コメント|レビュー|投稿|エラー|出力|表示|プロンプト"
    r"|(?:次|以下|下記)の)[^。]{0,14}。?$|[:：「『]$"
    # what bears words
    r"|(?:紙|札|板|幕|メモ|ノート|手帳|チラシ|ポスター|ラベル|説明書|パッケージ|画面|ツイート|微博)に[^。]{0,20}。$"
    r"|(?:電話|着信|README|声|字が|黒板|裏返|こうな)[^。]{0,20}。(?:[^。]{1,14}。)?$"
)
SPEECH = Pattern(r"\s*[―—─–]")
"""In a story somebody says what follows a dash."""
SENTENCE_END = Pattern("[。！？]")
NUMBER = Pattern("[0-9０-９]+")
SHARED, SHARED_PART = 3, 0.12
"""Characters and figures that a note and its translation have in common at least."""
GLOSS = Pattern(r"\s*[（(=＝→」』]")
NEAR = 40
OTHER = Pattern("[가-힣]{2}|(?:[A-Za-z]+[, ]+){5}")
# A note for those who read no Japanese.
FOR_READERS = Pattern("中文(?:版|[说說]明|[读讀]者|用[户戶]|介[绍紹])|日[语語文]版")
ALIGNED = 0.7


def chinese_passages(post: Post) -> tuple[Stretch, ...]:
    """The stretches of Chinese in a post that is Japanese, in their order."""
    return post.derived(_stretches)


def _stretches(post: Post) -> tuple[Stretch, ...]:
    foreign = post.derived(simplified)
    if not post.is_japanese or len(foreign) < LEAST:
        return ()
    said = [_said(prose) for prose in post.texts]
    whole = _whole(post, said, foreign)
    chains = _chains(whole)
    old = (n for n, text in enumerate(said) if not KANA_LETTER.search(text) and _is_old(text))
    found = [_stretch(post.texts[n], meant=True) for n in old if n not in whole]
    purpose = writes_in_chinese(post) or _by_turns(post.texts, chains, whole)
    found += _sentences(post, said, foreign, purpose=purpose)
    found += _blocks(post, chains, said, foreign, purpose=purpose)
    return tuple(sorted(found, key=lambda stretch: stretch.prose.whole))


def _blocks(
    post: Post, chains: list[list[int]], said: list[str], foreign: set[str], *, purpose: bool
) -> Iterator[Stretch]:
    """The blocks that are Chinese throughout."""
    meant = [purpose or _is_meant(post, chain, said) for chain in chains]
    sure = [
        not is_meant and _are_sure(post, chain, said, foreign)
        for chain, is_meant in zip(chains, meant, strict=True)
    ]
    # One block may be a quotation that the page sets off; nobody leaves two without a word.
    several = sum(sure) > 1
    for chain, is_meant, is_sure in zip(chains, meant, sure, strict=True):
        for prose in (post.texts[number] for number in chain):
            certain = is_sure and (several or prose.field is not None)
            yield _stretch(prose, certain=certain, meant=is_meant)


def _is_meant(post: Post, chain: list[int], said: list[str]) -> bool:
    """Whether what stands around blocks, or they themselves, say why they are Chinese."""
    first = said[chain[0]]
    before = said[chain[0] - 1] if chain[0] else ""
    after = said[chain[-1] + 1] if chain[-1] + 1 < len(said) else ""
    return (
        _is_told(before[-NEAR:], after[:NEAR])
        or (len(chain) == 1 and FOR_READERS.search(first) is not None)
        or _is_third(before)
        or _is_third(after)
        or SPEECH.match(first) is not None
        or _is_pair(post, chain, said)
    )


def _are_sure(post: Post, chain: list[int], said: list[str], foreign: set[str]) -> bool:
    proses = [post.texts[number] for number in chain]
    sure = any(_is_sure(said[number], foreign) for number in chain)
    return sure and not _may_be_meant(post, proses) and not about_the_land(post)


def _stretch(prose: Prose, *, certain: bool = False, meant: bool) -> Stretch:
    """All of a block."""
    return Stretch(prose, *_letters(prose.text, 0, len(prose.text)), certain, meant)


def _said(prose: Prose) -> str:
    """The text with code, links and pictures hidden, at the same places."""
    signs = list(prose.text)
    for mark in prose.marks:
        if mark.kind in ("code", "opaque", "link", "image", "html"):
            signs[mark.start : mark.end] = " " * (mark.end - mark.start)
    return "".join(signs)


def _is_chinese(text: str, foreign: set[str]) -> bool:
    """Whether it says something in the Chinese of today: titles, names and verses do not."""
    if len(foreign.intersection(text)) < LEAST:
        return False
    own = QUOTED.sub(" ", TITLE.sub(" ", text))
    if _han(own) < LEAST_HAN or len(foreign.intersection(own)) < LEAST:
        return False
    return _is_modern(own) and not _is_old(own)


def _is_modern(text: str) -> bool:
    return MODERN.search(text) is not None or len(set(COMMON.findall(text))) > 1


def _is_old(text: str) -> bool:
    """Whether it may be a poem, or of the classics, which are quoted as they stand."""
    clauses = [len(clause.strip()) for clause in CLAUSE.findall(text) if clause.strip()]
    if len(clauses) < 2 or LETTERS.search(text) or _han(text) < LEAST_HAN:
        return False
    verse = len(set(clauses)) == 1 and clauses[0] in VERSE
    if COMMA not in text:  # Japanese lists things with 、
        return verse and "\n" in text
    return verse or (max(clauses) <= LONGEST and not _is_modern(text))


def _han(text: str) -> int:
    return sum(map(is_han, text))


def _is_sure(text: str, foreign: set[str]) -> bool:
    return _han(text) >= SURE_HAN and len(foreign.intersection(text)) >= SURE


def _whole(post: Post, said: list[str], foreign: set[str]) -> set[int]:
    """The numbers of the blocks that are Chinese throughout.

    Headlines and items beside them belong to them that are written as Chinese is.
    """
    whole = {
        number
        for number, text in enumerate(said)
        if not KANA_LETTER.search(text) and _is_chinese(text, foreign)
    }
    for order in (range(len(said)), range(len(said) - 1, -1, -1)):
        for last, number in pairwise(order):
            in_body = not (post.texts[last].field or post.texts[number].field)
            belongs = last in whole and in_body and _may_belong(said[number], foreign)
            if belongs and not _is_old(said[number]):
                whole.add(number)
    for number in range(1, len(said) - 1):
        text = said[number]
        if {number - 1, number + 1} <= whole and _han(text) and not KANA_LETTER.search(text):
            whole.add(number)
    return whole


def _may_belong(text: str, foreign: set[str]) -> bool:
    """Whether it is Chinese where it stands beside Chinese."""
    sign = COMMA in text or not foreign.isdisjoint(text)
    return sign and not KANA_LETTER.search(text) and _han(text) >= BESIDE_HAN


def _may_be_meant(post: Post, proses: list[Prose]) -> bool:
    """Whether it is a part of its own for readers of Chinese, or greets them."""
    at_edge = post.prose[0] in proses or post.prose[-1] in proses
    return at_edge or any(prose.in_heading for prose in proses)


def _is_third(text: str) -> bool:
    """Whether it is a paragraph in a language besides these two, as notices for guests have."""
    return not KANA_LETTER.search(text) and OTHER.search(text) is not None and not _han(text)


def _chains(whole: set[int]) -> list[list[int]]:
    """What follows one upon the other."""
    chains: list[list[int]] = []
    for number in sorted(whole):
        if chains and chains[-1][-1] == number - 1:
            chains[-1].append(number)
        else:
            chains.append([number])
    return chains


def _by_turns(texts: tuple[Prose, ...], chains: list[list[int]], whole: set[int]) -> bool:
    """Whether as much Japanese follows each time: the post says all in both languages."""
    aligned = 0
    for chain in chains:
        japanese = []
        for number in range(chain[-1] + 1, len(texts)):
            if number in whole or texts[number].in_heading:
                break
            japanese.append(texts[number].text)
        ours, theirs = sum(map(len, japanese)), sum(len(texts[number].text) for number in chain)
        aligned += len(japanese) == len(chain) and 0.7 * theirs < ours < 3 * theirs
    return len(chains) > 1 and aligned >= ALIGNED * len(chains)


def _is_pair(post: Post, chain: list[int], said: list[str]) -> bool:
    """Whether the blocks right before it, or behind it, say the same in Japanese."""
    count = len(chain)
    theirs = [said[number] for number in chain]
    for first in (chain[0] - count, chain[-1] + 1):
        if first < 0 or first + count > len(said):
            continue
        proses = post.texts[first : first + count]
        if not any(prose.field or prose.in_heading for prose in proses):
            ours = said[first : first + count]
            if all(map(_says_the_same, ours, theirs)):
                return True
    return False


def _says_the_same(ours: str, theirs: str) -> bool:
    """Whether two blocks have as many sentences, and characters or figures in common."""
    if not KANA_LETTER.search(ours):
        return False
    counts = (len(SENTENCE_END.findall(text)) for text in (ours, theirs))
    known = {sign for sign in theirs if is_han(sign)}.union(NUMBER.findall(theirs))
    common = known.intersection((*ours, *NUMBER.findall(ours)))
    return len(set(counts)) == 1 and len(common) >= max(SHARED, SHARED_PART * len(known))


def _sentences(
    post: Post, said: list[str], foreign: set[str], *, purpose: bool
) -> Iterator[Stretch]:
    """Sentences of Chinese beside Japanese in the same block."""
    for prose, text in zip(post.texts, said, strict=True):
        if len(foreign.intersection(text)) < LEAST or not KANA_LETTER.search(text):
            continue
        pieces = [found.span() for found in PIECE.finditer(text)]
        beside = [_may_belong(text[slice(*piece)], foreign) for piece in pieces]
        for _, run in groupby(zip(beside, pieces, strict=True), lambda each: each[0]):
            parts = [piece for _, piece in run]
            start, end = parts[0][0], parts[-1][1]
            own = text[start:end]
            old = _is_old(own)
            if not old and not any(_is_chinese(text[slice(*part)], foreign) for part in parts):
                continue
            sure = _is_sure(own, foreign) and not about_the_land(post)
            near = text[max(0, start - NEAR) : start], text[end : end + NEAR]
            meant = old or purpose or spoken(text, start) or _is_told(*near)
            yield Stretch(prose, *_letters(text, start, end), sure, meant)


def _is_told(before: str, after: str) -> bool:
    """Whether Japanese right before it or behind it says what it is."""
    if KANA_LETTER.search(after) and (NAMED.search(after) or GLOSS.match(after)):
        return True
    before = before.rstrip()
    return bool(KANA_LETTER.search(before) and (NAMED.search(before) or LED_TO.search(before)))


def _letters(text: str, start: int, end: int) -> tuple[int, int]:
    """From the first letter to the last, and the full stop behind it."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "。！？"):
        end -= 1
    return start, end
