"""How a title is cut, and what it was: the shared reading of the rules on titles."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.api import Pattern, Post, Prose, Span, Token
from kouetsu_rules.quoting import tail_start
from kouetsu_rules.title.cutting import endings, templates
from kouetsu_rules.title.cutting.headline import Headline, headlines, opening, shared_head
from kouetsu_rules.title.dressing.dressing import title_range

LIMIT = 40
"""Scripts cut titles at 40 bytes: 38 to 40 are left, two less where markup was taken off."""
LONGEST = 1000
"""What is longer is no title, whatever stands under the key."""
LONG = 20
"""A title of that many characters is no headline that was shortened on purpose."""
LEAST = 4
"""The least characters that title and headline share before they are thought to be one."""
LEAST_BEFORE_SUFFIX = 2
"""The same before a whole suffix, where the headline goes on after a comma."""
BROKEN = Pattern(r"[ 　]*\ufffd[\ufffd？?」』。 　]*$")
"""What is left of a character that was cut, with what templates put behind it."""
ELLIPSIS = Pattern(r"[ 　]*(?:…+|\.{3,}|・{3,})$")
PUNCTUATION = "。．.！？!?…」』）)】”\"'：:、， 　"
SUBTITLE = "：:—–―‐-−|｜/／（(〔［[【「『~〜～・＆&"
SHOWN = 8
"""The characters at the end of a cut title that are pointed at, at most: its last words."""
LEAST_ASKING = 13
"""A shorter title that ends in を is a wish or a poem's."""
LEAST_HALVED = 16
"""A shorter title may play with its last word, or be old Japanese."""
SHORT = 10
"""A shorter title was given by hand: scripts leave more of a headline."""
RESTING = ("へ", "と", "から", "まで", "より")
"""Particles that good titles end in: 未来へ, 君と, 山の上から."""
LONGEST_RESTING = 15
"""A longer title that ends so, and goes on in the headline, has lost its end."""
PAIR = Pattern(r"[A-Za-zァ-ヶー]{2,20}対$")
"""Of a title that ends so the body may say クーパー対が, which is a word of physics."""
ASKED = Pattern(
    r"(?:何[^\s、。？?]{0,3}|いくつ|いくら|どれ|どこ|だれ|誰|いつ|どう|なぜ|どちら|どっち)[？?]$"
)
"""A question that ends in its word of asking is one: 卵は一日何個？"""
TAIL = 6
"""The characters of a title's end that are looked up in the body."""
LOOK_UPS = 20
CALLS = ("感動詞", "副詞", "接続詞")
"""Words that open a sentence and name nothing."""

Kind = Literal[
    "broken",
    "cut",
    "comma",
    "length",
    "open",
    "abridged",
    "glued",
    "template",
    "suffix-lost",
    "opening",
]


class Reading(Struct, frozen=True):
    """What the body says of a title.

    ``sure`` tells damage that no title has from what merely looks like it. ``restored`` is the
    title as the body has it; ``extends`` says that it begins with all of the present one, ``mild``
    that a title may be meant so.
    """

    kind: Kind
    sure: bool
    place: Span
    headline: Headline | None = None
    restored: str | None = None
    extends: bool = False
    mild: bool = False


class _Title(Struct, frozen=True):
    prose: Prose
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.prose.text[self.start : self.end]

    def last_words(self, upto: int) -> int:
        """Where the last words before ``upto`` begin."""
        return tail_start(self.text, 0, upto, SHOWN)

    def place(self, start: int = 0) -> Span:
        return self.prose.span(self.start + start, self.end)

    def words(self, upto: int) -> tuple[Token, ...]:
        return endings.words_between(self.prose, self.start, self.start + upto)

    def is_cut_to(self, least: int) -> bool:
        """Whether it has the length that cut titles have, from ``least`` bytes on."""
        return least <= len(self.text.encode("utf-8", "replace")) <= LIMIT

    @property
    def at_limit(self) -> bool:
        return self.is_cut_to(LIMIT - 4)


def title_reading(post: Post) -> Reading | None:
    """The damage of the title that the body or its last words show."""
    title = _title(post)
    if title is None:
        return None
    whole = title
    broken = BROKEN.search(title.text)
    dots = ELLIPSIS.search(title.text)
    for end in (broken, dots):
        if end is not None:
            title = replace(title, end=title.start + end.start())
            break
    match = _nearest(title.text, post.derived(headlines)) if title.text else None
    if broken is not None:
        return _broken(whole, title, match)
    reading = _glued_within(title, match)
    if reading is None and match is not None:
        reading = _against_headline(title, *match)
    if dots is not None:
        return reading if reading is not None and reading.extends else None
    return reading or _alone(post, title, match is not None)


def _title(post: Post) -> _Title | None:
    prose = post.title
    if prose is None or len(prose.text) > LONGEST:
        return None
    start, end = title_range(prose.text)
    while end > start and prose.text[end - 1].isspace():
        end -= 1
    return _Title(prose, start, end) if end > start else None


