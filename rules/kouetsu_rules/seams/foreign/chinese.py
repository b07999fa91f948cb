"""Slips into Chinese: its words, headings wholly in it, and what stands in cells of a table."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.places import glossed, in_markup
from kouetsu_rules.seams.foreign.simplified import simplified_only
from kouetsu_rules.subject import subject


class Slip(Struct, frozen=True):
    """A place and the words that stand there."""

    span: Span
    text: str


# Words that hold no sequence of characters of Japanese, whatever stands beside them.
STRONG = (
    r"更加|总之|其实|什么|怎么|怎样|怎樣|然后|我们|他们|她们|你们|它们|那么|并且|而是(?![々一-龥])|不仅|甚至(?![々一-龥])"
    r"|尤其(?![々一-龥])|是什么|这[个些种样是里]|那些"
    # Adverbs and comparisons in characters that Japanese has, too.
    r"|(?:慢慢|漸漸|渐渐|悄悄|静静|靜靜|輕輕|轻轻|深深|緩緩|缓缓|默默|黙黙|紧紧|緊緊|偷偷)地"
    r"|(?<=[一-龥])(?<![年月日週期対比])(?<!年度)比(?:以前|之前)(?![のにでとはもか々、。])"
)
# Those that may end or begin within a compound.
ALONE = (
    r"最后|之后|以后|今后|比如|只是|就是|都是|也是|还是|更多|更好|根据|首先|[低高]?成本|一些|的话|可能是"
    r"|为了|以及|关于|对于|通过|不会|无法|已经|正在"
)
# Words of the long characters in a text of short ones; names (學習院, 寫眞館) are left out.
LONG_FORMS = (
    r"專[用門業案家]|實[際現用作]|經[驗費常過]|開發|關[係於連鍵]|變[更化數]|對[應象話策]|單[純位]|選擇|檢[查索測]"
    r"|體驗|溫度|價格|發[生展現]|轉換|證明|產品|處理|數據|資訊|總結"
)
LONG_FORM = Pattern(LONG_FORMS)
KANJI = r"[々㐀-鿿]"
WORD = Pattern(
    rf"(?:{STRONG})|(?<!{KANJI})(?:{ALONE}|(?:{LONG_FORMS})(?=[ぁ-ん]))(?!{KANJI})",
)
# Who writes in old characters, or quotes who did, has many of them.
OLD = Pattern("[專實經學關變對單擇檢體溫價發轉證產處數總國會來氣讀寫舊眞圖聲當應廣澤邊]")
OLD_STYLE = 5
QUOTED = Pattern(r"[「『][^「」『』\n]{1,40}[」』]")
# Such a post is about the language, or shows what was written in it.
ABOUT = Pattern(
    r"中国語|中文|簡体|繁体|拼音|ピンイン|広東語|北京語|台湾語|漢文|漢語|原文|原題|訳[文語詩し]|翻訳|直訳|多言語"
    r"|[Cc]hinese"
)
KANA = Pattern(r"[ぁ-んァ-ヶ]")
HAN = Pattern(r"[㐀-鿿]+")
# What makes a clause of names: a heading that has one of these says something.
FUNCTION = Pattern(r"[的是了在吗呢么们这]")
# What a Chinese article calls its parts.
PART = Pattern(
    r"^(?:[\d一二三四五六七八九]+[.、．]\s*)?(?:总结|结论|简介|概述|引言|前言与?概述|常见问题|优[点势]|缺[点陷]|优缺点|步骤"
    r"|(?:使用|应用|适用|实[际用])场景|参考资料|核心概念|实[战践](?:案例)?|未来展望|技术架构|性能对比)[：:]?$"
)
# A name may end a line, and stands behind a particle; behind these an attribute goes on.
ATTRIBUTE_BEFORE = Pattern(r"[ないるたァ-ヶー]$")
NAMES = Pattern(
    r"(?:大学|公司|集[团團]|[银銀]行|省|市|[县縣]|区|路|社|[报報]|网|氏|先生|[电電]视台)$"
)
CELLS = Pattern(r"[^|\n]+")
REACH = 24


def simplified(post: Post) -> set[str]:
    """The characters of a post that Chinese alone is written with."""
    return simplified_only("".join(post.signs))


def about_chinese(post: Post) -> bool:
    """Whether the post writes of the language, by what it says."""
    return post.derived(_about)


def _about(post: Post) -> bool:
    return ABOUT.search(post.text) is not None


LANGUAGE = Pattern(
    r"中国語|中文|HSK|中検|拼音|ピンイン|広東語|北京語|台湾語|台湾華語|普通話|簡体字|繁体字"
    r"|(?:中国|台湾|中華|香港)(?:の?(?:ドラマ|映画|歌|詩|古典|アニメ|看板)|ポップ)"
)
LAND = Pattern(
    r"中国|台湾|香港|マカオ|上海|北京|広州|深圳|成都|重慶|西安|杭州|蘇州|南京|武漢|大連|青島|天津|厦門|昆明|桂林|台北|高雄"
)
SEVERAL = 2
DIFFERENT = 4
# What goes on as a Japanese word is no quotation.
GOES_ON = Pattern(
    r"[ ]?(?:する|し[たてまなつ]|さ[れせ]|でき|な[のるどく]?|的|に(?:よ|関|対|基)"
    "|[いくうぐすつぬぶむる](?![ぁ-ん]))"
)


def quoted_chinese(post: Post, text: str, start: int, end: int) -> bool:
    """Whether the characters are words of the language that the post is about."""
    if GOES_ON.match(text, end):
        return False
    of_land, language, runs = post.derived(_subject)
    if language:
        return True
    gloss = text[end : end + 1] in ("（", "(", "」", "』") and end - start > 1
    return of_land and (gloss or runs >= DIFFERENT)


def _subject(post: Post) -> tuple[bool, bool, int]:
    """Whether the post is about the land, and about the language; how many words it has of it."""
    head = post.derived(subject)
    language = LANGUAGE.search(head) is not None or len(LANGUAGE.findall(post.text)) >= SEVERAL
    foreign = post.derived(simplified)
    runs = {run for run in HAN.findall(post.text) if foreign.intersection(run)} if foreign else ()
    return LAND.search(head) is not None, language, len(runs)


def chinese(post: Post) -> Iterator[Slip]:
    """Words of Chinese and lines of it that no Japanese surrounds."""
    foreign = post.derived(simplified)
    words = post.may_hold(WORD)
    if not (foreign or words) or post.derived(_about):
        return
    words = words and len(OLD.findall(post.text)) < OLD_STYLE
    for prose in post.texts:
        if words:
            yield from _words(post, prose)
        if foreign:
            yield from _lines(prose, foreign)
    if foreign:
        yield from _cells(post, foreign)


def _words(post: Post, prose: Prose) -> Iterator[Slip]:
    for found in WORD.finditer(prose.text):
        start, end = found.span()
        old = LONG_FORM.fullmatch(found.group()) is not None
        if old and any(found.group() in cited for cited in QUOTED.findall(post.text)):
            continue  # what stands on an old sign
        near = prose.text[max(0, start - REACH) : start] + "\n" + prose.text[end : end + REACH]
        sides = [KANA.search(side) is not None for side in near.split("\n", 1)]
        if glossed(prose.text, start, end) or in_markup(prose, start, end):
            continue
        if any(sides):
            yield Slip(prose.span(start, end), found.group())


def _lines(prose: Prose, foreign: set[str]) -> Iterator[Slip]:
    """A heading that is Chinese all through, and a line that slips at its end."""
    heading = prose.block is not None and prose.block.kind == "heading"
    text = prose.text
    if heading and not KANA.search(text) and not any(sign in text for sign in "《》「」『』"):
        spoken = sum(sign in foreign for sign in text) > 1 or WORD.search(text)
        if PART.match(text) or (spoken and FUNCTION.search(text)):
            yield Slip(prose.span(0, len(text)), text[:20])
        return
    for found in HAN.finditer(text):
        at = [place for place, sign in enumerate(found.group()) if sign in foreign]
        start, end = found.span()
        if not at or len(found.group()) < SLIP or not _ends(prose, start, end):
            continue
        before = text[max(0, start - 1) : start]
        if not ATTRIBUTE_BEFORE.search(before) or NAMES.search(found.group()):
            continue
        if not in_markup(prose, start, end) and not glossed(text, start, end):
            yield Slip(prose.span(start, end), found.group()[:20])


SLIP = 3


def _ends(prose: Prose, start: int, end: int) -> bool:
    """Whether a place ends its line, a full stop or colon left out."""
    rest = prose.text[end : prose.text.find("\n", end) if "\n" in prose.text[end:] else None]
    return not rest.strip(" 　。：:？！?!）)*")


def _cells(post: Post, foreign: set[str]) -> Iterator[Slip]:
    """Cells in which an attribute in Japanese leads to a word of Chinese."""
    for block in post.blocks:
        if block.kind != "table":
            continue
        source = post.text[slice(*block.span)]
        if not foreign.intersection(source):
            continue
        for cell in CELLS.finditer(source):
            for found in HAN.finditer(cell.group()):
                before = cell.group()[max(0, found.start() - 1) : found.start()]
                after = cell.group()[found.end() :].strip()
                slips = foreign.intersection(found.group()) and len(found.group()) >= SLIP
                led = ATTRIBUTE_BEFORE.search(before) and not NAMES.search(found.group())
                if slips and led and not after:
                    start = block.span.start + cell.start() + found.start()
                    yield Slip(Span(start, start + len(found.group())), found.group()[:20])
