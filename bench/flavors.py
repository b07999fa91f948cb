"""What real renderers print of asterisks and hashes, against what the rules say.

    python bench/flavors.py kramdown DIR …     # needs ruby and the gem kramdown-parser-gfm
    python bench/flavors.py gfm DIR …          # needs hugo (goldmark)

Every post below the folders is rendered; each literal ``**`` and each ``##`` at the start of a
shown paragraph must be found by ``broken-emphasis`` and ``heading-spacing``, and what these say
must be printed. Shows the counts and, with ``--places N``, where they differ (never the text,
unless ``--quotes``).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "lint"), str(ROOT / "rules")]

from kouetsu.api import AnyRule, Finding, Post, Site, Source  # noqa: E402
from kouetsu_rules.markdown import broken_emphasis, heading_spacing  # noqa: E402

RUBY = """
require "json"; require "kramdown"; require "kramdown-parser-gfm"
# The options of Jekyll.
options = {input: "GFM", hard_wrap: false, syntax_highlighter: nil, auto_ids: true}
STDIN.each_line do |line|
  puts JSON.generate(Kramdown::Document.new(JSON.parse(line), options).to_html)
end
"""
HUGO = """
baseURL = "https://example.org/"
disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
HEADINGS = {f"h{level}" for level in range(1, 7)}
BLOCKS = {"p", "li", "td", "th", "blockquote", "div", "dd", "dt", *HEADINGS}
HIDDEN = {"pre", "code", "script", "style", "math", "svg"}
CONTEXT = 6


@dataclass
class Tally:
    """What was printed and what was said of one kind, over all posts."""

    printed: int = 0
    found: int = 0
    said: int = 0
    right: int = 0
    places: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        recall = f"{self.found / self.printed:.4f}" if self.printed else "–"
        precision = f"{self.right / self.said:.4f}" if self.said else "–"
        return (
            f"{name:16} printed {self.printed:5} found {self.found:5} recall {recall:7}"
            f" said {self.said:5} right {self.right:5} precision {precision}"
        )


