"""本文や、その中の文が、ほかの言語で書かれている。

## 何を見るか
- 題名か概要に仮名があるのに、本文（三百字以上）の文字のうち仮名が 2 % もない記事。コード、表、引用
  は数えません
- 訳し残した英語の段落。二か所以上で日本語の段落にはさまれているもの
- 英語の見出しのままの題名で、本文の大見出しがその訳になっているもの
- 題名と概要がフランス語やドイツ語など、英語でないヨーロッパの言語のままで、本文は日本語の記事。概要
  が文になっているものに限ります
- 日本語の記事の中の中国語の段落、項目、文。続く文はまとめて一か所とします。漢字が十二字以上で、簡体
  字が三種類以上あり、日本語と同じ段落の中にあるか、離れた二か所以上にあるか、題名や概要であればエラー
  です。断りなく引いたものかもしれない一か所だけの段落、中国語の見出しの付いた節、記事の初めと終わり、
  中国の土地を取り上げる記事のものは警告です
- 日本語の記事の中の英語などの文、英語の記事の中の日本語の文で、引用でも訳でもなく、どの言語とも断っ
  ていないもの。同じ言語の段落が四つ以上ある記事では指摘しません

英語や看板、歌詞の記事だと題名か大見出しかタグが告げるもの、英語を一つ引くたびに日本語を一段落添え
るものは、引いて語っているとみて指摘しません。中国語も、すぐ前か後の日本語が看板、引用、訳などと告
げるもの、段落ごとに訳を添えるもの、すぐ上か下に同じ知らせのあるもの、ダッシュで始まる台詞、詩や古
典、中国語や漢詩を取り上げる記事のものは見ません。三つ以上の言語を並べた知らせも同じです。

## なぜか
翻訳の工程が抜けたまま、または別の言語の版と取り違えて公開されたものです。

## 例
```md bad
---
title: 朝の散歩のすすめ
---

Walking in the early morning is one of the simplest habits a person can take up, and one of the
easiest to keep. The streets are quiet, the air is cool, and nobody expects an answer from you. A
short round through the neighbourhood wakes the body gently, long before the first cup of coffee
has any effect. After two weeks most people find that they sleep better and that the first hour
of work has become the best one of the day.
```
```md good
---
title: 朝の散歩のすすめ
---

朝の散歩は、始めやすく続けやすい習慣です。
```

## 限界
手元の機械が書いた記事 569 本に、本文全体の例はありません。文については、この規則を知らない人の作っ
た 8 サイトの 4 か所をすべて見つけます。人が書いた記事 375 本では、どちらも指摘がありません。本文の
中では、フランス語など、ふつうの英字で書かれる言語の文を英語と見分けません。日本語と同じ字だけでできた
中国語は、ほかの中国語の隣にあるときだけ見つけます。

## English
### What it does
Reports a body, or a sentence in it, that is in another language than the post. A body is one of
three hundred letters or more with hardly any kana below a title or description that has some; code,
tables and quotations don't count. Chinese in a Japanese post is told paragraph by paragraph,
sentences that follow each other as one place. It is an error where it has twelve characters or more
and three different simplified ones, and stands within a paragraph of Japanese, in two places or
more, or in the title or description; it is a warning where a post has one such block only, at its
edges, in a part with a heading in Chinese, and in posts on a place in China. Sentences of English
or another script in a Japanese post, or of Japanese in an English one, count where nothing quotes,
names or translates them; posts with four or more paragraphs of that language are left alone.
Paragraphs that a translation left in English, in two places or more between Japanese ones, the
English title of the source above a headline in Japanese, and a title and description in French,
German, Spanish, Portuguese, Italian or Dutch above a Japanese body count, too, where the
description is a sentence. A post whose title, headline or tags tell of English, signs or lyrics,
and one that sets a paragraph of Japanese below each line of English, quotes on purpose. So does one
that names a sign, a quotation or a translation right beside the Chinese, translates it paragraph by
paragraph, has the same note in Japanese right above or below it, lets somebody speak behind a dash,
or is about the language or its poems. Poems and classics, and notices in three languages or more,
are left alone as well.

### Why
The translation was skipped, or another language's version was published in its place.

### Limits
There is no example of a whole body in 569 machine-written posts at hand. Of sentences all four in
eight sites by an author who did not know the rule are found. Neither is reported on 375 posts by
people. In the body, sentences of French and the like are not told from English. Chinese in
characters that Japanese has, too, is found only beside other Chinese.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.apart import apart
from kouetsu_rules.seams.foreign.chinese_passages import chinese_passages
from kouetsu_rules.seams.foreign.fields import foreign_fields
from kouetsu_rules.seams.foreign.passages import passages
from kouetsu_rules.seams.foreign.untranslated import bilingual, foreign_title, untranslated

KANA = Pattern(r"[぀-ヿ]")
LETTER = Pattern(r"[^\W\d_]")
LEAST = 300
SHARE = 0.02
SAMPLE = 2000


def _begins_japanese(post: Post) -> bool:
    """Whether the beginning of the body has kana enough: that is all most posts need."""
    sample = post.text[post.body.start : post.body.start + SAMPLE]
    return len(KANA.findall(sample)) >= SAMPLE * SHARE


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    whole = _whole(post)
    if whole is not None:
        yield whole
        return
    fields = list(foreign_fields(post))
    yield from (Finding(field.whole, "field") for field in fields)
    title = foreign_title(post)
    if title is not None and not fields:
        yield Finding(title.whole, "title")
    left = [Finding(prose.whole, "untranslated") for prose in untranslated(post)]
    found = (
        Finding(passage.prose.span(passage.start, passage.end), "passage")
        for passage in passages(post)
        if not (post.is_japanese and bilingual(post))
    )
    yield from apart((*left, *_chinese(post), *found))


def _chinese(post: Post) -> Iterator[Finding]:
    for stretch in chinese_passages(post):
        if not stretch.meant:
            severity = Severity.ERROR if stretch.certain else None
            span = stretch.prose.span(stretch.start, stretch.end)
            yield Finding(span, "passage", severity=severity)


def _whole(post: Post) -> Finding | None:
    """A body in another language than its title."""
    if _begins_japanese(post):
        return None
    fields = (post.field("title"), post.field("description"), post.field("excerpt"))
    if not any(field is not None and KANA.search(field.text) for field in fields):
        return None
    letters = kana = 0
    first = None
    for prose in post.prose:
        if prose.block is not None and prose.block.kind in ("paragraph", "item"):
            letters += len(LETTER.findall(prose.text))
            kana += len(KANA.findall(prose.text))
            first = first or prose
    if first is not None and letters >= LEAST and kana < SHARE * letters:
        return Finding(first.whole, "foreign")
    return None


RULE = Rule(
    name="foreign-body",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "foreign": (
            "題名は日本語ですが、本文はほかの言語で書かれています",
            "the title is Japanese, but the body is written in another language",
        ),
        "untranslated": (
            "この段落は訳されずに英語のまま残っています",
            "this paragraph was left in English",
        ),
        "title": (
            "題名が元の記事の英語のままで、本文の見出しだけが日本語です",
            "the title is still the English one of the source; the headline below is Japanese",
        ),
        "field": (
            "本文は日本語ですが、題名と概要がほかの言語のままです",
            "the body is Japanese, but its title and description are in another language",
        ),
        "passage": (
            "ほかの言語の文が混じっています",
            "this passage is in another language than the post",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("assistant-chatter",),
)
