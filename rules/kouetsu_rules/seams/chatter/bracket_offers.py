"""What a model adds in brackets: an offer of more, a guess at what it was not given."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Severity, Span
from kouetsu_rules.old_texts import OLD_TEXT
from kouetsu_rules.shown import said

# What can be added if need be belongs to the matter: what is shown or explained is a talk's.
OFFERED = Pattern(
    r"[（(［\[](?:必要(?:であれば|でしたら|なら)|ご?(?:希望|要望)(?:が)?(?:であれば|でしたら"
    r"|なら|あれば|に応じて))、?"
    r"[^。（(\n]{0,16}(?:共有|提示|ご?提供|お見せ|お渡し|詳述|深掘り|ご?案内|ご?紹介|解説"
    r"|説明)(?:する(?:こと)?)?(?:も|が|は)?"
    r"(?:可能?(?:です)?|でき(?:ます)?|します|いたします)[。！]?[）)］\]]"
)
# That the source was cut, or does not tell the details, and what they are likely to be.
GUESSED = Pattern(
    r"[（(](?:※|なお、)?(?:原文|元記事|本文|抜粋|要約|記事)(?:自体)?[はが]、?(?:一部|途中)?(?:が|で|まで)?"
    r"(?:省略(?!した)|途切れ|切れ|切り取|欠落)[^（）()。\n]{0,12}?(?:が|ため|ものの|ので)、?"
    r"[^（）()\n]{0,40}?(?:通常|一般に|一般的|推測|推定|想定|おそらく|恐らく|可能性|と思われ|と考えられ)(?:[^（）()\n]|[（(][^（）()\n]{1,20}[）)]){0,60}[）)]"
    r"|[（(](?:※|なお、)?(?:具体的な|詳細な|詳しい)(?:内容|詳細|情報|仕様|機能|数値)[はが]、?"
    r"(?:記事[中内]?|本文[中内]?|原文|元記事|抜粋|要約)(?:では|に(?:は)?|から(?:は)?)、?"
    r"(?:不明|明らかではな|明らかでな|記載[^（）()。\n]{0,4}な|明記されていな|読み取れ|触れられていな)[^（）()。\n]{0,6}?(?:が|ため|ものの|ので)、?"
    r"[^（）()\n]{0,60}?(?:推測|推定|想定|可能性|と思われ|と考えられ|見られる)[^（）()\n]{0,20}[）)]"
)
# What somebody read in a paper does not tell all: he may guess at the rest.
READ = Pattern(
    r"(?:記事|新聞|発表|雑誌|ニュース)[をにで][^。\n]{0,12}(?:読[みんま]|見(?:[たてま]|つけ|かけ))"
)


def bracket_guesses(post: Post) -> Iterator[Finding]:
    if not post.may_hold(GUESSED):
        return
    if not OLD_TEXT.search(post.text) and not READ.search(post.text):
        for place in said(post, GUESSED):
            yield Finding(Span(*place.span()), "material", severity=Severity.WARNING)


def bracket_offers(post: Post) -> Iterator[Finding]:
    if post.may_hold(OFFERED):
        for place in said(post, OFFERED):
            yield Finding(Span(*place.span()), "offer", severity=Severity.WARNING)
