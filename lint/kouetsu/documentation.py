"""The documentation of a rule, taken apart by language and by heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from kouetsu.paragraphs import flowing
from kouetsu.patterns import Pattern
from kouetsu.rule import AnyRule

ENGLISH = Pattern(r"^## English[ \t]*\n", re.MULTILINE)
FENCED = Pattern(r"^(`{3,})md (?:bad|good|fixed).*?^\1[ \t]*$", re.MULTILINE | re.DOTALL)
LEVEL = Pattern(r"^### ", re.MULTILINE)
"""The English headings stand below ``## English`` in the docstring, but alone on their page."""
HEADING = Pattern(r"^#+ .*\n", re.MULTILINE)
FIXED = Pattern(r"^`{3,}md fixed|^## 修正", re.MULTILINE)


class Option(Struct, frozen=True):
    """One option of a rule, for tables."""

    name: str
    default: Any
    ja: str
    en: str


def summary(rule: AnyRule, language: str) -> str:
    """One line that says what the rule finds."""
    japanese, english = parts(rule)
    text = japanese
    if language == "en" and english:
        text = english.partition("### What it does")[2] or english
    lines = [line.strip() for line in text.strip().splitlines()]
    end = lines.index("") if "" in lines else len(lines)
    if language == "ja":
        return lines[0] if lines else ""
    paragraph = " ".join(lines[: next((n for n in range(end) if lines[n].startswith("#")), end)])
    return re.split(r"(?<=\.)\s", paragraph)[0]


def lead(rule: AnyRule, language: str) -> str:
    """What stands before the first heading, or under the first where nothing does."""
    first, *others = HEADING.split(page(rule, language))
    return first.strip() or (others[0].strip() if others else "")


def page(rule: AnyRule, language: str) -> str:
    """The documentation in one language, with the examples, which are shared."""
    japanese, english = parts(rule)
    if language != "en" or not english:
        return flowing(japanese.strip())
    shown = LEVEL.sub("## ", flowing(english.strip()))
    examples = "\n\n".join(found.group() for found in FENCED.finditer(japanese))
    return f"{shown}\n\n## Examples\n{examples}" if examples else shown


def parts(rule: AnyRule) -> tuple[str, str]:
    """The Japanese and the English part."""
    pieces = ENGLISH.split(rule.doc, maxsplit=1)
    return pieces[0], pieces[1] if len(pieces) > 1 else ""


def has_fix(rule: AnyRule) -> bool:
    """Whether its documentation shows a mended text or tells of the fix."""
    return bool(FIXED.search(rule.doc))


def options(rule: AnyRule) -> Iterator[Option]:
    """Its options with their defaults and descriptions."""
    hints = get_type_hints(rule.options, include_extras=True)
    for field in msgspec.structs.fields(rule.options):
        default = field.default
        if default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        described = [part for part in get_args(hints[field.name]) if isinstance(part, msgspec.Meta)]
        meta = described[0] if described else msgspec.Meta()
        extra = meta.extra or {}
        english = meta.description or ""
        yield Option(field.encode_name, default, str(extra.get("ja") or english), english)
