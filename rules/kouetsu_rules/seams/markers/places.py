"""Where generation markers stand in a post: found once, for all rules of seams."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Mark, Pattern, Post, Prose, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.places import is_bold
from kouetsu_rules.seams.markers.bare_numbers import bare_numbers
from kouetsu_rules.seams.markers.citations import (
    CITATION,
    CITING_TAG,
    LINKED,
    OPENS,
    REDIRECT,
)
from kouetsu_rules.seams.markers.human_marks import ends_story, of_a_person
from kouetsu_rules.seams.markers.talk import SAID, stands_alone, talked_of
from kouetsu_rules.shown import code_spans, said, within

DEPTH = 6
"""How deep marks are nested, with room to spare."""


class Marker(Struct, frozen=True):
    """A marker. ``alone``: nothing but it stands on its line; ``cuts``: text was cut there.

    ``start`` and ``end`` are its offsets in ``prose``, where it stands in prose.
    """

    span: Span
    kind: str
    alone: bool
    cuts: bool
    prose: Prose | None = None
    start: int = 0
    end: int = 0


# The signs that generators frame such words with.
FRAME = r"[-=—–―*_#~]"
SENTINEL = Pattern(
    # From the start of a run of signs and never back: a line may be a million of them.
    rf"(?<!{FRAME}){FRAME}{{2,}}+[ ]*(?:END|EOF|CONTINUED?|TO BE CONTINUED|START|BEGIN)"
    rf"(?:[ _-](?:OF[ _-])?(?:ARTICLE|POST|TEXT|OUTPUT|DOCUMENT|FILE|CONTENT|SECTION|PART))?"
    rf"(?:[ ]*{FRAME}{{2,}}|(?=[ \t]*$))"
    r"|^[ \t]*[\[<【（(][ ]*(?:END|EOF|CONTINUED?|TO BE CONTINUED|END OF [A-Z]+)[ ]*"
    r"[\]>】）)][ \t]*$"
    rf"|^[ \t]*{FRAME}{{3,}}[ ]*(?:終了|記事(?:終了|終わり|開始|本文|ここまで|ここから)"
    rf"|本文(?:終了|開始|ここまで|ここから)|出力(?:終了|開始)|ここまで|続く)[ ]*"
    rf"{FRAME}{{3,}}[ \t]*$"
    r"|^[ \t]*[\[【][ ]*(?:記事|本文|原稿)(?:の)?(?:終了|終わり|おわり|開始|始まり|ここまで"
    r"|ここから)[ ]*[\]】][ \t]*$",
    re.MULTILINE,
)
# What scripts cut an answer at. People name the parts of a talk and of a market so, too.
SEGMENT = Pattern(
    r"^[ \t]*(?:[-=#*_]{2,}|\[)[ ]*(?:END[ _-]OF[ _-])?(?:SEGMENT|CHUNK)"
    r"(?:[ _-]?\d{1,2}|[ _-](?:END|START|BREAK))?[ ]*(?:[-=#*_]{2,}|\])[ \t]*$"
    r"|^[ \t]*(?:\[\[|\{\{?)[ ]*(?:END|EOF|CONTINUE)[ ]*(?:\]\]|\}\}?)[ \t]*$"
    r"|^[ \t]*END_OF_(?:ARTICLE|TEXT|OUTPUT|POST|DOCUMENT)[ \t]*$",
    re.MULTILINE,
)
BARE = Pattern(r"END|EOF|CONTINUE")
TOKEN = Pattern(
    # any name: each family of models has its own
    r"<[|｜][a-z]{2,}(?:[_▁]?[a-z]+){0,5}[|｜]>"
    r"|</?(?:start_of_turn|end_of_turn|antThinking|antArtifact)\b[^>\n]{0,200}>"
    r"|\[/?INST\]|<</?SYS>>"
)
# The same in blocks of HTML.
MODEL_TAG = Pattern(
    r"</?(?:think|thinking|antthinking|antartifact|reasoning|scratchpad|final_answer)\b[^>\n]*>"
    r"|</?(?:end|eof|continue|end_of_(?:article|text|post))[ ]*/?>",
    re.IGNORECASE,
)
TRACKING = Pattern(
    r"(?P<lead>[?&]|&amp;)utm_source=(?:chatgpt(?:\.com)?|openai(?:\.com)?|perplexity(?:\.ai)?"
    r"|copilot(?:\.com)?|gemini|claude(?:\.ai)?|grok(?:\.com)?)(?![\w.])(?P<next>&(?:amp;)?)?"
)
# The sentence takes up a bare address: what it shows is the parameter.
TAKEN_UP = Pattern(
    r"[\w.&=%#/?;-]*(?:[」』][とがをは]|[ ]?(?:と(?:なって|付いて|ついて)|が(?:付|つ[いけ])))",
    re.ASCII,
)
# What a prompt gives to be continued, and how a continuation announces itself. Whole lines.
OPEN, CLOSE = r"[【（(\[〔＜<《]", r"[】）)\]〕＞>》]"
CONTINUATION = Pattern(
    # 前回の記事 and 元の記事 are a writer's own, too
    rf"^[ \t]*(?:{OPEN}[ ]?(?!(?:前回|元)の(?:記事|文章)(?:の(?:続き|全文|本文|内容))?[ ]?{CLOSE})"
    # a series lists what came before below 【これまでの記事】
    rf"(?:(?:既存|元|前回|上記|途中まで)の(?:記事|文章|本文|原稿|出力)"
    rf"|これまでの(?:記事(?=の)|文章|本文|原稿|出力))"
    rf"(?:の(?:最後の部分|最後|末尾|冒頭|続き|全文|本文|内容)(?:からの続き)?)?[ ]?{CLOSE}"
    # a serial begins with a bare （続き）
    rf"|{OPEN}(?!続き[ ]?{CLOSE})(?:ここから(?:が)?|以下(?:が|は)?)?、?(?:記事の)?"
    rf"(?:続き|続きの(?:文章|部分|記事|本文|内容))"
    rf"(?:です|を書きます|を執筆します|から|を出力します)?[。:：]?{CLOSE}"
    r"|以下の記事.{0,80}(?:途中で(?:終わ|切れ|途切れ)|続きを).{0,80}ください。?"
    # the sentence of an exercise is to be gone on with as well
    r"|(?:(?:この|上記の|以下の|前の)(?:記事|文章)の?続きを.{0,30}(?:書いて|完成させて)"
    r"|(?:この|上記の|以下の|前の)(?:記事|文章|文)の?続きを.{0,30}(?:生成して|執筆して|出力して))"
    r"ください。?)[ \t]*$",
    re.MULTILINE,
)
UNIT = r"[ ]?(?:文字|字|words?|ワード|トークン|tokens?)"
COUNT = rf"(?:\d[\d,，]*(?:[ ]?[-~～〜–—][ ]?\d[\d,，]*)?|[〇○]+){UNIT}"
# An aside is a sentence: it tells how long something else is (俳句は17文字です), not this text.
OF_THIS = r"※?(?:この(?:節|記事|文章|セクション|章)|本(?:文|記事|節|稿))は"
ASIDE = (
    rf"(?!{OF_THIS})"
    r"[^】）)\]\n]{0,80}(?:(?:[はが]|まで|って)[^】）)\]\n]{0,80}"
    r"(?:です|ます|でした|まし[たて]|ません|だ|である)[。！ー〜]?[】）)\]]"
    r"|\b(?:was|is|are|were|had|has|wrote|took)\b)"
)
# Words and names have a few letters, a text has a hundred at least, or so many at most.
TEXT_COUNT = (
    rf"(?:(?:\d[\d,，]*[ ]?[-~～〜–—][ ]?)?\d[\d,，]*\d\d{UNIT}|[〇○]+{UNIT}"
    rf"|\d{{1,2}}{UNIT}(?:程度|前後|以[上内下]|未満))"
)
LENGTH = Pattern(
    rf"^[ \t]*(?:{OPEN}(?!{ASIDE})※?[^】）)\]\n]{{0,40}}?(?:{TEXT_COUNT}|文字数)"
    rf"[^】）)\]\n]{{0,40}}{CLOSE}"
    rf"|{OPEN}※?(?:以下|以降|残り|上記|この後)[^】）)\]\n]{{0,60}}"
    rf"(?:同様の(?:フォーマット|形式|構成|流れ)|{COUNT})[^】）)\]\n]{{0,300}}(?:{CLOSE}|$)"
    rf"|(?:想定|目標|目安|合計|総|本文|実)?(?:文字数|ワード数|Word count)[ ]?[:：][ ]?"
    rf"(?:約|およそ)?(?:{COUNT}|\d[\d,，]*)"
    r"(?:程度|前後|以上|以内)?[ \t]*$)",
    re.MULTILINE | re.IGNORECASE,
)
# Both speak of letters or words, or of more in the same form.
COUNTED = Pattern(r"字|ワード|トークン|同様の|word|token", re.IGNORECASE)
LENGTH_NOTE = Pattern(
    rf"^[ \t]*{OPEN}(?:想定|合計|総|本文)?文字数[ ]?[:：][ ]?(?:約|およそ)?{COUNT}"
    rf"(?:程度|前後|以[上内])?{CLOSE}(?=[ ]*[A-Za-z])|"
    rf"(?:^|(?<=[。！？\s\])）】])){OPEN}※?[ ]?(?:以下|以降|残り|上記|この後)[^】）)\]\n]{{0,60}}"
    rf"(?:同様の(?:フォーマット|形式|構成|流れ)|{COUNT})[^】）)\]\n]{{0,300}}(?:{CLOSE}|$)",
    re.MULTILINE,
)
HINTS = Pattern(
    r"---|===|\*\*\*|END|EOF|CONTINUE|SEGMENT|CHUNK|<[|｜]|[\[【（(†]|cite|turn|続き|字数"
)
"""A prose without any of these has no marker."""


def markers(post: Post) -> tuple[Marker, ...]:
    """All markers in the order of the text, none within another."""
    found: list[Marker] = []
    for prose in post.prose:
        if HINTS.search(prose.text):
            found += (
                marker
                for marker in _in_prose(prose)
                if not of_a_person(post, prose, marker.start, marker.end, marker.kind)
            )
            set_apart = BARE.fullmatch(prose.text.strip()) is not None and is_bold(prose)
            if set_apart and not ends_story(post, prose):
                end = len(prose.text)
                span = _with_marks(prose, Marks(prose), 0, end)
                found.append(Marker(span, "segment", True, False, prose, 0, end))
    found += _in_markup(post)
    for prose, start, end in bare_numbers(post):
        if SAID.match(prose.text, end):
            continue
        span = prose.span(start, end)
        found.append(Marker(span, "citation", False, False, prose, start, end))
    found.sort(key=lambda marker: (marker.span.start, -marker.span.end))
    return tuple(apart(found))


def _in_prose(prose: Prose) -> Iterator[Marker]:
    text = prose.text
    marks = Marks(prose)
    counted = COUNTED.search(text) is not None
    for pattern, kind, cuts in (
        (SENTINEL, "sentinel", True),
        (SEGMENT, "segment", False),
        (CONTINUATION, "continuation", True),
        (LENGTH, "length", False),
        (LENGTH_NOTE, "length", True),
        (TOKEN, "token", True),
        (CITATION, "citation", False),
    ):
        if kind == "length" and not counted:
            continue
        for place in pattern.finditer(text):
            start, end = _trimmed(text, *place.span())
            if not prose.opaque(start, end) and not talked_of(text, start, end, kind):
                alone = stands_alone(text, start, end)
                if kind != "length" or alone or pattern is LENGTH_NOTE:
                    span = _with_marks(prose, marks, start, end)
                    yield Marker(span, kind, alone, cuts, prose, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n":
        start += 1
    while end > start and text[end - 1] in " \t\n":
        end -= 1
    return start, end


class Marks:
    """The marks of a prose by place: a hostile line may hold a hundred thousand of them."""

    def __init__(self, prose: Prose) -> None:
        self._marks = prose.marks
        self._starts = [mark.start for mark in prose.marks]

    def within(self, start: int, end: int) -> tuple[Mark, ...]:
        """The marks that begin in a range."""
        first = bisect_left(self._starts, start)
        return self._marks[first : bisect_left(self._starts, max(end, start + 1))]

    def before(self, offset: int) -> tuple[Mark, ...]:
        """The last marks that begin before an offset, with what may stand around them."""
        last = bisect_left(self._starts, offset)
        return self._marks[max(0, last - DEPTH) : last]


def _with_marks(prose: Prose, marks: Marks, start: int, end: int) -> Span:
    """The source of the text with the emphasis or link that holds nothing else."""
    span = prose.span(start, end)
    for mark in marks.within(start, end):
        if mark.end <= end and mark.end > mark.start:
            span = Span(min(span.start, mark.span.start), max(span.end, mark.span.end))
    return span


def _in_markup(post: Post) -> Iterator[Marker]:
    """Markers that are no prose: tags of the model, and parameters in addresses."""
    text = post.text
    for place in said(post, TRACKING) if "utm_source=" in text else ():
        if TAKEN_UP.match(text, place.end()):
            continue
        # The sign that joins the next parameter goes, the one before stays.
        start = place.end("lead") if place["next"] else place.start()
        yield Marker(Span(start, place.end()), "tracking", False, False)
    yield from _cited(post)
    searched = [(REDIRECT, "redirect")]
    if OPENS.search(text):
        searched.append((CITING_TAG, "citation"))
    for pattern, kind in searched:
        for place in said(post, pattern):
            yield Marker(Span(*place.span()), kind, False, False)
    for block in post.blocks:
        if block.kind == "html" and not block.in_quote:
            for place in MODEL_TAG.finditer(text, block.span.start, block.span.end):
                yield Marker(Span(*place.span()), "token", True, True)


def _cited(post: Post) -> Iterator[Marker]:
    """Marks of citations that quotations and tables hold as well; only code shows them."""
    for place in LINKED.finditer(post.text, *post.body):
        named = SAID.match(post.text, place.end())
        if not named and not within(place.start(), post.derived(code_spans)):
            yield Marker(Span(*place.span()), "citation", False, False)
