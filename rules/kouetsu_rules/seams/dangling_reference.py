"""参照の先がない。

## 何を見るか
- 定義のない脚注 `[^1]`
- 図も表もない記事で図表の番号を指す文（`図1に示すように`、`Table 2 compares …`）
- 記事にないものを指す文（`文末の一覧表のとおり`、`上の音源を聴いてみましょう`、`下の地図で確認`、
  `次のコマンドを実行`、`この記事の最後からダウンロード`）
- 箇条書きを予告する文（`以下の三つの点が役立ちます。`）で終わる節
- すぐ後に何かを示すはずの文（`棚を以下のように分けます:`、`方法は以下の通り。`、文に続く `例:`）
  の次が、番号の続く項目、次の節、記事の終わりであるところ。埋め込みもコメントもないときに限ります。
  記事に二つ以上あれば、`…の手順:` のような名詞だけの予告も見ます。書き込む欄、次の見出しが予告の
  項目や「記」であるもの、箇条書きの下の表を指すものは見ません。続く二つ以上の節、罫線の向こうの節、
  番号の続く項目、前書きの独自の項目（`cast:` など）が予告したものかもしれないときは、ほかに確かな
  ものがある記事でだけ指摘します
- 説明の欄が約束し、記事にないもの（`図解で解説します`、`with screenshots`）

ほかの本や論文の図表を指す文は見ません。

## なぜか
ほかの文書から写した文や、途中で切れた生成文では、参照の先だけが欠けます。脚注は記号のまま表示されま
す。

## 例
```md bad
この品種は寒さに強いとされます[^3]。
```
```md good
この品種は寒さに強いとされます[^3]。

[^3]: 農業試験場の報告による。
```

## 限界
人が書いた記事 375 本では指摘がありません。URL の先があるかどうかは調べません。

## English
### What it does
Reports what points at something that the post does not hold. It is a footnote mark without its
definition, a sentence that points at a numbered figure or table in a post that has none, or one
that points at a table, picture, recording, download, command or section. So is a section that ends
with the announcement of a list (`以下の三つの点が役立ちます。`), and so is a lead-in to what should
stand right behind it (`棚を以下のように分けます:`, `方法は以下の通り。`, or `例:` after a sentence)
where the next numbered item or section, or the end of the post, comes with nothing between, not
even a comment. Where a post has two of these, bare labels (`…の手順:`) count as lead-ins, too.
Blanks to write in, headings that may be what is led in (記), and items that point at a table below
their list are left alone. What may lead to two or more sections behind it, to one beyond a rule, to
the items behind the first, or to what a layout shows of the front matter (`cast:`) is reported only
where another lead-in of the post surely leads nowhere. Reported, too, is a drawing or table that
the summary promises (`図解で解説`, `with screenshots`). Figures of other books and papers are left
alone, and so are chapters where the post speaks of a book.

### Why
In text copied from elsewhere, or cut, what is pointed at is missing; a footnote mark is shown as it
is.

### Limits
No finding on 375 posts by people. Whether an address answers is not looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.missing.announced import announced
from kouetsu_rules.seams.missing.heroes import has_hero
from kouetsu_rules.seams.missing.lead_ins import lead_ins
from kouetsu_rules.seams.missing.pointers import listings, pointers, pointing
from kouetsu_rules.subject import SUMMARIES

# A range of letters is a class of a regular expression's.
FOOTNOTE = Pattern(r"\[\^(?!\w*(?:0-9|a-z|A-Z))[A-Za-z0-9_-]{1,20}\](?!\()")
COMMENTED = Pattern(r"<!--.*?-->|\{/\*.*?\*/\}|:::[A-Z_]+[^\n]*", re.DOTALL)
SHOWN = Pattern(
    r"<(?:img|image|figure|table|svg|iframe|canvas|picture|video|audio|object|embed|[A-Z])"
    r"|\{\{[<%]|\{%|!\[|^[ \t]*:{2,}|^@\[",
    re.MULTILINE,
)
IMAGE = Pattern(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])|!\[\[[^\]\n]*\]\]|<img\b[^>]*>")
NUMBERED = Pattern(r"Listing (\d{1,2})(?!\d)")
TABLES = Pattern(r"(?:表|\bTable)[ ]?[0-9０-９]")
SECTIONED = Pattern(
    r"^#{1,6}[ ][^\n]*(?:\d|[章節]|Section|Chapter|Part|Appendix)|連載|シリーズ|全\d+回"
    r"|(?a:\bseries\b)",
    re.MULTILINE,
)
# Whoever speaks of a book means its chapters.
BOOK = Pattern(r"『|著者|作者|筆者の本|本書|読了|読書|あとがき|\b(?:author|novel|book)\b")
LINKED = Pattern(r"\]\(|https?://|<a\b|\[\[", re.IGNORECASE)
# What a summary says that the text comes with.
PROMISED = Pattern(
    r"(?:(?P<picture>図解|イラスト|スクリーンショット|スクショ|画像|写真|グラフ)|(?P<table>比較表|一覧表|早見表|表)|(?P<media>動画|音声))"
    r"(?:(?:付き|つき|入り)(?:で|の)|を(?:交え|使っ|用い)て|とともに|で)[、]?[^。、\n]{0,14}"
    r"(?:解説|説明|紹介|まとめ|比較し|お(?:届け|伝え|見せ))"
    r"|\b(?:with|in) (?:\w+ ){0,2}(?:(?P<pictures>screenshots|diagrams|illustrations|charts)"
    r"|(?P<tables>comparison tables?))\b"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    text = post.text
    if "[^" in text:
        for prose in post.prose:
            for place in FOOTNOTE.finditer(prose.text):
                if not prose.opaque(*place.span()):
                    yield Finding(prose.span(*place.span()), "footnote", {"mark": place.group()})
    if "Listing " in text:
        yield from _listings(post)
    yield from _promised(post)
    lists = frozenset(announced(post))
    yield from (Finding(span, "list") for span in sorted(lists))
    yield from (Finding(span, "lead-in") for span in lead_ins(post) if span not in lists)
    possible = pointing(post)
    for prose in post.prose if possible else ():
        for pointer in pointers(prose.text, possible):
            if pointer.kind not in post.derived(_held) and not spoken(prose.text, pointer.start):
                key = "figure" if pointer.kind in ("figure", "numbered-table") else "thing"
                yield Finding(prose.span(pointer.start, pointer.end), key)


def _promised(post: Post) -> Iterator[Finding]:
    """Drawings, tables and films that the summary promises."""
    for name in SUMMARIES:
        field = post.field(name)
        if field is None:
            continue
        for place in PROMISED.finditer(field.text):
            if not spoken(field.text, place.start()):
                kind = next(kind for kind, words in place.groupdict().items() if words).rstrip("s")
                if kind not in post.derived(_held):
                    yield Finding(field.span(*place.span()), "thing")


def _listings(post: Post) -> Iterator[Finding]:
    """Listings with a higher number than the post has blocks of code: another text's."""
    found = [(prose, *listing) for prose in post.prose for listing in listings(prose.text)]
    if not found or SHOWN.search(post.text, post.body.start):
        return
    blocks = sum(block.kind == "code" for block in post.blocks)
    named = Counter(map(int, NUMBERED.findall(post.text)))
    for prose, which, start, end in found:
        if which > blocks and named[which] <= 1:
            yield Finding(prose.span(start, end), "thing")


