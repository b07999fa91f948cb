"""What is wrong with an excerpt, told from its words, the title and the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.front_matter.excerpts import cuts, requests, stock_phrases
from kouetsu_rules.front_matter.excerpts.folding import EDGES, Folded, folded
from kouetsu_rules.places import is_bold
from kouetsu_rules.shown import NAMED_SIGN
from kouetsu_rules.title.dressing.answers import is_answer

LEAST_TITLE = 8
"""Shorter titles begin a sentence of their own post too often to prove anything."""
DASHES = "-–—―|｜/／"
PARTICLE = Pattern(r"[はがのをでにともへや、]|から|まで|より|って|という")
PARAGRAPHS = Pattern(r"\n\s*\n|(?:^|\n)#{1,6} ")
NAMED = rf"(?:{NAMED_SIGN}|または|あるいは|や)"
# The lines of an article run together keep the marks of its headings.
INLINE = Pattern(
    rf"[。！？!?.][ \u3000]?#{{2,4}}[ \u3000](?!{NAMED})\S"
    rf"|[ \u3000]#{{2,4}}[ ](?!{NAMED})[^#\n]{{2,40}}[ \u3000]#{{2,4}}[ ](?!{NAMED})\S"
)
# Scripts set them whether they have cut the text or not.
DOTS = Pattern(r"(?<=[ぁ-んァ-ヶ一-龥]。)(?P<dots>\.{3})\s*\Z")
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
LONG = 400
LONGEST_GENERIC = 60
"""Longer sentences say something; and the pattern need not be tried on them."""
LONGEST_CALL = 90
"""A longer description has said something before it calls."""
LEAST_HEADLINE = 20
SAID = Pattern(
    r"(?:です|ます|ません|ました|でした|でしょう|ください)(?:か|ね|よ|よね)?[。！？!?♪]*$|[！？!?♪]$"
)
"""How what is said to the reader ends, and headlines do not."""
BETWEEN = Pattern(r"[のやとを、・]|について")
LEAST_SUBJECT = 5
COMPOUND = Pattern(r"[一-鿿々]{4,}")
ASKED_FOR = (50, 200)
"""So long descriptions are asked for."""
GAP = Pattern(r"(?<=[。！？])[ \u3000\n]+(?=\S)")
BEGUN = 12
"""Letters that description and body share at the joint."""


class Verdict(Struct, frozen=True):
    """A fault of an excerpt: a message key and a range of its prose.

    ``dropped`` is a range whose deletion mends it; ``certain`` says that it surely does.
    """

    key: str
    start: int
    end: int
    dropped: tuple[int, int] | None = None
    certain: bool = False


def verdict(post: Post, prose: Prose, phrases: tuple[str, ...]) -> Verdict | None:
    """The gravest fault of the words of an excerpt; its markup and length are not looked at."""
    text = prose.text
    fold = folded(text)
    if not fold.text:
        return None
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    found = (
        _answer(post, text)
        or _template(fold, text, phrases)
        or _beside_title(post, fold, text)
        or _stock(post, fold, text)
        or _note(post, text)
        or _article(fold, text)
        or _flattened(text)
        or _body_glued(post, text)
        or _cut(post, fold, text)
    )
    if found is not None:
        return replace(found, start=max(found.start, start), end=min(found.end, end))
    dots = DOTS.search(text)
    if dots is not None:
        return Verdict("dots", *dots.span("dots"), dots.span("dots"))
    if cuts.hangs_at_end(post, prose):
        return Verdict("cut", max(start, end - cuts.TAIL), end)
    loose = post.is_japanese and CALLING.search(text.rstrip()) is not None
    return Verdict("loose", max(start, end - cuts.TAIL), end) if loose else None


def _answer(post: Post, text: str) -> Verdict | None:
    """What the model said to the one who asked for the excerpt."""
    answers = is_answer(text.strip(), post.is_japanese) or ANSWER_EAST.match(text.strip())
    return Verdict("answer", 0, len(text)) if answers else None


def _template(fold: Folded, text: str, phrases: tuple[str, ...]) -> Verdict | None:
    """One of the phrases of the options at the end."""
    bare = fold.text.rstrip("。.!")
    for phrase in phrases:
        tail = folded(phrase).text.rstrip("。.!")
        if tail and bare.endswith(tail):
            head = bare[: len(bare) - len(tail)]
            # what a clause leads to is a sentence of its own: 三年分の観測をもとに、…
            key = "thin" if stock_phrases.CLAUSE.match(head) else "template"
            return Verdict(key, fold.place(len(head)), len(text))
    return None


def _beside_title(post: Post, fold: Folded, text: str) -> Verdict | None:
    """Equal to the title or headline, or beginning with it."""
    for title, is_line in post.derived(_titles):
        same = fold.core == title or (
            len(fold.core) >= 12
            and len(fold.core) * 5 >= len(title) * 3
            and title.startswith(fold.core)
        )
        # a poem's first line is an excerpt, unless it is the headline that the title was made of
        if same and (not is_line or _heads_the_post(post, title)):
            return Verdict("equal", 0, len(text))
        begin = len(fold.text) - len(fold.text.lstrip(EDGES))
        if len(title) < LEAST_TITLE or not fold.text.startswith(title, begin):
            continue
        found = _after_title(fold, text, begin + len(title))
        if found is not None:
            return found
    return None


def _heads_the_post(post: Post, line: str) -> bool:
    """Whether a line of the body begins as the title does, and is as long as headlines are."""
    title = folded(post.title_text).core
    return len(line) >= LEAST_HEADLINE and title[:LEAST_TITLE] == line[:LEAST_TITLE]


def _after_title(fold: Folded, text: str, upto: int) -> Verdict | None:
    rest = fold.text[upto:]
    place = fold.places[upto - 1] + 1
    bare = rest.lstrip("」』】)!?~〜")
    if found := stock_phrases.AFTER_TITLE.match(bare):
        sold = found["call"] or (found["how"] and stock_phrases.PLAINLY.search(found.group()))
        return Verdict("template" if sold else "plain", place, len(text))
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
    joint = gap.group() if gap is not None else ""
    if "？" in text[place - 1 : end] or "?" in text[place - 1 : end]:
        return None  # a question, which the description answers
    # One who writes the title again as a sentence puts a stop behind it.
    plain = not after_sign and joint.isspace() and SAID.search(text[:place]) is None
    return Verdict("glued", start, end, (start, end), plain)


def _titles(post: Post) -> tuple[tuple[str, bool], ...]:
    """The title and the headlines of the body, folded, the longest first.

    With each whether it is a plain line of the body only.
    """
    found: dict[str, bool] = {}
    for prose, is_line in _heads(post):
        core = folded(prose.text).core
        found[core] = found.get(core, True) and is_line
    kept = [(title, is_line) for title, is_line in found.items() if len(title) >= 4]
    return tuple(sorted(kept, key=lambda it: (-len(it[0]), it)))


def _heads(post: Post) -> Iterator[tuple[Prose, bool]]:
    if post.title is not None:
        yield post.title, False
    seen = 0
    for block in post.blocks:
        if block.prose is None or not block.prose.text.strip():
            continue
        words = block.prose.text.strip()
        is_line = len(words) <= 120 and "\n" not in words and not words.endswith(("。", "."))
        if block.kind == "heading" or (is_line and is_bold(block.prose)):
            yield block.prose, False
        elif is_line and not seen and not SAID.search(words):
            yield block.prose, True
        seen += 1
        if seen == 4:
            return


def _stock(post: Post, fold: Folded, text: str) -> Verdict | None:
    """Phrases of templates that need no title to be known."""
    if len(fold.text) <= LONGEST_GENERIC and stock_phrases.GENERIC.fullmatch(fold.text):
        key = "thin" if _names_subject(post, fold.text) else "generic"
        return Verdict(key, 0, len(text))
    if found := stock_phrases.ANYWHERE.search(fold.text):
        key = "template" if stock_phrases.STILTED.search(found.group()) else "thin"
        return Verdict(key, fold.place(found.start()), len(text))
    if len(fold.text) <= LONGEST_CALL and (found := stock_phrases.CALL.search(fold.text)):
        # People promise and call so too, but they leave out how thorough they are.
        sold = stock_phrases.THOROUGHLY.search(found.group())
        key = "template" if sold or _of_title(post, fold.text[: found.start()]) else "thin"
        return Verdict(key, fold.place(found.start()), len(text))
    if "。" in fold.text.rstrip("。"):
        return None
    if found := stock_phrases.BROKEN_JOINT.search(fold.text):
        return Verdict("template", fold.place(found.end()), len(text))
    found = stock_phrases.THOROUGH.search(fold.text)
    if found is None:
        return None
    head = fold.text[: found.start()]
    is_headline = stock_phrases.HEADLINE.fullmatch(head) and not stock_phrases.CLAUSE.match(head)
    key = "template" if is_headline else "thin"
    return Verdict(key, fold.place(found.start()), len(text))


def _names_subject(post: Post, sentence: str) -> bool:
    """Whether the title has a compound of the sentence: 日本経済 tells more than 経済."""
    title = folded(post.title_text).text
    return any(found.group() in sentence for found in COMPOUND.finditer(title))


def _of_title(post: Post, subject: str) -> bool:
    """Whether every word of a subject stands in the title."""
    title = folded(post.title_text).text
    words = [word for word in BETWEEN.split(subject) if word]
    return len(subject) >= LEAST_SUBJECT and all(word in title for word in words)


def _note(post: Post, text: str) -> Verdict | None:
    """A label or a count of characters, left from the prompt."""
    found = requests.LABEL.match(text.lstrip())
    if found is not None and not _is_subject(post, found["label"]):
        start = len(text) - len(text.lstrip())
        # people head a description so as well, but they do not say how long it was to be
        certain = found["order"] is not None
        dropped = (start, start + found.end())
        return Verdict("note", *dropped, dropped, certain)
    found = requests.REQUEST.search(text) or requests.WANTED.match(text)
    if found is not None:
        return Verdict("note", found.start(), found.end())
    found = requests.LENGTH_NOTE.search(text)
    if found is not None and _is_of(text[: found.start()], int(found["count"])):
        return Verdict("note", *found.span(), found.span())
    return None


def _is_subject(post: Post, label: str | None) -> bool:
    """Whether the post is about what the label names: リード, a way to climb."""
    return label is not None and label in post.title_text


def _is_of(description: str, count: int) -> bool:
    """Whether a count of characters is that of the description, not of what it tells of."""
    if not ASKED_FOR[0] <= count <= ASKED_FOR[1]:
        return False
    return (
        description.endswith(("。", ".", "！", "!")) or abs(len(description) - count) <= count / 5
    )


def _article(fold: Folded, text: str) -> Verdict | None:
    """Several paragraphs or headings: the article itself, not an excerpt of it."""
    words = text.strip()
    if INLINE.search(words):
        return Verdict("article", 0, len(text))
    if len(fold.text) > LONG or (len(fold.text) > LONG / 2 and PARAGRAPHS.search(words)):
        return Verdict("article", 0, len(text))
    return None


def _flattened(text: str) -> Verdict | None:
    """What is left of the markup of a picture that opens the body."""
    found = FLATTENED.search(text)
    if found is None and not NOTATION.search(text):
        found = FENCE.search(text)
    return Verdict("flattened", found.start(), found.end()) if found is not None else None


def _cut(post: Post, fold: Folded, text: str) -> Verdict | None:
    """In mid-sentence at the end, as the body shows by going on, or the end itself does."""
    if not cuts.breaks_off(post, fold, text):
        return None
    bare = fold.text.rstrip("。.…")
    return Verdict("cut", fold.place(max(len(bare) - cuts.TAIL, 0)), len(text))


def _body_glued(post: Post, text: str) -> Verdict | None:
    """Behind the description and a blank the first sentence of the body."""
    for gap in GAP.finditer(text):
        rest = text[gap.end() : gap.end() + cuts.FULL].rstrip("….． ")
        if len(rest) < BEGUN or len(text) < cuts.FULL:
            continue
        head = folded(rest.split("。")[0][:BEGUN]).text
        first = post.derived(cuts.running_text)
        if first.startswith(head) and folded(text[:BEGUN]).text not in first:
            return Verdict("body", gap.end(), len(text))
    return None
