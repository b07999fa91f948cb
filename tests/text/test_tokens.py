"""Words of a post, and of its next version without reading everything again."""

from __future__ import annotations

import pytest

from kouetsu.text import tokens
from kouetsu.text.post import Post
from kouetsu.text.source import Source
from kouetsu.text.tokens import Token, Tokens


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that MeCab is given."""
    texts: list[str] = []
    tokenize = tokens.tokenize

    def noted(text: str) -> list[Token]:
        texts.append(text)
        return tokenize(text)

    monkeypatch.setattr(tokens, "tokenize", noted)
    return texts


def _words(text: str, memo: Tokens) -> list[str]:
    post = Post(Source.from_text(text), tokens=memo)
    return [token.surface for sentence in post.sentences for token in sentence.tokens]


def test_a_keystroke_reads_one_sentence(read: list[str]) -> None:
    first = Tokens()
    _words("朝が来る。海は静かだ。\n\n舟を出す。\n", first)
    assert read == ["朝が来る。", "海は静かだ。", "舟を出す。"]
    read.clear()
    second = Tokens(first)
    words = _words("朝が来る。海は青い。\n\n舟を出す。\n", second)
    assert read == ["海は青い。"]
    assert words == ["朝", "が", "来る", "。", "海", "は", "青い", "。", "舟", "を", "出す", "。"]


def test_what_is_gone_is_forgotten(read: list[str]) -> None:
    memo = Tokens()
    for text in ("朝が来る。", "海は静かだ。", "舟を出す。"):
        memo = Tokens(memo)
        _words(text, memo)
    read.clear()
    _words("海は静かだ。", Tokens(memo))
    _words("舟を出す。", Tokens(memo))
    assert read == ["海は静かだ。"]
