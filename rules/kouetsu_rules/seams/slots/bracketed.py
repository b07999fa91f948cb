"""The name of what belongs there, in brackets: of a field, a person, a shop, a product."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.slots.context import Context, Notation

OPEN, CLOSE = r"[\[［【〔<＜{]", r"[\]］】〕>＞}](?![(\[:])"
# What takes up a noun. What a field is called may also be its topic, which tells how to fill it.
TAKES_UP = Pattern(
    r"[ 　]?(?:の(?!まま|欄|部分|ところ|箇所|項目|ボタン|列|行)|[をにとへやが]|で(?!は)|から"
    r"|まで|です"
    r"|さん|氏|様|は(?![^。]*(?:入力|必須|任意|ください|省略|書[いくき]|指定|意味|表[しす]|示)))"
)


# Nouns of everyday speech (価格, 地域) are not among them: they may be set in brackets for weight.
FIELD_NAME = Pattern(
    rf"{OPEN}[^\[\]［］【】〔〕<>＜＞{{}}\n、。：:]{{0,16}}"
    rf"(?:名前?|氏名|住所|電話番号|メールアドレス|プロフィール|URL){CLOSE}"
)
# Whose name it is, or what only a form calls so: people write of 地名 and 本名, too.
OF_A_FORM = Pattern(
    r"(?:あなた|お客様?|貴社|御社|自社|貴店|ライター|[著筆]者|執筆者|投稿者|運営者|担当者)の?"
    r"|(?:店舗?|ショップ|商品|製品|会社|企業|ブランド|サービス|サイト|ブログ|食堂|宿|旅館|ホテル|レストラン|カフェ|施設|メーカー"
    r"|アプリ|ツール|イベント|講座)の?名前?[^\w]"
)
# What a template has a name or a number for, as one word: 地名 and 本名 are everyone's.
COMPOUND = Pattern(
    r"^.(?:料理|地域|商品|店舗?|会社|企業|サービス|人物|著者|ブランド|施設)(?:名前?|番号).$"
)
OF_ANYONE = Pattern(r"^.お?(?:名前|氏名|住所|電話番号|メールアドレス).$")
COLUMNS = Pattern(r"名簿|名札|表[のにを]|はがき|ハガキ|カード|票|書類|申込書|一覧")
LISTED = Pattern(rf"[とや・、]{OPEN}")
LISTS = Pattern(r"[\]］】〕>＞}][とや・、]$")
# A word before it, as in a sentence; what has a の is a part of a form.
WITHIN = Pattern(r"(?!の)[ぁ-んァ-ヶ一-鿿][、 　]?$")
TO_PERSON = Pattern(r"^.お?(?:名前|氏名).$")
PERSON = Pattern(r"[ 　]?(?:さん|様|さま|氏)")
# The sentence is about the name itself.
ITSELF = Pattern(
    r"[^。]{0,16}(?:決ま|決め|変わ|変え|変更|付け|つけ|由来|候補|発表|募集|明か|公表|覚え|読み方"
    r"|意味|改め|呼[んばび])"
)
# Readers write the thing itself on a card, or copy it.
ON_PAPER = Pattern(
    rf"(?:[とや、・]?{OPEN}[^\[\]［］【】〔〕<>＜＞{{}}｛｝\n]{{1,12}}{CLOSE})*+を[^。]{{0,12}}?"
    r"(?:記入|明記|書[いきく]|添え|入力|コピー|貼り付け|お知らせ|お伝え|送[っりる])"
)


def _in_a_sentence(place: re.Match[str], context: Context) -> bool | None:
    """Where the filling would take a particle, or all that a label has for a value."""
    alone = context.before.rstrip(" 　*").endswith(("：", ":")) and not context.after.strip(" 　*")
    if context.technical or context.in_path or not (alone or TAKES_UP.match(context.after)):
        return None
    if alone:
        return True
    if ITSELF.match(context.after) or ON_PAPER.match(context.after):
        return None
    name = place.group()
    if OF_A_FORM.search(name) or COMPOUND.match(name):
        return True
    if TO_PERSON.match(name) and PERSON.match(context.after):
        return True
    if _another(context):
        return True
    # a form has several of them; what only a form calls so is doubtful by itself
    single = OF_ANYONE.match(name) and WITHIN.search(context.before)
    return False if single or FIELD_NAME.search(context.line) else None


def _another(context: Context) -> bool:
    """Whether the sentence takes up another of them, and lists no columns."""
    before, after = context.before.rpartition("。")[2], context.after.partition("。")[0]
    if COLUMNS.search(before + after) or LISTED.match(after) or LISTS.search(before):
        return False
    parts = ((before + "□", len(before)), (after, len(after)))
    return any(
        TAKES_UP.match(text, place.end()) and not ITSELF.match(text, place.end())
        for text, end in parts
        for place in FIELD_NAME.finditer(text, 0, end)
    )


JAPANESE_FIELD = Notation("variable", FIELD_NAME, _in_a_sentence, readers=True)


def _ends_line(place: re.Match[str], context: Context) -> bool | None:
    """Certain behind a sentence; alone in its line it may head the links below."""
    return None if context.technical else context.before.rstrip().endswith("。")


LINK = Notation(
    "variable",
    Pattern(
        rf"{OPEN}(?:アフィリエイト|商品|購入|予約|内部|広告|関連記事)リンク{CLOSE}[ 　]*$",
        re.MULTILINE,
    ),
    _ends_line,
    readers=True,
)

# Words that also tag a post (photo, video, map) are not among them.
FIELD = (
    r"(?:names?|city|town|country|region|company|brand|business|shop|store|restaurant|product"
    r"|price|cost|amount|number|date|year|month|season|url|website|e-?mail|phone|address"
    r"|role|profession|occupation|job(?: title)?|topic|keyword|author|location|place"
    r"|hotel|percentage|item|audience|industry|event|venue)"
)
ENGLISH = Pattern(
    rf"(?<![\w\]!])\[(?P<name>(?:[A-Za-z]+[ /]){{0,2}}(?i:{FIELD})(?:[ ](?:here|name))?)\]"
    r"(?![(\[:])"
)
YOURS = Pattern(
    r"(?<![\w\]!])\[(?:(?:your|my|our|author(?:['’]s)?|client|company)[ ](?:[a-z]+[ ]?){1,4}"
    r"|(?:insert|add|replace|fill in|link to)[ ][^\]\n]{2,80}"
    r"|(?:todo|tbd|tbc|fixme|placeholder)\b[^\]\n]{0,80}"
    r"|(?:image|photo|screenshot|video|map|chart|table|embed)(?:[ ](?:placeholder|here|goes here)"
    r"|[ ]?[:：–-][ ]?(?=[^\]\n]{4,80}))[^\]\n]{0,80})\](?![(\[:])",
    re.IGNORECASE,
)


def _english(place: re.Match[str], context: Context) -> bool | None:
    name = place["name"]
    if context.in_path:
        return None
    if (
        ENGLISH.search(context.line)
        or YOURS.search(context.line)
        or (name.istitle() and " " in name)
    ):
        return True
    # One word alone is a label at the head of a line; in small letters it may be a remark.
    if not context.before.strip(" #*->") or name[0].islower():
        return None
    return not context.technical


def _yours(place: re.Match[str], context: Context) -> bool | None:
    # [insert] is also a key, and what an editor of a quotation did
    return not context.technical and not place.group().startswith("[insert")


def _one_of_several(place: re.Match[str], context: Context) -> bool | None:
    """In a heading, or where another of them is told apart from it."""
    text = place.string
    others = (f"[{place['stem']}{which}]" for which in "ABCDE" if which != place["which"])
    if not context.heading and not any(other in text for other in others):
        return None
    return context.heading and not context.technical


LETTERED = Notation(
    "empty",
    Pattern(r"(?<![\w\]!])\[(?P<stem>(?:[A-Z][a-z]+){2,4}(?=[A-E]\]))(?P<which>[A-E])\](?![(\[:])"),
    _one_of_several,
    anywhere=True,
)

NOTATIONS = (
    JAPANESE_FIELD,
    LINK,
    Notation("variable", ENGLISH, _english, readers=True),
    Notation("insert", YOURS, _yours, readers=True),
    LETTERED,
)