def _held(post: Post) -> frozenset[str]:
    """The kinds of things that the post holds, or may hold in markup that is not known."""
    kinds = {block.kind for block in post.blocks}
    body = COMMENTED.sub("", post.text[post.body.start :])
    held: set[str] = set()
    bare = IMAGE.sub("", body)
    if kinds & {"table", "code"} or SHOWN.search(bare):
        held |= {"table", "list", "picture", "media", "figure", "numbered-table", "file", "code"}
    elif bare != body:
        # A picture may be a table's; then its number stands with it, or its text says so.
        held |= {"table", "list", "picture", "media", "figure", "file"}
        if len(TABLES.findall(body)) > 1:
            held.add("numbered-table")
    if kinds & {"list", "item"}:
        # files and materials are named in lists, too
        held |= {"list", "table", "file"}
    if has_hero(post):
        held.add("picture")
    if kinds & {"code"} or any(prose.marked("code") for prose in post.prose) or bare != body:
        held.add("code")
    if SECTIONED.search(body) or SECTIONED.search(post.title_text) or post.contains(BOOK):
        held.add("section")
    if LINKED.search(body):
        held |= {"media", "file"}
    return frozenset(held)


RULE = Rule(
    name="dangling-reference",
    group="seams",
    severity=Severity.WARNING,
    yields_to=("assistant-chatter",),
    messages={
        "footnote": ("脚注 {mark} の定義がありません", "the footnote {mark} is not defined"),
        "figure": (
            "図や表を指していますが、記事に図も表もありません",
            "this points at a figure or table, but the post has none",
        ),
        "list": (
            "「以下の…」と予告した項目がないまま、節が終わっています",
            "the items that this sentence announces are missing: the section ends here",
        ),
        "lead-in": (
            "予告されたものがないまま、次の項目か節になっています",
            "what this leads in is missing: the next item or section comes at once",
        ),
        "thing": (
            "図や表、動画、配布物などを指していますが、記事にありません",
            "this points at something that the post does not hold",
        ),
    },
    doc=__doc__,
    check=check,
)
