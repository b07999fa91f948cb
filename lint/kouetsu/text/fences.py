"""Where a post's front matter stands, also where its fences are missing, doubled or misspelt.

People's Markdown has thematic breaks: what does not begin the file is taken for front matter only
when its lines are ``key: value`` throughout, with keys that publishers know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.nodes import Problem

Kind = Literal["yaml", "toml", "json"]

_LINE = Pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_OPEN = Pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSE = {
    "yaml": Pattern(r"(?:(?<=[\r\n])|\A)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "toml": Pattern(r"(?:(?<=[\r\n])|\A)\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}
_LOOK_ALIKE = Pattern(r"[ \t]*(?:-{2,}|[—–―ー－─]{1,}|\*{3,}|_{3,}|={3,}|~{3,}|-{3,}\+)[ \t]*")
_KEY = Pattern(r"([A-Za-z_][A-Za-z0-9_-]*)[ \t]*:(?=[\s]|\Z)")
_BOLD_KEY = Pattern(r"(?:\*\*|__)([A-Za-z_][A-Za-z0-9_ -]*?)(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])")
_WIDE_COLON = Pattern(r"[A-Za-z_][A-Za-z0-9_-]*[ \t]*：")
_TOML_KEY = Pattern(r"""([A-Za-z_][A-Za-z0-9_-]*|"[^"\r\n]*")[ \t]*=""")
_JSON_KEY = Pattern(r"""[ \t]*"([^"\r\n]*)"[ \t]*:""")
_KEYS = {"yaml": _KEY, "toml": _TOML_KEY, "json": _JSON_KEY}
_FENCES: dict[Kind, str] = {"yaml": "---", "toml": "+++", "json": "}"}
_INDENTED = Pattern(
    r"(?P<indent>[ \t]+)(?P<fence>---)[ \t]*\r?\n"
    r"(?P<inner>(?:(?!(?P=indent)---[ \t]*\r?$)(?:(?P=indent)[^\n]*|\r?)\n)+)"
    r"(?P=indent)---[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_CODE_FENCE = Pattern(r" {0,3}(`{3,}|~{3,})")
# Begins with its letters: a body is searched for these quickly.
_DEEP = Pattern(r"---(?<=[\r\n]---)[ \t]*(?:\r\n|\r|\n)(?=[a-z_]+:)")

KNOWN_KEYS = frozenset(
    """title layout date tags tag categories category description excerpt summary author authors
    slug draft published publishdate pubdate lastmod updated image images permalink emoji type
    topics weight url cover heroimage thumbnail keywords reading_time lang subtitle""".split()  # noqa: SIM905
)
_NAMING_KEYS = frozenset(("title", "layout", "date"))
_PREFACE_LIMIT = 3_000
"""How far from the start of the file a front matter is looked for."""


class Line(Struct, frozen=True):
    """A line: its text without the line break, where it starts and where the next one does."""

    text: str
    start: int
    following: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


class Place(Struct, frozen=True):
    """A front matter found: with its fences, between them, and what is wrong with both."""

    kind: Kind
    span: Span
    inner: Span
    problems: tuple[Problem, ...] = ()


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of that part; LF, CRLF and CR end a line, nothing else does."""
    end = len(text) if end is None else min(end, len(text))
    while start < end:
        found = _LINE.match(text, start, end)
        following = found.end() if found else end
        yield Line(text[start:following].rstrip("\r\n"), start, following)
        start = following


def find_front_matter(text: str) -> Place | None:
    """Where the front matter is; ``None`` where there is none."""
    opening = _OPEN.match(text)
    if opening is None:
        return _json(text) or _indented(text) or _after_something(text)
    kind: Kind = "yaml" if opening[1] == "---" else "toml"
    closing = _CLOSE[kind].search(text, opening.end())
    if closing is None:
        return unclosed(text, kind, opening.end())
    span = Span(0, closing.end())
    inner = Span(opening.end(), closing.start())
    if not text[inner.start : inner.end].strip() and kind == "yaml":
        return _fenced_twice(text, span) or Place(kind, span, inner)
    return Place(kind, span, inner)


def unclosed(text: str, kind: Kind, start: int) -> Place | None:
    """What can be taken for the front matter that begins at ``start`` and is not closed."""
    end = extent(text, start, kind)
    if not known_keys(text, Span(start, end), kind):
        return None
    fence = Span(0, 3)
    line = next(lines_of(text, end), None)
    if line is not None and _LOOK_ALIKE.fullmatch(line.text):
        problem = Problem(line.span, "fence-look-alike", {"fence": _FENCES[kind]})
        return Place(kind, Span(0, line.following), Span(start, end), (problem,))
    return Place(kind, Span(0, end), Span(start, end), (not_closed(fence, end, kind),))


def not_closed(opening: Span, end: int, kind: Kind) -> Problem:
    """What is wrong where the front matter should have been closed at ``end``."""
    return Problem(opening, "not-closed", {"fence": _FENCES[kind]}, Span(end, end))


def extent(text: str, start: int, kind: Kind = "yaml") -> int:
    """Where the run of lines that look like front matter ends, blank lines at its end left out."""
    end = start
    after_blank = False
    is_key = _KEYS[kind].match
    for line in lines_of(text, start, start + 64 * 1024):
        if line.is_blank:
            after_blank = True
            continue
        belongs = is_key(line.text) or (
            not after_blank and re.match(r"[ \t]+\S|- |-$|#|\[|\]|\}", line.text)
        )
        if not belongs:
            break
        end, after_blank = line.following, False
    return end


def ends_early(text: str, inner: Span) -> int | None:
    """Where broken YAML turns into prose: the closing fence was lost, a later ``---`` is a break.

    ``None`` where keys follow, so that it is the value of one key that is broken.
    """
    end = extent(text, inner.start)
    if end >= inner.end or not known_keys(text, Span(inner.start, end)):
        return None
    rest = text[end : inner.end]
    if not rest.strip() or not re.match(r"[ \t]*[\r\n]", rest):
        return None
    return None if known_keys(text, Span(end, inner.end)) else end


def misspelt_key(text: str, inner: Span) -> Problem | None:
    """The first key in bold, or with a full-width colon, that makes the YAML unreadable."""
    for line in lines_of(text, *inner):
        if found := _BOLD_KEY.match(line.text):
            return Problem(Span(line.start, line.start + found.end()), "bold-keys")
        if wide := _WIDE_COLON.match(line.text):
            colon = line.start + wide.end()
            return Problem(Span(colon - 1, colon), "wide-colon")
    return None


def known_keys(text: str, span: Span, kind: Kind = "yaml") -> set[str]:
    """The keys in that part that publishers know."""
    key_of = _KEYS[kind]
    names = (key_of.match(line.text) for line in lines_of(text, *span))
    return {name for found in names if found and (name := found[1].lower()) in KNOWN_KEYS}


def following_front_matter(text: str, start: int) -> Place | None:
    """A second front matter that stands directly at ``start``, blank lines aside."""
    for line in lines_of(text, start):
        if not line.is_blank:
            return _fenced(text, line, least=1)
    return None


def deep_front_matters(text: str, start: int) -> Iterator[Place]:
    """Front matters within the body, outside code blocks: where the writer began anew."""
    code = ""
    read = start
    for found in _DEEP.finditer(text, start):
        code = _code_fence_at(text, read, found.start(), code)
        read = found.start()
        line = next(lines_of(text, found.start()))
        place = None if code else _fenced(text, line, least=3)
        if place is not None:
            yield place


def _code_fence_at(text: str, start: int, end: int, code: str) -> str:
    """The code fence that is open at ``end``, if ``code`` was at ``start``."""
    for line in lines_of(text, start, end):
        if fence := _CODE_FENCE.match(line.text):
            code = "" if code and fence[1].startswith(code) else code or fence[1]
    return code


def _json(text: str) -> Place | None:
    if not re.match(r"\{\s*\"", text):
        return None
    from kouetsu.text.json_nodes import object_end

    end = object_end(text, 0)
    if end is None:
        return _unclosed_json(text)
    following = _LINE.match(text, end)
    if following is None or following[0].strip():
        return None
    return Place("json", Span(0, following.end()), Span(0, end))


def _unclosed_json(text: str) -> Place | None:
    brace = Span(0, 1)
    end = extent(text, brace.end, "json")
    if not known_keys(text, Span(brace.end, end), "json") & _NAMING_KEYS:
        return None
    return Place("json", Span(0, end), Span(0, end), (not_closed(brace, end, "json"),))


def _indented(text: str) -> Place | None:
    """A front matter of which every line is indented: what a template was set in."""
    found = _INDENTED.match(text, 0, 64 * 1024)
    if found is None:
        return None
    inner = Span(*found.span("inner"))
    dedented = dedent(text[slice(*inner)])
    known = known_keys(dedented, Span(0, len(dedented)))
    if len(known) < 2 or not known & _NAMING_KEYS:
        return None
    problem = Problem(Span(*found.span("fence")), "indented")
    return Place("yaml", Span(0, found.end()), inner, (problem,))


def _fenced_twice(text: str, empty: Span) -> Place | None:
    """``---`` written twice before the keys: an empty front matter, and the keys are body."""
    end = extent(text, empty.end)
    closing = next(lines_of(text, end), None)
    if closing is None or not re.fullmatch(r"---[ \t]*", closing.text):
        return None
    if not known_keys(text, Span(empty.end, end)):
        return None
    problem = Problem(Span(0, len(text[: empty.end].rstrip())), "fence-twice")
    return Place("yaml", Span(0, closing.following), Span(empty.end, end), (problem,))


def _after_something(text: str) -> Place | None:
    """A front matter after blank lines, a preface, a code fence, or without its first fence."""
    first = next((line for line in lines_of(text) if not line.is_blank), None)
    if first is None:
        return None
    if (place := _without_opening(text, first)) or (place := _in_code_block(text, first)):
        return place
    code = ""
    for line in lines_of(text, first.start, first.start + _PREFACE_LIMIT):
        code = _code_fence_at(text, line.start, line.following, code)
        if code or line.is_blank:
            continue
        at_start = line.start == first.start
        least = 1 if at_start or _is_preface(text[first.start : line.start]) else 2
        place = _fenced(text, line, least, look_alikes=at_start)
        if place is None:
            continue
        if not at_start:
            words = text[first.start : line.start].rstrip()
            before = Problem(Span(first.start, first.start + len(words)), "text-before")
            return replace(place, problems=(before, *place.problems))
        if line.start:
            blank = Problem(Span(0, line.start), "blank-before")
            return replace(place, problems=(blank, *place.problems))
        return place
    return None


def _is_preface(words: str) -> bool:
    """A few sentences, such as begin an answer: one known key is then enough."""
    return len(words) <= 300 and not re.search(r"^[ \t]*(?:#|[-*+>|]|\d+\.)", words, re.MULTILINE)


def _fenced(text: str, line: Line, least: int, *, look_alikes: bool = False) -> Place | None:
    """The front matter that this line opens, if ``least`` keys of those inside are known."""
    opening = _OPEN.match(text, line.start)
    problems: tuple[Problem, ...] = ()
    if opening is None:
        if not look_alikes or not _LOOK_ALIKE.fullmatch(line.text):
            return None
        problems = (Problem(line.span, "fence-look-alike", {"fence": "---"}),)
        least = 2
    kind: Kind = "toml" if opening and opening[1] == "+++" else "yaml"
    end = extent(text, line.following, kind)
    closing = next((it for it in lines_of(text, end) if not it.is_blank), None)
    if closing is None:
        return None
    if not _CLOSE[kind].match(text, closing.start):
        if not _LOOK_ALIKE.fullmatch(closing.text):
            return None
        other = Problem(closing.span, "fence-look-alike", {"fence": _FENCES[kind]})
        problems = (*problems, other)
    inner = Span(line.following, closing.start)
    known = known_keys(text, inner, kind)
    if len(known) < least or not known & _NAMING_KEYS:
        return None
    return Place(kind, Span(line.start, closing.following), inner, problems)


def _without_opening(text: str, first: Line) -> Place | None:
    """Keys at the very start: in bold, or with a closing fence only.

    Bare keys without any fence are left alone: Pelican and MultiMarkdown write them so.
    """
    if _BOLD_KEY.match(first.text):
        return _bold_keys(text, first)
    if not re.match(r"[a-z_]+:[ \t]", first.text):
        return None
    end = extent(text, first.start)
    closing = next(lines_of(text, end), None)
    if closing is None or not re.fullmatch(r"---[ \t]*", closing.text):
        return None
    known = known_keys(text, Span(first.start, end))
    if len(known) < 2 or not known & _NAMING_KEYS:
        return None
    span = Span(first.start, closing.following)
    key_end = first.start + first.text.index(":") + 1
    problem = Problem(Span(first.start, key_end), "not-opened", related=closing.span)
    return Place("yaml", span, Span(first.start, end), (problem,))


def _bold_keys(text: str, first: Line) -> Place | None:
    end = first.start
    names: set[str] = set()
    for line in lines_of(text, first.start):
        found = _BOLD_KEY.match(line.text.lstrip())
        if found is None:
            if line.is_blank or re.fullmatch(r"---[ \t]*", line.text):
                end = line.following if not line.is_blank else end
                break
            return None
        names.add(found[1].strip().lower())
        end = line.following
    if len(names & KNOWN_KEYS) < 2 or "title" not in names:
        return None
    words = text[first.start : end].rstrip("\r\n- \t")
    problem = Problem(Span(first.start, first.start + len(words)), "bold-keys")
    span = Span(first.start, end)
    return Place("yaml", span, span, (problem,))


def _in_code_block(text: str, first: Line) -> Place | None:
    """A code fence that opens the file with the front matter in it."""
    found = _CODE_FENCE.match(first.text)
    if found is None:
        return None
    problem = Problem(first.span, "in-code-block")
    inside = next((line for line in lines_of(text, first.following) if not line.is_blank), None)
    if inside is None:
        return None
    place = _fenced(text, inside, least=1)
    if place is None:
        end = extent(text, inside.start)
        known = known_keys(text, Span(inside.start, end))
        if len(known) < 2 or not known & _NAMING_KEYS:
            return None
        inner = Span(inside.start, end)
        place = Place("yaml", inner, inner)
    # Where the block holds nothing else its closing fence is not body.
    closing = next((line for line in lines_of(text, place.span.end) if not line.is_blank), None)
    end = place.span.end
    if closing and closing.text.strip() == found[1]:
        end = closing.following
    elif place.inner == place.span:
        return None
    return replace(place, span=Span(place.span.start, end), problems=(problem, *place.problems))
