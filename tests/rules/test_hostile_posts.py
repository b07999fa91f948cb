"""Every stock rule over posts that are made to stall it: megabytes of one sign, of one line."""

from __future__ import annotations

import importlib
import pkgutil
import time
from random import Random

import pytest

import kouetsu_rules
from kouetsu.api import Pattern
from kouetsu.options import options_from
from kouetsu.text.post import Post
from stock import rules


@pytest.fixture(autouse=True, scope="module")
def _every_pattern_is_compiled() -> None:
    """As in a run over many posts: until then, most of them don't look at a text."""
    for module in pkgutil.walk_packages(kouetsu_rules.__path__, "kouetsu_rules."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Pattern):
                assert value.compiled


SENTENCE = "春の庭では、朝の光がやわらかく落ちる。水やりは早いうちに済ませるのがよい。"
SIGNS = Random(7)
POSTS = {
    "equals": "=" * 300_000,
    "emphasis": "".join(SIGNS.choices("*_~", k=200_000)),
    "quotations": ">" * 300_000,
    "brackets": "「" * 300_000,
    "faces": "「(」・ω・)」[「](a)" * 10_000,
    "broken characters": "`a`\ufffdあ" * 30_000,
    "links": "[" * 30_000 + "a" + "](b)" * 30_000,
    "one line": SENTENCE * 5_000,
    "one word": "あ" * 100_000,
    "headings": "## 春\n\n" * 20_000,
    "open comments": "<!--" * 50_000,
    "citations": '[1]: https://a.example "x"\n\n' + "春。([a][1])" * 20_000,
    "labels": "**思考過程**：\n\n" * 20_000,
    "slots": "[Your Name]さん、{{name}}、【氏名】の梅、https://amzn.to/YOUR_LINK " * 1_500,
    "circles": "〇〇円でした。" * 12_000,
    "one run of circles": "〇" * 40_000,
    "crossed addresses": "/xxxxxx" * 14_000,
    "boxes": ":::details AIの話\n\n承知しました。\n\n" * 4_000,
    "clipped lines": "".join(f"> {'あ' * 30}{number:05d}...\n\n" for number in range(2_500)),
    "set in bold": "**春野 花子**は" * 5_000,
    "parts": "## 導入セクション\n\n## 本文\n\n## H2: 梅\n\n" * 2_500,
    "steps": "記事生成完了:x " * 12_000,
    "numbers": "梅が咲く。[1] " * 10_000,
    "blanks": "梅" + "　" * 100_000 + "梅",
    "fields": "記事タイトル：梅\n\n" * 8_000,
    "local links": "[海](http://localhost:4000/)\n\n" * 8_000,
    "dashes before a word": "-" * 300_000 + " END",
    "one figure": "300%の" + ".0" * 60_000,
    "a long cry": "あ" + "ー" * 200_000,
    "question marks": "梅" + "?" * 200_000 + " ?? " * 30_000 + "梅",
    "garbled letters": "店主のÃ©milie さん。\n" * 10_000,
    "letters of another script": "ベラндダに花を置く。\n" * 20_000,
    "parts in brackets": "［つかみ］\n\n朝の失敗。\n\n" * 8_000,
    "signs in code in a cell": "| a |\n|---|\n| <code>" + "朝<br># 要約" * 100_000 + " |",
    "sheets": "## SNS紹介文案\n\n本文です。\n\n" * 10_000,
    "a heading of English words": "# " + "朝whom " * 20_000,
    "one number": "30258" * 12_000,
    "commas in a number": "300,," * 12_000,
    "markers": f"{SENTENCE}\n\n---END---\n\n" * 3_000,
}


@pytest.mark.parametrize("name", POSTS)
def test_no_rule_stalls(name: str) -> None:
    post = Post.from_text(f"---\ntitle: 春の庭\n---\n\n{POSTS[name]}\n")
    assert post.blocks
    for rule in rules().values():
        began = time.process_time()
        list(rule.check(post, options_from(rule.options))) if rule.check else None
        assert time.process_time() - began < 10, rule.name


TITLES = {
    "blanks": "朝" + " " * 100_000 + "夜",
    "blanks behind a bar": "朝の茶店|" + " " * 100_000 + "夜",
    "a path": "sample/" * 15_000,
    "blanks before a bar": "朝の茶店" + " " * 100_000 + "|夜",
}


@pytest.mark.parametrize("name", TITLES)
def test_no_rule_stalls_over_a_title_and_an_excerpt(name: str) -> None:
    title = f'title: "{TITLES[name]}"\nexcerpt: "{TITLES[name]}"'
    post = Post.from_text(f"---\n{title}\n---\n\n{SENTENCE}\n")
    assert post.title is not None
    for rule in rules().values():
        began = time.process_time()
        list(rule.check(post, options_from(rule.options))) if rule.check else None
        assert time.process_time() - began < 5, rule.name


MANY = {
    "dangling-reference": "以下の3つの点が大切です。\n\n" * 100_000,
    "orphan-start": ("以下の記事もおすすめです。\n\n" + "\n" * 50) * 60_000,
}
"""So many paragraphs that a copy of the rest for each of them would take too long."""


@pytest.mark.parametrize("name", MANY)
def test_no_rule_copies_the_rest_of_a_post(name: str) -> None:
    post = Post.from_text(f"---\ntitle: 春の庭\n---\n\n{MANY[name]}\n")
    assert post.prose
    rule = rules()[name]
    began = time.process_time()
    list(rule.check(post, options_from(rule.options))) if rule.check else None
    assert time.process_time() - began < 6
