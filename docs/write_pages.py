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
INTRODUCTION = """# Rules / 規則

`make docs` writes these pages from the rules themselves; `kouetsu explain RULE` prints them.
A dot under *on* means that the rule is on by default, one under *fix* that it can mend some of what
it finds. *Severity* is the usual one; single findings may be lighter or graver, as the page says.

The figures under *Limits* were counted on texts that are not in this repository: 375 posts written
by people before language models, 569 machine-written posts of five sites, 12 of which an editor
marked by hand, and 254 posts of 110 more sites. [bench](../../bench/README.md) says how, and
`make quality DATA=folder` counts again.

これらのページは `make docs` が規則から書き出します。`kouetsu explain 規則` でも読めます。
*on* の印は既定で有効なこと、*fix* の印は見つけたものの一部を修正できることを表します。*severity* は
ふつうの重大度で、軽い指摘や重い指摘がある規則は、そのページに書いてあります。

「限界」の数字は、このリポジトリにない記事で数えたものです。言語モデルより前に人が書いた記事
375 本、五つのサイトの機械が書いた記事 569 本（うち 12 本は編集者が手で印を付けたもの）、ほかの
110 サイトの記事 254 本です。数え方は [bench](../../bench/README.md) にあり、
`make quality DATA=フォルダー` で数え直せます。"""


def pages() -> Mapping[str, str]:
    """The text of every page by its file name."""
    registry = Registry.of(load())
    rules = sorted(registry.rules.values(), key=lambda rule: (rule.group, rule.name))
    written = {f"{rule.name}.md": _page(rule, registry) for rule in rules}
    return {"README.md": _index(rules), **written}


def _page(rule: AnyRule, registry: Registry) -> str:
    plugin = registry.origin[rule.name].name
    japanese, english = (page_of(rule, plugin, spoken) for spoken in ("ja", "en"))
    return f"*[English](#{rule.name}-1)*\n\n{japanese}\n\n---\n\n{english}\n"


def _index(rules: Iterable[AnyRule]) -> str:
    lines = [INTRODUCTION]
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
