"""What is left of the citations of assistants: their marks, and numbers without notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.shown import shows_code

# Each service has its own: ChatGPT, Gemini, Claude, Copilot, Perplexity, DeepSeek, Grok.
CITATION = Pattern(
    r"[\[(]?\[?oaicite:\d+\]?[\])]?(?:\{index=\d+\})?"
    r"|【\d{1,3}(?::\d{1,3})?†[^】\n]{0,100}】"
    r"|\[\d{1,3}(?::\d{1,3})?†[^\]\n]{0,100}\]"
    r"|[\ue200-\ue206](?:[^\ue200-\ue206\n]{0,80}[\ue200-\ue206])+"
    r"|(?:file)?cite(?:turn\d+[a-z]+\d+)+|turn\d+(?:search|view|news|image|fetch|file|forecast"
    r"|finance|sports|maps|academia|reddit|product|click|open|find)\d+"
    r"|\[cite_start\]|\[cite:[ ]?[\d,、 \-]{1,60}\]"
    r"|[(<]/?(?:antml:)?cite(?:[ ]index=\"[^\"\n]{0,60}\")[^>\n]{0,40}>"
    r"|\[\^\d{1,3}\^\]|\[\^(?:src|source|cite|citation|web|doc|search):\d{1,3}\](?!:)"
    r"|(?:[¹²³⁴-⁹]+ ?)+\[(?:learn more|詳細情報|詳細を表示)\](?![(\[:])"
    # a page or a memory may be the reader's own
    r"|\[(?:web|attached_file|source|citation|search|doc|result):[ ]?\d{1,3}\]"
    r"|[(（]?(?:\{\{(?:citation|source|ref)[:_ ]\d{1,3}\}\})[)）]?"
    r"|\[span_\d+\]\((?:start|end)_span\)|</?grok:render[^>\n]{0,300}>|grok_render_citation\w*"
)
# In the source: tags and addresses, which are no prose.
CITING_TAG = Pattern(r"[(<](?:antml:)?cite[ ]+index=[^>\n]{1,80}>|</(?:antml:)?cite>")
OPENS = Pattern(r"[(<](?:antml:)?cite[ ]+index=")
# What no prose has: as a link its brackets are Markdown's, and quotations and tables hold it, too.
LINKED = Pattern(
    r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?"
    r"|\[oai_citation[:_][^\]\n]{0,200}\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\))?"
)
ASSISTANTS = (
    r"https?://(?:vertexaisearch\.cloud\.google\.com/(?:grounding-api-redirect|id)/"
    r"|(?:www\.)?perplexity\.ai/search|chatgpt\.com/c/|chat\.openai\.com/c/)"
)
# A redirect of a search that the reader can't follow; others only under a bare number.
REDIRECT = Pattern(
    r"https?://vertexaisearch\.cloud\.google\.com/(?:grounding-api-redirect|id)/[^\s)\]>\"']*"
    rf"|\[\[?\d{{1,2}}\]?\]\({ASSISTANTS}[^)\s]*\)|\[[^\]\n]{{0,60}}\]\((?:oaicite|turn\d)[^)\s]*\)"
)
# Numbers in brackets right after what they support: a run of them, or one within two brackets.
SOURCE = r"(?:出典|引用|検索結果|ソース|[Ss]ource|[Rr]ef(?:erence)?|[Cc]itation|[Ss]earch result)"
NUMBERS = Pattern(
    r"(?<=[ぁ-んァ-ヶ一-鿿。、．.,）)a-z0-9])[ ]?(?:(?:\[\d{1,2}\]){2,12}|(?:【\d{1,2}】){2,12}"
    r"|\[\[\d{1,2}\]\](?:\[\[\d{1,2}\]\])*|\[\d{1,2}(?:[,、][ ]?\d{1,2}){1,8}\](?=[。、.,]|$)"
    # （ソース1） is the first of two sauces
    rf"|(?![(（]ソース)[\[(（【](?:{SOURCE}[ ]?[:：]?[ ]?){{1,2}}\d{{1,2}}"
    r"(?:[,、][ ]?\d{1,2})*[\])）】]"
    r"|〖\d{1,2}〗|[【\[](?:参照|参考)[ ]?[:：]?[ ]?\d{1,2}[】\]]"
    r"|(?<=[ぁ-んァ-ヶ一-鿿。、）])\^\d{1,2}\^"
    rf"|[(（](?:{SOURCE}|参考|参照)[ ]?[:：][ ]?(?:\[\d{{1,2}}\][,、 ]*){{1,8}}[)）])(?![(\[:\w])",
    re.MULTILINE,
)
SINGLE = Pattern(
    r"(?:(?<=[。．.）)])[ ]?(?:\[\d{1,2}\]|【\d{1,2}】)"
    r"|(?<=[ぁ-んァ-ヶ一-鿿a-z0-9])[ ]?(?:\[\d{1,2}\]|【\d{1,2}】)(?=[。、.,]))(?![(\[:\w])"
)
NOTES = Pattern(
    r"^[ \t>*-]*(?:\[\^?\d{1,2}\]|\(\d{1,2}\)|※?注?\d{1,2}[)）:：])"
    r"|^(?:#{1,6}[ ]|\*\*)?[ ]*(?:参考|出典|引用|脚注|文献|注釈?|References?|Notes?|Sources?"
    r"|Footnotes?"
    r"|Bibliography|Works cited|Further reading)",
    re.MULTILINE | re.IGNORECASE,
)
# The list at the end of a post, whatever is above it.
ITEM = Pattern(r"^[ \t]*\d{1,2}[.．)][ ]?[^\s\d]", re.MULTILINE)
LAST_PART = Pattern(r"^(?:#{1,6}[ ]|[-*_]{3,}[ \t]*$|\*\*[^*\n]+\*\*[ \t]*$)", re.MULTILINE)
INDEXED = Pattern(
    r"(?:配列|行列|リスト|要素|成分|区間|範囲|手順|座標|出目|さいころ|サイコロ|押[しすせさ]|ボタン|キー[をは]"
    r"|interval|range|between|number|steps?|array|index|matrix|element)",
    re.IGNORECASE,
)
HABIT = 2
FRAGMENT = "#:~:text="
SIGNS = ("[", "【", "〖", "^", "検索結果", "出典", "引用", "ソース", "ource")


def bare_numbers(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Citation numbers in a post that has no notes and no code that might index with them."""
    if not any(sign in post.text for sign in SIGNS):
        return
    if post.derived(_annotated):
        return
    numbered = [prose for prose in post.prose if any(sign in prose.text for sign in SIGNS)]
    runs = [(prose, place) for prose in numbered for place in NUMBERS.finditer(prose.text)]
    lone = [(prose, place) for prose in numbered for place in SINGLE.finditer(prose.text)]
    for prose, place in (*runs, *(lone if len(lone) >= HABIT or runs else ())):
        start = place.start() + place.group().startswith(" ")
        if not prose.opaque(start, place.end()) and not _indexing(prose.text, start):
            yield prose, start, place.end()


