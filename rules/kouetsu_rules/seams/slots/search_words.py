"""Words as they are typed into a search box, in the place of a noun; slugs for names of pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.front_matter.fields.reading import scalars, values
from kouetsu_rules.places import occurrences
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded
from kouetsu_rules.subject import FILED

APART = Pattern(r"[^\W\d_a-zA-Z] [^\W\d_a-zA-Z]")
# What makes a noun of them; who speaks of searching says so.
FOLLOWS = Pattern(
    r"(?!(?:を|で|は|の|という|とは|などを?)(?:検索|調べ|ググ|入力|打|キーワード|クエリ|ワード))"
    r"(?:[をがのに](?![ ])|は(?![ ])|で(?!検索|調べ|ググ)|について|とは|する|や"
    r"|[一-龥ァ-ヶ]{2,4}[をがの](?![ ]))"
)
# A wish, as the plan has it, takes the particle of a noun: 知りたいを前提に
TAKEN = Pattern(r"[をの](?![ ])")
WISH = ("たい", "ほしい", "欲しい")
SHORTEST, LONGEST = 5, 40
# A name and behind a blank what people look for: nobody says so in a sentence, and twice.
ASKED = (
    r"(?:無料|おすすめ|比較|ランキング|使い方|料金|価格|口コミ|評判|やり方|初心者|違い|メリット"
    r"|デメリット|選び方|人気|申し込み|手順|対策|始め方)"
)
TYPED = Pattern(
    rf"(?P<words>[^\W_ぁ-ん]{{1,20}}[^\W\da-zA-Z_ぁ-ん][ ]{ASKED}(?:[ ]{ASKED})?)"
    r"(?=[をがのにで](?![ ])|は(?![ ])|[ァ-ヶ]{2})"
)
TWICE = 2
# Three nouns or more with blanks between them, in the place of one.
NOUN = r"[一-龥ァ-ヶA-Za-z][^\W_ぁ-ん]{1,11}"
QUERY = Pattern(
    rf"(?<![一-龥ァ-ヶA-Za-z0-9])(?P<words>{NOUN}(?: {NOUN}){{2,3}})(?=[はをがのにで](?![ ]))"
)
THRICE = 3
# A foreigner's name has blanks, too.
NAME = Pattern(r"[ァ-ヺー・]+(?: [ァ-ヺー・]+)+")
# Nouns with blanks between them, and what a noun takes.
WORD = r"[一-龥ァ-ヶA-Za-z][^\W_]{1,11}(?<![はがをのにとでも])"
KEYWORDS = Pattern(rf"{WORD}(?: (?:{WORD}|[0-9]{{4}}年版?|やり方)){{1,3}}")
SEARCHED = Pattern(rf" {ASKED}")
AS_NOUN = Pattern(r"(?:は|が|を|の|として|に|問題)(?![ ])")
# Pages of the site itself, tags left out, by names of three parts or more: sugar-free is a word.
OWN = Pattern(
    r"\.{0,2}/(?!(?:tags?|categor(?:y|ies)|topics?|authors?)/)(?:[\w.-]+/)*"
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+){2,})(?:\.(?:html?|mdx?))?/?(?:[?#].*)?"
)


def search_words(post: Post) -> Iterator[Span]:
    """Keywords and wishes of the front matter, and words as one types them, in the text."""
    if not post.is_japanese:
        return
    title = post.front_matter.scalar("title")
    filed = [
        scalar
        for entry in (post.front_matter.value.entries if post.front_matter.value else ())
        if entry.key.text in FILED
        for scalar in scalars(entry.value)
    ]
    for scalar in values(post):
        words = scalar.text.strip()
        if scalar is title or not SHORTEST <= len(words) <= LONGEST:
            continue
        if APART.search(words) is not None and not words.endswith(("。", "！", "？")):
            yield from _dropped(post, words, FOLLOWS)
        elif words.endswith(WISH) and scalar not in filed:
            yield from _dropped(post, words, TAKEN)
    yield from _again(post, TYPED, TWICE, "paragraph")
    yield from _again(post, QUERY, THRICE, "paragraph", "heading")
    yield from _set_in_bold(post)


def _dropped(post: Post, words: str, follows: Pattern) -> Iterator[Span]:
    for prose in post.prose:
        text = prose.text
        for at in occurrences(text, words):
            end = at + len(words)
            span = prose.span(at, end)
            if follows.match(text, end) and span.size == len(words) and not spoken(text, at):
                yield span


def _set_in_bold(post: Post) -> Iterator[Span]:
    """Keywords that a script set in bold wherever it put them, two or more of them."""
    found: dict[str, Span] = {}
    for prose in post.prose:
        for mark in prose.marked("strong"):
            words = prose.text[mark.start : mark.end].strip()
            known = APART.search(words) is not None and KEYWORDS.fullmatch(words) is not None
            if (
                known
                and AS_NOUN.match(prose.text, mark.end)
                and not prose.in_heading
                and not spoken(prose.text, mark.start)
            ):
                found.setdefault(words, prose.span(mark.start, mark.end))
    if len(found) >= TWICE and any(SEARCHED.search(words) for words in found):
        yield from found.values()


def _again(post: Post, typed: Pattern, least: int, *kinds: str) -> Iterator[Span]:
    """Words that blocks of such kinds have again and again as one types them to search."""
    if not post.may_hold(typed):
        return
    found = [
        (place["words"], prose.span(*place.span("words")))
        for prose in post.prose
        if prose.block is not None and prose.block.kind in kinds and " " in prose.text
        for place in typed.finditer(prose.text)
        # names in Latin letters have blanks
        if APART.search(place["words"]) and not spoken(prose.text, place.start())
        if SEARCHED.search(place["words"]) or not NAME.fullmatch(place["words"])
    ]
    counted = Counter(words for words, _ in found)
    yield from (span for words, span in found if counted[words] >= least)


def slug_links(post: Post) -> Iterator[Span]:
    """Links to pages of the site whose text is the end of their own address."""
    for prose in post.prose if not post.derived(coded) else ():
        for mark in prose.marked("link"):
            text = prose.text[mark.start : mark.end].strip()
            place = OWN.fullmatch(mark.target) if "-" in text else None
            if place is not None and text == place["slug"]:
                yield prose.span(mark.start, mark.end)