Match = tuple[Headline, int, int]
"""A headline, and how far title and headline agree: an offset in each."""


def _nearest(title: str, found: tuple[Headline, ...]) -> Match | None:
    """The first headline that shares enough of the title's beginning."""
    for headline in found:
        upto, there = shared_head(title, headline.text)
        rest = title[upto:]
        whole = templates.is_whole(rest) and headline.text[there:].startswith("、")
        if upto < min(LEAST_BEFORE_SUFFIX if whole else LEAST, len(title)):
            continue
        if not rest.strip(PUNCTUATION) or templates.glued(rest) or upto * 5 >= len(title) * 3:
            return headline, upto, there
    return None


def _restored(title: str, headline: Headline, upto: int, there: int) -> str | None:
    """The headline as title, where the title's own end is nothing but a glued suffix."""
    rest = title[upto:]
    if rest.strip(PUNCTUATION) and not templates.glued(rest):
        return None
    restored = headline.title(there)
    return restored if restored != title else None


def _broken(whole: _Title, stem: _Title, match: Match | None) -> Reading:
    """The reading of a title cut within a character, ``stem`` being what can still be read."""
    place = whole.place(stem.last_words(len(stem.text)))
    if match is not None:
        headline, upto, there = match
        restored = _restored(stem.text, headline, upto, there)
        return Reading("broken", True, place, headline, restored, upto >= len(stem.text))
    # Only what ends with a sign of its own is surely whole without the broken character.
    restored = stem.text if stem.text.endswith(("」", "』", "）", "？", "！")) else None
    return Reading("broken", True, place, None, restored)


def _glued_within(title: _Title, match: Match | None) -> Reading | None:
    """A suffix behind a fragment, wherever it goes on: 「…とはがもたらす転換」."""
    joint = endings.bad_joint(title.words(len(title.text)))
    if joint is None or not templates.begins(title.prose.text[joint : title.end]):
        return None
    joint -= title.start
    place = title.place(joint)
    if match is None or match[1] < joint:
        return Reading("glued", True, place)
    headline, _, there = match
    restored = headline.title(there)
    return Reading("glued", True, place, headline, restored if restored != title.text else None)


def _against_headline(title: _Title, headline: Headline, upto: int, there: int) -> Reading | None:
    rest, missing = title.text[upto:], headline.text[there:]
    if not missing.strip(PUNCTUATION):
        return None
    restored = _restored(title.text, headline, upto, there)
    place = title.place(upto if rest.strip() else title.last_words(upto))
    if not rest.strip():
        if title.text[-1] in "。！？!?…":
            return None
        if _in_mid_word(title, headline, upto, there) or _is_open(title, headline):
            return Reading("cut", True, place, headline, restored, True)
        if _goes_on(title, headline, upto, there):
            # so short a title was hardly cut by a script
            rests = title.text.endswith(RESTING) and len(title.text) <= LONGEST_RESTING
            short = len(title.text) < SHORT or rests
            sure = title.at_limit or not short
            return Reading("cut" if sure else "open", True, place, headline, restored, sure)
        if _in_run(title, headline, upto, there):
            return Reading("abridged", True, place, headline, restored)
        if title.at_limit and missing[0] not in SUBTITLE and not headline.is_prose:
            return Reading("length", True, place, headline, restored)
        return None
    if rest.strip() in ("？", "?"):
        mid_word = endings.in_mid_word(headline.prose, headline.offset + there)
        if title.text[:upto].endswith(("。", "！", "？")) or missing[0] in SUBTITLE + "。、 　":
            return None
        words = title.words(upto)
        topic = title.text[:upto].endswith("は")
        if not mid_word and (
            endings.ends_in_predicate(words)
            or ASKED.search(title.text)
            or (topic and not title.at_limit)
        ):
            return None  # a question of its own: 冬の山の持ち物は？
        hangs = endings.hangs(words) and not title.text[:upto].endswith("の")
        sure = mid_word or (not topic and (title.at_limit or hangs))
        return Reading("glued", sure, place, headline, restored)
    if templates.glued(rest):
        broken = endings.joins_badly(title.words(upto), rest)
        is_noun = templates.NOUN.fullmatch(rest) is not None
        if is_noun and not broken and not title.at_limit:
            return None
        sure = broken or (
            not templates.is_whole(rest)
            and not is_noun
            and (title.at_limit or not rest.endswith(("とは", "？", "?", "可能性")))
        )
        return Reading("glued" if sure else "template", sure, place, headline, restored)
    return None


