"""雛形に同じ語が二度流し込まれているか、題名や断り書きが文の途中に差し込まれている。

## 何を見るか
- `□□の最新□□` のように、同じ四字以上の語で始まって終わる見出しや題名
- 同じ主題で二度始まる文（`市は市は来年`、`店主の話では、店主の話では`、
  `The winter walk the winter walk`）
- `□□の□□入門` や `2025年最新2025年版` の見出し、文の中の `□□の最新□□を`、両端に同じ名を付けた
  題名（`朝の茶店 | 駅前で一服 | 朝の茶店`）。警告です
- 文の中に何度もそのまま差し込まれた題名（`夏に鍋を洗う方法とは？を使う人は`）。二つの部分を持つ
  題名は、一度でも、文の主題や説明の語になっていれば指摘します
  （`朝の茶店 - 一服の時間は駅前に位置する`）。警告です。「…方法」「…すること」で終わる題名は名詞句
  として文に合うので、四度から見ます。公開や刊行のことをいう文の主題は、作品の名とみなします
- front matter の検索語（`苔玉 水やり`）や検索意図（`枯らさない方法を知りたい`）がそのまま文の一部に
  なったもの（`苔玉 水やりを始める`、`…を知りたいを前提に`）、太字で二度以上差し込まれた検索語、検索
  欄に打つ形のまま何度も使われた語（`保存容器 おすすめの品`、`青梅 通販 贈答は`）、文字がスラッグの
  ままの記事へのリンク（`[koke-no-sodatekata](/koke-no-sodatekata/)`）。流し込まれたと分かった検索語
  は、見出しや題名、概要にあるものも指摘します。タグだけにある語は三度から見ます。空白を入れて書いた
  人や所、会や店の名は見ません。警告です
- 段落の途中に差し込まれた、アフィリエイトなどの断り書き。前後の文も同じことを述べるものは見ませ
  ん。警告です

`□□の□□` とだけある見出しと、読点をはさんで始まる文（`故郷は、故郷は`）は、わざとかもしれないので警
告です。`王の中の王`、`昔は昔`、`父は父で`、`友人の友人` のような言い回しや、二つを並べるもの（`□□と
□□`）は見ません。

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
Reports a word that a template put in twice. That is a heading or title which begins and ends with
the same word of four characters or more, as in `{word}の最新{word}`, or a sentence which begins
with the same topic twice (`市は市は`). Warnings are a title between the same name twice
(`{name} | … | {name}`), a headline such as `{word}の{word}入門` or `2025年最新2025年版`,
`{word}の最新{word}` within a sentence, and a headline that stands in running sentences again and
again (`when you add 9 Lamps That Last to a room`), a headline of two parts that is the subject of a
sentence or a word of the summary (`A Tea House - The First Cup is located in`; a noun phrase such
as `…方法` counts from four times on, and what is released is a work), keywords of the front matter
with a blank, and wishes there (`…を知りたい`), that are a word of a sentence
(`苔玉 水やりを始める`), keywords set in bold twice or more, words in the shape of a search that do
so again and again (`保存容器 おすすめの品`, `青梅 通販 贈答は`; once they are known, in headings,
the title and the summary, too; tags count from three times on, and names of people, places, clubs
and shops with a blank are left alone), a slug as the text of a link to the site's own page, and a
notice on affiliate links in the middle of a paragraph on something else. A bare `{word}の{word}`
and a topic again behind a comma may be meant so: warnings. Set phrases (`王の中の王`,
`友人の友人`) and pairs (`AとA`) are left alone.

### Why
The slot of a template was filled with a word that the template has itself.

### Limits
All 4 in 50 posts made from templates are found, and none is reported on 375 posts by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.iterated import ITERATED
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots.dropped_titles import dropped_titles
from kouetsu_rules.seams.slots.notices import pushed_notices
from kouetsu_rules.seams.slots.search_words import search_words, slug_links

ITSELF = (
    r"(?:(?P<joint>の)|における|に関する|についての)"
    r"(?P<dress>最新の?|おすすめの?|人気の?|定番の?|便利な|正しい|効果的な|必須の?|今後の|主要な?|基本の?|完全|徹底|実践|重要な)?(?P=word)(?:[？?！!。]|$)"
)
NUMBER = r"^(?:[\d０-９]+[.．、][ ]?)?"
FRAME = Pattern(NUMBER + r"(?P<word>[぀-ヿ㐀-鿿A-Za-z0-9]{4,20})" + ITSELF)
# perf: the class of letters is compiled only where its place in the frame is filled twice
DOUBLED = Pattern(NUMBER + r"(?P<word>\S{4,20})" + ITSELF)


# X における X の …, and X におすすめの X 向け …: the same noun in both places of a template.
TWICE = Pattern(
    NUMBER + r"(?P<word>[^\W\d_a-zA-Z]{2,16}?)(?:"
    r"(?:における|に関する|についての)(?P=word)の|(?:に(?:おすすめ|人気|ぴったり|最適)の|のための|に最適な)(?P=word)(?:向けの?|用の?|のための)"
    r")(?=[^\W\d_a-zA-Zぁ-ゟ])"
)
# X の最新 X within a sentence, where the whole of X comes again.
LATEST = Pattern(
    r"(?<![^\W\d_a-zA-Zぁ-ゟ])(?P<word>[^\W\d_a-zA-Zぁ-ゟ]{4,20})の(?:最新の?|完全|徹底|実践的な?|基本の?|おすすめの?|人気の?)"
    r"(?P=word)(?=[をがはにで、。])"
)
# X の X 入門 as a headline.
ITS_GUIDE = Pattern(
    r"(?P<word>[^\W\d_a-zA-Zぁ-ゟ]{2,16}[^\W\d_a-zA-Zぁ-ゟ都道府県市区町村国])の(?P=word)"
    r"(?:入門|ガイド|完全|徹底|解説|基礎|活用|対策|攻略|とは|について|方法|ポイント|のコツ)"
)
# One year twice, each with the word that makes it an edition.
EDITIONS = Pattern(
    r"(?P<word>(?P<year>20\d\d)年(?:最新版?|版))[】）]?[の 　]?(?P=year)年(?:最新版?|版)"
)
HEADLINES = (TWICE, ITS_GUIDE, EDITIONS)
STOP = Pattern(r"[。！？\n　]")
"""Behind it a clause begins."""
BARS = Pattern(r"[|｜]")
KANA = Pattern(r"[ぁ-ん]")
BETWEEN, SHORTEST_NAME = 3, 4
CLAUSE = r"(?:[#*>\-\d.]+[ ])?"
NOUN = r"(?:[こそあ]の(?=[^\W\d_a-zA-Zぁ-ヿ]))?[^\W_ぁ-ゟ][\w・]"
# X は、X は …: with a comma only what is long enough to be no stammer.
TOPIC = Pattern(
    rf"{CLAUSE}(?P<word>{NOUN}{{2,24}}?|[こそ]の[^\W\d_a-zA-Zぁ-ヿ]{{1,3}})(?P<mark>は|が|では|とは|には|も)、?(?P=word)"
    r"(?P<again>は|が|では|とは|には|も)(?!なく|ない|あり|ある|、?(?P=word)|(?<=では)(?:の|なり))"
)
WITHIN = Pattern(
    rf"{CLAUSE}(?P<word>[^\W\d_a-zA-Zぁ-ゟ]{{2,16}})(?:における|についての)(?P=word)の(?=[^\W\d_a-zA-Zぁ-ゟ]{{2,12}}(?:は|が|を|とは))"
)
SHORT_TOPIC = Pattern(
    rf"{CLAUSE}(?P<word>[^\W\d_a-zA-Zぁ-ゟ]{{1,2}})(?P<mark>は|が)(?P=word)(?P=mark)(?!なく|ない|あり|ある|で|、で)"
)
GENITIVE = Pattern(rf"{CLAUSE}(?P<word>{NOUN}{{1,20}}?の)(?P=word)(?=[^\W\d_a-zA-Zぁ-ゟ])")
CLAUSES = (TOPIC, SHORT_TOPIC, WITHIN, GENITIVE)
ENGLISH = Pattern(
    r"(?<![\w'-])(?P<word>(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur|[Yy]our"
    r"|[Mm]y) (?:[a-z]+ ){2,4})(?i:(?P=word))(?=\w)"
    r"|(?:^|(?<=[.!?\n] ))(?P<phrase>[A-Z][a-z]+ (?:[a-z]+ ){1,5}(?:is|are|was|were|has|have"
    r"|can|will) )"
    r"(?i:(?P=phrase))(?=\w)",
    re.MULTILINE,
)
BEST = Pattern(
    r"^(?:The |Our )?(?:\d+ )?(?:Best|Top(?: \d+)?|Guide to|Benefits of|Tips for"
    r"|Choosing) (?P<word>[A-Z][a-z]{3,20}"
    r"(?: [A-Z]?[a-z]+)?) (?:for|of|in|about) (?P=word)$"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for key, found in (("words", search_words), ("slug", slug_links)):
        for span in dict.fromkeys(found(post)):
            yield Finding(span, key, severity=Severity.WARNING)
    if post.title is not None:
        yield from _doubled(post.title)
        if (name := _named_twice(post.title.text)) is not None:
            values = {"word": name}
            yield Finding(post.title.whole, "doubled", values, severity=Severity.WARNING)
    for prose in post.prose:
        if prose.in_heading:
            yield from _doubled(prose)
        yield from _again(prose)
    for span in dict.fromkeys(dropped_titles(post)):
        yield Finding(span, "title", severity=Severity.WARNING)
    for span in pushed_notices(post):
        yield Finding(span, "notice", severity=Severity.WARNING)


def _named_twice(title: str) -> str | None:
    """The site's name behind a title that had it; a way there and back has only names."""
    parts = [part.strip() for part in BARS.split(title)]
    if len(parts) != BETWEEN or parts[0] != parts[-1] or len(parts[0]) < SHORTEST_NAME:
        return None
    told = len(parts[1]) > len(parts[0]) and KANA.search(parts[1]) is not None
    return parts[0] if told else None


