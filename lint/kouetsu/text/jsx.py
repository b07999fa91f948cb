"""What MDX adds to Markdown: statements of its modules, and expressions in braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.patterns import Pattern
from kouetsu.spans import Span

# Inline code shows such signs; a word of a module begins a paragraph.
BEGINS = Pattern(
    r"(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]{1,2000}(?P=ticks)(?!`)"
    r"|(?:(?<=\n\n)|\A|(?<=[;'\"]\n))(?P<module>import[ ]+(?:[\"'{*]|\w+[ ]+from[ ]"
    r"|\w+,)|export[ ]+(?:const|let|var|default|function|async|class|\{|\*)(?!\w))"
    r"|(?<!\\)(?P<value>=)?(?P<brace>\{)(?!\{|%|:|/\*)"
    # an object as the value of a property: elsewhere two braces are a template's
    r"|(?<==)(?P<object>\{)(?=\{)"
)
STEP = Pattern(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])|(?P<blank>\n[ \t]*(?=\n))",
    re.DOTALL,
)


def scripts(body: str, code: list[Span]) -> Iterator[tuple[Span, bool]]:
    """The spans of such script outside fenced code; and whether it is the value of a property."""
    at = 0
    shown = iter(code)
    fence = next(shown, None)
    while (found := BEGINS.search(body, at)) is not None:
        while fence is not None and fence.end <= found.start():
            fence = next(shown, None)
        if fence is not None and fence.start <= found.start():
            at = fence.end
            continue
        at = found.end()
        if found["ticks"]:
            continue
        sign = "brace" if found["brace"] else "object"
        start = found.start() if found["module"] else found.start(sign)
        end = _end(body, start, found["module"] is not None)
        if end is None:
            # what is never closed does not compile; nor is the rest looked at again and again
            return
        yield Span(start, end), found["value"] is not None or found["object"] is not None
        at = end


def _end(body: str, start: int, module: bool) -> int | None:
    """Where the brackets are closed that are opened from ``start`` on; of a module, its lines."""
    depth = 0
    for step in STEP.finditer(body, start):
        if step["open"]:
            depth += 1
        elif step["close"]:
            depth -= 1
            if depth <= 0 and not module:
                return step.end()
        elif step["blank"] is not None and depth <= 0 and module:
            return step.start()
    return len(body.rstrip()) if module and depth <= 0 else None
