"""Fingerprints of diagnostics that survive edits above them: no line numbers in them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from kouetsu.findings import Diagnostic
from kouetsu.report import CheckedPost


def normalised(text: str) -> str:
    """The text by which a place is known again: width folded, white space gone."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def fingerprints(post: CheckedPost) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic of a post with its rule, text and ordinal among equals as one hash."""
    import hashlib  # perf: the human report wants no hashes

    equals: Counter[tuple[str, str]] = Counter()
    for diagnostic in post.diagnostics:
        text = normalised(post.source.text[slice(*diagnostic.span)])
        ordinal = equals[diagnostic.rule, text]
        equals[diagnostic.rule, text] += 1
        key = "\0".join((diagnostic.rule, text, str(ordinal)))
        yield diagnostic, hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]
