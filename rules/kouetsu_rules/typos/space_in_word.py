"""一つの語や文節の途中に空白がある。

## 何を見るか
- 漢字や仮名にはさまれた半角の空白のうち、切れるはずのないところにあるもの。「という」「ため」「こ
  と」「ような」や助動詞の前（エラー）、「や」のあと（警告）など
- 名詞と「や」「といった」「では」などとのあいだの空白（警告）。三つ以上あり、ほかの空白がほとん
  どない記事で見ます
- 句読点の前の空白（`不足し 、`。英語では `wide .` が二度以上）
- 略語の最初の一字だけを切り離した空白（`M LOps`、エラー。修正は確認が要ります）
- ほかに空白のない記事の、文の続く「なら」「ので」などのあとの空白（情報）

空白を何度も使う記事や文（分かち書き）、題名と見出し、かぎかっこの中、全角の空白、俳句の「や」のあ
と、人名、英数字との間、名前を区切った「設定 という項目」の空白は見ません。

## なぜか
`[cite: 3]` のような出典の印を消したあとに、空白だけが残ります。

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
人が書いた記事 375 本では 3 本に指摘があり、どれも余分な空白でした。空白の前後がどちらも名詞のところ
は、並べ書きと区別できないので見ません。

## English
### What it does
Reports a space where no phrase can end. It is an error before という, ため, こと, ような or an
auxiliary, a warning after や, and between a noun and や, といった, では and the like where a post
has three or more of these and hardly another, and an info after なら, ので and the like in a
post that has no others. One that parts the first letter from an abbreviation (`M LOps`) is an
error, and its fix needs a look. A space before a stop or comma counts, too, in English only where
it stands twice or more.

### Why
Citations that were removed leave their space.

### Limits
Posts and sentences that space Japanese on purpose, titles and quotations, the や of verse, wide
spaces, and spaces between nouns are left alone. 3 of 375 posts by people are reported, all rightly.
"""

from __future__ import annotations

import re
from collections import Counter
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
    Span,
)
from kouetsu_rules.letters import is_han, is_katakana
from kouetsu_rules.places import cited, in_brackets, matches
from kouetsu_rules.quoting import ELLIPSIS, head_of, spoken, tail_start
from kouetsu_rules.shown import coded

SPACE = Pattern(r"(?<=\w)[ 　](?=\w)")
# What leans on the word before it and never begins a phrase.
LEANING = Pattern(
    r"(?:という|といった|とされ|とのこと|ため[、にの]|こと[がをはもにか]|ような?[動に]?|ように|ものの|もので"
    r"|しており|している|しました|します|した[。、]|されて|される|された|させ[るて]|でき[るま]|ので[、す]|のです|であ[るり])"
)
# What goes with a noun; nobody parts them, unless all through the post.
PARTICLE = Pattern(
    r"(?:や|といった|など|では|として|による|における)(?=[、の\w])(?![ぁ-ん]{0,2}[ 　])"
)
FAMILY, MOSTLY = 3, 0.75
VERBAL = "るたいすむくぐつぬぶうだ"
CLOSING = VERBAL + "んね"
# 橋本 ことはさん: a given name. Nothing but a form that ends in kana leads to a こと.
THAT = Pattern(r"こと(?![ぁ-ん]{1,2}(?:さん|ちゃん|くん|君|様|氏))")
LEANING_SAHEN = Pattern(r"し|さ[れせ]|でき")
QUOTING = Pattern(r"という|といった")
HABIT = 3
LISTED = Pattern(r"[^\s、。「『（(]*[^\W\d_a-zA-Zぁ-ゟ]や$")
VERSE = 6
"""Letters up to the や of a verse."""
SHOWN = 6
"""Characters that the message quotes on either side."""


