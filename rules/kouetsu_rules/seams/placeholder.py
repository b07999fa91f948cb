"""埋めるはずの場所が空のまま残っている。

## 何を見るか
- 型の変数：`{{INTERNAL_LINK:…}}`、`{{会社名}}`、`[IMAGE_1]`。
  Liquid や短縮記法（`{{ site.baseurl }}`）は
  サイトが埋めるので見ません
- 指示のまま残った場所：`[ここに写真を挿入]`、`【要確認】`、`TODO: 図を足す`
- 数字のない実績：`売上は〇〇円でした`。言い方の見本（「〇〇さん」「例：〇〇%」）は見ません
- 仮の文と仮の画像：`Lorem ipsum`、`ダミーテキスト`、`/images/placeholder-1.jpg`

コード、引用、表の中は、読者が埋める見本があるので見ません。

## なぜか
読者は空欄を読まされ、実績は作り話に見えます。

## 例
```md bad
{{IMAGE:会場の写真}}

当日は多くの人が集まりました。
```
```md bad
導入から半年で、来店数は〇〇人に増えました。
```
```md good
「〇〇さん、こんにちは」のように名前で呼びかけます。画像は {{ site.baseurl }}/img にあります。
```

## 限界
ほかの 4 サイトの 10 か所をすべて見つけ、正しい 12 か所（Liquid など）は一つも報告しません。
人の書いた
375 記事では、書きかけの印として本当に残っていた TODO だけを警告します。

## English

### What it does
Reports what was to be filled in: template variables that no site generator fills, insertion
notes in brackets, notes to check (`【要確認】`, `TODO:` at the start of a line), results with
circles for figures (`〇〇円でした`), filler text, and placeholder pictures. Liquid, shortcodes,
code, quotations, tables and patterns of speech (「〇〇さん」, 例：〇〇%) are sound.

### Why
Readers get blanks, and results without figures look made up.

### Limits
All 10 places of four sites are found and none of the 12 sound look-alikes is reported. On 375
files by people only notes that were really left undone are warned of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity, Span
from kouetsu_rules.seams.marker_places import code_spans, within

VARIABLE = Pattern(
    r"\{\{[ ]?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*[ ]?(?:[:：|][^{}\n]{0,120})?\}\}"
    r"|\{\{[ ]?[^{}\n%<.|#/\"'=]{0,20}[぀-ヿ㐀-鿿][^{}\n%<|]{0,60}\}\}"
    r"|%%[A-Z][A-Z0-9_]{2,40}%%"
    r"|\[(?:[A-Z]{2,}_[A-Z0-9_]{1,40}"
    r"|(?:INSERT|PLACEHOLDER|YOUR|INTERNAL LINK|IMAGE)[ :：][^\]\n]{1,80})\](?![(\[:])"
)
MAY_VARY = Pattern(r"\{\{|%%[A-Z]|\[[A-Z]")
FILL = r"(?:挿入|記入|入力|追加|記載|追記|入れる|入れて|差し替え|貼り付け|貼る)"
INSERT = Pattern(
    rf"[\[［【]※?(?:ここに|こちらに)[^\]］】\n]{{1,60}}[\]］】](?![(])"
    rf"|[（(]※?(?:ここに|こちらに)[^）)\n]{{0,40}}(?:{FILL}|画像|写真|図|リンク|URL|動画|本文)"
    rf"(?:する|してください)?。?[）)]"
    rf"|[\[［【][^\]］】\n]{{1,30}}(?:を|に){FILL}[^\]］】\n]{{0,12}}[\]］】](?![(])",
    needs=(
        "ここに",
        "こちらに",
        "挿入",
        "記入",
        "入力",
        "追加",
        "記載",
        "追記",
        "入れる",
        "入れて",
        "差し替え",
        "貼り付け",
        "貼る",
    ),
)
REVIEW = Pattern(
    r"[【\[［]※?要(?:確認|修正|追記|検証|加筆|出典|調査|更新|差し替え|校正|推敲|ファクトチェック)"
    r"[^】\]］\n]{0,20}[】\]］](?![(\[:])",
    needs=(
        "要確認",
        "要修正",
        "要追記",
        "要検証",
        "要加筆",
        "要出典",
        "要調査",
        "要更新",
        "要差し替え",
        "要校正",
        "要推敲",
        "要ファクトチェック",
    ),
)
TODO = Pattern(r"^(?:TODO|FIXME|TBD|ＴＯＤＯ)(?:[:：（(].{0,60}|[ ]*$)", re.MULTILINE)
FILLER = Pattern(
    r"\blorem ipsum\b|(?:ダミー|サンプル)テキスト(?:です|が入ります)"
    r"|これはダミーの(?:文章|テキスト)です|(?:テキスト){4,}|この文章はダミーです",
    re.IGNORECASE,
)
BLANK = Pattern(
    r"(?:[〇○◯]{2,}|XX+|xx+|××+|[△▲]{2,})(?=[円%％人件倍社名万億点位年月日時分]|株式会社|ドル)"
)
STATED = Pattern(r"(?:ました|でした|だった|[たっ]た)(?:。|が、|$|ものの)")
EXAMPLE = Pattern(
    r"例えば|たとえば|例：|例）|（例|といった|のよう[なに]|など|とか|形式|テンプレ|フォーマット"
)
PICTURE = Pattern(
    r"(?:^|[\s\"'(/=])(?:[\w./-]*/)?placeholder[-_]?\w*\.(?:jpe?g|png|webp|svg|gif|avif)"
    r"|(?:via\.placeholder\.com|placehold\.(?:co|it|jp)|dummyimage\.com|placekitten\.com)/[^\s\"')]*",
    needs=("placeholder", "placehold.", "dummyimage.com", "placekitten.com"),
)


# 番号（ここに番号を入れる）を: it explains the word before it, in a sentence that goes on.
SYNTAX = Pattern(r"[㐀-鿿ァ-ヺー][（(][^（）()]*[）)](?=[をにはがでのと])")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from _variables(post)
    for prose in post.prose:
        yield from _in_prose(prose)
    yield from _pictures(post)


def _variables(post: Post) -> Iterator[Finding]:
    text = post.text
    if not MAY_VARY.search(text, post.body.start):
        return
    shown = post.derived(code_spans)
    tables = tuple(block.span for block in post.blocks if block.kind == "table")
    for place in VARIABLE.finditer(text, post.body.start):
        if not within(place.start(), shown) and not within(place.start(), tables):
            yield Finding(Span(*place.span()), "variable")


def _in_prose(prose: Prose) -> Iterator[Finding]:
    text = prose.text
    for pattern, key, severity, hints in (
        (INSERT, "insert", None, ("[", "［", "【", "（", "(")),
        (REVIEW, "review", Severity.WARNING, ("要",)),
        (TODO, "todo", Severity.WARNING, ("TODO", "FIXME", "TBD", "ＴＯＤＯ")),
        (FILLER, "filler", None, ("テキスト", "ダミー", "orem")),
    ):
        if not any(hint in text for hint in hints):
            continue
        if key == "todo" and prose.block is not None and prose.block.in_list:
            continue
        for place in pattern.finditer(text):
            if prose.opaque(*place.span()) or _spoken(text, place.start()):
                continue
            if not (key == "insert" and SYNTAX.search(text, *_around(place))):
                yield Finding(prose.span(*place.span()), key, severity=severity)
    if any(sign in text for sign in "〇○◯X×x△▲") and BLANK.search(text):
        yield from _blanks(prose)


def _around(place: re.Match[str]) -> tuple[int, int]:
    """From the character before a place to the one after it."""
    return max(0, place.start() - 1), place.end() + 1


def _spoken(text: str, at: int) -> bool:
    """Whether brackets of speech stand open before a place."""
    before = text[max(0, at - 400) : at]
    return any(before.count(a) > before.count(b) for a, b in ("「」", "『』", "“”"))


def _blanks(prose: Prose) -> Iterator[Finding]:
    """Circles for figures in a sentence that states what happened."""
    for sentence in prose.sentences:
        text = sentence.text
        if not STATED.search(text) or EXAMPLE.search(text):
            continue
        for place in BLANK.finditer(text):
            before = text[: place.start()]
            if not _spoken(text, place.start()) and before.count("（") == before.count("）"):
                span = sentence.span_of(place.start(), min(len(text), place.end() + 1))
                yield Finding(span, "blank", severity=Severity.WARNING)


def _pictures(post: Post) -> Iterator[Finding]:
    front = post.front_matter.span
    for place in PICTURE.finditer(post.text, front.start, front.end):
        yield Finding(_stripped(post, place), "picture")
    for prose in post.prose:
        for mark in prose.marked("image"):
            if PICTURE.search(" " + mark.target):
                yield Finding(mark.span, "picture")


def _stripped(post: Post, place: re.Match[str]) -> Span:
    start, end = place.span()
    while start < end and post.text[start] in " \t\r\n\"'(=":
        start += 1
    return Span(start, end)


RULE = Rule(
    name="placeholder",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "variable": (
            "雛形の変数が埋められずに残っています",
            "a template variable was not filled in",
        ),
        "insert": (
            "ここに何かを入れる指示が残っています",
            "a note to insert something was left in the text",
        ),
        "review": ("確認を求める印が残っています", "a note to check this was left in the text"),
        "todo": (
            "やり残しの覚え書きが残っています",
            "a note of what is still to be done was left in the text",
        ),
        "filler": ("仮の文が残っています", "filler text was left in the post"),
        "blank": (
            "数字のあるべき所が伏せ字です",
            "circles stand where a figure should be",
        ),
        "picture": ("画像が仮のままです", "this picture is only a placeholder"),
    },
    doc=__doc__,
    check=check,
)
