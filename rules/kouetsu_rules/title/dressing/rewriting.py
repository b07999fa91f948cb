"""Put another text into a value of the front matter and keep its style of quoting."""

from __future__ import annotations

import re

from kouetsu.api import Edit, Pattern, Post, Scalar, Span

NEEDS_QUOTES = Pattern(
    r"[\s\-?:,\[\]{}#&*!|>'\"%@`]|.*:(?:\s|$)|.*[,\[\]{}]|.*\s#|.*\s$|~$"
    r"|[-+.\d][\d_,:.eExXoO+-]*$|(?:true|false|yes|no|on|off|null|y|n)$",
    re.IGNORECASE | re.DOTALL,
)
"""What YAML would not read as this very text without quotes, in a flow mapping neither."""


def rewrite(post: Post, scalar: Scalar, text: str) -> Edit:
    """The edit that makes the scalar say ``text``."""
    if scalar.style == "single" and not ("'" in text and post.front_matter.kind != "yaml"):
        return Edit(scalar.content, text.replace("'", "''"))
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    if scalar.style == "double":
        return Edit(scalar.content, quoted)
    if scalar.style == "plain" and not NEEDS_QUOTES.match(text):
        return Edit(scalar.content, text)
    return Edit(Span(*scalar.span), f'"{quoted}"')
