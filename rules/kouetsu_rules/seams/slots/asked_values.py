"""Values of the front matter that say what was wanted of them: the prompt's words or its schema's.

What is told here by the key: a date is written in its format, a list of tags has its greatest
number, an emoji is one sign, and a switch is one of its two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import MappingNode, Node, Pattern, Scalar, SequenceNode, Span

DATED = Pattern(
    r"(?:pub(?:lish(?:ed)?)?|posted|created|updated|modified|last)?_?-?(?:date|at|time"
    r"|mod(?:ified)?|datetime)"
    r"|date[_-]?(?:published|modified)|pubdatetime|published|updated|created|公開日|投稿日|更新日"
    r"|日付",
    re.IGNORECASE,
)
LISTED = Pattern(
    r"tags?|topics?|categor(?:y|ies)|keywords?|labels?|sections?|タグ|カテゴリー?|キーワード",
    re.IGNORECASE,
)
EMOJI = Pattern(r"emoji|絵文字", re.IGNORECASE)
TOLD = Pattern(
    r"title|subtitle|description|excerpt|summary|tldr|lead|meta_?description|abstract",
    re.IGNORECASE,
)
# One of the two words that a key can have, with both of them given.
EITHER = r"[ ]?(?:or|/|\||,|、|・|または|もしくは|か|あるいは)[ ]?"
CHOICE = Pattern(
    rf"[<\[（(]?[\"'“]?(?:true[\"'”]?{EITHER}[\"'“]?false|false[\"'”]?{EITHER}[\"'“]?true"
    rf"|tech[\"'”]?{EITHER}[\"'“]?idea|yes{EITHER}no|(?:draft|published|公開|下書き){EITHER}"
    r"(?:draft|published|公開|下書き))[\"'”]?[>\]）)]?[ ]?(?:[（(].{1,40}[）)]|のいずれか"
    r"|のどちらか)?",
    re.IGNORECASE,
)
# The type that a schema gives to the value.
TYPED = Pattern(
    r"<?(?:string|str|text|boolean|bool|datetime|date|number|integer|url|array|list|markdown"
    r"|string\[\]|array of strings|list of strings|文字列|真偽値|日付|配列)>?",
    re.IGNORECASE,
)
TYPED_KEY = Pattern(
    r"(?:pub|publish|last|updated)?_?date|pubDatetime|description|excerpt|summary|author|draft"
    r"|published|image|hero_?image|cover|thumbnail|slug_url",
    re.IGNORECASE,
)
FORMAT = Pattern(
    r"(?:YYYY|yyyy|20XX|20xx|20[〇○]{2})[-/.年]?(?:MM|mm|XX|xx|[〇○]{1,2})|ISO[ -]?8601"
    r"|(?:公開|投稿|更新|執筆|作成|生成|本日|今日|現在)の?(?:日付|日時|年月日"
    r"|日)?[^\d]{0,10}(?:形式|入力|記入|記載)"
    r"|^[（(<\[]?(?:記事の|本日の|今日の)?(?:公開日時?|投稿日時?|更新日時?|執筆日|日付"
    r"|今日の日付)[）)>\]]?$"
    r"|^(?:the )?(?:current|today['’]s|publication|publish(?:ing)?) date$",
    re.IGNORECASE,
)
NUMBER = r"(?:[0-9０-９]{1,2}|[一二三四五六七八九十]|two|three|four|five|six|ten)"
RANGE = rf"{NUMBER}(?:[ ]?(?:[-–~〜～]|から|to)[ ]?{NUMBER})?"
ASKED = Pattern(
    # how many are wanted
    rf"(?:最大|上限|多くても|最低|少なくとも)[ ]?{RANGE}[ ]?(?:個|つ|件|語|種類)"
    rf"|{RANGE}[ ]?(?:個|つ|件|語)(?:以内|まで|程度|前後|以下|ほど|選|を?(?:記入|入力|設定|指定"
    rf"|列挙|出力|書))"
    rf"|{RANGE}[ ]?(?:個|つ|件|語)の(?:関連)?(?:タグ|キーワード|トピック|カテゴリー?)"
    rf"|(?:タグ|キーワード|トピック|カテゴリー?|絵文字)を?[ ]?{RANGE}[ ]?(?:個|つ|件|語|文字)"
    rf"|\b(?:up to|at most|max(?:imum)?(?: of)?|no more than) {RANGE}\b"
    rf"|\b{RANGE} (?:relevant |related )?(?:tags|keywords|topics|categories)\b"
    # how they are to be written, and from what they are to be chosen
    r"|(?:カンマ|コンマ|読点|スペース)で区切[りっ]"
    r"|(?:記事|内容|テーマ|本文)(?:の内容)?に(?:合[うっ]|ふさわしい|適した|応じ(?:た"
    r"|て))[^、。]{0,8}"
    r"(?:タグ|トピック|カテゴリー?|キーワード|絵文字|もの|名|$)"
    r"|に関(?:連)?する(?:タグ|トピック|カテゴリー?|キーワード|絵文字)(?:$|[（(を])"
    r"|(?:適切な|ふさわしい|関連する?|主要な|最も近い)(?:タグ|トピック|カテゴリー?|キーワード"
    r"|絵文字)(?:$|名|を|[（(])"
    r"|(?:以下|次|下記|上記|一覧|リスト)(?:の(?:中|うち|いずれか))?から.{0,10}選|のいずれか(?:$"
    r"|[をひ一1])"
    r"|^(?:one of|choose|pick|select)\b.{0,60}(?:,|\||\bor\b|:|following|list|below)"
    r"|\b(?:relevant|appropriate|related|suitable|primary) (?:tags?|keywords?|topics?|category"
    r"|emoji)"
    r"(?:$|\b.{0,6}(?:here|for))|^(?:内容|記事)に合[うっ].{1,12}$",
    re.IGNORECASE,
)
# One sign was asked for, and words are there.
WORDS = Pattern(r"[ぁ-んァ-ヶ一-鿿가-힣]{2}|[A-Za-z]+ [A-Za-z]+")
# In brackets from end to end: what the text was to hold.
WANTED = Pattern(
    r"\s*[\[<{(（【](?=[^\n]*(?:\b(?:\d+ (?:char(?:acter)?s?|words?)|keywords?|sentences?"
    r"|compelling"
    r"|concise"
    r"|SEO|include|summar(?:y|ize)|insert|describe|tagline|meta description|your)\b"
    r"|(?:文字|字)(?:以内|程度|前後|で)|キーワードを|(?:を|に)?(?:要約|説明|記入|入力|挿入|含め)))"
    r"(?![^\n]*(?:です|ます))[^\n\[\]【】{}]{8,240}[\]>})）】]\s*",
    re.IGNORECASE,
)
# Names of programs and arguments are written in brackets too.
LONGEST = 300


def asked_values(node: Node | None) -> Iterator[Span]:
    """The values that are an instruction of the prompt."""
    if not isinstance(node, MappingNode):
        return
    for entry in node.entries:
        name, value = entry.key.text, entry.value
        if isinstance(value, SequenceNode):
            if LISTED.fullmatch(name):
                for item in value.items:
                    if isinstance(item, Scalar) and _asks(name, item.text.strip()):
                        yield item.content
        elif (
            isinstance(value, Scalar)
            and 0 < len(value.text) <= LONGEST
            and _asks(name, value.text.strip())
        ):
            yield value.content


def _asks(name: str, text: str) -> bool:
    if TOLD.fullmatch(name):
        typed = TYPED_KEY.fullmatch(name) and TYPED.fullmatch(text)
        return bool(typed or WANTED.fullmatch(text))
    if LISTED.fullmatch(name):
        return ASKED.search(text) is not None
    if DATED.fullmatch(name) and FORMAT.search(text):
        return True
    if EMOJI.fullmatch(name) and (ASKED.search(text) or WORDS.search(text)):
        return True
    if TYPED_KEY.fullmatch(name) and TYPED.fullmatch(text):
        return True
    return CHOICE.fullmatch(text) is not None
