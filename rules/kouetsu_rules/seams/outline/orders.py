"""Orders to whoever writes, left between the sentences that carry them out.

Readers are asked for much: to check, to enter, to comment, and where a post teaches writing even
to write. What no reader is asked is to present three steps, or to treat this section so; where a
post gives its readers something to write, the orders are for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import MappingNode, Pattern, Post, Prose, Scalar, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.speech.output_notes import Told
from kouetsu_rules.seams.speech.voices import LONG, Chorus, Vocabulary, Voice
from kouetsu_rules.subject import speaks_of

PLEASE = r"(?:ください|下さい|ほしい|欲しい|頂きたい|いただきたい)"
FINAL = r"(?=[。！!]|[ \t]*$)"
THINGS = (
    r"(?:ステップ|(?:具体)?例|事例|理由|ポイント|方法|(?:デ)?メリット|ヒント|アドバイス|手順"
    r"|アクション"
    r"|アイ[デディ]ア|コツ|対策|活用[法例]|ケース|ノウハウ|選択肢|解決策|根拠|比較表|ツール)"
)
JAPANESE = Vocabulary(
    {
        # Who writes presents and lists; who reads does not.
        "present": (
            rf"(?:提示|列挙|論述|詳述|例示|深掘り|執筆)(?:し|を行っ)て{PLEASE}"
            rf"|(?:提示|列挙|論述|詳述|例示|深掘り|執筆)する(?:こと|ものとする){FINAL}"
        ),
        "several": (
            rf"(?:\d|[一二三四五六七八九]|いく)つ(?:以上|程度"
            rf"|ほど)?の(?:[^\s、。]{{1,8}}[なの])?{THINGS}"
            rf"|{THINGS}(?:を|は)(?:\d|[一二三四五六七八九]|いく)つ"
            rf"|(?:具体的な|実践的な|わかりやすい|分かりやすい)(?:\dつの)?{THINGS}(?:を|も)"
        ),
        "write": (
            rf"(?:(?:執筆|記述|言及|展開|明記|解説|説明|紹介|要約|出力|作成|表現|構成|挿入|配置"
            rf"|強調"
            rf"|誘導|修正|リライト|追記)(?:し|する)|書[いく]|盛り込[んむ]|含め|交え|触れ|まとめ"
            rf"|締めくく[っる]"
            rf"|入れ|避け)"
            rf"(?:[てで]{PLEASE}|る?こと{FINAL})"
            rf"|(?:書か|使わ|使用し|触れ|入れ|含め|出力し)(?:ないで{PLEASE}|ないこと{FINAL})"
        ),
        # What only the text itself has.
        "here": (
            r"(?:この|本|各|次の|上記の|以下の)(?:セクション|見出し|段落|章|節|記事)(?:では|で"
            r"|に(?:は)?|を)"
            r"|導入(?:文|部)(?:では|で|に(?:は)?|を)|リード文(?:では|で|に(?:は)?|を)"
            r"|(?:記事|文章|本文)の(?:冒頭|最後|末尾|結び)(?:では|で|に(?:は)?)"
            r"|メタディスクリプション(?:は|を|に)|H[1-4](?:見出し)?(?:は|を|に|ごと)|CTAを"
        ),
        "reader": (
            r"読者(?:の(?:悩み|不安|疑問|共感|興味|関心|行動|背中|心)|に(?:寄り添|共感|語りかけ"
            r"|行動|役立"
            r"|分かり|わかり|伝わ|とって)|が(?:共感|行動|すぐに?|思わず|納得|安心|理解)|を(?:引き"
            r"|惹き|飽き))"
            r"|検索意図|(?:架空|虚偽|憶測|推測)(?:の|で|に)|ハルシネーション|共起語|検索上位"
            r"|競合(?:記事|サイト)"
        ),
        "form": (
            r"(?:です・?ます|である|だ・?である)調で|(?:Markdown|マークダウン|HTML|JSON)(?:形式)?で"
            r"|\d{2,5}(?:文字|字)(?:程度|以内|以上|前後)?(?:で|に)|(?:キーワード|KW)(?:を"
            r"|は)[^。]{0,12}自然に"
            r"|専門用語(?:は|を)(?:避け|使わ|控え)|体言止め|箇条書き(?:形式)?で|(?:実体験|一次情報"
            r"|体験談)(?:を|に)"
        ),
        # What a writer is given to put in, and nobody else has.
        "own": (
            r"内部リンク|アフィリエイトリンク|(?:実体験|体験談|失敗談|エピソード)(?:を|に基づ)"
            r"|問いかけ(?:を|の一文)|(?:促す|締める|つなぐ|まとめる)一文|H[1-4](?:見出し)?[はをに]"
            r"|共起語"
            r"|(?:メイン|主要|対策|以下の)キーワードを|キーワードを[^。]{0,8}(?:\d回|左寄せ|含め)"
            r"|(?:PREP|PAS|AIDA|SDS)法?に(?:従|沿|基づ)|統計(?:データ)?を[^。]{0,6}引用"
            r"|ビフォーアフター(?:を|で)|表形式で|要約を(?:入れ|付け|添え)|各見出し|競合記事"
        ),
        "put": (
            rf"(?:挿入|追加|配置|使用|設置|引用|比較|左寄せに)(?:して{PLEASE}|すること{FINAL})"
            rf"|(?:挙げ|示し|設け|添え|付け)(?:て{PLEASE}|ること{FINAL})"
        ),
        "urgent": (
            r"【[^】]{0,12}(?:最優先|絶対(?:実行|厳守|条件|遵守)|厳守|必須(?:条件|事項|要件)"
            r"|重要指示"
            r"|出力(?:形式|条件|ルール)|制約条件|執筆ルール)[^】]{0,10}】"
        ),
        "trade": (
            r"既存記事|新規記事|記事(?:作成|を\d|の)|タイトル|メタディスクリプション|内部リンク"
            r"|見出し|キーワード"
            r"|段落|セクション|本文|アフィリエイト|CTR|GSC|インデックス"
        ),
        "told": (
            r"(?:の|コツ|こつ|ポイント|秘訣|基本|目標|目的|鍵|カギ|方法|理由|[一1]つ|ひとつ|条件"
            r"|役割|仕事|強み"
            r"|特徴|課題|違い|前提|ルール|注意点|心得|意味|第一歩)(?:は|も|が|として)|大切|大事"
            r"|重要|おすすめ"
            r"|場合|とき|時は|際は|なら|たら|あなた|ご自身|自分|皆(?:さ|様)|みなさ|まず"
        ),
    }
)
ORDERS = Chorus(
    (
        Voice("order", "present several -told"),
        Voice("order", "urgent write|present trade"),
        Voice("order", "here write|present reader|form|several -told"),
        Voice("order", "reader write|present|put -told", severity=Severity.WARNING),
        Voice("order", "own write|present|put -told", severity=Severity.WARNING),
        Voice("order", "form present -told", severity=Severity.WARNING),
        Voice("order", "here present -told", severity=Severity.WARNING),
    ),
    JAPANESE,
)
COUNT = r"(?:\d+(?:[-–]\d+)?|a few|two|three|four|five|six|seven|ten|several)"
ENGLISH = Vocabulary(
    {
        "order": (
            r"^(?:Please )?(?:[Pp]rovide|[Ii]nclude|[Ww]rite|[Ll]ist|[Gg]ive|[Aa]dd|[Mm]ention"
            r"|[Dd]iscuss|[Dd]escribe|[Ss]ummari[sz]e|[Cc]onclude|[Ee]nd|[Oo]pen|[Ss]tart"
            r"|[Hh]ighlight"
            r"|[Ii]nsert|[Ee]nsure|[Oo]utline|[Oo]ffer|[Ee]xplain|[Pp]resent|[Ii]ncorporate"
            r"|[Ee]mphasi[sz]e|[Ii]ntroduce|[Kk]eep|[Uu]se|[Aa]void|[Cc]ite|[Cc]ompare)\b"
        ),
        "several": (
            rf"\b{COUNT} (?:\w+[ -]){{0,1}}(?:concrete|specific|actionable|practical"
            rf"|real(?:-world)?"
            r"|detailed|relevant|credible|compelling)(?:,? (?:and )?\w+)? (?:steps|examples|tips"
            r"|case studies|statistics|sources|reasons|benefits|takeaways|scenarios|use cases"
            r"|tools)\b"
            rf"|\b(?:actionable|practical|concrete) (?:steps|advice|takeaways|tips|examples)"
            r" (?:for|that) (?:the )?readers?\b"
        ),
        "craft": (
            r"\b(?:call[- ]to[- ]action|CTA|hook|bullet points?|subheadings?|meta description"
            r"|anecdotes?"
            r"|internal links?|keywords?|case stud(?:y|ies)|statistics?|rhetorical question"
            r"|word count|\d+[- ]words?|transition|takeaways|pros and cons|tone)\b"
        ),
        "own": (
            r"\b(?:(?:primary|main|target|focus) keyword|jargon throughout|conversational tone"
            r"|credible sources|support this (?:claim|point)|illustrate (?:the|this) point"
            r"|strong CTA"
            r"|call to action|meta description"
            r"|(?:compelling|engaging|catchy|strong) (?:intro(?:duction)?|conclusion|hook|headline"
            r"|opening)|encourages? readers|in a balanced (?:way|manner)|real-world examples to)\b"
        ),
        "here": (
            r"\b(?:here|(?:in|of|for|at the (?:start|end) of) (?:this|the|each|every"
            r"|next) (?:section"
            r"|paragraph|article|post|intro(?:duction)?|conclusion|heading))\b(?:[.,]|$)"
            r"|\b(?:to|for|with) (?:the )?(?:reader|readers|target audience)\b"
            r"|\b[Tt]his (?:section|paragraph|article|post|intro(?:duction)?) (?:under|within|to"
            r"|around)\b"
        ),
        "told": r"\b(?:you|your|yours|we|our|my|their|his|her|if|when|email|report|r[eé]sum[eé])\b",
    }
)
ENGLISH_ORDERS = Chorus(
    (
        Voice("order", "order several -told"),
        Voice("order", "order craft here -told"),
        Voice("order", "order own -told", severity=Severity.WARNING),
    ),
    ENGLISH,
)
# A post that gives its readers something to write, or teaches it.
WRITTEN_BY_READERS = Pattern(
    r"プロンプト|応募|宿題|課題(?:文|に|を(?:提出|出))|履歴書|面接|作文|レポートを書|提出"
    r"|アンケート|演習|練習問題|設問"
    r"|例題|ワークシート|ワーク[①-⑨\d]|小論文|志望動機|ライティング(?:講座|術)|文章術|論文(?:を"
    r"|の)書|ライター|入稿|記入例|質問例|手引き|寄稿|投稿規定|執筆要領|部員|紙面"
    r"|\b(?:prompts?|assignment|homework|worksheet|cover letter|copywriting|submission"
    r"|essay|interview)\b"
)
# A post on writing says to its readers what a writer is told.
ON_WRITING = Pattern(
    r"(?:ブログ|記事|文章)の書き方|SEO対策|ブログ運営|オウンドメディア"
    r"|\b(?:marketing|blogging|SEO|newsletters?|landing pages?|writing tips|content strategy)\b"
)
MANY = 6
"""So often the trade's orders stand in a post that teaches them."""
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


