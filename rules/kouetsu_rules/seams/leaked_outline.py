"""原稿の設計図が本文に出ている。

## 何を見るか
- 構成のラベル（`## H2: はじめに`、`## 本文構成`、`想定文字数：3000文字`、
  `メタディスクリプション：…`、`検索意図`）
- 執筆の条件（`ターゲット：40代` と `文体：です・ます調` の並び、`Secondary keywords:`）、取材の項目
- 書き手への指示（`（季節感のある一文でこの段落を締める）`）、執筆を頼む文、書き手に役を与える一文
  （`You are a seasoned blogger.`）、文の間や `keyword:` に残った注文
  （`具体的な例を三つ提示してください。`）
- 見出しに残った書き方の指示（`導入（読者の悩みに寄り添う・200字）`）や英語
  （`川沿いを楽しむ手順（Actionable Steps）`）、角かっこの部分名（`**[導入文]**`、
  `## 【導入】桜とは`）、構成の項目のままの見出し（`類似記事との差別化`、
  `Realistic Case Study or Comparison`）
- 回答の部分のラベル（`導入文：` だけの行）、欄の名の付いたままの見出し（`# タイトル：…`）
- 公開する人への作業票（`投稿用タイトル` と `ハッシュタグ案` の並び、`サムネイル設計案`、
  `代替タイトル案（10件）` と `X投稿用紹介文` の節）、印刷された `JSON-LD`、求められたものの確認表、
  `への自然な誘導を行います`
- 雛形の条件が残った見出し（`（記載がある場合）`）、中身がすぐ次の見出しになる `# 本文`、売り文句の
  型の名（`**社会証明**`）
- 記事の型の内部名（`howTo構造`、`「caseStudy」の視点`、見出しの `事例研究形式`）
- 埋められた英語の変数（`## survivalの心理学的背景` のように、小文字の英単語が日本語に付く見出し）

次のものは警告です。

- 載せるはずの内容の予告（`※ここでは手順を表にまとめる予定です`）
- 検索語のままの見出し（`## 梅干し 塩分 少ないの選び方`）、`想定読者が求めている` もの
- コメントの中の生成の指示（`<!-- persona: … / tone: … -->`）と処理の記録、front matter の値に残っ
  た注文（`…執筆してください`）
- `キーワード：` の見出しや行、検索語だけの書き出し、検索語のままの題材
  （`「梅干し 塩分」というテーマ`）、`ハッシュタグ` だけの節、雛形の項目のままの見出し
  （`Context（背景）`、`今後の更新方針`、`導入セクション`）、見出しの添え書き
  （`（言葉の定義）`、`（問題提起）`、`（3点程度）`）、`Spoke 記事`

その記事が取り上げている語（検索意図の解説など）、作品の記録（`タイトル：` と `監督：`）、人物や
作品の特徴（`口調：ぶっきらぼう`）、半期の `H1` と `H2` は見ません。コードのある技術記事では、
内部名と英単語の見出しも見ません（`vectorの実装` は正しい見出しです）。

## なぜか
読者に見せるためのものではなく、意味も通じません。雛形に流し込んだ文章だと分かってしまいます。

## 例
```md bad
## H2: 桜の名所を選ぶ

川沿いの並木がおすすめです。
```
```md bad
## nostalgiaの心理学的背景

人はなつかしさに引かれます。この点をcaseStudy構造で見ていきます。
```
```md good
## 桜の名所を選ぶ

人は nostalgia という感情に引かれます。
```

## 限界
雛形から作られた記事 50 本の内部名と英単語の見出し 61 か所をすべて見つけ、人が書いた記事 375 本では
指摘がありません。この規則を知らない人が印を付けた 63 サイトの 108 記事では、確実な 39 か所のうち、
初めは 10 か所、種類を学んだ今は 27 か所を見つけます。サイトごとの言い方が多く、初めてのものの多くは
見落とします。

## English
### What it does
Reports what belongs to the plan of a text.

- labels of its outline (`## H2: …`, `本文構成`, `想定文字数：`), of an answer's part, alone on its
  line, and of the field that a heading was made of (`# Title: …`)
- the terms of a brief (lines such as `Secondary keywords:`) and a check list of questions
- the order to write, the part given to the writer (`You are a seasoned blogger.`), instructions
  (`(Use a rhetorical question here.)`), and orders between the sentences or as keyword
  (`Provide three concrete examples.`)
- headings that say how to write the section (`Introduction (150 words, hook)`), parts in square
  brackets, and items of the outline as headings (`Realistic Case Study or Comparison`)
- the sheet that goes to the publisher (`Suggested Tags:` with `Thumbnail Prompt:`, or sections of
  proposals such as `Alternative Titles (10)`), data for search engines printed as a section, a list
  that ticks off what was asked for
- conditions of a template in headings (`（記載がある場合）`), the names of a salesman's rhetoric as
  labels (`**Social Proof**`)
- internal names of article patterns (`howTo構造`, `「caseStudy」の視点`)
- headings in which a lower-case English variable is glued to Japanese (`## survivalの心理学的背景`)

Warnings are notes that announce what was to stand in their place, search words in headings, as the
theme or instead of a first sentence, a last section of hashtags, slots as headings
(`Context（背景）`, `導入セクション`), orders as values of the front matter, and generator settings
or a script's record in a comment. What a post is about is left alone, and so are the record of a
work, what a person or a work is like, and H1 and H2 as halves of a year. In posts with code the
last two kinds are left alone: there `vectorの実装` is a proper heading.

### Why
It was never meant for readers, makes no sense to them, and shows that the text came from a
template.

### Limits
All 61 internal names and glued headings in 50 posts made from templates are found, and none is
reported on 375 posts by people. In 108 posts of 63 other sites, marked by readers who did not know
the rule, 10 of 39 certain places were found at first sight and 27 after their kinds were learned:
most of what a new site does is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.seams.outline.brief_remains import brief_remains
from kouetsu_rules.seams.outline.labels import leaked_brief
from kouetsu_rules.seams.outline.left_variables import left_variables
from kouetsu_rules.seams.outline.messages import MESSAGES
from kouetsu_rules.seams.outline.metadata import metadata
from kouetsu_rules.seams.outline.plans import promised_contents
from kouetsu_rules.seams.outline.sheets import sheets
from kouetsu_rules.seams.outline.slot_heads import slot_heads
from kouetsu_rules.seams.outline.writer_notes import writer_notes
from kouetsu_rules.shown import technical

LEVEL = Pattern(r"^(?:[HhＨ][1-6１-６][ ]?[:：]|[【\[（(][HＨ][1-6１-６][】\]）)][:：]?)[ ]?(?=\S)")
LABEL = Pattern(
    r"^(?:(?:本文|記事|見出し)構成案?|(?:ブログ|コンテンツ)(?:の)?構成案|想定文字数|目標文字数"
    r"|文字数目安"
    r"|検索意図(?:詳細|分析)?|キーワード補正履歴|メタディスクリプション(?:案)?|メタタグ|(?:SEO"
    r"|記事|ブログ)?タイトル案|SEOタイトル|リード文|導入文"
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
PART = Pattern(r"^【(?:リード文?|導入文|CTA|見出し[0-9０-９])】$")
ALMOST = 0.8
RECORD = Pattern(
    r"[ 　・*-]*(?:著|作|訳|監督|脚本|主演|出演|原作|出版|発行|発売|販売|公開|制作|機種|ページ)"
    r"[^\s:：。]{0,4}[*]*[:：]"
)
HTML = Pattern(r"HTML|<[hH][1-6]|見出し(?:タグ|の(?:レベル|階層))|\b[Hh]eadings?\b")
# H1 and H2 are the halves of a year, too.
HALVES = Pattern(r"半期|半年|[上下]期|\bhalf\b|\bhalves\b")
# What a post on writing speaks of.
WRITING = Pattern(
    r"ライティング|ブログの書き方|記事の(?:書き方|構成)|書き出し|文章術|コピーライ|(?:リード"
    r"|導入)文(?:とは|の|を|は|が)"
)
SHORT = 20
# The label of the answer's part, alone on its line; letters have such parts, too.
ANSWER = Pattern(
    r"^(?:記事|ブログ)?(?:本文|導入文|リード文)[:：]$|^(?:Body|Article|Blog post|Full article):$"
)
LETTER = Pattern(
    r"件名|宛[名先]|差出人|署名|メール|手紙|はがき|フォーム|入力欄|テンプレート|文例|例文|原文|訳文"
    r"|(?:現代語|口語|英語|和)訳|書き下し|語釈|原典|古文|漢文"
    r"|\b(?:[Ss]ubject|[Hh]eaders?|HTTP|e-?mail|request|template)\b"
)
LEAD = Pattern(
    r"^(?P<name>リード文?|導入文|書き出し|(?:記事の?)?要約文|Lead(?: paragraph)?|导语"
    r"|리드문)[ ]?[:：]"
)
FIRST = 5
TITLE = Pattern(r"^(?P<of>記事|ブログ)?タイトル(?:案)?[0-9０-９]?[:：][ \t]*(?P<value>.+)")
# A heading that begins with the name of the field which it was made of.
FIELD = Pattern(r"^(?:Title|タイトル|題名|Headline)[ ]?[:：][ ]?(?=\S)")
PATTERN = Pattern(
    r"^(?:事例研究|比較分析|問題解決|課題解決|ハウツー|リスト|対談|ステップ|ストーリー)(?:形式"
    r"|構造|型)$"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from sorted(apart((*_labels(post), *_briefs(post))), key=lambda place: place.span)


def _briefs(post: Post) -> Iterator[Finding]:
    for span, key, severity in (
        *leaked_brief(post),
        *writer_notes(post),
        *promised_contents(post),
        *brief_remains(post),
        *sheets(post),
        *metadata(post),
        *slot_heads(post),
    ):
        yield Finding(span, key, severity=severity)


def _labels(post: Post) -> Iterator[Finding]:
    levels = 0
    halves = HALVES.search(post.text) is not None
    if post.prose and (title := TITLE.match(post.prose[0].text)) and _own_title(post, title):
        yield Finding(post.prose[0].span(0, title.start("value")), "label")
    for prose in post.prose:
        block = prose.block
        if block is None:
            continue
        label = _label(prose, block)
        if label and label[0] == "level" and halves:
            continue
        if label and (
            (_names_itself(block, label[0], prose.text) and not HTML.search(post.text))
            or not _spoken_of(post, prose.text[: label[1]], label[0])
        ):
            if label[0] == "level" and block.kind != "heading":
                levels += 1
                if levels < 2:
                    continue
            yield Finding(prose.span(0, label[1]), label[0])
    yield from _answers(post)
    yield from _quoted_lead(post)
    yield from left_variables(post)


def _own_title(post: Post, label: re.Match[str]) -> bool:
    """Whether a label leads to the title of the post itself, and not of a work that it is about."""
    value = label["value"].strip(' 　"「」『』*')
    own = post.title_text
    # a review says in its title whose work it is about, and has more of its record below
    about = value in own and len(value) < ALMOST * len(own) and not TITLE.match(own)
    rest = [post.prose[0].text[label.end() :].lstrip(), *(prose.text for prose in post.prose[1:2])]
    record = any(RECORD.match(line) for line in rest)
    return bool(label["of"]) or not (about or record)


def _answers(post: Post) -> Iterator[Finding]:
    """What the model calls its text, before the text."""
    for prose, following in zip(post.prose, post.prose[1:], strict=False):
        place = ANSWER.match(prose.text) if len(prose.text) < SHORT else None
        if place and prose.block is not None and following.block is not None:
            kinds = (prose.block.kind, following.block.kind)
            plain = kinds[0] == "paragraph" and kinds[1] in ("paragraph", "heading")
            apart = not (prose.block.in_list or prose.block.in_quote or following.block.in_quote)
            if plain and apart and not post.derived(technical) and not LETTER.search(post.text):
                yield Finding(prose.span(0, place.end()), "label")


def _quoted_lead(post: Post) -> Iterator[Finding]:
    """The label of the lead, which stands in a quotation at the head of the post."""
    for block in post.blocks[:FIRST]:
        prose = block.prose
        place = LEAD.match(prose.text) if prose is not None and block.in_quote else None
        if prose is not None and place is not None and not _spoken_of(post, place["name"], "label"):
            yield Finding(prose.span(0, place.end()), "label")


def _label(prose: Prose, block: Block) -> tuple[str, int] | None:
    """The key and the end of a label of the outline at the start of a prose."""
    text = prose.text
    if block.in_list and block.kind != "heading":
        return None
    level = LEVEL.match(text)
    if level:
        return "level", level.end()
    place = LABEL.match(text)
    if place and (block.kind == "heading" or _bold(prose) or place.group().endswith((":", "："))):
        return "label", place.end()
    if PART.match(text):
        return "part", len(text)
    if block.kind == "heading" and PATTERN.match(text):
        return "pattern", len(text)
    field = FIELD.match(text) if block.kind == "heading" and block.level == 1 else None
    if field:
        return "field", field.end()
    return None


def _names_itself(block: Block, key: str, text: str) -> bool:
    """Whether a heading says of which level it is, as no title of a section does."""
    return key == "level" and block.level > 0 and str(block.level) in text[:2]


def _spoken_of(post: Post, label: str, key: str) -> bool:
    """Whether the post writes about what the label names, as posts on search engines do."""
    if key in ("pattern", "part", "field"):
        return False
    if key == "level":
        return (
            "タグ" in post.text
            or HTML.search(post.text) is not None
            or (post.is_japanese and post.derived(technical))
        )
    word = label.strip(" :：")
    if word in ("リード文", "導入文") and any(WRITING.search(p.text) for p in post.texts):
        return True
    if "プロンプト" in word:
        return post.text.count("プロンプト") > 1 or "AI" in post.title_text
    return post.text.count(word) > 1


def _bold(prose: Prose) -> bool:
    return any(mark.start == 0 and mark.end > 0 for mark in prose.marked("strong"))


RULE = Rule(
    name="leaked-outline",
    group="seams",
    severity=Severity.ERROR,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    yields_to=("generation-marker", "placeholder"),
)
