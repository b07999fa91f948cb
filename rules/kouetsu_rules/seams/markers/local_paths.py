"""Places on somebody's own machine as values of the front matter: a program wrote them there."""

from __future__ import annotations

from collections.abc import Iterator

from kouetsu.api import Pattern, Post, Span
from kouetsu_rules.front_matter.fields.reading import values

LOCAL = Pattern(
    r"^(?:file://)?(?:/(?:Users|home)/[\w.\-]+/[\w./\-]|/(?:tmp|var/folders|private/var|root|mnt/data|workspace)/[\w./\-]"
    r"|[A-Za-z]:\\+Users\\)"
)
TEXT = 200
"""A longer value is a text that tells of a place."""


def local_paths(post: Post) -> Iterator[Span]:
    if not LOCAL.may_match(post.text[slice(*post.front_matter.span)]):
        return
    for scalar in values(post):
        text = scalar.text.strip()
        if len(text) <= TEXT and " " not in text and LOCAL.match(text):
            yield scalar.content