def orders(post: Post) -> Iterator[Told]:
    yield from _keywords(post)
    chorus = (ORDERS if post.is_japanese else ENGLISH_ORDERS).of(post)
    if not chorus.voices:
        return
    told = [each for prose in post.texts for each in _ordered(prose, chorus, post.is_japanese)]
    if not told or len(told) > MANY:
        return
    if any(WRITTEN_BY_READERS.search(prose.text) for prose in post.texts):
        return
    on_writing = speaks_of(post, ON_WRITING)
    yield from (each for each in told if each.severity is None or not on_writing)


def _ordered(prose: Prose, chorus: Chorus, japanese: bool) -> Iterator[Told]:
    # a heading is no order, an item of a list may be one of a list for readers
    if prose.block is not None and (prose.block.kind == "heading" or prose.block.in_list):
        return
    if japanese and not ASKED.search(prose.text):
        return
    openers = {name for voice in chorus.voices for name in voice.names}.intersection(OPENERS)
    if not any(chorus.words.within(name, prose.text) for name in openers):
        return
    start = -1
    for sentence in prose.sentences:
        begin = sentence.start if start < 0 else start
        said = prose.text[begin : sentence.end]
        # a label in brackets belongs to what follows it
        start = begin if LABEL.fullmatch(said.strip()) else -1
        voice = chorus.speaker(said.strip()) if start < 0 and len(said) <= LONG else None
        if voice is not None:
            begin += len(said) - len(said.lstrip())
            span = prose.span(begin, begin + len(said.strip()))
            yield Told(span, voice.key, voice.severity)


LABEL = Pattern(r"【[^【】\n]{1,24}】")
# perf: how every order ends, in one search; most paragraphs ask nothing
ASKED = Pattern(
    r"[てで](?:ください|下さい|ほしい|欲しい|頂きたい|いただきたい)|(?:こと|とする)(?=[。！!]"
    r"|[ \t]*$)",
    re.MULTILINE,
)
OPENERS = ("present", "write", "put", "order")


def _keywords(post: Post) -> Iterator[Told]:
    for key in KEYS:
        scalar = post.front_matter.scalar(key)
        if scalar is None or len(scalar.text) < LEAST or not has_letter(scalar.text):
            continue
        if SENTENCE.search(scalar.text):
            yield Told(scalar.content, "order")
    for name, scalar in _named(post):
        if name not in SHOWN_KEYS and ORDERED.search(scalar.text):
            yield Told(scalar.content, "order", Severity.WARNING)


def _named(post: Post) -> Iterator[tuple[str, Scalar]]:
    """The values of the front matter under their keys."""
    mapping = post.front_matter.value
    if isinstance(mapping, MappingNode):
        for entry in mapping.entries:
            if isinstance(entry.value, Scalar):
                yield entry.key.text.lower(), entry.value
