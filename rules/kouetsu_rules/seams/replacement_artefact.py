"""語句の機械的な置換が文を壊している。

## 何を見るか
「多くの」を「75%以上の」へ、「大幅な」を「300%の」へ置きかえたような跡。「どれだけ」「いかに」
「より」「数」など程度をいう語のすぐあとに割合が来るところ、割合に割合が続く「63%の300%の」、百
パーセントを超える「削減」、割合では量れない語に付く「300%の見直し」を指摘します。`words` に挙げた
語（初めは「エコアーキテクチャ」）も見ます。

## なぜか
文書をまたぐ一括置換は、置きかえた先の文に合うかどうかを見ません。数字が入るだけに、事実の誤りとし
て読まれます。

## 例
```md bad
この橋が架かれば、どれだけ80%以上の人が島へ渡れるだろうか。
```
```md good
この橋が架かれば、80%以上の人が島へ渡れる。昨年より80%以上の伸びを見せた。
```

## 設定
`words`: 置きかえでできた、意味をなさない語の並び。

## 限界
置きかえたあとも文として成り立つ「75%以上の企業」は見つけられません。人が書いた375本での指摘は0件
です。

## English
### What it does
Reports figures where a degree word cannot take one (どれだけ80%以上の), a percentage of a
percentage, a cut by more than 100 %, 300 % of what cannot be measured, and the configured words
that a replacement made.
### Why
A replacement over many posts does not read the sentences that it changes.
### Limits
Where the sentence still stands, an invented figure is not seen. No report in 375 files written
by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity, option

NUMBER = r"[0-9０-９][0-9０-９,，.．]*"
RATE = NUMBER + r"\s?[%％]"
OVER = RATE + r"(?:以上|超)?の"
# Above one hundred per cent.
MANIFOLD = r"[1-9１-９][0-9０-９]{2,}\s?[%％]の"
FRAMES = Pattern(
    # より after a particle or a comma is "more"; after a noun it is "than".
    r"(?P<degree>(?:(?<=[、。，がはをもて])|(?<=^)|(?<=(?<!ま)で))より|どれだけ|どれほど|いかに(?!も)|もっと"
    r"|極めて|非常に|とても)(?P<rate>" + OVER + r")"
    r"|(?P<several>数)(?P<figure>(?!10+\s?[%％])[1-9][0-9]+\s?[%％]以上)"
    r"|(?<![0-9])" + RATE + r"の(?P<twice>" + MANIFOLD + r")"
    r"|(?P<cut>" + MANIFOLD + r")(?=削減|減少|低下|短縮|節約|縮小)"
    r"|(?P<measure>"
    + MANIFOLD
    + r")(?=リニューアル|見直し|刷新|変更|変革|転換|方針|方向|改革|再編|改修|改訂"
    r"|改定|改変|変貌|変化|修正|譲歩|遅れ|遅延|タイムロス|アップデート|アップグレード|モデルチェンジ|リストラ)"
)


class Options(RuleOptions, frozen=True, kw_only=True):
    words: Annotated[
        tuple[str, ...],
        option("置きかえでできた、意味をなさない語", "words that a replacement made"),
    ] = ("エコアーキテクチャ",)


def check(post: Post, options: Options) -> Iterator[Finding]:
    words = re.compile("|".join(map(re.escape, options.words))) if options.words else None
    for prose in post.texts:
        rated = "%" in prose.text or "％" in prose.text
        for found in FRAMES.finditer(prose.text) if rated else ():
            key, values = _message(found)
            yield Finding(prose.span(*found.span()), key, values)
        for word in words.finditer(prose.text) if words else ():
            yield Finding(prose.span(*word.span()), "word", {"word": word.group()})


def _message(found: re.Match[str]) -> tuple[str, dict[str, str]]:
    if found["rate"]:
        return "degree", {"word": found["degree"], "rate": found["rate"]}
    if found["figure"]:
        return "degree", {"word": found["several"], "rate": found["figure"]}
    if found["cut"]:
        return "cut", {"rate": found["cut"]}
    return "measure", {"rate": found["twice"] or found["measure"]}


RULE = Rule(
    name="replacement-artefact",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "degree": (
            "「{word}」のあとに割合「{rate}」は続きません（一括置換の跡）",
            "“{rate}” cannot follow “{word}”: this is the trace of a replacement",
        ),
        "cut": (
            "「{rate}」は 100 % を超えていて、それだけ減らすことはできません（一括置換の跡）",
            "nothing can be cut by “{rate}”: this is the trace of a replacement",
        ),
        "measure": (
            "「{rate}」は割合で量れないものに付いています（一括置換の跡）",
            "“{rate}” measures what has no measure: this is the trace of a replacement",
        ),
        "word": (
            "「{word}」は一括置換の跡で、意味をなしません",
            "“{word}” is the trace of a replacement and makes no sense",
        ),
    },
    options=Options,
    doc=__doc__,
    check=check,
)
