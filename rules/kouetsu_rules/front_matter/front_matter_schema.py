"""front matter の項目が足りない、または型や値がスキーマに合わない。

## 何を見るか
front matter を次のスキーマ（JSON Schema）に照らし、合わない値の場所を示します。

- 設定 `front-matter:` に書いた、サイト自身のスキーマ
- プリセット（`jekyll`、`hugo`、`zenn`、`qiita`、`astro`）のスキーマ。同じキーがサイトのスキーマにあ
  れば、そちらだけを見ます
- どのサイトにも当てはまる決まり。`title` があるなら空でない文字列であること、`description` が文字列
  であること

足りないキーは front matter の先頭に示します。日付は書かれたとおりの文字列として扱います。`yes` や
`012` のように読み手によって意味の変わる値は、どれか一つの読み方で合えばかまいません。`kouetsu` とい
うキーはいつでも書けます。

## なぜか
記事が一覧から漏れる、分類のページに載らない、ビルドが止まるといった故障は、ここから始まることが多い
ものです。

## 例
```md bad
---
title: ["春の散歩道"]
---

桜並木を歩いた。
```
```md good
---
title: "春の散歩道"
---

桜並木を歩いた。
```

```md bad
---
title: ""
---

桜並木を歩いた。
```

## 設定
スキーマは、この規則の設定ではなく `kouetsu.yaml` の `front-matter:` に書きます。

```yaml
front-matter:
  required: [title, date, categories]
  properties:
    categories: {type: array, items: {enum: [散歩, 料理]}}
```

## 修正
リストであるべきところに値が一つだけあれば、かっこで囲みます。文字列であるべきところに数などがあれ
ば、引用符で囲みます。

## 限界
スキーマのないサイトで見るのは `title` と `description` の型だけです。人が書いた記事 375 本では、そ
の範囲の誤報はありません。一つの記事で示すのは、スキーマごとに 50 件までです。

## English
### What it does
Reports front matter that lacks keys or does not fit its schema. There are three schemas (JSON
Schema): the site's own (`front-matter:` in the configuration), the preset's (where the site's says
nothing of the key), and what holds everywhere (a title is text and not empty, a description is
text). A missing key is reported at the start of the front matter. Dates count as text, as written.
A value that readers of YAML take differently, such as `yes`, passes if one of its readings does.
`kouetsu` is always allowed. The fixes put brackets around a single value and quotes around what
should be text.

### Why
Posts that are missing from lists and categories, and builds that stop, often begin here.

### Limits
Without a schema only title and description are judged: no false alarm on 375 posts by people. At
most 50 findings are told for each schema and post.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kouetsu.api import (
    Finding,
    MappingNode,
    Node,
    Post,
    Rule,
    RuleOptions,
    Scalar,
    SequenceNode,
    Severity,
    Span,
    Text,
    Value,
)
from kouetsu_rules.front_matter.fields.reading import instance, opening, readable
from kouetsu_rules.front_matter.fields.retyping import as_list, as_text
from kouetsu_rules.front_matter.fields.schemas import Failure, Path, Schema, failures
from kouetsu_rules.front_matter.fields.time_limit import TooSlowError, limited

EVERYWHERE: Schema = {
    "properties": {
        "title": {"type": ["string", "number", "boolean"], "pattern": r"\S"},
        "description": {"type": ["string", "number", "boolean", "null"]},
    }
}
TYPE_NAMES = {
    "string": Text("文字列", "text"),
    "number": Text("数", "a number"),
    "integer": Text("整数", "a whole number"),
    "boolean": Text("真偽値", "true or false"),
    "array": Text("リスト", "a list"),
    "object": Text("「キー: 値」の並び", "a mapping"),
    "null": Text("空", "empty"),
}
MESSAGES = {
    "required": ("front matter に「{name}」がありません", "the front matter has no “{name}”"),
    "required-within": ("「{parent}」に「{name}」がありません", "“{parent}” has no “{name}”"),
    "type": (
        "「{name}」の型が違います（{expected}のはずが{found}）",
        "“{name}” should be {expected} but is {found}",
    ),
    "blank": ("「{name}」が空です", "“{name}” is empty"),
    "enum": (
        "「{name}」に値「{found}」は使えません（{allowed} のどれか）",
        "“{name}” is “{found}”, which is none of {allowed}",
    ),
    "pattern": (
        "「{name}」の値「{found}」が、決められた形（{limit}）に合いません",
        "“{name}” is “{found}”, which does not match {limit}",
    ),
    "format": (
        "「{name}」の値「{found}」が、{limit} の形式になっていません",
        "“{name}” is “{found}”, which is not in the format {limit}",
    ),
    "size-least": (
        "「{name}」が短すぎます（{found}。{limit} 以上）",
        "“{name}” is too short ({found}; at least {limit})",
    ),
    "size-most": (
        "「{name}」が長すぎます（{found}。{limit} 以下）",
        "“{name}” is too long ({found}; at most {limit})",
    ),
    "least": (
        "「{name}」が小さすぎます（{found}。{limit} 以上）",
        "“{name}” is too small ({found}; at least {limit})",
    ),
    "most": (
        "「{name}」が大きすぎます（{found}。{limit} 以下）",
        "“{name}” is too large ({found}; at most {limit})",
    ),
    "unique": ("「{name}」に同じ値が重複しています", "“{name}” holds the same value twice"),
    "additional": ("「{name}」はスキーマにないキーです", "“{name}” is not a key of the schema"),
    "other": (
        "「{name}」がスキーマ（{keyword}）に合いません",
        "“{name}” does not fit the schema ({keyword})",
    ),
    "slow": (
        "スキーマの pattern に時間がかかりすぎて、この front matter を調べきれません",
        "a pattern of the schema is too slow for this front matter",
    ),
    "into-list": ("リストにする", "make it a list"),
    "into-text": ("引用符で囲む", "put it in quotes"),
}
LIMITS = {
    "minLength": "size-least",
    "minItems": "size-least",
    "maxLength": "size-most",
    "maxItems": "size-most",
    "minimum": "least",
    "exclusiveMinimum": "least",
    "maximum": "most",
    "exclusiveMaximum": "most",
}
SECONDS = 2.0
"""For one post; all others together take less."""
SHOWN = 40
"""How much of a value a message quotes."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    root = readable(post)
    if root is None:
        return
    try:
        with limited(SECONDS):
            found = list(_failing(post, root))
    except TooSlowError:
        found = [Finding(opening(post), "slow")]
    yield from found


