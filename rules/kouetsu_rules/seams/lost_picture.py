"""画像がないのに、その説明や撮影者の名だけが残っている。

## 何を見るか
- `Photo by … on Pexels` のような撮影者の名。すぐ近くに画像があるものと、先頭画像のある記事のものは
  見ません
- `（アイキャッチ画像：…）`、`[画像：…]`、`【写真説明】…` のように、入れるはずの画像を言葉で書い
  た行。撮った人の名だけのもの（`（写真：友人の…さん）`）は見ません
- 何が写っているかを述べる、斜体だけの段落（`*梅を並べている様子。*`）
- 画像の下に欄の名ごと残った `（画像説明：…）`
- 画像の代わりに残ったファイル名（`[画像: kama.png]`）。エラーです。`[配置図]` のような図の名だ
  けの行は、近くに画像のないときの警告です
- 近くに画像のない `▲ …（筆者撮影）`、画像も表もない記事の `図1：…`
- 画像を作らせる指示（`［画像生成プロンプト：…］`、`（写真：…。自然光、4:3）`）。エラーで
  す。画像のすぐ近くにあるものと、断り書きの `※画像はイメージです` は見ません

## なぜか
画像の差し込みに失敗した記事に、説明だけが残ります。読者には何の説明か分かりません。

## 例
```md bad
土鍋のご飯は、炊き上がりの香りが違います。

[画像：湯気の立つ土鍋]
```
```md good
土鍋のご飯は、炊き上がりの香りが違います。

![湯気の立つ土鍋](/img/donabe.jpg)

Photo by Hanako Yamada on Pexels
```

## 限界
ほかの 4 サイトでは 3 か所を、この規則を知らない人の作った 8 サイトでは 4 か所すべてを指摘し、画像の
下にある説明や撮影者の名 30 か所余りは指摘しません。人が書いた記事 375 本では指摘がありません。

## English
### What it does
Reports what is left of a picture that is not there. It is a photographer's credit or a caption with
no picture near it (`▲ …（筆者撮影）`), the title of a figure in a post without any, a line that
says in words which picture belongs there (`[画像：…]`), a paragraph in italics that tells what is
to be seen (`*…様子。*`), or a caption that kept the name of its
field (`（画像説明：…）`). The name of a file where the picture belongs (`[画像: kama.png]`) is an
error. A request to a generator of pictures is an error, but
not beside the picture that it tells of. Disclaimers (`※画像はイメージです`) and the mere name of
who took the pictures are left alone.

### Why
Where the picture could not be inserted, its description stayed, and readers can't tell what it
describes.

### Limits
Three places on four other sites are reported, and all four on eight sites by an author who did not
know the rule. More than thirty captions and credits below their pictures are left alone, and none
is reported on 375 posts by people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.seams.missing.caption_lines import Line, lines
from kouetsu_rules.seams.missing.heroes import has_hero

PICTURE = Pattern(
    r"<(?:img|image|picture|figure|svg|video|iframe|canvas|map|photo|gallery)|!\[\[?"
    r"|\{\{[<%]\s*\w|\{%\s*(?:picture|image|img|include|figure|gallery)"
    r"|^https?://\S+$|^@\[",
    re.IGNORECASE | re.MULTILINE,
)
# The name of a field in the answer, which the caption kept.
NAMED = Pattern(
    r"[（(\[【［〔](?:画像|写真|図解?|イラスト|動画|アイキャッチ(?:画像)?|サムネイル)"
    r"(?:の?(?:説明文?|案|イメージ案?|キャプション)|(?:生成)?指示)[ ]?[:：]"
)
NEAR = 2
"""A picture so many blocks away belongs to the credit."""
CERTAIN = ("request", "filed")
"""Messages of what no author writes."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = [
        (block, block.prose, line)
        for block in post.blocks
        if block.prose is not None and not block.in_quote
        for line in lines(block.prose)
    ]
    if not found:
        return
    pictures = _Pictures(post)
    for block, prose, line in found:
        key = _message(post, block, prose, line, pictures)
        if key is not None:
            # of a caption that has its picture only the name of the field is too much
            whole = key != "named" and line.end - line.start == len(prose.text.strip())
            span = block.span if whole else prose.span(line.start, line.end)
            yield Finding(span, key, severity=Severity.ERROR if key in CERTAIN else None)


