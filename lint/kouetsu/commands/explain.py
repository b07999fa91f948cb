"""``kouetsu explain RULE``: the documentation of a rule, which is its docstring."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size

import msgspec

from kouetsu.commands.options import Parser, add_site, outfit_of, rule_named
from kouetsu.documentation import has_fix, options, page
from kouetsu.language import language
from kouetsu.paragraphs import fitted
from kouetsu.rule import AnyRule

WIDEST = 92
"""Columns of text that are still easy to read."""


def run(arguments: Sequence[str]) -> int:
    """Print what a rule looks at, why, and what can be set."""
    parser = Parser("explain", "Explain a rule / 規則を説明する")
    parser.add_argument("rules", metavar="RULE", nargs="+", help="a rule's name / 規則の名前")
    add_site(parser)
    args = parser.parse_args(arguments)
    outfit = outfit_of(args)
    spoken = language(args.lang, outfit.plan.config.lang)
    rules = [rule_named(word, outfit.registry) for word in args.rules]
    pages = (page_of(rule, str(outfit.registry.origin[rule.name]), spoken) for rule in rules)
    columns = min(get_terminal_size((WIDEST, 24)).columns, WIDEST)
    print("\n\n".join(fitted(page, columns) for page in pages))
    return 0


def page_of(rule: AnyRule, plugin: str, spoken: str) -> str:
    """All that is known of a rule, in one language."""
    return "\n".join(_lines(rule, plugin, spoken))


def _lines(rule: AnyRule, plugin: str, spoken: str) -> Iterator[str]:
    ja = spoken != "en"
    yield f"# {rule.name}"
    yield ""
    fix = ("あり" if ja else "yes") if has_fix(rule) else ("なし" if ja else "no")
    default = ("有効" if ja else "on") if rule.default else ("無効" if ja else "off")
    labels = ("グループ", "重大度", "修正", "既定", "プラグイン")
    if not ja:
        labels = ("group", "severity", "fix", "default", "plugin")
    values = (rule.group, rule.severity.label, fix, default, plugin)
    yield " · ".join(f"{label}: {value}" for label, value in zip(labels, values, strict=True))
    if rule.url is not None:
        yield rule.url
    yield ""
    yield page(rule, spoken)
    table = list(options(rule))
    if table:
        yield ""
        yield f"## {'オプション' if ja else 'Options'} (kouetsu.yaml: rules: {{{rule.name}: …}})"
        for option in table:
            shown = json.dumps(option.default, ensure_ascii=False, default=msgspec.to_builtins)
            yield f"- {option.name}: {shown}  {option.ja if ja else option.en}".rstrip()
