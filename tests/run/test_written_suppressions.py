"""Edits that silence a rule: what they write, and that they reach the place.

``--add-suppressions`` and the editor's "silence here" are both made of these.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from kouetsu.findings import Diagnostic, Edit, Severity, Text
from kouetsu.run.edits import edited
from kouetsu.run.suppression.comments import Comments
from kouetsu.run.suppression.directives import directives
from kouetsu.run.suppression.front_matter import disabled
from kouetsu.spans import Span
from kouetsu.text.post import Post
from kouetsu.text.source import Source

COMMENT = "<!-- kouetsu-disable-next-line dash-pile -->"
AROUND = "<!-- kouetsu-disable dash-pile -->", "<!-- kouetsu-enable dash-pile -->"

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
    "right below a paragraph, which kramdown reads as one with it: around both": (
        "朝。\n- 夜⟦の⟧海\n\n昼。\n",
        f"{AROUND[0]}\n\n朝。\n- 夜の海\n\n{AROUND[1]}\n\n昼。\n",
    ),
    "right below a heading: set apart": (
        "# 朝\n夜⟦の⟧海。\n",
        f"# 朝\n\n{COMMENT}\n\n夜の海。\n",
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
    "all in braces": ("{title: a}\n", "{kouetsu: {disable: [dash-pile]}, title: a}\n"),
    "all keys indented": (
        "  title: a\n  date: b\n",
        "  title: a\n  date: b\n  kouetsu:\n    disable: [dash-pile]\n",
    ),
}
NO_PLACE = (
    "? title\n: a\n...\n",
    "title: [a,\n",
    "kouetsu: 朝\n",
    "- a\n",
)


def _found(at: int) -> Diagnostic:
    said = Text("ダッシュ", "dashes")
    return Diagnostic("a.md", "dash-pile", "tone", Severity.INFO, Span(at, at + 1), said)


def _applied(text: str, edits: Iterable[Edit]) -> str:
    return edited(Source.from_text(text), edits).written


@pytest.mark.parametrize(("marked", "wanted"), BLOCKS.values(), ids=BLOCKS)
def test_before_the_block(marked: str, wanted: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    at = Source.from_text(marked).text.index("⟦")
    after = _applied(text, Comments(Post.from_text(text)).edits([_found(at)]))
    assert after == wanted
    post = Post.from_text(after)
    (silence,) = directives(post)
    assert "dash-pile" in [named.word for named in silence.names]
    moved = post.text.index("の海")
    assert silence.reach.start <= moved <= silence.reach.end


@pytest.mark.parametrize(("inner", "wanted"), MATTERS.values(), ids=MATTERS)
def test_in_the_front_matter(inner: str, wanted: str) -> None:
    text = f"---\n{inner}---\n\n夜の海。\n"
    edit = disabled(Post.from_text(text), ["dash-pile"])
    assert edit is not None
    assert _applied(text, [edit]) == f"---\n{wanted}---\n\n夜の海。\n"


@pytest.mark.parametrize("inner", NO_PLACE)
def test_what_would_not_be_understood_is_not_written(inner: str) -> None:
    assert disabled(Post.from_text(f"---\n{inner}---\n\n夜の海。\n"), ["dash-pile"]) is None


def test_without_front_matter_there_is_no_place_for_the_whole_post() -> None:
    assert disabled(Post.from_text("夜の海。\n"), ["dash-pile"]) is None


def test_a_place_before_the_first_block_is_in_no_block() -> None:
    post = Post.from_text("---\ntitle: a\n---\n\n夜の海。\n")
    assert not list(Comments(post).edits([_found(6)]))
