"""pre-commit itself runs the hooks, from a git repository of this checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from documents import ROOT, checkout, client, git, snippet

# one worker for all: the environments are shared
pytestmark = [pytest.mark.client, pytest.mark.xdist_group("pre-commit")]

CLEAN = "---\ntitle: 朝の港\n---\n\n朝の港は静かだ。\n"
BROKEN = "朝の港は".encode() + b"\xff\xfe" + "静かだ。\n".encode()
IDLE = "<!-- kouetsu-disable-next-line undecodable-file -->\n\n朝の港は静かだ。\n"
TRAP = "raise ImportError('the consumer has a package of that name')\n"
"""What stands in folders of the consumer that are named like parts of ours."""


@dataclass
class Source:
    """The repository that the hooks come from, and where pre-commit keeps environments."""

    path: Path
    commit: str
    home: Path


@dataclass
class Consumer:
    """A site with a ``.pre-commit-config.yaml``."""

    folder: Path
    source: Source

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def configure(self, hook: str = "kouetsu", **more: object) -> None:
        hooks = [{"id": hook, "verbose": True, **more}]
        repo = {"repo": str(self.source.path), "rev": self.source.commit, "hooks": hooks}
        # JSON is YAML
        self.write(".pre-commit-config.yaml", json.dumps({"repos": [repo]}))

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        git(self.folder, "add", "-A")
        return _pre_commit(self.source, self.folder, *(arguments or ("run", "--all-files")))


def _pre_commit(source: Source, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [client("pre-commit"), *arguments],
        cwd=folder,
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHONPATH"))},
            "PRE_COMMIT_HOME": str(source.home),
            "PRE_COMMIT_COLOR": "never",
            "LANG": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=900,
    )


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Source:
    client("pre-commit")
    folder = tmp_path_factory.mktemp("pre-commit")
    path = checkout(folder / "kouetsu")
    git(path, "init", "--quiet")
    git(path, "add", "-A")
    git(path, "commit", "--quiet", "-m", "as it is")
    # one home for all tests: an environment takes half a minute
    return Source(path, git(path, "rev-parse", "HEAD"), folder / "home")


@pytest.fixture
def consumer(source: Source, tmp_path: Path) -> Consumer:
    folder = tmp_path / "site"
    folder.mkdir()
    git(folder, "init", "--quiet")
    made = Consumer(folder, source)
    made.write("kouetsu.yaml", "select: [engine]\nposts: ['posts/**']\nlang: en\n")
    made.write("posts/clean.md", CLEAN)
    made.write("lint/__init__.py", TRAP)
    made.write("rules/__init__.py", TRAP)
    made.configure()
    return made


def test_a_clean_site_passes(consumer: Consumer) -> None:
    done = consumer.run()
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stdout
    assert "Nothing found (1 post)" in done.stdout


@pytest.mark.parametrize("document", ["README.md", "README.ja.md", "docs/pre-commit.md"])
def test_the_example_of_the_documents(consumer: Consumer, document: str) -> None:
    text = snippet(document, "pre-commit")
    here, commit = consumer.source.path, consumer.source.commit
    text = text.replace("https://github.com/OWNER/kouetsu", str(here)).replace("v0.1.0", commit)
    consumer.write(".pre-commit-config.yaml", text)
    assert consumer.run("run", "kouetsu", "--all-files").returncode == 0
    consumer.write("posts/broken.md", BROKEN)
    assert consumer.run("run", "kouetsu", "--all-files").returncode == 1


def test_damage_fails(consumer: Consumer) -> None:
    for form in ("NFC", "NFD"):
        consumer.write(unicodedata.normalize(form, f"posts/ガイド {form}.md"), BROKEN)
    done = consumer.run()
    assert done.returncode == 1, done.stdout
    for form in ("NFC", "NFD"):
        assert unicodedata.normalize(form, f"posts/ガイド {form}.md") in done.stdout
    assert "2 of 3 posts" in done.stdout
    assert "Traceback" not in done.stdout


def test_only_what_is_staged_is_checked(consumer: Consumer) -> None:
    consumer.write("posts/broken.md", BROKEN)
    git(consumer.folder, "add", "-A")
    git(consumer.folder, "commit", "--quiet", "--no-verify", "-m", "damage that is there")
    consumer.write("posts/new.md", CLEAN)
    assert consumer.run("run").returncode == 0
    assert consumer.run("run", "--all-files").returncode == 1


def test_mending_fails_once_and_passes_then(consumer: Consumer) -> None:
    consumer.configure("kouetsu-fix")
    post = consumer.write("posts/朝.md", IDLE)
    first = consumer.run()
    assert first.returncode == 1, first.stdout
    assert "files were modified by this hook" in first.stdout
    assert post.read_text(encoding="utf-8") == "朝の港は静かだ。\n"
    assert consumer.run().returncode == 0


def test_files_that_are_no_posts_are_passed_over(consumer: Consumer) -> None:
    consumer.write("README.md", BROKEN)
    consumer.write("docs/見本.markdown", BROKEN)
    done = consumer.run()
    assert done.returncode == 0, done.stdout
    (consumer.folder / "posts/clean.md").unlink()
    alone = consumer.run()
    assert alone.returncode == 0, alone.stdout


@pytest.mark.parametrize("settings", ["preset: jekyll\n", None])
def test_the_stock_rules_and_a_readme_that_no_preset_claims(
    consumer: Consumer, settings: str | None
) -> None:
    (consumer.folder / "posts/clean.md").unlink()
    if settings:
        consumer.write("kouetsu.yaml", settings)
    else:
        (consumer.folder / "kouetsu.yaml").unlink()
    consumer.write("README.md", "# 港の便り\n\nこのサイトの記事は、毎週ここに届きます。\n")
    head = "---\ntitle: 朝の港を歩く\ndate: 2025-04-01\n---\n\n"
    body = "港の朝は静かです。舟が戻ると、氷が運ばれます。\n"
    for form in ("NFC", "NFD"):
        name = unicodedata.normalize(form, f"_posts/2025-04-01-ガイド-{form}.md")
        consumer.write(name, head + body)
    done = consumer.run()
    assert done.returncode == 0, done.stdout
    assert (" 2 " if settings else " 3 ") in done.stdout.replace("（", " ").replace("(", " ")
    consumer.write("rules/約束.md", "置き場を間違えた記事です。\n\n---END---\n")
    consumer.write("_posts/2025-04-01-印.md", f"{head}{body}\n---END---\n\n{body}")
    done = consumer.run()
    assert done.returncode == 1, done.stdout
    assert "_posts/2025-04-01-印.md:8:1 error generation-marker" in done.stdout
    assert ("rules/約束.md" in done.stdout) == (settings is None)


def test_a_broken_configuration_fails(consumer: Consumer) -> None:
    consumer.write("kouetsu.yaml", "selekt: []\n")
    done = consumer.run()
    assert done.returncode == 1
    assert "kouetsu.yaml:1:1" in done.stdout
    assert "selekt" in done.stdout


def test_a_plugin_comes_as_an_additional_dependency(consumer: Consumer, tmp_path: Path) -> None:
    # a copy: building must not leave anything in the checkout
    plugin = tmp_path / "kouetsu-tone"
    shutil.copytree(ROOT / "tests" / "plugin_example" / "kouetsu-tone", plugin)
    consumer.write("kouetsu.yaml", "select: [piled-exclamation]\nlang: en\n")
    consumer.write("posts/loud.md", "橋が開く！！！\n")
    consumer.configure(additional_dependencies=[str(plugin)], args=["--fail-on", "warning"])
    done = consumer.run()
    assert done.returncode == 1, done.stdout
    assert "3 exclamation marks in a row" in done.stdout


def test_try_repo(consumer: Consumer, source: Source) -> None:
    consumer.write("posts/broken.md", BROKEN)
    (consumer.folder / ".pre-commit-config.yaml").unlink()
    where = (str(source.path), "kouetsu", "--ref", source.commit)
    done = consumer.run("try-repo", *where, "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout
    assert "undecodable-file" in done.stdout
    assert "1 of 2 posts" in done.stdout


def test_try_repo_with_the_hook_that_mends(consumer: Consumer, source: Source) -> None:
    post = consumer.write("posts/朝.md", IDLE)
    where = (str(source.path), "kouetsu-fix", "--ref", source.commit)
    done = consumer.run("try-repo", *where, "--all-files", "--verbose")
    assert done.returncode == 1, done.stdout
    assert "files were modified by this hook" in done.stdout
    assert post.read_text(encoding="utf-8") == "朝の港は静かだ。\n"
