"""The brief told to readers: the role that was played, for whom, what was ordered and is done."""

from __future__ import annotations

from kouetsu.api import Severity
from kouetsu_rules.seams.chatter.addressed import READERS
from kouetsu_rules.seams.chatter.voices import Chorus, Vocabulary, Voice

WARNING = Severity.WARNING
# Who writes for search engines says so to clients; a page on another matter has no reason to.
SEO_WRITER = (
    r"SEOの?(?:(?:コンテンツ|記事|Web|ウェブ)?(?:ライター|編集者|コピーライター|ライティングの?"
    r"(?:専門家|プロ))|専門家|スペシャリスト|エキスパート|コンサルタント|コンテンツ(?:制作者|マーケター))"
)
SPEAKS = r"(?:(?:の(?:視点|立場|目線|観点)(?:から|で|に立)|として)、?|が、?)"
JAPANESE = Vocabulary(
    {
        # the trade of those who write for hire; of what he does for a living everyone tells
        "role": (
            r"(?:プロの?|プロフェッショナルな?|熟練の?|経験豊富な|一流の|ベテランの?"
            r"|優秀な)[^。、]{0,8}"
            r"(?:ライター|ブロガー|編集者|コピーライター|コンテンツ(?:制作者"
            r"|マーケター))(?:の(?:視点|立場|目線|観点)(?:から|で)|として、?)"
        ),
        "tells": (
            r"(?:解説|説明|紹介|お伝え|執筆|作成|お届け|整理|まとめ|解決|解消|網羅|ご?案内)(?:いた)?"
            r"(?:し|ます|まし|てい)|(?:徹底|詳しく|やさしく|わかりやすく)解説"
        ),
        "expert-writer": (
            r"(?:に(?:詳しい|精通(?:した|している|する)|特化した|強い|明るい|通じた)|(?:の|に関する)"
            rf"(?:専門知識|知識|知見)(?:を持つ|が豊富な|のある))、?(?:プロの?|熟練の?)?{SEO_WRITER}{SPEAKS}"
        ),
        "byline": r"執筆|監修|作成し|書い|担当|プロフィール|さん",
        "seo-writer": rf"{SEO_WRITER}{SPEAKS}",
        "optimised": (
            r"(?:この|本|当)(?:記事|ガイド|コンテンツ|文章|チュートリアル|ページ)[^。]{0,60}"
            r"(?:検索エンジン|SEO)(?:向けに|用に|に|のために|の観点で)?[^。]{0,6}最適化"
            r"(?:され|してい|しまし|を(?:施|行))|SEOに最適化された(?:この|本)?(?:記事|ガイド|コンテンツ)"
            r"|(?:この|本)(?:記事|ガイド|コンテンツ|文章)(?:は|では)、?[^。]{0,24}(?:SEO|検索(?:エンジン|意図)|E-E-A-T)"
            r"[^。]{0,8}(?:意識|配慮|考慮|踏まえ)[^。]{0,20}(?:執筆|作成|構成|まとめ|制作)(?:し|いたし|され)"
            r"(?:ました|てい(?:ます|る)|た)"
        ),
        "by-guide": (
            r"(?:検索エンジン最適化|SEO)[^。]{0,20}(?:原則|ガイド(?:ライン)?|要件|ベストプラクティス)に(?:基づ|従|沿)"
            r"|(?:この|本|当)(?:記事|ガイド|ページ)[^。]{0,20}検索意図(?:に|を)(?:合わせ|踏まえ|沿っ|満た)"
        ),
        # what a person tells of a job and its tools
        "life": (
            r"私|僕|俺|筆者|稼|働|活動|勤め|(?:(?<!\d)\d{1,2}|[一二三四五六七八九十]+)年|年目|独立|現役|副業|本業|フリーランス|在宅|収入|愛用"
            r"|使って|選ぶ|選んだ|案件|クライアント|です[。！]"
        ),
        "for-whom": (
            r"(?:この|本)(?:記事|文章|コンテンツ|原稿)(?:は|を)、?[^。]{0,16}(?:初心者|初級者"
            r"|入門者|中級者|上級者|初学者|ビギナー)(?:層)?"
            r"(?:[〜～から・\-／/、や][^。]{0,10})?(?:のために|向けに|に向けて|を対象に)(?:作成"
            r"|生成)(?:し|いたし)ました"
        ),
        "steered": (
            r"(?:自然な?誘導|(?:内部)?リンク誘導|CTAへの?誘導|送客|キーワード(?:の"
            r"|を)?(?:自然に)?(?:配置|挿入)|CTA(?:の|を)?(?:設置|配置|挿入)"
            r"|共起語(?:の|を)[^。]{0,6}(?:配置|挿入|使用))(?:を)?(?:行い|実施し|し"
            r"|いたし)(?:ます|ました)"
            r"|(?:キーワード|共起語)を[^。]{0,12}(?:盛り込み|散りばめ|織り込み)ました"
            r"|(?:指定|指示|要件)(?:の|された)(?:文字数|字数|トーン|語数)(?:に|で|を)[^。]{0,8}(?:収め|まとめ|合わせ|守り|沿っ|沿い"
            r"|満たし)[^。]{0,4}まし?た"
        ),
        "trade": (
            r"成約|コンバージョン|施策|担当|案件|サイト運営|クライアント|SEO対策|改善策"
            r"|アクセス(?:数|が)|検索順位"
        ),
        "as-role": (
            r"(?:^|\n)[^。、\n]{2,30}(?:エンジニア|専門家|コンサルタント|アナリスト|ライター"
            r"|アドバイザー)として、[^。]{0,40}(?:に基づ|を踏まえ|を(?:もと|基)に)[^。]{0,60}"
            r"(?:報告|回答|提示|作成|分析|調査|解説)[^。]{0,8}(?:します|いたします|しました)"
        ),
        "readers": READERS,
    }
)
BRIEF_TALK = Chorus(
    (
        Voice("handed", "expert-writer tells -readers -life -byline", "any"),
        Voice("handed", "seo-writer optimised -readers -life", "any"),
        Voice("handed", "seo-writer tells -readers -life", "any", WARNING),
        Voice("handed", "role tells -readers", "any", WARNING),
        Voice("handed", "by-guide tells -life -trade", "any", WARNING),
        Voice("handed", "for-whom -readers", "any", WARNING),
        Voice("handed", "steered -readers -trade", "any", WARNING),
        Voice("handed", "as-role -readers", "first", WARNING),
    ),
    JAPANESE,
)
