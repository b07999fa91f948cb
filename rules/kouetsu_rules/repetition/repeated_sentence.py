"""同じ文が、離れた段落にもう一度出てくる。

## 何を見るか
前の段落にあった 30 字以上の文が、一字一句同じまま（空白と全角・半角の違いは除く）、もう一度出てくる
ところ。まとまった繰り返しは repeated-passage が、隣り合う文は stuttered-sentence が指摘します。

記事に段落の繰り返しがあるときは警告、ないときは情報です。コードやリンクのそばの説明文と箇条書きは、
段落の繰り返しがある記事でだけ見ます。

## なぜか
長い文がそのまま二度出てくると、読者は読んだところへ戻されたように感じます。

## 例
```md bad
この道具を選ぶときに大切なのは、値段ではなく、十年使い続けられるかどうかです。

店の人にも聞いてみました。

木の柄は手になじみます。この道具を選ぶときに大切なのは、値段ではなく、十年使い続けられるかどうかです。
```

```md good
この道具を選ぶときに大切なのは、値段ではなく、十年使い続けられるかどうかです。

店の人にも聞いてみました。木の柄は手になじみます。
```

## 設定
`minimum`：見る文の最小の字数（空白を除く）。

## 限界
語を換えた文は見ません。人が書いた記事 375 本では警告がなく、情報が 6 本にあります。

## English
### What it does
Reports a sentence of 30 characters or more that stands again in another paragraph, outside repeated
passages. It is a warning in a post with copied passages, else an info.

### Why
Readers who meet a long sentence again believe that they have lost their place.

### Limits
Changed sentences are not reported. No warning on 375 posts by people, infos on 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import Finding, Post, Related, Rule, RuleOptions, Severity, option
from kouetsu_rules.repetition.copying.comparison import compare
from kouetsu_rules.repetition.copying.copies import find_copies
from kouetsu_rules.repetition.copying.plain import in_prose


class Options(RuleOptions, frozen=True, kw_only=True):
    """What counts as a sentence of note."""

    minimum: Annotated[int, option("見る文の最小の字数", "least characters", ge=10)] = 30


def check(post: Post, options: Options) -> Iterator[Finding]:
    comparison = post.derived(compare)
    evident = post.derived(find_copies).evident
    for index, match in comparison.matches.items():
        unit, first = comparison.units[index], comparison.units[match.first]
        if not match.exact or len(unit.key) < options.minimum or unit.place == first.place:
            continue
        place = comparison.places[unit.place]
        if unit.weight < options.minimum / 2 or place.block.kind == "heading":
            continue
        if not evident and (place.block.in_list or not in_prose(comparison.places, unit.place)):
            continue
        yield Finding(
            unit.sentence.span,
            "again",
            {"line": post.source.line_of(first.sentence.span.start)},
            (Related(first.sentence.span, "first"),),
            severity=Severity.WARNING if evident else Severity.INFO,
        )


RULE = Rule(
    name="repeated-sentence",
    group="repetition",
    severity=Severity.WARNING,
    messages={
        "again": ("{line} 行目と同じ文です", "this is the same sentence as in line {line}"),
        "first": ("初出の文", "the first sentence"),
    },
    doc=__doc__,
    check=check,
    options=Options,
    yields_to=("repeated-passage", "stuttered-sentence", "token-loop"),
)
