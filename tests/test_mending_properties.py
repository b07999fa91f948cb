"""After any fix a post is whole: front matter, structure, brackets, sentences, bytes."""

from __future__ import annotations

import difflib
import os
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from measure import whole

from damaged_posts import SENTENCES, posts
from kouetsu.api import Post, Source
from kouetsu.run.config import Config
from kouetsu.run.fix import Mended, mend
from kouetsu.run.plan import Outfit, Plan
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

PAIRS = ("「」", "『』", "（）", "【】", "()", "[]")
TOLD = {"title", "excerpt", "description", "reading_time"}
"""The keys whose values fixes may change."""


@cache
def outfit() -> Outfit:
    plugins = load()
    return Outfit(Plan(Config(preset="jekyll")), plugins, Registry.of(plugins))


def mended(raw: bytes, *, unsafe: bool) -> Mended:
    result = mend(Source.from_bytes(raw), "_posts/2025-04-03-kama.md", outfit(), unsafe=unsafe)
    assert result.refusal is None, result.refusal
    return result


MANY = int(os.environ.get("KOUETSU_EXAMPLES", "150"))
PATIENT = settings(
    deadline=None, max_examples=MANY, suppress_health_check=list(HealthCheck), print_blob=True
)


@PATIENT
@given(raw=posts(), unsafe=st.booleans())
def test_a_mended_post_is_whole(raw: bytes, unsafe: bool) -> None:
    result = mended(raw, unsafe=unsafe)
    if not result.changed:
        return
    before, after = Post(result.before), Post(result.after)
    assert_front_matter_is_kept(before, after)
    # a wrapper makes code of all: what is in it begins to be prose with the fix
    if not re.match(r"\s*```markdown", before.text[before.body.start :]):
        assert_structure_is_kept(before, after)
        assert_brackets_stay_balanced(before, after)
        assert_nothing_is_orphaned(before.text, after.text)
    assert_no_sentence_is_lost(before.text, after.text)
    assert_bytes_are_kept(result.before, result.after)
    again = mended(result.after.raw, unsafe=unsafe)
    assert not again.changed, "a second run changes nothing"


def assert_front_matter_is_kept(before: Post, after: Post) -> None:
    old, new = before.front_matter, after.front_matter
    assert old.kind == new.kind
    if old.problems:
        return
    assert not new.problems
    assert {k: v for k, v in old.data.items() if k not in TOLD | {"kouetsu"}} == {
        k: v for k, v in new.data.items() if k not in TOLD | {"kouetsu"}
    }
    assert old.data.keys() - {"kouetsu"} == new.data.keys() - {"kouetsu"}


def assert_structure_is_kept(before: Post, after: Post) -> None:
    """Blocks on lines that stay are the blocks that they were.

    Lines that begin or end as others do are passed over: of copies nobody knows which one stayed.
    """
    old, new = before.text.splitlines(), after.text.splitlines()
    there: dict[int, int] = {}
    for i, j, size in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        there.update((i + n, j + n) for n in range(size))
    shapes = {(first, last, *shape) for first, last, *shape in _shapes(after)}
    ends = Counter(end for line in old for end in set(_ends(line)))
    once = {line for line in old if all(ends[end] == 1 for end in _ends(line))}
    for first, last, *shape in _shapes(before):
        if not once.issuperset(old[first : last + 1]):
            continue
        lines = [there.get(line) for line in range(first, last + 1)]
        if None not in lines and lines[-1] == lines[0] + last - first:  # type: ignore[operator]
            assert (lines[0], lines[-1], *shape) in shapes, old[first : last + 1]


def _ends(line: str) -> tuple[str, str]:
    letters = re.sub(r"\W", "", line)
    return f"{letters[:6]}…", f"…{letters[-6:]}"


def _shapes(post: Post) -> list[tuple[object, ...]]:
    source = post.source
    return [
        (
            source.line_of(block.span.start) - 1,
            source.line_of(max(block.span.start, block.span.end - 1)) - 1,
            # without a copy's blank line a list is tight again
            "item" if block.in_list and block.kind == "paragraph" else block.kind,
            block.level,
            block.parents,
        )
        for block in post.blocks
        if block.kind not in ("list", "quote")
    ]


def assert_brackets_stay_balanced(before: Post, after: Post) -> None:
    for pair in PAIRS:
        assert _unbalanced(after, pair) <= _unbalanced(before, pair), pair


def _unbalanced(post: Post, pair: str) -> int:
    counts = (Counter(prose.text) for prose in post.prose)
    return sum(count[pair[0]] != count[pair[1]] for count in counts)


def assert_no_sentence_is_lost(before: str, after: str) -> None:
    """Each stands somewhere still, or a line that says as good as the same with its figures."""
    for text in SENTENCES:
        if text in before and text not in after:
            near = [
                line
                for line in after.splitlines()
                if LCSseq.similarity(text, line) >= 0.85 * len(text) and _figures(text, line)
            ]
            assert near, text


def assert_nothing_is_orphaned(before: str, after: str) -> None:
    """No list has lost what led in to it, and no fence its second one."""
    for check in (whole.orphaned_lists, whole.open_fences):
        assert not list(check("post", before, after)), check.__name__


def _figures(text: str, line: str) -> bool:
    word = r"[0-9A-Za-z]+"
    return set(re.findall(word, text)) <= set(re.findall(word, line))


def assert_bytes_are_kept(before: Source, after: Source) -> None:
    assert before.has_bom == after.has_bom
    kinds = set(re.findall(r"\r\n|\r|\n", before.text))
    assert set(re.findall(r"\r\n|\r|\n", after.text)) <= (kinds or {"\n"})
    if after.text.strip():
        assert _tail(after.text) == _tail(before.text)


def _tail(text: str) -> str:
    return text[len(text.rstrip("\r\n")) :]
