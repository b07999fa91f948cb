"""Copies that are planted into texts of distinct sentences: found exactly, mended exactly."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kouetsu.api import Finding, Post, Severity, Source, Span
from kouetsu.run.edits import applied
from kouetsu_rules.repetition import repeated_passage, stuttered_sentence, token_loop
from kouetsu_rules.repetition.copying.copies import find_copies

SIGNS = (
    "朝昼夜港町駅坂裏通川丘橋市場本屋魚店銭湯郵便局花食堂雨夏冬祭友人話傘道地図猫写真子声古手紙"
    "茶山森畑石窓灯船網鐘塩米豆竹布糸針鍋器箱棚板釘木根葉枝種実土砂水氷雪風雲星月"
)
PARTICLES = "をにがへでと"
ENDS = ("ました。", "ています。", "のです。", "でしょう。", "たのでしょうか？", "はずです。")


def distinct(seed: int, count: int) -> list[str]:
    """Paragraphs of sentences that have nothing in common but signs and endings."""
    random = Random(seed)
    paragraphs = []
    for _ in range(count):
        told = ""
        for _ in range(random.randint(3, 5)):
            for _ in range(random.randint(4, 6)):
                told += "".join(random.sample(SIGNS, 2)) + random.choice(PARTICLES)
            told += "".join(random.sample(SIGNS, 2)) + "し" + random.choice(ENDS)
        paragraphs.append(told)
    return paragraphs


paragraphs = st.builds(distinct, st.integers(0, 2**32), st.integers(4, 9))


def found(text: str) -> list[Finding]:
    post = Post.from_text(text)
    return list(repeated_passage.RULE.check(post, repeated_passage.Options()))  # type: ignore[misc]


def mended(text: str) -> str:
    for _ in range(10):
        fixes = [finding.fix for finding in found(text) if finding.fix is not None]
        if not fixes:
            return text
        text = applied(Source.from_text(text), fixes).written
    raise AssertionError("the fixes come to no end")


@given(paragraphs)
@settings(max_examples=60, deadline=None)
def test_distinct_sentences_repeat_nothing(kept: list[str]) -> None:
    text = "\n\n".join(kept) + "\n"
    assert not [each for each in found(text) if each.severity != Severity.INFO]


@given(paragraphs, st.data())
@settings(max_examples=100, deadline=None)
def test_a_planted_run_is_found_exactly_and_its_deletion_restores_the_text(
    kept: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(kept) - 2))
    end = data.draw(st.integers(start + 1, len(kept) - 1))
    copy = "\n\n".join(kept[start:end])
    before, after = "\n\n".join(kept[:end]), "\n\n".join(kept[end:])
    marker = data.draw(st.sampled_from(["", "\n\n---END---", "\n\n***"]))
    text = f"{before}{marker}\n\n{copy}\n\n{after}\n"
    (finding,) = found(text)
    at = len(before) + len(marker) + 2
    assert finding.span == Span(at, at + len(copy))
    assert finding.severity == Severity.ERROR
    first = finding.related[0].span
    assert first == Span(text.index(kept[start]), text.index(kept[end - 1]) + len(kept[end - 1]))
    assert mended(text) == f"{before}{marker}\n\n{after}\n"


@given(paragraphs)
@settings(max_examples=60, deadline=None)
def test_paragraphs_run_together_in_one_line_are_a_copy(kept: list[str]) -> None:
    body = "## 町を歩いた日のこと\n\n" + "\n\n".join(kept)
    line = "町を歩いた日のこと " + " ".join(kept[:-1])
    (finding,) = found(f"{body}\n\n{line}\n")
    assert finding.span == Span(len(body) + 2, len(body) + 2 + len(line))
    assert mended(f"{body}\n\n{line}\n") == f"{body}\n"


@given(st.lists(st.sampled_from("あいう、。#*- \n`>[](1.x"), max_size=80).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_and_mended_to_an_end(text: str) -> None:
    for rule in (repeated_passage.RULE, stuttered_sentence.RULE, token_loop.RULE):
        assert rule.check is not None
        mending = text * 3
        for _ in range(10):
            post = Post.from_text(mending)
            findings = rule.check(post, rule.options())
            fixes = [each.fix for each in findings if each.fix is not None]
            if not fixes:
                break
            mending = applied(Source.from_text(mending), fixes).written
        else:
            raise AssertionError(f"the fixes of {rule.name} come to no end: {text!r}")


P = (
    "朝早くに港町のパン屋で、友人と長い話をしたことを覚えています。"
    "夕方に駅前の本屋で、新しい地図を買い求めたのは初めてでした。"
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n\n".join([P] * 5000), id="equal paragraphs"),
        pytest.param("\n\n".join([P, P[::-1]] * 2500), id="two by turns"),
        pytest.param("\n\n".join(["## 町のこと", P] * 3000), id="equal sections"),
        pytest.param("\n".join([f"- {P}"] * 5000), id="equal items"),
        pytest.param(P * 5000, id="one line"),
        pytest.param("検証" * 500_000, id="one loop"),
        pytest.param("\n\n".join(f"{n}日目に{P[5:]}" for n in range(5000)), id="numbered"),
    ],
)
def test_hostile_posts_end_soon(text: str) -> None:
    post = Post.from_text(text)
    assert post.sentences
    began = time.process_time()
    for rule in (repeated_passage.RULE, stuttered_sentence.RULE, token_loop.RULE):
        assert rule.check is not None
        list(rule.check(post, rule.options()))
    assert time.process_time() - began < 5


def test_the_shared_view_tells_what_a_sentence_repeats() -> None:
    post = Post.from_text(f"{P}\n\n間に一文があります。\n\n{P}\n")
    copies = post.derived(find_copies)
    (passage,) = copies.passages
    assert passage.exact
    pair = copies.of(post.sentences[-1])
    assert pair is not None
    assert pair.first is post.sentences[1]
    assert copies.of(post.sentences[0]) is None


def test_two_short_paragraphs_told_again_are_certain_beside_a_generators_marks() -> None:
    short = (
        "**朝市への招待**\n\n港の朝は、魚を買うだけの場所ではなく、町の人が顔を合わせる場所でもあると"
        "思いませんか。早起きをするかどうかで、町の一日は変わります。\n\n"
        "これは、漁師や店主だけの話ではないと考えています。坂の上の人にも聞いてほしいのです。"
    )
    rest = distinct(7, 60)
    for end, severity in (
        ("---END---", Severity.ERROR),
        ("鐘が鳴る町の朝です。", Severity.WARNING),
    ):
        (passage,) = found("\n\n".join([*rest[:9], short, *rest[9:], short, end]) + "\n")
        assert passage.severity == severity