def _in_mid_word(title: _Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether a word of the headline was cut: 仕事 is a whole one, though 仕事場 goes on."""
    at = headline.offset + there
    if not endings.in_mid_word(headline.prose, at):
        return False
    if title.at_limit:
        return True
    words, split = title.words(upto), endings.split_word(headline.prose, at)
    if len(words) == 1:
        # 「Go」 above 「Googleが…」: no script cuts so short; アプリケーシ is no word at all
        return endings.half_katakana(words[0]) and endings.breaks_run(headline.prose.text, at)
    if (
        split is None
        or split.feature.pos1 == "助動詞"
        or not endings.ends_whole(words)
        or endings.breaks_run(headline.prose.text, at)
    ):
        return upto >= LONG or not headline.is_prose
    # Who shortens a headline on purpose makes it short. And it must be the same word.
    return upto >= LONG and at - split.start == title.start + upto - words[-1].start


def _in_run(title: _Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether the headline has a longer word of the same letters: アプリ, アプリケーション."""
    at = headline.offset + there
    return (
        endings.in_mid_word(headline.prose, at)
        and endings.in_run(headline.prose.text, at)
        and len(title.words(upto)) > 1
        and not headline.is_prose
    )


def _is_open(title: _Title, headline: Headline) -> bool:
    """Whether a bracket, a colon or a comma stays open, which the headline goes on from.

    Diaries and poems are named by their first words: of prose it must be a bracket.
    """
    if endings.unclosed(title.text) or endings.OPEN.search(title.text):
        return True
    if headline.is_prose:
        return False
    return title.text.endswith(("：", ":", "—", "―")) or endings.ends_open(title.text)


def _goes_on(title: _Title, headline: Headline, upto: int, there: int) -> bool:
    """Whether the words of the title ask for what the headline has behind them."""
    if headline.is_prose or (len(title.text) < SHORT and title.text.endswith(RESTING)):
        return False
    at = headline.offset + there
    return endings.in_mid_phrase(headline.prose, at, title.at_limit) or endings.hangs(
        title.words(upto)
    )


def _alone(post: Post, title: _Title, has_headline: bool) -> Reading | None:
    """What the title shows without a headline that it comes from."""
    text = title.text
    place = title.place(title.last_words(len(text)))
    if templates.ALONE.match(text):
        first = next(iter(post.derived(headlines)), None)
        return Reading("suffix-lost", True, title.place(), first, first.title() if first else None)
    suffixed = templates.HEAD.match(text)
    if suffixed is not None:
        taken = _from_opening(post, title, suffixed["head"])
        if taken is not None:
            return taken
        if endings.joins_badly(title.words(suffixed.start("tail")), suffixed["tail"]):
            return Reading("glued", True, title.place(suffixed.start("tail")))
    words = title.words(len(text))
    if endings.COMMA.search(text) and not title.at_limit:
        return Reading("comma", True, place)  # 「いつか、」 has more to say
    if (
        endings.ends_open(text)
        or endings.HALF.search(text)
        or (len(text) >= LEAST_HALVED and _is_halved(post, text, words))
        or (endings.KANA.search(text) is not None and endings.breaks_off(words))
        or (title.is_cut_to(LIMIT - 2) and endings.unclosed(text))
        or (not has_headline and _completed_by_body(post, text))
    ):
        return Reading("cut", True, place)
    # 「わたしが走り続けるのは」 leaves the rest to the text
    hangs = title.is_cut_to(LIMIT - 2) and endings.hangs_openly(words) and not text.endswith("のは")
    if hangs or (len(text) >= LEAST_ASKING and endings.asks_for_more(text)):
        return Reading("cut", True, place, mild=True)
    return None


def _is_halved(post: Post, text: str, words: tuple[Token, ...]) -> bool:
    """Whether a long title ends within a word or within brackets."""
    if not post.is_japanese:
        return False
    pair = PAIR.search(text)
    if pair is not None and re.search(
        re.escape(pair.group()) + r"[はがをにでとのも、。]", post.text[post.body.start :]
    ):
        return False
    return endings.begins_bracket(text) or endings.half_word(text, words)


def _from_opening(post: Post, title: _Title, head: str) -> Reading | None:
    """Titles made of the first words of the body's first sentence: 「ねえの可能性とは？」.

    「水素の可能性」 above 「水素、という元素…」 is a title: a noun has possibilities.
    """
    first = post.derived(opening)
    if first is None or not first.text.lstrip().startswith((head + "、", head + "，", head + ",")):
        return None
    end = len(first.text) - len(first.text.lstrip()) + len(head)
    words = endings.words_between(first, 0, end)
    if not words or words[-1].feature.pos1 not in CALLS:
        return None
    near = next((each for each in post.derived(headlines) if each.kind != "line"), None)
    restored = near.title() if near and near.kind == "bold" and len(near.text) >= 15 else None
    return Reading("opening", True, title.place(), near if restored else None, restored)


def _completed_by_body(post: Post, text: str) -> bool:
    """Whether the title's end stands in the body, and always in the middle of a word."""
    tail = text[-TAIL:]
    if len(tail) < TAIL:
        return False
    count = 0
    for prose in post.prose:
        at = prose.text.find(tail)
        while at >= 0:
            if not endings.in_mid_word(prose, at + len(tail)):
                return False
            count += 1
            if count == LOOK_UPS:
                return True
            at = prose.text.find(tail, at + 1)
    return count > 0
