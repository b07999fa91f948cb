"""SARIF as Microsoft's own tool judges it (npm package @microsoft/sarif-multitool)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from documents import NODE_MODULES, SETTINGS, client, command_folder, environment, missing

pytestmark = pytest.mark.client

KNOWN = {"SARIF2005"}
"""What it warns of and we know: the project has no address to give."""


def test_the_multitool_finds_no_fault(tmp_path: Path) -> None:
    node = client("node")
    tool = NODE_MODULES / "@microsoft" / "sarif-multitool" / "bin.js"
    if not tool.is_file():
        missing("the npm package @microsoft/sarif-multitool is not installed (make test-clients)")
    site = tmp_path / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    text = "𠮷田さんは絶対に早起き！！！\n\n港は静かだ。\n\n港は静かだ。\n"
    (site / "港 #1.md").write_text(text, encoding="utf-8")
    command = command_folder(tmp_path / "bin") / "kouetsu"
    subprocess.run(
        [command, "check", "--format", "sarif", "--output", "out.sarif", "--fail-on", "never"],
        cwd=site,
        env=environment(tmp_path / "bin", tmp_path),
        check=True,
    )
    results = json.loads((site / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert len(results) == 3
    judged = tmp_path / "judged.sarif"
    done = subprocess.run(
        [node, str(tool), "validate", str(site / "out.sarif"), "--output", str(judged)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert judged.is_file(), done.stdout + done.stderr
    found = json.loads(judged.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    assert {each["ruleId"] for each in found} <= KNOWN, done.stdout
