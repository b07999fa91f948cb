"""Labels of a brief: lines of names and values, headings that say how to write a section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Block, Pattern, Post, Prose, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.seams.markers.human_marks import calls_for_texts
from kouetsu_rules.seams.outline.heads import outline_heads
from kouetsu_rules.seams.outline.orders import orders
from kouetsu_rules.seams.speech.output_notes import Told
from kouetsu_rules.seams.speech.voices import LONG, Chorus, Vocabulary, Voice

FIRST = 3
"""A brief stands in the first blocks of a post."""
CERTAIN, LIKELY = 3, 2
LENGTH = "文字数"
"""Of the weak labels only this one speaks of a text."""

# What only a brief names; what it shares with other prose; what says little alone.
SURE, STRONG, WEAK = 3, 2, 1
LABELS = {
    SURE: (
        "メインキーワード|サブキーワード|関連キーワード|対策キーワード|狙うキーワード|複合キーワード"
        "|軸キーワード|ロングテールキーワード|上位キーワード|必須キーワード|除外キーワード|検索ボリューム|執筆方針|書き方の方針"
        "|執筆条件|執筆ルール|記事種別|記事タイプ"
        "|記事のゴール|記事の目的|記事の狙い|出力形式|出力フォーマット|文字数指定|指定文字数"
        "|共起語|内部リンク案"
        "|スラッグ案|アイキャッチ案|読後の行動|差別化ポイント|検索意図|想定文字数|目標文字数"
        "|seoキーワード|seoスコア"
        "|primary keyword|primary keywords|secondary keyword|secondary keywords|target keyword"
        "|target keywords"
        "|focus keyword|focus keyphrase|search intent|seo title|meta title|meta description"
        "|suggested slug"
        "|section goal|paragraph goal|article goal|post goal|target word count|target length"
        "|content brief|seo score|readability score|keyword density"
    ),
    STRONG: (
        "ペルソナ|レビュー構成|記事構成|本文構成|トーン|トーン&マナー|トーン＆マナー|文体"
        "|文章のトーン|語り口|口調|制約条件"
        "|読者ターゲット"
        "|ターゲット読者|想定読者像|ターゲット層|cta|target audience|tone|tone of voice"
        "|word count|call to action"
        "|persona|style guide|brand voice|writing style|reading level"
    ),
    WEAK: (
        "ターゲット|キーワード|文字数|目的|ゴール|読者|想定読者|対象読者|構成|スラッグ|カテゴリ"
        "|カテゴリー|フォーマット"
        "|見出し|リード文|導入文|タイトル|禁止事項|条件|役割|目安|テーマ|対象|audience|voice"
        "|style|slug|keywords"
        "|length|goal|format|title|hook|angle|pov|topic|role"
    ),
}
WEIGHT = {label: weight for weight, labels in LABELS.items() for label in labels.split("|")}
CHARACTER = frozenset(("トーン", "文体", "文章のトーン", "語り口", "口調", "ペルソナ", "persona"))
"""Labels of a review or of a person, too: there they say what is, and not what is asked."""
READERS = frozenset(("ターゲット", "読者", "想定読者", "対象読者", "audience"))
# What teaches to plan texts shows such lists.
PLANS = Pattern(
    r"ペルソナ|ターゲット|企画書"
    r"|(?:記事|ブログ|文章|原稿|構成)[^。]{0,6}(?:書き方|作り方|立て方|組み立て|設計|始め方)"
)
STORY = Pattern(r"ジャンル|話数|あらすじ|登場人物|[短長]編|小説")
LINE = Pattern(
    r"^[ \t■●◆▼◎・*#\-]*(?:[【\[［](?P<lens>[^】\]］\n:：]{2,24})[】\]］][ \t]*[:：]?[ \t]*"
    r"|(?P<bare>[^\n:：]{2,24}?)[ \t]*[:：][ \t]*)(?P<value>\S[^\n]*)$"
)
PARTS = Pattern(r"[ \t]*[|｜／][ \t]*|\n|　+(?=[^　\s:：]{2,12}[:：])")
# What a brief says of the manner or the reader it wants.
VALUE = Pattern(
    r"(?:です・?ます|だ・?である|敬体|常体)調?|[^。]{0,8}調(?:で|。|、|$)|親しみ|カジュアル"
    r"|フレンドリー|専門用語|[一二三]?\d字以内|\d0代|主婦|会社員"
    r"|初心者|総評|\d字|\d+(?:文字|字)(?:程度|以内|以上)|\b(?:witty|informal|formal"
    r"|conversational|friendly"
    r"|casual|professional|upbeat|present tense|(?:first|second|third) person|exclamation|jargon"
    r"|persuasive|in their \d0s)\b"
)


class Labelled(Struct, frozen=True):
    """A line of a label and its value."""

    prose: Prose
    start: int
    end: int
    label: str
    value: str


def brief_lines(post: Post) -> Iterator[Told]:
    """Neighbouring lines of labels and values, weighed together."""
    group: list[Labelled] = []
    top = -2
    begun = 0
    for number, prose in enumerate(post.prose):
        block = prose.block
        if block is None or block.kind == "heading":
            continue
        lines = [*_labelled(prose)]
        if not lines or block.top > top + 1:
            yield from _weighed(post, group, begun < FIRST)
            group = []
            begun = number
        if lines:
            group += lines
            top = block.top
    yield from _weighed(post, group, begun < FIRST)


def _labelled(prose: Prose) -> Iterator[Labelled]:
    if ":" not in prose.text and "：" not in prose.text and "【" not in prose.text:
        return
    start = 0
    for part in (*PARTS.finditer(prose.text), None):
        end = part.start() if part else len(prose.text)
        place = LINE.match(prose.text[start:end])
        if place:
            label = (place["lens"] or place["bare"]).strip(" 　*_").lower()
            label = label.replace("kw", "キーワード")
            if label in WEIGHT:
                yield Labelled(prose, start, end, label, place["value"])
        start = part.end() if part else end


def _weighed(post: Post, group: list[Labelled], early: bool) -> Iterator[Told]:
    if not any(WEIGHT[line.label] >= STRONG or line.label == LENGTH for line in group):
        return
    text = "\n".join(prose.text for prose in post.prose).lower()
    labels = {line.label for line in group if not _spoken_of(text, line.label)}
    weight = sum(WEIGHT[label] for label in labels)
    if post.derived(calls_for_texts):
        return
    if STORY.search(text):
        labels.discard(LENGTH)
    strong = {label for label in labels if WEIGHT[label] == STRONG}
    ordered = any(line.label in strong | READERS and VALUE.search(line.value) for line in group)
    strongest = max((WEIGHT[label] for label in labels), default=0)
    if strongest < STRONG and (LENGTH not in labels or _about_prompts(post)):
        return
    sure = strongest == SURE or LENGTH in labels or bool(strong - CHARACTER)
    if not (sure or ordered):
        return
    weight += ordered
    if weight < LIKELY or (weight == LIKELY and (strongest < STRONG or not early)):
        return
    plans = not early and PLANS.search(post.title_text) is not None
    if plans and strongest < SURE and LENGTH not in labels:
        return
    first, last = group[0], group[-1]
    span = first.prose.span(first.start, first.end).joined(last.prose.span(last.start, last.end))
    certain = weight >= CERTAIN and (early or sure) and not plans
    yield Told(span, "brief", None if certain else Severity.WARNING)


def _spoken_of(text: str, label: str) -> bool:
    """Whether the prose takes the label up again: then it is what the post is about."""
    if label.isascii():
        return len(re.findall(rf"\b{re.escape(label)}\b", text)) > 1
    return text.count(label) > 1


HEADINGS = Vocabulary(
    {
        "section": (
            r"^【?(?:はじめに|おわりに|終わりに|さいごに|最後に|冒頭|起|承|転|結|本論|序論|結論|導入文?|まとめ|リード文?|ボディ|本文|FAQ|見出し"
            r"|セクション)[ ]?[①-⑨\d]{0,2}(?:】|(?=[（(：:\s])|$|パート|ブロック)"
            r"|(?:パート|セクション|ブロック)(?=[（(：:]|$)"
            r"|^(?:Introduction|Intro|Conclusion|Body|Section|Part|FAQ|Outro"
            r"|H[1-6])(?: \d+)?(?=[ ]?[:(–—-]|$)"
        ),
        "length": (
            r"[（(［\[][^）)］\]]{0,30}?\d[\d,，]*[ ]?(?:[-~～〜–—][ ]?\d[\d,，]*[ ]?)?(?:文字|字"
            r"|文|段落|words?|sentences?|paragraphs?)(?:程度|前後|以内|以上"
            r"|目安)?[^）)］\]]{0,30}[）)］\]]$"
        ),
        "named": (
            r"^見出し[ ]?[\d①-⑨１-９]+[ ]?(?:[（(：:]|$)|^(?:導入|体験談|具体例|事例|結論"
            r"|商品紹介|問題提起|解決策|締め)[ ]?(?:パート|ブロック)[ ]?[\d①-⑨]?$"
            r"|への自然な?誘導$|^(?:まとめ|結論|締め)[ ]?(?:と|＋|\+|・|&|／|/)[ ]?(?:CTA"
            r"|行動喚起)$"
            r"|^Body Paragraph \d|\b(?:Introduction|Intro|Conclusion|Body) paragraph\b"
        ),
        "method": (
            r"(?-i:(?<![A-Za-z])(?:PREP|PAS|AIDA|QUEST|CTA)(?![A-Za-z]))|行動喚起"
            r"|ベネフィット|構造化データ|オファー|権威性|読者の(?:悩み|共感|不安)"
            r"|\b(?:agitate|social proof)\b"
        ),
        # Who speaks, teaches or builds says so, too.
        "part": (
            r"[掴摑]み|つかみ|フック|問題提起"
            r"|\b(?:hook|thesis|call to action|pain points?)\b"
        ),
        "chain": r"[^\s→➡（()]{2,12}[ ]?[→➡＋+／/][ ]?[^\s→➡]{2,12}[ ]?[→➡＋+／/]",
        "order": (
            r"(?:引きつけ|惹きつけ|引き込|誘導す)[るむ]$|(?:を|に)(?:含める|盛り込む"
            r"|挿入(?:する)?|寄り添う|促す|誘導(?:する)?)(?=[）)・、。]|$)|構造化データ用"
            r"|(?:表|図|体験談|事例|データ|リンク|引用|CTA|一文)を(?:入れる|挟む|提示(?:する)?"
            r"|載せる"
            r"|置く|紹介する)(?=[）)・、。]|$)"
        ),
    },
    flags=2,
)
HEADED = Chorus(
    (
        Voice("head", "length section|method|part|order"),
        Voice("head", "order section|method|part"),
        Voice("head", "method section|chain"),
        Voice("head", "named"),
    ),
    HEADINGS,
)


# Who teaches to write says how long each part is to be.
ESSAYS = Pattern(r"小論文|作文|論述|感想文|卒論|志望理由書|\b[Ee]ssays?\b")


def brief_headings(post: Post) -> Iterator[Told]:
    if any(ESSAYS.search(prose.text) for prose in post.texts):
        return
    headed = HEADED.of(post)
    for prose in post.prose:
        if prose.block is None or prose.block.kind != "heading" or len(prose.text) > LONG:
            continue
        voice = headed.speaker(prose.text)
        if voice is not None and not _method_is_topic(post, prose):
            yield Told(prose.span(0, len(prose.text)), "head")


METHODS = Pattern(
    r"PREP|PAS|AIDA|QUEST|フック|問題提起|行動喚起|ベネフィット|CTA|構造化データ|オファー|権威性"
    r"|文字数"
)


def _method_is_topic(post: Post, prose: Prose) -> bool:
    """Whether other paragraphs speak of the method that a heading names."""
    for name in set(METHODS.findall(prose.text)):
        if any(name in other.text for other in post.prose if other.block is not prose.block):
            return True
    return False


# Who, what, when, where and why as labels: the reporter's check list.
ASKED = Pattern(
    r"^[ \t]*(?:[・*\-][ \t]*)?(?:[【\[［■●](?P<lens>いつ|どこで|誰が|だれが|何を|なぜ|どのように"
    r"|どうやって)[】\]］]?[:：]?[ \t]*"
    r"|(?P<bare>いつ|どこで|誰が|だれが|何を|なぜ|どのように|どうやって|Who|What|When|Where"
    r"|Why)[ \t]*[:：][ \t]*)\S[^\n]*",
    re.MULTILINE,
)
ENOUGH = {True: 4, False: 5}


def five_questions(post: Post) -> Iterator[Told]:
    if "5W1H" in post.text or "５Ｗ１Ｈ" in post.text or "5W" in post.text:
        return
    if not post.may_hold(ASKED):
        return
    group: list[tuple[Prose, int, int, str]] = []
    top = -2
    for prose in (*post.prose, None):
        places = [*ASKED.finditer(prose.text)] if prose is not None else []
        block: Block | None = prose.block if prose is not None else None
        if not places or block is None or block.top > top + 1:
            yield from _checked(group)
            group = []
        if places and prose is not None and block is not None:
            group += [
                (prose, place.start(), place.end(), place["lens"] or place["bare"])
                for place in places
            ]
            top = block.top


def _checked(group: list[tuple[Prose, int, int, str]]) -> Iterator[Told]:
    names = {name for *_, name in group}
    if not group or len(names) < ENOUGH[has_letter(group[0][3])]:
        return
    if names & {"なぜ", "どのように", "どうやって", "Why"}:
        first, last = group[0], group[-1]
        span = first[0].span(first[1], first[2]).joined(last[0].span(last[1], last[2]))
        # announcements ask so, too; only brackets are a form that was to be filled
        form = first[0].text[first[1] : first[2]].lstrip(" \t・*-").startswith(("【", "[", "［"))
        yield Told(span, "questions", None if form else Severity.WARNING)


PROMPT = Vocabulary(
    {
        "role": (
            r"あなたは[^。]{0,24}(?:ライター|編集者|専門家|ブロガー|マーケター|コピーライター"
            r"|アシスタント|記者|AI|プロ)です"
            r"|\bYou are an? [^.]{0,40}\b(?:writer|blogger|editor|copywriter|journalist|assistant"
            r"|strategist|specialist)\b"
        ),
        "persona": (
            r"^あなたは(?:プロの|経験豊富な|ベテランの?|一流の|優秀な|熟練の?|\d+年[^。]{0,10}の)"
            r"[^。]{0,16}"
            r"(?:ライター|編集者|ブロガー|記者|マーケター|専門家)です。?$"
            r"|^You are an? (?:\w+ly )?(?:seasoned|experienced|expert|professional|skilled"
            r"|senior|veteran"
            r"|witty|world-class|talented|helpful|friendly|knowledgeable|award-winning)[^.]{0,40}"
            r"\b(?:writer|blogger|editor|copywriter|journalist|assistant|strategist|specialist"
            r"|expert|columnist|reviewer)\b[^.]{0,80}\.?$"
        ),
        "titled": r"^(?:Role|Task|役割|ロール|命令|指示)[ ]?[:：]|^#?\s*(?:命令書|指示書)",
        "order": (
            r"(?:記事|文章|原稿|本文|ブログ|紹介文|コンテンツ)[^。]{0,10}(?:執筆|作成|書い|出力"
            r"|生成|まとめ)(?:し)?て(?:ください|下さい|ほしい)"
            r"|\b(?:Write|Create|Generate|Draft) an? [^.]{0,50}\b(?:post|article|story|newsletter"
            r"|guide)\b"
        ),
        "terms": (
            r"(?:以下|次|下記|上記)の[^。]{0,16}(?:条件|要件|指示|キーワード|構成|ルール|制約)"
            r"|\b\d[\d,]*(?:[- ]word| words)\b|\bfollowing (?:requirements|outline|keywords)\b"
        ),
    }
)
PROMPTED = Chorus(
    (
        Voice("prompt", "titled role|order"),
        Voice("prompt", "persona"),
        Voice("prompt", "role order"),
        Voice("prompt", "order terms"),
    ),
    PROMPT,
)


def prompt_sentences(post: Post) -> Iterator[Told]:
    """The order itself, as it was given to the model."""
    prompted = PROMPTED.of(post)
    if not prompted.voices or _about_prompts(post):
        return
    for prose in post.prose:
        if len(prose.text) <= LONG and prompted.speaker(prose.text) is not None:
            yield Told(prose.span(0, len(prose.text)), "prompt")


ABOUT = Pattern(
    r"プロンプト|応募|募集|宿題|課題|生成AI|ChatGPT|\bprompts?\b|\bLLMs?\b|\bcontest\b"
    r"|\bassignment\b"
)


def _about_prompts(post: Post) -> bool:
    return any(ABOUT.search(unquoted(prose.text)) for prose in post.prose)


def leaked_brief(post: Post) -> Iterator[Told]:
    yield from brief_lines(post)
    yield from brief_headings(post)
    yield from five_questions(post)
    yield from prompt_sentences(post)
    yield from orders(post)
    yield from outline_heads(post)
