"""Fields of the front matter that still hold what the template put there to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import MappingNode, Node, Pattern, Post, Scalar, SequenceNode
from kouetsu_rules.front_matter.fields.reading import readable, values
from kouetsu_rules.seams.slots.asked_values import asked_values
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.notations import teaches

# The whole value names what should stand there.
NAMED = Pattern(
    r"(?:(?:your|author|my|full)[ _-]?name|your[ _-](?:blog|site|company|handle|slug"
    r"|title)(?:[ _-]?name)?"
    r"|(?:tag|category|keyword)[ _-]?[1-9]|(?:post|article|blog)[ _-]title|(?:slug|title|tag"
    r"|url)[ _-]here"
    r"|(?:your|insert|replace|enter|add)[ -].{2,60}[ -]here)"
    r"|(?:著者|執筆者|投稿者|ライター|あなたの|会社|サイト|カテゴリー?|タグ)名"
    r"|(?:タグ|カテゴリー?|キーワード)[ ]?[1-9１-９A-CＡ-Ｃ]"
    r"|(?:記事|投稿|ページ)(?:の)?(?:タイトル|概要|要約|説明(?:文)?|スラッグ)"
    r"|.{1,10}を?ここに(?:入力|記入|書く)?|(?:ここに|こちらに)[^。]{1,30}(?:を|が)?(?:入力|記入|入れる|入ります|書く|書いて(?:ください)?|追加)"
    r"|[\[【<{]{1,2}(?:タグ|カテゴリー?|キーワード|(?:著者|執筆者|店|商品|会社|サイト|ブログ|ブランド)名?|日付|タイトル|スラッグ|説明文?|title|tags?|slug|author"
    r"|category|description)[\]】>}]{1,2}",
    re.IGNORECASE,
)
VARIABLE = Pattern(r"\{\{.{0,60}\}\}|\{%.{0,60}%\}")
# What a program printed for a value that it had not, and for a list.
NOTHING = Pattern(
    r"(?:undefined|NaN|\[object Object\]|Invalid Date)"
    r"|(?:\S*/)?(?:undefined|null|NaN|None)\.(?:png|jpe?g|webp|gif|svg|html?)|\S*/(?:undefined|NaN)(?:/\S*)?"
)
LISTED = Pattern(r"\[\s*'[^'\n]+'(?:\s*,\s*'[^'\n]+')*\s*\]")
ADDRESS = Pattern(
    r"(?:https?:)?//(?:[a-z0-9-]+\.)*example\.(?:com|org|net|jp|co\.jp)(?:/.*)?"
    r"|(?:https?:)?//your-?(?:domain|site|blog|website)[\w.-]*(?:/.*)?"
    r"|(?:\.{0,2}/)?path/to/.*|(?:画像|サムネイル|アイキャッチ)(?:の)?(?:URL|パス)",
    re.IGNORECASE,
)

PRINTED = (
    (VARIABLE, "variable", True),
    (NOTHING, "value", True),
    (LISTED, "listed", True),
    (ADDRESS, "address", False),
)
LETTER = Pattern(r"\w")
# What an editor was to see to before readers came.
EDITED = Pattern(
    r"\b(?:confirm|verify|check|update|replace|review|fill in|change)\b.{0,80}\b(?:before|prior to)"
    r" (?:publishing|publication|publish|posting|launch|going live)"
    r"|(?:公開|掲載|投稿|入稿)(?:する)?前に.{0,24}(?:確認|差し替え|更新|修正|記入|チェック)(?:する|して(?:ください)?|のこと)?[。)）】\]]?$"
    r"|[（(【\[※]要(?:確認|修正|差し替え|更新|追記)[）)】\]]?$",
    re.IGNORECASE,
)
TO_DO = Pattern(
    r"要(?:確認|修正|差し替え|更新|追記)|TODO(?:[:：].*)?|FIXME.*|(?:TBD|TBC)", re.IGNORECASE
)
TOLD = ("title", "description", "excerpt", "summary", "subtitle")
DATED = Pattern(r"(?<!\d)\d{4}-\d\d-\d\d-[\w-]{2,}")
KEY_OF_LINK = Pattern(
    r".*(?:amazon|rakuten|yahoo|affiliate|asp|product|buy|shop|store|official|purchase).*(?:url|link|href)"
    r"|(?:affiliate|buy|purchase)",
    re.IGNORECASE,
)


def _is_file(post: Post, title: str) -> bool:
    """Whether the title holds the name of the post's own file, with its date."""
    place = DATED.search(title)
    return place is not None and place.group() in post.path


def _idle(node: Node | None) -> Iterator[Slot]:
    """Keys of links that lead to the top of the page itself."""
    if isinstance(node, MappingNode):
        for entry in node.entries:
            value = entry.value
            if not isinstance(value, Scalar):
                yield from _idle(value)
            elif value.text.strip() == "#" and KEY_OF_LINK.fullmatch(entry.key.text):
                yield Slot(value.content, "address", False)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _idle(item)


def slot_fields(post: Post) -> Iterator[Slot]:
    """The values that are certainly none, that the prompt asked for, and dummy addresses."""
    if readable(post) is None or post.derived(teaches):
        return
    yield from _idle(post.front_matter.value)
    for span in asked_values(post.front_matter.value):
        yield Slot(span, "asked", False)
    title = post.front_matter.scalar("title")
    # what readers are told may be about publishing
    told = [post.front_matter.scalar(name) for name in TOLD]
    for scalar in values(post):
        text = scalar.text.strip()
        if NAMED.fullmatch(text) or (scalar is title and text and not LETTER.search(text)):
            yield Slot(scalar.content, "field", True)
        if scalar is title and _is_file(post, text):
            yield Slot(scalar.content, "stem", False)
        if scalar not in told and (EDITED.search(text) or TO_DO.fullmatch(text)):
            yield Slot(scalar.content, "review", EDITED.search(text) is not None)
        for pattern, key, certain in PRINTED:
            if pattern.fullmatch(text):
                yield Slot(scalar.content, key, certain)
