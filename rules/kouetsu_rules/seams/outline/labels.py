"""Labels of the outline at the head of a paragraph or heading: its level, its part, its field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Prose, Severity
from kouetsu_rules.places import begins_bold
from kouetsu_rules.seams.outline.told_parts import HABIT, defined, told_below, told_proposals
from kouetsu_rules.shown import technical

LEVEL = Pattern(
    r"^(?:(?P<lens>[【\[（(])|(?=[HhＨ][1-6１-６][ ]?[:：]))[HhＨ](?P<number>[1-6１-６])"
    r"(?(lens)[】\]）)][:：]?|[ ]?[:：])[ ]?(?=\S)"
)
LABEL = Pattern(
    r"^(?:(?:本文|記事|見出し)構成案?|(?:ブログ|コンテンツ)(?:の)?構成案|想定文字数|目標文字数"
    r"|文字数目安"
    r"|検索意図(?:詳細|分析)?|キーワード補正履歴|メタディスクリプション(?:案)?|メタタグ|(?:SEO"
    r"|記事|ブログ)?タイトル(?:案[A-E1-9]?|[A-E]案)|SEOタイトル|リード文|導入文"
    r"|SEOキーワード|狙う(?:検索)?キーワード|対策キーワード|検索分析結果"
    r"|競合コンテンツギャップ|トンマナ"
    r"|[大中小]?見出し案|[大中小]見出し(?=[:：])"
    r"|(?:リード文|導入文?|書き出し|締め|結び|冒頭)案|(?:メイン|サブ|対策|狙う)KW"
    r"|(?:アイキャッチ|サムネイル?|(?:アイキャッチ|サムネイル)?画像)(?:生成)?用?プロンプト"
    r"|(?:note|NOTE|WordPress|ブログ|記事)投稿設定"
    r"|CTA(?![:：])|開かれた結び|共起語|スラッグ(?:案)?|内部リンク(?:候補|案|設計)"
    r"|関連記事(?:リンク)?案"
    r"|(?:文章で)?(?:図解|画像|イラスト)イメージ案"
    r"|(?:アイキャッチ|サムネイル?|挿入)?画像案|ターゲットキーワード|文字数カウント)[ ]?(?:[:：]"
    r"|(?=[（(])|$)"
)
PROPOSED = Pattern(r"案[A-E1-9]?[ ]?$")
# The same in brackets: 【本文】 and 【タイトル】 alone are everyone's.
BRACKETED = Pattern(r"^[【［〔](?P<name>[^【】［］〔〕\n]{2,24})[】］〕][ \t]*(?=\n|$)")
FIELD_NAME = Pattern(
    r"(?:記事|ブログ|SEO|魅力的な|キャッチーな)(?:の)?タイトル(?:案)?|キャッチーな(?:見出し|導入文?)"
)
EVERYONES = ("CTA", "リード文", "導入文")
"""Exercises and reports set these in brackets, too."""
OF_A_WORK = ("記事タイトル", "ブログタイトル")
"""With another title below they name a work that the post speaks of."""
HTML = Pattern(r"HTML|<[hH][1-6]|見出し(?:タグ|の(?:レベル|階層))|(?a:\b[Hh]eadings?\b)")
HALF = ("1", "2", "１", "２")
STYLED = Pattern(r"見出し|飾り|テーマ|スタイル|CSS|デザイン")
# H1 and H2 are the halves of a year, too.
HALVES = Pattern(
    r"半期|半年|[上下]期|\bhalf\b|\bhalves\b|(?<!\d)20\d\d(?:年度?)?の?[ ]?[HＨ][12１２](?!\d)"
)
ROCKET = Pattern(r"ロケット|打ち?上げ|JAXA|(?<![A-Za-z])H(?:-[123]|[123]A)|宇宙|衛星|機体")
# What is spoken of in a sentence is a place or a machine.
THING = Pattern(
    r"(?<![A-Za-z\d])H[1-6][ ]?(?:は|が|も|だ|です"
    r"|の(?!見出し|タグ|レベル|階層|直下|下|中|構成|文字|前|後|数|すべて)[^\s、。]{1,8}[はがもを])"
)
WORDS = Pattern(r"[ぁ-んァ-ヶ一-鿿]{2}")
# What a post on writing speaks of.
WRITING = Pattern(
    r"ライティング|ブログの書き方|記事の(?:書き方|構成)|書き出し|文章術|コピーライ|(?:リード"
    r"|導入)文(?:とは|の|を|は|が)"
)
LEAD = Pattern(
    r"^(?P<name>リード文?|導入文|書き出し|(?:記事の?)?要約文|Lead(?: paragraph)?|导语"
    r"|리드문)[ ]?[:：]"
)
MANY = 3
"""So many headings that name their one level are an outline's; who explains levels names each."""
FIRST = 5
"""A lead stands in the first blocks."""
TITLE = Pattern(r"^(?P<of>記事|ブログ)?タイトル(?:案)?[0-9０-９]?[:：][ \t]*(?P<value>.+)")
ALMOST = 0.8
"""What covers so much of the title is the title; what covers less may be the work it speaks of."""
RECORD = Pattern(
    r"[ 　・*-]*(?:著|作|訳|監督|脚本|主演|出演|原作|出版|発行|発売|販売|公開|制作|機種|ページ"
    r"|技法|画材|大きさ|サイズ|カメラ|レンズ|フィルム|撮影|場所|作詞|作曲|演奏)"
    r"[^\s:：。]{0,4}[*]*[:：]"
)
# What a plan sets for a text, and a writer for a day.
TARGETS = ("目標文字数", "想定文字数")
# A heading that begins with the name of the field which it was made of.
FIELD = Pattern(r"^(?:Title|タイトル|題名|Headline)[ ]?[:：][ ]?(?=\S)")


