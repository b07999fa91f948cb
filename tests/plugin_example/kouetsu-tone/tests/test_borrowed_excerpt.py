"""How a plugin tests a rule that looks at many posts: cases for one post, facts for many."""

from __future__ import annotations

from pathlib import Path

import pytest
from kouetsu_tone.borrowed_excerpt import RULE, Options, check_posts, collect

from kouetsu.api import Post
from kouetsu.testing import Case, Example, doc_examples, load_cases, run_case, run_example

CASES = load_cases(Path(__file__).with_name("borrowed-excerpt.yaml"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    run_case(RULE, case)


@pytest.mark.parametrize("example", doc_examples(RULE), ids=str)
def test_example(example: Example) -> None:
    run_example(RULE, example)


def _facts(**excerpts: str) -> dict[str, object]:
    posts = {
        f"{name}.md": Post.from_text(f"---\nexcerpt: {excerpt}\n---\n")
        for name, excerpt in excerpts.items()
    }
    return {path: collect(post, Options()) for path, post in posts.items()}


def test_posts_that_share_an_excerpt_name_each_other() -> None:
    facts = _facts(bridge="船を待つ朝。", harbour="港の昼。", river="船を 待つ朝。")
    found = [
        (path, finding.message, finding.related[0].path)
        for path, finding in check_posts(facts, Options())
    ]
    assert found == [
        ("bridge.md", "shared", "river.md"),
        ("river.md", "shared", "bridge.md"),
    ]
    assert not list(check_posts(facts, Options(most=2)))
