"""題名が本文の見出しと不自然に食い違う。

## 何を見るか
- 本文の見出しの頭に `の可能性とは？` などの決まり文句を継いだだけの題名
- 末尾の一、二文字だけが見出しと違い、`？` が足されている題名
- 本文は日本語なのに、英文のままの題名（配信元の見出しをそのまま使ったもの）

題名と見出しが別の言い方をしているだけのものは、どちらもよい題名でありうるので指摘しません。

## なぜか
見出しは記事に合わせて書かれ、題名は雛形から作られることがあります。雛形の題名は記事の中身を伝えませ
ん。

## 例
```md bad
---
title: "湖畔の写真館の可能性とは？"
---

# 湖畔の写真館、百年前の乾板をよみがえらせる

暗室には古い匂いが残っています。
```
```md fixed
---
title: "湖畔の写真館、百年前の乾板をよみがえらせる"
---

# 湖畔の写真館、百年前の乾板をよみがえらせる

暗室には古い匂いが残っています。
```
```md good
---
title: "乾板がよみがえった日"
---

# 湖畔の写真館、百年前の乾板をよみがえらせる

暗室には古い匂いが残っています。
```

## 限界
言い方の違う題名と見出しのどちらが正しいかは、字面からは決まりません。ある機械生成のサイトの、そうし
た組 13 件は、わざと見逃しています。人が書いた記事 375 本では指摘がありません。

## English
The title differs from the body's headline in the way that damage does.

### What it does
Reports a title that does not fit the headline of the body. It is the head of the headline with a
stock suffix glued on, differs only in its last characters before an added question mark, or is an
English sentence over a Japanese text. Two different good titles are no finding.

### Why
The headline is written for the post; the title may come from a template that says nothing of it.

### Limits
Which of two differently worded titles is right can't be read from them: 13 such pairs of one
machine-written site are passed over. No finding on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.title.cutting.cut import title_reading
from kouetsu_rules.title.cutting.restoring import related, restoring

ENGLISH_WORD = Pattern(r"[A-Za-z][A-Za-z'’-]*")
# An English sentence has such words; names of products, events and talks hardly do.
FUNCTION_WORD = Pattern(
    r"\b(?:a|an|the|you|your|we|our|it|its|they|their|he|she|his|her|is|are|was|were|be|been|can|could"
    r"|will|would|should|may|might|has|have|had|do|does|did|that|this|these|those|and|or|but|not|with"
    r"|from|into|about|as|than|after|before|because|while|if|when|who|what|how|why|to|of|in|on|at|by"
    r"|for|right|now)\b"
)
LEAST_WORDS = 6
LEAST_FUNCTION_WORDS = 4

MESSAGES = {
    "template": (
        "題名が、本文の見出しの冒頭に「{tail}」を継ぎ足しただけになっています",
        "the title is a template: the head of the body's headline with “{tail}” glued on",
    ),
    "glued": (
        "題名の末尾の「{tail}」だけが本文の見出しと違います",
        "only the end of the title, “{tail}”, differs from the body's headline",
    ),
    "language": (
        "本文は日本語なのに、題名が英文のままです（配信元の見出しとみられます）",
        "the title is English over a Japanese text (probably the headline of a feed)",
    ),
    "headline": ("本文の見出し", "the body's headline"),
    "restore": ("本文の見出しを題名にする", "make the body's headline the title"),
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    title = post.title
    if title is None:
        return
    reading = post.derived(title_reading)
    if reading is not None and not reading.sure:
        yield Finding(
            reading.place,
            reading.kind,
            {"tail": post.text[reading.place.start : reading.place.end]},
            related=related(reading),
            fix=restoring(post, reading),
        )
    elif reading is None and _is_english_sentence(title.text) and post.is_japanese:
        yield Finding(title.whole, "language")


def _is_english_sentence(text: str) -> bool:
    if has_letter(text):
        return False
    return (
        len(ENGLISH_WORD.findall(text)) >= LEAST_WORDS
        and len(FUNCTION_WORD.findall(text)) >= LEAST_FUNCTION_WORDS
    )


RULE = Rule(
    name="title-mismatch",
    group="title",
    severity=Severity.WARNING,
    messages=MESSAGES,
    check=check,
    yields_to=("title-truncated", "title-leak"),
    doc=__doc__,
)
