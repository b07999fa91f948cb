"""What fields are called, and the words of texts that write about slots, forms and screens."""

from __future__ import annotations

import re

from kouetsu.api import Pattern

JAPANESE = "ぁ-んァ-ヶ一-鿿々ー"
SNAKE = r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+"
UPPER = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*"
OPEN, CLOSE = r"[\[［【〔<＜{]", r"[\]］】〕>＞}]"

# What fields are called. Words that also tag a post (photo, video, map) are not among them.
FIELD_EN = (
    r"(?:names?|city|town|country|region|company|brand|business|shop|store|restaurant|product"
    r"|price|cost|amount|number|date|year|month|season|url|website|e-?mail|phone|address"
    r"|role|profession|occupation|hobb(?:y|ies)|job(?: title)?|topic|keyword|author|location|place"
    r"|park|trail|hotel|museum|statistic|percentage|item|audience|industry|event|venue|distance"
    r"|duration|link)"
)
FIELD_JA = (
    r"(?:名前?|氏名|住所|所在地|電話番号|メールアドレス|価格|金額|料金|日付|日時|年月日|数字|数値"
    r"|人数|年数|肩書き?|職業|趣味|地名|都市|地域|プロフィール|キーワード|ブランド|メーカー|リンク"
    r"|ＵＲＬ|URL)"
)
FILL = (
    r"(?:挿入|記入|入力|追加|記載|追記|入れる|入れて|差し替え|差替え?|貼り付け|貼る|埋め込み|埋める"
    r"|差し込み|差し込む)"
)
# The parts of a page that a variable may name in any letters.
PARTS = (
    r"(?i:(?:(?:insert|add|placeholder|internal|external|affiliate|related|product)[_ -]?){0,2}"
    r"(?:images?|img|photos?|pictures?|links?|urls?|videos?|maps?|embed|banner|cta|ads?|insert"
    r"|placeholder|internal|affiliate|related|product|keyword|slug))"
)

# Words of a text that writes about slots, forms and screens.
ABOUT = Pattern(
    r"テンプレ|ひな[型形がた]|雛形|プレースホルダ|差し込み?[印文]|差込|変数|穴埋め|空欄|空所"
    r"|記入欄|伏せ字"
    r"|置き?換え|書き換え|埋め(?:て|る|ま|ら)|記法|構文|括弧|かっこ|カッコ|と書[くいきけか]|下線"
    r"|設問|欄"
    r"|クリック|タップ|画面|ボタン|メニュー|選択|押[しすせ]|の形[でか式]|用紙"
    r"|(?i:templat|placeholder|merge (?:field|tag)|\breplace\b|fill(?:ed|s)? (?:in|out)"
    r"|variable|syntax"
    r"|curly|bracket|blanks?\b|\bwrite\b|\bform\b|capital|\blabel\b|sticker|exercise|JSX"
    r"|expression)"
)
# What tells that a line writes of slots, whatever they hold.
WRITTEN_OF = Pattern(
    r"テンプレ|ひな[型形がた]|雛形|プレースホルダ|差し込み?[印文]|差込|変数|置き?換え|書き換え|記法|構文|と書[くいきけか]"
    r"|(?i:templat|placeholder|\breplace\b|variable|syntax|shortcode)"
)
TITLED = Pattern(
    r"テンプレ|ひな[型形]|雛形|例文|文例|書式|書き方|Jinja|Liquid|Mustache|Handlebars"
    r"|(?i:\btemplat|placeholder|sample letter)"
)
# Exercises: their titles, their last heading, and how they ask for what is missing.
EXERCISE = Pattern(
    r"ドリル|穴[うあ埋]め|虫食い|練習問題|問題集|小テスト|プリント|ワークシート|書き込み式"
    r"|(?i:\b(?:worksheet|quiz|drills?|exercises?|fill[- ]in)\b)"
)
ANSWERS = Pattern(
    r"\W*(?:(?:問題の?)?(?:答え|こたえ|解答|正解)(?:例|合わせ|あわせ|と解説)?"
    r"|(?i:answers?(?: key)?))\W*$"
)
ASKED = Pattern(
    r"(?:当てはま|あてはま|入る)[^。\n]{0,12}(?:言葉|ことば|語|数|漢字|もの)"
    r"|(?:_{2,}|＿{2,})[^。\n]{0,6}に[^。\n]{0,30}(?:入れ|書|答え)"
    r"|(?i:fill (?:in|out)|complete) (?:the|these|each)\b"
)
# A variable that a sentence speaks of.
TOLD_OF = Pattern(
    r"\}\}[」』)）]?[ ]?(?:(?:では|じゃ)なく|に(?:直|書き換|変え|置き換|差し替)|が(?:残|出|表示"
    r"|そのまま)|のまま"
    r"|という(?:変数|文字|記号|項目|書き方|タグ|札|記法)|と(?:書|表示|入力)"
    r"|(?:is|was|are) (?:a |the )?(?:variable|placeholder|tag|field|left|shown|printed))"
)
# Behind what a program printed: the line tells that it does.
DESCRIBED = Pattern(
    r"[^\W\d]?[ ]?(?:に(?:な[るっ](?!て(?:い|おり)ます)|化け)|と(?:表示|出|な[るっ]|書))"
)
PROGRAMMING = frozenset(
    word
    for line in (
        "id key name url get set is has to max min count size type list file path user config data",
        "index node item value str int bool json html css api http db sql test func class self arg",
        "var env tmp src dst num len buf ptr new old add del run init main util lib",
    )
    for word in line.split()
)

