"""Blanks where a name, a source or a text belongs."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.slots.context import Context, Notation, doubtful, perhaps, plain, sure

BLANK = r"(?:[〇○◯]{2,}|[×✕]{2,}|[xXＸ]{2,}|[△▲]{2,}|[●■]{2,})"

# What is to be said on the telephone, or in a lesson.
SAID = Pattern(r"[^。\n「」]{0,40}[すかねよたん]、と")


def _not_said(place: re.Match[str], context: Context) -> bool | None:
    return None if SAID.match(context.after) else True


def _not_shown(place: re.Match[str], context: Context) -> bool | None:
    return plain(place, context) and _not_said(place, context)


LINE = Notation("empty", Pattern(r"[＿_]{3,}+(?=[ ]?(?:さん|氏|様|先生))"), _not_shown)
# What writers on English papers mark a gap with.
TO_COME = Notation("empty", Pattern(r"(?<![\w./-])(?:TK){2,}(?![\w./-])"), plain)


def _at_the_top(place: re.Match[str], context: Context) -> bool | None:
    """Further down it is a letter that is shown."""
    return True if context.top else None


# The writer's own name, in the words with which one introduces oneself.
NAMELESS = Notation(
    "empty",
    Pattern(
        r"(?:ブロガー|ライター|エンジニア|研究者|専門家|管理人|編集長|運営者|コンサルタント|講師)[の、]"
        rf"(?P<slot>{BLANK})です(?=[。！!]|$)"
        rf"|{BLANK}(?=と申します)",
        re.MULTILINE,
    ),
    _not_said,
)

# Whose paper it is was never looked up.
FIRST_AUTHOR = Notation(
    "empty", Pattern(r"[:：]\*{0,2} ?(?P<slot>First Author,? et al\b\.?)"), sure
)

NAME = (
    r"[\[［【〔｛{](?:(?:あなた|筆者|著者|自分|運営者|管理人|ブログ|ライター)の?(?:お?名前?|名|ニックネーム)?|お?名前"
    r"|ニックネーム|ハンドルネーム|(?i:your name|my name|name|author(?: name)?))[\]］】〕｝}]"
)
GREETED = Notation(
    "empty",
    Pattern(
        r"^(?:[^。\n]{0,12}(?:こんにち[はわ]|こんばん[はわ]|おはようございます|[は初]じめまして|皆さん|みなさん)"
        r"[^。！!\n]{0,16})[。！!、,〜～♪ 　]{1,3}[^！!\n「」]{0,40}?"
        rf"(?P<slot>{BLANK}|{NAME})(?:です|と申します|とい[いう]ます|と言います)(?=[。！!♪〜～]|$)"
        r"|^(?:Hi|Hello|Hey)\b[^.\n]{0,20}[,!.] (?:I['’]m|I am|[Mm]y name is|[Tt]his is) (?:XX+"
        r"|\[[A-Za-z ]{2,24}\](?!\())",
        re.MULTILINE,
    ),
    _at_the_top,
    readers=True,
)
# A fact that was never looked up, in the shape that it would have.
MASKED = Notation(
    "empty",
    Pattern(
        r"^[ \t>*+-]*\*{0,2}(?:電話(?:番号)?|TEL|住所|所在地|営業時間|開館時間|価格|料金|入場料"
        r"|予算|定休日|評価|公開日|投稿日|(?:最終)?更新日|開催日|発売日|(?i:phone|tel|address|price|rating|score|published"
        r"|(?:last )?updated|opening hours|release date))\*{0,2}[ ]?[:：]\*{0,2}[ ]?"
        r"(?P<slot>(?:約)?[¥￥$]?(?:0{2,4}-0{2,4}-0{3,4}|(?:[X〇○]{2,4}-){1,2}[X〇○]{3,4}"
        r"|[X〇○]{2}[:：][X〇○]{2}[^\n]{0,20}"
        r"|(?:YYYY|20[X〇○]{2}|[X〇○]{4})[-/.年](?:MM|[X〇○]{1,2})[-/.月](?:DD|[X〇○]{1,2})日?"
        r"|[X〇○]{1,3}(?:[,.][X〇○]{1,3})*(?:円|ドル|/(?:5|10))[^\n]{0,12}|[X〇○]{1,3}(?:[,.][X〇○]{1,3})+"
        r"|[X〇○]{2}(?:都|道|府|県)[^\n]{0,30}))[ ]*$",
        re.MULTILINE,
    ),
    perhaps,
)
# Figures that were to be put in: [X]%, $X,XXX.
FIGURE = Notation(
    "variable",
    Pattern(
        r"\[[XN#]{1,4}\](?=[/%％]|[ ](?:percent|miles|hours|years|out of)\b)"
        r"|[$€£¥￥]X{1,3}(?:,XXX)+"
    ),
    doubtful,
)


def _in_table(place: re.Match[str], context: Context) -> bool | None:
    """Prices in sentences are told with the other circles."""
    return False if "|" in context.before else None


# A price whose figures never came.
PRICE = Notation(
    "empty",
    Pattern(r"[¥￥]?[〇○]{1,3}[,，](?:000|[〇○]{3})(?:円)?(?![\d])"),
    _in_table,
    anywhere=True,
)

BODY = (
    r"(?:(?:医科|国立|工業)?(?:大学|大)|研究所|研究機関|研究センター|ジャーナル|学会誌?|誌|新聞|省|庁|協会|財団"
    r"|病院|総研|社|教授|博士|白書)"
)
FOUND = (
    r"(?:研究|調査|論文|実験|発表|報告|統計|データ|アンケート|レポート)(?:チーム|グループ|結果)?"
    r"(?:より|によ[るれり]|で[はも]?|が|に|から)"
)
AS_SPEECH = Pattern(
    r"のよう[なに]|といった|など|、?と(?:言|書|話|伝え|始ま|あれば|見れば)|形式|例文|書き出し"
    # how sources are to be given is shown with the names of their parts
    r"|伏せ|匿名"
    r"|書名|論文名|雑誌名|著者名|出版(?:社|年)|発行年|掲載誌|閲覧日"
)


SHOWN_AS = Pattern(r"と(?:添え|ある|書)|ではなく|を手伝")


def _no_example(place: re.Match[str], context: Context) -> bool | None:
    """Who writes of such phrases gives one."""
    return None if AS_SPEECH.search(context.line) else True


def _perhaps_no_example(place: re.Match[str], context: Context) -> bool | None:
    shown = AS_SPEECH.search(context.line) or SHOWN_AS.match(context.after)
    return None if shown else False


# Who found it out was never looked up.
NAMELESS_SOURCE = Notation(
    "empty",
    Pattern(
        rf"[（(]{BLANK}{BODY}[^（）()\n]{{0,24}}(?:より(?:引用|抜粋)?|調べ|参照|調査)[）)]"
        rf"|(?:出典|引用元|参考文献|情報源)[ ]?[:：][ ]?(?:{BLANK}|要確認|TBD|TODO)"
    ),
    _no_example,
    anywhere=True,
)
CITED_SOURCE = Notation(
    "empty",
    Pattern(rf"[（(]{BLANK}{BODY}の(?:研究|論文)[）)]"),
    _perhaps_no_example,
    anywhere=True,
)
TOLD_SOURCE = Notation(
    "empty",
    Pattern(
        rf"{BLANK}{BODY}(?:(?:の|が|による?|で)[^。、\n「」（）]{{0,16}}{FOUND}"
        r"|に(?:掲載|発表)された(?:論文|研究|調査|報告|データ))"
    ),
    _perhaps_no_example,
)

NEAR = 120
SOURCE = r"(?:出典|著者|作者|引用元|参考|情報源|リンク|日付|[Ss]ource|[Aa]uthor|[Rr]eference)"
# Labels with empty brackets of the same kind, one behind the other: a card that readers copy.
CARD = Pattern(
    r"(?:(?:^|(?<=[）)]))[^\S\n]*[^\s:：（()）]{1,8}[:：]（[ 　]+）\s*){2}", re.MULTILINE
)


def _no_card(place: re.Match[str], context: Context) -> bool | None:
    """One blank was forgotten; several in a row are a form."""
    cards = CARD.finditer(place.string, max(0, place.start() - NEAR), place.end() + NEAR)
    return None if any(each.start() <= place.start() < each.end() for each in cards) else True


UNSOURCED = Notation(
    "empty",
    Pattern(
        rf"{SOURCE}\*{{0,2}}[ ]?[:：]\*{{0,2}}[ ]?"
        r"(?:\[[ ]?\](?!\()|（[ 　]?）|「[ 　]?」|『』|【[ ]?】|\([ ]?\)(?=[ ]*$|[ ]))",
        re.MULTILINE,
    ),
    _no_card,
    anywhere=True,
)


def _missing(place: re.Match[str], context: Context) -> bool | None:
    """A bare なし may be an answer."""
    return place["told"] is not None


NOTHING = r"(?:(?:特に)?(?:なし|無し)|不明|未設定|未入力|未記入|該当なし|N/?A|[Nn]one|null|empty)"
# A label, and a bracket that says that there was nothing to put behind it.
UNGIVEN = Notation(
    "empty",
    Pattern(
        r"^[ \t>*+-]*(?P<slot>(?:原文|本文|引用|出典|詳細|要約|抜粋|内容|[Oo]riginal(?: text)?"
        r"|[Ss]ource(?: text)?|[Ee]xcerpt)"
        rf"\*{{0,2}}[ ]?[:：]\*{{0,2}}[ ]?[（(\[【](?:{NOTHING}|(?P<told>[^（）()\[\]\n]{{0,30}}"
        r"(?:提供されて(?:い|お)|欠落し|取得でき|抽出でき|not (?:provided|available|found)|missing)"
        r"[^（）()\[\]\n]{0,50}))[）)\]】])"
        # a remark whose value came in brackets of its own: （その他：（なし））
        r"|^[ \t>*+-]*(?P<remark>[（(][^（）():：\n]{1,20}[:：][ ]?"
        rf"[（(\[【]{NOTHING}[）)\]】][）)])[ \t]*$",
        re.MULTILINE,
    ),
    _missing,
    anywhere=True,
)

NOTATIONS = (
    *(LINE, TO_COME, NAMELESS, FIRST_AUTHOR, PRICE, GREETED, MASKED, FIGURE),
    *(NAMELESS_SOURCE, CITED_SOURCE, TOLD_SOURCE, UNSOURCED, UNGIVEN),
)
