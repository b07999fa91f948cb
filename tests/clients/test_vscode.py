"""VS Code's problem matcher of docs/editors.md, its pattern run by the JavaScript engine."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from documents import SETTINGS, client, command_folder, environment, snippet

pytestmark = pytest.mark.client

MATCH = """
const fs = require("fs");
const { tasks: [task] } = JSON.parse(fs.readFileSync(process.argv[1], "utf8"));
const { regexp, ...parts } = task.problemMatcher.pattern;
const found = [];
for (const line of fs.readFileSync(0, "utf8").split(/\\r?\\n/)) {
  const match = new RegExp(regexp).exec(line);
  if (match) {
    found.push(Object.fromEntries(Object.entries(parts).map(([k, n]) => [k, match[n]])));
  }
}
console.log(JSON.stringify(found));
"""


def test_the_problem_matcher(tmp_path: Path) -> None:
    node = client("node")
    site = tmp_path / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / "港: #1.md").write_text("絶対に静か！！\n", encoding="utf-8")
    text = snippet("docs/editors.md", "vscode-task")
    (tmp_path / "tasks.json").write_text(text, encoding="utf-8")
    (task,) = json.loads(text)["tasks"]
    done = subprocess.run(
        [task["command"], *task["args"]],
        executable=command_folder(tmp_path / "bin") / "kouetsu",
        cwd=site,
        env=environment(tmp_path / "bin", tmp_path),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    matched = subprocess.run(
        [node, "-e", MATCH, str(tmp_path / "tasks.json")],
        input=done.stdout,
        capture_output=True,
        check=True,
    )
    assert json.loads(matched.stdout) == [
        {
            "file": "港: #1.md",
            "line": "1",
            "column": "1",
            "severity": "warning",
            "message": "言い切りすぎ",
            "code": "blunt-word",
        },
        {
            "file": "港: #1.md",
            "line": "1",
            "column": "6",
            "severity": "error",
            "message": "感嘆符が2個続く",
            "code": "piled-marks",
        },
    ]
