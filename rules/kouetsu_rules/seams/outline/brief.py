"""What a brief asks for: lines of names and values, and the part that is given to the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Finding, Pattern, Post, Prose, Severity
from kouetsu_rules.quoting import unquoted
from kouetsu_rules.seams.outline.told_parts import HABIT

# What only a brief names; what reviews and portraits have, too; and what stands beside both.
SURE, MANNER, PLAIN = range(3)
LABELS = {
    SURE: (
        "メインキーワード|サブキーワード|関連キーワード|対策キーワード|狙うキーワード|複合キーワード"
        "|軸キーワード|ロングテールキーワード|上位キーワード|必須キーワード|除外キーワード|検索ボリューム|執筆方針|書き方の方針"
        "|執筆条件|執筆ルール|記事種別|記事タイプ"
        "|出力形式|出力フォーマット|文字数指定|指定文字数"
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
    MANNER: (
        "ペルソナ|レビュー構成|記事構成|本文構成|トーン|トーン&マナー|トーン＆マナー|文体"
        "|文章のトーン|語り口|口調|制約条件"
        "|読者ターゲット"
        "|ターゲット読者|想定読者像|ターゲット層|cta|target audience|tone|tone of voice"
        "|word count|call to action"
        "|persona|style guide|brand voice|writing style|reading level"
    ),
    PLAIN: (
        "ターゲット|キーワード|文字数|目的|ゴール|記事のゴール|記事の目的|記事の狙い|読者|想定読者|対象読者|構成|スラッグ|カテゴリ"
        "|カテゴリー|フォーマット"
        "|見出し|リード文|導入文|タイトル|禁止事項|条件|役割|目安|テーマ|対象|audience|voice"
        "|style|slug|keywords"
        "|length|goal|format|title|hook|angle|pov|topic|role"
    ),
}
KIND = {label: kind for kind, labels in LABELS.items() for label in labels.split("|")}
LINE = Pattern(
    r"^[ \t■●◆▼◎・*#\-]*(?:[【\[［](?P<lens>[^】\]］\n:：]{2,24})[】\]］][ \t]*[:：]?[ \t]*"
    r"|(?P<bare>[^\n:：]{2,24}?)[ \t]*[:：][ \t]*)(?P<value>\S[^\n]*)$"
)
PARTS = Pattern(r"(?<![ \t])[ \t]*+[|｜／][ \t]*|\n|(?<!　)　++(?=[^　\s:：]{2,12}[:：])")
# What a brief says of the manner or the reader it wants.
VALUE = Pattern(
    r"(?:です・?ます|だ・?である|敬体|常体)調?|[^。]{0,8}調(?:で|。|、|$)|親しみ|カジュアル"
    r"|フレンドリー|専門用語|[一二三]?\d字以内|\d0代|主婦|会社員"
    r"|初心者|総評|\d字|\d+(?:文字|字)(?:程度|以内|以上)|\b(?:witty|informal|formal"
    r"|conversational|friendly"
    r"|casual|professional|upbeat|present tense|(?:first|second|third) person|exclamation|jargon"
    r"|persuasive|in their \d0s)\b"
)
OF_WORKS = Pattern(
    r"登場人物|人物の覚え|キャラクター|主人公|短編|長編|小説|物語|語り手|読んだ本|読書|書評|詩集|随筆|エッセイ集"
)


class Labelled(Struct, frozen=True):
    """A line of a label and its value."""

    prose: Prose
    start: int
    end: int
    label: str
    value: str

    @property
    def sure(self) -> bool:
        return KIND[self.label] == SURE and not HABIT.match(self.value)

    @property
    def asked(self) -> bool:
        """Whether the value says what manner or reader is wanted."""
        return KIND[self.label] == MANNER and VALUE.search(self.value) is not None


def brief(post: Post) -> Iterator[Finding]:
    yield from _lines(post)
    yield from _persona(post)


def _lines(post: Post) -> Iterator[Finding]:
    """Neighbouring lines of labels and values."""
    group: list[Labelled] = []
    top = -2
    for prose in post.prose:
        block = prose.block
        if block is None or block.kind == "heading":
            continue
        lines = [*_labelled(prose)]
        if not lines or block.top > top + 1:
            yield from _weighed(post, group)
            group = []
        if lines:
            group += lines
            top = block.top
    yield from _weighed(post, group)


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
            if label in KIND:
                yield Labelled(prose, start, end, label, place["value"])
        start = part.end() if part else end


def _weighed(post: Post, group: list[Labelled]) -> Iterator[Finding]:
    if not any(line.sure or line.asked for line in group):
        return
    text = post.derived(_lowered)
    own = [line for line in group if not _spoken_of(text, line.label)]
    sure = any(line.sure for line in own)
    asked = any(line.asked for line in own) and len({line.label for line in own}) > 1
    # of persons in books, and of books, the same is told
    if sure or (asked and not OF_WORKS.search(post.derived(_lowered))):
        first, last = group[0], group[-1]
        span = first.prose.span(first.start, first.end)
        span = span.joined(last.prose.span(last.start, last.end))
        yield Finding(span, "brief", severity=None if sure else Severity.WARNING)


def _lowered(post: Post) -> str:
    return "\n".join(prose.text for prose in post.prose).lower()


def _spoken_of(text: str, label: str) -> bool:
    """Whether the prose takes the label up again: then it is what the post is about."""
    if label.isascii():
        return len(re.findall(rf"\b{re.escape(label)}\b", text)) > 1
    return text.count(label) > 1


PERSONA = Pattern(
    r"^あなたは(?:プロの|経験豊富な|ベテランの?|一流の|優秀な|熟練の?|\d+年[^。]{0,10}の)[^。]{0,16}"
    r"(?:ライター|編集者|ブロガー|記者|マーケター|専門家)です。?$"
    r"|^You are an? (?:\w+ly )?(?:seasoned|experienced|expert|professional|skilled|senior)"
    r"[^.]{0,40}\b(?:writer|blogger|editor|copywriter|journalist)\b[^.]{0,80}\.?$"
)
# Who writes of prompts shows one.
ABOUT = Pattern(
    r"プロンプト|応募|募集|宿題|課題|生成AI|ChatGPT|(?a:\bprompts?\b|\bLLMs?\b)"
    # players are given a part, too
    r"|謎解き|脱出ゲーム|人狼|TRPG|マーダーミステリー|ロールプレイ|シナリオ|即興劇"
)


def _persona(post: Post) -> Iterator[Finding]:
    """The part that the order gave to the model, as a paragraph of its own."""
    found = [prose for prose in post.prose if PERSONA.match(prose.text)]
    if found and not any(ABOUT.search(unquoted(prose.text)) for prose in post.prose):
        for prose in found:
            yield Finding(prose.whole, "prompt")
