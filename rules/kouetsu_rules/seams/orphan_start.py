"""段落が文の途中から始まっている。

## 何を見るか
- 前の段落の切れた末尾に続く、または言い直す書き出し
- 前の文で開いたかっこの途中から始まり、閉じかっこだけがある段落
- 切れた末尾が待つ述語や名詞から始まる段落（`…を` に続く `整えることが…`）。主題も主語もない文が続く
  だけのものと、`…といった` に続く `問いは…` は警告にとどめます
- 生成の印や切れた末尾のあとで、助詞・接尾辞・閉じかっこ・小さい仮名で始まる段落、`...` で始まる続き
- 印の残る記事や、同じ段落が重なる記事で、別の場所では文の途中に立っている書き出し、長い文の終わりだ
  けを繰り返す段落
- 途中から始まる段落の繰り返し
- リンクが消えて、`くわしくは、` などの次の行に残った `をご覧ください。`、`も参考にしてください。`
- リンクのあった穴（`こちらのも参考になります。`、`予約はからどうぞ。`、`記事「」も`、
  `available at , free`、行き先のない `申し込みはこちら`、空の `（）`）。警告です

## なぜか
長さの上限で止まった生成が、次の回で語の途中から続きを書くことがあります。後処理のスクリプトがリンク
や区切り記号だけを消すこともあります。どちらの場合も、主語や前半のない文が残ります。

## 例
```md bad
庭の手入れは続けることが大切です。春には土を入れ替え、夏には水

---END---

をたっぷりやります。
```
```md good
庭の手入れは続けることが大切です。春には土を入れ替え、夏には水をたっぷりやります。
```
```md bad
剪定の時期についてくわしくは、
をご覧ください。
```
```md bad
庭仕事の楽しみは、土に触れることです。冬の間も「育てる

---END---

喜び」を味わう工夫があります。
```

## 限界
手で印を付けた記事 12 本の書き出し 13 か所と、ほかのサイトでリンクの消えた 14 か所をすべて見つけ、誤
りはありません。生成の印が消えたあとも同じです。人が書いた記事 375 本では指摘がありません。

切れ目のあとで、それだけで整った文や見出しから書き直しているものは指摘しません。名詞と `が`・`は` で
始まる続き（`…企業の` / `持続的な成長が…`）は、つながった形が記事のどこにもなければ、新しい文と区別
できません。

## English
### What it does
Reports a block that begins in mid-sentence.

- it goes on with the cut end before it or says it again, or closes a bracket that the cut sentence
  opened
- it begins with the predicate or the noun that the cut end calls for; a sentence that merely lacks
  topic and subject after a cut end is a warning, and so is `問いは…` behind `…といった`
- behind a marker or a cut end, it begins with a particle, a suffix, a closing bracket, a small kana
  or with `...`
- in a post with markers or doubled paragraphs, its beginning stands within a sentence elsewhere, or
  it repeats only the end of a longer sentence
- it is a copy of such a block
- it is the rest of a sentence whose link was dropped (`をご覧ください。` at the start of a line)

The hole that a link left within a sentence (`こちらのも参考に`, `available at , free`) is a
warning.

### Why
Where generation was stopped, the next piece goes on in mid-word; cleaners drop links and markers
and leave half a sentence.

### Limits
All 13 such beginnings in 12 marked posts and all 14 dropped links of another site are found and
nothing else is, also with the markers taken away; none is reported on 375 posts by people. Where a
piece begins anew with a whole sentence or a heading nothing is said, and a continuation that begins
with a noun and `が` or `は` looks like a new sentence unless the joined words stand elsewhere in
the post.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Finding,
    Pattern,
    Post,
    Prose,
    Related,
    Rule,
    RuleOptions,
    Sentence,
    Severity,
)
from kouetsu_rules.apart import apart
from kouetsu_rules.quoting import head_of
from kouetsu_rules.seams.cuts.heads import Orphan, orphans
from kouetsu_rules.seams.cuts.tails import LINKED
from kouetsu_rules.seams.missing.dropped_links import LOOK, dropped_links, headless

DROPPED = Pattern(
    # 去年のも are the ones of last year; 以下の needs its noun
    r"(?:\n[ \t]*|(?<=[、はば])|(?<=(?:以下|下記|上記)の)|(?<=次の))"
    rf"(?P<rest>[をも](?:、)?(?:あわせて|併せて|ぜひ|一緒に)?{LOOK}[^。！？\n]{{0,30}})"
)
# Within a line readers of books and checkers of lists say the rest as well.
POLITE = Pattern("ご|参|お読み")
LEADS = Pattern(r"[は、]$")
MILD = frozenset(("follows", "object"))
OPEN_WORDS = frozenset(("助詞", "副詞", "連体詞", "接続詞", "接頭辞"))


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    yield from apart((*_orphans(post), *_links(post), *_holes(post)))


def _orphans(post: Post) -> Iterator[Finding]:
    for orphan in post.derived(orphans):
        segment = orphan.segment
        head = head_of(segment.prose.text, segment.start, orphan.end)
        yield Finding(
            segment.span(segment.start, orphan.end),
            orphan.evidence,
            {"head": head},
            related=_related(orphan),
            severity=Severity.WARNING if orphan.evidence in MILD else None,
        )


def _links(post: Post) -> Iterator[Finding]:
    """What is left of sentences whose link was dropped."""
    for prose in post.prose if post.may_hold(DROPPED) else ():
        ends = {mark.end for mark in prose.marks if mark.kind in LINKED}
        for place in DROPPED.finditer(prose.text):
            start, end = place.span("rest")
            begins = place.group().startswith("\n") and place["rest"].startswith("を")
            if (begins or POLITE.search(place["rest"])) and _is_dropped(
                prose, place.start(), start, ends
            ):
                yield Finding(prose.span(start, end), "link")
    for before, prose, place in headless(post):
        if LEADS.search(before.text.rstrip()):
            yield Finding(prose.span(*place.span()), "link")


def _holes(post: Post) -> Iterator[Finding]:
    for prose, start, end in dropped_links(post):
        yield Finding(prose.span(start, end), "hole", severity=Severity.WARNING)


def _related(orphan: Orphan) -> tuple[Related, ...]:
    if orphan.cut is None:
        return ()
    tail = orphan.cut.segment
    return (Related(tail.span(max(orphan.cut.start, tail.end - 20), tail.end), "tail"),)


def _is_dropped(prose: Prose, before: int, start: int, ends: set[int]) -> bool:
    """Whether the words before call for an object, and no link or code is it."""
    if any(end in ends for end in range(before - 1, min(start, before + 8) + 1)):
        return False
    left = prose.text[max(0, before - 40) : before].rstrip()
    if left.endswith("、"):
        return True
    if not left or left.endswith(("。", "！", "？", "」", "』", "）", ")")):
        return False
    tokens = Sentence(prose, max(0, before - 20), before).tokens
    return bool(tokens) and tokens[-1].feature.pos1 in OPEN_WORDS


RULE = Rule(
    name="orphan-start",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "dots": (
            "「{head}」から始まり、前の文の続きになっています",
            "the block begins with dots and continues an earlier sentence: “{head}”",
        ),
        "particle": (
            "段落が文の途中「{head}」から始まっています",
            "the block begins in mid-sentence: “{head}”",
        ),
        "object": (
            "段落が「{head}」から始まっていて、前の語が落ちています",
            "the block begins with “{head}”; the words before it are missing",
        ),
        "restart": (
            "「{head}」は、切れた前の文を途中から言い直したものです",
            "“{head}” begins the cut sentence again from its middle",
        ),
        "joined": (
            "「{head}」は、切れた前の文の続きです",
            "“{head}” continues the cut sentence before it",
        ),
        "follows": (
            "「{head}」は、切れた前の文に続くとみられます",
            "“{head}” seems to continue the cut sentence before it",
        ),
        "bracket": (
            "「{head}」は、前の文で開いたかっこの途中から始まっています",
            "“{head}” begins within a bracket that an earlier sentence opened",
        ),
        "copy": (
            "「{head}」は、文の途中から始まる別の段落の重複です",
            "“{head}” is a copy of a block that begins in mid-sentence",
        ),
        "elsewhere": (
            "「{head}」は、別の場所では文の途中にあります",
            "“{head}” stands within a sentence elsewhere in the post",
        ),
        "link": (
            "リンクが消えて、文の後半だけが残っています",
            "a link was dropped, and only the rest of its sentence is left",
        ),
        "hole": (
            "リンクが消えて、文に穴があいています",
            "a link was dropped, and its place in the sentence is empty",
        ),
        "tail": ("切れた前の文", "the cut sentence"),
    },
    doc=__doc__,
    check=check,
)
