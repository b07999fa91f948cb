"""計算の途中の長い小数がそのまま出ている。

## 何を見るか
- 小数点以下が八桁以上で、単位か助詞、英語なら語が続く数
- `0.30000000000000004` のように、二進小数の誤差が見える数
- `33.333333%` のように、同じ数字の続く数

コードのある技術記事では、誤差の見える数だけを見ます。表・数式・コードの中、円周率などの定数、桁や丸
めや電卓の表示を話題にする文、緯度と経度は見ません。

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
Reports numbers that were not rounded. They have eight decimals or more before a unit, a particle or
an English word, show the error of binary fractions, or repeat one figure over and over
(`33.333333%`). In posts with code only the second kind counts; tables, formulas, code, well-known
constants, coordinates and sentences about digits, rounding or what a calculator shows are left
alone.

### Why
Results poured into a template come unrounded, and such digits mean nothing.

### Limits
No finding on 375 posts by people. Fewer digits (`33.33%`) are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Rule, RuleOptions, Severity
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded

LONG = Pattern(
    r"(?<![\d.,])\d{1,9}\.\d{8,20}(?![\d.])"
    r"(?=[ ]?(?:[%％]|[^\W\d_a-zA-Zぁ-ゟ]|[ぁ-ん]|[a-zA-Z]))"
)
# In posts on programs a measured time may be quoted as it came, but no share and no count.
SHARE = Pattern(r"(?<![\d.,])\d{1,9}\.\d{12,20}(?=[ ]?[%％円人件個回歩台])")
BINARY = Pattern(r"(?<![\d.])\d{1,9}\.\d{0,8}(?:0{8,}[1-9]{1,2}|9{8,}\d{1,2})(?!\d)")
# One figure over and over before a unit, and yen to the tenth: prints of a program too.
PERIODIC = Pattern(
    r"(?<![\d.,])\d{1,9}\.\d?(\d)\1{4,7}\d?(?=[ ]?[%％円人件個回])|(?<![\d.])\d{4,9}\.0(?=円)"
)
SIGNIFICANT = 4
"""A very small number with fewer figures than this is written as it is meant."""
CODED = Pattern(f"{BINARY.expression}|{SHARE.expression}")
BINARY_OR_LONG = Pattern(f"{BINARY.expression}|{LONG.expression}|{PERIODIC.expression}")
# Numbers that are known for their digits: circle, e, golden section, roots, and the semitone.
CONSTANTS = (
    *("3.14159", "6.28318", "2.71828", "1.61803", "0.61803", "1.41421", "1.73205", "2.23606"),
    *("0.57721", "1.05946", "0.69314", "2.30258", "1.64493"),
)
# The sentence speaks of the digits, of who shows them, or of what they are exactly.
TOLD = Pattern(
    r"と(?:表示|出[たてる]|続[くきい])|という(?:数|値|小数|結果)|と(?:書|打|入力)|電卓|計算機|表計算|スプレッドシート"
    r"|Excel|エクセル|丸め|四捨五入|切り上げ|切り捨て|誤差|浮動小数|平方根|立方根|乗根|円周率|黄金比|対数|定数|循環|割り切れ"
    r"|小数|桁|座標|緯度|経度|[北南]緯|[東西]経|端末|画面|ログ"
    r"|(?i:\b(?:spreadsheet|calculator|insists?|displays?|displayed|prints?|printed|cell|screen|decimals?|digits?"
    r"|rounds?|rounded|rounding|pi|golden|roots?|exact(?:ly)?|float(?:s|ing)?|precision|constant|coordinates?"
    r"|latitude|longitude|lies at|logs?|console)\b)"
)


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    for prose in post.prose:
        if "." not in prose.text or not BINARY_OR_LONG.search(prose.text):
            continue
        pattern = CODED if post.derived(coded) else BINARY_OR_LONG
        for place in pattern.finditer(prose.text):
            if len(place.group().replace(".", "").lstrip("0")) < SIGNIFICANT:
                continue
            if not prose.opaque(*place.span()) and not _told(prose.text, *place.span()):
                yield Finding(prose.span(*place.span()), "float")


def _told(text: str, start: int, end: int) -> bool:
    """Whether the number is a constant, or its digits are what the sentence is about."""
    if text.startswith(CONSTANTS, start) or spoken(text, start):
        return True
    begin = max(text.rfind(sign, 0, start) for sign in ("。", "\n", ". ")) + 1
    stop = [at for at in (text.find(sign, end) for sign in ("。", "\n", ". ")) if at >= 0]
    return TOLD.search(text[begin : min(stop, default=len(text))]) is not None


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
