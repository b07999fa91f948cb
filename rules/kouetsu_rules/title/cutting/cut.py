"""How a title is cut, and what it was: the shared reading of the rules on titles."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kouetsu.api import Pattern, Post, Token
from kouetsu_rules.title.cutting import endings, templates
from kouetsu_rules.title.cutting.against import against_headline, mended
from kouetsu_rules.title.cutting.headline import Headline, headlines, opening, shared_head
from kouetsu_rules.title.cutting.reading import LIMIT, PUNCTUATION, Reading, Title
from kouetsu_rules.title.dressing.dressing import title_range

LONGEST = 1000
"""What is longer is no title, whatever stands under the key."""
LEAST = 4
"""The least characters that title and headline share before they are thought to be one."""
LEAST_BEFORE_SUFFIX = 2
"""The same before a whole suffix, where the headline goes on after a comma."""
BROKEN = Pattern(r"[ 　]*\ufffd[\ufffd？?」』。 　]*$")
"""What is left of a character that was cut, with what templates put behind it."""
ELLIPSIS = Pattern(r"[ 　]*(?:…+|\.{3,}|・{3,})$")
LEAST_ASKING = 13
"""A shorter title that ends in を is a wish or a poem's."""
LEAST_HALVED = 16
"""A shorter title may play with its last word, or be old Japanese."""
PAIR = Pattern(r"[A-Za-zァ-ヶー]{2,20}対$")
"""Of a title that ends so the body may say クーパー対が, which is a word of physics."""
TAIL = 6
"""The characters of a title's end that are looked up in the body."""
LOOK_UPS = 20
CALLS = ("感動詞", "副詞", "接続詞")
"""Words that open a sentence and name nothing."""


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
        reading = against_headline(title, *match)
    if dots is not None:
        return reading if reading is not None and reading.extends else None
    return reading or _alone(post, title, match is not None)


def _title(post: Post) -> Title | None:
    prose = post.title
    if prose is None or len(prose.text) > LONGEST:
        return None
    start, end = title_range(prose.text)
    while end > start and prose.text[end - 1].isspace():
        end -= 1
    return Title(prose, start, end) if end > start else None


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


def _broken(whole: Title, stem: Title, match: Match | None) -> Reading:
    """The reading of a title cut within a character, ``stem`` being what can still be read."""
    place = whole.place(stem.last_words(len(stem.text)))
    if match is not None:
        headline, upto, there = match
        restored = mended(stem.text, headline, upto, there)
        return Reading("broken", True, place, headline, restored, upto >= len(stem.text))
    # Only what ends with a sign of its own is surely whole without the broken character.
    restored = stem.text if stem.text.endswith(("」", "』", "）", "？", "！")) else None
    return Reading("broken", True, place, None, restored)


def _glued_within(title: Title, match: Match | None) -> Reading | None:
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


def _alone(post: Post, title: Title, has_headline: bool) -> Reading | None:
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


def _from_opening(post: Post, title: Title, head: str) -> Reading | None:
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
