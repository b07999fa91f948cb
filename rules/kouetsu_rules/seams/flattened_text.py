"""段落や見出しが一行につながっている。

## 何を見るか
- 空白のあとの文が、記事の別の場所では段落や見出しの始まりとして立っているところ（つながる前の形が
  残っている）。エラー
- 行の途中の `### `、表の欄の中の見出しの記号（`<br># 要約`）、一行に並んだ `* **…** … * **…**`、箇
  条書きの中でリンクや文の直後か、二つ以上の空白のあとに続く `- 次の項目`、文や見出し語の直後に続く
  箇条書き（`…です。・赤・青`、`…します。- **順番**`、`・日時：5月・場所：港`）。警告。中黒のない項
  目で始まる行（`日時：5月・場所：港`）は、中黒を区切りに使ったものとみなします

改行だけでつながったものは、続く部分が別の場所で離れて立つときだけ警告します。文ごとに改行する書き方
もあるからです。

## なぜか
整形や貼り付けの途中で改行が失われると、見出しも段落も一つのかたまりになり、読み進められません。

## 例
```md bad
朝の競りは日の出の前に終わります。

仲買人は指の形だけで値を伝え合い、声は出しません。

---END---

朝の競りは日の出の前に終わります。 仲買人は指の形だけで値を伝え合い、声は出しません。
```
```md fixed
朝の競りは日の出の前に終わります。

仲買人は指の形だけで値を伝え合い、声は出しません。

---END---

朝の競りは日の出の前に終わります。

仲買人は指の形だけで値を伝え合い、声は出しません。
```
```md good
朝の競りは日の出の前に終わります。

仲買人は指の形だけで値を伝え合い、声は出しません。
```
```md bad
競りには順番があります。### 順番の決め方 くじで決めます。
```

## 限界
手で印を付けた記事 12 本で、一行につながった 10 か所をすべて見つけます。ただし、つながった行が繰り返
しであれば、repeated-passage が代わりに指摘します。空行のない箇条書きのような段落は、つながる前の形
が記事に残っていなければ、書き方の好みと区別できません。人が書いた記事 375 本では指摘がありません。

## English
### What it does
Reports paragraphs, headings and items that run together in one line. It is an error where what
follows a space begins a paragraph or a heading elsewhere in the post. It is a warning where `### `
stands within a line, or a heading's hashes in a cell of a table (`<br># Summary`), where several
`* **…**` items stand in one line, where an item is glued to the one before, or a list to its
sentence or label (…です。・赤・青; in `日時：5月・場所：港` the dots part values, as people write
them). A single line break is reported, as a warning, only where what follows stands apart
elsewhere: one sentence a line is a style.

### Why
Where a tool lost the line breaks, headings and paragraphs become one lump that nobody can read.

### Limits
All 10 joined lines of 12 marked posts are found; where such a line is a copy, repeated-passage
reports it instead. Items in one paragraph that stand nowhere apart look like a matter of taste. No
finding on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.letters import has_japanese
from kouetsu_rules.seams.cuts.tails import copied
from kouetsu_rules.seams.markers.segments import (
    Segment,
    flattened,
    segments,
)
from kouetsu_rules.shown import code_spans, within
from kouetsu_rules.subject import mentions

KEY = 20
LEAST_LEFT = 5
LEAST = 40
"""Shorter text is no lump."""
AROUND = 14
GAP = Pattern(r"(?<=[^\sA-Za-z0-9])\s+(?=[^\s])|(?<=[A-Za-z0-9])\s+(?=(?:[^\W\d_a-zA-Z]|[「『]))")
INLINE_HEADING = Pattern(r"(?<=[。！？」）])[ ]*(?=#{2,5}[ ]\S)|(?<=\S)[ ]+(?=#{3,5}[ ][^\s#])")
# In a cell nothing is a heading. # alone heads a column, counts things, and asks for a command.
CELL_HEADING = Pattern(
    r"(?i:(?<=<br>)|(?<=<br/>)|(?<=<br />))[ ]*(?=#{1,6}[ ](?:[A-Z][A-Za-z0-9]*+ ?)*+[^\x00-\x7f])"
    r"|(?<=\|)[ ]*(?=#{2,6}[ ](?:[A-Z][A-Za-z0-9]*+ ?)*+[^\x00-\x7f])"
)
FAR = 200
"""So far back a tag of code is looked for."""
OF_SIGNS = Pattern(r"(?ai:markdown)|マークダウン|記法|見出し")
INLINE_ITEMS = Pattern(r"(?<=[^\s*])[ ]+(?=[*＊・-][ ]+\*\*[^*\n]{1,60}\*\*)")

# Two blanks ended the line that the dash began.
RUN_ON = Pattern(r"(?<=[。！？])[ ]{2,4}[-*][ ](?=[^\W\d_a-z]|`)|(?<=\S)[ ]{2,4}[-*][ ](?=\*\*)")
ENDED_ITEM = Pattern(r"(?<=[。！？])[-・][ ](?=\S)")
SEVERAL = 2
GLUED_ITEM = Pattern(r"(?<=[)）。！？」])[-*・][ ](?=\*\*|\[|[^\n]{1,200}\]\()")


# Behind a sentence, a name may stand behind a dash (…である。- 夏目漱石), ・ in a smiley alone.
LABELS = Pattern(r"(?<=[^\s])[・•](?=[^\s・•:：、。]{1,12}[:：](?!\d))")
GLUED_LISTS = (
    (Pattern(r"(?<=[^\s\d][。！？：:])[-*+][ ](?=`|\*\*|\[)"), 1),
    (Pattern(r"(?<=[^\s\d][。！？：:])[-*+][ ](?=[^\s-])"), SEVERAL),
    (Pattern(r"(?<=[^\s][。！？：:])[・•](?=[^\s゜°・.:*★☆ωдЗε∀])(?=[^\n]{1,80}[・•。])"), 1),
    (LABELS, SEVERAL),
    (Pattern(r"(?:(?<=\S\*\*)|(?<=\S[:：。]))・(?=\[[^\]\n]{1,80}\]\()"), 1),
)

# Behind a comma or at the beginning no value stands that a new item could follow.
COMPOUND = Pattern(r"(?:(?<!.)|[、，（(「『])[^\s。、，：:！？!?・•]{1,10}[・•]$")
LABEL = 12
# The first item has its value and no dot: then the dots part the items, as people write them.
PARTED = Pattern(r"\s*[^\s・•:：、。]{1,12}[:：][^\n・•]+[・•]")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = post.derived(segments)
    known = found.items
    starts: dict[str, Segment] = {}
    ends: set[str] = set()
    # Elsewhere an equal beginning is a turn of phrase: only copies show what stood apart.
    if found.marked or post.derived(copied):
        for segment in known:
            if len(segment.flat) >= KEY and segment.block.kind == "paragraph":
                starts.setdefault(segment.flat[:KEY], segment)
            if len(segment.flat) >= LEAST_LEFT:
                ends.add(segment.flat[-KEY:])
    for segment in known:
        if (
            segment.block.kind in ("paragraph", "item", "heading")
            and len(segment.text) >= LEAST / 2
        ):
            yield from _joined(segment, starts, ends, post)
    yield from _in_cells(post)


def _in_cells(post: Post) -> Iterator[Finding]:
    """Signs of headings within tables, which no renderer reads there: the first of each row."""
    if not post.contains(CELL_HEADING) or mentions(post, OF_SIGNS):
        return
    for block in post.blocks:
        start = block.span.start if block.kind == "table" else block.span.end
        while start < block.span.end:
            newline = post.text.find("\n", start, block.span.end)
            end = newline if newline >= 0 else block.span.end
            at = _in_row(post, start, end)
            if at is not None:
                yield Finding(Span(at, min(end, at + AROUND)), "heading")
            start = end + 1


def _in_row(post: Post, start: int, end: int) -> int | None:
    """Where the first of them stands that is no code."""
    shown = post.derived(code_spans)
    for place in CELL_HEADING.finditer(post.text, start, end):
        at = place.end()
        tag = post.text.rfind("<code", max(start, at - FAR), at)
        coded = tag >= 0 and post.text.find("</", tag, at) < 0
        if not coded and not within(at, shown):
            return at
    return None


def _joined(
    segment: Segment, starts: dict[str, Segment], ends: set[str], post: Post
) -> Iterator[Finding]:
    text = segment.text
    joints: list[tuple[int, int, Segment]] = []
    for gap in GAP.finditer(text) if starts and len(text) >= LEAST else ():
        following = text[gap.end() : gap.end() + KEY * 2]
        key = flattened(following)[:KEY]
        original = starts.get(key)
        if original is not None and original is not segment and has_japanese(key):
            start, end = segment.start + gap.start(), segment.start + gap.end()
            if _ends_block(text[: gap.start()], ends) and not (
                "\n" in gap.group() and _below_headline(segment, start)
            ):
                joints.append((start, end, original))
    if joints:
        broken = all("\n" in segment.prose.text[a:b] for a, b, _ in joints)
        yield _finding(segment, joints, broken)
        return
    yield from _signs(segment, post)


def _ends_block(left: str, ends: set[str]) -> bool:
    """Whether a block elsewhere ends as the text before a gap does."""
    line = left[-4 * KEY :].rsplit("\n", 1)[-1]
    return flattened(line)[-KEY:] in ends


def _below_headline(segment: Segment, gap: int) -> bool:
    """Whether the line above a line break is all bold: so some set their headlines."""
    line = segment.prose.text.rfind("\n", segment.start, gap) + 1
    return any(
        mark.start <= max(line, segment.start) + 1 and gap - 1 <= mark.end <= gap + 1
        for mark in segment.prose.marked("strong")
    )


def _finding(segment: Segment, joints: list[tuple[int, int, Segment]], broken: bool) -> Finding:
    original = joints[0][2]
    span = segment.span(segment.start, min(segment.end, joints[-1][1] + AROUND))
    edits = tuple(Edit(segment.span(a, b), "\n\n") for a, b, _ in joints)
    simple = segment.block.kind == "paragraph" and not segment.block.parents
    return Finding(
        span,
        "broken" if broken else "joined",
        {"count": len(joints) + 1},
        related=(Related(original.span(original.start, _shown(original)), "apart"),),
        fix=Fix(edits, Safety.UNSAFE, "part") if simple else None,
        severity=Severity.WARNING if broken else Severity.ERROR,
    )


def _shown(segment: Segment) -> int:
    return min(segment.end, segment.start + 2 * AROUND)


def _signs(segment: Segment, post: Post) -> Iterator[Finding]:
    """Signs of headings and items that stand within a line."""
    if segment.block.kind == "heading":
        return
    span = segment.span(segment.start, segment.end)
    source = post.text[span.start : span.end]
    glued = GLUED_ITEM.search(source) if segment.block.in_list else None
    if segment.block.in_list and glued is None and len(ENDED_ITEM.findall(source)) >= SEVERAL:
        glued = ENDED_ITEM.search(source)
    if segment.block.in_list and glued is None:
        glued = RUN_ON.search(source)
    if glued:
        at = span.start + glued.start()
        yield Finding(Span(at, min(span.end, at + AROUND)), "item")
    if "##" in source:
        shown = post.derived(code_spans)
        places = (span.start + place.end() for place in INLINE_HEADING.finditer(source))
        place = next((place for place in places if not within(place, shown)), None)
        if place is not None:
            yield Finding(Span(place, min(span.end, place + AROUND)), "heading")
            return
    run = None if glued else _glued_list(source)
    if run is not None and not within(span.start + run, post.derived(code_spans)):
        at = span.start + run
        yield Finding(Span(at, min(span.end, at + AROUND)), "list")
        return
    items = list(INLINE_ITEMS.finditer(source)) if "**" in source else []
    if len(items) >= SEVERAL:
        at = span.start + items[0].end()
        yield Finding(Span(at, min(span.end, at + AROUND)), "items", {"count": len(items)})


def _glued_list(source: str) -> int | None:
    """Where a list begins that is glued to its sentence or label, or runs on in one line."""
    for pattern, least in GLUED_LISTS:
        if pattern is LABELS and PARTED.match(source):
            continue
        places = [place for place in pattern.finditer(source) if not _compound(source, place.end())]
        if len(places) >= least:
            return places[0].start()
    return None


def _compound(source: str, at: int) -> bool:
    """Whether the dot joins two words of one label, as in 監督・脚本：."""
    return COMPOUND.search(source, max(0, at - LABEL), at) is not None


RULE = Rule(
    name="flattened-text",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "joined": (
            "{count} 個の段落が一行につながっています",
            "{count} paragraphs run together in one line",
        ),
        "broken": (
            "{count} 個の段落が改行だけで区切られ、一つの段落として表示されます",
            "{count} paragraphs have only line breaks between them and render as one",
        ),
        "heading": (
            "見出しの記号が行の途中にあります",
            "a heading's hashes stand in the middle of a line",
        ),
        "item": (
            "次の項目が前の項目の行につながっています",
            "the next list item runs on behind this one",
        ),
        "list": (
            "箇条書きが文や見出し語と同じ行につながっています",
            "a list runs on in the line of its sentence or label",
        ),
        "items": (
            "箇条書きの {count} 項目が一行につながっています",
            "{count} list items run together in one line",
        ),
        "apart": ("別々に書かれている元の段落", "the paragraph as it stands apart"),
        "part": ("段落に分ける", "separate the paragraphs"),
    },
    doc=__doc__,
    check=check,
    yields_to=("repeated-passage",),
)
