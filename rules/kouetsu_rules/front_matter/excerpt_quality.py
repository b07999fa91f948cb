"""抜粋や説明文が型どおりで中身がない、題名と同じ、途中で切れている、または記号が残っている。

## 何を見るか
front matter の `excerpt`、`description`、`summary`。

| 種類 | 例 | 重大度 |
|---|---|---|
| 生成ツールの型 | 見出しや題名に「について詳細に分析します。」や宣伝文句を足しただけ | エラー |
| どの記事にも当てはまる文 | 「最新の動向をお届けします。」 | エラー |
| 画像やリンクの記法の残り | `!桜の写真https://…` | エラー |
| Markdown や HTML の記号 | `**`、リンク、`<br>` | エラー |
| 話題に決まり文句を足しただけの文 | 「…を徹底的に解説します。」「…を紹介。ぜひ参考に」 | 警告 |
| 題名と同じ、題名が本文の前に付いている | | 警告 |
| 文の途中で切れている | 本文では先へ続く文、読点や「が」、片仮名の途中で終わる文 | 警告 |
| 指示の名残 | 「要約：」「Meta description (max 155 chars):」「（120文字）」 | 警告 |
| 生成モデルの受け答え | 「はい、承知しました。以下に要約を…」 | 警告 |
| 記事の全文が入っている | | 警告 |
| 説明文の後ろに本文の書き出しが付いている | 「…の記録。 朝の港は…」 | 警告 |
| 終わった文に付いた省略の点、頭か終わりに片方だけ残った `**` | 「…をまとめました。...」 | 警告 |
| 題名に「を紹介します。」だけを足した文 | | 情報 |
| 「を」で終わる短い文 | 「ひとときを」 | 情報 |
| 長さ | 20 字未満、200 字超 | 情報 |

## なぜか
検索結果や SNS、一覧のページで最初に読まれるのは、この一文です。記号はそのまま表示され、型どおりの文
では何の記事か伝わりません。

## 例
```md bad
---
title: 春の散歩道、その魅力とは
excerpt: 市民公園、桜並木を二倍に拡張について詳細に分析します。
---

桜並木が延びた。
```
```md bad
---
title: 春の散歩道
description: 川沿いの**桜並木**を三時間かけて歩き、途中の茶店で団子を食べた日の記録。
---

桜並木を歩いた。
```
```md fixed
---
title: 春の散歩道
description: 川沿いの桜並木を三時間かけて歩き、途中の茶店で団子を食べた日の記録。
---

桜並木を歩いた。
```
```md good
---
title: 春の散歩道
description: 川沿いの桜並木を三時間かけて歩き、途中の茶店で団子を食べた日の記録。
---

桜並木を歩いた。
```

## 設定
`templates` には、サイトの生成ツールが付ける決まり文句を書きます。説明文がそれで終わるときに指摘しま
す。`minimum` と `maximum` は字数の範囲で、0 にすると見ません。

## 限界
検索結果に出るのは 50〜120 字ほどですが、人は短い説明文もよく書くので、既定の範囲は広く取ってあり
ます。型は知っている種類に限られ、それ以外は題名に続くときだけ見分けます。末尾が「…」のものは、わ
ざと略したものとみなします。文の中で対にならない `**`、べき乗の `2**8`、助詞や読点の続く `<br>`、
並べて比べたタグは、話題にした記号とみなします。題名の問いに答える説明や、「三年分の観測をもとに、
…」のように事実から始まる文は、人も書きます。前者は見ず、後者は警告にとどめます。人が書いた記
事 375 本では、エラーも警告もありません。

## English
### What it does
Reports descriptions that say nothing, repeat the title, break off or hold markup. It judges
`excerpt`, `description` and `summary`. Errors are a generator's template (a headline or the title
with a stock phrase, or a sentence that would fit any post) and markup, whole or flattened. Warnings
are a text that equals the title or begins with it, a mere subject with a stock phrase, a cut in
mid-sentence or mid-word, remains of the prompt, an answer of the model, the first words of the body
behind the description, half a pair of stars at either end, three full stops behind a whole
sentence, and the whole article. The title with
a bare 「を紹介します」, a short text that ends in を, and the length are infos. The fixes take away
markup, a glued title and remains.

### Why
These words are what readers see first, in search results and in lists, where markup is shown as it
is.

### Limits
A stock phrase of an unknown kind is seen only behind the post's own title; list yours under
`templates`. What ends in “…” is taken for shortened on purpose. Stars without a partner within or
between
figures, and tags that are compared or have a particle or a comma behind them, are what the
description speaks of. A title that asks is answered by its description; a template behind a clause
of its own is a warning. No error and no warning on 375 posts
by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    NonEmpty,
    Pattern,
    Post,
    Prose,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    option,
)
from kouetsu_rules.front_matter.excerpts.faults import NOTATION, Verdict, verdict
from kouetsu_rules.front_matter.fields.reading import readable
from kouetsu_rules.shown import NAMED_SIGN
from kouetsu_rules.subject import SUMMARIES
from kouetsu_rules.title.dressing.signs import COMPARED_TAGS, NAMED_TAG, without_operators

MARKUP = Pattern(
    r"(?P<stars>\*{2,3}(?!(?-i:[a-z][a-z_]*(?![A-Za-z0-9*]))))|(?P<heading>(?:^|(?<=\n))#{1,6} "
    rf"(?!{NAMED_SIGN}))"
    r"|(?P<link>!?\[(?P<words>[^\[\]\n]*)\]\((?:https?:|/|\.|#|www\.)[^()\s]*\))"
    r"|(?P<tag></?(?:br|p|strong|b|em|i|span|div|h[1-6]|font|u)(?:\s[^<>]*)?/?>)",
    re.IGNORECASE,
)
# Around a phrase; or alone where a cut has taken the other: 太字は ** と書く speaks of the sign.
PAIRED = Pattern(
    r"\*{2,3}(?!(?-i:[a-z][a-z_]*(?![A-Za-z0-9*])))[^\s、。，．,.*]([^*\n]{0,120}[^\s*])?\*{2,3}"
    r"|\*\* [^*\n]{1,120} \*\*(?=\s|$)"
)
LONE = Pattern(
    r"^\*{2,3}(?=\w)|^\*{2}(?=[ 　]+[^\s*])(?![ 　]+[のとはがをで])(?!.*\*\*)"
    r"|(?<![A-Za-z0-9)*])\*{2,3}(?=[「『【]|[^\W\d_a-zA-Zぁ-ゟ])|(?<=[^\W_a-zA-Z])\*{2}\s*$"
    r"|(?<=[。！？!])\*{2}\s*$"
)
NOTED = Pattern(r"[。！？!]\*{2}\s*$|^\*{2}[ 　]")
# A lone `<b>` is what a post about HTML writes of; pairs dress text and `<br>` breaks lines.
LONE_TAG = Pattern(r"<(?!br)[a-z0-9]+>(?![^<]*</)", re.IGNORECASE)
# What behind a sign says that it is the subject: [語](https://…) の形で, **語** と書く.
SHOWN = Pattern(
    r"[ ]?(?:の形|の順|のよう|のどちら|と(?:書|打|入力|い[うい])|という|を(?:書|打|入力|使))"
)
ERRORS = ("template", "generic", "slogan", "flattened")
MILD = {"plain": Severity.INFO, "loose": Severity.INFO}
MESSAGES = {
    "answer": (
        "「{name}」が生成モデルの受け答えになっています",
        "“{name}” is an answer of the model, not a description",
    ),
    "template": (
        "「{name}」が、見出しに決まり文句を足しただけの文になっています",
        "“{name}” is only a headline with a stock phrase added",
    ),
    "thin": (
        "「{name}」が、話題に決まり文句を足しただけの文になっています",
        "“{name}” is only a subject with a stock phrase added",
    ),
    "plain": (
        "「{name}」が、題名に決まり文句を足しただけの文になっています",
        "“{name}” is only the title with a stock phrase added",
    ),
    "slogan": (
        "「{name}」が、題名に決まり文句を足しただけになっています",
        "“{name}” is only the title with a stock phrase added",
    ),
    "generic": (
        "「{name}」が、どの記事にも当てはまる文になっています",
        "“{name}” would fit any post",
    ),
    "markup": (
        "「{name}」に記号「{sign}」が残っていて、そのまま表示されます",
        "“{sign}” was left in “{name}” and will be shown as it is",
    ),
    "equal": ("「{name}」が題名と同じです", "“{name}” only repeats the title"),
    "glued": (
        "「{name}」の文の前に題名が付いています",
        "the title stands before the text of “{name}”",
    ),
    "body": (
        "「{name}」の後ろに本文の書き出しが付いています",
        "the first words of the body stand behind the text of “{name}”",
    ),
    "note": ("「{name}」に生成時の指示が残っています", "“{name}” holds remains of the prompt"),
    "article": (
        "「{name}」に記事の全文が入っています（{count} 字）",
        "“{name}” holds the whole article ({count} characters)",
    ),
    "flattened": (
        "「{name}」に画像やリンクの記法の残りが入っています",
        "“{name}” holds what is left of the markup of a picture or a link",
    ),
    "cut": ("「{name}」が文の途中で切れています", "“{name}” breaks off in mid-sentence"),
    "dots": (
        "「{name}」は文が終わっているのに、省略の「{sign}」が付いています",
        "“{name}” ends in “{sign}” behind a whole sentence",
    ),
    "loose": ("「{name}」が「を」で終わっています", "“{name}” ends in the particle を"),
    "short": (
        "「{name}」が短すぎます（{count} 字。目安は {limit} 字以上）",
        "“{name}” is too short ({count} characters; at least {limit} are better)",
    ),
    "long": (
        "「{name}」が長すぎます（{count} 字。目安は {limit} 字以下）",
        "“{name}” is too long ({count} characters; at most {limit} are better)",
    ),
    "strip": ("記号を削除する", "remove the markup"),
    "drop": ("余分な部分を削除する", "remove what does not belong"),
}


class Options(RuleOptions, frozen=True, kw_only=True):
    """Stock phrases and the length."""

    templates: Annotated[
        tuple[NonEmpty, ...],
        option(
            "生成ツールが説明文の終わりに付ける決まり文句",
            "stock phrases that a generator ends its descriptions with",
        ),
    ] = (
        "について詳細に分析します。",
        "の要点と実用ヒントをわかりやすく解説。",
        "に関する実用的なガイドと最新情報をまとめました。",
    )
    minimum: Annotated[
        int, option("字数の下限。0 なら見ない", "least number of characters; 0: any", ge=0)
    ] = 20
    maximum: Annotated[
        int, option("字数の上限。0 なら見ない", "greatest number of characters; 0: any", ge=0)
    ] = 200


def check(post: Post, options: Options) -> Iterator[Finding]:
    if readable(post) is None:
        return
    told: set[str] = set()
    for name in SUMMARIES:
        prose = post.field(name)
        if prose is None or not prose.text.strip() or prose.text in told:
            continue
        # The same words under a second key would be told twice.
        told.add(prose.text)
        yield from _findings(post, name, prose, options)


def _findings(post: Post, name: str, prose: Prose, options: Options) -> Iterator[Finding]:
    """The gravest fault of one field, and its markup where that is another place."""
    found = verdict(post, prose, options.templates)
    signs = _markup(prose)
    marked = prose.span(signs[0].start(), signs[-1].end()) if signs else None
    span = prose.span(found.start, found.end) if found else None
    together = marked is not None and span is not None and marked.overlaps(span)
    # An answer is no description, whatever markup it holds.
    grave = found is not None and found.key in (*ERRORS, "answer")
    if marked and not (grave and together):
        sign = signs[0][0].strip()[:20]
        fix = _stripped(post, prose, signs)
        # a footnote has its sign there, too
        noted = len(signs) == 1 and NOTED.search(prose.text) is not None
        if noted and fix is not None:
            fix = Fix(fix.edits, Safety.UNSAFE, fix.message)
        severity = Severity.WARNING if noted else None
        yield Finding(marked, "markup", {"name": name, "sign": sign}, fix=fix, severity=severity)
    if found and span and (grave or not marked):
        sign = prose.text[found.start : found.end].strip()
        values = {"name": name, "count": str(len(prose.text.strip())), "sign": sign}
        severity = Severity.ERROR if found.key in ERRORS else MILD.get(found.key, Severity.WARNING)
        fix = _stripped(post, prose, signs) if together else _dropped(post, prose, found)
        yield Finding(span, found.key, values, severity=severity, fix=fix)
    if not found and not marked:
        yield from _length(name, prose, options)


def _length(name: str, prose: Prose, options: Options) -> Iterator[Finding]:
    count = len(prose.text.strip())
    if 0 < options.maximum < count:
        key, limit = "long", options.maximum
    elif count < options.minimum:
        key, limit = "short", options.minimum
    else:
        return
    values = {"name": name, "count": str(count), "limit": str(limit)}
    yield Finding(prose.whole, key, values, severity=Severity.INFO)


def _markup(prose: Prose) -> list[re.Match[str]]:
    if not any(sign in prose.text for sign in ("**", "#", "](", "<")):
        return []
    text = without_operators(prose.text)
    shown = NOTATION.search(text) is not None
    pairs = list(PAIRED.finditer(text))
    lone = (found.start() for found in LONE.finditer(text))
    edges = {at for at in lone if not any(pair.start() <= at < pair.end() for pair in pairs)}
    for pair in pairs:
        if not (shown and SHOWN.match(text, pair.end())):
            edges.update(pair.span())
    return [each for each in MARKUP.finditer(text) if _dresses(text, each, edges, shown)]


def _dresses(text: str, sign: re.Match[str], edges: set[int], shown: bool) -> bool:
    """Whether the sign was meant to be rendered, and is not what the text speaks of."""
    if sign["tag"]:
        named = LONE_TAG.match(text, sign.start()) or NAMED_TAG.match(text, sign.start())
        return not (shown or named or COMPARED_TAGS.search(text))
    if sign["heading"]:
        return True
    if sign["link"]:
        return not (shown and SHOWN.match(text, sign.end()))
    return sign.start() in edges or sign.end() in edges


def _stripped(post: Post, prose: Prose, signs: list[re.Match[str]]) -> Fix | None:
    """The text without its markup, links as their words."""
    edits: list[Edit] = []
    for sign in signs:
        span = prose.span(*sign.span())
        if post.text[slice(*span)] != sign[0]:
            return None
        edits.append(Edit(span, sign["words"] if sign["link"] else ""))
    return Fix(tuple(edits), Safety.SAFE, "strip")


def _dropped(post: Post, prose: Prose, found: Verdict) -> Fix | None:
    if found.dropped is None:
        return None
    span = prose.span(*found.dropped)
    if post.text[slice(*span)] != prose.text[slice(*found.dropped)]:
        return None
    safety = Safety.SAFE if found.certain else Safety.UNSAFE
    return Fix((Edit(span, ""),), safety, "drop")


RULE = Rule(
    name="excerpt-quality",
    group="front-matter",
    severity=Severity.ERROR,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    options=Options,
)
