"""``--add-suppressions``: what is there now is silent from then on, and nothing else changes."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from damaged_posts import posts
from kouetsu.api import Post, Source
from kouetsu.run.check import Checked, check_post
from kouetsu.run.config import Config
from kouetsu.run.plan import Choices, Outfit, Plan
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry
from kouetsu.run.suppression.added import silence

PATH = "_posts/2025-04-03-kama.md"
WHY = "昔からの記事"
NEXT = f"<!-- kouetsu-disable-next-line cat -- {WHY} -->"
AROUND = f"<!-- kouetsu-disable cat -- {WHY} -->", "<!-- kouetsu-enable cat -->"

WRITTEN = {
    "before the block, with blank lines": ("朝。\n\n猫。\n", f"朝。\n\n{NEXT}\n\n猫。\n"),
    "the first block": ("猫。\n\n朝。\n", f"{NEXT}\n\n猫。\n\n朝。\n"),
    "behind a heading": ("# 朝\n猫。\n", f"# 朝\n\n{NEXT}\n\n猫。\n"),
    "blocks without a blank line stay together": (
        "朝。\n- 猫\n- 犬\n\n夜。\n",
        f"{AROUND[0]}\n\n朝。\n- 猫\n- 犬\n\n{AROUND[1]}\n\n夜。\n",
    ),
    "at the end nothing follows": ("朝。\n- 猫\n", f"{AROUND[0]}\n\n朝。\n- 猫\n"),
    "a comment that is there is used": (
        "<!-- kouetsu-disable-next-line dog -->\n\n犬と猫。\n",
        "<!-- kouetsu-disable-next-line dog, cat -->\n\n犬と猫。\n",
    ),
    "Windows": ("朝。\r\n\r\n猫。\r\n", f"朝。\r\n\r\n{NEXT}\r\n\r\n猫。\r\n"),
    "front matter": (
        "---\ntitle: 猫\n---\n\n# 猫\n",
        f"---\ntitle: 猫\nkouetsu:\n  disable: [cat] # {WHY}\n---\n\n# 猫\n",
    ),
    "front matter with the key": (
        "---\ntitle: 猫\nkouetsu: {disable: [dog]}\n---\n\n犬。\n",
        "---\ntitle: 猫\nkouetsu: {disable: [dog, cat]}\n---\n\n犬。\n",
    ),
    "TOML": (
        '+++\ntitle = "猫"\n+++\n\n朝。\n',
        f'+++\ntitle = "猫"\n[kouetsu]\ndisable = ["cat"] # {WHY}\n+++\n\n朝。\n',
    ),
    "JSON": (
        '{"title": "猫"}\n\n朝。\n',
        '{"kouetsu": {"disable": ["cat"]}, "title": "猫"}\n\n朝。\n',
    ),
}


@pytest.mark.parametrize(("text", "wanted"), WRITTEN.values(), ids=WRITTEN)
def test_where_they_are_written(kouetsu, site: Path, text: str, wanted: str) -> None:
    (site.parent / "dog.py").write_text(
        (site.parent / "rule.py")
        .read_text(encoding="utf-8")
        .replace("猫", "犬")
        .replace('"cat"', '"dog"'),
        encoding="utf-8",
    )
    post = site / "c.md"
    post.write_bytes(text.encode())
    (site / "a.md").unlink()
    dog = "--plugin", str(site.parent / "dog.py")
    ran = kouetsu("--add-suppressions", WHY, "--lang", "en", *dog)
    assert ran.code == 0
    assert "1 finding suppressed" in ran.err or text.count("猫") > 1
    assert post.read_bytes().decode() == wanted
    ran = kouetsu("--add-suppressions", WHY, "--lang", "en", *dog)
    assert (ran.code, ran.err) == (0, "kouetsu: 0 findings suppressed\n")
    assert post.read_bytes().decode() == wanted
    assert kouetsu(*dog).code == 0


MDX = "{/* kouetsu-disable-next-line cat -- %s */}"
MDX_STRETCH = "{/* kouetsu-disable cat */}\n\n- 猫\n- 朝\n\n{/* kouetsu-enable cat */}\n\n昼。\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# 朝\n\n猫。\n", f"# 朝\n\n{MDX % WHY}\n\n猫。\n"),
        (MDX_STRETCH, MDX_STRETCH),
    ],
)
def test_mdx_has_comments_of_its_own(kouetsu, site: Path, text: str, wanted: str) -> None:
    (site / "a.md").unlink()
    post = site / "c.mdx"
    post.write_text(text, encoding="utf-8")
    assert kouetsu("--add-suppressions", WHY).code == 0
    assert post.read_text(encoding="utf-8") == wanted
    assert kouetsu().code == 0


@pytest.mark.parametrize("word", ["kouetsu-disable-nextline", "koetsu-disable"])
def test_a_misspelt_comment_of_mdx_is_told(kouetsu, site: Path, word: str) -> None:
    (site / "c.mdx").write_text(f"{{/* {word} cat */}}\n\n朝。\n", encoding="utf-8")
    ran = kouetsu("c.mdx", "--select", "cat,unknown-suppression")
    assert "c.mdx:1:5 warning unknown-suppression" in ran.out
    (site / "c.mdx").write_text("> {/* kouetsu-disable cat */}\n\n朝。\n", encoding="utf-8")
    assert "c.mdx:1:7 warning" in kouetsu("c.mdx", "--select", "cat,unknown-suppression").out


def test_a_reason_holds_no_end_of_a_comment(kouetsu, site: Path) -> None:
    for reason in ("a --> b", "a */ b", "a\nb"):
        assert kouetsu("--add-suppressions", reason).code == 2


def test_what_is_in_the_baseline_needs_none(kouetsu, site: Path) -> None:
    kouetsu("baseline")
    (site / "c.md").write_text("黒猫。\n\n猫。\n", encoding="utf-8")
    ran = kouetsu("--add-suppressions", "", "--baseline", "kouetsu-baseline.json", "--lang", "en")
    assert ran.err == "kouetsu: 2 findings suppressed\n"
    assert (site / "a.md").read_text(encoding="utf-8") == "縁側で猫が寝ている。\n"


def test_what_can_not_be_suppressed_is_told(kouetsu, site: Path) -> None:
    (site / "c.md").write_bytes(b"\xff\n")
    ran = kouetsu("--add-suppressions", "", "--lang", "en", "--select", "cat,undecodable-file")
    assert ran.code == 1
    assert ran.err == (
        "kouetsu: 1 finding suppressed\n"
        "kouetsu: 1 finding can't be suppressed within a post (undecodable-file 1)\n"
    )


def test_a_post_that_changed_meanwhile_is_left_alone(
    kouetsu, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import kouetsu.commands.suppressing as suppressing

    real = suppressing.silence

    def busy(*given: object) -> object:
        (site / "a.md").write_text("だれかが猫を書いた。\n", encoding="utf-8")
        return real(*given)

    monkeypatch.setattr(suppressing, "silence", busy)
    ran = kouetsu("--add-suppressions", "", "--lang", "en", "--no-cache")
    assert ran.code == 2
    assert "changed while it was checked; not overwritten" in ran.err
    assert (site / "a.md").read_text(encoding="utf-8") == "だれかが猫を書いた。\n"


@cache
def outfit() -> Outfit:
    plugins = load()
    plan = Plan(Config(preset="jekyll"), Choices(select=("all",)))
    return Outfit(plan, plugins, Registry.of(plugins))


def checked(source: Source) -> tuple[Post, Checked]:
    post = Post(source, PATH, outfit().profile(PATH).site)
    return post, check_post(post, outfit())


@settings(
    deadline=None,
    max_examples=int(os.environ.get("KOUETSU_EXAMPLES", "100")),
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
@given(raw=posts())
def test_a_silenced_post_is_silent_and_nothing_is_new(raw: bytes) -> None:
    post, before = checked(Source.from_bytes(raw))
    source, _ = silence(post, before, before.diagnostics, WHY, outfit())
    again, after = checked(source)
    idle = [d for d in before.diagnostics if d.group == "engine"]
    assert [d.message.en for d in after.diagnostics] == [d.message.en for d in idle]
    assert silence(again, after, after.diagnostics, WHY, outfit())[0].raw == source.raw
    # the reader sees what was there
    assert [block.kind for block in again.blocks] == [block.kind for block in post.blocks]
    assert [prose.text for prose in again.texts] == [prose.text for prose in post.texts]


def test_a_comment_that_makes_room_for_another_brings_it_along(kouetsu, site: Path) -> None:
    post = site / "c.md"
    twice = "朝の港は霧に包まれ、船の音だけが遠くに聞こえていた。" * 4
    post.write_bytes(f"---\r{twice}{{{{ x }}}}".encode())
    assert kouetsu("check", "--add-suppressions", WHY, "--no-exclude", "c.md").code == 0
    once = post.read_bytes()
    assert kouetsu("check", "--add-suppressions", WHY, "--no-exclude", "c.md").code == 0
    assert post.read_bytes() == once