def _annotated(post: Post) -> bool:
    """Whether the post has notes, or code: a list at its end may be notes under any heading."""
    if post.derived(shows_code) or NOTES.search(post.text, post.body.start):
        return True
    last = post.body.start
    for place in LAST_PART.finditer(post.text, *post.body):
        last = place.end()
    return sum(1 for _ in ITEM.finditer(post.text, last)) >= HABIT


def _indexing(text: str, at: int) -> bool:
    """Whether brackets index something: an array or a matrix."""
    return (
        INDEXED.search(text) is not None or re.search(r"(?:^|[ (])[a-zA-Z]$", text[:at]) is not None
    )


# What a chat service cites: the name of a site in round brackets behind the sentence, and below
# the addresses with the titles of the pages.
DEFINITION = Pattern(r'^\[1\]: https?://\S+ "', re.MULTILINE)
# A chip shows the first letter of a site that has no picture: alone in its paragraph.
LETTER = Pattern(r"[A-Z](?:[ \t]*\+\d{1,2})?\s*")
LONE = 8
BRACKETED = Pattern(r"[(（,、 ][)）,、]")
JOIN = Pattern(r"[,、，;][ ]?")
BEHIND = Pattern(r"(?:[。.!?！？）)…」*][*_]{0,3}|^)[ ]?\($")


def citation_chips(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Such names, of the numbered links of a post: one, or several with commas between."""
    yield from _lone_letters(post)
    yield from _fragments(post)
    if DEFINITION.search(post.text, post.body.start) is None:
        return
    for prose in post.prose:
        opened = joined = -1
        for mark in prose.marked("link") if "(" in prose.text else ():
            source = post.text[slice(*mark.span)]
            numbered = source.endswith("]") and source[:-1].rpartition("][")[2].isdigit()
            before = prose.text[max(0, mark.start - 6) : mark.start]
            if numbered and BEHIND.search(before):
                opened = mark.start - 1
            elif not numbered or mark.start != joined:
                opened = -1
            if opened < 0:
                continue
            if prose.text[mark.end : mark.end + 1] == ")":
                yield prose, opened, mark.end + 1
                opened = -1
            comma = JOIN.match(prose.text, mark.end)
            joined = comma.end() if comma is not None else -1


def _fragments(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Bare numbers or hosts in round brackets that lead to a sentence of their page."""
    if FRAGMENT not in post.text:
        return
    found: list[tuple[Prose, int, int]] = []
    for prose in post.prose:
        for mark in prose.marked("link"):
            around = prose.text[max(0, mark.start - 1) : mark.start]
            around += prose.text[mark.end : mark.end + 1]
            name = prose.text[mark.start : mark.end]
            bare = name.isdigit() or f"//{name}/" in mark.target.replace("//www.", "//")
            if FRAGMENT in mark.target and bare and BRACKETED.fullmatch(around):
                found.append((prose, mark.start - 1, mark.end + 1))
    if len(found) >= HABIT:
        yield from found


def _lone_letters(post: Post) -> Iterator[tuple[Prose, int, int]]:
    """Paragraphs that are one letter, where they name no parts and no keys of a list."""
    found = [
        (number, block.prose)
        for number, block in enumerate(post.blocks)
        if block.kind == "paragraph"
        and block.prose is not None
        and not block.parents
        and len(block.prose.text) <= LONE
        and LETTER.fullmatch(block.prose.text)
        and not block.prose.marks
        and _ends_section(post, number)
    ]
    letters = [prose.text.strip()[0] for _, prose in found]
    # letters in their order name parts
    if len(found) < HABIT or letters == sorted(set(letters)):
        return
    for _, prose in found:
        yield prose, 0, len(prose.text.rstrip())


def _ends_section(post: Post, number: int) -> bool:
    """Whether no paragraph follows: a key of a manual has what it does below it."""
    return number + 1 == len(post.blocks) or post.blocks[number + 1].kind != "paragraph"