class _Pictures:
    """Where a post shows pictures, by its blocks that are prose or HTML."""

    def __init__(self, post: Post) -> None:
        blocks = [block for block in post.blocks if block.prose is not None or block.kind == "html"]
        self._places = {block: number for number, block in enumerate(blocks)}
        self._pictured = [_has_picture(post, block) for block in blocks]
        self._hero = has_hero(post)
        figures = any(block.kind in ("table", "code") for block in post.blocks)
        self.any_figure = figures or any(self._pictured)

    def near(self, block: Block, before: int = NEAR) -> bool:
        """Whether a picture stands in the block or not far from it."""
        at = self._places[block]
        return any(self._pictured[max(0, at - before) : at + NEAR])

    def hero_at(self, block: Block) -> bool:
        """Whether a credit there is the hero image's: at the head, or as the post's last words."""
        at = self._places[block]
        ends = at == len(self._pictured) - 1 and not any(self._pictured)
        return self._hero and (at < NEAR or ends)


def _message(post: Post, block: Block, prose: Prose, line: Line, pictures: _Pictures) -> str | None:
    """The message for a line that speaks of a picture, where the picture is missing."""
    named = NAMED.match(prose.text, line.start) is not None
    if prose.marked("image") and not named:
        return None
    near = pictures.near(block)
    if line.key == "caption":
        return "named" if named and near else None if near else "caption"
    if line.key == "glued":
        beside = pictures.near(block, before=1) or _beside_figure(post, block)
        return None if beside else "described"
    if line.key == "request":
        # below its picture the prompt tells how it was made
        lost = not near
    elif line.key == "filed":
        # without brackets it may be a caption; a link was the picture
        bracketed = prose.text[line.start] in "[［【（(〔"
        lost = bracketed or any(mark.start <= line.start for mark in prose.marked("link"))
    elif line.key == "numbered":
        lost = not (pictures.any_figure or block.in_list or _heads_links(post, block))
    else:
        lost = not near and not pictures.hero_at(block)
    return line.key if lost else None


def _heads_links(post: Post, block: Block) -> bool:
    """Whether links follow, in the block itself or in the next ones: the line is their heading."""
    own = post.blocks.index(block)
    following = (each.prose for each in post.blocks[own : own + 1 + NEAR])
    return any(prose is not None and prose.marked("link") for prose in following)


def _beside_figure(post: Post, block: Block) -> bool:
    """Whether a table, or a diagram in code, stands right before or after."""
    own = post.blocks.index(block)
    return any(each.kind in ("code", "table") for each in post.blocks[max(0, own - 1) : own + 2])


def _has_picture(post: Post, block: Block) -> bool:
    if block.prose is not None and block.prose.marked("image"):
        return True
    return PICTURE.search(post.text, block.span.start, block.span.end) is not None


RULE = Rule(
    name="lost-picture",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "credit": (
            "撮影者名がありますが、近くに画像がありません",
            "a photographer is credited, but there is no picture nearby",
        ),
        "request": (
            "画像を作らせる指示が残っています",
            "a request for a picture was left in the text",
        ),
        "filed": (
            "画像があるはずの箇所に、ファイル名だけが残っています",
            "a picture belongs here, but only the name of its file was left",
        ),
        "described": (
            "画像の説明がありますが、近くに画像がありません",
            "this describes a picture, but there is none nearby",
        ),
        "named": (
            "画像の説明に、生成した回答の項目名が付いたままです",
            "this caption still has the name of its field in the answer",
        ),
        "numbered": (
            "図や表の題がありますが、記事に図も表もありません",
            "this is the title of a figure or table, but the post has none",
        ),
        "caption": (
            "画像を入れるはずの箇所に、画像の説明だけが残っています",
            "a picture belongs here, but only its description was left",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("placeholder",),
)
