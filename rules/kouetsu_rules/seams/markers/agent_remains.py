"""What agents and structured answers leave: calls of tools, tags, the ends of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.seams.markers.elements import ELEMENTS, OWN
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.shown import said, shown_spans, within

# Tags that only models and their tools write.
TAG = Pattern(
    r"<(?:function|parameter)=\w[\w.\-]{0,60}>|"
    # what a chat service shows in its own page: cards, citations, chips
    r"</?(?:grok|oai|openai|chatgpt|claude|gemini|copilot|perplexity)"
    r"[-:_][a-z][\w:\-]{0,40}(?:\s[^<>\n]{0,300})?/?>|"
    r"</?(?:antml:)?(?:function_calls?|function_results?|invoke|tool_calls?|tool_use|tool_results?"
    r"|tool_code|thoughts?|think(?:ing)?|reasoning|scratchpad|final_answer|assistant_response"
    r"|user_query|system_prompt)(?:\s[^<>\n]{0,300})?/?>"
    r"(?![ \t]*(?:と|という|タグ|を|で|の|は|が|に(?![ \t]|$)|から|や|も|など|まで|[、,・/／]|だけ"
    r"|です|(?:tags?|tokens?|blocks?|marks?|means?|is|are|and|or)\b))"
)
# A name that HTML does not have at the beginning of a line, closed again: a part of an answer.
LABELLED = Pattern(
    r"^[ \t]*<(?P<name>[a-z]{3,20}(?:_[a-z]{1,20}){0,3})>(?=[^\n]*\S)"
    r"(?P<inner>(?:(?!<(?P=name)>).){1,2000}?)</(?P=name)>",
    re.MULTILINE | re.DOTALL,
)
CALL = Pattern(
    r"^[ \t]*(?:\[/?(?:TOOL_CALLS?|TOOL_RESULTS?|FUNCTION_CALL|THINK)\][ \t]*$"
    r"|tool_(?:code|outputs?)[ \t]*$|\$?[ ]?cat > [\w./\-]+ <<[^\n]*|EOF[ \t]*$(?=\s*\Z))"
    r"|\bto=(?:functions|web|python|browser|file_search)\b[.\w]*",
    re.MULTILINE,
)
# The ends of an answer in JSON: its first key, or its last quotation mark with the bracket.
HEAD = Pattern(
    r"^[ \t]*[\[{][\s\[{]*\"[A-Za-z_]\w{1,30}\"[ ]?:\s*(?:\"|\[|\{|-?\d|true|false|null)",
    re.MULTILINE,
)
CLOSING = Pattern(r"(?:^|(?<=[。！？.!?]))\"\s*[}\]]+[ \t]*,?[ \t]*\Z", re.MULTILINE)
CODE = ("tool_call", "tool_code", "tool_use", "tool_outputs", "function_call")
"""What a fence of an agent's call says it holds."""
LEAST_SAID = 12
"""What stands under a label is language; a component holds a key or an address."""
EDGE = 3


def agent_remains(post: Post) -> Iterator[Span]:
    """The remains in the prose and the markup of a post."""
    for prose in post.prose if post.may_hold(CALL) else ():
        for place in CALL.finditer(prose.text):
            if not prose.opaque(*place.span()):
                yield prose.span(*place.span())
    for block in post.blocks:
        if block.kind == "code" and block.language in CODE and not block.in_quote:
            yield block.span
    yield from _tags(post)
    yield from _json(post)


def _tags(post: Post) -> Iterator[Span]:
    """Runs of tags that only models write, a run on one line as one place."""
    text = post.text
    if "<" not in text:
        return
    places = [Span(*place.span()) for place in said(post, TAG)]
    for found in LABELLED.finditer(text, *post.body):
        places += _label(found, post.derived(shown_spans))
    run: Span | None = None
    for place in sorted(places):
        if run is not None and "\n" not in text[run.end : place.start]:
            run = run.joined(place)
            continue
        if run is not None:
            yield run
        run = place
    if run is not None:
        yield run


def _label(found: re.Match[str], shown: tuple[Span, ...]) -> Iterator[Span]:
    """The two tags of an element that HTML does not have."""
    name = found["name"]
    if len(found["inner"]) < LEAST_SAID:
        return
    if name not in ELEMENTS and name not in OWN and not within(found.start("name"), shown):
        yield Span(found.start("name") - 1, found.end("name") + 1)
        yield Span(found.end("inner"), found.end())


def _json(post: Post) -> Iterator[Span]:
    items = post.derived(segments).items
    for segment in items:
        place = HEAD.match(segment.text)
        if place and not segment.prose.opaque(segment.start, segment.start + place.end()):
            yield segment.span(segment.start, segment.start + place.end())
    for segment in items[-EDGE:]:
        place = CLOSING.search(segment.text)
        if place:
            start = segment.start + place.start()
            if not segment.prose.opaque(start, segment.end):
                yield segment.span(start, segment.end)