# A part of the page that a person was to build, with what it was to hold.
PIECE = Pattern(
    r"[\[［【](?:(?:内部|外部|アフィリエイト|商品|購入|予約|公式)リンク(?:挿入)?|リンク挿入"
    r"|広告枠|CTAボタン|(?:画像|地図|動画|商品カード)(?:の)?埋め込み)[ ]?[:：][ ]?"
    r"[^\]］】\n]{1,80}[\]］】](?![(\[:])"
)
# Circles, and in brackets what they stand for.
EXPLAINED = Pattern(
    r"(?:[〇○◯]{2,}|××+|●●+)[（(](?:商品|店|会社|企業|施設|地域|地|駅|人|製品|サービス|ブランド"
    r"|メーカー|作品|書)"
    r"名(?:を入れる|を記入)?[）)]"
)
# The writer's own name, in the words with which one introduces oneself.
NAMELESS = Pattern(
    r"(?:ブロガー|ライター|エンジニア|研究者|専門家|管理人|編集長|運営者|コンサルタント|アナリスト|トレーナー|講師|プログラマー|投資家)の"
    r"[〇○◯]{2,}です(?=[。！!]|$)"
)
# A note on the link or figure that was to stand there.
TO_LINK = Pattern(
    r"[（(](?:具体的な|該当する|関連する?|公式の?)[^（）()\n]{0,20}(?:リンク|URL|画像|図|データ|出典|数値)"
    r"を?(?:追記|追加|挿入|記載)(?:する|予定|してください)?[）)]"
)
# What writers on English papers mark a gap with.
TO_COME = Pattern(r"(?<![\w./-])(?:TK){2,}(?![\w./-])")
# A disclosure names the links that the post holds; it is no place for one.
CONTAINED = Pattern(r"[をがも]?(?:含|使用|利用|掲載|あり|有り|経由)")
DISCLOSED = Pattern(r"(?:本記事|この記事|当サイト|当ブログ|https?://\S+|\]\([^)]*\))[^。]*$")
SHOWN_SPEECH = Pattern(
    r"例えば|たとえば|例：|例）|（例|といった|のよう[なに]|など|とか|形式|と(?:言|伝|話|呼|名乗"
    r"|検索)|あいさつ|挨拶"
)

