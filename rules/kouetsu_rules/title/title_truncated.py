"""題名が途中で切れている。

## 何を見るか
次のどれかに当てはまる題名。

- 末尾が U+FFFD（文字の途中でバイト単位に切られた跡）
- 本文の見出し（最初の見出し、太字だけの行、単独の行）がその先を続けていて、しかも題名が語や文節の途
  中、助詞、読点、開いたままのかっこで終わる
- 本文の見出しの頭に `の可能性とは？` などの決まり文句が継がれ、継ぎ目か末尾が壊れている
  （`…はの可能性と`）。決まり文句しか残っていないもの、本文の書き出しの挨拶に継がれたものも含みます
- 検索結果に出た題名を写したもの。18 字以上で、空白と「...」「…」で終わります。本文に続きがあればエ
  ラー、なければ警告です。第二階層までの見出しも見ます
- 見出しがなくても、開きかっこ、読点、`その` のような語で終わる。16 字以上で、閉じないかっこの中や、
  「徹底比」「使い比」「共有す」のような語の半分で終わる。または末尾の数文字が、本文ではいつ
  も一語の途中に現れる。40 バイト前後で助詞に終わるだけのもの、13 字以上で「ための」「方法の」や、
  「すべての人に春を」のような願いでない「を」に終わるものは警告です

見出しが語の途中で続いていても、題名が一語だけのもの（`Go` と `Googleの…`）は、辞書にない片
仮名の語（`アプリケーシ`）でなければ見ません。題名の末尾も
一つの語になるもの（`便利なアプリ` と `便利なアプリケーション`）は警告です。

「へ」「と」「から」「まで」で結ぶ 15 字までの題名と、10 字に満たない題名は、わざとかもしれない
ので、見出しが続いていても警告にとどめるか、見ません（`島へ`、`豚に真珠`）。「漁村の未来」や「持ち物は？」のように、見
出しと違ってもそれだけで成り立つ題名は見ません。

長さが 40 バイト前後であることは傍証にだけ使います。切れ目のよい題名でも、その長さで終わって見出しが
続いていれば警告します。見出しがなく、ただ読点で終わる題名は、わざとかもしれないので情報です。

## なぜか
題名を作るスクリプトは、見出しをバイト数や字数で切り、そこに決まった語尾を継ぐことがあります。一覧や
検索結果で、いちばん目立つ傷です。

## 例
```md bad
---
title: "霧の港町を歩くための小さな案内と、はじめての渡し"
---

# 霧の港町を歩くための小さな案内と、はじめての渡し船の乗り方

朝の船着き場は静かです。
```
```md fixed
---
title: "霧の港町を歩くための小さな案内と、はじめての渡し船の乗り方"
---

# 霧の港町を歩くための小さな案内と、はじめての渡し船の乗り方

朝の船着き場は静かです。
```
```md good
---
title: "霧の港町を歩く"
---

# 霧の港町を歩くための小さな案内

朝の船着き場は静かです。
```

修正では、本文の見出しを題名に書き戻します。題名が見出しの頭と一致していれば安全な修正、そうでなけれ
ば確認の要る修正です。単独の行は、その最初の一文を題名とみなします。

## 限界
切れ目がたまたま名詞の切れ目に当たった題名（`霧の港町` など）は、短い題名と区別できないので指摘しま
せん。日記や詩のように書き出しを題にしたものも指摘しません。見出しを無作為な位置で切ると、六割ほどを
見つけます（400 件）。

機械が書いた記事で人が題名を直した 237 件のうち、234 件にエラーが付きました（title-markup と
title-leak を含む）。残る 3 件は好みの書き換えです。本文に題名が残る 44 件のうち 42 件は、修正の結果
が人の直したものと一致しました。人が書いた記事 375 本では指摘がありません。

## English
The title is cut.

### What it does
Reports titles that stop before their end. They end in U+FFFD; or the body's own headline (first
heading, bold line or plain line) goes on and the title ends within a word or phrase, in a particle,
a comma or an open bracket; or they were copied from a page of search results, which puts a blank
and three dots behind a long title (headings count, too; a warning where the body does not go on);
or they are a fragment with a stock suffix glued on; or their last words are such as no title ends
in, half a word (徹底比, 共有す) or a bracket that stays open among them. A title of one word, which
a longer word of the headline begins with (Go, Google), is left alone unless it is
katakana that no dictionary has (アプリケーシ); where the last of several
words is so (便利なアプリ, 便利なアプリケーション), it is a warning. Titles of less than ten
characters, and of up to 15 that end in へ, と, から or まで, may be meant so: they are left alone
or a warning, and a title that is whole without the headline (漁村の未来) is left alone. A
length of about 40 bytes is evidence, no proof: a title that ends well there while the headline
goes on is a warning, as is a particle without a headline (and from 13 characters on the end ための,
方法の or を, wishes aside), a mere comma an info. The fix writes the
headline into the title, safe where it begins with all of the title; of a plain line the first
sentence is taken.

### Why
Scripts cut headlines by bytes or characters and glue suffixes to what is left. No damage is more
visible in lists and search results.

### Limits
A cut that falls on the end of a noun phrase looks like a short title, and nothing is said; so does
the opening of a poem or a diary. Of 400 headlines cut at random six in ten are found. Of 237 titles
that people repaired 234 get an error (with title-markup and title-leak), and the fix equals the
repair in 42 of 44 where the body holds the title. No finding on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Rule, RuleOptions, Severity
from kouetsu_rules.title.cutting.cut import title_reading
from kouetsu_rules.title.cutting.restoring import related, restoring
from kouetsu_rules.title.cutting.snippets import snippets

MESSAGES = {
    "broken": (
        "題名が文字の途中で切れています（末尾が U+FFFD）",
        "the title is cut within a character (it ends in U+FFFD)",
    ),
    "cut": ("題名が「{tail}」で切れています", "the title is cut at “{tail}”"),
    "snippet": (
        "検索結果で短くされた題名が写されています（末尾が「{tail}」）",
        "this title was copied as a search engine had shortened it: it ends in “{tail}”",
    ),
    "comma": ("題名が読点で終わっています", "the title ends in a comma"),
    "length": (
        "題名が 40 バイトほどのところで終わり、本文の見出しはその先へ続いています",
        "the title ends at about 40 bytes, but the body's headline goes on",
    ),
    "open": (
        "題名が「{tail}」で終わり、本文の見出しはその先へ続いています",
        "the title ends in “{tail}”, but the body's headline goes on",
    ),
    "abridged": (
        "題名が「{tail}」で終わり、本文の見出しではその語がさらに続いています",
        "the title ends in “{tail}”, but the body's headline has a longer word there",
    ),
    "glued": (
        "途中で切れた題名に「{tail}」が継ぎ足されています",
        "“{tail}” is glued to a title that is cut",
    ),
    "suffix-lost": (
        "題名に決まり文句の「{tail}」しか残っていません",
        "nothing but the stock phrase “{tail}” is left of the title",
    ),
    "opening": (
        "題名が本文の書き出し「{tail}」から作られています",
        "the title is made of the first words of the body, “{tail}”",
    ),
    "headline": ("本文の見出し", "the body's headline"),
    "restore": ("題名を本文の見出しに戻す", "restore the title from the body's headline"),
    "trim": ("壊れた文字を削除する", "remove the broken character"),
}
# A title that ends well might be meant so: its length is evidence, no proof. And people end one in
# a comma on purpose.
MILD = {
    "length": Severity.WARNING,
    "open": Severity.WARNING,
    "abridged": Severity.WARNING,
    "comma": Severity.INFO,
}


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    reading = post.derived(title_reading)
    sure = reading is not None and reading.sure
    for cut in snippets(post):
        if not (sure and reading and reading.place.overlaps(cut.span)):
            severity = None if cut.certain else Severity.WARNING
            yield Finding(cut.span, "snippet", {"tail": cut.text}, severity=severity)
    if reading is None or not reading.sure:
        return
    yield Finding(
        reading.place,
        reading.kind,
        {"tail": post.text[reading.place.start : reading.place.end]},
        related=related(reading),
        fix=restoring(post, reading),
        severity=Severity.WARNING if reading.mild else MILD.get(reading.kind),
    )


RULE = Rule(
    name="title-truncated",
    group="title",
    severity=Severity.ERROR,
    messages=MESSAGES,
    check=check,
    yields_to=("title-leak",),
    doc=__doc__,
)
