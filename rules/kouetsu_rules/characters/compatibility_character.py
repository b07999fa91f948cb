"""見た目が同じ別の文字（互換文字）が使われている。

## 何を見るか
- 濁点・半濁点が別の文字になった仮名（NFD の「か゛」）
- 康熙部首など、漢字に見える部首用の文字
- 半角カナ（情報）
- `full-width: true` なら、全角の英数字も（情報）

コードの中は見ません。

## なぜか
PDF やほかの環境から写した文に残ります。見かけは同じでも、検索や読み上げでは別の文字として扱われま
す。

## 例
```md bad
この⼭は春になるとｻｸﾗが咲く。
```
```md fixed
この山は春になるとサクラが咲く。
```
```md good
この山は春になるとサクラが咲く。
```

## 設定
`full-width`：全角の英数字も指摘します。人の書いた記事の一割に使われているので、既定では指摘しませ
ん。

## 限界
半角カナは人がおどけて使うこともあり（375 本のうち 3 本）、通帳の文字を引く文もあるので情報です。顔
文字に使われた一、二字は見ません。部首や文字コードについての記事では部首用の文字を、半角や文字コード
についての記事では半角カナを見ません。濁点の分かれた仮名は、人が書いた記事 375 本のうち 2 本にあり、
どれも本物でした。

## English
### What it does
Reports characters that only look like the usual ones. These are kana with the voicing mark as a
separate character (NFD), Kangxi radicals, half-width kana (info) and, with `full-width: true`,
full-width letters and digits (info). Code is not read.

### Why
They come with text copied from PDF files. They look the same, but no search finds them and screen
readers stumble over them.

### Limits
People use half-width kana in jest (3 of 375 posts), so they are only an info, and one or two of
them in a kaomoji are left alone, as are radicals in a post on radicals or on codes of characters.
Decomposed kana stand in 2 of the 375 posts by people, all of them true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    option,
)

DECOMPOSED = r"(?:[ぁ-んァ-ヶ][\u3099\u309a])+"
RADICALS = r"[\u2e80-\u2fd5]+"
# Three or more: less is a kaomoji.
HALF_KANA = r"[\uff66-\uff9d][\uff66-\uff9f]{2,}"
FULL_WIDTH = r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+"
KINDS = {"decomposed": DECOMPOSED, "radical": RADICALS, "half": HALF_KANA}
ALWAYS = Pattern("|".join(f"(?P<{kind}>{form})" for kind, form in KINDS.items()))
WIDE_TOO = Pattern(ALWAYS.expression + f"|(?P<full>{FULL_WIDTH})")
# A post on radicals or on codes of characters shows them.
ON_RADICALS = Pattern(r"部首|康熙|文字コード|Unicode|ユニコード|異体字", re.IGNORECASE)
# And one on half-width kana, or on what banks and old machines send, shows those.
ON_HALF = Pattern(r"半角|全銀|JIS ?X ?0201|文字コード|Unicode|ユニコード|Shift_JIS", re.IGNORECASE)
SPOKEN_OF = {"radical": ON_RADICALS, "half": ON_HALF, "full": ON_HALF}
TRACE = Pattern(f"[\u3099\u309a]|{RADICALS}|[\uff66-\uff9d]")
# CJK radicals that no normal form turns into the character meant.
RADICAL_MEANT = {"⺠": "民", "⻑": "長", "⻄": "西", "⻘": "青", "⻝": "食", "⻭": "歯", "⻤": "鬼"}


class Options(RuleOptions, frozen=True, kw_only=True):
    full_width: Annotated[
        bool, option("全角の英数字も指摘する", "report full-width letters and digits too")
    ] = False


def check(post: Post, options: Options) -> Iterator[Finding]:
    pattern = WIDE_TOO if options.full_width else ALWAYS
    if pattern is ALWAYS and not TRACE.search("".join(post.signs)):
        return
    for prose in post.texts:
        for found in pattern.finditer(prose.text):
            if prose.opaque(*found.span()):
                continue
            span = prose.span(*found.span())
            folded = fold(found.group())
            if folded == found.group():
                continue
            kind = str(found.lastgroup)
            if kind in post.derived(_spoken_of):
                continue
            # A passbook prints half-width kana, and a text may quote it.
            severity = Severity.INFO if kind in ("half", "full") else None
            safety = Safety.UNSAFE if kind == "half" else Safety.SAFE
            fix = Fix((Edit(span, folded),), safety, "fold", {"text": folded})
            values = {"text": found.group()[:20]}
            yield Finding(span, kind, values, fix=fix, severity=severity)


def _spoken_of(post: Post) -> frozenset[str]:
    """The kinds that the post writes about."""
    return frozenset(kind for kind, named in SPOKEN_OF.items() if named.search(post.text))


def fold(text: str) -> str:
    """The characters that are meant."""
    meant = "".join(RADICAL_MEANT.get(sign, sign) for sign in text)
    return unicodedata.normalize("NFKC", meant)


RULE = Rule(
    name="compatibility-character",
    group="characters",
    severity=Severity.WARNING,
    messages={
        "decomposed": (
            "「{text}」の濁点・半濁点が独立した文字になっています（NFD）",
            "“{text}” has its voicing mark as a separate character",
        ),
        "radical": (
            "「{text}」は漢字ではなく部首用の文字です",
            "“{text}” is the character of a radical, not of a kanji",
        ),
        "half": ("「{text}」は半角カナです", "“{text}” is half-width kana"),
        "full": ("「{text}」は全角の英数字です", "“{text}” is in full-width letters or digits"),
        "fold": ("「{text}」に直す", "write “{text}”"),
    },
    options=Options,
    doc=__doc__,
    check=check,
)
