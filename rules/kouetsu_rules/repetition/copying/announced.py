"""What a text says twice on purpose, and says so."""

from __future__ import annotations

from collections.abc import Sequence

from kouetsu.api import Pattern
from kouetsu_rules.repetition.copying.comparison import Comparison
from kouetsu_rules.repetition.copying.runs import Run

RECALL = Pattern(
    r"再掲|再び?(?:載|引用|掲)|(?:もう(?:一|1)度|改めて|あらためて)[^。]{0,8}(?:載|引|書|見|読|記|確)"
    r"|(?:先ほど|さきほど|冒頭|以前|前)(?:に|で)?も?(?:書い|述べ|紹介し|引用し|挙げ|示し|引い)"
    r"|繰り返し(?:ます|になり|ておき|て書)|おさらい|振り返って|推敲|添削|改稿"
)
# Beside what is said twice: 放送は二度くり返された, 二人で順に読んだ, 二度目だ、と気づいた.
TWICE = Pattern(
    r"[二三四2-4](?:度目|度(?:くり|繰り|読|唱|流|鳴)|回(?:くり|繰り|読|唱|流))|(?:順に|交互に)(?:読|唱|言)"
    r"|(?:くり|繰り)(?:返|かえ)された"
)
# A tale goes on so: 二番目の子豚は, 次の夜、. An essay counts its points in other words.
NEXT_TIME = Pattern(
    r"[二三四五六七2-7](?:番目|人目|匹目|日目|晩目|度目)の?(?![^\W\d_a-zA-Zぁ-ゟ]{0,8}[:：])"
    r"|(?:次|その次|また次|あく)の(?:日|朝|晩|夜|年)[、も]|翌(?:日|朝|晩|夜|年)[、も]"
)


def is_announced(comparison: Comparison, run: Run, told: Sequence[int], first: int) -> bool:
    """Whether the words beside a run, or its own first ones, say that this comes again.

    ``told`` are the places of the run that are no labels, ``first`` is where it stood first.
    """
    before = _before(comparison, run.places[0])
    if RECALL.search(before):
        return True
    beside = (before, _before(comparison, first), _after(comparison, run.places[-1]))
    if any(TWICE.search(key) for key in beside):
        return True
    key = comparison.places[told[0]].key if told else ""
    again = NEXT_TIME.match(key)
    return again is not None and not comparison.places[first].key.startswith(again.group())


def says_twice(*keys: str) -> bool:
    """Whether one of the sentences beside two equal ones says that they are said twice."""
    return any(TWICE.search(key) for key in keys)


def _before(comparison: Comparison, number: int) -> str:
    """The last sentence before a place."""
    while number > 0 and not comparison.places[number - 1].is_prose:
        number -= 1
    return comparison.units[comparison.places[number - 1].units[-1]].key if number else ""


def _after(comparison: Comparison, number: int) -> str:
    """The first sentence behind a place."""
    places = comparison.places
    if number + 1 == len(places) or not places[number + 1].is_prose:
        return ""
    return comparison.units[places[number + 1].units[0]].key
