"""What a text quotes, and what a message quotes of a text: a few words, cut where words begin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kouetsu.api import Pattern

MOST = 16
"""Characters that are quoted at most: enough to know the place again."""
LEAST = 3
ELLIPSIS = "…"
# A Japanese word begins where the script changes, save that kana follow what they belong to.
STOPS = r"、。，．！？：；・…　\s」』）】)\]"
BEGINNING = Pattern(
    f"(?<=[ぁ-ん{STOPS}])(?=[^ぁ-んー{STOPS}])"
    r"|(?<=[^\W\d_a-zA-Zぁ-ヿ])(?=[ァ-ヶA-Za-z])|(?<=[ァ-ヶー])(?=[^\W\d_ぁ-ヿ])"
    r"|(?<=[A-Za-z])(?=[^\W\d_a-zA-Zぁ-ゟ])"
)
BREAK = Pattern(r"\s*\n\s*")
QUOTED = Pattern(
    r"「[^「」\n]*」|『[^『』\n]*』|“[^“”\n]*”|(?<![\w])\"[^\"\n]*\"(?![\w])|‘[^‘’\n]*’"
)
# What somebody said, or a program showed, is told without brackets, too.
REPORTED = Pattern(
    r"(?:(?:ます|です|せん|した|ください|下さい|しょう|か|よ|ね)[。、]?|[るたいだ]、)(?=と(?:聞|言|返|書|答|尋|問わ|記さ|伝え|表示|出(?:た|て|る)"
    r"|いう(?:もの|の|文|言葉|答え|返事|提案|断り|調子)|いった|提案|頼|き(?:た|て)|付け加え|申し出))"
)
FAR = 600
"""No reported sentence is longer: a hostile file may have one of a million letters."""
SPEECH = 400
"""So far back an opening bracket of speech is looked for."""
HIDDEN = "□"


def unquoted(text: str) -> str:
    """The text with what it quotes hidden: there others speak, and the author tells of it."""
    # perf: several rules ask for every sentence; a megabyte is not to be kept
    return _kept(text) if len(text) <= FAR else _unquoted(text)


@lru_cache(maxsize=1_024)
def _kept(text: str) -> str:
    return _unquoted(text)


def _unquoted(text: str) -> str:
    hidden = QUOTED.sub(lambda place: HIDDEN * len(place.group()), text)
    # Brackets within brackets: the inner ones are hidden by now.
    return _unreported(QUOTED.sub(lambda place: HIDDEN * len(place.group()), hidden))


def _unreported(text: str) -> str:
    """The text with the sentences hidden that somebody is told to have said."""
    pieces: list[str] = []
    at = 0
    for told in REPORTED.finditer(text):
        lowest = max(at, told.start() - FAR)
        begin = max(text.rfind(end, lowest, told.start()) + 1 for end in "。！？\n")
        begin = max(begin, lowest)
        pieces += (text[at:begin], HIDDEN * (told.end() - begin))
        at = told.end()
    return "".join((*pieces, text[at:])) if pieces else text


def spoken(text: str, at: int) -> bool:
    """Whether brackets of speech, or inverted commas, stand open before a place."""
    before = text[max(0, at - SPEECH) : at]
    if before.count('"') % 2 == 1:
        return True
    return any(before.count(a) > before.count(b) for a, b in ("「」", "『』", "“”"))


def tail_start(text: str, start: int, end: int, most: int = MOST) -> int:
    """Where to begin, so that whole words up to ``end`` are quoted."""
    if end - start <= most:
        return start
    first = max(start, end - most)
    borders = [at for at in _borders(text, first, end) if end - at >= LEAST]
    opened = [at for at in borders if not _closes_more(text[at:end])]
    return next(iter(opened or borders), first)


def tail_of(text: str, start: int, end: int, most: int = MOST) -> str:
    """The end of ``text[start:end]``, in whole words, with ``…`` for what is left out."""
    at = tail_start(text, start, end, most)
    return (ELLIPSIS if at > start else "") + BREAK.sub("", text[at:end])


def head_of(text: str, start: int, end: int, most: int = MOST) -> str:
    """The beginning of ``text[start:end]``, in whole words, with ``…`` for what is left out."""
    if end - start <= most:
        return BREAK.sub("", text[start:end])
    upto = start + most
    borders = [at for at in _borders(text, start, upto + 1) if at - start >= LEAST]
    return BREAK.sub("", text[start : borders[-1] if borders else upto]).rstrip("、 　") + ELLIPSIS


def _borders(text: str, start: int, end: int) -> Iterator[int]:
    # the character before decides, too
    for found in BEGINNING.finditer(text, max(start - 1, 0), end):
        if start <= found.start() < end:
            yield found.start()


def _closes_more(text: str) -> bool:
    """Whether a bracket is closed that the text does not open."""
    return any(text.count(end) > text.count(begin) for begin, end in ("「」", "『』", "（）"))
