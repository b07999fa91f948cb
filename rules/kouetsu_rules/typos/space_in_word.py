"""一つの語や文節の途中に空白がある。

## 何を見るか
漢字や仮名にはさまれた半角の空白のうち、活用語や「という」「ため」「こと」「ような」の前、
助詞のあとのように、切れるはずのないところにあるもの。
分かち書きをする記事（空白が何度も使われる記事）や、箇条書きの見出し、人名、
英数字との間、名前を区切った「設定 という項目」の空白は見ない。

## なぜか
`[cite: 3]` のような出典の印を消したあとに、空白だけが残る。

## 例
```md bad
この湯は肌にやさしいとされている ことからも、昔から人が集まった。
```
```md fixed
この湯は肌にやさしいとされていることからも、昔から人が集まった。
```
```md good
この湯は Yumoto と呼ばれている。東京 大阪 京都の三都市をめぐる。
```

## 限界
「という」「している」などの前の空白はエラー、「や」のあとは警告。人が書いた375本での指摘は1件で、
余分な空白だった。空白の前後がどちらも名詞のところは、並べ書きと区別できないので見ない。

## English
### What it does
Reports a space between Japanese characters where no phrase can end:
before という, ため, こと, ような or an auxiliary.
### Why
Citations that were removed leave their space.
### Limits
An error before what leans on a clause, a warning after や. Silent in posts that space Japanese
on purpose, and between nouns. One report in 375 files by people, a stray space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
)
from kouetsu_rules.letters import is_han, is_katakana
from kouetsu_rules.typos.places import matches

SPACE = Pattern(r"(?<=\w)[ 　](?=\w)")
# What leans on the word before it and never begins a phrase.
LEANING = Pattern(
    r"(?:という|といった|とされ|とのこと|ため[、にの]|こと[がをはもにか]|ような?[動に]?|ように|ものの|もので"
    r"|しており|している|しました|します|した[。、]|されて|される|された|させ[るて]|でき[るま]|ので[、す]|のです|であ[るり])"
)
VERBAL = "るたいすむくぐつぬぶうだ"
LEANING_SAHEN = Pattern(r"し|さ[れせ]|でき")
QUOTING = Pattern(r"という|といった")
HABIT = 3


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    spaces = [place for place in matches(post, SPACE) if _between(*place)]
    suspect: list[tuple[Prose, re.Match[str], bool]] = []
    for prose, found in spaces:
        before = prose.text[max(0, found.start() - 12) : found.start()]
        after = prose.text[found.end() : found.end() + 12]
        if prose.block is not None and prose.block.kind == "heading":
            continue
        # Beside code, links and bold people put spaces on purpose.
        if prose.span(found.start() - 1, found.end() + 1).size != 3 or before.endswith("笑"):
            continue
        leaning = LEANING.match(after)
        if leaning:
            sahen = LEANING_SAHEN.match(after) is not None
            last = before[-1]
            # 設定 という項目: a name that is quoted, as people set it off.
            named = QUOTING.match(after) is not None
            right = (is_han(last) and not named) or (is_katakana(last) if sahen else last in VERBAL)
        else:
            noun = before[-2:-1]
            right = before.endswith("や") and (is_han(noun) or is_katakana(noun))
        if right:
            suspect.append((prose, found, leaning is not None))
    # One who spaces Japanese does so all through the post.
    others = len(spaces) - len(suspect)
    if others > HABIT and others > 2 * len(suspect):
        return
    for prose, found, certain in suspect:
        span = prose.span(*found.span())
        joined = prose.text[found.start() - 1] + prose.text[found.end()]
        fix = Fix((Edit(span, ""),), Safety.SAFE, "join")
        # Between a clause and what leans on it there is never one.
        severity = Severity.ERROR if certain else None
        yield Finding(span, "space", {"joined": joined}, fix=fix, severity=severity)


def _between(prose: Prose, found: re.Match[str]) -> bool:
    """Whether Japanese letters stand on both sides."""
    return _japanese(prose.text[found.start() - 1]) and _japanese(prose.text[found.end()])


def _japanese(sign: str) -> bool:
    return "ぁ" <= sign <= "ん" or is_katakana(sign) or is_han(sign) or sign == "々"


RULE = Rule(
    name="space-in-word",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "space": (
            "「{joined}」の途中に余分な空白があります",
            "a stray space stands within “{joined}”",
        ),
        "join": ("空白を消す", "delete the space"),
    },
    doc=__doc__,
    check=check,
)
