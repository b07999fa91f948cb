"""生成の途中で付いた印が本文に残っている。

## 何を見るか
- 生成の終わりや区切りの印（`---END---`、`<|im_end|>`、`<think>` など。文の中のものも見ます）と、行
  に一つだけ立つ `[CONTINUE]` や `---SEGMENT 2---`
- 続きを書かせる指示と、その見出し（`【既存の記事の最後の部分】`、`（ここから続きの文章です）`）
- 長さの指示や報告（`（2500〜3000文字、完全版）`、`[以下、同様のフォーマットで続く]`、
  `文字数：約3,000文字`）。ほかのものの字数を語る文（`（俳句は17文字です）`）は見ません
- 引用の残り（`:contentReference[oaicite:0]`、`turn0search3`、`【4†source】`、`[cite: 2]`、
  `(cite index="1-2">`、`[^1^]`、`[citation:4]`）、検索の転送 URL（`vertexaisearch…`）。注の一覧も
  コードもない記事では、文に付いた `[2][5][11]` も見ます
- 警告にとどめる引用の残り。文の後ろの `([サイト名][1])`（行き先の一覧に題名のあるもの）、ページの
  中の文を指す番号 `([1](https://…#:~:text=…))` が二つ以上あるもの、コードのない記事の、依頼に添えた
  資料の番号 `（Headline 1, 3）`
- 表示されたページから写して三度続いた数式（`S=πr2S = \\pi r^{2}S=πr2`）
- 有料部分の線（`---ここから有料---`、`【有料ライン】`、`ここまでが無料パートです。`）。警告です
- 画面の部品の残り（`<grok-card …>` のようなタグ）。節の終わりで段落になった一字（`S` など）が二つ以
  上あれば警告です
- 出力についての断り（`（以降の節も同じ形式で執筆します）`、`[Response truncated]`）
- エージェントの道具の呼び出しや、構造化した回答の札と端（`Action: search_web`、`<tool_call>`、
  `<tweet>…</tweet>`、`", "status": "draft"}`）
- フィードの枠（`arXiv:2601.00001v1 Announce Type: new`、`Article URL: https://…`、
  `submitted by /u/…`、文の終わりの `Discussion | Link` や `[&#8230;]`）。`> Comments` だけの要約
  と、出典の名になった検索の式（`梅 OR 桃 - Google ニュース`）は警告です
- front matter に残った手元のファイルの場所（`/Users/…`）。警告です
- 出どころを告げる追跡用のパラメーター（`utm_source=chatgpt.com`）。流入元を調べる記事では警告です

コード、引用、表の中は、印を話題にしていることがあるので見ません。文の中で助詞などが続く印も、話題に
しているとみなします（`末尾に ---END--- が残った`）。

## なぜか
読者に向けた文ではありません。どこで生成が切れ、継がれたかが読者に見えてしまいます。

## 例
```md bad
夏の終わりには虫の声が変わります。

---END---

秋の支度を始めましょう。
```
```md fixed
夏の終わりには虫の声が変わります。

秋の支度を始めましょう。
```
```md bad
くわしい手順は[公式の案内](https://example.jp/guide?utm_source=chatgpt.com)にあります。
```
```md fixed
くわしい手順は[公式の案内](https://example.jp/guide)にあります。
```
```md good
出力の最後に `---END---` と書かせておくと、途中で止まったことに気づけます。
```

## 限界
手で印を付けた記事 12 本の 52 か所をすべて見つけ、誤りはありません。人が書いた記事 375 本でも指摘
がありません。`（中略）` と `（続き）` は、ほかの印がある記事でだけ指摘します（`（続き）` は段落の
繰り返しがある記事でも）。物語の最後の `――END――` や `（TO BE CONTINUED）`、連載の切れ目の
`---続く---`、作品の題名や種類と並ぶ文字数、本文よりずっと長い作品の文字数は、印とみなしません。
人も打つ形の `--- END ---` や `--- START ---`、`**END**` だけがある記事と、`（800字）` だけの行は警
告です。

## English
### What it does
Reports what a generator or its prompt left in the text.

- sentinels such as `---END---`, alone on a line or within one, `[CONTINUE]` or `---SEGMENT 2---`
  alone on its line, and tokens of the chat format
- the prompt's instruction to go on, and its labels
- notes on length and on the output (`[Response truncated]`), but no sentence on how long something
  else is (`（俳句は17文字です）`)
- calls of an agent's tools, the tags of a structured answer (`<tweet>…</tweet>`) and the ends of
  one in JSON
- citation artefacts of the several assistants: bare numbers `[2][5]` only in a post without notes
  and code; names of sites behind sentences, `([site][1])`, over a list of addresses with titles,
  two or more numbers that lead to a sentence of their page, `([1](https://…#:~:text=…))`, and
  numbers of items that the prompt held, `（Headline 1, 3）`, in a post without code, as warnings
- a formula copied from a page, which stands three times in a row (`S=πr2S = \\pi r^{2}S=πr2`)
- as a warning, the line behind which readers pay (`---ここから有料---`)
- what a chat service shows around its citations (`<grok-card …>`; as a warning, two or more
  paragraphs at the end of sections that are one letter)
- the frame of a feed (`arXiv:2601.00001v1 Announce Type: new`, `Article URL: https://…`,
  `submitted by /u/…`, `Discussion | Link`), and, as warnings, a summary that is `> Comments` and a
  search as the name of a source (`plum OR peach - Google News`)
- as a warning, places on somebody's own machine in the front matter (`/Users/…`)
- tracking parameters that name a chat service; in a post on where readers come from, as a warning

Code, quotations and tables are not read: there people write about markers. So do sentences that
take a marker for a word (`the answer ends with ---END--- and …`).

### Why
None of it is meant for readers, and it shows them where generation stopped and went on.

### Limits
All 52 in 12 marked posts are found and nothing else is; none is reported on 375 posts by people.
`（中略）` counts only in posts that have other markers, `（続き）` also in those that tell passages
again. `――END――` or `（TO BE CONTINUED）` at the end of a story, `---続く---` where a serial breaks
off, and the length told beside the title or the kind of a work, or of a work far longer than the
post, are no markers. What people type, too, is a warning where it stands alone in its post
(`--- END ---`, `--- START ---`, `**END**`), and so are `---SEGMENT 2---` and a bare `（800字）`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
    Span,
)
from kouetsu_rules.apart import Taken
from kouetsu_rules.seams.cuts.tails import copied, cuts
from kouetsu_rules.seams.markers.agent_remains import agent_remains
from kouetsu_rules.seams.markers.citation_chips import citation_chips
from kouetsu_rules.seams.markers.feed_remains import feed_remains
from kouetsu_rules.seams.markers.human_marks import doubtful_length, doubtful_sentinel
from kouetsu_rules.seams.markers.local_paths import local_paths
from kouetsu_rules.seams.markers.output_notes import output_notes
from kouetsu_rules.seams.markers.pasted import pasted_formulas, pay_lines
from kouetsu_rules.seams.markers.places import Marker, markers
from kouetsu_rules.subject import subject

OMITTED = Pattern(r"^[ \t]*[（(](?:前略|中略|後略|以下略)[）)][ \t]*$", re.MULTILINE)
CONTINUED = Pattern(r"[（(](?:続き|承前)[）)]$")
BLANK = " \t\n"
# Who writes of where readers come from shows the parameter that tells it.
MEASURED = Pattern(
    r"流入(?:元|経路|数)|アクセス流入|参照元|リファラ|アクセス解析|GA4"
    r"|(?i:(?<![a-z])utm(?![a-z])|referr?al|referrer|analytics)"
)
PARAMETER = Pattern(r"(?a:\bUTM\b|\butm_\w+(?![\w=]))")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = post.derived(markers)
    generated = any(_generated(post, marker) for marker in found) or _in_a_seam(post, found)
    for marker in found:
        sign = post.text[slice(*marker.span)]
        doubtful = (
            (marker.kind == "length" and doubtful_length(sign))
            or (marker.kind == "tracking" and post.derived(_measures))
            or (marker.kind == "sentinel" and not generated)
            or marker.kind == "segment"
        )
        severity = Severity.WARNING if doubtful else None
        yield Finding(marker.span, marker.kind, fix=_fix(post, marker), severity=severity)
    yield from _told(post, Taken(marker.span for marker in found))
    for span in local_paths(post):
        yield Finding(span, "path", severity=Severity.WARNING)
    for span, severity in feed_remains(post):
        yield Finding(span, "feed", severity=severity)
    glued = any(marker.kind in ("sentinel", "continuation") for marker in found)
    certain = Taken(marker.span for marker in found)
    weaker = [*_omitted(post)] if glued else []
    if glued or post.derived(copied):
        weaker += _continued(post)
    yield from (each for each in weaker if not certain.overlap(each.span))


def _told(post: Post, taken: Taken) -> Iterator[Finding]:
    """Notes on the output and remains of tools: what no fixed sign tells."""
    places = [
        *((span, "tool", None) for span in agent_remains(post)),
        *output_notes(post),
        *((span, "formula", None) for span in pasted_formulas(post)),
        *((span, "paid", Severity.WARNING) for span in pay_lines(post)),
        *((prose.span(a, b), "chip", Severity.WARNING) for prose, a, b in citation_chips(post)),
    ]
    for span, key, severity in places:
        if taken.take(span):
            yield Finding(span, key, severity=severity)


def _omitted(post: Post) -> Iterator[Finding]:
    """Signs that people use too, in a post that has markers."""
    for prose in post.prose:
        for place in OMITTED.finditer(prose.text):
            span = prose.span(*place.span())
            yield Finding(span, "omitted", severity=Severity.WARNING)


def _continued(post: Post) -> Iterator[Finding]:
    """Words at the end of lines, in a post that has markers or tells passages again."""
    for prose in post.prose:
        if len(prose.text) <= 80:
            place_at = CONTINUED.search(prose.text.rstrip())
            if place_at:
                span = prose.span(*place_at.span())
                fix = Fix((Edit(span, ""),), Safety.UNSAFE, "remove")
                yield Finding(span, "continued", severity=Severity.WARNING, fix=fix)


def _fix(post: Post, marker: Marker) -> Fix | None:
    if marker.kind == "redirect":
        # What the link should lead to is not known, and without it nothing supports the claim.
        return None
    if marker.kind == "tracking":
        safety = Safety.UNSAFE if post.derived(_measures) else Safety.SAFE
        return Fix((Edit(marker.span, ""),), safety, "remove")
    if marker.alone and marker.kind == "sentinel" and _generated(post, marker):
        return Fix((Edit(_with_line(post.text, marker.span), ""),), Safety.SAFE, "remove-line")
    span = _with_line(post.text, marker.span) if marker.alone else _within(post.text, marker.span)
    return Fix((Edit(span, ""),), Safety.UNSAFE, "remove")


def _generated(post: Post, marker: Marker) -> bool:
    """Whether nobody sets such a sign but what generates a text."""
    if marker.kind not in ("sentinel", "token", "continuation"):
        return False
    return not doubtful_sentinel(post.text[slice(*marker.span)])


def _in_a_seam(post: Post, found: Sequence[Marker]) -> bool:
    """Whether the text before such a sign was cut, or one of them stands there again."""
    signs = [post.text[slice(*each.span)].strip() for each in found if each.kind == "sentinel"]
    if len(signs) > len(set(signs)):
        return True
    return bool(signs) and any(cut.evidence == "marker" for cut in post.derived(cuts))


def _measures(post: Post) -> bool:
    """Whether the post is about such parameters."""
    about = MEASURED.search(post.derived(subject)) or PARAMETER.search(post.wording)
    return about is not None


def _within(text: str, span: Span) -> Span:
    """A marker within a line, with one of the spaces around it."""
    spaced = text[span.start - 1 : span.start] == " " and text[span.end : span.end + 1] == " "
    return Span(span.start, span.end + 1) if spaced else span


def _with_line(text: str, span: Span) -> Span:
    """The marker's line with the blank lines that would be left double."""
    start, end = span
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    if start > 0 and text[start - 1] != "\n":
        # A heading's or item's sign stands before it: that line goes as well.
        start = text.rfind("\n", 0, start) + 1
    while end < len(text) and text[end] in " \t":
        end += 1
    if end < len(text) and text[end] != "\n":
        return span
    after = end
    while after < len(text) and text[after] in BLANK:
        after += 1
    if after == len(text):
        # The last thing of the file: the newline before the marker stays the file's last.
        head = _blank_from(text, start)
        return Span(head + text.startswith("\n", head, start), after)
    if _blank_from(text, start) == 0 or _blank_before(text, start):
        return Span(start, after - _indent(text, after))
    return Span(start, end + text.startswith("\n", end))


