"""What says that the source could not be read, where the text on it would stand.

A source that nobody gave, or that can't be opened, is a reason; that a title, a summary or a point
can't be written for it is what a model makes of it. Only both together are its words.
"""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import READERS
from kouetsu_rules.seams.chatter.asides import GIVEN, INPUT
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

SOURCE = (
    r"(?:(?:元?記事|ページ|動画|論文|サイト|リンク先|投稿)(?:の(?:具体的な|詳細な)?(?:本文|内容|全文|詳細|提供))?"
    r"|本文|原文|全文|字幕|コンテンツ|URL|リンク|情報源|ソース|リリースノート|テキスト|抜粋"
    r"|(?:具体的な|詳細な)(?:内容|情報|本文))"
)
LACK = (
    r"(?:提供|存在|特定|取得|アクセス|参照|確認|閲覧|読み取|把握|判読|抽出|共有|提示|入力|添付|与え)"
    r"[^。、]{0,12}(?:ない|なく|ず|ません|なかった|不可能|不可|困難)|不明|不足|(?<=が)な[いく]"
)
BECAUSE = (
    r"[^。、]{0,6}(?:ため|ので|ことから|により)|、|が、"
    r"|[^。、]{0,10}。(?:そのため|したがって|このため|よって)"
)
PRODUCT = r"(?:タイトル|見出し|要約|サマリー|要点|ポイント|示唆|TL;?DR|記事|翻訳|本件|箇条書き)"
WORDS = Vocabulary(
    {
        "unread": (
            rf"{SOURCE}[^。、]{{0,8}}(?:が|の|を|に|から|も|は|へ)[^。、]{{0,16}}(?:{LACK})(?:{BECAUSE})"
            rf"|(?:{SOURCE}|情報|データ)(?:の)?不足(?:の|して(?:い|お)る)?(?:ため|により|で)"
            rf"|{GIVEN}[^。、]{{0,10}}?{INPUT}[^。、]{{0,10}}(?:のみ|だけ)?(?:では|であり、|でした)"
            rf"|{GIVEN}{INPUT}{{1,2}}は[^。]{{0,24}}(?:のみ|だけ)(?:である|です|でした)"
        ),
        "unwritten": (
            rf"{PRODUCT}[^。]{{0,24}}?(?:生成|作成|特定|記述|述べ|示[すし]|提示|言及|要約|把握|抽出|説明|分析|判断"
            r"|翻訳|執筆|解説|回答|お答え|提供)[^。]{0,8}?(?:でき(?:ません(?!でした)|ない|ず|かねます)|不可能|困難)"
            # whether a quotation is true, scholars can't judge
            r"|引用[をはが]?[^。]{0,12}?(?:生成|作成|示[すし]|提示|抽出)[^。]{0,8}?(?:でき(?:ません(?!でした)|ない|ず|かねます)|不可能|困難)"
        ),
        "unopened": (
            rf"{GIVEN}(?:URL|リンク|ソース|情報源|記事)[^。]{{0,60}}?(?:アクセス|取得|読み取|参照|閲覧)"
            r"[^。]{0,12}?(?:でき(?:ません|ない|なかっ)|不可能)"
            rf"|^(?:大変)?(?:申し訳(?:あり|ござい)ません|すみません)[^。]{{0,24}}{SOURCE}[^。]{{0,8}}が(?:提示|提供|共有|入力)"
            r"され(?:てい|ており|ませ)"
            rf"|^(?:大変)?(?:申し訳(?:あり|ござい)ません|すみません)が?、?{GIVEN}[^。、]{{0,6}}?{INPUT}"
            r"(?:は|に(?:は)?|が)[^。]{0,100}?(?:記事|本文|本体|コンテンツ)(?:の?(?:本文|本体|テキスト|内容))?"
            r"(?:では(?:なく|ありません)|[はがも]含まれて(?:いません|い?ない|おらず|おりません))(?!.*と(?:断|返|言))"
        ),
        "others": (
            r"ユーザー|利用者|クライアント|顧客|患者|生徒|学生|場合|警察|捜査|容疑|事故|裁判|[私僕俺]"
            r"|ことがあ[りる]|仕様"
        ),
        "readers": READERS,
    }
)
UNREAD = Chorus(
    (
        Voice("refusal", "unwritten unread -others -readers", "any", Severity.WARNING),
        Voice("refusal", "unopened -others -readers", "any", Severity.WARNING),
    ),
    WORDS,
)
