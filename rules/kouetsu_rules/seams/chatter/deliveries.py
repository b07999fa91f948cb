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
            rf"^(?:以上で)?、?(?:ブログ)?{TEXT}(?:の全文)?を(?:作成|執筆|生成|完成)(?:し"
            rf"|させ)ました[。！]"
        ),
        "is-like": (
            r"(?:以下|次|主)の(?:ような)?(?:特徴|特長|工夫|構成|ポイント|要素|方針)(?:が(?:あり|含まれ)|を(?:含|盛り込|反映)"
            r"|で(?:す|構成)|に(?:沿|基づ))"
        ),
        "checked": (
            r"^(?:自己(?:点検|チェック|評価|検証)|品質チェック|(?:執筆|記事"
            r"|本文)チェック)(?:結果)?[ ]?[:：]"
        ),
        "of-text": (
            r"見出し|H2|H3|コードブロック|文字数|常套句|禁止(?:語|表現|ワード)|[Ff]ront ?matter"
            r"|フロントマター"
            r"|固有名詞|文体|トーン|反映済み|構成案|キーワード"
        ),
        "no-leave": r"書き込み(?:の)?(?:許可|権限)[^。]{0,16}(?:ため|ので)",
        "shown-here": (
            rf"{TEXT}を?(?:ここに|直接|以下に|チャットに)[^。]{{0,8}}(?:表示|出力|記載|掲載|貼)"
        ),
        "save-it": r"(?:へ|に)(?:保存|書き出し|コミット|公開|反映)しますか[。？?]?$",
        "file": r"\w\.(?:mdx?|markdown|txt|html)\b|x{3,}|ファイル|リポジトリ|ブランチ",
        "gladly": r"^もちろんです[。！!]",
        "yours": (
            r"(?:あなた|貴方)(?:の|が|は)[^。]{0,16}(?:分析|質問|状況|設定|コード|指摘|求め|お探し|提示)"
            r"|ご(?:質問|指摘|要望|希望)|(?:表|コード|箇条書き|専門用語)(?:は|を)[^。]{0,6}(?:使わず|使用せず|用いず)"
        ),
        "readers": READERS,
    }
)
DELIVERIES = Chorus(
    (
        Voice("handed", "made is-like -readers"),
        Voice("report", "checked of-text", "any"),
        Voice("report", "no-leave shown-here", "any"),
        Voice("leave", "save-it file -readers", "end", WARNING),
        Voice("assent", "gladly yours -readers", "first", WARNING),
    ),
    JAPANESE,
)

ENGLISH = Vocabulary(
    {
        "complete": (
            r"^The (?:article|blog post|post|draft) (?:is|has been) (?:now )?(?:complete(?:d)?"
            r"|finished|ready"
            r"|drafted|written)\b"
        ),
        "to-order": (
            r"\b(?:requested|required|specified) (?:structure|format|length|tone|word count"
            r"|character count|topics?)"
            r"|\b(?:initial|original|given|provided|your) (?:prompt|instructions?|brief)\b"
        ),
        "i-made": (
            r"\bI(?:'ve|’ve| have) (?:also )?(?:incorporated|included|followed|written|drafted"
            r"|structured)\b"
        ),
        "review": r"^Please review the (?:article|post|draft)\b[^.]{0,40}[.!]?$",
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
