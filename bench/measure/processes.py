"""The processes of data/TYPOS.md as functions that damage a sentence or a headline.

Each takes sound text and yields damaged text with the range of the damage, or None where the
text offers no place for it, or where what would come out reads on. Sentences only: the words
that are put in are our own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple


class Damaged(NamedTuple):
    text: str
    start: int
    end: int


Damage = Callable[[str, Random], Damaged | None]


class Process(NamedTuple):
    """``kind`` as in data/TYPOS.md; ``closed``: whether the bar of the closed classes asks for it.

    ``field`` is the key of the front matter that is damaged, or nothing for the body.
    """

    kind: str
    name: str
    damage: Damage
    closed: bool = True
    field: str = ""


def replaced(text: str, start: int, end: int, new: str) -> Damaged:
    return Damaged(text[:start] + new + text[end:], start, start + len(new))


def somewhere(pattern: str, text: str, chance: Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return chance.choice(found) if found else None


# A1: になる replaced by です, in whatever form it stands, the rest of the form left.

NARU = r"(?<=[一-龥ァ-ヶー])に(な(?:ってい|って|っ|りま|り|るの|る|れ|らな|ら|ろ))"
SOUND_AFTER_DESU = re.compile(
    r"[^ぁ-んァ-ヶ一-龥A-Za-z]|$|[とがねよわぞなけ]|から|ので|のに|し[、,]|か[。、？らど]|っ[てけ](?:[、。]|$)"
    r"|も[の、]|ものの|ます$|さ[。、]"
)
FORMS = (
    "ります りました りません りましょう りましたが っています っていました っていません "
    "ってきます ってきました ってきています っていきます っていくでしょう っている っていた "
    "ってきた ってくる っていく ってしまいます ってしまう っておりません っておらず るのです "
    "るでしょう るはずです るだろう りつつあります りつつある りがちです りやすいです "
    "りそうです りえます り得ます りかねません らない らなければなりません らざるを得ません "
    "れば れるでしょう ろうとしています ってほしいものです るわけです る可能性があります "
    "ることがあります ることでしょう るようです りたいものです る場合があります "
    "るに違いありません るまで時間がかかります るほどです っただけです ったためです "
    "ったのです ったからです ったといいます りうる りました。"
)


def naru_in_place(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(NARU, sentence, chance)
    if found is None:
        return None
    upto = found.start(1) + 1 if chance.random() < 0.25 else found.end()
    if SOUND_AFTER_DESU.match(sentence, upto):
        return None
    return replaced(sentence, found.start(), upto, "です")


def naru_at_end(sentence: str, chance: Random) -> Damaged | None:
    """The forms of the verb that hardly stand in our prose, behind a sentence in です."""
    found = re.search(r"(?<=[一-龥ァ-ヶー])です。$", sentence)
    form = chance.choice(FORMS.split())
    tail = re.sub("^(?:ってい|って|[りるっられろ])", "", form) if chance.random() < 0.75 else form
    if found is None or SOUND_AFTER_DESU.match(tail):
        return None
    tail = tail.rstrip("。") + "。"
    start = found.start()
    return Damaged(sentence[:start] + "です" + tail, start, start + 2 + len(tail))


# A2 and A3: a figure for 多くの and 大幅な, where the words before cannot take one.

# Adverbs that may belong to the predicate (できるだけ, かなり, 予想以上に) read on.
DEGREES = (
    "より もっと どれだけ いかに どれほど 最も 非常に とても 極めて これほど それほど "
    "あれほど あまりに さほど 数えきれないほど"
)
FIGURES = ("75%以上の", "75%以上の", "80%以上の", "60%以上の", "90%超の")
MANIFOLD = ("300%の", "300%の", "200%の", "250%の")
PHRASE_BEGINS = r"(?:(?<=[、はがを])|^)"


def many_after_degree(sentence: str, chance: Random) -> Damaged | None:
    """Where prose has より多くの and its like already, or a degree word is put before 多くの."""
    own = somewhere(
        r"(?:(?<=[、はがをで])より|もっと|どれだけ|どれほど|これほど|数|ほど)(多くの)",
        sentence,
        chance,
    )
    if own is not None:
        figure = chance.choice(FIGURES) if own[0][0] != "数" else "75%以上の"
        return replaced(sentence, *own.span(1), figure)
    found = somewhere(PHRASE_BEGINS + "多くの", sentence, chance)
    if found is None:
        return None
    return replaced(
        sentence, *found.span(), chance.choice(DEGREES.split()) + chance.choice(FIGURES)
    )


def much_before_verb(sentence: str, chance: Random) -> Damaged | None:
    """For 大幅に where prose has it; or where it could stand."""
    found = somewhere(
        r"大幅に|大きく(?=[一-龥])(?!分け)|(?<=[がを])(?=(?:向上|改善|増加|減少|削減|短縮|変化)[しさすで]"
        r"|(?:上回|下回|変わ|増え|減ら|減る|減っ|伸び|高ま|広が|上が|下が|早ま|進[みむん]|超え)(?![をにのは、]))",
        sentence,
        chance,
    )
    return replaced(sentence, *found.span(), chance.choice(MANIFOLD)) if found else None


def much_after_degree(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere("大幅な|大きな|大きい", sentence, chance)
    if found is None:
        return None
    before = chance.choice(("より", "もっと", "どれだけ", "非常に", "とても", "最も", "いかに"))
    return replaced(sentence, *found.span(), before + chance.choice(MANIFOLD))


def figure_of_figure(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere("大幅な|大きな", sentence, chance)
    before = f"{chance.randint(11, 98)}%の"
    return replaced(sentence, *found.span(), before + chance.choice(MANIFOLD)) if found else None


def cut_by_manifold(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(
        r"[一-龥ァ-ヶー]*の?(?:削減|短縮|軽減|低減|節約|減少|低下)(?!税)", sentence, chance
    )
    return replaced(sentence, *found.span(), chance.choice(MANIFOLD) + found[0]) if found else None


# A4 and A5: a word replaced within a word; half of a word replaced.


def word_in_word(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere("エコシステム", sentence, chance)
    return replaced(sentence, *found.span(), "エコアーキテクチャ") if found else None


def half_adverb(sentence: str, chance: Random) -> Damaged | None:
    """いかに without its end, or どのように put for かに."""
    found = somewhere(
        r"(?<=[、をがはに])(?:いかに(?!も)|どのように|どうやって|どれだけ)", sentence, chance
    )
    if found is None:
        return None
    new = "い" if found[0] == "いかに" else "い" + found[0]
    damaged = replaced(sentence, *found.span(), new)
    return damaged._replace(end=damaged.start + 1)


# A6 and A7: a formula put into a stem; the space that a citation leaves.

FORMULAS = (
    "できます",
    "必要です",
    "重要です",
    "可能です",
    "求められています",
    "期待されています",
    "考えられます",
)


def formula_in_stem(sentence: str, chance: Random) -> Damaged | None:
    found = re.search(r"[一-龥]{2,4}(でき|し|され)(ます|ました)。$", sentence)
    if found is None:
        return None
    start = found.start() + chance.randint(1, found.start(1) - found.start())
    formula = chance.choice(FORMULAS)
    return replaced(sentence, start, found.start(1), formula)._replace(end=start + len(formula) + 4)


def space_of_citation(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(
        r"(?<=[るた])(?=(?:こと|ため|という|ような|ので|のです|との|ものの))"
        r"|(?<=[一-龥])(?=(?:している|しました|します|されて|される|した[。、]|できる))|(?<=、)|(?=。)",
        sentence,
        chance,
    )
    if found is None:
        return None
    new = " 、" if sentence[: found.start()].endswith("、") else " "
    return replaced(sentence, found.start(), found.start(), new)


# B: templates in the front matter, a name before a name that has it.

SUFFIXES = (
    *("がもたらす産業の転換", "が変える現場", "による業務の効率化", "の可能性とは？", "の可能性"),
    *("の未来とは？", "の衝撃", "が開く未来", "の最前線", "を徹底解説", "に迫る", "における課題"),
)
TEMPLATES = (
    *("について詳細に分析します。", "について詳細に分析します。", "について詳しく解説します。"),
    *("に関する最新の動向を紹介します。", "の要点をわかりやすく解説します。", "を徹底解説します。"),
)


def _stem(headline: str, particles: str, chance: Random) -> str | None:
    found = somewhere(f"(?<=[一-龥ァ-ヶー])(?:{particles})(?=.)", headline[4:], chance)
    return headline[: 4 + found.end()] if found else None


def suffixed_title(headline: str, chance: Random) -> Damaged | None:
    stem = _stem(headline, "とは|は|が|を|の", chance)
    if stem is None:
        return None
    suffix = chance.choice(SUFFIXES)
    at = len(stem)
    return Damaged(stem + suffix, at - 1, at + len(suffix))


def template_excerpt(headline: str, chance: Random) -> Damaged | None:
    stem = _stem(headline, "に|へ|で|も|を|は|が", chance)
    if stem is None:
        return None
    template = chance.choice(TEMPLATES)
    return Damaged(stem + template, len(stem) - 1, len(stem) + len(template))


def title_cut_in_character(headline: str, chance: Random) -> Damaged | None:
    at = chance.randint(5, len(headline) - 1)
    return replaced(headline, at, len(headline), "\ufffd")


def bracket_twice(headline: str, chance: Random) -> Damaged | None:
    found = somewhere("「(?=[^「」]+」)", headline, chance)
    return replaced(headline, found.start(), found.end(), "「「") if found else None


def name_twice(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere(
        r"(?<![A-Za-z0-9./-])[A-Z][A-Za-z]{3,}(?=(?: [A-Z0-9]|-[A-Z0-9]|[ぁ-ん]))", sentence, chance
    )
    return replaced(sentence, *found.span(), f"{found[0]} {found[0]}") if found else None


# C, for information: most of it is the business of the rules on cuts.


def stop_lost(sentence: str, chance: Random) -> Damaged | None:
    """A sentence that runs into the next; the next one is put in by the caller's paragraph."""
    found = re.search(r"(?:です|ます)。$", sentence)
    next_one = chance.choice(("そして", "しかし", "また", "たとえば", "一方", "このように"))
    if found is None:
        return None
    at = len(sentence) - 1
    text = sentence[:at] + next_one + "、話はここで終わりません。"
    return Damaged(text, at - 2, at + len(next_one))


