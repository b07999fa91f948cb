"""What a model or an agent says to the one it works for: words, and what they make together."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.voices import Vocabulary, Voice

COUNT = r"\d[\d,，]*[ ]?(?:文字|字(?!幕|体|形|画|母)|ワード|words?)"

JAPANESE = Vocabulary(
    {
        # What is made: a text, its parts, its craft, and the versions of it.
        "text": r"記事|原稿|文章|文面|下書き|ドラフト|草稿|初稿|投稿文|紹介文|レビュー文|コンテンツ",
        "part": r"見出し|導入文?|リード文|冒頭|結び|セクション|段落|タイトル|メタディスクリプション|フロントマター|front ?matter",
        "craft": r"文字数|トーン|文体|語調|口調|語尾|言い回し|接続詞|SEO|キーワード|検索意図|CTA|ペルソナ|想定読者"
        r"|定型(?:的な)?(?:表現|句|文)|(?:AI|機械)(?:らしい|っぽい|的な)|冗長な|五感に訴え|例え話|具体例を|自然な(?:日本語|文章|表現)"
        r"|読みやすい(?:文章|日本語|構成)|(?:です・?ます|だ・?である)調",
        "rival": r"(?:前回|先ほど|さきほど|前|先|最初|元)の(?:ドラフト|出力|回答|下書き|案|バージョン|原稿)(?!内)|[初改]稿|修正前|リライト前",
        "fine": r"冗長|テンポ|段落|会話文|語尾|読みやす|クリックされ|例え話?|言い換え|一文(?:を|が|の)|文の長さ|見出し|トーン|リズム|導入|結論|タイトル"
        r"|自然な(?:流れ|表現)|表現|順番|構成|専門用語|受動態|箇条書き|臨場感|文末|主語|接続詞|具体例|読者|SEO|キーワード",
        "whole-text": r"全体(?:的に|を通して|として)|(?:元|以前|前|前回|原文)の?(?:バージョン|版|文章|文面|原稿|案)?より(?:も)?|よう(?:に)?、|やすさを|(?:意味|内容|主旨)(?:は|を)",
        "reworked": r"(?:削り|削っ|削除し|減らし|増やし|良くし|よくし|整え|入れ替え|意識し|改善し|統一し|修正し|変更し|加え|追加し|工夫し|まとめ直し|簡潔にし|言い換え|置き換え"
        r"|分割し|短くし|絞り|強調し|やわらかくし|和らげ|配置し|盛り込み|取り入れ|明確にし|調整し)[^。]{0,8}(?:まし|てい(?:ます|る版)|ており)",
        "change": r"直し(?:たい|て)|直すところ|修正|変更|調整|加筆|書き(?:直|換|足)|短く|長く|砕け|くだけ|カジュアル|フォーマル|丁寧な|簡潔|詳しく|別の(?:案|角度|切り口|テーマ|表現)"
        r"|英語版|要約|追加の(?:ご)?(?:要望|希望|情報|修正)|硬[いく]|やわらか[いく]|差し替え",
        "beg": r"お申し?[付つ]け|おっしゃって|ご用命|ご指示|お伝えください|お知らせください|お聞かせください|いかがいたしましょう|いかがでしょうか|(?:し|いたし)ましょうか",
        "offered": r"(?:ご用意|作成|お作り|追加|お書き|出力|生成|執筆|提案|翻訳|要約|リライト)(?:し|いたし|致し)?ましょうか",
        "wrong": r"誤字|脱字|間違い|誤り|ご感想|不具合|情報提供|お気づき",
        "client": r"(?:ご要望|ご依頼|ご指定|ご指示|ご希望|ご提示)の|いただいた(?:構成|条件|キーワード|メモ|素材|要件|テーマ|指示|下書き|原稿|文章)",
        "deliver": r"お届けし|書い(?:て(?:み|いき)ます|てみました|ていきます)|執筆し|作成し|まとめ(?:ました|てみました|ます)|お送りし|仕上げ|書き上げ|用意し",
        "after": r"(?:リライト|修正|校正|推敲|書き直し|改訂|清書|添削|編集|完成|最終|更新)(?:後|版|案|済み)(?:の)?(?:文章|記事|原稿|本文|全文)?(?:です|になります|となります)",
        "generate-not": r"(?:生成|出力|執筆|要約|翻訳|作文)(?:すること)?(?:が|は|を)?でき(?:ません|かねます)",
        "unopened": r"(?:URL|リンク(?:先)?|ページ|サイト|ファイル|画像|PDF|添付)[^。]{0,12}(?:開く|アクセス|閲覧|参照|確認|読み込)[^。]{0,8}でき(?:ない|ません|ず)",
        "guessed": r"(?:推測|推定|想像|仮定|推察|一般的な(?:情報|知識))[^。]{0,8}(?:書い|まとめ|作成|記載|構成|執筆)",
        "option": r"[A-CＡ-Ｃ]案|案[A-CＡ-Ｃ\d①-③一二三]|[1-5１-５①-⑤一二三]案|(?:パターン|バージョン|オプション)[A-C\d]",
        "stem": r"(?:リライト|修正|改善|変更|推敲|調整)(?:の|した|後の)?(?:ポイント|点|箇所|内容|方針|意図)[：:はと]"
        r"|(?:上記|以上|今回|本稿|この版|修正版|リライト版|改訂版|改善版)(?:の(?:文章|記事|原稿|修正|リライト|版))?では"
        r"|(?:元|原文|もと|元々)の(?:構成|文章|原稿|文意|意味|内容|トーン|主張|ニュアンス)(?:や[^。、]{1,12})?(?:は|を|の)",
        "kept": r"(?:維持|保持|踏襲)(?:し|され)|保ち|保っ|変え(?:ず|て(?:い)?ませ)|残し(?:て|つつ)|損な(?:わ|うことなく)",
        # What was done to it, will be or can be.
        "make": r"作成|執筆|生成|出力|リライト|推敲|添削|書き(?:直|換|ます|上げ)|調整|加筆|追記|修正|短縮|言い換え|お作り",
        "done": r"(?:作成|執筆|生成|出力|リライト|推敲|添削|調整|加筆|追記|修正|構成|短縮|整理|統一|削除|変更|反映|意識)"
        r"(?:し|いたし|致し)(?:て(?:い|おり)ます|まし|ております|た版)"
        r"|(?:整え|まとめ|書き(?:直し|換え|上げ|改め)|盛り込み|仕上げ|増やし|減らし|直し|避け|置き換え|和らげ|取り除き|言い換え)"
        r"(?:て(?:い|おり)?ます|まし|ております|た版|てみまし)",
        # The one who gave the task, the task, and courtesy to them.
        "task": r"ご(?:依頼|指示|指定|提示)(?:の|に|を|いただ|頂|通り|どおり)|いただいた(?:キーワード|条件|構成|情報|テーマ)|指定(?:された|の)?(?:トーン|文字数|条件|文体|形式)",
        "terms": r"条件|要件|キーワード|トーン|文字数|フォーマット|形式|構成",
        "condition": r"必要(?:であれば|でしたら|に応じて?|がございましたら|なら)|ご希望(?:でしたら|であれば|があれば|がござい|に応じ|の場合)"
        r"|ご要望(?:でしたら|があれば|がござい|に応じ)|よろしければ|(?:もし)?よければ|(?:お)?望みでしたら",
        "servant": r"お申し?[付つ]け|おっしゃって|お知らせください|お聞かせください|お伝えください|ご指示|ご指定ください|教えてください"
        r"|お声がけ|ご相談ください|いつでも聞いて|承ります|(?:も|が)可能です|(?:も|が)でき(?:ます|るので)|作成でき|対応(?:いたし|し|でき)ます",
        "wish": r"(?:修正|変更|調整|追加|加筆|書き直)し(?:たい|てほしい|てほしく)(?:点|箇所|部分|表現|内容|セクション|見出し)(?!は|の)",
        "proposal": r"(?:作成|執筆|生成|出力|提案|追加|用意|作り|書き|続け|まとめ|仕上げ|調整)(?:し|いたし|致し)?ましょうか",
        "adjust": r"(?:調整|変更|修正|加筆|短縮|言い換え|追加|書き直し)(?:も|は|など|にも)?(?:承り|可能です|いたします|対応)",
        "readers": r"コメント|フォーム|メール|DM|ダイレクトメッセージ|フォロー|読者の(?:皆|み)|皆(?:様|さん|さま)|みなさ[んま]|問い?合わせ"
        r"|電話|店頭|窓口|受付|講座|ワークショップ|教室|料金|有料|お見積|円[（(〜からで]|注文|申し?込み|会員",
        "answer": r"この(?:回答|返答|提案|記事案|文章案|ドラフト)が|他にもご?質問|ほかにもご?質問",
        "hope": r"役に(?:立|たて)|(?:参考|助け)になれば|いつでも(?:聞いて|どうぞ|お)",
        # The machine and what it cannot do.
        "self": r"(?:私|わたし|当方)(?:は|も|の場合は?)、?(?:あくまで(?:も)?)?(?:対話型)?(?:AI|人工知能|(?:大規模)?言語モデル|生成AI|チャットボット)(?!を|に|が|の(?:使|利|研|開|専|話|記))"
        r"|^(?:なお、)?(?:AI|人工知能|言語モデル)(?:言語モデル|アシスタント)?(?:として、|であるため、|ですので、|のため、)",
        "inability": r"でき(?:ません|かねます|ない(?:ため|ので|ことを))|持って(?:い)?ません|ありません|ございません|持ちません|限界があります|でき(?:ませんが|ないのですが)",
        "knowledge": r"私の(?:知識|学習データ|情報|トレーニングデータ)(?:は|の|が)|学習データ(?:の|が|は)[^。]{0,10}\d{4}年",
        "cutoff": r"\d{4}年(?:\d{1,2}月)?(?:まで|時点|頃まで)の?(?:もの|情報|データ)|カットオフ|最新の[^。]{0,12}反映",
        "sorry": r"^(?:大変|誠に)?(?:申し訳(?:あり|ござい)ません|すみません|恐れ入りますが|残念ながら|恐縮ですが)",
        "online": r"(?:リアルタイム|最新|外部|インターネット|ウェブ|[Ww]eb|ネット)[^。、]{0,14}(?:アクセス|取得|閲覧|参照|検索)(?:すること)?(?:が|は)?でき",
        "policy": r"(?:ポリシー|ガイドライン|利用規約|安全(?:上|性))(?:上|の(?:都合|観点|関係)|により|に基づき|に反する)",
        "deny": r"(?:お答え|回答|お手伝い|生成|作成|出力|提供)(?:すること)?(?:が|は|を)?(?:でき(?:ません|かねます)|いたしかねます|控え)",
        "whole": r"(?:本文|全文|歌詞|引用元|原文|著作権|書籍|そのまま)",
        "instead": r"(?:代わりに|かわりに|その代わり)[^。]{0,30}(?:まとめ|要約し|ご紹介し|ご案内し|作成し|提示し|お伝えし|整理し)",
        # The format of the answer.
        "format": r"この(?:記事|原稿|ファイル|文章)は、?[^。]{0,20}(?:記法|形式|フォーマット|仕様|書式|スキーマ)[^。]{0,8}(?:準拠|対応|沿っ|従っ|合わせ|則)",
        "tweak": r"(?:必要に応じて|適宜|お好みで|公開(?:前|時)に)[^。]{0,16}(?:追加|変更|調整|差し替え|修正|置き換え|設定)(?:して)?(?:ください|いただけ)",
        "paste": r"コピペ|コピー(?:&|＆|アンド)?ペースト|そのまま(?:お使い|貼り付け|コピー|ご利用)",
        "present": r"(?:出力|お渡し|提示|作成|用意)(?:し|いたし|致し)(?:ます|まし)",
        "lead": r"^(?:それでは|では)?、?(?:以下|こちら)(?:に|は|が|の)",
        "over": r"^[―—\-– ]*(?:以上|これで)(?:が|で|、)",
        "handed": r"(?:出力|回答|リライト|執筆|生成|記事案?|文章|原稿|ドラフト)(?:でした|です|となります|になります|は以上)",
        "thanks": r"^ご(?:依頼|質問|相談|指示|提供|共有)(?:いただき)?、?ありがとうございます[。！!]",
        "praise": r"^(?:とても|大変|すごく)?(?:素敵|すてき|素晴らしい|面白い|おもしろい|興味深い|良い|いい|魅力的)な?(?:テーマ|お題|題材|ご?質問|トピック|企画|ご?依頼)です",
        "roger": r"^(?:はい|もちろん(?:です)?|了解(?:です|しました)|わかりました|分かりました|お任せください)[、。！!](?!と)",
        "asked": r"^.{0,12}(?:はい|もちろん|了解|かしこまり|承知|お任せ)",
        "counted": COUNT,
    }
)
"""The first sign of a voice should be the rarest."""

VOICES = (
    Voice("preface", "thanks text|part|craft"),
    Voice("preface", "praise text|part|craft done|make", "first"),
    Voice("assent", "roger rival|text|craft done|make -readers", "first"),
    Voice("preface", "lead paste present", "edge"),
    Voice("offer", "condition text|part|craft make servant -readers"),
    Voice("offer", "proposal text|part|craft -readers"),
    Voice("offer", "wish servant|craft -readers", "edge", Severity.WARNING),
    Voice("offer", "adjust craft -readers", "edge"),
    Voice("offer", "answer hope", "edge"),
    Voice("refusal", "self inability"),
    Voice("refusal", "knowledge cutoff"),
    Voice("refusal", "sorry online"),
    Voice("refusal", "policy deny", severity=Severity.WARNING),
    Voice("refusal", "sorry whole inability instead"),
    Voice("assessed", "rival craft|make|done lead"),
    Voice("assessed", "stem craft done|kept"),
    Voice("assessed", "rival craft done|kept"),
    Voice("assessed", "reworked fine whole-text -wrong", "edge"),
    Voice("offer", "beg change servant|text|craft|part -readers -wrong", "edge"),
    Voice("offer", "beg change -readers -wrong", "edge", Severity.WARNING),
    Voice("offer", "offered -readers", "edge", Severity.WARNING),
    Voice("handed", "client deliver -readers", "first"),
    Voice("preface", "lead after", "first"),
    Voice("refusal", "sorry generate-not"),
    Voice("refusal", "unopened guessed"),
    Voice("handed", "task terms text|craft|part|counted done|handed -readers", "edge"),
    Voice("handed", "over task|craft handed"),
    Voice("handed", "format tweak"),
)

ENGLISH = Vocabulary(
    {
        "text": r"\b(?:(?:blog )?posts?|article|draft|outline|copy|newsletter|write-?up|translation|rewrite|rendition)\b",
        "version": r"\b(?:version|draft|rewrite|revision|take)s?\b",
        "part": r"\b(?:section|paragraph|intro(?:duction)?|headline|heading|conclusion|title|meta description|caption|wording|opening|social captions?)s?\b",
        "craft": r"\b(?:tone|wording|voice|style|SEO|keywords?|word count|readability|repetition|flow|typos|jargon|length)\b",
        "made": r"\b(?:polished|revised|rewritten|edited|tightened|trimmed|shortened|expanded|updated|improved|optimi[sz]ed|refined|reworked|kept|fixed|smoothed|adjusted|cleaned up|\d[\d,]*[- ]word)\b",
        "work": r"\b(?:add|write|adapt|shorten|expand|adjust|rewrite|revise|tweak|change|generate|draft|create|tailor|translate|make)\b",
        "yes": r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Understood|Got it|Great question|No problem|Happy to help|Thanks for (?:sharing|providing|the))\b",
        "here": r"\b(?:[Hh]ere(?:'s|’s| is| are)|[Bb]elow (?:is|are|you(?:'ll|’ll| will) find)|[Tt]his is) (?:the|a|an|your|my|another)\b",
        "dive": r"\b(?:you(?:'ve| have)? (?:asked|requested)|as (?:you )?requested|per your (?:request|instructions|brief)|based on your|you provided|your (?:draft|brief|prompt|request|requirements))\b",
        "i-did": r"\bI(?:'ve|’ve| have)? (?:also )?(?:kept|trimmed|tightened|fixed|rewrote|rewritten|revised|restructured|added|removed|adjusted|maintained|polished|edited|incorporated)\b",
        "offer": r"\b(?:[Ww]ould you like me to|[Dd]o you want me to|[Ww]ant me to|[Ss]hall I|[Ii]f you(?:'d| would)? (?:like|want|prefer)|[Ll]et me know if you(?:'d| would)? (?:like|need|want)|[Ll]et me know if (?:any|this)|I can also|I(?:'d| would) be happy to|[Ff]eel free to (?:ask|tweak|adjust|edit|modify|let me know))\b",
        "me": r"\b(?:me to|I can|I could|I(?:'ll|’ll)|I(?:'d| would) be happy|your (?:brand|newsletter|audience|site|blog|needs|liking)|another version)\b",
        "helps": r"\b[Hh]ope (?:this|that|it) helps\b",
        "ask": r"\b(?:ask|let me know) if you(?:'d| would)?(?: like| want| need| have)?\b",
        "self": r"\b[Aa]s an? (?:AI|artificial intelligence|large language model|language model)(?: language model| assistant| model)?(?=,? I\b|[.!]$)|\bI(?:'m| am) (?:just |only )?an? (?:AI(?: assistant| language model| model)?|(?:large )?language model)(?=[,.]| (?:and|so)\b)",
        "not": r"\b(?:can(?:'t|’t|not)|do(?:n't|n’t| not)|(?:am|'m|’m|was) (?:not|unable)|won't|unable)\b",
        "online": r"\b(?:browse|access) (?:the )?(?:internet|web|real-time|live|current|external)\b",
        "sorry": r"^(?:I(?:'m|’m| am) (?:sorry|afraid)|Unfortunately|Sorry|I apologi[sz]e)\b",
        "me-not": r"\bI (?:cannot|can't|can’t|am unable to|do not have (?:the ability|access))\b|\bI(?:'m|’m) unable to\b",
        "assist": r"\b(?:assist|help|comply|fulfil+|provide|generate|create|write) (?:with |you )?.{0,20}\b(?:that|this|request|content|article|copyrighted|lyrics)\b",
        "cutoff": r"\b(?:[Mm]y|my) (?:knowledge|training)(?: data)?(?: cut-?off)?\b.{0,30}(?:cut-?off|\b(?:19|20)\d\d|up to date)",
        "compare": r"^(?:Compared (?:with|to)|Unlike) (?:the|your|my) (?:previous|earlier|original|first|last) (?:draft|rewrite|text|post|output)\b",
        "will": r"\bI(?:'ll|’ll| will| can)\b|\b[Ll]et(?:'s| me)\b",
        "write": r"\b(?:write|rewrite|draft|revise|polish|the (?:article|draft|blog post|post)|your (?:article|draft|post|piece))\b",
        "whole": r"\b(?:full|complete|final|requested|rewritten|revised|edited|polished|updated|improved|translated|expanded|shortened) (?:\w+ )?(?:article|post|draft|text|paragraph|section|version|piece|intro(?:duction)?|translation|outline|essay|copy)\b",
        "know": r"\b[Ll]et me know if (?:you(?:'d| would)? (?:like|want|need|prefer)|any|there|this|it)\b|\b[Ii]s there anything else\b|\b[Aa]nything else (?:you'd like|I can)\b|\b[Jj]ust (?:say|let me know|ask)\b",
        "edit": r"\b(?:changes|edits|revisions?|adjustments?|tweaks?|another (?:version|draft|angle)|different (?:tone|angle|version)|longer|shorter|rewrite|adjust|revise|expand|help with)\b",
        "your": r"\byour (?:needs|audience|brand|requirements|preferences?|request|instructions|prompt|brief|guidelines|expectations|outline)\b",
        "meets": r"\bhope (?:this|it) (?:meets|matches|fits) your\b",
        "this-version": r"^(?:This|The (?:new|revised|updated)) (?:version|draft|rewrite|revision)\b",
        "prose": r"\b(?:tone|sentences?|wording|flow|structure|keywords?|readability|paragraphs?|voice|jargon|headings?|examples|original)\b",
        "live": r"\b(?:real-time|live|up-to-date|current|external|the internet|the web|URLs?|links|web pages|attachments)\b",
        "no-access": r"\b(?:do(?:n't|n’t| not) have (?:direct )?access to|can(?:'t|’t|not) (?:access|browse|open|view|visit)|(?:unable|not able) to (?:access|browse|open|view|visit))\b",
        "so": r"\bso\b|\btherefore\b|\bplease\b|\bverify\b|\bas of\b|\bhowever\b|\bbut\b",
        "paste": r"\bready to (?:paste|publish|copy|post|use in your)\b|\bcopy and paste\b",
        "readers": r"\bcomments?\b|\bsubscribe\b|\be-?mail\b|\bnewsletter below\b|\bcontact form\b|\bDM\b",
    }
)

ENGLISH_VOICES = (
    Voice("preface", "yes here|dive text|version", "edge"),
    Voice("preface", "here text|version made", "first"),
    Voice("preface", "yes i-did made"),
    Voice("preface", "yes will write", "edge"),
    Voice("preface", "here whole", "first"),
    Voice("preface", "paste whole|here text", "edge"),
    Voice("refusal", "self"),
    Voice("refusal", "no-access live so|self"),
    Voice("offer", "know edit|me -readers", "edge"),
    Voice("offer", "will edit your -readers", "edge"),
    Voice("offer", "meets", "edge"),
    Voice("assessed", "this-version prose", "edge"),
    Voice("refusal", "online not sorry|me-not"),
    Voice("refusal", "sorry me-not assist"),
    Voice("refusal", "cutoff"),
    Voice("offer", "offer me work -readers"),
    Voice("offer", "offer me craft|part -readers"),
    Voice("offer", "helps ask", "edge"),
    Voice("assessed", "i-did craft dive"),
    Voice("assessed", "compare version"),
)

MIDDLE = (
    *(
        "ありがとうございます。",
        "必要",
        "希望",
        "要望",
        "よければ",
        "よろしければ",
        "ましょうか",
        "私",
        "AI",
    ),
    *(
        "学習データ",
        "申し訳",
        "すみません",
        "恐れ入り",
        "残念ながら",
        "恐縮",
        "ポリシー",
        "ガイドライン",
    ),
    *(
        "規約",
        "ドラフト",
        "初稿",
        "改稿",
        "出力",
        "ポイント",
        "では",
        "元の",
        "原文",
        "以上",
        "これで",
    ),
    *(
        "この記事は",
        "このファイルは",
        "この原稿は",
        "AI",
        "model",
        "ould you",
        "Want me",
        "hall I",
        "you'd like",
    ),
    *(
        "I've",
        "browse",
        "access",
        "As an",
        "URL",
        "リンク",
        "ページ",
        "ファイル",
        "PDF",
        "sorry",
        "Unfortunately",
        "nowledge",
        "ompared",
        "I can also",
    ),
)
"""A remark in the middle of a post has one of these words."""
