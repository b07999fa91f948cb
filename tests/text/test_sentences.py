from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kouetsu.text.post import Post
from kouetsu.text.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in Post.from_text(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春が来た。夏も来た。", ["春が来た。", "夏も来た。"]),
        ("本当か？　そうだ！", ["本当か？", "そうだ！"]),
        ("「行くの？」と彼は聞いた。", ["「行くの？」と彼は聞いた。"]),
        ("「行く。」\n", ["「行く。」"]),
        ("まさか！？　ええ。", ["まさか！？", "ええ。"]),
        ("値は3.14だ。次。", ["値は3.14だ。", "次。"]),
        ("Yahoo!ニュースを読む。", ["Yahoo!ニュースを読む。"]),
        ("It works. Really.", ["It works.", "Really."]),
        ("折り返した\n文である。", ["折り返した\n文である。"]),
        ("手順:\n始める。", ["手順:", "始める。"]),
        ("**一つめ**\n始める。", ["一つめ", "始める。"]),
        ("「開いたまま。次の文。", ["「開いたまま。", "次の文。"]),
        ("（注。）終わり。", ["（注。）終わり。"]),
    ],
)  # fmt: skip
def test_a_text_falls_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="春あ。！？「」（）\n a.B!", max_size=60))
def test_sentences_keep_order_and_lose_only_white_space(text: str) -> None:
    for prose in Post.from_text(text).prose:
        at = 0
        for sentence in prose.sentences:
            assert not prose.text[at : sentence.start].strip()
            assert sentence.text == prose.text[sentence.start : sentence.end]
            at = sentence.end
        assert not prose.text[at:].strip()


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("終わった。", True),
        ("「終わった。」", True),
        ("続く", False),
        ("続く、", False),
        ("なに？", True),
    ],
)
def test_a_closed_sentence_ends_as_sentences_do(text: str, closed: bool) -> None:
    (sentence,) = Post.from_text(text).sentences
    assert sentence.closed is closed


def test_the_normal_form_folds_width_and_white_space() -> None:
    (sentence,) = Post.from_text("ＡＩ と ｶﾅ").sentences
    assert sentence.normal == "AIとカナ"


@settings(deadline=None)
@given(st.text(alphabet="春はあけぼのAI企業。、 \u3000\n\0🍣𠮷が\u3099", max_size=80))
def test_tokens_stand_where_they_say_and_in_order(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert token.start >= at
        assert text[token.start : token.end] == token.surface
        at = token.end


@pytest.mark.parametrize(
    "text",
    ["あ" * 100_000, "a" * 100_000, "漢" * 100_000, "。" * 100_000, "日本語" * 40_000, "\0" * 9],
)
def test_text_that_would_crash_or_stall_mecab_is_read(text: str) -> None:
    assert tokenize(text) is not None


def test_words_carry_their_unidic_features() -> None:
    verb, noun = tokenize("走れば企業")[0], tokenize("企業")[0]
    assert (verb.feature.pos1, verb.feature.c_form) == ("動詞", "仮定形-一般")
    assert (noun.feature.pos2, noun.feature.lemma, noun.feature.known) == (
        "普通名詞", "企業", True,
    )  # fmt: skip


def test_an_unknown_word_says_so() -> None:
    (word,) = tokenize("ゾゾンパロ")
    assert not word.feature.known
    assert word.feature.pos1 == "名詞"


def test_each_distinct_sentence_is_read_once() -> None:
    post = Post.from_text("春が来た。\n\n春が来た。\n")
    first, second = post.sentences
    assert first.tokens is second.tokens
