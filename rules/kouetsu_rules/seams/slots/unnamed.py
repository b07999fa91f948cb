"""Slots for names: of a link, an author, a source, a product; and the notes of who was to fill
them."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.slots.context import Context, Judge
from kouetsu_rules.seams.slots.words import SHOWN_SPEECH

OPEN, CLOSE, WITHIN = (
    r"[\[［【〔(（<＜{]",
    r"[\]］】〕)）>＞}]",
    r"[^\[\]［］【】〔〕()（）<>＜＞{}\n]",
)
SQUARE, SQUARED = r"[\[［【〔]", r"[\]］】〕](?![(\[:])"
NAME = rf"(?:[ ]?[:：|｜][ ]?|[ ][-–—][ ])(?!{WITHIN}*//|[\d .,]*{CLOSE}){WITHIN}{{1,80}}"
# What a page is built of, as a key in capitals.
KEY = (
    r"(?:[A-Z]{2,20}[_-]){1,3}(?:LINKS?|URL|AFFILIATE|INTERNAL|EXTERNAL|BACKLINK|CTA|BANNER|AD"
    r"|ADSENSE|EMBED|PRODUCT|SPONSOR|RELATED|WIDGET|BUTTON|CARD)(?:[_-][A-Z0-9]{1,20}){0,3}"
)
# One word alone is a key only where it names what no reader needs the name of.
WORD = r"(?:AFFILIATE|INTERNAL|EXTERNAL|BACKLINK|CTA|LINKS?|PRODUCT|ADSENSE|SPONSOR|RELATED)"
LINK = (
    r"(?i:(?:affiliate|internal|referral|sponsored|tracking)[ _-]?(?:links?|urls?)"
    r"|(?:product|purchase|buy|amazon)[ _-](?:link|url|card|box))"
    r"|(?:内部|アフィリエイト|アフィリ|商品|購入|広告|関連記事)リンク(?:挿入|設置)?|(?:リンク|広告|バナー|CTA)(?:挿入|設置)"
    r"|内部链接|内链|外链|联盟链接|推广链接|商品链接|插入链接|内部連結"
    r"|(?:내부|제휴|상품|추천|구매) ?링크|링크 ?삽입"
)
NAMED_LINK = Pattern(
    rf"{OPEN}{{1,2}}[ ]?(?:{KEY}|内部リンク(?:挿入|設置)?){NAME}{CLOSE}{{1,2}}(?![(\[:])"
    # in round brackets such words are a remark: (affiliate link: I may earn a commission)
    rf"|{SQUARE}{{1,2}}[ ]?(?:{LINK}){NAME}[\]］】〕]{{1,2}}(?![(\[:])"
    rf"|{SQUARE}[ ]?{WORD}{NAME}{SQUARED}"
    rf"|{SQUARE}(?i:internal|affiliate){NAME}{SQUARED}"
    rf"|{SQUARE}(?i:link|url)[ ]?[:：][ ]?[a-z0-9]+(?:-[a-z0-9]+)+{SQUARED}"
    # behind the text of a link
    r"|(?<=\]\()[A-Z]{2,20}(?:_[A-Z0-9]{2,20}){1,3}[:：][^()\s]{1,80}(?=\))"
)
SNAKE_NAME = Pattern(rf"\[[A-Z]{{2,20}}(?:_[A-Z0-9]{{1,20}}){{1,4}}{NAME}{SQUARED}")

BLANK = r"(?:[〇○◯]{2,}|[×✕]{2,}|[xXＸ]{2,}|[△▲]{2,}|[●■]{2,})"
MINE = (
    r"[\[［【〔｛{](?:(?:あなた|筆者|著者|自分|運営者|管理人|ブログ|ライター)の?(?:お?名前?|名|ニックネーム)?|お?名前"
    r"|ニックネーム|ハンドルネーム|(?i:your name|my name|name|author(?: name)?))[\]］】〕｝}]"
)
# One introduces oneself at the top of a post, or never.
GREETED = Pattern(
    rf"^(?:[^。\n]{{0,12}}(?:こんにち[はわ]|こんばん[はわ]|おはようございます|[は初]じめまして|皆さん|みなさん|みなさま)[^。！!\n]{{0,16}})"
    rf"[。！!、,〜～♪ 　]{{1,3}}[^。！!\n「」]{{0,24}}?(?P<slot>{BLANK}|{MINE})(?:です|と申します"
    rf"|とい[いう]ます|と言います)(?=[。！!♪〜～]|$)"
    rf"|^(?:Hi|Hello|Hey)\b[^.\n]{{0,20}}[,!.] (?:I['’]m|I am|[Mm]y name is|[Tt]his is) (?:XX+"
    rf"|\[[A-Za-z ]{{2,24}}\](?!\())"
    rf"|^大家好[，,！!。 ]{{1,2}}我(?:是|叫)(?:XX+|{BLANK}|某某|[\[【][^\]】\n]{{1,10}}[\]】])"
    rf"|^안녕하세요[,.! ]{{1,2}}[^.\n]{{0,12}}(?:[O○]{{2,}}|\[[^\]\n]{{1,10}}\])입니다",
    re.MULTILINE,
)
BODY = (
    r"(?:(?:医科|国立|工業|女子|州立)?(?:大学|大)|研究所|研究機関|研究センター|ジャーナル|学会|学会誌|誌|新聞|省|庁|協会"
    r"|財団|病院|総研|社|教授|博士|白書)"
)
FOUND = (
    r"(?:研究|調査|論文|実験|発表|報告|統計|データ|アンケート|レポート)(?:チーム"
    r"|グループ|結果|報告)?(?:より|によ[るれり]|で[はも]?|が|に|から)"
)
# Who found it out was never looked up.
NAMELESS_SOURCE = Pattern(
    rf"[（(](?:出典|参考|引用元?|資料|データ)?[:：]?[ ]?{BLANK}{BODY}?[^（）()\n]{{0,24}}"
    rf"(?:より(?:引用|抜粋|作成)?|調べ|参照|掲載|出典|調査)[）)]"
    rf"|[（(](?:出典|参考|引用元?|資料)[:：][ ]?{BLANK}[^（）()\n]{{0,24}}[）)]"
    rf"|(?:出典|引用元|参考文献|情報源|来源|출처)[ ]?[:：][ ]?{BLANK}"
    r"|^[ \t>*+-]*(?P<slot>(?:出典|引用元|参考(?:文献|資料|リンク)?|情報源|来源|[Ss]ources?"
    r"|[Rr]eferences?)"
    r"\*{0,2}[ ]?[:：]\*{0,2}[ ]?(?:TBD|TODO|TBA|要確認|要追記|後で(?:追加|追記|確認)|未定"
    r"|[xX]{3,}))[ ]*$"
    rf"|\b[Ss]ource: ?(?:XX+|XYZ)\b",
    re.MULTILINE,
)
TOLD_SOURCE = Pattern(
    rf"{BLANK}{BODY}(?:の|が|による?|で)[^。、\n「」（）]{{0,16}}{FOUND}"
    r"|\b(?:[Aa]ccording to|(?:study|survey|research|report) (?:by|from)|researchers (?:at|from))"
    r" (?:the )?(?:XX+|XYZ|ABC) (?:University|Institute|Journal|College|Foundation)\b"
    r"|(?:XX+|某某)(?:大学|研究所|期刊)的[^。\n]{0,10}(?:研究|调查|论文)(?:表明|显示|发现)",
)
# The form of a source, with the names of its parts.
SOURCE_FORM = Pattern(
    r"[\[(（](?:[Ss]ources?: ?|出典[:：] ?)?(?:Author(?:['’]?s)?(?: (?:Last )?Name)?|Publisher"
    r"|著者名?|発行元),? ?"
    r"(?:Year|YYYY|発行年|年)[\])）](?!\()|著者名?[、,]?[「『](?:論文|記事|書籍|書)?(?:タイトル|題名|名)[」』]"
)
AS_SPEECH = Pattern(r"のよう[なに]|といった|など|と(?:言|書|話|伝え)|形式|例文|書き出し")
# Labels of sources with nothing in the brackets behind them.
UNSOURCED = Pattern(
    r"(?:出典|著者|作者|引用元|参考|情報源|リンク|日付|来源|作者|链接|출처|[Ss]ource|[Aa]uthor|[Rr]eference)"
    r"\*{0,2}[ ]?[:：]\*{0,2}[ ]?(?:\[[ ]?\](?!\()|（[ 　]?）|「[ 　]?」|『』|【[ ]?】"
    r"|\([ ]?\)(?=[ ]*$|[ ]))",
    re.MULTILINE,
)
# A label, and a bracket that says that there was nothing to put behind it.
UNGIVEN = Pattern(
    r"^[ \t>*+-]*(?P<slot>(?:原文|本文|引用|出典|詳細|要約|抜粋|内容|リリースノート"
    r"|[Oo]riginal(?: text)?"
    r"|[Ss]ource(?: text)?|[Ee]xcerpt)"
    r"\*{0,2}[ ]?[:：]\*{0,2}[ ]?[（(\[【](?:(?P<none>なし|無し|不明|N/?A|[Nn]one|null)"
    r"|[^（）()\[\]\n]{0,30}(?:提供されて(?:い|お)|提供が(?:な|あ)|欠落し|取得でき|抽出でき"
    r"|見つかり|(?:was |is )?not (?:provided|available"
    r"|found)|missing))[^（）()\[\]\n]{0,50}[）)\]】])"
    # a remark whose value came in brackets of its own: （その他：（なし））
    r"|^[ \t>*+-]*(?P<remark>[（(][^（）():：\n]{1,20}[:：][ ]?[（(\[【]"
    r"(?:(?:特に)?(?:なし|無し)|未設定|未入力|未記入|空|該当なし"
    r"|N/?A|[Nn]one|null|empty)[）)\]】][）)])[ \t]*$"
    r"|(?:原文|本文|データ|情報|資料|素材|テキスト)[^。\n]{0,24}提供(?:され|いただき|を受け)次第",
    re.MULTILINE,
)
EMPTY_LABEL = Pattern(
    r"^[ \t>]*(?:[*+-][ ]|\d{1,2}[.)][ ])?[ ]?(?P<slot>\*\*[ ]?[:：][ ]?\*\*|__[:：]__|<(?P<tag>b"
    r"|strong)>[ ]?[:：][ ]?</(?P=tag)>)",
    re.MULTILINE,
)
# A fact that was never looked up, in the shape that it would have.
LABELLED = (
    r"(?:電話(?:番号)?|TEL|住所|所在地|営業時間|開館時間|価格|料金|入場料|予算|定休日|評価|公開日|投稿日|(?:最終)?更新日|開催日|発売日"
    r"|(?i:phone|tel|address|price|rating|score|published|(?:last )?updated|opening hours"
    r"|release date))"
)
MASKED = Pattern(
    rf"^[ \t>*+-]*\*{{0,2}}{LABELLED}\*{{0,2}}[ ]?[:：]\*{{0,2}}[ ]?(?P<slot>(?:約)?[¥￥$]?(?:"
    r"0{2,4}-0{2,4}-0{3,4}|(?:[X〇○]{2,4}-){1,2}[X〇○]{3,4}|[X〇○]{2}[:：][X〇○]{2}[^\n]{0,20}"
    r"|(?:YYYY|20[X〇○]{2}|[X〇○]{4})[-/.年](?:MM|[X〇○]{1,2})[-/.月](?:DD|[X〇○]{1,2})日?"
    r"|[X〇○]{1,3}(?:[,.][X〇○]{1,3})*(?:円|ドル|/(?:5|10))[^\n]{0,12}|[X〇○]{1,3}(?:[,.][X〇○]{1,3})+"
    r"|[X〇○]{2}(?:都|道|府|県)[^\n]{0,30}))[ ]*$",
    re.MULTILINE,
)
STEMS = (
    r"(?:Product|Tool|Service|Brand|Company|Store|Shop|Hotel|App|Item|Competitor|Course|Book"
    r"|商品|製品|サービス|ツール|ブランド|店舗?|会社|企業|アプリ|ホテル|書籍|講座|スクール|競合|产品|工具|제품|상품|브랜드)"
)
# Things without names, that a letter or a number tells apart.
LETTERED = Pattern(
    rf"(?<![\w\]!])[\[［](?P<stem>(?:[A-Z][a-z]+){{2,4}}(?=[A-E][\]］])|{STEMS}[ _-]?)"
    rf"(?P<which>[A-E]|[1-9１-９]|[Ａ-Ｅ])[\]］](?![(\[:])"
)
SHOWN = (
    r"(?:スクリーンショット|スクショ|キャプチャ画?像?|画像|写真|イラスト|図解?|図表|グラフ|表|動画|地図|GIF|バナー|広告"
    r"|リンク|比較表|フロー図|構成図)"
)
PUT = r"(?:入[りれる]|貼|載|置|配置|挿|表示|追加|差し|埋め)"
ILLUSTRATED = Pattern(
    rf"[（(\[［【〔]※?[ ]?(?:ここ|こちら|この(?:位置|箇所|部分|下|あと"
    rf"|後))[にへ][^（）()\[\]【】\n]{{0,60}}?{SHOWN}"
    rf"(?:[^（）()\[\]【】\n]{{0,4}}{PUT}[^（）()\[\]【】\n]{{0,16}})?。?[）)\]］】〕](?![(\[])"
    rf"|[\[［【][^（）()\[\]［］【】\n]{{0,16}}(?:{SHOWN}|体験談?|感想|本文|文章|エピソード|事例|データ)"
    rf"[をは]?ここ[にへ](?:入れる|書く|挿入|記入|追加)?[\]］】](?![(\[])"
    rf"|^[^\w\n]{{0,8}}(?:ここに|こちらに){SHOWN}[^\w\n]{{0,8}}$"
    rf"|^※[ ]?{SHOWN}[をの]?(?:挿入|貼付|貼り付け|差し込み|追加|入れる)(?:予定|位置|箇所)?$"
    rf"|[（(\[【](?:此处|这里)(?:应该?)?(?:插入|添加|放置?|补充|配)[^（）()\[\]【】\n]{{1,40}}[）)\]】]"
    r"|[（(\[]여기에[^（）()\[\]\n]{1,40}(?:삽입|추가|넣)[^()\[\]\n]{0,10}[）)\]]"
    r"|[(\[](?i:(?:todo:? )?(?:a |the )?(?:screenshot|photo|image|diagram|chart|picture|graph|gif"
    r"|video)s?"
    r" (?:of|showing|from) [^()\[\]\n]{3,80} (?:here|goes here|to (?:be added|come)))[)\]]",
    re.MULTILINE,
)
# What an editor was to see to.
TO_PUBLISH = Pattern(
    r"[（(\[［【]※?[^（）()\[\]［］【】\n]{0,50}(?:(?:公開|掲載|投稿|入稿|アップ)(?:する)?前に[^（）()\[\]\n]{0,24}(?:確認|差し替え|更新|修正|削除|調べ"
    r"|チェック|追記|記入|入れ)(?![^（）()\[\]\n]{0,12}(?:いただ|頂|まし[た]|ています|てい(?:る|た)))[^（）()\[\]\n]{0,12}|(?i:\b(?:confirm|verify|check|update|replace"
    r"|review|fill in|edit|change)\b"
    r"[^()\[\]\n]{0,60}(?:before|prior to) (?:publishing|publication|posting|publish|going live"
    r"|launch))[^()\[\]\n]{0,20}"
    r"|发布前[^（）()\n]{0,10}(?:确认|核实|替换|修改)[^（）()\n]{0,10})[）)\]］】](?![(\[])"
)
# A feed's name is the query that it was asked for.
QUERIED = Pattern(r"[\"”] ?[-–—] ?Google (?:News|ニュース|アラート|Alerts?|뉴스|新闻|快讯)")
QUERY = Pattern(r"[\"“][^|]* (?:OR|AND) [^|]*$")
FAR = 240


def _query(place: re.Match[str], context: Context) -> bool | None:
    return False if QUERY.search(context.before[-FAR:]) else None


def _sure(place: re.Match[str], context: Context) -> bool | None:
    return True


def _plain(place: re.Match[str], context: Context) -> bool | None:
    return None if context.technical else True


def _greeting(place: re.Match[str], context: Context) -> bool | None:
    """At the top of the post: further down it is a letter that is shown."""
    return True if context.top else None


def _source(place: re.Match[str], context: Context) -> bool | None:
    return None if SHOWN_SPEECH.search(context.before) else True


def _told(place: re.Match[str], context: Context) -> bool | None:
    return None if AS_SPEECH.search(context.line) else False


def _label(place: re.Match[str], context: Context) -> bool | None:
    """Where something stands behind it; a manual has the sign itself in bold."""
    return False if context.after.strip() or context.heading else None


def _masked(place: re.Match[str], context: Context) -> bool | None:
    """Who explains a form shows it so."""
    return None if context.technical else False


def _ungiven(place: re.Match[str], context: Context) -> bool | None:
    groups = place.groupdict()
    return groups.get("none") is None and groups.get("remark") is None


def _lettered(place: re.Match[str], context: Context) -> bool | None:
    """In a heading, or where another of them is told apart from it."""
    stem = re.escape(place["stem"])
    other = re.search(
        rf"[\[［]{stem}(?!{re.escape(place['which'])})[A-E1-9１-９Ａ-Ｅ][\]］]", place.string
    )
    if other is None and not context.heading:
        return None
    return context.heading and not context.technical


NAMELESS_PLACES: tuple[tuple[Pattern, str, Judge], ...] = (
    (NAMED_LINK, "variable", _sure),
    (SNAKE_NAME, "variable", _plain),
    (GREETED, "empty", _greeting),
    (NAMELESS_SOURCE, "empty", _source),
    (TOLD_SOURCE, "empty", _told),
    (SOURCE_FORM, "empty", _told),
    (UNSOURCED, "empty", _sure),
    (UNGIVEN, "empty", _ungiven),
    (QUERIED, "query", _query),
    (MASKED, "empty", _masked),
    (EMPTY_LABEL, "label", _label),
    (LETTERED, "empty", _lettered),
    (ILLUSTRATED, "insert", _sure),
    (TO_PUBLISH, "review", _sure),
)
CERTAIN = (
    QUERIED,
    NAMED_LINK,
    UNSOURCED,
    UNGIVEN,
    EMPTY_LABEL,
    LETTERED,
    TO_PUBLISH,
    NAMELESS_SOURCE,
)
"""Written for nothing else: neither a quotation nor a word of the line tells of a sample."""
