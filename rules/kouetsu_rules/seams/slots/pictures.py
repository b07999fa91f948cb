"""Pictures that were never put in: a stand-in for the file, or a note for the alternative text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.stand_ins import STAND_IN_HOSTS

# perf: a path is begun once, not at each of its slashes
STAND_IN = Pattern(
    r"(?<![\w./-])(?:[\w./-]*/)?(?:(?!\w*(?i:input|form|search|textarea)[-_])[\w-]+[-_])?"
    r"placeholder[\w-]*\.(?:jpe?g|png|webp|svg|gif|avif)"
    rf"|(?<=/){STAND_IN_HOSTS}/[^\s\"')]*"
)
# Some set a photograph by chance on purpose.
PHOTO = Pattern(r"picsum\.photos")
# Who shows how pictures are written takes any.
OF_MARKUP = Pattern(
    r"記法|構文|マークダウン|ダミー画像|プレースホルダ|(?i:markdown|syntax|placeholder)"
)
# A key of the front matter that stands in the body.
KEYED = Pattern(
    r"(?:image|cover|thumbnail|hero_?[iI]mage|eyecatch|og_?[iI]mage)[:=][ ]?\S+$", re.MULTILINE
)

THING = (
    r"(?:画像|写真|図(?:解|版|表)?|イラスト|スクリーンショット|スクショ|サムネイル|アイキャッチ|動画|グラフ|地図"
    r"|キャプチャ|バナー)"
)
PUT = r"(?:挿入|追加|差し替え|貼り付け|準備|作成|配置|掲載|生成)"
THING_EN = r"(?:images?|pictures?|photos?|screenshots?|diagrams?|charts?|illustrations?|figures?)"
# The alternative text of a picture that names none.
ALT = Pattern(
    rf"^\W{{0,2}}{THING}?の?(?:ここに|こちらに).{{0,24}}(?:{THING}|{PUT})"
    # a noun behind the verb names what is to be seen: ここに写真を貼る台紙
    r"(?!.{0,12}?[うくぐすつぶむる](?!予定|場所|位置|箇所|枠|スペース)[一-鿿ァ-ヶー]{1,10}\W{0,2}$)"
    rf"|^\W{{0,2}}{THING}[をのが]?{PUT}(?:予定|待ち|位置|箇所|してください)\W{{0,2}}$"
    rf"|(?i:^\W{{0,2}}(?:insert|add|place|put|replace)\b.{{0,60}}\bhere\W?$"
    rf"|\b{THING_EN} (?:to be (?:added|inserted|replaced|provided|generated)|goes here"
    r"|placeholder\W?$))"
)
SCREEN = Pattern(
    r"画面|ボタン|一覧|手順|メニュー|欄|フォーム"
    r"|(?i:\b(?:editor|button|press|click|block|screen|dialog|menu|form|cursor|loading)\b)"
)


def missing_pictures(post: Post) -> Iterator[Slot]:
    if OF_MARKUP.search(post.title_text):
        return
    front = post.front_matter.span
    for place in STAND_IN.finditer(post.text, *front):
        yield Slot(Span(*place.span()), "picture", not PHOTO.search(place.group()))
    for prose in post.prose:
        for mark in prose.marked("image") if prose.marks else ():
            if STAND_IN.search(mark.target):
                yield Slot(mark.span, "picture", not PHOTO.search(mark.target))
            alt = prose.text[mark.start : mark.end].strip() or _alt(post.text, mark.span)
            # a picture may show a form or a menu
            if ALT.search(alt) and not SCREEN.search(alt):
                yield Slot(mark.span, "alt", True)
        keyed = KEYED.match(prose.text) if STAND_IN.may_match(prose.text) else None
        if keyed is not None and STAND_IN.search(keyed.group()):
            yield Slot(prose.span(*keyed.span()), "picture", True)


def _alt(text: str, span: Span) -> str:
    source = text[slice(*span)]
    return source[2 : source.rfind("](")] if source.startswith("![") else ""
