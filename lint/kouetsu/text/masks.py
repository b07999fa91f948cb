"""What a site's own syntax adds to Markdown, hidden from the Markdown parser.

Liquid, kramdown attribute lists, Hugo shortcodes, ``:::`` containers, ``$$`` formulas and bare
addresses would be read as text, and their stars and underscores as emphasis. They are masked
with as many bytes as they have, so that every range of the parser still fits the source. In MDX
so are its modules and expressions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kouetsu.patterns import Pattern
from kouetsu.spans import Span
from kouetsu.text.jsx import scripts

ADDRESS = r"https?://[A-Za-z0-9\-._~:/?#@!$&'+,;=%]+"

# A tag that stands alone on its line separates blocks, as the HTML that it stands for does.
LONE_TAG = Pattern(
    r"^[ \t]{0,12}(?P<tag>\{%-?[^%\n]{0,400}?-?%\}|\{\{[<%][^\n]{0,400}?[>%]\}\}"
    r"|\{::?[^{}\n]{0,200}\}|:{3,}[^\n]{0,200})[ \t]*$",
    re.MULTILINE,
)
CODE_TAG = Pattern(r"\{%-?\s*(?:end)?highlight\b|\{\{[<%]\s*/?\s*highlight\b")
# A pair of tags around data, of a chart or a map: what it holds is code. Text begins otherwise.
DATA = Pattern(
    r"^[ \t]{0,12}(?:\{\{<\s*(?P<name>[\w./-]+)(?!\w)[^\n]{0,400}>\}\}"
    r"|\{%-?[ ]*(?P<word>\w+)\b[^%\n]{0,400}%\})[ \t]*\n"
    r"(?=\s*(?:\{[ \t]*(?:\n|[\"'\w]+[ ]*:)|\[[ \t]*(?:\n|[\[{\"'])"
    r"|(?:type|data|options|labels|series)[ ]?:[ ]*[\"'{\[]))"
    r"(?:(?![ \t]*(?:\{[{%]|```|~~~))[^\n]*\n){1,2000}?"
    r"(?=[ \t]{0,12}\{(?:\{<\s*/\s*(?P=name)\s*>\}\}|%-?[ ]*end(?P=word)[ ]*-?%\})[ \t]*$)",
    re.MULTILINE,
)
INLINE = Pattern(
    r"(?P<tag>\{%[^%\n]{0,400}%\}|\{\{[^{}\n]{0,400}\}\}|\{:[^{}\n]{0,200}\})"
    r"|(?P<formula>\$\$[^$]{1,4000}\$\$)"
    r"|(?<![(<\"'=\]A-Za-z0-9])(?P<address>" + ADDRESS + ")"
)
# Quotations and lists in one another, on one line, beyond what any reader could follow.
NESTED = Pattern(
    r"^(?:[ \t]{0,4}(?:>|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t]))){200}(?P<rest>[^\n]+)",
    re.MULTILINE,
)
# Tabs may follow the fence that closes code (CommonMark 0.30, 4.5); pulldown-cmark has spaces only.
TABBED = Pattern(r"^[ ]{0,3}(?:`{3,}|~{3,})\t[ \t]*(?=$)", re.MULTILINE)
FENCE = Pattern(r"^[ \t]{0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)


class Masked:
    """A body with its foreign syntax masked; spans are code points of the body.

    ``text`` has as many UTF-8 bytes as the body. ``lone`` are the offsets of lines that are
    tags only, ``opaque`` the spans of formulas and addresses, ``hidden`` those of inline tags.
    """

    def __init__(self, body: str, mdx: bool = False) -> None:
        self.lone: set[int] = set()
        self.hidden: list[Span] = []
        self.opaque: list[Span] = []
        body = TABBED.sub(lambda found: found.group().replace("\t", " "), body)
        self.text = body
        nested = [
            (*found.span("rest"), _filler(found["rest"]))
            for found in NESTED.finditer(body)
            if found["rest"].strip("-* \t")  # else it is a rule: - - - -
        ]
        signs = ("{", ":::", "$$", "://")
        if not nested and not mdx and not any(sign in body for sign in signs):
            return
        code = _fenced(body)
        data = [Span(*found.span()) for found in DATA.finditer(body)] if "{" in body else []
        self._data = {edge for span in data for edge in span}
        replaced = nested + [
            (*found.span("tag"), self._mask_line(found))
            for found in LONE_TAG.finditer(body)
            if not _within(found.start("tag"), code)
        ]
        if mdx:
            replaced += self._mask_scripts(body, code, replaced)
        taken = sorted(Span(start, end) for start, end, _ in replaced)
        for found in INLINE.finditer(body):
            span = Span(*found.span())
            # A formula may begin before a line that is a tag.
            if _within(span.start, code) or _touches(span, taken):
                continue
            (self.hidden if found["tag"] else self.opaque).append(span)
            replaced.append((*span, _filler(found.group())))
        replaced.sort()
        parts: list[str] = []
        last = 0
        for start, end, filler in replaced:
            parts += (body[last:start], filler)
            last = end
        parts.append(body[last:])
        self.text = "".join(parts)

    def _mask_line(self, found: re.Match[str]) -> str:
        tag = found["tag"]
        size = len(tag.encode("utf-8"))
        if CODE_TAG.match(tag) or found.start() in self._data:
            return "```".ljust(size)
        self.lone.add(found.start("tag"))
        return "***".ljust(size)

    def _mask_scripts(
        self, body: str, code: list[Span], tags: list[tuple[int, int, str]]
    ) -> Iterator[tuple[int, int, str]]:
        taken = sorted(Span(start, end) for start, end, _ in tags)
        for span, value in scripts(body, code):
            if not _touches(span, taken):
                # A property of a tag is the parser's; it has its lines joined, as nothing ends it.
                if not value:
                    self.hidden.append(span)
                yield (*span, "x" * len(body[slice(*span)].encode("utf-8")))


def _filler(text: str) -> str:
    """As many letters as the text has bytes, its newlines kept."""
    return "\n".join("x" * len(line.encode("utf-8")) for line in text.split("\n"))


def _fenced(body: str) -> list[Span]:
    """Fenced code, as far as it matters here: what stands in it is no tag."""
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for fence in FENCE.finditer(body):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and fence.group().strip() == fence[1]:
            spans.append(Span(opened.start(), fence.end()))
            opened = None
    if opened is not None:
        spans.append(Span(opened.start(), len(body)))
    return spans


def _within(offset: int, spans: list[Span]) -> bool:
    # Bisect, for a hostile file may hold a hundred thousand tags.
    index = bisect_right(spans, (offset, float("inf"))) - 1
    return index >= 0 and spans[index].start <= offset < spans[index].end


def _touches(span: Span, spans: list[Span]) -> bool:
    index = bisect_right(spans, (span.start, float("inf")))
    return _within(span.start, spans) or (index < len(spans) and spans[index].start < span.end)
