"""埋めるはずの場所が空のまま残っている。

## 何を見るか
- 雛形の変数（`{{INTERNAL_LINK:…}}`、`{{age_group}}`、`{店名}`、`%%URL%%`、`[[LINK:…]]`、
  `[IMAGE_1]`）。Liquid やショートコード（`{{ site.baseurl }}`）はサイトが埋めるので見ません
- 名を待つリンクの札（`[AFFILIATE_LINK:茶こし]`、`（内部リンク：…）`、`[internal link: …]`）。か
  っこや言語は問いません。引用や表の中も見ます
- 名のない著者、出典、品物、ラベル（書き出しの
  `こんにちは、〇〇です`、`（〇〇大学の研究より）`、`出典: []`、`原文: (なし)`、見出しの
  `[SolarPanelA]`、`**:**`、`電話番号：000-0000-0000`）、出典の名の代わりに出た検索の式
- 見本のままの front matter の値（`author: Your Name`、`tags: [タグ1, タグ2]`、
  `image: path/to/image.jpg`、`amazonUrl: "#"`）、値の代わりの指示（`date: YYYY-MM-DD`、
  `tags: 関連タグ（最大5つ）`、`draft: true or false`）、題名に入ったままのファイル名
- 編集者への覚え書き（`（公開前に料金を確認）`、`要確認` だけの値）
- 欄の名（`[Your Name]`、助詞の続く `【ショップ名】の通販`、段落の終わりの `【商品リンク】`、見出し
  の中の `ferry_schedule`、見出しの頭に残ったファイル名の語）
- 指示のまま残った場所（`[ここに写真を挿入]`、`（※要リサーチ）`、`（後で記入）`、
  `TODO: 図を足す`）。読者への知らせ（`（結果は後ほど追記します）`）は見ません
- 埋めるはずのコメントと埋め込み（`<!-- AD_SLOT_HERE -->`、`{/* TODO(agent): … */}`、
  `:::MAP id=TBD:::`）。サイトの札（`<!-- CTA:SHELF_BANNER -->`）は見ません
- アドレスや属性の中の仮の名（`https://amzn.to/YOUR_LINK`、`?aid=xxx`、`&tag=your-id-22`、
  `twitter.com/yourprofile`）
- 文に出たプログラムの並び（`['皿', '匙']`）、タグの `None`
- 空欄と値のない変数（`＿＿＿＿氏`、`NaN円`、`価格：undefined`）、`404 Client Error` などのエラー
- 画像の代替テキストの `画像を挿入予定`、リンクの脇の `（※架空URL）`
- 数字のない実績（`売上は〇〇円でした`）、一つの記事に三つ以上ある `〇〇`（数を含むもの）。言い方の
  見本（「〇〇さん」「例：〇〇%」）は見ません
- そのまま公開された見本の記事（`ここに本文を書きます`、見出しの `見出し 1`）
- 仮の文と仮の画像（HTML の中も含む `Lorem ipsum`、`ダミーテキスト`、説明の欄の
  `この記事の簡潔な説明です。`、`/images/placeholder-1.jpg`）

コード、かぎかっこの中は見ません。引用と表の中は、リンクの札のように確かなものだけを見ます。雛形や記入
欄、画面の操作を話題にする行、題名が雛形を告げる記事、読者の解く問題の空欄（`答え` の節や
`ドリル` の題名のある記事）、置き換えるよう読者に書いてある `〇〇` や `[Name]`、写して使う手紙、文の
話題になっている変数や印（`{{name}} ではなく…`、`（要確認）とだけ書く`）、JSX のオブジェクトも見ま
せん。`TODO` など、書きかけの印とも取れるものは警告です。

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

- template variables that no site generator fills, values of the front matter that are the
  template's own (`author: Your Name`) or say what was wanted (`date: YYYY-MM-DD`,
  `tags: up to 5 tags`, `draft: true or false`), and names of fields in brackets (`[Your Name]`,
  `【ショップ名】の`)
- notes to insert something, notes to check (`（※要リサーチ）`, `TODO:` at the start of a line), and
  comments and embeds that mark a place (`<!-- AD_SLOT_HERE -->`)
- slots for links by name (`[AFFILIATE_LINK:strainer]`, `(内部リンク：…)`, `[internal link: …]`), in
  any brackets, in quotations and tables too
- authors, sources, products and labels without a name (`Hi, I'm [Name]`, `（〇〇大学の研究より）`,
  `出典: []`, `[SolarPanelA]` in a heading, `**:**`, `Rating: X/5`), and a search query for the name
  of a source
- notes of the editor (`(confirm the fee before publishing)`), and a file's name in the title
- names in addresses and attributes (`https://amzn.to/YOUR_LINK`, `?aid=xxx`, `&tag=your-id-22`),
  and notes beside links (`（仮のリンク）`)
- lists as a program writes them (`['dish', 'spoon']`), and a tag `None`
- blanks, variables without a value (`NaN円`), and errors of scripts (`404 Client Error`)
- circles for figures (`〇〇円でした`, `XX miles`), and three circles or more in one post
- filler text (in HTML too), a stand-in for a summary (`A brief description of the article.`), the
  sample post of a template, placeholder pictures, and alternative texts such as “image to be added”

Liquid, shortcodes, code, objects of JSX, patterns of speech (「〇〇さん」, 例：〇〇%) and lines
about templates, forms and screens are left alone, and so are the blanks of exercises, circles and
fields that readers are told to replace, letters to be copied, variables and notes that a sentence
speaks of, announcements to readers and a site's own keys in comments (`<!-- CTA:SHELF_BANNER -->`).
In quotations and tables only what is certain is reported. What may be a note of work in
progress, such as `TODO`, is a warning.

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

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.circles import circles, given
from kouetsu_rules.seams.slots.comments import hidden_slots
from kouetsu_rules.seams.slots.fields import slot_fields
from kouetsu_rules.seams.slots.filler import fillers
from kouetsu_rules.seams.slots.links import link_slots
from kouetsu_rules.seams.slots.notations import slots
from kouetsu_rules.seams.slots.pictures import promised_pictures
from kouetsu_rules.seams.slots.printed_failures import printed_failures
from kouetsu_rules.seams.slots.printed_lists import printed_lists
from kouetsu_rules.seams.slots.sample_posts import sample_posts
from kouetsu_rules.seams.slots.slug_headings import slug_headings

TODO = Pattern(r"^(?:TODO|FIXME|TBD|ＴＯＤＯ)(?:[:：（(].{0,60}|[ ]*$)", re.MULTILINE)
TO_DO = Pattern(r"(?<![a-z])to-?dos?(?![a-z])", re.IGNORECASE)
"""A post about such lists, by its title."""
BLANK = Pattern(
    r"(?:[〇○◯]{2,}|●+|(?:X\.X+|XX+(?:\.X+)?|〇\.〇+)|xx+|××+|[△▲]{2,})(?=[円%％人件倍名万億点位年月日時分秒個回杯枚階歳割]|社(?:に[増達上]|を[超突]|以上)"
    r"|株式会社|ドル|キロ|メートル|グラム|[ck]m|kg)"
)
# Of an English figure only a unit or a sign of money tells that it is one.
ENGLISH_BLANK = Pattern(
    r"(?<![\w.-])(?:[$€£]X{2,4}\b|X{2,4}%|X{2,4}(?=[ -](?:k(?:ilo)?(?:m|g|met\w+|grams?)"
    r"|miles?|percent|hours?"
    r"|minutes?|days?|years?|people|dollars|euros|pounds|met(?:er|re)s?|feet|lit(?:er|re)s?|grams?)\b)"
    r"|(?<=\b[io]n )XXXX\b)|(?<=[a-z] )X{2,4}(?= (?!and|was|were|for|the|that|which|with|but"
    r"|has)[a-z]{3,}\b)"
)
STATED = Pattern(r"(?:ました|でした|だった|[たっ]た)(?:。|が、|$|ものの|（要)")
# One who keeps a name back may say so in any tense; two different blanks are a template's.
POLITE = Pattern(r"(?:ます|です)[。が]")
# A sentence that has a bracket for its shop as well is a template's in any tense.
NAMELESS = Pattern(r"【[^】\n]{0,6}(?:名|価格|金額|住所)】(?=[はがのをに])")
CIRCLES = Pattern(r"[〇○◯]{2,}|●+|XX+|××+|[△▲]{2,}")
EXAMPLE = Pattern(
    r"例えば|たとえば|例：|例）|（例|といった|のよう[なに]|など|とか|形式|テンプレ|フォーマット|と(?:書か|伏せ)"
)
PICTURE = Pattern(
    r"(?:^|[\s\"'(/=])(?:[\w./-]*/)?placeholder[-_]?\w*\.(?:jpe?g|png|webp|svg|gif|avif)"
    r"|(?:via\.placeholder\.com|placehold\.(?:co|it|jp)|dummyimage\.com|placekitten\.com|loremflickr\.com"
    r"|fakeimg\.pl|placebear\.com|placeimg\.com)/[^\s\"')]*"
)
# A key of the front matter that stands in the body.
KEYED = Pattern(
    r"(?:image|cover|thumbnail|hero_?[iI]mage|eyecatch|og_?[iI]mage)[:=][ ]?\S+$", re.MULTILINE
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for slot in apart(
        (
            *post.derived(slots),
            *hidden_slots(post),
            *promised_pictures(post),
            *printed_failures(post),
            *printed_lists(post),
            *link_slots(post),
            *slot_fields(post),
        )
    ):
        yield Finding(slot.span, slot.key, severity=None if slot.certain else Severity.WARNING)
    samples = tuple(sample_posts(post))
    for span in samples:
        yield Finding(span, "filler")
    for span, certain in fillers(post):
        if not any(span.overlaps(sample) for sample in samples):
            yield Finding(span, "filler", severity=None if certain else Severity.WARNING)
    listed = TO_DO.search(post.title_text)
    patterns = [each for each in WORDS if post.may_hold(each[0]) and not listed]
    blanks = post.may_hold(BLANK) and not given(post)
    english = post.may_hold(ENGLISH_BLANK)
    stated: list[Finding] = []
    for prose in post.prose:
        for finding in _words(prose, patterns):
            if not any(finding.span.overlaps(span) for span in samples):
                yield finding
        if blanks and BLANK.search(prose.text):
            stated += _blanks(prose)
        if english:
            yield from _english_blanks(prose)
    yield from stated
    told = {finding.span.start for finding in stated}
    for prose, start, end in circles(post):
        span = prose.span(start, end)
        if span.start not in told:
            yield Finding(span, "circles", severity=Severity.WARNING)
    for prose, start, end in slug_headings(post):
        yield Finding(prose.span(start, end), "slug", severity=Severity.WARNING)
    yield from _pictures(post)


Word = tuple[Pattern, str, Severity | None]
WORDS: tuple[Word, ...] = ((TODO, "todo", Severity.WARNING),)


def _words(prose: Prose, patterns: list[Word]) -> Iterator[Finding]:
    text = prose.text
    for pattern, key, severity in patterns:
        if key == "todo" and prose.block is not None and prose.block.in_list:
            continue
        if key == "todo" and _heads_list(prose):
            continue
        for place in pattern.finditer(text):
            if not prose.opaque(*place.span()) and not spoken(text, place.start()):
                yield Finding(prose.span(*place.span()), key, severity=severity)


def _english_blanks(prose: Prose) -> Iterator[Finding]:
    text = prose.text
    listed = prose.block is not None and prose.block.in_list
    for place in ENGLISH_BLANK.finditer(text) if not listed else ():
        # In italics it is the name of an argument.
        named = any(mark.start <= place.start() < mark.end for mark in prose.marks)
        if not named and not prose.opaque(*place.span()) and not spoken(text, place.start()):
            yield Finding(prose.span(*place.span()), "blank", severity=Severity.WARNING)


def _heads_list(prose: Prose) -> bool:
    """Whether a heading only says that what is still to be done comes below it."""
    heading = prose.block is not None and prose.block.kind == "heading"
    return heading and prose.text.strip(" ：:").isalpha()


def _blanks(prose: Prose) -> Iterator[Finding]:
    """Circles for figures in a sentence that states what happened."""
    for sentence in prose.sentences:
        text = sentence.text
        several = len(set(BLANK.findall(text))) > 1 or len(CIRCLES.findall(text)) > 1
        stated = STATED.search(text) or (several and POLITE.search(text)) or NAMELESS.search(text)
        if EXAMPLE.search(text) or not stated:
            continue
        for place in BLANK.finditer(text):
            before = text[: place.start()]
            if not spoken(text, place.start()) and before.count("（") == before.count("）"):
                span = sentence.span_of(place.start(), min(len(text), place.end() + 1))
                yield Finding(span, "blank", severity=Severity.WARNING)


def _pictures(post: Post) -> Iterator[Finding]:
    front = post.front_matter.span
    for place in PICTURE.finditer(post.text, front.start, front.end):
        yield Finding(_stripped(post, place), "picture")
    for prose in post.prose:
        for mark in prose.marked("image"):
            if PICTURE.search(" " + mark.target):
                yield Finding(mark.span, "picture")
        keyed = KEYED.match(prose.text) if PICTURE.may_match(prose.text) else None
        if keyed is not None and PICTURE.search(keyed.group()):
            yield Finding(prose.span(*keyed.span()), "picture")


def _stripped(post: Post, place: re.Match[str]) -> Span:
    start, end = place.span()
    while start < end and post.text[start] in " \t\r\n\"'(=":
        start += 1
    return Span(start, end)


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
        "value": (
            "値のない変数がそのまま出ています",
            "a variable without a value was printed",
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
        "query": (
            "検索の式が、出典の名としてそのまま出ています",
            "a search query stands where the name of the source belongs",
        ),
        "stem": (
            "題名にファイル名が入ったままです",
            "the name of the file was left in the title",
        ),
        "label": ("ラベルの名が空のままです", "this label has no name"),
        "address": ("URL の一部が仮のままです", "a part of this address is a placeholder"),
        "comment": (
            "何かを入れるはずのコメントが残っています",
            "a comment marks where something was to be inserted",
        ),
        "prompt": (
            "生成の指示がコメントに残っています",
            "a comment holds the settings of the prompt",
        ),
        "embed": ("埋め込みの指定が仮のままです", "this embed was never filled in"),
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
        "picture": ("画像が仮のままです", "this picture is only a placeholder"),
    },
    doc=__doc__,
    check=check,
    yields_to=("admitted-fiction",),
)
