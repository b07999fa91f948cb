"""Remarks that no fixed voice tells: the words of the trade, weighed together.

Each group of words adds its weight for every different word, up to a most; what people say to
their readers weighs against it. Only short remarks near the ends of a post, and notes, are
weighed: there a text is handed over.
"""

from __future__ import annotations

from msgspec import Struct

from kouetsu.api import Pattern, Post
from kouetsu_rules.letters import has_letter
from kouetsu_rules.quoting import unquoted

LONGEST = 120
"""A remark of more letters is told like a story, and its words meet by chance."""
ENOUGH = 3.5
KINDS = 2
"""So many groups have to speak."""


class Group(Struct, frozen=True):
    """Words of one sort: the weight of each, the most they weigh together."""

    weight: float
    most: float
    words: Pattern


def _group(weight: float, most: float, words: str) -> Group:
    return Group(weight, most, Pattern(words))


WORDING = (
    r"(?:(?:この|本|上記の|以上の|同様の|同じ|別の)[^。、]{0,8}(?:記事|文章|原稿|本文|下書き)"
    r"|トーン|文体|口調|語尾|言い回し|文字数|です・?ます|SEO|メタ)"
)
"""What no program sets: the words of the text itself."""
JAPANESE = {
    "text": _group(
        1,
        2,
        (
            r"記事|原稿|文章|本文|下書き|ドラフト|草稿|投稿文|全文|文面|キャプション"
            r"|レビュー文|第[\d一二三]稿|草案|バージョン|別パターン|リード文|書き出し|締めくくり方"
        ),
    ),
    "part": _group(
        1,
        2,
        r"見出し|段落|タイトル|導入(?!し|さ|が|方|時|す)|結論|まとめ(?=を|に|も|の|部|[、／])"
        r"|冒頭|一文|セクション|章立て|箇条書き|図解"
        r"|公開日|脚注|出典|参考文献",
    ),
    "craft": _group(
        1.5,
        4.5,
        r"文字数|(?:最初|前|元|別)の案|文末(?!の(?:脚?注|参考|一覧|表))|字数|長さは|トーン|文体|です・?ます|体言止め|語り口"
        r"|口調|語尾|言い回し|専門用語"
        r"|描写|冗長|文法|スペル|表記(?:ゆれ|揺れ)|SEO|(?:主要)?KW|検索意図|検索流入"
        r"|ペルソナ|想定読者|CTA|読みやす|(?:わかりやすい|やさしい|平易な)(?:言葉|表現)"
        r"|親しみやす|具体例|(?:自然な|くだけた|やわらかい|柔らかい)(?:表現|文章|日本語)|\d字",
    ),
    "page": _group(
        1.5,
        3,
        r"(?:alt|ALT|代替)[ ]?テキスト|メタ(?:ディスクリプション|情報|タグ)|アイキャッチ(?!画像は)"
        r"|スラッグ"
        r"|内部リンク|画像(?:パス|の差し替え)|リンク先|(?<![A-Za-z])URL",
    ),
    "state": _group(
        1.5,
        3,
        (
            r"進捗|未(?:検証|確認|校正|対応|設定)|残り[：:]|残(?:タスク|作業)|作業ログ|編集履歴"
            r"|ステータス[:：]"
        ),
    ),
    "make": _group(
        1,
        2,
        r"まとめまし|反映|向上させ|保存し|公開(?:する|作業)|書き(?:直|足|換|上げ|起こ)|執筆(?!時|当時|者|日)|作成"
        r"|生成|整え|添え|追記|加筆|挿入|短縮|追加|省略|修正"
        r"|統一|調整|仕上げ|リライト|推敲|校正|要約|翻訳|盛り込|組み込|削り|載せておき|深掘り",
    ),
    "done": _group(
        0.5, 0.5, (r"(?:し|いたし|え|き|ち|り)ました|済み|ております|てあります|ておきます|ますね")
    ),
    "client": _group(
        2,
        4,
        # what another one asked somebody for
        r"(?<!に)ご(?:希望|要望|依頼|指定|指示|共有|提示|提供|質問の意図)(?!の(?:多|高|声|強)|にお応え)|いただいた(?:メモ|構成|条件"
        r"|情報|素材|文章|原稿)|リクエストに応じ|お申し付け|お尋ねください|ご提案|(?:と"
        r"|を)指示して|お知らせください|ご確認(?:ください"
        r"|いただ|をお願い)"
        r"|お使いください|ご検討|よろしい(?:でしょうか|ですか)|よろしければ|いただけますと幸い"
        r"|必要(?:に応じて|であれば|でしたら)|ましょうか|お選びください",
    ),
    "can": _group(0.5, 0.5, r"できます|可能です|承り"),
    "machine": _group(
        2,
        4,
        (
            r"(?<![A-Z])AI(?![A-Z])|人工知能|自動生成|言語モデル|プロンプト|(?:前回|先ほど"
            r"|以前)の(?:回答|説明|返答|出力)|サンドボックス|確認前"
        ),
    ),
    "repository": _group(
        1.5,
        3,
        (
            r"リポジトリ|ビルド|コミット|プッシュ|マージ|デプロイ|[Ff]ront ?matter|フロントマター"
            r"|\.mdx?\b|エラーは?0件|チェックの結果|リンク切れ"
        ),
    ),
    "this": _group(
        1,
        1,
        (
            r"以上、|こちらが|今回の修正|この(?:記事|文章|段落|原稿|ファイル|版)|上記|以下、"
            r"|今回の(?:記事|文章)|先ほど"
        ),
    ),
    "readers": _group(
        -3,
        -3,
        r"コメント|フォロー|問い?合わせ|フォーム|読者の皆|皆(?:さ|様)|みなさ|来週|次回|メール"
        r"|電話|SNS|チャンネル|購入|申し?込|\d円|僕|俺|先日|昨日|去年|思(?:い|う|っ)"
        r"|発信し|(?:ブログ|サイト|メディア)を(?:始め|はじめ|開設し|立ち上げ)ま"
        r"|公式(?:サイト|ページ|ホームページ|HP|情報)"
        r"|執筆時|時点の|最新の?情報"
        # how the author wrote, and what a program, or a shop, can do
        r"|(?:記事|投稿|文章)では[^。]*書(?:きま|いて|いた)|(?:説明|紹介|解説)して(?:みま|いきま|いこう|みよう)"
        rf"|^(?!.*{WORDING}).*(?:必要に応じ|必要であれ|必要なら|よろしければ).*も(?:でき|可能)"
        # what a post is about, and that it may grow old, is told to readers
        r"|(?:記事|投稿|文章)では[^。]*(?:紹介|説明|解説|まとめ|お伝え|取り上げ)(?:し|て)(?:い(?:き|く))?ま"
        r"|(?:読者|お客|皆).{0,3}から|必要に応じて(?:(?:記事|内容|本文)を)?(?:更新|修正|訂正|追記)|変わること|変更に?なること|予告なく|随時|お寄せ|ご?意見|ご?感想|連絡先|プロフィール"
        r"|誤字|間違い|サポート|[Pp]ull ?[Rr]equest|プルリク|[Ii]ssue|イシュー",
    ),
    # nobody else wrote it, and not now
    "own": _group(-4, -4, r"自分で|年前|旧稿|初出"),
}
ENGLISH = {
    "text": _group(
        1,
        2,
        (
            r"\b(?:posts?|article|version|drafts?|piece|copy|outline|brief|paragraphs?|essay"
            r"|newsletter)\b"
        ),
    ),
    "part": _group(
        1,
        2,
        (
            r"\b(?:headlines?|titles?|intro(?:duction)?|conclusion|sections?|captions?|alt text"
            r"|meta description|FAQ|claims?|front ?matter)\b"
        ),
    ),
    "craft": _group(
        1.5,
        4.5,
        r"\b(?:tone|voice|wording|\d+ words|word count|keywords?|SEO|readability|concise|polished"
        r"|grammar|phrasing|clarity|jargon|flow|audience)\b",
    ),
    "make": _group(
        1,
        2,
        r"\b(?:shorter|longer|written|rewritten|rewrote|revised?|edited|expand(?:ed)?"
        r"|shorten(?:ed)?|generated?"
        r"|incorporated?|included|aimed|verif(?:y|ied)|double-check|proofread|approve|follow-up"
        r"|draft)\b",
    ),
    "client": _group(
        2,
        4,
        r"\b(?:[Hh]ere(?:'s|’s| is) your|[Ll]et me know|[Ww]ould you|[Dd]o you (?:want|approve"
        r"|prefer)|[Ss]hall I|your (?:brief|post|draft|request|notes|audience|prompt|article)"
        r"|[Ff]eel free|as requested"
        r"|[Tt]hank you for (?:the|your|sharing|providing)|happy to|happily|[Yy]ou may want to"
        r"|hope this)\b",
    ),
    "did": _group(
        1,
        1,
        (
            r"\bI(?:'ve|’ve| have| was(?: not|n't)| could(?: not|n't)| can(?:not|'t)| did(?: not"
            r"|n't))\b"
        ),
    ),
    "yes": _group(1, 1, r"^(?:Alright|Sure|Okay|OK|Great|Perfect|Done)\b"),
    "machine": _group(
        2,
        4,
        r"\b(?:(?:as )?an AI|AI|language model|text-based model|browse|prompt|(?:earlier|previous"
        r"|last|next) (?:response|reply|message|answer|session)|[Bb]uild passed|[Ff]iles changed"
        r"|[Bb]roken links)\b|\.mdx?\b",
    ),
    "readers": _group(
        -3,
        -3,
        (
            r"\b(?:comments?|subscribe|e-?mail|pull requests?|issues?|bugs?|contribut\w+|docs"
            r"|documentation|README|licen[cs]e|we|our)\b"
        ),
    ),
}
TELLING = ("client", "craft", "machine", "page", "repository")
"""One of these has to speak: of texts and their parts everyone writes."""
TOPIC = 3
"""So often a word stands in a post that is about it."""
READ = 50_000
"""So many letters of a post tell what it is about."""
ALONE = ("craft", "machine")
"""These may speak without another: politeness alone is everyone's."""
ENGLISH_ENOUGH = 4.0


