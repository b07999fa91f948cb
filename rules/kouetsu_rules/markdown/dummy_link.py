"""リンクや画像のリンク先が、仮のまま残っている。

## 何を見るか
`[…](リンク先)` と `![…](リンク先)` のリンク先が次のもの。

- 空、`#` だけ、`javascript:void(0)`
- `example.com` などの例示用のドメイン、`localhost`、`127.0.0.1`
- `your-domain`、`yoursite` など、自分で書き換えるはずだった名前
- `URL`、`リンク先` などの言葉や、`https://...` のような省略
- 画像では `via.placeholder.com` などの仮の画像

アドレスがそのまま見えているもの（`[http://localhost:3000](http://localhost:3000)`）は、
読者に見せるための例なので指摘しません。コードの中も見ません。

## なぜか
生成された記事には、リンク先を知らないまま作られたリンクが残ります。読者は押してから気づきます。

## 例
```md bad
詳しくは[こちらの案内](https://example.com/guide)をご覧ください。
```
```md good
詳しくは[案内](/guide/)をご覧ください。手元では <http://localhost:4000> を開きます。
```

## 限界
人が書いた記事375本では2本に2件で、どちらも仮のリンク先が残ったものでした。機械が書いた記事569本で
は1本に2件です。リンク先が実在するかどうかは調べません。

## English
### What it does
Reports links and images with an empty or dummy target: `#`, example.com, localhost, `your-…`,
`https://...`, placeholder images. Visible addresses and code are left alone.
### Why
Generators write links without knowing where they lead.
### Limits
2 of 375 posts by people are hit, both rightly. Whether a target exists is not looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Mark, Pattern, Post, Rule, RuleOptions, Severity

DUMMY = Pattern(
    r"""
    | \#+ | javascript:.{0,40}
    | (?:https?:)?//(?:[a-z0-9-]+\.)*(?:
        example\.(?:com|org|net|jp|co\.jp) | localhost | 127\.0\.0\.1 | 0\.0\.0\.0
        | your-?(?:domain|site|website|blog|company|app|server|url|name|username|shop|store)
          (?:\.[a-z.]+)?
        | your-[a-z-]+\.[a-z.]+
        | x{3,}(?:\.[a-z.]+)? | \.{2,} | …+
      )(?:[:/?\#].*)?
    | (?:your|insert)[-_ ][a-z_-]+
    | (?:ここに|こちらに)?(?:アフィリエイト|商品|公式(?:サイト)?|購入|予約|内部|関連記事|記事)
      (?:の)?(?:リンク|URL|アドレス)(?:を?(?:挿入|入力|貼る|入れる|記入))?
    | \[?(?:url|link|href|リンク|リンク先|リンクURL|記事URL)\]? | \.{3} | …+
    """,
    re.VERBOSE | re.IGNORECASE,
)
PLACEHOLDER_IMAGE = Pattern(
    r"(?:https?:)?//(?:via\.placeholder\.com|placehold\.(?:it|co|jp)|dummyimage\.com"
    r"|placekitten\.com|picsum\.photos)(?:/.*)?",
    re.IGNORECASE,
)
TOP = ("#", "#top")
# A link to the top of the page itself.
BACK = Pattern(
    r"戻る|もどる|(?:上|先頭|トップ|頭|ページトップ|目次)へ|ページ(?:の|先)?(?:上|先頭|トップ)|[▲△↑]"
    r"|\b(?:top|back)\b",
    re.IGNORECASE,
)
TEMPLATE = Pattern(r"\{\{|\{%")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for block in post.blocks:
        if block.prose is None:
            continue
        for mark in block.prose.marks:
            if mark.kind in ("link", "image") and _is_dummy(post.text, mark):
                yield Finding(mark.span, "dummy" if mark.target else "empty", _values(mark))


def _is_dummy(text: str, mark: Mark) -> bool:
    source, target = text[slice(*mark.span)], mark.target.strip()
    if source.startswith("<") or TEMPLATE.search(source):
        return False
    if target in TOP and BACK.search(source):
        return False
    is_image = mark.kind == "image" and PLACEHOLDER_IMAGE.fullmatch(target)
    if not is_image and not DUMMY.fullmatch(target):
        return False
    # An address that the reader sees is an example, not a way to go.
    address = re.sub(r"^(?:https?:)?//|/.*$", "", target)
    return "://" not in target or address not in source[: source.rfind("](")]


def _values(mark: Mark) -> dict[str, str]:
    return {"target": mark.target} if mark.target else {}


RULE = Rule(
    name="dummy-link",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "dummy": ("リンク先が仮のままです（{target}）", "this target is only a dummy ({target})"),
        "empty": ("リンク先がありません", "this has no target"),
    },
    doc=__doc__,
    check=check,
)