def _failing(post: Post, root: MappingNode) -> Iterator[Finding]:
    values = instance(root)
    assert isinstance(values, dict)
    values.pop("kouetsu", None)
    site = post.site.schema or {}
    own = set(site.get("properties", ()))
    told: set[Span] = set()
    for schema, foreign in ((site, ()), (post.site.preset_schema or {}, own), (EVERYWHERE, own)):
        for failure in failures(schema, values) if schema else ():
            if failure.path and failure.path[0] in foreign:
                continue
            for finding in _findings(post, root, failure, foreign):
                if finding.message == "required" or finding.span not in told:
                    told.add(finding.span)
                    yield finding


def _findings(
    post: Post, root: MappingNode, failure: Failure, foreign: object
) -> Iterator[Finding]:
    node, place = _located(root, failure.path)
    name = _label(failure.path)
    if isinstance(node, Scalar) and any(map(failure.takes, node.other_values)):
        return
    if failure.keyword == "required":
        yield from _missing(post, failure, place, name, foreign)
    elif failure.keyword == "additionalProperties" and isinstance(node, MappingNode):
        yield from _additional(node, failure)
    else:
        key, values = _told(failure, _named(failure.path))
        yield Finding(place, key, values, fix=_fix(post, failure, node, name))


def _missing(
    post: Post, failure: Failure, place: Span, parent: str, foreign: object
) -> Iterator[Finding]:
    for name in failure.limit:
        if name in failure.value or not isinstance(name, str):
            continue
        if parent:
            yield Finding(place, "required-within", {"name": name[:SHOWN], "parent": parent})
        elif not isinstance(foreign, set) or name not in foreign:
            yield Finding(opening(post), "required", {"name": name[:SHOWN]})


