"""How the answer to a question opens and ends, in Japanese and English."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import ENGLISH_READERS, READERS
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

SHOWN = (
    r"(?:示し|お?答えし|説明(?:いた)?し|解説(?:いた)?し|まとめ|整理し|記述(?:いた)?し"
    r"|記載(?:いた)?し"
    r"|回答(?:いた)?し|提示(?:いた)?し|作成(?:いた)?し|ご?紹介(?:いた)?し|ご?提案(?:いた)?し"
    r"|要約し|翻訳し|執筆し|出力(?:いた)?し|生成し|列挙し|ご?案内し|お伝えし|お届けし|提供し)"
    r"(?:て(?:い|おり|お|み|まい)?(?:き|り)?)?(?:ます|ました)|(?:になります|となります"
    r"|です)[。：:！]?$"
)
KINDLY = (
    r"[^。]{0,6}(?:ます(?:よ|ね)?|(?:る|す|く)?よ[〜ー]?(?:ね)?|よう(?:ね|か)?|(?:お|こ|そ)う(?:ね|か)?"
    r"|ましょう(?:か)?|ね)[〜ー！!？?。\s\W]*$"
)
JAPANESE = Vocabulary(
    {
        "agreed": (
            r"^(?:はい、?|ええ、?)?(?:承知(?:いた|致)?しました|承りました|かしこまりました"
            r"|了解(?:です|しました|いたしました|致しました)|わかりました|分かりました|もちろんです"
            r"|喜んで|お任せください)[。！!]"
        ),
        "follows": (
            rf"(?:以下|下記|こちら|次)(?:に|が|は|の(?:通り|とおり|ように))[^。]{{0,80}}(?:{SHOWN})"
            rf"|(?:ご?(?:質問|依頼|要望|指示|指定)|リクエスト)(?:に|の|へ"
            rf"|を)[^。]{{0,60}}(?:{SHOWN})"
        ),
        # 「…は失礼」 and 「…なら安心」 are said of the words
        "roger": (
            r"(?:^|[。！!]\s*)(?:はい|ええ|では)?、?(?:承知(?:いた|致)?しました|かしこまりました"
            r"|了解(?:いた|致)しました)(?:[。！!]|、(?!と)|$)"
        ),
        "trade": (
            r"記事|文章|原稿|本文|回答|要約|翻訳|コード|構成|見出し|形式|フォーマット|マークダウン"
            r"|Markdown|ご(?:質問|要望|依頼|指示|提示|提供|指定)"
        ),
        "if-wanted": (
            r"^(?:もし)?、?(?:必要(?:なら|であれば|でしたら|があれば|に応じて)|ご?希望(?:なら"
            r"|であれば"
            r"|でしたら|があれば)|(?:もし)?(?:よければ|よかったら)|よろしければ|ご?要望があれば"
            r"|欲しければ"
            r"|お望みなら|興味があれば|もっと(?:知り|見|詳し)[^。、]{0,10}(?:なら|たら|ば))"
        ),
        "then": (
            r"次は|次に|続けて|続きで|この(?:まま|後|あと|続き)|さらに|追加で|あわせて|別途"
            r"|今度は"
        ),
        "heard": r"番組|学校|放送|当日|会場|担任",
        # what is made of words; shops and cooks make other things
        "i-make": (
            r"(?:作(?:れ|り|る)|出(?:せ|し|す)|お出し(?:でき|し)|書け|用意(?:でき|し|する)"
            r"|まとめられ|(?:表|図|一覧|リスト)に(?:も)?まとめ(?:て|る)?|設計(?:でき|し|する)"
            r"|提案(?:でき|し|する)|(?:説明|解説|整理|作成|生成|深掘り)でき|作成(?:し|する)"
            rf"|生成(?:し|する)|掘り下げられ|一緒に[^。]{{0,8}}(?:考え|作|整理|検討|設計|書|調べ|確認)[^。]{{0,4}}|(?:見て|やって)いけ){KINDLY}"
        ),
        # of what they will write next, authors tell their readers
        "i-write": (
            r"(?:書[きく]|まとめ(?:て|る)?|(?:説明|解説|整理|深掘り)(?:し|する)|掘り下げ(?:て|る)"
            rf"|(?:見て|やって)い[きく]){KINDLY}"
        ),
        "wishes": (
            r"(?:お知らせください|教えて(?:ください|ね)|お申し付けください|言って(?:ください|ね)"
            r"|聞いて(?:ください|ね)|(?:ご)?質問して(?:ください|ね)|お声がけください)"
        ),
        "asks-more": (
            r"(?:詳しい|詳細な|具体的な|追加の|別の)(?:手順|説明|情報|解説|コード|設定"
            r"|サンプル)(?:や[^。]{1,10})?(?:が|を)"
            r"(?:必要|ご?希望|お求め|知りたい)"
        ),
        # what authors ask of their readers, too
        "wants-more": (
            r"(?:他に(?:も)?|ほかに(?:も)?|さらに|もっと|追加で)(?![^。]{0,24}(?:テーマ|話題"
            r"|トピック|ネタ|記事|お店|場所|情報))[^。]{0,14}(?:知りたい|聞きたい|確認したい|見たい"
            r"|ご?質問|詳しい(?:情報|説明)|詳しく)"
        ),
        "your-trouble": (
            r"(?:お困り(?:なの|のよう)|お悩み(?:なの|のよう)|(?:直面|遭遇)(?:して|されて)(?:い"
            r"|お)(?:る|られる)よう"
            r"|(?:知りたい|お探し|お考え|検討中)(?:なの|のよう))ですね"
            r"|についての?ご質問ですね"
        ),
        # columns answer troubles
        "consulted": r"についての?ご相談ですね",
        "as-format": (
            r"(?:この)?(?:記事|本文|内容|原稿)を(?:[Mm]arkdown|マークダウン|HTML|MDX)(?:形式|記法)?で"
            r"(?:出力|提供|お渡し|用意|作成)(?:し|いたし)(?:ます|ました)"
        ),
        # a text, what it is made of, and what can be made of it anew
        "piece": (
            r"記事|原稿|文章|文面|下書き|ドラフト|草稿|初稿|コンテンツ|見出し|導入文?|リード文|冒頭"
            r"|セクション|段落|タイトル|メタディスクリプション|文字数|トーン|文体|口調|語尾|言い回し"
            r"|SEO|キーワード|読みやすい(?:文章|日本語|構成)|(?:です・?ます|だ・?である)調"
        ),
        "redo": (
            r"作成|執筆|生成|出力|リライト|推敲|添削|書き(?:直|換|ます|上げ)|調整|加筆|追記|修正"
            r"|短縮|言い換え|お作り"
        ),
        "tell-me": (
            r"お申し?[付つ]け|おっしゃって|お知らせください|お聞かせください|お伝えください"
            r"|ご指示|ご指定ください|教えてください|お声がけ|承ります|対応(?:いたし|し|でき)ます"
        ),
        "can": r"(?:も|が)可能です|(?:も|が)でき(?:ます|るので)|作成でき",
        "readers": READERS,
    }
)
VOICES = Chorus(
    (
        Voice("assent", "roger follows -readers"),
        Voice("assent", "agreed follows trade -readers", severity=Severity.WARNING),
        Voice("offer", "if-wanted then i-make -readers", "end", Severity.WARNING),
        Voice("offer", "asks-more wishes -readers -heard", "end", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
        Voice("handed", "as-format -readers", "first", Severity.WARNING),
        Voice("offer", "if-wanted piece redo tell-me -readers", "alone"),
    ),
    JAPANESE,
)
ANSWER_HINTS = Chorus(
    (
        Voice("offer", "if-wanted then i-write -readers", "end", Severity.WARNING),
        Voice("offer", "wants-more wishes -readers -heard", "end", Severity.WARNING),
        # so manuals tell what a program can do
        Voice("offer", "if-wanted piece redo can -readers", "alone", Severity.WARNING),
        Voice("handed", "consulted -readers", "first", Severity.WARNING),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "yes": (
            r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Understood|Got it|Great question"
            r"|Good question|Happy to help)[!,.:—–-]"
        ),
        "follows": (
            r"\b(?:[Hh]ere(?:'s|’s| is| are)|[Bb]elow (?:is|are)|[Ll]et(?:'s|’s| me) (?:break"
            r"|walk|go"
            r"|explain|dive|work|take)|I(?:'ll|’ll|'d|’d| will| would| can) (?:be happy to"
            r"|be glad to|explain|walk|break|help|provide|summari[sz]e|show|write|create"
            r"|translate))"
        ),
        "answers": (
            r"\b(?:the|your|a|an) (?:\w+[- ]){0,3}(?:answers?|summary|breakdown|overview"
            r"|explanation|translation|version"
            r"|rewrite|article|post|draft|response|guide|list|analysis|code|script|snippet"
            r"|function|query|table|plan|solution|example|question|request|report"
            r"|outline|comparison"
            r"|steps?)\b|\byou\b|\bstep[ -]by[ -]step\b"
        ),
        "delivered": (
            r"\b[Hh]ere(?:'s|’s| is| are) (?:a|an|the|your) (?:[\w-]+ ){0,4}?(?:blog post|article"
            r"|post"
            r"|draft|summary|breakdown|translation|rewrite|version|response|answers?|outline"
            r"|explanation)\b"
        ),
        "your-trouble": (
            r"^(?:It|That) (?:sounds|seems|looks|appears) (?:like |that |as if )?you(?:(?:'re"
            r"|’re| are)"
            r" (?:facing|running|encountering|experiencing|trying|having|dealing|looking|asking"
            r"|getting|seeing|working|using|interested|referring|describing|attempting)"
            r"|(?:'ve|’ve| have) (?:shared|provided|pasted|posted|encountered|hit|run|got))\b"
        ),
        "snags": (
            r"\b[Ll]et me know if (?:you (?:hit|run into|encounter|face|have|need|want|get"
            r"|would like|['’]d like)"
            r"|any(?:thing|thing else)?|there(?:['’]s| is)) [^.!?]{0,40}"
            r"(?:snags?|issues?|trouble|problems?|errors?|roadblocks?|stuck|clarif\w+|assistance"
            r"|(?:further|more|additional|any) (?:help|details?|guidance|information|examples?)"
            r"|(?:further|more|other|additional|follow-up) questions?|help with|else)"
            r"|\b[Ff]eel free to (?:ask|reach out|let me know|provide|share)\b[^.!?]{0,20}"
            r" if you (?:have|need|run|want|encounter|hit|get)[^.!?]{0,20}\b(?:further|more"
            r"|other|additional|any other"
            r"|help|clarif\w+|assistance|issues?|stuck|follow-up)"
            r"|\bIs there anything (?:else|specific) (?:you(?:'d|’d| would) like|I can)\b"
            r"|\b(?:If|Should) you (?:have|need|run into|encounter) (?:any )?(?:further|more"
            r"|other|additional|follow-up)"
            r" (?:questions?|help|assistance|details?|issues?"
            r"|clarification)[^.!?]{0,10}, (?:just|feel free|please|let me)"
        ),
        "reworked": (
            r"\b[Hh]ere(?:'s|’s| is) the (?:complete|final|full|polished|revised|rewritten|edited"
            r"|updated|improved) (?:[\w-]+ ){0,2}(?:version|article|post|draft|text|translation)\b"
        ),
        # what a person wrote earlier
        "mine": (
            r"\bI (?:wrote|gave|read|published|sent|posted)\b|\boriginally\b"
            r"|\b(?:talk|speech|lecture|letter|keynote)\b|\b(?:19|20)\d\d\b|\b(?:by|of|from)"
            r" (?:several|many|readers)\b"
        ),
        "redo": (
            r"\b[Ll]et me know if you(?:'d| would)? (?:like|want|need|prefer)\b[^.!?]{0,40}"
            r"\b(?:me to|changes|edits|revisions?|adjustments?|tweaks?|another (?:version|draft"
            r"|angle)|longer|shorter|rewrite|adjust|revise|expand|help with)\b"
        ),
        "a-model": (
            r"\b[Aa]s an? (?:AI|artificial intelligence|(?:large )?language model)\b(?: language)?"
            r"(?: model| assistant)?,? I (?:can(?:not|['’]t)|do(?:n['’]t| not)|am (?:not|unable))"
            r"|^I(?:['’]m| am) sorry, (?:but )?I (?:can(?:not|['’]t)|am unable to)"
            r" (?:assist|help|comply|fulfil+)\b[^.]{0,20}\b(?:that|this) request"
        ),
        "to-disk": (
            r"\b(?:[Aa]pprove|[Gg]rant|[Aa]llow|[Nn]eeds?|[Bb]locked by|[Ww]aiting for|[Rr]equires?"
            r"|[Pp]ending) (?:\w+ ){0,2}(?:file[- ])?(?:writes?|write permissions?|permissions?)\b"
            r"[^.]{0,60}\b(?:to disk|to save|to write the (?:file|post|article))\b"
        ),
        "readers": ENGLISH_READERS,
    },
)
ENGLISH_VOICES = Chorus(
    (
        Voice("preface", "yes delivered -readers"),
        Voice("preface", "yes follows answers -readers", "first", Severity.WARNING),
        Voice("handed", "your-trouble -readers", "first", Severity.WARNING),
        Voice("offer", "snags -readers", "end", Severity.WARNING),
        Voice("preface", "reworked -mine", "first"),
        Voice("offer", "redo -readers", "alone"),
        Voice("refusal", "a-model"),
        Voice("leave", "to-disk", "end"),
    ),
    ENGLISH,
)
