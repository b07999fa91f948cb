"""原稿の設計図が本文に出ている。

## 何を見るか
- 構成のラベル（`## H2: はじめに`、`## 本文構成`、`想定文字数：3000文字`、
  `メタディスクリプション：…`、`検索意図`）、欄の名の付いたままの見出し（`# タイトル：…`）と、題名が
  その下にある、欄の名だけの大見出し（`# タイトル`）
- 執筆の条件（`SEOキーワード：…`、`Secondary keywords:`）、書き手に役を与える一文
  （`あなたはプロのライターです。`）
- 文の間に残った注文（`具体的な例を三つ提示してください。`、`【最優先】` に続く、見出しや記事につい
  ての指示）、`keyword:` に残った注文
- 番号と字数だけの見出しや項目（`セクション 1 (463文字)`）、制作の記録（`メタ情報` と
  `生成元：…`）、かっこに入れた欄の名（`【本文構成】`、`【キャッチーなタイトル】`）
- 見出しに残った書き方の指示（`まとめ（CTA）`、`得られること（3点程度）`、`導入パート`）や英語
  （`川沿いを楽しむ手順（Actionable Steps）`）、角かっこの部分名（`**[導入文]**`）、構成の項目のまま
  の見出し（`類似記事との差別化`、`Realistic Case Study or Comparison`）
- 公開する人への作業票（`投稿用タイトル` と `ハッシュタグ案` の並び、`代替タイトル案（10件）` と
  `X投稿用紹介文` の節、`noteタグ候補` と `アイキャッチ方向` の節とそれに並ぶ `公開前チェック`、
  記事の端にある `status: draft` と `SEOタイトル：…` の箇条書き）。`サムネイル設計案` などが一つ
  だけのとき、節に値でなく文があるとき、箇条書きが記事の途中にあるときは警告です
- コードのまま印刷された、この記事の `JSON-LD`（記事の名がなければ警告）、求められたものの確認表
  （`✅ 表：…（上記参照）` の並び）、`予約ページへの自然な誘導を行います`
- 収益化の話でない記事で二度以上くり返される、運営者への覚え書き
  （`収益化ポイント: アフィリエイトリンクを設置`）
- 雛形の条件が残った見出し（`（記載がある場合）`）、中身がすぐ次の見出しになる `# 本文`
- 記事の型の内部名（`howTo構造`、`「caseStudy」の視点`、`事例研究形式` だけの見出し）
- 埋められた英語の変数（`## survivalの心理学的背景` のように、小文字の英単語が日本語に付く見出し
  と、それを写した画像の代替テキスト）

次のものは警告です。

- 構成案の節の番号（`（H2-7で詳述）`）が二つ以上あるもの
- `文体：です・ます調` のように、望む書き方を告げる行の並び
- 載せるはずの内容の予告（`※手順を表にまとめる予定です`。`※ここでは…` のように場所を言う注は
  エラーです）
- 検索語のままの見出し（`## 梅干し 塩分 少ないの選び方`）、`想定読者が求めている` もの
- 欄の名だけのコメント（`<!-- メタディスクリプション -->`）、コメントに残った中国語の処理の記録
  （`<!-- 正文已处理… -->`）、直した点の報告、モデルの名（`<!-- EDITOR: 表記を統一 -->`、
  `<!-- MODEL_USED: … -->`）、front matter の `tone:` などに残った注文（`…執筆してください`）
- 語を並べた `キーワード：` の見出しや、記事の初めと終わりの行、検索語のままの題材
  （`「梅干し 塩分」というテーマ`）、三つ以上の `#タグ` だけが並ぶ終わりの節 `ハッシュタグ`
- 雛形の項目のままの見出し（`今後の更新方針`、`導入セクション`、`## 【導入】桜とは`、二つ以上ある
  `Context（背景）` の類い、`導入：背景・課題・意義`、`トピックの概要`）、見出しの添え書き
  （`（言葉の定義）`、二つ以上ある `（解決策）`、`（手順の説明）`、`（数値付き）`、くり返される
  `あらすじ（200字）`）、構成の指定だけの行（`構成：問題解決形式`）、`Spoke 記事`
- 打ち上げなどを語る記事で、一つだけの `## H3：…`（機体の名かもしれません）
- 一つだけの `対談形式` のような見出し（並んでいれば分類と見ます）

その記事が取り上げている語（検索意図の解説など）、作品の記録（`タイトル：` と `監督：`）、人物や作品
の特徴（`口調：ぶっきらぼう`）、半期の `H1` と `H2`、文で語られる区画の `H3` は見ません。公開前の確
認と制作メモだけの記事、曲や手紙やスピーチの部分、応募作や小論文の長さ、意味の続く用語集の見出し、一
日に書く字数の目標も、書いた人のものです。作り手がしたことを文で語る節や、本や会報や展示を作る話の見
出し、文で示した設定の箇条書き、字数のとおりの文が続く札も、同じく見ません。コードのある技術記事では、
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

- labels of its outline (`## H2: …`, `本文構成`, `想定文字数：`), and the name of the field that a
  heading was made of (`# Title: …`, or `# Title` alone with the title below it)
- the terms of a brief (lines such as `Secondary keywords:`) and the part given to the writer
  (`You are a seasoned blogger.`)
- orders between the sentences or as keyword (`具体的な例を三つ提示してください。`)
- parts that are a number and a length (`セクション 1 (463文字)`), the record of the making
  (`メタ情報` with `生成元：…`), names of fields in brackets (`【本文構成】`)
- headings that say how to write the section (`まとめ（CTA）`, `得られること（3点程度）`), parts in
  square brackets, and items of the outline as headings (`Realistic Case Study or Comparison`)
- the sheet that goes to the publisher (`Suggested Tags:` with `Thumbnail Prompt:`, or sections of
  proposals such as `Alternative Titles (10)`; sections for the post's own tags and picture, and
  the checks or records beside them (`公開前チェック`); a list with `status: draft` and
  `SEOタイトル：…` at an edge of the post; one of them alone, sections of sentences instead of
  values, and a list in the middle are warnings), the data on this
  post for search engines, printed as code (a warning where they don't name the post), a list that
  ticks off what was asked for
- conditions of a template in headings (`（記載がある場合）`)
- notes to the owner on what to earn, twice or more, in a post on something else
  (`収益化ポイント: アフィリエイトリンクを設置`)
- internal names of article patterns (`howTo構造`, `「caseStudy」の視点`)
- headings in which a lower-case English variable is glued to Japanese
  (`## survivalの心理学的背景`), and the texts of pictures that repeat them

Warnings are lines that ask for a manner of writing (`Tone: conversational`), what announces a
picture or a table that was to stand in its place (a note that says so of this place is an error),
parts and topics that have no name of their own (`導入：背景・課題・意義`, `トピックの概要`), search
words in headings or as the theme, keywords in a row under their label, a last section of three
hashtags or more, slots as headings (`導入セクション`, or two and more such as `Context（背景）`),
`（数値付き）` behind two headings or bold labels, the same length behind the same label again
(`あらすじ（200字）`), a line with nothing but the kind of text that was wanted
(`構成：問題解決形式`), the outline's numbers of sections (`（H2-7で詳述）`), orders as values of
the front matter (`tone:`), a script's record in a comment in Chinese, a comment that names a field
(`<!-- meta description -->`), the report of an editing step or the name of a model in a comment, a
single label of a level where rockets are spoken of (`H3：`), and a single heading such as
`対談形式`. What a post is about is left alone, and so are the record of a work, what a person or a
work is like, H1 and H2 as halves of a year, the parts of songs, letters and speeches, the length of
pieces that readers are asked for, headings of a glossary, what a writer means to write a day, what
was checked or noted where nothing else is of the trade, sections in which makers tell what they
did, H2 and H3 of which a sentence speaks as of things, the making of a book, a bulletin or an
exhibition, a list of settings that a sentence leads to, and labels whose texts are as long as they
say. In posts with code the last two kinds of the list are left alone: there `vectorの実装` is a
proper heading.

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

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.seams.outline.brief import brief
from kouetsu_rules.seams.outline.flow_heads import flow_heads
from kouetsu_rules.seams.outline.hashtags import hashtags
from kouetsu_rules.seams.outline.heads import outline_heads
from kouetsu_rules.seams.outline.labels import labels
from kouetsu_rules.seams.outline.left_variables import left_variables
from kouetsu_rules.seams.outline.messages import MESSAGES
from kouetsu_rules.seams.outline.metadata import metadata
from kouetsu_rules.seams.outline.order_words import order_words
from kouetsu_rules.seams.outline.orders import orders
from kouetsu_rules.seams.outline.owner_notes import owner_notes
from kouetsu_rules.seams.outline.plans import promised_contents
from kouetsu_rules.seams.outline.sheets import sheets
from kouetsu_rules.seams.outline.slot_heads import slot_heads

KINDS = (
    *(labels, left_variables, brief, orders, outline_heads, hashtags, promised_contents),
    *(order_words, sheets, flow_heads, metadata, slot_heads, owner_notes),
)
"""Where two tell of the same place, the first is right."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = apart(finding for kind in KINDS for finding in kind(post))
    yield from sorted(found, key=lambda finding: finding.span)


RULE = Rule(
    name="leaked-outline",
    group="seams",
    severity=Severity.ERROR,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    yields_to=("generation-marker", "placeholder"),
)
