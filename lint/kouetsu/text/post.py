"""A post and its views: parsed on first use, once, for all rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from kouetsu.patterns import Pattern, pairs_of
from kouetsu.preset import Site
from kouetsu.spans import Span
from kouetsu.text.front_matter import FrontMatter, read_front_matter
from kouetsu.text.markdown import Block, read_blocks
from kouetsu.text.prose import Prose, prose_of_scalar
from kouetsu.text.sentences import Sentence
from kouetsu.text.source import Source
from kouetsu.text.tokens import Tokens

T = TypeVar("T")

DIRECTIVE = "kouetsu-"
DIRECTIVES = Pattern(rf"(?:<!--\s*{DIRECTIVE}(?:(?!-->|<!--).)*-->\s*)+", re.DOTALL)
"""Comments that speak to kouetsu: a suppression, or what was meant as one."""
MDX_DIRECTIVES = Pattern(rf"(?:\{{/\*\s*{DIRECTIVE}(?:(?!\*/|\{{/\*).)*\*/\}}\s*)+", re.DOTALL)
"""The same in MDX, which has no comments of HTML."""

TEXT_FIELDS = ("title", "excerpt", "description")
"""The front matter keys that hold language for readers."""


class Post:
    """One Markdown file with its front matter. All spans are code points of ``text``.

    ``unmended`` is what it was before its mending began, for values that were counted then.
    """

    def __init__(
        self,
        source: Source,
        path: str = "post.md",
        site: Site | None = None,
        tokens: Tokens | None = None,
        unmended: Post | None = None,
    ) -> None:
        self.source = source
        self.unmended = unmended
        self.path = path
        self.site = site or Site()
        self._tokens = tokens or Tokens()
        self._fields: dict[str, Prose] = {}
        self._contained: dict[Pattern, bool] = {}
        self._derived: dict[Callable[[Any], Any], Any] = {}

    @classmethod
    def from_text(cls, text: str, path: str = "post.md", site: Site | None = None) -> Post:
        return cls(Source.from_text(text), path, site)

    def changed(self, source: Source, unmended: Post | None = None) -> Post:
        """The post with another text, of which only what is new is read for its words."""
        return Post(source, self.path, self.site, Tokens(self._tokens), unmended)

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def is_mdx(self) -> bool:
        """Whether JSX, modules and expressions may stand in it."""
        return self.path.lower().endswith(".mdx")

    @cached_property
    def front_matter(self) -> FrontMatter:
        return read_front_matter(self.text)

    @cached_property
    def body(self) -> Span:
        """Where the Markdown is."""
        return Span(self.front_matter.span.end, len(self.text))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the body; kouetsu's own comments are none, so that no rule sees them."""
        return self._parted[0]

    @property
    def directive_blocks(self) -> tuple[Block, ...]:
        """Top-level blocks that hold nothing but comments to kouetsu."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
        every = read_blocks(self.text, self.body, self._tokens, self.is_mdx)
        if DIRECTIVE not in self.text:  # perf: most posts have none
            return every, ()
        patterns = {"html": DIRECTIVES}
        if self.is_mdx:
            patterns["paragraph"] = MDX_DIRECTIVES
        blocks: list[Block] = []
        directives: list[Block] = []
        for block in every:
            # neighbours still differ by one: what stands around a comment is side by side
            block.top -= len(directives)
            pattern = patterns.get(block.kind) if not block.parents else None
            if pattern is not None and pattern.fullmatch(self.text, *block.span):
                directives.append(block)
            else:
                blocks.append(block)
        return tuple(blocks), tuple(directives)

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """The text of all paragraphs, headings and list items, quotations left out."""
        return tuple(
            block.prose for block in self.blocks if block.prose is not None and not block.in_quote
        )

    @cached_property
    def texts(self) -> tuple[Prose, ...]:
        """The prose of the body after the title, excerpt and description."""
        fields = (self.field(name) for name in TEXT_FIELDS)
        return (*(prose for prose in fields if prose is not None), *self.prose)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for prose in self.prose for sentence in prose.sentences)

    @property
    def title(self) -> Prose | None:
        return self.field("title")

    @property
    def title_text(self) -> str:
        """What the title says; empty where there is none."""
        return "" if self.title is None else self.title.text

    def field(self, name: str) -> Prose | None:
        """A value of the front matter as prose; ``None`` where there is no text under the key."""
        scalar = self.front_matter.scalar(name)
        if scalar is None or not scalar.text:
            return None
        if name not in self._fields:
            self._fields[name] = prose_of_scalar(scalar, self.text, name, self._tokens)
        return self._fields[name]

    @cached_property
    def is_japanese(self) -> bool:
        """Whether at least a tenth of the body's letters are kana."""
        body = self.text[self.body.start : self.body.end]
        kana = sum(map(len, re.findall(r"[぀-ヿ]+", body)))
        if not kana or kana >= len(body) / 10:
            return kana > 0
        return kana >= sum(map(len, re.findall(r"[^\W\d_]+", body))) / 10

    def may_hold(self, pattern: Pattern) -> bool:
        """Whether the pattern may match in the prose; what is denied need not be looked for.

        perf: the post is read once for all patterns, not once for each.
        """
        return pattern.may_match_pairs(self._pairs)

    def may_contain(self, pattern: Pattern) -> bool:
        """The same of the source: its markup, its front matter and its code."""
        return pattern.may_match_pairs(self._source_pairs)

    def contains(self, pattern: Pattern) -> bool:
        """Whether the pattern matches in the source, looked for once, however often it is asked.

        A search for each of ten thousand places would take time by the square.
        """
        if pattern not in self._contained:
            self._contained[pattern] = pattern.search(self.text) is not None
        return self._contained[pattern]

    @cached_property
    def wording(self) -> str:
        """All prose as one text: what it does not hold need not be looked for."""
        return "\n".join(prose.text for prose in self.texts)

    @cached_property
    def signs(self) -> frozenset[str]:
        """Each character of the source once."""
        return frozenset(self.text)

    @cached_property
    def _pairs(self) -> frozenset[int]:
        return pairs_of(self.wording)

    @cached_property
    def _source_pairs(self) -> frozenset[int]:
        return pairs_of(self.text)

    def derived(self, function: Callable[[Post], T]) -> T:
        """``function(post)``, computed once and shared by all rules that ask for it."""
        if function not in self._derived:
            self._derived[function] = function(self)
        result: T = self._derived[function]
        return result
