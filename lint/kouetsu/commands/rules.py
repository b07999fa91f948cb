"""``kouetsu rules``: all rules, one a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from kouetsu.commands.options import Parser, add_selection, add_site, outfit_of
from kouetsu.commands.telling import as_utf8
from kouetsu.documentation import has_fix, summary
from kouetsu.findings import Severity
from kouetsu.language import language
from kouetsu.rule import AnyRule
from kouetsu.run.plan import Chosen


def run(arguments: Sequence[str]) -> int:
    """Print the rules that there are; ``*`` marks those that run where the command stands."""
    parser = Parser("rules", "List the rules / 規則の一覧")
    add_site(parser)
    add_selection(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="print JSON, for programs / JSON で出力する（プログラム向け）",
    )
    args = parser.parse_args(arguments)
    outfit = outfit_of(args)
    spoken = language(args.lang, outfit.plan.config.lang)
    chosen = outfit.profile(None).chosen
    rules = sorted(outfit.registry.rules.values(), key=lambda rule: (rule.group, rule.name))
    if args.json:
        as_utf8(sys.stdout)
        entries = [_entry(rule, chosen.get(rule.name)) for rule in rules]
        print(json.dumps(entries, ensure_ascii=False, indent=2))
        return 0
    width = max(len(rule.name) for rule in rules)
    group = ""
    for rule in rules:
        if rule.group != group:
            print(f"\n{rule.group}" if group else rule.group)
            group = rule.group
        level = _level(rule, chosen.get(rule.name))
        flags = ("*" if rule.name in chosen else " ") + ("F" if has_fix(rule) else " ")
        line = f"  {flags} {rule.name:<{width}}  {level.label:<7}  {summary(rule, spoken)}"
        print(line.rstrip())
    legend = ("\n* on here   F has a fix", "\n* 有効   F 修正あり")
    print(legend[0] if spoken == "en" else legend[1])
    return 0


def _level(rule: AnyRule, chosen: Chosen | None) -> Severity:
    """How grave its findings are where the command stands."""
    return (chosen.severity if chosen is not None else None) or rule.severity


def _entry(rule: AnyRule, chosen: Chosen | None) -> dict[str, object]:
    return {
        "name": rule.name,
        "group": rule.group,
        "severity": _level(rule, chosen).label,
        "on": chosen is not None,
        "default": rule.default,
        "fix": has_fix(rule),
        "aliases": list(rule.aliases),
        "summary": {
            "ja": summary(rule, "ja"),
            "en": summary(rule, "en"),
        },
    }
