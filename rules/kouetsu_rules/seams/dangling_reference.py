"""参照の先がない。

## 何を見るか
- 定義のない脚注 `[^1]`
- 図も表もコードもない記事で、図表を指す文（`図1に示すように`、`下の表のとおり`、
  `Table 2 compares …`）

ほかの本や論文の図表を指す文は見ません。

## なぜか
ほかの文書から写した文や、途中で切れた生成文では、参照の先だけが欠けます。脚注は記号のまま表示されま
す。

## 例
```md bad
この品種は寒さに強いとされます[^3]。
```
```md good
この品種は寒さに強いとされます[^3]。

[^3]: 農業試験場の報告による。
```

## 限界
人が書いた記事 375 本では指摘がありません。URL の先があるかどうかは調べません。

## English
### What it does
Reports what points at something that the post does not hold: a footnote mark without its
definition, or a sentence that points at a figure or a table (`図1に示すように`, `下の表のとおり`,
`Table 2 compares …`) in a post that has neither, nor code. Figures of other books and papers are
left alone.

### Why
In text copied from elsewhere, or cut, what is pointed at is missing; a footnote mark is shown as it
is.

### Limits
No finding on 375 posts by people. Whether an address answers is not looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.places import sentence_around
from kouetsu_rules.quoting import spoken

FOOTNOTE = Pattern(r"\[\^[A-Za-z0-9_-]{1,20}\](?!\()")
SHOWS = r"(?:shows?|compares?|lists?|gives?|summari[sz]es?|illustrates?|presents?|contains?)"
FIGURE = Pattern(
    r"(?<![一-鿿ァ-ヶA-Za-zのー])(?:図|表|グラフ|写真)"
    r"[ ]?[0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2})?"
    r"(?:に示|を参照|をご覧|のように|のとおり|の通り|から(?:も)?(?:わか|分か|読み取)|にまとめ)"
    r"|(?:上|下|次|上記|下記|以下)の(?:図|表|グラフ|写真|画像|一覧表|比較表)"
    r"(?:の(?:とおり|通り|ように)|を(?:ご覧|参照|ご参照|参考に|見て)|に(?:示し|まとめ))"
    rf"|\b(?:Table|Figure|Fig\.) \d{{1,2}}(?:\.\d)? (?:below |above )?{SHOWS}\b"
    r"|\b(?:[Ss]ee|[Ii]n|[Rr]efer to|\((?:see )?)(?: the)? ?(?:Table|Figure|Fig\.) \d{1,2}\b"
)
# The sentence speaks of another text.
OTHERS = Pattern(
    r"[』」]の|論文|文献|著書|この本|教科書|説明書|原著|公式|スライド|書籍"
    r"|(?i:\b(?:book|paper|article|report|study|chapter|manual|thesis|et al)\b|['’]s [Ff]igure)"
)
SHOWN = Pattern(
    r"<(?:img|image|figure|table|svg|iframe|canvas|picture|video|object|embed|[A-Z])"
    r"|\{\{[<%]|\{%|!\[|^[ \t]*:{2,}|^@\[",
    re.MULTILINE,
)
COMMENTED = Pattern(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if "[^" in post.text:
        for prose in post.prose:
            for place in FOOTNOTE.finditer(prose.text):
                if not prose.opaque(*place.span()):
                    yield Finding(prose.span(*place.span()), "footnote", {"mark": place.group()})
    if post.may_hold(FIGURE) and not post.derived(_holds_figures):
        for prose in post.prose:
            yield from _pointing(prose)


def _pointing(prose: Prose) -> Iterator[Finding]:
    if prose.block is not None and prose.block.in_quote:
        return
    text = prose.text
    for place in FIGURE.finditer(text):
        begin = sentence_around(text, *place.span()).start
        elsewhere = OTHERS.search(text[begin : place.end() + 24])
        if not elsewhere and not spoken(text, place.start()):
            yield Finding(prose.span(*place.span()), "figure")


def _holds_figures(post: Post) -> bool:
    """Whether the post has a figure or a table, or may have one in markup that is not known."""
    if any(block.kind in ("table", "code") for block in post.blocks):
        return True
    return SHOWN.search(COMMENTED.sub("", post.text[post.body.start :])) is not None


RULE = Rule(
    name="dangling-reference",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "footnote": ("脚注 {mark} の定義がありません", "the footnote {mark} is not defined"),
        "figure": (
            "図や表を指していますが、記事に図も表もありません",
            "this points at a figure or table, but the post has none",
        ),
    },
    doc=__doc__,
    check=check,
)
