"""Slots that were never filled, by how they are written and where they stand.

A notation alone proves nothing: templates are written about, forms have blanks, and brackets hold
remarks. A slot is a notation of templates around a field's name or an instruction, in a place
where a reader would look for the filling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.apart import apart
from kouetsu_rules.lines_with import places
from kouetsu_rules.places import line_around
from kouetsu_rules.quoting import spoken
from kouetsu_rules.seams.slots import blanks, bracketed, notes, variables
from kouetsu_rules.seams.slots.about import ABOUT, WRITTEN_OF, teaches
from kouetsu_rules.seams.slots.context import Context, Notation, Slot
from kouetsu_rules.seams.slots.printed import VALUE
from kouetsu_rules.seams.slots.to_copy import for_readers, spoken_of
from kouetsu_rules.shown import code_spans, coded, shown_spans, within

NOTATIONS = (
    *variables.NOTATIONS,
    *bracketed.NOTATIONS,
    *notes.NOTATIONS,
    *blanks.NOTATIONS,
    VALUE,
)
BRACKETS = "[［【〔{｛"
SLOTS = ("slot", "remark")
"""The groups that hold the slot itself, without the signs of its line."""
MOST = 20
"""So many names of slots are looked for again."""
TOP = 600
"""Within so many letters a post begins."""
FIELDS = ("title", "description", "excerpt", "summary")
# perf: square brackets that are no link's; most posts have none
LONE = Pattern(r"\[[^\[\]\n]{0,100}\](?![(\[:])|\[object")
NOTE = Pattern(r"(\[[^\[\]\n]{1,80}\]|【[^【】\n]{1,80}】|\{\{[^{}\n]{1,80}\}\}):")
ONE_BRACE = Pattern(r"[ \t]*\{(?!\{)")
COMMENTED = Pattern(r"<!--.*?-->|\{/\*.*?\*/\}", re.DOTALL)


def slots(post: Post) -> tuple[Slot, ...]:
    """The unfilled slots of the body and of what the front matter tells readers."""
    signs = post.signs
    if not post.contains(LONE):
        signs -= {"[", "]"}
    body = Span(post.body.start, len(post.text))
    searched = (body, *_fields(post))
    found: list[Slot] = []
    for notation in NOTATIONS:
        for span in searched:
            field = None if span is body else span
            for place in places(notation.pattern, post, *span, signs):
                if not _left_alone(post, notation, place.start(), field):
                    found += _judged(post, notation, place, field)
    found += _again(post, found)
    found.sort(key=lambda slot: (slot.span.start, -slot.span.end))
    return tuple(apart(found))


def _again(post: Post, found: list[Slot]) -> Iterator[Slot]:
    """The same brackets in speech: what was not filled in once was not filled in there."""
    text = post.text
    told = {text[slice(*slot.span)]: slot for slot in found if slot.certain}
    for words, slot in islice(told.items(), MOST):
        for place in re.finditer(re.escape(words), text) if words[0] in BRACKETS else ():
            before = text[line_around(text, *place.span()).start : place.start()]
            shown = within(place.start(), post.derived(_hidden))
            if spoken(before, len(before)) and place.start() >= post.body.start and not shown:
                yield Slot(Span(*place.span()), slot.key, certain=True)


def _left_alone(post: Post, notation: Notation, at: int, field: Span | None) -> bool:
    """Whether the post shows what stands there, or means its readers to fill it."""
    if field is None and within(at, post.derived(_hidden if notation.anywhere else _shielded)):
        return True
    # MDX has its own values in single braces
    if post.is_mdx and ONE_BRACE.match(post.text, at):
        return True
    if notation.readers and post.derived(for_readers):
        return True
    # a note to check something is none of a template's slots
    return notation.key != "review" and post.derived(teaches)


def _judged(
    post: Post, notation: Notation, place: re.Match[str], field: Span | None
) -> Iterator[Slot]:
    """The slot at a place that is written as one, if its line does not tell otherwise."""
    before, after = _line_around(post.text, place, field)
    about = WRITTEN_OF if notation.anywhere else ABOUT
    if _is_shown(post, before, place) or about.search(before + " " + after):
        return
    if notation.key in ("insert", "review") and spoken_of(after):
        return
    if place.group().startswith("{{") and variables.is_filled(post, place.group()):
        return
    context = Context(
        post,
        before,
        after,
        technical=post.derived(coded),
        templates=post.derived(_shows_templates),
        heading=field is not None or before.startswith("#"),
        top=place.start() < post.body.start + TOP,
    )
    certain = notation.judge(place, context)
    if certain is not None:
        part = next((name for name in SLOTS if place.groupdict().get(name)), 0)
        yield Slot(Span(*place.span(part)), notation.key, certain)


def _line_around(text: str, place: re.Match[str], field: Span | None) -> tuple[str, str]:
    """What stands before and behind a place in its line, or in its value of the front matter."""
    span = line_around(text, *place.span())
    if field is not None:
        # the inverted commas of a value are YAML's, not the text's
        span = Span(max(span.start, field.start), min(span.end, field.end))
    return text[span.start : place.start()], text[place.end() : span.end]


def _is_shown(post: Post, before: str, place: re.Match[str]) -> bool:
    """Whether the place is quoted, a picture's text or the name of a note at the end."""
    slot = place.group()
    of_a_tag = slot.isupper() and before.endswith(('="', "='"))
    quoted = spoken(before, len(before)) and not of_a_tag
    return quoted or before.endswith(("![", "![\\")) or slot in post.derived(_notes)


def _notes(post: Post) -> frozenset[str]:
    """The names that head a note at the end: [1]: …"""
    return frozenset(place[1] for place in NOTE.finditer(post.text))


def _fields(post: Post) -> Iterator[Span]:
    for name in FIELDS:
        scalar = post.front_matter.scalar(name)
        if scalar is not None:
            yield scalar.content


def _shows_templates(post: Post) -> bool:
    return any("{" in post.text[slice(*span)] for span in post.derived(shown_spans))


def _hidden(post: Post) -> tuple[Span, ...]:
    """Code, and comments, which show nothing."""
    comments = (Span(*place.span()) for place in COMMENTED.finditer(post.text))
    return tuple(sorted((*post.derived(code_spans), *comments)))


def _shielded(post: Post) -> tuple[Span, ...]:
    """Code, quotations and tables show slots for readers to fill; comments show nothing."""
    tables = (block.span for block in post.blocks if block.kind == "table")
    return tuple(sorted((*post.derived(_hidden), *post.derived(shown_spans), *tables)))
