"""Where one turn of a talk ends and the next begins: posts are glued of answers.

``TURNS`` give themselves away. ``HINTS`` are said by authors, too; they count in a post in which
a turn was heard already.
"""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import ENGLISH_READERS, REACHED
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

WARNING = Severity.WARNING
# What a talk makes: texts, code and explanations; shops and authors make other things.
MADE = (
    r"例(?![外年])|サンプル|図解|図(?=に|も|を|で|や)|フローチャート|比較表|一覧表|表(?=に|も|を"
    r"|で|や)|テンプレート|雛形|ひな形|コード|実装|スクリプト"
    r"|手順書|チェックリスト|ロードマップ|プロトコル|プロンプト|クエリ|バージョン|パターン"
    r"|シミュレーション|設計案|応用編"
    r"|(?:詳しい|詳細な?|具体的な|別の|追加の|もう少し)(?:手順|説明|解説|方法|情報|案|内容|資料)"
    r"|解説|要約|翻訳|データ"
)
# To tell, show or hand over: what a program or a shop offers is used, ordered or set.
GIVEN = (
    r"(?:ご?(?:紹介|提示|案内|説明|提案|共有|提供|用意)|解説|お見せ|お(?:伝え|示し|渡し|教え"
    r"|出し)|整理|まとめる|深掘り|書き出し"
    r"|比較|要約|翻訳|図解|(?:追加|別の)[^。]{0,8}作成|お?手伝い)(?:する(?:こと)?)?(?:も|が|は)?"
    r"(?:いた|致)?(?:可能(?!性)(?:です)?|でき(?:ます|る)|します|しますよ|られます)"
)
RENDERED = (
    r"(?:訳(?:文)?|翻訳|要約|書き直し|リライト|修正版|添削|整形|清書)[^。]{0,16}"
    r"(?:しました|します|です|になります|となります|示し(?:ます|ました)|[：:]$)"
)
JAPANESE = Vocabulary(
    {
        "assents": (
            r"^(?:はい|ええ|もちろん(?:です)?|承知(?:いた|致)?しました|了解(?:です|しました)"
            r"|かしこまりました"
            r"|わかりました|お任せください)[、。！!]\s*(?:以下|下記|こちら|ここ|では|それでは"
            r"|ご(?:依頼|要望|指定|希望))"
        ),
        "rendered": RENDERED,
        "delivered": (
            r"(?:ご(?:依頼|要望|指定|質問|提示|希望)|お求め)の[^。]{0,60}"
            r"(?:しました|いたしました|します|いたします|です|になります|示し(?:ます|ました))"
        ),
        "wished": (
            r"(?:もし)?、?(?:ご(?:希望|要望|所望)(?:なら|であれば|でしたら|があれば"
            r"|がございましたら|の場合は?)"
            r"|お望み(?:なら|でしたら|であれば)|よろしければ|(?<=もし)よければ)"
        ),
        "needed": (
            r"^(?:もし)?、?(?:必要(?:なら|であれば|でしたら|があれば)|[^。]{0,40}(?:知り|聞き|見"
            r"|試し|深掘りし|確認し|比較し)たい"
            r"(?:場合は?|なら|ようでしたら))"
        ),
        "made": MADE,
        "given": GIVEN,
        "ordered": (
            r"(?:以下|下記|こちら)(?:が|は|に)?、?ご(?:依頼|指定"
            r"|要望)の(?:あった)?[^。]{0,40}(?:訳|翻訳|要約|記事|文章|コード|原稿|一覧|表|案)"
            r"[^。]{0,10}(?:です|なります|ました|ます)"
        ),
        "next-thing": (
            r"(?:追加|別|同様|次のような|応用|発展|類似)(?:の|した)?[^。]{0,10}(?:例|サンプル"
            r"|図解|パターン|バージョン|案|コード)"
        ),
        "deeper": (
            r"(?:知り|聞き|見|深掘りし|掘り下げ|学び|確認し|進め|相談し)たい(?:場合|とき"
            r"|なら|ようでしたら|(?:こと|点|部分|内容)(?:が|など))"
        ),
        "freely": (
            r"(?:お?気軽に|遠慮なく|いつでも)[^。でにへ]{0,8}(?:どうぞ|聞いて|きいて|ご?質問|お尋ね"
            r"|お知らせ|お申し付け|言って"
            r"|おっしゃって|お声がけ|リクエスト)"
        ),
        "more": (
            r"追加で|特定の|(?:別|他)の(?:例|手順|方法|実装|設定|環境)|さらに|もっと|具体的"
            r"|詳し|深掘り|掘り下げ|について"
        ),
        "praises": (
            r"^(?:とても|非常に|大変|すごく)?(?:いい|良い|よい|素晴らしい|すばらしい|鋭い"
            r"|ナイスな)(?:ご)?(?:質問|ご?指摘)です(?:ね)?[！!]"
        ),
        "you-said": (
            r"(?:貴方|貴殿|あなた|そちら)(?:が|の)(?:言及|提示|(?<=[方殿][がの])指摘|ご提供"
            r"|おっしゃ|仰)(?:し"
            r"|され|って|る(?!こと|とおり|通り|の))[^。]{0,30}(?:は|について|の件)"
        ),
        "medium": (
            r"(?:現在の|この)(?:環境|形式|チャット|インターフェース|インターフェイス"
            r"|テキスト(?:形式|ベース)|やり取り|回答)(?:で|の(?:中|都合))"
        ),
        "unshown": (
            r"(?:画像|図|動画|音声|添付|リンク|ファイル|グラフ|写真)[^。]{0,16}(?:表示|閲覧|再生"
            r"|生成|添付|埋め込|描画|開く|挿入|作成)"
            r"[^。]{0,10}でき(?:ません|ない(?:ため|ので)|ず、)"
        ),
        "instead": (
            r"(?:代わりに|その代わり)[^。]{0,20}(?:説明|記載|文字起こし|テキスト)|必要であれば"
            r"|(?:リンク|URL|元(?:の)?ページ|README"
            r"|リポジトリ)[^。]{0,10}(?:確認|参照|ご覧)"
            r"|確認してください|ご(?:自身|確認|参照)"
        ),
        "person-made": (
            r"(?:この|本)(?:記事|文章|コンテンツ|回答|レポート|投稿)[^。]{0,40}(?:の(?:専門家"
            r"|プロ(?:フェッショナル)?|ライター|編集者|コンサルタント"
            r"|アドバイザー|アナリスト|講師|ブロガー|マーケター|エンジニア|研究者|第一人者"
            r"|エキスパート))として(?:作成|執筆|生成|記述)され"
        ),
        # who is thanked for nothing, or obeyed, and told what comes now
        "thanks-on": (
            r"^ありがとうございます[！!。][^\w]{0,4}(?:それでは|では|次は|次に|続いて|続き|最後に"
            r"|早速|さっそく)"
        ),
        "roger-on": (
            r"^(?:はい、)?(?:承知(?:いた|致)?しました|承りました|かしこまりました)[！!。][^\w]{0,4}"
        ),
        "gladly-on": (
            r"^(?:はい、)?(?:もちろんです(?:とも)?|了解(?:です|しました|いたしました)|わかりました"
            r"|分かりました|お任せください|いいですね)[！!。][^\w]{0,4}(?:それでは|では|次は|次に|続いて"
            r"|続き|最後に|以下|今回は)"
        ),
        "explains-on": (
            r"(?:解説|説明|紹介|整理|お伝え|お届け|作成|執筆|出力|生成|提示|提案|構成)(?:いた)?し"
            r"(?:ます|てい(?:きます|ます)|ました)|(?:まとめ|掘り下げ|続け)(?:ます|てい(?:きます|ます))"
        ),
        "as-before": (
            r"続編(?:として|では|を|に)|(?:これまで|先ほど|前回|さきほど)(?:と同(?:様|じ)|の(?:続き|流れ))"
            r"|ご(?:希望|要望|リクエスト|指定|質問)"
        ),
        "asked-of": r"教えて|お聞かせ|伺|うかが|お願い|ください|頂け|いただけ",
        "readers": REACHED,
    }
)
TURNS = Chorus(
    (
        Voice("preface", "assents delivered -readers"),
        Voice("preface", "assents rendered -readers", severity=WARNING),
        Voice("offer", "wished made given -readers", severity=WARNING),
        Voice("offer", "needed next-thing given -readers", severity=WARNING),
        Voice("handed", "ordered -readers", severity=WARNING),
        Voice("preface", "praises -readers", "unasked", WARNING),
        Voice("handed", "you-said -readers", "any", WARNING),
        Voice("refusal", "medium unshown instead", "any", WARNING),
        Voice("self", "person-made", "any"),
        Voice("assent", "thanks-on explains-on as-before -readers -asked-of", "joined"),
        Voice("assent", "roger-on explains-on -readers -asked-of", "parted"),
        Voice("assent", "roger-on explains-on -readers -asked-of", "joined", WARNING),
        Voice("assent", "gladly-on explains-on -readers -asked-of", "joined", WARNING),
    ),
    JAPANESE,
)
TURN_HINTS = Chorus(
    (Voice("offer", "freely deeper more -readers", severity=WARNING),),
    JAPANESE,
)
MORE = Vocabulary(
    {
        "explains": (
            r"^[^。：:]{2,60}(?:について|を)、?(?:ご)?(?:説明|解説|紹介|整理|要約|回答"
            r"|お答え)(?:いた)?(?:し)?ます[：:]$"
            r"|^[^。：:]{2,40}について(?:の)?(?:説明|解説|回答)[：:]$"
        ),
        "if-given": (
            r"(?:データ|情報|要件|コード|ログ|結果|条件|例)(?:や[^。、]{1,16})?が(?:あれば"
            r"|ございましたら|いただければ)、?[^。]{0,20}"
            r"(?:追加|共有|提示|調整|分析|最適化|提案|修正|計算|作成)(?:することも|も)?(?:でき"
            r"|可能)"
        ),
        "renders": (
            r"^(?:以下|こちら|次)(?:は|が|に)[^。]{0,40}(?:訳|翻訳|要約|回答|まとめ|改訂版"
            r"|修正版)(?:です|になります|となります|を示します)?[：:。]$"
        ),
        "freely": (
            r"^(?:もし)?、?(?:ご(?:希望|要望|質問)|必要|興味)(?:が|で)[^。]{0,12}、?(?:いつでも"
            r"|ぜひ)?お?気軽に(?:どうぞ|お知らせ|お申し付け)"
        ),
        "asks": (
            r"(?:教えて|説明して|翻訳して|訳して|まとめて|書いて|作って|作成して|修正して|直して"
            r"|要約して|解説して|比較して|追加して)"
            r"(?:ください|下さい|くれますか|もらえますか|ほしい(?:です)?)[。？?！!]?$"
        ),
        "praises": (
            r"^(?:とても|非常に|大変|すごく)?(?:いい|良い|よい|素晴らしい|すばらしい"
            r"|鋭い)(?:ご)?(?:質問|ご?指摘)です(?:ね)?。"
        ),
        "front-set": (
            r"(?:frontmatter|フロントマター)の.{0,30}(?:コメントアウト|追加|修正|削除|設定)しました"
            r"[。！!]?$"
        ),
        "in-language": (
            r"^以下(?:に|は)[^。]{4,80}を(?:日本語|英語|中国語)で(?:まとめ|整理し|要約し|解説し"
            r"|説明し)(?:ました|ます)"
        ),
        "covered": (
            r"^これで、?[^。！!]{2,60}(?:を|まで)(?:すべて|全て|一通り|ひととおり)?(?:網羅|カバー|解説|説明)"
            r"(?:し|でき)ました[！!。]?$"
        ),
        "readers": REACHED,
    }
)
HINTS = Chorus(
    (
        Voice("preface", "explains -readers", severity=WARNING),
        Voice("offer", "if-given -readers", severity=WARNING),
        Voice("preface", "renders -readers", severity=WARNING),
        Voice("preface", "praises -readers", "unasked", WARNING),
        Voice("offer", "freely -readers", severity=WARNING),
        Voice("handed", "asks -readers", "parted", WARNING),
        Voice("preface", "in-language -readers", severity=WARNING),
        Voice("report", "covered -readers", "end", WARNING),
        Voice("report", "front-set -readers", severity=WARNING),
    ),
    MORE,
)