# That a machine made the text is told to readers: by an honest site, in its own name.
DISCLOSURE = Pattern(
    r"(?:この|本|当)(?:記事|投稿|ページ|サイト|ブログ|コンテンツ|文章|翻訳|要約|レポート"
    r"|ニュースレター|メディア)"
    r"[^。]{0,60}(?:AI|人工知能|機械翻訳|自動|LLM|生成モデル|ボット|ChatGPT|Claude|Gemini"
    r"|GPT)[^。]{0,40}"
    r"(?:作成|生成|執筆|要約|翻訳|編集|作られ|書かれ|まとめ|構成|配信|投稿|制作|使用|利用|活用"
    r"|含|収集)"
    r"|(?:AI|人工知能|LLM|ChatGPT|Claude|Gemini)[^。]{0,20}(?:作成|生成|執筆|要約|翻訳"
    r"|まとめ)[^。]{0,12}"
    r"(?:この|本)?(?:記事|投稿|ページ|サイト|ブログ|コンテンツ|文章|ニュース)(?:です|であり"
    r"|となり|を(?:含|掲載))"
    # a worker that has a name, or stands beside the editors; it speaks of no request
    r"|^(?!.*(?:依頼|指示|指定|希望|トーン|文字数|下書き|原稿|確認|確かめ))(?!以上)"
    r".*AI(?:エージェント|ライター|編集部?|記者)(?!として)の?[^。]{0,60}(?:生成|作成|執筆|厳選|選[んび])"
    r"|\b(?:[Tt]his|[Tt]he) (?:post|article|page|site|blog|content|summary|translation"
    r"|newsletter|digest)\b[^.]{0,60}"
    r"\b(?:AI|[Aa]rtificial [Ii]ntelligence|LLM|machine|[Aa]utomatically|ChatGPT|Claude|Gemini"
    r"|GPT)\b"
    r"|\b(?:[Ww]ritten|[Gg]enerated|[Cc]reated|[Tt]ranslated|[Ss]ummari[sz]ed|[Dd]rafted) (?:by"
    r"|with|using)(?: the help of)?"
    r" (?:an? )?(?:AI|artificial intelligence|LLM|ChatGPT|Claude|Gemini|GPT)"
)


