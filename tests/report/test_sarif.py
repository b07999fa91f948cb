"""SARIF: fingerprints and addresses. The schema is a matter of tests/clients/test_schemas.py."""

from __future__ import annotations

import json
from typing import Any

import samples


def _run(of: Any) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(samples.written("sarif", of))["runs"][0]
    return run


def test_a_fingerprint_survives_edits_above_it() -> None:
    from msgspec.structs import replace

    from kouetsu.report import Report
    from kouetsu.spans import Span
    from kouetsu.text.source import Source

    post = samples.harbour()
    moved = replace(
        post,
        source=Source.from_text("まえがき。\n\n" + post.source.text),
        diagnostics=tuple(
            replace(
                found, related=(), fix=None, span=Span(found.span.start + 7, found.span.end + 7)
            )
            for found in post.diagnostics
        ),
    )
    prints = [
        [
            result["partialFingerprints"]
            for result in _run(Report((each,), samples.RULES))["results"]
        ]
        for each in (post, moved)
    ]
    assert prints[0] == prints[1]


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    post = samples.many().posts[-1]
    from kouetsu.report import Report

    results = _run(Report((post,), samples.RULES))["results"]
    prints = {result["partialFingerprints"]["kouetsu/v1"] for result in results}
    assert len(prints) == len(post.diagnostics)


def test_an_address_is_percent_encoded_below_the_root() -> None:
    locations = [
        each["locations"][0]["physicalLocation"] for each in _run(samples.report())["results"]
    ]
    assert locations[-1]["artifactLocation"] == {
        "uri": "posts/%E6%B8%AF%20%231.md",
        "uriBaseId": "%SRCROOT%",
    }
