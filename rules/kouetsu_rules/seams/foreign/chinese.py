"""Slips into Chinese: its words, headings wholly in it, and what ends the cells of a table."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.letters import KANA_LETTER
from kouetsu_rules.places import glossed, in_markup
from kouetsu_rules.seams.foreign.simplified import simplified_only
from kouetsu_rules.subject import speaks_of, subject


class Slip(Struct, frozen=True):
    """A place and the words that stand there."""

    span: Span
    text: str


# Words that hold no sequence of characters of Japanese, whatever stands beside them.
STRONG = (
    r"(?<![々一-龥])更加|总之|其实|什么|怎么|怎样|怎樣|然后|我们|他们|她们|你们|它们|那么|并且|而是(?![々一-龥])|不仅|甚至(?![々一-龥])"
    r"|尤其(?![々一-龥])|是什么|这[个些种样是里]|那些"
)
# Those that may end or begin within a compound.
ALONE = (
    r"最后|之后|以后|今后|比如|只是|就是|都是|也是|还是|更多|更好|根据|首先|[低高]?成本|一些|的话|可能是"
    r"|为了|以及|关于|对于|通过|不会|无法|已经|正在|数据|但是|可以|没有|如果|因此|而且|非常好|尽管|虽然"
    # a particle makes it somebody: 或者は松明を持ち
    r"|或者(?![はがのもに])"
)
KANJI = r"[々㐀-鿿]"
WORD = Pattern(rf"(?:{STRONG})|(?<!{KANJI})(?:{ALONE})(?!{KANJI})")
# Such a post is about the language, or shows what was written in it.
ABOUT = Pattern(
    r"中国語|中文|簡体|繁体|拼音|ピンイン|広東語|北京語|台湾語|漢文|漢語|原文|原題|訳[文語詩し]|翻訳|直訳|多言語"
    r"|[Cc]hinese"
)
HAN = Pattern(r"[㐀-鿿]+")
# What makes a clause of names: a heading that has one of these says something.
FUNCTION = Pattern(r"[的是了在吗呢么们这]")
TITLE_MARKS = Pattern(r"[《》「」『』]")
# A name may end a cell, and stands behind a particle; behind these an attribute goes on.
ATTRIBUTE_BEFORE = Pattern(r"[ないるたァ-ヶー]$")
NAMES = Pattern(
    r"(?:大学|公司|集[团團]|[银銀]行|省|市|[县縣]|区|路|社|[报報]|网|氏|先生|[电電]视台)$"
)
CELLS = Pattern(r"[^|\n]+")
REACH = 24
NEAR = 2
"""Within so many paragraphs the language that is named is meant."""
SLIP = 3
LANGUAGE = Pattern(
    r"中国語|中文|HSK|中検|拼音|ピンイン|広東語|北京語|台湾語|台湾華語|普通話|簡体字|繁体字"
    r"|(?:中国|台湾|中華|香港)(?:の?(?:ドラマ|映画|歌|詩|古典|アニメ|看板)|ポップ)"
    r"|漢詩|漢文|書き下し文|[五七]言(?:絶句|律詩)"
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
# Everyday nouns of Japanese in letters that Japanese is not written with: no sign says so alone.
SHARED = Pattern(
    r"企业|产业|现状|标准|发展|经济|业务|问题|实现|时代|开发|应用|数据|战略|机会|价值|竞争|设计|应对|变化"
    r"|领域|关系|资源|投资|技术|优势|风险|规模|趋势|动向|服务|运营|质量|语言|语音|训练|学习|参数|结果|过程"
    r"|推动|实际|导入|设备|系统|影响|选择|评价|认证|认识|记录|规则|报告|创新|网络|环境|进化|图像|视频|联系"
)
MOST = 6
"""A longer run is a name or a sentence."""


def simplified(post: Post) -> set[str]:
    """The characters of a post that Chinese alone is written with."""
    return simplified_only("".join(post.signs))


def about_chinese(post: Post) -> bool:
    """Whether the post writes of the language, by what it says."""
    return speaks_of(post, ABOUT)


def quoted_chinese(post: Post, text: str, start: int, end: int) -> bool:
    """Whether the characters are words of the language that the post is about."""
    run = text[start:end]
    shared = SHARED.fullmatch(run)
    if GOES_ON.match(text, end):
        return False
    of_land, language, runs = post.derived(_subject)
    if language:
        return True
    if shared and KANA_LETTER.match(text, end):
        return False
    gloss = text[end : end + 1] in ("（", "(", "」", "』") and end - start > 1
    return of_land and (gloss or runs >= DIFFERENT)


def _subject(post: Post) -> tuple[bool, bool, int]:
    """Whether the post is about the land, and about the language; how many words it has of it."""
    head = post.derived(subject)
    language = LANGUAGE.search(head) is not None or len(LANGUAGE.findall(post.text)) >= SEVERAL
    foreign = post.derived(simplified)
    runs = {run for run in HAN.findall(post.text) if foreign.intersection(run)} if foreign else ()
    return LAND.search(head) is not None, language, len(runs)


def writes_in_chinese(post: Post) -> bool:
    """Whether the post is about the language, or what is written in it."""
    return post.derived(_subject)[1]


def about_the_land(post: Post) -> bool:
    """Whether the post is about a place where people write so."""
    return post.derived(_subject)[0]


def chinese(post: Post) -> Iterator[Slip]:
    """Words of Chinese, and headings and cells that no Japanese surrounds."""
    foreign = post.derived(simplified)
    words = post.may_hold(WORD)
    if not (foreign or words) or about_chinese(post):
        return
    told = {number for number, prose in enumerate(post.texts) if ABOUT.search(prose.text)}
    for number, prose in enumerate(post.texts):
        if words and told.isdisjoint(range(number - NEAR, number + NEAR + 1)):
            yield from _words(prose)
        yield from _heading(prose, foreign)
    if foreign:
        yield from _cells(post, foreign)


def _words(prose: Prose) -> Iterator[Slip]:
    for found in WORD.finditer(prose.text):
        start, end = found.span()
        if glossed(prose.text, start, end) or in_markup(prose, start, end):
            continue
        near = prose.text[max(0, start - REACH) : start], prose.text[end : end + REACH]
        if any(KANA_LETTER.search(side) for side in near):
            yield Slip(prose.span(start, end), found.group())


def _heading(prose: Prose, foreign: set[str]) -> Iterator[Slip]:
    """A heading that is Chinese all through and says something."""
    text = prose.text
    if prose.block is None or prose.block.kind != "heading" or KANA_LETTER.search(text):
        return
    spoken = sum(sign in foreign for sign in text) > 1 or WORD.search(text)
    if spoken and FUNCTION.search(text) and not TITLE_MARKS.search(text):
        yield Slip(prose.span(0, len(text)), text[:20])


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
