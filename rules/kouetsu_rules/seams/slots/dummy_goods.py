"""Goods called A and B, which a ranking recommends: the names that were to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.shown import coded

GOODS = (
    r"(?:(?:商品|製品|アイテム|サービス|ブランド|モデル|ショップ|店舗)|サンプル(?!コード|データ|画像|文|数|サイズ)"
    r"(?:(?![のとやはがを])[ぁ-んァ-ヶー一-鿿]){1,8})[ ]?[A-EＡ-Ｅ](?![A-Za-zＡ-Ｚ0-9])"
)
NAME = Pattern(GOODS)
# A place of a ranking, which one of them takes.
PLACED = Pattern(
    r"^\W{0,3}(?:第?[1-9１-９一二三]位|No\.?[ ]?[1-9]|おすすめ[ ]?[1-9①-⑨])"
    rf"\W{{1,3}}(?P<name>{GOODS})(?!\w)"
)
CELL = Pattern(rf"^[ \t]*\|[ \t]*\*{{0,2}}(?P<name>{GOODS})\*{{0,2}}[ \t]*\|", re.MULTILINE)
REVIEWED = Pattern(
    rf"(?P<name>{GOODS})(?:[（(][^（）()]{{1,30}}[）)])?[^、。にが]{{0,8}}?"
    r"(?:レビュー|口コミ|評判|使ってみ|おすすめ)"
)
RANKING = Pattern(r"おすすめ|ランキング|人気|最強|[0-9０-９]選")
CHOSEN = Pattern(r"(?:おすすめ|厳選|人気|最強)[^。]{0,12}[0-9０-９]選|徹底比較")
# A title that names rankings, or asks how they come about, is no ranking's.
ABOUT = Pattern(
    r"「[^」]*(?:おすすめ|ランキング|[0-9０-９]選)[^」]*」|(?:なぜ|誰|だれ|どこ|どう)[^？?]*か[？?]?$"
)
# A real name has a model, too: Raspberry Pi モデルB. Those to fill in are several.
MODEL = Pattern(
    r"(?P<name>[A-Za-z0-9ァ-ヶー・][ ]?)?モデル[ ]?(?P<letter>[A-EＡ-Ｅ])(?![A-Za-zＡ-Ｚ0-9])"
)
# Who reckons or teaches with goods says that they are examples.
EXAMPLE = Pattern(
    r"例えば|たとえば|仮に|仮の|架空|とします|とする|例とし|例で|の例|モデルケース|匿名|伏せ|実名|名前?は(?:出|書[かき]|控え|言[いわ])|名前?を(?:控え|出さ)|題材|おとり|選択肢"
    r"|アンケート|統計|経済学|需要"
)
ROWS = 2


def dummy_goods(post: Post) -> Iterator[Slot]:
    title = post.title_text
    if not NAME.may_match(post.text) or EXAMPLE.search(post.text) or post.derived(coded):
        return
    if ABOUT.search(title):
        return
    real = _real_models(post)
    reviewed = REVIEWED.search(title) is not None
    if reviewed or (RANKING.search(title) and _recommended(post)):
        for prose in post.texts:
            for place in NAME.finditer(prose.text):
                # what the title names is no speech
                quoted = not reviewed and spoken(prose.text, place.start())
                named = real and place.group().startswith("モデル")
                if not quoted and not named and not prose.opaque(*place.span()):
                    yield Slot(prose.span(*place.span()), "goods", certain=False)
        yield from (Slot(span, "goods", certain=False) for span in _cells(post))


def _real_models(post: Post) -> bool:
    """Whether models have a name before the letter, or one of them stands alone."""
    models = [*MODEL.finditer(post.text)]
    return len({model["letter"] for model in models}) < ROWS or any(
        model["name"] is not None for model in models
    )


def _recommended(post: Post) -> bool:
    """Whether one of them has a place, or several of them fill a table."""
    placed = any(prose.in_heading and PLACED.search(prose.text) for prose in post.prose)
    return placed or (CHOSEN.search(post.title_text) is not None and len(_cells(post)) >= ROWS)


def _cells(post: Post) -> list[Span]:
    return [
        Span(*cell.span("name"))
        for block in post.blocks
        if block.kind == "table"
        for cell in CELL.finditer(post.text, *block.span)
    ]
