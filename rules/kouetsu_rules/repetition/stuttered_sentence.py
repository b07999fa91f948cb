"""同じ文が二度続く。

## 何を見るか
隣り合う二つの文が同じか、ほぼ同じところ。段落の終わりの文を、次の段落がもう一度言うところも含みま
す。助詞や句読点だけが違う文は同じとみなし、数字・名前・漢字の語が違う文は別の文とみなします。

## なぜか
続きを書き足させた継ぎ目では、最後の文がもう一度出力されます。

## 例
```md bad
窓を開けると、潮の匂いが部屋に流れ込んできました。窓を開けると、潮の匂いが部屋に流れ込んできました。遠くで汽笛が鳴っています。
```

```md fixed
窓を開けると、潮の匂いが部屋に流れ込んできました。遠くで汽笛が鳴っています。
```

```md good
窓を開けると、潮の匂いが部屋に流れ込んできました。遠くで汽笛が鳴っています。
```

## 限界
12 字より短い文は、強調のために重ねることがあるので見ません。コードのそばの説明文と引用も見ません。
ほかに傷のない記事では、段落の中の 25 字より短い文、かぎかっこの言葉、三度続く文は情報にとどめます。
呼びかけや早口言葉は、人も重ねて書くからです。次の段落の頭の短い文と、ほぼ同じ文は警告とし、助詞が一
字だけ違う文と、違うところを次の段落が「」や「前者」「後者」で取り上げる文は、文法の例文でありうるの
で情報とします。歌のように前後とも句点のない行と、「二度くり返された」などと前後で断った文も情報で
す。人が書いた記事 375 本では指摘がありません。

## English
### What it does
Reports neighbouring sentences that are equal, or differ only in kana and punctuation. A paragraph
that only says the last sentence of the one before again counts, too.

### Why
At the seam of a continuation the model says its last sentence again.

### Limits
Sentences of less than 12 characters are left alone: people repeat them for emphasis. In a post in
which nothing else is broken, sentences of less than 25 characters within a paragraph, quoted ones,
those told three times, lines of verse without full stops, those that the text beside says are told
twice, pairs that differ in one particle and pairs whose difference the paragraph below quotes are
infos; short ones at the head of the next paragraph and other changed ones are
warnings. No finding on 375 posts by people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kouetsu.api import (
    Edit,
    Finding,
    Fix,
    Pattern,
    Post,
    Related,
    Rule,
    RuleOptions,
    Safety,
    Severity,
    Span,
)
from kouetsu_rules.apart import apart
from kouetsu_rules.repetition.copying.announced import says_twice
from kouetsu_rules.repetition.copying.comparison import Comparison, Unit, aligned, compare
from kouetsu_rules.repetition.copying.copies import find_copies
from kouetsu_rules.repetition.copying.lines import Lines, without_sentences
from kouetsu_rules.repetition.copying.plain import QUOTED, in_prose
from kouetsu_rules.shown import said

SHORTEST = 12
SHORTEST_NEAR = 25
NEAR = 0.9
# Left and right, first and second: what differs in one such sign is another sentence.
WORDS = Pattern(r"[^\Wぁ-ゟー]")
LETTER = Pattern(r"\w")
SENTENCE = 20
"""Letters of another language that make a sentence; a marker has fewer."""
QUOTED_WORD = Pattern(r"「([^「」]{1,8})」")
MANY = 20
STOPS = "。．.！？!?…」』）)】:："
NEGATION = Pattern(r"な[いかくけ]|ません|ず|ぬ")


# A replacement that set a sentence in bold, and again what it had set.
DOUBLED = Pattern(r"(?P<said>[^*\n。！？]{4,80}+[。！？])(?P<again>(?:\*\*(?P=said)){2,}+)")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    found = apart((*_in_bold(post), *_stuttered(post)))
    yield from sorted(found, key=lambda finding: finding.span)


def _stuttered(post: Post) -> Iterator[Finding]:
    """Sentences that the next one says again."""
    comparison = post.derived(compare)
    told = [unit for unit in comparison.units if unit.weight]
    runs = _runs(told)
    copies = post.derived(find_copies)
    broken = copies.evident or copies.marked
    for at, (before, unit) in enumerate(pairwise(told), start=1):
        if not _stutters(before, unit) or not _may_stutter(comparison, before, unit):
            continue
        start = at - 1
        if start > 0 and told[start - 1].key == unit.key:
            start = runs[start - 1]
        exact = before.key == unit.key
        thrice = at - start > 1 or (exact and at + 1 < len(told) and told[at + 1].key == unit.key)
        severity = Severity.ERROR if broken else _severity(before, unit, thrice=thrice)
        if not exact and _compared(comparison, before, unit):
            severity = Severity.INFO
        if exact and not broken:
            severity = min(severity, _on_purpose(told, start, at))
        # What may be said twice on purpose is not offered for deletion.
        edits = _without(post, comparison, unit) if severity > Severity.INFO else []
        yield Finding(
            unit.sentence.span,
            "again" if exact else "nearly",
            related=(Related(told[start].sentence.span, "first"),),
            fix=Fix(tuple(edits), Safety.UNSAFE, "delete") if edits else None,
            severity=severity,
        )


def _in_bold(post: Post) -> Iterator[Finding]:
    """A sentence three times with marks of bold between."""
    if not any(sign in post.text for sign in ("。**", "！**", "？**")):
        return
    for place in said(post, DOUBLED):
        again, first = Span(*place.span("again")), Span(*place.span("said"))
        fix = Fix((Edit(again, ""),), Safety.UNSAFE, "delete")
        # a story says a cry again, in bold
        severity = Severity.WARNING if first.size < SHORTEST else None
        yield Finding(
            again, "again", related=(Related(first, "first"),), fix=fix, severity=severity
        )


def _on_purpose(told: Sequence[Unit], start: int, at: int) -> Severity:
    """At most how sure it is, by what stands around the equal sentences."""
    beside = (*told[max(0, start - 1) : start], *told[at + 1 : at + 2])
    if says_twice(*(unit.key for unit in beside)):
        return Severity.INFO
    # Lines that end in no full stop are a song's.
    is_open = told[at].sentence.text[-1:] not in STOPS
    if is_open + sum(unit.sentence.text[-1:] not in STOPS for unit in beside) > 1:
        return Severity.INFO
    return Severity.WARNING if is_open else Severity.ERROR


def _severity(before: Unit, unit: Unit, *, thrice: bool) -> Severity:
    """How sure it is where nothing else in the post is broken.

    A cry or an announcement is told twice, what is repeated for practice three times, and two
    example sentences of a grammar differ in one particle.
    """
    if before.key != unit.key:
        differing = len(before.key) != len(unit.key) or (
            sum(a != b for a, b in zip(before.key, unit.key, strict=True)) > 1
        )
        return Severity.WARNING if differing else Severity.INFO
    if thrice or QUOTED.fullmatch(unit.key):
        return Severity.INFO
    if len(unit.key) >= SHORTEST_NEAR:
        return Severity.ERROR
    # At the head of the next paragraph stands what a continuation said again.
    return Severity.INFO if before.place == unit.place else Severity.WARNING


def _compared(comparison: Comparison, before: Unit, unit: Unit) -> bool:
    """Whether the paragraph below sets the two side by side, by the words in which they differ."""
    if before.place == unit.place or unit.place + 1 >= len(comparison.places):
        return False
    below = comparison.places[unit.place + 1].key
    if "前者" in below and "後者" in below:
        return True
    return any(
        before.key.count(word) != unit.key.count(word) for word in QUOTED_WORD.findall(below)[:MANY]
    )


def _runs(told: Sequence[Unit]) -> list[int]:
    """For each sentence where the run of equal ones that it ends began."""
    runs: list[int] = []
    for at, unit in enumerate(told):
        runs.append(runs[-1] if at and told[at - 1].key == unit.key else at)
    return runs


def _stutters(before: Unit, unit: Unit) -> bool:
    if len(unit.key) < SHORTEST or unit.weight < SHORTEST / 2:
        return False
    if before.key == unit.key:
        return True
    shorter, longer = sorted((before.key, unit.key), key=len)
    if len(shorter) < SHORTEST_NEAR or len(shorter) < NEAR * len(longer) or len(longer) > 1000:
        return False
    if WORDS.findall(unit.key) != WORDS.findall(before.key):
        return False
    if len(NEGATION.findall(unit.key)) != len(NEGATION.findall(before.key)):
        return False
    return sum(end - start for start, end in aligned(longer, shorter)) >= NEAR * len(longer)


def _may_stutter(comparison: Comparison, before: Unit, unit: Unit) -> bool:
    """Whether the two are neighbours in running prose."""
    places = comparison.places
    between = places[before.place + 1 : unit.place]
    if any(place.block.kind not in ("rule", "paragraph") for place in between):
        return False
    return not _parted(comparison, before, unit) and all(
        places[number].block.kind != "heading" and in_prose(places, number)
        for number in (before.place, unit.place)
    )


def _parted(comparison: Comparison, before: Unit, unit: Unit) -> bool:
    """Whether something stands between that is not Japanese: a name whose entry it is, English."""
    opening = comparison.units[comparison.places[unit.place].units[0]]
    if unit.place != before.place and not opening.weight and LETTER.search(opening.key):
        return True
    between = comparison.places[before.place + 1 : unit.place]
    return any(len(LETTER.findall(place.key)) >= SENTENCE for place in between)


def _without(post: Post, comparison: Comparison, unit: Unit) -> list[Edit]:
    place = comparison.places[unit.place]
    if len(place.units) == 1:
        return post.derived(Lines).without([place.block])
    last = comparison.units[place.units[-1]] is unit
    edit = without_sentences(post, [unit.sentence], last)
    return [edit] if edit else []


RULE = Rule(
    name="stuttered-sentence",
    group="repetition",
    severity=Severity.ERROR,
    messages={
        "again": ("直前と同じ文です", "this is the same sentence as the one before it"),
        "nearly": ("直前とほぼ同じ文です", "this is nearly the same sentence as the one before it"),
        "first": ("直前の文", "the first sentence"),
        "delete": ("あとの文を削除する", "delete the later one"),
    },
    doc=__doc__,
    check=check,
    yields_to=("repeated-passage", "token-loop"),
)
