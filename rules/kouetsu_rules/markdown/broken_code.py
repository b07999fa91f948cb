"""コードの改行や引用符、名前が、変換や翻訳で壊れている。

## 何を見るか
コードブロックの中の、次のもの。

- 改行が失われ、いくつもの文が空白をはさんで一行に並ぶ（`import os    import sys`）
- コメントの行に次の行のコードがつながり、コメントになった（`// 送信の例client.post(…, {`）。一行で
  終わる文なら、同じブロックに二つ以上あるとき
- 引用符が「」や “ ” になった属性や引数（`href=「/list」`）。インラインコードでも見ます
- オブジェクトの名前だけが訳された呼び出し（`入力.get_axis_value(…)`）
- HTML の実体参照のまま残った演算子（シェルや Python などの `&gt;&gt;`、`&amp;&amp;`）。コードブロッ
  クだけで見ます
- 名前の中の点が句点になったもの（`Harbour。Tools`）。インラインコードでも見ます

インラインコードでは、下線や星印の前に残ったエスケープも見ます（`API\\_KEY`、`0 8 \\* \\* \\*`）。
コードの中では、バックスラッシュがそのまま表示されます。

## なぜか
生成した答えを写す途中で改行が空白に変わり、機械翻訳はコードの中まで訳します。読者が写して動かすと、動
きません。

## 例
````md bad
```python
import os    import sys    def load(name):        return open(name)
```
````
````md good
```python
import os
import sys

def load(name):
    return open(name)
```
````

## 限界
字下げだけが失われたコードと、名前の付け違いは見つけられません。日本語の名前を自分で定義しているコード
では、名前を見ません。言語の名のないブロックとインラインコードでは、日本語を囲む「」と、`x = y` だけ
が並ぶ行を見ません。エスケープや正規表現、TeX を話題にする記事では、エスケープを見ません。人が書い
た記事 375 本では指摘がありません。

## English
### What it does
Reports code that a conversion or a translation has broken: several statements on one line with
blanks between them where line breaks were, a comment that the next line's code runs into, corner
brackets in place of quotation marks, operators left as HTML entities (`&gt;&gt;` in a shell's
code), and calls whose object alone is translated. In names, points that became full stops
(`Harbour。Tools`) and, in inline code, escapes that are printed there (`API\\_KEY`,
`0 8 \\* \\* \\*`) are reported, too.

### Why
Line breaks turn into blanks where an answer is copied, and translators translate what is code. Who
copies it gets an error.

### Limits
Lost indentation and wrong names are not seen. Code that defines names in Japanese is not asked for
translated ones. Where no language is named, corner brackets around Japanese and lines of nothing
but `x = y` are left alone; posts on escapes, patterns or TeX may show escapes. No finding on 375
posts by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Block, Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.letters import has_letter

FAR = 2_000
LONGEST = 100_000
"""A longer line was joined on purpose: minified code."""
# What begins a statement; it stands behind a run of blanks in the middle of a line.
IMPORT = Pattern(r"(?<=[\w)'\";]) {2,}(?=(?:from [\w.]+ import \w|import [\w.{*]|#include ?[<\"]))")
STATEMENT = Pattern(
    r"(?<=[^\s#/*,(\[]) {2,}(?=def \w+\(|class \w+[(:{ ]|return [\w('\"\[{]|for \w+ in "
    r"|while [\w(]"
    r"|with \w+[(.]|print\(|(?:const|let|var) \w+ =|(?:async )?function \w*\("
    r"|(?:public|private|static) [\w<]+ |[A-Za-z_]\w*(?:\.\w+)+\("
    r"|if [\w(][^\n]{1,60}[:{] |[a-z_]\w* = [\w'\"(\[{]|# [^\W\d_a-zA-Z])"
)
OPENS = Pattern(
    r"[ \t]*(?:import |from [\w.]+ import|def |class |const |let |var |function |#include)"
)
MANY = 3
MOST = 200
LEAST, LONG = 12, 60
SIGN = r"[^\W\d_a-zA-Z]"
# Code whose bracket the comment opens and the next line goes on in.
REMARK = Pattern(r"[ \t]*(?://|#)")
SWALLOWED = Pattern(
    rf"(?:{SIGN}|[）」。])(?P<code>(?:(?:const|let|var|await|return|async|function|def|class|export"
    r"|import) |[a-z_]\w{0,40}(?:\.\w{1,40}){0,6}\())"
)
# Behind a particle it is what the comment speaks of: 平均はnp.mean(x).
STATED = Pattern(
    rf"(?![はがをへにでのも]){SIGN}(?P<code>[a-z_]\w{{0,30}}(?: = [\w'\"\[{{(][^\n]{{0,120}}"
    r"|(?:\.\w{1,30}){0,4}\([^\n]{0,120}\));?)[ \t]*$",
    re.MULTILINE,
)
OPENERS = ("(", "{", "[", ":")
SPOKEN = Pattern(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`\n]*`")
# loss = 0.5 is what a log prints, too.
ASSIGNED = Pattern(r"[a-z_]\w* = ")
REMARK_LENGTH = 300
CORNER = Pattern(
    r"(?<=[A-Za-z]=)(?:「[^「」\n]{0,80}」|[“”][^“”\n]{0,80}[“”])|(?<=\w\()「[^「」\n]{1,80}」(?=\))"
)
NAME = Pattern(rf"(?<![\w\"'`.「『]){SIGN}{{1,16}}(?=\.[a-z]+(?:_[a-z]+)+\()")
# class 商品(Base), for 客 in 客たち, def 数える(品, 客), 数 = 0
DEFINED = Pattern(
    rf"(?:\b(?:as|class|def|for|from|func|function|import|let|const|var|struct|type) |[(|] ?|, )"
    rf"(?P<said>{SIGN}{{1,16}})|(?P<set>{SIGN}{{1,16}})(?= ?=|:)"
)
# A point of a name, taken for the end of a sentence; text in quotation marks may have one.
STOP = Pattern(r"(?<=[A-Za-z0-9])[。．](?=[A-Za-z0-9])")
OF_STOPS = Pattern(
    r"句読?点|全角|約物|形態素|トークナイ|[Pp]unctuation|[Tt]okeni[sz]|[Ff]ull-?width"
)
TEXT_SIGNS = ("'", '"', "#", "//", "--", "/*", "<")
# Code as it must not be: a converter escaped what only outside code has to be.
ESCAPED = Pattern(
    # names, each of whose underscores is escaped
    r"(?!\.|[A-Za-z]:)(?=[^`\n]*(?:[A-Z]\\_[A-Z]|\w\\_[^`\n]*\\_|\\_\\_\w))(?:[^\\`$%^{}|_\n]|\\[_*])+"
    r"|(?=[^`\n]*\\\*)[\d/,?*\\-]{1,20}(?:[ ][\d/,?*\\-]{1,20}){4,6}"
    r"|[>$]\\_|[\w, (]*(?:\\\*){1,2}(?:args|kwargs)[\w, )*\\]*"
)
OF_ESCAPES = Pattern(
    r"エスケープ|バックスラッシュ|逆斜線|円記号|正規表現|ワイルドカード|TeX(?![A-Za-z])|(?<![A-Za-z])LIKE(?![A-Za-z])|[Ee]scap(?:e|ing)"
    r"|[Bb]ackslash|[Rr]eg(?:ex|ular expression)"
)
# Languages that write < and & and no entities.
OPERATORS = frozenset(
    {
        *("bash", "sh", "shell", "zsh", "python", "py", "javascript", "js", "typescript", "ts"),
        *("java", "go", "rust", "c", "cpp", "csharp", "kotlin", "swift", "ruby", "sql", "r"),
    }
)
ENTITY = Pattern(r"&(?:gt;(?:&gt;|=)?|lt;(?:&lt;|=)?|amp;(?:&amp;)?)")
REMARK_OR_TAG = Pattern(r"^\s*(?:#|//|/?\*|<)|</?[A-Za-z]")
QUOTES = ('"', "'", "`")
COMMENT = Pattern(r"(?:#|//|--|/\*|<!--|\"\"\"|''')")
NO_CODE = frozenset(
    {"text", "txt", "plain", "plaintext", "console", "md", "markdown", "diff", "log"}
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for block in post.blocks:
        if block.kind == "code" and block.language not in NO_CODE:
            yield from apart(_block(post, block))
    for prose in post.prose:
        for mark in prose.marked("code"):
            span = prose.span(mark.start, mark.end)
            yield from _quotes(post.text, span, named=False)
            code = prose.text[mark.start : mark.end]
            if "\\" in code and ESCAPED.fullmatch(code) and not post.contains(OF_ESCAPES):
                yield Finding(mark.span, "escaped", {"text": code})
            elif STOP.search(code) and not has_letter(code) and not post.contains(OF_STOPS):
                yield Finding(mark.span, "stop", {"text": code})


def _block(post: Post, block: Block) -> Iterator[Finding]:
    text, (start, end) = post.text, block.span
    for line in _lines(text, start, end):
        yield from _joined(text, line, named=bool(block.language))
        yield from _swallowed(text, line)
        yield from _entities(text, line) if block.language in OPERATORS else ()
        yield from _stopped(text, line) if not post.contains(OF_STOPS) else ()
    glued = [place for line in _lines(text, start, end) for place in _remarked(text, line)]
    if len(glued) > 1:
        yield from (Finding(place, "swallowed") for place in glued)
    yield from _quotes(text, block.span, named=bool(block.language))
    for place in islice(NAME.finditer(text, start, end), MOST):
        name = place.group()
        if name not in post.derived(_defined) and not _comment(text, place.start(), start):
            yield Finding(Span(*place.span()), "name", {"text": name})


def _quotes(text: str, code: Span, *, named: bool) -> Iterator[Finding]:
    """Other quotation marks; where no language is named, 甲=「行く」 may be a remark."""
    for place in CORNER.finditer(text, *code):
        if (named or not has_letter(place.group())) and not _comment(
            text, place.start(), code.start
        ):
            yield Finding(Span(*place.span()), "quotes", {"text": place.group()})


def _entities(text: str, line: Span) -> Iterator[Finding]:
    """Operators as HTML writes them; within quotation marks they are what a program replaces."""
    if REMARK_OR_TAG.search(text[slice(*line)]):
        return
    for place in ENTITY.finditer(text, *line):
        before = text[line.start : place.start()]
        if not any(before.count(sign) % 2 for sign in QUOTES) and not before.endswith("/"):
            yield Finding(Span(*place.span()), "entity", {"text": place.group()})
            return


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if LEAST <= stop - at <= LONGEST:
            yield Span(at, stop)
        at = stop + 1


def _joined(text: str, line: Span, *, named: bool) -> Iterator[Finding]:
    imports = IMPORT.search(text, *line) if OPENS.match(text, line.start) else None
    if imports is not None and not _comment(text, imports.start(), line.start):
        yield Finding(line, "joined")
        return
    if line.size < LONG:
        return
    joints = [
        place.start()
        for place in STATEMENT.finditer(text, *line)
        if named or not ASSIGNED.match(text, place.end())
    ]
    if len(joints) >= MANY and not _comment(text, joints[0], line.start):
        yield Finding(line, "joined")


def _swallowed(text: str, line: Span) -> Iterator[Finding]:
    """Code behind the words of a comment that the next line goes on with."""
    if not REMARK.match(text, line.start) or line.size > REMARK_LENGTH:
        return
    if text[line.start : line.end].rstrip().endswith(OPENERS):
        place = SWALLOWED.search(text, *line)
        # ここからmain()の処理: where words go on behind the code, it is one they speak of
        if place is not None and not has_letter(
            SPOKEN.sub("", text[place.start("code") : line.end])
        ):
            yield Finding(Span(place.start("code"), line.end), "swallowed")


def _stopped(text: str, line: Span) -> Iterator[Finding]:
    """Names whose points are full stops, on a line that holds no words for readers."""
    place = STOP.search(text, *line)
    if place is not None:
        code = text[slice(*line)]
        if not has_letter(code) and not any(sign in code for sign in TEXT_SIGNS):
            yield Finding(Span(*place.span()), "stop", {"text": code.strip()})


def _remarked(text: str, line: Span) -> Iterator[Span]:
    """A whole statement right behind the words of a comment; two of them are no examples."""
    if REMARK.match(text, line.start) and line.size <= REMARK_LENGTH:
        place = STATED.search(text, *line)
        if place is not None:
            yield Span(place.start("code"), line.end)


def _comment(text: str, at: int, start: int) -> bool:
    """Whether a comment may have begun on the line before that place."""
    line = max(text.rfind("\n", max(start, at - FAR), at) + 1, start, at - FAR)
    return COMMENT.search(text, line, at) is not None


def _defined(post: Post) -> frozenset[str]:
    """What the code of the post gives a name to."""
    blocks = (block for block in post.blocks if block.kind == "code")
    found = (place for block in blocks for place in DEFINED.finditer(post.text, *block.span))
    return frozenset(place["said"] or place["set"] for place in found)


RULE = Rule(
    name="broken-code",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "joined": (
            "コードの改行が失われ、いくつもの文が一行に並んでいます",
            "the line breaks of this code are lost: several statements stand on one line",
        ),
        "swallowed": (
            "コードがコメントの行につながり、コメントになっています",
            "this code stands behind a comment, and has become a part of it",
        ),
        "quotes": (
            "コードの引用符が別の記号になっています（{text}）",
            "the quotation marks of this code became other signs: {text}",
        ),
        "stop": (
            "コードの中の点が全角の句点やピリオドになっています（{text}）",
            "a point in this code became a full stop: {text}",
        ),
        "entity": (
            "コードの演算子が HTML の実体参照のまま表示されます（{text}）",
            "in code this entity is printed as it is: {text}",
        ),
        "escaped": (
            "コードの中ではエスケープが効かず、バックスラッシュがそのまま表示されます（{text}）",
            "in code the backslashes of these escapes are printed: {text}",
        ),
        "name": (
            "コードの中の名前「{text}」が訳されていて、動きません",
            "the name “{text}” in this code was translated and does not run",
        ),
    },
    doc=__doc__,
    check=check,
)
