from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kouetsu.text.markdown import Block, read_blocks
from kouetsu.text.masks import Masked
from kouetsu.text.post import Post

# What Markdown, template languages and Japanese are made of, so that random documents hold
# real structure.
PIECES = [
    "春は", "あけぼの。", "🍣", "が\u3099", "**", "*", "_", "`", "``", "[", "](", ")", "![",
    "&amp;", "\\*",
    "<br>", "<b>", "</b>", "\n", "\n\n", "  \n", "# ", "## ", "- ", "* ", "1. ", "> ",
    "    ",
    "```\n", "---\n", "| a | b |\n|---|---|\n| c | d |\n", "[^1]", "[^1]: ", "{{ site.x }}",
    "{% include a.html %}", "{: .note}", "{{< ref >}}", ":::message\n", ":::\n", "$$x_1 * y$$",
    "https://a.test/b_c*d", "\r\n", "\r", "\0", "\u2028", "「", "」", "<!-- c -->", "~~", "- [ ] ",
]  # fmt: skip
documents = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def blocks_of(text: str) -> tuple[Block, ...]:
    return Post.from_text(text).blocks


def outline(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.prose.text if block.prose else "") for block in blocks_of(text)]


@settings(max_examples=300)
@given(documents)
def test_every_identical_piece_cuts_the_text_that_it_claims(text: str) -> None:
    post = Post.from_text(text)
    for block in post.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(post.text)
        if block.prose is None:
            continue
        at = 0
        for piece in block.prose.pieces:
            assert piece.start == at
            at = piece.end
            stretch = block.prose.text[piece.start : piece.end]
            if piece.identical:
                assert post.text[piece.source.start : piece.source.end] == stretch
        assert at == len(block.prose.text)


@settings(max_examples=300)
@given(documents, st.data())
def test_prose_spans_map_back_and_keep_their_order(text: str, data: st.DataObject) -> None:
    for block in blocks_of(text):
        prose = block.prose
        if prose is None or not prose.text:
            continue
        start = data.draw(st.integers(0, len(prose.text) - 1))
        end = data.draw(st.integers(start + 1, len(prose.text)))
        span = prose.span(start, end)
        assert prose.whole.covers(span)
        pieces = [piece for piece in prose.pieces if piece.start < end and start < piece.end]
        if len(pieces) == 1 and pieces[0].identical:
            assert span.size == end - start


@given(st.text(max_size=80))
def test_arbitrary_text_is_read_without_error(text: str) -> None:
    post = Post.from_text(text)
    assert all(post.body.covers(sentence.span) for sentence in post.sentences)


def test_prose_has_no_markup_and_keeps_inline_code() -> None:
    assert outline("これは**太字**と[名](http://a.test)と`x * y`です&amp;。") == [
        ("paragraph", "これは太字と名とx * yです&。")
    ]


def test_asterisks_that_commonmark_leaves_are_no_prose_but_a_mark() -> None:
    (block,) = blocks_of("これは**「強調」**という語だ。")
    assert block.prose is not None
    assert block.prose.text == "これは「強調」という語だ。"
    assert [mark.kind for mark in block.prose.marks] == ["stars", "stars"]
    assert block.prose.span(3, 7) == (5, 9)


def test_a_single_asterisk_stays() -> None:
    assert outline("3 * 4 は十二。") == [("paragraph", "3 * 4 は十二。")]


def test_containers_come_before_what_they_hold() -> None:
    assert outline("> 引用\n\n- 一\n- 二\n") == [
        ("quote", ""),
        ("paragraph", "引用"),
        ("list", ""),
        ("item", "一"),
        ("item", "二"),
    ]


def test_a_nested_tight_item_ends_where_the_inner_list_begins() -> None:
    blocks = blocks_of("- 外\n  - 内\n")
    assert [(block.kind, block.depth) for block in blocks] == [
        ("list", 0), ("item", 1), ("list", 1), ("item", 2),
    ]  # fmt: skip


def test_neighbouring_top_level_blocks_differ_by_one() -> None:
    assert [block.top for block in blocks_of("# 一\n\n二\n\n- 三\n- 四\n\n五\n")] == [
        0, 1, 2, 2, 2, 3,
    ]  # fmt: skip


def test_a_template_tag_alone_on_its_line_is_html() -> None:
    assert outline("前\n{% include a.html %}\n後\n\n:::message\n中\n:::\n") == [
        ("paragraph", "前"),
        ("html", ""),
        ("paragraph", "後"),
        ("html", ""),
        ("paragraph", "中"),
        ("html", ""),
    ]


def test_a_template_tag_in_a_line_is_left_out_of_the_prose() -> None:
    assert outline("版は{{ site.version }}です。") == [("paragraph", "版はです。")]


def test_an_address_is_prose_but_opaque() -> None:
    (block,) = blocks_of("詳しくは https://a.test/b_c_d を見る。")
    assert block.prose is not None
    assert block.prose.text == "詳しくは https://a.test/b_c_d を見る。"
    assert block.prose.opaque(8, 10)
    assert not block.prose.opaque(0, 4)


