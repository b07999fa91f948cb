"""front matter のキーのつづりが違う（`tilte`、`discription`）。

## 何を見るか
スキーマ（サイトのもの、プリセットのもの、どのサイトでも使われる `title` や `date` など）にないキー
のうち、スキーマにあるキーと一文字だけ違うもの、隣り合う二文字が入れ替わったもの、大文字・小文字や
「-」「_」だけが違うもの。

サイト独自のキーは珍しくないので、知らないキーというだけでは指摘しません。単数と複数の違い（`topic`
と `topics`）は、スキーマが求めるキーがないときだけ指摘します。

## なぜか
つづりの違うキーは黙って無視されます。題名が消えても、下書きのつもりの記事が公開されても、エラーには
なりません。

## 例
```md bad
---
tilte: 春の散歩道
date: 2025-04-01
---

桜並木を歩いた。
```
```md fixed
---
title: 春の散歩道
date: 2025-04-01
---

桜並木を歩いた。
```
```md good
---
title: 春の散歩道
date: 2025-04-01
mood: 晴れやか
---

桜並木を歩いた。
```

## 限界
実在する別の単語（`data`、`tabs`）は、`date` などに近くても、正しいキーがどうしても要るところのほ
かは指摘せず、そこでも修正には確認が要ります。二文字以上の違いは見逃しま
す。Astro の項目はサイトが決めるので、大文字・小文字や「-」「_」だけの違い（`hero_image`）は、サイト
の決まりに正しいほうがないかぎり情報にとどめます。プリセットのない記事で、大文字で始まるキーが二つ
以上あるとき（はてなブログの書き出しなど）は、大文字・小文字の違いを見ません。TOML（Hugo）の記事も同じです。
人が書いた記事 375 本で誤報はありません。

## English
### What it does
Reports keys that no schema has and that seem to be a slip for a known key. They differ from it by
one letter, by two letters swapped, by case, or by a hyphen for an underscore. Known are the keys of
the site's schema, of the preset, and those that every publisher knows. Keys that are merely unknown
are left alone; singular for plural is reported only where the schema requires the key and it is
missing. The fix renames the key and is safe where the right one is absent.

### Why
Publishers ignore a misspelt key without a word.

### Limits
Real words such as `data` and `tabs` are slips only where the key that they are near to is required
and missing, and then the fix needs a look. Two wrong letters are not seen. The keys of Astro are
the site's own: one that differs by case or underscore only is an info. Where no preset is set and
two keys begin with a capital, as in what Hatena Blog exports, case is not looked at, nor is it in
TOML, which Hugo reads. No false alarm on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Edit,
    Entry,
    Finding,
    Fix,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
)
from kouetsu_rules.front_matter.fields.reading import readable

COMMON = (
    "title",
    "date",
    "layout",
    "tags",
    "categories",
    "category",
    "description",
    "excerpt",
    "author",
    "permalink",
    "published",
)
# Keys of sites that are words of their own, though near a known key.
WORDS = frozenset(
    """data dates dated state rate mate gate late tile titled subtitle authors image images
    updated update layouts descriptions tag topic types typed list lists live link links note
    notes page pages menus side size site node mode code role rule cover color colors height
    weights service services serial lang kind tabs taps bags craft drift plug slice slider audit
    built guild land long slang payout modifier publisher tropics tape typo eight param output
    video""".split()  # noqa: SIM905
)
MESSAGES = {
    "near": (
        "front matter のキー「{name}」は「{right}」の誤りとみられます",
        "the key “{name}” of the front matter seems to be a slip for “{right}”",
    ),
    "right-one": ("別にある「{right}」", "the key “{right}”"),
    "rename": ("「{right}」に直す", "rename it to “{right}”"),
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    root = readable(post)
    if root is None:
        return
    known, required = _known(post)
    present = {entry.key.text: entry for entry in root.entries}
    # where several are written so, and no publisher is known, it is its way: Hatena's Title, Date
    cased = post.site.preset is None and sum(name[:1].isupper() for name in present) > 1
    # Hugo does not, and TOML is what its posts have
    kind = post.front_matter.kind
    minds_case = post.site.preset != "hugo" and (post.site.preset is not None or kind != "toml")
    for entry in root.entries:
        name = entry.key.text
        # a second title is title2
        if name.rstrip("0123456789") in known or len(name) < 4 or len(name) > 40:
            continue
        missing = required - present.keys()
        right = _meant(name, known, missing, minds_case)
        if right is not None and not (cased and name.lower() == right):
            own = right not in missing and _may_be_own(post, name, right)
            # data may be data, even where the date is missing
            sure = not own and (name not in WORDS or _is_plural(name, right))
            yield _finding(entry, right, present.get(right), own, sure)


def _may_be_own(post: Post, name: str, right: str) -> bool:
    """Whether the templates of a site may read the key: Astro's collections are the site's own."""
    declared = (post.site.schema or {}).get("properties", ())
    return post.site.preset == "astro" and right not in declared and _bare(name) == _bare(right)


def _known(post: Post) -> tuple[dict[str, None], set[str]]:
    """All known keys, those of the site first, and the required ones."""
    schemas = [schema for schema in (post.site.schema, post.site.preset_schema) if schema]
    names = [name for schema in schemas for name in schema.get("properties", ())]
    required = {name for schema in schemas for name in schema.get("required", ())}
    return dict.fromkeys((*names, *required, *COMMON, "kouetsu", "<<")), required


def _meant(name: str, known: dict[str, None], missing: set[str], minds_case: bool) -> str | None:
    for right in known:
        if len(right) < 4 or abs(len(right) - len(name)) > 1:
            continue
        if _bare(name) == _bare(right):
            return right if minds_case or name.lower() != right.lower() else None
        is_plural = _is_plural(name, right)
        is_word = is_plural or name in WORDS  # a slip only where the other is missing
        if (is_plural or _one_slip(name, right)) and (right in missing or not is_word):
            return right
    return None


def _is_plural(name: str, right: str) -> bool:
    return name.rstrip("s") == right.rstrip("s")


def _bare(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


def _one_slip(wrong: str, right: str) -> bool:
    """Whether one letter is missing, added or other, or two neighbours are swapped."""
    start = 0
    while start < min(len(wrong), len(right)) and wrong[start] == right[start]:
        start += 1
    wrong, right = wrong[start:], right[start:]
    if len(wrong) == len(right):
        swapped = wrong[1::-1] + wrong[2:] == right
        return swapped or wrong[1:] == right[1:]
    return wrong[1:] == right or wrong == right[1:]


def _finding(entry: Entry, right: str, standing: Entry | None, own: bool, sure: bool) -> Finding:
    values = {"name": entry.key.text, "right": right}
    severity = Severity.INFO if own else None
    if standing is not None:
        related = (Related(standing.key.span, "right-one", values),)
        return Finding(entry.key.span, "near", values, related, severity=severity)
    safety = Safety.SAFE if sure else Safety.UNSAFE
    fix = Fix((Edit(entry.key.content, right),), safety, "rename", values)
    return Finding(entry.key.span, "near", values, fix=fix, severity=severity)


RULE = Rule(
    name="front-matter-unknown-key",
    group="front-matter",
    severity=Severity.WARNING,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
)
