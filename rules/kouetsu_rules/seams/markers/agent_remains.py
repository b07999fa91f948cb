"""What agents and structured answers leave: calls of tools, traces of thought, ends of JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Prose, Span
from kouetsu_rules.lines_with import at_lines
from kouetsu_rules.seams.markers.elements import ELEMENTS, OWN
from kouetsu_rules.seams.markers.segments import segments
from kouetsu_rules.shown import said, shown_spans, within

# Tags that no HTML has and that only models and their tools write.
TAG = Pattern(
    r"<(?:function|parameter)=\w[\w.\-]{0,60}>|"
    # what a chat service shows in its own page: cards, citations, chips
    r"</?(?:grok|oai|openai|chatgpt|claude|gemini|copilot|perplexity|deepseek|kimi|qwen|doubao)"
    r"[-:_][a-z][\w:\-]{0,40}(?:\s[^<>\n]{0,300})?/?>|"
    r"</?(?:antml:)?(?:function_calls?|function_results?|invoke|tool_calls?|tool_use"
    r"|tool_results?|tool_response|tool_code"
    r"|thoughts?|think(?:ing)?|reasoning|scratchpad|inner_monologue|search_quality_\w+"
    r"|final_answer|final_response"
    r"|assistant_response|user_query|system_prompt"
    r"|document_content|write_to_file|attempt_completion)(?:\s[^<>\n]{0,300})?/?>"
    r"(?![ \t]*(?:と|という|タグ|を|で|の|は|が|に(?![ \t]|$)|から|や|も|など|まで|[、,・/／]|だけ"
    r"|です"
    r"|(?:tags?|tokens?|blocks?|marks?|means?|is|are|and|or)\b))"
)
# A name of two words is no element of HTML; people write one for a value to be filled in.
PAIRED = Pattern(
    r"(?P<line>^[ \t]*)?<(?P<end>/)?(?P<name>[a-z]{1,30}(?:_[a-z]{1,30}){1,4})>(?(line)(?P<alone"
    r">(?=[ \t]*$))?)",
    re.MULTILINE,
)
# A name that HTML does not have at the beginning of a line, closed again: a part of an answer.
LABELLED = Pattern(
    r"^[ \t]*<(?P<name>[a-z]{3,20})>(?=[^\n]*\S)"
    r"(?P<inner>(?:(?!<(?P=name)>).){1,2000}?)</(?P=name)>",
    re.MULTILINE | re.DOTALL,
)
# The same, from words that HTML, or a post's components, may have: alone on a line only.
LONE_TAG = Pattern(
    r"^[ \t]*</?(?:answer|response|parameter|instructions?|context|document|reflection|planning"
    r"|plan|observation|action)>[ \t]*$",
    re.MULTILINE,
)
CALL_LINE = Pattern(
    r"[ \t]*(?:\[/?(?:TOOL_CALLS?|TOOL_RESULTS?|FUNCTION_CALL|AVAILABLE_TOOLS|TOOL_USE"
    r"|THINK(?:ING)?|THOUGHT)\][ \t]*$"
    r"|tool_(?:code|outputs?)[ \t]*$|(?:assistant|system|user)\s*to=\w+"
    r"|\$?[ ]?cat > [\w./\-]+ <<[^\n]*|(?:EOF|MARKDOWN|HEREDOC)[ \t]*$(?=\s*\Z)"
    r"|(?:Tool|Function)[ ]?:[ ]*\w+_\w+[^\n]*$"
    r"|\[(?:thinking|thought|reasoning|tool|assistant|思考"
    r"|推論)\](?=[ \t]+[^とがはをの\s])"
    r"|(?:Tool (?:result|output|call|response)|Function (?:call|result))s?[ ]?[:：][^\n]*$"
    r"|(?:print\()?(?:(?:web|google|file|image|code|news)_?(?:search|fetch|read|browse)"
    r"|(?:search|fetch|browse|lookup)(?=\([\x22']|\(query)|(?:search|fetch|read|write|browse|open"
    r"|create|save|edit|run|get|call)_\w+)\([^\n]{0,200}\)[ \t]*$)",
    re.MULTILINE,
)
CALL = Pattern(
    r"\bto=(?:functions|web|python|browser|file_search)\b[.\w]*"
    r"|\b(?:default_api|functions)\.\w+\([^\n]{0,200}"
    r"|\b(?:Calling|Using|Invoking|Running) (?:the )?tool[ ]?:?[ ]?`?\w+_\w+[^\n]*",
)
# The trace of an agent that thinks, acts and observes by turns.
STEP = Pattern(
    r"^[ \t]*(?P<step>Thought|Action Input|Action|Observation"
    r"|Final Answer)[ ]?:[ \t]*(?P<said>[^\n]*)$",
    re.MULTILINE,
)
# Who explains such a trace names its steps in a list or within sentences, too.
NAMED_STEP = Pattern(
    r"^[ \t]*(?:[-*+]|\d+[.)]|[|>])[ ][*`]*(?P<item>Thought|Action|Observation)\b"
    r"|[\w、。（(「`][ ]?`?(?P<word>Thought|Observation)(?![ ]?:)\b",
    re.MULTILINE,
)
TOOL_NAME = Pattern(
    r"^\w+_\w+(?:\(.*\)|\[.*\])?$|^(?:search|browse|fetch|lookup|finish)(?:\[.*\]|\(.*\))?$",
    re.IGNORECASE,
)
# The ends of an answer in JSON: its first keys, or its last with the bracket.
KEY = r"\"[A-Za-z_]\w{1,30}\"[ ]?:\s*"
HEAD = Pattern(rf"^[ \t]*[\[{{][\s\[{{]*{KEY}(?:\"|\[|\{{|-?\d|true|false|null)", re.MULTILINE)
TAIL = Pattern(
    rf"(?:^[ \t]*|(?<=[。！？.!?]))\"?\s*[}}\]]*\s*,?\s*{KEY}[^\n]{{0,300}}[\]}}]\s*\Z",
    re.MULTILINE,
)
CLOSING = Pattern(r"(?:^|(?<=[。！？.!?]))\"\s*[}\]]+[ \t]*,?[ \t]*\Z", re.MULTILINE)
CODE = (
    "tool_call",
    "tool_code",
    "tool_use",
    "tool_outputs",
    "function_call",
    "thinking",
    "thought",
)
"""What a fence of an agent's call says it holds."""
LEAST_SAID = 12
"""What stands under a label is language; a component holds a key or an address."""
EDGE = 3


