"""Notes to an editor in the front matter: what is to be verified before the post is published.

Layouts print such fields: credits, sources, descriptions of products.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kouetsu.api import Finding, Pattern, Post, Scalar, Severity
from kouetsu_rules.front_matter.fields.reading import scalars
from kouetsu_rules.quoting import unquoted

NOTE = Pattern(
    r"(?:^|[.;:。；：—–―(（（、]|- )[ ]?(?:please )?(?:re-?)?(?:verify|confirm|double-?check"
    r"|check|replace|update|fill in|review|add)\b"
    r"[^.;。]{3,80}\b(?:before|prior to) (?:publishing|publication|publish|launch(?:ing)?"
    r"|release|going live|posting)\b"
    r"|公開(?:する)?(?:の)?(?:前|時)に(?:、)?(?:必ず)?(?:要)?[^。]{0,24}(?:確認|検証|差し替え"
    r"|更新|修正|追記)"
    r"(?:し(?:てください|てから|ます)|する(?:こと|予定)?|が必要|をお願い|のこと|$)"
    r"|(?:公開|掲載)前(?:に)?要確認|要確認[（(]公開前",
    re.IGNORECASE,
)
TOLD = ("title", "description", "summary", "excerpt", "subtitle", "tags", "categories")
"""What a post about publishing is called and described by."""
ABOUT = Pattern(r"publish|checklist|proofread|公開|チェックリスト|校正|ブログ運営", re.IGNORECASE)


def field_notes(post: Post) -> Iterator[Finding]:
    root = post.front_matter.value
    if root is None or not NOTE.may_match(post.text[slice(*post.front_matter.span)]):
        return
    if ABOUT.search(post.title_text):
        return
    for entry in root.entries:
        if isinstance(entry.value, Scalar) and entry.key.text in TOLD:
            continue
        for scalar in scalars(entry.value):
            if NOTE.search(unquoted(scalar.text)):
                yield Finding(scalar.content, "note", severity=Severity.WARNING)
