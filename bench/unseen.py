"""Measure the command on prose by people that no rule was made with: Japanese manuals and games.

    python bench/unseen.py collect DIR      # Debian: apt-get, dpkg-deb and pandoc
    python bench/unseen.py measure DIR [--command "python -m kouetsu"] [--places] [--rules A,B]

``collect`` downloads the packages below by name and turns their Japanese web pages, manual pages,
Markdown and message catalogues into Markdown files of about 8,000 characters. Nothing of it is
part of the project. ``measure`` prints how many files each rule speaks of. What is true must be
read (``--places``): translations of free software hold slips of their own. Titles and front matter
are not counted, and of message catalogues, whose messages stand in no order, only words are.
"""

from __future__ import annotations

import argparse
import gettext
import gzip
import json
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

DOCUMENTS = re.findall(
    r"\S+",
    """
    apt-doc aptitude-doc-ja bsfilter ddskk debian-edu-doc-ja debian-faq-ja debian-handbook
    debian-history debian-policy-ja debian-reference-ja developers-reference-ja eb-doc
    gimp-help-ja gnucash-docs groonga-doc harden-doc installation-guide-amd64
    libreoffice-help-ja lilypond-doc-html-ja maint-guide-ja manpages-ja manpages-ja-dev
    mecab qdbm-doc skktools sylpheed-doc tdiary-contrib tdiary-core texlive-lang-japanese
    tokyocabinet-doc tuxpaint-data w3m weechat-doc wesnoth-1.16-data xfig-doc
    """,
)
MESSAGES = re.findall(
    r"\S+",
    """
    freeciv-data hedgewars-data krita-l10n mercurial-common minetest-data supertux-data
    wesnoth-1.16-data wesnoth-1.16-did wesnoth-1.16-dm wesnoth-1.16-ei wesnoth-1.16-httt
    wesnoth-1.16-low wesnoth-1.16-nr wesnoth-1.16-sof wesnoth-1.16-sota wesnoth-1.16-trow
    wesnoth-1.16-tsg wesnoth-1.16-ttb wesnoth-1.16-utbs widelands-data
    """,
)
MOST = 60
"""Files of one package at most, so that no translator's style decides."""
SIZE = 8000
LEAST_KANA = 250
LEFT_OUT = ("title", "front-matter")
OF_MESSAGES = ("typos", "characters")
JAPANESE = "[ぁ-んァ-ヺー一-龥、。「」（）！？]"
WRAPPED = re.compile(rf"(?<={JAPANESE})[ \t]*\n[ \t]*(?={JAPANESE})")
MDOC = re.compile(r"^\.(?:Nm|Sh|Xr|SM)\b", re.MULTILINE)
"""Macros whose words pandoc drops, so that its text has gaps."""
PAGE = re.compile(r"/ja/.*\.[1-8]$")
VARIABLE = re.compile(r"[%{}\\$]")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=("collect", "measure"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--command", default=f"{shlex.quote(sys.executable)} -m kouetsu")
    parser.add_argument("--places", action="store_true", help="show what is reported, with text")
    parser.add_argument("--rules", default="", help="show the places of these rules only")
    arguments = parser.parse_args()
    if arguments.task == "collect":
        collect(arguments.folder)
    else:
        measure(arguments.folder, arguments.command, arguments.places, arguments.rules.split(","))


def collect(folder: Path) -> None:
    for kind, packages, read in (
        ("documents", DOCUMENTS, documents),
        ("messages", MESSAGES, messages),
    ):
        for package in packages:
            target = folder / kind / package
            if target.exists():
                continue
            with tempfile.TemporaryDirectory() as place:
                if not unpacked(package, Path(place)):
                    print(f"{package}: not to be had")
                    continue
                texts = list(islice(read(Path(place)), MOST))
            target.mkdir(parents=True)
            for name, text in texts:
                (target / name).write_text(text, encoding="utf-8")
            print(f"{kind}/{package}: {len(texts)} files")


def unpacked(package: str, place: Path) -> bool:
    got = subprocess.run(["apt-get", "download", "-qq", package], cwd=place, capture_output=True)
    archives = list(place.glob("*.deb"))
    if got.returncode or not archives:
        return False
    subprocess.run(["dpkg-deb", "-x", archives[0], place / "files"], check=True)
    return True


def documents(place: Path) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    # Not by name: the first sixty of a thousand manual pages are all of one kind.
    for path in sorted(place.rglob("*"), key=lambda path: (crc32(path.name.encode()), path)):
        if not path.is_file() or path.is_symlink():
            continue
        kind = _format(path)
        text = _content(path) if kind else ""
        if kana(text) < LEAST_KANA or (kind == "man" and MDOC.search(text)):
            continue
        if kind == "man":
            text = WRAPPED.sub("", text)
        if kind != "markdown":
            text = WRAPPED.sub("", _pandoc(text, kind))
        for number, part in enumerate(parts(text)):
            if kana(part) >= LEAST_KANA and kana(part) > len(part) / 8 and part not in seen:
                seen.add(part)
                yield f"{path.stem}-{number}.md", part + "\n"


def messages(place: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(place.rglob("ja*/**/*.mo")):
        with path.open("rb") as file:
            catalogue: dict[Any, Any] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
        told = dict.fromkeys(text for text in catalogue.values() if isinstance(text, str))
        kept = [text for text in told if kana(text) > 15 and not VARIABLE.search(text)]
        plain = (re.sub(r"<[^>]*>|\s*\n\s*", "", text) for text in kept)
        for number, part in enumerate(parts("\n\n".join(plain))):
            if kana(part) >= LEAST_KANA:
                yield f"{path.stem}-{number}.md", part + "\n"


def parts(text: str) -> Iterator[str]:
    """The text in pieces of whole paragraphs, none begun within code."""
    piece: list[str] = []
    size, in_code = 0, False
    for paragraph in re.split(r"\n{2,}", text):
        piece.append(paragraph)
        size += len(paragraph)
        in_code ^= paragraph.count("```") % 2 == 1
        if size > SIZE and not in_code:
            yield "\n\n".join(piece)
            piece, size = [], 0
    if piece:
        yield "\n\n".join(piece)


def kana(text: str) -> int:
    return sum("ぁ" <= sign <= "ん" for sign in text)


def _format(path: Path) -> str:
    name = str(path).removesuffix(".gz")
    if PAGE.search(name):
        return "man"
    if name.endswith((".html", ".htm")):
        return "html"
    return "markdown" if name.endswith((".md", ".markdown")) else ""


def _content(path: Path) -> str:
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    for encoding in ("utf-8", "euc_jp", "cp932"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _pandoc(text: str, kind: str) -> str:
    argv = ["pandoc", "--from", kind, "--to", "gfm-raw_html", "--wrap=preserve"]
    return subprocess.run(argv, input=text.encode(), capture_output=True).stdout.decode()


def measure(folder: Path, command: str, places: bool, rules: list[str]) -> None:
    for kind in ("documents", "messages"):
        root = folder / kind
        files = list(root.rglob("*.md"))
        if not files:
            continue
        said = [item for item in _run(command, root) if _counts(item, kind)]
        hit: dict[tuple[str, str], set[str]] = defaultdict(set)
        for item in said:
            hit[item["severity"], item["rule"]].add(item["path"])
        print(f"{kind}: {len(files)} files")
        for severity in ("error", "warning"):
            every = {item["path"] for item in said if item["severity"] == severity}
            print(f"  any {severity:8} {len(every):5} files  {len(every) / len(files):.4f}")
        for (severity, rule), paths in sorted(hit.items()):
            print(f"  {severity:8} {rule:24} {len(paths):4} files")
        for item in said if places else ():
            if rules == [""] or item["rule"] in rules:
                print(_place(root, item))
        print(f"  findings: {Counter(item['severity'] for item in said)}")


def _run(command: str, root: Path) -> list[dict[str, Any]]:
    argv = [*shlex.split(command), "check", "--format", "json", "--no-exclude", "--no-cache", "."]
    done = subprocess.run(argv, cwd=root, capture_output=True)
    found: list[dict[str, Any]] = json.loads(done.stdout)["diagnostics"]
    return found


def _counts(item: dict[str, Any], kind: str) -> bool:
    if item["severity"] not in ("error", "warning") or item["group"] in LEFT_OUT:
        return False
    return kind == "documents" or item["group"] in OF_MESSAGES


def _place(root: Path, item: dict[str, Any]) -> str:
    text = (root / item["path"]).read_text(encoding="utf-8")
    start, end = item["start"]["offset"], min(item["end"]["offset"], item["start"]["offset"] + 60)
    shown = f"{text[max(0, start - 20) : start]}⟦{text[start:end]}⟧{text[end : end + 20]}"
    place = f"{item['path']}:{item['start']['line']}"
    return f"    {item['severity'][0]} {item['rule']} {place} {shown!r}"


if __name__ == "__main__":
    main()