def _additional(node: MappingNode, failure: Failure) -> Iterator[Finding]:
    known = failure.schema.get("properties", {})
    patterns = failure.schema.get("patternProperties", {})
    for entry in node.entries:
        name = entry.key.text
        if name not in known and name not in ("kouetsu", "<<") and not patterns:
            yield Finding(entry.key.span, "additional", {"name": name[:SHOWN]})


def _told(failure: Failure, name: str) -> tuple[str, Mapping[str, Value]]:
    """The message of a failure, bounded whatever the value is."""
    keyword, limit = failure.keyword, failure.limit
    found = _shown(failure.value)
    if keyword == "type":
        if failure.value is None:
            return "blank", {"name": name}
        expected = [limit] if isinstance(limit, str) else list(dict.fromkeys(limit))
        return "type", {"name": name, "expected": _either(expected), "found": _kind(failure.value)}
    if keyword in ("pattern", "minLength") and not str(failure.value).strip():
        return "blank", {"name": name}
    if keyword in ("enum", "const"):
        allowed = "、".join(_shown(each) for each in (limit if keyword == "enum" else [limit])[:8])
        more = "…" if keyword == "enum" and len(limit) > 8 else ""
        return "enum", {"name": name, "found": found, "allowed": allowed + more}
    if keyword in ("pattern", "format"):
        return keyword, {"name": name, "found": found, "limit": _shown(limit)}
    if keyword in LIMITS:
        is_sized = LIMITS[keyword].startswith("size")
        size = str(len(failure.value)) if is_sized else found
        return LIMITS[keyword], {"name": name, "found": size, "limit": _shown(limit)}
    if keyword == "uniqueItems":
        return "unique", {"name": name}
    return "other", {"name": name, "keyword": keyword[:SHOWN]}


def _fix(post: Post, failure: Failure, node: Node | None, name: str) -> Any:
    if failure.keyword != "type" or not isinstance(node, Scalar):
        return None
    expected = [failure.limit] if isinstance(failure.limit, str) else failure.limit
    if "array" in expected and isinstance(failure.value, str):
        return as_list(post, node, name)
    if "string" in expected and node.style == "plain" and node.text:
        return as_text(node)
    return None


def _located(root: MappingNode, path: Path) -> tuple[Node | None, Span]:
    """The node at a path and where it is reported; of what has no value, at its key."""
    node: Node | None = root
    place = root.span
    for step in path:
        if isinstance(node, MappingNode):
            entry = node.entry(str(step)) or node.entry("<<")
            if entry is None:
                break
            node = entry.value
            place = entry.key.span if node is None else node.span
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.span
        if isinstance(node, (MappingNode, SequenceNode)) and node.span.size > 0:
            place = node.span
    return node, place


def _label(path: Path) -> str:
    """The path as people write it: ``image.path``, ``tags[2]``."""
    parts = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(parts).removeprefix(".")[:80]


def _named(path: Path) -> str:
    """The same, where a message can't go without a name."""
    return _label(path) or "front matter"


def _either(kinds: list[str]) -> Text:
    names = [TYPE_NAMES.get(kind, Text(kind, kind)) for kind in kinds if kind != "null"]
    ja, en = "か".join(name.ja for name in names), " or ".join(name.en for name in names)
    return Text(ja or "空", en or "empty")


def _kind(value: object) -> Text:
    if isinstance(value, bool):
        return TYPE_NAMES["boolean"]
    for kind, types in (("string", str), ("array", list), ("object", dict), ("integer", int)):
        if isinstance(value, types):
            return TYPE_NAMES[kind]
    return TYPE_NAMES["number"]


def _shown(value: object) -> str:
    """The value in one short line; a big one is never written out."""
    if isinstance(value, (list, dict)):
        return "[…]" if isinstance(value, list) else "{…}"
    words = " ".join(str(value)[: SHOWN * 2].split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"


RULE = Rule(
    name="front-matter-schema",
    group="front-matter",
    severity=Severity.ERROR,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
    # A misspelt key is told as such, with the right one, though the schema may lack it too.
    yields_to=("front-matter-unknown-key",),
)
