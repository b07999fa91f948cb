"""Parts and items of an outline that became headings, and have nothing else about them.

A part's name alone is everyone's: people call a section まとめ, and set it in brackets. A name that
only whoever plans a text has for its parts is not, nor what speaks of the article as one of many.
"""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Prose, Severity, Span
from kouetsu_rules.letters import has_letter
from kouetsu_rules.places import is_bold
from kouetsu_rules.seams.outline.told_parts import (
    ASKED_FOR,
    LESSONS,
    STYLES,
    defined,
    performed,
)
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
    r"|Strong Call[- ][Tt]o[- ]Action|Lead [Mm]agnet|Lead [Pp]aragraph|Introduction ?/ ?Hook)[）)]$"
)
GLOSS_JA = Pattern(
    r"[（(](?P<name>フック文?|問題提起|共感|行動喚起|CTA|クロージング|オファー|解決策|ベネフィット|応用"
    r"|導入|根拠|読者の悩み)[）)]$"
)
OWN_GLOSS = ("フック", "問題提起", "共感", "行動喚起", "CTA", "クロージング", "オファー")
"""Of two such names one must be of the trade: what solves or applies is said by all."""
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
    r"|(?:独自(?:の)?(?:視点|切り口|情報|データ)|一次情報|(?P<given>体験談|具体例)|内部リンク"
    r"|共起語|E-E-A-T)(?:の)?"
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
# A section that says it is one.
SECTION = Pattern(
    r"^(?:(?:FAQ|Q&A|よくある(?:ご)?質問|導入|序論|結論|まとめ|本文|リード|冒頭|締め|はじめに"
    r"|おわりに|比較|事例|メリット)の?[ ]?セクション|(?:FAQ|常见问题|引言|导语|结论|正文)(?:部分"
    r"|板块)"
    r"|(?:FAQ|자주 묻는 질문|서론|결론|도입|본문) ?섹션"
    r"|(?:FAQ|(?:Engaging )?Intro(?:duction)?|Conclusion|Body|Main|Summary) [Ss]ection)$"
)
NAME_OF_SECTION = Pattern(r"セクション|部分|板块|섹션|[Ss]ection")
# The same may be a style's name in a word processor.
STYLE = Pattern(r"^見出し[ ]?[\d①-⑨１-９]+$")
# How a plan counts its parts, and what the writer is to do there.
PLANNED_HEAD = Pattern(
    r"^見出し[ ]?[\d①-⑨１-９]+[ ]?(?:[（(：:]|$)|^(?:導入|体験談|具体例|事例|結論"
    r"|商品紹介|問題提起|解決策|締め)[ ]?(?:パート|ブロック)[ ]?[\d①-⑨]?$"
    r"|^(?:Call[- ][Tt]o[- ][Aa]ction|CTA)$|への自然な?誘導$"
    r"|^(?:まとめ|結論|締め)[ ]?(?:と|＋|\+|・|&|／|/)[ ]?(?:CTA|行動喚起)$"
)
# What a section is to hold, in letters.
LENGTH = (
    r"(?:約|およそ)?\d[\d,，]*(?:[-~～〜–—]\d[\d,，]*)?(?:文字|字|words?)"
    r"(?:程度|前後|以内|以上|目安)?"
)
SIZED = Pattern(
    r"^(?:はじめに|おわりに|さいごに|最後に|冒頭|本論|序論|結論|導入文?|まとめ|リード文?|補足|本文|FAQ"
    r"|見出し[ ]?[\d①-⑨]*|H[1-6]|Introduction|Conclusion|Body)[^（(\[]{0,12}"
    rf"[（(\[]{LENGTH}[）)\]]$"
    rf"|[（(\[](?:想定|目標|推奨)文字数[ ]?[:：]?[ ]?{LENGTH}[）)\]]$"
    # works and goods are counted in 点
    r"|(?<![品物画書])[（(\[]\d+(?:[-~～〜–—]\d+)?(?:点|文|項目|段落)(?:程度|前後|目安)[）)\]]$"
)
# What a box tells of the article; goods and pictures are counted so, too.
OF_A_BOX = Pattern(r"記事|(?:分か|わか|得られ|学べ)る(?:こと|もの)|要点")
METHOD = Pattern(
    r"^(?:はじめに|おわりに|さいごに|最後に|冒頭|本論|序論|結論|導入文?|まとめ|リード文?|本文"
    r"|Introduction|Intro|Conclusion|Body|Outro)[ ]?[（(：:–—-].{0,20}"
    r"(?<![A-Za-z一-鿿])(?P<method>PREP|PAS|AIDA|QUEST|CTA|行動喚起|ベネフィット|構造化データ|オファー"
    r"|権威性)(?![A-Za-z])"
)
# What is about the craft speaks of its methods.
ABOUT = Pattern(
    r"SEO|ライティング|コピーライ|マーケティング|ランディングページ|ブログの書き方|記事の書き方"
    r"|(?a:\b(?:copywriting|marketing|landing pages?|content strategy|blogging)\b)"
)
# What the writer was to put there, in so many words.
TO_HOLD = Pattern(
    r"^\W{0,4}導入[ ]?[：:][ ]?(?:[^・：:。「」]{1,8}・)*(?:背景|課題|目的|問題提起)"
    r"(?:・[^・：:。「」]{1,10})+$"
    r"|^\W{0,4}(?P<topic>トピック|テーマ)の(?:概要|説明|紹介|背景|解説)(?:[（(][^（）()]{2,20}[）)])?$"
)
NUMBERED_PART = Pattern(r"(?:本論|序論|本文|導入|結論)[ ]?[\d①-⑨]")
# A table of contents that a script printed, to the letter, and the headings that it names.
COUNTED_PART = Pattern(
    r"^(?:セクション|パート|[Ss]ection|[Pp]art)[ ]?\d+[ ]?[（(](?P<size>\d+)(?:文字|字"
    r"| ?words?)[）)]$"
)
BARE_PART = Pattern(r"^(?:セクション|パート|[Ss]ection|[Pp]art)[ ]?\d+$")
SEVERAL = 2
LONGEST = 120


