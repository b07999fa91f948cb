"""The stations of the way from a draft to a published post, as headings of the post itself.

That something was checked before it went out, or noted while it was made, programmers and
knitters write for their readers, too. What stands for the post's own picture, tags, links or
marks is of the trade; beside one of these the other stations are, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from kouetsu.api import Block, Finding, Pattern, Post, Severity
from kouetsu_rules.seams.outline.sheets import ABOUT, PICTURE, PLACE, SHARED, WRITING
from kouetsu_rules.shown import shows_code
from kouetsu_rules.subject import speaks_of

NUMBER = r"^\W{0,4}(?:\d{1,2}[.．、)）][ ]?)?"
END = r"[ ]?(?:[（(][^（）()\n]{1,20}[）)])?\W{0,3}$"
# Of this very post, and of no use to its readers.
OWN = {
    "fields": Pattern(
        rf"{NUMBER}(?P<name>{PLACE}?の?{WRITING}(?:[・／/]{WRITING})*の?(?:候補|案)(?:一覧|リスト)?){END}"
    ),
    "picture": Pattern(rf"{NUMBER}{PICTURE}の?(?:方向性?|方針|ラフ案?|構図案?|イメージ案){END}"),
    "plan": Pattern(
        r"^(?:(?:記事の?)?(?:目次|見出し|構成)案?[（(](?:アウトライン|構成案|骨子)[）)]|記事アウトライン案?)$"
    ),
}
# The same of a post; a program, a game or a pattern has them, too.
STATIONS = {
    "score": Pattern(
        rf"{NUMBER}(?:本?記事|原稿|投稿)の?(?:スコア|(?:自己)?採点|点数|品質(?:スコア|チェック|評価))"
        rf"(?:表|結果)?{END}"
    ),
    "check": Pattern(
        rf"{NUMBER}(?:公開|投稿|掲載|配信|入稿)前の?(?:最終)?(?:チェック|確認|点検|レビュー)"
        rf"(?:リスト|項目|事項|表)?{END}"
    ),
    "record": Pattern(
        rf"{NUMBER}(?:公開|投稿|掲載|配信)後の?(?:記録|計測|数値|指標|アクション)(?:欄|表|項目|メモ)?{END}"
    ),
    "notes": Pattern(
        rf"{NUMBER}(?:制作|執筆|編集|作成|校正|構成|ライター|編集者)(?:用|向け|への)?の?"
        rf"(?:メモ|ノート|ログ|申し送り){END}"
    ),
    "plan": Pattern(
        rf"{NUMBER}(?:本?記事|投稿)の?(?:狙い|ねらい|意図|ゴール|骨子|コンセプト){END}"
    ),
    "evidence": Pattern(
        rf"{NUMBER}(?:参考(?:リンク|資料|URL)[・／/])?(?:証拠|根拠|裏付け|エビデンス)の?"
        rf"(?:素材|資料|リンク|ソース)(?:[・／/](?:素材|資料|リンク|ソース))?(?:一覧)?{END}"
    ),
}
# Parts of the post that the sheet has to name; anybody may have one.
PART = Pattern(
    rf"{NUMBER}(?:タイトル|題名|リード文?|導入文?|本文|CTA|ハッシュタグ|タグ|メタディスクリプション"
    rf"|カテゴリー?|スラッグ|紹介文|告知文|想定読者|抜粋|アイキャッチ(?:画像)?|推奨){END}"
)
# Who tells how posts are made has all of them as matter.
CRAFT = Pattern(
    r"記事の(?:書き方|作り方|制作)|ブログ(?:の書き方|運営)|ライティング|編集部|執筆(?:術|フロー|の流れ)"
)
# What one of the headings has in any case.
ANY = Pattern(
    r"候補|案|方向|方針|スコア|採点|点数|品質|アウトライン|骨子|[前後]の?(?:最終)?(?:チェック|確認|点検|レビュー"
    r"|記録|計測|数値|指標|アクション)|メモ|ノート|ログ|申し送り|狙い|ねらい|意図|ゴール|コンセプト|素材|資料"
)
LAYOUT = Pattern(r"サイト|ホームページ|デザイン|リニューアル")
LEAST, MANY = 2, 4
# What a program reads of a post, and what stands beside it in the same list.
SWITCH = Pattern(
    r"^(?:status|ステータス)[ ]?[:：][ ]*(?:draft|published|ready\w*|scheduled|下書き|未公開)$"
    r"|^(?:noindex|nofollow|draft|published)[ ]?[:：][ ]*(?:true|false|on|off)$"
)
SETTING = Pattern(
    r"^(?:推奨)?(?:slug|スラッグ|パーマリンク)[ ]?[:：][ ]*/?[a-z0-9]+(?:[-/][a-z0-9]+)+/?$"
    r"|^(?:推奨)?(?:SEO ?タイトル|メタディスクリプション|フォーカスキー(?:フレーズ|ワード)"
    r"|[Mm]eta [Dd]escription|[Ff]ocus [Kk]ey(?:phrase|word)|SEO [Tt]itle)[ ]?[:：][ ]*\S"
)
FIELD = Pattern(r"^[^\s:：。][^:：。\n]{0,20}[:：][ ]*\S")
FIELDS = 3


class Station(Struct, frozen=True):
    """A heading of the flow: what kind it is, and whether only a sheet has it."""

    block: Block
    kind: str
    own: bool


def flow_heads(post: Post) -> Iterator[Finding]:
    if post.may_hold(ANY):
        yield from _headings(post)
    yield from _settings(post)


def _headings(post: Post) -> Iterator[Finding]:
    heads = [block for block in post.blocks if block.kind == "heading" and not block.in_quote]
    found = [station for block in heads if (station := _station(block)) is not None]
    kinds = {station.kind for station in found}
    own = {station.kind for station in found if station.own}
    about = _of_the_craft(post)
    # who lays out a site has one of them, and checks and notes beside it
    certain = len(own) >= LEAST and not about
    if about:
        told = bool(own) and len(kinds) >= MANY
    else:
        told = _unsaid(post, found) if own else "plan" in kinds and len(kinds) > LEAST
    if not certain and not told:
        return
    severity = None if certain else Severity.WARNING
    marked = [station.block for station in found]
    if certain:
        levels = {block.level for block in marked}
        parts = (block for block in heads if block.level in levels and block.prose)
        marked += [block for block in parts if block.prose and PART.match(block.prose.text)]
    for block in marked:
        if block.prose is not None:
            yield Finding(block.prose.whole, "sheet", severity=severity)


def _station(block: Block) -> Station | None:
    text = block.prose.text.strip() if block.prose is not None else ""
    for kind, pattern in OWN.items():
        if pattern.match(text):
            return Station(block, kind, own=SHARED.fullmatch(text) is None)
    for kind, pattern in STATIONS.items():
        if pattern.match(text):
            return Station(block, kind, own=False)
    return None


def _of_the_craft(post: Post) -> bool:
    title = post.title_text
    return any(each.search(title) for each in (ABOUT, LAYOUT)) or speaks_of(post, CRAFT)


def _unsaid(post: Post, found: list[Station]) -> bool:
    """Whether the text never speaks of what a heading names."""
    names = {
        station.block.prose.text.strip() for station in found if station.own and station.block.prose
    }
    plain = [block.prose.text for block in post.blocks if block.kind != "heading" and block.prose]
    return not any(name in text for name in names for text in plain)


def _settings(post: Post) -> Iterator[Finding]:
    """A list of what the post is published as."""
    if not post.may_hold(SWITCH) or _of_the_craft(post) or post.derived(shows_code):
        return
    for listed, blocks in groupby(post.blocks, key=lambda block: block.in_list):
        proses = [block.prose for block in blocks if listed and block.prose]
        plain = (prose for prose in proses if not prose.marked("code"))
        fields = [prose for prose in plain if FIELD.match(prose.text)]
        switches = [prose for prose in fields if SWITCH.match(prose.text.strip())]
        settings = [prose for prose in fields if SETTING.match(prose.text.strip())]
        if switches and len(switches) + len(settings) >= LEAST and len(fields) >= FIELDS:
            yield Finding(fields[0].whole.joined(fields[-1].whole), "sheet")
