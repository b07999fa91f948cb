"""題名に Markdown の記号、HTML のタグ、「タイトル：」などのラベルが残っている。

## 何を見るか
- 題名の頭の `#`、`**`、`タイトル：`・`【記事タイトル案①】` などのラベル
- 末尾の注記（`（SEO重視型）`、`（キーワード：港）`、`（全角28文字以内）`）
- 人も書くラベルと注記（`案A：`、`Option 3:`、`改訂版：`、`（下書き）`、`（28文字）`）。警告です
- 題名の中の強調、リンク、対になった HTML のタグ、引用の印
- 全体がかぎかっこに入った題名と、全体が角かっこに入った見出し、空白を置いて頭に片方だけ残った
  `** `。警告です

## なぜか
題名は Markdown として読まれないので、記号がそのまま表示されます。ラベルとかぎかっこは、生成モデルの
答えを写したときに付いてくるものです。

## 例
```md bad
---
title: "**タイトル：夜の植物園で、月下美人を待つ**"
---

開花は一晩だけです。
```
```md fixed
---
title: "夜の植物園で、月下美人を待つ"
---

開花は一晩だけです。
```
```md good
---
title: "「待つ」ということ。夜の植物園の #月下美人"
---

開花は一晩だけです。
```

## 限界
`` `code` `` は技術記事の題名によくあるので見ません。HTML の要素を話題にする題名も、タグが対になって
語を包んでいないかぎり指摘しません。検索語を並べただけの題名は、人の書く名詞だけの題名と区別できませ
ん。全体を包むかっこは、15 字以上で途中に「！」「：」「―」を含み、話し言葉で終わらないときだけ数えま
す（作品名や発言の引用ではないとみなせます）。「…完全ガイド」「…の選び方」のような手引きの題名は、本
文が冊子や講座の話でなければ数えます。『』に入った題名は、「！」か「？」を含むときだけです。字
数の注記は、題名の長さに近いときだけ数えます。手紙や作品の字数かもしれないので、警告にとどめます。
「見出し：」と、本文でタイトルの話をしている記事の「タイトル：」も警告です。「（キーワード）」のような
名詞だけのかっこは見ません。`# は何と読む？`、`2**10`、`<b>と<i>の違い` のように、記号やタグを話題に
する題名も見ません。「タイトル：」は話題のこともあるので、消す修正は確かめてから使います。人が書いた
記事 375 本では指摘がなく、ほかのサイトの印 10 件のうち 9 件を指摘します（残る 1 件は検索語です）。

## English
Markdown signs, HTML tags or a label such as `Title:` are left in the title.

### What it does
Reports what does not belong in a title. Errors are leading `#` and `**`, labels (`Title:`),
remarks of the answer at the end, emphasis and links within, tags that dress a word, and citation
marks. A title, or a heading, that stands in brackets as a whole is a warning, half a pair of
stars with a blank behind it (`** …`) is another, and so is what people write too: numbered plans
and revised editions (`Option 3:`), drafts, a count of characters.

### Why
A title is not read as Markdown: the signs are shown. Labels and brackets come with copied answers.

### Limits
Inline code is common in technical titles and is left alone, as are tags that are spoken of. Titles
of pasted search words can't be told from titles of nouns. A count of characters must be near the
title's own, and may still be that of a letter. 「見出し：」 is a warning, and so is 「タイトル：」
where the body speaks of titles; what removes that label needs a look. A bare noun in brackets is
left alone, and so are titles about a sign or a tag: `#`, `2**10`, `<b>と<i>の違い`. No finding on
375 posts by people; 9 of 10 marks of other sites are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
    Span,
)
from kouetsu_rules.title.dressing.bracketed import bracketed_headings
from kouetsu_rules.title.dressing.dressing import (
    OF_TITLE,
    TITLES,
    garments,
    undressed,
    unwrapped,
    wrapping,
)
from kouetsu_rules.title.dressing.rewriting import rewrite
from kouetsu_rules.title.dressing.signs import COMPARED_TAGS, NAMED_TAG, without_operators

LONGEST = 1000
"""What is longer is no title, whatever stands under the key."""
LINK = Pattern(r"(!?\[)([^\[\]\n]+)(\]\((?:https?:|/|\.|#|www\.)[^()\s]*\))")
BOLD = Pattern(r"(?<!\*)(\*\*)(?=[^\s*])([^*\n]+?)(?<=[^\s*])(\*\*)(?!\*)")
# A post about HTML names tags in its title; only pairs that dress the text are markup left in.
TAG = Pattern(
    r"(<(b|strong|i|em|u|h[1-6]|p|span|font|mark|title)(?:\s[^<>]*)?>)([^<>]+)(</\2>)",
    re.IGNORECASE,
)
# A title that speaks of notation shows some of it.
NOTATION = Pattern(r"HTML|Markdown|マークダウン|記法|構文|太字|改行|>[ ]?(?:タグ|要素|とは)")
BREAK = Pattern(r"(?<=\S)[ ]?<br\s*/?>(?=.)", re.IGNORECASE)
CITATION = Pattern(r"\s*(?:\[cite(?:_start|:[^\]]*)?\]|【\d+†[^】]*】|\[oaicite:[^\]]*\])")

# How headlines of guides end, and no saying does.
HEADLINE = Pattern(
    r"(?:(?:完全|徹底|初心者)ガイド|徹底(?:解説|比較|検証)|(?:選び方|使い方|始め方|作り方)|\d選)[！!]?$"
)
# What has a title of its own, and is announced by it.
OF_A_WORK = Pattern(
    r"冊子|ラジオ|番組|放送|ワークショップ|講座|講演|演題|連載|展示|コラム|題[はで]|[\w」]展[をがのは]"
)
SPOKEN = Pattern(r"(?:です|ます|ません|でした|ました|[だよねのさわぞな])[。！？!?…]*$")


class Leftover(NamedTuple):
    """Markup in a title: what it is, where, and what stands there without it."""

    key: str
    start: int
    end: int
    text: str = ""
    mild: bool = False


MESSAGES = {
    "heading": (
        "題名に見出しの記号「{sign}」が残っています",
        "the heading mark “{sign}” was left in the title",
    ),
    "stars": (
        "題名に強調の記号「{sign}」が残っています",
        "the emphasis mark “{sign}” was left in the title",
    ),
    "label": ("題名にラベル「{sign}」が残っています", "the label “{sign}” was left in the title"),
    "remark": (
        "題名に、題名についての注記「{sign}」が残っています",
        "a remark on the title was left in it: “{sign}”",
    ),
    "link": ("題名にリンクの記法が残っています", "link markup was left in the title"),
    "html": ("題名に HTML のタグが残っています", "an HTML tag was left in the title"),
    "citation": (
        "題名に引用の印「{sign}」が残っています",
        "the citation mark “{sign}” was left in the title",
    ),
    "wrapped": (
        "題名の全体がかぎかっこに入っています（生成モデルの答えの引用符の名残）",
        "the whole title stands in brackets (left from the model's answer)",
    ),
    "pattern": (
        "見出しの全体が角かっこに入っています（出力の型の名残）",
        "the whole heading stands in brackets (left from a pattern of the output)",
    ),
    "strip": ("記号を削除する", "remove the markup"),
    "unwrap": ("かっこを外す", "remove the brackets"),
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from _title(post)
    for heading in bracketed_headings(post):
        fix = Fix(heading.edits, Safety.UNSAFE, "unwrap")
        yield Finding(heading.span, "pattern", fix=fix, severity=Severity.WARNING)


def _title(post: Post) -> Iterator[Finding]:
    prose, scalar = post.title, post.front_matter.scalar("title")
    if prose is None or scalar is None or len(prose.text) > LONGEST:
        return
    text = prose.text
    for key, places in _grouped(leftovers(text)):
        sign = text[places[0].start : places[0].end].strip()
        if scalar.style == "plain":
            edits: tuple[Edit, ...] = (rewrite(post, scalar, _without(text, places)),)
        else:
            edits = tuple(Edit(prose.span(each.start, each.end), each.text) for each in places)
        of_title = key == "label" and OF_TITLE.match(sign) is not None
        mild = any(each.mild for each in places) or (of_title and _is_on_titles(post))
        fix = Fix(edits, Safety.UNSAFE if mild or of_title else Safety.SAFE, "strip")
        severity = Severity.WARNING if mild else None
        yield Finding(_place(prose, places), key, {"sign": sign}, fix=fix, severity=severity)
    bare = undressed(text)
    answer = wrapping(bare) and bare[0] in "「『" and _is_answer(bare)
    if answer and not (_is_told(post, bare) or OF_A_WORK.search(post.text, post.body.start)):
        at = text.find(bare)
        yield Finding(
            prose.span(at, at + len(bare)),
            "wrapped",
            fix=Fix((rewrite(post, scalar, unwrapped(bare)),), Safety.UNSAFE, "unwrap"),
            severity=Severity.WARNING,
        )


def _is_on_titles(post: Post) -> bool:
    """Whether the post is about titles: タイトル：その役割."""
    return any(TITLES.search(prose.text) for prose in post.prose)


def leftovers(text: str) -> list[Leftover]:
    """All markup of a title but brackets around it."""
    found = [Leftover(each.kind, each.start, each.end, mild=each.mild) for each in garments(text)]
    taken = [(each.start, each.end) for each in found]
    shown = NOTATION.search(text) is not None or COMPARED_TAGS.search(text) is not None
    plain = without_operators(text)
    for key, pattern in (("stars", BOLD), ("html", TAG), ("link", LINK)):
        for sign in pattern.finditer(plain):
            whole, inner = sign.span(), sign.span(2 if key != "html" else 3)
            if any(start < whole[1] and whole[0] < end for start, end in taken):
                continue
            if shown and whole != (0, len(text)):
                continue
            found.append(Leftover(key, whole[0], inner[0]))
            found.append(Leftover(key, inner[1], whole[1]))
    if not shown:
        found += (
            Leftover("html", *sign.span(), text=" ")
            for sign in BREAK.finditer(text)
            if not NAMED_TAG.match(text, text.index("<", sign.start()))
        )
    found += (Leftover("citation", *sign.span()) for sign in CITATION.finditer(text))
    return found


def _grouped(found: list[Leftover]) -> Iterator[tuple[str, list[Leftover]]]:
    """One finding for each kind."""
    for key in dict.fromkeys(each.key for each in found):
        yield key, sorted(each for each in found if each.key == key)


def _place(prose: Prose, places: list[Leftover]) -> Span:
    """The signs: of those at both ends of the title the first, else all with what they hold."""
    first, last = places[0], places[-1]
    around = first.key in ("heading", "stars") and last.end == len(prose.text)
    return prose.span(first.start, first.end if around else last.end)


def _without(text: str, places: list[Leftover]) -> str:
    for each in sorted(places, reverse=True, key=lambda each: each.start):
        text = text[: each.start] + each.text + text[each.end :]
    return text.strip()


def _is_answer(text: str) -> bool:
    """Whether the brackets hold a headline, not a saying or the name of a work or a book."""
    inner = text[1:-1]
    if text[0] == "『" and not any(sign in inner for sign in "！？!?"):
        return False  # names of works have colons
    headline = any(sign in inner[:-1] for sign in "！？：!?:|｜—―") or (
        text[0] == "「" and HEADLINE.search(inner) is not None
    )
    return len(inner) >= 15 and headline and SPOKEN.search(inner) is None


def _is_told(post: Post, words: str) -> bool:
    """Whether somebody says in the body what the title quotes."""
    return words[1:-1].rstrip("。！？!?") in post.text[post.body.start :]


RULE = Rule(
    name="title-markup",
    group="title",
    severity=Severity.ERROR,
    messages=MESSAGES,
    check=check,
    doc=__doc__,
)
