"""Hover: the page of the rule that speaks at a place, or that a suppression names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from kouetsu.documentation import page
from kouetsu.lsp.documents import Linted
from kouetsu.lsp.terms import Terms
from kouetsu.run.registry import UnknownRule
from kouetsu.run.suppression.directives import directives
from kouetsu.spans import Span

# The signs of our own pages. What an example or code shows keeps its own: they may be the fault.
MARKUP = re.compile(
    r"^(?P<fence>`{3,}).*\n(?P<example>(?:.*\n)*?)(?P=fence)[ \t]*(?:\n|\Z)"
    r"|(?<!`)`(?P<code>[^`\n]+)`(?!`)|^#{1,6} |\*\*",
    re.MULTILINE,
)


def hover(linted: Linted, position: types.Position, terms: Terms) -> types.Hover | None:
    """The pages of the rules at that position."""
    if linted.post is None or linted.outfit is None:
        return None
    positions = terms.positions(linted.post.source)
    offset = positions.offset(position)
    found = list(_rules_at(linted, offset))
    if not found:
        return None
    rules = linted.outfit.registry.rules
    names = dict.fromkeys(name for name, _ in found if name in rules)
    pages = [
        f"**{name}** ({rules[name].group})\n\n{page(rules[name], linted.language)}"
        for name in names
    ]
    told = "\n\n---\n\n".join(pages)
    kind = types.MarkupKind.Markdown
    if not terms.abilities.markdown:
        kind, told = types.MarkupKind.PlainText, plain(told)
    narrowest = min((span for _, span in found), key=lambda span: span.size)
    return types.Hover(types.MarkupContent(kind, told), positions.range(narrowest))


def plain(page: str) -> str:
    """A page for editors that show no Markdown."""
    return MARKUP.sub(lambda sign: sign["example"] or sign["code"] or "", page)


def _rules_at(linted: Linted, offset: int) -> Iterator[tuple[str, Span]]:
    assert linted.post is not None
    assert linted.outfit is not None
    for found in linted.diagnostics:
        if found.span.start <= offset <= found.span.end:
            yield found.rule, found.span
    for directive in directives(linted.post):
        for named in directive.names:
            if named.span.start <= offset <= named.span.end:
                try:
                    rules = linted.outfit.registry.named(named.word)
                except UnknownRule:
                    continue
                if len(rules) == 1:  # a group has no page
                    yield next(iter(rules)), named.span
