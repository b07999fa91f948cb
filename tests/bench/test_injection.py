"""The injection measure: slips are put where it says, the same for the same seed, and counted."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import injection
from measure import processes
from measure.command import Diagnostic
from measure.passages import headlines, passages
from measure.processes import Process
from measure.texts import Folder, Span, Text

PROSE = (
    "庭の手入れは暮らしの一部になっています。春には多くの人が庭を訪れ、花の名を尋ねます。",
    "この町のエコシステムは川が要です。水やりの手間を大幅に減らす道具をガーデニングで使うことができます。",
    "物置では「古い道具」を見つけた。どうすればよいかを、どのように決めるのかが大きな課題です。",
    "畑の計画を丁寧に説明します。苗の値段が削減された年のことを Bonsaiの先生は覚えていた。",
)
POST = Text(
    (
        "---\ntitle: 春の庭における「土」の作り方と道具\n---\n\n# 道具の手入れの基本は何か\n\n"
        + "\n\n".join(PROSE)
        + "\n\n- 箇条書きの項目は文ではありませんから、ここでは使いませんし数えません。\n"
        + "\n```\n囲みの中の文も、本文ではありませんから、使うことはありません。\n```\n"
    ).encode()
)


def test_only_paragraphs_of_plain_sentences_are_damaged() -> None:
    assert ["".join(passage) for passage in passages([POST])] == list(PROSE)
    assert headlines([POST]) == ["春の庭における「土」の作り方と道具", "道具の手入れの基本は何か"]


@pytest.mark.parametrize("process", injection.PROCESSES, ids=lambda process: process.name)
def test_a_process_damages_where_it_says_and_nowhere_else(process: Process) -> None:
    texts = (
        headlines([POST]) if process.field else [each for one in passages([POST]) for each in one]
    )
    chance = Random(3)
    done = [(text, process.damage(text, chance)) for text in texts * 20]
    damaged = [(text, slip) for text, slip in done if slip is not None]
    assert damaged
    for text, slip in damaged:
        assert slip.text != text
        assert 0 <= slip.start <= slip.end <= len(slip.text)
        # A space may stand before the word that is put in.
        assert text.startswith(slip.text[: slip.start].rstrip())


def test_the_same_seed_gives_the_same_slips() -> None:
    process = processes.PROCESSES[0]
    prose = passages([POST])
    first, again = (injection.inject(process, prose, [], 9, "1") for _ in range(2))
    assert [each.text.text for each in first] == [each.text.text for each in again]
    assert len(first) == 1


class Fake:
    """Finds the first slip as an error, and speaks once of a sound text."""

    def check(self, folder: Folder) -> list[Diagnostic]:
        path, text = next(iter(folder.texts.items()))
        at = text.text.index("です" if folder.name == "injected" else "庭")
        span = Span(at, at + 2)
        return [Diagnostic(path, "broken-inflection", "typos", "error", 7, 1, 7, span)]

    def mend(self, folder: Folder) -> dict[str, Text]:
        raise NotImplementedError


def test_what_is_found_and_what_is_said_of_sound_texts_is_counted() -> None:
    slips = injection.inject(processes.PROCESSES[0], passages([POST]), [], 9, "1")
    lines = injection.tell(slips, Fake(), misses=1, quotes=False)
    assert lines[1].split()[-3:] == ["1", "1.00", "1.00"]
    assert "closed kinds, as error: 1 of 1 (* not of them)" in lines
    assert "1 sound texts, 1 alarms" in lines
    assert not any(line.startswith("MISSED") for line in lines)


def test_no_folder_is_a_mistake_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert injection.main(["no-such-folder"]) == 2
    assert "no folder" in capsys.readouterr().err
