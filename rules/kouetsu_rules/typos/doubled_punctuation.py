"""句読点が二つ重なっている。

## 何を見るか
「。。」「、、」「。、」「！。」のような句読点の重なり。空白をはさむもの（出典の印を消したあとに残り
ます）も見ます。三つ以上の「。。。」「、、、」は余韻として書かれるので見ません。閉じかっこの前の句点
「。」」も見ません。句読点を話題にする記事と、句点で終わる名前（同じ名前に助詞の続くところがあるか、
名前の列挙の中にあるもの）も見ません。

## なぜか
途中の語や出典が消されたところ、文を継いだところに残ります。

## 例
```md bad
湯を沸かし、、茶を淹れる。
```
```md fixed
湯を沸かし、茶を淹れる。
```
```md good
湯を沸かし、茶を淹れる。それから……眠った。
```

## 限界
人が書いた記事 375 本では 4 本に警告があり、どれも本物の打ち間違いでした。行の終わりの「。。」と、一
つの記事に二度以上ある「、、」は、余韻として書く人がいるので情報にとどめます。「よつばと！。」のよう
に名前の終わりかもしれない「！」「？」のあとの句点も情報です。

## English
### What it does
Reports doubled punctuation. A space between the two counts, too, as a removed citation leaves it.
Three or more are on purpose. Posts on punctuation, and names that end in a stop, are left alone.

### Why
It stays where words were cut out or sentences were joined.

### Limits
4 of 375 posts by people get a warning, all rightly. 。。 at the end of a line and 、、 twice or
more in a post, as people trail off, are only infos, and so is a stop behind ！ or ？ that may end a
name (Yahoo！。).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import islice

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
from kouetsu_rules.places import cited, matches
from kouetsu_rules.samples import sample_of_fault

# A post on punctuation writes its signs bare.
OF_SIGNS = Pattern(r"句読点|[句読]点|句読法")
SEVERAL = 2
PAUSES = ("、、", "。。")
NAME = Pattern(r"[^\W\d_]{1,10}[。、]$")
# A sentence that ends so may begin the next with a particle alone; two of them make no name.
NAMES = Pattern(
    r"[「『](?P<held>[^\W\d_]{2,10}[。、])[」』]"
    r"|(?P<goes_on>[^\W\dぁ-ん_]{2,10}[。、]|[ぁ-ん]{3,6}[。、])(?:[のはをにと](?=[^ぁ-ん])|'|’|さん)"
)
MOST = 100
LIST_BEFORE = Pattern(r"[、・「は](?:[^\W\dぁ-ん_]|の)*$")
LIST_AFTER = Pattern(r"[^\Wぁ-ん][^\s、。ぁ-ん]{0,20}(?:[、。・！」]|など|[のがもを])")
TRAILING = Pattern(r"[\s」』）)]|\Z")
SIGNS = "。、，．！？!?…・"
LONGER = f"[{SIGNS}]"
DOUBLED = Pattern(
    r"(?P<keep>[。、，．])[ 　]?(?P=keep)(?!" + LONGER + r")"
    r"|(?P<first>。)、(?!" + LONGER + r")|(?P<comma>、)。(?!" + LONGER + r")|(?P<bang>[！？])。"
    r"|(?P<dots>\.\.\.)。(?<=[^\W\da-zA-Z]\.\.\.。)"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found_all = [
        (prose, found)
        for prose, found in matches(post, DOUBLED)
        if not cited(prose.text, *found.span()) and _plain(prose, found)
    ]
    # One who lets sentences trail off so does it again.
    pauses = Counter(found.group() for _, found in found_all)
    spoken_of = found_all and len(OF_SIGNS.findall(post.text)) >= SEVERAL
    for prose, found in found_all:
        if spoken_of or _of_name(post, prose, found) or sample_of_fault(post, prose, *found.span()):
            continue
        if found["dots"]:
            yield Finding(prose.span(*found.span()), "dots", severity=Severity.INFO)
            continue
        habit = found.group() in PAUSES and pauses[found.group()] > 1
        yield _finding(prose, found, habit=habit)


def _of_name(post: Post, prose: Prose, found: re.Match[str]) -> bool:
    """Whether the first sign ends a name: モーニング娘。、 as the post writes モーニング娘。の."""
    name = NAME.search(prose.text, max(0, found.start() - 12), found.start() + 1)
    if name is None or found["bang"]:
        return False
    if any(name.group().endswith(each) for each in post.derived(_names)):
        return True
    return _in_list(prose.text, name.start(), found)


def _names(post: Post) -> frozenset[str]:
    """What ends in a stop and goes on with a particle, or is all that brackets hold."""
    found = islice(NAMES.finditer(post.text, *post.body), MOST)
    return frozenset(each["held"] or each["goes_on"] for each in found)


def _in_list(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a mark of a list stands on both sides: 娘。、Berryz工房、."""
    if found.group() != "。、":
        return False
    before, after = (
        LIST_BEFORE.search(text[max(0, start - 24) : start]),
        LIST_AFTER.match(text, found.end()),
    )
    return before is not None and after is not None


def _plain(prose: Prose, found: re.Match[str]) -> bool:
    """Whether it is no longer row, and no footnote or end of bold stands between the two."""
    start = found.start()
    longer = start > 0 and prose.text[start - 1] in SIGNS
    return not longer and prose.span(*found.span()).size == len(found.group())


def _closes(prose: Prose, offset: int) -> bool:
    """Whether the word before that place can end a sentence."""
    sentences = prose.sentences
    number = bisect_left(sentences, offset, key=lambda sentence: sentence.end)
    if number == len(sentences) or sentences[number].start >= offset:
        return False
    at = offset - sentences[number].start
    word = next((each for each in sentences[number].tokens if each.end == at), None)
    return word is not None and (
        word.feature.pos1 in ("動詞", "形容詞", "助動詞") or word.feature.pos2 == "終助詞"
    )


def _finding(prose: Prose, found: re.Match[str], *, habit: bool) -> Finding:
    keep = found["keep"] or found["first"] or found["bang"] or "。"
    span = prose.span(*found.span())
    # At the end of a line it is how people let a sentence trail off.
    trailing = found["keep"] and TRAILING.match(prose.text, found.end())
    severity = Severity.INFO if trailing or habit else None
    if " " in found.group():
        severity = Severity.ERROR
    # Two commas, too, may be how a sentence hesitates.
    meant = severity == Severity.INFO or found.group() == "、、" or found["bang"]
    if found["bang"] and not _closes(prose, found.start()):
        severity = Severity.INFO  # Yahoo！。: a name may end so
    safety = Safety.UNSAFE if meant else Safety.SAFE
    fix = Fix((Edit(span, keep),), safety, "single", {"keep": keep})
    return Finding(span, "doubled", {"marks": found.group()}, fix=fix, severity=severity)


RULE = Rule(
    name="doubled-punctuation",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "doubled": ("句読点「{marks}」が重なっています", "the punctuation “{marks}” is doubled"),
        "dots": ("省略の点のあとに句点があります", "a full stop stands after an ellipsis"),
        "single": ("「{keep}」だけにする", "keep only “{keep}”"),
    },
    doc=__doc__,
    check=check,
)
