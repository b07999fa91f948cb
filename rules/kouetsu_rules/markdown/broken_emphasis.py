"""強調の記号 `**` が、そのまま文字として表示される。

## 何を見るか
サイトのレンダラーが強調と認めない `**`（日本語に触れている `*` も）。どのレンダラーかは設定の
`flavor`（または `preset`）で決まります。

- `gfm`（Hugo、Astro、Zenn、GitHub など）では、記号の内側がかっこや句読点で外側が文字だと、強調にな
  りません。壊れた一組が隣の記号と組になり、違う箇所が太字になることもあります。
- `kramdown`（Jekyll）では、閉じていない `**` と、直前に空白のある閉じの `**` が文字のまま残ります。
- `cjk-friendly`（markdown-cjk-friendly を入れたサイト）では、かっこの隣でも強調になります。
- 指定がなければ、どのレンダラーでも壊れるものだけを指摘します。

どのレンダラーでも、外側の記号だけがエスケープされ、つなぎの語が太字になった
`\\*\\*「語」**と**「語」\\*\\*` を指摘します。

`2 ** 10` のような演算子、`** は` と文の主語になった記号、`某社のマ**シェイク` のような伏せ字、強調
を話題にする記事の「」の中の例と、わざと書くと断った例は見ません。閉じる前に文が切れたところは、
`truncated-text` だけが指摘します。

巻き添えで壊れた正しい強調は数えません。原因の一組を直せば戻ります。`±` や `→` の隣のように、新し
いCommonMark（0.31 以降）でだけ壊れるものは情報にとどめます。

## なぜか
日本語では「**「語」**という」のように、かっこごと太字にして助詞を続けることが多く、生成された記事で
はこれが大量に、そのまま公開されています。

## 例
```md bad gfm
春の野菜では**「菜の花」**がよく売れた。
```
```md fixed gfm
春の野菜では「**菜の花**」がよく売れた。
```
```md bad
**値段の話をしよう。市場では今朝も競りが続いている。
```
```md good kramdown
春の野菜では**「菜の花」**がよく売れた。
```
```md good
べき乗は 2**3 と書き、すべての階層は `**/*.md` で表す。
```

修正は、記号を空白・かっこ・句読点の内側へ移すだけで、見える文字は変わりません。どのレンダラーでも強
調になると確かめられたときに限って示します。

## 限界
機械が書いた記事 569 本では、`flavor` が `kramdown` なら 27 件、`gfm` なら 577 件、人が書いた記事
375 本では、`gfm` なら 21 本に 53 件、ほかの設定と指定なしでは 0 件です。実際のレンダラーの出力との
比べ方は `bench/flavors.py` にあります。HTML のブロックの中と、四つ以上続く `*` は見ません。

## English
### What it does
Reports `**` (and `*` that touches Japanese) that the site's renderer prints as text or pairs with
the wrong neighbour. `flavor` (or `preset`) names the renderer; where neither does, only what breaks
in all of them is reported, and so are signs whose outer ones alone are escaped, which makes the
word between bold (`\\*\\*“a”** and **“b”\\*\\*`). Pairs that break only because a neighbour does
are not counted, nor are operators (`2 ** 10`), signs that a sentence is about, letters hidden by
signs (`マ**シェイク`), and what a post on emphasis shows on purpose; where the text was cut before
they closed, `truncated-text` alone says so. The fix moves the marks past
brackets, punctuation and spaces, and is offered only where the result renders everywhere.

### Why
`**「word」**と` is common in Japanese and does not render in CommonMark, because punctuation stands
inside the marks and a letter outside.

### Limits
In 569 machine-written posts there are 27 findings as `kramdown` and 577 as `gfm`; in 375 posts by
people 53 in 21 posts as `gfm`, else none. `bench/flavors.py` compares them with what the renderers
print. Blocks of HTML and four or more `*` in a row are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Flavor,
    Pattern,
    Post,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.letters import has_japanese, is_katakana, is_letter
from kouetsu_rules.markdown.emphasis.delimiters import opens_newer
from kouetsu_rules.markdown.emphasis.pairs import (
    FLANKING,
    READERS,
    Meant,
    fails_alone,
    is_operator,
    moved_inwards,
    read_meant,
    read_newer,
)
from kouetsu_rules.markdown.emphasis.readings import Pair, Reading
from kouetsu_rules.markdown.emphasis.stretches import Stretch, stretches
from kouetsu_rules.samples import SHOWN
from kouetsu_rules.shown import said
from kouetsu_rules.typos.words.lexicon import lexicon

OF_EMPHASIS = Pattern(r"(?:太字|強調|ボールド|アスタリスク)|`[^`\n]*\*\*[^`\n]*`|\\\*\\\*")
# Two pairs of which a converter escaped the outer signs: the inner ones became a pair.
ESCAPED = Pattern(
    r"\\\*\\\*(?=[^\s\\*])[^\n*`]{1,80}(?<![\s\\])\*\*[^*\n]{1,40}\*\*(?=[^\s\\*])[^\n*\\]{1,80}\\\*\\\*"
)
TAUGHT = Pattern(r"太字|強調|ボールド|アスタリスク|エスケープ|記[号法]|(?i:markdown|bold|escap)")
# Patterns and keywords (`**/*.md`, `**kwargs`): a name in small letters that no Japanese follows.
NOTE_MARK = Pattern(r"\w\*{2,3}(?=[ぁ-ん、。」）\n])")
# 。** はまたぐ: no word touches the sign that the sentence is about.
MENTIONED = Pattern(
    r"(?:^|[\s、。（(])\*{2,3}[ 　](?=[はがをもとのにで](?![ぁ-ん])|[はも]|という|なら|だけ)"
)
NAMED = Pattern(
    r"演算子|印|記号|マーク|[をで](?:囲[みむめっん]|くくり?|括[りるっ]|挟[みむん]|はさ[みむん])"
    r"|を(?:付け|つけ|使[いうわっ]|書[いきく]|打[ちつっ]|置[いきく]|入れ|消[しすせ]|外[しすせ])"
    r"|が(?:残[りるっ]|表示|見え)"
)
CODE = Pattern(r"[/.=(\[{_,;:)\]}|<>*]|[a-z_][A-Za-z0-9_]*(?![A-Za-z0-9_ぁ-鿿])")
QUOTED = Pattern(r"[「『（(\"'“‘`][」』）)\"'”’`]")
KATAKANA_END = Pattern(r"(?<![ァ-ヺー])[ァ-ヺー]{1,12}$")
NEAR = 200
LONGEST_RUN = 3
"""Four asterisks and more stand for something hidden, or for a line."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = [
        each
        for stretch in stretches(post)
        for each in _broken(stretch, post.site.flavor)
        if not _demonstrated(post, each)
    ]
    notes = _note_marks(post.text, found)
    yield from (finding for finding in found if finding not in notes)
    yield from _half_escaped(post)


