"""記事が自分の長さについて書いたことが、実際の長さに合わない。

## 何を見るか
- `word_count`、`char_count` などの項目の数
- 題名、説明文、本文のはじめの三段落にある、記事自身の長さを述べた言葉（`この記事は3分で読めます`、
  `読了時間：約5分`、`【3分で読める】`、`この記事は約3000文字です`、単独の行の `（約3000文字）`）

字数は 30 % まで、分数は reading-time と同じ幅まで許します。

## なぜか
注文された長さがそのまま本文に残ったものや、書き足したあとに直し忘れたものです。

## 例
```md bad
この記事は15分で読めます。

灯台の階段は百二十段あります。
```
```md fixed
この記事は1分で読めます。

灯台の階段は百二十段あります。
```
```md good
約3000文字の紀行文を、15分で読める長さに縮めました。

灯台の階段は百二十段あります。
```

## 設定
`keys`、`length-tolerance` のほか、reading-time と同じ速さの設定があります。

## 限界
ほかの文章の長さを述べた文と区別できる、決まった言い方だけを見ます。節の見出しの下の「読了時間：90
分」は、その節で紹介する本のことかもしれないので見ません。原稿の募集や提出についての記事の「文字数：
1200字」も、仕事を割りふる箇条書きも同じです。人が書いた記事 375 本では指摘がなく、手元にある機械が
書いた記事 569 本にもこの傷はありません。

## English
What a post says of its own length does not fit.

### What it does
Reports what a post says of its own length where it does not fit. It reads keys such as
`word_count`, and phrases in the title, the description and the first three paragraphs. Counts may
be off by 30 %, minutes by as much as reading-time allows.

### Why
An ordered length was left in the text, or the text grew and the number did not.

### Limits
Only fixed phrases are read, so that the length of other texts is not taken for the post's; nor is
one below the heading of a section, which may be that of a book, in a list of what is to be done, or
in a call for essays. No finding on 375 posts by people; the 569 machine-written posts at hand do
not have this defect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    NonEmpty,
    Pattern,
    Post,
    Prose,
    Rule,
    Safety,
    Severity,
    Span,
    Value,
    option,
)
from kouetsu_rules.reading_time.length.measure import amount
from kouetsu_rules.reading_time.length.speeds import Speeds, account, agrees, minutes, whole
from kouetsu_rules.subject import CALL

HEAD = 3
"""A post speaks of its own length in its first paragraphs."""
NUMBER = r"(?P<number>[0-9０-９][0-9０-９,，]{0,6})"
ABOUT = r"(?:約|およそ|だいたい|わずか|たった|ほんの)?\s*"
SELF = r"(?:この|本)(?:記事|稿|ページ|投稿|エントリー?|ブログ)"
# What takes so long: 読めます, 読める記事です, and not 読める短編を.
READ = (
    r"(?:読め(?=ま[すし]|る(?:[^\W\d_a-zA-Zぁ-ゟ]{0,3}(?:記事|内容|長さ|分量|文章|ボリューム|入門)"
    r"|(?![^\W\d_a-zA-Zぁ-ゟ])))|読み(?:切|終))"
)
MINUTES = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{SELF}(?!で)(?:は|なら|も)?、?[^。\n]{{0,12}}?{ABOUT}{NUMBER}\s*分(?:ほど|程度|くらい|ぐらい)?で"
        rf"{READ}",
        # behind another clause it is said of another text: 薄い文庫なので、読了時間は
        rf"(?:^|(?<=[^\w、，])|(?<=想定)|(?<=目安)|{SELF}[^。\n]{{0,20}}?)"
        rf"読了(?:時間|目安|まで)(?:の目安)?\s*[:：は／/]?\s*{ABOUT}{NUMBER}\s*分",
        rf"[【\[（(]\s*{ABOUT}{NUMBER}\s*分で読め(?:る|ます)(?:記事)?\s*[】\]）)]",
        rf"^{ABOUT}{NUMBER}\s*分で読め(?:る記事です|ます)[。！]?$",
    )
)
CHARACTERS = tuple(
    Pattern(pattern)
    for pattern in (
        rf"{SELF}(?:は|の(?:文字数|長さ|分量)は)、?(?:全部で|全体で)?\s*{ABOUT}{NUMBER}\s*文?字"
        r"(?:ほど|程度|くらい|ぐらい)?(?:です|あります|になります|だ|の(?:記事|読み物)です)?(?=[。！（）\n]|、(?!と)|$)",
        rf"^[（(]?\s*(?:(?:本文|全文|総)(?:の?文字数)?|文字数)\s*[:：は]?\s*{ABOUT}{NUMBER}\s*文?字"
        r"(?:程度|ほど)?\s*[）)]?[。]?$",
        rf"^[（(【]\s*{ABOUT}{NUMBER}\s*文字(?:程度|ほど)?\s*[）)】]$",
    )
)
WANTED = Pattern(rf"{CALL}|締め?切|しめきり|提出[先物期方]")
"""A call for essays says how long they are to be."""
DIGITS = Pattern(r"\s*(?P<number>\d[\d,_]{0,8})\s*(?:字|文字|words?)?\s*", re.IGNORECASE)
WIDE = str.maketrans("０１２３４５６７８９", "0123456789", ",，_")


class Options(Speeds, frozen=True, kw_only=True):
    """The keys of a declared length, and how far it may be off."""

    keys: Annotated[
        tuple[NonEmpty, ...], option("長さを書く項目", "keys of the declared length", min_length=1)
    ] = ("word_count", "wordCount", "wordcount", "word-count", "char_count", "charCount", "文字数")
    length_tolerance: Annotated[
        float, option("字数の許す差（割合）", "how far a length may be off", ge=0)
    ] = 0.3


MESSAGES = {
    "minutes": (
        "{declared} 分で読めるとありますが、本文を読むのにかかるのは約 {measured} 分です（{how}）",
        "the text says that it takes {declared} min, but takes about {measured} min ({how})",
    ),
    "characters": (
        "{declared} 字とありますが、本文は {measured} 字です",
        "the text is said to have {declared} characters, but has {measured}",
    ),
    "count": (
        "{key} は {declared} ですが、本文は {measured} です",
        "{key} is {declared}, but the text has {measured}",
    ),
    "write": ("{measured} に直す", "write {measured}"),
}


def check(post: Post, options: Options) -> Iterator[Finding]:
    yield from _declared(post, options)
    asked = WANTED.search(post.wording) is not None
    for prose, of_post in _self_descriptions(post):
        # What says no 「この記事」 is of the book that a heading names, or of what others send.
        yield from _minutes(post, prose, options, MINUTES if of_post else MINUTES[:1])
        own = of_post and not asked
        yield from _characters(post, prose, options, CHARACTERS if own else CHARACTERS[:1])


def _declared(post: Post, options: Options) -> Iterator[Finding]:
    for key in options.keys:
        scalar = post.front_matter.scalar(key)
        stated = DIGITS.fullmatch(scalar.text) if scalar is not None else None
        if scalar is None or stated is None:
            continue
        held = post.derived(amount)
        body = post.text[post.body.start : post.body.end]
        letters = held.characters + held.table_characters
        words = len(body.split())
        # Counters differ: with markup or without, and in other languages words.
        ways = (letters, len(body), words) if post.is_japanese else (words, held.words)
        number = _number(stated["number"])
        if any(_near(number, way, options.length_tolerance) for way in ways):
            continue
        values: dict[str, Value] = {"key": key, "declared": number, "measured": ways[0]}
        at = scalar.content.start + stated.start("number")
        edit = Edit(Span(at, at + len(stated["number"])), str(ways[0]))
        yield Finding(
            scalar.span, "count", values, fix=Fix((edit,), Safety.UNSAFE, "write", values)
        )


def _self_descriptions(post: Post) -> Iterator[tuple[Prose, bool]]:
    """Where a post speaks of itself: title, description, and the first paragraphs.

    And whether what is said there without a subject is said of the post.
    """
    for name in ("title", "description", "excerpt"):
        prose = post.field(name)
        if prose is not None:
            yield prose, True
    of_post = True
    for seen, prose in enumerate(prose for prose in post.prose if prose.text.strip()):
        if seen >= HEAD:
            return
        is_heading = prose.in_heading
        # a list of what is to be done says how long others are to be
        listed = prose.block is not None and prose.block.in_list
        of_post = of_post and not (is_heading and (seen or "『" in prose.text))
        yield prose, of_post and not listed


def _minutes(
    post: Post, prose: Prose, options: Options, patterns: tuple[Pattern, ...]
) -> Iterator[Finding]:
    for pattern in patterns:
        stated = pattern.search(prose.text)
        if stated is None:
            continue
        held = post.derived(amount)
        measured = minutes(held, options)
        number = _number(stated["number"])
        if not agrees(number, measured, options):
            values: dict[str, Value] = {
                "declared": number,
                "measured": whole(measured),
                "how": account(held, options),
            }
            place = prose.span(*stated.span("number"))
            edit = Edit(place, str(whole(measured)))
            fix = Fix((edit,), Safety.UNSAFE, "write", values)
            yield Finding(prose.span(*stated.span()), "minutes", values, fix=fix)
        return


def _characters(
    post: Post, prose: Prose, options: Options, patterns: tuple[Pattern, ...]
) -> Iterator[Finding]:
    for pattern in patterns:
        stated = pattern.search(prose.text)
        if stated is None:
            continue
        held = post.derived(amount)
        letters = held.characters + held.table_characters
        number = _number(stated["number"])
        if not _near(number, letters, options.length_tolerance):
            values: dict[str, Value] = {"declared": number, "measured": letters}
            edit = Edit(prose.span(*stated.span("number")), str(round(letters, -2) or letters))
            fix = Fix((edit,), Safety.UNSAFE, "write", values)
            yield Finding(prose.span(*stated.span()), "characters", values, fix=fix)
        return


def _number(digits: str) -> int:
    return int(digits.translate(WIDE))


def _near(stated: int, counted: int, tolerance: float) -> bool:
    return abs(stated - counted) <= tolerance * max(stated, counted)


RULE = Rule(
    name="stated-length",
    group="reading-time",
    severity=Severity.WARNING,
    messages=MESSAGES,
    check=check,
    options=Options,
    doc=__doc__,
)
