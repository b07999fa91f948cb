"""画像がないのに、その説明や撮影者の名だけが残っている。

## 何を見るか
- `Photo by … on Pexels` のような撮影者の名。すぐ近くに画像があるものと、先頭画像のある記事のものは
  見ません
- `（アイキャッチ画像：…）`、`[画像：…]`、`【写真：…】` のように、入れるはずの画像を言葉で書いた行。
  撮った人の名だけのもの（`（写真：友人の…さん）`）は見ません
- 画像の下に欄の名ごと残った `（画像説明：…）`
- 画像の代わりに残ったファイル名（`[画像: kama.png]`）。エラーです。`[配置図]` のような図の名だ
  けの行は、近くに画像のないときの警告です

断り書きの `※画像はイメージです` は見ません。

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
Reports what is left of a picture that is not there. It is a photographer's credit with no picture
near it (`Photo by … on Pexels`), a line that says in words which picture belongs there
(`[画像：…]`), a caption that kept the name of its field (`（画像説明：…）`), or the mere name of a
drawing (`[配置図]`) with no picture near it. The name of a file where the picture belongs
(`[画像: kama.png]`) is an error. Disclaimers (`※画像はイメージです`), the mere name of who took the
picture, and credits in a post with a picture at its head are left alone.

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

from kouetsu.api import Block, Finding, Pattern, Post, Rule, RuleOptions, Severity

OPEN, CLOSE = r"[（(\[【［〔]{1,2}", r"[）)\]】］〕]{1,2}"
THING = (
    r"(?:画像|写真|図解|図版|イラスト|挿絵|挿し絵|アイキャッチ(?:画像)?|サムネイル(?:画像)?|動画|地図"
    r"|グラフ|スクリーンショット|図表|図)"
)
KIND = r"(?:ここに|アイキャッチ|サムネイル|ヘッダー|挿入|イメージ|参考)?"
OF_IT = r"(?:案|挿入|の?説明文?|イメージ|(?:生成)?指示)?"
THING_EN = r"(?:image|photo(?:graph)?|picture|illustration|screenshot|figure|diagram|infographic)"
# Who took it, and no word of what he does in it.
CREDITED = r"より|提供|引用|出典|公式|©|撮影(?!イメージ)|許可|著者|筆者|photo by|courtesy"
PERSON = (
    r"[^、。\n顔姿]{0,10}(?<![たるいな])[^\W\dぁ-ん]{2,6}(?<![屋人者員師家])(?:さん|氏|様)"
    r"[）)\]】］〕]"
)
CAPTION = Pattern(
    rf"{OPEN}{KIND}{THING}{OF_IT}[ ]?[:：](?!.*(?:{CREDITED})|{PERSON}).{{2,120}}{CLOSE}$"
    rf"|{OPEN}(?:{THING_EN}|caption|alt(?: text)?)[ ]?[:：–-].{{2,160}}{CLOSE}$"
    # a lone bracket with a kind of drawing for its last word
    r"|[\[［][^\[\]［］\n]{0,12}(?:図|図解|図表|チャート|グラフ|写真|イラスト|スクショ)[\]］]$",
    re.IGNORECASE,
)
# The name of a field in the answer, which the caption kept.
NAMED = Pattern(
    rf"{OPEN}{THING}(?:の?(?:説明文?|案|イメージ案?|キャプション)|(?:生成)?指示)[ ]?[:：]"
)
# The name of a picture's file, where the picture belongs.
FILE = r"\.(?:png|jpe?g|gif|webp|svg|avif|mp4)[\"']?"
FILED = Pattern(
    rf"{OPEN}(?:{THING}|image|img|photo|figure|picture|screenshot|video|alt)[ ]?[:：=]"
    rf".{{1,200}}{FILE}[ ]?{CLOSE}$|\[[\w ./-]{{1,120}}{FILE}\]$",
    re.IGNORECASE,
)
# The same as the text of a link, which the picture was.
LINKED = Pattern(
    rf"(?:{THING}|image|img|figure|picture|screenshot)[ ]?[:：][ ]?[^ 　\n]{{1,120}}{FILE}$",
    re.IGNORECASE,
)
CREDIT = Pattern(
    r"[（(\[]?(?:Photo|Image|Picture) by .{1,80} on (?:Pexels|Unsplash|Pixabay|Flickr)"
    r"[）)\]]?[.。]?$",
    re.IGNORECASE,
)
KINDS = (
    (FILED, "filed"),
    (LINKED, "linked"),
    (NAMED, "named"),
    (CAPTION, "caption"),
    (CREDIT, "credit"),
)
# perf: most prose has no line that begins so
BEGINS = Pattern(
    r"^[ \t]*(?P<line>(?:[（(\[【［〔]|画像|写真|図|[Ii]m(?:g|age)|[Pp]hoto|[Pp]icture).*)$",
    re.MULTILINE,
)
LONGEST = 250

PICTURE = Pattern(
    r"<(?:img|image|picture|figure|svg|video|iframe|canvas|map|photo|gallery)|!\[\[?"
    r"|\{\{[<%]\s*\w|\{%\s*(?:picture|image|img|include|figure|gallery)"
    r"|^https?://\S+$|^@\[",
    re.IGNORECASE | re.MULTILINE,
)
HERO = (
    *("image", "cover", "thumbnail", "heroImage", "eyecatch", "featured_image", "header", "hero"),
    *("ogImage", "featuredImage"),
)
NEAR = 2
"""A picture so many blocks away belongs to the credit."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = [
        (block, *line)
        for block in post.blocks
        if block.prose is not None and not block.in_quote and block.kind != "heading"
        for line in _lines(block.prose.text)
    ]
    if not found:
        return
    blocks = [block for block in post.blocks if block.prose is not None or block.kind == "html"]
    places = {block: number for number, block in enumerate(blocks)}
    pictured = [_has_picture(post, block) for block in blocks]
    hero = any(post.front_matter.entry(name) is not None for name in HERO)
    # the credit at the end is that of the hero image where the text has no picture
    last = len(blocks) - 1 if not any(pictured) else -1
    for block, start, end, key in found:
        prose, at = block.prose, places[block]
        if prose is None or (key != "named" and prose.marked("image")):
            continue
        message = _message(
            key,
            near=any(pictured[max(0, at - NEAR) : at + NEAR]),
            linked=any(mark.start <= start < mark.end for mark in prose.marked("link")),
            of_hero=hero and (at < NEAR or at == last),
        )
        if message:
            whole = end - start == len(prose.text.strip()) and message != "named"
            span = block.span if whole else prose.span(start, end)
            yield Finding(span, message, severity=Severity.ERROR if message == "filed" else None)


def _message(key: str, *, near: bool, linked: bool, of_hero: bool) -> str | None:
    """What is to be said of such a line, by whether a picture is near."""
    if key == "filed" or (key == "linked" and linked):
        return "filed"
    if key == "named":
        return "named" if near else "caption"
    told = (key == "caption" or (key == "credit" and not of_hero)) and not near
    return key if told else None


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The lines that speak of a picture, and how."""
    for place in BEGINS.finditer(text):
        words = place["line"].rstrip()
        if len(words) <= LONGEST:
            for pattern, key in KINDS:
                if pattern.match(words):
                    yield place.start("line"), place.start("line") + len(words), key
                    break


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
        "filed": (
            "画像があるはずの箇所に、ファイル名だけが残っています",
            "a picture belongs here, but only the name of its file was left",
        ),
        "named": (
            "画像の説明に、回答の欄の名が付いたままです",
            "this caption still has the name of its field in the answer",
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
