"""Parts and items of an outline that became headings or labels, and have nothing else about them.

A part's name alone is everyone's: people call a section まとめ, and set it in brackets. A name that
only whoever plans a text has for its parts is not, nor what speaks of the article as one of many.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Block, Pattern, Post, Prose, Severity
from kouetsu_rules.letters import has_letter
from kouetsu_rules.seams.speech.output_notes import Told
from kouetsu_rules.subject import speaks_of

# Square brackets around a part: an outline's notation, and a link's where a definition names it.
SQUARE = Pattern(r"^[\[［](?P<name>[^\[\]［］\n]{1,40})[\]］][:：]?[ \t]*(?=\n|$)")
PLANNED = Pattern(
    r"^(?:(?:記事の?)?(?:導入|リード|書き出し)(?:文|部分?|パート)?|本文|本論|序論"
    r"|(?:最後に)?読者へ(?:の(?:呼びかけ|メッセージ))?"
    r"|(?:記事の?)?(?:締め|結び)(?:の(?:言葉|一文|挨拶))?|フック|つかみ|問題提起|共感(?:パート)?"
    r"|行動喚起|CTA(?:ボタン)?"
    r"|ベネフィット(?:の提示)?|解決策の提示|具体例\d?|体験談\d?|(?:小|大|中)?見出し[ ]?\d*"
    r"|セクション[ ]?\d+|オファー|権威性"
    r"|.{0,16}(?:の)?(?:設置|挿入|掲載|配置)(?:ポイント|位置|場所|箇所|候補|例|案)(?:の?例)?"
    r"|(?:Engaging |Strong )?(?:Intro(?:duction)?|Hook|Body|Outro|CTA|Call[- ]to[- ]Action"
    r"|Lead(?: paragraph)?)"
    r"(?: paragraph| section)?(?: \d)?|Section \d.{0,30}|Closing (?:thoughts|paragraph|statement)"
    r"|Pain points?"
    r"|(?:文章で)?(?:図解|画像|イラスト)イメージ案"
    r"|(?:ASCII|Mermaid|テキスト|アスキー)(?:アート)?[ ]?(?:図解?|図表|ダイアグラム|アート|diagram"
    r"|art|chart)"
    r"|Social proof|Transition)$"
)
# The rhetoric's names behind a heading in Japanese that says something else than they do.
GLOSS = Pattern(
    r"[（(](?P<name>Actionable(?: [A-Z][a-z]+)?|(?:Opening |Closing |Strong )?Hook"
    r"|(?:Strong )?Call[- ][Tt]o[- ]Action|CTA|Pain [Pp]oints?|Agitation|Problem [Aa]gitation"
    r"|Key [Tt]akeaways?|Action [Ss]teps?|Lead [Mm]agnet|Lead [Pp]aragraph|Transition|Engagement"
    r"|Introduction ?/ ?Hook"
    r"|Unique [Aa]ngle"
    r"|Objection [Hh]andling|Social [Pp]roof|Value [Pp]roposition)[）)]$"
)
GLOSS_JA = Pattern(
    r"[（(](?P<name>フック文?|問題提起|共感|行動喚起|CTA|クロージング|オファー|解決策|ベネフィット|応用"
    r"|導入|根拠|読者の悩み)[）)]$"
)
OWN_GLOSS = ("フック", "問題提起", "共感", "行動喚起", "CTA", "クロージング", "オファー")
"""Of two such names one must be of the trade: what solves or applies is said by all."""
# How many points a section is to have.
COUNTED = Pattern(r"[（(]\d+(?:[〜～~-]\d+)?(?:点|項目|行|段落)(?:程度|前後|以内|ほど)[）)][:：]?$")
SURE_GLOSS = ("Actionable", "Hook", "Strong", "Opening", "Closing", "Lead", "Introduction")
NUMBER = Pattern(r"^[\d①-⑨]*[.．、:：]?[ ]*")
OWN = 8
"""A shorter heading may be what the name is in Japanese."""
NAMED = Pattern(
    r"^(?:(?:Engaging|Compelling|Actionable|Catchy|Attention[- ]Grabbing|Hooking"
    r"|Persuasive) (?:Intro(?:duction)?"
    r"|Conclusion|Opening|Closing|Hook|Headline|Summary)(?=[ ]?[:–—-]|$)"
    r"|(?:Hook|CTA|Opening Hook|Lead Paragraph|Closing CTA|Agitate|Agitation)(?=[ ]?:))"
)
# What speaks of the article as one of several, or of what its plan asked for.
ITEM = Pattern(
    r"(?:(?:類似|競合|上位)(?:の)?記事との(?:差別化|違い|差分|比較)|(?:他の?|既存の?)記事との差別化"
    r"|(?:類似|競合|他の?|上位|既存)(?:の)?(?:記事|サイト|ブログ|コンテンツ)"
    r"に(?:は)?(?:ない|書かれていない|足りない|勝つ)(?:独自の?)?(?:視点|情報|切り口|価値|要素))"
    r"|(?:この|本|当)?記事(?:の(?:差別化|独自性|オリジナリティ|優位性|独自の?(?:視点|価値|情報))"
    r"|ならではの独自)"
    r"|検索意図(?:への(?:回答|対応)|を(?:満たす|踏まえ))|読者の(?:検索意図|潜在ニーズ|顕在ニーズ)"
    r"|(?:独自(?:の)?(?:視点|切り口|情報|データ)|一次情報|体験談|具体例|内部リンク|共起語"
    r"|E-E-A-T)(?:の)?"
    r"(?:追加|提示|挿入|盛り込み|候補|要素)(?:ポイント)?$"
    r"|^(?:Differentiation from|Difference from) (?:Similar|Competing|Competitor|Other"
    r"|Existing) (?:Articles?|Posts?"
    r"|Content|Blogs?)|^Unique (?:Angle|Value|Perspective)(?: of| for)? (?:This|the) (?:Article"
    r"|Post)"
    r"|^(?:Search Intent|Target Keywords?|Original Insights?|Content Gaps?)$"
)
# Alternatives that the plan left to the writer: a heading of a text has made its choice.
DEMAND = Pattern(r"\b(?:[Rr]ealistic|[Cc]oncrete|[Aa]ctual|[Ss]pecific|[Rr]eal(?:-[Ww]orld)?)\b")
CHOICE = Pattern(r" (?:and/)?or |\w/[A-Z]|,? [Ww]ith (?:an? )?(?:[Cc]oncrete|[Aa]ctual|[Rr]eal)\b")
ASKED = Pattern(
    r"\b(?:[Cc]ase [Ss]tud(?:y|ies)|[Cc]omparisons?|[Ee]xamples?|[Nn]umbers|[Mm]etrics"
    r"|[Bb]enchmarks"
    r"|[Ss]cenarios?|[Ss]tatistics)\b"
)
# A known part's name before the heading itself, or a whole heading with its number in brackets.
PART_FIRST = Pattern(
    r"^【(?:導入文?|本論|序論|リード文?|本文|起|承|転|結|書き出し|問題提起|共感|行動喚起|CTA"
    r"|フック)】"
)
# Siblings that are no outline's: a lesson goes on with 展開, an adoption has a before and an after.
OTHER_PARTS = Pattern(r"^【(?:展開|終末|山場|本時|[^【】\n]{1,8}[前後])】")
NUMBERED = Pattern(r"^【[ ]?(?:\d{1,2}|[①-⑨])[ ]?[.．、:：][ ]?[^【】]{2,60}】$")
CLASS = Pattern(r"^[大中小](?:領域|カテゴリー?|ジャンル|分類|タグ|テーマ)$")
SEVERAL = (NUMBERED, CLASS)
# A section that says it is one; who lays out a page speaks of its sections.
SECTION = Pattern(
    r"^(?:(?:FAQ|Q&A|よくある(?:ご)?質問|導入|序論|結論|まとめ|本文|リード|冒頭|締め|はじめに"
    r"|おわりに|比較|事例|メリット)の?[ ]?セクション|(?:FAQ|常见问题|引言|导语|结论|正文)(?:部分"
    r"|板块)"
    r"|(?:FAQ|자주 묻는 질문|서론|결론|도입|본문) ?섹션"
    r"|(?:FAQ|(?:Engaging )?Intro(?:duction)?|Conclusion|Body|Main|Summary) [Ss]ection)$"
)
NAME_OF_SECTION = Pattern(r"セクション|部分|板块|섹션|[Ss]ection")
TAG = Pattern(r"#[^\s#]{1,30}")
TAG_LABEL = Pattern(r"^[#＃](?:ハッシュタグ|タグ|キーワード|[Hh]ashtags?)[ \t]*(?=\n|$)")
TAGS = 2
# The tags of a post elsewhere, as the last section of a page.
TAG_SECTION = Pattern(
    r"^(?:(?:SNS|投稿)用?の?)?ハッシュタグ$|^[Hh]ashtags$|^(?:话题|主题)标签$|^해시태그$"
)
ONLY_TAGS = Pattern(
    r"\s*(?:[-*・][ \t]+)?[#＃][^\s#＃,、*・]{1,30}"
    r"(?:[\s,、*・]+(?:-[ \t]+)?[#＃][^\s#＃,、*・]{1,30}){2,}[\s*_-]*"
)
TWO = 2
ABOUT = Pattern(
    r"SEO|ライティング|コピーライ|マーケティング|ランディングページ|ブログの書き方|記事の書き方"
    r"|\b(?:copywriting|marketing"
    r"|landing pages?|content strategy|blogging)\b"
)


def outline_heads(post: Post) -> Iterator[Told]:
    yield from _squares(post)
    yield from _tag_labels(post)
    yield from _glosses(post)
    yield from _counts(post)
    if not any(
        post.may_hold(pattern)
        for pattern in (GLOSS, NAMED, ITEM, DEMAND, PART_FIRST, SECTION, *SEVERAL)
    ):
        return
    headings = [
        (block, block.prose)
        for block in post.blocks
        if block.kind == "heading" and block.prose is not None and len(block.prose.text) < LONGEST
    ]
    numbered = [prose for _, prose in headings if NUMBERED.match(prose.text)]
    classes = [each for each in headings if CLASS.match(each[1].text)]
    parted = sum(PART_FIRST.match(prose.text) is not None for _, prose in headings)
    own_parts = any(OTHER_PARTS.match(prose.text) for _, prose in headings) or parted > TWO
    for block, prose in headings:
        told = _heading(post, prose)
        # a speech, a lesson or a case is set out in parts of its own
        if told is not None and own_parts and PART_FIRST.match(prose.text):
            continue
        if told is None and len(numbered) >= TWO and prose in numbered:
            told = "part", Severity.WARNING
        if told is None and len(classes) >= TWO and (block, prose) in classes:
            told = ("item", Severity.WARNING) if _tagged(post, block) else None
        if told is not None:
            yield Told(prose.span(0, len(prose.text)), told[0], told[1])


LONGEST = 120


def _squares(post: Post) -> Iterator[Told]:
    if "[" not in post.text and "［" not in post.text:
        return
    for block in post.blocks:
        prose = block.prose
        if prose is None or block.in_list or block.kind not in ("paragraph", "heading"):
            continue
        found = SQUARE.match(prose.text)
        if (
            found is None
            or prose.opaque(0, found.end())
            or not PLANNED.match(found["name"].strip())
        ):
            continue
        if f"[{found['name']}]:" not in post.text and not _linked(prose, found.end()):
            yield Told(prose.span(0, found.end("name") + 1), "part")


def _linked(prose: Prose, end: int) -> bool:
    return any(mark.kind in ("link", "image") and mark.start < end for mark in prose.marks)


def _heading(post: Post, prose: Prose) -> tuple[str, Severity | None] | None:
    """The message and severity that a heading earns by itself."""
    text = prose.text.strip()
    if (found := GLOSS.search(text)) and _says_more(text[: found.start()]):
        if _elsewhere(post, prose, found["name"]) or _of_writing(post):
            return None
        return "part", None if found["name"].startswith(SURE_GLOSS) else Severity.WARNING
    if NAMED.match(text):
        return None if _of_writing(post) else ("part", None)
    if found := ITEM.search(text):
        spoken = _elsewhere(post, prose, found.group()) or _of_writing(post)
        return None if spoken else ("item", None)
    if DEMAND.search(text) and CHOICE.search(text) and ASKED.search(text):
        return "item", None
    if PART_FIRST.match(text) or (SECTION.match(text) and not _of_sections(post, prose)):
        return "part", Severity.WARNING
    return None


def _of_sections(post: Post, prose: Prose) -> bool:
    """Whether the post speaks of sections, as one on pages and layouts does."""
    found = NAME_OF_SECTION.search(prose.text)
    return found is not None and found.group() in post.derived(_section_names)


def _section_names(post: Post) -> frozenset[str]:
    """The words for sections that the post uses, headings that say they are one left out."""
    return frozenset(
        name
        for prose in post.prose
        if not SECTION.match(prose.text.strip())
        for name in NAME_OF_SECTION.findall(prose.text)
    )


def _glosses(post: Post) -> Iterator[Told]:
    """Parts of rhetoric behind the headings of a post, each named once."""
    headings = [prose for prose in _lines(post) if prose.block and prose.block.kind == "heading"]
    found = [(prose, name) for prose in headings if (name := GLOSS_JA.search(prose.text))]
    names = {name["name"] for _, name in found}
    if len(names) < TWO or not any(name.startswith(OWN_GLOSS) for name in names):
        return
    for prose, name in found if not _of_writing(post) else ():
        yield Told(prose.span(*name.span()), "part", Severity.WARNING)


def _counts(post: Post) -> Iterator[Told]:
    for prose in _lines(post):
        found = COUNTED.search(prose.text)
        if found is not None and not _of_writing(post):
            yield Told(prose.span(*found.span()), "head", Severity.WARNING)


def _lines(post: Post) -> Iterator[Prose]:
    """The headings, and the paragraphs that are set in bold like one."""
    for prose in post.prose:
        block = prose.block
        if block is None or block.in_list or len(prose.text) > LONGEST:
            continue
        bold = any(
            not mark.start and mark.end >= len(prose.text.rstrip("：: "))
            for mark in prose.marked("strong")
        )
        if block.kind == "heading" or bold:
            yield prose


def _says_more(words: str) -> bool:
    own = NUMBER.sub("", words)
    return len(own) >= OWN and has_letter(own)


def _elsewhere(post: Post, prose: Prose, words: str) -> bool:
    """Whether the post speaks of what the words name."""
    return any(words in other.text for other in post.prose if other is not prose)


def _of_writing(post: Post) -> bool:
    return post.derived(_teaches_writing)


def _teaches_writing(post: Post) -> bool:
    return speaks_of(post, ABOUT)


def _tagged(post: Post, block: Block) -> bool:
    """Whether hashtags follow a heading."""
    start = block.span.end
    return len(TAG.findall(post.text, start, start + 200)) >= TAGS


def _tag_labels(post: Post) -> Iterator[Told]:
    """The output format's name for the hashtags, made a hashtag itself."""
    for prose in post.prose if post.may_hold(TAG_LABEL) else ():
        found = TAG_LABEL.match(prose.text)
        if found and len(TAG.findall(post.text, prose.whole.start)) > TAGS:
            yield Told(prose.span(0, len(found.group().rstrip())), "label", Severity.WARNING)
    last = next((block for block in reversed(post.blocks) if block.kind == "heading"), None)
    head = last.prose if last is not None else None
    if last is None or head is None or not TAG_SECTION.match(head.text.strip()):
        return
    if ONLY_TAGS.fullmatch(post.text, last.span.end):
        yield Told(head.whole, "label", Severity.WARNING)
