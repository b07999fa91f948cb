"""Fingerprints of diagnostics that survive edits above them: no line numbers in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kouetsu.findings import Diagnostic
from kouetsu.report import CheckedPost
from kouetsu.text.sentences import normal_form


def fingerprints(post: CheckedPost) -> Iterator[tuple[Diagnostic, str]]:
    """Each diagnostic of a post with its rule, text and ordinal among equals as one hash."""
    import hashlib  # perf: the human report wants no hashes

    equals: Counter[tuple[str, str]] = Counter()
    for diagnostic in post.diagnostics:
        text = normal_form(post.source.text[slice(*diagnostic.span)])
        ordinal = equals[diagnostic.rule, text]
        equals[diagnostic.rule, text] += 1
        key = "\0".join((diagnostic.rule, text, str(ordinal)))
        yield diagnostic, hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32]
