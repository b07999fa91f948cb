"""Text that only keeps a place: Latin filler, dummy paragraphs, the sample post of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.about import teaches
from kouetsu_rules.seams.slots.context import Slot

MADE_UP = (
    r"(?:ダミー|サンプル|プレースホルダー?|ドライラン|動作確認|テスト)(?:用)?の?(?:ダミー|仮)?の?"
)
TEXT = r"(?:本文|文章|テキスト|段落|コンテンツ|原稿|記事本文)"
PUT = r"(?:書[いきく]|入力|記入|入[りれ]|追加|記載|挿入|貼り?付け)"
FILLER = Pattern(
    # who writes of it goes on in his own language
    r"\b[Ll]orem ipsum(?=,? dolor sit,? amet,? (?:consect|adip|sed|vel|et|eu|ut|nec))"
    r"|(?:^|(?<=[.!?:。！？] )|(?<=[。！？]))[Ll]orem ipsum"
    r"(?=,? dolor(?: sit(?: amet)?)?[ ]?(?:[.,…!。]|$)|[.…]*$)"
    r"|(?:この|本)(?:記事|投稿|ページ)は(?:サンプル|ダミー|テスト投稿)です"
    r"|^これは[^。、\n]{0,8}(?:サンプル|ダミー)(?:の|用の?)?(?:記事|投稿|ページ)です"
    r"|(?:この|本)(?:記事|投稿|ページ)は[^。\n]{0,40}(?:モック|ダミー)(?:の)?(?:記事|投稿|ページ|コンテンツ)です"
    r"|^これは(?:(?:日本語|英語|ブログ)の)?(?:記事|投稿|ブログ記事|ページ)のサンプルです"
    r"|(?:これは|(?:この|以下の)(?:セクション|段落|部分|文章|本文|記事)?は)、?"
    rf"{MADE_UP}{TEXT}(?:です|になります|が入ります)"
    r"|(?:本番|実運用)では、?(?:ここ|この(?:部分|セクション|段落))[にへ]"
    r"|\b[Tt]his is (?:a |some )?(?:dummy|placeholder|filler|sample) (?:text|paragraph|content)\b"
    r"|\b[Tt]his (?:post|article|page|section|paragraph) is (?:a sample|a placeholder"
    r"|(?:dummy|placeholder|filler) text)\b"
    # with more behind it, readers are told what to write on a page of theirs
    rf"|^ここに(?:見出し|{TEXT}|タイトル|内容|説明)[をがは]?{PUT}"
    r"(?:し?(?:ます|て(?:ください|下さい|いきます)?)|する|く|る)?[。.…]*$"
    rf"|^ここに(?:見出し|{TEXT}|タイトル|内容|説明)が入り(?:ます)?",
    re.MULTILINE,
)
# A trial of the script: a person may begin so, too.
TRIAL = Pattern(
    r"^(?:これは|この(?:記事|投稿|ページ)は)?、?[^。\n]{0,60}(?:テスト(?:用の?)?(?:記事|投稿|ポスト)"
    r"|(?:自動)?(?:投稿|生成)テスト)(?:です|になります|なので)。?"
    r"|^This is (?:just )?an? (?:simple )?test (?:article|post)\b",
    re.MULTILINE,
)
OF = (
    r"この(?:[^。、\n]{0,20}(?:記事|投稿|ページ|ブログ|エントリー?|ポスト|コンテンツ|コラム|セクション|文章|本文|動画"
    r"|商品|製品|サービス|プロジェクト|ツール|論文|レシピ|ペーパー)|サイト)"
)
# The whole of a value, or of a paragraph, tells only what it was to be.
STAND_IN = Pattern(
    rf"{OF}(?:について)?の(?:簡潔な|短い|簡単な)(?:説明|概要|紹介|要約)(?:文)?(?:です)?。?"
    rf"|(?:記事)?本文(?:\.{{3}}|…{{1,2}})|(?:記事)?本文をここに{PUT}(?:し?(?:ます|てください|てね))?[。！]?"
    rf"|[※＊*（(]{{1,2}}ここに[^。\n]{{1,30}}を{PUT}(?:し?て)?(?:ください|下さい)[。]?[）)]?"
    r"|(?:この|本)(?:記事|動画|論文|ページ)の(?:主[なで要]|要約|ポイント|トピック|概要|内容)[^。\n]{0,24}"
    r"ここに(?:表示され|入り|記載され)(?:ます)?[。]?"
    r"|(?:This is )?(?:[Aa] |[Tt]he )?(?:[Bb]rief|[Ss]hort|[Cc]oncise) (?:description|summary"
    r"|overview) (?:of|for|about) (?:the |this |your )?(?:blog post|post|article|page|product)"
    r"(?: here)?\.?"
)
# What a template's text begins with.
BEGINNING = Pattern(rf"ここから{TEXT}を{PUT}(?:し?(?:ます|てください)|る)?。?")
LEADING = Pattern(r"^[^\w（(※＊*]{1,3}")
ELEMENT = Pattern(r">(?P<text>[^<>]{4,400})<")
TEST = Pattern(r"テスト|(?a:\b[Tt]est\b)")
FIELDS = ("description", "excerpt", "summary", "title", "lead")
LONGEST = 80


def fillers(post: Post) -> Iterator[Slot]:
    """The places, those certain that say nothing of the post's own."""
    yield from (Slot(span, "filler", certain=True) for span in _certain(post))
    for span in (*_trials(post), *_stand_ins(post), *_beginning(post)):
        yield Slot(span, "filler", certain=False)


