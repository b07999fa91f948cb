"""A template's sample post, published: it says where the text would stand and shows the markup."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.seams.slots.notations import teaches

TEXT = (
    r"(?:(?:記事|投稿|ブログ|ページ)の?)?(?:本文|内容|文章|テキスト|説明文?|コンテンツ|記事|導入文?|リード文|概要|要約"
    r"|まとめ|結論)"
)
PUT = r"(?:書|入力|記入|記述|追加|追記|入り|入れ|入る|記載|挿入|展開)"
ENGLISH_TEXT = (
    r"(?:content|text|post|article|story|body|description|intro(?:duction)?|conclusion|copy)"
)
# Who says so means the one who fills the template.
ORDER = Pattern(
    rf"^(?:ここに|ここから|こちらに)(?:は|、)?{TEXT}(?:を|が){PUT}(?:[いきし]?(?:ます|て(?:ください|いきます|下さい)|く|る|始める))?"
    rf"[。.…]*$|^{TEXT}(?:を)?ここに{PUT}[^。]{{0,8}}[。.]?$"
    rf"|^\W*(?:[Ww]rite|[Aa]dd|[Pp]ut|[Ee]nter|[Tt]ype|[Ii]nsert|[Pp]lace|[Ss]tart writing) (?:your"
    rf"|the) "
    rf"(?:\w+ ){{0,2}}{ENGLISH_TEXT} here\b|^\W*(?:Your )?(?:\w+ )?{ENGLISH_TEXT} (?:goes"
    rf"|will go) here\b"
    rf"|^Your (?:\w+ )?{ENGLISH_TEXT} here\b"
)
# What blog programs put into the first post of a new site.
STARTER = Pattern(
    r"^(?:WordPress ?へようこそ。(?:これ|こちら)は(?:あなたの)?最初の投稿です"
    r"|Welcome to WordPress\. This is your first post"
    r"|You['’]ll find this post in your \S+ directory"
    r"|(?:これ|こちら|この記事|この投稿)は、?(?:サンプル|テスト|ダミー)(?:用)?の?(?:記事|投稿|ブログ記事|ページ)です。?$"
    r"|This is (?:a|an|the|my|your) (?:sample|test|example|dummy|placeholder) (?:blog )?(?:post"
    r"|article)\.?$)"
)
HEADING = Pattern(
    r"^(?:(?:大|中|小)?見出し[ ]?[\d１-９]?|セクション[ ]?[\d１-９]|(?:Sub)?[Hh]eading(?: \d)?"
    r"|Section \d|H[1-4])$"
)
ITEM = Pattern(
    r"^(?:リスト|項目|アイテム|箇条書き|ポイント|(?:List )?[Ii]tem|Point|Bullet)[ ]?(?:\d"
    r"|[１-３一二三A-C]|one|two|three)$"
)
SHOWN = Pattern(
    r"(?:Markdown|マークダウン)(?:記法|形式)?(?:が|で|を)(?:使え|書け|利用でき)|(?:コードブロック|表|画像|リスト|リンク)も(?:使え|書け)"
    r"|^(?:You can|This post) (?:also )?(?:use|supports?) [Mm]arkdown\b"
)
BRIEF = 500
"""A post of fewer letters that asks for its text has none."""
TWO = 2


def sample_posts(post: Post) -> Iterator[Span]:
    """The places at which a sample speaks, where it is certain that the post is one."""
    if post.derived(teaches) or not (post.may_hold(ORDER) or post.may_hold(STARTER)):
        return
    told: list[Span] = []
    kinds: set[str] = set()
    for prose in post.prose:
        spoken = len(prose.text) < BRIEF and (
            ORDER.may_match(prose.text) or STARTER.may_match(prose.text)
        )
        for sentence in prose.sentences if spoken else ():
            if ORDER.search(sentence.text.strip()) or STARTER.search(sentence.text.strip()):
                kinds.add("order")
                told.append(prose.span(sentence.start, sentence.end))
        kind = _shown(prose)
        if kind:
            kinds.add(kind)
            if kind != "shown":
                told.append(prose.span(0, len(prose.text)))
    brief = sum(len(prose.text) for prose in post.prose) < BRIEF
    if "order" in kinds and (brief or len(kinds) > TWO):
        yield from told


def _shown(prose: Prose) -> str | None:
    """What of the markup a block shows, with a name for its text."""
    text = prose.text.strip()
    if prose.block is None or len(text) > BRIEF:
        return None
    if prose.block.kind == "heading":
        return "heading" if HEADING.match(text) else None
    if prose.block.in_list:
        return "item" if ITEM.match(text) else None
    return "shown" if SHOWN.search(text) else None
