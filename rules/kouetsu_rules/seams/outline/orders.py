"""Orders to whoever writes, left between the sentences and in the front matter.

Readers are asked for much: to check, to enter, to comment. What no reader is asked is to present
three steps; where a post gives its readers something to write, the orders are for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, MappingNode, Pattern, Post, Scalar, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.subject import mentions

PLEASE = r"(?:ください|下さい|ほしい|欲しい|頂きたい|いただきたい)"
THINGS = (
    r"(?:ステップ|(?:具体)?例|事例|理由|ポイント|方法|(?:デ)?メリット|ヒント|アドバイス|手順"
    r"|アクション"
    r"|アイ[デディ]ア|コツ|対策|活用[法例]|ケース|ノウハウ|選択肢|解決策|根拠|比較表|ツール)"
)
SEVERAL = Pattern(
    rf"(?:\d|[一二三四五六七八九]|いく)つ(?:以上|程度|ほど)?の(?:[^\s、。]{{1,8}}[なの])?{THINGS}"
    rf"|{THINGS}(?:を|は)(?:\d|[一二三四五六七八九]|いく)つ"
    rf"|(?:具体的な|実践的な|わかりやすい|分かりやすい)(?:\dつの)?{THINGS}(?:を|も)"
)
# Who writes presents and lists; who reads does not.
PRESENT = Pattern(rf"(?:提示|列挙|論述|詳述|例示|深掘り|執筆)(?:し|を行っ)て{PLEASE}")
# What an author tells his readers is so, and whom he speaks to.
TOLD = Pattern(
    r"(?:の|コツ|こつ|ポイント|秘訣|基本|目標|目的|鍵|カギ|方法|理由|[一1]つ|ひとつ|条件"
    r"|役割|仕事|強み"
    r"|特徴|課題|違い|前提|ルール|注意点|心得|意味|第一歩)(?:は|も|が|として)|大切|大事"
    r"|重要|おすすめ"
    r"|班(?:に|で|ごと)|グループ(?:に|で|ごと)|人ずつ|人[一1]?組|ペア(?:に|で)|模造紙|付箋|場合|とき|時は|際は|なら|たら|あなた|ご自身|自分|皆(?:さ|様)|みなさ|まず"
)
# A label of strict orders, and one that speaks of the parts of a post.
URGENT = Pattern(
    r"【[^】]{0,12}(?:最優先|絶対(?:実行|厳守|条件|遵守)|厳守|必須(?:条件|事項|要件)|重要指示"
    r"|出力(?:形式|条件|ルール)|制約条件|執筆ルール)[^】]{0,10}】[^。]{0,80}"
    r"(?:既存記事|新規記事|記事(?:作成|を\d|の)|タイトル|メタディスクリプション|内部リンク|見出し"
    r"|キーワード|段落|セクション|本文|アフィリエイト|CTR|GSC|インデックス)[^。]{0,80}"
    rf"(?:て{PLEASE}|ること)(?:。|$)"
)
# A post that gives its readers something to write, or teaches it.
WRITTEN_BY_READERS = Pattern(
    r"プロンプト|応募|宿題|課題(?:文|に|を(?:提出|出))|履歴書|面接|作文|レポートを書|提出"
    r"|アンケート|演習|練習問題|設問"
    r"|例題|ワークショップ|グループワーク|模造紙|ワークシート|ワーク[①-⑨\d]|小論文|志望動機|ライティング(?:講座|術)|文章術|論文(?:を"
    r"|の)書|ライター|入稿|記入例|質問例|手引き|寄稿|投稿規定|執筆要領|部員|紙面"
)
# An order to write, as the value of any key that readers are not shown.
ORDERED = Pattern(
    r"(?:執筆|記述|作成|生成|出力|説明|解説|まとめ|書い|語っ)(?:し)?て(?:ください|下さい)[。]?\s*$"
    r"|(?:執筆|記述|出力|生成)(?:する)?こと[。]?\s*$"
    r"|^(?:[Pp]lease )?(?:[Ww]rite|[Gg]enerate|[Uu]se|[Kk]eep) [^.]{0,60}\b(?:tone|style|article"
    r"|voice|words|readers?)\b"
    r"|请(?:用|以|撰写|写)[^。]{0,30}(?:语气|风格|文章)|작성(?:해 ?주세요|하세요|할 것)[.]?\s*$"
)
SHOWN_KEYS = (
    *("title", "description", "excerpt", "summary", "subtitle", "seo_title", "meta_description"),
    *("image_prompt", "prompt", "caption", "lead", "question"),
)
KEYS = ("keyword", "keywords", "focus_keyword", "main_keyword", "target_keyword", "seo_keyword")
# A keyword that is a sentence: it has clauses, and a verb at its end.
SENTENCE = Pattern(
    r"[^\s、。][、。][^\s].*(?:する|せよ|こと|ください|下さい|[なあ]い|た|ます|べき)[。]?[ \t]*$"
)
LEAST = 20


def orders(post: Post) -> Iterator[Finding]:
    yield from _as_values(post)
    found = [*_between_sentences(post)]
    if found and not mentions(post, WRITTEN_BY_READERS):
        yield from found


def _between_sentences(post: Post) -> Iterator[Finding]:
    for prose in post.prose:
        # a heading is no order, an item of a list may be one of a list for readers
        if prose.block is None or prose.in_heading or prose.block.in_list:
            continue
        said = unquoted(prose.text)
        for place in URGENT.finditer(said):
            yield Finding(prose.span(*place.span()), "order")
        for sentence in prose.sentences if PRESENT.search(said) else ():
            order = said[sentence.start : sentence.end]
            if PRESENT.search(order) and SEVERAL.search(order) and not TOLD.search(order):
                yield Finding(prose.span(sentence.start, sentence.end), "order")


def _as_values(post: Post) -> Iterator[Finding]:
    """Orders in the front matter: as the keyword, or where only the generator reads."""
    for name, scalar in _named(post):
        keyword = name in KEYS and len(scalar.text) >= LEAST and has_letter(scalar.text)
        if keyword and SENTENCE.search(scalar.text):
            yield Finding(scalar.content, "order")
        elif name not in SHOWN_KEYS and ORDERED.search(scalar.text):
            yield Finding(scalar.content, "order", severity=Severity.WARNING)


def _named(post: Post) -> Iterator[tuple[str, Scalar]]:
    """The values of the front matter under their keys."""
    mapping = post.front_matter.value
    if isinstance(mapping, MappingNode):
        for entry in mapping.entries:
            if isinstance(entry.value, Scalar):
                yield entry.key.text.lower(), entry.value