# A post about writing with a model has the craft for its topic.
ABOUT = Pattern(r"プロンプト|言語モデル|生成AI|対話型AI|GPT|指示文|(?a:\bLLMs?\b|\bprompts?\b)")
# In the plain past one tells what one did; a report to the one who ordered the work is polite.
NARRATED = Pattern(r"(?<!まし)(?<!でし)[ただ]。?\s*$")


class Trade:
    """The words of the trade that a post does not use again and again: those are its topic.

    So is what a heading names. Ask for it through ``post.derived``.
    """

    def __init__(self, post: Post) -> None:
        self._text = post.text[:READ]
        heads = (prose.text for prose in post.prose if prose.in_heading)
        self._heads = "\n".join((post.title_text, *heads))
        self._new: dict[str, bool] = {}
        about = sum(1 for _ in ABOUT.finditer(self._text)) >= TOPIC
        known = ALONE if about else ()
        groups = (
            each[name]
            for each in (JAPANESE, ENGLISH)
            for name in TELLING
            if name in each and name not in known
        )
        self._telling = [group.words for group in groups if post.may_hold(group.words)]

    def is_new(self, word: str) -> bool:
        new = self._new.get(word)
        if new is None:
            topic = word in self._heads or self._text.count(word) >= TOPIC
            new = self._new[word] = not topic
        return new

    def may_tell(self, text: str) -> bool:
        """Whether a text has one of the words without which nothing is a remark."""
        words = (found.group() for each in self._telling for found in each.finditer(text))
        return any(map(self.is_new, words))


