"""The sheet that goes with a text to whoever publishes it: titles, hashtags, prompts for pictures.

Its names say what they are for (投稿用, 案, プロンプト). One of them may head a section of a post
on just that; two of them, or one among the plain fields of a form, are the sheet itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Block, Finding, Pattern, Post, Prose, Severity, Span
from kouetsu_rules.lines_with import at_lines
from kouetsu_rules.seams.outline.told_parts import told_below, told_proposals

PLACE = (
    r"(?:note|NOTE|ノート|X|Twitter|SNS|Instagram|Threads|WordPress|WP|ブログ|記事|Qiita|Zenn"
    r"|YouTube|LinkedIn|Facebook|LINE|メルマガ)"
)
PICTURE = r"(?:サムネ(?:イル)?|アイキャッチ|ヘッダー|カバー|トップ|見出し|挿絵|OGP)(?:画像)?"
# What it is to be used for or to mind, and that there are more of its kind.
FOR = (
    r"(?:[^\s、。]{1,14}(?:用の?|向けの?|[うくすつむるたなの]))?"
    r"(?:代替|別の?|追加の?|関連の?|推奨|SEO)?(?:記事|投稿|ブログ)?の?"
)
WRITING = (
    r"(?:タイトル|題名|見出し|キャッチコピー|説明文|概要文|抜粋文?|スラッグ|URL"
    r"|メタディスクリプション|価格|販売価格|リード文|書き出し|締め|(?:ハッシュ)?タグ|内部リンク"
    r"|関連(?:記事|リンク)|(?:紹介|告知|宣伝|投稿)文|(?:SNS)?(?:告知|宣伝|紹介)?投稿"
    r"|キャプション"
    r"|ツイート|ポスト)"
)
PROPOSAL = r"(?:候補|別案|代案|提案|案)(?:集|一覧|リスト)?"
# What only such a sheet has.
SURE = Pattern(
    rf"{PLACE}?(?:の|への)?(?:投稿|公開|入稿|納品|掲載|配信)用?の?(?:メタ(?:情報|データ)"
    rf"|チェックリスト)"
    rf"|{PLACE}?(?:投稿|入稿|掲載|公開|配信|告知|シェア|拡散|宣伝)用の?(?:タイトル|題名"
    r"|ハッシュ?タグ|タグ|本文|テキスト|文[案面章]?|(?:紹介|告知|要約|宣伝|投稿)文|キャプション"
    r"|画像|データ|情報|ポスト|ツイート)(?:案|テンプレ(?:ート)?)?"
    rf"|{PLACE}(?:での?)?拡散用"
    rf"|{PLACE}(?:用|向け)の?(?:(?:紹介|告知|要約|宣伝|投稿)文|キャプション)(?:案|例)?"
    rf"|{PICTURE}(?:の|用の?)?(?:設計|デザイン|構成|制作|作成|生成|イメージ)?"
    r"(?:案|提案|候補|指示書?|プロンプト|文言案?|コピー案?|テキスト案?|仕様)"
    r"|推奨(?:ハッシュ)?タグ|おすすめハッシュタグ案?"
    r"|有料(?:化?ライン|エリア|部分|パート|ゾーン)(?:の)?(?:位置|開始位置|設定(?:位置)?|推奨位置"
    r"|案|設置位置)"
    r"|(?:本文|記事|原稿)の?総?文字数"
    r"|(?:画像|動画|図)?生成?AI用の?(?:画像)?プロンプト(?:案)?"
    r"|画像(?:生成)?(?:AI)?用?の?プロンプト(?:案)?"
    rf"|{PLACE}用?の?(?:告知|投稿|宣伝|シェア|拡散)用?(?:文|テキスト|ポスト)?案"
    rf"|告知用文案?|{FOR}{WRITING}の?{PROPOSAL}"
    r"|(?i:(?:suggested|recommended|proposed|alternat(?:iv)?e) (?:hashtags|tags|(?:SEO )?titles?"
    r"|slug|thumbnail|headlines?|images?(?: prompts?)?|meta description|categor(?:y|ies)"
    r"|(?:internal|related) (?:links|articles|posts)|social (?:media )?posts?)"
    r"|(?:thumbnail|featured image|cover(?: image)?|hero image|header image|image)"
    r" (?:generation )?(?:prompts?|ideas?|concepts?|brief|suggestions?)"
    r"|(?:alt text|(?:alternative |SEO |blog |post )?(?:title|headline)s?|slug|hashtags?|tags?"
    r"|(?:internal|related) (?:links?|articles?|posts?)|meta description|tweet|caption)"
    r" (?:suggestions?|proposals?|candidates?|alternatives)"
    r"|social (?:media )?(?:copy|captions?|blurbs?|snippets?|post (?:copy|text|template|drafts?))"
    r"|(?:twitter|linkedin|facebook|instagram|SNS) (?:copy|captions?|blurb|post (?:copy|text"
    r"|template|drafts?))"
    r"|publishing (?:checklist|metadata|notes)|(?:post|article|SEO) metadata)"
    r"|(?:SEO ?)?(?:推荐|建议|备选|候选)的?(?:标签|标题|话题|封面|关键词)"
    r"|(?:SEO ?)?(?:标题|标签|话题|封面图?|配图|内链|相关文章|摘要)的?(?:备选|候选|建议|方案|提案"
    r"|提示词|设计|文案)"
    r"|(?:社交媒体|朋友圈|微博|公众号|小红书|推特)(?:推广|宣传|分享|发布|发文)?用?(?:文案|短文)"
    r"(?:模板|建议)?"
    r"|发布(?:信息|建议)|추천 ?(?:태그|해시태그|제목)|메타 ?설명"
    r"|(?:썸네일|(?:대체 |대안 |SEO ?)?제목|해시태그|내부 ?링크|관련 ?글) ?(?:문구|프롬프트|기획안"
    r"|후보|제안|추천|안)|(?:SNS|소셜 ?미디어|인스타그램|트위터) ?(?:홍보|공유|게시|소개)용?"
    r" ?(?:문구|글|템플릿)"
)
# Of these, people propose several to each other, and tell of it.
SHARED = Pattern(
    r"(?:タイトル|題名|見出し|キャッチコピー|(?:販売)?価格|書き出し|締め|ポスト|(?:紹介|告知|宣伝)文)の?"
    rf"{PROPOSAL}"
    rf"|{PLACE}(?:での?)?拡散用"
)
# Readers are asked to spread it.
SPREAD = Pattern(r"拡散(?:して|に|を|希望|のお願い)|広めて|シェアして|お使いください|貼って")
# What stands beside it on the sheet, and elsewhere.
PLAIN = Pattern(
    r"メタ情報|メタデータ|SEO(?:情報|設定)|公開設定|投稿設定|ハッシュタグ|想定読者|対象読者"
    r"|ターゲット(?:読者)?|カテゴリー?|タグ"
    r"|文字数|スラッグ|価格|公開(?:予定)?日時?|投稿(?:予定)?日時?|パーマリンク"
    r"|アイキャッチ(?:画像)?"
    r"|サムネイル(?:画像)?|抜粋|タイトル|メタディスクリプション|(?:主要|関連|SEO|対策)?キーワード"
    rf"|(?:追加|付属|補足)(?:の)?(?:出力|成果物|アウトプット)"
    rf"|{PLACE}(?:の)?(?:投稿|告知|シェア|紹介)用?文?の?(?:テンプレ(?:ート)?|例文?|文面?)"
    r"|(?i:slug|tags|hashtags|excerpt|category|(?:primary |main |focus )?keywords?"
    r"|meta description|word count|title|target audience|additional outputs?"
    r"|social (?:media )?posts?|bonus (?:outputs?|content))"
    r"|标签|关键词|分类|附加(?:输出|内容)|태그|(?:주요 ?)?키워드|추가 ?출력"
)
LINE = Pattern(
    r"[ \t■●◆▼◇□▶・*\-\d.．)）①-⑨\U0001F300-\U0001FAFF\u2600-\u27bf\ufe0f]*"
    r"[【\[［「]?"
    r"(?P<name>[^\s:：【】\[\]［］「」（()）][^\n:：【】\[\]［］「」（()）]{1,30}?)"
    r"[ ]?[】\]］」]?"
    r"(?:[（(][^（）()\n]{0,40}[）)])?[ \t]*(?P<colon>[:：]|$)",
    re.MULTILINE,
)
# A post on publishing, on a service or on prompts has sections of those names.
ABOUT = Pattern(
    r"(?i:(?a:\bnote\b)|seo|ブログ|サムネ|アイキャッチ|ハッシュタグ|sns|投稿|生成ai|画像生成|プロンプト"
    r"|midjourney|diffusion|ライティング"
    r"|wordpress|youtube|instagram|コピー|タイトルの|テンプレート|webメディア|blogging|prompt"
    r"|thumbnail|hashtag|marketing|公众号|自媒体|小红书|运营|文案|标题|营销|마케팅|블로그)"
)
SHEET, FORM = 2, 2
MANY = 3


class Field(Struct, frozen=True):
    """A name and where it stands."""

    span: Span
    name: str
    head: Block | None
    """The heading that has it."""


def sheets(post: Post) -> Iterator[Finding]:
    """The fields of such a sheet."""
    if not post.may_contain(SURE):
        return
    sure: list[Field] = []
    plain: set[str] = set()
    for prose in post.prose:
        for field in _fields(prose):
            if SURE.fullmatch(field.name):
                if not (field.name.endswith("拡散用") and post.contains(SPREAD)):
                    sure.append(field)
            elif PLAIN.fullmatch(field.name):
                plain.add(field.name)
    names = {field.name for field in sure}
    if not names:
        return
    shared = all(SHARED.fullmatch(name) for name in names)
    enough = len(names) >= SHEET or len(plain) >= FORM
    certain = enough and not shared and not _told(post, sure)
    if _on_publishing(post):
        if len(names) < MANY:
            return
        certain = False
    elif not certain and _taken_up(post, sure):
        return
    severity = None if certain else Severity.WARNING
    for field in (*sure, *(_beside(post, sure) if certain else ())):
        yield Finding(field.span, "sheet", severity=severity)


def _fields(prose: Prose) -> Iterator[Field]:
    block = prose.block
    if block is None:
        return
    head = block.kind == "heading"
    for place in at_lines(LINE, prose.text):
        whole = head or bool(place["colon"]) or prose.text[place.start()] in "【■●◆▼◇□▶"
        bold = any(mark.start <= place.start("name") < mark.end for mark in prose.marked("strong"))
        if (whole or bold) and not prose.opaque(*place.span("name")):
            yield Field(
                prose.span(*place.span("name")), place["name"].strip(), block if head else None
            )


def _beside(post: Post, sure: list[Field]) -> Iterator[Field]:
    """The plain fields that head sections next to those which are certain."""
    known = {field.span for field in sure}
    run: list[Field] = []
    beside = False
    for prose in post.prose:
        if prose.block is None or prose.block.kind != "heading":
            continue
        field = next(_fields(prose), None)
        if field is not None and field.span in known:
            yield from run
            run, beside = [], True
        elif field is not None and PLAIN.fullmatch(field.name):
            if beside:
                yield field
            else:
                run.append(field)
        else:
            run, beside = [], False


def _told(post: Post, sure: list[Field]) -> bool:
    """Whether they all head sections in which their maker tells what was done."""
    return all(each.head is not None and told_below(post, each.head, each.name) for each in sure)


def _on_publishing(post: Post) -> bool:
    return ABOUT.search(post.title_text) is not None


def _taken_up(post: Post, sure: list[Field]) -> bool:
    """Whether the text speaks of the one field, or has it again and again."""
    end = sure[0].span.end
    line = post.text[end : post.text.find("\n", end) + 1 or len(post.text)]
    return len(sure) > 1 or post.text.count(sure[0].name) > 1 or told_proposals(post, line)
