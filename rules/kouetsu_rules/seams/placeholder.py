"""埋めるはずの場所が空のまま残っている。

## 何を見るか
- 雛形の変数（`{{INTERNAL_LINK:…}}`、`{{age_group}}`、`{店名}`、`%%URL%%`、`[[LINK:…]]`、
  `[IMAGE_1]`）。Liquid やショートコード（`{{ site.baseurl }}`）はサイ
  トが埋めるので見ません
- リンク先の名前を入れるための印（`[AFFILIATE_LINK:茶こし]`、`（内部リンク：…）`、
  `[internal link: …]`）。引用や表の中も見ます
- かっこに入った欄の名（`[Your Name]`、助詞の続く `【ショップ名】の通販`、段落の終わりの
  `【商品リンク】`、見出しの `[SolarPanelA]`）
- 指示のまま残った場所（`[ここに写真を挿入]`、`（動画をここに埋め込み）`）と、何かを入れるはずのコメ
  ント（`<!-- AD_SLOT_HERE -->`）
- 名のない空欄（`＿＿＿＿氏`、`First Author et al.`、`ブロガーの〇〇です`、
  `（〇〇大学の研究より）`、`出典: []`）
- 値のない変数（`NaN円`、`NaN年NaN月`）、プログラムの書き方のままの日時
  （`Mon Nov 03 2025 09:00:00 GMT+0900`）、`404 Client Error` などのエラー
- 見本のままの front matter の値（`author: Your Name`、`tags: [タグ1, None, ""]`）、編集者への覚え
  書き（`公開前に料金を確認`）
- アドレスや属性の中の仮の名（`https://amzn.to/YOUR_LINK`、`?aid=xxx`、`&tag=your-id-22`、
  `twitter.com/yourprofile`）
- 仮の画像（`/images/placeholder-1.jpg`、代替テキストの `画像を挿入予定`）
- 仮の文（HTML の中も含む `Lorem ipsum`、`この段落はダミー本文です`、説明の
  `この記事の簡潔な説明です。`）や中身のない値（`excerpt: '...'`）と、そのまま公開された見本の記事
  （`ここに本文を書きます` と、見出しの `見出し 1`）

次のものは警告です。

- 書きかけの印とも取れるもの（`TODO: 図を足す`、`【要確認】`、文のあとの `※要確認`、`（※架空URL）`、
  `※アフィリエイトリンクを設置予定`、`<!-- 内部リンク: … -->`）
- 何の欄かだけが分かる指示（`【金額を入れる】`）と、文の中の欄の名（`連絡は[電話番号]まで`）。一文に
  二つあればエラーです
- 数や中身のない空欄（`売上は〇〇円でした`、表の `￥〇,000`、`電話：00-0000-0000`、`原文: (なし)`、
  `価格：undefined`）と、一つの記事に三つ以上ある `〇〇`（数を含むもの）。言い方の見本（「〇〇さん」
  「例：〇〇%」）は見ません
- 行に一つだけの変数（`{PRODUCT_LIST}`）と、ボタンの代わりの指示（`(CTAボタン：無料相談はこちら)`）
- 失敗だけを告げる行（`本文の取得に失敗しました`、`No news found.`）、見出しや値に二度
  以上残った `No Title Found` や `Price Not Found`、ゼロのままの字数や時間（`文字数: 0文字`）
- 本文の代わりに残った覚え書き（`記事本文をここに書く。`、`※ここに感想を追加してください`）と、見
  本のままの題名（`サンプル記事`）
- front matter の仮のアドレス（`image: path/to/image.jpg`）、値の代わりの指示（`date: YYYY-MM-DD`、
  言葉の入った `emoji`）、`要確認` だけの値、空のタグ一つ（`tags: [""]`）、題名に入ったままのファ
  イル名（`2025-06-03-ume-boshi`）、試験のときの値（`author: Mock Generator`、タグの `モック記事`
  とそれに並ぶ `テスト`）、コードのない記事のオプションの名（`tags: [--title]`）
- 見出しに残った項目の名（`ferry_scheduleの見方`）やファイル名の語
- 薦める記事の順位や比較表に残った仮の商品名（`第1位：商品B`）。例として挙げたもの、名
  を控えると断ったもの、順位の付け方を語る記事、実在する型の名（`川舟カワセミ モデルB`）は見ません

コード、かぎかっこの中は見ません。引用と表の中は、リンクの札のように確かなものだけを見ます。雛形や記
入欄、画面の操作を話題にする行、題名が雛形を告げる記事、置き換えるよう読者に書いてある `〇〇` や
`[Name]`、`[お名前]様` の宛名がいくつもある手紙の文例、読者がはがきに書く `【氏名】`、空欄の並ぶカー
ド、文の話題になっている変数や印（`{{name}} ではなく…`、`（要確認）とだけ書く`）、サイトの札
（`<!-- CTA:SHELF_BANNER -->`）、JSX のオブジェクトも見ません。

## なぜか
読者は空欄を読まされ、数字のない実績は作り話に見えます。

## 例
```md bad
{{IMAGE:会場の写真}}

当日は多くの人が集まりました。
```
```md bad
導入から半年で、来店数は〇〇人に増えました。
```
```md good
「〇〇さん、こんにちは」のように名前で呼びかけます。画像は {{ site.baseurl }}/img にあります。
```

## 限界
この規則を知らない人の作った 8 サイトの 10 か所をすべて見つけ、似て非なる 20 か所余りは指摘しませ
ん。人が書いた記事 375 本では 1 本に警告があり、書きかけの印として本当に残っていた TODO でした。この
規則を知らない人が印を付けた 63 サイトの 108 記事では、確実な 57 か所のうち、初めは 14 か所、種類を
学んだ今は 47 か所を見つけます。

## English
### What it does
Reports places that were to be filled in and never were.

- template variables that no site generator fills (`{{IMAGE:…}}`, `%%URL%%`, `[IMAGE_1]`), and slots
  for links by name (`[AFFILIATE_LINK:strainer]`, `（内部リンク：…）`), in quotations and tables too
- names of fields in brackets (`[Your Name]`, `【ショップ名】の`, `[SolarPanelA]` in a heading)
- notes to insert something (`[ここに写真を挿入]`), and comments that mark a place
  (`<!-- AD_SLOT_HERE -->`)
- blanks for names and sources (`＿＿＿＿氏`, `First Author et al.`, `（〇〇大学の研究より）`,
  `出典: []`)
- variables without a value (`NaN円`), dates as a program prints them
  (`Mon Nov 03 2025 09:00:00 GMT+0900`) and errors of scripts (`404 Client Error`)
- values of the front matter that are the template's own (`author: Your Name`), and notes to an
  editor (`公開前に料金を確認`)
- names in addresses and attributes (`https://amzn.to/YOUR_LINK`, `?aid=xxx`, `&tag=your-id-22`)
- placeholder pictures, and alternative texts such as “image to be added”
- filler text (in HTML too), a stand-in for a summary as description
  (`A brief description of the article.`), and the sample post of a template

Warnings are

- what may be a note of work in progress (`TODO:` at the start of a line, `【要確認】`,
  `（※架空URL）`, `※アフィリエイトリンクを設置予定`, `<!-- 内部リンク: … -->`)
- notes to insert what a form asks for (`【金額を入れる】`), and the name of a field in a sentence
  (`連絡は[電話番号]まで`; two of them are an error)
- blanks for figures and contents (`〇〇円でした`, `電話：00-0000-0000`, `原文: (なし)`,
  `価格：undefined`), and three circles or more in one post, figures among them
- a variable alone on its line (`{PRODUCT_LIST}`), and a direction in place of a button
  (`(CTAボタン：無料相談はこちら)`)
- lines that tell of nothing but a failure (`本文の取得に失敗しました`), what a script puts again
  and again where a page had none (`No Title Found`), and counts of zero (`文字数: 0文字`)
- notes in place of the text (`記事本文をここに書く。`), and a sample's title (`サンプル記事`)
- dummy addresses in the front matter (`image: path/to/image.jpg`), values that say what was wanted
  (`date: YYYY-MM-DD`), a bare `要確認`, an empty tag by itself (`tags: [""]`), a file's name in the
  title, values of a trial run (`author: Mock Generator`, the tag `モック記事` and a `テスト` beside
  it), and an option of a command in a post without code (`tags: [--title]`)
- the name of a field or of the file at the head of a heading (`ferry_scheduleの見方`)
- goods called A and B in a ranking or a comparison that recommends them (`第1位：商品B`), but not
  where they are examples, where the post keeps the names back or tells how rankings are made, and
  not the model of a real name (`川舟カワセミ モデルB`)

Liquid, shortcodes, code, objects of JSX, patterns of speech (「〇〇さん」, 例：〇〇%) and lines
about templates, forms and screens are left alone, and so are circles and fields that readers are
told to replace, fields in posts that show several letters (`Dear [Name],` twice or more), what
readers are to write on a card, cards of several blanks, variables and notes that a sentence speaks
of, and a site's own keys in comments (`<!-- CTA:SHELF_BANNER -->`). In quotations and tables only
what is certain is reported.

### Why
Readers get blanks, and results without figures look made up.

### Limits
All 10 places of eight sites by an author who did not know the rule are found, and none of more than
twenty look-alikes is reported. One of 375 posts by people gets a warning, for a note that was
really left undone. In 108 posts of 63 other sites, marked by readers who did not know the rule, 14
of 57 certain places were found at first sight and 47 after their kinds were learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.circles import circles
from kouetsu_rules.seams.slots.comments import hidden_slots
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.dummy_goods import dummy_goods
from kouetsu_rules.seams.slots.filler import fillers
from kouetsu_rules.seams.slots.links import link_slots
from kouetsu_rules.seams.slots.notations import slots
from kouetsu_rules.seams.slots.pictures import missing_pictures
from kouetsu_rules.seams.slots.printed import printed_failures
from kouetsu_rules.seams.slots.slug_headings import slug_headings
from kouetsu_rules.seams.slots.values import slot_values

TODO = Pattern(r"^(?:TODO|FIXME|TBD|ＴＯＤＯ)(?:[:：（(].{0,60}|[ ]*$)", re.MULTILINE)
# A post about such lists, by its title.
TO_DO = Pattern(r"(?<![a-z])to-?dos?(?![a-z])", re.IGNORECASE)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for slot in apart(slot for kind in KINDS for slot in kind(post)):
        yield Finding(slot.span, slot.key, severity=None if slot.certain else Severity.WARNING)


def _to_do(post: Post) -> Iterator[Slot]:
    """Notes of what is left to do, but for lists of it and their headings."""
    if not post.may_hold(TODO) or TO_DO.search(post.title_text):
        return
    for prose in post.prose:
        text, block = prose.text, prose.block
        heads_list = block is not None and block.kind == "heading" and text.strip(" ：:").isalpha()
        if block is None or block.in_list or heads_list:
            continue
        for place in TODO.finditer(text):
            if not prose.opaque(*place.span()) and not spoken(text, place.start()):
                yield Slot(prose.span(*place.span()), "todo", certain=False)


KINDS = (
    *(slots, hidden_slots, missing_pictures, printed_failures, link_slots, slot_values),
    *(fillers, _to_do, circles, slug_headings, dummy_goods),
)
"""Where two tell of the same place, the first is right."""

RULE = Rule(
    name="placeholder",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "variable": (
            "雛形の変数が埋められずに残っています",
            "a template variable was not filled in",
        ),
        "insert": (
            "ここに何かを入れる指示が残っています",
            "a note to insert something was left in the text",
        ),
        "listed": (
            "プログラムの配列の書き方がそのまま出ています",
            "a program printed its list as it writes one",
        ),
        "field": (
            "雛形の見本の値のままです",
            "this is still the template's own example",
        ),
        "asked": (
            "プロンプトの指示がそのまま値になっています",
            "this value is what the prompt asked for",
        ),
        "trial": (
            "試験のときの値が残っています",
            "this value was left from a trial run",
        ),
        "option": (
            "コマンドのオプション名が値になっています",
            "the name of a command's option stands for the value",
        ),
        "value": (
            "値のない変数がそのまま出ています",
            "a variable without a value was printed",
        ),
        "absent": (
            "ページから読み取れなかった値がそのまま出ています",
            "what a script puts where a page had none was printed",
        ),
        "failure": (
            "スクリプトのエラーがそのまま出ています",
            "the error of a script was printed in the text",
        ),
        "alt": (
            "画像の代替テキストが、画像を入れる覚え書きのままです",
            "the alternative text is a note on the picture to come",
        ),
        "slug": (
            "雛形の項目の名が文に残っています",
            "the name of a template's field was left in the text",
        ),
        "empty": ("埋めるはずの空欄が残っています", "a blank that was to be filled was left"),
        "stem": (
            "題名にファイル名が入ったままです",
            "the name of the file was left in the title",
        ),
        "address": ("URL の一部が仮のままです", "a part of this address is a placeholder"),
        "comment": (
            "何かを入れるはずのコメントが残っています",
            "a comment marks where something was to be inserted",
        ),
        "review": ("要確認の印が残っています", "a note to check this was left in the text"),
        "todo": (
            "作業の覚え書き（TODO など）が残っています",
            "a note of what is still to be done was left in the text",
        ),
        "filler": ("仮の文が残っています", "filler text was left in the post"),
        "circles": (
            "埋めるはずの伏せ字が残っています",
            "circles stand here for words that were to be filled in",
        ),
        "blank": (
            "数字が伏せ字のままです",
            "circles stand where a figure should be",
        ),
        "goods": (
            "仮の商品名が入ったままです",
            "a dummy stands for the name of the goods",
        ),
        "picture": ("画像が仮のままです", "this picture is only a placeholder"),
    },
    doc=__doc__,
    check=check,
    yields_to=("admitted-fiction",),
)
