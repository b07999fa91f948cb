"""本文が文の途中で切れたまま終わっている。

## 何を見るか
段落や箇条書きの最後の文が、句点のないまま途切れていないか。見出し、太字だけの行、題名、箇条書きや
コードや数式への導入、絵文字で終わる行は見ません。リンクで終わる行も、関連記事の一覧のほかは見ません。

句点がないだけでは誤りとしません。人の文章でも、十に一つの記事にはあるからです。次のどれかに当てはま
るときに指摘します。

- すぐ後に生成の終わりを示す印（`---END---` など）がある
- 切れた末尾が、記事の別の場所では文の途中として続いている
- 次の段落がその続き、または言い直しから始まる
- 句点で結ぶ段落ばかりの記事で、文を重ねた段落が助詞や活用の途中で止まり、次が見出しか段落である
- 文は違うのに、どれも同じ字数で「…」と切れている行が三つ以上あり、「…」で終わる行の半ばを占める
- 記事の URL を並べた記事で、長い段落が三つ以上、読点や助詞のあとの「...」で切れている（配信元の抜
  粋）。警告です
- 番号の付いた見出しが、主語の「…が」で終わっている（警告）
- 表が見出しの行だけで終わり、後に見出しや記事の終わりが来る
- 記事を終える表の、最後の行だけが閉じていない（欄がそろっていれば警告）
- 記事が箇条書きの番号（`3.`）だけで終わっている
- 番号付きの箇条書きが、文のある項目のあと、太字の点だけの項目で終わっている（警告）。`**...` のよう
  に太字が閉じず、節の終わりまで文がなければエラーです。すぐ下の段落がその項目のこと（`三つ目が思い
  出せない`）を語っていれば見ません
- 文の途中に、元の文が途切れているという注記（`……（※原文がここで途切れています）`）がある（警告）。
  手紙や手稿、訳した文章、古い掲示板や新聞の話をする記事と、次の段落で終わりについて語るものは見ませ
  ん
- 記事を終える長めの項目が、開きかっこで終わっている。かっこの中に九字以上あれば警告します
- 句点で終わる項目のあとで、記事を終える項目が読点で終わっている
- 太字の見出し語が `**三つ目の` のように閉じないまま切れていて、前の項目には見出し語と文があるか、記
  事のほかの場所が壊れている
- 項目が「（例：」「(e.g.」で終わり、例になる箇条書きもコードも画像も続かない
- 「関連記事」「あわせて読みたい」などの見出しの下に並ぶリンクの題名が、決まり文句や語の半ば
  （`…の可能`、`徹底比`）、閉じないかっこの中で終わっている。よそのサイトへのリンク、コロンで終わ
  るもの、40 バイトほどのところで「が」「の」「は」か読点で終わるものは警告です。
  「（前編」のように短く開いたものと、「…」で終わるものは見ません
- 記事の最後の文が、句点のないまま名詞で終わっている（警告）。主語のない短い文が「を」「に」「で」で
  終わるもの（`皆さんに、あたたかい春を`）や、かっこを開いたまま短く添えたもの（`晴れるはず（たぶん`）も、
  わざとかもしれないので警告です
- 記事に段落の繰り返しや生成の区切り記号があり、助詞・連体詞・活用の途中・長い文の半ばで終わる

## なぜか
生成は長さの上限で止まり、後処理のスクリプトは区切り記号だけを消して切り口を残します。読者は文の終わ
りを読めません。

## 例
```md bad
港町の朝は早い。夜明け前から船が出て、市場には

---END---

魚を並べる声が響く。
```
```md good
港町の朝は早い。夜明け前から船が出て、市場には魚を並べる声が響く。
```

## 限界
手で印を付けた記事 12 本の 23 か所を、生成の印があるときも消えたあとも、漏れなく誤りなく見つけます。
人が書いた記事 375 本では指摘がありません。規則を知らない人が 24 本の記事に一つずつ入れた切れ目 16
か所では、学ぶ前に 3 か所、今は 11 か所を見つけます。名詞や読点で終わる段落と、箇条書きの切れ目の多
くは、書き方の好みと区別できません。語の切れ目で切れた関連記事の題名も、短い題名と区別できません。

## English
### What it does
Reports prose whose last sentence stops before its end, a table that is no more than its head row or
ends the post within a row, and a list at whose bare number the post ends. The cut stands before a
generation marker; or its end stands continued elsewhere in the post; or the next block goes on with
it or says it again; or a paragraph of several sentences stops at a particle or an inflected stem
before a heading or paragraph, where the paragraphs of the post end in full stops; or three lines or
more, most of those that end in dots, do so at the same length; or, in a post that copies or
markers show to be damaged, it is a particle, an inflected stem or the middle of a long sentence. A
post whose last sentence ends in a noun, without a full stop, or is brief and may be a wish without
its verb (あたたかい春を), a numbered heading that stops at a subject (…が), and three long
paragraphs or more among addresses of articles that stop at a comma or a particle before `...`, as
excerpts of a feed do, are warnings.
A numbered list that goes on from items with sentences and ends in one of dots in bold is a warning,
and an error where the bold is left open (`**...`) and no sentence follows in the section; it is
left alone where the text right below tells of that item (`三つ目が思い出せない`). A note within a
sentence that its source breaks off there (`……（※原文がここで途切れています）`) is a warning, save
where the post speaks of letters, manuscripts, translating, or old forums and papers, or the next
paragraph of the end (`続きは見つかりません`).
A label that was begun in bold and never closed (`**The third poi`) is reported where the item
before it has one with a sentence behind it, or the post is damaged elsewhere.
An item of 20 characters or more that ends the post in an opening bracket is reported (a warning
where nine or more stand behind the bracket), one that ends it in a comma behind an item that ends
as a sentence does, and an item that stops at （例： or (e.g. with no list, code or picture behind
it. An aside at the end of the post whose bracket stays open (晴れるはず（たぶん) is a warning.
In a list of related posts, titles are reported that end in half a word or stock phrase (…の可能) or
within a bracket. These are errors where the link leads to a post of the site, and warnings where it
leads elsewhere; titles that end in a colon or, at about 40 bytes, in が, の, は or a comma
are always warnings. Titles shortened with dots or that leave a word
or two in a bracket (（前編) are left alone, and so are headings, bold lines, the post's title,
lead-ins to lists, code and formulas, and other lines that end in a link or an emoji.

### Why
Generation stops at a limit, and cleaners take away the marker but leave the cut.

### Limits
All 23 of 12 marked posts are found and nothing else is, with the markers standing and with them
taken away; none is reported on 375 posts by people. Of 16 cuts that a blind author made in 24
posts, one to a post, 3 were found before the rule learned from them and 11 since. A cut after a
noun or a comma, and most in a list, look like a matter of taste; a related title that is cut where
a word ends looks like a short one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Related, Rule, RuleOptions, Severity, Span
from kouetsu_rules.quoting import tail_of
from kouetsu_rules.seams.cuts.bold_labels import opened
from kouetsu_rules.seams.cuts.clipped import clips, excerpts
from kouetsu_rules.seams.cuts.headings import cut_headings
from kouetsu_rules.seams.cuts.items import cut_item, dotted_items, noted_cuts
from kouetsu_rules.seams.cuts.listed_titles import cut_titles
from kouetsu_rules.seams.cuts.tables import cut_row, cut_tables
from kouetsu_rules.seams.cuts.tails import Cut, cuts
from kouetsu_rules.seams.markers.segments import Segment

# A heading may be what a line leads to, and a noun may be meant for an end.
MILD = frozenset(("comma", "last"))
SHOWN = 40
"""How much of the cut sentence is reported at most."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for cut in post.derived(cuts):
        segment = cut.segment
        start = max(cut.start, segment.end - SHOWN)
        tail = tail_of(segment.prose.text, cut.start, segment.end)
        stars = opened(segment)
        span = segment.span(start, segment.end)
        yield Finding(
            # what the cut left open is no other damage
            span if stars is None else span.joined(stars.span),
            cut.evidence,
            {"tail": tail},
            related=_related(cut),
            severity=Severity.WARNING if cut.evidence in MILD else None,
        )
    for span, severity in cut_tables(post):
        yield Finding(span, "table", severity=severity)
    for clip in post.derived(clips):
        yield Finding(clip.span, "clipped", {"tail": clip.tail})
    for clip in post.derived(excerpts):
        yield Finding(clip.span, "excerpt", {"tail": clip.tail}, severity=Severity.WARNING)
    for span, tail in cut_headings(post):
        yield Finding(span, "heading", {"tail": tail}, severity=Severity.WARNING)
    for span, tail, sure in cut_titles(post):
        severity = None if sure else Severity.WARNING
        yield Finding(span, "related" if sure else "related-end", {"tail": tail}, severity=severity)
    item = cut_item(post)
    if item is not None:
        yield Finding(item, "item", {"tail": post.text[slice(*item)]})
    for span, sure in dotted_items(post):
        yield Finding(span, "dots", severity=None if sure else Severity.WARNING)
    for span in noted_cuts(post):
        yield Finding(span, "source", severity=Severity.WARNING)
    row = cut_row(post)
    if row is not None:
        yield Finding(row[0], "row", severity=row[1])


