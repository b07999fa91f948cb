"""What an agent reports of its work and asks of its operator."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.speech.voices import Chorus, Vocabulary, Voice

STAGE = (
    r"調査|リサーチ|構成案?|アウトライン|見出し|下書き|ドラフト|初稿|執筆|本文|校正|校閲|推敲"
    r"|レビュー|ファクトチェック|事実確認"
    r"|出典確認|画像生成|アイキャッチ|メタ情報|公開|SEO|リライト|記事(?:生成|作成)|プレビュー"
)
STATE = r"完了|済み?|作業中|進行中|中(?=[\s／/|、。…\]】）)→]|$)|待ち|未(?:着手|完了|実施|対応|了)?"

JAPANESE = Vocabulary(
    {
        "path": (
            r"(?:(?:content|posts?|_posts|src|drafts?|_drafts|articles|blog|pages)/)[\w./\-]+"
            r"|(?<![\w\-./])(?!docs/|[A-Z]+\.md)[\w\-./]+\.mdx?\b|[\w\-]+\.markdown\b"
        ),
        "file": r"記事|原稿|下書き|ドラフト|本文|ファイル(?:名)?を?|フロントマター|front ?matter",
        "saved": (
            r"(?:保存先|出力先|ファイル(?:名|パス))[ ]?[:：]|(?:保存|書き出|出力|作成|追加|更新"
            r"|コミット|プッシュ|反映|格納|配置)(?:し|いたし|致し)?(?:ました|済みです|てあります)"
            r"|書き込みました"
        ),
        "pending": (
            r"(?:確認|検証|チェック|校正|校閲|実行|実施|テスト|ビルド|差し込み|設定|挿入"
            r"|裏取り)[^。]{0,8}"
            r"(?:まだ(?:行|済|で|し)|未(?:実行|確認|検証|実施|対応|完了|済)|(?:行って|済んで|できて"
            r"|して|終わって)(?:い|おり)?(?:ません|ない))"
            r"|(?:テスト|ビルド|検証|確認|実行|チェック)(?:は|が|を)?(?:実行"
            r"|確認)?でき(?:ませんでした|ていません)|要(?:確認|検証|更新|修正)です|未(?:実行|確認"
            r"|検証|実施|対応|完了)(?:です"
            r"|の(?:まま|ため)|となって)"
        ),
        "filed": (
            r"^(?:記事|原稿|(?:[Mm]arkdown ?|マークダウン)?ファイル)[^。]{0,16}"
            r"(?:作成|生成|出力|用意)(?:し|いたし)ました"
        ),
        "from-search": (
            r"(?:検索結果|取得した(?:情報|データ)|収集した情報)(?:を|に)(?:もと|基|元|踏まえ|反映)"
            r"[^。]{0,16}(?:記事|本文|原稿|ファイル|セクション)(?:を|に)[^。]{0,8}"
            r"(?:更新|作成|執筆|生成|反映|修正|書き)(?:し|いたし|直し|ます)"
        ),
        "permit": (
            r"(?:ファイル|書き込み|編集|ツール|コマンド|保存)[^。]{0,16}(?:許可|承認)(?:を|が|は)?[^。]{0,10}"
            r"(?:いただけますか|いただけますでしょうか|お願いします|得られません|得られなかった)"
            r"|(?:ツール|コマンド|書き込み|ファイル操作)の?(?:実行|使用|利用|書き込み)?(?:が|は)(?:拒否|ブロック|却下)され"
        ),
        "generated": (
            r"^\W{0,3}(?:記事|ブログ記事|原稿|本文|画像)の?(?:生成|作成|執筆|保存|投稿)(?:が|は|を)"
            r"(?:すべて|正常に)?(?:完了|終了|成功)(?:し|いたし)ました[。！!]?\W{0,3}$"
        ),
        "content": (
            r"内容は(?:以下|次|下記)|以下が(?:内容|本文|全文|記事)|(?:以下|下記)の(?:内容|通り|とおり)"
        ),
        "check-label": (
            r"^[【\[■●](?:(?:ファクトチェック|事実確認|事実関係|校閲|裏取り)(?:の)?(?:依頼|待ち|事項"
            r"|項目|のお願い|メモ|リスト)?"
            r"|(?:校正|確認|レビュー|検証|編集|画像|出典|修正)(?:の)?(?:依頼|待ち|事項|項目|のお願い))[】\]]"
        ),
        "turn-to": (
            r"^(?:続いて|次に|次は|では|それでは|これより|最後に)(?!、?(?:実際|早速|さっそく))、?[^。]{0,12}(?:導入|本文|見出し|セクション"
            r"|まとめ|結論|リード文|記事)[^。]{0,8}(?:の|を)(?:執筆|作成|生成|推敲)"
            r"(?:に(?:移り|入り|進み|取りかか)|を(?:行い|開始し|始め)|し)(?:ます|ていきます)"
        ),
        "all-tasks": (
            r"^(?:すべて|全て|全)の(?:タスク|編集作業|執筆作業)(?:が|は|を)完了(?:し|いたし)ました。?$"
        ),
        "fact": (
            r"記事|本文|数値|数字|出典|引用|URL|リンク|固有名詞|表記|年号|割合|統計|データ|価格|情報|画像"
            r"|事実|ファクト"
        ),
        "owed": (
            r"未(?:検証|確認|校正|校閲|裏取り|実施)(?=[。、,，）)・]|です|$)|要(?:確認|検証|出典|校正|校閲"
            r"|裏取り|差し替え|更新)(?=[。、,，）)・]|です|$)|(?:確認|検証|裏取り)(?:を)?お願いします"
        ),
        "publish": (
            r"(?:公開|投稿|デプロイ|マージ|掲載|入稿|本番反映|プッシュ)(?:の)?前に?|(?:確認|検証"
            r"|チェック|差し替え)(?:して|の上|のうえ)(?:から)?、?(?:公開|投稿|デプロイ|マージ)"
        ),
        "please": (
            r"お願い(?:いた|致)?します|(?:して|て)(?:から)?ください|お任せします|ご確認|ご判断"
            r"|ご検討"
        ),
        "choice": r"どちら|どれ|いずれ|お好きな(?:もの|案|ほう|方)",
        "option": (
            r"[A-DＡ-Ｄ]案|案[A-DＡ-Ｄ\d１-５①-⑤一二三]|[1-5１-５①-⑤一二三]案|\d(?:つ|パターン"
            r"|通り)の?(?:案|候補)|(?:パターン|バージョン|オプション)[A-D\d]|(?:見出し|タイトル"
            r"|構成|導入)案|どの案|案で(?:進|書)"
            r"|案を(?:[\d二三四五]|いくつ)"
        ),
        "matter": (
            r"本文|トーン|タイトル|見出し|文体|構成|導入|リード文|記事|原稿|方向性|キャッチコピー"
            r"|アイキャッチ|文章"
        ),
        "answer": (
            r"(?:よろしいでしょうか|いかがでしょうか|良いですか|ましょうか|ますか|お(?:知らせ"
            r"|選び|答え|伝え)ください|教えてください|ご(?:指示"
            r"|指定|判断|検討|選択)(?:を|ください)?)"
        ),
        "quiz": r"次のうち|クイズ|問題|正解|どれでしょう",
        "number": (
            r"(?:番号|記号|数字)(?:だけ)?(?:で|を)(?:お(?:知らせ|答え|選び|伝え)|ご(?:指示|返信"
            r"|回答|指定))"
        ),
        "draft": (
            r"(?:初稿|草稿|ドラフト|下書き|原稿|記事(?:案|の下書き)?|改訂版|修正版"
            r"|リライト版)(?:が|は|を)[^。]{0,10}(?:完成|でき|出来|仕上が|用意|まとまり)"
        ),
        "review": (
            r"ご(?:確認|査収|承認|一読|検収)|レビューを?(?:お願い|して)|お目通し|承認(?:待ち"
            r"|をお待ち|いただけ)"
        ),
        "branch": (
            r"(?:main|master|本番|リモート|develop)[ ]?(?:ブランチ)?[ ]?(?:へ|に)の?(?:マージ"
            r"|プッシュ"
            r"|デプロイ|反映)|プルリクエスト|PR(?:を|は|の)"
        ),
        "checked": r"確認済み|(?:を|ご)確認(?:して)?ください|お任せ|承認|お願い|待って|お待ち",
        "orders": r"(?:次の)?ご?指示(?:を|が)?(?:お?待ち(?!ください|下さい)|ございましたら|いただ)",
        "stages": (
            rf"(?:{STAGE})[^\n／/→|、。：:]{{0,8}}[：:（(\s]*(?:{STATE})[^\n]{{0,24}}?(?:{STAGE})"
            rf"[^\n／/→|、。：:]{{0,8}}[：:（(\s]*(?:{STATE})"
        ),
        "book": r"[章話巻冊]|表紙|印刷|入稿",
        "log": r"[✅☑✔🔄⏳🚧⬜❌→➡|／/]|進捗|ステータス",
        "step": r"(?:ステップ|Step|STEP|フェーズ|工程)[ ]?\d+[ ]?[/／][ ]?\d+",
        "working": r"(?:生成|作成|執筆|校正|出力|処理)中",
        "state": (
            r"^[■●・【\[]*(?:ステータス|状態|Status)[】\]]?[ ]?[:：][ ]?(?:下書き|レビュー待ち"
            r"|承認待ち|公開待ち|校正(?:中|待ち)|執筆中|確認待ち|要確認)[。 ]*$"
            r"|^[■●・【\[]*(?:ファクトチェック|事実確認|校正|校閲|表記チェック|リンク(?:確認"
            r"|チェック)|出典(?:確認|チェック)|表示確認|レビュー)[】\]]?[ ]?[:：][ ]?(?:未(?:実施"
            r"|確認|了|完了|済|着手)?|待ち|作業中|保留)[。 ]*$"
        ),
        # that leave was given is told of every portrait
        "allow": (
            r"(?:許可|承認|了承|ご判断)(?:を|が)?(?:お願い|ください|お待ち|いただけ(?:ます|れば|まし?たら))"
            r"|承認待ち"
        ),
        "go": r"プッシュ|マージ|デプロイ|コミット|公開|投稿",
        "numbered": r"^\[\d+/\d+\]",
        "go-on": (
            r"問題(?:が|は|も)?なければ[^。]{0,12}(?:公開|投稿|マージ|デプロイ|プッシュ"
            r"|反映)(?!しましょう)"
        ),
        "if-fine": (
            r"(?:公開|投稿|掲載|マージ|プッシュ)(?:して|しても)?(?:よろしければ|よければ"
            r"|問題なければ|大丈夫でしたら)"
        ),
        "say-so": r"ご?返信|お知らせ|お伝え|ご指示|入力|と送って",
        "ticks": r"(?:[✅☑✔🔄⏳▶]\ufe0f?[ ]?[^✅☑✔🔄⏳▶\n]{1,14}){2,}",
        "stage": STAGE,
        "logged": (
            r"^\[(?:INFO|LOG|DEBUG|OK|SUCCESS|WARN(?:ING)?|DONE)\]|^(?:作業ログ|変更ログ|実行ログ"
            r"|処理結果|タスク)[ ]?[:：]"
        ),
        "undone": (
            r"(?:アイキャッチ|画像|本文|見出し|メタ|内部リンク|キャプション"
            r"|要約)[^。]{0,8}(?:まだ(?:生成|作成|挿入|用意|設定|執筆)(?:し|でき)て(?:い)?ません"
            r"|未(?:生成|作成|挿入|設定)です)"
        ),
        "score": (
            r"(?:SEO|読みやすさ|可読性)(?:の)?スコア[ ]?(?:は|[:：])|キーワード(?:密度"
            r"|出現率|使用回数|出現回数|含有率)[ ]?(?:は|[:：])"
        ),
        "gauged": r"Lighthouse|PageSpeed|計測|測[るっり]|でした|だった",
        "leave": (
            r"(?:この(?:まま|内容で|形で))、?[^。]{0,6}(?:公開|投稿|掲載|進め|マージ|プッシュ"
            r"|デプロイ)(?:し)?て(?:も)?(?:よい|良い|いい|よろしい)"
        ),
        "readers": (
            r"コメント|読者|アンケート|投票|皆(?:様|さん|さま)|みなさ[んま]|問い?合わせ|フォーム"
            r"|受付|窓口|申し?込"
        ),
    },
)

VOICES = Chorus(
    (
        Voice("report", "stages log -book"),
        Voice("report", "step working matter|saved"),
        Voice("report", "state", severity=Severity.WARNING),
        Voice("report", "ticks stage"),
        Voice("report", "numbered stage"),
        Voice("report", "logged stage|matter|file"),
        Voice("report", "undone", "edge", Severity.WARNING),
        Voice("report", "score -gauged", "edge"),
        Voice("report", "go allow -readers", "edge"),
        Voice("leave", "go-on -readers", "edge", manual=True),
        Voice("leave", "if-fine say-so -readers"),
        Voice("report", "orders -readers", "edge"),
        Voice("report", "from-search -readers", "edge"),
        Voice("report", "generated", "edge"),
        Voice("leave", "permit -readers", "edge", Severity.WARNING),
        Voice("report", "path saved pending|publish|review|checked"),
        Voice("report", "path saved file", "edge"),
        Voice("report", "publish pending please -readers", severity=Severity.WARNING),
        Voice("report", "filed content -readers", "first"),
        Voice("report", "check-label owed fact -readers"),
        Voice("report", "publish owed -readers", "edge", Severity.WARNING),
        Voice("report", "turn-to", "alone", Severity.WARNING, True),
        Voice("report", "all-tasks", "edge", Severity.WARNING),
        Voice("report", "branch checked please|review -readers", "edge", Severity.WARNING),
        Voice("report", "draft review -readers", "edge"),
        Voice("choose", "number option -quiz"),
        Voice("choose", "number choice -quiz -readers", "edge", Severity.WARNING),
        Voice("choose", "choice option matter answer -readers"),
        Voice("leave", "leave answer|review -readers", "edge"),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "path": (
            r"\b(?:content|posts?|_posts|src|drafts?|_drafts|articles|blog|pages|docs)/[\w./\-]+"
            r"|\b[\w\-./]+\.mdx?\b"
        ),
        "saved": (
            r"\b(?:[Ss]aved|[Ww]rote|[Ww]ritten|[Cc]reated|[Uu]pdated|[Cc]ommitted|[Pp]ushed"
            r"|[Ee]xported)\b"
        ),
        "agent": (
            r"^(?:File )?(?:Saved|Written|Exported|Committed|Pushed|Created) (?:to|in|as|at)\b"
            r"|\b[Rr]eady (?:for|to) (?:review|publish|merge)|\b(?:the"
            r"|your) (?:post|article|draft|front ?matter)\b"
        ),
        "post": (
            r"\b(?:blog )?post\b|\barticle\b|\bdraft\b|\bfront ?matter\b|\bheadlines?\b"
            r"|\btitles?\b|\bspell ?check\b|\bproof-?read|\bintro\b|\bSEO\b|\bversion\b"
        ),
        "done": (
            r"\b(?:[Dd]raft|[Aa]rticle|[Pp]ost|[Rr]ewrite|[Tt]ask|[Aa]ll (?:tasks"
            r"|steps))s? (?:is |are |has been |have been )?(?:complete[d]?|finished|done|ready"
            r"|finali[sz]ed)\b|^TASK COMPLETED?\b"
        ),
        "shouted": r"^(?:TASK|DRAFT|ARTICLE|JOB) COMPLETED?[.!]?$",
        "book": r"\b(?:first draft|novel|books?|chapters?|manuscript|thesis|typed)\b",
        "counted": r"\d[\d,]* (?:chars|characters|words)\b|[Ww]ord count[ ]?:",
        "await": (
            r"\b(?:[Aa]waiting|[Ww]aiting (?:for|on)|[Pp]ending) (?:your |the |final "
            r"|further )?(?:approval|review|feedback|instructions?|confirmation|fact[- ]check"
            r"|go-ahead)|\b(?:has|have) been (?:committed|pushed|merged|deployed)\b"
            r"|\b[Rr]eady for (?:your )?(?:review|publication)"
        ),
        "commit": r"^(?:Commit message|Branch|PR title|Pull request)[ ]?:",
        "yours": (
            r"\b(?:[Aa]waiting|[Ww]aiting (?:for|on)) your (?:feedback|input|approval|review"
            r"|confirmation|instructions?|decision|go-ahead|response)\b"
        ),
        "writes": (
            r"\b(?:[Aa]pprove|[Gg]rant|[Aa]llow|[Nn]eeds?|[Bb]locked by|[Ww]aiting for|[Rr]equires?"
            r"|[Pp]ending)"
            r" (?:\w+ ){0,2}(?:writes?|(?:file[- ])?(?:write|edit|save) permissions?"
            r"|permissions?)\b"
        ),
        "to-disk": (
            r"\b(?:saved? (?:to disk|it|them|the (?:file|post|draft))"
            r"|[Ff]iles? needs? (?:to be written|write"
            r"|saving|permission)|to save\b|to write the (?:file|post|article)"
            r"|[Ff]iles need to be written)"
        ),
        "branch": (
            r"\b(?:to|into|on) (?:the )?(?:main|master|blog|dev|production|prod)(?: branch)?\b"
            r"|\b(?:staging|preview|feature) branch\b|\bbranch\b|\bpull request\b|\bPR\b"
        ),
        "proceed": (
            r"\b(?:[Ss]hould|[Ss]hall|[Mm]ay|[Cc]an) I (?:proceed|publish|push|merge|deploy"
            r"|go ahead|continue|commit)\b|\b(?:[Ww]ould you like me to"
            r"|[Dd]o you want me to) (?:proceed|publish|push|merge|deploy|commit)"
        ),
        "untested": (
            r"\b[Nn]o (?:tests|checks|links) (?:were|was|have been) (?:run|checked|performed)\b"
            r"|\b(?:unable to|could(?: not|n't)|did(?: not|n't)|have(?: not|n't)) (?:run|verify"
            r"|verified|test|tested|check|checked|confirm|build|built)\b|\b(?:not"
            r"|un)(?: yet)?(?: been)? (?:tested|verified|checked)\b|\bunverified\b"
        ),
        "before": (
            r"\b[Bb]efore (?:publishing|deploying|merging|pushing|going live|you publish"
            r"|publication)\b"
        ),
        "which": r"\b[Ww]hich (?:headline|title|version|draft|option|tone|angle|intro|outline)\b",
        "reply": (
            r"\b(?:[Rr]eply|[Rr]espond|[Aa]nswer) with\b|\bdo you prefer\b|\bwould you (?:like"
            r"|prefer)\b|\bshould I use\b|\bplease (?:choose|pick|confirm)\b"
        ),
        "next": r"^(?:\W*)(?:Next steps?|TODO|To do|Remaining(?: tasks| work)?)[ ]?[:–—-]",
        "status": (
            r"^\W*Status[ ]?[:–—-][ ]?(?:draft|pending|in progress|awaiting|needs?"
            r"|ready|final)\b.{0,20}(?:review|fact|approval|publish|edit|draft|complete|missing)"
        ),
        "three": (
            r"\b(?:choose|pick|select)\b.{0,20}\b(?:titles?|headlines?|versions?|drafts?"
            r"|openings?|intros?|captions?)\b"
        ),
        "stages": (
            r"(?i:\b(?:outline|draft|proof-?read\w*|research|edit\w*|fact[- ]check\w*|SEO|images?"
            r"|intro|links?)\b:? (?:is )?(?:done|complete[d]?|in progress|pending|finished"
            r"|to do)\b.*\b(?:outline|draft|proof-?read\w*|research|edit\w*|fact[- ]check\w*|SEO"
            r"|images?|intro|links?)\b:? (?:is )?(?:done|complete[d]?|in progress|pending"
            r"|finished|to do)\b)"
        ),
        "score": (
            r"\b(?:SEO|[Rr]eadability|Flesch)(?: reading ease)? [Ss]core\b|\b[Kk]eyword density\b"
        ),
        "finished": r"^(?:All )?(?:[Dd]one|[Ff]inished|[Cc]omplete[d]?)[!.]",
        "readers": r"\bcomments?\b|\bsubscribe\b|\bpoll\b|\bvote\b|\bTell me\b",
    }
)

ENGLISH_VOICES = Chorus(
    (
        Voice("report", "path saved agent"),
        Voice("report", "done await|counted -book"),
        Voice("report", "await branch|post agent|counted|done", "edge"),
        Voice("report", "shouted"),
        Voice("report", "yours", "edge"),
        Voice("report", "commit"),
        Voice("report", "stages"),
        Voice("report", "score counted|post", "edge"),
        Voice("report", "finished branch|path"),
        Voice("leave", "writes to-disk", "edge"),
        Voice("choose", "three -readers", "edge", Severity.WARNING),
        Voice("report", "untested before"),
        Voice("report", "status", severity=Severity.WARNING),
        Voice("report", "next post -book", "edge", Severity.WARNING),
        Voice("leave", "proceed -readers", "edge"),
        Voice("choose", "which reply -readers", "edge"),
    ),
    ENGLISH,
)
