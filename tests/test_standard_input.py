"""A post from standard input is treated as the file of its name would be."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

CATS = "庭の猫。\n"


@pytest.fixture
def piped(kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch):
    """Run with a text on standard input, in a site that leaves out drafts and other files."""
    (site / "kouetsu.yaml").write_text(
        'posts: ["posts/**"]\nexclude: ["posts/drafts/**"]\n', encoding="utf-8"
    )
    for name in ("README.md", "posts/a.md", "posts/drafts/a.md"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(CATS, encoding="utf-8")

    def run(*arguments: str):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(CATS.encode())))
        return kouetsu("-", *arguments, "--lang", "en")

    return run


@pytest.mark.parametrize("more", [(), ("--quiet",), ("--format", "json"), ("--statistics",)])
@pytest.mark.parametrize("name", ["posts/drafts/a.md", "README.md", "posts/a.md"])
def test_posts_and_exclude_hold_for_its_name(kouetsu, piped, name: str, more) -> None:
    ran = piped("--stdin-filename", name, *more)
    wanted = kouetsu(name, *more, "--lang", "en")
    assert (ran.code, ran.out, ran.err) == (wanted.code, wanted.out, wanted.err)
    assert ran.code == int(name == "posts/a.md")


def test_why_it_is_not_checked_is_told(piped, site: Path) -> None:
    told = "not checked (in exclude “posts/drafts/**” of kouetsu.yaml); --no-exclude checks anyway"
    for name in ("posts/drafts/a.md", str(site / "posts" / "drafts" / "a.md")):
        ran = piped("--stdin-filename", name)
        assert (ran.code, ran.err) == (0, f"kouetsu: {name}: {told}\n")


def test_mending_hands_on_what_is_not_checked(piped) -> None:
    draft = ("--stdin-filename", "posts/drafts/a.md")
    ran = piped("--fix", *draft)
    assert (ran.code, ran.out) == (0, CATS)
    assert "not checked" in ran.err
    ran = piped("--diff", *draft)
    assert (ran.code, ran.out) == (0, "")
    assert piped("--fix", *draft, "--no-exclude").out == "庭のねこ。\n"


def test_it_is_checked_if_asked_for_or_without_a_name(piped) -> None:
    assert piped("--no-exclude", "--stdin-filename", "posts/drafts/a.md").code == 1
    ran = piped()
    assert ran.code == 1
    assert ran.out.startswith("stdin.md:1:3 error cat")
