"""Which rule answers for which class of the gold marks: the one table of it.

``finds``: a mark of the class counts as found when the rule speaks there. ``means``: a
diagnostic on a mark of the class is right too (a cut may be marked as cut, orphan or title).
A rule that is not named here answers as its group does. A rule whose ``finds`` and ``means``
are both empty is not judged: no gold class speaks of what it reports.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What a rule answers for."""

    finds: frozenset[str]
    means: frozenset[str]

    @property
    def judged(self) -> bool:
        return bool(self.means)


def _answer(finds: str = "", also: str = "") -> Answer:
    found = frozenset(finds.split())
    return Answer(found, found | frozenset(also.split()))


UNJUDGED = _answer()
TYPO = _answer("stray-typo", "fm-excerpt foreign-script")
LAYOUT = _answer("markup-broken", "flattened heading-structure")
COPIES = "repeated-paragraph repeated-section repeated-sentence repeated-heading"

ANSWERS: dict[str, Answer] = {
    # front-matter
    "front-matter-syntax": _answer("", "marker-leak other"),
    "front-matter-schema": UNJUDGED,
    "front-matter-unknown-key": UNJUDGED,
    "front-matter-date": UNJUDGED,
    "post-file-name": UNJUDGED,
    "excerpt-quality": _answer("fm-excerpt title-markup", "truncated-text stray-typo"),
    # title
    "title-truncated": _answer("title-truncated title-mismatch mojibake", "stray-typo"),
    "title-mismatch": _answer("title-mismatch", "title-truncated"),
    "title-markup": _answer("title-markup", "fm-excerpt"),
    "title-leak": _answer("marker-leak", "placeholder title-markup title-mismatch"),
    "title-length": UNJUDGED,
    # reading-time
    "reading-time": _answer("reading-time"),
    "stated-length": _answer("reading-time", "marker-leak"),
    # repetition: what a repeated passage covers is not reported again
    "repeated-passage": _answer(COPIES, "flattened other orphan-start"),
    "repeated-sentence": _answer("repeated-sentence", f"{COPIES} flattened other"),
    "stuttered-sentence": _answer("repeated-sentence", f"{COPIES} flattened other"),
    "repeated-heading": _answer("repeated-heading", f"{COPIES} heading-structure other"),
    "token-loop": _answer("stray-typo", COPIES),
    "degenerate-text": UNJUDGED,
    # seams
    "generation-marker": _answer("marker-leak", "placeholder markup-broken other"),
    "assistant-chatter": _answer("marker-leak", "placeholder contradiction other truncated-text"),
    "placeholder": _answer("placeholder marker-leak", "other"),
    "wrapper-left": _answer("marker-leak", "other"),
    "truncated-text": _answer("truncated-text", "orphan-start title-truncated title-mismatch"),
    "numbering-gap": _answer("", "orphan-start truncated-text heading-structure other"),
    "orphan-start": _answer("orphan-start", "truncated-text title-truncated"),
    "flattened-text": _answer("flattened", "markup-broken heading-structure"),
    "foreign-script": _answer("foreign-script", "stray-typo"),
    "mojibake": _answer("mojibake", "title-truncated stray-typo"),
    "replacement-artefact": TYPO,
    "doubled-slot": _answer("stray-typo placeholder", "marker-leak title-mismatch other"),
    # typos
    "broken-inflection": TYPO,
    "doubled-word": TYPO,
    "impossible-particle": TYPO,
    "improbable-text": _answer("stray-typo", "foreign-script orphan-start truncated-text"),
    "doubled-punctuation": TYPO,
    "unmatched-bracket": _answer("stray-typo", "markup-broken truncated-text orphan-start"),
    "space-in-word": TYPO,
    "stray-letter": TYPO,
    # markdown
    "broken-emphasis": LAYOUT,
    "heading-spacing": LAYOUT,
    "swallowed-paragraph": LAYOUT,
    "heading-level": _answer("heading-structure"),
    "bold-heading": _answer("heading-structure", "markup-broken flattened"),
    "empty-section": _answer("", "heading-structure repeated-heading truncated-text"),
    "dummy-link": _answer("placeholder link-broken", "other"),
}

GROUPS: dict[str, Answer] = {
    "front-matter": _answer("", "fm-excerpt marker-leak other"),
    "title": _answer("title-mismatch", "title-truncated title-markup"),
    "reading-time": _answer("reading-time"),
    "repetition": _answer("repeated-sentence", f"{COPIES} flattened other"),
    "seams": _answer("marker-leak placeholder", "truncated-text orphan-start flattened other"),
    "typos": TYPO,
    "markdown": LAYOUT,
}

# Rules outside the group `typos` that speak of slips too (data/TYPOS.md, kinds A to C);
# of these, the ones whose every word in a text of typos.jsonl is a claim that a slip is there.
SLIP_CLAIMS = frozenset({"foreign-script", "mojibake", "replacement-artefact", "token-loop"})
SLIP_RULES = SLIP_CLAIMS | {
    "excerpt-quality",
    "title-truncated",
    "title-mismatch",
    "truncated-text",
    "orphan-start",
    "control-character",
}


def answer_of(rule: str, group: str) -> Answer:
    return ANSWERS.get(rule) or GROUPS.get(group, UNJUDGED)


def rules_for(kind: str) -> list[str]:
    """The rules that answer for a class, by name."""
    return [rule for rule, answer in ANSWERS.items() if kind in answer.finds]
