"""画像がないのに、その説明や撮影者の名だけが残っている。

## 何を見るか
- `Photo by … on Pexels` のような撮影者の名。画像のすぐ近くや、記事の先頭画像があるものは見ません
- `（アイキャッチ画像：…）`、`[画像：…]` のように、入れるはずの画像を言葉で書いた行

## なぜか
画像の差し込みに失敗した記事に、説明だけが残ります。読者は何の説明か分かりません。

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
ほかの 4 サイトでは 3 か所を報告し、画像の下にある撮影者の名 30 か所余りは報告しません。人の書いた
375 記事では 0 件でした。

## English

### What it does
Reports what is left of a picture that is not there: a photographer's credit with no picture near
it, and a line that says in words which picture belongs there (`[画像：…]`).

### Why
Where the picture could not be inserted, its description stayed.

### Limits
Three places on four sites; more than thirty credits below their pictures are silent, and none is
reported on 375 files by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Finding, Pattern, Post, Rule, RuleOptions, Severity

CREDIT = Pattern(
    r"^[（(\[]?(?:Photo|Image|Picture) by .{1,80}"
    r" on (?:Pexels|Unsplash|Pixabay|Flickr)[）)\]]?[.。]?$",
    needs=(" by ",),
)
CAPTION = Pattern(
    r"^[（(\[【［](?:ここに)?(?:アイキャッチ|キャッチ|サムネイル|ヘッダー|挿入|イメージ|参考)?(?:画像|図解|イラスト|図版)(?:案|挿入)?"
    r"[ ]?[:：](?!.*(?:より|提供|撮影|引用|出典|公式|©)).{2,120}[）)\]】］]$",
    needs=("画像", "図解", "イラスト", "図版"),
)
PICTURE = Pattern(
    r"<img|<picture|<figure|<svg|<video|<iframe|\{\{[<%]\s*(?:figure|img|image)|\{%\s*(?:picture|image|img|include)"
)
HERO = (
    "image",
    "cover",
    "thumbnail",
    "heroImage",
    "eyecatch",
    "featured_image",
    "header",
    "hero",
    "ogImage",
    "featuredImage",
)
NEAR = 2
"""A picture so many blocks away belongs to the credit."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    candidates = [prose for prose in post.prose if len(prose.text) <= 160 and _key(prose.text)]
    if not candidates:
        return
    blocks = [block for block in post.blocks if block.prose is not None or block.kind == "html"]
    places = {block: number for number, block in enumerate(blocks)}
    pictured = [_has_picture(post, block) for block in blocks]
    hero = any(post.front_matter.entry(name) is not None for name in HERO)
    for prose in candidates:
        key = _key(prose.text)
        if (
            prose.block is None
            or prose.marked("image")
            or (key == "credit" and hero and _on_top(places[prose.block]))
        ):
            continue
        at = places[prose.block]
        if not any(pictured[max(0, at - NEAR) : at + NEAR]):
            yield Finding(prose.block.span, key)


def _key(text: str) -> str:
    line = text.strip()
    if CREDIT.match(line):
        return "credit"
    return "caption" if CAPTION.match(line) else ""


def _on_top(number: int) -> bool:
    return number < NEAR


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
        "caption": (
            "画像を入れるはずの箇所に、画像の説明だけが残っています",
            "a picture belongs here, but only its description was left",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("placeholder",),
)