def labels(post: Post) -> Iterator[Finding]:
    if post.prose and (title := TITLE.match(post.prose[0].text)) and _own_title(post, title):
        yield Finding(post.prose[0].span(0, title.start("value")), "label")
    for prose in post.prose:
        if prose.block is not None and (found := _at_head(post, prose, prose.block)):
            yield found
    yield from _quoted_lead(post)


def _at_head(post: Post, prose: Prose, block: Block) -> Finding | None:
    """The label that a block begins with; the first kind of these decides."""
    text, heading = prose.text, block.kind == "heading"
    if heading and (level := LEVEL.match(text)):
        return _level(post, prose, block, level)
    if heading and block.level == 1 and (field := FIELD.match(text)):
        leaked = not (field.group().startswith("題名") and _of_another(post, text[field.end() :]))
        return Finding(prose.span(0, field.end()), "field") if leaked else None
    if not block.in_list and (field := BRACKETED.match(text)):
        leaked = _is_field(post, prose, field) and not _spoken_of(post, field["name"])
        return Finding(prose.span(0, field.end()), "label") if leaked else None
    if (heading or not block.in_list) and (label := LABEL.match(text)):
        return _label(post, prose, block, label)
    return None


def _level(post: Post, prose: Prose, block: Block, level: re.Match[str]) -> Finding | None:
    many = post.derived(_labelled_alike) >= MANY
    if _speaks_of_levels(post, block, level, many=many):
        return None
    outlined = many or post.derived(_outlined)
    # of several things one is called H2, and the next H3, at whatever depth
    own = level["number"] == str(block.level)
    certain = outlined or (own and _titles_section(post, prose.text[level.end() :]))
    severity = None if certain else Severity.WARNING
    return Finding(prose.span(0, level.end()), "level", severity=severity)


def _label(post: Post, prose: Prose, block: Block, label: re.Match[str]) -> Finding | None:
    name, heading = label.group(), block.kind == "heading"
    set_off = heading or begins_bold(prose) or name.endswith((":", "："))
    if not set_off or _spoken_of(post, name) or _own(post, prose, label):
        return None
    told = heading and PROPOSED.search(name) and told_below(post, block, name)
    severity = Severity.WARNING if told else None
    return Finding(prose.span(0, label.end()), "label", severity=severity)


