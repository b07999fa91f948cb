"""Fixed phrases of assistants: assent, prefaces, refusals, offers, reports."""

from __future__ import annotations

from kouetsu.api import Pattern

TEXT = r"(?:記事|ブログ|原稿|文章|本文|コンテンツ|レポート|リライト|下書き|ドラフト|改稿|構成案)"
ASSENT = Pattern(
    r"^(?:はい|ええ|もちろん(?:です)?|了解です)?[、。！!]?\s*(?:承知(?:いた|致)?しました|承知です"
    r"|承りました"
    r"|かしこまりました|了解(?:いたし|致し|し)ました)(?:[。！!]|、(?!と)|$)"
)
# Who tells a story says whose words those were.
SAID_SO = Pattern(
    r"^と[^。]{1,12}[はがも](?:言|返|答)|^[^。]{0,20}(?:そう(?:言|いっ|答|返|応)|(?:その|この)(?:一言|言葉|返事|声)|と(?:言[いうわっ]|答え|返[しっ事]))"
)
# A person is glad to, as well: who hands a text over goes on at once.
GLADLY = Pattern(r"^(?:はい、)?もちろん(?:です)?[！!。]$")
GOES_ON = Pattern(
    rf"^(?:以下|それでは|では、|ご(?:依頼|指定|要望|希望)).*(?:{TEXT}|案|回答|ご(?:依頼|指定"
    rf"|要望))"
)
# The task, its conditions and what was made of it: said to the one who gave the task.
DRAFT = (
    r"(?:改稿|リライト|推敲|ドラフト|下書き|構成)(?:案|版|稿)"
    r"|(?:記事|原稿|文章)の?(?:完成|修正|改善|草)(?:案|版|稿)"
)
# Whoever has a text by somebody, or of years ago, shows it to readers.
MAKER = r"(?!.*(?:が[^。、]{1,24}(?<!れ)た|[年月週日]前|昨年|去年|[^ご]意見を))"
HERE_IS = (
    rf"^[（(]?(?:それでは|では)?、?(?:以下|こちら)(?:に|は|が|の通り)、?{MAKER}"
    rf".{{0,80}}?(?:{DRAFT})」?』?"
)
ENDED = r"[。：:！!]?[）)]?$"
PREFACE = Pattern(
    rf"{HERE_IS}(?:を.{{0,20}}(?:示し|掲載し|提示し|作成し|お届けし|ご?提案し|用意し|出力し|まとめ)(?:ます|ました)){ENDED}"
    r"|^以下(?:が|は)、?[^をが]{0,30}?(?:日本語|英語|中国語|韓国語)(?:に|へ)(?:翻訳|訳)した"
    r"(?:内容|文章|テキスト|記事|結果|全文)(?:です|になります|となります)[：:]$"
    r"|^以下に、?ご?(?:指定|指示|依頼|要望)(?:され|いただい)た(?:観点|条件|形式|構成|文字数|要件|キーワード)"
    rf"に[^。]{{0,12}}{TEXT}を[^。]{{0,60}}(?:示し|提示し)ます。?$"
    r"|^[（(]以下に、?(?:修正|改稿|校正|推敲|リライト|改善)(?:後|済み)の(?:記事|原稿|本文|文章)(?:の?全文)?を[^。]{0,20}(?:掲載|提示|出力)します[。]?[）)]$"
)
# Who publishes a revision, or translates, introduces it so, too.
PRESENTED = Pattern(
    rf"{HERE_IS}(?:(?:に|と)なります|です){ENDED}"
    r"|^以下(?:が|は)、?[^をが]{0,30}?(?:日本語|英語|中国語|韓国語)(?:に|へ)(?:翻訳|訳)した"
    r"もの(?:です|になります|となります)[：:]$"
)
THUS = rf"^(?:作成した|完成した)?{TEXT}(?:案)?は(?:以下|下記)の(?:通り|とおり)です[。：:]?$"
FORMAT = r"(?:(?:[Mm]arkdown|マークダウン|HTML)(?:形式)?の?)"
# Said of a text as such only where the post begins: elsewhere people point at other texts so.
HANDOVER = Pattern(
    rf"^(?:それでは|では)?、?(?:以下|こちら)(?:に|は|が|の通り)、?{MAKER}(?!.*(?:参考|関連|過去|紹介|引用|リンク|た(?:.{{0,12}}の)?レポート))"
    rf".{{0,80}}?{TEXT}(?:案|例)?」?を(?:示します|提示します|作成しました|お届けします|執筆しました|出力します)[。：:]?$"
    rf"|^以下は、?{MAKER}.{{0,40}}?(?:に関する|についての|の)(?:ブログ記事|{TEXT}(?:案|の本文|の原稿))です[。：:]?$"
    rf"|^以下が(?:.{{0,30}}?の)?{FORMAT}?{TEXT}{{1,2}}案?(?:です|になります|となります)[。：:]?$"
    rf"|{THUS}"
)
# Of a speech or a notice, as people publish it when it was given.
MANUSCRIPT = Pattern(rf"^以下が[^ご]{{0,30}}原稿|{THUS}")
# What is made to order, and not shown, cut or printed.
MADE = (
    r"(?=.{0,30}(?:作成|執筆|生成|出力|リライト|推敲|加筆|修正|調整|完成|完了|構成|仕上げ|まとめ|提示|お届け|お渡し"
    r"|書[きい]|示し|です[。：:！]?$|以下|下記))"
)
ORDERED = (
    r"(?:いただ(?:いた|きました)|頂いた|の(?:あった)?|に(?:沿っ|従っ|基づ|応じ)"
    r"|を(?:踏まえ|もとに))"
)
HANDED = Pattern(
    # 出版社からご依頼いただいた記事が, 幹事のご依頼に: who names the other one tells of it
    rf"^(?![^。]*(?:から|より|[にの])の?ご(?:依頼|要望))[^。]{{0,40}}(?:ご依頼|ご指示|ご指定|ご提示|ご要望(?!いただ|頂|の))"
    rf"{ORDERED}.{{0,40}}{TEXT}{MADE}"
    rf"|{TEXT}.{{0,12}}(?:ご依頼|ご指示|ご指定)(?:に(?:沿|従|基づ)|の(?:内容|とおり|通り))"
    rf"|^(?:この|上記の|以上の)?{TEXT}(?!.{{0,30}}(?:読者|お客|皆)).{{0,30}}"
    rf"(?:(?:ご要望|ご指定)(?!にお応え)|プロンプト(?:の(?:とおり|通り)|に(?:沿|従|基づ))).{{0,30}}(?:作成|執筆"
    rf"|調整|満た)"
    # nobody else has wished for this very text, or set it terms
    rf"|^ご(?:依頼|要望|指定)の(?:あった)?{TEXT}を(?:作成|執筆|生成|出力|リライト)(?:いた)?しました[。！!]?$"
    rf"|^以上[がは]?、?ご(?:依頼|要望|指定)の(?:あった)?{TEXT}(?:です|でした|(?:に|と)なります)[。！!]?$"
    rf"|^ご(?:依頼|要望)(?:いただ|頂)いた(?:条件|要件|構成|形式|文字数)に(?:沿っ|従っ|基づ|合わせ)"
    rf"[^。]{{0,12}}{TEXT}を(?:書き直|作成|執筆|生成|修正|調整)(?:いた)?しました[。！!]?$"
)
# Readers wish for something, too, though not many of them of a model; and writers are hired.
WISHED = Pattern(
    rf"{TEXT}.{{0,12}}(?:ご依頼|ご指示|ご指定)(?:です|(?:いただき)?、?ありがとう)"
    rf"|^(?![^。]*(?:皆|みな|読者|お客|会員|先生|幹事|(?:から|より|[^いての]に)の?ご依頼))[^。]{{0,40}}ご依頼{ORDERED}.{{0,40}}{TEXT}{MADE}"
    rf"|^(?![^。]*(?:から|より)の?ご要望)[^。]{{0,40}}ご要望(?:いただ(?:いた|きました)|頂いた|の(?!多|高|声|強)(?:あった)?).{{0,40}}{TEXT}"
)
SEARCH = r"(?:Web|ウェブ|ネット)検索(?:ツール|機能)?(?:が|は|を|では)"
REFUSAL = Pattern(
    rf"{SEARCH}.{{0,12}}(?:現在|一時的に|ただ今|ただいま|この環境では).{{0,8}}利用でき"
    rf"|{SEARCH}.{{0,12}}(?:利用|実行|使用|使うことが)?でき(?:ない|ません)(?:ため|ので).{{0,80}}"
    rf"(?:情報|記事|データ).{{0,30}}(?:ません|かねます)"
    rf"|{SEARCH}.{{0,40}}試みましたが"
    rf"|に関する(?:具体的な|詳細な?|十分な)?(?:情報|記事|発表|データ).{{0,12}}取得できません"
    rf"|^(?![^。]*(?:[^たこ]は、?[^。]{{0,12}}{TEXT}|場合|権限|ないと|なければ|ない限り|ずに))[^。]*{TEXT}(?:の(?:作成|執筆|生成))?(?:を|は|が)(?:作成|完了|生成|執筆)(?:すること)?(?:が|は)?"
    rf"でき(?:ません|かねます)"
)
# What only the post's own refusal makes sense of.
UNSEARCHED = Pattern(
    rf"{SEARCH}.{{0,20}}(?:でき(?:ない|ません|なかった)|得られ(?:ない|ません|なかった))"
)
# Whoever looks for a thing tells so, too; that the matter itself was not found is a report.
NOT_FOUND = Pattern(
    rf"(?P<now>現在、?)?{SEARCH}.{{0,60}}(?:具体的な|詳細な|十分な|関連する|該当する|最新の)"
    r"(?:情報|記事|発表|データ).{0,8}見つかりません(?(now)|でした)"
)
# Whoever looks into the past finds nothing, too, and begs nobody's pardon for it.
UNFOUND = Pattern(
    r"に関する(?:具体的な|詳細な?|十分な)?(?:情報|記事|発表|データ).{0,12}見つけることができませんでした"
)
APOLOGY = Pattern(r"^(?:大変|誠に)?申し訳(?:あり|ござい)ません")
# Shops answer no single questions; a model can't do what it was just asked for.
DECLINED = Pattern(
    r"(?:その|この|こちらの)(?:ご?(?:依頼|要求)|リクエスト|トピック|テーマ)(?:に(?:は|ついて(?:は)?)?|は|を).{0,12}"
    r"(?:お?応え|応じる|対応|お答え|回答|お手伝い|執筆|記述|作成)(?:する)?(?:こと(?:は|が))?(?:でき(?:ません|かねます)|しかねます)"
)
NAMED = r"(?:AI|人工知能|(?:大規模)?言語モデル)(?:言語モデル|モデル|アシスタント)?"
LACKS = r"(?:でき(?:ません|かねます)|持って(?:い)?ません|持ちません)"
# Of what an AI is and can't do everyone writes; only a model says I.
AS_MODEL = (
    rf"(?:^|。)(?:なお、)?(?:私は、?(?:対話型)?{NAMED}(?:として|ですので|であるため|なので|のため)"
    rf"|{NAMED}(?:として|ですので|であるため|なので)、?私(?:に)?は)"
)
# What it is asked for.
ASKED = (
    r"(?:情報|質問|記事|文章|リアルタイム|最新|現在の|アクセス|検索|閲覧|回答|お答え|意見|見解|助言|アドバイス|診断|予測"
    r"|保証|個人的|判断|提供|参照|実際に|体験|味)"
)
MODEL = Pattern(
    rf"(?:^|。)(?:なお、)?(?:私は、?(?:対話型)?{NAMED}として|{NAMED}として、?私(?:に)?は).{{0,60}}"
    rf"(?:{LACKS}|ありません|お答え)"
    rf"|{AS_MODEL}(?=.{{0,60}}{ASKED}).{{0,60}}(?:{LACKS}|ありません|お答え)"
    r"|私の(?:知識|学習データ)(?:は|の更新は|のカットオフは)、?.{0,10}20[2-9]\d年(?:\d{1,2}月|の?[春夏秋冬])?(?:まで|時点|です|に(?:更新|終))"
)
# So a story's machine speaks, too.
BEING = Pattern(rf"{AS_MODEL}.{{0,60}}(?:{LACKS}|ありません)")
# Who puts it off talks to himself.
LATER = (
    r"(?!さて|そろそろ|今日|昨日"
    r"|.*(?:また|明日|あした|今度|次回|来週|来月|いつ|[のた](?:あと|後)|てから))"
)
REST = r"(?:続き|残り|次の(?:セクション|章|パート))"
MORE = Pattern(rf"^{LATER}.*{REST}.{{0,12}}書き(?:ましょうか|ますか)[。？?！!]?$")
OFFER = Pattern(
    rf"^{LATER}.*{REST}.{{0,30}}(?:生成し|出力し|執筆し|作成し)(?:ましょうか|ますか)(?:[。？?！!]|$)"
    rf"|^{LATER}.*(?:続き|残り|次)の(?:セクション|章|パート|節|見出し)[もを](?:続けて)?、?書き(?:ましょうか|ますか)[。？?！!]?$"
    # others are asked what they know, or to answer until a day
    rf"|^(?!.*(?:方(?:は|が)|までに)).*(?:追加の情報|情報源|参照すべき|ご希望の(?:テーマ|トピック|文体|トーン|文字数|構成|{TEXT})).{{0,50}}"
    rf"(?:ご提供|教えて|ご指定|お知らせ)いただけますでしょうか"
    rf"|別の(?:案|バージョン|角度|トーン|切り口|テーマ|視点|文体|パターン|語り口).{{0,12}}{TEXT}を(?:作成|執筆|お書き)することも(?:可能|でき)"
)
BEGINS = Pattern(
    rf"^(?:それでは|では|これから)、?(?!.*(?:実際|早速|さっそく|今回))(?:ご指定の|以下の|次の)?.{{0,40}}{TEXT}を(?:作成|執筆|生成"
    rf"|出力)"
    rf"(?:し|いたし|致し)(?:ます|ていきます)。?$"
    r"|^(?:以上|計|合計)?、?約?\d[\d,]*(?:文字|字)(?:程度|以上|以内)?で(?:執筆|作成|記述"
    r"|構成)(?:し|いたし)ました。?$"
    r"|^以下に(?:作成|執筆|生成)(?:いた)?しました[。：:]?$"
    # that they mend their posts where it is needed, authors say to readers
    rf"|(?:ご要望(?:に応じ|であれば|でしたら).{{0,30}}(?:文字数|トーン|文体|見出し|{TEXT})"
    r"|必要(?:に応じ|であれば|でしたら).{0,30}(?:文字数|トーン|文体|見出し)).{0,20}"
    r"(?:修正|調整|加筆|変更|作成)(?:いた)?(?:し|致し)ます"
)
LEAVE = Pattern(
    # it asks of this text; of photographs and the like everyone asks
    rf"(?:^|(?<![をて])、|[。！？])(?:(?:この|上記の|以上の)(?!写真|画像|動画|イラスト)[^、。]{{0,12}}|{TEXT}(?!で)[^、。]{{0,6}}"
    r"|(?:main|master|本番|リモート)[^、。]{0,8})?"
    r"(?:実行|公開|投稿|反映|コミット|プッシュ|デプロイ|続行|保存|適用|この(?:まま|内容で"
    r"|方針で)(?:進め|公開し|投稿し)?)"
    r"(?:し)?ても?(?:良い|よい|いい|よろしい)(?:です|でしょう)か"
)
GOING = r"(?:進め|開始し|実行し|行い)ます[。：:]?$"
REPORT = Pattern(
    r"^(?:(?:それでは|では|今から|これから)、?)?(?:以下の)?(?:公開|投稿|コミット|プッシュ|デプロイ)作業を"
    rf"{GOING}"
    # a speech is given, and its manuscript shown
    r"|^(?:ドラフト|下書き)(?:は|が)(?:上記|以下)の(?:通り|とおり)です"
)
# Authors write, too; and what work is meant, the list below tells.
WRITES = Pattern(rf"^(?:(?:それでは|では|今から|これから)、?)?(?:以下の)?執筆作業を{GOING}")
WORKS = Pattern(rf"^(?:今から|これから)、?以下の作業を{GOING}")
PUBLISHING = Pattern(
    r"コミット|プッシュ|デプロイ|公開|マージ|リポジトリ|[Ff]ront ?matter|フロントマター"
    r"|[Mm]arkdown|マークダウン"
    r"|(?:記事|原稿|本文|下書き)の?(?:を|に|作成|執筆|生成|保存)|\b(?:git|commit|push|deploy|PR)\b|\.mdx?\b"
)
# What an agent says when it is done, and what its tools sign.
DONE = Pattern(
    rf"^(?:以上で)?、?{TEXT}の(?:作成|執筆|生成|保存|公開|投稿)(?:が|を)(?:すべて)?(?:完了"
    rf"|終了)(?:し|いたし)ました。?$"
)
SIGNED = Pattern(
    # that a machine wrote a post may be said: this is how its tool signs
    r"^🤖 ?Generated (?:with|by) \[?(?:Claude|ChatGPT|Codex|Copilot|Cursor|Gemini)"
    r"|^Generated with \[?Claude Code\b"
    r"|^Co-Authored-By: (?=[^<\n]{1,60}<)(?:Claude|ChatGPT|Codex|Copilot|Cursor|Gemini)"
)
# What the model was given. Writers call their own earlier posts 前回の記事.
MATERIAL = Pattern(
    r"(?:(?<!の)既存の?(?:記事|文章|本文|原稿)|(?:提供|ご?提示|入力)された(?:記事|文章|本文|原稿|テキスト))"
    r"(?:の中)?(?:でも|では|で|にも|には|に|が|の)?(?:、|は|も)?"
    r"(?=[^。]{0,40}?(?:触れ|言及|述べ|指摘|挙げ|紹介され|説明|示され|示し|あった|あるよう|ありました|書かれ|取り上げ|論じ"
    r"|お話し|お伝え|議論|引用(?!符)|まとめら|解説|」という(?:表現|言葉|用語)を(?:使い|用い)まし))"
    r"|^(?:[Ww]eb|ウェブ)検索で得られた情報によ(?:ると|れば)"
    r"|素材メモの?[^。、「」]{0,16}(?:に(?:も|は)?(?:ある|あった|書かれ|よ[るれ])|「)"
)
AT_EDGE: tuple[tuple[Pattern, str], ...] = (
    (MODEL, "self"),
    (REFUSAL, "refusal"),
    (HANDED, "handed"),
    (WISHED, "wished"),
    (OFFER, "offer"),
    (SIGNED, "report"),
    (NOT_FOUND, "unfound"),
    (BEING, "being"),
    (MORE, "more"),
    (PRESENTED, "begins"),
    (BEGINS, "begins"),
    (WRITES, "done"),
    (DONE, "done"),
)
"""What gives a sentence near an end of the post away, the gravest first."""
