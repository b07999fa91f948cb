"""リンクの記法が壊れていて、文字のまま表示される。

## 何を見るか
- 角かっこのかわりに別のかっこがある（`「手順」(../setup.md)`）
- 丸かっこが全角（`[手順]（https://…）`）、または始まりと終わりで違う
- `[ ]` と `( )` が入れ替わった `(手順)[https://…]`
- 行き先の途中に引用符やコメントが入り込んだ `[手順](/posts/"setup" # slug)`
- リンクの中にもう一つのリンクがある `[手順]([https://…](https://…))`
- 感嘆符が全角の画像 `！[地図](map.png)`

## なぜか
翻訳や置換、雛形への差し込みは、記号の一つだけを変えてしまうことがあります。リンクにならず、アドレス
がそのまま本文に出ます。

## 例
```md bad
くわしくは「準備の手順」(../setup.md)にあります。
```
```md good
くわしくは[準備の手順](../setup.md)にあります。一覧は「港の記録」(https://harbour.test/list)で見られます。
```

## 限界
題名の前の空白を忘れただけのリンク（`(https://…"題名 一")`）は警告です。題名をかぎかっこに入れてア
ドレスを添える書き方は、人がふつうにするので見ません。コードと引用の中も見ません。人が書いた記事 375
本では警告が 1 本にあり、空白の忘れでした。

## English
### What it does
Reports links whose signs are broken, so that they are printed as text: another bracket in place of
`[ ]` before a page beside this one, full-width parentheses, brackets swapped, a quoted word or a
comment within the target, a link within a link's target, and a picture with a full-width
exclamation mark.

### Why
Translations, replacements and templates change one sign of the notation, and readers see addresses.

### Limits
A title in corner brackets with its full address is how people cite, and is left alone, as are code
and quotations. A forgotten blank before the title of a link is a warning. One of 375 posts by
people gets a warning, rightly.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.shown import said

PATH = r"(?:\.{1,2}/|/[\w-]|#[^\W\d])"
# A page beside this one: behind a name in brackets, 「設定」(/settings) only says where it is.
BESIDE = r"\.{1,2}/[^()\s、。]*|[\w./-]+\.(?:mdx?|html?)(?:#[^()\s]*)?"
TARGET = rf"(?:https?://|{PATH})"
WORDS = r"[^\[\]()（）\n]{2,80}"
OTHER_BRACKET = Pattern(
    rf"(?:「[^「」\n]{{2,80}}」|『[^『』\n]{{2,80}}』|【[^【】\n]{{2,80}}】"
    rf"|［[^［］\n]{{2,80}}］|〔[^〔〕\n]{{2,80}}〕"
    rf"|“[^“”\n]{{2,80}}”|《[^《》\n]{{2,80}}》|〈[^〈〉\n]{{2,80}}〉|＜[^＜＞\n]{{2,80}}＞)\((?:{BESIDE})\)"
)
WIDE = Pattern(
    rf"\[(?!\d+\]|\^){WORDS}\](?:（{TARGET}[^()（）\s、。]*[）)]|\({TARGET}[^()（）\s、。]*）)"
)
SWAPPED = Pattern(rf"(?<![\w\]）)])\({WORDS}\)\[{TARGET}[^\[\]\s]+\](?![(\[:])")
# A quoted word belongs behind the target, and a blank before it.
QUOTED = Pattern(
    r"\]\((?:/|https?://)[^()\s\"']*\"[^()\s\n]{0,120}\s[^()\n]{0,160}\)"
    r"|\]\((?:/|https?://)[^()\s\"']+ +#[^()\n]{1,60}\)"
)
NESTED = Pattern(r"(?<!!)\[[^\[\]\n]{1,200}\]\(\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)\)")
# Behind a sentence the sign is its own: できました！[写真](…).
PICTURE = Pattern(
    r"(?:^|(?<=[\s|>]))！\[[^\[\]\n]{0,120}\]\([^()\s]+\.(?:png|jpe?g|webp|gif|svg)\)", 8
)
KINDS = (
    ("bracket", OTHER_BRACKET),
    ("wide", WIDE),
    ("swapped", SWAPPED),
    ("target", QUOTED),
    ("nested", NESTED),
    ("picture", PICTURE),
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from apart(
        Finding(Span(*place.span()), kind, severity=_severity(place.group()))
        for kind, shape in KINDS
        for place in said(post, shape)
    )


def _severity(link: str) -> Severity | None:
    """A warning where people forget the blank before a link's own title."""
    return Severity.WARNING if link.endswith('")') else None


RULE = Rule(
    name="broken-link",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "bracket": (
            "リンクの角かっこが別のかっこになっていて、リンクになりません",
            "another bracket stands where a link has square ones, so this is no link",
        ),
        "wide": (
            "リンクの丸かっこが全角なので、リンクになりません",
            "full-width parentheses make no link",
        ),
        "swapped": (
            "リンクの角かっこと丸かっこが入れ替わっています",
            "the square and the round brackets of this link are swapped",
        ),
        "target": (
            "リンク先に引用符やコメントが入り込んでいて、リンクになりません",
            "a quoted word or a comment within the target breaks this link",
        ),
        "nested": (
            "リンク先の中にもう一つのリンクがあり、記号がそのまま表示されます",
            "a link within the target of a link prints its signs",
        ),
        "picture": (
            "画像の感嘆符が全角なので、画像が表示されません",
            "a full-width exclamation mark shows no picture",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("dummy-link",),
)
