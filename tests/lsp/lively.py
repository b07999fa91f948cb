"""A plugin for the tests of editors: rules with a safe fix, an unsafe one, a related place."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from kouetsu.api import (
    AnyRule,
    Edit,
    Finding,
    Fix,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
    hookimpl,
)

DOC = """{first}

## 何を見るか
記事の文。

## なぜか
試験のため。

## 例
```md bad
悪い例
```

## English
### What it does
{english}
"""


class Options(RuleOptions, frozen=True, kw_only=True):
    """An option, to see the configuration at work."""

    limit: int = 1


def _marks(post: Post, options: Options) -> Iterator[Finding]:
    if "lsp" in sys.argv:
        print("a plugin that prints must not disturb the protocol")
    for found in re.finditer(f"！{{{options.limit + 1},}}", post.text):
        span = Span(*found.span())
        fix = Fix((Edit(Span(span.start + options.limit, span.end), ""),), Safety.SAFE, "drop")
        yield Finding(span, "many", {"count": span.size}, fix=fix)


def _words(post: Post, _: RuleOptions) -> Iterator[Finding]:
    for sentence in post.sentences:
        for token in sentence.tokens:
            if token.surface == "絶対":
                span = sentence.span_of(token.start, token.end)
                fix = Fix((Edit(span, "たぶん"),), Safety.UNSAFE, "soften")
                yield Finding(span, "blunt", fix=fix)


def _copies(post: Post, _: RuleOptions) -> Iterator[Finding]:
    seen: dict[str, Span] = {}
    for sentence in post.sentences:
        if sentence.normal in seen:
            related = (Related(seen[sentence.normal], "first"),)
            yield Finding(sentence.span, "again", related=related)
        seen.setdefault(sentence.normal, sentence.span)


def _slow(post: Post, _: RuleOptions) -> Iterator[Finding]:
    if "のろのろ" in post.text:
        time.sleep(0.6)
    for found in re.finditer("とろとろ", post.text):
        yield Finding(Span(*found.span()), "seen")


def _rule(name: str, severity: Severity, check: Any, **more: Any) -> AnyRule:
    doc = DOC.format(first=f"{name} を見る。", english=f"Looks at {name}.")
    return Rule(name, "lively", severity, doc=doc, check=check, **more)


RULES = (
    _rule(
        "piled-marks",
        Severity.ERROR,
        _marks,
        options=Options,
        messages={
            "many": ("感嘆符が{count}個続く", "{count} exclamation marks in a row"),
            "drop": ("余りを消す", "drop the rest"),
        },
    ),
    _rule(
        "blunt-word",
        Severity.WARNING,
        _words,
        messages={"blunt": ("言い切りすぎ", "too blunt"), "soften": ("和らげる", "soften it")},
    ),
    _rule(
        "copied-sentence",
        Severity.INFO,
        _copies,
        messages={"again": ("前にもある文", "stood before"), "first": ("初出", "the first one")},
    ),
    _rule(
        "slow-rule",
        Severity.INFO,
        _slow,
        messages={"seen": ("のろのろ", "slowly")},
        url="https://example.org/slow-rule",
    ),
)
NAMES = [rule.name for rule in RULES]


@hookimpl
def register_rules() -> Iterable[AnyRule]:
    return RULES