# Where a citation stood, its blank stays before the stop.
BEFORE_STOP = Pattern(r"(?<=[ぁ-んァ-ヶー一-鿿])[ ]{1,2}(?=[、。](?![、。]))")
BEFORE_STOP_EN = Pattern(r"(?<=[a-z])[ ](?=[,.](?:\s|$)(?! ?[.,]))")
# After these something is missing: orphan-start says so.
CALLING = Pattern(
    r"\b(?:at|from|via|through|to|on|into|with|by|in|of|see|visit|read|my|our|your|the|an?|git)$"
)
SPACED_STOPS = Pattern(r"[a-z] [?!:;](?:\s|$)")
# A clause does not end here, and neither does a line of verse: the sentence goes on and is closed.
JOINING = Pattern(
    r"(?<=[ぁ-ん一-鿿])(?:(?:なら|れば|けば|せば|めば|えば|ても|ので|ため|たら|ながら)|と|て"
    r"|を|という|が)(?P<space>[ ])(?=[ぁ-んァ-ヶ一-鿿])"
)
SO_MANY = 2
# M LOps: nothing is called LOps or IOps.
PARTED = Pattern(
    r"(?<![A-Za-z0-9.'’&-])(?<![\x21-\x7e] )[A-Z](?P<space> )[A-Z]{1,2}Ops(?![A-Za-z0-9])"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from _before_stops(post)
    if post.is_japanese:
        yield from _joining(post)
        yield from _parted(post)
    spaces = [place for place in matches(post, SPACE) if _between(*place)]
    reasons = [(place, _reason(*place)) for place in spaces]
    suspect = [(place, reason) for place, reason in reasons if reason in ("leaning", "listed")]
    hanging = [place for place, reason in reasons if reason == "particle"]
    if len(hanging) >= FAMILY and len(hanging) + len(suspect) >= MOSTLY * len(spaces):
        for place in hanging:
            yield _stray(*place, certain=False)
        spaces = [place for place, reason in reasons if reason != "particle"]
    # One who spaces Japanese does so all through the post.
    others = len(spaces) - len(suspect)
    if others > HABIT and others > 2 * len(suspect):
        return
    spaced = Counter(_line(*place) for place in spaces)
    for place, reason in suspect:
        # はしる ことが すきだ: such a line is spaced as a whole.
        if spaced[_line(*place)] == 1:
            yield _stray(*place, certain=reason == "leaning")


def _parted(post: Post) -> Iterator[Finding]:
    """Spaces within a name in Latin letters."""
    for prose, found in matches(post, PARTED):
        start, end = found.span("space")
        span = prose.span(start, end)
        if span.size == 1 and not cited(prose.text, *found.span()):
            fix = Fix((Edit(span, ""),), Safety.UNSAFE, "join")
            values = _beside(prose.text, start, end)
            yield Finding(span, "space", values, fix=fix, severity=Severity.ERROR)


def _reason(prose: Prose, found: re.Match[str]) -> str:
    """What makes a space suspect: what leans on the word before it, a list that goes on.

    A particle does so beside others; empty where the space is set on purpose.
    """
    before = prose.text[max(0, found.start() - 12) : found.start()]
    after = prose.text[found.end() : found.end() + 12]
    if _on_purpose(prose, found, before):
        return ""
    if after.startswith("こと") and (is_han(before[-1]) or not THAT.match(after)):
        return ""
    if LEANING.match(after):
        if _leans(before[-1], after) and not in_brackets(prose.text, *found.span()):
            return "leaning"
    # 夏山や 霧の向こうの: verse pauses there, within a few letters.
    elif (listed := LISTED.search(before)) and len(listed.group()) > VERSE:
        return "listed"
    noun = is_han(before[-1]) or is_katakana(before[-1])
    return "particle" if noun and PARTICLE.match(after) else ""


def _on_purpose(prose: Prose, found: re.Match[str], before: str) -> bool:
    if prose.field == "title" or prose.in_heading:
        return True
    # A citation leaves a narrow blank; a wide one, and those of a slogan, are set on purpose.
    if found.group() != " ":
        return True
    # Beside code, links and bold people put spaces on purpose.
    return prose.span(found.start() - 1, found.end() + 1).size != 3 or before.endswith("笑")


def _leans(last: str, after: str) -> bool:
    """Whether what follows the space goes with a word that ends in that letter."""
    # 設定 という項目: a name that is quoted, as people set it off.
    if is_han(last):
        return QUOTING.match(after) is None
    return is_katakana(last) if LEANING_SAHEN.match(after) else last in VERBAL


def _stray(prose: Prose, found: re.Match[str], *, certain: bool) -> Finding:
    span = prose.span(*found.span())
    values = _beside(prose.text, found.start(), found.end())
    fix = Fix((Edit(span, ""),), Safety.SAFE, "join")
    # Between a clause and what leans on it there is never one.
    return Finding(span, "space", values, fix=fix, severity=Severity.ERROR if certain else None)


def _line(prose: Prose, found: re.Match[str]) -> tuple[int, int]:
    """Which sentence of which prose a match stands in."""
    ends = (prose.text.rfind(sign, 0, found.start()) for sign in "。！？\n")
    return id(prose), max(ends)


def _beside(text: str, start: int, end: int) -> dict[str, str]:
    """The words on both sides of the space, as a message quotes them."""
    sentence = max(text.rfind(sign, 0, start) for sign in "。、！？\n 　")
    before = text[tail_start(text, sentence + 1, start, SHOWN) : start]
    return {"before": before, "after": head_of(text, end, len(text), SHOWN).rstrip(ELLIPSIS)}


def _before_stops(post: Post) -> Iterator[Finding]:
    """Blanks before a full stop or comma, as a citation leaves them."""
    japanese = post.is_japanese
    pattern = BEFORE_STOP if japanese else BEFORE_STOP_EN
    if not japanese and (SPACED_STOPS.search(post.wording) or post.derived(coded)):
        return
    stops: list[tuple[Span, Fix, bool]] = []
    for prose, found in matches(post, pattern):
        start, end = found.span()
        span = prose.span(start, end)
        # The stop's own place shows whether code or a link stands between.
        whole = prose.span(start - 1, end + 1).size == end - start + 2
        if not whole or cited(prose.text, start - 1, end + 1) or spoken(prose.text, start):
            continue
        if not japanese and CALLING.search(prose.text[max(0, start - 14) : start]):
            continue
        fix = Fix((Edit(span, ""),), Safety.SAFE, "join")
        # Behind a noun one may be a slip of the keyboard; behind a clause a citation stood.
        stops.append((span, fix, japanese and prose.text[start - 1] in CLOSING))
    # Several are what a cleaner left.
    several = japanese and len(stops) > 1
    if not japanese and len(stops) == 1:
        return
    for span, fix, closing in stops:
        certain = several or closing
        yield Finding(span, "stop", fix=fix, severity=Severity.ERROR if certain else None)


def _joining(post: Post) -> Iterator[Finding]:
    """A blank or two within the clauses of a post that has no others."""
    every = [place for place in matches(post, SPACE) if _between(*place)]
    if not 0 < len(every) <= SO_MANY:
        return
    for prose, found in matches(post, JOINING):
        start, end = found.span("space")
        block = prose.block
        if (
            block is None
            or block.kind != "paragraph"
            or block.in_quote
            or spoken(prose.text, start)
        ):
            continue
        stop = prose.text.find("。", end)
        line = prose.text.find("\n", end)
        if stop < 0 or 0 <= line < stop or prose.span(start - 1, end + 1).size != 3:
            continue
        span = prose.span(start, end)
        # People leave a blank for a pause there, or break a line so.
        fix = Fix((Edit(span, ""),), Safety.UNSAFE, "join")
        values = _beside(prose.text, start, end)
        yield Finding(span, "space", values, fix=fix, severity=Severity.INFO)


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
            "「{before}」と「{after}」の間に余分な空白があります",
            "a stray space stands between “{before}” and “{after}”",
        ),
        "stop": ("句読点の前に余分な空白があります", "a stray space stands before the stop"),
        "join": ("空白を削除する", "delete the space"),
    },
    doc=__doc__,
    check=check,
)
