"""題名が、生成モデルの受け答え、仮の文字列、スラッグそのものになっている。

## 何を見るか
- 断りや挨拶、作業の報告で始まる題名（`申し訳ありませんが…`、日本語の記事に `I apologize, but …`）
- 仮の文字列のままの題名（`無題`、`ここにタイトルを入力`、`Untitled`、`[タイトル]`）
- ファイル名のスラッグと同じで、本文に出てこない題名（`harbor-guide-update`）

## なぜか
題名を作る段階が失敗したのに、そのまま公開された記事です。一覧でも検索結果でもすぐ目に付きます。

## 例
```md bad
---
title: "申し訳ありませんが、ご指定の港の資料は見つかりませんでした"
---

港の朝は早い。
```
```md good
---
title: "申し訳なさそうに鳴く鴎"
---

港の朝は早い。
```

## 限界
何が正しい題名かはわからないので、修正は用意していません。英語の受け答えは、本文が日本語のときだけ
数えます。人が書いた 375 件では鳴らず、機械が書いた一つのサイトの 365 件では 4 件に鳴り、どれも
当たりでした。

## English
The title is an answer of a model, a placeholder or a bare slug.

### What it does
Finds titles that begin as a refusal, a greeting or a report of work (English ones only over a
Japanese text), placeholders, and titles that equal the slug of the file and do not stand in the
body (names of packages look the same).

### Why
The step that makes titles failed, and the post was published all the same.

### Limits
The right title is not known, so there is no fix. No finding on 375 files by people; 4 on 365 posts
of one machine-written site, all right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.title.dressing import undressed

# Phrases of a model that answers, not of an author who names a post. English ones count only in
# a Japanese post: an English blog may well be called "I'm sorry, but …".
ANSWER_EN = Pattern(
    r"(?:I apologi[sz]e\b|I['’]?m sorry,? (?:but|I)\b|(?:Sorry|Apologies), (?:but )?I\b"
    r"|(?:Unfortunately, )?I(?:['’]m| am) (?:unable|not able) to\b|I (?:cannot|can['’]t) (?!stop)"
    r"|As an AI\b|I(?:['’]ve| have) (?:now |already |successfully )?(?:established|created|written"
    r"|drafted|prepared|completed|generated|structured|outlined|updated|reviewed|gathered|analy[sz]ed)"
    r"\b|I(?:['’]ll| will) (?:now )?(?:write|create|start|search|begin|proceed|draft|provide)\b"
    r"|(?:Sure|Certainly|Of course|Absolutely|Okay|Understood)[,!.] "
    r"|Here(?:['’]s| is| are) (?:the|your|a|an|my) (?:\w+ ){0,3}"
    r"(?:article|post|draft|title|blog|summary|translation|outline|content)\b"
    r"|(?:Okay|OK), (?:I|let)\b|Let me (?:search|start|write|create|know)\b"
    r"|Based on (?:the|your|my) (?:\w+ ){0,2}(?:search|results|request|information)\b)",
    re.IGNORECASE,
)
ANSWER_JA = Pattern(
    r"(?:(?:大変|誠に)?申し訳(?:ありません|ございません|ないのですが|ないですが)"
    r"|(?:はい、)?(?:承知|了解|かしこまり)(?:いた|致)?しました"
    r"|かしこまりました|もちろんです[！!。、]|はい、(?:承知|了解|わか|分か|かしこ|以下)"
    r"|(?:現在、?)?(?:Web|ウェブ|インターネット)(?:の)?検索(?:機能|ツール)?(?:が|は|を)"
    r"(?:現在)?(?:利用|使用|実行)(?:でき|する(?:こと)?が?でき)"
    r"|ご(?:依頼|要望|指定|提示|質問)(?:いただ|頂|の|に)"
    r"|以下(?:に|は|が|の)[^。]{0,20}(?:記事|タイトル|原稿|本文|構成)(?:案)?(?:を|です|に|の(?:案|例))"
    r"|(?:AI|大規模)言語モデル(?:として|である)"
    r"|記事(?:の(?:本文|構成|続き|下書き))?を(?:作成|執筆|生成)(?:し|いたし)ま(?:す|した))",
    needs=(
        "申し訳",
        "承知",
        "了解",
        "かしこまり",
        "もちろんです",
        "はい、",
        "検索",
        "ご依頼",
        "ご要望",
        "ご指定",
        "ご提示",
        "ご質問",
        "以下",
        "言語モデル",
        "記事",
    ),
)
PLACEHOLDER = Pattern(
    r"(?:untitled(?:[ _-]?\d+)?|無題(?:の?(?:記事|投稿|ドキュメント))?|no title|(?:my )?new post"
    r"|(?:ここに)?(?:記事の?)?(?:タイトル|題名|見出し)(?:を?(?:入力|挿入|記入|入れる)(?:してください)?)?"
    r"|title(?: here)?|your title(?: here)?|article title|blog post title|post title"
    r"|[\[［【〔<{]+[^\]］】〕>}]*(?:タイトル|題名|title)[^\]］】〕>}]*[\]］】〕>}]+"
    r"|lorem ipsum.*|null|undefined|tbd|todo|xxx+|〇〇+|○○+|test (?:post|article)"
    r"|テスト(?:投稿|記事))",
    re.IGNORECASE,
)
# perf: hardly any title begins so, and the patterns of the whole take a millisecond to compile.
BEGINS = Pattern(
    r"I|Sorry|Apolog|Unfort|As an|Sure|Cert|Of c|Absol|Okay|OK|Underst|Here|Let me|Based"
    r"|untitled|no title|my new|new post|title|your|article|blog|post|[\[［【〔<{]|lorem|null"
    r"|undefined|tbd|todo|xxx|〇〇|○○|test",
    re.IGNORECASE,
)
PLACEHOLDERS = ("無題", "ここに", "記事", "タイトル", "題名", "見出し", "テスト")
"""How Japanese ones begin."""
SLUG = Pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
LED = Pattern(r"(?P<slug>[a-z0-9]+(?:[-_][a-z0-9]+)+)(?:\.mdx?)?[ ]*(?:[:：|]|[ ][-–—])[ ]*(?=\S)")
# Two of a list of titles, run together.
NUMBERED = Pattern(r"1\. ?\S.{4,80}? 2\. ?\S.{3,}")
LONGEST = 1000
DATE = Pattern(r"^\d{4}-\d{2}-\d{2}-(?:\d{1,2}-)?")

MESSAGES = {
    "answer": (
        "題名が記事の題名ではなく、生成モデルの受け答えになっています",
        "the title is an answer of the model, not a title",
    ),
    "placeholder": ("題名が仮の文字列のままです", "the title is still a placeholder"),
    "led": (
        "題名の前にファイル名のスラッグが付いています",
        "the slug of the file stands before the title",
    ),
    "several": (
        "題名の候補がいくつか並んでいます",
        "several proposals stand in place of one title",
    ),
    "slug": (
        "題名がファイル名のスラッグそのものです",
        "the title is the bare slug of the file name",
    ),
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    title = post.title
    if title is None:
        return
    text = undressed(title.text[:LONGEST]).strip("「」『』\"' 　")
    key = _kind(post, text)
    if key is not None:
        yield Finding(title.whole, key)
        return
    led = LED.match(text)
    if led and _names_the_file(post, led["slug"]):
        at = title.text.find(led.group())
        yield Finding(title.span(at, at + len(led.group())), "led")
    elif text.count("1.") == 1 and NUMBERED.match(text):
        yield Finding(title.whole, "several")


def _kind(post: Post, text: str) -> str | None:
    begins = BEGINS.match(text) is not None
    if ANSWER_JA.match(text) or (begins and ANSWER_EN.match(text) and post.is_japanese):
        return "answer"
    if (begins or text.startswith(PLACEHOLDERS)) and PLACEHOLDER.fullmatch(text):
        return "placeholder"
    if SLUG.fullmatch(text) and post.is_japanese and _is_slug_of(post, text):
        return "slug"
    return None


def _names_the_file(post: Post, slug: str) -> bool:
    """Whether the words before a title are the post's slug; a tool's name stands in the body."""
    if slug in post.text[post.body.start : post.body.end].lower():
        return False
    stem = DATE.sub("", PurePosixPath(post.path).stem).lower()
    return stem in (slug, "index") or slug.count("-") + slug.count("_") >= 2


def _is_slug_of(post: Post, text: str) -> bool:
    """Whether it is the file's slug; of a package that is named so the body would speak."""
    stem = DATE.sub("", PurePosixPath(post.path).stem).lower()
    body = post.text[post.body.start : post.body.end].lower()
    return stem == text and text not in body


RULE = Rule(
    name="title-leak",
    group="title",
    severity=Severity.ERROR,
    messages=MESSAGES,
    check=check,
    doc=__doc__,
)
