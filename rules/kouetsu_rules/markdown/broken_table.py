"""表が表として表示されない。

## 何を見るか
- 見出しの行と区切りの行（`| --- | --- |`）が一行につながった表
- 縦線が失われ、`--- --- ---` だけが文の途中に残った表
- 区切りの行がない表（`flavor` が `kramdown` なら表になるので見ません）
- 見出しの行と区切りの行とで列の数が違う表（同じく kramdown では見ません）

両端に縦線のない行と、語のない行（和音の名だけを並べた小節）は見ません。コードの中も見ません。

## なぜか
表を一行に畳んだり、区切りの行を落としたりする処理を通ると、縦線がそのまま文字として表示され、読み取
れない行の塊になります。

## 例
```md bad
| 品名 | 重さ | | --- | --- | | 鍋 | 2kg | | 蓋 | 1kg |
```
```md bad
| 品名 | 重さ |
| 鍋 | 2kg |
| 蓋 | 1kg |
```
```md good
| 品名 | 重さ |
| --- | --- |
| 鍋 | 2kg |
```

## 限界
縦線も区切りも失われ、空白だけで並んだ表は、箇条書きや詩と区別できないので見ません。人が書いた記事
375 本では指摘がありません。

## English
### What it does
Reports tables that do not render as tables: header and separator run together in one line; the
pipes are lost and `--- ---` stands within a line; rows have no separator line, or one of another
number of columns (not with kramdown, which shows both as tables). Rows without outer pipes, and
those without a word (the bars of a song), are left alone.

### Why
A tool that folds lines or drops the separator leaves pipes that readers see as letters.

### Limits
Cells between which only blanks are left are not told from lists and verse. No finding on 375 posts
by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from kouetsu.api import Block, Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.shown import code_spans, within

SEPARATORS = Pattern(r"\|[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?")
BARE = Pattern(r"(?<=[^\s|-])[ \t]+:?-{3,}:?(?:[ \t]+:?-{3,}:?)+[ \t]+(?=[^\s|-])")
SEPARATOR_LINE = Pattern(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$")
ROW = Pattern(r"[ \t]*\|[^\n]*\|[ \t]*$")
# A bar in the title of a link, or in code, is none of a table.
TARGET = Pattern(r"\]\([^()\n]*\)|`[^`\n]*`(?=[^`|\n]*[^`|\s])")
WORD = Pattern(r"\w")
# The bars of a song stand in rows, too: a table says something.
SAID = Pattern(r"[^\W\d_a-zA-Z]{2}|[A-Za-z]{4}")
CHORD = Pattern(
    r"(?<![A-Za-z])[A-G][#♯b♭]?(?:maj|min|dim|aug|sus|add|omit|alt|[mM°ø△+-]|[#♯b♭]?\d|[()]){0,12}+"
    r"(?:/[A-G][#♯b♭]?)?(?![A-Za-z])"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if "|" not in post.signs and not post.may_hold(BARE):
        return
    for block in post.blocks:
        if block.kind not in ("paragraph", "item") or not _may_be_table(post, block):
            continue
        if not within(block.span.start, post.derived(code_spans)):
            yield from _in_lines(post, block)


def _may_be_table(post: Post, block: Block) -> bool:
    text = post.text
    return text.find("|", *block.span) >= 0 or BARE.compiled.search(text, *block.span) is not None


def _in_lines(post: Post, block: Block) -> Iterator[Finding]:
    joined = False
    for line in _lines(post, block):
        joint = _joined(post, line)
        if joint is not None:
            joined = True
            yield Finding(joint, "joined")
    if not joined and post.site.flavor != "kramdown":
        yield from _without_separator(post, [*_lines(post, block)])


def _lines(post: Post, block: Block) -> Iterator[Span]:
    at = block.span.start
    for line in post.text[slice(*block.span)].splitlines(keepends=True):
        yield Span(at, at + len(line.rstrip()))
        at += len(line)


def _joined(post: Post, line: Span) -> Span | None:
    """Where a separator stands in a line with the cells of other rows."""
    text = post.text[slice(*line)]
    for pattern in (SEPARATORS, BARE):
        found = pattern.search(text)
        if found is None or within(line.start + found.start(), post.derived(code_spans)):
            continue
        before, after = text[: found.start()], text[found.end() :]
        cells = len(re.findall("-+", found.group()))
        apart = "|" in before or "|" in after
        if pattern is BARE:
            # Morse code has such lines; so many cells stand before and behind them
            apart = min(len(before.split()), len(after.split())) >= cells
        if WORD.search(before) and apart:
            return Span(line.start + found.start(), line.start + found.end())
    return None


def _without_separator(post: Post, lines: list[Span]) -> Iterator[Finding]:
    at = 0
    for columns, group in groupby(lines, key=partial(_columns, post)):
        rows = [*group]
        at += len(rows)
        if columns:
            yield from _rows(post, rows, lines[at : at + 1])


def _rows(post: Post, rows: list[Span], below: list[Span]) -> Iterator[Finding]:
    """Rows of one number of cells; the line below them, if there is one."""
    texts = [post.text[slice(*row)] for row in rows]
    span = Span(rows[0].start, rows[-1].end)
    if any(SEPARATOR_LINE.match(text) for text in texts):
        return
    next_line = post.text[slice(*below[0])] if below else ""
    if SEPARATOR_LINE.match(next_line):
        if ROW.match(texts[-1]) and "`" not in texts[-1]:
            yield Finding(rows[-1], "columns")
        return
    if len(rows) > 1 and any(SAID.search(CHORD.sub("", text)) for text in texts):
        yield Finding(span, "separator")


def _columns(post: Post, line: Span) -> int:
    """The number of cells of a row, 0 where the line is none."""
    text = TARGET.sub("", post.text[slice(*line)].replace("\\|", ""))
    if not ROW.match(text):
        return 0
    cells = text.strip().strip("|").split("|")
    filled = sum(WORD.search(cell) is not None for cell in cells)
    separator = SEPARATOR_LINE.match(text) is not None
    return len(cells) if len(cells) > 1 and (separator or filled * 2 > len(cells)) else 0


RULE = Rule(
    name="broken-table",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "joined": (
            "表の行が一行につながっていて、表として表示されません",
            "the rows of a table run together in one line and do not render",
        ),
        "separator": (
            "区切りの行（| --- |）がないので、表として表示されません",
            "without a separator line (| --- |) these rows do not render as a table",
        ),
        "columns": (
            "見出しの行と区切りの行の列の数が違い、表として表示されません",
            "header and separator differ in columns: this does not render as a table",
        ),
    },
    doc=__doc__,
    check=check,
)
