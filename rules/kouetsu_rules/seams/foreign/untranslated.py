"""Paragraphs that a translation has left in English, here and there between Japanese ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Prose
from kouetsu_rules.letters import KANA_LETTER, has_letter
from kouetsu_rules.seams.foreign.passages import ENGLISH_WORDS

LEAST = 2
"""So many paragraphs, in two places or more: a single one may be a quotation."""
WORDS, KNOWN = 8, 4
WORD = Pattern(r"[A-Za-z][A-Za-z'’]*")
SENTENCE = Pattern(r"[a-z)\"'”][.!?:][\"'”)]?(?:\s|$)")
# Such a post sets the languages side by side, or shows what somebody wrote.
ON_ENGLISH = Pattern(
    r"対訳|和訳|英訳|英文|英作文|英会話|英単語|例文|原文|歌詞|TOEIC|英検|名言|スピーチ|プレスリリース"
)
INTRODUCED = Pattern(
    r"(?:英語|引用|(?:次|以下)の(?:よう|とおり|通り|文)|こう(?:書|あ|言|述)|曰く|いわく|書かれ|書いてあ|エラー|出力"
    r"|コメント|ライセンス|プロンプト|回答|返答|返事|メール|声明|メッセージ|文面)[^。]{0,14}。?$|[:：」]$"
)
# The same, of its title or tags.
QUOTED = Pattern(
    r"英語|英文|外国語|語学|[和対]訳|歌詞|看板|掲示|標識|[貼張]り紙|名言|格言|ことわざ"
)
# From the first to the last: a translation forgets some here and there.
BY_TURNS = Pattern(r"j{0,3}(?:ej){2,}ej{0,3}")
FEW = 4
"""Words of a line in English."""
ALIGNED = 0.7
"""The share of English runs that are followed by as many Japanese paragraphs: a bilingual post."""
HEADLINE = 9
"""Words: shorter English titles stand above Japanese posts on purpose."""
SOME = 6


class _Languages(Struct, frozen=True):
    """The English paragraphs between Japanese ones that nothing introduces."""

    english: tuple[Prose, ...] = ()
    places: int = 0
    aligned: int = 0


def untranslated(post: Post) -> Iterator[Prose]:
    """Paragraphs wholly in English, where the post is Japanese and no quotation explains them."""
    if not post.is_japanese or post.contains(ON_ENGLISH):
        return
    found = post.derived(_languages)
    if len(found.english) >= LEAST and found.places > 1 and not bilingual(post):
        yield from found.english


def bilingual(post: Post) -> bool:
    """Whether the post says the same in English and Japanese by turns, or quotes by habit."""
    found = post.derived(_languages)
    same = found.places > 1 and found.aligned >= ALIGNED * found.places
    return same or post.derived(_quotes)


def _quotes(post: Post) -> bool:
    """Whether lines of English are what the post is about: its title says so, or each of several
    has one paragraph of Japanese below it."""
    if any(QUOTED.search(title) for title in (post.title_text, *_headlines(post))):
        return True
    kinds = "".join(_language(prose) for prose in post.prose)
    return BY_TURNS.fullmatch(kinds) is not None


def _headlines(post: Post) -> Iterator[str]:
    """The headings that stand for a title."""
    for block in post.blocks:
        if block.kind == "heading" and block.level == 1 and block.prose is not None:
            yield block.prose.text


def _language(prose: Prose) -> str:
    """``e`` and ``j`` for paragraphs of either language, else nothing."""
    if prose.block is None or prose.block.kind != "paragraph":
        return ""
    if KANA_LETTER.search(prose.text):
        return "j"
    return "e" if len(WORD.findall(_said(prose))) >= FEW else ""


def _languages(post: Post) -> _Languages:
    kinds = [(_kind(prose), prose) for prose in post.prose]
    kinds = [each for each in kinds if each[0] is not None]
    runs = [(kind, [prose for _, prose in run]) for kind, run in groupby(kinds, lambda it: it[0])]
    english: list[Prose] = []
    places = aligned = 0
    for number, (kind, run) in enumerate(runs):
        if kind != "english" or number == len(runs) - 1:
            continue
        places += 1
        aligned += len(runs[number + 1][1]) == len(run) and _as_long(run, runs[number + 1][1])
        before = runs[number - 1][1][-1].text if number else ""
        if before and not INTRODUCED.search(before.rstrip()[-30:]):
            english += run
    return _Languages(tuple(english), places, aligned)


def _as_long(run: list[Prose], after: list[Prose]) -> bool:
    """Whether the Japanese may say the same as the English before it."""
    english = sum(len(prose.text) for prose in run)
    japanese = sum(len(prose.text) for prose in after)
    return english / 4 < japanese < english


def _kind(prose: Prose) -> str | None:
    """``english`` and ``japanese`` for paragraphs of either language, else nothing."""
    block = prose.block
    if block is None or block.kind != "paragraph":
        return None
    if KANA_LETTER.search(prose.text):
        return "japanese" if len(KANA_LETTER.findall(prose.text)) > SOME else None
    words = [word.lower() for word in WORD.findall(_said(prose))]
    english = len(words) >= WORDS and len(ENGLISH_WORDS.intersection(words)) >= KNOWN
    return "english" if english and SENTENCE.search(prose.text) and not block.in_list else None


def _said(prose: Prose) -> str:
    """The text without code, pictures and the like."""
    text = prose.text
    for mark in reversed(prose.marks):
        if mark.kind in ("code", "opaque", "image", "html"):
            text = f"{text[: mark.start]} {text[mark.end :]}"
    return text


def foreign_title(post: Post) -> Prose | None:
    """An English headline over a Japanese one: the title of the source, not of the post."""
    title = post.title
    if title is None or not post.is_japanese or has_letter(title.text):
        return None
    words = WORD.findall(title.text)
    small = sum(word[0].islower() for word in words)
    known = ENGLISH_WORDS.intersection(word.lower() for word in words)
    if len(words) < HEADLINE or small < len(words) / 4 or not known:
        return None
    if any(_kind(prose) == "english" for prose in post.prose):
        return None  # the post is written in both languages
    first = next((block for block in post.blocks if block.kind == "heading"), None)
    return title if first is not None and _translates(first) else None


def _translates(heading: Block) -> bool:
    text = heading.prose.text if heading.prose is not None else ""
    return heading.level == 1 and len(text) >= WORDS and KANA_LETTER.search(text) is not None