LEADS_TO = (
    r"(?:URL|ＵＲＬ|リンク(?:先)?|アドレス|(?:商品|購入|内部|外部|予約|公式|アフィリエイト"
    r"|参考)(?:リンク|URL))"
)
SHOWS = r"(?:画像|写真|図|動画|地図|広告|バナー|グラフ|スクリーンショット|スクショ|イラスト)"
# A note in brackets behind a link or a word that was to be one.
BESIDE = Pattern(
    rf"[（(［\[【]※?[ ]?(?:架空|仮|ダミー|サンプル|プレースホルダー?|例示用?)の?(?:{LEADS_TO}"
    rf"|{SHOWS}|電話番号|住所|価格|数値|数字)"
    rf"(?:です)?。?[）)］\]】](?![(\[:])"
    rf"|[（(]※?[ ]?(?:{LEADS_TO}|{SHOWS})(?:[をは](?:ここに)?(?:挿入|貼付|貼り付け"
    rf"|埋め込み|差し込み|設置|追加|添付|掲載)"
    rf"(?:予定|箇所|位置|待ち|する|してください)?|(?:挿入|貼付|埋め込み|差し込み|設置|追加"
    rf"|掲載)(?:予定|箇所|位置|待ち)|(?:挿入|貼付)"
    rf"|未定|未設定|要追加|要挿入|要確認)[）)]"
    r"|\((?i:(?:insert|add|include|paste) (?:the |your |an? )?(?:\w+ )?(?:link|URL|image"
    r"|screenshot|photo|address)(?: here)?"
    r"|(?:link|URL|image|photo|screenshot)s?(?: goes)? here|(?:fictional|fictitious|dummy"
    r"|placeholder|fake) (?:link|URL|address|image)"
    r"|(?:link|URL|image|photo|screenshot)s? (?:to be (?:added|inserted|provided)|TBD|TBC"
    r"|pending))\)"
)
TO_CHECK = (
    r"要(?:リサーチ|ファクトチェック|裏取り|裏どり|取材|加筆|推敲|校正|追記|差し替え|出典確認)"
)
INSERT = Pattern(
    rf"[\[［【]※?(?:ここに|こちらに)[^\]］】\n]{{1,60}}[\]］】](?![(\[])"
    rf"|[（(]※?(?:ここに|こちらに)[^）)\n]{{0,40}}(?:{FILL}|[がも]入(?:る|ります|れます)|画像|写真|図|リンク"
    rf"|URL|動画|本文)(?:する|してください)?。?[）)]"
    rf"|^※?ここに[^。\n「」はもが]{{1,20}}を(?:挿入|貼り付け|埋め込み|差し込み)(?:する|してください|予定)?。?$"
    rf"|[\[［【][^\]］】\n]{{1,30}}(?:(?:を|に){FILL}[^\]］】\n]{{0,12}}|[、，]{FILL})[\]］】](?![(\[])"
    rf"|[\[［【][^\]］】\n]{{2,30}}(?:挿入|記入|差し替え|差替え?|埋め込み)(?:予定|位置|箇所|欄)?[\]］】](?![(\[])"
    rf"|[（(][←※](?![^）)\n]*\d[^）)\n]*追記)[^）)\n]{{1,40}}を?{FILL}[^）)\n]{{0,20}}[）)]"
    rf"|[（(【［][^）)】］\n]{{1,30}}(?:のうえ|の上|してから|した後に?|し次第)、?{FILL}[^）)】］\n]{{0,10}}[）)】］]"
    rf"|ここに[^。\n「」]{{1,30}}(?:文字|字)(?:程度|以内)?で(?:入力|記入|書いて)",
    re.MULTILINE,
)
# What is to be done later. Told politely or in the past, readers are told of it.
LATER = Pattern(
    rf"[（(【［\[]※?[^）)】］\]\n]{{0,20}}(?:(?P<own>後で|あとで|あとから)|後ほど|のちほど|追って|後日)、?"
    rf"(?:{FILL}|確認|調べ|調査|書)"
    rf"(?![^）)】］\]\n]*(?:でき|られ|ください|下さい|よい|良い|可能|です|ます|まし|た(?!い)|ると|ところ))"
    rf"[^）)】］\]\n]{{0,10}}[）)】］\]](?![(\[])"
)
CHECKED = Pattern(
    rf"[（(]※?{TO_CHECK}[^）)\n]{{0,20}}[）)]"
    r"|[（(]※?要(?!電池|部品|交換)[^）)\n、。]{1,12}(?:差し替え|差替え?)[）)]"
    r"|[（(]※?要(?:確|検証|調査|更|修)[^）)\n]{1,20}[）)]"
    r"|[【\[［]※?要(?:確認|修正|追記|検証|加筆|出典|事実確認|調査|更新|差し替え|校正|推敲|ファクトチェック|リサーチ)"
    r"[^】\]］\n]{0,20}[】\]］](?![(\[:])"
)
# Nouns of everyday speech among the names of fields, in the brackets that also stress a word.
STRESSED = Pattern(
    r"【(?:価格|金額|料金|日付|日時|数字|数値|人数|職業|趣味|都市|地域|キーワード|ブランド|メーカー)】"
    r"(?![ ]?[円万億人%％])"
)
# perf: square brackets that are no link's; most posts have none
LONE = Pattern(r"\[[^\[\]\n]{0,100}\](?![(\[:])|\[object")
LABELS = Pattern(r"[ぁ-んー：:・はが、]$")
# How converters write what stands for a picture: the brackets belong to its text.
ALTERNATIVE = Pattern(r"!\[\\?$")
# Figures that were to be put in.
SCORE = Pattern(
    r"\[[XN#]{1,4}\](?=[/%％]|[ ](?:percent|miles|hours|years|out of)\b)"
    r"|[$€£¥￥]X{1,3}(?:,XXX)+"
)
# What a program prints where it had no value.
VALUE = Pattern(
    r"(?<![A-Za-z.])(?:NaN|undefined|null|None)(?=[円%％人件個万点回])|\[object [A-Z]\w+\]"
    r"|[$¥€£★☆](?:NaN|undefined|null|None)(?![A-Za-z])"
    r"|(?<![A-Za-z.])(?:NaN|undefined) ?(?:%|percent\b|dollars\b)"
    r"|(?:^|(?<=[。、「 ]))(?:NaN|undefined|null)(?=さん|氏|様|(?:は|が|の|を)[^\W\da-zA-Zぁ-ん])",
    re.MULTILINE,
)
