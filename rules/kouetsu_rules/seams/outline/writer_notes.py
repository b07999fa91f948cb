"""Notes to whoever writes: what a section is to do, how it is to sound, blocks of the pipeline."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.seams.speech.notes import comments, notes
from kouetsu_rules.seams.speech.output_notes import Told
from kouetsu_rules.seams.speech.voices import ALONE, Chorus, Choruses, Vocabulary, Voice

# An instruction ends in the plain form: readers are told politely.
ENDS = r"(?:こと|の)?(?=[。、，,／/・）)]|$)"
JAPANESE = Vocabulary(
    {
        "reader": (
            r"読者|具体性|臨場感|親近感|行動を促|購買意欲|クリックし|興味を引|(?:共感|信頼[感性]"
            r"|期待感|安心感|説得力|権威性|緊張感)を?(?:得|出|高|与|持|演|煽|あお|生|醸|誘|呼)"
            r"|に共感し"
            r"|商品(?:リンク|ページ)"
            r"|アフィリエイト|CTA|行動喚起|離脱|ベネフィット|検索(?:意図|ユーザー)"
        ),
        "manner": (
            r"口調|トーン|文体|語尾|文末|言い回し|専門用語|かみ砕|噛み砕|語りかけ|です・?ます調"
            r"|五感|情景描写|季節感のある"
        ),
        "piece": (
            r"一文|エピソード|体験談|失敗談|出典|根拠|内部リンク|リンク|データ|数[字値]|事例|具体例"
            r"|見出し|段落|キーワード|箇条書き"
            r"|図表|セクション|情報|比較表|引用|写真|画像"
        ),
        "act": (
            r"(?:入れる|挿入する|加筆する|追記する|挟む|はさむ|盛り込む|盛り込み|あおる|煽る"
            r"|締める|締めくくる|誘導する|誘導|含める"
            r"|差し替える|膨らませる|ふくらませる|語りかける|寄り添う|安心させる|つなげる|促す"
            r"|触れる"
            r"|[感性力]を(?:出す|持たせる|高める|与える)|引き込む|訴求する|(?:よう"
            r"|ように)(?:に)?(?:書く|伝える|見せる|促す)|(?:入れ|挟む|はさむ"
            r"|加え)(?:る)?と(?:効果的"
            r"|良い|よい|いい))" + ENDS
        ),
        "duty": (
            r"必須|要(?:確認|出典|追記|検証|修正|推敲)|確認(?:の|した|し)?(?:うえ|上)|(?:する"
            r"|しない|書く|使う|使わない|避ける|入れる|含める)こと"
            r"|お願いします|(?:ように|よう)?(?:注意|配慮|留意|意識)(?:する(?:こと)?|してください"
            r"|で)"
            r"|して(?:ください|おく)|(?:ぜず|せず)に書"
        ),
        "chain": (
            r"^(?:[ ]?[→➡＋+]?[ ]?【(?:結論|理由|具体例|導入|共感|問題提起|解決策|まとめ)】){2,}"
            r"。?$"
        ),
        "some": (
            r"(?:例|エピソード|理由|事例|画像|写真|ポイント|メリット|デメリット|体験談|データ)"
            r"を?\d(?:つ|個|点|枚|文)(?:程度|ほど)?$"
        ),
        "later": (
            r"^(?:※)?(?:ここ|この(?:部分|箇所|段落|数字))は(?:後で|あとで|のちほど|公開前に|要)"
        ),
        "plain": r"(?:[うくすつぬぶむるぐ]|こと)$",
        "arc": r"^【(?:起|承|転|結|序|破|急|フック|オチ)】",
        "own-piece": r"一文|エピソード|体験談|問いかけ|具体例|内部リンク|CTA|キーワード",
        "wanted": (
            r"(?:一文|一言|エピソード|体験談|問いかけ|具体例|説明|リンク|画像|データ|数字|表"
            r"|写真)(?:を|が(?:必要|欲しい|ほしい)|(?:を)?入れたい)[ ]?$"
        ),
        "place": r"(?:直後|直前|前後|冒頭|末尾|最後|ここ|この(?:段落|章|あと|後))(?:に|で|は|へ)",
        "plan": (
            r"(?:共感|行動喚起|ベネフィット|PREP|PAS|AIDA|CTA|オファー)[^→➡]{0,12}[→➡]"
            r"|[→➡][^→➡]{0,8}(?:共感|行動喚起|ベネフィット|CTA|オファー)"
        ),
        "unready": (
            r"^(?:下書き|ドラフト|草稿|初稿|第[\d一二三]稿|仮原稿)[^。]{0,10}(?:要(?:確認|修正"
            r"|校正)|レビュー待ち|未(?:校正|完成|確認|推敲)|確認待ち|v\d)"
        ),
        "noun": r"(?:追記|加筆|挿入|差し替え|補足|補強|推敲|執筆|リライト)(?:する|して|を|の)?",
        "arrow": r"^[ ]*[←→⇐⇒]",
        "here": (
            r"^(?:※)?(?:ここ(?:で(?!は)|に|から)|この(?:段落|章|節|セクション|見出し|パート|後"
            r"|あと)|次の(?:段落|章|セクション|見出し)[にへ]|冒頭[でに]|文末[でに]|末尾[でに])"
        ),
        "section": r"^この(?:段落|章|節|セクション|パート|見出し)(?:では|で|に)",
        "tell": r"(?:示す|描く|伝える|説明する|紹介する|述べる|つなぐ|促す)" + ENDS,
        "label": (
            r"^(?:編集(?:者|部)?(?:メモ|へ|注)|執筆(?:者)?(?:メモ|へ|上の注意|指示)"
            r"|ライター(?:さん)?(?:へ|メモ|向け)|構成(?:メモ|上の注意)"
            r"|担当(?:者)?へ|(?:補足)?指示|(?:書き方の)?方針)[ ]?[:：]"
        ),
        # Readers are told so, too.
        "remark": r"^(?:注意?|メモ)[ ]?[:：]",
        "variant": (
            r"^(?:別案|代案|代替案|言い換え案|他の案|別の(?:言い回し|表現|書き方)|バリエーション"
            r"|候補)[ ]?[:：]"
        ),
        "swap": r"差し?替え|お好み|使い分け|採用|入れ替え|いずれか",
        "told-part": (
            r"^【(?:導入文?|リード文?|本文|結論|まとめ|理由|具体例|問題提起|共感|解決策|体験談"
            r"|比較|CTA"
            r"|締め|書き出し|冒頭|ポイント|メリット|デメリット|見出し\d?)】"
        ),
        "aim": (
            r"読者の(?:悩み|不安|疑問|関心|共感|興味|背中)|記事を読む(?:メリット|価値|理由)"
            r"|(?:悩み|不安|疑問)(?:に|へ)(?:共感|寄り添)|検索(?:意図|ユーザー)|行動(?:喚起|を促)"
            r"|CTA"
            r"|ベネフィット|結論(?:を|から)先|自社|商品(?:名|リンク)|キーワード|問いかけ|体験談"
            r"|権威"
        ),
        "verbal": (
            r"(?:提示|紹介|説明|解説|共感|誘導|言及|列挙|強調|訴求|提案|要約|明示|配置|挿入|記載"
            r"|促す|示す|伝える|触れる|入れる|挙げる|書く|述べる|まとめる|つなげる|寄り添う|締める"
            r"|始める|盛り込む)$"
        ),
        "seo": (
            r"^SEO(?:対策|上|メモ|要件|設定|ポイント)?(?:の注意)?[ ]?[:：]"
            r"|^(?:対策|狙う|メイン|サブ)?(?:キーワード|KW)"
            r"(?:の使用|出現)?(?:回数|頻度|率)?[ ]?[:：]"
        ),
        "repeat": (
            r"(?:本文|見出し|タイトル|記事|文)(?:中|内)?に[^。]{0,12}(?:使用|使う|入れる|含める"
            r"|盛り込む"
            r"|盛り込み|登場させる|配置|挿入)(?:すること|する|こと)?$"
            r"|\d(?:[〜～\-–]\d+)?[ ]?回(?:以上|程度|ほど|前後)?[ ]?"
            r"(?:使用|使う|入れる|含める|登場|配置)"
        ),
        "dated": r"\d{4}|\d{1,2}[/／月]\d{1,2}|(?:しま|でし|ま)した|です(?:。|$)|ます(?:。|$)",
    },
)
BRACKETED = Chorus(
    (
        Voice("note", "reader|manner act -dated"),
        Voice("note", "here piece act -dated"),
        Voice("note", "label reader|piece|manner act|noun|duty -dated"),
        Voice("note", "remark reader|manner act|noun|duty -dated"),
        Voice("note", "noun duty|arrow piece|arrow -dated"),
        Voice("note", "manner duty reader|piece|manner -dated", severity=Severity.WARNING),
        Voice("note", "variant swap"),
        Voice("note", "seo repeat -dated"),
        Voice("note", "own-piece act -dated"),
        Voice("note", "some here"),
        Voice("note", "later noun|duty"),
        Voice("note", "here reader|manner|own-piece plain -dated"),
        Voice("note", "wanted reader|manner|place"),
        Voice("note", "plan"),
        Voice("note", "unready"),
    ),
    JAPANESE,
)
LINES = Chorus(
    (
        Voice("note", "told-part aim verbal -dated"),
        Voice("note", "here reader|manner act -dated"),
        # so does a thesis, of its own
        Voice("note", "section reader|manner tell -dated", severity=Severity.WARNING),
        Voice("note", "arc reader|manner|act|tell -dated"),
        Voice("note", "chain"),
        Voice("note", "later noun|duty"),
        Voice("note", "here reader|manner plain -dated"),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "label": (
            r"^(?:Transition|Hook|CTA|Tone|Voice|Section goal|Key (?:message|takeaway)|Angle"
            r"|Call to action|Instructions?"
            r"|(?:Note|Notes) (?:to|for) (?:the )?(?:writer|editor|author|AI|model)|(?:Writer"
            r"|Editor)(?:'s note)?)[ ]?(?::|–|—| - )"
        ),
        "order": (
            r"(?:^|[:.;–—] ?)(?:[Pp]lease )?(?:[Aa]dd|[Uu]se|[Kk]eep|[Ii]nsert|[Ii]nclude"
            r"|[Aa]void|[Ss]tart|[Oo]pen|[Cc]lose|[Ee]nd|[Bb]egin|[Mm]ention|[Ww]rite"
            r"|[Cc]onnect|[Dd]escribe|[Ee]xpand|[Ss]how|[Tt]ell|[Aa]sk|[Tt]ransition"
            r"|[Ee]mphasi[sz]e"
            r"|[Hh]ighlight|[Ww]eave|[Ee]nsure|[Mm]ake sure|[Ii]nvite|[Ee]ncourage|[Uu]rge"
            r"|[Dd]o not|[Dd]on't|[Ll]imit|[Rr]epeat|[Ii]ntroduce|[Ss]ummari[sz]e|[Ll]ead|[Bb]ridge"
            r"|[Rr]emind|[Aa]ddress|[Pp]rompt)\b"
        ),
        "craft": (
            r"\b(?:readers?|rhetorical|anecdotes?|tone|keywords?|jargon|passive voice|headline"
            r"|hook|CTA|call to action|emotional|transition|statistics?"
            r"|sentences?|paragraph|reading level|\d+ words|word count|pain points?|metaphor"
            r"|storytelling|theme|concrete example|this point|more detail|sensory details?|empathy"
            r"|personal (?:story|experience|touch))\b"
        ),
        "text": (
            r"\b(?:this|the|each|next|previous) (?:section|paragraph|sentence|article|post"
            r"|intro(?:duction)?|conclusion)\b|\breading level\b|\bwords\b|\bmax\b|\bat most\b"
        ),
        "unready": (
            r"^(?:Draft|DRAFT|WIP|First draft|Rough draft)\b[^.]{0,20}(?:review|edit|approval"
            r"|pending|proofread|v\d)"
        ),
        "variant": (
            r"^(?:Alternatives?|Alt\.?|Option [B-D2-9]|Other) (?:wording|phrasing|title|headline"
            r"|opening|ending|version|intro)s?\b"
        ),
        "writer": (
            r"^(?:Section|Paragraph|Post|Article) goal[ ]?:|^(?:Note|Notes) (?:to"
            r"|for) (?:the )?(?:writer|editor|author|AI|model)\b|^(?:Writer"
            r"|Editor)'s? instructions?\b|^CTA[ ]?:"
        ),
    }
)
ENGLISH_BRACKETED = Chorus(
    (
        Voice("note", "label order craft|text"),
        Voice("note", "label craft"),
        Voice("note", "order craft text"),
        Voice("note", "variant"),
        Voice("note", "unready"),
        Voice("note", "label order", severity=Severity.WARNING),
        Voice("note", "order craft", severity=Severity.WARNING),
    ),
    ENGLISH,
)
ENGLISH_LINES = Chorus(
    (Voice("note", "writer order|craft"),),
    ENGLISH,
)

COMMENTS = Vocabulary(
    {
        "address": (
            r"^\s*(?:SYSTEM|PROMPT|brief|outline|task|goal|INSTRUCTIONS?|AI|LLM|GPT[-\w.]*|Claude"
            r"|ChatGPT|Gemini|assistant|agent|persona|step \d+|role"
            r"|プロンプト|指示|生成(?:条件|指示))\s*[:：=]"
        ),
        "own": (
            r"(?:^|[\s,;|/（({])(?:tone|reading_level|persona|temperature|include_\w+|word_count"
            r"|target_\w+|keyword(?:s|_density)?|density|max_tokens|model"
            r"|prompt(?:_\w+)?|max_words|min_words|words|task|cta|hook|section_goal|role"
            r"|generated_by"
            r"|audience|writing_style)\s*[=:：]\s*\S"
        ),
        "pair": (
            r"(?:^"
            r"|[\s,;|/（({])[A-Za-z_]{3,20}\s*[=:：]\s*[^\s=:/][^=:]*?[\s,;|/]+[A-Za-z_]{3,20}\s"
            r"*[=:：]\s*\S"
        ),
        "craft": (
            r"トーン|文体|CTA|\d字|\d[ ]?words|書き直|です・?ます調|\bwrite\b|\bwriter\b|\btone\b"
            r"|\bmention\b|\bsection\b|\bparagraph\b|\bparagraphs\b|見出し[はを]\d?"
        ),
        "frame": (
            r"\bAI[- ]generated (?:block|section|content|text)\b|\b(?:previous|next) (?:chunk"
            r"|message|response)\b|\bwriter[ ]?[=:][ ]?(?:gpt|ai|claude|llm|gemini)|^\s*(?:END"
            r"|BEGIN|START)(?:[ _]OF)?[ _](?:SYSTEM |AI |LLM )?(?:PROMPT|OUTPUT|GENERATED"
            r"|INSTRUCTIONS?|COMPLETION)\b"
        ),
        "script": (
            r"\b(?:generated|published|posted|created|updated|processed|synced|translated|inserted"
            r"|added|injected|imported|converted|rewritten|built)\b[^.\n]{0,40}\b(?:by|with|from"
            r"|via"
            r"|on|at)\b|\bauto-?(?:generated|published|posted|inserted|post|update)"
            r"|自動(?:生成|投稿|公開|挿入|更新|変換|翻訳|追記)|(?:生成|投稿|処理|公開|変換"
            r"|挿入)(?:日時|時刻|済み)"
            r"|已[^\s]{0,6}处?處?理|脱敏|自动(?:生成|发布)|生成于|发布于|자동 ?(?:생성|발행)"
        ),
        "stamp": (
            r"\d{4}[-/年]\d{1,2}[-/月]\d{1,2}[日T ]{1,2}\d{1,2}[:時]\d\d|\b\w+\.(?:py|js|ts|mjs|sh"
            r"|rb|go)\b"
            r"|\brun[_ -]?id\b|\b[0-9a-f]{8}-[0-9a-f]{4}-"
        ),
        "short": r"^[^\n]{0,200}$",
        "told-done": (
            r"^\s*(?:本文|正文|内容)?已[^\s<>]{0,10}(?:处理|處理|処理|完成|生成|发布)"
            r"|脱敏"
        ),
        "generate": r"(?:本文|記事|見出し|段落|セクション|続き)を(?:生成|執筆|出力)",
    },
    flags=2,
)
COMMENTED = Chorus(
    (
        Voice("comment", "own pair", severity=Severity.WARNING),
        Voice("comment", "address craft|own", severity=Severity.WARNING),
        Voice("comment", "generate craft", severity=Severity.WARNING),
        Voice("comment", "frame", severity=Severity.WARNING),
        Voice("comment", "script stamp short", severity=Severity.WARNING),
        Voice("comment", "told-done", severity=Severity.WARNING),
    ),
    COMMENTS,
)
# Notes as such take the article as their matter only where others speak of it.
QUOTING = Pattern(r"(?:と|って|という|といった|などと|のような)")


def writer_notes(post: Post) -> Iterator[Told]:
    bracketed = Choruses(post, (BRACKETED,), (ENGLISH_BRACKETED,))
    for note in post.derived(notes):
        if note.prose is not None and QUOTING.match(note.prose.text, note.end):
            continue
        voice = bracketed.speaker(note.inner)
        if voice is not None:
            yield Told(note.span, voice.key, voice.severity)
    lines = Choruses(post, (LINES,), (ENGLISH_LINES,))
    for segment in post.derived(segments).items:
        if segment.alone:
            for heard in lines.heard(segment, ALONE):
                yield Told(heard.span, heard.voice.key, heard.voice.severity)
    for note in comments(post):
        if COMMENTED.speaker(note.inner) is not None:
            yield Told(note.span, "comment", Severity.WARNING)
