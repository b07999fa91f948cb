"""What a worker says of the text that it has just made: what it is like, that it was checked."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import ENGLISH_READERS, READERS
from kouetsu_rules.seams.chatter.patterns import TEXT
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

WARNING = Severity.WARNING
JAPANESE = Vocabulary(
    {
        "made": (
            rf"^(?:以上で)?、?(?:ブログ)?{TEXT}(?:の全文)?を"
            r"(?:作成|執筆|生成|完成)(?:し|させ)ました[。！]"
        ),
        "is-like": (
            r"(?:以下|次|主)の(?:ような)?(?:特徴|特長|工夫)(?:が(?:あり|含まれ)|を(?:含|盛り込|反映))"
        ),
        "checked": (
            r"^(?:自己(?:点検|チェック|評価|検証)|品質チェック|(?:執筆|記事|本文)チェック)"
            r"(?:結果)?[ ]?[:：]"
        ),
        "of-text": (
            r"見出し|H2|H3|コードブロック|文字数|常套句|禁止(?:語|表現|ワード)"
            r"|[Ff]ront ?matter|フロントマター|固有名詞|文体|トーン|反映済み|構成案|キーワード"
        ),
        "tally": r"(?:あり|なし|ゼロ|OK|反映済み|クリア|\d[\d,]*(?:字|文字)?)[ ]?(?:[/／]|$)",
        "no-leave": r"書き込み(?:の)?(?:許可|権限)[^。]{0,16}(?:ため|ので)",
        "shown-here": rf"{TEXT}を?(?:ここに|直接|以下に|チャットに)[^。]{{0,8}}(?:表示|出力)",
        "save-it": (
            r"(?<!どこ)(?<!何)(?:へ|に)(?:保存|書き出し|コミット|公開|反映)しますか[。？?]?$"
        ),
        "file": r"\w\.(?:mdx?|markdown|txt|html)\b|x{3,}|リポジトリ|ブランチ",
        "gladly": r"^もちろんです[。！!]",
        "yours": (
            r"(?:あなた|貴方)(?:の|が|は)[^。]{0,16}(?:分析|質問|状況|設定|コード|指摘|求め|お探し|提示)"
            r"|(?:表|コード|箇条書き|専門用語)(?:は|を)[^。]{0,6}(?:使わず|使用せず|用いず)"
        ),
        # a step that is done, and the one that is next
        "step-done": (
            r"(?:リサーチ|調査|検索|情報収集)(?:が|は)?、?完了(?:しました|です)?[。！]"
            r"|^(?:まず|それでは|では)?、?[^。]{0,24}(?:情報|動向|トレンド)を[^。]{0,6}"
            r"(?:リサーチ|調査|検索|収集)(?:して|た上で|たうえで)[^。]{0,4}(?:ブログ)?記事を"
        ),
        "i-generate": r"(?:ブログ)?記事を(?:生成|出力)(?:し|いたし)ます[。：:！]?$",
        "i-write": r"(?:ブログ)?記事を(?:作成|執筆)(?:し|いたし)ます[。：:！]?$",
        # who keeps a diary says when, and is glad
        "at-last": (
            r"今日|明日|昨日|今週|来週|来月|今夜|午[前後]|次の時間|いよいよ|ようやく|やっと|これで"
        ),
        "readers": READERS,
    }
)
DELIVERIES = Chorus(
    (
        Voice("handed", "made is-like -readers"),
        Voice("report", "checked of-text tally", "any"),
        Voice("report", "no-leave shown-here", "any"),
        Voice("leave", "save-it file -readers", "end", WARNING),
        Voice("report", "step-done i-generate -at-last -readers", "first"),
        Voice("report", "step-done i-write -at-last -readers", "first", WARNING),
        Voice("assent", "gladly yours -readers", "first", WARNING),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "complete": r"^The (?:article|blog post) (?:is|has been) (?:now )?completed?\b",
        "to-order": (
            r"\b(?:requested|specified) (?:structure|length|tone|word count|character count"
            r"|topics?)"
            r"|\b(?:initial|original|given|provided) (?:prompt|brief)\b"
        ),
        "i-made": (
            r"\bI(?:'ve|’ve| have) (?:also )?(?:incorporated|included|followed|written|drafted"
            r"|structured)\b"
        ),
        "review": r"^Please review the (?:article|post|draft)[.!]?$",
        "readers": ENGLISH_READERS,
    }
)
ENGLISH_DELIVERIES = Chorus(
    (
        Voice("report", "to-order complete|i-made -readers", "any"),
        Voice("report", "complete -readers", "end", WARNING),
        Voice("leave", "review", "end", WARNING),
    ),
    ENGLISH,
)
