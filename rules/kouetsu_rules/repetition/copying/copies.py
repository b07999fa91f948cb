"""The copied passages of a post: runs of blocks that stood before, with their first telling.

Shared by the rules of repetition and by others that ask what is told twice::

    copies = post.derived(find_copies)
    copies.passages                # the copied runs, in the order of the post
    copies.of(sentence)            # that sentence's pair, wherever it stood before, or None
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct, field

from kouetsu.api import Block, Pattern, Post, Sentence, Span
from kouetsu_rules.repetition.copying.announced import is_announced
from kouetsu_rules.repetition.copying.comparison import (
    NEARLY,
    Comparison,
    Match,
    compare,
    text_range,
)
from kouetsu_rules.repetition.copying.parallel import Shared, heads_of, parallel
from kouetsu_rules.repetition.copying.plain import plain_and_other
from kouetsu_rules.repetition.copying.retold import is_retold
from kouetsu_rules.repetition.copying.runs import (
    Run,
    copied_runs,
    in_section,
    is_label,
    levels_of,
    sections_of,
)
from kouetsu_rules.seams.markers.places import markers
from kouetsu_rules.typos.words.tails import tails

# From 375 files of prose by people none has more than 120 such characters or 5 % of the post.
MUCH = 180
"""Characters of a post, or of one block: a notice that stands under several headings has fewer."""
MUCH_OF_POST = 0.06
SOME_OF_POST = 0.02
PARTING = ("sentinel", "continuation", "segment")
LEAST_PASSAGE = 42
MARKED = 90
"""Two paragraphs have more; where a generator parted its text nobody has meant them twice."""
ECHO = 30
LITANY = 3
"""How often a prayer or an exercise is told in a row; what loops goes on."""
TOLD = 3
PLAIN = 0.7
MARKER = Pattern(r"(?:-{2,}\s*[A-Z]+\s*-{2,}\s*)+")


class Pair(Struct, frozen=True, eq=False):
    """A sentence and where it stood first. ``pieces`` are the ranges of ``copy.normal``."""

    copy: Sentence
    first: Sentence
    share: float
    exact: bool
    pieces: tuple[tuple[int, int], ...]

    @property
    def whole(self) -> bool:
        """Whether the whole sentence stood before, perhaps with a change."""
        return self.share >= NEARLY

    @property
    def span(self) -> Span:
        """What stood before, in the source: the sentence, or the part from the first piece on."""
        if self.whole:
            return self.copy.span
        start, end = self.pieces[0][0], self.pieces[-1][1]
        return self.copy.span_of(*text_range(self.copy.text, start, end))


class CopiedBlock(Struct, frozen=True, eq=False):
    """A block of a passage."""

    block: Block
    place: int
    """Which of the comparison's places it is."""
    pairs: tuple[Pair, ...]
    label: bool
    """Whether it is a heading or label, which alone would be no copy."""


class Passage(Struct, frozen=True, eq=False):
    """A run of copied blocks."""

    span: Span
    first: Span
    blocks: tuple[CopiedBlock, ...]
    contained: float
    plain: int
    """How many Japanese letters of running prose stood before, away from code, links, tables."""
    other: int
    """How many are what people repeat on purpose: instructions beside code, templates."""
    adjacent: bool
    """Whether it follows right on its first telling."""
    announced: bool
    """Whether the post says that it will say something again."""
    places: tuple[int, ...]
    """All places from its first to its last, markers and rules among them."""
    sources: frozenset[int]
    """The places that it tells again, labels aside."""
    in_section: bool
    """Whether no heading or label stands between it and its first telling, or the same one does
    above both."""
    alike: bool
    """Whether headings of one level stand above it and its first telling, as above notices."""
    parallel: Shared
    """Whether it is what two sections share that are filled alike on purpose."""
    retold: bool
    """Whether paragraphs of prose say it again in other words, about the same things."""

    @property
    def pairs(self) -> Iterator[Pair]:
        return (pair for block in self.blocks for pair in block.pairs)

    @property
    def told_blocks(self) -> int:
        """How many blocks it has, headings and labels aside."""
        return sum(not block.label for block in self.blocks)

    @property
    def sentences(self) -> int:
        return sum(len(block.pairs) for block in self.blocks)

    @property
    def size(self) -> int:
        """The characters that stood before, white space aside."""
        return round(sum(pair.share * len(pair.copy.normal) for pair in self.pairs))

    @property
    def is_plain(self) -> bool:
        return self.plain > 0 and self.plain >= PLAIN * (self.plain + self.other)

    @property
    def exact(self) -> bool:
        return self.contained == 1 and all(pair.exact for pair in self.pairs)

    @property
    def is_section(self) -> bool:
        """Whether its heading is told again, too."""
        return self.blocks[0].block.kind == "heading"

    @property
    def may_be_meant(self) -> bool:
        """Whether it is one block in the very words: a notice, a refrain, the clause of a form."""
        several = len(self.sources) > 1 or self.told_blocks >= LITANY
        # no notice has so many sentences in a section of another level
        several = several or (self.sentences >= TOLD and not self.alike)
        return not several and self.plain < MUCH and all(pair.exact for pair in self.pairs)


