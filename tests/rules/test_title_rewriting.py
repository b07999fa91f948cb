"""A title that is written back reads as it was meant, in every style of front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.api import Fix, Post, Safety
from kouetsu.run.edits import applied
from kouetsu_rules.title.dressing.rewriting import rewrite

FRONT_MATTERS = {
    "plain": "---\ntitle: 海辺\nauthor: 汐\n---\n",
    "single": "---\ntitle: '海辺'\nauthor: 汐\n---\n",
    "double": '---\ntitle: "海辺"\nauthor: 汐\n---\n',
    "comment": "---\ntitle: 海辺 # 仮\nauthor: 汐\n---\n",
    "literal": "---\ntitle: |\n  海辺\nauthor: 汐\n---\n",
    "folded": "---\ntitle: >-\n  海辺の\n  町\nauthor: 汐\n---\n",
    "flow": "---\n{title: 海辺, author: 汐}\n---\n",
    "toml": '+++\ntitle = "海辺"\nauthor = "汐"\n+++\n',
    "toml-literal": "+++\ntitle = '海辺'\nauthor = '汐'\n+++\n",
    "json": '{\n"title": "海辺",\n"author": "汐"\n}\n',
}
TITLES = st.text(
    alphabet=st.sampled_from("海辺の町「」：、？ab1 -:#'\"\\[]{}&*!|>%@`,~?=."),
    min_size=1,
    max_size=12,
).filter(lambda text: text == text.strip())


@pytest.mark.parametrize("text", FRONT_MATTERS.values(), ids=FRONT_MATTERS.keys())
@given(title=TITLES)
def test_a_rewritten_title_reads_back(text: str, title: str) -> None:
    post = Post.from_text(text + "\n本文です。\n")
    scalar = post.front_matter.scalar("title")
    assert scalar is not None
    after = applied(
        post.source, [Fix((rewrite(post, scalar, title),), Safety.SAFE, "restore")]
    ).written
    read = Post.from_text(after).front_matter
    assert not read.problems, after
    assert read.data.get("title") == title, after
    assert read.data.get("author") == "汐", after
