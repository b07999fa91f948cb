"""Pictures that were never put in: their alternative text is a note on the picture to come."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.slots.context import Slot

THING = (
    r"(?:画像|写真|図(?:解|版|表)?|イラスト|挿絵|スクリーンショット|スクショ|サムネイル"
    r"|アイキャッチ|動画|映像|グラフ"
    r"|地図|キャプチャ|バナー)"
)
PUT = r"(?:挿入|追加|差し替え|差替|貼り付け|準備|作成|配置|掲載|設置|アップロード|生成|添付|入れる)"
PLANNED = r"(?:予定(?:地|です)?|待ち|位置|箇所|欄|(?:し)?てください|すること|要)"
THING_EN = (
    r"(?:images?|pictures?|photos?|screenshots?|diagrams?|charts?|illustrations?|figures?"
    r"|graphics?)"
)
# The alternative text of a picture that names none.
ALT = Pattern(
    rf"^\W{{0,2}}{THING}?の?(?:ここに|こちらに).{{0,24}}(?:{THING}|{PUT})"
    rf"|^\W{{0,2}}{THING}[をのが]?{PUT}{PLANNED}\W{{0,2}}$"
    rf"|^\W{{0,2}}{THING}[をのが]?(?:後で|あとで|後ほど|のちほど)"
    rf"|(?i:^\W{{0,2}}(?:insert|add|place|put|replace)\b.{{0,60}}\bhere\W?$"
    rf"|\b{THING_EN} (?:to be (?:added|inserted"
    rf"|replaced|provided|generated)|goes here|here\W?$|placeholder\W?$|coming soon\W?$|tbd\b)"
    rf"|^\W{{0,2}}(?:todo|tbd|fixme)\b)",
)
SCREEN = Pattern(
    r"画面|ボタン|一覧|手順|メニュー|欄|ダイアログ|フォーム"
    r"|(?i:\b(?:editor|button|press|click|block|screen|dialog|menu|form|cursor|loads?|loading)\b)"
)
DOUBTFUL_ALT = Pattern(
    rf"^(?:仮の?|ダミー(?:の)?){THING}$|^(?:プレースホルダー?|(?i:placeholder"
    rf"|dummy))(?: ?{THING}| {THING_EN})?$"
)


def promised_pictures(post: Post) -> Iterator[Slot]:
    """Pictures whose alternative text is a note on the picture that was to come."""
    for prose in post.prose:
        for mark in prose.marked("image") if prose.marks else ():
            alt = prose.text[mark.start : mark.end].strip() or _alt(post.text, mark.span)
            if SCREEN.search(alt):
                continue  # a picture of a form or a menu
            if ALT.search(alt):
                yield Slot(mark.span, "alt", True)
            elif DOUBTFUL_ALT.match(alt):
                yield Slot(mark.span, "alt", False)


def _alt(text: str, span: Span) -> str:
    source = text[slice(*span)]
    return source[2 : source.rfind("](")] if source.startswith("![") else ""
