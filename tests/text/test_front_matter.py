"""Front matter: what is read of it, and that every span cuts exactly what it claims."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kouetsu.spans import Span
from kouetsu.text.front_matter import (
    Entry,
    FrontMatter,
    MappingNode,
    Node,
    Scalar,
    SequenceNode,
    read_front_matter,
)

NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])


def cut(text: str, span: Span) -> str:
    return text[span.start : span.end]


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, MappingNode):
        for entry in node.entries:
            yield entry.key
            yield from scalars(entry.value)


def assert_spans_nest(text: str, node: Node | None, outer: Span) -> None:
    if node is None:
        return
    assert outer.covers(node.span), (text, node)
    if isinstance(node, Scalar):
        assert node.span.covers(node.content)
        if node.style == "plain" and "\n" not in cut(text, node.span):
            assert node.content == node.span
    elif isinstance(node, SequenceNode):
        for item in node.items:
            assert_spans_nest(text, item, node.span)
    else:
        for entry in node.entries:
            assert node.span.covers(entry.span)
            assert entry.span.covers(entry.key.span)
            assert_spans_nest(text, entry.value, entry.span)


def assert_within(text: str, front_matter: FrontMatter) -> None:
    whole = Span(0, len(text))
    assert whole.covers(front_matter.span)
    assert front_matter.span.covers(front_matter.inner)
    for problem in front_matter.problems:
        assert whole.covers(problem.span)
        assert problem.related is None or whole.covers(problem.related)
    assert_spans_nest(text, front_matter.value, front_matter.inner)


@given(st.text(), NEWLINES)
def test_any_text_is_read_without_error(text: str, newline: str) -> None:
    for post in (text, f"---{newline}{text}{newline}---{newline}", f"---{newline}{text}"):
        assert_within(post, read_front_matter(post))


HOSTILE = st.lists(
    st.sampled_from(
        """title: |date: 2025-01-02|- |[|]|{|}|"|'|: |#| #|&a |*a|!!str |?|<<: *a|>-|
        ---|+++|...|\t| |\\n|\\x41|\\ud800|、|題名|𠮷|が|\x00|\x85|\u2028|\ufeff|**|=|[[t]]|"""
        .replace("\n        ", "\n").split("|")
    )
    | st.sampled_from(["\n", "\r\n", "\r", "\n  ", "\n- "]),
    max_size=30,
).map("".join)  # fmt: skip


@given(HOSTILE, st.sampled_from(["---", "+++", ""]), NEWLINES)
def test_hostile_front_matter_keeps_its_spans(text: str, fence: str, newline: str) -> None:
    post = f"{fence}{newline}{text}{newline}{fence}{newline}body"
    assert_within(post, read_front_matter(post))


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029"),
    max_size=20,
).filter(lambda text: not text.startswith("?"))  # ruamel writes [?0] and takes it for a key
KEYS = st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True).filter(lambda key: key not in "yn")
VALUES = st.recursive(
    WORDS | st.integers(-(10**9), 10**9) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5), st.booleans(), NEWLINES)
def test_what_a_yaml_writer_wrote_is_read_back(
    data: dict[str, object], flow: bool, newline: str
) -> None:
    from ruamel.yaml import YAML

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = flow
    writer.width = 1_000
    written = io.StringIO()
    writer.dump(data, written)
    inner = written.getvalue().replace("\n", newline)
    post = f"---{newline}{inner}---{newline}"
    front_matter = read_front_matter(post)
    assert not front_matter.problems
    assert front_matter.data == data
    assert_within(post, front_matter)


@given(
    st.dictionaries(KEYS, WORDS.filter(lambda it: "'" not in it), min_size=1, max_size=4),
    st.booleans(),
    NEWLINES,
)
def test_a_scalar_without_escapes_is_cut_as_it_reads(
    data: dict[str, str], final: bool, newline: str
) -> None:
    lines = [f"{key}: '{value}'" for key, value in data.items()]
    post = newline.join(["---", *lines, "---"]) + (newline if final else "")
    front_matter = read_front_matter(post)
    for key, value in data.items():
        scalar = front_matter.scalar(key)
        assert scalar is not None
        assert (cut(post, scalar.content), cut(post, scalar.span)) == (value, f"'{value}'")
        entry = front_matter.entry(key)
        assert entry is not None
        assert cut(post, entry.span) == f"{key}: '{value}'"
    assert front_matter.span == Span(0, len(post))


def value(text: str) -> object:
    return read_front_matter(f"---\nkey: {text}\n---\n").data.get("key")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12", 12),
        ("-1.5", -1.5),
        ("1e3", 1000.0),
        ("0x1f", 31),
        ("0o17", 15),
        ("true", True),
        ("null", None),
        ("~", None),
        ("yes", "yes"),
        ("1:30", "1:30"),
        ("v1.2", "v1.2"),
        ("2025-04-01", date(2025, 4, 1)),
        ("2025-02-30", "2025-02-30"),
        ("2025-04-01 10:20", datetime(2025, 4, 1, 10, 20)),
        (
            "2025-04-01 10:20:30.5 +0900",
            datetime(2025, 4, 1, 10, 20, 30, 500_000, timezone(timedelta(hours=9))),
        ),
        ("2025-04-01T25:00:00Z", "2025-04-01T25:00:00Z"),
        ("'12'", "12"),
        ("!!str 12", "12"),
        ("9" * 5_000, "9" * 5_000),
        ("あ # 注", "あ"),
        ("a#b", "a#b"),
        ("[a, 'b, c', 1]", ["a", "b, c", 1]),
        ("{a: 1, b: [2]}", {"a": 1, "b": [2]}),
        ("|\n  一\n  二\n", "一\n二\n"),
        (">-\n  one\n  two\n", "one two"),
        ('"\\u3042\\n"', "あ\n"),
        ('"\\ud800"', "\ufffd"),
    ],
)
def test_values_mean_what_they_say(text: str, meant: object) -> None:
    assert value(text) == meant


@pytest.mark.parametrize(
    ("text", "readings"),
    [("yes", (True,)), ("off", (False,)), ("1:30", (0,)), ("012", ("012",)), ("'yes'", ())],
)
def test_a_scalar_knows_how_other_readers_take_it(text: str, readings: tuple[object, ...]) -> None:
    scalar = read_front_matter(f"---\nkey: {text}\n---\n").scalar("key")
    assert scalar is not None
    assert scalar.other_values == readings


def test_the_span_of_an_anchored_value_leaves_the_anchor_out() -> None:
    post = "---\na: &x !!str one\nb: *x\nc: &y\n  - 1\n---\n"
    front_matter = read_front_matter(post)
    a, b = front_matter.scalar("a"), front_matter.scalar("b")
    assert a is not None
    assert b is not None
    assert (cut(post, a.span), cut(post, b.span), b.text) == ("one", "*x", "one")
    c = front_matter.entry("c")
    assert isinstance(c, Entry)
    assert isinstance(c.value, SequenceNode)
    assert cut(post, c.value.span) == "- 1"


def test_the_span_of_a_block_value_ends_with_its_words() -> None:
    post = "---\na: |\n  一\n  二\n\n\nb: 1\n---\n"
    scalar = read_front_matter(post).scalar("a")
    assert scalar is not None
    assert cut(post, scalar.span) == "|\n  一\n  二"
    assert cut(post, scalar.content) == "  一\n  二"


def test_bounds_keep_hostile_input_small() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
    )
    keys = {
        "bomb": (bomb, "too-many-aliases"),
        "deep": ("a: " + "[" * 5_000 + "\n", "too-deep"),
        "large": ("a: x\n" * 20_000, "too-large"),
        "round": ("a: &a [*a]\n", "unknown-alias"),
    }
    for inner, key in keys.values():
        problems = read_front_matter(f"---\n{inner}---\n").problems
        assert key in [problem.key for problem in problems]


@pytest.mark.parametrize(
    "inner",
    [
        "a = " + "[" * 20_000,
        "a = " + "[" * 20_000 + "]" * 20_000,
        "a = " + "{a=" * 5_000 + "1" + "}" * 5_000,
        ".".join("a" * 30_000) + " = 1",
        "[" + ".".join("a" * 30_000) + "]",
    ],
)
def test_toml_nested_without_end_is_refused_in_a_moment(inner: str) -> None:
    problems = read_front_matter(f"+++\n{inner}\n+++\n本文。\n").problems
    assert [problem.key for problem in problems] == ["too-deep"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_string_of_several_lines_means_the_same_with_every_newline(newline: str) -> None:
    text = '+++\na = """朝\n昼"""\n+++\n'.replace("\n", newline)
    assert read_front_matter(text).data == {"a": "朝\n昼"}


def test_numbers_beyond_every_bound_are_problems_of_their_front_matter() -> None:
    toml = read_front_matter(f"+++\na = {'9' * 10_000}\n+++\n").problems
    assert [problem.key for problem in toml] == ["toml-error"]
    yaml = read_front_matter('---\ntitle: "\\UFFFFFFFF"\n---\n').problems
    assert [problem.key for problem in yaml] == ["yaml-error"]


def test_a_long_body_of_fences_is_read_in_a_moment() -> None:
    for body in (
        "---\ntitle: x\n" * 20_000,
        "```\n---\nlayout: a\ntitle: b\ndate: c\n---\n" * 5_000,
    ):
        read_front_matter(body)
        read_front_matter("---\ntitle: x\n---\n" + body)
