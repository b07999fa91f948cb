"""本文が文の途中で切れたまま終わっている。

## 何を見るか
段落や箇条書きの最後の文が、句点のないまま途切れていないか。見出し、太字だけの行、題名、箇条書きや
コードや数式への導入、リンクや絵文字で終わる行は見ません。

句点がないだけでは誤りとしません。人の文章でも十のうち一つの記事にはあるからです。次のどれかが
そろったときに報告します。

- すぐ後に生成の終わりを示す印（`---END---` など）がある
- 切れた末尾が、記事の別の場所で文の途中として続いている
- 次の段落がその続き、または言い直しから始まる
- 表が見出しの行だけで終わり、後に見出しや記事の終わりが来る
- 記事に段落の繰り返しや生成の区切り記号があり、助詞・連体詞・活用の途中・長い文の半ばで終わる

## なぜか
生成は長さの上限で止まり、後処理のスクリプトは区切り記号だけを消して切り口を残します。読者は文の終
わりを読めません。

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
印が立つ記事では、印の前で閉じていない本文をすべて報告します（手で印を付けた 12 記事の 23 か所で、
漏れも誤りもありません）。印を消したあとは、同じ 23 か所をすべて、別の 365 記事では切れ目 736 か所
の 96 % を見つけ、誤りは 1 % ほどでした。人の書いた 375 記事では 0 件です。繰り返しも区切り記号も
ない記事の一か所だけの切れ目と、短い名詞で終わる行や箇条書きの切れ目は、書き方の好みと区別できませ
ん。

## English

### What it does
Reports a table that is no more than its head row, and prose whose last sentence stops before its
end: before a generation marker, where the
end stands continued elsewhere in the post, where the next block goes on with it or says it
again, and, in a post that copies or markers show to be damaged, where it ends in a particle, an
inflected stem or the middle of a long sentence. Headings, bold lines, titles, lead-ins to lists,
code and formulas, and lines that end in a link or an emoji are sound.

### Why
Generation stops at a limit, and cleaners take away the marker but leave the cut.

### Limits
With markers standing everything unclosed before one is reported (all 23 of 12 marked posts, and
nothing else). With the markers taken away all 23 are still found, and 96 % of 736 in 365 other
posts, with about 1 % of the reports wrong; none on 375 files by people. A single cut in a post
without copies or markers, and one after a short noun in a line or list, look like a matter of
taste.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Post, Related, Rule, RuleOptions, Severity, Span
from kouetsu_rules.quoting import tail_of
from kouetsu_rules.seams.cut_tables import cut_tables
from kouetsu_rules.seams.cut_tails import Cut, cuts
from kouetsu_rules.seams.segments import Segment

SHOWN = 40
"""How much of the cut sentence is reported at most."""


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for cut in post.derived(cuts):
        segment = cut.segment
        start = max(cut.start, segment.end - SHOWN)
        tail = tail_of(segment.prose.text, cut.start, segment.end)
        yield Finding(
            segment.span(start, segment.end),
            cut.evidence,
            {"tail": tail},
            related=_related(cut),
            # a heading may be what the line leads to
            severity=Severity.WARNING if cut.evidence == "comma" else None,
        )
    for span, severity in cut_tables(post):
        yield Finding(span, "table", severity=severity)


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
        "table": (
            "表が見出しの行だけで切れています",
            "the table stops behind its head row",
        ),
        "continuation": ("続きとみられる段落", "the likely continuation"),
    },
    doc=__doc__,
    check=check,
)