def _related(cut: Cut) -> tuple[Related, ...]:
    following = cut.segment.next
    if cut.evidence != "resumed" or following is None:
        return ()
    return (Related(_head(following), "continuation"),)


def _head(segment: Segment) -> Span:
    return segment.span(segment.start, min(segment.end, segment.start + 20))


RULE = Rule(
    name="truncated-text",
    group="seams",
    severity=Severity.ERROR,
    messages={
        "marker": (
            "文が「{tail}」で切れ、そのあとに生成時の区切り記号があります",
            "the text stops at “{tail}”, right before a generation marker",
        ),
        "continued": (
            "「{tail}」で文が切れていますが、記事の別の場所には続きがあります",
            "the text stops at “{tail}”, but the sentence goes on elsewhere in the post",
        ),
        "resumed": (
            "「{tail}」で文が切れ、次の段落がその続きか言い直しになっています",
            "the text stops at “{tail}”, and the next block continues or restarts the sentence",
        ),
        "open": (
            "「{tail}」で文が切れています",
            "the text stops in mid-sentence at “{tail}”",
        ),
        "comma": (
            "見出しの前で、文が「{tail}」で切れています",
            "the text stops at “{tail}”, right before a heading",
        ),
        "unfinished": (
            "「{tail}」で文が終わらないまま途切れています",
            "the last sentence is unfinished: “{tail}”",
        ),
        "short": (
            "「{tail}」だけの行は、文の切れ端とみられます",
            "this line is only “{tail}”, which looks like a scrap of a sentence",
        ),
        "end": (
            "記事が「{tail}」で切れたまま終わっています",
            "the post ends in mid-sentence at “{tail}”",
        ),
        "last": (
            "記事が「{tail}」で終わっていて、文が途切れているようです",
            "the post ends at “{tail}”; its last sentence seems to be cut",
        ),
        "label": (
            "太字の見出し語が「{tail}」で切れています",
            "the text stops within a label in bold, “{tail}”",
        ),
        "example": (
            "項目が「{tail}」で切れ、例がありません",
            "this item stops at “{tail}”, and no example follows",
        ),
        "clipped": (
            "決まった字数で切り詰められています（「{tail}」。同じ長さの行がほかにもあります）",
            "this was cut at a fixed length, as others of the post were: “{tail}”",
        ),
        "excerpt": (
            "配信元の抜粋のまま、文が「{tail}」で切れています",
            "as in the excerpt of a feed, the sentence stops at “{tail}”",
        ),
        "heading": (
            "見出しが主語の「{tail}」で切れているようです",
            "this heading seems to stop at its subject, “{tail}”",
        ),
        "related": (
            "関連記事の題名が「{tail}」で切れています",
            "the title of a related post is cut at “{tail}”",
        ),
        "related-end": (
            "関連記事の題名が「{tail}」で切れているようです",
            "the title of a related post seems to be cut at “{tail}”",
        ),
        "item": (
            "記事が箇条書きの番号「{tail}」だけで終わっています",
            "the post ends at the bare number of a list item, “{tail}”",
        ),
        "dots": (
            "項目が点だけで、中身がありません",
            "this item is nothing but dots",
        ),
        "source": (
            "元の文が途切れているという注記があり、文が終わっていません",
            "the sentence stops with a note that its source breaks off here",
        ),
        "table": (
            "表が見出しの行だけで切れています",
            "the table stops after its header row",
        ),
        "row": (
            "表の最後の行が途中で切れたまま、記事が終わっています",
            "the post ends within the last row of a table",
        ),
        "continuation": ("続きとみられる段落", "the likely continuation"),
    },
    doc=__doc__,
    check=check,
)
