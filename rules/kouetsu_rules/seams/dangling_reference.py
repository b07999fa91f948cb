"""参照の先がない。

## 何を見るか
- 定義のない脚注 `[^1]`
- 図も表もない記事で図表の番号を指す文（`図1に示すように`）

## なぜか
ほかの文書からコピーした文や、途中で切れた生成文では、参照の先だけが欠けます。脚注は記号のまま表示
されます。

## 例
```md bad
この品種は寒さに強いとされます[^3]。
```
```md good
この品種は寒さに強いとされます[^3]。

[^3]: 農業試験場の報告による。
```

## 限界
人の書いた 375 記事では 0 件でした。URL の先が生きているかは見ません。

## English

### What it does
Reports a footnote mark without its definition, and a sentence that points at a numbered figure or
table in a post that has none.

### Why
In text copied from elsewhere, or cut, what is pointed at is missing; the mark shows as it is.

### Limits
None on 375 files by people. Whether an address answers is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity

FOOTNOTE = Pattern(r"\[\^[A-Za-z0-9_-]{1,20}\](?!\()")
FIGURE = Pattern(
    r"(?<![一-鿿ァ-ヶA-Za-z])(?:図|表)[ ]?[0-9０-９]{1,2}(?:[-－.．][0-9０-９]{1,2})?"
    r"(?:に示|を参照|をご覧|のように|の通り|からわか|から分か|参照[）)])"
)
NUMBERED = Pattern(r"(?:図|表)[ ]?[0-9０-９]")
SHOWN = Pattern(r"<(?:img|figure|table|svg|iframe|canvas|picture|video)|\{\{[<%]|\{%")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    text = post.text
    if "[^" in text:
        for prose in post.prose:
            for place in FOOTNOTE.finditer(prose.text):
                if not prose.opaque(*place.span()):
                    yield Finding(prose.span(*place.span()), "footnote", {"mark": place.group()})
    if ("図" in text or "表" in text) and not _shows(post):
        for prose in post.prose:
            for place in FIGURE.finditer(prose.text) if NUMBERED.search(prose.text) else ():
                yield Finding(prose.span(*place.span()), "figure")


def _shows(post: Post) -> bool:
    """Whether the post has anything that may be a figure or a table."""
    if any(block.kind in ("table", "code", "html") for block in post.blocks):
        return True
    if any(prose.marked("image") for prose in post.prose):
        return True
    return SHOWN.search(post.text, post.body.start) is not None


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
