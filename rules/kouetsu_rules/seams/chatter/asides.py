"""What a model says within a post of what it was given, of what it lacks, and of its own work."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import READERS
from kouetsu_rules.seams.chatter.patterns import BEING, MODEL
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

GIVEN = (
    r"(?:(?<![らりがは])(?:提供|提示|入力|共有|添付)された"
    r"|与えられた|渡された|お渡しいただいた|ご?(?:提供|提示|共有|入力)いただいた)"
)
INPUT = (
    r"(?:情報源?|データ|記事|テキスト|文章|資料|コンテキスト|文脈|本文|ソース|入力|原文|抜粋|要約"
    r"|URL|リンク|HTML|JSON|内容|ページ)"
)
JAPANESE = Vocabulary(
    {
        "given": rf"{GIVEN}[^。、]{{0,10}}?{INPUT}",
        "from-data": (r"(?:商品|製品|参照元?|スペック|仕様)(?:の)?データ(?:上|内)?に(?:は|も)"),
        # of what is in their data, those who compute with it tell
        "from-input": r"(?:入力|収集|取得|API)(?:の)?データ(?:上|内)?に(?:は|も)",
        "unsaid": (
            r"(?:記載|言及|記述|明記|説明|触れられ)[^。、]{0,8}(?:ません|ない|なく|なし|なかった)"
        ),
        # those who solve a riddle with it are told so
        "told": r"[てで](?:ください|下さい|みよう|みましょう)|せよ|なさい|(?:当て|求め|考え)よう",
        "solved": (
            r"^(?!.*(?:記事|要約|本文|タイトル|回答|お答え|執筆|作成|翻訳)).*与えられた[^。]*(?:特定|分析|説明|記述)"
        ),
        "absent": (
            r"(?:記載|言及|記述|明記|説明|情報)(?:は|が|も)?[^。、]{0,6}(?:ありません"
            r"|ございません|いません"
            r"|おりません|ない|なく|なし|なかった|見当たら|おらず)"
            r"|(?:含まれ|触れられ|示され|明記され|記され)て(?:い|おり)?(?:ません|ない|おらず)"
            r"|(?:欠落|不足|欠如)して(?:い|おり)(?:ます|るため)"
            r"|(?:読み取れ|確認でき|特定でき|判断でき|把握でき)(?:ません|ない|ず)|不明です"
            r"|見当たりません"
        ),
        "based": (
            r"(?:に(?:基づ|もとづ)[いきくけ]|を(?:もと|基|元|踏まえ)|のみを|だけを|から(?:推測"
            r"|判断))"
        ),
        "written": (
            r"記載|言及|記述|明記|触れられ|提供|提示|記事|テキスト|文章|本文|ソース|原文|抜粋"
            r"|要約|URL"
            r"|リンク|HTML|JSON|コンテキスト"
        ),
        "shown": r"表示|計算|集計|結果が|グラフ",
        # what a person was kindly given
        "received": r"いただいた",
        "starts": (
            r"^(?:※|なお、|ただし、|今回は、?|本記事は、?|この記事は、?|以上、|以下は、?)?"
            rf"{GIVEN}[^。、]{{0,12}}?(?:{INPUT}|リリース|ニュース)"
        ),
        "unfetched": (
            r"(?:記事|本文|ページ|URL|リンク先|コンテンツ|動画|字幕|論文)(?:の(?:内容|本文|全文|詳細))?"
            r"(?:が|を|は|に)[^。、]{0,8}(?:取得|参照|確認|閲覧|アクセス|提供|読み取)[^。、]{0,8}"
            r"(?:ない|なかった|ず|ません(?:でした)?)(?:ため|ので|ことから|が、)"
        ),
        "guess": (
            r"推測|推察|推定(?!した)|想定(?:し|され)|一般的な|可能性が(?:高|あ)|と(?:考え|思)われ|不明"
            r"|タイトル(?:や|から|のみ|だけ)"
        ),
        "sorry": (
            r"^(?:大変|誠に)?(?:申し訳(?:あり|ござい)ません|すみません|恐れ入りますが|残念ながら)"
        ),
        "too-little": rf"{GIVEN}[^。、]{{0,10}}?{INPUT}(?:(?:だけ|のみ)?では|が|は)",
        "cannot-do": (
            r"(?:要約|説明|解説|記述|翻訳|作成|分析|執筆|特定|回答|お答え)(?:を|が|は|する)?(?:こと)?"
            r"(?:は|が)?[^。、]{0,6}(?:でき(?:ません(?!でした)|かねます|ない)|困難です|難しいです"
            r"|控え(?:ます|させて))"
        ),
        "a-model": MODEL.expression,
        "a-being": BEING.expression,
        "the-asked": (
            r"(?:その|この|そのような|こちらの)ご?(?:質問|依頼|要望|要求|リクエスト)(?:に(?:は)?|を)"
            r"[^。]{0,10}でき(?:ません|かねます)"
        ),
        "others": (
            r"(?:から|より|に|で|が)(?:無償で)?(?:提供|提示|入力|共有|添付|指定|送信|与え|渡)"
            r"|メーカー|企業|学習|モデル"
            r"|プロンプト|AI|LLM|GPT|ユーザー|利用者|クライアント|顧客|患者|被験者|参加者|生徒"
            r"|学生|問題(?:文|で)|関数"
        ),
        "asked-thing": (
            r"ご(?:依頼|提示|提供|指定)(?:いただ|頂|の(?:内容|あった|通り|とおり|情報|データ))"
        ),
        "replies": (
            r"ご(?:回答|報告|提示)(?:いた|させていただき|申し上げ)?(?:します|致します|ます)"
            r"|回答(?:させていただきます|いたします|します)"
            r"|(?:要約|翻訳|和訳|校正)(?:いた)?し(?:ます|ました)"
            r"|(?:要約|翻訳|和訳)を[^。]{0,40}(?:(?:作成|提示|提供|整理|お届け)(?:いた)?し|まとめ"
            r"|示し)(?:ます|ました)"
        ),
        "send-text": (
            r"(?:原文|全文|テキスト|元(?:の)?(?:記事|文章))[*_」』]{0,3}(?:や[^。、]{1,12}"
            r"|（[^）]{1,12}）)?を?"
            r"[^。]{0,12}(?:ご提供|ご提示|ご共有|お送り|貼り付けて)"
            r"(?:いただけ(?:ます(?:でしょう)?か|れば|ると)|ください|下さい)"
        ),
        "lacking-text": (
            r"(?:原文|本文|元記事|詳細な?(?:情報|データ)|具体的な[^。、]{1,16})が(?:ない"
            r"|提供されていない|不足している)(?:ため|ので)"
        ),
        "text-missing": (
            r"(?:本文|原文|元記事|リリースノート|記事の内容|テキスト|抜粋"
            r"|全文)[^。、]{0,6}が(?:提供|共有|提示|入力|添付|与え)"
            r"(?:され|られ)て(?:い(?:ない|ません|なかった)|おら(?:ず|ない)|おりません)"
        ),
        "left-open": r"不明|でき(?:ません|ない|かねます)|困難|控え|判断|特定",
        "general": r"一般的な[^。]{1,80}(?:記載|説明|補足|まとめ|紹介|解説|お伝え|提示)",
        "translated": (
            r"^(?:以下|上記|こちら|この)?の?(?:ブログ)?(?:記事|投稿|本文|文章|全文|テキスト"
            r"|内容)を(?:自然な)?"
            r"(?:日本語|英語|中国語|韓国語)に(?:翻)?訳(?:いた)?しました。?$"
        ),
        "search-given": r"(?:[Ww]eb|ウェブ|ネット)検索情報(?:を|に|から|では|によ)",
        "cutoff": (
            r"時点(?:での|における)私の(?:知識|学習)|"
            # of the knowledge of a year (2020年時点の知識) people speak
            r"\d{4}年(?:\d{1,2}月)?頃?までの(?:私の)?(?:知識|学習データ"
            r"|訓練データ)に(?:基づ|もとづ)"
            r"|\d{4}年(?:\d{1,2}月)?時点の(?:私の(?:知識|(?:学習|訓練)データ)"
            r"|(?:学習|訓練)データ)に(?:基づ|もとづ)"
        ),
        # a report tells whose wish it fulfils; who runs a service speaks of its users' wishes, too
        "this-report": (
            r"(?:^|[。、\s])(?:本|この|当)(?:報告書?|レポート|調査|リサーチ|分析|回答|文書|ドキュメント|稿|記事)"
            r"(?:は|では|において)、?"
        ),
        "user-asked": (
            r"(?:ユーザー|利用者|依頼者|質問者|リクエスト者)(?:様|さん)?(?:から|より)?(?:の|が|に"
            r"|(?:提示|提起|入力|指定)された)[^。]{0,90}"
            r"(?:問い?合わせ|質問|依頼|要望|リクエスト|要求|指示|問い|疑問)(?:事項|内容)?"
            r"(?:に(?:対し|応じ|応え|基づ|沿っ|答え|回答)|を(?:受け|踏まえ|もとに|基に))"
            r"|(?:提示|入力)された(?:ご?(?:質問|依頼|要望)|リクエスト|クエリ|プロンプト)"
            r"[^。]{0,60}に(?:対し|応じ|応え|基づ|答え)"
            r"|ご(?:質問|依頼|要望|照会|リクエスト)(?:いただいた|の(?:あった)?)[^。]{0,60}"
            r"(?:に(?:対し|応じ|応え|関し|つい|基づ)|を(?:受け|踏まえ))"
        ),
        "reported": (
            r"(?:分析|調査|情報|回答|考察|解説|検証|報告|概要|比較|評価|結果|見解)(?:の結果)?を"
            r"[^。]{0,12}(?:提供|提示|報告|まとめ|整理|実施|行|示)"
            r"|(?:分析|調査|検証|考察|回答|報告|解説)(?:し(?:ます|たもの)|する(?:もの|ことを)|いたします)"
        ),
        "service": (
            r"アップデート|リリース|追加した|追加しました|改善|対応方法|窓口|サポート|弊社|当社|件数"
            r"|アンケート|カスタマー|問い?合わせ(?:対応|管理|業務)|自動|ボット|仕組み|システム|手順"
            r"|実装|構築|読者"
        ),
        "readers": READERS,
    }
)
ASIDES = Chorus(
    (
        Voice("material", "given absent written -others -readers", "any", Severity.WARNING),
        Voice("material", "from-data absent -others -readers", "any", Severity.WARNING),
        Voice("material", "from-input unsaid -others -readers", "any", Severity.WARNING),
        Voice(
            *("material", "starts based -others -readers -shown -received -told", "any"),
            severity=Severity.WARNING,
        ),
        Voice("material", "unfetched guess -readers", "any", Severity.WARNING),
        Voice("refusal", "sorry too-little|unfetched cannot-do -readers"),
        Voice(
            "refusal", "too-little|unfetched cannot-do -readers -solved", "alone", Severity.WARNING
        ),
        Voice("self", "a-model -readers"),
        Voice("self", "a-being -readers", severity=Severity.WARNING),
        Voice("refusal", "sorry the-asked -readers", "alone", Severity.WARNING),
        Voice("handed", "asked-thing replies -readers", "alone", Severity.WARNING),
        Voice("offer", "send-text -others -readers", "alone", Severity.WARNING),
        Voice("material", "lacking-text general -readers", "any", Severity.WARNING),
        Voice("material", "text-missing left-open -readers", "any", Severity.WARNING),
        Voice("preface", "translated", "first", Severity.WARNING),
        Voice("refusal", "cutoff", "any", Severity.WARNING),
        Voice("material", "search-given", "any", Severity.WARNING),
        Voice("handed", "this-report user-asked reported -service", "any", Severity.WARNING),
    ),
    JAPANESE,
)
ASIDE_HINTS = Chorus(
    (Voice("material", "starts based received -others -readers -shown", "any", Severity.WARNING),),
    JAPANESE,
)
