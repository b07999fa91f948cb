"""The sheet that goes with a text to whoever publishes it: titles, hashtags, prompts for pictures.

Its names say what they are for (投稿用, 案, プロンプト). One of them may head a section of a post
on just that; two of them, or one among the plain fields of a form, are the sheet itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Severity, Span
from kouetsu_rules.lines_with import at_lines
from kouetsu_rules.seams.speech.output_notes import Told

PLACE = (
    r"(?:note|NOTE|ノート|X|Twitter|SNS|Instagram|Threads|WordPress|WP|ブログ|記事|Qiita|Zenn"
    r"|YouTube)"
)
PICTURE = r"(?:サムネ(?:イル)?|アイキャッチ|ヘッダー|カバー|トップ|見出し|挿絵|OGP)(?:画像)?"
# What only such a sheet has.
SURE = Pattern(
    rf"{PLACE}?(?:の|への)?(?:投稿|公開|入稿|納品|掲載|配信)用?の?(?:メタ(?:情報|データ)"
    rf"|チェックリスト)"
    rf"|{PLACE}?(?:投稿|入稿|掲載|公開|配信)用の?(?:タイトル|題名|ハッシュ?タグ|タグ|本文|テキスト"
    rf"|文案?|画像|データ|情報)"
    rf"|{PICTURE}(?:の|用の?)?(?:設計|デザイン|構成|制作|作成|生成|イメージ)?"
    r"(?:案|指示書?|プロンプト|文言案?|コピー案?|テキスト案?|仕様)"
    r"|ハッシュタグ(?:の)?(?:候補|案)|タグ(?:の)?(?:候補|案)|推奨(?:ハッシュ)?タグ"
    r"|おすすめハッシュタグ案?"
    r"|有料(?:化?ライン|エリア|部分|パート|ゾーン)(?:の)?(?:位置|開始位置|設定(?:位置)?|推奨位置"
    r"|案|設置位置)"
    r"|(?:本文|記事|原稿)の?総?文字数"
    r"|(?:画像|動画|図)?生成?AI用の?(?:画像)?プロンプト(?:案)?"
    r"|画像(?:生成)?(?:AI)?用?の?プロンプト(?:案)?"
    rf"|{PLACE}用?の?(?:告知|投稿|宣伝|シェア|拡散)用?(?:文|テキスト|ポスト)?案"
    r"|告知用?(?:文|ポスト|ツイート)案?|(?:ツイート|ポスト|キャプション)案"
    r"|(?:タイトル|題名|見出し|キャッチコピー|説明文|概要文|抜粋文?|スラッグ|URL"
    r"|メタディスクリプション|価格|販売価格|リード文"
    r"|書き出し|締め)の?(?:候補|案|別案|代案)"
    r"|(?:[Ss]uggested|[Rr]ecommended|[Pp]roposed|[Aa]lternative) (?:[Hh]ashtags|[Tt]ags"
    r"|[Tt]itles?|[Ss]lug"
    r"|[Tt]humbnail|[Hh]eadlines?|[Ii]mages?(?: [Pp]rompts?)?|[Mm]eta [Dd]escription"
    r"|[Cc]ategor(?:y|ies)|[Ii]nternal"
    r" [Ll]inks)"
    r"|(?:[Tt]humbnail|[Ff]eatured [Ii]mage|[Cc]over(?: [Ii]mage)?|[Hh]ero [Ii]mage"
    r"|[Hh]eader [Ii]mage|[Ii]mage)"
    r" (?:[Gg]eneration )?(?:[Pp]rompts?|[Ii]deas?|[Cc]oncepts?|[Bb]rief)"
    r"|[Aa]lt [Tt]ext [Ss]uggestions?|[Ss]ocial (?:[Mm]edia )?(?:[Cc]opy|[Cc]aptions?)"
    r"|[Pp]ublishing (?:[Cc]hecklist|[Mm]etadata|[Nn]otes)|(?:[Pp]ost|[Aa]rticle|SEO) [Mm]etadata"
    r"|(?:推荐|建议)(?:标签|标题|话题)|备选标题|标题备选|封面图?(?:提示词|设计|文案)|配图(?:提示词"
    r"|建议)"
    r"|发布(?:信息|建议)|추천 ?(?:태그|해시태그|제목)|썸네일 ?(?:문구|프롬프트|기획안)|메타 ?설명"
)
# What stands beside it on the sheet, and elsewhere.
PLAIN = Pattern(
    r"メタ情報|メタデータ|SEO(?:情報|設定)|公開設定|投稿設定|ハッシュタグ|想定読者|対象読者"
    r"|ターゲット(?:読者)?|カテゴリー?|タグ"
    r"|文字数|スラッグ|価格|公開(?:予定)?日時?|投稿(?:予定)?日時?|パーマリンク"
    r"|アイキャッチ(?:画像)?"
    r"|サムネイル(?:画像)?|抜粋|タイトル|メタディスクリプション|キーワード"
    r"|[Ss]lug|[Tt]ags|[Hh]ashtags|[Ee]xcerpt|[Cc]ategory|[Kk]eywords|[Mm]eta [Dd]escription"
    r"|[Ww]ord [Cc]ount|[Tt]itle|[Tt]arget [Aa]udience|标签|关键词|分类|태그|키워드"
)
LINE = Pattern(
    r"[ \t■●◆▼◇□▶・*\-\d.．)）①-⑨\U0001F300-\U0001FAFF\u2600-\u27bf\ufe0f]*"
    r"[【\[［「]?"
    r"(?P<name>[^\s:：【】\[\]［］「」（()）][^\n:：【】\[\]［］「」（()）]{1,30}?)"
    r"[ ]?[】\]］」]?"
    r"(?:[（(][^（）()\n]{0,40}[）)])?[ \t]*(?P<colon>[:：]|$)",
    8,
)
CELL = Pattern(r"^[ \t]*\|[ \t*]*(?P<name>[^|\n*\s][^|\n*]{1,29}?)[ \t*]{0,8}\|", 8)
# A post on publishing, on a service or on prompts has sections of those names.
ABOUT = Pattern(
    r"(?i:\bnote\b|seo|ブログ|サムネ|アイキャッチ|ハッシュタグ|sns|投稿|生成ai|画像生成|プロンプト"
    r"|midjourney|diffusion|ライティング"
    r"|wordpress|youtube|instagram|コピー|タイトルの|テンプレート|webメディア|blogging|prompt"
    r"|thumbnail|hashtag|marketing)"
)
SHEET, FORM = 2, 2
MANY = 3


class Field(Struct, frozen=True):
    """A name with what may follow it; whether it heads a section."""

    span: Span
    name: str
    head: bool


def sheets(post: Post) -> Iterator[Told]:
    """The fields of such a sheet."""
    if not SURE.may_match(post.text):
        return
    sure: list[Field] = []
    plain: set[str] = set()
    for prose in post.prose:
        for field in _fields(prose):
            if SURE.fullmatch(field.name):
                sure.append(field)
            elif PLAIN.fullmatch(field.name):
                plain.add(field.name)
    sure += _cells(post)
    names = {field.name for field in sure}
    if not names:
        return
    certain = len(names) >= SHEET or len(plain) >= FORM
    if _on_publishing(post):
        if len(names) < MANY:
            return
        certain = False
    elif not certain and _taken_up(post, sure):
        return
    for field in sure:
        yield Told(field.span, "sheet", None if certain else Severity.WARNING)


def _fields(prose: Prose) -> Iterator[Field]:
    block = prose.block
    if block is None or block.in_quote:
        return
    head = block.kind == "heading"
    for place in at_lines(LINE, prose.text):
        whole = head or bool(place["colon"]) or prose.text[place.start()] in "【■●◆▼◇□▶"
        bold = any(mark.start <= place.start("name") < mark.end for mark in prose.marked("strong"))
        cell = block.kind not in ("paragraph", "item", "heading")
        if (whole or bold or cell) and not prose.opaque(*place.span("name")):
            yield Field(prose.span(*place.span("name")), place["name"].strip(), head)


def _cells(post: Post) -> Iterator[Field]:
    """The names in the first column of tables."""
    for block in post.blocks:
        if block.kind == "table" and not block.in_quote:
            for place in CELL.finditer(post.text, *block.span):
                if SURE.fullmatch(place["name"]):
                    yield Field(Span(*place.span("name")), place["name"], False)


def _on_publishing(post: Post) -> bool:
    return ABOUT.search(post.title_text) is not None


def _taken_up(post: Post, sure: list[Field]) -> bool:
    """Whether the text speaks of the one field, or has it again and again."""
    return len(sure) > 1 or post.text.count(sure[0].name) > 1