VERSION = (
    r"(?:version|draft|rewrite|translation|format|tone|style|diagram|example|sample|variation"
    r"|breakdown"
    r"|explanation|walkthrough|comparison|summary|template|checklist|deep(?:er)? dive)s?\b"
)
ENGLISH = Vocabulary(
    {
        "version": (
            r"^\W{0,3}Here(?:'s|’s| is| are) (?:the|a|an|your"
            r"|my) (?:[\w-]+ ){0,5}(?:translations?|version|rewrite|summary"
            r"|draft|text)\b[^.]{0,40}[.:]?$"
        ),
        "lets": (
            r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Great question"
            r"|No problem)[!,:—–-]+ ?[Ll]et(?:'s|’s| me)"
            r" (?:delve|dive|break|walk|go (?:through|over|deeper)|explore|unpack|take (?:a look"
            r"|it|this)|look|step|start"
            r"|build|create|explain|expand)\b"
        ),
        "changes": (
            r"\b(?:[Ww]ant|[Nn]eed|[Ww]ould you like|[Dd]o you want"
            r"|[Ss]hall I make) (?:me to (?:make )?)?"
            r"(?:(?:any|some|more|further|other|an?|the|additional) )*(?:modifications?|changes"
            r"|edits|tweaks|adjustments"
            r"|revisions|variations|(?:\w+ ){1,3}(?:version|draft|tone))\b[^.?!]{0,60}\?"
        ),
        "like-version": (
            r"\b[Ll]et me know if you(?:'d|’d| would)? (?:like|want|need|prefer) (?:me to |an? "
            r"|any |some |more |the |to see )*"
            r"[^.!?]{0,40}\b(?:more|less|shorter|longer|simpl\w+|technical|detailed|different"
            r"|another|expanded|condensed"
            r"|formal|casual|deeper|code|sample|working|full|complete|translated|annotated"
            r"|English|Japanese|Python|\w+Script)"
            rf" (?:[\w-]+ ){{0,3}}{VERSION}"
        ),
        "can-make": (
            r"^If you(?:'d|’d| would)? (?:like|want|wish|prefer),? I (?:can|could|'ll|’ll|will)"
            r" (?:also )?(?:write|draft|create|make|turn|adapt|rewrite|shorten|expand|translate"
            r"|generate|prepare|tailor|convert|summari[sz]e)\b"
        ),
        "readers": ENGLISH_READERS,
    }
)
ENGLISH_TURNS = Chorus(
    (
        # who writes in two languages says so, too
        Voice("preface", "version", "abroad", WARNING),
        Voice("preface", "version -readers", "parted", WARNING),
        Voice("preface", "lets -readers", "first", WARNING),
        Voice("offer", "changes -readers", "end", WARNING),
        Voice("offer", "like-version -readers", "end", WARNING),
        Voice("offer", "can-make -readers", "end", WARNING),
    ),
    ENGLISH,
)
