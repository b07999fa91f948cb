"""front matter に書かれた読了時間が、本文の長さに合わない。

## 何を見るか
`reading_time`、`readingTime`、`read_time` などに書かれた分数を、本文から数えた分数と比べます。日本
語は空白を除く字数を毎分 500 字、欧文の文は毎分 200 語として数え、日本語の文に混じる名前は字数に入れ
ます。繰り返しや引用も、公開されて目に入るものはすべて数えます。記号、front matter、HTML のブロック
は数えません。コードと画像は、設定すれば数えます。

読む速さの幅として 25 %、丸めとして 1 分を許します。数えた時間を M とすると、書かれた数が 0.75 M − 1
から M ÷ 0.75 + 1 までなら指摘しません。

修正で本文が変わったときは、もとの本文から正しく数えてあった値と、合わなかった値を数え直します。幅の
内にある概算の値はそのままにします。

## なぜか
雛形に書かれた定数が、そのまま公開されていることの多い値です。読者は、この数字を見て今読むかどうかを
決めます。

## 例
```md bad
---
reading_time: 8
---

潮が引くと、島まで歩いて渡れます。
```
```md fixed
---
reading_time: 1
---

潮が引くと、島まで歩いて渡れます。
```
```md good
---
reading_time: 約1分
---

潮が引くと、島まで歩いて渡れます。
```

## 設定
`characters-per-minute`、`words-per-minute`、`code-lines-per-minute`、`tables`、
`seconds-per-image`、`tolerance`、`minutes`、`keys` を変えられます。

## 限界
`5〜7分` のように幅のある値、時間や秒で書かれた値は見ません。地の文よりコードの多い記事で、書かれた
数のほうが大きいときは、コードを試す時間かもしれないので情報にとどめます。画像が地の文より重く、
一枚 12 秒として足せば合うときも同じです。機械が書いて正解の印を付けた記事 62 本では、印のある 24 本
をすべて指摘し、ほかの 38 本では指摘がありません。

## English
The reading time in the front matter does not fit the length of the text.

### What it does
Reports a declared reading time that does not fit the text. Minutes are measured at 500 Japanese
characters a minute and, in Latin sentences, 200 words. Everything that is published counts, copies
too; markup, front matter and blocks of HTML do not, code and images only where the options say so.
With M minutes measured, everything from 0.75 M - 1 to M / 0.75 + 1 is accepted. When fixes change
the text, a number that was exact before, or did not fit, is counted anew; another one that fits
stays.

### Why
The number is often a constant of a template, and readers decide by it.

### Limits
Ranges, hours and seconds are not read. Where code outweighs prose, a greater number is an info: it
may count the time to try the code. So is one that fits where images, at 12 seconds each, take more
time than the text. In 62 machine-written posts with marks all 24 marked ones are found, and none of
the others is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fitting,
    Fix,
    NonEmpty,
    Post,
    Rule,
    Safety,
    Severity,
    Span,
    Values,
    option,
)
from kouetsu_rules.reading_time.length.declared import KEYS, collect, declared, speed
from kouetsu_rules.reading_time.length.measure import Amount, amount
from kouetsu_rules.reading_time.length.speeds import Speeds, account, agrees, minutes, whole


class Options(Speeds, frozen=True, kw_only=True):
    """The keys of the declared time."""

    keys: Annotated[
        tuple[NonEmpty, ...],
        option("読了時間を書く項目", "keys of the declared time", min_length=1),
    ] = KEYS


CODE_LINE = 25
"""Characters of a line of code, more or less."""
GLANCE = 12
"""Seconds for an image, as other programs count them."""
MESSAGES = {
    "differs": (
        "読了時間が {declared} 分と書かれていますが、本文を読むのにかかるのは約 {measured} 分です"
        "（{how}）",
        "the reading time says {declared} min, but the text takes about {measured} min ({how})",
    ),
    "write": ("読了時間を {measured} 分に直す", "set the reading time to {measured} min"),
}


def check(post: Post, options: Options) -> Iterator[Finding]:
    for scalar, number in declared(post, options.keys):
        held = post.derived(amount)
        measured = minutes(held, options)
        if agrees(float(number), measured, options) and not _follows(post, number, options):
            continue
        values: Values = {
            "declared": number,
            "measured": whole(measured),
            "how": account(held, options),
        }
        # Time to copy and try the code may be meant.
        is_code = held.code_lines * CODE_LINE > held.characters
        spent = is_code and not options.code_lines_per_minute and float(number) > measured
        spent = spent or _looks(float(number), measured, held, options)
        source = post.text[scalar.content.start : scalar.content.end]
        at = source.find(number)
        fix = None
        if at >= 0:
            start = scalar.content.start + at
            place = Span(start, start + len(number))
            safety = Safety.UNSAFE if spent else Safety.SAFE
            fix = Fix((Edit(place, str(whole(measured))),), safety, "write", values)
        yield Finding(
            scalar.span, "differs", values, fix=fix, severity=Severity.INFO if spent else None
        )


def _looks(number: float, measured: float, held: Amount, options: Options) -> bool:
    """Whether the time to look at the images, more than the reading takes, makes the number fit."""
    looking = held.images * GLANCE / 60
    if options.seconds_per_image or number < measured or looking < measured:
        return False
    return agrees(number, measured + looking, options)


def _follows(post: Post, number: str, options: Options) -> bool:
    """Whether the number told of the text as it was before its mending, and is to follow it.

    It was right to the minute, or it would have been set so; another one was somebody's estimate.
    """
    if post.unmended is None or number == str(whole(minutes(post.derived(amount), options))):
        return False
    before = minutes(post.unmended.derived(amount), options)
    return number == str(whole(before)) or not agrees(float(number), before, options)


RULE = Rule(
    name="reading-time",
    group="reading-time",
    severity=Severity.WARNING,
    messages=MESSAGES,
    check=check,
    options=Options,
    fitting=Fitting(collect, speed),
    doc=__doc__,
)