class Shown(HTMLParser):
    """The text of a page by blocks, code left out."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self.strong: list[str] = []
        """The texts of strong emphasis, as they can be compared with the source."""
        self.headings: list[str] = []
        self._begun: list[int] = []
        self._hidden = 0
        self.feed(html)
        self.close()

    @property
    def dashes(self) -> bool:
        """Whether a line of dashes is printed as text."""
        return any(re.search(r"^(?:-{3,}|—)$", block, re.MULTILINE) for block in self.blocks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in HIDDEN
        if tag in BLOCKS:
            self.blocks.append("")
        elif tag == "br":
            self.blocks[-1] += "\n"
        elif tag == "strong":
            self._begun.append(len(self.blocks[-1]))

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in HIDDEN))
        if tag in HEADINGS:
            self.headings.append(_plain(self.blocks[-1]))
        if tag in BLOCKS:
            self.blocks.append("")
        elif tag == "code":
            self.blocks[-1] += "x"
        elif tag == "strong" and self._begun:
            self.strong.append(_plain(self.blocks[-1][self._begun.pop() :]))

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.blocks[-1] += data


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("flavor", choices=("kramdown", "gfm"))
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--places", type=int, default=20)
    parser.add_argument("--quotes", action="store_true", help="show the text of places")
    given = parser.parse_args()
    needed = "ruby" if given.flavor == "kramdown" else "hugo"
    if shutil.which(needed) is None:
        print(f"{needed} is missing (Debian: ruby-kramdown-parser-gfm, hugo)", file=sys.stderr)
        return 2
    paths = [path for folder in given.folders for path in _posts(folder)]
    bodies = [_body(path) for path in paths]
    pages = _kramdown(bodies) if given.flavor == "kramdown" else _hugo(bodies)
    emphasis, headings = Tally(), Tally()
    for path, body, page in zip(paths, bodies, pages, strict=True):
        post = Post.from_text(body, path.name, Site(flavor=given.flavor))
        shown = Shown(page)
        stars = list(_literal(shown.blocks, re.compile(r"\*{2,3}(?!\*)")))
        hashes = list(_literal(shown.blocks, re.compile(r"(?:(?<=\n)|^)#{2,6}(?=[^#\s])")))
        _count(emphasis, path, post, broken_emphasis.RULE, stars, shown)
        _count(headings, path, post, heading_spacing.RULE, hashes, shown)
    print(f"{len(paths)} posts, {given.flavor}")
    for name, tally in (("broken-emphasis", emphasis), ("heading-spacing", headings)):
        print(tally.line(name))
        for place in tally.places[: given.places]:
            print("   ", place if given.quotes else place.split("\t")[0])
    return 0


def _posts(folder: Path) -> Iterator[Path]:
    files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
    return (path for path in files if path.suffix in (".md", ".markdown"))


def _body(path: Path) -> str:
    """The Markdown, with what only a site generator knows made harmless."""
    post = Post(Source.from_bytes(path.read_bytes()))
    body = post.text[post.body.start : post.body.end]
    return re.sub(r"\{(?=[{%:])", "{ ", body).replace("\0", "").replace("\r\n", "\n")


def _kramdown(bodies: Iterable[str]) -> list[str]:
    lines = "".join(json.dumps(body) + "\n" for body in bodies)
    ran = subprocess.run(
        ["ruby", "-Eutf-8", "-e", RUBY], input=lines, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise SystemExit(f"kramdown did not run (gem kramdown-parser-gfm?):\n{ran.stderr[-800:]}")
    return [json.loads(line) for line in ran.stdout.split("\n") if line]


def _hugo(bodies: Iterable[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        (site / "hugo.toml").write_text(HUGO)
        (site / "content").mkdir()
        (site / "layouts" / "_default").mkdir(parents=True)
        (site / "layouts" / "_default" / "single.html").write_text("{{ .Content }}")
        count = 0
        for count, body in enumerate(bodies, 1):
            (site / "content" / f"{count}.md").write_text(f'---\ntitle: "{count}"\n---\n{body}')
        ran = subprocess.run(
            ["hugo", "--config", "hugo.toml"], cwd=site, capture_output=True, text=True, check=False
        )
        if ran.returncode:
            raise SystemExit(f"hugo did not run:\n{(ran.stdout + ran.stderr)[-800:]}")
        pages = (site / "public" / str(number) / "index.html" for number in range(1, count + 1))
        return [page.read_text() for page in pages]


def _literal(blocks: Iterable[str], signs: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after each printed sign, as it can be compared with the source."""
    for block in blocks:
        for found in signs.finditer(block.strip()):
            text = block.strip()
            yield _plain(text[: found.start()])[-CONTEXT:], _plain(text[found.end() :])[:CONTEXT]


def _count(
    tally: Tally,
    path: Path,
    post: Post,
    rule: AnyRule,
    printed: list[tuple[str, str]],
    page: Shown,
) -> None:
    findings = [each for each in rule.check(post, rule.options()) if each.severity is None]
    around = [_around(post.text, finding) for finding in findings]
    tally.printed += len(printed)
    tally.said += len(findings)
    for before, after in printed:
        found = any(before in text and after in text for text in around)
        tally.found += found
        if not found:
            tally.places.append(f"missed: {path.name}\t{before}⟦⟧{after}")
    for finding, text in zip(findings, around, strict=True):
        right = any(before in text and after in text for before, after in printed)
        if finding.message == "misread":
            # Its signs are not printed: the wrong text is strong.
            right = _plain(post.text[slice(*finding.span)]) not in page.strong
        elif finding.message == "underlined":
            # The paragraph is shown as a heading, or the dashes as text within it (kramdown).
            line = _plain(post.text[: finding.span.start])[-CONTEXT:]
            right = any(heading.endswith(line) for heading in page.headings)
        elif finding.message == "dashes":
            right = page.dashes
        tally.right += right
        if not right:
            line = post.source.position(finding.span.start).line
            tally.places.append(f"wrong: {path.name} {line} {finding.message}\t{text}")


def _around(text: str, finding: Finding) -> str:
    start, end = finding.span
    # The whole paragraph: a broken pair drags the signs of its neighbours along.
    low, high = text.rfind("\n\n", 0, start), text.find("\n\n", end)
    return _plain(text[max(low, 0) : high if high >= 0 else len(text)])


def _plain(text: str) -> str:
    """Letters and digits alone: what no renderer changes."""
    return "".join(re.findall(r"[^\W_]+", text))


if __name__ == "__main__":
    sys.exit(main())