def _demonstrated(post: Post, finding: Finding) -> bool:
    """Whether a post on emphasis shows how it fails: within a quotation, or announced."""
    if not post.contains(OF_EMPHASIS):
        return False
    source = post.text
    line = source.rfind("\n", max(0, finding.span.start - NEAR), finding.span.start) + 1
    line = line or max(0, finding.span.start - NEAR)
    before = source[line : finding.span.start]
    if before.count("「") > before.count("」"):
        return True
    return SHOWN.search(source[max(0, line - NEAR) : line]) is not None


def _half_escaped(post: Post) -> Iterator[Finding]:
    for place in said(post, ESCAPED):
        line = post.source.line_span(post.source.line_of(place.start()))
        if not TAUGHT.search(post.text, *line):
            yield Finding(Span(*place.span()), "escaped")


def _note_marks(text: str, found: list[Finding]) -> list[Finding]:
    """Asterisks that point to a note: 送料** in the text, and below it a line with ** before it."""
    alone = [finding for finding in found if finding.message == "alone"]
    begins = [each for each in alone if text[each.span.start - 1 : each.span.start] == "\n"]
    if len(alone) < 2 or len(begins) != 1 or begins[0] is not alone[-1]:
        return []
    marks = [NOTE_MARK.match(text, max(finding.span.start - 1, 0)) for finding in alone[:-1]]
    return alone if all(marks) and len({finding.span.size for finding in alone}) == 1 else []


def _broken(stretch: Stretch, flavor: Flavor | None) -> Iterator[Finding]:
    text = stretch.text
    readings = [READERS[each](text) for each in ((flavor,) if flavor else READERS)]
    meant = read_meant(text)
    alone = [at for at in meant.alone if all(at in each.literal for each in readings)]
    for at in alone:
        if 2 <= meant.runs[at] - at <= LONGEST_RUN and _belongs_to_prose(text, at, meant.runs[at]):
            yield Finding(stretch.span(at, meant.runs[at]), "alone")
    broken = [
        pair
        for pair in meant.pairs
        if not any(reading.shows(pair) for reading in readings) and _is_emphasis(text, pair)
    ]
    # A pair that breaks drags its neighbours along, which are sound by themselves.
    causes = [pair for pair in broken if fails_alone(text, pair, FLANKING.get(flavor))]
    for pair in causes or ([] if alone else broken):
        printed = all(_is_printed(pair, reading) for reading in readings)
        yield _finding(stretch, pair, "printed" if printed else "misread")
    if flavor == "gfm" and not broken:
        yield from _broken_in_newer(stretch, meant)


def _broken_in_newer(stretch: Stretch, meant: Meant) -> Iterator[Finding]:
    text = stretch.text
    newer = read_newer(text)
    for pair in meant.pairs:
        breaks = not newer.shows(pair) and fails_alone(text, pair, opens_newer)
        if breaks and _is_emphasis(text, pair):
            yield _finding(stretch, pair, "newer", Severity.INFO)


