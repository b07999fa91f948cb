"""The title dropped into fixed sentences: a template's slot for a subject holds a headline."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.places import occurrences
from kouetsu_rules.quoting import spoken
from kouetsu_rules.subject import SUMMARIES

# What makes a headline of a phrase, and no name: a count, a question, an address.
HEADLINE = Pattern(
    r"^\d+ (?:[A-Z]|\w+ [A-Z])|\b(?:How to|Why|What|When|That|Which|You|Your|Should|Need to|Ways to"
    r"|Tips|vs)\b|[?!]"
)
JAPANESE_HEADLINE = Pattern(
    r"[？?！!]$|(?:とは|方法|する|しよう|ましょう|ください|すべき|べき|たい|です|ます|だ)$"
)
# A noun with what qualifies it: a sentence on the subject has it, first and last.
PHRASE = Pattern(r"(?:方法|すること)$")
# What is released is a work, and its name may have two parts.
WORK = Pattern(
    r"公開|上映|放送|放映|配信|発売|刊行|出版|上演|連載|主演|監督|(?:映画|作品|小説|漫画|ゲーム)(?:だ|で[あすし])"
)
PARTICLE = Pattern(r"[をのにがはでと]|について|という(?!記事|本|題|タイトル|投稿)")
PARTS = Pattern(r"[ ]?[:：|｜–—][ ]?")
# Two parts of a headline; a sentence has no such sign.
DIVIDED = Pattern(r"[^\n]{2,}?(?:[ 　][-–—―|｜][ 　]|[：｜／]|[―─—]{1,2}|: )[^\n]{2,}")
SUBJECT = Pattern(
    r"は|が|とは|を|に(?:位置|あ|は)|の(?:要点|概要|ポイント|魅力|最新)|に関する|について"
    r"|において(?:最も)?(?:重要|大切|肝心|注意)"
)
# What tells in a summary that a template was given a headline.
TOLD = Pattern(
    r"の(?:要点|概要|ポイント|実用|最新)|に(?:関する|ついての?)|を(?:わかり|分かり|徹底|詳しく|解説|紹介|まとめ)|とは"
)
BEGINS = Pattern(r"(?:^|[。、！？!?\n]|[.!?,] )\s*$")
LONG_HEADLINE = 20
REACH = 24
WORDS, LETTERS = 4, 12
"""A headline has at least so many words, or letters of Japanese."""
TIMES, JAPANESE_TIMES, PHRASE_TIMES = 3, 2, 4


def dropped_titles(post: Post) -> Iterator[Span]:
    """The places in running sentences at which the title stands like a word."""
    title = _title(post)
    if post.is_japanese and DIVIDED.fullmatch(title):
        yield from _divided(post, title)
        yield from _summed_up(post, title)
    for words in dict.fromkeys((title, PARTS.split(title, 1)[0])):
        if post.is_japanese:
            long = len(words) >= LETTERS and JAPANESE_HEADLINE.search(words)
            least = PHRASE_TIMES if PHRASE.search(words) else JAPANESE_TIMES
        else:
            long = len(words.split()) >= WORDS and HEADLINE.search(words)
            least = TIMES
        if not long or post.text.count(words, post.body.start) < least:
            continue
        places = [(prose, at) for prose in post.prose for at in _within(prose, words)]
        if len(places) >= least:
            yield from (prose.span(at, at + len(words)) for prose, at in places)
            return


def _divided(post: Post, title: str) -> Iterator[Span]:
    """Sentences that begin with a title of two parts for their subject."""
    if post.text.find(title, post.body.start) < 0:
        return
    for prose in post.prose:
        text = prose.text
        if prose.block is None or prose.in_heading:
            continue
        for at in occurrences(text, title):
            end = at + len(title)
            marked = any(mark.start <= at < mark.end for mark in prose.marks)
            begins = BEGINS.search(text, max(0, at - 2), at)
            work = WORK.search(text, end, end + REACH)
            if begins and SUBJECT.match(text, end) and not marked and not work:
                yield prose.span(at, end)


def _summed_up(post: Post, title: str) -> Iterator[Span]:
    """Summaries that take a whole headline for a word."""
    for name in SUMMARIES:
        field = post.field(name)
        at = field.text.find(title) if field is not None and len(title) >= LONG_HEADLINE else -1
        if field is None or at < 0 or spoken(field.text, at):
            continue
        if TOLD.match(field.text, at + len(title)):
            yield field.span(at, at + len(title))


def _title(post: Post) -> str:
    """The title, or the headline of a body whose front matter stands elsewhere."""
    if post.title is not None:
        return post.title.text.strip()
    first = next((block for block in post.blocks if block.prose is not None), None)
    if first is None or first.kind != "heading" or first.level != 1 or first.prose is None:
        return ""
    return first.prose.text.strip()


def _within(prose: Prose, words: str) -> Iterator[int]:
    if prose.block is None or prose.in_heading:
        return
    text = prose.text
    for at in occurrences(text, words):
        before, after = text[:at], text[at + len(words) :]
        japanese = not words.isascii()
        within = PARTICLE.match(after) if japanese else _in_sentence(before, after)
        marked = any(mark.start <= at < mark.end for mark in prose.marks)
        if within and not marked and not spoken(text, at):
            yield at


def _in_sentence(before: str, after: str) -> bool:
    """Whether a small word stands before, or a small word goes on."""
    return before[-2:-1].islower() and before.endswith(" ") and not after.startswith('"')
