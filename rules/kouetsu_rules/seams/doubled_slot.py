"""雛形に同じ語が二度流し込まれているか、題名や断り書きが文の途中に差し込まれている。

## 何を見るか
- `□□の最新□□` のように、同じ四字以上の語で始まって終わる見出しや題名
- 文の中に何度もそのまま差し込まれた題名（`夏に鉄の鍋を洗う方法とは？を使う人は`）。二つの部分を持つ
  題名は、一度でも、文の主題になっていれば指摘します（`朝の茶店 - 一服の時間は駅前に位置する`）。二
  十字以上なら、説明の語になっているものも見ます。警告です
- front matter の検索語（`苔玉 水やり`）がそのまま文の語になったもの（`苔玉 水やりを始める`）、
  文字がスラッグのままの記事へのリンク（`[koke-no-sodatekata](/koke-no-sodatekata/)`）。警告です
- 段落の途中に差し込まれた、アフィリエイトなどの断り書き。前後の文も同じことを述べるものは見ませ
  ん。警告です

二つを並べるもの（`□□と□□`）や `王の中の王` のような言い回しは見ません。

## なぜか
`{分類}の最新トレンド分析` のような雛形に、雛形の語と同じものを入れたときに起こります。

## 例
```md bad
## 店舗選びの最新店舗選び

通りに面した店から見ていきます。
```
```md good
## 店舗選びの最新事情

通りに面した店から見ていきます。
```

## 限界
雛形から作られた記事 50 本の 4 か所をすべて見つけ、人が書いた記事 375 本では指摘がありません。言い換
えて重なったものは分かりません。

## English
### What it does
Reports a heading or title which begins and ends with the same word of four characters or more, as
in `{word}の最新{word}`: a template put it in twice. Warnings are a headline that stands in running
sentences again and again (`when you add 9 Lamps That Last to a room`), a headline of two parts that
is the subject of a sentence (`朝の茶店 - 一服の時間は駅前に位置する`) or, with twenty letters or
more, a word of the summary, keywords of the front matter with a blank that are a word of a sentence
(`苔玉 水やりを始める`), a slug as the text of a link to the site's own page, and a notice on
affiliate links in the middle of a paragraph on something else. Set phrases (`王の中の王`) and pairs
(`AとA`) are left alone.

### Why
The slot of a template was filled with a word that the template has itself.

### Limits
All 4 in 50 posts made from templates are found, and none is reported on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.seams.slots.dropped_titles import dropped_titles
from kouetsu_rules.seams.slots.notices import pushed_notices
from kouetsu_rules.seams.slots.search_words import search_words, slug_links

ITSELF = (
    r"(?:の|における|に関する|についての)"
    r"(?:最新の?|おすすめの?|人気の?|定番の?|便利な|正しい|効果的な|必須の?|今後の|主要な?|基本の?|完全|徹底|実践|重要な)?(?P=word)(?:[？?！!。]|$)"
)
NUMBER = r"^(?:[\d０-９]+[.．、][ ]?)?"
FRAME = Pattern(NUMBER + r"(?P<word>[぀-ヿ㐀-鿿A-Za-z0-9]{4,20})" + ITSELF)
# perf: the class of letters is compiled only where its place in the frame is filled twice
DOUBLED = Pattern(NUMBER + r"(?P<word>\S{4,20})" + ITSELF)
WARNED = (
    *(("words", search_words), ("slug", slug_links)),
    *(("title", dropped_titles), ("notice", pushed_notices)),
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for prose in _headlines(post):
        place = FRAME.match(prose.text) if DOUBLED.match(prose.text) else None
        if place:
            yield Finding(prose.span(*place.span()), "doubled", {"word": place["word"]})
    for key, found in WARNED:
        for span in dict.fromkeys(found(post)):
            yield Finding(span, key, severity=Severity.WARNING)


def _headlines(post: Post) -> Iterator[Prose]:
    if post.title is not None:
        yield post.title
    for prose in post.prose:
        if prose.block is not None and prose.block.kind == "heading":
            yield prose


RULE = Rule(
    name="doubled-slot",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "doubled": (
            "「{word}」が雛形に二度流し込まれています",
            "“{word}” was put into the template twice",
        ),
        "words": (
            "検索語が、そのまま文の語になっています",
            "words of a search were put into the sentence as they are",
        ),
        "slug": (
            "リンクの文字が、記事の名でなくアドレスの名（スラッグ）です",
            "the text of the link is the slug of the page, not its name",
        ),
        "title": (
            "題名がそのまま文に差し込まれています",
            "the title was dropped into the sentence as it is",
        ),
        "notice": (
            "サイトの断り書きが、段落の途中に差し込まれています",
            "a notice of the site was set into the middle of the paragraph",
        ),
    },
    doc=__doc__,
    check=check,
)
