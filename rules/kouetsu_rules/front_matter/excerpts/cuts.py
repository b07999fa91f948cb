"""Whether an excerpt breaks off: its end, and what the body has there."""

from __future__ import annotations

import re

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.front_matter.excerpts.folding import Folded, folded
from kouetsu_rules.title.cutting.endings import begins_bracket, half_word, hangs
from kouetsu_rules.typos.words.katakana import composed
from kouetsu_rules.typos.words.lexicon import lexicon

OPENED = Pattern(r"[、,，(（「『【〈《・]$")
# Where generators cut: a person counts so exactly by chance only.
LIMITS = (80, 90, 100, 110, 120, 130, 140, 150, 155, 156, 158, 160, 180, 200, 250, 300)
FULL = 60
"""A shorter description was hardly cut for its length."""
ENGLISH_LOOSE = Pattern(r"[a-z,] (?:the|an?|and|or|of|your|our|its|their|into|whose|including)$")
TAIL = 8
LATER = 6
"""So many letters stand at least in a sentence that was begun and cut."""
SAMPLE = 24
"""How many characters of an excerpt are looked up in the body."""
LEAST_TITLE = 8
"""Shorter texts are not looked at for a bracket that stays open."""
LEAST_NAME = 3
"""Shorter runs of katakana are names of their own by chance: ガイ, 害."""
KATAKANA_END = Pattern(r"(?<=[^ァ-ヺー・])[ァ-ヺー]{2,6}$")
LEAST_HALVED = 30
TEASING = ("は", "も", "と", "へ", "の", "で", "から", "まで", "より")
KANA_END = Pattern(r"[ぁ-ん]$")
WHOLE_END = Pattern(r"[^ぁ-ん、,]$")
SAID = Pattern(r"(?:です|でした|である|であった|だった|だ[。、!]|になります|となります)")
"""What the body has behind the end says that it is one: 旅の記録です."""


def breaks_off(post: Post, fold: Folded, text: str) -> bool:
    """Whether it ends in mid-sentence, as the body shows by going on, or the end itself does."""
    words = text.rstrip()
    if not words.endswith(("…", "...", "..")) and _goes_on(post, fold.text.rstrip("。.…")):
        return True
    return post.is_japanese and (_broken_word(post, words) or OPENED.search(words) is not None)


def hangs_at_end(post: Post, prose: Prose) -> bool:
    """Whether the last words ask for more, or are half of a word."""
    return _hangs(post, prose) or _halved(post, prose) or _ends_in_subject(post, prose)


def _broken_word(post: Post, words: str) -> bool:
    """Whether a long text ends in katakana that begin a word and are none: …のガイ.

    What the body has as a word is one, a goat's name too.
    """
    run = KATAKANA_END.search(words)
    if run is None or len(words) < FULL or "。" not in words:
        return False
    known = lexicon()
    stem = run.group()
    if known.common.level(stem) or composed(stem):
        return False
    if len(stem) >= LEAST_NAME and stem in known.katakana:
        return False
    whole = re.compile(rf"(?<![ァ-ヺー]){stem}(?![ァ-ヺー])")
    return whole.search(post.text, *post.body) is None


def _hangs(post: Post, prose: Prose) -> bool:
    """Whether a long description ends within a clause, as its last words or its length show."""
    words = prose.text.rstrip()
    if len(words) < FULL or words[-1] in "。.!?！？…)）」』】\"'”～〜♪":
        return False
    if not post.is_japanese:
        return ENGLISH_LOOSE.search(words) is not None
    begun = len(words) - max(words.rfind(sign) for sign in "。！？!?") - 1
    if begun < LATER or begun == len(words) or not KANA_END.search(words):
        return False
    if len(words) in LIMITS:
        return True
    last = prose.sentences[-1].tokens
    if len(last) > 1 and last[-1].surface == "し" and last[-1].feature.pos1 == "助詞":
        # UniDic takes the stem of する for the particle that stands behind a plain form
        return last[-2].feature.c_form.startswith("連用形")
    # a teaser ends in は or も on purpose
    return hangs(last) and not last[-1].surface.endswith(TEASING)


def _halved(post: Post, prose: Prose) -> bool:
    """Whether it ends within a word or a bracket: …を実際に使い比, …方のために(編."""
    words = prose.text.rstrip()
    if not post.is_japanese or not prose.sentences or len(words) < LEAST_TITLE:
        return False
    halved = len(words) >= LEAST_HALVED and half_word(words, prose.sentences[-1].tokens)
    return halved or begins_bracket(words)


def _ends_in_subject(post: Post, prose: Prose) -> bool:
    """Whether が is the last word: 仕掛けが, not まんが or 行ったが."""
    words = prose.text.rstrip()
    if not (post.is_japanese and words.endswith("が") and prose.sentences):
        return False
    before, last = (None, *prose.sentences[-1].tokens)[-2:]
    if last is None or (last.surface, last.feature.pos1) != ("が", "助詞"):
        return False
    # 「はじめての講習会だったが」 leaves the rest to be read
    return before is None or before.surface not in ("た", "だ")


def _goes_on(post: Post, bare: str) -> bool:
    """Whether the body has these words and goes on in the same sentence."""
    if len(bare) < SAMPLE:
        return False
    body = post.derived(running_text)
    at = body.find(bare[:SAMPLE])
    while at >= 0:
        if body.startswith(bare, at):
            upto = at + len(bare)
            # of several sentences that were copied the last is none without its です
            if "。" not in bare and WHOLE_END.search(bare) and SAID.match(body, upto):
                return False
            following = body[upto : upto + 1]
            return following.isalnum() or following in tuple("、,・「『")
        at = body.find(bare[:SAMPLE], at + 1)
    return False


def running_text(post: Post) -> str:
    """The paragraphs of the body's beginning as one string, each ending in what is no letter."""
    parts: list[str] = []
    size = 0
    for prose in post.prose:
        if prose.in_heading:
            continue
        parts.append(folded(prose.text).text)
        size += len(parts[-1])
        if size > 4_000:
            break
    return _joined(parts)


def _joined(parts: list[str]) -> str:
    """Paragraphs that end a sentence run on, as excerpts run them on; others end for good."""
    return "".join(part if part.endswith(("。", "!", "?")) else part + "\n" for part in parts)
