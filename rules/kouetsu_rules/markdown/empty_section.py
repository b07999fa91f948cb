"""見出しの下に何もない、または記事に本文がない。

## 何を見るか
- 記事の最後にあり、下に何も書かれていない見出し。「おわり」「つづく」や掛け声のように結ぶだけのもの
  と、`3. 箱を閉じる` のように言い切る手順は除きます
- すぐ次に上のレベルの見出しが来て、中身のない見出し
- 最後の節が「まとめ」などの見出しだけで、すぐ下の区切り線から別のもの（更新日など）になる見出し。
  見出しのたびに線を引く記事では見ません
- `#` だけがあって文字のない見出し。線の代わりに幾つも置く人もいるので、二つ以上あれば情報
- front matter だけで本文のない記事。サイトの記事とされたファイル（`posts` かプリセット）で見ます。
  一覧のページ（`_index.md`）や、ほかへリンクするだけの記事は見ません
- 対話の話し手の名だけがあって、何も言っていない段落（エラー）。その名の段落が三つ以上、ほかの名の段
  落も二つ以上、文を話しているときに見ます
- すぐ次に同じレベルの見出しが来る見出し（情報）。日程や休憩、曲目を見出しだけで並べる人もいます。並
  びの終わりで上のレベルの見出しが来るときも同じです

`##` の次に `###` が来るのは、節を分けるときのふつうの書き方なので見ません。区切り線は中身に数えませ
ん。

## なぜか
生成が途中で止まったり、節の中身だけが消されたりすると、見出しが残ります。

## 例
```md bad
## まとめ

春の市場は朝が早い。

## 参考になる店
```
```md bad
## はじめての人の持ち物リスト

長靴と手袋、それに籠を一つ。

## 歩き方

魚から見て回ります。

## はじめての人の持ち物リスト
```
```md fixed
## はじめての人の持ち物リスト

長靴と手袋、それに籠を一つ。

## 歩き方

魚から見て回ります。
```
```md good
## 市場の歩き方

### 朝

魚から見て回ります。
```

## 修正
同じ見出し（10 字以上）がほかにあって中身を持つときだけ、空の見出しを削除する修正（要確認）を示しま
す。

## 限界
人が書いた記事 375 本では、警告は 0 件、情報は 8 本に 14 件です。機械が書いた記事 569 本では、警告が
2 件でした。

## English
### What it does
Reports a heading with nothing under it, and a post without a body. Such a heading stands at the end
of the post, unless it only closes it or says all that there is to say of the last step
(`3. 箱を閉じる`), above a line that parts what is no text of the last section
(a single `## まとめ` with `---` right below it), before a heading of a higher level, without any
text or, as an info, before a heading of its own level. A speaker's name with nothing said is an
error where three turns of that name, and two of another, say something. A post is reported where
the site claims it, unless it only lists (` _index.md`) or links elsewhere. The fix deletes the
heading and is offered, as one that needs a look, where the same heading, of 10 characters or more,
stands elsewhere with text.

### Why
Headings remain where a generator stopped or where the section's text was deleted.

### Limits
People write programmes as bare headings of one level, so that case, and the last of such headings
before a new part, is an info, and so are two headings or more without text, which some use for
lines. In 375 posts by people there are no warnings, and 14 infos in 8 posts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from msgspec.structs import replace

from kouetsu.api import (
    Block,
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
    normal_form,
)
from kouetsu_rules.repetition.copying.lines import Lines

CLOSING = Pattern(
    r"\W*(?:おしまい|(?:次回[にへ]?)?(?:つづく|続く)|to be continued"
    r"|おわり|終わり|終り|以上(?:です)?|完|了|終|the end|end|fin|eof)\W*",
    re.IGNORECASE,
)
"""With such a heading a post closes."""
# So does a cry (Enjoy!!), a wish (よい旅を), and the last step of a list whose words say all:
# 3. 箱を閉じる.
SAYS_ALL = Pattern(
    r"[!！]\W*$|を$|^\W*\d{1,2}[.．)）、][^。]*[うくぐすつぬぶむる](?:[(（][^()（）]*[)）])?$"
)
# How HackMD keeps the tags of a note.
TAGS = Pattern(r"tags?[ ]?[:：]", re.IGNORECASE)
# What ends a text; a line below it parts what comes after the text.
ENDING = Pattern(
    r"\W*(?:まとめ|おわりに|終わりに|最後に|さいごに|結論|結び|conclusion|summary)\W*",
    re.IGNORECASE,
)
RECORD = Pattern(
    r"\W*(?:生成|作成|更新|公開|投稿|執筆|最終更新)?(?:日時?|者)?[ ]?[:：]"
    r"|\W*(?:ステータス|タグ|カテゴリー?|[Ss]tatus|[Tt]ags?|[Dd]ate|[Uu]pdated)[ ]?[:：]"
)
# A name in bold, and what is said on its line.
TURN = Pattern(r"\*\*(?P<name>[^*\n:：]{1,20})(?:\*\*[ ]?[:：]|[:：]\*\*)(?P<said>[^\n]*)")
SENTENCE = Pattern(r"[。！？!?][」）)]?\s*$")
TURNS, TWO = 3, 2
"""So many turns of a name show that it is a speaker's, and no field of a form."""
TELLING = 10
"""Letters of a heading that nobody gives two sections of a programme."""
LISTS = ("_index", "index")
LEADS_ELSEWHERE = (
    "redirect_to",
    "redirect",
    "link",
    "external_url",
    "external",
    "url",
    "canonical",
)
"""Pages that list others and posts that lead elsewhere have no text of their own."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    if _is_bare(post):
        yield Finding(Span(0, post.source.line_span(1).end), "body")
    headings = [block for block in post.blocks if _is_written(post, block)]
    found = [*_empty(post), *_ruled_off(post)]
    empty = {finding.span for finding in found}
    told = {_key(block) for block in headings if block.span not in empty}
    again = {
        block.span: block
        for block in headings
        if block.span in empty and len(_key(block)) >= TELLING and _key(block) in told
    }
    for finding in found:
        block = again.get(finding.span)  # its text went to where the heading stands again
        edits = tuple(post.derived(Lines).without([block])) if block is not None else ()
        yield replace(finding, fix=Fix(edits, Safety.UNSAFE, "delete")) if edits else finding
    yield from _silent(post)


def _silent(post: Post) -> Iterator[Finding]:
    """Speakers who say nothing: the model gave an empty answer, which a script printed."""
    if not post.may_contain(TURN):
        return
    turns = [
        (block, TURN.fullmatch(post.text[slice(*block.span)].rstrip()))
        for block in post.blocks
        if block.kind != "paragraph" or not block.parents
    ]
    said = Counter(turn["name"] for _, turn in turns if turn and SENTENCE.search(turn["said"]))
    if sum(count >= TWO for count in said.values()) < TWO:
        return  # one name alone is a label, which may have nothing to say
    for number, (block, turn) in enumerate(turns):
        if turn is None or turn["said"].strip() or said[turn["name"]] < TURNS:
            continue
        following = turns[number + 1] if number + 1 < len(turns) else None
        if following is None or following[1] or following[0].kind in ("rule", "heading"):
            values = {"name": turn["name"]}
            yield Finding(block.span, "turn", values, severity=Severity.ERROR)


def _empty(post: Post) -> Iterator[Finding]:
    heading: Block | None = None
    names = False
    # who sets several without text uses them for lines
    habit = sum(_is_blank(post, block) for block in post.blocks) > 1
    for block in post.blocks:
        if block.kind == "rule":
            continue
        if not _is_written(post, block):
            heading, names = None, False
            continue
        if _is_blank(post, block):
            yield Finding(block.span, "blank", severity=Severity.INFO if habit else None)
            continue
        if heading is not None and block.level <= heading.level:
            # the pieces of a programme, one part of it after the other
            named = block.level == heading.level or names
            severity = Severity.INFO if named else None
            related = (Related(block.span, "next"),)
            yield Finding(heading.span, "empty", related=related, severity=severity)
        names = heading is not None and block.level == heading.level
        heading = block
    if heading is not None and (heading.prose is None or not _closes(heading.prose.text)):
        yield Finding(heading.span, "last")


def _closes(heading: str) -> bool:
    """Whether nothing has to stand under the last heading of a post."""
    return CLOSING.fullmatch(heading) is not None or SAYS_ALL.search(heading) is not None


def _ruled_off(post: Post) -> Iterator[Finding]:
    """The last section, where a line parts its heading from what is no text of it."""
    pairs = [
        (block, following)
        for block, following in pairwise(post.blocks)
        if _is_written(post, block) and following.kind == "rule"
    ]
    # who sets a line below his headings does it more than once
    for block, rule in pairs if len(pairs) == 1 else ():
        prose, after = block.prose, post.blocks[post.blocks.index(rule) + 1 :]
        ends = prose is not None and ENDING.fullmatch(prose.text) is not None
        if ends and after and all(_records(other) for other in after):
            yield Finding(block.span, "empty", related=(Related(rule.span, "rule"),))


def _records(block: Block) -> bool:
    """Whether a block tells when and how the post was made, in lines of names and values."""
    lines = block.prose.text.splitlines() if block.prose is not None else ()
    return bool(lines) and all(RECORD.match(line) for line in lines)


def _is_bare(post: Post) -> bool:
    """Whether a post of the site ends where its text should begin."""
    if not post.site.claimed or not post.body.start or post.text[post.body.start :].strip():
        return False
    if PurePosixPath(post.path).stem in LISTS:
        return False
    return not any(post.front_matter.entry(name) for name in LEADS_ELSEWHERE)


def _is_written(post: Post, block: Block) -> bool:
    if block.kind != "heading" or block.parents:
        return False
    if block.prose is not None and TAGS.match(block.prose.text):
        return False
    # Dashes below make a heading of a paragraph too: that is heading-spacing's business.
    return post.text[block.span.start] == "#"


def _is_blank(post: Post, block: Block) -> bool:
    prose = block.prose
    return (
        _is_written(post, block) and prose is not None and not (prose.text.strip() or prose.marks)
    )


def _key(block: Block) -> str:
    return normal_form(block.prose.text) if block.prose is not None else ""


RULE = Rule(
    name="empty-section",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "empty": ("この見出しの下に何もありません", "there is nothing under this heading"),
        "last": (
            "記事がこの見出しで終わっていて、下に何もありません",
            "the post ends with this heading, with nothing under it",
        ),
        "blank": ("文字のない見出しです", "this heading has no text"),
        "body": ("記事に本文がありません", "the post has no text"),
        "turn": ("{name}の発言が空です", "{name} says nothing"),
        "rule": ("見出しのすぐ下の区切り線", "the line right below it"),
        "next": ("次の見出し", "the next heading"),
        "delete": ("見出しを削除する", "delete the heading"),
    },
    doc=__doc__,
    check=check,
)
