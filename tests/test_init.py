"""``kouetsu init``: what it infers from the posts, and that it says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from kouetsu.commands.progress import Progress
from kouetsu.run import config_reading
from kouetsu.run.config import Config
from kouetsu.run.plugins import load
from kouetsu.run.registry import Registry

FITTING = """
from kouetsu.api import Fitted, Fitting, Rule, RuleOptions, Severity

class Options(RuleOptions, frozen=True, kw_only=True):
    length: int = 0

def pages(posts):
    return Fitted({"length": max(posts)}, len(posts) - 1, len(posts))

RULE = Rule(name="pages", group="words", severity=Severity.ERROR, messages={}, doc="頁",
            check=lambda post, options: (), options=Options,
            fitting=Fitting(lambda post: post.front_matter.data.get("pages"), pages))
"""


@pytest.fixture
def init(kouetsu):
    def run(*arguments: str):
        return kouetsu("init", *arguments, "--lang", "en", only_cats=False)

    return run


def post(folder: Path, name: str, front: str, body: str = "縁側に日が差す。") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"---\n{front}\n---\n\n{body}\n", encoding="utf-8")


def read(site: Path) -> Config:
    plugins = load()
    return config_reading.read(site / "kouetsu.yaml", Registry.of(plugins), plugins.presets())


def test_without_posts_nothing_is_written(init, site: Path) -> None:
    (site / "empty").mkdir()
    ran = init("empty")
    assert (ran.code, ran.err) == (2, "kouetsu: empty: no posts here; nothing is written\n")
    assert not list((site / "empty").iterdir())


def test_posts_that_tell_nothing_are_told(init, site: Path) -> None:
    ran = init()
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "2 posts seen, 0 with front matter",
        "preset: none (no platform known)",
        "required keys: none (no post has front matter)",
        "nothing could be inferred: the defaults hold, kouetsu.yaml names what can be set",
        "wrote kouetsu.yaml",
    ]
    written = (site / "kouetsu.yaml").read_text(encoding="utf-8")
    assert all(line.startswith("#") for line in written.splitlines())
    assert read(site).preset is None
    # what it names can be taken as it stands
    lines = written.splitlines()[2:]
    (site / "kouetsu.yaml").write_text("\n".join(line[2:] for line in lines), encoding="utf-8")
    assert read(site).posts == ("posts/**/*.md",)


def test_a_new_site_without_posts_gets_its_preset(init, site: Path) -> None:
    (site / "new").mkdir()
    (site / "new" / "hugo.toml").touch()
    ran = init("new")
    assert ran.code == 0
    assert "preset: hugo (there is hugo.toml)" in ran.out
    assert "preset: hugo\n" in (site / "new" / "kouetsu.yaml").read_text(encoding="utf-8")


PLATFORMS = [
    ("jekyll", "_config.yml", "_posts", "title: 朝"),
    ("hugo", "hugo.toml", "content/posts", "title: 朝"),
    ("astro", "astro.config.mjs", "src/content/blog", "title: 朝"),
    (
        "zenn",
        "package.json",
        "articles",
        "title: 朝\nemoji: 🌅\ntype: idea\ntopics: [a]\npublished: true",
    ),
]


@pytest.mark.parametrize(("preset", "marker", "folder", "front"), PLATFORMS)
def test_the_platform_is_known_by_its_files(
    init, site: Path, preset: str, marker: str, folder: str, front: str
) -> None:
    (site / marker).touch()
    post(site / folder, "2025-04-01-a.md", front)
    assert f"preset: {preset} (there is" in init().out
    assert read(site).preset == preset


def test_a_folder_named_articles_alone_is_not_zenn(init, site: Path) -> None:
    post(site / "articles", "a.md", "title: 朝")
    assert "preset: none" in init().out


def test_keys_and_values_are_inferred_from_most_posts(init, site: Path) -> None:
    for number in range(60):
        place = "野山" if number % 2 else "海辺"
        front = f"title: 朝{number}\nplace: {place}\nkinds: [散歩, 朝]\ntags: [靴]\nmood: {number}"
        post(site / "posts", f"{number}.md", front + ("\ndraft: true" if number < 50 else ""))
    (site / "posts" / "README.md").write_text("# 読む人へ\n", encoding="utf-8")
    (site / "a.md").unlink()
    (site / "b.md").unlink()
    ran = init()
    assert ran.code == 0
    assert "61 posts seen, 60 with front matter" in ran.out
    config = read(site)
    assert config.posts == ("posts/**/*.md",)
    assert config.exclude == ("/posts/README.md",)
    assert config.schema == {
        "required": ["title", "place", "kinds", "tags", "mood"],
        "properties": {
            "place": {"enum": ["海辺", "野山"]},
            "kinds": {"type": "array", "items": {"enum": ["散歩", "朝"]}},
        },
    }


def test_values_that_the_platform_names_are_not_narrowed(init, site: Path) -> None:
    (site / "package.json").touch()
    front = "emoji: 🌅\ntype: idea\ntopics: [a]\npublished: true"
    for number in range(30):
        post(site / "articles", f"abcdefghijk{number:03}.md", f"title: 朝{number}\n{front}")
    assert "values of" not in init().out
    assert "properties" not in read(site).schema


def test_a_lone_misspelling_is_left_out_and_named(init, site: Path) -> None:
    for number in range(120):
        place = "朝の散步道" if number == 7 else "朝の散歩道"
        post(site / "posts", f"{number}.md", f"title: 朝{number}\nplace: {place}")
    assert "left out as misspelt: 朝の散步道 → 朝の散歩道" in init().out
    assert read(site).schema["properties"] == {"place": {"enum": ["朝の散歩道"]}}


def test_rules_say_which_options_fit(init, site: Path) -> None:
    (site.parent / "pages.py").write_text(FITTING, encoding="utf-8")
    for number in range(5):
        post(site / "posts", f"{number}.md", f"title: 朝{number}\npages: {number}")
    ran = init("--plugin", str(site.parent / "pages.py"))
    assert "pages: length 4 (explains 4 of 5 posts)" in ran.out
    assert "pages: {length: 4}" in (site / "kouetsu.yaml").read_text(encoding="utf-8")


def test_the_reading_speed_is_the_one_that_explains_the_declared_times(init, site: Path) -> None:
    for number in range(1, 12):
        body = "潮が引くと、島まで歩いて渡れます。" * 50 * number
        minutes = round(17 * 50 * number / 700)
        post(site / "posts", f"{number}.md", f"title: 島{number}\nreading_time: {minutes}", body)
    assert "reading-time: characters-per-minute 700 (explains 11 of 11 posts)" in init().out
    assert read(site).site.rules == {"reading-time": {"characters-per-minute": 700}}


def test_a_constant_is_explained_by_no_speed(init, site: Path) -> None:
    for number in range(1, 12):
        post(site / "posts", f"{number}.md", f"title: 島{number}\nreading_time: 8")
    assert "reading-time: no options explain the posts" in init().out
    assert not read(site).site.rules


@pytest.mark.parametrize("name", ["kouetsu.yaml", "kouetsu.yml", ".kouetsu.yaml"])
def test_nothing_is_overwritten_without_force(init, site: Path, name: str) -> None:
    (site / name).write_text("lang: ja\n")
    ran = init()
    assert ran.code == 2
    assert "--force overwrites it" in ran.err
    assert (site / name).read_text() == "lang: ja\n"
    assert init("--force").code == 0
    assert (site / name).read_text() != "lang: ja\n"


def test_odd_words_survive_the_way_through_yaml(init, site: Path) -> None:
    for number in range(10):
        post(site / "a b[1]!", f"{number}.md", f'title: x{number}\n"ke: y": "a\\u2028b: #c"')
    assert init().code == 0
    config = read(site)
    assert config.schema is not None
    assert config.schema["properties"] == {"ke: y": {"enum": ["a\u2028b: #c"]}}
    assert config.posts == ("a b\\[1\\]\\!/**/*.md",)


def test_a_folder_that_is_none_is_a_mistake(init) -> None:
    assert init("nowhere").code == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, True), (io.StringIO, False)])
def test_progress_is_for_terminals(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], shown: bool
) -> None:
    monkeypatch.setattr("kouetsu.commands.progress.PATIENCE", 0)
    monkeypatch.setattr("sys.stderr", error := stream())
    with Progress("調べています", "checking", "en") as progress:
        progress(1, 9)
    assert ("checking 1/9" in error.getvalue()) == shown
    assert error.getvalue().endswith("\x1b[K") == shown