def _blank_from(text: str, at: int) -> int:
    """Where the blank before an offset begins."""
    while at > 0 and text[at - 1] in BLANK:
        at -= 1
    return at


def _indent(text: str, at: int) -> int:
    """How far the line of an offset is indented: that is the next block's own."""
    begin = at
    while begin > 0 and text[begin - 1] in " \t":
        begin -= 1
    return at - begin


def _blank_before(text: str, at: int) -> bool:
    # no slice of what stands before: a hostile file has a marker on each line
    return text.endswith("\n\n", 0, at) or at == 0


RULE = Rule(
    name="generation-marker",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "sentinel": (
            "生成時の区切り記号が残っています",
            "a generation marker was left in the text",
        ),
        "segment": (
            "生成時の区切り記号とみられる行が残っています",
            "this line looks like a generation marker that was left in the text",
        ),
        "token": (
            "チャット形式の制御記号が残っています",
            "a control token of the chat format was left in the text",
        ),
        "continuation": (
            "続きであることを示す印や指示が残っています",
            "a mark or an instruction to go on was left in the text",
        ),
        "length": (
            "文字数についての指示や報告が残っています",
            "a note on the text's length was left in it",
        ),
        "tool": (
            "エージェントの道具や構造化した回答の残りが本文に出ています",
            "the remains of an agent's tools or of a structured answer were left in the text",
        ),
        "citation": (
            "出典を示す記号が壊れたまま残っています",
            "a broken citation mark was left in the text",
        ),
        "feed": (
            "フィードの項目がそのまま残っています",
            "this is the frame of a feed's item, not its text",
        ),
        "path": (
            "記事を生成した環境のファイルパスが残っています",
            "this is where the file was on the machine that made the post",
        ),
        "chip": (
            "チャットサービスの引用の書き方が、そのまま残っています",
            "this is how a chat service cites its sources",
        ),
        "formula": (
            "表示された数式を写したため、同じ式が三度続いています",
            "this formula was copied from a page: it stands three times in a row",
        ),
        "paid": (
            "有料部分の始まりを示す印が残っています",
            "a mark of where readers are to pay was left in the text",
        ),
        "redirect": (
            "チャットサービスの検索の転送用 URL が残っていて、読者はたどれません",
            "this is a redirect of a chat service's search, which readers can't follow",
        ),
        "tracking": (
            "チャットサービス由来のパラメーターが URL に付いています",
            "the URL carries a parameter that names a chat service",
        ),
        "omitted": (
            "省略を示す記号が残っています（本文が抜けているおそれがあります）",
            "a mark of omission was left, so text may be missing here",
        ),
        "continued": (
            "続きであることを示す語が見出しに残っています",
            "a mark that the section is a continuation was left in the heading",
        ),
        "remove-line": ("記号の行を削除する", "delete the marker's line"),
        "remove": ("削除する", "delete it"),
    },
    doc=__doc__,
    check=check,
    yields_to=("wrapper-left",),
)