def outline_heads(post: Post) -> Iterator[Finding]:
    yield from _squares(post)
    headings = [prose for prose in post.prose if prose.in_heading and len(prose.text) < LONGEST]
    yield from _counted_parts(post, headings)
    for prose in headings:
        key = _planned(post, prose)
        if key is not None:
            yield Finding(prose.whole, key)
    for block in post.blocks:
        box = block.prose
        if box is None or block.kind == "heading" or block.in_list or not is_bold(box):
            continue
        if OF_A_BOX.search(box.text) and _sized(post, box.text.strip()):
            yield Finding(box.whole, "head", severity=Severity.WARNING)
    to_hold = (prose.whole for prose in headings if _to_hold(post, prose.text))
    numbered = [prose.whole for prose in headings if NUMBERED_PART.fullmatch(prose.text)]
    plan = numbered if len(numbered) >= SEVERAL and not speaks_of(post, LESSONS) else ()
    for span in (*to_hold, *plan, *_parts_first(headings), *_sections(post, headings)):
        yield Finding(span, "part", severity=Severity.WARNING)
    if not speaks_of(post, ABOUT):
        for span in _glosses(headings):
            yield Finding(span, "part", severity=Severity.WARNING)


def _squares(post: Post) -> Iterator[Finding]:
    """Names of parts in square brackets that are no link."""
    if "[" not in post.text and "［" not in post.text:
        return
    for block in post.blocks:
        prose = block.prose
        if prose is None or block.in_list or block.kind not in ("paragraph", "heading"):
            continue
        found = SQUARE.match(prose.text)
        if found is None or prose.opaque(0, found.end()) or not PLANNED.match(found["name"]):
            continue
        if performed(post, found["name"]):
            continue
        linked = any(mark.kind in ("link", "image") and not mark.start for mark in prose.marks)
        if not linked and f"[{found['name']}]:" not in post.text:
            yield Finding(prose.span(0, found.end("name") + 1), "part")


