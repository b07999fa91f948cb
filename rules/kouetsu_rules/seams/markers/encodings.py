"""Text that was read in another encoding than it was written in, told by reading it back."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category

from kouetsu.api import Pattern

# The bytes 0x80 to 0xBF as Windows-1252 shows them.
HIGH = r"[\x80-\xbf\u0152-\u02dc‚-⁰€™œ]"
LATIN = Pattern(f"[ãäåæçèéêëìíïàáâ]{HIGH}{HIGH}|Ã{HIGH}|Â[°©®£±²³µ·¼½¾¿¡§¶¥¢]")
# Quotation marks, dots and dashes may well stand behind an accented letter.
TYPED = Pattern(r"^[à-ï][\xa0«»‘-”–—…·]{2}$")
CAPITAL = Pattern(r"^Ã[\x80-\x9f\xa0«»\u0152-\u02dc‚-⁰€™œ]$")
LETTER = Pattern(r"[A-Za-zÀ-ÿ]")

# The kanji whose bytes in Shift_JIS begin as those of three-byte UTF-8. The third byte is never
# one of these again, and of kana it makes ゅ and the like alone: 縺れに縺れ and 繧繝彩色 are words.
HALF = Pattern(
    r"[縲縺繧繝](?:[ゅゆょよらりるゑ]|[^\sぁ-んァ-ヶ、。「」縲縺繧繝])[^\s縲縺繧繝]{0,2}"
    r"[縲縺繧繝](?:[^\s]{0,3}[縲縺繧繝])*"
    r"|[縲縺繧繝][?\uff61-\uff9f]"
)
RARE = Pattern(r"[纊-黑](?=[^\s、。]{0,4}[?\uff61-\uff9f])")
LONGEST = 40
LEAST = 2


def garbled(text: str) -> Iterator[tuple[int, int]]:
    """Where characters stand that are UTF-8 read as Windows-1252 or as Shift_JIS."""
    for found in LATIN.finditer(text):
        shown = found.group()
        if TYPED.match(shown) or (CAPITAL.match(shown) and not LETTER.match(text, found.end())):
            continue
        if _reads_back(shown):
            yield found.span()
    for found in HALF.finditer(text):
        yield found.span()
    end = 0
    for found in RARE.finditer(text):
        if found.start() >= end:
            size = _shifted(text[found.start() : found.start() + LONGEST])
            if size:
                end = found.start() + size
                yield found.start(), end


def _reads_back(shown: str) -> bool:
    """Whether the characters are the bytes of one printed character."""
    try:
        read = b"".join(map(_byte, shown)).decode("utf-8")
    except UnicodeError:
        return False
    return len(read) == 1 and category(read)[0] not in "CM"


def _byte(sign: str) -> bytes:
    return sign.encode("latin-1") if sign < "\u0100" else sign.encode("cp1252")


def _shifted(text: str) -> int:
    """How many characters from the start are UTF-8 as Shift_JIS reads it, lost bytes being ?.

    Of sound kanji the bytes do not go in threes.
    """
    expected = size = units = 0
    for sign in text:
        for byte in sign.encode("cp932", "replace"):
            if expected and (0x80 <= byte <= 0xBF or byte == 0x3F):
                expected = 0 if byte == 0x3F else expected - 1
                units += not expected
            elif not expected and 0xE3 <= byte <= 0xE9:
                expected = 2
            else:
                return size if units >= LEAST else 0
        size += 1
    return size if units >= LEAST else 0
