"""What is wrong with an excerpt, told from its words, the title and the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.front_matter.excerpts import requests, stock_phrases
from kouetsu_rules.front_matter.excerpts.folding import EDGES, Folded, folded
from kouetsu_rules.shown import NAMED_SIGN
from kouetsu_rules.title.cutting.endings import begins_bracket, half_word, hangs
from kouetsu_rules.title.dressing.answers import is_answer
from kouetsu_rules.typos.words.katakana import composed
from kouetsu_rules.typos.words.lexicon import lexicon

LEAST_TITLE = 8
"""Shorter titles begin a sentence of their own post too often to prove anything."""
DASHES = "-–—―|｜/／"
PARTICLE = Pattern(r"[はがのをでにともへや、]|から|まで|より|って|という")
PARAGRAPHS = Pattern(r"\n\s*\n|(?:^|\n)#{1,6} ")
# The lines of an article run together keep the marks of its headings.
INLINE = Pattern(
    r"[。！？!?.][ \u3000]?#{2,4}[ \u3000]\S|[ \u3000]#{2,4}[ ][^#\n]{2,40}[ \u3000]#{2,4}[ ]\S"
)
OPENED = Pattern(r"[、,，(（「『【〈《・]$")
CALLING = Pattern(r"[\w」』)）]を$")
"""Cut, or a call: 「一杯のお茶を」."""
# 好的，以下是…的总结：
ANSWER_EAST = Pattern(
    r"(?:(?:好的|当然(?:可以)?|没问题|當然|沒問題)[，,！!。]\s*(?=.{0,40}(?:以下|这|這|我|根据"
    r"|根據|为您|您))"
    r"|(?:以下|这|這|下面)(?:就?是|为|為)[^。\n]{0,120}?(?:总结|總結|摘要|概述|概要|简介|翻译"
    r"|描述)[：:]"
    r"|(?:根据|根據)您|(?:抱歉|很遗憾|對不起|对不起)[，,]|(?:물론입니다|알겠습니다)[.!]|요청하신 "
    r"|다음은 [^.\n]{0,40}(?:요약|설명|소개)(?:입니다|[:：]))"
)
# At the head of a line; 「``` で囲んだ部分」 and 「~~~夏~~~」 speak of the sign or are drawn.
FENCE = Pattern(
    rf"^[ ]*(?:```(?![^\n`]*```(?!`))|~~~)(?=[a-z]*(?:\s|$))(?![ ]?(?:{NAMED_SIGN}))[a-z]*",
    re.MULTILINE,
)
# What speaks of notation shows it.
NOTATION = Pattern(r"HTML|Markdown|マークダウン|記法|構文|>[ ]?(?:タグ|要素|とは)")
# A picture whose signs were taken away in part, and a link that was cut.
FLATTENED = Pattern(
    r"\A\s*!\[?[^\[\]()\n]{1,160}?(?:\]\()?https?://\S*"
    r"|!?\[[^\[\]\n]{1,120}\]\(https?://[^()\s]*\s*\Z"
)
# Where generators cut: a person counts so exactly by chance only.
LIMITS = (80, 90, 100, 110, 120, 130, 140, 150, 155, 156, 158, 160, 180, 200, 250, 300)
FULL = 60
"""A shorter description was hardly cut for its length."""
ENGLISH_LOOSE = Pattern(r"[a-z,] (?:the|an?|and|or|of|your|our|its|their|into|whose|including)$")
TAIL = 8
LATER = 6
"""So many letters stand at least in a sentence that was begun and cut."""
SAMPLE = 24
"""How many characters of an excerpt are looked up in the body."""
LONG = 400
LONGEST_GENERIC = 60
"""Longer sentences say something; and the pattern need not be tried on them."""


LONGEST_CALL = 90
"""A longer description has said something before it calls."""


class Verdict(Struct, frozen=True):
    """A fault of an excerpt: a message key and a range of its prose.

    ``dropped`` is a range whose deletion mends it.
    """

    key: str
    start: int
    end: int
    dropped: tuple[int, int] | None = None


def verdict(post: Post, prose: Prose, phrases: tuple[str, ...]) -> Verdict | None:
    """The gravest fault of the words of an excerpt; its markup and length are not looked at."""
    text = prose.text
    fold = folded(text)
    if not fold.text:
        return None
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    for check in (
        _answer,
        _template,
        _beside_title,
        _stock,
        _note,
        _article,
        _flattened,
        _body_glued,
        _cut,
    ):
        found = check(post, fold, text, phrases)
        if found is not None:
            return replace(found, start=max(found.start, start), end=min(found.end, end))
    if _hangs(post, prose) or _halved(post, prose) or _ends_in_subject(post, prose):
        return Verdict("cut", max(start, end - TAIL), end)
    loose = post.is_japanese and CALLING.search(text.rstrip()) is not None
    return Verdict("loose", max(start, end - TAIL), end) if loose else None


def _answer(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """What the model said to the one who asked for the excerpt."""
    answers = is_answer(text.strip(), post.is_japanese) or ANSWER_EAST.match(text.strip())
    return Verdict("answer", 0, len(text)) if answers else None


def _template(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """One of the phrases of the options at the end."""
    bare = fold.text.rstrip("。.!")
    for phrase in phrases:
        tail = folded(phrase).text.rstrip("。.!")
        if tail and bare.endswith(tail):
            return Verdict("template", fold.place(len(bare) - len(tail)), len(text))
    return None


def _beside_title(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """Equal to the title or headline, or beginning with it."""
    for title in post.derived(_titles):
        if fold.core == title or (
            len(fold.core) >= 12
            and len(fold.core) * 5 >= len(title) * 3
            and title.startswith(fold.core)
        ):
            return Verdict("equal", 0, len(text))
        begin = len(fold.text) - len(fold.text.lstrip(EDGES))
        if len(title) < LEAST_TITLE or not fold.text.startswith(title, begin):
            continue
        found = _after_title(fold, text, begin + len(title))
        if found is not None:
            return found
    return None


def _after_title(fold: Folded, text: str, upto: int) -> Verdict | None:
    rest = fold.text[upto:]
    place = fold.places[upto - 1] + 1
    bare = rest.lstrip("」』】)!?~〜")
    if found := stock_phrases.AFTER_TITLE.match(bare):
        return Verdict("template" if found["how"] or found["call"] else "plain", place, len(text))
    sentence = re.search(r"(?:ます|です|た|る|い)?[。!?](?=.)|[。]$", bare)
    if bare[:1] and bare[0] in DASHES and sentence is None and len(bare) <= 80:
        return Verdict("slogan", place, len(text)) if stock_phrases.SITE.search(bare) else None
    if len(rest) < 15 or PARTICLE.match(rest):
        return None
    gap = re.match(
        r"[。！？!?…」』】]*(?:\s+|\s*[-–—―|｜:：]+\s*|(?<=[。！？!?」』】]))", text[place:]
    )
    after_sign = text[place - 1 : place] in tuple("。！？!?…」』】")
    if gap is None and not after_sign:
        return None
    end = place + (gap.end() if gap is not None else 0)
    if PARTICLE.match(text[end:]):
        return None
    start = len(text) - len(text.lstrip())
    return Verdict("glued", start, end, (start, end))


def _titles(post: Post) -> tuple[str, ...]:
    """The title and the headlines of the body, folded, the longest first."""
    found = {folded(prose.text).core for prose in _heads(post)}
    return tuple(
        sorted((title for title in found if len(title) >= 4), key=lambda it: (-len(it), it))
    )


def _heads(post: Post) -> Iterator[Prose]:
    if post.title is not None:
        yield post.title
    seen = 0
    for block in post.blocks:
        if block.prose is None or not block.prose.text.strip():
            continue
        words = block.prose.text.strip()
        is_line = len(words) <= 120 and "\n" not in words and not words.endswith(("。", "."))
        if block.kind == "heading" or (is_line and not seen):
            yield block.prose
        seen += 1
        if seen == 4:
            return


def _stock(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """Phrases of templates that need no title to be known."""
    if len(fold.text) <= LONGEST_GENERIC and stock_phrases.GENERIC.fullmatch(fold.text):
        return Verdict("generic", 0, len(text))
    if found := stock_phrases.ANYWHERE.search(fold.text):
        return Verdict("template", fold.place(found.start()), len(text))
    if len(fold.text) <= LONGEST_CALL and (found := stock_phrases.CALL.search(fold.text)):
        # People promise and call so too, but they leave out how thorough they are.
        key = "template" if stock_phrases.THOROUGHLY.search(found.group()) else "thin"
        return Verdict(key, fold.place(found.start()), len(text))
    if "。" in fold.text.rstrip("。"):
        return None
    if found := stock_phrases.BROKEN_JOINT.search(fold.text):
        return Verdict("template", fold.place(found.end()), len(text))
    found = stock_phrases.THOROUGH.search(fold.text)
    if found is None:
        return None
    is_headline = stock_phrases.HEADLINE.fullmatch(fold.text, 0, found.start())
    key = "template" if is_headline else "thin"
    return Verdict(key, fold.place(found.start()), len(text))


def _note(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """A label or a count of characters, left from the prompt."""
    found = requests.LABEL.match(text.lstrip())
    if found is not None:
        start = len(text) - len(text.lstrip())
        return Verdict("note", start, start + found.end(), (start, start + found.end()))
    found = requests.REQUEST.search(text) or requests.WANTED.match(text)
    if found is not None:
        return Verdict("note", found.start(), found.end())
    found = requests.LENGTH_NOTE.search(text)
    if found is not None:
        return Verdict("note", found.start(), found.end(), (found.start(), found.end()))
    return None


def _article(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """Several paragraphs or headings: the article itself, not an excerpt of it."""
    words = text.strip()
    if INLINE.search(words):
        return Verdict("article", 0, len(text))
    if len(fold.text) > LONG or (len(fold.text) > LONG / 2 and PARAGRAPHS.search(words)):
        return Verdict("article", 0, len(text))
    return None


def _flattened(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """What is left of the markup of a picture that opens the body."""
    found = FLATTENED.search(text)
    if found is None and not NOTATION.search(text):
        found = FENCE.search(text)
    return Verdict("flattened", found.start(), found.end()) if found is not None else None


def _cut(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """In mid-sentence at the end, as the body shows by going on, or the end itself does."""
    bare = fold.text.rstrip("。.…")
    tail = (fold.place(max(len(bare) - 8, 0)), len(text))
    if not text.rstrip().endswith(("…", "...", "..")) and _goes_on(post, bare):
        return Verdict("cut", *tail)
    words = text.rstrip()
    if post.is_japanese and _broken_word(words):
        return Verdict("cut", *tail)
    if post.is_japanese and OPENED.search(words):
        return Verdict("cut", *tail)
    return None


def _broken_word(words: str) -> bool:
    """Whether a long text ends in katakana that begin a word and are none: …のガイ."""
    run = KATAKANA_END.search(words)
    if run is None or len(words) < FULL or "。" not in words:
        return False
    known = lexicon()
    stem = run.group()
    return not (known.common.level(stem) or composed(stem))


KATAKANA_END = Pattern(r"(?<=[^ァ-ヺー・])[ァ-ヺー]{2,6}$")


def _body_glued(post: Post, fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """Behind the description and a blank the first sentence of the body."""
    for gap in GAP.finditer(text):
        rest = text[gap.end() : gap.end() + FULL].rstrip("….． ")
        if len(rest) < BEGUN or len(text) < FULL:
            continue
        head = folded(rest.split("。")[0][:BEGUN]).text
        first = post.derived(_running_text)
        if first.startswith(head) and folded(text[:BEGUN]).text not in first:
            return Verdict("body", gap.end(), len(text))
    return None


GAP = Pattern(r"(?<=[。！？])[ \u3000\n]+(?=\S)")
BEGUN = 12
"""Letters that description and body share at the joint."""


def _hangs(post: Post, prose: Prose) -> bool:
    """Whether a long description ends within a clause, as its last words or its length show."""
    words = prose.text.rstrip()
    if len(words) < FULL or words[-1] in "。.!?！？…)）」』】\"'”～〜♪":
        return False
    if not post.is_japanese:
        return ENGLISH_LOOSE.search(words) is not None
    begun = len(words) - max(words.rfind(sign) for sign in "。！？!?") - 1
    if begun < LATER or begun == len(words) or not KANA_END.search(words):
        return False
    if len(words) in LIMITS:
        return True
    last = prose.sentences[-1].tokens
    if len(last) > 1 and last[-1].surface == "し" and last[-1].feature.pos1 == "助詞":
        # UniDic takes the stem of する for the particle that stands behind a plain form
        return last[-2].feature.c_form.startswith("連用形")
    # a teaser ends in は or も on purpose
    return hangs(last) and not last[-1].surface.endswith(TEASING)


def _halved(post: Post, prose: Prose) -> bool:
    """Whether it ends within a word or a bracket: …を実際に使い比, …方のために(編."""
    words = prose.text.rstrip()
    if not post.is_japanese or not prose.sentences or len(words) < LEAST_TITLE:
        return False
    halved = len(words) >= LEAST_HALVED and half_word(words, prose.sentences[-1].tokens)
    return halved or begins_bracket(words)


def _ends_in_subject(post: Post, prose: Prose) -> bool:
    """Whether が is the last word: 仕掛けが, not まんが."""
    words = prose.text.rstrip()
    if not (post.is_japanese and words.endswith("が") and prose.sentences):
        return False
    last = prose.sentences[-1].tokens[-1:]
    return any(token.surface == "が" and token.feature.pos1 == "助詞" for token in last)


LEAST_HALVED = 30
TEASING = ("は", "も", "と", "へ", "の", "で", "から", "まで", "より")
KANA_END = Pattern(r"[ぁ-ん]$")


def _goes_on(post: Post, bare: str) -> bool:
    """Whether the body has these words and goes on in the same sentence."""
    if len(bare) < SAMPLE:
        return False
    body = post.derived(_running_text)
    at = body.find(bare[:SAMPLE])
    while at >= 0:
        if body.startswith(bare, at):
            following = body[at + len(bare) : at + len(bare) + 1]
            return following.isalnum() or following in tuple("、,・「『")
        at = body.find(bare[:SAMPLE], at + 1)
    return False


def _running_text(post: Post) -> str:
    """The paragraphs of the body's beginning as one string, each ending in what is no letter."""
    parts: list[str] = []
    size = 0
    for prose in post.prose:
        if prose.in_heading:
            continue
        parts.append(folded(prose.text).text)
        size += len(parts[-1])
        if size > 4_000:
            break
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    """Paragraphs that end a sentence run on, as excerpts run them on; others end for good."""
    return "".join(part if part.endswith(("。", "!", "?")) else part + "\n" for part in parts)