def _counted_parts(post: Post, headings: list[Prose]) -> Iterator[Finding]:
    """Parts that have a number and a length, and no name."""
    matched = ((prose, COUNTED_PART.match(prose.text)) for prose in post.prose)
    counted = [(prose, part) for prose, part in matched if part is not None]
    # what is asked for is a round number
    if all(part["size"].endswith("0") for _, part in counted):
        return
    yield from (Finding(prose.whole, "part") for prose, _ in counted)
    yield from (Finding(prose.whole, "part") for prose in headings if BARE_PART.match(prose.text))


def _planned(post: Post, prose: Prose) -> str | None:
    """The message for a heading that only a plan has."""
    text = prose.text.strip()
    if DEMAND.search(text) and CHOICE.search(text) and ASKED.search(text):
        return "item"
    if PLANNED_HEAD.search(text):
        told = STYLE.match(text) and speaks_of(post, STYLES)
        return None if told or defined(post, prose) else "head"
    if _sized(post, text):
        return "head"
    if method := METHOD.search(text):
        return None if _elsewhere(post, prose, method["method"]) else "head"
    if speaks_of(post, ABOUT):
        return None
    if (gloss := GLOSS.search(text)) and _says_more(text[: gloss.start()]):
        return None if _elsewhere(post, prose, gloss["name"]) else "part"
    if item := ITEM.search(text):
        lesson = item["given"] is not None and speaks_of(post, LESSONS)
        return None if lesson or _elsewhere(post, prose, item.group()) else "item"
    return "part" if NAMED.match(text) else None


def _sized(post: Post, text: str) -> bool:
    """Whether a heading says how long its section is to be, in a post that asks for no texts."""
    sized = SIZED.search(text) is not None
    return sized and not (speaks_of(post, ABOUT) or speaks_of(post, ASKED_FOR))


def _to_hold(post: Post, text: str) -> bool:
    """Whether a heading says what its section is to hold, in a post on something else."""
    place = TO_HOLD.match(text)
    if place is None:
        return False
    topic = place["topic"]
    return not (speaks_of(post, LESSONS) or (topic and post.text.count(topic) >= SEVERAL))


def _says_more(words: str) -> bool:
    own = NUMBER.sub("", words)
    return len(own) >= OWN and has_letter(own)


def _elsewhere(post: Post, prose: Prose, words: str) -> bool:
    """Whether the post speaks of what the words name."""
    return any(words in other.text for other in post.prose if other is not prose)


def _parts_first(headings: list[Prose]) -> Iterator[Span]:
    parts = [prose for prose in headings if PART_FIRST.match(prose.text)]
    # a speech, a lesson or a case is set out in parts of its own
    own = any(OTHER_PARTS.match(prose.text) for prose in headings)
    if not own and len(parts) <= SEVERAL:
        yield from (prose.whole for prose in parts)


def _sections(post: Post, headings: list[Prose]) -> Iterator[Span]:
    named = [prose for prose in headings if SECTION.match(prose.text.strip())]
    # who lays out pages speaks of their sections
    heads = set(named)
    others = (other.text for other in post.prose if named and other not in heads)
    told = {name for text in others for name in NAME_OF_SECTION.findall(text)}
    for prose in named:
        name = NAME_OF_SECTION.search(prose.text)
        if name is not None and name.group() not in told:
            yield prose.whole


def _glosses(headings: list[Prose]) -> Iterator[Span]:
    """Parts of rhetoric behind the headings of a post, each named once."""
    found = [(prose, name) for prose in headings if (name := GLOSS_JA.search(prose.text))]
    names = {name["name"] for _, name in found}
    if len(names) >= SEVERAL and any(name.startswith(OWN_GLOSS) for name in names):
        yield from (prose.span(*name.span()) for prose, name in found)
