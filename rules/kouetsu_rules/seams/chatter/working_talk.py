"""What a model says to itself in English while it works on a post in Japanese."""

from __future__ import annotations

import re

from kouetsu.api import Pattern
from kouetsu_rules.letters import has_japanese
from kouetsu_rules.seams.markers.segments import Segment

LEAST = 20
# The next step of the work: an intent, an act of writing on a part of the text, and its manner.
INTENT = Pattern(
    r"\b(?:I(?:'ll|’ll| will|'m going to|’m going to| should| need to| must| can| want to"
    r"|'ve|’ve| have)|[Ll]et me|[Ll]et's|[Ll]et’s|[Tt]he user (?:wants|asked|has asked|requested"
    r"|needs)"
    r"|[Tt]ime to|[Nn]ext step is to)\b"
)
ACT = Pattern(
    r"\b(?:writ(?:e|ing|ten)|draft(?:ing|ed)?|rewrit(?:e|ing|ten)|revis(?:e|ing|ed)"
    r"|translat(?:e|ing|ed)|expand(?:ing)?|finish(?:ing)?|generat(?:e|ing|ed)|produc(?:e|ing)"
    r"|compos(?:e|ing)|creat(?:e|ing|ed)|add(?:ing)?|continu(?:e|ing)|conclud(?:e|ing)|wrap up"
    r"|start with|outline|summari[sz](?:e|ing)|proofread|polish|insert)\b"
    r".{0,40}?\b[a-z]+ (?:article|section|paragraph|draft|heading|outline|introduction|intro"
    r"|conclusion|bullet points?"
    r"|blog post|body)\b"
    r"|\b(?:check|ensure|make sure|verify|confirm)\b.{0,40}?\b(?:word count|character count"
    r"|[Tt]he (?:article|draft|outline|front ?matter|keyword))\b"
    r"|\b[Tt]he user (?:wants|asked|has asked|requested|needs|is asking)\b.{0,60}?\b(?:article"
    r"|post|blog|draft|section|write)\b"
)
# An author of a diary in two languages says what comes next, too.
MANNER = Pattern(
    r"\b[Kk]eep (?:it|this|the|each)\b|\bstyle guide\b|\bthe user\b|\b(?:tone|word count"
    r"|character count|concise|SEO|keywords?|readers?|front ?matter|instructions?|requirements"
    r"|guidelines|outline|brief|markdown|polite form|desu/masu|bullets?)\b|\bin Japanese\b"
    r"|\b[Ee]nd with a\b|\bsection\b|\bconclusion\b"
)
AUTHOR = Pattern(
    r"\bin English\b|\bmy (?:blog|English|diary|thesis|paper|book|homework)\b"
    r"|\btoday\b|\byesterday\b"
    r"|\bcomments?\b|\b(?:he|she|they) said\b",
    re.IGNORECASE,
)
# Two signs make it certain: the work is told of, and by whoever does it.
WORK = Pattern(
    r"\bpermissions? to (?:write|edit|create|save|run|use|access)\b"
    r"|\b(?:search|look(?:ing)?|gather|fetch|collect|find|retrieve) (?:up |for )?"
    r"(?:the |more |some )?(?:latest|recent|current|additional)"
    r" (?:\w+ )?(?:information|news|details|data|updates)\b"
    r"|\bthe (?:article|post|file|draft) (?:has been|was) (?:saved|created|written|updated"
    r"|published|generated)\b"
    r"|\b(?:web|initial|my|your|refined) search(?:es|ing)?\b|\bsearch (?:query|results?)\b"
    r"|\byielded no\b|\btool calls?\b|\b(?:search|fetch\w*|write|edit) tools?\b"
    r"|\barticle (?:structure|content|outline)\b"
    r"|\b(?:requested|specified) (?:range|length|format|tone)\b|\byour request\b"
    r"|\b(?:word|character) (?:count|requirement)\b|\bquota\b"
    r"|\bthe (?:provided|requested|given|existing) (?:topic|text|article)\b"
    r"|\b[a-z]+(?:_[a-z]+)+\b|\bfront ?matter\b|\bthe (?:draft|outline|article|post) (?:is|has)\b",
    re.IGNORECASE,
)
WORKER = Pattern(
    r"\bI(?:'ll|’ll|'ve|’ve|'m|’m| will| have| am| was| used| need| cannot| keep| apologi[sz]e)\b"
    r"|\b[Mm]y (?:\w+ )?(?:apolog|search|next step)|\b[Ll]et me\b|\bHere(?:'s|’s| is)\b"
    r"|\bhas been (?:saved|created|written|updated|generated)\b"
    r"|\bassist you\b|\bwithin the (?:requested|specified)\b"
    r"|\b(?:word|character) count (?:is|was)\b"
)


def next_step(segment: Segment) -> bool:
    """Whether a paragraph in English says what part of the text is written next, and how."""
    text = segment.text
    if len(text) < LEAST or segment.headline or segment.block.in_list or has_japanese(text):
        return False
    if AUTHOR.search(text):
        return False
    return all(sign.search(text) is not None for sign in (INTENT, ACT, MANNER))


def working_talk(segment: Segment) -> bool:
    """Whether a stretch of prose is all in English and tells of the work on the text."""
    text = segment.text
    if len(text) < LEAST or segment.headline or segment.block.in_list or has_japanese(text):
        return False
    return WORKER.search(text) is not None and WORK.search(text) is not None
