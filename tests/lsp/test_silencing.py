"""Edits that silence a rule: what they write, and that the rule is silent then."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="pygls is not installed")

from kouetsu.findings import Edit
from kouetsu.lsp.silencing import before_block, whole_post
from kouetsu.run.suppression.directives import directives
from kouetsu.text.post import Post

COMMENT = "<!-- kouetsu-disable-next-line dash-pile -->"

BLOCKS = {
    "a paragraph": ("朝。\n\n夜⟦の⟧海。\n", f"朝。\n\n{COMMENT}\n\n夜の海。\n"),
    "the first block": ("夜⟦の⟧海。\n", f"{COMMENT}\n\n夜の海。\n"),
    "after the front matter": (
        "---\ntitle: a\n---\n夜⟦の⟧海。\n",
        f"---\ntitle: a\n---\n{COMMENT}\n\n夜の海。\n",
    ),
    "an item of a nested list: before the whole list": (
        "朝。\n\n- 海\n  - 夜⟦の⟧海\n- 山\n",
        f"朝。\n\n{COMMENT}\n\n- 海\n  - 夜の海\n- 山\n",
    ),
    "right below a paragraph: set apart": (
        "朝。\n- 夜⟦の⟧海\n",
        f"朝。\n\n{COMMENT}\n\n- 夜の海\n",
    ),
    "in a quotation": ("> 朝。\n> 夜⟦の⟧海。\n", f"{COMMENT}\n\n> 朝。\n> 夜の海。\n"),
    "Windows": ("朝。\r\n\r\n夜⟦の⟧海。\r\n", f"朝。\r\n\r\n{COMMENT}\r\n\r\n夜の海。\r\n"),
    "another is silenced there": (
        "<!-- kouetsu-disable-next-line bold-heading -->\n\n夜⟦の⟧海。\n",
        "<!-- kouetsu-disable-next-line bold-heading, dash-pile -->\n\n夜の海。\n",
    ),
    "with a reason": (
        "<!-- kouetsu-disable-next-line bold-heading -- 詩なので -->\n\n夜⟦の⟧海。\n",
        "<!-- kouetsu-disable-next-line bold-heading, dash-pile -- 詩なので -->\n\n夜の海。\n",
    ),
}

MATTERS = {
    "none yet": ("title: a\n", "title: a\nkouetsu:\n  disable: [dash-pile]\n"),
    "empty": ("", "kouetsu:\n  disable: [dash-pile]\n"),
    "a list in brackets": (
        "kouetsu: {disable: [bold-heading]}\n",
        "kouetsu: {disable: [bold-heading, dash-pile]}\n",
    ),
    "a list of lines": (
        "kouetsu:\n  disable:\n    - bold-heading\ntitle: a\n",
        "kouetsu:\n  disable:\n    - bold-heading\n    - dash-pile\ntitle: a\n",
    ),
    "a single name": (
        "kouetsu:\n  disable: bold-heading\n",
        "kouetsu:\n  disable: [bold-heading, dash-pile]\n",
    ),
    "another key": (
        "kouetsu:\n  note: a\n",
        "kouetsu:\n  disable: [dash-pile]\n  note: a\n",
    ),
    "nothing under the key": ("kouetsu:\n", "kouetsu: {disable: [dash-pile]}\n"),
}


def _applied(text: str, edit: Edit | None) -> str:
    assert edit is not None
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(("marked", "wanted"), BLOCKS.values(), ids=BLOCKS)
def test_before_the_block(marked: str, wanted: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    at = marked.index("⟦")
    edited = _applied(text, before_block(Post.from_text(text), "dash-pile", at))
    assert edited == wanted
    (silence,) = directives(Post.from_text(edited))
    assert "dash-pile" in [named.word for named in silence.names]
    moved = edited.index("の海")
    assert silence.reach.start <= moved <= silence.reach.end


@pytest.mark.parametrize(("inner", "wanted"), MATTERS.values(), ids=MATTERS)
def test_in_the_front_matter(inner: str, wanted: str) -> None:
    text = f"---\n{inner}---\n\n夜の海。\n"
    post = Post.from_text(text)
    edited = _applied(text, whole_post(post, "dash-pile"))
    assert edited == f"---\n{wanted}---\n\n夜の海。\n"


def test_without_front_matter_there_is_no_place_for_the_whole_post() -> None:
    assert whole_post(Post.from_text("夜の海。\n"), "dash-pile") is None


def test_a_place_in_the_front_matter_is_in_no_block() -> None:
    assert before_block(Post.from_text("---\ntitle: a\n---\n\n夜の海。\n"), "dash-pile", 6) is None
