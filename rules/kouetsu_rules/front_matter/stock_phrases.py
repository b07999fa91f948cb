"""Phrases that generators put behind a headline to make a description of it."""

from __future__ import annotations

from kouetsu.api import Pattern

_END = r"(?:します|しました|いたします|しています|した|です)?[。!]*$"
_TELLS = r"(?:解説|紹介|分析|説明|まとめ|お届け|考察|検証|お伝え|ガイド|徹底比較|必見|ご覧)"

AFTER_TITLE = Pattern(
    rf"(?:について|に関して|に関する|に関連する|の|を|とは)[^。]{{0,40}}?{_TELLS}[^。]{{0,20}}。?"
    r"(?:[^。]{0,40}(?:必見|ご覧ください|チェック|内容です|お届けします|参考|お見逃しなく)[^。]{0,15}。?)?$"
)
"""What may follow a whole title: there, nothing of this is information."""

ANYWHERE = Pattern(
    "|".join(
        (
            r"の(?:要点|ポイント|概要|魅力)と(?:実用|実践|活用|お役立ち|最新)(?:的な)?"
            r"(?:ヒント|コツ|ポイント|テクニック|情報|法|方法)を[^。、]{0,10}"
            r"(?:解説|紹介|説明|まとめ)(?:ました)?" + _END,
            r"に関する(?:実用的な|実践的な|最新の|包括的な|詳細な|有益な|役立つ)?"
            r"(?:ガイド|情報|知識|ヒント|解説)と(?:最新の?|実用的?な?|実践的?な?|役立つ|お得な)?"
            r"(?:情報|ヒント|動向|ガイド|知識|アドバイス|トレンド)を"
            r"(?:まとめ|お届け|ご?紹介|解説|ご?提供)(?:ました)?" + _END,
        )
    )
)
"""Known kinds of template; the subject before them says nothing about the rest."""

THOROUGH = Pattern(
    r"について、?(?:詳細に|徹底的に|包括的に|多角的に|総合的に)(?:分析|解説|考察|検証)" + _END
)
"""A template when a headline stands before it, else only stilted."""

CALL = Pattern(
    r"(?:について|を|に関して|の基本から応用まで|も含めて)、?(?:初心者(?:の方)?にも?|誰にでも|どなたにも|基本から|基礎から|一から|実例を交えて|図解で)?[^。、]{0,8}?"
    r"(?:わかりやすく|分かりやすく|徹底的?に?|詳しく|くわしく|丁寧に|網羅的に|優しく|やさしく)、?"
    r"(?:(?:わかりやすく|分かりやすく|徹底的?に?|詳しく|丁寧に|網羅的に)、?)*"
    r"(?:解説|紹介|説明|まとめ|ガイド)(?:する|した|している|してい?ます|しました|します)?(?:記事|内容|ガイド|完全ガイド)?(?:です|となっています)?[。!！]?"
    r"(?:[^。!！]{0,12}ぜひ(?:最後まで|参考に|チェック|ご覧|お読み|ご一読)[^。!！]{0,20}[。!！]?$)"
    r"|(?:方|人)必見[!！。][^。!！]{0,30}(?:網羅的に|徹底的?に?|わかりやすく|分かりやすく|詳しく|丁寧に)[^。!！]{0,6}(?:解説|紹介|説明)[^。!！]{0,10}[。!！]?$"
)
"""A promise to explain, and the call to read on: nothing else is said of the subject."""

BROKEN_JOINT = Pattern(
    r"(?:[!?…]|(?:てい|し|っ|れ|され|なっ)た|可能に|へ|を)"
    r"(?=(?:について|に関する|に関して)[^。]{0,40}" + _TELLS + r"[^。]{0,20}。?$)"
)
"""A headline that ends as no noun does, with a phrase that needs a noun before it."""

HEADLINE = Pattern(r"[^、。]{1,24}、[^。]*[一-鿿々ァ-ヶーa-z0-9%へか]$")
"""A newspaper's headline: a name, a comma, and an end without a verb."""

_GENERIC = """
    最新 今 注目 話題 業界 技術 動向 市場 分析 ニュース 情報 トレンド ai 人工知能 it
    テクノロジー ビジネス 経済 世界 国内 海外 日本 内容 本記事 この記事 当ブログ このブログ
    記事 役立つ 有益な 詳細 専門家 知識 ヒント ポイント 要点 活用 方法 事例 ガイド 実践
    実用 的 関する 関連 さまざま 様々 幅広い わかりやすく 分かりやすく 詳しく 徹底 丁寧
    速報 トピック 毎日 皆様 読者 みなさん 皆さん 視点 観点 深く 深い 洞察 考察 展望 影響
    将来 未来 今後 解説 紹介
""".split()  # noqa: SIM905
_PARTICLES = ("から", "まで", "より", "について", *"なのとやをにではがもへ、・")
_WORDS = sorted((*_GENERIC, *_PARTICLES), key=len, reverse=True)
GENERIC = Pattern(
    rf"(?:{'|'.join(_WORDS)})+"
    r"(?:お届け|お伝え|ご?紹介|解説|分析|発信|まとめ|説明|ご?提供|考察)"
    r"(?:します|しています|いたします|しました|ました|する|ている)[。!]*"
)
"""A sentence that would fit any post."""
