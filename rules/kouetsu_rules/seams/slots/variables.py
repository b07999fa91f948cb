"""Variables of templates, and the keys of links that a script was to put in."""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post
from kouetsu_rules.seams.slots.context import Context, Notation, doubtful, perhaps, plain, sure

JAPANESE = "ぁ-んァ-ヶ一-鿿々ー"
SNAKE = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+"
UPPER = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"

# What is said of the value; who tells of the variable says where it stands.
OF = r"の(?!部分|ところ|箇所|欄|値|意味|中|位置|前|後|集)"
NAMED_IN_CAPITALS = Notation(
    "variable",
    Pattern(
        # JSX passes its objects in such brackets, and templates filter names in small letters
        rf"(?<!=)\{{\{{[ ]?{UPPER}(?:[ ]?[:：|][^{{}}\n|]{{1,120}})?[ ]?\}}\}}"
        # a small word before a colon is a tag of the site's own, but for what a page is made of
        r"|(?<!=)\{\{[ ]?(?!(?!image|img|photo|picture|figure|video|link|url)[a-z]{2,20}:)"
        rf"[^{{}}\n%<.|#/\"'=]{{0,20}}[{JAPANESE}][^{{}}\n%<|]{{0,60}}\}}\}}"
        rf"|%%[A-Za-z]\w{{2,40}}%%|@@[A-Za-z]\w{{2,40}}@@|__[A-Z]{{2,}}(?:_[A-Z]+)*__(?=[{JAPANESE}])"
        r"|\[\[[A-Z][A-Z_ ]{2,20}[ ]?[:：|][^\]\n]{1,80}\]\]"
        r"|(?:^|(?<=\n))[ \t]*\[\[(?:画像|図|写真|スクリーンショット)[ ]?[:："
        r"|][^\]\n]{1,80}\]\][ \t]*(?=\n|$)"
        # browsers name what went wrong so
        r"|\[(?!ERR(?:OR)?_)[A-Z]{2,}_[A-Z0-9_]{1,40}\](?![(\[:])"
        r"|\[-{1,3}(?!END|FIN|EOF|NOTE|MEMO)[A-Z]{3,}(?:[_ ][A-Z]+)*-{1,3}\](?![(\[:])"
        r"|\[(?:INSERT|PLACEHOLDER|YOUR|INTERNAL LINK|IMAGE)[ :：][^\]\n]{1,80}\](?![(\[:])"
    ),
    sure,
)


def _not_its_own(place: re.Match[str], context: Context) -> bool | None:
    """A post that shows templates may mean its site's own, one with code any program's."""
    if context.templates or (context.technical and not place.group().startswith("{{")):
        return None
    return not context.technical


NAMED_IN_SMALL_LETTERS = Notation(
    "variable",
    Pattern(
        r"(?<!=)\{\{[ ]?[a-z][A-Za-z0-9]*(?:_[a-z0-9]+)*[ ]?\}\}"
        r"|(?<![\\$])\$\{[A-Za-z_]\w{1,40}\}"
        rf"|(?<=[{JAPANESE}【〔（、。：｜])\{{[a-z]{{3,20}}\}}(?=[{JAPANESE}])"
        rf"|(?<=[{JAPANESE}])\{{[a-z]{{3,20}}\}}(?=[】〕）、。：｜])"
        rf"|(?:^|(?<=\n))\{{[a-z]{{3,20}}\}}(?={OF})"
        rf"|(?<![{{$\\_^/A-Za-z0-9`=])\{{(?:{SNAKE}|[{JAPANESE}]{{0,10}}名)\}}(?![}}/])"
    ),
    _not_its_own,
    readers=True,
)

# What programs put a value into, where a sentence takes up the value.
FORMAT = Notation(
    "variable",
    Pattern(r"(?<![A-Za-z0-9_%{$\\])(?:%s|#\{[a-z_]{2,30}\})" + f"(?={OF})"),
    perhaps,
)
TAG = Notation(
    "variable",
    Pattern(
        r"<%=?[ ][^%\n]{1,60}%>|<(?:YOUR|INSERT|ADD|PLACEHOLDER|REPLACE)[ _:：-][^<>\n]{1,60}>"
        r"|[<＜]ここに[^<>＞\n]{1,30}[>＞]"
    ),
    plain,
)

# In code such a name is any program's.
ALONE = Notation(
    "variable",
    Pattern(r"^[ \t]*\{[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\}[ \t]*$", re.MULTILINE),
    doubtful,
)

