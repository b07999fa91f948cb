"""計算の途中の長い小数がそのまま出ている。

## 何を見るか
- 小数点以下が九桁以上で、単位か助詞、英語なら語が続く数
- `0.30000000000000004` のように、二進小数の誤差が見える数

HTML の要素の中の文も見ます。コードのある技術記事では、誤差の見える数だけを見ます。表・数式・コード
の中、円周率などの定数、桁や丸めや電卓の表示を話題にする文、緯度と経度は見ません。

## なぜか
集計の結果を雛形に流し込むと、丸めていない数が文に入ります。その桁に意味はありません。

## 例
```md bad
来場者は前の年より 12.499999999999998%増えました。
```
```md good
来場者は前の年より 12.5%増えました。
```

## 限界
人が書いた記事 375 本では指摘がありません。桁の少ない丸め忘れ（`33.33%`）は見ません。

## English
### What it does
Reports numbers that were not rounded. They have nine decimals or more before a unit, a particle or
an English word, or show the error of binary fractions, in elements of HTML, too. In posts with code
only the second kind counts; tables, formulas, code, well-known constants, coordinates and sentences
about digits, rounding or what a calculator shows are left alone.

### Why
Results poured into a template come unrounded, and such digits mean nothing.

### Limits
No finding on 375 posts by people. Fewer digits (`33.33%`) are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity, Span
from kouetsu_rules.places import sentence_around
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded

LONG = (
    r"(?<![\d.,])\d{1,9}\.\d{9,20}(?![\d.])"
    r"(?=[ ]?(?:[%％]|[^\W\d_a-zA-Zぁ-ゟ]|[ぁ-ん]|[a-zA-Z]))"
)
BINARY = Pattern(r"(?<![\d.])\d{1,9}\.\d{0,8}(?:0{8,}[1-9]{1,2}|9{8,}\d{1,2})(?!\d)")
BINARY_OR_LONG = Pattern(f"{BINARY.expression}|{LONG}")
SHOWN = Pattern(r">(?P<text>[^<>]{4,400})</(?!script|style|path|svg|text|td|th|code|pre|kbd|samp)")
SIGNIFICANT = 4
"""A very small number with fewer figures than this is written as it is meant."""
# Numbers that are known for their digits: circle, e, golden section, roots, and the semitone.
CONSTANTS = (
    *("3.14159", "6.28318", "2.71828", "1.61803", "0.61803", "1.41421", "1.73205", "2.23606"),
    *("0.57721", "1.05946", "0.69314", "2.30258", "1.64493"),
)
# The sentence speaks of the digits, of who shows them, or of what they are exactly.
TOLD = Pattern(
    r"と(?:表示|出[たてる]|続[くきい])|という(?:数|値|小数|結果)|電卓|計算機|表計算|Excel|エクセル|丸め|四捨五入|誤差"
    r"|浮動小数|平方根|円周率|黄金比|対数|定数|循環|割り切れ|小数|桁|座標|緯度|経度|[北南]緯|[東西]経"
    r"|(?i:\b(?:spreadsheet|calculator|displays?|prints?|printed|decimals?|digits?|rounds?|rounded"
    r"|rounding|pi|golden|roots?|exact(?:ly)?|float(?:s|ing)?|precision|constant|coordinates?"
    r"|latitude|longitude)\b)"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    # in posts on programs a measured time may be quoted as it came
    pattern = BINARY if post.derived(coded) else BINARY_OR_LONG
    for prose in post.prose:
        for place in pattern.finditer(prose.text) if "." in prose.text else ():
            if len(place.group().replace(".", "").lstrip("0")) < SIGNIFICANT:
                continue
            if not prose.opaque(*place.span()) and not _told(prose.text, *place.span()):
                yield Finding(prose.span(*place.span()), "float")
    yield from _in_elements(post, pattern)


def _in_elements(post: Post, pattern: Pattern) -> Iterator[Finding]:
    """The same in what elements of HTML show, as in a caption."""
    for block in post.blocks:
        if post.text.startswith("<!--", block.span.start):
            continue
        for shown in SHOWN.finditer(post.text, *block.span) if block.kind == "html" else ():
            for place in pattern.finditer(post.text, *shown.span("text")):
                if not _told(post.text, *place.span()):
                    yield Finding(Span(*place.span()), "float")


def _told(text: str, start: int, end: int) -> bool:
    """Whether the number is a constant, or its digits are what the sentence is about."""
    if text.startswith(CONSTANTS, start) or spoken(text, start):
        return True
    return TOLD.search(text[slice(*sentence_around(text, start, end))]) is not None


RULE = Rule(
    name="raw-float",
    group="seams",
    severity=Severity.WARNING,
    messages={
        "float": ("小数が丸められていません", "this number was not rounded"),
    },
    doc=__doc__,
    check=check,
)