def test_a_link_target_with_a_template_variable_is_read_as_a_link() -> None:
    (block,) = blocks_of("[記事]({{ site.baseurl }}/a)を読む。")
    assert block.prose is not None
    assert block.prose.text == "記事を読む。"


def test_liquid_highlight_is_code() -> None:
    assert outline("{% highlight ruby %}\n# 見出しではない\n{% endhighlight %}\n") == [("code", "")]


DATA = [
    '{{< chart >}}\nlabels: ["麦", "豆"],\ndata: [{\n  n: 1,\n}]\n{{< /chart >}}\n',
    '{{< map height="90%" >}}\n{\n  "type": "Feature"\n}\n{{</ map >}}\n',
    '{% capture names %}\n["麦", "豆"]\n{% endcapture %}\n',
]


@pytest.mark.parametrize("text", DATA)
def test_what_a_pair_of_tags_holds_for_a_program_is_code(text: str) -> None:
    assert outline(text) == [("code", "")]


def test_a_pair_of_tags_around_text_is_none() -> None:
    kinds = outline("{{< note >}}\n[麦](/mugi/)の話。\n{{< /note >}}\n")
    assert kinds == [("html", ""), ("paragraph", "麦の話。"), ("html", "")]


SCRIPTS = [
    '<Bar\n  rows={[\n    ["麦", 1],\n\n    ["豆", 2],\n  ]}\n/>\n',
    '<Bar options={{\n  unit: "升",\n}} />\n',
    'export const rows = ["麦", "豆"];\n',
    'export const rows = [\n  { n: "}" },\n];\n',
    '{["麦", "豆"].map((name) => <li>{name}</li>)}\n',
]


@pytest.mark.parametrize("path", ["post.mdx", "POST.MDX"])
@pytest.mark.parametrize("text", SCRIPTS)
def test_modules_and_expressions_of_mdx_are_no_text(text: str, path: str) -> None:
    blocks = Post.from_text(text, path).blocks
    assert [block.kind for block in blocks] == ["html"]


def test_text_between_expressions_of_mdx_stays() -> None:
    text = '<Card tags={["麦", "豆"]}>粉にします。</Card>\n\n`{` は波括弧です。{ 閉じません。\n'
    blocks = Post.from_text(text, "post.mdx").blocks
    said = [block.prose.text for block in blocks if block.prose is not None]
    assert said == ["粉にします。", "{ は波括弧です。{ 閉じません。"]


def test_tags_in_fenced_code_stay_code() -> None:
    assert outline("```\n{% include a %}\n:::\n```\n") == [("code", "")]


def test_spans_count_from_the_start_of_the_file() -> None:
    text = "---\ntitle: 題\n---\n🍣と春。\n"
    (block,) = blocks_of(text)
    assert text[block.span.start : block.span.end] == "🍣と春。"


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert outline("## 見出し\r\r本文。\r続き。\r") == [
        ("heading", "見出し"),
        ("paragraph", "本文。\n続き。"),
    ]


def test_an_empty_body_has_no_blocks() -> None:
    post = Post.from_text("")
    assert read_blocks("", post.body) == ()


@pytest.mark.parametrize(
    "text",
    ["あ。" * 200_000, "# 見\n" * 50_000, "「" * 100_000 + "）" * 100_000, "a\n" * 200_000,
     "{% x %}\n" * 50_000, "https://a.test " * 50_000, "**" * 100_000, "[" * 100_000],
)  # fmt: skip
def test_hostile_sizes_end_soon(text: str) -> None:
    started = time.process_time()
    assert Post.from_text(text).sentences is not None
    # No timing test: a guard against quadratic growth, which would take minutes here.
    assert time.process_time() - started < 60


@pytest.mark.parametrize(
    "text",
    [
        "あ $$ a\n{% x %}\n b $$ い\n",
        "あ {{ a\n" + "> " * 300 + "{{ x }}\n b }} い\n",
        "$$ あ\n" + "- " * 300 + "い\n$$ う\n",
        "> " * 300 + "あ\r" + "> " * 300 + "い\r\nう",
    ],
)
def test_masks_that_meet_leave_every_byte_in_its_place(text: str) -> None:
    assert len(Masked(text).text.encode()) == len(text.encode())
    for block in blocks_of(text):
        assert 0 <= block.span.start <= block.span.end <= len(text)


def test_a_line_of_dashes_is_a_rule_however_long() -> None:
    assert outline("- " * 1_000 + "\n") == [("rule", "")]


@pytest.mark.parametrize("opening", ["- ", "> ", ">- ", "1. "])
def test_containers_in_one_another_without_end_take_no_memory(opening: str) -> None:
    blocks = blocks_of(opening * 20_000 + "あ")
    assert max(len(block.parents) for block in blocks) <= 100


def test_a_tab_may_follow_the_fence_that_closes_code() -> None:
    text = "```json\n{}\n```\t\n\n豆をまきます。\n"
    kinds = [(block.kind, text[slice(*block.span)].strip()) for block in blocks_of(text)]
    assert kinds == [("code", "```json\n{}\n```"), ("paragraph", "豆をまきます。")]
