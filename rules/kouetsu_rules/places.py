"""Places in prose that several typo rules ask for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from re import Match

from kouetsu.api import Block, Pattern, Post, Prose, Sentence, Span, Token
from kouetsu_rules.letters import has_letter

OPENING = "「『“\"'‘’（(【［[〈《`"
FAR = 400
"""How far a bracket around a place is looked for."""
CLOSING = "」』”\"'’）)】］]〉》`"


def matches(post: Post, pattern: Pattern) -> Iterator[tuple[Prose, Match[str]]]:
    """Where the pattern occurs in the prose, code and addresses left out."""
    if not post.may_hold(pattern):
        return
    for prose in post.texts:
        for found in pattern.compiled.finditer(prose.text):
            if not prose.opaque(*found.span()):
                yield prose, found


def sentence_matches(post: Post, pattern: Pattern) -> Iterator[tuple[Sentence, Match[str]]]:
    """As :func:`matches`, sentence by sentence, for rules that then ask for the words."""
    if not post.may_hold(pattern):
        return
    for prose in post.texts:
        if not pattern.compiled.search(prose.text):
            continue
        for sentence in prose.sentences:
            for found in pattern.finditer(sentence.text):
                start, end = (sentence.start + at for at in found.span())
                if not prose.opaque(start, end):
                    yield sentence, found


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where the words begin in the text, one behind the other."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def words_around(sentence: Sentence, offset: int) -> tuple[int, int] | None:
    """The indices of the words that meet at that offset of the sentence."""
    tokens = sentence.tokens
    right = bisect_left(tokens, offset, key=_start)
    if right == 0 or right == len(tokens):
        return None
    if tokens[right].start != offset or tokens[right - 1].end != offset:
        return None
    return right - 1, right


def word_at(sentence: Sentence, offset: int) -> int | None:
    """The index of the word that begins at that offset."""
    index = bisect_left(sentence.tokens, offset, key=_start)
    if index < len(sentence.tokens) and sentence.tokens[index].start == offset:
        return index
    return None


# What may follow a particle and nothing else: kanji, katakana, Latin, figures, a sign or the end of
# the text; hiragana only where a word is known, as any other may begin a noun (のど自慢, とこぶし).
AFTER_PARTICLE = Pattern(
    r"[^ぁ-ゟー]|$|は(?![ぁ-ゟ])|も(?:[、う]|$)|ついて|おい[てた]|おける|よ[りるっ]"
    r"|いう|いい|いえ|いった|いって|して|しても|もたらす|ある|ない|なる|ともに"
)
# の字, に組, へ音記号, と姉ちゃん, は行: a kana that is called by its name; にの給ふ is old.
NAMED_KANA = Pattern(
    r"[字組段号印様](?![^\W\d_a-zA-Zぁ-ヿ])|音記号|姉|給[はひふへ]|瓜|行(?![いうかきくけこっ]|[^\W\d_a-zA-Zぁ-ヿ])"
    r"|さん|ちゃん"
)


def particle_ends(text: str, at: int) -> bool:
    """Whether the kana before ``at`` is a particle, as far as what follows tells."""
    return AFTER_PARTICLE.match(text, at) is not None and NAMED_KANA.match(text, at) is None


def cited(text: str, start: int, end: int) -> bool:
    """Whether the range stands in brackets of its own: language that is written about."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before != "" and after != "" and before in OPENING and after in CLOSING


def in_markup(prose: Prose, start: int, end: int) -> bool:
    """Whether the range lies in one mark of another language than the text: code, a link, HTML."""
    return any(
        mark.kind in ("code", "opaque", "link", "image", "html")
        and mark.start <= start
        and end <= mark.end
        for mark in prose.marks
    )


def begins_bold(prose: Prose) -> bool:
    """Whether it begins in bold, as with a label."""
    return any(mark.start == 0 and mark.end > 0 for mark in prose.marked("strong"))


def is_bold(prose: Prose) -> bool:
    """Whether all of the text is bold, as of a line that stands for a heading."""
    text = prose.text.strip()
    marks = prose.marked("strong") if text else ()
    return any(prose.text[mark.start : mark.end].strip() == text for mark in marks)


def blocks_behind(post: Post, block: Block) -> Iterator[Block]:
    """What comes after a block, in order."""
    number = bisect_right(post.blocks, block.span.start, key=_begin)
    while number < len(post.blocks):
        yield post.blocks[number]
        number += 1


def line_around(text: str, start: int, end: int) -> Span:
    """The line around a range, no further than reads as one: a hostile line has a million signs."""
    begin = max(text.rfind("\n", 0, start) + 1, start - FAR)
    stop = text.find("\n", end, end + FAR)
    return Span(begin, stop if stop >= 0 else min(len(text), end + FAR))


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence around a range, as far as full stops and lines tell, and no further than FAR."""
    line = line_around(text, start, end)
    begin = max(text.rfind(sign, line.start, start) + 1 or line.start for sign in ("。", ". "))
    stops = (text.find(sign, end, line.end) for sign in ("。", ". "))
    return Span(begin, min((stop for stop in stops if stop >= 0), default=line.end))


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether the range stands within a pair of brackets of its line, closely around it or not."""
    return bracket_around(text, start, end) is not None


def bracket_around(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the innermost brackets around the range open and close, in its line and not far."""
    begin, stop = line_around(text, start, end)
    opened: list[int] = []
    for at in range(begin, start):
        if text[at] in "「『（(【《〈“":
            opened.append(at)
        elif text[at] in "」』）)】》〉”" and opened:
            opened.pop()
    depth = 0
    for at in range(end, stop) if opened else ():
        if text[at] in "「『（(【《〈“":
            depth += 1
        elif text[at] in "」』）)】》〉”":
            if not depth:
                return opened[-1], at
            depth -= 1
    return None


def glossed(text: str, start: int, end: int) -> bool:
    """Whether the range stands in brackets without Japanese on both sides of it: a quotation."""
    around = bracket_around(text, start, end)
    if around is None:
        return False
    opening, closing = around
    return not (has_letter(text[opening + 1 : start]) and has_letter(text[end:closing]))


def _begin(block: Block) -> int:
    return block.span.start


def _start(token: Token) -> int:
    return token.start
