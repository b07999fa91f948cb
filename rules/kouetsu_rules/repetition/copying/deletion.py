"""The edits that delete a copied passage and lose nothing.

A block goes where each of its sentences stands in an earlier one with all its figures and names.
Of a cut block and a later one that holds it whole, the cut one goes. Of a block with something
new, the copied sentences go. What is not sure stays.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence

from kouetsu.api import Block, Edit, Pattern, Post
from kouetsu_rules.repetition.copying.comparison import Comparison, compare
from kouetsu_rules.repetition.copying.copies import CopiedBlock, Passage
from kouetsu_rules.repetition.copying.lines import Lines, without_sentences
from kouetsu_rules.repetition.copying.runs import LABEL, is_label
from kouetsu_rules.repetition.copying.told import Told, titles

PARAGRAPH = 60
"""Characters: what is shorter may lead in as it is."""
LEAD_IN = Pattern(r"[:：]\s*$|(?:以下|次)の[^。]*。?\s*$")


def deletions(post: Post, passages: Sequence[Passage]) -> list[tuple[Edit, ...]]:
    """For each passage the edits that take its copies away, none of which may be lost."""
    every = [_Deletion(post, passage) for passage in passages]
    # a section may be told again by several passages, and is empty only without all of them
    gone = set[int]().union(*(each.gone for each in every))
    kept = _with_names_of_their_own(post, gone, set().union(*(each.labels for each in every)))
    for each in every:
        each.gone -= kept
    gone -= kept
    for each in every:
        each.empty_sections(gone)
    others = {post.derived(compare).places[number].block.top for number in gone}
    return [each.edits(others) for each in every]


class _Deletion:
    def __init__(self, post: Post, passage: Passage) -> None:
        self._post = post
        self._passage = passage
        self._comparison = post.derived(compare)
        self._told = post.derived(Told)
        self.gone: set[int] = set()
        """The places that go as a whole."""
        self.labels: set[int] = set()
        """Labels that are told again, which may go with what they stand above."""
        self._sentences: list[Edit] = []
        for block in passage.blocks:
            if block.label and not block.block.in_list:
                if all(map(self._told.has, self._comparison.places[block.place].units)):
                    self.labels.add(block.place)
            else:
                self._block(block)
        self._solids()
        self._lead_ins()

    def edits(self, others: Container[int]) -> tuple[Edit, ...]:
        places = self._comparison.places
        blocks = (places[number].block for number in sorted(self.gone))
        whole = self._post.derived(Lines).without(blocks, others)
        return tuple(sorted([*whole, *self._sentences], key=lambda edit: edit.span))

    def empty_sections(self, gone: set[int]) -> None:
        """Take the headings and labels along under which nothing stays when all of these go.

        One that stands nowhere else goes, too: an empty section says nothing. What goes with
        them is added to ``gone``.
        """
        below: dict[int, int] = {}
        for place in sorted(self.gone, reverse=True):
            number = place - 1
            while number >= 0 and number not in gone:
                if number in self.labels or _is_title(self._comparison, number):
                    if not _empty_until(self._comparison, number, gone, below):
                        break
                    self.gone.add(number)
                    gone.add(number)
                elif not _says_nothing(self._comparison, number):
                    break
                number -= 1

    def _block(self, block: CopiedBlock) -> None:
        units = self._comparison.places[block.place].units
        told = [self._told.has(index) for index in units]
        for at in {0, len(told) - 1}:  # what a cut left at an edge
            told[at] = told[at] or (len(told) > 1 and self._told.has_fragment(units[at]))
        if self._comparison.places[block.place].part:
            if all(told) and self._keeps_targets(block.block, units):
                self._sentences += self._without_sentences(units, told)
            return
        if all(told):
            if self._keeps_targets(block.block, units):
                self.gone.add(block.place)
            return
        originals = self._cut_originals(units)
        for number in originals:
            self.gone.add(number)
            if number and is_label(self._comparison, self._comparison.places[number - 1]):
                if self._is_told_again(number - 1):
                    self.labels.add(number - 1)
                elif _empty_until(self._comparison, number - 1, self.gone, {}):
                    self.gone.discard(number)
        changed = any(not told[at] and self._is_changed(index) for at, index in enumerate(units))
        if not originals and not changed and self._keeps_targets(block.block, units):
            self._sentences += self._without_sentences(units, told)

    def _is_changed(self, index: int) -> bool:
        """Whether a sentence is an earlier one with a change rather than a new one."""
        match = self._comparison.matches.get(index)
        return match is not None and match.share >= 0.5

    def _cut_originals(self, units: range) -> list[int]:
        """Earlier blocks that break off and that this one tells to the end, with the orphaned
        rest of them if it stands apart."""
        comparison = self._comparison
        keys = {comparison.units[index].key for index in units}
        originals: list[int] = []
        for index in units:
            match = comparison.matches.get(index)
            if match is None or match.exact:
                continue
            key = comparison.units[index].key
            found = [comparison.units[source].place for source in match.sources]
            cut = [n for n in found if self._is_broken(n, keys, key, tail=True)]
            heads = [n for n in found if self._is_broken(n, keys, key, tail=False)]
            if cut:
                originals += [n for n in (*cut, *heads) if n not in originals]
        return [n for n in originals if n < units.start and n not in self.gone]

    def _is_told_again(self, number: int) -> bool:
        """Whether a place is a heading or label that the passage has too, and keeps."""
        places = self._comparison.places
        return is_label(self._comparison, places[number]) and any(
            places[other].key == places[number].key and other not in self.gone
            for other in self._passage.places
        )

    def _is_broken(self, number: int, keys: set[str], key: str, *, tail: bool) -> bool:
        """Whether a block breaks off within the sentence ``key``, or begins within it, and says
        nothing else that ``keys`` do not say."""
        place = self._comparison.places[number]
        if place.block.kind != "paragraph" or is_label(self._comparison, place):
            return False
        held = [self._comparison.units[unit] for unit in place.units]
        broken, others = (held[-1], held[:-1]) if tail else (held[0], held[1:])
        fits = key.startswith(broken.key) if tail else key.endswith(broken.key)
        return (
            fits
            and not place.part
            and broken.key != key
            and len(broken.key) >= (LABEL if tail else 2)
            and not (tail and broken.sentence.closed)
            and all(unit.key in keys for unit in others)
            and self._keeps_targets(place.block, place.units)
        )

    def _keeps_targets(self, block: Block, units: range) -> bool:
        """Whether every link, picture and note of a block stands in the earlier ones too."""
        own = _targets(block)
        if not own:
            return True
        kept: set[tuple[str, str]] = set()
        for index in units:
            match = self._comparison.matches.get(index)
            for source in match.sources if match else ():
                place = self._comparison.places[self._comparison.units[source].place]
                kept |= _targets(place.block)
        return own <= kept

    def _solids(self) -> None:
        """Code and tables that stood before go with the blocks on both sides of them."""
        places = self._comparison.places
        for number in self._passage.places:
            solid = places[number].block.kind in ("code", "table")
            if solid and number - 1 in self.gone and number + 1 in self.gone:
                self.gone.add(number)

    def _lead_ins(self) -> None:
        """What leads in to a list, code or table of which something stays must stay."""
        places = self._comparison.places
        tops = self._post.derived(_places_by_top)
        for number in sorted(self.gone, reverse=True):
            if number + 1 >= len(places):
                continue
            block, following = places[number].block, places[number + 1].block
            is_list = following.in_list and not block.in_list
            kept = (is_list or following.kind in ("code", "table")) and any(
                other not in self.gone for other in tops[following.top]
            )
            leads = block.prose is not None and LEAD_IN.search(block.prose.text)
            if kept and (leads or titles(self._comparison, places[number])):
                self.gone.discard(number)
                units = places[number].units
                if len(places[number].key) >= PARAGRAPH:  # its last sentence leads in
                    told = [*(True for _ in units[:-1]), False]
                    self._sentences += self._without_sentences(units, told)

    def _without_sentences(self, units: Sequence[int], told: Sequence[bool]) -> Iterator[Edit]:
        """Edits for the told sentences before and after what a block says that is new."""
        sentences = [self._comparison.units[index].sentence for index in units]
        first = next((at for at, known in enumerate(told) if not known), len(told))
        last = len(told) - next((at for at, known in enumerate(reversed(told)) if not known), 0)
        if any(told[first:last]):
            # What is left would be sentences from here and there, run together.
            return
        for start, end in ((0, first), (last, len(told))):
            run = sentences[start:end]
            if sum(len(sentence.normal) for sentence in run) >= 2 * LABEL:
                edit = without_sentences(self._post, run, end == len(told))
                if edit is not None:
                    yield edit


def _targets(block: Block) -> set[tuple[str, str]]:
    if block.prose is None:
        return set()
    return {
        (mark.kind, mark.target)
        for mark in block.prose.marks
        if mark.kind in ("link", "image", "footnote")
    }


def _with_names_of_their_own(
    post: Post, gone: Collection[int], labels: Collection[int]
) -> set[int]:
    """Of the places that go those of sections whose heading has figures or names of its own.

    Such a section is another one, though it says the same: a template filled for the next thing.
    """
    comparison, told = post.derived(compare), post.derived(Told)
    gone = set(gone)
    kept: set[int] = set()
    below: dict[int, int] = {}
    for number in range(max(gone, default=0) - 1, -1, -1):
        if number in gone or not (number in labels or _is_title(comparison, number)):
            continue
        end = _empty_until(comparison, number, gone, below)
        if end and (number in labels or told.names_stand(number)):
            gone.add(number)
        elif end:
            kept.update(range(number + 1, end))
            gone.difference_update(range(number + 1, end))
    return kept


def _empty_until(
    comparison: Comparison, number: int, gone: Collection[int], below: dict[int, int]
) -> int:
    """Where what follows a heading or label begins if nothing stays under it, else 0.

    ``below`` holds the next place that stays behind those that were asked for.
    """
    places = comparison.places
    at = number + 1
    while at < len(places) and (at in gone or _says_nothing(comparison, at)):
        at = below.get(at, at + 1)
    below[number] = at
    if at == len(places):  # a marker may part a heading from what goes
        return at if any(n in gone for n in range(number + 1, at)) else 0
    label, place = places[number].block, places[at]
    if place.block.kind == "heading":
        ends = not label.level or place.block.level <= label.level
    else:  # an item may be as short as a label
        ends = not label.level and not place.block.in_list and is_label(comparison, place)
    return at if ends and at > number + 1 else 0


def _places_by_top(post: Post) -> dict[int, list[int]]:
    tops: dict[int, list[int]] = {}
    for number, place in enumerate(post.derived(compare).places):
        tops.setdefault(place.block.top, []).append(number)
    return tops


def _is_title(comparison: Comparison, number: int) -> bool:
    place = comparison.places[number]
    return titles(comparison, place) and not _says_nothing(comparison, number)


def _says_nothing(comparison: Comparison, number: int) -> bool:
    """Whether a place is a rule or a marker."""
    place = comparison.places[number]
    if place.block.kind == "rule":
        return True
    weight = sum(comparison.units[index].weight for index in place.units)
    return place.is_prose and weight == 0 and len(place.key) <= 24
