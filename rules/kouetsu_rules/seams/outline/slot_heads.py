"""Headings that are the slots of a template: their names, conditions and hints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.places import blocks_behind
from kouetsu_rules.seams.outline.told_parts import ASKED_FOR
from kouetsu_rules.shown import coded
from kouetsu_rules.subject import speaks_of

# The text itself, called so; a letter or a source that is shown has a text, too.
BODY = Pattern(
    r"^(?:\d{1,2}[.．、][ ]?)?(?:(?:記事|ブログ)の?)?(?:本文|正文|본문)(?:ここから)?$"
    r"|^(?:Main [Cc]ontent|(?:Article|Blog|Post) [Bb]ody|Body [Tt]ext)$"
)
SHOWN = Pattern(
    r"件名|宛[名先]|差出人|署名|メール|手紙|はがき|フォーム|入力欄|文例|例文|原文|訳文|歌詞|規約"
    r"|条文|法令|判決|議事録|聖書|説教|経典|御言葉|みことば|碑文|古文書"
    r"|(?:現代語|口語|英語|和)訳|書き下し|語釈|原典|古文|漢文|注釈|脚注|附則|前文|フォント"
    r"|ヘッダー?|フッター"
    r"|(?a:\b(?:[Ss]ubject|[Hh]eaders?|HTTP|e-?mail|request|letter)\b)"
)
# What an author sets apart from the text itself.
APART = Pattern(
    r"^(?:追記|前書き|まえがき|前置き|余談|後書き|あとがき|補遺|概要|要旨|要約|序文?|付録|更新履歴"
    r"|[Aa]bstract|PS|P\.S\.)"
)
# Where the material may be missing, the template says so; of a step that may be left out
# (省略可) recipes and manuals say it.
CONDITION = Pattern(
    r"[（(](?:(?:もし)?(?:明記|記載|情報|言及|公式情報)[がのも]?(?:ある|あった)?場合(?:のみ)?"
    r"|(?:もし)?あれば(?:記載|記述)|ない場合は(?:省略|割愛)[^（）()]{0,8}"
    r"|不要なら(?:省略|削除)|必要に応じて記載"
    r"|[Ii]f (?:provided|mentioned)|[Oo]mit if [^()（）]{2,30})[）)]$"
)
# What a section is to do, behind what it is called. That it explains or compares something
# (部品の説明) may be said of one section.
HINT = Pattern(
    r"[（(][^（）()\n]{0,20}(?:の(?:整理|定義|提示|列挙|要約)|(?:詳細"
    r"|簡単な?|具体的な?|向け[^（）()\n]{0,4})(?:説明|解説)"
    r"|(?:順|番号|手順)[^（）()]{0,6}試す|(?:を|に)(?:説明|解説|整理|提示|列挙|要約"
    r"|深掘り)(?:する)?)[）)]$"
)
HINT_OR_NOTE = Pattern(
    rf"{HINT.expression}|[（(][^（）()\n]{{0,20}}の(?:説明|解説|紹介|(?<!との)比較|分析)[）)]$"
)
# English names of a template's slots in a post of another language.
SLOT = Pattern(
    r"^(?:Context|Core Concepts?|Try It(?: Yourself)?|Deep Dive|The Hook|Hook|Key Insights?"
    r"|Wrap[- ]?[Uu]p|Problem Statement"
    r"|Pain Points?|Call [Tt]o Action|Core Content|Main Points?|Opening|Closing|The Problem"
    r"|The Solution|Takeaways?"
    r"|Key Takeaways?|Why It Matters|Real[- ]World Examples?|Action Items?)(?=[ ]*(?:[:：（(]"
    r"|[^\w\s]|$))"
)
ENDS = Pattern(r"(?:Opening|Closing)(?![A-Za-z ])")
# Who reports on a study pairs such nouns, too.
REPORT = Pattern(r"調査|報告|研究|論文|計画書|白書")
TICKED = Pattern(
    r"^[*\-・✅☑✔ \t]*(?:\[x\] )?(?:Mermaid[ ]?)?(?:図解?|表|画像|コード(?:ブロック|例)?|グラフ"
    r"|リンク|引用|比較表|箇条書き|キーワード|内部リンク)[*]*"
    r"[ ]?[:：][*]*[ \t]*\n?[^\n]{0,80}[（(](?:上記|前述|本文)(?:の|を)?[^（）()\n]{0,14}(?:参照"
    r"|まとめた[^（）()\n]{0,4}|掲載|に記載|済み?)[）)]",
    re.MULTILINE,
)
# The plan of those who make the posts.
POLICY = Pattern(
    # money and parks are 運用 and 改善 of, too
    r"^(?:今後の(?:(?:記事|サイト|ブログ)の?(?:運用|改善)|(?:記事の?)?(?:更新|執筆|投稿)"
    r"|記事作成|リライト|コンテンツ)の?(?:方針|計画|プラン|予定案)"
    r"|(?:コード|画像|図|記事|リンク|出典)の?(?:掲載|執筆|引用|生成|作成)の?(?:方針|ルール"
    r"|ポリシー)|執筆方針)$"
)
OF_POSTS = Pattern(r"記事|情報|内容|データ|掲載|公開|投稿|執筆|追記|反映|最新|読者|ページ")
BELOW = 6
SITE = Pattern(r"サイト|ブログ|運営|このページ|運用|はじめまして|自己紹介|お知らせ|ポリシー|方針")
# Two abstract nouns, one for the other: a slot's name that was to fit every post.
ABSTRACT = (
    r"(?:背景|文脈|経緯|課題|問題|目的|概要|実績|具体例|事例|技術|手法|方法|ビジョン|哲学|理念"
    r"|思想|展望|将来|結論|示唆|提言|根拠|効果"
    r"|成果|メリット|教訓|学び|気づき|行動|次の一歩|意義|価値|狙い|仕組み|原理)"
)
PAIR = Pattern(rf"^{ABSTRACT}[・／/＆&]{ABSTRACT}$")
# What was asked of an example, twice over: a text gives it and does not say so.
WANTED = Pattern(
    r"^(?:実践的|具体的|わかりやすい|分かりやすい|実用的|現実的|詳細|信頼できる)(?:で|かつ|・|、"
    r"|な|、?そして)?、?"
    r"(?:実践的|具体的|わかりやすい|分かりやすい|実用的|現実的|詳細)な?"
    r"(?:コード例?|サンプル(?:コード)?|事例|例|解説|手順|アドバイス|方法|ステップ|活用例|説明"
    r"|データ)$"
)
# A field of a form as a heading, with its value below it instead of a text.
FIELD = Pattern(
    r"^(?:ジャンル|記事(?:タイプ|の種類|ジャンル)|カテゴリー?|対象読者|想定読者"
    r"|ターゲット(?:読者)?|文字数|文体|トーン|スラッグ"
    r"|検索意図|記事の(?:目的|ゴール)|[Gg]enre|[Cc]ategory|[Tt]arget [Aa]udience|[Tt]one|[Ss]lug"
    r"|[Ww]ord [Cc]ount|体裁|类型|장르)$"
)
# Readers see the figures below; of a chart it may be said that it has some.
FIGURES = Pattern(
    r"(?<!グラフ)(?<![表図])[（(](?:具体的な)?"
    r"数値(?:付き|つき|入り|込み|を(?:含む|明記|示す))[）)][ ]?[:：]?$"
)
LABEL = Pattern(r"[^:：。\n]{2,30}[:：]")
PARTS = (
    r"(?:あらすじ|紹介文?|要約|概要|感想|レビュー|解説|説明文?|導入文?|リード文?|まとめ|結論|総評|口コミ|特徴|コメント"
    r"|おすすめ(?:の?理由|ポイント)|読みどころ|本文)"
)
# A part with its length, as the order set it for each of several.
SIZED = Pattern(
    rf"^{PARTS}[（(]約?(?P<length>\d[\d,]*)(?:[-~～〜]\d[\d,]*)?(?:文字|字)"
    r"(?:程度|前後|以内|以上|目安)?[）)][ ]?[:：]?$"
)
# Who writes to such a length tells so.
WRITTEN_SO = Pattern(
    r"[0-9０-９百千数]文?字(?:以内|程度|ほど|ずつ)?[でに]|長さ|文?字数|枠"
    rf"|{PARTS}[はをもが][^。\n]{{0,20}}?[0-9０-９十百千数]文?字"
)
FIT = 0.2
"""A text that is as long as it says is what was wanted, but for a fifth."""
TASKS = Pattern(r"過去問|試験|国語|記述|設問|字数|課題")
# What the first line of the file was to be, where the line itself stands below.
TITLE = Pattern(r"^(?:(?:記事|ブログ)の?)?(?:タイトル|題名)$|^(?:(?:Post|Article) )?Title$")
HEADLINE = 60
SPOKEN_OF = 3
PLANNED_FOR = "ターゲット"
"""Of a product, too, it is noted who it is for."""
ARTICLE = Pattern(r"^第[0-9０-９一二三四五六七八九十百]+[条項章節編款]")
KINDS = (
    *(("head", HINT_OR_NOTE, 2), ("head", HINT, 1), ("head", WANTED, 1)),
    *(("slot", SLOT, 2), ("slot", PAIR, 3)),
)
"""What is told of a heading, and in how many of a post it must show."""
ITEMS = 2
VALUE = 30


def slot_heads(post: Post) -> Iterator[Finding]:
    heads: list[Prose] = []
    for number, block in enumerate(post.blocks):
        if block.kind == "heading" and block.prose is not None and not block.in_quote:
            yield from _by_itself(post, number, block.prose)
            # rules and statutes say in brackets what an article is on
            if not ARTICLE.match(block.prose.text):
                heads.append(block.prose)
    for key, pattern, least in KINDS:
        slots = [prose for prose in heads if pattern.search(_bare(prose.text))]
        # a concert or a play opens and closes, too
        if pattern is SLOT and all(ENDS.match(_bare(prose.text)) for prose in slots):
            continue
        if pattern is PAIR and REPORT.search(post.title_text):
            continue
        # English names are slots where the post is in another language
        if len(slots) >= least and (pattern is not SLOT or _foreign(post)):
            for prose in slots:
                yield Finding(prose.whole, key, severity=Severity.WARNING)
    yield from _with_figures(post)
    yield from _sized_alike(post)
    yield from _named_title(post)
    yield from _ticked(post)


def _with_figures(post: Post) -> Iterator[Finding]:
    """Headings and labels, several of them, behind which it says that figures are wanted."""
    if not post.may_hold(FIGURES):
        return
    labels = dict((*_labels(post), *_before_colons(post)))
    found = [(prose, label) for prose, label in labels.items() if FIGURES.search(label.strip())]
    for prose, label in found:
        if len(found) > 1:
            yield Finding(prose.span(0, len(label)), "head", severity=Severity.WARNING)


def _labels(post: Post) -> Iterator[tuple[Prose, str]]:
    """The headings, and the words in bold that a paragraph begins with."""
    for prose in post.prose:
        marks = prose.marked("strong")
        bold = prose.text[: marks[0].end] if marks and marks[0].start == 0 else ""
        yield prose, prose.text if prose.in_heading else bold


def _before_colons(post: Post) -> Iterator[tuple[Prose, str]]:
    """What several paragraphs begin with before a colon: one alone may be a thing with figures."""
    found = [(prose, label.group()) for prose in post.prose if (label := LABEL.match(prose.text))]
    named = Counter(label for _, label in found)
    yield from ((prose, label) for prose, label in found if named[label] > 1)


def _sized_alike(post: Post) -> Iterator[Finding]:
    """The same part with the same length behind it, again and again."""
    if not post.may_hold(SIZED) or speaks_of(post, TASKS) or speaks_of(post, ASKED_FOR):
        return
    if WRITTEN_SO.search(post.wording):
        return
    found = [
        (prose, label, _fits(post, prose, label, int(place["length"].replace(",", ""))))
        for prose, label in _labels(post)
        if (place := SIZED.match(label.strip()))
    ]
    names = Counter(label.strip() for _, label, _ in found)
    fitting = Counter(label.strip() for _, label, fits in found if fits)
    for prose, label, _ in found:
        name = label.strip()
        if names[name] > 1 and fitting[name] * 2 < names[name]:
            yield Finding(prose.span(0, len(label)), "head", severity=Severity.WARNING)


def _fits(post: Post, prose: Prose, label: str, length: int) -> bool:
    """Whether the text that follows a label is about as long as it says."""
    text = prose.text[len(label) :].strip()
    if not text and prose.block is not None:
        below = next(blocks_behind(post, prose.block), None)
        text = below.prose.text.strip() if below is not None and below.prose is not None else ""
    return abs(len(text) - length) <= length * FIT


def _named_title(post: Post) -> Iterator[Finding]:
    """A first heading that is called the title, with a line below it that is one."""
    if len(post.blocks) < BELOW // 2 or post.derived(coded):
        return
    head, line = post.blocks[0], post.blocks[1]
    if head.kind != "heading" or head.level != 1 or head.prose is None or line.prose is None:
        return
    name = head.prose.text.strip()
    own = post.title_text
    below = line.prose.text.strip()
    titled = line.kind == "paragraph" and "\n" not in below and len(below) <= HEADLINE
    # with its like beside it, it is a part of what is shown
    beside = sum(block.kind == "heading" and block.level == 1 for block in post.blocks) > 1
    told = beside or name in own or post.text.count(name) >= SPOKEN_OF
    if TITLE.match(name) and ((titled and not below.endswith("。")) or own) and not told:
        yield Finding(head.prose.whole, "label")


def _by_itself(post: Post, number: int, prose: Prose) -> Iterator[Finding]:
    text = prose.text.strip()
    if BODY.match(text):
        yield from _body(post, number, prose)
    elif CONDITION.search(text):
        yield Finding(prose.whole, "condition")
    elif POLICY.match(text) and not SITE.search(post.title_text) and _of_posts(post, number, text):
        yield Finding(prose.whole, "policy", severity=Severity.WARNING)
    elif FIELD.match(_bare(text)) and text.strip() != PLANNED_FOR and _short(post, number):
        yield Finding(prose.whole, "label", severity=Severity.WARNING)


def _of_posts(post: Post, number: int, text: str) -> bool:
    """Whether the plan below is one for posts: games and towns are brought up to date, too."""
    if not text.startswith("今後の更新"):
        return True
    below = (
        block.prose.text for block in post.blocks[number + 1 : number + 1 + BELOW] if block.prose
    )
    return any(OF_POSTS.search(each) for each in below)


def _ticked(post: Post) -> Iterator[Finding]:
    """The things that the order asked for, with where they stand: a list that was ticked off."""
    if not post.may_contain(TICKED):
        return
    found = [
        (prose, place)
        for prose in post.prose
        for place in TICKED.finditer(prose.text)
        if not prose.opaque(*place.span())
    ]
    if len(found) >= ITEMS:
        first = found[0]
        last = next((place for prose, place in found[::-1] if prose is first[0]), first[1])
        yield Finding(first[0].span(first[1].start(), last.end()), "ticked")


def _bare(text: str) -> str:
    """A heading without its number or the picture before or behind it."""
    return text.strip().lstrip("0123456789.． 、").strip("🔥🚀💡📌✅🎯🧭🦞 \ufe0f")


def _short(post: Post, number: int) -> bool:
    """Whether one short line without a full stop is all that stands under a heading."""
    following = post.blocks[number + 1 : number + 3]
    if not following or following[0].kind != "paragraph" or following[0].prose is None:
        return False
    text = following[0].prose.text.strip()
    last = len(following) == 1 or following[1].kind in ("heading", "rule")
    return last and len(text) <= VALUE and not text.endswith(("。", "！", "？", "."))


def _foreign(post: Post) -> bool:
    return post.is_japanese or has_letter(post.title_text)


def _shows_texts(post: Post) -> bool:
    """Whether the post shows a text in its parts, as the body of a letter."""
    parts = (other.prose.text for other in post.blocks if other.kind == "heading" and other.prose)
    return post.contains(SHOWN) or any(APART.match(text.strip()) for text in parts)


def _body(post: Post, number: int, prose: Prose) -> Iterator[Finding]:
    if post.derived(_shows_texts):
        return
    following = post.blocks[number + 1 : number + 2]
    deeper = bool(following) and following[0].kind in ("heading", "rule")
    yield Finding(prose.whole, "label", severity=None if deeper else Severity.WARNING)
