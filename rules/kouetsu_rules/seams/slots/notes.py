"""Notes of the writer: what is to be put in here, and what is still to be checked."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.seams.slots.context import Context, Notation, doubtful, sure
from kouetsu_rules.seams.slots.to_copy import RECKONED

WRITTEN = r"挿入|記入|入力|記載|追記|差し替え|差替え?|埋め込み"
FILL = rf"(?:{WRITTEN}|追加|入れる|入れて|貼り付け|貼[るっ]|埋める|差し込み|差し込む)"
SHOWS = r"(?:画像|写真|図解?|動画|地図|グラフ|表|スクリーンショット|スクショ|イラスト|リンク|本文)"
# What is put into a text. Other things are put into a pot or a hole; a form has its own.
OF_TEXT = (
    rf"(?:{SHOWS}|体験談|経験談|感想|エピソード|事例|実例|具体例|続き|見出し|文章|段落|引用|出典|コード"
    r"|口コミ|レビュー|アイキャッチ|バナー|[^\W\d_ぁ-ゟ]文(?=[がをは]))"
)
OF_FORM = (
    r"(?:URL|番号|数[値字]|金額|日付|日時|名|住所|データ|情報|説明|コメント|プロフィール|商品|広告|タイトル|テキスト"
    r"|キーワード|言葉|文字|コピー)"
)
DOING = r"(?:予定|位置|箇所|する|します|して(?:ください)?|すること)?"
INSERT = Notation(
    "insert",
    Pattern(
        # [ここに写真を挿入], [体験談をここに], [続きを追加します], [写真挿入位置]
        r"[\[［【]※?(?:ここに|こちらに)[^\]］】\n]{1,60}[\]］】](?![(\[])"
        rf"|[\[［【〔｛][^\[\]［］【】〔〕｛｝\n]{{0,30}}をここに{FILL}[^\]］】〕｝\n]{{0,12}}[\]］】〕｝](?![(\[])"
        r"|[\[［【][^\]］】\n]{1,30}をここに[^\]］】\n]{0,8}[\]］】](?![(\[])"
        rf"|[\[［【](?=[^\]］】\n]{{0,30}}{OF_TEXT})[^\]］】\n]{{1,30}}[をに、]{FILL}[^\]］】\n]{{0,12}}"
        r"[\]］】](?![(\[])"
        r"|[\[［【][^\]］】\n]{2,30}(?:(?:挿入|埋め込み)(?:予定|位置|箇所|欄)?|差し替え(?:予定|位置|箇所|欄))"
        r"[\]］】](?![(\[])"
        # players and dishes are replaced, too
        rf"|[\[［【][^\]］】\n]{{0,20}}(?:{SHOWS}|{OF_TEXT}|{OF_FORM})[^\]］】\n]{{0,8}}差し替え[\]］】](?![(\[])"
        # （ここに図を入れる）, （※手順のスクリーンショットを挿入）
        rf"|[（(]※?[ ]?(?:ここに|こちらに)(?!は)(?:"
        rf"(?=[^（）()\n]{{0,60}}(?:{OF_TEXT}|{OF_FORM}))[^（）()\n]{{0,60}}?"
        rf"(?:を{FILL}[^（）()\n]{{0,12}}|{FILL}{DOING}|入[りるれ](?:ます|る)?|{SHOWS})"
        rf"|[^（）()\n]{{0,60}}?(?:を(?:{WRITTEN})[^（）()\n]{{0,12}}|(?:{WRITTEN}|追加){DOING}))"
        r"。?[）)](?![(\[])"
        r"|[（(]※[^（）()\n]{1,40}を(?:挿入|差し替え|貼り付け)(?:する|予定)?。?[）)]"
        # （動画をここに埋め込み）
        rf"|[（(]※?[^（）()\n]{{0,20}}{SHOWS}をここに{FILL}(?:予定|する|します|して(?:ください)?)?。?[）)]"
        r"|^※?ここに[^。\n「」はもが]{1,20}を(?:挿入|貼り付け|埋め込み|差し込み)"
        r"(?:する|してください|予定)?。?$",
        re.MULTILINE,
    ),
    sure,
)


def _of_a_form(place: re.Match[str], context: Context) -> bool | None:
    """Doubtful, and a step that is told where it heads a line without a particle behind it."""
    after = context.after.lstrip()
    heads = not context.before.strip(" #*-・") and after and after[0] not in "をがはのにでと、"
    return None if heads else False


# The same of a field, or of anything.
FIELD = Notation(
    "insert",
    Pattern(
        rf"[\[［【](?:(?=[^\]］】\n]{{0,30}}{OF_FORM})[^\]］】\n]{{1,30}}[をに、]{FILL}"
        rf"|[^\]］】\n]{{1,30}}[をに、](?:{WRITTEN}))[^\]］】\n]{{0,12}}[\]］】](?![(\[])"
    ),
    _of_a_form,
)

LEADS_TO = (
    r"(?:(?:商品|購入|内部|外部|予約|公式|アフィリエイト|参考)?(?:URL|リンク(?:先)?)|アドレス)"
)
TO_LINK = Notation(
    "insert",
    Pattern(
        rf"(?<!\])[（(]※?[^（）()\n]{{0,20}}{LEADS_TO}(?:を?(?:挿入|追記|追加|記載|貼付|貼り付け)"
        r"(?:予定|箇所|位置|する|してください)?|未定|未設定)[）)]"
        r"|\((?:[Ii]nsert|[Aa]dd|[Pp]aste) (?:the |your |an? )?(?:link|URL|image)(?: here)?\)"
        r"|\((?:[Ll]ink|URL|[Ii]mage|[Ss]creenshot) (?:goes )?here\)"
    ),
    doubtful,
)

# [アフィリエイトリンク設置予定], ★内部リンク位置：本文の表の下
TO_PLACE = Notation(
    "insert",
    Pattern(
        r"^[ \t>]*(?P<slot>[※★☆■●▼→*＊［\[【（(]{0,2}[ ]?"
        r"(?:アフィリエイト|内部|外部|商品|関連)リンク"
        r"(?:(?:を|は|の)?(?:設置|挿入|差し替え)予定[^\n。]{0,40}"
        r"|(?:の)?(?:挿入|設置)?(?:位置|箇所)[:：][^\n]{0,60}))",
        re.MULTILINE,
    ),
    doubtful,
    anywhere=True,
)

# Who writes of buttons may draw one so.
OF_BUTTONS = Pattern(r"CTA(?!(?:ボタン|リンク|バナー)?[ ]?[：:])|(?:ボタン|CTA)[をはがのに]")


def _button(place: re.Match[str], context: Context) -> bool | None:
    return None if context.post.contains(OF_BUTTONS) else False


# (CTAボタン：無料相談はこちら): a button for sewing has no words that call
BUTTON = Notation(
    "insert",
    Pattern(
        r"^[ \t>]*(?P<slot>[（(［\[【](?:CTA(?:ボタン|リンク|バナー)?"
        r"|(?:申し?込み?|購入|資料請求|相談|予約|問い?合わせ|登録)ボタン)[ ]?[：:]"
        r"[^（）()\[\]［］【】\n]{0,40}(?:こちら|今すぐ|いますぐ|無料|申し?込|相談|詳しく|詳細"
        r"|ダウンロード|登録|予約|購入|見る|チェック|問い?合わせ|始める|試す)"
        r"[^（）()\[\]［］【】\n]{0,20}[）)］\]】])[ \t]*[\"']?,?$",
        re.MULTILINE,
    ),
    _button,
)


def _no_example(place: re.Match[str], context: Context) -> bool | None:
    """Readers may be asked to reckon with made-up figures."""
    return None if context.technical or RECKONED.match(context.after) else False


MADE_UP = Notation(
    "insert",
    Pattern(
        rf"[（(［\[【]※?[ ]?(?:架空|仮|ダミー|サンプル)の?"
        rf"(?:{LEADS_TO}|電話番号|住所|価格|数値|数字|画像|写真)(?:です)?。?[）)］\]】](?![(\[:])"
    ),
    _no_example,
)
# What changes, readers are asked to look up.
CHANGES = Pattern(
    r"(?:しだい|次第|不定(?:期|休)?|変わ(?:る|ります)|変更(?:あり|の場合)|異なる|異なります)$"
)


def _to_check(place: re.Match[str], context: Context) -> bool | None:
    # as the first words of a heading it asks readers to look
    heads = context.heading and not context.before.strip(" #")
    return None if heads or CHANGES.search(context.before) else False


CHECK = Notation(
    "review",
    Pattern(
        r"[（(【\[［]※?要(?:確認|事実確認|検証|調査|出典確認|修正|加筆|追記|更新|差し替え|校正"
        # readers are asked so, too: （※要確認のうえお越しください）
        r"|推敲|ファクトチェック|リサーチ|裏取り)(?!の(?:うえ|上)|して|いただ)"
        r"[^）)】\]］\n]{0,20}[）)】\]］](?![(\[:])"
        r"|(?<=[。）)])※要(?:確認|事実確認|検証|出典確認|加筆|ファクトチェック|裏取り)[。]?$",
        re.MULTILINE,
    ),
    _to_check,
)

OF_STORY = r"(?:話|体験|思い出|強み|魅力|理由|根拠|数字|実績)"


def _whole_line(place: re.Match[str], context: Context) -> bool | None:
    """Alone on its line it stands for a text; what is to be written in is a form's word."""
    if (context.before + context.after).strip(" *"):
        return None
    return WRITTEN_IN.search(place.group()) is not None


WRITTEN_IN = Pattern(rf"(?:{OF_FORM}|価格|料金).{{0,4}}を(?:記入|記載|追記)[\]］】]$")
ON_ITS_LINE = Notation(
    "insert",
    Pattern(
        rf"[（(]※?(?:ここに|こちらに)[^（）()\n]{{0,30}}{OF_STORY}を{FILL}[^（）()\n]{{0,8}}[）)](?![(\[])"
        rf"|[\[［【][^\]］】\n]{{0,20}}{OF_STORY}を{FILL}[\]］】](?![(\[])"
        rf"|[\[［【][^\]］】\n]{{0,20}}(?:{OF_FORM}|価格|料金)[^\]］】\n]{{0,4}}を(?:記入|記載|追記)"
        r"[\]］】](?![(\[])",
        re.MULTILINE,
    ),
    _whole_line,
)

NOTATIONS = (INSERT, ON_ITS_LINE, FIELD, TO_LINK, TO_PLACE, BUTTON, MADE_UP, CHECK)
