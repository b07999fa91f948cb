"""front matter がない、閉じていない、または読めない。

## 何を見るか
記事の先頭にある front matter を、公開の仕組み（Jekyll、Hugo、Astro など）がそのまま読めるか。

- 始まりや終わりの `---` がない、二度ある、似た記号（`———`、`***`）になっている。TOML の `+++` と
  JSON の `}` は、終わりにないものだけを見ます。始まりの `---` だけがないものは Hexo が読むので、サ
  イトの記事と決まっていないファイルでは情報です
- 前に文章、空行、コードブロックの囲みがある。全体が字下げされている
- YAML、TOML、JSON として読めない。キーが太字（`**title:**`）、コロンが全角（`title：`）
- 「キー: 値」の並びになっていない。同じキーが二度ある（両方の場所を示します）
- 文字列が一字ずつ `0`、`1`、`2` … のキーに分かれている
- 本文の途中に二つ目の front matter がある。`description:` などのキーが三つ以上、閉じる `---` ととも
  に、または本文の先頭のコードとして残っている
- 本文の頭に二つ目の front matter の残骸（`date = …`、`---` に挟まれた `image: …`、`+++`）がある。
  本文の途中に `draft:` などのキーが三行以上続く
- 題名か説明が、欄の名とともに本文の頭でくり返されている（`**タイトル:** …`）。「制作年：」「日
  時：」などと並ぶ作品や催しの案内は除きます
- 改行が失われ、front matter の全体がファイルの一行目に並んでいる
- 本文の頭か題の下に、キーが一行だけ残っている（`topics: ["川", "橋"]`、`published: true`）。題の下
  の `tags: 川,橋` は警告です（続く文でタグや分類の話をするものは除きます）
- `tags` などに同じ値が二度ある（警告）
- 設定の `posts` に当たるファイルなのに front matter がない

公開の仕組みごとに YAML の読み方が違うもの（コロンのあとのタブ、`yes`、`012`、`1:30`）は誤りとしませ
ん。BOM は警告にとどめます。文書の先頭にない `---` は、続く行が `title:` などのキーの並びでないかぎ
り、区切り線とみなします。

## なぜか
front matter が読めないと、題名や日付が失われ、キーの並びが本文として公開されます。Jekyll では記事そ
のものが出力されなくなります。

## 例
閉じる `---` を忘れている。
```md bad
---
title: 春の散歩道
date: 2025-04-01

桜並木を歩いた。
```
```md good
---
title: 春の散歩道
date: 2025-04-01
---

桜並木を歩いた。
```

答えの前置きが残っている。
```md bad
ご依頼の記事はこちらです。

---
title: 春の散歩道
date: 2025-04-01
---

桜並木を歩いた。
```

値の中に「: 」がある。引用符で囲めば読める。
```md bad
---
title: 散歩道: 春の巻
---

桜並木を歩いた。
```
```md good
---
title: "散歩道: 春の巻"
---

桜並木を歩いた。
```

## 限界
区切りのない「Title: …」だけの並び（Pelican や MultiMarkdown の書き方）は、front matter とみなしませ
ん。人が書いた記事 375 本と機械が書いた記事 569 本で誤報はありません（BOM の警告が 1 件）。

## English
### What it does
Reports front matter that publishers can't read. That is fences that are missing, doubled or
misspelt (of TOML and JSON, a closing one that is missing); text, blank lines or a code fence before
it, or all of it indented; YAML, TOML or JSON that can't be read; keys in bold or with a full-width
colon; duplicate keys; a text spread over the keys 0, 1, 2 and so on, a character each; a second
front matter in the body, what is left of one above the text, or a run of its keys with a closing
fence, as code at the top, or with keys like `draft:` anywhere; one such key alone above the text
(`topics: ["river", "bridge"]`; `tags: river,bridge` is a warning, unless the text goes on to speak
of tags); all of it in the first line of the file; the title or description said again above the
text (`**Title:** …`); and none at all where the configuration claims the file. What readers of YAML
merely take differently (a tab after the colon, `yes`, `012`, `1:30`) is not an error. A byte-order
mark, and a tag that stands twice in its list, are warnings.

### Why
A front matter that can't be read loses title and date and is published as text, or the post is not
published at all.

### Limits
Bare `Title: …` lines without a fence, as Pelican and MultiMarkdown have them, are left alone. Where
only the opening `---` is missing, Hexo can read it: an info, unless the site claims the file. No
false alarm on 375 posts by people and 569 by machines (one warning, of a byte-order mark).
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import (
    Finding,
    Post,
    ProblemKey,
    Related,
    Rule,
    RuleOptions,
    Scalar,
    SequenceNode,
    Severity,
    Span,
)
from kouetsu_rules.front_matter.fields.stray_keys import shown_labels, stray_keys

SPREAD = 4
"""So many characters under numbers are no chance."""
MESSAGES = {
    "spread": (
        "文字列が一字ずつ番号の付いたキーに分かれています",
        "a text was spread over numbered keys, a character each",
    ),
    "stray": (
        "front matter のキーが本文に入り込んでいます",
        "keys of a front matter stand in the body",
    ),
    "not-closed": (
        "front matter を閉じる「{fence}」がありません",
        "the front matter is not closed with “{fence}”",
    ),
    "not-opened": (
        "front matter を開く「---」がありません",
        "the front matter is not opened with “---”",
    ),
    "lone-fence": (
        "「{fence}」で始まりますが、front matter がありません",
        "the post begins with “{fence}” but has no front matter",
    ),
    "missing": ("front matter がありません", "there is no front matter"),
    "text-before": (
        "front matter の前に文章があります",
        "text stands before the front matter",
    ),
    "blank-before": (
        "front matter の前に空行があります",
        "blank lines stand before the front matter",
    ),
    "in-code-block": (
        "front matter がコードブロックの囲みの中にあります",
        "the front matter stands in a code fence",
    ),
    "fence-twice": (
        "front matter を開く「---」が二度あります",
        "the front matter is opened with “---” twice",
    ),
    "indented": (
        "front matter が字下げされているため、読まれません",
        "the front matter is indented, so nothing reads it",
    ),
    "fence-look-alike": (
        "front matter の区切りが「{fence}」ではありません",
        "the fence of the front matter is not “{fence}”",
    ),
    "bold-keys": (
        "front matter のキーが太字になっています",
        "keys of the front matter are in bold",
    ),
    "wide-colon": (
        "front matter のコロンが全角になっています",
        "the colon of the front matter is full-width",
    ),
    "not-a-mapping": (
        "front matter が「キー: 値」の並びになっていません",
        "the front matter does not consist of “key: value” lines",
    ),
    "key-not-text": (
        "front matter のキーが文字列ではありません",
        "a key of the front matter is not text",
    ),
    "yaml-error": (
        "front matter が読めません（{detail}）",
        "the front matter can't be read ({detail})",
    ),
    "toml-error": (
        "front matter が読めません（{detail}）",
        "the front matter can't be read ({detail})",
    ),
    "json-error": (
        "front matter が読めません（{detail}）",
        "the front matter can't be read ({detail})",
    ),
    "duplicate-key": (
        "front matter のキー「{name}」が重複しています",
        "the key “{name}” stands twice in the front matter",
    ),
    "item-twice": (
        "「{name}」に同じ値が二度あります",
        "the same value stands twice under “{name}”",
    ),
    "second": (
        "front matter が二つあります",
        "there is a second front matter",
    ),
    "second-document": (
        "front matter の中に YAML の文書の区切りがあります",
        "the front matter holds more than one YAML document",
    ),
    "unknown-alias": (
        "front matter の参照「*{name}」の定義がありません",
        "the alias “*{name}” of the front matter refers to nothing",
    ),
    "too-large": (
        "front matter が大きすぎます（読むのは {limit} KiB まで）",
        "the front matter is too large (read up to {limit} KiB)",
    ),
    "too-deep": (
        "front matter の入れ子が深すぎます（読むのは {limit} 段まで）",
        "the front matter is nested too deeply (read up to {limit} levels)",
    ),
    "too-many-aliases": (
        "front matter の参照を展開すると大きくなりすぎます（読むのは値 {limit} 個まで）",
        "the aliases of the front matter expand too far (read up to {limit} values)",
    ),
    "bom": (
        "ファイルの先頭に BOM があります",
        "the file begins with a byte-order mark",
    ),
    "end-here": ("閉じるはずの場所", "where it should be closed"),
    "first-key": ("最初のキー", "the first key"),
    "first-value": ("最初の値", "the first value"),
    "first-front-matter": ("最初の front matter", "the first front matter"),
    "closing": ("閉じる「---」", "the closing “---”"),
}
LISTS = ("tags", "categories", "topics", "keywords")
"""Keys whose values name each matter once."""
MILD: dict[ProblemKey, Severity] = {
    "lone-fence": Severity.WARNING,
    "not-opened": Severity.INFO,  # Hexo reads front matter so
}
"""How grave it is where nothing says that the file is a post of the site."""
RELATED: dict[ProblemKey, str] = {
    "not-closed": "end-here",
    "duplicate-key": "first-key",
    "second": "first-front-matter",
    "not-opened": "closing",
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    front_matter = post.front_matter
    if post.source.has_bom and front_matter.kind is not None:
        yield Finding(_first_line(post), "bom", severity=Severity.WARNING)
    claimed = post.site.claimed
    for problem in front_matter.problems:
        related: tuple[Related, ...] = ()
        if problem.related is not None:
            related = (Related(problem.related, RELATED[problem.key]),)
        severity = None if claimed else MILD.get(problem.key)
        yield Finding(problem.span, problem.key, problem.values, related, severity=severity)
    for name in LISTS:
        yield from _twice(post, name)
    for span in stray_keys(post):
        yield Finding(span, "stray")
    for span in shown_labels(post):
        yield Finding(span, "stray", severity=Severity.WARNING)
    spread = _spread(post)
    if spread is not None:
        yield Finding(spread, "spread")
    if claimed and front_matter.kind is None and not front_matter.problems:
        yield Finding(_first_line(post), "missing")


def _twice(post: Post, name: str) -> Iterator[Finding]:
    """The values of a list of labels that stand in it before."""
    entry = post.front_matter.entry(name)
    if entry is None or not isinstance(entry.value, SequenceNode):
        return
    seen: dict[str, Span] = {}
    for item in entry.value.items:
        if not isinstance(item, Scalar) or not item.text:
            continue
        first = seen.setdefault(item.text, item.span)
        if first != item.span:
            related = (Related(first, "first-value"),)
            yield Finding(
                item.span, "item-twice", {"name": name}, related, severity=Severity.WARNING
            )


def _spread(post: Post) -> Span | None:
    """A text that a program took for a map: its characters stand under 0, 1, 2 and so on."""
    entries = [post.front_matter.entry(str(number)) for number in range(SPREAD)]
    if not all(
        entry is not None and isinstance(entry.value, Scalar) and len(entry.value.text) == 1
        for entry in entries
    ):
        return None
    found = [entry for entry in entries if entry is not None]
    return found[0].span.joined(found[-1].span)


def _first_line(post: Post) -> Span:
    return post.source.line_span(1)


RULE = Rule(
    name="front-matter-syntax",
    group="front-matter",
    severity=Severity.ERROR,
    messages=MESSAGES,
    doc=__doc__,
    check=check,
)
