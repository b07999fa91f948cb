"""What a feed says around an item: its fields, its footer, its calls to read on.

A digest is made of feeds; where the text of an item failed to come, or nobody took its frame away,
readers get the frame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Severity, Span
from kouetsu_rules.shown import code_spans, within

# The fields of a feed of Hacker News, and what Reddit puts under every item.
FIELDS = Pattern(
    r"^[ \t>]*(?P<said>(?:Article|Comments) URL:[ ]*https?://[^\n]*"
    r"|submitted by[ ]+(?:\[[ ]*)?/u/\S+[^\n]*"
    r"|(?:Discussion[ ]*\|[ ]*Link|\[link\][ ]*\[comments\])[ \t]*$)",
    re.MULTILINE,
)
FOOTER = Pattern(
    r"(?P<said>\bThe post [^\n]{3,200} (?:first appeared on"
    r"|appeared first on) \[?[A-Z][^\n]{2,120})"
)
# The same footer behind the text of an item, and the sign of a blog's cut summary.
TAIL = Pattern(
    r"(?<=\S)[ ](?P<said>Discussion[ ]*\|[ ]*Link|\[link\][ ]+\[comments\])[ \t]*$"
    r"|(?<=\S)[ ]?(?P<cut>\[(?:&#8230;|&hellip;|&#x2026;)\])[ \t]*$",
    re.MULTILINE,
)
# What arXiv sets before every abstract.
ANNOUNCED = Pattern(
    r"^[> \t]*(?:[\[【][^\]】\n]{1,12}[\]】][ ]?)?"
    r"(?P<said>(?:arXiv:)?[\w.]{4,14} Announce Type: (?:new|cross|replace(?:-cross)?)\b"
    r"(?:\s+Abstract:)?)",
    re.MULTILINE,
)
# What was searched for, as the name of the source.
SEARCH = Pattern(
    r"(?P<said>\b(?:OR|AND) [^\n|]{1,80}?[-–—][ ]?Google[ ]?(?:News|ニュース|アラート|Alerts?))"
)
# Instead of a summary: the words of a link to the discussion, or that there was nothing to tell.
LONE = Pattern(
    r"^>[ \t]*(?P<said>(?:Comments|Read more|Continue reading|Full story)[ \t.…→»]*"
    r"|[(（]?本文なし[)）]?)[ \t]*$",
    re.MULTILINE,
)


def feed_remains(post: Post) -> Iterator[tuple[Span, Severity | None]]:
    """The places, a footer and a lone word as warnings: a person may have quoted those."""
    announced = ((ANNOUNCED, None),) if "Announce Type:" in post.text else ()
    for pattern, severity in (
        *announced,
        (FIELDS, None),
        (TAIL, None),
        (FOOTER, Severity.WARNING),
        (LONE, Severity.WARNING),
        (SEARCH, Severity.WARNING),
    ):
        for place in pattern.finditer(post.text, *post.body):
            span = Span(*place.span(place.lastgroup or 0))
            if not within(span.start, post.derived(code_spans)):
                yield span, severity
