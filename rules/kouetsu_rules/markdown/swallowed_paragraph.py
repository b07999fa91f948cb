"""段落が、上の箇条書きの最後の項目に取り込まれている。

## 何を見るか
箇条書きの最後の項目のすぐ下に、空行も字下げもなく続く段落。Markdown では、こうした行は上の項目の続
きと読まれます。次のどれかに当てはまるものを指摘します。

- 項目が文として終わっていて（。！？）、下の行が新しい文で始まる。
- 下の行が `**注意点：**` のような太字のラベルで始まる。
- 下の行が「このように」「これらの」など、箇条書き全体を受ける言葉で始まる。
- 箇条書きの前の段落が文の途中（`まずは、`）で止まっていて、下の行が「の」「を」「という」などで始ま
  り、その文を結ぶ。

## なぜか
箇条書きのあとのまとめの文が、最後の項目の説明として表示されます。

## 例
```md bad
- 魚は朝に買う。
- 野菜は昼に買う。
この順番を守れば、帰りの荷物も軽くなり、どちらも新しいまま台所に届きます。
```
```md fixed
- 魚は朝に買う。
- 野菜は昼に買う。

この順番を守れば、帰りの荷物も軽くなり、どちらも新しいまま台所に届きます。
```
```md good
- 魚は朝に買う。
  昼には売り切れている。
- 野菜は昼に買う。
```

## 限界
項目を手で折り返して書く人もいます。途中の項目にも字下げのない続きの行がある記事は、その書き方とみて
指摘しません。項目が長ければ、下の行が助詞で始まっていても、たいていは折り返しとみます。人が書いた記
事 375 本では 0 件、機械が書いた記事 569 本では 7 本に 13 件でした。

## English
### What it does
Reports a paragraph right below the last item of a list, without a blank line or an indent. Markdown
takes it for a part of that item. The item must end as a sentence, or the paragraph must begin with
a bold label, with words that take up the whole list, or with a particle, where it ends the sentence
that the paragraph above the list left open (`まずは、` … `のどれか一つを選びます。`).

### Why
The conclusion below a list is shown as part of its last item.

### Limits
Posts that wrap other items by hand, too, are left alone, and so is most of what begins with a
particle below a long item. None of 375 posts by people is hit, and 7 of 569 machine-written ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kouetsu.api import (
    Block,
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

SENTENCE_END = Pattern(r"[。！？][」』）)]*(?:\*\*)?[ \t\u3000]*$")
LABEL = Pattern(r"\*\*[^*\n]{1,40}(?:[：:]\*\*|\*\*[ \u3000]*[：:])")
TAKES_UP = Pattern(
    r"(?:この(?:ように|[0-9０-９二三四五]つ|順|流れ|結果)|これら(?:の|は|を|に)|こうした|以上の(?:よう|こと)|上記の)"
)
# A sentence that is left open above the list, and how it goes on below.
OPEN = Pattern(r"[、，はがをにもで]$")
CLOSED = ("。", "！", "？", "!", "?", ":", "：", "」", "）", ")")
GOES_ON = Pattern(
    r"を|など[のをがはに、]|(?:[のにがはとでもへ]|から|まで|だけ)(?=[、0-9０-９「『ァ-ヶ]|[^\W\d_a-zA-Zぁ-ヿ])"
)
COUNTS = Pattern(
    r"の(?:いくつか|すべて|全て|両方|どれ|どちら|いずれ|うち|順"
    r"|[0-9０-９一二三四五六七八九十]+(?:つ|点|項目|種類?|要素|条件|段階|ステップ|か所|個|本|枚|冊|人))"
    r"|という|といった"
)
"""So goes on what takes up all of the list, which no item does."""
WRAPPED = 20
"""A line of so many characters may have been wrapped by hand."""
MARKER = Pattern(r"[-*+>|#`~<!\[(（・※→\d]")
SHORTEST = 20


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    text = post.text
    found: list[Span] = []
    for index, block in enumerate(post.blocks):
        if block.kind not in ("item", "paragraph") or not block.in_list or block.prose is None:
            continue
        line = _lazy_line(text, block.span)
        if line is None:
            continue
        if LABEL.match(text, line):
            found.append(Span(line, block.span.end))
        elif not _ends_list(post.blocks, index):
            # Items are wrapped by hand here.
            return
        elif _is_paragraph(text, block, line) or _goes_on(post, block, line):
            found.append(Span(line, block.span.end))
    for span in found:
        fix = Fix((Edit(Span(span.start, span.start), "\n"),), Safety.SAFE, "blank-line")
        yield Finding(span, "swallowed", fix=fix)


def _lazy_line(text: str, item: Span) -> int | None:
    """Where the first line without an indent begins in an item, if there is one."""
    at = text.find("\n", *item) + 1
    while at:
        if at < item.end and not text[at].isspace():
            return at
        at = text.find("\n", at, item.end) + 1
    return None


def _ends_list(blocks: tuple[Block, ...], index: int) -> bool:
    """Whether a block is the last one of a list with at least two items."""
    top = blocks[index].top
    if index + 1 < len(blocks) and blocks[index + 1].top == top:
        return False
    return index > 0 and blocks[index - 1].top == top and blocks[index - 1].kind != "list"


def _is_paragraph(text: str, block: Block, line: int) -> bool:
    above = text[text.rfind("\n", 0, line - 1) + 1 : line].rstrip("\n")
    below = text[line : block.span.end]
    if TAKES_UP.match(below) and "。" in below:
        return True
    if MARKER.match(below) or above.endswith("  ") or len(below) < SHORTEST:
        return False
    return bool(SENTENCE_END.search(above))


def _goes_on(post: Post, item: Block, line: int) -> bool:
    """Whether a line ends the sentence that the paragraph above the list left open."""
    text = post.text
    if text.find("。", line, item.span.end) < 0:
        return False
    counts = COUNTS.match(text, line) is not None
    if not counts and (line - item.span.start > WRAPPED or not GOES_ON.match(text, line)):
        return False
    above = post.blocks[bisect_left(post.blocks, item.top - 1, key=lambda block: block.top)]
    if above.top >= item.top or above.kind != "paragraph" or above.prose is None:
        return False
    lead = above.prose.text.rstrip()
    return OPEN.search(lead) is not None or (counts and not lead.endswith(CLOSED))


RULE = Rule(
    name="swallowed-paragraph",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "swallowed": (
            "この段落は上の箇条書きの項目に取り込まれて表示されます",
            "this paragraph becomes part of the list item above it",
        ),
        "blank-line": ("空行を入れる", "put a blank line between them"),
    },
    doc=__doc__,
    check=check,
)
