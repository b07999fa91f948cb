"""Build the statistics of improbable-text from dictionaries and prose.

    pip install unidic-lite sudachipy sudachidict-core
    python bench/build_statistics.py DATA [--leave-out SOURCE ...] [--output FILE]

DATA is a folder with ``people/`` (prose by people, one folder a source) and, where there are any,
``more-posts/``, ``posts/`` and ``other-sites/`` (machine-written posts, for the vocabulary of
their trades). A word counts by the files that have it, so that the slips of one post stay out: a
word of fewer than LEAST files is not taken over from prose at all. What the file holds are hashes
(Bloom filters and a table of 32-bit hashes) of single words, of two neighbouring kanji and of
three neighbouring hiragana. No text can be read back.

Dictionaries: unidic-lite (UniDic 2.1.2, BSD) and SudachiDict core (Apache License 2.0); only
whether a word is there is kept. The same input gives the same file, byte for byte.
"""

from __future__ import annotations

import argparse
import math
import re
import struct
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "lint"), str(ROOT / "rules")]

from kouetsu.api import Post, Source  # noqa: E402
from kouetsu_rules.typos.words.lexicon import FILE, Counts, Filter, pack  # noqa: E402

KATAKANA = re.compile(r"[ァ-ヺー]{2,}")
HAN = re.compile(r"[一-龥々]{2,}")
KANA = re.compile(r"[ぁ-ん]{3,}")
LEAST = 5
"""Files that must have a katakana word before it counts as common."""
BOUND_SHARE, BOUND_LEAST = 0.0015, 100
NARROW = 20
"""Kanji with which a bound one may stand in the dictionaries: one that stands with many makes new
words (戦 + 象, 接 + 面), and only of one with few partners is an unheard pair a slip."""
FOLDERS = ("people/*", "more-posts", "posts", "seeds", "other-sites/*")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--leave-out", nargs="*", default=[], help="names of source folders")
    parser.add_argument("--fold", default="", help="K/N: leave out every Nth file, from the Kth")
    parser.add_argument("--output", type=Path, default=FILE)
    arguments = parser.parse_args()
    files = list(posts(arguments.data, set(arguments.leave_out), arguments.fold))
    entries = [*unidic_words(), *sudachi_words()]
    words = {word for word, _ in entries}
    parts = statistics(files, words)
    plain = {word for word, is_name in entries if not is_name and len(word) > 2}
    parts["plain"] = Filter.of({word for word in plain if KATAKANA.fullmatch(word)})
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_bytes(pack(parts))
    sizes = ", ".join(f"{name} {len(part)}" for name, part in parts.items())
    print(f"{len(files)} files, {len(words)} words: {sizes}")


def statistics(files: list[Post], words: set[str]) -> dict[str, bytes]:
    katakana, pairs, kana = Counter[str](), Counter[str](), Counter[str]()
    alone, signs = Counter[str](), Counter[str]()
    for post in files:
        texts = [prose.text for prose in post.texts]
        katakana.update({run for text in texts for run in KATAKANA.findall(text)})
        pairs.update({pair for text in texts for pair in neighbours(text, HAN, 2)})
        kana.update({three for text in texts for three in neighbours(text, KANA, 3)})
        for prose in post.texts:
            for sentence in prose.sentences:
                for token in sentence.tokens:
                    if HAN.fullmatch(token.surface * 2):
                        signs.update(token.surface)
                        alone.update(token.surface if len(token.surface) == 1 else "")
    common = {word: files_of for word, files_of in katakana.items() if files_of >= LEAST}
    dictionary_pairs = {pair for word in words for pair in neighbours(word, HAN, 2)}
    partners = Counter(sign for pair in dictionary_pairs for sign in set(pair))
    bound = [
        sign
        for sign, count in sorted(signs.items())
        if count >= BOUND_LEAST and alone[sign] <= count * BOUND_SHARE and partners[sign] <= NARROW
    ]
    return {
        "katakana": Filter.of({word for word in words if KATAKANA.fullmatch(word)}),
        "common": Counts.of({word: level(count) for word, count in common.items()}),
        "shortened": Filter.of(
            {word[:at] + word[at + 1 :] for word in common for at in range(len(word))}
        ),
        "pairs": Filter.of(dictionary_pairs | {pair for pair, count in pairs.items() if count > 1}),
        "bound": "".join(bound).encode("utf-8"),
        "kana": Filter.of({three for three, count in kana.items() if count > 1}),
        "common_kana": Filter.of({three for three, count in kana.items() if count >= 10}),
        "compounds": Filter.of({pair for pair, count in pairs.items() if count >= 8}),
    }


def level(count: int) -> int:
    return min(255, round(2 * math.log2(count)))


def neighbours(text: str, run: re.Pattern[str], size: int) -> Iterator[str]:
    for found in run.finditer(text):
        signs = found.group()
        for at in range(len(signs) - size + 1):
            yield signs[at : at + size]


def posts(data: Path, left_out: set[str], fold: str) -> Iterator[Post]:
    part, _, parts = fold.partition("/")
    files = sorted(
        path
        for folder in FOLDERS
        for place in data.glob(folder)
        if place.is_dir() and place.name not in left_out
        for path in place.glob("*.m*")
        if path.suffix in (".md", ".markdown")
    )
    for index, path in enumerate(files):
        if not fold or index % int(parts) != int(part):
            yield Post(Source.from_bytes(path.read_bytes()), str(path))


def unidic_words() -> Iterator[tuple[str, bool]]:
    """The surfaces of unidic-lite, read from the double array of MeCab's dictionary.

    With each, whether it is a name only; of names, those in katakana.
    """
    import unidic_lite

    content = Path(unidic_lite.DICDIR, "sys.dic").read_bytes()
    *_, array_size, token_size, _, _ = struct.unpack_from("<10I", content)
    units = array("i", content[72 : 72 + array_size])
    tokens, features = 72 + array_size, 72 + array_size + token_size
    children: dict[int, list[int]] = {}
    for at, check in enumerate(units[1::2]):
        if check:
            children.setdefault(check, []).append(at)
    bases = units[0::2]
    stack = [(bases[0], b"")]
    while stack:
        base, prefix = stack.pop()
        for at in children.get(base, ()):
            sign = at - base - 1
            if 0 <= sign < 256 and bases[at] > 0:
                stack.append((bases[at], prefix + bytes([sign])))
            elif sign == -1 and bases[at] < 0:
                first, count = divmod(-bases[at] - 1, 256)
                word = prefix.decode("utf-8", "replace")
                plain = _is_plain(content, tokens, features, first, count)
                if plain or KATAKANA.fullmatch(word):
                    yield word, not plain


def _is_plain(content: bytes, tokens: int, features: int, first: int, count: int) -> bool:
    for index in range(first, first + count):
        (offset,) = struct.unpack_from("<I", content, tokens + 16 * index + 8)
        start = features + offset
        if "固有名詞" not in content[start : content.index(b"\0", start)].decode("utf-8"):
            return True
    return False


def sudachi_words() -> Iterator[tuple[str, bool]]:
    """The surfaces of SudachiDict core, as :func:`unidic_words` gives them."""
    from sudachipy import Dictionary

    for entry in Dictionary(dict="core").entries():
        word = entry.surface()
        is_name = entry.part_of_speech()[1] == "固有名詞"
        if not is_name or KATAKANA.fullmatch(word):
            yield word, is_name


if __name__ == "__main__":
    main()