class Copies(Struct, frozen=True, eq=False, dict=True):
    """What a post of ``total`` Japanese letters tells again."""

    passages: tuple[Passage, ...]
    total: int
    marked: bool
    """Whether a generator left its marks in the post."""
    parted: bool
    """Whether it parted its text with them."""
    _pairs: dict[Sentence, Pair] = field(default_factory=dict)

    @cached_property
    def evident(self) -> bool:
        """Whether the post as a whole shows that it repeats itself by accident.

        People repeat instructions, captions and warnings, mostly beside code; they do not tell
        several paragraphs twice, or one with a change.
        """
        lone = [p for p in self._plain if self.is_lone(p)]
        if any(p.adjacent and p.exact and p.plain >= ECHO for p in lone):
            return True
        if self.parted and any(p.plain >= MARKED and not p.may_be_meant for p in self._plain):
            return True
        accident = len(lone) > 1 or any(not p.may_be_meant for p in self._plain)
        return self.much and (accident or self.marked)

    @cached_property
    def much(self) -> bool:
        """Whether a good part of the post's running prose stood before."""
        told = sum(passage.plain for passage in self._plain if passage.plain >= LEAST_PASSAGE)
        much = told >= MUCH and told >= SOME_OF_POST * self.total
        return told > 0 and (much or told >= MUCH_OF_POST * self.total)

    @cached_property
    def _plain(self) -> list[Passage]:
        return list(_unmeant(self.passages))

    @cached_property
    def _tellings(self) -> Counter[int]:
        return Counter(source for passage in self.passages for source in passage.sources)

    def is_lone(self, passage: Passage) -> bool:
        """Whether a passage stands just twice, with no heading between the two.

        A notice stands under headings of its own, a refrain comes three times.
        """
        once = passage.told_blocks == len(passage.sources)
        return once and passage.in_section and all(self._tellings[n] == 1 for n in passage.sources)

    def is_retelling(self, passage: Passage) -> bool:
        """Whether a passage alone is a second telling: no notice, refrain or exercise changes,
        and none has the heading of its first telling above it."""
        once = all(self._tellings[source] == 1 for source in passage.sources)
        again = passage.retold or (passage.is_section and passage.is_plain)
        return again and once and not (passage.announced or passage.parallel)

    def of(self, sentence: Sentence) -> Pair | None:
        return self._pairs.get(sentence)

    @property
    def pairs(self) -> Iterable[Pair]:
        """All sentences that stood before, in passages or not, in the order of the post."""
        return self._pairs.values()


def find_copies(post: Post) -> Copies:
    """Every copied passage of the post. Ask for it through ``post.derived``."""
    comparison = post.derived(compare)
    above = (sections_of(comparison), levels_of(comparison), heads_of(comparison))
    marks = post.derived(markers)
    marked = bool(marks)
    runs = tuple(copied_runs(comparison))
    passages = tuple(_passage(comparison, *above, run, marked=marked) for run in runs)
    # Sections that share a clause are believed where nothing else in the post is damaged.
    if any(p.parallel == "doubtful" for p in passages) and _is_damaged(post, passages):
        passages = tuple(_passage(comparison, *above, run, marked=True) for run in runs)
    pairs = {
        comparison.units[index].sentence: _pair(comparison, index) for index in comparison.matches
    }
    total = sum(unit.weight for unit in comparison.units)
    parted = any(marker.kind in PARTING for marker in marks)
    return Copies(passages, total, marked, parted, pairs)


