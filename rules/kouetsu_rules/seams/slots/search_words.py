"""Words as they are typed into a search box, in the place of a noun; slugs for names of pages."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.front_matter.fields.reading import values
from kouetsu_rules.quoting import spoken
from kouetsu_rules.shown import coded

APART = Pattern(r"[^\W\d_a-zA-Z] [^\W\d_a-zA-Z]")
# What makes a noun of them; who speaks of searching says so.
FOLLOWS = Pattern(
    r"(?!(?:を|で|は|の|という|とは|などを?)(?:検索|調べ|ググ|入力|打|キーワード|クエリ|ワード))"
    r"(?:[をがのに](?![ ])|は(?![ ])|で(?!検索|調べ|ググ)|について|とは|する|や)"
)
SHORTEST, LONGEST = 5, 40
# Pages of the site itself, tags left out, by names of three parts or more: sugar-free is a word.
OWN = Pattern(
    r"\.{0,2}/(?!(?:tags?|categor(?:y|ies)|topics?|authors?)/)(?:[\w.-]+/)*"
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+){2,})(?:\.(?:html?|mdx?))?/?(?:[?#].*)?"
)


def search_words(post: Post) -> Iterator[Span]:
    """Keywords of the front matter that have a blank, as a word of the text."""
    if not post.is_japanese:
        return
    title = post.front_matter.scalar("title")
    for scalar in values(post):
        words = scalar.text.strip()
        if scalar is title or not SHORTEST <= len(words) <= LONGEST:
            continue
        if APART.search(words) is not None and not words.endswith(("。", "！", "？")):
            yield from _dropped(post, words)


def _dropped(post: Post, words: str) -> Iterator[Span]:
    for prose in post.prose:
        text = prose.text
        at = text.find(words)
        while at >= 0:
            end = at + len(words)
            span = prose.span(at, end)
            follows = FOLLOWS.match(text, end)
            if follows and span.size == len(words) and not spoken(text, at):
                yield span
            at = text.find(words, end)


def slug_links(post: Post) -> Iterator[Span]:
    """Links to pages of the site whose text is the end of their own address."""
    for prose in post.prose if not post.derived(coded) else ():
        for mark in prose.marked("link"):
            text = prose.text[mark.start : mark.end].strip()
            place = OWN.fullmatch(mark.target) if "-" in text else None
            if place is not None and text == place["slug"]:
                yield prose.span(mark.start, mark.end)
