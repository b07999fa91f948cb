"""Text that only keeps a place: Latin filler, dummy paragraphs, sentences of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.notations import teaches

MADE_UP = (
    r"(?:ダミー|サンプル|プレースホルダー?|見本|ドライラン"
    r"|動作確認|テスト)(?:用)?の?(?:ダミー)?(?:の|用の)?"
)
TEXT = r"(?:本文|文章|テキスト|段落|コンテンツ|文言|原稿|記事本文)"
OF = (
    r"(?:この|本)(?:記事|投稿|ページ|セクション|項目|機能|商品"
    r"|製品|サービス|プロジェクト|ツール|カテゴリー?|トピック|テーマ)"
)
FILLER = Pattern(
    # who writes of it goes on in his own language
    r"\b[Ll]orem ipsum(?=,? dolor sit,? amet,? (?:consect|adip|sed|vel|et|eu|ut|nec))"
    r"|(?:^|(?<=[.!?:。！？] )|(?<=[。！？]))[Ll]orem ipsum"
    r"(?=,? dolor(?: sit(?: amet)?)?[ ]?(?:[.,…!。]|$)|[.…]*$)"
    r"|(?:ダミー|サンプル)テキスト(?:です|が入ります)"
    r"|(?:この|本)(?:記事|投稿|ページ)は(?:サンプル|ダミー|テスト投稿)です"
    r"|[Tt]his (?:post|article|page|section|paragraph) is (?:a sample|a placeholder|dummy text"
    r"|placeholder text"
    r"|filler(?: text)?)\b"
    r"|これはダミーの(?:文章|テキスト)です|(?:テキスト){4,}|この文章はダミーです"
    r"|^[Rr]eplace this (?:paragraph|text|section|sentence)\b"
    # what the text is for, said by the text
    rf"|(?:^|(?<=。))(?:(?:この|以下の?|ここの?)(?:セクション|段落|部分|文章|本文|記事)?は、?|これは、?)?{MADE_UP}(?:仮の?)?{TEXT}(?:です|になります|が入ります)"
    r"|(?:本番|実運用|実際の(?:記事|運用|原稿))では、?(?:ここ|この(?:部分|セクション|箇所|段落))[にへ]"
    r"|[Tt]his is (?:a |some )?(?:dummy|placeholder|filler|dry[- ]run|sample) (?:text|paragraph"
    r"|content|copy|body)\b"
    r"|这(?:里)?是(?:一[段个篇])?(?:示例|测试|占位)(?:文本|文字|内容|文章|段落)"
    r"|여기에 (?:본문|내용|설명|글)을? ?(?:입력|작성|넣)|(?:예시|더미|샘플) (?:텍스트|본문)입니다",
    re.MULTILINE,
)
HERE = Pattern(
    r"^ここに(?:本文|見出し|文章|タイトル|テキスト|内容|説明)[をがは]?(?:入力|記入|書い|入れ|挿入|入り)"
    r"|^ここに[^。\n「」]{0,14}(?:特徴|体験談|感想|概要|メリット|まとめ|紹介文|結論|引用文?|詳細|スペック|レビュー|口コミ|要約|解説)"
    r"(?:を|が)(?:書き|入り|記載し|入力し|記入し|入れ)(?:ます|てください)。?$"
    r"|^[^\W\d_a-zA-Z]{0,4}(?:这里|此处)(?:是|填写|放置?|输入|写)(?:文章)?(?:正文|内容|标题|摘要|描述)",
    re.MULTILINE,
)
# The whole of a value, or of a paragraph, tells only what it was to be.
STAND_IN = Pattern(
    rf"(?:{OF}|この[^。、\n]{{1,30}})(?:について)?の(?:簡潔な|短い|簡単な)(?:説明|概要|紹介|要約|まとめ)(?:文)?(?:です|が入ります|になります)?。?"
    rf"|{OF}の(?:説明文|概要文|要約文|紹介文|ディスクリプション|メタディスクリプション)(?:です|が入ります)?。?"
    r"|(?:This is )?(?:[Aa] |[Tt]he )?(?:[Bb]rief|[Ss]hort|[Cc]oncise|[Oo]ne[- ]sentence)"
    r" (?:description|summary|overview|introduction|excerpt) (?:of|to|for|about)"
    r" (?:the |this |your )?(?:blog post|post|article|page|product|project|topic|section"
    r"|content)(?: here)?\.?"
    r"|(?:Your |Post |Article |Meta |Short )?(?:[Dd]escription|[Ss]ummary"
    r"|[Ee]xcerpt) (?:goes )?here\.?"
    r"|(?:这是)?(?:本文|文章)的?(?:简短|简要)(?:描述|介绍|摘要)[。.]?|(?:이 )?(?:글|게시물"
    r"|포스트)(?:에 대한|의) 간단한 (?:설명|요약)(?:입니다)?\.?"
)
LATIN = Pattern(
    r"\b(?:consectetur|adipiscing|vestibulum|pellentesque|suspendisse|curabitur|phasellus|aenean"
    r"|tincidunt|sollicitudin|vivamus|maecenas|praesent|quisque|donec|nullam|mauris|integer nec"
    r"|lobortis|hendrerit|ullamcorper|fermentum|condimentum|dapibus|sagittis|luctus|bibendum"
    r"|vehicula|elementum|scelerisque|dignissim|tristique|malesuada|faucibus|dolor sit amet"
    r"|nec odio)\b",
    re.IGNORECASE,
)
ELEMENT = Pattern(r">(?P<text>[^<>]{4,400})<")
SEVERAL = 3
"""So many different words of it are no quotation from the Romans."""
FIELDS = ("description", "excerpt", "summary", "title", "lead")


def fillers(post: Post) -> Iterator[tuple[Span, bool]]:
    """The places, and whether they are certain."""
    yield from _latin(post)
    yield from _in_html(post)
    for name in FIELDS:
        scalar = post.front_matter.scalar(name)
        if scalar is not None and STAND_IN.fullmatch(scalar.text.strip()):
            yield scalar.content, True
    stands_in = post.may_contain(STAND_IN)
    filled = any(map(post.may_hold, (FILLER, HERE)))
    for prose in post.prose if stands_in or filled else ():
        if filled:
            yield from _told(prose)
        if stands_in and _stands_in(prose):
            yield prose.span(0, len(prose.text)), False


LONGEST = 80


def _stands_in(prose: Prose) -> bool:
    text = prose.text.strip()
    paragraph = prose.block is not None and prose.block.kind == "paragraph"
    return paragraph and len(text) <= LONGEST and STAND_IN.fullmatch(text) is not None


def _told(prose: Prose) -> Iterator[tuple[Span, bool]]:
    for pattern in (FILLER, HERE):
        for place in pattern.finditer(prose.text):
            if not prose.opaque(*place.span()) and not spoken(prose.text, place.start()):
                yield prose.span(*place.span()), True


def _in_html(post: Post) -> Iterator[tuple[Span, bool]]:
    if not post.may_contain(FILLER) and not post.may_contain(HERE):
        return
    for block in post.blocks:
        for place in ELEMENT.finditer(post.text, *block.span) if block.kind == "html" else ():
            told = FILLER.search(place["text"]) or HERE.search(place["text"])
            if told and not LATIN.search(place["text"]):
                yield Span(*place.span("text")), True


def _latin(post: Post) -> Iterator[tuple[Span, bool]]:
    """Blocks of Latin filler, in HTML too."""
    if not post.may_contain(LATIN) or post.derived(teaches):
        return
    for block in post.blocks:
        if block.in_quote or block.kind == "code":
            continue
        if block.kind != "html" and (block.prose is None or FILLER.search(block.prose.text)):
            continue
        words = {place.group().lower() for place in LATIN.finditer(post.text, *block.span)}
        if len(words) >= SEVERAL:
            yield block.span, True
