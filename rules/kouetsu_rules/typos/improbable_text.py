"""言葉の統計からみて、ありそうもない字や語がある。

## 何を見るか
辞書と、人の文章から取った統計に照らして、次のところを指摘します（同梱する統計は単語と文字の並びの
ハッシュだけで、元の文章は含みません）。

- 辞書にない片仮名語で、一字か一音を直すとよく使われる語になるもの（「アルゴゴリズム」）。重なった
  音、まぎれ込んだ音、抜けた音、一字違い
- 決まった相手としか熟語を作らない漢字が、隣り合ったことのない漢字と並ぶところ（「曖略な約束」）
- 続く語の頭と同じ漢字（「戸戸惑う」）や、見たことのない平仮名の重なり（「せざざるを得ない」）
- 同じ記事に何度も出る英字の名前と一字だけ違うつづり

同じ語が記事の別の文にもあれば、書き手の言葉とみて指摘しません。題名、タグ、見出しのどれかから打ち間
違いや誤字を集めたと分かるところでは、箇条書きとかぎかっこの中を見ません。

## なぜか
言語モデルは語をいくつかに切って出すので、切れ目を二度出したり、別の切れ端をつないだりします。どれも
一度きりの誤りで、表記の一覧では見つけられません。

## 例
```md bad
古い町家の改修では、アルゴゴリズムより大工の目が頼りになる。
```
```md fixed
古い町家の改修では、アルゴリズムより大工の目が頼りになる。
```
```md good
古い町家の改修では、アルゴリズムより大工の目が頼りになる。デジタコもリランクも正しい語。
```

## 限界
人が書いた記事 375 本では 18 件で、どれも本物の打ち間違いでした（28 の出典を半分に分け、もう半分から
作った統計で測っても同じ数です）。定数を決めたあとで集めた、同じ統計の外にある文書 908 本（Debian の
日本語文書とゲームの台詞）では 17 本に指摘があり、どれも打ち間違いとみられます。測り方は
`bench/unseen.py` にあります。

辞書 EDICT にだけある片仮名語 23,000 語では、35 語を誤って指摘します。よく使われる半分どうしを継いだ
漢字の語、助詞一つの抜けや誤り、実在する別の語になった片仮名や英単語、英語でない英字の語は見つけられません。
統計の作り方は `bench/build_statistics.py` にあります。

## English
### What it does
Reports words and characters that the statistics of the language hold improbable. They are katakana
words that no dictionary knows and that one edit makes common, a kanji that makes few compounds
beside one that it was never seen with, kanji and kana said twice, and Latin names one letter off a
frequent one. The statistics come from prose by people and hold nothing but hashes. A word that
stands in another sentence, too, is the author's. Where the title, the tags or a heading say that
slips are collected, items and quoted words are left alone.

### Why
Models write words in pieces; a piece said twice, or an alien piece, is a slip that comes once and
is in no list.

### Limits
18 findings in 375 posts by people, all true slips, and as many with statistics from the other half
of their 28 sources. On 908 files that were collected after all constants stood (Debian's Japanese
documents, dialogues of games) 17 are reported, and all look true; `bench/unseen.py` measures it. Of
23,000 katakana words that only EDICT has, 35 are accused. Kanji words of two good halves, a missing
particle, katakana that is another word, and foreign words in ASCII are not found.
`bench/build_statistics.py` builds the statistics.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Prose,
    Rule,
    RuleOptions,
    Safety,
    Severity,
)
from kouetsu_rules.apart import Taken
from kouetsu_rules.places import cited, matches
from kouetsu_rules.samples import outside_collections
from kouetsu_rules.seams.foreign.simplified import simplified_only
from kouetsu_rules.typos.words import kana, kanji, phrases
from kouetsu_rules.typos.words.katakana import believed, slips
from kouetsu_rules.typos.words.variants import misspelt

KATAKANA = Pattern(r"[ァ-ヺー]{4,}")
GOES_ON = Pattern(r"[ \n\u3000]{1,6}[ァ-ヺー]")
CAME_ON = Pattern(r"[ァ-ヺー][ \n\u3000]{1,6}$")


HAN = Pattern(r"[㐀-鿿]+")
NEAR = 24


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if post.is_japanese:
        yield from outside_collections(post, _improbable(post))


def _improbable(post: Post) -> Iterator[Finding]:
    words = list(_katakana(post))
    yield from words
    yield from _alone([*_kanji(post), *_kana(post)])
    possible = phrases.possible(post)
    for prose in post.texts:
        for start, end, meant in phrases.slips(prose.text, possible):
            if not prose.opaque(start, end) and not cited(prose.text, start, end):
                yield _finding(prose, start, end, "phrase", meant)
    taken = Taken(word.span for word in words)
    for prose, start, end, meant in misspelt(post):
        if not taken.overlap(prose.span(start, end)):
            yield _finding(prose, start, end, "spelling", meant)


def _katakana(post: Post) -> Iterator[Finding]:
    runs = list(matches(post, KATAKANA))
    counts = Counter(found.group() for _, found in runs)
    places: dict[str, set[str]] = {}
    for prose, found in runs:
        run = found.group()
        if counts[run] > 1:
            places.setdefault(run, set()).add(_around(prose, *found.span()))
    for prose, found in runs:
        run = found.group()
        if len(places.get(run, ())) > 1 or cited(prose.text, *found.span()):
            continue
        if _broken(prose.text, *found.span()):
            continue
        for slip in slips(run)[:1]:
            if believed(slip, counts[slip.meant] > 0):
                start = found.start() + slip.start
                end = found.start() + slip.end
                yield _finding(prose, start, end, slip.kind, slip.meant)


def _broken(text: str, start: int, end: int) -> bool:
    """Whether a word goes on over a line break or a space, as where mails and manuals wrap."""
    before = max(0, start - 8)
    return GOES_ON.match(text, end) is not None or CAME_ON.search(text, before, start) is not None


def _kanji(post: Post) -> Iterator[tuple[Prose, int, int, str, str]]:
    runs = kanji.unheard_runs(post)
    for prose in post.texts:
        doubled = next(kanji.twice(prose.text), None) is not None
        unheard = prose.field is None and kanji.has_any(runs, prose.text)
        for sentence in prose.sentences if doubled or unheard else ():
            if doubled:
                for start, end in kanji.doubled(sentence):
                    at = sentence.start + start
                    yield prose, at, sentence.start + end + 1, "doubled", prose.text[at]
            if not unheard or not kanji.has_any(runs, sentence.text):
                continue
            for start, end in kanji.broken_pairs(sentence):
                if _chinese(sentence.text, start, end):
                    continue
                yield prose, sentence.start + start, sentence.start + end, "pair", ""


def _chinese(text: str, start: int, end: int) -> bool:
    """Whether the characters stand in a run with signs of Chinese alone."""
    return any(
        found.start() <= start and end <= found.end() and simplified_only(found.group())
        for found in HAN.finditer(text, max(0, start - NEAR), end + NEAR)
    )


def _kana(post: Post) -> Iterator[tuple[Prose, int, int, str, str]]:
    for prose in post.texts:
        if not kana.DOUBLED.search(prose.text):
            continue
        for sentence in prose.sentences:
            for start, end in kana.doubled(sentence):
                at = sentence.start + start - 1
                yield prose, at, sentence.start + end, "doubled", prose.text[at]


def _alone(found: list[tuple[Prose, int, int, str, str]]) -> Iterator[Finding]:
    """What comes in one sentence only; the same in others is a word of the post."""
    sentences: dict[str, set[str]] = {}
    for prose, start, end, _, _ in found:
        around = _around(prose, start, end)
        sentences.setdefault(prose.text[start:end], set()).add(around)
    for prose, start, end, kind, meant in found:
        if len(sentences[prose.text[start:end]]) == 1 and not prose.opaque(start, end):
            yield _finding(prose, start, end, kind, meant)


def _around(prose: Prose, start: int, end: int) -> str:
    return prose.text[max(0, start - 4) : end + 4]


def _finding(prose: Prose, start: int, end: int, kind: str, meant: str) -> Finding:
    span = prose.span(start, end)
    values = {"text": prose.text[start:end], "meant": meant}
    fix = None
    if meant:
        fix = Fix((Edit(span, meant),), Safety.UNSAFE, "write", {"meant": meant})
    return Finding(span, kind, values, fix=fix)


RULE = Rule(
    name="improbable-text",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "doubled": (
            "「{text}」は「{meant}」が重なったものとみられます",
            "“{text}” looks like “{meant}” with a part doubled",
        ),
        "deleted": (
            "「{text}」は「{meant}」に余分な字が入ったものとみられます",
            "“{text}” looks like “{meant}” with a character too many",
        ),
        "replaced": (
            "「{text}」は「{meant}」の一字違いとみられます",
            "“{text}” looks like “{meant}” with one character wrong",
        ),
        "inserted": (
            "「{text}」は「{meant}」の字が抜けたものとみられます",
            "“{text}” looks like “{meant}” with a character missing",
        ),
        "pair": (
            "「{text}」という字の並びは日本語ではまず見られません",
            "the characters “{text}” hardly ever stand together in Japanese",
        ),
        "spelling": (
            "「{text}」は、この記事の「{meant}」と一字だけ違います",
            "“{text}” differs in one letter from “{meant}” in this post",
        ),
        "phrase": ("「{text}」は「{meant}」の書き間違いです", "“{text}” should be “{meant}”"),
        "write": ("「{meant}」に直す", "write “{meant}”"),
    },
    doc=__doc__,
    check=check,
    yields_to=(
        "broken-inflection",
        "doubled-word",
        "impossible-particle",
        "replacement-artefact",
        "foreign-script",
        "truncated-text",
        "orphan-start",
        "title-truncated",
    ),
)
