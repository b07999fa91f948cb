"""Containers of ``:::`` that are printed as they stand: half of one, or one of another site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity, Span
from kouetsu_rules.shown import code_spans, within

LINE = Pattern(
    r"^[ \t]*(?:(?:[>*-]|\d{1,3}[.)])[ ]?)*(?P<colons>:{3,})[ \t]*(?P<name>[a-zA-Z]*)"
    r"(?P<rest>[^\n]*)$",
    re.MULTILINE,
)
# A bare line of more colons is an ornament, and so is a line that ends in colons as it began.
MOST = 6
# https://zenn.dev/zenn/articles/markdown-guide and https://qiita.com/Qiita/items/c686397e4a0f4f11683d
ZENN, QIITA = frozenset(("message", "details")), frozenset(("note",))
SITES = ("zenn", "qiita")
# What the command-line tools of the sites read; another key is for another program.
ZENN_KEYS = frozenset(
    ("title", "emoji", "type", "topics", "published", "published_at", "publication_name", "slug")
)
QIITA_KEYS = frozenset(
    ("title", "tags", "private", "updated_at", "id", "organization_url_name", "slide")
) | {"ignorePublish", "posting_campaign_uuid", "agreed_posting_campaign_term"}
# The text speaks of another place in which it is read.
ELSEWHERE = Pattern(
    r"(?:自分|個人|自社|会社|自前)の(?:サイト|ブログ)|自サイト|移行|移しました"
    r"|Starlight|VitePress|VuePress|Docusaurus|Astro|remark",
    re.IGNORECASE,
)
SEVERAL = 2
Place = tuple[Span, str, Severity | None]


def containers(post: Post) -> Iterator[Place]:
    if ":::" not in post.text:
        return
    stray: list[Span] = []
    named: list[tuple[Span, str]] = []
    opened = 0
    ornaments = unknown = False
    code = post.derived(code_spans)
    for line in LINE.finditer(post.text, *post.body):
        if within(line.start("colons"), code):
            continue
        span = Span(line.start("colons"), line.start() + len(line.group().rstrip()))
        name, rest = line["name"], line["rest"].strip()
        if (len(line["colons"]) > MOST and not name and not rest) or rest.endswith(":::"):
            ornaments = True
        elif name or rest:
            opened += 1
            named.append((span, name))
            unknown |= name not in ZENN | QIITA or rest.startswith("[")
        elif opened:
            opened -= 1
        else:
            stray.append(span)
    if not unknown:
        foreign = _foreign(post)
        severity = Severity.WARNING if ELSEWHERE.search(post.text) else None
        for span, name in named:
            if name in foreign:
                yield span, "container", severity
    if not ornaments:
        yield from _unopened(post, stray, named[0][0].start if named else len(post.text))


def _unopened(post: Post, stray: list[Span], first: int) -> Iterator[Place]:
    """What closes nothing; lines of colons may part the text, where no container is before."""
    above = [span for span in stray if span.start < first]
    if len(above) >= SEVERAL:
        return
    for span in stray:
        if span.start > first:
            yield span, "unopened", None
        elif not _parts(post, span):
            yield span, "unopened", Severity.WARNING


def _parts(post: Post, span: Span) -> bool:
    """Whether it stands for itself, with text above and below."""
    before, after = post.text[post.body.start : span.start], post.text[span.end : post.body.end]
    alone = before.rstrip(" \t").endswith("\n\n") and after.lstrip(" \t").startswith("\n\n")
    return alone and bool(before.strip()) and bool(after.strip())


def _foreign(post: Post) -> frozenset[str]:
    """The containers of the site that the front matter is not for."""
    data = post.front_matter.data
    if post.site.preset and post.site.preset not in SITES:
        return frozenset()
    if "emoji" in data and data.get("type") in ("tech", "idea") and "topics" in data:
        return QIITA if ZENN_KEYS.issuperset(data) else frozenset()
    if "private" in data and ("organization_url_name" in data or "ignorePublish" in data):
        return ZENN if QIITA_KEYS.issuperset(data) else frozenset()
    return frozenset()
