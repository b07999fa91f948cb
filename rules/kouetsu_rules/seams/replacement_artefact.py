"""語句の機械的な置き換えが文を壊している。

## 何を見るか
「多くの」を「75%以上の」に、「大幅な」を「300%の」に置き換えたような跡。

- 「どれだけ」「いかに」「より」「数」など、程度をいう語のすぐあとの割合
- 割合に続く割合（「63%の300%の」）
- 100 % を超える「削減」
- 動詞にかかる割合（「300%の下がる」）
- 割合では量れない語に付く割合（「300%の見直し」）
- 「最高」「一番」「必ず」「完全」などを穏やかな語に替えた跡（「不ほぼな」「多くの場合しも」「非常に
  良いに強い」「特にの」）
- `words` に挙げた語

ほめ言葉とも読める「非常に良い裁判所」「とても良い齢の」は警告です。

## なぜか
文書をまたぐ一括置換は、置き換えた先の文に合うかどうかを見ません。数字が入るだけに、事実の誤りとして
読まれます。

## 例
```md bad
この橋が架かれば、どれだけ80%以上の人が島へ渡れるだろうか。
```
```md good
この橋が架かれば、80%以上の人が島へ渡れる。昨年より80%以上の伸びを見せた。
```

## 設定
`words`：置き換えでできた、意味をなさない語。

## 限界
置き換えたあとも文として成り立つ「75%以上の企業」は見つけられません。人が書いた記事 375 本では指摘が
ありません。

## English
### What it does
Reports figures that a blind replacement put where none can stand. They follow a degree word (どれだ
け80%以上の) or another percentage, cut by more than 100 %, or stand before a verb or before what
cannot be measured (300%の). So do measured words that were put in place of 最高, 一番, 必ず or 完全
within a longer word (不ほぼな, 多くの場合しも, 特にの); where such words may praise
(非常に良い裁判所) that is a warning. The words of `words`, which replacements made, count, too.

### Why
A replacement over many posts does not read the sentences that it changes, and readers take the
figure for a fact.

### Limits
Where the sentence still makes sense, an invented figure is not seen. No finding on 375 posts by
people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Finding,
    NonEmpty,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Sentence,
    Severity,
    option,
)
from kouetsu_rules.places import cited, sentence_matches, word_at

NUMBER = r"[0-9０-９][0-9０-９,，.．]*"
RATE = NUMBER + r"\s?[%％]"
OVER = RATE + r"(?:以上|超)?の"
# One hundred per cent or more, and more than that.
MANIFOLD = r"(?<![0-9０-９])[1-9１-９][0-9０-９]{2,}\s?[%％](?:以上|超)?の"
BEYOND = r"(?![1１][0０]{2}\s?[%％])" + MANIFOLD
# A picture of 200% may be scaled down, and anything is downloaded.
REDUCTION = (
    r"(?:削減|減少|低下|短縮|節約|(?<!拡大)(?:縮小|圧縮)(?!率|表示|コピー|印刷|[・や]?拡大)|軽減|低減|値下げ|下落"
    r"|(?:ダウン|カット)(?![ァ-ヶー]))"
)
FRAMES = Pattern(
    # より after a particle or a comma is "more"; after a noun it is "than".
    r"(?P<degree>(?:(?<=[、。，がはをもて])|(?<=^)|(?<=(?<!ま)で))より"
    r"|(?:[どこそあ]れほど|どれだけ|いかに(?!も))(?!(?:100|１００)[ ]?[%％]の)|もっと|最も|さほど"
    r"|数え(?:切|き)れないほど|極めて|きわめて|非常に"
    # とても100%の自信はない: it denies
    r"|とても(?!" + OVER + r"[^、。]{0,20}(?:ない|なかっ|なく|ません|無理|できぬ))"
    r"|あまりに)(?P<rate>" + OVER + r")"
    # 数多くの, 世界中の数多くの; not 日数 and not 票の数
    r"|(?:(?<=[、。「ぁ-とな-ねは-ん])|(?<=[中内界]の)|^)"
    r"(?P<several>数)(?P<figure>(?!10+\s?[%％])[1-9][0-9]+\s?[%％]以上)"
    r"|(?<![0-9０-９])(?<![0-9０-９][,，.．])" + RATE + r"の(?P<twice>" + MANIFOLD + r")"
    r"|(?P<cut>" + BEYOND + r")(?=[一-龥ァ-ヶーA-Za-z]{0,8}の?" + REDUCTION + r")"
    r"|(?P<measure>"
    + BEYOND
    + r")(?=リニューアル|見直し|刷新|変更|変革|転換|方針|方向|改革|再編|改修|改訂"
    r"|改定|改変|変貌|修正|譲歩|遅れ|遅延|タイムロス|アップデート|アップグレード"
    r"|モデルチェンジ|リストラ)"
)
# 大幅に向上する becomes 300%の向上する: の before a verb.
BEFORE_VERB = Pattern(MANIFOLD + r"(?=[^\s、。])")
# A cleaner of advertising copy puts measured words in place of 最高, 一番, 必ず, 完全: within a
# longer word (不完全, 必ずしも, 最高齢, 春一番) they stand where no such words can.
MEASURED = r"(?:非常に|極めて|きわめて|とても|大変|かなり|比較的)"
GOOD = MEASURED + r"(?:良い|よい|優れた|人気の|評判の)"
SOFTENED = Pattern(
    r"(?P<prefix>[不無未]|再(?=ほぼ))(?:ほぼ|ほとんど|おおむね|概ね|かなり|とても|特に|とくに|なるべく|できるだけ"
    r"|きわめて|極めて|大変|非常に|優れた|高水準|高品質)(?=[な一-龥ぁ-ん])"
    r"|(?:場合|原則|通常|(?:基本|一般)的に|おおむね|概ね|ほぼ|なるべく|できるだけ|大抵|たいてい"
    r"|確実に|ほとんど|高い確率で|きっと)しも(?=[、一-龥ァ-ヶA-Za-z0-9]|そう|よい|いい)"
    r"|" + GOOD + r"(?:気温(?=[はがも]?[0-9０-９])|齢(?=者(?!層)|出産|記録|優勝|受賞)"
    r"|潮に(?=[達上登昇]|のぼ)|学府|裁(?=[がはのも]))"
    # a good year of life, and a court as people praise one
    r"|(?P<perhaps>" + GOOD + r"(?:齢(?=[のではが、。])|裁(?=判所)))"
    r"|(?P<adverb>特に|とくに|非常に|極めて|きわめて|とても)の(?=[一-龥ァ-ヶ])(?!事に)"
    r"|(?:非常に|ほぼ|とても|きっと|極めて|きわめて|なるべく)的な(?=[一-龥ァ-ヶ])"
)
# 最高に強い: an adjective cannot stand where the adverb stood.
ADVERBIAL = Pattern(
    MEASURED + r"(?:良い|よい|高い|強い|人気|優れた)に(?=[一-龥])"
    r"(?![決違越関限至似近等反拘過勝相因]|[^ぁ-ん]{2})"
)
DOING = ("為る", "出来る")
NOMINAL = Pattern(r"[\s、。）」を]|が|に(?!な)|は|で|と|の|も|へ|だ|か|率|幅|分|方|ぶり|$")
"""What follows the stem of a verb that is used as a noun: 300%の伸びを."""


class Options(RuleOptions, frozen=True, kw_only=True):
    words: Annotated[
        tuple[NonEmpty, ...],
        option("置きかえでできた、意味をなさない語", "words that a replacement made"),
    ] = ("エコアーキテクチャ", "オペレーティングアーキテクチャ")


def check(post: Post, options: Options) -> Iterator[Finding]:
    words = re.compile("|".join(map(re.escape, options.words))) if options.words else None
    for prose in post.texts:
        for found in FRAMES.finditer(prose.text):
            key, values = _message(found)
            yield Finding(prose.span(*found.span()), key, values)
        for word in words.finditer(prose.text) if words else ():
            yield Finding(prose.span(*word.span()), "word", {"word": word.group()})
    yield from _softened(post)
    for sentence, found in sentence_matches(post, BEFORE_VERB):
        told = FRAMES.match(sentence.text, found.start())
        if not told and _before_verb(sentence, found.end()):
            span = sentence.span_of(*found.span())
            yield Finding(span, "verb", {"rate": found.group()})


def _softened(post: Post) -> Iterator[Finding]:
    for pattern in (SOFTENED, ADVERBIAL):
        for sentence, found in sentence_matches(post, pattern):
            if cited(sentence.text, *found.span()) or not _is_alien(sentence, found):
                continue
            perhaps = found.groupdict().get("perhaps") is not None
            yield Finding(
                sentence.span_of(*found.span()),
                "softened",
                {"words": found.group()},
                severity=Severity.WARNING if perhaps else None,
            )


def _is_alien(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether the sign before is a prefix (要不要 ends in one), an adjective what follows."""
    if found.re.pattern == ADVERBIAL.compiled.pattern:
        index = word_at(sentence, found.end())
        return index is not None and sentence.tokens[index].feature.pos1 in ("形容詞", "形状詞")
    if found["adverb"]:
        # おとくにの: the name of a place ends so
        return word_at(sentence, found.start()) is not None
    if not found["prefix"]:
        return True
    index = word_at(sentence, found.start())
    return index is not None and sentence.tokens[index].feature.pos1 == "接頭辞"


