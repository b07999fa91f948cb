"""Circles for words and figures that nobody filled in."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.about import teaches
from kouetsu_rules.seams.slots.context import Slot

CIRCLES = Pattern(r"[〇○◯]{2,}|[〇○◯](?=,[0〇○]{3})")
UNIT = r"[円%％件人回倍名万億点位年月日時分秒個杯枚階歳割冊社]"
FIGURE = Pattern(rf"(?:[〇○◯]{{2,}}|[〇○◯],[0〇○]{{3}}){UNIT}")
# From the first sign of a run and never back: a line may be a million of them.
BLANK = Pattern(
    r"(?:(?<![〇○◯])[〇○◯]{2,}+|(?<!●)●++|(?<!X)XX*+\.X+|(?<!X)XX++|(?<!×)××++|(?<![△▲])[△▲]{2,}+)(?=[円%％人件倍名万億点位年月日時分秒個回杯枚階歳割]"
    r"|社(?:に[増達上]|を[超突]|以上)|株式会社|ドル|キロ|メートル|グラム)"
)
# Only a sentence that tells what happened has lost its figure.
STATED = Pattern(r"(?:ました|でした|だった|[たっ]た)(?:。|が、|$|ものの|（要)")
EXAMPLE = Pattern(
    r"例[：:えとで、）]|（例|たとえば|例文|見本|といった|のよう[なに]|など|とか|形式|テンプレ|フォーマット|ひな形|雛形"
    r"|と(?:書か|伏せ)"
)
# What tells readers to put their own words for the circles.
GIVEN = Pattern(
    r"(?<![〇○◯])[〇○◯]{2,}+」?(?:の(?:部分|ところ|箇所|中))?(?:に|を|は|には)、?[^。\n]{0,24}"
    r"(?:置き換え|書き換え|差し替え|入れ替え|当てはめ|あてはめ|埋めて)"
)
NEAR = 100
FAMILY = 3
"""So many of them, a figure among them, are a form that was to be filled in."""


def circles(post: Post) -> Iterator[Slot]:
    """The circles: figures first, then all of a family."""
    figures, many = post.may_hold(BLANK), post.may_hold(CIRCLES)
    if not (figures or many) or post.derived(teaches) or post.contains(GIVEN):
        return
    for prose in post.prose if figures else ():
        yield from (Slot(span, "blank", certain=False) for span in _figures(prose))
    if many:
        yield from (Slot(span, "circles", certain=False) for span in _family(post))


def _figures(prose: Prose) -> Iterator[Span]:
    """Circles for a figure in a sentence that states what happened."""
    for sentence in prose.sentences if BLANK.search(prose.text) else ():
        text = sentence.text
        if EXAMPLE.search(text) or not STATED.search(text):
            continue
        for place in BLANK.finditer(text):
            before = text[: place.start()]
            if not spoken(text, place.start()) and before.count("（") == before.count("）"):
                yield sentence.span_of(place.start(), min(len(text), place.end() + 1))


def _family(post: Post) -> Iterator[Span]:
    """The circles of a post that has many; one or two may stand for a name that is kept back."""
    places = [
        (prose, *place.span())
        for prose in post.texts
        for place in CIRCLES.finditer(prose.text)
        if not prose.opaque(*place.span()) and not _shown(prose.text, place.start())
    ]
    figures = any(FIGURE.match(prose.text, start) for prose, start, _ in places)
    if figures and len(places) >= FAMILY:
        yield from (prose.span(start, end) for prose, start, end in places)


def _shown(text: str, at: int) -> bool:
    """Whether the place is within speech or an example, where circles stand for any word."""
    before = text[max(0, at - NEAR) : at]
    return spoken(text, at) or EXAMPLE.search(before.rpartition("。")[2]) is not None
