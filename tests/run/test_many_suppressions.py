"""Suppressions by the thousand: what they mean stays, and the time that they take is short."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st
from word_rules import MakeOutfit, word_rule

from kouetsu.run.check import check_post
from kouetsu.run.suppression.directives import Directive, directives
from kouetsu.text.post import Post

WORDS = st.lists(st.sampled_from("abc"), max_size=2)


@given(st.lists(st.tuples(st.sampled_from(["disable", "enable"]), WORDS), max_size=8))
def test_a_suppression_ends_at_the_first_comment_that_enables_all_of_it(
    wanted: list[tuple[str, list[str]]],
) -> None:
    text = "\n\n".join(f"<!-- kouetsu-{kind} {' '.join(words)} -->" for kind, words in wanted)
    comments = [
        (text.index("<!--", at), kind, set(words))
        for at, (kind, words) in zip(places_of(text), wanted, strict=True)
    ]
    for directive in directives(Post.from_text(text)):
        if directive.kind == "disable":
            assert closing(directive) == expected(directive, comments)


def places_of(text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith("<!--", at)]


def closing(directive: Directive) -> int | None:
    return directive.closer.span.start if directive.closer else None


def expected(directive: Directive, comments: list[tuple[int, str, set[str]]]) -> int | None:
    own = {named.word for named in directive.names}
    for at, kind, words in comments:
        enables = at > directive.span.start and kind == "enable"
        if enables and (not words or (own and own <= words)):
            return at
    return None


def test_ten_thousand_suppressions_take_a_moment(outfit: MakeOutfit) -> None:
    rule = word_rule("cat", "猫")
    posts = (
        "<!-- kouetsu-disable no-rule -->\n\n猫。\n\n" * 5_000,
        "<!-- kouetsu-disable-next-line cat -->\n\n" * 5_000,
        "<!-- kouetsu-disable -->\n\n猫。\n\n" * 5_000,
        f"<!-- kouetsu-disable {'cat, ' * 20_000}-->\n\n犬。\n",
        "<!-- kouetsu-disable " * 20_000,
        "<!-- kouetsu-disable cat -- " * 20_000,
        "<!--kouetsu-" * 8_000 + ">",
        "<!-- kouetsu-disable cat, dog -->\n\n" * 2_500
        + "<!-- kouetsu-enable cat -->\n\n<!-- kouetsu-enable dog -->\n\n" * 2_500,
    )
    for text in posts:
        began = time.process_time()
        check_post(Post.from_text(text), outfit(rule))
        assert time.process_time() - began < 5


def test_the_message_of_an_unknown_rule_stays_short(outfit: MakeOutfit) -> None:
    post = Post.from_text(f"<!-- kouetsu-disable {'x' * 10_000} -->\n")
    (found,) = check_post(post, outfit()).diagnostics
    assert found.rule == "unknown-suppression"
    assert len(found.message.en) < 200
