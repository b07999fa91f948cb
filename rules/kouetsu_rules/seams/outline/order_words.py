"""Words of the order within the text: search keywords in a heading, the reader it was to please."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity
from kouetsu_rules.quoting import spoken

# What templates of headings end in.
ENDING = (
    r"(?:選び方|おすすめ|お勧め|とは|比較|ランキング|メリット|デメリット|使い方|注意点|特徴"
    r"|基礎知識|ポイント|方法|口コミ|評判|やり方"
    r"|魅力|種類|相場|始め方|作り方|原因|対策|まとめ)"
)
KEYWORDS = Pattern(
    rf"^(?P<words>[^\s。、！？!?「」:：|｜]{{1,12}}"
    rf"(?:[ 　][^\s。、！？!?「」:：|｜]{{1,12}}){{1,6}})の{ENDING}"
)
# No noun: in a list of search words it stands bare.
BARE = Pattern(
    r"^(?:だけ|のみ|でも|から|まで|より|なし|ない|しない|できない|くない|する|した|したい|やすい"
    r"|にくい|使う|使いたい|買う|買える"
    r"|作る|選ぶ|食べる|始める|続ける|消す|落とす|取る|知りたい|なぜ|どこ|いつ"
    r"|どれ|どっち|いくら)$"
    r"|(?:安|高|軽|重|小さ|大き|うるさ|痛|強|弱|早|速|遅|長|短|広|狭|薄|厚|良|よ|いらな"
    r"|美味し|おいし|かわい|可愛|暖か|涼し|明る|暗|古"
    r"|新し|多|少な|難し|やさし|にく|やす|ほし|欲し)い$"
)
LEAST = 3
"""So many words are a search; two may be a name and what it is."""
# Authors say who their reader is; what that reader wants, the order said.
READER = Pattern(
    r"想定(?:読者|ユーザー|される読者|している読者|する読者)(?:の方)?(?:が"
    r"|の)、?(?:[^。、「」]{0,10}(?:に|を|と))?"
    r"(?:求め|望(?:む|ん)|知りた|抱え(?:る|て)|必要とし|期待し|欲し|気にし|重視し|悩みで|悩んで)"
)
# What the order wants of a post among others: to lead on, or to be the hub of the rest. Readers
# are led to a page; guests may be led to a house, too.
PAGE = (
    r"CTA|読者|記事|ページ|リンク|サイト|フォーム|商品"
    r"|購入|販売|登録|申し?込み?|問い?合わせ|予約|LP"
)
LED = r"誘導(?:を(?:行(?:い(?:ます|ました)|う|って|った)|し|する|図)|し(?:ます|た|て)|する)"
LEADING = Pattern(
    rf"[^\s、。]{{0,12}}(?:{PAGE})[^\s、。]{{0,8}}へ(?:の)?自然な?に?{LED}"
    rf"|(?P<anywhere>[^\s、。]{{1,12}}への自然な{LED})"
)
HUB = Pattern(
    r"(?:入口|入り口|まとめ|記事|ページ)(?:ページ)?[（(](?:Hub|Spoke|Pillar|ハブ|スポーク"
    r"|ピラー)(?:ページ|記事)?[）)]"
    r"|(?<![A-Za-z])(?:Hub|Spoke|Pillar)[ ]?(?:記事|ページ|コンテンツ)|(?:ハブ|スポーク"
    r"|ピラー)(?:記事|ページ|コンテンツ)"
    r"|\b(?:[Hh]ub|[Ss]poke|[Pp]illar) (?:article|post|page)\b(?=[^.]{0,40}\b(?:links?|cluster"
    r"|series)\b)"
)
EASED = Pattern(
    r"(?:初めての|初心者の)?読者が(?:迷わず|すぐに|今すぐ|自信を持って"
    r"|安心して)[^。、]{0,12}(?:でき|られ)る?よう"
)
# A narrator tells so of what he made; of the post itself writers say it politely.
NARRATED = Pattern(r"[^。\n]{1,40}(?<!まし)(?<!でし)た(?:。|$)")
# Words as they were typed into a search, told as what the text is about; names in Latin letters
# have spaces, too, and so has a person's name.
TYPED = r"[^\s、。「」『』“”\"]{1,12}"
OPENED, CLOSED = r"[「『“\"](?![\x00-\x7f]+[」』”\"])", r"[」』”\"]"
THEME = Pattern(
    rf"(?:(?:この|本)(?:記事|ページ|コラム|ブログ|稿|ガイド)|今回)(?:で)?は、?{OPENED}"
    rf"(?:{TYPED}[ 　]{TYPED}(?:[ 　]{TYPED}){{0,4}}{CLOSED}(?:という(?:テーマ|トピック"
    rf"|(?:検索)?キーワード"
    rf"|(?:検索)?ワード|検索語|KW)|を(?:メイン)?テーマに|をトピックに)"
    rf"|{TYPED}(?:[ 　]{TYPED}){{2,5}}{CLOSED}(?:について|に関して|に焦点))"
    r"|\b[Tt]his (?:article|post|guide) (?:focuses on|targets|covers|is about|addresses) the"
    r" (?:(?:target|focus|main|primary) (?:keywords?|keyphrase)|search (?:term|query|phrase))\b"
    r"|本文(?:将)?(?:围绕|针对|以)(?:核心|目标|搜索)关键词"
    r"|이 (?:글|포스팅|기사)(?:에서는"
    r"|은) [\"'“‘][가-힣]{1,8}(?: [가-힣]{1,8}){1,4}[\"'”’](?:이?라는)"
    r" 키워드"
)
ABOUT = Pattern(
    r"ライティング|SEO|マーケティング|ブログ運営|ペルソナ|集客|記事の書き方|コンテンツ|執筆|編集者"
    r"|出版"
)
TRADE = Pattern(
    r"トピッククラスター|サイト設計|サイト構造|動線|導線|接客|営業|広告|誘導灯|避難|車両|マーケ"
    r"|GitHub ?Pages|Docker ?Hub"
)
FEW = 2
"""So often a post speaks of the trade that is about something else."""


def order_words(post: Post) -> Iterator[Finding]:
    yield from _ordered(post)
    if not post.is_japanese:
        return
    for prose in _headings(post):
        if _searched(prose.text):
            yield Finding(prose.whole, "keywords", severity=Severity.WARNING)
    if post.may_hold(READER) and not post.contains(ABOUT):
        for prose in post.prose:
            for place in READER.finditer(prose.text):
                yield Finding(prose.span(*place.span()), "reader", severity=Severity.WARNING)


def _ordered(post: Post) -> Iterator[Finding]:
    found = [each for each in (LEADING, HUB, EASED, THEME) if post.may_hold(each)]
    about = sum(1 for _ in ABOUT.finditer(post.text)) > FEW or post.contains(TRADE)
    if not found or about:
        return
    for prose in post.prose:
        for pattern in found:
            for place in pattern.finditer(prose.text):
                if pattern is EASED and NARRATED.match(prose.text, place.end()):
                    continue
                if not prose.opaque(*place.span()) and not spoken(prose.text, place.start()):
                    certain = pattern is LEADING and not place["anywhere"]
                    severity = None if certain else Severity.WARNING
                    yield Finding(prose.span(*place.span()), "order-word", severity=severity)


def _headings(post: Post) -> Iterator[Prose]:
    if post.title is not None:
        yield post.title
    for prose in post.prose:
        if prose.in_heading:
            yield prose


def _searched(text: str) -> bool:
    """Whether search words stand in a heading as they were typed."""
    place = KEYWORDS.match(text) if " " in text or "　" in text else None
    words = place["words"].split() if place else ()
    return len(words) >= LEAST and any(BARE.search(word) for word in words[1:])
