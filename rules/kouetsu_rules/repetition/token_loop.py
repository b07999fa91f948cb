"""同じ語や句が、何度も続けて出力されている。

## 何を見るか
2 字から 40 字の同じ文字列が、四回以上すき間なく続くところ。掛け声や擬音のように人が重ねて言うものは
もっと長く続くときだけ、念仏や早口言葉のように文の全部を占めるものや「と唱え」「の大合唱」が続くもの
は 32 回以上続くときだけ見ます。笑いの「wwww」、罫線、数字の並び、コード、表は見ません。

## なぜか
言語モデルは、同じ語を出し続ける状態に陥ることがあります。

## 例
```md bad
この地域では、観光客の増加が観光客の増加が観光客の増加が観光客の増加が課題です。
```

```md fixed
この地域では、観光客の増加が課題です。
```

```md good
この地域では、観光客の増加が課題です。雷がゴロゴロゴロゴロと鳴りました。
```

## 限界
仮名だけの語は 16 回以上、五字より短い語、句読点をはさむ短い掛け声、「縫って返して」のような動作、英
語は 10 回以上続いたときに指摘します。英数字だけの文字列は、空白を含むときだけ見ます。人が書いた記事
375 本では指摘がありません。

## English
### What it does
Reports a string of 2 to 40 characters that stands four times or more in a row. Onomatopoeia,
laughter, rules, digits, code and tables are left alone. What people call out has to go on longer,
what fills its sentence, as a prayer does, or is said to be chanted, 32 times.

### Why
A language model may fall into saying one word for ever.

### Limits
Kana alone are reported from 16 times on; words of less than five characters, short cries with a
stop in them, steps such as 縫って返して and Latin text, which must have a space, from ten times on.
No finding on 375 posts by people.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from kouetsu.api import Edit, Finding, Fix, Pattern, Post, Rule, RuleOptions, Safety, Severity

LONGEST = 40
TIMES = 4
# People call a word ten times at most, and let a bell ring a little longer.
CALLS = 10
RINGS = 16
# A chant fills its sentence; a model that says one word for ever began in the middle of one.
CHANTS = 32
PHRASE = 5
"""Characters: what is shorter is one word, which people call out."""
LINE = 12
"""Characters: what is shorter and has a stop or a blank is called out, or is a beat."""
# Stretches of the text are compared with themselves, shifted; each is one long number.
STRETCH = 1 << 13
OVERLAP = 1 << 10
KANA = Pattern(r"[぀-ヿｦ-ﾟ]+")
LETTERS = Pattern(r"[^\W\d_]")
WORD = Pattern(r"[A-Za-z]{2}")
STOP = Pattern(r"\W")
# Wherever it begins, people chant it.
CHANTED = Pattern(
    r"[！!]?(?:と(?:何度も|大声で|皆で|声を(?:合わせ|そろえ)て|くり返し|繰り返し)?(?:唱|叫|呼|念じ|つぶや|囃|はやし)"
    r"|の(?:大?合唱|コール|連呼))"
)
# 縫って返して: what one does by turns.
STEPS = Pattern(r"[てで]$|^[てで]")


def check(post: Post, options: RuleOptions) -> Iterator[Finding]:
    proses = post.prose
    starts = [0, *accumulate(len(prose.text) + 1 for prose in proses)]
    text = "\0".join(prose.text for prose in proses)
    reported = 0
    for start, end, period in sorted(_loops(text)):
        if start < reported:
            continue
        number = bisect_right(starts, start) - 1
        prose, base = proses[number], starts[number]
        unit = text[start : start + period]
        times = (end - start) // period
        chanted = _alone(text, start, end)
        if not _is_loop(unit, times, chanted=chanted) or prose.opaque(start - base, end - base):
            continue
        reported = end
        span = prose.span(start - base, start - base + times * period)
        rest = prose.span(start - base + period, start - base + times * period)
        plain = post.text[rest.start : rest.end] == text[start + period : start + times * period]
        fix = Fix((Edit(rest, ""),), Safety.UNSAFE, "collapse") if plain else None
        yield Finding(span, "loop", {"unit": unit, "times": times}, fix=fix)


def _loops(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and period of each stretch in which one string stands over and over."""
    # A character beyond the first plane is one of two units otherwise; none of them is a word.
    text = re.sub(r"[\U00010000-\U0010ffff]", "\0", text)
    base = 0
    while base < max(len(text) - OVERLAP, 1):
        following = base + STRETCH
        stretch = text[base : base + STRETCH + OVERLAP]
        for start, end, period in _loops_within(stretch):
            stop = base + end
            if end == len(stretch):
                stop = _loop_end(text, base + start, stop, period)
                following = max(following, stop)
            yield base + start, stop, period
        base = following


def _loops_within(stretch: str) -> Iterator[tuple[int, int, int]]:
    raw = stretch.encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(raw, "little")
    for period in range(2, min(LONGEST, len(stretch) // TIMES) + 1):
        # Where a character is equal to the one a period later, the difference is zero.
        differences = (number ^ (number >> (16 * period))).to_bytes(len(raw), "little")
        least = period * (TIMES - 1)
        for start, end in _zeros(differences[: len(raw) - 2 * period], least):
            yield start, end + period, period
            if end + period - start == len(stretch):
                return


def _loop_end(text: str, start: int, end: int, period: int) -> int:
    """Where a loop ends that goes on beyond the stretch in which it was found."""
    many = text[start : start + period] * (STRETCH // period)
    end = start + (end - start) // period * period
    while text.startswith(many, end):
        end += len(many)
    while text.startswith(text[start : start + period], end):
        end += period
    return end


def _zeros(raw: bytes, least: int) -> Iterator[tuple[int, int]]:
    """The runs of at least so many zero words of two bytes."""
    wanted = bytes(2 * least)
    at = raw.find(wanted)
    while at >= 0:
        start = -(-at // 2)
        rest = raw[2 * start :]
        end = start + (len(rest) - len(rest.lstrip(b"\0"))) // 2
        if end - start >= least:
            yield start, end
        at = raw.find(wanted, max(2 * end, at + 1))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the loop is all that somebody says there: a prayer, a tongue twister, a cry."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if CHANTED.match(text, end):
        return True
    begins = not before or before in "\0\n 　。、！？!?「『（(…"
    return begins and (not after or after in "\0\n 　。、！？!?」』）)…っと")


def _is_loop(unit: str, times: int, *, chanted: bool) -> bool:
    """Whether nobody says that on purpose."""
    if len(set(unit)) == 1 or not LETTERS.search(unit) or "\0" in unit:
        return False
    if unit.isascii() and not (" " in unit.strip() + unit[-1] and WORD.search(unit)):
        return False
    return times >= (CHANTS if chanted and not STOP.search(unit) else _least(unit))


def _least(unit: str) -> int:
    """From how many times on it is a loop: cries, sounds, steps and beats are repeated, too."""
    if KANA.fullmatch(unit.strip("ー〜～、…・！!っッ ")):
        return RINGS
    called = len(unit) < PHRASE or (len(unit) < LINE and STOP.search(unit)) or STEPS.search(unit)
    return CALLS if called or unit.isascii() else TIMES


RULE = Rule(
    name="token-loop",
    group="repetition",
    severity=Severity.ERROR,
    messages={
        "loop": (
            "「{unit}」が {times} 回続いています",
            "“{unit}” is repeated {times} times in a row",
        ),
        "collapse": ("一つにする", "keep one"),
    },
    doc=__doc__,
    check=check,
)
