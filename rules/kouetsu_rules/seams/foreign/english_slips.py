"""English words that go on with a Japanese sentence, as a slip of tokens leaves them.

Names, terms and loans are said in English again and again; nobody inflects an English verb before
する, joins two Japanese clauses by an English conjunction, or says once in a post what every
Japanese adjective says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kouetsu.api import Pattern, Post, Prose
from kouetsu_rules.places import glossed, matches
from kouetsu_rules.seams.foreign.words import REACH, names
from kouetsu_rules.shown import code_spans


class Slip(NamedTuple):
    """Where an English word stands; ``certain``: nothing else is written so."""

    prose: Prose
    start: int
    end: int
    certain: bool


JAPANESE = r"[^\W\d_a-zA-Z]"
KANJI = r"[^\W\d_a-zA-Zぁ-ヿ]"
# The third person and the past tense: a command or a loan would be in its bare form.
VERB = Pattern(
    r"(?<=[をがにはでと、]) ?(?P<word>(?:detect|requir|enabl|provid|allow|includ|improv|reduc"
    r"|increas|creat"
    r"|becom|remain|ensur|represent|demonstrat|highlight|emphasiz|reflect|suggest|indicat|depend|affect"
    r"|involv|maintain|achiev|promot|strengthen|accelerat|expand|enhanc|optimiz|generat|produc|identif"
    r"|integrat|simplif|prevent|protect|describ|explain|understand|consider|combin|develop|introduc"
    r"|establish|facilitat|encourag|leverag"
    r"|analyz|manag|monitor|utiliz|evaluat|implement|measur|transform|determin|examin|master|wait|grow|learn|focus|thriv"
    r"|flourish|shin|sustain|respond|rely|struggl|realiz|recogniz|deliver|reveal|explor|embrac)(?:e?s|e?d"
    r"|ies|ied|ing)) ?(?=し|する|さ[れせ]|でき)"
)
# Words that qualify or join, before a Japanese word or its particle.
CONJUNCTION = Pattern(
    rf"(?:(?<={JAPANESE}) |(?<=[、。]) ?)(?P<word>however|therefore|although|because|whereas"
    rf"|furthermore|moreover|nevertheless|meanwhile|their|whose|later|sooner|already|instead"
    rf"|significantly|effectively|especially|particularly|approximately|relatively|essentially"
    rf"|gradually|additionally|dramatically|substantially|eventually|frequently|actually|rather"
    rf"|probably|certainly|necessarily|consistently|completely|absolutely|primarily|mainly|strongly"
    rf"|greatly|rarely)"
    rf"(?: (?={JAPANESE})|(?=[なにのでをが]))"
)
# A preposition between two Japanese words.
PREPOSITION = Pattern(
    rf"(?<={JAPANESE}) ?(?P<word>across|within|without|between|throughout|through|among|towards?"
    rf"|against|despite|beyond|including|regarding|concerning|during|upon|such as|due to"
    rf"|instead of) ?(?={JAPANESE})"
)
QUALIFIER = Pattern(
    r"(?P<before>^|[ぁ-ん、。・「【（(]) ?(?P<word>international|early|various|significant"
    r"|important|several"
    r"|different|further|certain|economic|political|social|regional|national|financial|environmental"
    r"|industrial|historical|traditional|psychological|emotional|cultural|educational|continuous|rapid"
    r"|sustainable|crucial|essential|necessary|sufficient|appropriate|effective|efficient) "
    rf"(?={KANJI}{{2}})",
    re.MULTILINE,
)
# Of these the noun is a loan, as モニタリング is: サーバーをmonitoringして.
LOAN = Pattern(r"(?:monitor|master|learn|focus)ing")
SHAPES = ((VERB, True), (CONJUNCTION, True), (PREPOSITION, True), (QUALIFIER, False))
ENGLISH = Pattern(r"英[語文単熟会訳]|単語|副詞|接続詞|前置詞|形容詞|文法|TOEIC|発音")


def english_slips(post: Post) -> Iterator[Slip]:
    found = [*_found(post)]
    if not found or post.contains(ENGLISH):
        return
    for slip in found:
        word = slip.prose.text[slip.start : slip.end]
        # said more than once it is a term of the post
        if slip.certain or post.text.count(word) == 1:
            yield slip


def _found(post: Post) -> Iterator[Slip]:
    # where code is shown, settings and commands go on as verbs; nothing is called however
    shapes = ((CONJUNCTION, True),) if post.derived(code_spans) else SHAPES
    for pattern, certain in shapes:
        for prose, place in matches(post, pattern):
            start, end = place.span("word")
            quoted = certain and glossed(prose.text, start, end)
            text = prose.text
            if names(text[max(0, start - REACH) : start], text[end : end + REACH]):
                continue
            if not quoted and not _named(prose, start, end):
                loan = LOAN.fullmatch(place["word"]) is not None
                yield Slip(prose, start, end, certain and not loan)


def _named(prose: Prose, start: int, end: int) -> bool:
    """Whether the word alone is set in another type: the name of an argument."""
    return any(mark.start == start and mark.end == end for mark in prose.marks)
