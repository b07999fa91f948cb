"""題名の約束が守られていない。本文の番号がその数に届かないか、「最新」の年が古い。

## 何を見るか
- 題名が `5つのステップ`、`活用事例5選` と約束しているのに、`ステップ1`、`事例1` から始まる見出しが
  その数に届かない
- 題名と同じ数を挙げる見出し（`## 7つの学習ロードマップ`）の下で、番号付きの見出しがその数に届かない
- `【2024年最新】` とあるか `2024年最新` で始まる題名の記事の日付が、翌年の四月以降である

約束した数の見出し、箇条書きの項目、表の行や列、「5つ目」のような言葉が本文のどこかにあれば、指摘し
ません。続きが別の記事にあるときも、数が本の題名のものであるときも同じです。

## なぜか
題名は先に作られ、本文は別の雛形から作られたり、途中で切れたりします。読者は題名の数を数えます。

## 例
```md bad
---
title: 苗を枯らさない5つのステップ
---

## ステップ1：土をほぐす

固まった土を手で崩します。

## ステップ2：水を通す

底から流れるまで水をやります。

## ステップ3：日陰に置く

二日だけ日を避けます。
```
```md good
---
title: 苗を枯らさない3つのステップ
---

## ステップ1：土をほぐす

固まった土を手で崩します。

## ステップ2：水を通す

底から流れるまで水をやります。

## ステップ3：日陰に置く

二日だけ日を避けます。
```

## 限界
本文が番号を付けていないもの（`おすすめ10選` とあるのに紹介は六つ）は、字面からは数えられないので見
ません。題名と違う言葉で数えるもの（題名は `5つの秘訣`、本文は `ステップ1` から）や番号だけの見出し
は、同じ数を挙げる見出しの下にあるときだけ見ます。約束より多いもの、英語の題名も見ません。人が書いた
記事 553 本では指摘がありませんが、そのうち題名が数を約束するものは 2 本です。機械が書いた記事で数を
約束する 74 本では 5 本を指摘し、どれも本当に足りませんでした。足りないのに見逃したものは、その数倍
あります。

## English
The title breaks its promise: of a number that the headings don't reach, or of the latest year.

### What it does
Reports a promise such as `5つのステップ` or `活用事例5選` in the title where the headings that
count the same thing (`ステップ1`, `事例1`) stop before that number. So do numbered headings below
one that repeats the number of the title. Where as many headings, items of a list, rows or columns
of a table stand anywhere, or the last number is named (`5つ目`), nothing is reported; nor is it
where the rest is in another post, or where the number is that of a book. A title that calls a
year the latest in lenticular brackets or at its head (`【2024年最新】`) is one, too, in a post of
April of the next year or later.

### Why
The title is made first; the body comes from another template, or is cut short. Readers count.

### Limits
What the body does not number can't be counted: `おすすめ10選` over six unnumbered products passes.
What counts in another word than the title's, or in numbers alone, is read only below a heading that
repeats the number. More than was promised is no finding, and English titles are not read. No
finding on 553 posts by people, of which two promise a number. Of 74 machine-written posts that do,
five are reported, all of them rightly; several times as many fall short and are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Related, Rule, RuleOptions, Severity
from kouetsu_rules.title.counting.promises import Promise, numbers, promises
from kouetsu_rules.title.counting.runs import Run, runs
from kouetsu_rules.title.counting.standing import stands

# As a headline has it, and no model, volume or timetable.
LATEST = Pattern(
    r"(?:【[^【】]{0,10}|^)(?P<latest>(?P<year>20\d\d)年?最新)(?:版|情報)?(?=】|[！!]?[ 　:：｜|])"
)
YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
DAY = Pattern(r"\s*(?P<year>20\d\d)[-/](?P<month>\d\d?)[-/]")
MARCH = 3
LEAST = 2
"""A single number is no counting."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for promise in promises(post):
        every = runs(post)
        telling = [run for run in every if _tells(run, promise)]
        if telling and not stands(post, promise, every, telling):
            longest = max(telling, key=lambda run: len(run.members))
            last = f"{longest.label}{len(longest.members)}"
            related = Related(longest.members[-1].prose.whole, "last")
            values = {"promise": promise.text, "last": last}
            yield Finding(promise.span, "short", values, related=(related,))
    yield from _stale(post)


def _stale(post: Post) -> Iterator[Finding]:
    """A year that is called the latest, and was over when the post was written."""
    latest = LATEST.search(post.title_text)
    scalar = post.front_matter.scalar("date")
    day = DAY.match(scalar.text) if scalar is not None else None
    if post.title is None or latest is None or scalar is None or day is None:
        return
    if len(set(YEAR.findall(post.title_text))) > 1:
        return
    years = int(day["year"]) - int(latest["year"])
    # surveys of a year come out in the next one, and a business year ends in March
    if years > 1 or (years == 1 and int(day["month"]) > MARCH):
        values = {"latest": latest["latest"], "year": day["year"]}
        related = (Related(scalar.content, "date"),)
        yield Finding(post.title.span(*latest.span("latest")), "stale", values, related=related)


def _tells(run: Run, promise: Promise) -> bool:
    """Whether the run counts what the title promises."""
    if len(run.members) < LEAST:
        return False
    if run.kind is not None and run.kind == promise.kind:
        return True
    over = run.parent.prose if run.parent is not None else None
    return over is not None and promise.number in numbers(over)


RULE = Rule(
    name="broken-promise",
    group="title",
    severity=Severity.WARNING,
    messages={
        "short": (
            "題名は「{promise}」と約束していますが、本文の番号は「{last}」までしかありません",
            "the title promises “{promise}”, but the body counts no further than “{last}”",
        ),
        "stale": (
            "題名に「{latest}」とありますが、記事の日付は {year} 年です",
            "the title says “{latest}”, but the post is of {year}",
        ),
        "date": ("記事の日付", "the date of the post"),
        "last": ("本文の最後の番号", "the last number of the body"),
    },
    check=check,
    yields_to=("title-truncated", "title-leak"),
    doc=__doc__,
)