def _certain(post: Post) -> Iterator[Span]:
    yield from _sample(post)
    for name in FIELDS:
        scalar = post.front_matter.scalar(name)
        told = scalar.text.strip() if scalar is not None else ""
        if scalar is not None and (STAND_IN.fullmatch(told) or FILLER.match(told)):
            yield scalar.content
    if post.may_contain(FILLER):
        yield from (*_in_prose(post), *_in_html(post))


def _stand_ins(post: Post) -> Iterator[Span]:
    """Paragraphs that tell only what they were to be."""
    for block in post.blocks if STAND_IN.may_match(post.text) else ():
        prose = block.prose
        if prose is None or block.kind != "paragraph" or len(prose.text) > LONGEST:
            continue
        if STAND_IN.fullmatch(LEADING.sub("", prose.text.strip())):
            yield prose.span(0, len(prose.text))


def _beginning(post: Post) -> Iterator[Span]:
    """The first paragraph, where it says that the text begins there."""
    prose = post.blocks[0].prose if post.blocks else None
    if prose is not None and BEGINNING.fullmatch(prose.text.strip()):
        yield prose.span(0, len(prose.text))


def _trials(post: Post) -> Iterator[Span]:
    """Where a post says that it is a test, and so does its title."""
    if post.may_hold(TRIAL) and TEST.search(post.title_text):
        for prose in post.prose:
            for place in TRIAL.finditer(prose.text):
                if not spoken(prose.text, place.start()):
                    yield prose.span(*place.span())


def _in_prose(post: Post) -> Iterator[Span]:
    for prose in post.prose:
        for place in FILLER.finditer(prose.text):
            if not prose.opaque(*place.span()) and not spoken(prose.text, place.start()):
                yield prose.span(*place.span())


def _in_html(post: Post) -> Iterator[Span]:
    for block in post.blocks:
        for place in ELEMENT.finditer(post.text, *block.span) if block.kind == "html" else ():
            if FILLER.search(place["text"]):
                yield Span(*place.span("text"))


# A template's sample post, published: it asks for its text, and shows the markup.
ORDER = Pattern(
    rf"^ここに(?:は|、)?(?:{TEXT}|内容|説明文?|記事)(?:を|が){PUT}(?:し?(?:ます|て(?:ください|下さい))|く|る)?[。.…]*$"
    r"|^(?:[Ww]rite|[Aa]dd|[Pp]ut|[Ee]nter|[Ii]nsert) (?:your|the) (?:\w+ ){0,2}"
    r"(?:content|text|post|article|story|body) here\b"
    r"|^WordPress ?へようこそ。(?:これ|こちら)は(?:あなたの)?最初の投稿です"
    r"|^Welcome to WordPress\. This is your first post"
)
HEADING = Pattern(r"(?:(?:大|中|小)?見出し[ ]?[\d１-９]?|(?:Sub)?[Hh]eading(?: \d)?|Section \d)$")
ITEM = Pattern(
    r"(?:リスト|項目|アイテム|(?:List )?[Ii]tem|Point)[ ]?(?:\d|[１-３A-C]|one|two|three)$"
)
BRIEF = 500
"""A post of fewer letters that asks for its text has none."""


def _sample(post: Post) -> Iterator[Span]:
    """The places at which a sample speaks, where it is certain that the post is one."""
    if not post.may_hold(ORDER) or post.derived(teaches):
        return
    if sum(len(prose.text) for prose in post.prose) >= BRIEF:
        return
    told = [
        prose.span(sentence.start, sentence.end)
        for prose in post.prose
        for sentence in prose.sentences
        if ORDER.match(sentence.text.strip())
    ]
    if told:
        yield from told
        yield from (prose.span(0, len(prose.text)) for prose in post.prose if _is_label(prose))


def _is_label(prose: Prose) -> bool:
    """Whether a heading or an item of a list has the name of what it is for its text."""
    block, text = prose.block, prose.text.strip()
    if block is None:
        return False
    heading = block.kind == "heading" and HEADING.match(text)
    return bool(heading or (block.in_list and ITEM.match(text)))
