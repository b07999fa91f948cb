"""番号の付いた見出しの、初めや途中の番号が記事のどこにもない。

## 何を見るか
- 「解決策3」「解決策4」のように同じ言葉と番号で始まる見出しが並び、若い番号や間の番号がない
- 「ステップ1」の見出しだけがあり、「ステップ2」がどこにもない。言葉のない `1.` は、「進め方」「注意
  点」のように幾つかを述べる節にあり、`2.` の見出しが記事に一つもないときだけ見ます

番号の間の抜けは、二つ以上並び、足りない番号が本文にも出てこないときだけ見ます。題名や書き出しが前回
の続きだと断っている記事は見ません。授業の記録は何回かの記事にわたるので、「レッスン」は間の番号だけ
を見ます。

## なぜか
いくつかに分けて生成した記事をつなぐとき、一つが落ちると、番号だけが飛んで残ります。

## 例
```md bad
## 庭の水はけを良くするには

## 解決策3：高畝にする

土を盛ると水が抜けます。

## 解決策4：暗渠を掘る

深いところの水も逃げます。
```
```md good
## 庭の水はけを良くするには

## 解決策1：高畝にする

土を盛ると水が抜けます。

## 解決策2：暗渠を掘る

深いところの水も逃げます。
```

## 限界
人が書いた記事 375 本では指摘がありません。言葉の付かない番号（`3.`）の抜けと、箇条書きの番号は見ま
せん。

## English
### What it does
Reports headings that are numbered with the same word where an earlier number is missing: “Step 3”
and “Step 4” with no “Step 1” and “Step 2” anywhere in the post. A post whose title or beginning
says that it goes on from another one is left alone. A heading “Step 1” is reported, too, where no
“Step 2” stands anywhere, and a bare `1.` in a section on several things (`進め方`, `注意点`) of a
post without a heading `2.`. Lessons go on from post to post: of them only numbers between two
others count.

### Why
A post is generated in several parts; when one is lost in gluing, the numbers jump.

### Limits
No finding on 375 posts by people. Gaps in bare numbers (`3.`) and the numbers of lists are left
alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Block, Finding, Pattern, Post, Related, Rule, RuleOptions, Severity, Span

# Words that count what follows. A name has a number of its own: Windows 11, ドラゴンクエスト3.
COUNTED = (
    r"(?:解決|対応|改善|対処)?(?:策|方法|法)|理由|原因|ステップ|ポイント|手順|段階|コツ|その|提案|条件|要因"
    r"|(?:メリ|デメリ)ット|利点|欠点|特徴|注意点|課題|事例|ケース|パターン|選択肢|秘訣|テクニック|習慣|おすすめ"
    r"|質問|フェーズ|アイデア|ヒント|戦略|法則|ルール|工夫|効果|誤解|失敗|間違い|視点|観点|要素|レッスン"
    r"|[Ss]tep|STEP|[Tt]ip|[Pp]oint|POINT|[Mm]ethod|[Rr]eason|[Ss]olution|[Ss]trategy|[Pp]hase|[Mm]istake"
    r"|[Ll]esson|[Oo]ption"
)
HEADING = Pattern(
    rf"\W{{0,4}}(?P<label>{COUNTED})[ 　]?(?:#|No\.)?(?P<number>\d{{1,2}}|[①-⑳])(?![\d.]|[^\W_])"
)
CONTINUES = Pattern(
    r"前回|前編|中編|後編|続き|つづき|第[\d一二三四五六七八九十]+[回部話章弾]|連載|シリーズ|[（(]\d+[）)]"
    r"|パート|(?a:\b[Pp]art\b|\b(?i:continued|previous post|last time|series)\b)"
)
# Lessons go on from post to post, and so does what is told in several.
LESSON = r"レッスン|[Ll]esson"
ONGOING = Pattern(LESSON)
SERIAL = Pattern(rf"その|{LESSON}")
BARE = Pattern(r"\W{0,4}(?P<number>(?P<value>\d{1,2})[.．、)）:：]|(?P<sign>[①-⑳]))[ 　]?[^\s\d]")
# What has more than one of its kind below it.
SEVERAL = Pattern(rf"{COUNTED}|進め方|やり方|流れ|注意|[Ss]teps|[Hh]ow to")
OPENING = 600
"""Characters of the body in which a post says that it goes on from another."""
MOST_MISSING = 5
"""A longer gap is no lost part: the numbers count something else."""


class Numbered(Struct, frozen=True):
    """A heading of a series with its number."""

    span: Span
    number: int


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    series: dict[tuple[int, str], list[Numbered]] = {}
    for block in post.blocks:
        place = _numbered(block)
        if place is not None and block.prose is not None:
            span = block.prose.span(place.start("label"), place.end("number"))
            heading = Numbered(span, _value(place["number"]))
            series.setdefault((block.level, place["label"]), []).append(heading)
    runs = {label: run for (_, label), run in series.items() if len(run) > 1 and _ascends(run)}
    lone = [(label, run[0]) for (_, label), run in series.items() if len(run) == 1]
    firsts = [
        *(each.span for label, each in lone if each.number == 1 and not _followed(post, label)),
        *_bare_firsts(post),
    ]
    if (runs or firsts) and not _continues(post):
        for label, run in runs.items():
            yield from _gaps(post, label, run)
        for span in firsts:
            yield Finding(span, "alone", {"number": post.text[slice(*span)]})


def _followed(post: Post, label: str) -> bool:
    """Whether the second of its kind may stand in another post, or is told of in this one."""
    return SERIAL.fullmatch(label) is not None or _stands(post, label, 2)


def _bare_firsts(post: Post) -> list[Span]:
    """Headings with a 1 and no word, in sections on several things; none where a heading has 2."""
    firsts: list[Span] = []
    above: dict[int, str] = {}
    for block in post.blocks:
        if block.kind != "heading" or block.prose is None or block.in_quote:
            continue
        text = block.prose.text
        place = BARE.match(text)
        if place is not None and _value(place["value"] or place["sign"]) > 1:
            return []
        if place is not None and SEVERAL.search(above.get(block.level - 1, "")):
            firsts.append(block.prose.span(*place.span("number")))
        above = {level: said for level, said in above.items() if level < block.level}
        above[block.level] = text
    return firsts


def _numbered(block: Block) -> re.Match[str] | None:
    if block.kind != "heading" or block.prose is None or block.in_quote:
        return None
    return HEADING.match(block.prose.text)


def _value(number: str) -> int:
    return int(unicodedata.numeric(number)) if len(number) == 1 else int(number)


def _ascends(run: list[Numbered]) -> bool:
    numbers = [heading.number for heading in run]
    return numbers == sorted(set(numbers))


def _continues(post: Post) -> bool:
    """Whether the post says that its beginning stands elsewhere."""
    title = post.title_text
    opening = post.text[post.body.start : post.body.start + OPENING]
    return CONTINUES.search(title) is not None or CONTINUES.search(opening) is not None


def _gaps(post: Post, label: str, run: list[Numbered]) -> Iterator[Finding]:
    before: Numbered | None = None
    for heading in run:
        first = heading.number if ONGOING.fullmatch(label) else 1
        missing = range(before.number + 1 if before else first, heading.number)
        told = any(_stands(post, label, number) for number in missing)
        if 0 < len(missing) <= MOST_MISSING and not told:
            key = "one" if len(missing) == 1 else "several"
            values = {"first": missing[0], "last": missing[-1], "number": heading.number}
            related = (Related(before.span, "before"),) if before else ()
            yield Finding(heading.span, key, {"label": label, **values}, related=related)
        before = heading


def _stands(post: Post, label: str, number: int) -> bool:
    """Whether the body names that number, in any width."""
    sought = rf"{re.escape(label)}\s?(?:#|No\.)?{number}(?!\d)"
    return re.search(sought, post.derived(_folded_body)) is not None


def _folded_body(post: Post) -> str:
    return unicodedata.normalize("NFKC", post.text[post.body.start :])


RULE = Rule(
    name="numbering-gap",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "one": (
            "「{label}{number}」がありますが、「{label}{first}」がどこにもありません",
            "there is “{label} {number}”, but “{label} {first}” stands nowhere",
        ),
        "several": (
            "「{label}{number}」がありますが、「{label}{first}」から「{label}{last}」までがどこにもありません",
            "there is “{label} {number}”, but “{label} {first}” to “{label} {last}” stand nowhere",
        ),
        "alone": (
            "「{number}」だけがあり、続きの番号がありません",
            "there is “{number}”, and no heading with the next number",
        ),
        "before": ("前の番号", "the number before it"),
    },
    doc=__doc__,
    check=check,
)
