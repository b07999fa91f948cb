"""仮名の間に、英字などが一つまぎれている。

## 何を見るか
- ひらがなどうしに前後をはさまれた、半角の英小文字一つ
- 片仮名の語の中で二つ続く「ー」（`ユーーモア`）
- アイヌ語を書くための小さな片仮名（`ㇵ`）

## なぜか
ローマ字入力の打ち漏らし（「おねgいします」）や、生成の崩れで残ります。

## 例
```md bad
あとはよろしくおねgいします。
```
```md bad
店主のユーーモアに、客がどっと笑った。
```
```md fixed
店主のユーモアに、客がどっと笑った。
```
```md good
あとはよろしくおねがいします。点をxとyで表す。
```

## 限界
「をxと置く」のような変数は、前か後ろが助詞なので見ません。人が書いた記事 375 本では 1 本に指摘があ
り、本物の打ち間違いでした。題名、タグ、見出しのどれかから打ち間違いや誤字を集めたと分かるところでは、
箇条書きとかぎかっこの中を見ません。

## English
### What it does
Reports one alien character between kana. It is a lower-case ASCII letter between hiragana that is
neither a variable nor a unit, a doubled ー within a word of katakana (`ユーーモア`), or the small
katakana of Ainu.

### Why
A slip of romaji input, or of a model, leaves it.

### Limits
A letter beside a particle is taken for a variable. Where the title, the tags or a heading say that
slips are collected, items and quoted words are left alone. One of 375 posts by people is reported,
rightly.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
)
from kouetsu_rules.places import cited, matches
from kouetsu_rules.samples import outside_collections
from kouetsu_rules.typos.words.katakana import composed
from kouetsu_rules.typos.words.lexicon import lexicon

# A letter after or before a particle is a variable, w is laughter.
STRAY = Pattern(
    r"(?<=[ぁ-ん])(?<![をがはにでとのもやへかるいたら])"
    r"[a-vx-z](?=[ぁ-ん])(?!まで|より|[をがはにでとのもやへかだな])"
)
# Cries are drawn out, too: what is left with one sign has to be a word of some length.
DRAWN = Pattern(r"(?<![ァ-ヺー])[ァ-ヺー]*[ァ-ヺ]ーー[ァ-ヺ][ァ-ヺー]*(?![！!〜～っッ])")
WORD = 4
# うp for アップ, as the boards write it: a word of its own, with する behind it.
UPLOAD = Pattern(r"うp(?=[すしさ乙主])")
# What is drawn out where the utterance ends, is called out.
CRY = Pattern(r"(?:^|[。！？!?「『\s])[ァ-ヺー]+(?=$|[（(。！？!?」』\s])")
AINU = Pattern(r"(?<![ㇰ-ㇿ])[ㇰ-ㇿ](?![ㇰ-ㇿ])")
OF_AINU = Pattern(r"アイヌ|ｱｲﾇ|小書き|Unicode|ユニコード|JIS|文字コード")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from outside_collections(post, _slips(post))


def _slips(post: Post) -> Iterator[Finding]:
    for prose, found in matches(post, STRAY):
        if not cited(prose.text, *found.span()) and not UPLOAD.match(prose.text, found.start() - 1):
            yield Finding(prose.span(*found.span()), "stray", {"letter": found.group()})
    for prose, found in matches(post, DRAWN):
        at = found.start() + found.group().index("ーー")
        word = found.group().replace("ーー", "ー", 1)
        alone = CRY.match(prose.text, max(found.start() - 1, 0)) is not None
        if _is_word(word) and not alone and not cited(prose.text, *found.span()):
            edit = Edit(prose.span(at, at + 1), "")
            fix = Fix((edit,), Safety.UNSAFE, "shorten")
            yield Finding(prose.span(at, at + 2), "drawn", {"word": found.group()}, fix=fix)
    for prose, found in matches(post, AINU):
        if not cited(prose.text, *found.span()) and not post.contains(OF_AINU):
            yield Finding(prose.span(*found.span()), "ainu", {"letter": found.group()})


def _is_word(run: str) -> bool:
    words = lexicon()
    return (
        len(run) >= WORD
        and "ーー" not in run
        and bool(words.common.level(run) or run in words.katakana or composed(run))
    )


RULE = Rule(
    name="stray-letter",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "drawn": (
            "「{word}」の「ー」が二つ続いています",
            "“{word}” has its ー twice",
        ),
        "ainu": (
            "日本語では使わない小さな片仮名「{letter}」がまぎれています",
            "“{letter}” is a small katakana that Japanese does not use",
        ),
        "shorten": ("「ー」を一つにする", "leave one ー"),
        "stray": (
            "仮名の間に英字「{letter}」がまぎれています",
            "a stray “{letter}” stands between kana",
        ),
    },
    doc=__doc__,
    check=check,
)