def agent_remains(post: Post) -> Iterator[Span]:
    """The remains in the prose and the markup of a post."""
    calls = post.may_hold(CALL)
    steps = post.may_hold(STEP) and not _explains_steps(post)
    for prose in post.prose:
        within_lines = CALL.finditer(prose.text) if calls else ()
        for place in (*at_lines(CALL_LINE, prose.text), *within_lines):
            if not prose.opaque(*place.span()):
                yield prose.span(*place.span())
        if steps:
            yield from _trace(prose)
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
    shown = post.derived(shown_spans)
    places = [Span(*place.span()) for pattern in (TAG, LONE_TAG) for place in said(post, pattern)]
    named = [
        place
        for place in PAIRED.finditer(text, post.body.start, post.body.end)
        if not within(place.start("name"), shown)
    ]
    places += (
        span for found in LABELLED.finditer(text, *post.body) for span in _label(found, shown)
    )
    closed = {place["name"] for place in named if place["end"]}
    places += [
        Span(*place.span())
        for place in named
        if place["name"] in closed or place["alone"] is not None
    ]
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


def _explains_steps(post: Post) -> bool:
    named = NAMED_STEP.finditer(post.text, *post.body)
    return len({place["item"] or place["word"] for place in named}) > 1


def _trace(prose: Prose) -> Iterator[Span]:
    steps = [*STEP.finditer(prose.text)]
    if not steps:
        return
    names = {place["step"] for place in steps}
    called = any(place["step"] == "Action" and TOOL_NAME.match(place["said"]) for place in steps)
    if len(names) > 2 or called:
        yield prose.span(steps[0].start(), steps[-1].end())


def _json(post: Post) -> Iterator[Span]:
    items = post.derived(segments).items
    for segment in items:
        place = HEAD.match(segment.text)
        if place and not segment.prose.opaque(segment.start, segment.start + place.end()):
            yield segment.span(segment.start, segment.start + place.end())
    for segment in items[-EDGE:]:
        place = TAIL.search(segment.text) or CLOSING.search(segment.text)
        if place:
            start = segment.start + place.start()
            if not segment.prose.opaque(start, segment.end):
                yield segment.span(start, segment.end)
