"""Build the list of foreign words of foreign-script from lists of stop words.

    pip install stopwordsiso english-words
    python bench/build_foreign_words.py [--names FILE ...]

Takes the words of at least four letters a to z of languages with Latin letters from stopwords-iso
(MIT licence, Gene Diaz and contributors), less those that are English (english-words: web2 and
gcide), that a file of NAMES has (package names of PyPI and npm, one a line, what follows a tab
left out), and, if they are short, that could be Japanese in Latin letters.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

FILE = Path(__file__).parent.parent / "rules/kouetsu_rules/seams/data/foreign_words.txt"
LANGUAGES = "ca cs da de es et fi fr gl hr hu id it lt lv ms nl no pl pt ro sk sl sv tl tr"
WORD = re.compile(r"[a-z]{4,}")
ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmryw]|[kgshtnbpmr]y|jy?|[sct]h|ts|f|v)?[aiueo]|n(?![aiueoy])|(.)(?=\1))+"
)
SHORT = 7
"""Up to this length Japanese in Latin letters is left out."""


def main() -> None:
    from english_words import get_english_words_set
    from stopwordsiso import stopwords

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--names", type=Path, nargs="*", default=[])
    parser.add_argument("--output", type=Path, default=FILE)
    arguments = parser.parse_args()
    words = {word for language in LANGUAGES.split() for word in stopwords(language)}
    words = {word for word in words if WORD.fullmatch(word) and not _is_japanese(word)}
    english = get_english_words_set(["web2", "gcide"], lower=True)
    words = {word for word in words if not english.intersection(_uninflected(word))}
    for path in arguments.names:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        words -= {line.split("\t")[0].lower() for line in lines}
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text("\n".join(_wrapped(sorted(words))) + "\n", encoding="ascii")
    print(f"{len(words)} words")


def _is_japanese(word: str) -> bool:
    return len(word) <= SHORT and ROMAJI.fullmatch(word) is not None


def _uninflected(word: str) -> set[str]:
    """The word, and what it is without an English ending: the lists have no plurals."""
    return {word, *(word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing", "ly"))}


def _wrapped(words: list[str]) -> list[str]:
    """One line for each two first letters, so that a change shows where it is."""
    heads = sorted({word[:2] for word in words})
    return [" ".join(word for word in words if word.startswith(head)) for head in heads]


if __name__ == "__main__":
    main()
