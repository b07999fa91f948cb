"""Values of the front matter that are none: the template's own, the prompt's words, a blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Entry, Pattern, Post, Scalar, SequenceNode, Span
from kouetsu_rules.front_matter.fields.reading import entries, filed, readable, scalars, values
from kouetsu_rules.seams.slots.about import teaches
from kouetsu_rules.seams.slots.context import Slot
from kouetsu_rules.seams.slots.printed import STATUS
from kouetsu_rules.shown import coded
from kouetsu_rules.stand_ins import NO_ADVERTISER
from kouetsu_rules.subject import FILED

# The whole value names what should stand there.
NAMED = Pattern(
    r"(?:your|author|my|full)[ _-]?name|your[ _-](?:blog|site|company|handle|title)(?:[ _-]?name)?"
    r"|(?:tag|category|keyword)[ _-]?[1-9]|(?:post|article|blog)[ _-]title"
    r"|(?:slug|title|tag|url)[ _-]here"
    r"|(?:your|insert|replace|enter|add)[ -].{2,60}[ -]here"
    r"|(?:著者|執筆者|投稿者|ライター|あなたの|会社|サイト|カテゴリー?|タグ)名"
    r"|(?P<series>タグ|カテゴリー?|キーワード)[ ]?(?P<which>[1-9１-９A-CＡ-Ｃ])"
    r"|(?:記事|投稿|ページ)(?:の)?(?:タイトル|概要|要約|説明(?:文)?|スラッグ)"
    r"|.{1,10}を?ここに(?:入力|記入|書く)?|ここに[^。]{1,30}(?:入力|記入|入れる|入ります|書く|書いて(?:ください)?|追加)"
    r"|[\[【<{]{1,2}(?:タグ|カテゴリー?|キーワード|(?:著者|店|商品|会社|サイト)名|日付|タイトル|title|tags?|slug"
    r"|author|category|description)[\]】>}]{1,2}",
    re.IGNORECASE,
)
FIRST = "1１AＡ"
# A title may bring something “here”; a template asks for it.
ASKS = Pattern(
    r"(?:タイトル|題名|見出し|記事名|本文|内容|名前)を?ここに|入力|記入|ください|入れる$|入ります|追加"
)
VARIABLE = Pattern(r"\{\{.{0,60}\}\}|\{%.{0,60}%\}")
# What a program printed for a value that it had not, and for a list.
NOTHING = Pattern(
    r"undefined|NaN|\[object Object\]|Invalid Date"
    r"|(?:\S*/)?(?:undefined|null|NaN|None)\.(?:png|jpe?g|webp|gif|svg|html?)"
    r"|\S*/(?:undefined|NaN)(?:/\S*)?"
)
LISTED = Pattern(r"\[\s*'[^'\n]+'(?:\s*,\s*'[^'\n]+')*\s*\]")
ADDRESS = Pattern(
    r"(?:https?:)?//(?:[a-z0-9-]+\.)*example\.(?:com|org|net|jp|co\.jp)(?:/.*)?"
    r"|(?:https?:)?//your-?(?:domain|site|blog|website)[\w.-]*(?:/.*)?"
    r"|(?:\.{0,2}/)?path/to/.*"
    f"|{NO_ADVERTISER}",
    re.IGNORECASE,
)
WHOLE = (
    (NAMED, "field", True),
    (VARIABLE, "variable", True),
    (NOTHING, "value", True),
    (LISTED, "listed", True),
    (STATUS, "failure", True),
    (ADDRESS, "address", False),
)
LETTER = Pattern(r"\w")
SAMPLE = Pattern(
    r"(?:サンプル|ダミー|テスト)(?:の|用の?)?(?:記事|投稿)(?:[（(][^）)]{1,12}[）)]|[:：].*)?"
)
# Who ran the generator to see whether it ran.
AUTHOR_KEY = Pattern(r"authors?|writer|by|著者|執筆者|投稿者", re.IGNORECASE)
TESTER = Pattern(
    r"(?:mock|test|dummy|sample|placeholder)[ _-]?(?:generator|user|author|writer|bot|name)"
    r"|(?:テスト|ダミー|サンプル|モック)(?:ユーザー?|著者|投稿者)",
    re.IGNORECASE,
)
# A sample is also what writers show to their clients.
TRIAL = Pattern(
    r"(?:モック|テスト|ダミー)(?:の|用の?)?記事|(?:mock|test|dummy)[ _-](?:posts?|articles?)",
    re.IGNORECASE,
)
# By itself it is what many posts are about.
TRIED = Pattern(r"モック|テスト|ダミー|サンプル|mock|test|dummy|sample", re.IGNORECASE)
OPTION = Pattern(r"--[a-z][a-z0-9-]+")
NO_TEXT = Pattern(r"[._-]{2,}")
# What an editor was to see to before readers came.
EDITED = Pattern(
    r"\b(?:confirm|verify|check|update|replace|review)\b.{0,80}\bbefore"
    r" (?:publishing|publication|publish|posting)"
    r"|(?:公開|掲載|投稿)(?:する)?前に.{0,24}(?:確認|差し替え|更新|修正|記入)(?:する|して(?:ください)?|のこと)?[。)）】\]]?$"
    r"|[（(【\[※]要(?:確認|修正|差し替え|更新|追記)[）)】\]]?$",
    re.IGNORECASE,
)
TO_DO = Pattern(
    r"要(?:確認|修正|差し替え|更新|追記)|TODO(?:[:：].*)?|FIXME.*|TBD|TBC", re.IGNORECASE
)
TOLD = ("title", "description", "excerpt", "summary", "subtitle")
# The prompt's words, or its schema's: a date is written in its format, an emoji is one sign.
DATE_KEY = Pattern(r".*date|published|updated|created|公開日|投稿日|更新日|日付", re.IGNORECASE)
DATE_FORM = Pattern(r"(?:YYYY|20XX|20[〇○]{2})[-/.年](?:MM|XX|[〇○]{1,2}).*", re.IGNORECASE)
YOUR_NAME = Pattern(r"あなたのお?名前|あなたの氏名")
EMOJI_KEY = Pattern(r"emoji|絵文字", re.IGNORECASE)
WORDS = Pattern(r"[ぁ-んァ-ヶ一-鿿]{2}|[A-Za-z]+ [A-Za-z]+")
EITHER = Pattern(r"[\"'<]?true[\"']? ?(?:or|/|\|) ?[\"']?false[\"'>]?", re.IGNORECASE)
FILE_NAME = Pattern(r"(?<!\d)\d{4}-\d\d-\d\d-[\w-]{2,}")
NO_WORD = ("undefined", "NaN", "nan", "null", "None", "[object Object]")


TOPIC = 2
"""What the body says so often, the post is about."""


def slot_values(post: Post) -> Iterator[Slot]:
    """The values that are certainly none, that the prompt asked for, and dummy addresses."""
    if readable(post) is None or post.derived(teaches):
        return
    title = post.front_matter.scalar("title")
    # what readers are told may be about publishing
    told = [post.front_matter.scalar(name) for name in TOLD]
    topics = _topics(post)
    filed = _among_tags(post)
    for scalar in values(post):
        text = scalar.text.strip()
        for pattern, key, certain in WHOLE:
            found = pattern.fullmatch(text) if scalar.content not in topics else None
            if found is None or (pattern is NAMED and _is_own(post, found, scalar is title)):
                continue
            # an essay may be called 記事のタイトル
            doubtful = scalar is title and text.startswith("記事の")
            yield Slot(scalar.content, key, certain and not doubtful)
        edited = EDITED.search(text) is not None
        to_do = TO_DO.fullmatch(text) and not (text == "TODO" and scalar.content in filed)
        if scalar not in told and (edited or to_do):
            yield Slot(scalar.content, "review", edited)
        if scalar is not title and scalar in told and NO_TEXT.fullmatch(text):
            yield Slot(scalar.content, "field", True)
        if scalar is title:
            yield from _title(post, scalar)
    for entry in entries(post):
        yield from _by_key(entry, topics)
    yield from _of_trials(post)
    yield from _nameless(post)


def _of_trials(post: Post) -> Iterator[Slot]:
    """Who tried a generator, what the post is filed under for that, and options of its command."""
    labels = filed(post)
    tried = [
        item
        for entry in entries(post)
        for item in scalars(entry.value)
        if AUTHOR_KEY.fullmatch(entry.key.text) and TESTER.fullmatch(item.text.strip())
    ]
    tried += (
        item
        for item in labels
        if TRIAL.fullmatch(item.text.strip())
        if post.text.find(item.text.strip(), post.body.start) < 0
    )
    if tried or SAMPLE.fullmatch(post.title_text.strip()):
        tried += (item for item in labels if TRIED.fullmatch(item.text.strip()))
    yield from (Slot(item.content, "trial", False) for item in tried)
    for item in labels if not post.derived(coded) else ():
        if OPTION.fullmatch(item.text.strip()):
            yield Slot(item.content, "option", False)


def _nameless(post: Post) -> Iterator[Slot]:
    """Authors who are still “your name”, where the text itself speaks of no such name."""
    for entry in entries(post):
        for item in scalars(entry.value) if AUTHOR_KEY.fullmatch(entry.key.text) else ():
            name = item.text.strip()
            if YOUR_NAME.fullmatch(name) and post.text.find(name, post.body.start) < 0:
                yield Slot(item.content, "field", True)


def _is_own(post: Post, found: re.Match[str], of_title: bool) -> bool:
    """Whether a value that looks like a sample's is the author's own words."""
    if of_title and "ここに" in found.group():
        return not ASKS.search(found.group())
    # samples are counted from one; cables are of the sixth category
    if found["which"] is None or found["which"] in FIRST:
        return False
    firsts = {f"{found['series']}{first}" for first in FIRST}
    return all(value.text.strip().replace(" ", "") not in firsts for value in values(post))


def _among_tags(post: Post) -> frozenset[Span]:
    """The tags that have others beside them."""
    lists = (entry.value for entry in entries(post) if entry.key.text in FILED)
    return frozenset(
        item.content
        for each in lists
        if isinstance(each, SequenceNode) and len(each.items) > 1
        for item in scalars(each)
    )


def _topics(post: Post) -> frozenset[Span]:
    """Where the post is filed under undefined and the like, because it is about that."""
    return frozenset(
        item.content
        for item in filed(post)
        if item.text.strip() in NO_WORD
        and post.text.count(item.text.strip(), post.body.start) >= TOPIC
    )


def _title(post: Post, title: Scalar) -> Iterator[Slot]:
    """A title without a letter, one of a sample, or with the name of the post's own file."""
    text = title.text.strip()
    if text and not LETTER.search(text):
        yield Slot(title.content, "field", False)
    if SAMPLE.fullmatch(text):
        yield Slot(title.content, "field", False)
    place = FILE_NAME.search(text)
    if place is not None and place.group() in post.path:
        yield Slot(title.content, "stem", False)


def _by_key(entry: Entry, topics: frozenset[Span]) -> Iterator[Slot]:
    """A value that can't be one of its key's."""
    name, value = entry.key.text, entry.value
    if isinstance(value, SequenceNode):
        for item in value.items if name in FILED else ():
            if isinstance(item, Scalar) and not item.text.strip() and item.span.size:
                # people leave the one of their editor's form
                yield Slot(item.span, "empty", len(value.items) > 1)
            elif (
                isinstance(item, Scalar)
                and item.text.strip() in NO_WORD
                and item.content not in topics
            ):
                yield Slot(item.content, "value", True)
    elif isinstance(value, Scalar):
        text = value.text.strip()
        if (
            (DATE_KEY.fullmatch(name) and DATE_FORM.fullmatch(text))
            or (EMOJI_KEY.fullmatch(name) and WORDS.search(text))
            or EITHER.fullmatch(text)
        ):
            yield Slot(value.content, "asked", False)
