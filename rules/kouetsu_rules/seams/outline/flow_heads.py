"""The stations of the way from a draft to a published post, as headings of the post itself.

That something was checked before it went out, or noted while it was made, programmers and
knitters write for their readers, too. What stands for the post's own picture, tags, links or
marks is of the trade; beside one of these the other stations are, too. Who makes a book, a bulletin
or an exhibition tells below such headings what was done; a sheet has the values themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from kouetsu.api import Block, Finding, Pattern, Post, Severity
from kouetsu_rules.seams.outline.sheets import ABOUT, PICTURE, PLACE, SHARED, WRITING
from kouetsu_rules.seams.outline.told_parts import texts_below, told_below
from kouetsu_rules.shown import shows_code
from kouetsu_rules.subject import speaks_of, subject

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
# What only a post on the web has, and no book, bulletin or exhibition.
OF_A_POST = Pattern(
    r"記事|ブログ|note|NOTE|スラッグ|メタディスクリプション|アイキャッチ|サムネ|OGP|ハッシュタグ|タグ候補|内部リンク"
)
# Other things have a top, a cover and headings, and plans for them.
OF_ANYTHING = Pattern(rf"{NUMBER}(?:トップ|ヘッダー|カバー|見出し)(?!画像)")
# Who makes any of these shows how.
MAKERS = Pattern(
    r"部誌|同人誌|個人誌|社内報|会報|実況|動画|連載|編集|挿絵|新聞|裏側|本づくり|企画書"
    r"|展示|展覧会|個展|写真展"
)
SENTENCE = Pattern(r"[うくすつぬむるぐぶただいんよね][。！？]")
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
# Who sets up one of these shows such lists.
TOOLS = Pattern(r"(?i:obsidian|hugo|jekyll|astro|検索|seo)")
LEAD = Pattern(r"[:：]\s*$|次の|こう|ように|設定")
# Of this very post, where its value is no address.
OF_SEARCH = Pattern(
    r"^(?:推奨)?(?:SEO ?タイトル|メタディスクリプション|[Mm]eta [Dd]escription|SEO [Tt]itle)"
    r"[ ]?[:：]"
)
ADDRESS = Pattern(r"[a-z0-9]+(?:[-/][a-z0-9]+)+")
FIELD = Pattern(r"^[^\s:：。][^:：。\n]{0,20}[:：][ ]*\S")
FIELDS = 3


class Station(Struct, frozen=True):
    """A heading of the flow: what kind it is, and whether only a sheet has it."""

    block: Block
    kind: str
    name: str
    own: bool


def flow_heads(post: Post) -> Iterator[Finding]:
    if post.may_hold(ANY):
        yield from _headings(post)
    yield from _settings(post)


def _headings(post: Post) -> Iterator[Finding]:
    heads = [block for block in post.blocks if block.kind == "heading" and not block.in_quote]
    found = [station for block in heads if (station := _station(block)) is not None]
    if not found or MAKERS.search(post.derived(subject)):
        return
    severity = _weight(post, found)
    if severity is None:
        return
    marked = [station.block for station in found]
    if severity is Severity.ERROR:
        levels = {block.level for block in marked}
        parts = (block for block in heads if block.level in levels and block.prose)
        marked += [block for block in parts if block.prose and PART.match(block.prose.text)]
    for block in marked:
        if block.prose is not None:
            yield Finding(block.prose.whole, "sheet", severity=severity)


def _weight(post: Post, found: list[Station]) -> Severity | None:
    """How certain the stations are; ``None`` where they may be the maker's own."""
    kinds = {station.kind for station in found}
    own = [station for station in found if station.own]
    about = _of_the_craft(post)
    if not own:
        enough = not about and {"plan", "score"} <= kinds and len(kinds) > LEAST
        return Severity.WARNING if enough else None
    told = (told_below(post, station.block, station.name) for station in own)
    if all(OF_ANYTHING.match(station.name) for station in own) or any(told):
        return None
    if about:
        return Severity.WARNING if len(kinds) >= MANY else None
    # who lays out a site has one of them, and checks and notes beside it
    several = len({station.kind for station in own}) >= LEAST
    of_a_post = any(OF_A_POST.search(station.name) for station in own)
    below = (text for station in own for text in texts_below(post, station.block))
    values = not any(map(SENTENCE.search, below))
    if several and of_a_post and values:
        return Severity.ERROR
    return Severity.WARNING if several or _unsaid(post, own) else None


def _station(block: Block) -> Station | None:
    text = block.prose.text.strip() if block.prose is not None else ""
    for kind, pattern in OWN.items():
        if found := pattern.match(text):
            # its number and what stands in brackets behind it are no part of its name
            name = found.groupdict().get("name", text)
            return Station(block, kind, name, own=SHARED.fullmatch(name) is None)
    for kind, pattern in STATIONS.items():
        if pattern.match(text):
            return Station(block, kind, text, own=False)
    return None


def _of_the_craft(post: Post) -> bool:
    title = post.title_text
    return any(each.search(title) for each in (ABOUT, LAYOUT)) or speaks_of(post, CRAFT)


def _unsaid(post: Post, own: list[Station]) -> bool:
    """Whether the text never speaks of what a heading names."""
    names = {station.name for station in own}
    plain = [block.prose.text for block in post.blocks if block.kind != "heading" and block.prose]
    return not any(name in text for name in names for text in plain)


def _settings(post: Post) -> Iterator[Finding]:
    """A list of what the post is published as."""
    if not post.may_hold(SWITCH) or _of_the_craft(post) or post.derived(shows_code):
        return
    if TOOLS.search(post.derived(subject)):
        return
    before: list[Block] = []
    rules = [block.span.start for block in post.blocks if block.kind == "rule"]
    for listed, run in groupby(post.blocks, key=lambda block: block.in_list):
        blocks = [*run]
        proses = [block.prose for block in blocks if listed and block.prose]
        plain = (prose for prose in proses if not prose.marked("code"))
        fields = [prose for prose in plain if FIELD.match(prose.text)]
        switches = [prose for prose in fields if SWITCH.match(prose.text.strip())]
        settings = [prose for prose in fields if SETTING.match(prose.text.strip())]
        enough = len(switches) + len(settings) >= LEAST and len(fields) >= FIELDS
        # what a sentence leads to is shown to readers
        if switches and enough and not _led_in(before):
            first = all(block.kind in ("heading", "image") for block in before)
            last = blocks[-1] is post.blocks[-1]
            edge = first or last or bool(rules and blocks[0].span.start > rules[-1])
            certain = edge and any(_of_this(post, prose.text.strip()) for prose in settings)
            span = fields[0].whole.joined(fields[-1].whole)
            yield Finding(span, "sheet", severity=None if certain else Severity.WARNING)
        # the list itself stands before its first item
        before += (block for block in blocks if block.kind not in ("list", "item"))


def _led_in(before: list[Block]) -> bool:
    lead = before[-1] if before else None
    if lead is None or lead.kind != "paragraph" or lead.prose is None:
        return False
    return LEAD.search(lead.prose.text) is not None


def _of_this(post: Post, setting: str) -> bool:
    """Whether a setting is for search engines, or the post's own address."""
    if OF_SEARCH.match(setting):
        return True
    address = ADDRESS.search(setting)
    known = (str(post.front_matter.data.get("slug", "")), Path(post.path).stem)
    return address is not None and any(address.group() in each for each in known)