def _finding(
    stretch: Stretch, pair: Pair, message: str, severity: Severity | None = None
) -> Finding:
    span = stretch.span(pair.opening, pair.closing + pair.width)
    return Finding(span, message, fix=_moved(stretch, pair), severity=severity)


def _is_printed(pair: Pair, reading: Reading) -> bool:
    return any(reading.run_of(at) in reading.literal for at in (pair.opening, pair.closing))


def _is_emphasis(text: str, pair: Pair) -> bool:
    """Whether a pair stands around language, not between two patterns or powers."""
    inner = text[pair.opening + pair.width : pair.closing].strip()
    if pair.width == 1:
        # A single asterisk is a sign of many things: both must touch Japanese.
        return "\n" not in inner and inner != "" and _touches_japanese(text, pair, inner)
    around = text[pair.opening - 1 : pair.opening] + text[pair.closing + 2 : pair.closing + 3]
    return (
        (has_japanese(inner) or has_japanese(around)) and inner[0] not in "/." and inner[-1] != "/"
    )


def _touches_japanese(text: str, pair: Pair, inner: str) -> bool:
    """Whether Japanese stands inside both signs, or outside where a bracket stands inside."""
    before = text[pair.opening - 1 : pair.opening]
    after = text[pair.closing + 1 : pair.closing + 2]
    opens = _is_japanese(inner[0]) or (inner[0] in "（(「『【" and _is_japanese(before))
    closes = _is_japanese(inner[-1]) or (inner[-1] in "）)」』】" and _is_japanese(after))
    return opens and closes and has_japanese(inner)


def _belongs_to_prose(text: str, start: int, end: int) -> bool:
    """Whether asterisks without a partner were meant as emphasis."""
    if MENTIONED.match(text, max(start - 1, 0)) or is_operator(text, start, end):
        return False
    if _hides(text, start, end):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip() and not after.strip():
        return len(text) < NEAR and len(text.strip()) == end - start
    # No further than a sentence reaches: a hostile line may hold a hundred thousand of them.
    ahead = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    behind = text[end : end + NEAR].partition("\n")[0]
    if not after.strip():
        closes = before.isalnum() or before in "%)"
        return _is_japanese(before) or (closes and has_japanese(ahead))
    if QUOTED.match(before + after) or (before.isascii() and before.isalnum()):
        return False
    if _is_japanese(after[:1]):
        return NAMED.match(behind) is None
    return not CODE.match(behind) and has_japanese(behind)


def _hides(text: str, start: int, end: int) -> bool:
    """Whether asterisks stand for letters that are not to be read: マ**シェイク, ク**野郎."""
    stem = KATAKANA_END.search(text, max(0, start - NEAR), start)
    alone = text.find("*") == start and text.find("*", end) < 0
    if stem is None or not alone or not is_letter(text[end : end + 1]):
        return False
    known = len(stem.group()) > 1 and stem.group() in lexicon().katakana
    return not known and (len(stem.group()) == 1 or is_katakana(text[end : end + 1]))


def _is_japanese(sign: str) -> bool:
    """Whether it is a letter or punctuation of Japanese."""
    if is_letter(sign) or "、" <= sign <= "〟" or "！" <= sign <= "～":
        return True
    return sign in ("“", "”", "…", "—")


def _moved(stretch: Stretch, pair: Pair) -> Fix | None:
    inside = moved_inwards(stretch.text, pair)
    if inside is None:
        return None
    low, high = pair.opening + pair.width, pair.closing
    signs = "*" * pair.width
    edits = []
    if inside[0] > low:
        edits += [
            Edit(stretch.span(pair.opening, low), ""),
            Edit(stretch.span(inside[0], inside[0]), signs),
        ]
    if inside[1] < high:
        edits += [
            Edit(stretch.span(inside[1], inside[1]), signs),
            Edit(stretch.span(high, high + pair.width), ""),
        ]
    return Fix(tuple(edits), Safety.SAFE, "move")


RULE = Rule(
    name="broken-emphasis",
    group="markdown",
    severity=Severity.ERROR,
    messages={
        "printed": (
            "この強調は効かず、記号 `*` がそのまま表示されます",
            "this emphasis does not render: its asterisks are printed",
        ),
        "misread": (
            "この強調は効かず、記号 `*` が別の記号と組になって違う箇所が強調されます",
            "this emphasis does not render: its asterisks pair with others around other text",
        ),
        "alone": (
            "対にならない `**` がそのまま表示されます",
            "these asterisks have no partner and are printed as they are",
        ),
        "escaped": (
            "外側の `**` だけがエスケープされ、記号がそのまま表示されます",
            "the outer asterisks alone are escaped, and are printed as they are",
        ),
        "newer": (
            "この強調は CommonMark 0.31 以降では効かず、記号 `*` がそのまま表示されます",
            "renderers of CommonMark 0.31 and later print the asterisks of this emphasis",
        ),
        "move": ("`**` をかっこや句読点の内側へ移す", "move the asterisks past the punctuation"),
    },
    doc=__doc__,
    check=check,
    yields_to=("truncated-text",),
)
