"""Containers of ``:::`` that are printed as they stand: half of one, or one of another site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity, Span
from kouetsu_rules.shown import code_spans, within

LINE = Pattern(
    r"^[ \t]*(?:[>*-][ ]?)*(?P<colons>:{3,})[ \t]*(?P<name>[a-zA-Z]*)(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
# https://zenn.dev/zenn/articles/markdown-guide and https://qiita.com/Qiita/items/c686397e4a0f4f11683d
ZENN, QIITA = frozenset(("message", "details")), frozenset(("note",))
Place = tuple[Span, str, Severity | None]


def containers(post: Post) -> Iterator[Place]:
    if ":::" not in post.text:
        return
    foreign, own = _foreign(post), 0
    stray: list[Span] = []
    opened: list[int] = []
    code = post.derived(code_spans)
    for line in LINE.finditer(post.text, *post.body):
        if within(line.start("colons"), code):
            continue
        span = Span(line.start("colons"), line.start() + len(line.group().rstrip()))
        if line["name"] or line["rest"].strip():
            opened.append(len(line["colons"]))
            own += 1
            if line["name"] in foreign:
                yield span, "container", None
        elif opened:
            opened.pop()
        else:
            stray.append(span)
    # without a container, lines of colons may part the text
    for span in stray if own or len(stray) == 1 else ():
        yield span, "unopened", None if own else Severity.WARNING


def _foreign(post: Post) -> frozenset[str]:
    """The containers of the site that the front matter is not for."""
    data = post.front_matter.data
    if "emoji" in data and data.get("type") in ("tech", "idea") and "topics" in data:
        return QIITA
    if "private" in data and ("organization_url_name" in data or "ignorePublish" in data):
        return ZENN
    return frozenset()