def weigh(text: str, trade: Trade) -> float:
    """How much of the trade a remark speaks; 0 where the groups are too few."""
    said = unquoted(text)
    if len(said) > LONGEST * (1 if has_letter(said) else 2):
        return 0
    groups = JAPANESE if has_letter(said) else ENGLISH
    weights: dict[str, float] = {}
    for name in TELLING:
        if name in groups:
            words = groups[name].words.findall(said)
            _put(weights, name, groups[name], set(filter(trade.is_new, words)))
    # perf: most sentences have none of these
    if not weights:
        return 0
    for name, group in groups.items():
        if name not in TELLING:
            _put(weights, name, group, set(group.words.findall(said)))
    if DISCLOSURE.search(said):
        return 0
    kinds = sum(1 for weight in weights.values() if weight >= 1)
    if kinds < KINDS and max(weights.get(name, 0) for name in ALONE) < ENOUGH:
        return 0
    return sum(weights.values())


def _put(weights: dict[str, float], name: str, group: Group, words: set[str]) -> None:
    if words:
        weight = group.weight * len(words)
        weights[name] = min(weight, group.most) if group.weight > 0 else group.most


def is_remark(text: str, trade: Trade, more: float = 0) -> bool:
    """Whether a text is a remark to the one who ordered it; ``more`` makes it harder to be."""
    if NARRATED.search(text):
        return False
    return weigh(text, trade) >= (ENOUGH if has_letter(text) else ENGLISH_ENOUGH) + more