def _own(post: Post, prose: Prose, label: re.Match[str]) -> bool:
    """Whether an author sets himself a target, tells of proposals or says what a word means."""
    value = prose.text[label.end() :]
    if label.group().startswith(TARGETS):
        return HABIT.match(value) is not None
    if label.group().startswith("タイトル案") and told_proposals(post, value):
        return True
    return prose.in_heading and defined(post, prose)


def _is_field(post: Post, prose: Prose, field: re.Match[str]) -> bool:
    """Whether a plan's field stands in brackets, and not that of a work."""
    name = field["name"]
    label = LABEL.match(name)
    known = label is not None and label.end() == len(name) and name not in EVERYONES
    below = prose.text[field.end() :].strip(" \n　「」『』")
    of_a_work = name in OF_A_WORK and post.title_text and below not in post.title_text
    return (known or FIELD_NAME.fullmatch(name) is not None) and not of_a_work


def _own_title(post: Post, label: re.Match[str]) -> bool:
    """Whether a label leads to the title of the post itself, and not of a work that it is about."""
    value = label["value"].strip(' 　"「」『』*')
    own = post.title_text
    # a review says in its title whose work it is about, and has more of its record below
    about = value in own and len(value) < ALMOST * len(own) and not TITLE.match(own)
    rest = [post.prose[0].text[label.end() :].lstrip(), *(prose.text for prose in post.prose[1:2])]
    record = any(RECORD.match(line) for line in rest)
    return bool(label["of"]) or not (about or record or told_proposals(post, label["value"]))


def _of_another(post: Post, name: str) -> bool:
    """Whether a post with a title of its own gives the title of a work."""
    title = post.title_text
    return bool(title) and name.strip(" 「」『』") not in title and title not in name


def _quoted_lead(post: Post) -> Iterator[Finding]:
    """The label of the lead, which stands in a quotation at the head of the post."""
    for block in post.blocks[:FIRST]:
        prose = block.prose
        place = LEAD.match(prose.text) if prose is not None and block.in_quote else None
        if prose is not None and place is not None and not _spoken_of(post, place["name"]):
            yield Finding(prose.span(0, place.end()), "label")


def _speaks_of_levels(post: Post, block: Block, label: re.Match[str], *, many: bool) -> bool:
    """Whether H2 is a half of a year, or what the post is about.

    A heading that names its own level does what no title of a section does. ``many`` of one
    level are an outline though HTML is spoken of, unless the post is about headings.
    """
    if label["number"] in HALF and post.contains(HALVES):
        return True
    if post.contains(THING) or (post.contains(HTML) and (not many or post.contains(STYLED))):
        return True
    named = label["number"] == str(block.level)
    return not named and ("タグ" in post.text or (post.is_japanese and post.derived(technical)))


def _levels(post: Post) -> list[tuple[int, str]]:
    """The depths of the labelled headings, and the level that each label names."""
    return [
        (block.level, place["number"])
        for block in post.blocks
        if block.kind == "heading" and block.prose is not None
        if (place := LEVEL.match(block.prose.text))
    ]


def _labelled_alike(post: Post) -> int:
    """How many headings are labelled with the level that they have, most of them with one."""
    named = Counter(number for level, number in post.derived(_levels) if str(level) == number)
    return max(named.values(), default=0)


def _outlined(post: Post) -> bool:
    """Whether several headings are labelled, those of one depth with the same level.

    A single H3 may be a rocket, and two of different numbers side by side may be two of them.
    """
    heads = post.derived(_levels)
    return len(heads) > 1 and len(set(heads)) == len({level for level, _ in heads})


def _titles_section(post: Post, rest: str) -> bool:
    """Whether words of Japanese stand behind a label, and it names no rocket."""
    return WORDS.search(rest) is not None and not post.contains(ROCKET)


def _on_writing(post: Post) -> bool:
    return any(WRITING.search(prose.text) for prose in post.texts)


def _spoken_of(post: Post, label: str) -> bool:
    """Whether the post writes about what the label names, as posts on search engines do."""
    word = label.strip(" :：")
    if word in ("リード文", "導入文") and post.derived(_on_writing):
        return True
    if "プロンプト" in word:
        return post.text.count("プロンプト") > 1 or "AI" in post.title_text
    return post.text.find(word, post.text.find(word) + 1) >= 0
