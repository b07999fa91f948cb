"""題名が、生成モデルの受け答え、仮の文字列、またはスラッグそのものになっている。

## 何を見るか
- 断りや返事、作業の報告で始まる題名（`申し訳ありませんが…`、`承知しました。記事を…`、
  `記事を作成しました`、日本語の記事に `I apologize, but …`）
- 記事を頼む指示文（`以下の資料を参考に…ブログ記事を書いてください`）
- 仮の文字列のままの題名（`ここにタイトルを入力`、`[タイトル]`）。`無題` と `Untitled` は、大見出し
  か三つ以上の見出しのある記事でエラー、ほかでは情報です。大見出しのない `無題` は絵の名かもしれない
  ので警告です
- ファイル名のスラッグと同じで、本文に出てこない題名（`harbor-guide-update`）と、スラッグで始まる題
  名（`harbor-guide: 港の朝`）
- 題名の候補が二つ並んだもの（`1. … 2. …`）
- コードのない記事の、記事を作るコマンドのオプションで始まる題名（`--title完全ガイド`）
- 題名に入り込んだ記事の本文（空行か見出しのあとに文が続くもの、一行目と同じ見出しが続くもの）
- 検索語の並びのままの題名（`港 釣り 初心者 方法`）。警告です

## なぜか
題名を作る段階が失敗したのに、そのまま公開された記事です。一覧でも検索結果でも、すぐ目に付きます。

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

## 修正
題名に入り込んだ本文は、一行目だけを残して削除します（要確認）。

## 限界
ほかの題名は、正しいものが分からないので、修正がありません。英語の受け答えは、本文が日本語のときだけ数えます。歌の
名のように語の頭が大文字のもの（`I Can't Help Myself`）と、`記事を作成しました、という通知` のように
文が続くものは見ません。人が書いた記事 375 本では指摘がなく、機械が書いた一つのサイトの 365 本では 4
本を指摘し、どれも正しい指摘でした。

## English
The title is an answer of a model, a placeholder or a bare slug.

### What it does
Reports titles that were never made. They begin as a refusal, an assent or a report of work (English
ones only over a Japanese text, and none that is written as the name of a song), are placeholders (a
bare `Untitled` is an info in a post without a headline or three headings, and a picture may be
called 無題), are the request for the post (`以下の資料を参考に…ブログ記事を書いてください`), equal
the slug of the file and do not stand in the body, begin with the slug (`harbor-guide: …`), hold the
article itself (sentences behind a blank line or a heading, or the first line again as a heading),
are two numbered proposals, or begin with an option of the command that makes posts in a post
without code (`--title完全ガイド`). A title that is the words of a search as they are typed
(`港 釣り 初心者 方法`) is a warning.

### Why
The step that makes titles failed, and the post was published all the same.

### Limits
Where the article stands behind a title, the first line can be kept after a look; elsewhere the
right title is not known, so there is no fix. Names of packages look like slugs; a title that
the body repeats is left alone. No finding on 375 posts by people; 4 on 365 posts of one
machine-written site, all right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Prose,
    Rule,
    RuleOptions,
    Safety,
    Severity,
)
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.shown import coded
from kouetsu_rules.subject import CALL
from kouetsu_rules.title.dressing.answers import is_answer
from kouetsu_rules.title.dressing.dressing import undressed, unwrapped

# A poem and a photograph may have no title, and the first post of a new blog be a test.
UNNAMED = Pattern(
    r"untitled(?:[ _-]?\d+)?|無題|no title|test (?:post|article)|テスト(?:投稿|記事)",
    re.IGNORECASE,
)
ARTICLE = 3
"""So many headings has an article that a title was meant for."""
PLACEHOLDER = Pattern(
    r"(?:無題の?(?:記事|投稿|ドキュメント)|(?:my )?new post"
    r"|(?:ここに)?(?:記事の?)?(?:タイトル|題名|見出し)(?:を?(?:入力|挿入|記入|入れる)(?:してください)?)?"
    r"|title(?: here)?|your title(?: here)?|article title|blog post title|post title"
    r"|[\[［【〔<{]+[^\]］】〕>}]*(?:タイトル|題名|title)[^\]］】〕>}]*[\]］】〕>}]+"
    r"|lorem ipsum(?:,? dolor[a-z ,.]*)?[ .…\d]*|null|undefined"
    r"|(?-i:TBD|TODO|tbd|todo)|xxx+|〇〇+|○○+)",
    re.IGNORECASE,
)
# perf: hardly any title begins so, and the pattern of the whole takes a millisecond to compile.
BEGINS = Pattern(
    r"my new|new post|title|your|article|blog|post|[\[［【〔<{]|lorem|null"
    r"|undefined|tbd|todo|xxx|〇〇|○○",
    re.IGNORECASE,
)
PLACEHOLDERS = ("無題", "ここに", "記事", "タイトル", "題名", "見出し")
"""How Japanese ones begin."""
SLUG = Pattern(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
LED = Pattern(r"(?P<slug>[a-z0-9]+(?:[-_][a-z0-9]+)+)(?:\.mdx?)?[ ]*(?:[:：|]|[ ][-–—])[ ]*(?=\S)")
# Two of a list of titles, run together.
NUMBERED = Pattern(r"1\. ?\S.{4,80}? 2\. ?\S.{3,}")
# A name in Latin letters is one word, however many it has: VS Code.
TYPED = r"(?:[!-~]++(?: [!-~]++)*+(?= )|(?![!-~]+ )[^\s。、！？「」|｜]{1,12})"
# Words as they are typed into a search box, the last of which says what is wanted.
SEARCHED = Pattern(
    rf"{TYPED}(?: {TYPED}){{1,3}} (?:おすすめ|比較"
    r"|ランキング|使い方|料金|口コミ|評判"
    r"|やり方|作り方|書き方|始め方|選び方|方法|手順|初心者|違い|メリット|デメリット|対策|とは)"
)
# What one has done with a piece of software, noted as people note it.
MEMO = Pattern(r"(?:[A-Z][\w.+#-]+ )*[A-Z][\w.+#-]+ v?\d+(?:\.\d+)*(?= )")
# The command that makes posts took the name of its own option for the word to write about.
OPTION = Pattern(
    r"--(?:title|topic|theme|keywords?|prompt|slug|category|tags?|subject|date|model|lang"
    r"|output|count|author)(?![\x20-\x7eのをがはでにって一])"
)
# What stands below is named, as in a prompt, and a text is ordered on it.
REQUEST = Pattern(
    r"^(?:以下|下記|次)の[^。、]{2,60}を(?:参考に|もとに|基に|踏まえ|使っ|元に)"
    r"(?=[^。]*(?:ブログ|SEO|技術|[Ww]eb|ウェブ|解説|まとめ|ニュース)(?:向けの?|の)?記事)[^。]{0,120}?"
    r"記事を?[^。]{0,16}(?:書い|作成し|生成し|執筆し|作っ|出力し)て(?:ください|下さい)"
)
CALLS = Pattern(rf"{CALL}|学級|授業|課題|ワーク(?:シート)?|レッスン|発表者")
# What only a text has: another paragraph, or a heading.
TEXT = Pattern(r"(?<!\s)\s*\n(?:\s*\n\s*(?=\S)|(?=#{1,6} ))")
STOP = Pattern(r"[。！？]")
SENTENCES = 40
"""A subtitle is shorter."""
LONGEST = 1000
SPOKEN_OF = 3
DATE = Pattern(r"^\d{4}-\d{2}-\d{2}-(?:\d{1,2}-)?")

MESSAGES = {
    "answer": (
        "題名が記事の題名ではなく、生成モデルの受け答えになっています",
        "the title is an answer of the model, not a title",
    ),
    "request": (
        "題名が、記事を頼む指示文になっています",
        "the title is the request for the post",
    ),
    "placeholder": ("題名が仮の文字列のままです", "the title is still a placeholder"),
    "option": (
        "題名に、記事を作るコマンドのオプションの名が入っています",
        "the title has the option of the command that makes posts",
    ),
    "article": (
        "題名に記事の本文が入り込んでいます",
        "the title holds the article itself",
    ),
    "first": ("題名の一行目だけを残す", "keep the first line of the title"),
    "led": (
        "題名の前にファイル名のスラッグが付いています",
        "the slug of the file stands before the title",
    ),
    "searched": (
        "題名が検索語の並びのままです",
        "the title is the words of a search as they are typed",
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
    body = TEXT.search(title.text.strip())
    if body is not None and _is_article(body):
        yield _article(post, title, body)
        return
    whole = undressed(title.text[:LONGEST])
    if REQUEST.search(unquoted(whole)) and not CALLS.search(whole):
        yield Finding(title.whole, "request")
        return
    if is_answer(unwrapped(whole), post.is_japanese):
        yield Finding(title.whole, "answer")
        return
    text = whole.strip("「」『』\"' 　")
    if UNNAMED.fullmatch(text):
        yield Finding(title.whole, "placeholder", severity=_unnamed(post, text))
        return
    key = _kind(post, text)
    if key is not None:
        yield Finding(title.whole, key)
        return
    if SEARCHED.fullmatch(text) and not MEMO.match(text):
        yield Finding(title.whole, "searched", severity=Severity.WARNING)
        return
    if OPTION.match(title.text.strip()) and not post.derived(coded):
        yield Finding(title.whole, "option")
        return
    led = LED.match(text)
    if led and _names_the_file(post, led["slug"]):
        at = title.text.find(led.group())
        yield Finding(title.span(at, at + len(led.group())), "led")
    elif text.count("1.") == 1 and NUMBERED.match(text):
        yield Finding(title.whole, "several")


def _is_article(body: re.Match[str]) -> bool:
    """Whether what stands below the first line is told in sentences, or is its heading again."""
    first, rest = body.string[: body.start()], body.string[body.end() :]
    again = rest.lstrip("# ").startswith(first)
    return again or (len(rest) >= SENTENCES and STOP.search(rest) is not None)


def _article(post: Post, title: Prose, body: re.Match[str]) -> Finding:
    begun = len(title.text) - len(title.text.lstrip())
    first = title.span(begun, begun + body.start())
    # styles of YAML that move the lines have their place as a whole
    if post.text[slice(*first)] != body.string[: body.start()]:
        return Finding(title.whole, "article")
    rest = title.span(begun + body.start(), begun + body.endpos)
    line = body.string[body.end() :].partition("\n")[0]
    told = title.span(begun + body.end(), begun + body.end() + len(line))
    return Finding(told, "article", fix=Fix((Edit(rest, ""),), Safety.UNSAFE, "first"))


def _unnamed(post: Post, text: str) -> Severity:
    """How grave it is to have no title: an article was to have one."""
    headings = [block for block in post.blocks if block.kind == "heading"]
    if any(heading.level == 1 for heading in headings):
        return Severity.ERROR
    if len(headings) < ARTICLE:
        return Severity.INFO
    # 無題 is what many a picture is called, however long is what is said of it
    return Severity.WARNING if text == "無題" else Severity.ERROR


def _kind(post: Post, text: str) -> str | None:
    if (BEGINS.match(text) or text.startswith(PLACEHOLDERS)) and PLACEHOLDER.fullmatch(text):
        return None if _speaks_of(post, text.strip("[]［］【】〔〕<>{}")) else "placeholder"
    if SLUG.fullmatch(text) and post.is_japanese and _is_slug_of(post, text):
        return "slug"
    return None


def _names_the_file(post: Post, slug: str) -> bool:
    """Whether the words before a title are the post's slug; a tool's name stands in the body."""
    body = post.text[post.body.start : post.body.end].lower()
    if slug in body or re.sub("[-_]", " ", slug) in body:
        return False
    stem = DATE.sub("", PurePosixPath(post.path).stem).lower()
    return stem in (slug, "index") or slug.count("-") + slug.count("_") >= 2


def _speaks_of(post: Post, word: str) -> bool:
    """Whether the body says the word again and again, as a page on null or on titles does.

    Of 「記事の見出し」 it says the latter half.
    """
    return post.text.count(word.rpartition("の")[2], post.body.start) >= SPOKEN_OF


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
