"""かっこが閉じていない、または開いていない。

## 何を見るか
題名と段落ごとに「」『』（）【】の対を調べ、相手のないものを指摘します。題名ではエラー、本文では警告
です。「（」に半角の「)」が応じるのは対とみます。閉じるだけの丸かっこは、番号「1）」や顔文字に使われ
るので見ません。題名の「【を一度に出す」のように、助詞が続いて字そのものを指すものも見ません。段落の
終わりに短く添えて閉じない「（たぶん」は、生成の印のない記事では情報です。別の段落に相手があるもの（
段落をまたぐ引用）と、段落ごとに「で始まり、終わりの段落で閉じる長い話も見ません。

## なぜか
文の途中で生成が切れて継ぎ直されると、かっこの片方が失われます。切れ目の有力な手がかりになります。

## 例
```md bad
祖母は「急がば回れと言い、湯をゆっくり注いだ。
```
```md good
祖母は「急がば『ゆっくり』回れ」と言い、湯をゆっくり注いだ。
```

## 限界
人が書いた記事 375 本では 3 本に指摘があり、どれも打ち間違いでした。対が合っていて場所だけがおかしい
もの（「埋め込み」ます）は見つけられません。

## English
### What it does
Reports a bracket that has no partner: 「」『』（）【】, looked for in the title and in each block.
It is an error in a title, a warning in the body. A lone closing round bracket is left alone, and so
is a sign that a title speaks of (【を一度に出す).

### Why
Output that was cut and joined again loses one half of a pair.

### Limits
A few words behind a round bracket at the end of a paragraph are an info in a post without a
generator's marks. A quotation that goes on in another block is left alone, and so is a speech that
opens a bracket at each paragraph and closes the last one. A pair in the wrong
place is not seen. 3 of 375 posts by people are reported, all rightly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Set
from operator import itemgetter

from kouetsu.api import Finding, Pattern, Post, Prose, Rule, RuleOptions, Severity
from kouetsu_rules.places import cited
from kouetsu_rules.seams.markers.places import markers
from kouetsu_rules.shown import NAMED_SIGN

PAIRS = {"「": "」", "『": "』", "（": "）", "【": "】", "(": ")"}
CLOSERS = {"」": "「", "』": "『", "）": "（", "】": "【", ")": "("}
BRACKET = Pattern(r"[「」『』（）【】()]")
ROUND = "（）()"
ASIDE = 8
"""Letters that people add at the end of a paragraph behind a bracket without closing it."""
# Raised hands: (」・ω・)」 and (」゜ロ゜)」
KAOMOJI = Pattern(
    r"[(（]」[^」\n]{1,8}[)）]」?|[(（][^一-龥ぁ-ん\w「」『』]{2,8}[)）][」]"
    # 「(^^;」: a face that stays open
    r"|[(（][\^＾;；´｀・>＞<＜][^\w「」『』()（）]{0,6}(?=[」』])"
)

# 「と『の使い分け: a particle with which nothing in brackets begins.
SPOKEN_OF = Pattern(rf"[ ]?(?:{NAMED_SIGN}|[をとの][「『（【(])")
# 「「」: the sign itself is spoken of.
SIGN = Pattern(r"「[「」『』（）【】()]」(?!」)|『[『』「」（）【】()]』(?!』)")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    titles = () if post.title is None else (post.title,)
    lonely = [(prose, at) for prose in (*titles, *post.prose) for at in unmatched(prose)]
    alone = set(lonely)
    signs = {prose.text[at] for prose, at in lonely if prose.field is None}
    spoken = _speeches(post, alone) if alone else frozenset()
    for prose, at in lonely:
        if (prose, at) in spoken:
            continue
        sign = prose.text[at]
        # A title may speak of the sign: 【を一度に出す. Behind a closing one the same is common.
        if prose.field == "title" and sign in PAIRS and SPOKEN_OF.match(prose.text, at + 1):
            continue
        partner = PAIRS.get(sign) or CLOSERS[sign]
        # Its partner stands alone elsewhere: a quotation of several paragraphs.
        if prose.field is None and partner in signs:
            continue
        if at and prose.text[at - 1] == sign and (prose, at - 1) in alone:
            continue  # told with the first of its run: a line may be a million of them
        upto = at + 1
        while prose.text[upto : upto + 1] == sign and (prose, upto) in alone:
            upto += 1
        values = {"sign": sign, "partner": partner}
        # Of a title all is there to see: nothing closes elsewhere.
        severity = Severity.ERROR if prose.field == "title" else None
        # 晴れるはず（たぶん: an aside that is left open, where no generator broke off.
        rest = len(prose.text) - upto if prose.field is None and sign in ROUND else ASIDE + 1
        if rest <= ASIDE and not post.derived(markers):
            severity = Severity.INFO
        yield Finding(prose.span(at, upto), "lonely", values, severity=severity)


def _speeches(post: Post, alone: Set[tuple[Prose, int]]) -> frozenset[tuple[Prose, int]]:
    """The brackets of a speech that opens one at each paragraph, and closes the last alone."""
    heads: list[tuple[Prose, int]] = []
    found: set[tuple[Prose, int]] = set()
    for prose in post.prose:
        at = len(prose.text) - len(prose.text.lstrip())
        if prose.text[at : at + 1] not in ("「", "『"):
            heads = []
        elif (prose, at) in alone:
            heads.append((prose, at))
        else:
            if prose.text.rstrip("。 \n").endswith(("」", "』")):
                found.update(heads)
            heads = []
    return frozenset(found)


def unmatched(prose: Prose) -> list[int]:
    """The offsets of brackets without a partner in that prose."""
    faces = sorted(
        found.span() for shape in (KAOMOJI, SIGN) for found in shape.finditer(prose.text)
    )
    stack: list[tuple[str, int]] = []
    waiting = Counter[str]()
    lonely: list[int] = []
    for found in BRACKET.finditer(prose.text):
        sign, at = found.group(), found.start()
        if prose.opaque(at, at + 1) or _inside(at, faces):
            continue
        if sign in PAIRS:
            stack.append((sign, at))
            waiting["(" if sign in ROUND else sign] += 1
            continue
        partner = "(" if sign in ROUND else CLOSERS[sign]
        if not waiting[partner]:
            lonely.append(at)
            continue
        depth = len(stack) - 1
        while depth >= 0 and not _pair(stack[depth][0], sign):
            depth -= 1
        lonely += [at for _, at in stack[depth + 1 :]]
        for opening, _ in stack[depth:]:
            waiting["(" if opening in ROUND else opening] -= 1
        del stack[depth:]
    lonely += [at for _, at in stack]
    # A link's text is the title of another page, as it stands there.
    linked = [(mark.start, mark.end) for mark in prose.marked("link")]
    return [
        at
        for at in sorted(lonely)
        if prose.text[at] not in "）()"
        and not _inside(at, linked)
        and not cited(prose.text, at, at + 1)
    ]


def _inside(at: int, ranges: list[tuple[int, int]]) -> bool:
    """Whether one of the ascending ranges, none within another, holds the offset."""
    index = bisect_right(ranges, at, key=itemgetter(0)) - 1
    return index >= 0 and at < ranges[index][1]


def _pair(opening: str, closing: str) -> bool:
    return PAIRS[opening] == closing or (opening in ROUND and closing in ROUND)


RULE = Rule(
    name="unmatched-bracket",
    group="typos",
    severity=Severity.WARNING,
    messages={
        "lonely": (
            "かっこ {sign} に対応する {partner} がありません",
            "“{sign}” has no matching “{partner}”",
        ),
    },
    doc=__doc__,
    check=check,
    yields_to=("truncated-text", "title-truncated"),
)
