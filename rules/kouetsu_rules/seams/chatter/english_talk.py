"""What a model says in English to the one it talks with: assent, a preface, a refusal, an offer."""

from __future__ import annotations

import re

from kouetsu.api import Pattern

ASSENT = Pattern(
    r"^(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Understood|Got it"
    r"|Great (?:question|idea|choice))[!,:]\s*(?P<rest>.*)",
    re.DOTALL,
)
# A person says "Of course, …" too; who hands a text over goes on like this.
HANDS_OVER = (
    r"(?:Here(?:['’]s| is| are)\b|Below (?:is|are|you)\b|I(?:['’]d| would) be (?:happy|glad) to\b"
    r"|I(?:['’]ll| will| can) (?:now )?(?:write|create|draft|rewrite|provide|help you)\b"
    r"|Let me (?:write|create|draft|rewrite|help you)\b)"
)
GOES_ON = Pattern(f"^{HANDS_OVER}")
WORK = r"(?:article|post|blog|draft|translation|rewrite|revision|version|summary|outline)"
# These are handed to readers, too.
TOLD = Pattern(r"^[^.:]*?\b(?P<work>translation|version|revision|summary|outline)\b")
ASKED = Pattern(r"\byou (?:asked|requested|wanted)\b")
PREFACE = Pattern(
    rf"^(?:Here(?:['’]s| is| are)|Below (?:is|are)) (?:the|a|an|your|my) (?:[\w-]+ ){{0,4}}{WORK}\b"
    r"(?=[^.]*(?::\s*$|\byou (?:asked|requested|wanted)\b|\b(?:based on|about|on|of|for|in|with)\b"
    r"|\.?$))"
)
REFUSAL = Pattern(
    r"(?:I(?:['’]m| am) (?:sorry|afraid)\b[^.]{0,40}|Unfortunately, |I apologi[sz]e\b[^.]{0,40}|^)"
    r"\bI(?: can(?:['’]t|not| not)| am (?:unable|not able) to|['’]m (?:unable|not able) to)"
    # I can't help thinking, I can't write this without her: people can't, either
    r"(?! help (?:but|\w+ing)\b)(?![^.]*\bwithout\b)"
    r"[^.]{0,60}\b(?:assist|help (?:you|with)|fulfill|comply|(?:provide|write|create|generate"
    r"|complete)"
    r" [^.]{0,30}\b(?:request|article|post|content|text|summary|translation|lyrics)|request)\b"
)
MODEL = Pattern(
    r"\b[Aa]s an? (?:AI|artificial intelligence|large language model)\b(?: language)?(?: model"
    r"| assistant)?,? I\b|\bAs an AI(?: language)? (?:model|assistant)\b"
    r"|\b(?:[Aa]s of my|my) (?:last |latest )?(?:knowledge|training)(?: data)?"
    r" (?:update|cut-?off)\b"
)
CANNOT = Pattern("can(?:not|['’]t)")
OFFER = Pattern(
    r"\bLet me know if (?:you(?:['’]d| would)? (?:like|need|want) (?:me to|(?:any |further "
    r"|more )*(?:changes|edits|revisions|adjustments|tweaks)"
    r"|another (?:version|draft)|a (?:shorter|longer|different|new|more))\b"
    r"|there(?:['’]s| is) anything)|\bWould you like me to\b"
)


QUOTED = Pattern('[^"“”]*["“][^"“”]*\\b[Aa]s an? ')
"""What a model says may be told in quotation marks."""


def assents(text: str, following: str, japanese: bool) -> bool:
    """Whether a block begins with the answer to a request; in English it must go on like one."""
    found = ASSENT.match(text)
    return found is not None and (japanese or GOES_ON.match(found["rest"] or following) is not None)


def key_of(text: str, japanese: bool) -> str:
    """The key of what else a sentence is; ``japanese`` says that the post is."""
    if QUOTED.match(text):
        return ""
    if MODEL.search(text):
        return "refusal" if REFUSAL.search(text) or CANNOT.search(text) else "self"
    if REFUSAL.search(text):
        return "refusal"
    if PREFACE.search(text) and (
        japanese or not TOLD.match(text) or ASKED.search(text) is not None
    ):
        return "preface"
    return "offer" if OFFER.search(text) else ""
