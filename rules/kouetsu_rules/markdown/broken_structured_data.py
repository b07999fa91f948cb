"""検索エンジンに渡す構造化データ（JSON-LD）が壊れている。

## 何を見るか
`<script type="application/ld+json">` の中身のうち、JSON として読めないもの。読めなくなる行を示しま
す。画像やアドレス、日付、価格の値が `"null"`、`"undefined"`、`"None"`、`"NaN"` という文字列のものも
見ます。

## なぜか
雛形が題名や概要を引用符の間に流し込むと、改行や引用符が一つ混じっただけで JSON ではなくなります。記
事の見た目は変わりませんが、検索エンジンはデータのすべてを捨てます。

## 例
```md bad
海苔は火の遠くであぶります。

<script type="application/ld+json">
{
  "@type": "BlogPosting",
  "headline": "海苔の
あぶり方"
}
</script>
```
```md good
海苔は火の遠くであぶります。

<script type="application/ld+json">
{
  "@type": "BlogPosting",
  "headline": "海苔のあぶり方"
}
</script>
```

## 限界
空の値が文字になったもののほかは、中の値が正しいかどうかを見ません。サイトを作るときに値が入る
もの（`{{ page.title }}` など）と、コードと引用の中は対象外です。機械が書いた記事のうち、構造化デー
タを持つ 69 か所では 3 か所が壊れていました。人が書いた記事 375 本には構造化データがありません。

## English
### What it does
Reports structured data for search engines (`<script type="application/ld+json">`) that is no JSON,
at the line where it can't be read on, and pictures, addresses, dates and prices that are the words
`null`, `undefined`, `None` or `NaN` between quotation marks.

### Why
A template sets the title or the summary between quotation marks; a single line break or quotation
mark in it, and search engines drop all of the data. Nobody sees that on the page.

### Limits
Whether other values are right is not asked. Data that is filled in when the site is built
(`{{ page.title }}`), code and quotations are left alone. Of 69 pieces in machine-written posts
three were broken; 375 posts by people have none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Related, Rule, RuleOptions, Severity, Span
from kouetsu_rules.shown import said

OPENING = Pattern(
    r"<script\b[^<>]{0,200}\btype=[\"']application/ld\+json[\"'][^<>]{0,200}>", re.IGNORECASE
)
NEAR = 2_000
# A variable of the script that had no value; of a text any word may be one.
NOTHING = Pattern(
    r"\"(?P<name>image|url|logo|thumbnailUrl|contentUrl|embedUrl|mainEntityOfPage|@id|sameAs"
    r"|date[A-Z][a-zA-Z]{1,20}|price|lowPrice|highPrice|ratingValue|reviewCount|sku)\"\s*:"
    r"\s*(?P<value>\"(?:null|undefined|None|NaN)\")(?=\s*[,}])"
)
CLOSING = Pattern(r"</script", re.IGNORECASE)
# Liquid, templates of Go, EJS, PHP, Blade, JSX: what comes out is known when the site is built. A
# comment or a section of XML is for other readers.
BUILT = Pattern(
    r"\{\{|\{%|<%|<\?|\$\{|@(?:json|php|if|foreach)\b|<!\[CDATA\[|^\s*(?:\{[ \t]*[`A-Za-z_$]|<!--)"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for opening in said(post, OPENING):
        if opening.group().endswith("/>") or _commented_out(post, opening.start()):
            continue
        closing = CLOSING.search(post.text, opening.end())
        if closing is None:
            return
        inner = Span(opening.end(), closing.start())
        data = post.text[slice(*inner)]
        yield from _nothing(data, inner.start)
        fault = None if BUILT.search(data) else _fault(data)
        if fault is not None:
            key = "newline" if data[fault : fault + 1] == "\n" else "broken"
            related = Related(Span(*opening.span()), "data")
            yield Finding(_line(post, inner, inner.start + fault), key, related=(related,))


def _nothing(data: str, start: int) -> Iterator[Finding]:
    """Values that a script printed because it had none."""
    for place in NOTHING.finditer(data):
        span = Span(start + place.start("value"), start + place.end("value"))
        yield Finding(span, "nothing", {"name": place["name"], "value": place["value"]})


def _commented_out(post: Post, at: int) -> bool:
    start = post.text.rfind("<!--", max(0, at - NEAR), at)
    return start >= 0 and post.text.find("-->", start, at) < 0


def _fault(data: str) -> int | None:
    """Where the data can't be read on."""
    try:
        # numbers stay as they are: only whether they can be read is asked
        json.loads(data, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        return error.pos if data.strip() else None
    except RecursionError:
        return None
    return None


def _line(post: Post, inner: Span, at: int) -> Span:
    """The line of a place, without its indent; of blank space or the end, the one before."""
    last = inner.start + len(post.text[inner.start : min(at + 1, inner.end)].rstrip()) - 1
    line = post.source.line_span(post.source.line_of(last))
    start, end = max(line.start, inner.start), min(line.end, inner.end)
    written = post.text[start:end]
    return Span(end - len(written.lstrip()), start + len(written.rstrip()))


RULE = Rule(
    name="broken-structured-data",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "newline": (
            "構造化データの文字列の途中に改行があり、検索エンジンはデータのすべてを読めません",
            "a string of the structured data has a line break, so search engines can't read any",
        ),
        "broken": (
            "構造化データがここで JSON として読めなくなり、検索エンジンに捨てられます",
            "the structured data is no JSON from here on, so search engines drop it",
        ),
        "nothing": (
            "構造化データの「{name}」が、空の値を文字にした {value} のままです",
            "“{name}” of the structured data is {value}, which a script printed for no value",
        ),
        "data": ("この構造化データ", "the structured data"),
    },
    doc=__doc__,
    check=check,
)