def _again(prose: Prose) -> Iterator[Finding]:
    """A topic or a phrase that a clause begins with twice."""
    text = prose.text
    # perf: clauses begin at few places, and to look for them first spares trying every letter
    starts = (0, *(stop.end() for stop in STOP.finditer(text)))
    places = [
        pattern.compiled.match(text, at)
        for pattern in CLAUSES
        if pattern.may_match(text)
        for at in starts
    ]
    latest = LATEST.finditer(text) if LATEST.may_match(text) else ()
    for place in (*places, *latest, *ENGLISH.finditer(text), BEST.match(text)):
        if place is None:
            continue
        start, end = place.start("word"), place.end()
        if start < 0:
            start = place.start("phrase")
        word = text[start : place.end()].strip()[:40]
        if spoken(text, start) or prose.opaque(start, end) or not _slotted(place):
            continue
        # With a comma it may be a refrain: 故郷は、故郷は遠かった.
        certain = (
            place.re is TOPIC.compiled
            and place["mark"] == place["again"]
            and "、" not in place.group()
        )
        severity = None if certain else Severity.WARNING
        yield Finding(prose.span(start, end), "again", {"word": word}, severity=severity)


def _slotted(place: re.Match[str]) -> bool:
    """Whether a noun that a template would hold stands there twice, and not a way to speak."""
    word = (place["word"] or place["phrase"]).strip()
    half = len(word) // 2
    return not (ITERATED.match(word) or word[:half] == word[half:])


def _doubled(prose: Prose) -> Iterator[Finding]:
    place = FRAME.match(prose.text) if DOUBLED.match(prose.text) else None
    if place:
        if not ITERATED.match(place["word"]):
            # 言葉の言葉: a title may play so. With an adjective between it does not.
            severity = Severity.WARNING if place["joint"] and not place["dress"] else None
            values = {"word": place["word"]}
            yield Finding(prose.span(*place.span()), "doubled", values, severity=severity)
        return
    places = (pattern.search(prose.text) for pattern in HEADLINES)
    place = next(filter(None, places), None)
    if place and not ITERATED.match(place["word"]):
        span, values = prose.span(*place.span()), {"word": place["word"]}
        yield Finding(span, "doubled", values, severity=Severity.WARNING)


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
            "検索語が、そのまま文に使われています",
            "words of a search were put into the sentence as they are",
        ),
        "slug": (
            "リンクの文字が、記事名ではなく URL のスラッグになっています",
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
        "again": (
            "「{word}」で、同じ語が二度始まっています",
            "“{word}” begins with the same words twice",
        ),
    },
    doc=__doc__,
    check=check,
    # which offers to mend it
    yields_to=("doubled-word",),
)
