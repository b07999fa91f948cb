"""リンクや画像のリンク先が、仮のままか壊れている。

## 何を見るか
仮のリンク先（警告）。

- 空、`#` だけ、`javascript:void(0)`
- `example.com` などの例示用のドメイン、`localhost`、`127.0.0.1`
- `your-domain`、`yoursite` など、自分で書き換えるはずだった名前
- `URL`、`リンク先`、`リンクを挿入`、`ここに前回の記事`、`画像URL`、`準備中`、`插入链接` などの言
  葉、`path/to/…`、`https://...`、`https://af.port.test/...`、`https://port.test/XXXXX` のような省
  略、広告主の番号のない提携リンク（`https://px.a8.net/shop`）、載せるはずの画像の説明
  （`![網](ここに動画：…)`）。表のリンクと HTML の属性も見ます
- 押しても何も開かないボタン（`<a href="#" class="btn">`）。動きの付いたものは見ません
- 画像では `via.placeholder.com` などの仮の画像（placeholder が有効なら、そちらがエラーにします）

壊れたリンク（エラー）。

- 引用符に入ったもの
- つづりの壊れたもの（`hhttps://`、`https//`）
- 値のない変数（`undefined`、`href="null"`）
- ほかのサイトの中でだけ通じるパス（`/作者/名前/graphs/contributors`、`/watch?v=…`）
- 画像のファイル名に空白があるもの（`![瓶](img/ume bin.jpg)`。`flavor` が `gfm` のとき）

リンクにならないもの、役に立たないもの（警告）。

- かっこが全角か離れているもの（`[店]（https://…）`）。種類の札（`[資料] (https://…)`）は見ません
- リンクの並ぶ一覧で、一つだけ `[題名]` のままの項目
- 関連記事の一覧にある、この記事自身へのリンク
- `（準備中）` で終わる題名の、このサイトの中へのリンク、題名の代わりにパスが出ているもの
  （`[/posts/ume-no-hanashi/](/posts/ume-no-hanashi/)`）

アドレスがそのまま見えているもの（`[http://localhost:3000](http://localhost:3000)`）は、読者に見せる
ための例なので指摘しません。記法を説明する文の `![alt](url)` と、記事の中で立てたサーバーへのリ
ンクも指摘しません。コードの中も見ません。

## なぜか
生成された記事には、リンク先を知らないまま作られたリンクが残ります。読者は押してから気づきます。

## 例
```md bad
詳しくは[こちらの案内](https://example.com/guide)をご覧ください。
```
```md bad
地図は[市場の案内]("https://ichiba.jp/map")にあります。
```
```md fixed
地図は[市場の案内](https://ichiba.jp/map)にあります。
```
```md good
詳しくは[案内](/guide/)をご覧ください。手元では <http://localhost:4000> を開きます。
```

## 限界
人が書いた記事 375 本では 3 本に 3 件で、どれも仮のリンク先が残ったものでした。機械が書いた記事 569
本では 3 本に 4 件です。リンク先が実在するかどうかは調べません。

## English
### What it does
Reports links and images with a dummy or broken target. Dummies are warnings: an empty target, `#`,
`javascript:void(0)`, example.com, localhost, `your-…`, `https://...`, `https://af.port.test/...`,
`https://port.test/XXXXX`, words for the link to come (`affiliate-link`, `insert link here`,
`リンク先`, `リンクを挿入`, `插入链接`, `path/to/…`), affiliate links without the number of an
advertiser (`https://px.a8.net/shop`), notes on the picture to come, placeholder
images (errors of placeholder, where that is on) and buttons that open nothing
(`<a href="#" class="btn">`). Errors are targets in quotation marks, broken addresses (`hhttps://`),
variables without a value (`undefined`, `href="null"`), paths of another site
(`/owner/name/graphs/contributors`) and a picture whose file name holds a blank (as `gfm`).
Warnings, too, are the one item in bare brackets among links, square brackets whose address stands
in full-width brackets or after a space, and so makes no link (`[資料] (https://…)` labels an
address by its kind), a list of related posts that names
its own post, a link within the site whose text says that its page is not there yet, and a path in
place of a name.
Addresses that readers see, links shown in a sentence on notation, a server that the post starts,
and code are left alone.

### Why
Generators write links without knowing where they lead, and readers find out when they follow them.

### Limits
3 of 375 posts by people are hit, all rightly, and 3 of 569 machine-written ones. Whether a target
exists is not looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Mark,
    Pattern,
    Post,
    Prose,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.markdown.links.targets import (
    ATTRIBUTE,
    QUOTES,
    attribute_faults,
    bare_sources,
    idle_buttons,
    own_links,
    parted_links,
    spaced_pictures,
    target_fault,
)
from kouetsu_rules.markdown.links.wording import WORDED, blanked_targets, mark_faults
from kouetsu_rules.shown import code_spans, coded, said
from kouetsu_rules.stand_ins import NO_ADVERTISER, STAND_IN_HOSTS

DUMMY = Pattern(
    r"""
    | \#+ | javascript:.{0,40}
    | (?:https?:)?//(?:[a-z0-9-]+\.)*(?:
        example(?:-[a-z0-9]+)*\.(?:com|org|net|jp|co\.jp)
        | (?:sample|dummy|test)-?(?:site|blog|domain|url|link)\.[a-z]+ | localhost
        | 127\.0\.0\.1 | 0\.0\.0\.0
        | your-?(?:domain|site|website|blog|company|app|server|url|name|username|shop|store)
          (?:\.[a-z.]+)?
        | your-[a-z-]+\.[a-z.]+
        | x{3,}(?:\.[a-z.]+)? | \.{2,} | …+
      )(?:[:/?\#].*)?
    | https?://\S*(?:/\.{3}|…|%E2%80%A6)/? | https?://\S*/x{3,6}(?:[/?\#]\S*)?
    | (?:your|insert)[-_ ][a-z_-]+
    | https?://\S*[/=](?-i:X{5,})(?:[/?&\#]\S*)?
    | \#?(?:affiliate|insert|product)[-_ ]?(?:link|url)s?(?:[-_ ]here)?
    | (?:画像|写真|動画|サムネイル|アイキャッチ)(?:の)?(?:URL|パス|リンク|ファイル名?|アドレス)
    | (?:\.{0,2}/)?path/to/.*
    | アクセス不可|不明|なし|未定|該当なし|準備中|近日公開|n/a|tbd|todo
    | (?:pk|sk|rk)_(?:live|test)_\w+
    # not the page on the attribute of that name, deep within a manual
    | https?://[^/\s]+/(?:dp/)?(?:[^/\s]*[_-])?placeholder
    | \[?(?:url|link|href|リンク|リンク先|リンクURL|記事URL|(?:image|画像)[-_ ]?(?:url|path))\]?
    | \.{3} | …+
    """
    f"| {NO_ADVERTISER}",
    re.VERBOSE | re.IGNORECASE,
)
PLACEHOLDER_IMAGE = Pattern(
    rf"(?:https?:)?//{STAND_IN_HOSTS}(?:/.*)?|https?://\S*[/_-]placeholder",
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
# A link that is shown, not meant: 画像は ![alt](url) と書きます.
SHOWN = Pattern(
    r"!?\[(?:alt|text|title|label|url|link|image|img|name"
    r"|(?:リンク|表示|代替|画像|ページ)?の?(?:文字列?|テキスト|タイトル|説明|名前?)|リンク|画像)\]\(",
    re.IGNORECASE,
)
NOTATION = Pattern(
    r"記法|構文|書式|書き方|Markdown|マークダウン|(?:と|ように)(?:書|記述)", re.IGNORECASE
)
LOCAL = Pattern(r"//(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(?P<port>\d+)")
# What starts a server, at a port that may go without saying.
SERVES = Pattern(
    r"\b(?:serve|server|runserver|start|dev|preview|up|run|http\.server|live-?reload|watch)\b"
    r"|\b(?:python3?|node|bun|deno|ruby|php) [\w./-]+\.(?:py|js|mjs|ts|rb|php)\b"
)
NUMBER = Pattern(r"\d+")
TARGETS = Pattern(r"\]\([^()\n]*\)")

CELL = Pattern(r"(?P<image>!?)\[(?P<text>[^\[\]\n]{0,200})\]\((?P<target>[^()\s]{0,300})\)")

NEAR = 200
"""So far back a shortcode is opened."""
MILD = ("self", "parted", "bare", "dummy", "idle")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for block in post.blocks:
        if block.prose is not None:
            yield from _in_prose(post, block.prose)
    yield from _in_tables(post)
    yield from _in_tags(post)
    for fault in (
        *attribute_faults(post),
        *bare_sources(post),
        *blanked_targets(post),
        *idle_buttons(post),
        *own_links(post),
        *parted_links(post),
        *spaced_pictures(post),
    ):
        severity = Severity.WARNING if fault.key in MILD else Severity.ERROR
        yield Finding(fault.span, fault.key, {"target": fault.target}, severity=severity)


def _in_prose(post: Post, prose: Prose) -> Iterator[Finding]:
    for mark in prose.marks:
        if mark.kind not in ("link", "image"):
            continue
        start, end = _written(post.text, mark)
        target = post.text[start:end].strip() or mark.target
        if key := target_fault(target):
            fix = _unquoted(post.text, Span(start, end)) if key == "quoted" else None
            yield Finding(mark.span, key, {"target": target}, fix=fix, severity=Severity.ERROR)
        elif _is_dummy(post.text, mark) and not _is_meant(post, prose, mark):
            yield Finding(mark.span, "dummy" if mark.target else "empty", _values(mark))
    for fault in mark_faults(post, prose):
        severity = Severity.ERROR if fault.key == "foreign" else None
        yield Finding(fault.span, fault.key, {"target": fault.target}, severity=severity)


def _in_tables(post: Post) -> Iterator[Finding]:
    """The links of tables, whose cells are no prose."""
    for block in post.blocks:
        for place in CELL.finditer(post.text, *block.span) if block.kind == "table" else ():
            target = place["target"].strip()
            line = post.text[post.text.rfind("\n", 0, place.start()) + 1 : place.start()]
            if line.count("`") % 2 or (target in TOP and BACK.search(place.group())):
                continue
            key = target_fault(target)
            if key:
                values = {"target": target}
                yield Finding(Span(*place.span()), key, values, severity=Severity.ERROR)
            elif _names_nothing(target, place["image"] == "!") and target not in place["text"]:
                key = "dummy" if target else "empty"
                yield Finding(Span(*place.span()), key, {"target": target} if target else {})


def _in_tags(post: Post) -> Iterator[Finding]:
    """Words and places of examples in the attributes of HTML and of components."""
    if post.derived(coded) or not post.may_contain(ATTRIBUTE):
        return
    for place in said(post, ATTRIBUTE):
        target = place["target"].strip()
        before = post.text[max(0, place.start() - NEAR) : place.start()]
        shortcode = before.rfind("{") > before.rfind("}")
        idle = target == "#" and (shortcode or place["name"] != "href")
        named = target.strip("#!") and _names_nothing(target, place["name"] == "src")
        # a link to one's own computer is a demonstration
        shown = LOCAL.search(target) or target.startswith("javascript:")
        if idle or (named and not shown):
            yield Finding(Span(*place.span()), "dummy", {"target": target})


def _names_nothing(target: str, image: bool) -> bool:
    if image and PLACEHOLDER_IMAGE.fullmatch(target):
        return True
    return bool(DUMMY.fullmatch(target) or WORDED.fullmatch(target))


def _written(text: str, mark: Mark) -> Span:
    """Where the target of a link stands, with its title; empty for a reference."""
    start = text.rfind("](", mark.span.start, mark.span.end) + 2
    return Span(start, mark.span.end - 1) if start > 1 else Span(mark.span.end, mark.span.end)


def _unquoted(text: str, place: Span) -> Fix | None:
    """The link without the quotation marks around its address."""
    inner = text[slice(*place)].strip()
    if not inner[1:-1].startswith(("http://", "https://")) or inner[-1] not in QUOTES:
        return None
    return Fix((Edit(place, inner[1:-1]),), Safety.SAFE, "unquote")


def _is_dummy(text: str, mark: Mark) -> bool:
    source, target = text[slice(*mark.span)], mark.target.strip()
    if source.startswith("<") or TEMPLATE.search(source):
        return False
    if target in TOP and BACK.search(source):
        return False
    if not _names_nothing(target, mark.kind == "image"):
        return False
    # An address that the reader sees is an example, not a way to go.
    address = re.sub(r"^(?:https?:)?//|/.*$", "", target)
    return "://" not in target or address not in source[: source.rfind("](")]


def _is_meant(post: Post, prose: Prose, mark: Mark) -> bool:
    """Whether a post on Markdown shows a link, or a tutorial leads to what it has started."""
    local = LOCAL.search(mark.target)
    if local is not None:
        return post.derived(_serves) or local["port"] in post.derived(_numbers)
    if SHOWN.match(post.text, *mark.span) is None:
        return False
    return NOTATION.search(prose.text) is not None


def _serves(post: Post) -> bool:
    """Whether the post shows how a server is started."""
    return any(SERVES.search(post.text, *span) for span in post.derived(code_spans))


def _numbers(post: Post) -> frozenset[str]:
    """The numbers that the body says, those of its links aside."""
    return frozenset(NUMBER.findall(TARGETS.sub("](", post.text[post.body.start :])))


def _values(mark: Mark) -> dict[str, str]:
    return {"target": mark.target} if mark.target else {}


RULE = Rule(
    name="dummy-link",
    group="markdown",
    severity=Severity.WARNING,
    messages={
        "dummy": ("リンク先が仮のままです（{target}）", "this target is only a dummy ({target})"),
        "quoted": (
            "リンク先が引用符に入っていて、開けません",
            "quotation marks around the target make this link lead nowhere",
        ),
        "broken": (
            "リンク先のアドレスが壊れています（{target}）",
            "the address of this link is broken ({target})",
        ),
        "nothing": (
            "リンク先に、値のない変数が入っています（{target}）",
            "the target is a variable without a value ({target})",
        ),
        "bare": (
            "ほかの項目と違い、リンク先がありません",
            "unlike the other items, this one has no target",
        ),
        "parted": (
            "かっこが全角か離れているため、リンクになりません",
            "this is no link: its brackets are full-width or stand apart",
        ),
        "spaced": (
            "ファイル名に空白があるため、画像になりません",
            "this is no picture: its file name holds a space",
        ),
        "idle": (
            "押しても何も開かないリンクです（{target}）",
            "this link leads nowhere ({target})",
        ),
        "unready": (
            "まだない記事へのリンクです（{target}）",
            "this link leads to what is said not to be there yet ({target})",
        ),
        "foreign": (
            "ほかのサイトの中でだけ通じるパスです（{target}）",
            "this path leads somewhere on another site only ({target})",
        ),
        "path": (
            "リンクの題名がなく、パスがそのまま出ています（{target}）",
            "a path stands where the name of the page belongs ({target})",
        ),
        "self": (
            "関連記事の一覧が、この記事自身を指しています",
            "the list of related posts names this post itself",
        ),
        "unquote": ("引用符を外す", "remove the quotation marks"),
        "empty": ("リンク先がありません", "this has no target"),
    },
    doc=__doc__,
    check=check,
    yields_to=("placeholder",),
)