def bracket_lost(sentence: str, chance: Random) -> Damaged | None:
    found = somewhere("[「」]", sentence, chance)
    return replaced(sentence, *found.span(), "") if found else None


PROCESSES: Sequence[Process] = (
    Process("A1", "になる to です, in place", naru_in_place),
    Process("A1", "になる to です, at the end", naru_at_end),
    Process("A2", "多くの to 75%以上の after a degree", many_after_degree),
    Process("A3", "大幅に to 300%の before a verb", much_before_verb),
    Process("A3", "大幅な to 300%の after a degree", much_after_degree),
    Process("A3", "大幅な to 300%の after a figure", figure_of_figure),
    Process("A3", "300%の before a reduction", cut_by_manifold),
    Process("A4", "システム to アーキテクチャ in a word", word_in_word),
    Process("A5", "half of いかに", half_adverb),
    Process("A6", "a formula in a stem", formula_in_stem),
    Process("A7", "the space of a citation", space_of_citation),
    Process("B", "a title's particle and a suffix", suffixed_title, field="title"),
    Process("B", "an excerpt's particle and a template", template_excerpt, field="excerpt"),
    Process("B", "a title cut within a character", title_cut_in_character, field="title"),
    Process("B", "a title with 「「", bracket_twice, field="title"),
    Process("B", "a name before the name", name_twice),
    Process("C", "a full stop lost", stop_lost, closed=False),
    Process("C", "a bracket lost", bracket_lost, closed=False),
)