def _before_verb(sentence: Sentence, offset: int) -> bool:
    """Whether a verb follows, in a form that is no noun: 300%の下がる, 300%の向上した."""
    index = word_at(sentence, offset)
    if not index:
        return False
    word, after = sentence.tokens[index], sentence.tokens[index + 1 : index + 2]
    if word.feature.pos3 == "サ変可能":
        return bool(after) and after[0].start == word.end and after[0].feature.lemma in DOING
    if word.feature.pos1 != "動詞":
        return False
    return not word.feature.c_form.startswith("連用") or not NOMINAL.match(sentence.text, word.end)


def _message(found: re.Match[str]) -> tuple[str, dict[str, str]]:
    if found["rate"]:
        return "degree", {"word": found["degree"], "rate": found["rate"]}
    if found["figure"]:
        return "degree", {"word": found["several"], "rate": found["figure"]}
    if found["cut"]:
        return "cut", {"rate": found["cut"]}
    return "measure", {"rate": found["twice"] or found["measure"]}


RULE = Rule(
    name="replacement-artefact",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "degree": (
            "「{word}」のあとに割合「{rate}」は続きません（一括置換の跡）",
            "“{rate}” cannot follow “{word}”: this is the trace of a replacement",
        ),
        "cut": (
            "「{rate}」は 100 % を超えていて、それだけ減らすことはできません（一括置換の跡）",
            "nothing can be cut by “{rate}”: this is the trace of a replacement",
        ),
        "measure": (
            "「{rate}」は割合で量れないものに付いています（一括置換の跡）",
            "“{rate}” measures what has no measure: this is the trace of a replacement",
        ),
        "verb": (
            "「{rate}」が動詞にかかっています（一括置換の跡）",
            "“{rate}” stands before a verb: this is the trace of a replacement",
        ),
        "softened": (
            "「{words}」はここに続かない言い回しです（一括置換の跡）",
            "“{words}” cannot stand here: this is the trace of a replacement",
        ),
        "word": (
            "「{word}」は一括置換の跡で、意味をなしません",
            "“{word}” is the trace of a replacement and makes no sense",
        ),
    },
    options=Options,
    doc=__doc__,
    check=check,
)
