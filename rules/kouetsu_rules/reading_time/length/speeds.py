"""Options of speed and tolerance that both rules share, and the judgement by them."""

from __future__ import annotations

from typing import Annotated

from kouetsu.api import RuleOptions, Text, option
from kouetsu_rules.reading_time.length.measure import Amount


class Speeds(RuleOptions, frozen=True, kw_only=True):
    """Speeds, what counts, and how far a declared time may be off."""

    characters_per_minute: Annotated[
        int, option("一分に読む日本語の字数", "Japanese characters a minute", ge=1)
    ] = 500
    words_per_minute: Annotated[
        int, option("一分に読む欧文の語数", "Latin words a minute", ge=1)
    ] = 200
    code_lines_per_minute: Annotated[
        int,
        option(
            "一分に読むコードの行数（0 なら数えない）", "lines of code a minute (0: none)", ge=0
        ),
    ] = 0
    tables: Annotated[bool, option("表を数える", "count tables")] = True
    seconds_per_image: Annotated[
        float, option("画像一枚に足す秒数", "seconds for each image", ge=0)
    ] = 0
    tolerance: Annotated[
        float, option("読む速さの幅（割合）", "how far speeds of reading differ", ge=0, lt=1)
    ] = 0.25
    minutes: Annotated[
        float, option("丸めとして許す分数", "minutes allowed for rounding", ge=0)
    ] = 1


def minutes(amount: Amount, speeds: Speeds) -> float:
    """What the amount takes to read."""
    letters, words = counted(amount, speeds)
    total = letters / speeds.characters_per_minute + words / speeds.words_per_minute
    if speeds.code_lines_per_minute:
        total += amount.code_lines / speeds.code_lines_per_minute
    return total + amount.images * speeds.seconds_per_image / 60


def counted(amount: Amount, speeds: Speeds) -> tuple[int, int]:
    """Characters and words, tables as the options say."""
    if speeds.tables:
        return amount.characters + amount.table_characters, amount.words + amount.table_words
    return amount.characters, amount.words


def agrees(declared: float, measured: float, speeds: Speeds) -> bool:
    """Whether readers of some speed within the tolerance need the declared time, rounded."""
    measured = max(measured, 1)  # nobody declares less
    share = 1 - speeds.tolerance
    return measured * share - speeds.minutes <= declared <= measured / share + speeds.minutes


def whole(measured: float) -> int:
    """Minutes as they are declared."""
    return max(1, int(measured + 0.5))


def account(amount: Amount, speeds: Speeds) -> Text:
    """How the time was counted, in words."""
    letters, words = counted(amount, speeds)
    ja = [f"{letters:,} 字÷{speeds.characters_per_minute}"] if letters else []
    en = [f"{letters:,} characters / {speeds.characters_per_minute}"] if letters else []
    if words:
        ja.append(f"欧文 {words:,} 語÷{speeds.words_per_minute}")
        en.append(f"{words:,} Latin words / {speeds.words_per_minute}")
    if speeds.code_lines_per_minute and amount.code_lines:
        ja.append(f"コード {amount.code_lines:,} 行÷{speeds.code_lines_per_minute}")
        en.append(f"{amount.code_lines:,} lines of code / {speeds.code_lines_per_minute}")
    if speeds.seconds_per_image and amount.images:
        ja.append(f"画像 {amount.images} 枚×{speeds.seconds_per_image:g} 秒")
        en.append(f"{amount.images} images x {speeds.seconds_per_image:g} s")
    return Text("＋".join(ja) or "本文が空", " + ".join(en) or "no text")
