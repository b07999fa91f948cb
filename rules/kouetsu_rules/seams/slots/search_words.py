"""Words as they are typed into a search box, in the place of a noun; slugs for names of pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.front_matter.fields.reading import entries, filed, scalars, values
from kouetsu_rules.places import occurrences
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded
from kouetsu_rules.subject import FILED

JAPANESE = r"[^\W\d_a-zA-Z]"
# Latin letters have a blank beside them in many people's Japanese, on either side.
APART = Pattern(rf"{JAPANESE}[ 　](?:\d+[ 　])?{JAPANESE}|\w　\w|{JAPANESE} [A-Za-z]+{JAPANESE}")
# Who speaks of searching says so.
LOOKED_FOR = (
    r"(?:を|で|は|の|という|とは|などを?|といった)"
    r"(?:検索|調べ|ググ|入力|打|キーワード|クエリ|ワード|語|タグ)"
)
# What makes a noun of them.
FOLLOWS = Pattern(
    rf"(?!{LOOKED_FOR})[ ]?"
    r"(?:[をがのに](?![ ])|は(?![ ])|で(?!検索|調べ|ググ)|について|による|への|とは|する|や"
    r"|[一-龥ァ-ヶ]{2,4}[をがの](?![ ]))"
)
# Once they are known to be put in, any word that goes on with them will do.
GOES_ON = Pattern(rf"(?!{LOOKED_FOR})(?:[^\W_]|[ ][ぁ-ん])")
KEYWORD = Pattern(r".*key_?-?words?.*|.*キーワード.*|.*検索.*|query|kw", re.IGNORECASE)
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
    rf"(?P<words>[^\W_ぁ-ん]{{1,20}}[^\W\da-zA-Z_ぁ-ん][ 　]{ASKED}(?:[ 　]{ASKED})?)"
    r"(?=[をがのにで](?![ ])|は(?![ ])|[ァ-ヶ]{2})"
)
TWICE = 2
# Three nouns or more with blanks between them, in the place of one.
NOUN = r"[一-龥ァ-ヶA-Za-z][^\W_ぁ-ん]{1,11}"
QUERY = Pattern(
    rf"(?<![一-龥ァ-ヶA-Za-z0-9])(?P<words>{NOUN}(?: {NOUN}){{2,3}})(?=[はをがのにで](?![ ]))"
)
THRICE = 3
BLOCKS = ("paragraph", "heading")
PART = Pattern(r"[^ 　]+")
# A club, a firm or a house, and its name. Signboards have a wide blank between the two.
HOUSE = Pattern(
    r"[^ 　A-Za-z]+　[^ 　A-Za-z]+|[^ 　]+[ 　][^ 　]*[会部隊団班室祭]"
    r"|[^ 　]*(?:[一-龥](?:団|会|堂|館|荘|亭|農園)|会社|法人|喫茶|茶房|カフェ|食堂|ホテル|工房"
    r"|教室)[ 　][^ 　]+|(?:[^ 　]+[ 　])?[ぁ-ん]+"
    # works, publishers and events
    r"|(?:劇場版|映画|珈琲|蕎麦|鮨)[ 　].+|.+[ 　]?(?:文庫|書房|古書|大会|展|場所|選挙)"
)
# A foreigner's name has blanks, too.
NAME = Pattern(r"[ァ-ヺー・]+(?: [ァ-ヺー・]+)+")
# Nouns with blanks between them, and what a noun takes.
WORD = r"[一-龥ァ-ヶA-Za-z][^\W_]{1,11}(?<![はがをのにとでも])"
KEYWORDS = Pattern(rf"{WORD}(?: (?:{WORD}|[0-9]{{4}}年版?|やり方)){{1,3}}")
SEARCHED = Pattern(rf"[ 　]{ASKED}")
AS_NOUN = Pattern(r"(?:は|が|を|の|として|に|問題)(?![ ])")
# Pages of the site itself, tags left out, by names of three parts or more: sugar-free is a word.
OWN = Pattern(
    r"\.{0,2}/(?!(?:tags?|categor(?:y|ies)|topics?|authors?)/)(?:[\w.-]+/)*"
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+){2,})(?:\.(?:html?|mdx?))?/?(?:[?#].*)?"
)


DAILY = Pattern(r"^\d{1,2}-(?=[a-z])")


def search_words(post: Post) -> Iterator[Span]:
    """Keywords and wishes of the front matter, and words as one types them, in the text."""
    if not post.is_japanese:
        return
    typed = (_again(post, TYPED, TWICE, "paragraph"), _again(post, QUERY, THRICE, *BLOCKS))
    known = dict.fromkeys((*_filed(post), *chain.from_iterable(typed)))
    places = [
        span for prose in post.texts for words in known for span in _places(prose, words, GOES_ON)
    ]
    found = {*places, *_wishes(post), *_set_in_bold(post)}
    end = 0
    # one search may hold another: the longer one is the slot
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.end > end:
            yield span
            end = span.end


def _filed(post: Post) -> Iterator[str]:
    """What the post is filed under, where sentences have it for a noun as it is."""
    # a tag may be a name of two words; several, one of them as it is typed, are searches
    apart = [label.text for label in filed(post) if APART.search(label.text)]
    searches = len(apart) >= THRICE and any(map(_is_typed, apart))
    for entry in entries(post):
        key = entry.key.text
        for scalar in scalars(entry.value) if key in FILED or KEYWORD.fullmatch(key) else ():
            words = scalar.text.strip()
            if not SHORTEST <= len(words) <= LONGEST or not APART.search(words):
                continue
            follows = GOES_ON if searches else FOLLOWS
            found = [prose for prose in post.prose for _ in _places(prose, words, follows)]
            asked = SEARCHED.search(words) is not None
            # what a post is filed under may be a name of two words, written with a blank
            sure = asked or searches
            sought = sure or KEYWORD.fullmatch(key) is not None
            whole = sure or key not in FILED or _is_typed(words)
            least = THRICE if not sought else 1 if whole else TWICE
            if len(found) < least or (not asked and HOUSE.fullmatch(words)):
                continue
            if asked or not _is_name(found[0], words):
                yield words


def _is_typed(words: str) -> bool:
    """Whether they ask for something, or are more words than a name has."""
    return SEARCHED.search(words) is not None or len(PART.findall(words)) > TWICE


def _wishes(post: Post) -> Iterator[Span]:
    """Wishes of the plan that are the object of a sentence."""
    title = post.front_matter.scalar("title")
    labels = set(filed(post))
    for scalar in values(post):
        words = scalar.text.strip()
        wish = words.endswith(WISH) and SHORTEST <= len(words) <= LONGEST
        if wish and scalar is not title and scalar not in labels:
            for prose in post.prose:
                yield from _places(prose, words, TAKEN)


def _places(prose: Prose, words: str, follows: Pattern) -> Iterator[Span]:
    """Where the words stand, with no markup within them and no brackets of speech around them."""
    text = prose.text
    for at in occurrences(text, words):
        end = at + len(words)
        span = prose.span(at, end)
        if follows.match(text, end) and span.size == len(words) and not spoken(text, at):
            yield span


def _is_name(prose: Prose, words: str) -> bool:
    """Whether not even two of the words are common nouns: people and places have blanks, too."""
    first = prose.text.find(words)
    spans = [Span(first + part.start(), first + part.end()) for part in PART.finditer(words)]
    proper = [
        Span(sentence.start + token.start, sentence.start + token.end)
        for sentence in prose.sentences
        if sentence.start <= first < sentence.end
        for token in sentence.tokens
        if token.feature.pos2 == "固有名詞"
    ]
    common = [part for part in spans if not any(part.overlaps(name) for name in proper)]
    return len(common) < TWICE


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


def _again(post: Post, typed: Pattern, least: int, *kinds: str) -> Iterator[str]:
    """Words that blocks of such kinds have again and again as one types them to search."""
    if not post.may_hold(typed):
        return
    counted = Counter(
        place["words"]
        for prose in post.prose
        if prose.block is not None and prose.block.kind in kinds
        # perf: most paragraphs have no blank
        if " " in prose.text or "　" in prose.text
        for place in typed.finditer(prose.text)
        # names in Latin letters have blanks
        if APART.search(place["words"]) and not spoken(prose.text, place.start())
        if SEARCHED.search(place["words"]) or not NAME.fullmatch(place["words"])
    )
    yield from (words for words, times in counted.items() if times >= least)


def slug_links(post: Post) -> Iterator[Span]:
    """Links to pages of the site whose text is the end of their own address."""
    for prose in post.prose if not post.derived(coded) else ():
        for mark in prose.marked("link"):
            text = prose.text[mark.start : mark.end].strip()
            place = OWN.fullmatch(mark.target) if "-" in text else None
            # the number of a post among those of a day is no part of its name
            if place is not None and text == DAILY.sub("", place["slug"]):
                yield prose.span(mark.start, mark.end)
