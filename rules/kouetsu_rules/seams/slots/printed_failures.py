"""What a script printed where a text, a picture or a value belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.words import DESCRIBED
from kouetsu_rules.shown import coded

# The messages of programs: no one says so in prose.
FAILURE = Pattern(
    r"\bHTTP Error [45]\d\d\b[^\n]{0,120}|\b[45]\d\d (?:Client|Server) Error\b[^\n]{0,120}"
    r"|\bTraceback \(most recent call last\)"
    r"|\bHTTPS?ConnectionPool\([^\n]{0,120}|\bMax retries exceeded with url\b|<Response \[\d{3}\]>"
    r"|\[Errno -?\d+\]|\b[Rr]equest failed with status code \d{3}\b|\bError code: \d{3} - \{"
    r"|\b[Yy]ou exceeded your current quota\b|\bRate limit (?:reached|exceeded) for \w+"
    r"|\b(?:requests\.exceptions|openai|anthropic|urllib3?|google\.api_core)\.\w*(?:Error"
    r"|Exception)\b"
    r"|\b(?:JSONDecode|UnicodeDecode|UnicodeEncode|Key|Type|Attribute|Value|Name|Reference|Index"
    r"|Timeout|Connection)Error: ?\S[^\n]{0,80}|\bUncaught \w*Error\b|\bundefined is not an? \w+"
    r"|\bCannot read propert(?:y|ies) of (?:undefined|null)\b|\bstatus_code=\d{3}\b"
    r"|\bInvalid Date\b|\bAPI Error: \d{3}\b[^\n]{0,120}|\boverloaded_error\b"
    r"|\bCredit balance is too low\b|\b(?:usage|rate) limit reached\b"
)
OF = (
    r"(?:記事|要約|翻訳|本文|コンテンツ|画像|データ|タイトル|回答|文章|フィード|概要|説明文?"
    r"|サムネイル)"
)
STEP = r"(?:取得|生成|要約|翻訳|作成|読み込み|解析|処理|変換|抽出)"
# A whole paragraph that says no more than that a step of the pipeline failed.
FAILED = Pattern(
    rf"^\W{{0,3}}(?:エラー[:：]?[ ]?)?(?:{OF}の?)?(?:{STEP}(?:に失敗しました"
    rf"|(?:中に)?エラー(?:が発生しました)?)"
    rf"|{OF}(?:を{STEP}(?:することが)?できませんでした|(?:が|は){STEP}(?:でき"
    rf"|され)ませんでした))\W{{0,3}}$"
    rf"|^\W{{0,3}}{OF}(?:が|は)?(?:なし|ありません|未(?:取得|生成|設定)|提供されて(?:い|おり)ません)\W{{0,3}}$"
    rf"|^\W{{0,3}}(?:{OF}|記事本文|具体的な内容)が(?:提供|取得)(?:されていない|できない|できなかった)ため、"
    rf"{OF}(?:を|は)(?:作成|生成)?でき(?:ません|ない)\W{{0,3}}$"
    r"|^(?:[\w.-]+/)+[\w.-]+\.mdx?$"
    r"|^\W{0,3}(?:Error|ERROR|Failed)[:]? (?:(?:while )?(?:generating|fetching|retrieving"
    r"|summari[sz]ing"
    r"|translating|loading|parsing)|to (?:fetch|generate|load|retrieve|parse|summari[sz]e"
    r"|translate))\b[^\n]{0,100}$"
    r"|^\W{0,3}(?:No (?:summary|content|description|translation|abstract|excerpt) (?:available"
    r"|found"
    r"|provided|returned|generated)|(?:Summary|Content|Description|Translation"
    r"|Excerpt) (?:is )?(?:unavailable"
    r"|not available|missing))\W{0,3}$"
    r"|^\W{0,3}(?:(?:Error|ERROR|HTTP)[: ]{1,2})?[45]\d\d (?:Too Many Requests|Not Found|Forbidden"
    r"|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Unauthorized"
    r"|Bad Request)\W{0,3}$"
    r"|^(?:undefined|NaN|null|\[object [A-Z]\w+\])$|^(?:Execution error|Prompt is too long"
    r"|Invalid API key)\W{0,3}$"
)
# In the middle of a sentence an author tells of it.
LED_IN = Pattern(r"(?:[^\n。]{0,16}[:：])?[\W\d]*(?:エラー|[Ee]rror)?[\W\d]*")
NOTHING = r"(?:undefined|NaN|nan|null|None|\[object Object\])"
# A label and what stood for its value.
VALUE = Pattern(
    rf"^[ \t・*\-]*(?P<label>[^\n:：|]{{1,24}}?)[*_]{{0,2}}[:：][*_]{{0,2}}[ ]?"
    rf"(?P<value>{NOTHING})[ \t]*$",
    re.MULTILINE,
)
# The same within a sentence.
SAID = Pattern(
    r"(?<=[はがをにで、])[ ]?(?P<value>undefined|null|NaN)"
    r"(?=[ ]?(?:です|でし|と(?:なり|なっ)|円|人|件|点|回|[kmc]?[gmL]\b|[。、]))"
)
# Facts of a product or a post; of a setting, a value may well be none.
FACT = Pattern(
    r"価格|値段|料金|送料|発売|公開日|投稿日|更新日|日付|評価|レビュー|スコア|著者|作者|執筆"
    r"|メーカー|ブランド|商品|店名|住所|電話"
    r"|営業|定休|アクセス|場所|会場|タイトル|カテゴリ|タグ|出典|提供|重さ|重量|サイズ|容量"
)
CELL = Pattern(r"\|[ ]*(?P<value>undefined|NaN|nan|null|\[object Object\])[ ]*(?=\|)")
ENGLISH = ("undefined", "NaN", "null", "[object Object]")
"""Behind an English label: “none” and “nan” may be said."""
ABOUT = Pattern(
    r"エラー|例外|不具合|バグ|プログラミング|[Ee]rror|[Ee]xception|[Tt]raceback|[Bb]ug\b"
    r"|(?<!\d)[45]\d\d(?!\d)|null|NaN|undefined"
)
LONGEST = 160
FIELDS = ("description", "excerpt", "summary")


def printed_failures(post: Post) -> Iterator[Slot]:
    """The places, those certain that no author writes so."""
    failures, failed, values = map(post.may_hold, (FAILURE, FAILED, VALUE))
    if (failures or failed or values) and not _technical(post):
        for prose in post.prose:
            if failures:
                yield from _failures(prose)
            if failed and len(prose.text) <= LONGEST and _whole(prose):
                yield Slot(prose.span(0, len(prose.text)), "failure", False)
            if values:
                yield from _values(prose)
    if CELL.may_match(post.text) and not _technical(post):
        for block in post.blocks:
            if block.kind == "table":
                for place in CELL.finditer(post.text, *block.span):
                    yield Slot(Span(*place.span("value")), "value", False)
    for name in FIELDS:
        scalar = post.front_matter.scalar(name)
        if scalar is not None and scalar.text.strip() in ENGLISH:
            yield Slot(scalar.content, "value", True)


def _technical(post: Post) -> bool:
    """Whether the post shows code, or is about what goes wrong in programs."""
    return post.derived(coded) or ABOUT.search(post.title_text) is not None


def _failures(prose: Prose) -> Iterator[Slot]:
    for place in FAILURE.finditer(prose.text):
        start = place.start()
        # the address in a message is a link of its own
        if LED_IN.fullmatch(prose.text[:start]) and not prose.opaque(start, start + 1):
            yield Slot(prose.span(*place.span()), "failure", True)
            return


def _whole(prose: Prose) -> bool:
    block = prose.block
    if block is None or block.kind not in ("paragraph", "item"):
        return False
    text = prose.text.strip()
    # among the answers of a survey some give none
    answer = block.in_list and text.endswith(("なし", "ありません"))
    return not answer and FAILED.match(text) is not None


def _values(prose: Prose) -> Iterator[Slot]:
    for place in (*VALUE.finditer(prose.text), *SAID.finditer(prose.text)):
        value = place["value"]
        told = DESCRIBED.match(prose.text, place.end("value"))
        if told or prose.opaque(*place.span("value")):
            continue
        label = place.groupdict().get("label", "")
        if has_letter(label) or value in ENGLISH:
            yield Slot(prose.span(*place.span("value")), "value", FACT.search(label) is not None)
