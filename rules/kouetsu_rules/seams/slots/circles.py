"""Circles for words and figures that nobody filled in, told by how many a post has."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.notations import teaches

CIRCLES = Pattern(r"[〇○◯]{2,}|[〇○◯](?=,[0〇○]{3})")
FIGURE = Pattern(
    r"(?:[〇○◯]{2,}|[〇○◯],[0〇○]{3})[円%％件人回倍名万億点位年月日時分秒個杯枚階歳割冊社]"
)
EXAMPLE = Pattern(r"例[：:えとで、]|たとえば|例文|見本|ひな形|雛形|テンプレート")
# What tells readers to put their own words for the circles.
GIVEN = Pattern(
    r"[〇○◯]{2,}」?(?:の(?:部分|ところ|箇所|中))?(?:に|を|は|には)、?[^。\n]{0,24}"
    r"(?:置き換え|書き換え|差し替え|入れ替え|入れて|当てはめ|あてはめ|埋めて)"
)
NEAR = 100
FAMILY = 3
"""So many of them, a figure among them, are a form that was to be filled in."""


def _shown(text: str, at: int) -> bool:
    """Whether the place is within speech or an example, where circles stand for any word."""
    before = text[max(0, at - NEAR) : at]
    return spoken(text, at) or EXAMPLE.search(before.rpartition("。")[2]) is not None


def given(post: Post) -> bool:
    """Whether the post is a pattern of speech, whose circles its readers are to replace."""
    return post.derived(teaches) or (post.may_hold(GIVEN) and GIVEN.search(post.text) is not None)


def circles(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """The circles of a post that has many; one or two may stand for a name that is kept back."""
    if not post.may_hold(CIRCLES) or given(post):
        return
    places = [
        (prose, *place.span())
        for prose in post.texts
        for place in CIRCLES.finditer(prose.text)
        if not prose.opaque(*place.span()) and not _shown(prose.text, place.start())
    ]
    figures = any(FIGURE.match(prose.text, start) for prose, start, _ in places)
    if figures and len(places) >= FAMILY:
        yield from places
