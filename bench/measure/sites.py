"""The folders of the data as sites: where each keeps its posts, which renderer it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from measure.command import Checker, Diagnostic
from measure.marks import Mark, gold_rows, place_marks, rows
from measure.texts import Folder, Text, posts_below

CONFIG = """\
preset: {preset}
flavor: {flavor}
posts: ["**/*.md", "**/*.markdown", "**/*.mdx"]
"""
KRAMDOWN = CONFIG.format(preset="jekyll", flavor="kramdown")


@dataclass(frozen=True)
class Site:
    """A site of the data: its configuration and the folder in which its generator has posts."""

    config: str
    below: str


MAIN = Site(KRAMDOWN, "_posts")
OTHER_SITES = {
    "leadfive": Site(KRAMDOWN, "_posts"),
    "garyohosu-ainews": Site(KRAMDOWN, "_posts"),
    "send-to-kindle": Site(CONFIG.format(preset="hugo", flavor="gfm"), "content/posts"),
    "jangwook-ja": Site(CONFIG.format(preset="astro", flavor="gfm"), "src/content/blog"),
}


@dataclass(frozen=True)
class Checked:
    """Posts, what an editor marked in them, and what the command says of them."""

    folder: Folder
    marks: list[Mark]
    diagnostics: list[Diagnostic]


def _below(site: Site, texts: dict[str, Text]) -> dict[str, Text]:
    return {f"{site.below}/{path}": text for path, text in texts.items()}


def main_posts(data: Path) -> tuple[Folder, list[Mark]]:
    """The posts of the main site that have marks."""
    texts: dict[str, Text] = {}
    gold = []
    for name in ("seeds", "posts"):
        marked = gold_rows(data / name / "gold")
        files = {row["file"] for row in marked}
        texts |= {path: t for path, t in posts_below(data / name).items() if path in files}
        gold += marked
    folder = Folder("marked", _below(MAIN, texts), MAIN.config)
    return folder, place_marks(gold, folder.texts, MAIN.below)


def more_posts(data: Path) -> Folder:
    return Folder("titles", _below(MAIN, posts_below(data / "more-posts")), MAIN.config)


def other_site(data: Path, name: str) -> tuple[Folder, list[Mark]]:
    site = OTHER_SITES[name]
    texts = _below(site, posts_below(data / "other-sites" / name))
    gold = rows(data / "other-sites" / "gold" / f"{name}.jsonl")
    return Folder(name, texts, site.config), place_marks(gold, texts, site.below)


def clean_prose(data: Path) -> Folder:
    return Folder("people", posts_below(data / "people"))


def check(checker: Checker, folder: Folder, marks: Iterable[Mark] = ()) -> Checked:
    return Checked(folder, list(marks), checker.check(folder))