OPEN, CLOSE = r"[\[［【〔(（<＜{]", r"[\]］】〕)）>＞}]"
SQUARE, SQUARED = r"[\[［【〔]", r"[\]］】〕]"
WITHIN = r"[^\[\]［］【】〔〕()（）<>＜＞{}\n]"
NAME = rf"(?:[ ]?[:：|｜][ ]?|[ ][-–—][ ])(?!{WITHIN}*//|[\d .,]*{CLOSE}){WITHIN}{{1,80}}"
# What a page is built of, as a key in capitals.
KEY = (
    r"(?:[A-Z]{2,20}[_-]){1,3}(?:LINKS?|URL|AFFILIATE|INTERNAL|EXTERNAL|CTA|BANNER|AD|EMBED"
    r"|PRODUCT|RELATED|CARD)(?:[_-][A-Z0-9]{1,20}){0,3}"
)
# One word alone is a key only where it names what no reader needs the name of.
WORD = r"(?:AFFILIATE|INTERNAL|EXTERNAL|CTA|LINKS?|PRODUCT|RELATED|[Ii]nternal|[Aa]ffiliate)"
LINK = (
    r"(?:(?:[Aa]ffiliate|[Ii]nternal)[ _-]?(?:[Ll]inks?|URL|url)|[Pp]roduct[ _-](?:[Ll]ink|[Cc]ard)"
    r"|(?:内部|アフィリエイト|商品|購入|広告|関連記事)リンク(?:挿入)?)"
)
NAMED_LINK = Notation(
    "variable",
    Pattern(
        rf"{OPEN}{{1,2}}[ ]?(?:{KEY}|内部リンク(?:挿入)?){NAME}{CLOSE}{{1,2}}(?![(\[:])"
        # in round brackets such words are a remark: (affiliate link: I may earn a commission)
        rf"|{SQUARE}{{1,2}}[ ]?(?:{LINK}|{WORD}){NAME}{SQUARED}{{1,2}}(?![(\[:])"
    ),
    sure,
    anywhere=True,
)

# [IMG_KEYWORD: plum]
WITH_VALUE = Notation(
    "variable", Pattern(rf"\[[A-Z]{{2,20}}(?:_[A-Z0-9]{{1,20}}){{1,4}}{NAME}\](?![(\[:])"), plain
)
# The name of a part where its title belongs, and cards that a site never rendered.
PART = Notation(
    "variable",
    Pattern(
        r"(?<=# )[\[【［](?:サブ|小|大|中)?(?:見出し|セクション|Heading|Subheading"
        r"|Section(?: title)?)[ ]?\d*[\]】］]"
        r"|\[\[(?:関連記事|内部リンク|目次|広告|商品|アフィリエイト)[^\[\]\n]{0,10}\]\]"
    ),
    plain,
)
CONSTANT = Notation(
    "slug",
    Pattern(
        r"(?<![\w$./{<\[(`\"'=-])(?:[A-Z]{2,}_)+(?:NAME|URL|DATE|PRICE|CITY|AUTHOR|TITLE|ADDRESS"
        r"|NUMBER|COMPANY|PRODUCT|BIO|LINK|HERE)(?![\w/}>=\])])"
    ),
    perhaps,
)

NOTATIONS = (
    *(NAMED_IN_CAPITALS, NAMED_IN_SMALL_LETTERS, FORMAT, TAG, ALONE, NAMED_LINK),
    *(WITH_VALUE, PART, CONSTANT),
)

# The post's own Liquid gives a name its value, or a sentence has a variable for its subject.
BOUND = Pattern(r"\{%-?\s*(?:assign|capture|for|tablerow|(?:in|de)crement)\s+(?P<name>[\w-]+)")
TOLD_OF = Pattern(
    r"\}\}[」』)）]?[ ]?(?:(?:では|じゃ)なく|に(?:直|書き換|変え|置き換|差し替)"
    r"|が(?:残|出|表示|付|つい|入って|ある(?!が))"
    r"|のまま|という(?:変数|文字|書き方|記法)|と(?:書|表示|入力)"
    r"|(?:is|was|are) (?:a |the )?(?:variable|placeholder|tag|left|shown|printed))"
)


def is_filled(post: Post, variable: str) -> bool:
    """Whether a variable in double braces has its value, or is only shown."""
    name = variable.strip("{ }")
    return name in post.derived(_bound) or post.contains(TOLD_OF)


def _bound(post: Post) -> frozenset[str]:
    return frozenset(found["name"] for found in BOUND.finditer(post.text))
