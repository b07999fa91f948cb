"""Texts that write about markers: they quote them, or take them for words."""

from __future__ import annotations

from kouetsu.api import Pattern

# After a marker that is spoken of, not left: 「…」 and the particles that follow a name.
PARTICLE = (
    r"(?:と|が|を|は|という|といった|で|に|の|など|や|も|って|のような|から|まで|より|へ|なら)"
)
NAMED = Pattern(rf"[」』”\"]|{PARTICLE}(?![ \t]|$)")
# The same with a space, as people set off what is no Japanese, or as a word among words: there a
# word stands before it that leads to a name.
NAMED_APART = Pattern(
    rf"[ ](?!はい){PARTICLE}(?![ \t]+[^\x21-\x7e]|$)"
    r"|[ ]?(?:です|である|だ[。、った]|といっ|のほか|だけ|とか|または|あるいは|もしくは|そのもの"
    r"|か[、 ])"
    r"|[、,・/／）)]|(?:system|user|assistant)[ ]?(?:の|と|で|から)"
    r"|[ ](?:tags?|tokens?|markers?|is|are|and|or|at|to|in|on|as|when|then|away|marks?|means?"
    r"|tells?)\b"
    r"|[.;:][ ]|[.]$"
)
INTO = Pattern(
    r"(?:[がのをにはとでもやへ、。！？（(「・/／]|から|なら|ば|なぜ|まで|という|って|によって|また"
    r"|この|^)[ ]?$"
    r"|\b(?:the|an?|with|after|before|until|print|prints|write|writes|add|adds|tags?|tokens?|and|or"
    r"|marker|called|named|says?|like|than|for|of|by|is|are)[ ]$"
)

# A token is a word of its own: what it is, does and is followed by. はい answers a prompt.
SUBJECT = Pattern(r"[ ]?(?:とは|[はがをにでとも](?=[、「『]|[^\W\d_ぁ-ゟ]))")

SAID = Pattern(r"[」』”\"]|[ ]?(?:という|といった|など|のよう[なに])")


def talked_of(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a text writes about a marker: it stands in brackets of speech or takes a particle."""
    if stands_alone(text, start, end):
        return False
    before = text[max(0, start - 80) : start]
    if before.count("「") > before.count("」") or before.endswith(('"', "“", "`")):
        return True
    # A citation stands after what it supports, and any particle may follow that.
    if kind == "citation":
        return SAID.match(text, end) is not None
    if NAMED.match(text, end) or (kind == "token" and SUBJECT.match(text, end)):
        return True
    return NAMED_APART.match(text, end) is not None and INTO.search(before) is not None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line."""
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