def _unmeant(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Those of running prose that neither the post nor its sections account for."""
    return (p for p in passages if p.is_plain and not p.announced and not p.parallel)


def _is_damaged(post: Post, passages: Iterable[Passage]) -> bool:
    """Whether a passage is no clause of sections, or a replacement has broken a sentence."""
    if any(p.plain >= LEAST_PASSAGE and not p.may_be_meant for p in _unmeant(passages)):
        return True
    return any(tail.sure for tail in tails(post))


def _pair(comparison: Comparison, index: int) -> Pair:
    unit, match = comparison.units[index], comparison.matches[index]
    first = comparison.units[match.first].sentence
    return Pair(unit.sentence, first, match.share, match.exact, match.pieces)


def _passage(
    comparison: Comparison,
    sections: Sequence[int],
    levels: Sequence[int],
    heads: Sequence[int],
    run: Run,
    *,
    marked: bool,
) -> Passage:
    places = comparison.places
    blocks = [_copied_block(comparison, number) for number in run.places]
    blocks = [block for block in blocks if block.pairs]
    pairs = [pair for block in blocks for pair in block.pairs]
    units = [index for n in run.places for index in places[n].units]
    size = sum(len(comparison.units[index].key) for index in units) or 1
    known = [(comparison.units[i], comparison.matches[i]) for i in units if i in comparison.matches]
    sources = _sources(comparison, blocks)
    covered = sum(match.share * len(unit.key) for unit, match in known)
    plain, other = plain_and_other(comparison, run.places)
    told = [block.place for block in blocks if not block.label]
    return Passage(
        span=Span(_start(pairs[0]), pairs[-1].span.end),
        first=_first_telling(comparison, [match for _, match in known]),
        blocks=tuple(blocks),
        contained=min(1.0, covered / size),
        plain=plain,
        other=other,
        adjacent=_follows_first(comparison, run),
        announced=is_announced(comparison, run, told, min(sources, default=0)),
        places=tuple(run.places),
        sources=sources,
        in_section=in_section(comparison, sections, run, sources),
        alike=len({levels[number] for number in (run.places[0], *sources)}) == 1,
        parallel=parallel(comparison, heads, told, marked=marked),
        retold=is_retold(comparison, told, sources),
    )


def _sources(comparison: Comparison, blocks: Iterable[CopiedBlock]) -> frozenset[int]:
    units, matches = comparison.units, comparison.matches
    told = (comparison.places[block.place].units for block in blocks if not block.label)
    return frozenset(units[matches[i].first].place for run in told for i in run if i in matches)


def _start(pair: Pair) -> int:
    """Where the copied text begins: a marker glued to its head has a finding of its own."""
    marker = MARKER.match(pair.copy.text)
    if marker is None or not pair.whole or marker.end() == len(pair.copy.text):
        return pair.span.start
    return pair.copy.span_of(marker.end(), len(pair.copy.text)).start


def _follows_first(comparison: Comparison, run: Run) -> bool:
    places, units = comparison.places, comparison.units
    told = [number for number in run.places if not is_label(comparison, places[number])]
    start = places[told[0]].units[0] if told else 0
    match = comparison.matches.get(start)
    if match is None or not match.whole or places[told[0]].block.in_list:
        return False
    before = told[0] - 1
    while before >= 0 and not places[before].is_prose:
        before -= 1
    return before >= 0 and units[match.first].place == before


def _copied_block(comparison: Comparison, number: int) -> CopiedBlock:
    place = comparison.places[number]
    pairs = tuple(_pair(comparison, index) for index in place.units if index in comparison.matches)
    label = is_label(comparison, place)
    return CopiedBlock(place.block, number, pairs, label)


def _first_telling(comparison: Comparison, matches: Sequence[Match]) -> Span:
    """Where the passage stood first, as far as it stood there in one piece."""
    units = comparison.units
    known = [match.first for match in matches if match.whole] or [matches[0].first]
    start = last = known[0]
    for first in known[1:]:
        # A label may have stood first far away: look on for what goes on here.
        if last <= first and units[first].place - units[last].place <= 3:
            last = first
    return Span(units[start].sentence.span.start, units[last].sentence.span.end)
