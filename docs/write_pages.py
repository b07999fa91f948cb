"""Write docs/rules/*.md from the rules' own documentation: make docs.

The pages are for reading on the web; `kouetsu explain RULE` prints the same. A test compares
them, so that they cannot grow stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kouetsu.commands.explain import page_of
from kouetsu.documentation import has_fix, summary
from kouetsu.rule import AnyRule
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

FOLDER = Path(__file__).parent / "rules"


def pages() -> Mapping[str, str]:
    """The text of every page by its file name."""
    registry = Registry.of(load())
    rules = sorted(registry.rules.values(), key=lambda rule: (rule.group, rule.name))
    written = {f"{rule.name}.md": _page(rule, registry) for rule in rules}
    return {"README.md": _index(rules), **written}


def _page(rule: AnyRule, registry: Registry) -> str:
    plugin = registry.origin[rule.name].name
    return f"{page_of(rule, plugin, 'ja')}\n\n---\n\n{page_of(rule, plugin, 'en')}\n"


def _index(rules: Iterable[AnyRule]) -> str:
    lines = [
        "# Rules / 規則",
        "",
        "Written by `make docs` from the rules themselves. / 規則の文書から書き出したものです。",
    ]
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            lines += [
                "",
                f"## {group}",
                "",
                "| rule | severity | on | fix | |",
                "|---|---|---|---|---|",
            ]
        marks = ("●" if rule.default else "", "●" if has_fix(rule) else "")
        text = f"{summary(rule, 'ja')}<br>{summary(rule, 'en')}".replace("|", "\\|")
        lines.append(
            f"| [{rule.name}]({rule.name}.md) | {rule.severity.label} "
            f"| {marks[0]} | {marks[1]} | {text} |"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    FOLDER.mkdir(exist_ok=True)
    wanted = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages in {FOLDER}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
