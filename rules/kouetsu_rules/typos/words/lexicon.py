"""What is known of words and character sequences: hashed statistics in one compact file.

The file is written by ``bench/build_statistics.py``. It holds Bloom filters and a sorted table of
hashes; it can say whether a string is known, never which strings are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path
from sys import byteorder
from zlib import crc32

import msgspec

MAGIC = b"kouetsu statistics 1\n"
FILE = Path(__file__).parents[1] / "data" / "statistics.bin"

BITS = 12
"""Bits of a filter for each string: with eight hashes one unknown string in 300 looks known."""
HASHES = 8


class Filter:
    """A Bloom filter: membership of strings, and nothing else."""

    def __init__(self, bits: bytes) -> None:
        self._bits = bits
        self._size = len(bits) * 8

    def __contains__(self, word: str) -> bool:
        first, second = hashes(word)
        bits, size = self._bits, self._size
        for turn in range(HASHES):
            at = (first + turn * second) % size
            if not bits[at >> 3] >> (at & 7) & 1:
                return False
        return True

    @staticmethod
    def of(words: set[str]) -> bytes:
        size = max(8, len(words) * BITS // 8 + 1)
        bits = bytearray(size)
        for word in words:
            first, second = hashes(word)
            for turn in range(HASHES):
                at = (first + turn * second) % (size * 8)
                bits[at >> 3] |= 1 << (at & 7)
        return bytes(bits)


class Counts:
    """How common strings are, as logarithms, by 32 bits of their hashes."""

    def __init__(self, table: bytes) -> None:
        entries = len(table) // 5
        self._keys = array("I", table[: entries * 4])
        if byteorder == "big":
            self._keys.byteswap()
        self._levels = table[entries * 4 :]

    def level(self, word: str) -> int:
        """Twice the binary logarithm of the number of files that have it; 0 where few have."""
        key = hashes(word)[0]
        at = bisect_left(self._keys, key)
        if at < len(self._keys) and self._keys[at] == key:
            return self._levels[at]
        return 0

    @staticmethod
    def of(levels: dict[str, int]) -> bytes:
        rows = sorted({hashes(word)[0]: level for word, level in levels.items()}.items())
        keys = array("I", [key for key, _ in rows])
        if byteorder == "big":
            keys.byteswap()
        return keys.tobytes() + bytes(level for _, level in rows)


class Lexicon:
    """The statistics by name.

    ``katakana`` knows the katakana words of the dictionaries, ``plain`` those that are no names,
    ``common`` how many files use a
    word, ``shortened`` the common katakana words less one character. ``pairs`` knows neighbouring
    kanji, ``bound`` is the kanji that hardly ever stand as a word, ``kana`` and ``common_kana``
    know sequences of three hiragana.
    """

    def __init__(self, content: bytes) -> None:
        if not content.startswith(MAGIC):
            raise ValueError("not a statistics file of this version")
        header, _, body = content[len(MAGIC) :].partition(b"\n")
        parts: dict[str, bytes] = {}
        at = 0
        for name, size in msgspec.json.decode(header):
            parts[name] = body[at : at + size]
            at += size
        self.katakana = Filter(parts["katakana"])
        self.plain = Filter(parts["plain"])
        self.common = Counts(parts["common"])
        self.shortened = Filter(parts["shortened"])
        self.pairs = Filter(parts["pairs"])
        self.bound = frozenset(parts["bound"].decode("utf-8"))
        self.kana = Filter(parts["kana"])
        self.common_kana = Filter(parts["common_kana"])
        self.compounds = Filter(parts["compounds"])


def pack(parts: dict[str, bytes]) -> bytes:
    """The content of a statistics file."""
    import json

    header = json.dumps([[name, len(part)] for name, part in parts.items()])
    return MAGIC + header.encode("ascii") + b"\n" + b"".join(parts.values())


@cache
def lexicon() -> Lexicon:
    """The statistics that ship, read when first asked for."""
    return Lexicon(FILE.read_bytes())


def hashes(word: str) -> tuple[int, int]:
    """Two numbers of 32 bits: a checksum, and the same well mixed for the steps of a filter."""
    key = crc32(word.encode("utf-8", "surrogatepass"))
    mixed = (key ^ key >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return key, (mixed ^ mixed >> 12) * 0x297A2D39 & 0xFFFFFFFF | 1
